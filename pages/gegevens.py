"""Gegevens: wat is er geladen en hoe vers is het? De plek van de analist."""

from ui import data_view as view
from ui import import_view as importing
from ui.access import database, may_edit

data = database()
one = importing.arrive()

if one is not None:
    view.news()
    importing.one_file(one, data)
elif not may_edit():
    view.opening(data)
    view.closed()
    view.freshness(data)
else:
    view.opening(data)
    asked = view.wants_rows()
    if asked:
        view.rows(data)
    elif view.wants_delivery(data):
        view.deliveries(data)
        asked = True
    importing.loading(data)
    view.freshness(data)
    if not view.wants_delivery(data) or view.wants_rows():
        view.deliveries(data)
    if not view.wants_rows():
        view.rows(data)
