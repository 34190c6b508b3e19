"""What somebody with bad intentions offers: always a Dutch sentence or a right load, soon and small."""

import io
import json
import os
import re
import struct
import subprocess
import sys
import threading
import time
import zipfile
from contextlib import nullcontext
from pathlib import Path

import openpyxl
import pytest
import xlwt

from data_loaders.drafts import drafts, keep, resume
from data_loaders.inbox import Inbox
from data_loaders.intake import OUR_FAULT, PAGE_LIMITS, read_delivery, store
from data_loaders.marking import marked_workbook
from data_loaders.recognition import KINDS
from data_loaders.templates import template
from storage.database import Database
from tests.data_loaders.attacks import (
    HEAD,
    ROW,
    book,
    changed,
    lying,
    ods,
    ods_row,
    packed,
    parts,
    sheet,
    typed,
    with_parts,
)
from ui.csv_export import csv_bytes
from ui.data_receipt import receipt_text
from ui.import_problems import problems_csv

SHEETS = Path(__file__).parents[3] / "shared" / "sheets"
FILES = sorted(one for one in SHEETS.glob("*/*") if one.name != "README.md") if SHEETS.is_dir() else []
# Whole English words that a message of a library would have.
ENGLISH = re.compile(
    r"\b(errors?|exception|traceback|invalid|could|cannot|can't|expected|unexpected|failed|unable|missing|"
    r"found|line|column|value|must|should|while|file|sheet|row|cell|None|True|False|nan)\b",
)
FORMULAS = ("=1+1", "+1", "-1+2", "@SUM(A1)", "\t=1", "  =cmd|' /C calc'!A0", '=HYPERLINK("http://x")')
LOL = b"<!DOCTYPE x [<!ENTITY a 'lol'>%s]>" % b"".join(
    b"<!ENTITY %s '%s'>" % (bytes([98 + step]), b"&%s;" % bytes([97 + step]) * 10) for step in range(9)
)
OUTSIDE = b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]>'
SHARED = b"<sst xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main'>%s</sst>"


def offered(data, name="lijst.xlsx"):
    """Read as a page does, and see that what is said is Dutch and that no fault of ours is among it."""
    began = time.monotonic()
    intake = read_delivery(data, name, key=b"sleutel", limits=PAGE_LIMITS)
    assert time.monotonic() - began < 60  # an attack takes for ever, or the memory
    for one in intake.problems:
        assert OUR_FAULT not in one.message
        told = re.sub(r'"[^"]*"|“[^”]*”', "", one.message.replace(intake.file, ""))
        assert not ENGLISH.search(told), one.message
        assert one.message.startswith("Bestand ")
        assert one.message.rstrip().endswith((".", "?", '"'))
    return intake


def refused(data, name="lijst.xlsx"):
    """Return the only thing that is said of a file of which nothing is read."""
    intake = offered(data, name)
    assert intake.table is None
    assert intake.rows == 0
    (problem,) = intake.problems
    return problem.message


@pytest.mark.skipif(not FILES, reason="the collection of odd and real files isn't beside this repository")
def test_every_file_of_the_collection_is_a_sentence_or_a_right_load(tmp_path):
    database = Database.open(tmp_path / "eigen.duckdb")
    loaded = 0
    for path in FILES:
        data = path.read_bytes()
        intake = offered(data, path.name)
        assert intake.table is not None or intake.problems, path.name
        if intake.rows < 1000:
            marked = marked_workbook(data, path.name, intake)
            assert openpyxl.load_workbook(io.BytesIO(marked), read_only=True).sheetnames
        outcome = store(database, intake, leave_out_errors=True, keep=True)
        rows = database.query("SELECT coalesce(sum(row_count), 0)::INTEGER AS n FROM delivery").to_pylist()
        assert (outcome.delivery is None) == bool(outcome.problems), path.name
        loaded += intake.table.num_rows if outcome.delivery else 0
        assert rows == [{"n": loaded}], path.name
    assert loaded > 40_000  # the tables of CBS and DUO among them do load
    database.close()


FAR = book(XFD1048576="x")
NOT_UTF8 = changed(FAR, "sheet1", lambda text: text.decode().encode("utf-16"))


@pytest.mark.parametrize(
    "data",
    [
        FAR,
        with_parts(FAR, content_xml="<x/>"),
        packed((name.replace("worksheets", "x/y"), text.replace(b"worksheets", b"x/y")) for name, text in
               parts(FAR).items()),
        packed(parts(FAR).items(), zipfile.ZIP_STORED),
        packed(parts(FAR).items(), zipfile.ZIP_BZIP2),
        NOT_UTF8,
        changed(FAR, "sheet1", lambda text: text.replace(b'r="XFD1048576"', b"r='XFD1048576'")),
        changed(FAR, "sheet1", lambda text: text.replace(b'<c r="XFD1', b'<c\n\tr = "XFD1')),
        changed(FAR, "sheet1", lambda text: text.replace(b'<c r="XFD1', b'<c x=">" r="XFD1')),
        changed(FAR, "sheet1", lambda text: text.replace(b"XFD1048576", b"xfd1048576")),
        changed(FAR, "sheet1", lambda text: text.replace(b"XFD1048576", b"AAAA1048576")),
        changed(FAR, "sheet1", lambda text: text.replace(b"XFD1048576", b"A4294967295")),
        changed(FAR, "sheet1", lambda text: text.replace(b"<c ", b"<x:c ").replace(b"</c>", b"</x:c>")
                .replace(b"<worksheet ", b'<worksheet xmlns:x="urn:x" ')),
        sheet(b"<row>%s</row><row>%s</row>" % (typed("XFD1", "x") + typed("A1048576", "x"), typed("A3", ""))),
        sheet(b"<row>%s</row><row r='1000000'>%s</row>" % (typed("", "x") * 20_000, typed("", "x"))),
    ],
    ids=["plain", "ods inside", "elsewhere", "stored", "bzip2", "utf-16", "quotes", "blanks", "attribute",
         "small letters", "four letters", "deep", "prefix", "unordered", "no addresses"],
)  # fmt: skip
def test_a_lonely_cell_far_away_never_takes_the_memory_however_it_is_written(data):
    assert "een blad is te groot" in (said := refused(data)) or "beschadigd" in said


@pytest.mark.parametrize(
    "rows",
    [
        [ods_row("x", times=1_048_576, wide=16_384)],
        [ods_row("x", times=10**9)],
        [ods_row(times=1_048_575), ods_row("x", wide=16_000)],
        [ods_row("x", wide=16_000), ods_row(times=1_048_574), ods_row("x")],
        [b"<table:table-row>" * 300_000],
        [ods_row("x").replace(b'repeated="1"', b"repeated = '999999999999999999999'")],
        [ods_row("x", times=1_048_576, wide=16_384).replace(b'"', b"'")],
    ],
    ids=["repeated", "rows", "far down", "apart", "unclosed", "overflow", "quotes"],
)
def test_an_ods_of_which_one_cell_stands_for_a_billion_is_refused_at_once(rows):
    assert (
        "een blad is te groot" in (said := refused(ods(b"".join(rows)), "lijst.ods")) or "beschadigd" in said
    )


def test_cells_in_another_dress_are_read_at_their_own_address():
    rows = b"".join(
        b"<row>%s</row>" % b"".join(typed("", text) for text in line) for line in (HEAD, ROW, ROW[:1])
    )
    prefixed = changed(
        book(), "sheet1",
        lambda text: re.sub(rb"<(/?)(c|v|is|t)\b", rb"<\1x:\2", text)
        .replace(b"<worksheet ", b"<worksheet xmlns:x='u' "),
    )  # fmt: skip
    read = offered(sheet(rows)).table
    assert (read["row_number"].to_pylist(), read["municipality_home"].to_pylist()) == (
        [2, 3],
        ["GM0392", None],
    )
    assert offered(prefixed).table.num_rows == 1
    wide = [*HEAD, *(f"k{number}" for number in range(97))]
    assert offered(book(wide, ["01-03-2015", "Haarlem", 32, *range(97)])).table.num_rows == 1


def test_a_workbook_that_declares_a_million_rows_or_has_16384_columns_loads():
    declared = b'ref="A1:XFD1048576"'
    big = changed(book(), "sheet1", lambda text: re.sub(rb'ref="[^"]*"', declared, text, count=1))
    assert offered(big).table.num_rows == 1
    wide = offered(book([*HEAD, *(f"k{number}" for number in range(16_381))], [*ROW, *["x"] * 16_381]))
    assert wide.table.num_rows == 1
    assert wide.rows == 1


@pytest.mark.parametrize(
    ("data", "clause"),
    [
        (with_parts(book(), xl__media__x=bytes(60_000_000)), None),  # a thousand times as large unpacked
        (with_parts(book(), binnen=packed([("y", bytes(20_000_000))])), None),
        (packed([*parts(book()).items(), *((f"x/{number}", b"") for number in range(10_001))]),
         "te veel onderdelen"),
        (lying(with_parts(book(), xl__sharedStrings_xml=SHARED % (b"<si><t>aaaa</t></si>" * 500_000)),
               "xl/sharedStrings.xml", 1000), "groter dan het zegt"),
        (lying(sheet(b"<row>%s</row>" % typed("", "a" * 40) * 100_000), "xl/worksheets/sheet1.xml", 1000),
         "groter dan het zegt"),
        (changed(book(), "workbook.xml", lambda text: text + b"<sheet " * 200_000), None),
        (sheet(b"<row>%s" % (typed("A1", "x")[:-4] + b"<f " * 200_000 + b"</c>")), None),
    ],
    ids=["ratio", "nested", "entries", "lying strings", "lying sheet", "tags", "formulas"],
)  # fmt: skip
def test_a_bomb_is_refused_or_harmless(data, clause):
    began = time.monotonic()
    intake = offered(data)
    assert time.monotonic() - began < 30
    assert intake.table is not None or len(intake.problems) == 1
    assert clause is None or clause in intake.problems[0].message


@pytest.mark.parametrize("declared", [LOL, OUTSIDE], ids=["lol", "outside"])
def test_entities_are_refused_unread(declared):
    shared = with_parts(book(), xl__sharedStrings_xml=declared + SHARED % b"<si><t>&a;</t></si>")
    inside = sheet(typed("A1", "&a;"))
    inside = changed(inside, "sheet1", lambda text: declared + text)
    for data in (shared, inside, changed(book(), "workbook.xml", lambda text: declared + text)):
        assert "verwijzingen die niet in een werkmap horen" in refused(data)
    table = ods_row("&a;").replace(b"&amp;", b"&")
    assert "verwijzingen die niet in een werkmap horen" in refused(ods(table, declared), "lijst.ods")


SIXTY = 60_000_000


@pytest.mark.parametrize(
    ("data", "clause"),
    [
        (b"a;" * (SIXTY // 2), "te veel kolommen"),
        (b"a" * SIXTY, "een regel is te lang"),
        (b"Startdatum;Woongemeente\n1-2-2015;" + b"a" * SIXTY, "een regel is te lang"),
        (b'Startdatum;Woongemeente\n1-2-2015;"' + b"a\n" * 2_000_000 + b'"', "niet in kolommen te verdelen"),
        (b'"' * 5_000_000, "een regel is te lang"),
        (b"Startdatum;Woongemeente\n" + b"1-2-2015;Haarlem\n" * 9000 + b";" * 16_000, "te veel kolommen"),
        ("sep=é\nStartdatuméWoongemeente\n".encode(), "niet in kolommen te verdelen"),
    ],
    ids=["one line", "one cell", "long cell", "quote", "quotes", "one wide line", "sep"],
)
def test_a_text_file_on_one_line_is_refused_in_words(data, clause):
    assert clause in refused(data, "lijst.csv")


def test_blank_lines_at_the_end_of_a_text_file_take_no_time():
    intake = offered(b"Startdatum;Woongemeente\n1-2-2015;Haarlem\n" + b"\n" * 10_000_000, "lijst.csv")
    assert (intake.rows, intake.table.num_rows) == (1, 1)


def formulas_in(workbook):
    made = openpyxl.load_workbook(io.BytesIO(workbook))
    cells = [cell for page in made for row in page for cell in row if cell.value is not None]
    return [cell.value for cell in cells if cell.data_type == "f" or str(cell.value).lstrip()[:1] in "=+@"]


def test_nothing_that_is_written_back_calculates(tmp_path):
    head = ["Startdatum", "Woongemeente", "Werkgever", "Soort baan", "=2+2", "Sector"]
    rows = [["31-02-2015", text, text, text, text, text] for text in FORMULAS]
    text = "\n".join(
        ";".join(f'"{cell.replace(chr(34), chr(34) * 2)}"' for cell in row) for row in [head, *rows]
    )
    data, name = text.encode(), "=cmd.csv"
    intake = offered(data, name)
    assert intake.problems
    assert formulas_in(marked_workbook(data, name, intake)) == []
    problems = problems_csv(intake).decode("utf-8-sig")
    assert not re.search(r'(^|;)"?\s*[=+@]', problems, re.MULTILINE)
    assert b';"' in csv_bytes(["a", "b"], [["x", "=1;2"]]) and b"'=1" in csv_bytes(["a"], [["=1"]])
    for kind in KINDS:
        assert formulas_in(template(kind)) == []
    database = Database.open(tmp_path / "eigen.duckdb")
    good = b"Startdatum;Woongemeente;Werkgever;=1+1\n1-2-2015;Haarlem;=1+1;=1\n"
    delivery = store(database, offered(good, "=1+1.csv"), by="=1+1").delivery
    written = receipt_text(delivery, 0)
    assert not re.search(r"^\s*[=+@]", written, re.MULTILINE)
    database.close()


NAMES = [
    "../../etc/passwd.csv", "..\\..\\x.csv", "/tmp/x.csv", "a\nb\r\nc.csv", "\u202evsc.exe.csv",
    "\u200f\u2066x.csv", "...",
    "x" * 300 + ".csv", "<script>alert(1)</script>.csv", "![x](https://evil.example/x.png).csv", "....csv",
    "..", ".", " ", "\0.csv", "a\x1b[31m.csv", "naam.csv" * 50, "😀" * 90 + ".csv", "\ud800.csv", "CON.csv",
    '"; DROP TABLE delivery; --.csv', "%00.csv", "a.csv/../../b.csv",
]  # fmt: skip
GOOD = b"Startdatum;Woongemeente\n1-2-2015;Haarlem\n31-2-2015;Velsen\n"


def test_a_hostile_name_is_made_plain_before_anything_is_said_or_written(tmp_path):
    database = Database.open(tmp_path / "eigen.duckdb")
    for number, name in enumerate(NAMES):
        data = GOOD + b"3-3-2015;Haarlem\n" * number
        intake = read_delivery(data, name, key=b"sleutel")
        told = "".join(one.message for one in intake.problems)
        assert told.isprintable()
        assert OUR_FAULT not in told
        assert intake.file.isprintable()
        assert len(intake.file.encode()) <= 200
        assert not re.search(r'[<>:"/\\|?*]', intake.file)
        assert intake.file.strip(". ")
        if intake.table is None:  # a name without an extension that is read
            assert "wordt niet gelezen" in told
            continue
        assert intake.file == read_delivery(data, intake.file, key=b"sleutel").file
        if number % 3:  # storing takes long
            continue
        stored = store(database, intake, leave_out_errors=True, keep=True).delivery
        assert stored.file_name == intake.file
        assert resume(database, keep(database, intake, {}))[0].file == stored.file_name
        assert openpyxl.load_workbook(io.BytesIO(marked_workbook(data, name, intake))).sheetnames
    database.close()


def test_hostile_names_of_sheets_become_names_that_excel_takes():
    made = openpyxl.Workbook()
    made.active.append([*HEAD])
    made.active.append(["31-02-2015", "Haarlem", "32"])
    file = io.BytesIO()
    made.save(file)
    for name in (
        "&lt;script&gt;",
        "../../x",
        "=1+1",
        "'''",
        "x" * 300,
        "\u202ex",
        "[a]:*?",
        "History",
        "Problemen",
    ):
        data = changed(file.getvalue(), "xl/workbook.xml", lambda text, name=name: text.replace(
            b'name="Sheet"', b'name="%s"' % name.encode()))  # fmt: skip
        intake = offered(data)
        assert intake.rows == 1
        marked = marked_workbook(data, "lijst.xlsx", intake)
        titles = openpyxl.load_workbook(io.BytesIO(marked)).sheetnames
        assert len({title.lower() for title in titles}) == 2
        assert all(len(title) <= 31 and not re.search(r"[\[\]:*?/\\]|^'|'$", title) for title in titles)
        assert offered(marked).rows == 1


def test_hostile_names_in_the_inbox_stay_in_the_inbox(tmp_path):
    folder = tmp_path / "postvak"
    folder.mkdir()
    database = Database.open(tmp_path / "eigen.duckdb")
    names = ["a\nb.csv", "\u202evsc.csv", "<script>.csv", "...csv", "x" * 240 + ".csv", "=1+1.csv", "..x.csv"]
    for number, name in enumerate(names):
        (folder / name).write_bytes(GOOD.replace(b"1-2-2015", b"%d-2-2015" % (number + 1)))
    outside = {one.name for one in tmp_path.iterdir()}
    inbox = Inbox(folder, lambda: nullcontext(database), lambda: b"sleutel")
    list(inbox.once(pause=0))
    assert {one.name for one in tmp_path.iterdir()} == outside
    put = [one for one in folder.rglob("*") if one.is_file() and not one.name.startswith(".")]
    assert all(one.name.isprintable() and "<" not in one.name for one in put)
    for one in put:
        if one.suffix == ".json":
            json.loads(one.read_text())
        if one.suffix == ".txt":
            assert not re.search(r"[\u202a-\u202e\u2066-\u2069]", one.read_text())
    database.close()


def test_people_who_import_at_the_same_time_each_get_the_whole_of_their_own(tmp_path):
    database = Database.open(tmp_path / "eigen.duckdb")
    start, seen = threading.Barrier(4), []

    def person(number):
        rows = "".join(f"K{number}-{row};{number + 1}-2-2015;Haarlem\n" for row in range(500))
        start.wait()
        data = f"Klantnr;Startdatum;Woongemeente\n{rows}".encode()
        intake = read_delivery(data, f"lijst{number}.csv", key=b"sleutel")
        draft = keep(database, intake, {"step": str(number)}, f"analist {number}")
        back, stated = resume(database, draft)
        outcome = store(database, back, by=f"analist {number}")
        days = (
            outcome.delivery
            and database.query(
                "SELECT DISTINCT day(start_date) AS d FROM placement WHERE delivery_id = $id",
                {"id": outcome.delivery.id},
            ).to_pylist()
        )
        seen.append((number, stated, back.table.num_rows, days, outcome.delivery.delivered_by))

    people = [threading.Thread(target=person, args=(number,)) for number in range(4)]
    for one in people:
        one.start()
    for one in people:
        one.join()
    assert sorted(seen, key=lambda one: one[0]) == [
        (number, {"step": str(number)}, 500, [{"d": number + 1}], f"analist {number}") for number in range(4)
    ]
    assert len(drafts(database)) == 4
    database.close()


LEFT = """
import os, sys
from pathlib import Path
from data_loaders.drafts import keep
from data_loaders.intake import read_delivery, store
from storage.database import Database
database = Database.open(Path(sys.argv[1]))
rows = "".join(f"K{row};1-2-2015;Haarlem\\n" for row in range(3000))
data = ("Klantnr;Startdatum;Woongemeente\\n" + rows).encode()
def gone(sentence, share):
    if share >= float(sys.argv[3]):
        os._exit(9)
if sys.argv[2] == "lezen":
    read_delivery(data, "lijst.csv", key=b"k", progress=gone)
intake = read_delivery(data, "lijst.csv", key=b"k")
keep(database, intake, {"step": "3"})
store(database, intake, progress=gone)
os._exit(0)
"""


@pytest.mark.parametrize(("moment", "share", "kept"), [("lezen", "0.5", 0), ("opslaan", "0.5", 1)])
def test_a_session_that_dies_leaves_nothing_half_written_and_its_draft(tmp_path, moment, share, kept):
    path = tmp_path / "eigen.duckdb"
    ended = subprocess.run(
        [sys.executable, "-c", LEFT, str(path), moment, share], cwd=Path(__file__).parents[2],
        env=os.environ | {"REGIOMONITOR_KEY": "k"},
    )  # fmt: skip
    assert ended.returncode == 9
    database = Database.open(path)
    assert (database.deliveries(), database.version) == ([], 0)
    assert database.query("SELECT count(*) AS n FROM placement").to_pylist() == [{"n": 0}]
    assert len(drafts(database)) == kept
    if kept:
        intake, stated = resume(database, drafts(database)[0].id)
        assert (intake.table.num_rows, stated) == (3000, {"step": "3"})
        assert store(database, intake).delivery.row_count == 3000
    database.close()


def test_a_cell_beyond_the_columns_of_an_old_workbook_is_refused():
    made = xlwt.Workbook()
    page = made.add_sheet("Plaatsingen")
    for row in range(400):
        for column, text in enumerate(("1-2-2015", "Haarlem", 32.5) if row else HEAD):
            page.write(row, column, text)
    file = io.BytesIO()
    made.save(file)
    data = bytearray(file.getvalue())
    assert offered(bytes(data), "lijst.xls").table.num_rows == 399
    last = data.rfind(struct.pack("<HHHH", 0x027E, 10, 399, 2))
    struct.pack_into("<HH", data, last + 4, 65_535, 65_535)
    assert "een blad is te groot" in refused(bytes(data), "lijst.xls")
