"""From the sheets of a file to an Intake: which lists, which columns, which rows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

import pyarrow as pa
import pyarrow.compute as pc

from data_loaders.describing import headings_offered, headings_read, sheets_seen
from data_loaders.gathering import gather_rows
from data_loaders.kind import Kind
from data_loaders.origin import UNKNOWN, Period, find_period, find_supplier, stated_supplier
from data_loaders.problems import file_error
from data_loaders.progress import Progress
from data_loaders.recalling import Memories, Memory, find_memory
from data_loaders.receipt import column_problems, sheet_problems
from data_loaders.recognition import KINDS, Part, recognise
from data_loaders.rereading import check_cleaned
from data_loaders.statistics import published_by, read_statistics
from data_loaders.understanding import MARKED, Choices, Intake, Stated, layout_of, where_read
from data_loaders.workbook import Sheet

GATHERED = 0.35  # the share of the time after the workbook is read
UNKNOWN_LIST = (
    "hier is geen lijst met {label} in te herkennen. Een lijst met {some} heeft ten minste {needs}, met de "
    "koppen boven de kolommen."
)


@dataclass(frozen=True)
class Asked:
    """What the caller stated about a file, and what earlier deliveries may tell about it."""

    kind: str | None
    supplier: str | None
    period: Period | None
    key: bytes
    today: date
    choices: Choices
    sheets: Sequence[str] | None
    header_rows: Mapping[str, int]
    stated: Stated
    memories: Memories | None


def read_sheets(basis: Intake, sheets: Sequence[Sheet], asked: Asked, progress: Progress) -> Intake:
    """Return the intake of a file with these sheets. Raises Cancelled or UnreadableFile."""
    progress("De koppen worden gezocht", 0.0)
    sheets = read_statistics(sheets, basis.file, asked.period, asked.kind)
    chosen = _chosen(sheets, asked.sheets)
    parts = _recognised(chosen, asked)
    used = _used(parts, asked.kind)
    supplier, reason = _supplier(basis.file, used, asked)
    memory = find_memory(asked.memories, supplier, chosen, used)
    if memory:
        basis, asked = _recalled(basis, asked, *memory)
        parts = _recognised(chosen, asked)
        used = _used(parts, asked.kind)
    basis = replace(
        basis, supplier=supplier, supplier_reason=reason, choices=asked.choices,
        sheets_seen=sheets_seen(sheets, parts, used),
    )  # fmt: skip
    if not used:
        return _nothing(basis, chosen, parts, asked)
    kind = used[0].kind
    basis = _described(basis, used, kind, asked, memory[0] if memory else None)
    standing = sheet_problems(basis.file, parts, kind)
    standing += column_problems(basis.file, used, kind, asked.choices.hours_per_fte is not None)
    return _gathered(basis, used, kind, asked, standing, progress)


def _chosen(sheets: Sequence[Sheet], names: Sequence[str] | None) -> tuple[Sheet, ...]:
    """Return the sheets to look at; one that was named is read although it is hidden.

    In a workbook that this program marked, the list of problems is no list, and the apostrophe that it put
    before a text like a formula goes.
    """
    marked = [sheet.name for sheet in sheets if _first_text(sheet) == MARKED]
    if marked:
        sheets = [replace(one, cells=_as_typed(one.cells)) for one in sheets if one.name not in marked]
    if names is None:
        return tuple(sheets)
    return tuple(replace(sheet, visible=True) for sheet in sheets if sheet.name in names)


def _first_text(sheet: Sheet) -> str | None:
    cells = sheet.cells
    return cells.column(0)[0].as_py() if cells.num_columns and cells.num_rows else None


def _as_typed(cells: pa.Table) -> pa.Table:
    columns = (pc.replace_substring_regex(one, r"^'(\s*[=+\-@])", r"\1") for one in cells.columns)
    return pa.table(list(columns), names=cells.column_names)


def _recognised(sheets: Sequence[Sheet], asked: Asked) -> tuple[Part, ...]:
    """Return the lists on these sheets. A stated or remembered kind is that of the sheets that look like it.

    Only when none does, or when the sheets are stated too, is it the kind of all.
    """
    columns, rows = asked.choices.columns, asked.header_rows
    parts = recognise(sheets, asked.kind, columns, rows)
    if asked.kind is None or asked.sheets is not None:
        return parts
    free = {part.sheet.name: part for part in recognise(sheets, None, columns, rows)}
    if all(part.kind.key != asked.kind for part in free.values()):
        return parts
    return tuple({**{part.sheet.name: part for part in parts}, **free}.values())


def _used(parts: Iterable[Part], kind: str | None = None) -> list[Part]:
    """Return the visible sheets of the stated kind, else of the kind that the file looks like most."""
    visible = [part for part in parts if part.sheet.visible]
    if kind is None and visible:
        kind = max(visible, key=lambda part: part.strength).kind.key
    return [part for part in visible if part.kind.key == kind]


def _supplier(file: str, used: Sequence[Part], asked: Asked) -> tuple[str, str]:
    if asked.supplier:
        return stated_supplier(asked.supplier), "opgegeven"
    found = find_supplier(*_named(used, file))
    publisher = published_by([part.sheet for part in used]) if found[0] == UNKNOWN else None
    return (publisher, "herkend aan de codes en koppen") if publisher else found


def _named(used: Sequence[Part], file: str) -> tuple[list[str], str, list[str]]:
    """Return the titles above the tables, the file, and the names of the sheets."""
    titles = [title for part in used for title in part.found.titles]
    return titles, file, [part.sheet.name for part in used if part.sheet.name]


def _recalled(
    basis: Intake, asked: Asked, memory: Memory, header_rows: Mapping[str, int]
) -> tuple[Intake, Asked]:
    """Return what was asked with what is remembered where nothing was stated now."""
    choices = asked.choices.over(memory)
    stated = replace(asked.stated, values=choices.values)
    asked = replace(
        asked, choices=choices, stated=stated, kind=asked.kind or memory.kind,
        header_rows={**header_rows, **asked.header_rows},
    )  # fmt: skip
    return replace(basis, recalled=memory.sentence), asked


def _nothing(basis: Intake, chosen: Sequence[Sheet], parts: Sequence[Part], asked: Asked) -> Intake:
    """Return an intake in which no list was recognised; with the headings on the rows that were stated."""
    kind = KINDS[asked.kind or "placement"]
    label = kind.label if asked.kind else "plaatsingen of stages of een andere bekende levering"
    text = UNKNOWN_LIST.format(label=label, some=kind.label, needs=kind.needs)
    unknown = file_error(basis.file, text, "geen-lijst")
    offered = headings_offered(chosen, asked.header_rows, kind)
    problems = (unknown, *sheet_problems(basis.file, parts, None))
    return replace(basis, problems=problems, standing=problems, headings=offered)


def _described(
    basis: Intake, used: Sequence[Part], kind: Kind, asked: Asked, memory: Memory | None
) -> Intake:
    """Return the intake with what its titles and headings tell, before any row is read."""
    titles, file, sheets = _named(used, basis.file)
    remembered = memory.columns if memory else {}
    now = {heading: name for heading, name in asked.choices.columns.items() if heading not in remembered}
    return replace(
        basis,
        kind=kind.key,
        period=asked.period,
        period_stated=asked.period,
        period_named=find_period([part.found.titles for part in used], file, sheets),
        sheet=", ".join(sheets),
        header_row=used[0].found.last_row,
        mapping={heading.text: name for part in used for name, heading in part.map.fields.items()},
        dropped_columns=_texts(heading.text for part in used for heading in part.map.dropped),
        ignored_columns=_texts(heading.text for part in used for heading in part.map.ignored),
        headings=headings_read(used, now, remembered),
        layout=layout_of(heading.text for part in used for heading in part.found.headings),
        reason=where_read([(part.sheet.name, part.found.last_row) for part in used]),
    )


def _texts(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(texts))


def _gathered(
    basis: Intake, used: Sequence[Part], kind: Kind, asked: Asked, standing: list, progress: Progress
) -> Intake:
    # People of two unknown suppliers may have the same number, so an unknown supplier is the file itself.
    namespace = basis.supplier if basis.supplier != UNKNOWN else basis.checksum
    gathered = gather_rows(used, kind, basis.file, namespace, asked.key, progress.within(0.0, GATHERED))
    standing = [*standing, *gathered.problems]
    if gathered.rows is not None and gathered.count == 0:
        empty = "onder de koppen staat geen enkele rij met gegevens."
        standing.append(file_error(basis.file, empty, "geen-rijen"))
    basis = replace(basis, rows=gathered.count, cleaned=gathered.rows, standing=tuple(standing))
    if gathered.rows is None:
        return replace(basis, problems=basis.standing)
    return check_cleaned(basis, asked.stated, asked.today, progress.within(GATHERED, 1.0))
