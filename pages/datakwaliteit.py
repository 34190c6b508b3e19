"""Datakwaliteit: wat ontbreekt er in de gegevens, en wat doet dat met de cijfers?"""

from ui import filters, quality_cases, quality_effects, quality_time
from ui import quality_view as view
from ui.access import database, default_date, may_edit
from ui.sections import no_data

data = database()
kinds = view.kinds(data)

if not kinds:
    no_data(
        "Nog geen gegevens om te beoordelen",
        "Laad een lijst. Dan staat hier hoe volledig en op tijd de leveringen zijn, en wat een gat doet.",
    )
else:
    exact, as_of = may_edit(), default_date()
    with filters.bar():
        kind = view.choose_kind(kinds)
        rows = view.rows_of(data, kind)
        supplier = view.choose_supplier(rows)
        field = view.choose_field(rows)
    quality_effects.opening(data, as_of, exact)
    quality_effects.effects(data, as_of, exact)
    view.completeness_table(rows, exact)
    view.months(rows, supplier, field, exact)
    quality_time.timeliness(data)
    quality_time.outside(rows, exact)
    if exact:
        quality_cases.cases(data)
    quality_time.not_known(data)
