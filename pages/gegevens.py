"""Gegevens: wat is er geladen en hoe vers is het? De plek van de analist."""

from ui import data_view as view
from ui.access import database, may_edit

data = database()
view.opening(data)

if not may_edit():
    view.closed()
    view.freshness(data)
else:
    asked = view.wants_rows()
    if asked:
        view.rows(data)
    elif view.wants_delivery(data):
        view.deliveries(data)
        asked = True
    view.loading(data)
    view.freshness(data)
    if not view.wants_delivery(data) or view.wants_rows():
        view.deliveries(data)
    if not view.wants_rows():
        view.rows(data)
