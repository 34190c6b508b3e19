"""Each list is told from every other kind by its headings alone, and taken back like any other delivery."""

import io
from collections import Counter
from datetime import timedelta
from pathlib import Path

import openpyxl
import pytest

from data_loaders.intake import KINDS, read_delivery, store
from data_loaders.recognition import recognise
from data_loaders.workbook import SHELL_LIMITS, read_workbook
from sample_data.make import extras
from storage.database import Database
from storage.kinds import VIEWS
from tests.data_loaders.test_templates import example, filled

SAMPLES = Path(__file__).parents[2] / "sample_data"
NEW = ("vacancy", "caseload", "talk", "trajectory", "sroi")
# Headings of exports that have columns in common.
EXPORTS = {
    "placement": [
        "Datum plaatsing;Klantnr;Woongemeente;Werkgever;Uren;Soort plaatsing;Doelgroep",
        "Personeelsnr;Regeling;Werkgever/inlener;Uren;Begindatum;Verlengd tot;Gemeente",
        "Vacaturenummer;Werkgever;KvK;Branche;Uren;Kandidaat-id;Uitkering;Gemeente;Datum plaatsing;Contract",
        "Plaatsingsdatum;Gemeente;Contractnr;Inspanningswaarde;Doelgroepregister;Uren",
    ],
    "internship": ["Leerbedrijf;BRIN;Crebo;Leerweg;Niveau;Begin BPV;Eind BPV;Uren;Aantal plaatsen;Extra J/N"],
    "vacancy": [
        "Vacaturenummer;Werkgever;KvK;Branche;Aantal plaatsen;Uren min/max;Datum vacature;Datum voorgesteld",
        "DatumVacature;Omschrijving status;Bedrijf;Gemeente;Uren per week",
    ],
    "caseload": [
        "Peildatum;Gemeente;Klantgroep;Leeftijd;Aantal",
        "Maand;Gemeente;Instroom;Uitstroom;Uitstroom naar werk",
        "Jaar;Gemeente;Leefvorm;Uitkeringsduur;Aantal uitkeringen",
    ],
    "talk": [
        "Klantnr;Gemeente;Uitgenodigd op;Gespreksdatum;Klantgroep;Status",
        "Datum gesprek;Gemeente;Aantal",
    ],
    "trajectory": [
        "Trajectnr;Clientnr;Gemeente;Startdatum;Einddatum;Doelgroep;Uitvoerder;Trajectsoort;Fase",
        "Startdatum;Gemeente;Soort traject;Aanbieder;Na 6 maanden",
        "Trajectnr;Clientnr;Gemeente;Startdatum;Einddatum;Voorziening;Resultaat",
    ],
    "sroi": [
        "Contractnr;Opdrachtnemer;Opdrachtwaarde;Verplichting %;Verplichting EUR;Start;Einde;Status",
        "Besteknr;Project;Startdatum;Sroi-percentage;Plaatsen afgesproken;Gerealiseerde stages",
    ],
}


@pytest.mark.parametrize(
    ("kind", "headings"), [(kind, text) for kind, texts in EXPORTS.items() for text in texts]
)
def test_headings_that_kinds_have_in_common_do_not_confuse_them(kind, headings):
    data = f"{headings}\n{';'.join('x' * (headings.count(';') + 1))}\n".encode()
    assert [
        part.kind.key for part in recognise(read_workbook(data, "lijst.csv", SHELL_LIMITS), None, None)
    ] == [kind]


@pytest.mark.parametrize("kind", KINDS)
def test_a_template_is_taken_for_its_own_kind_in_any_order_of_columns(kind):
    book = openpyxl.load_workbook(io.BytesIO(filled(kind, [example(kind)])))
    rows = [list(row) for row in book.worksheets[0].iter_rows(values_only=True)]
    turned = openpyxl.Workbook()
    for row in rows:
        turned.active.append(row[::-1])
    file = io.BytesIO()
    turned.save(file)
    assert [
        part.kind.key
        for part in recognise(read_workbook(file.getvalue(), "lijst.xlsx", SHELL_LIMITS), None, None)
    ] == [kind]


@pytest.fixture(scope="module")
def made():
    return {extra.file_name: extra for extra in extras() if extra.kind in NEW}


def test_the_sample_of_every_new_kind_loads_as_it_was_meant(made):
    for name, extra in made.items():
        intake = read_delivery(SAMPLES / name, key=b"sleutel")
        assert [one.message for one in intake.problems] == [], name
        found = (intake.kind, intake.supplier, intake.period, intake.table.num_rows)
        assert found == (extra.kind, extra.supplier, (extra.first, extra.last), extra.rows)
        assert extra.data == (SAMPLES / name).read_bytes()


def test_the_sample_gives_the_answers_that_were_counted_apart(made, tmp_path):
    from sample_data.clients_plan import client_answers
    from sample_data.sroi_plan import sroi_answers
    from sample_data.vacancies_plan import vacancy_answers

    database = Database.open(tmp_path / "eigen.duckdb")
    for name in made:
        assert store(database, read_delivery(SAMPLES / name, key=b"sleutel")).problems == ()
    hours = "date_diff('minute', opened_at, candidate_at) <= 72 * 60"
    timed = "opened_timed AND candidate_timed"
    for year, told in vacancy_answers()["vacancies"].items():
        sql = (
            "SELECT count(*) AS opened, count(candidate_at) AS with_candidate, count_if("
            + timed
            + ") AS timed, "
            f"count_if({timed} AND {hours}) AS within_72 FROM vacancies WHERE year(opened_at) = {year}"
        )
        assert database.query(sql).to_pylist() == [told]
    sql = (
        "SELECT sum(places_realised)::INT AS n FROM sroi_contracts "
        "WHERE status = 'goedgekeurd' AND year(start_date) = 2014"
    )
    assert database.query(sql)["n"].to_pylist() == [sroi_answers()["sroi"]["2014"]["places"]] == [88]
    sql = (
        "SELECT municipality, quantity_low FROM caseloads WHERE measure = 'stand' AND client_group IS NULL "
        "AND coalesce(duration, age, household) IS NULL AND reference_date = DATE '2017-12-31'"
    )
    stock = {row["municipality"]: row["quantity_low"] for row in database.query(sql).to_pylist()}
    assert stock == client_answers()["caseload"]["2017"]
    talks = database.query("SELECT sum(quantity_low)::INT AS n FROM talks WHERE talk_date IS NOT NULL")
    assert talks["n"].to_pylist() == [client_answers()["talks"]["held"]]
    database.close()


def rows_now(database, kind):
    return database.query(f"SELECT count(*) AS n FROM {VIEWS[kind][0]}")["n"][0].as_py()


def a_day_before(kind):
    """Return the example of a kind with its first date a day earlier."""
    heading = next(offer.heading for offer in KINDS[kind].offers.values() if offer.example[2:3] == "-")
    return example(kind) | {heading: example(kind)[heading] - timedelta(days=1)}


@pytest.mark.parametrize("kind", NEW)
def test_a_newer_delivery_replaces_an_older_one_and_can_be_taken_back(read, database, kind):
    row = example(kind)
    file = filled(kind, [row])
    first = store(database, read(file, "WSP 2015.xlsx")).delivery
    early = database.version
    again = store(database, read(file, "WSP 2015.xlsx"))
    assert (again.unchanged, rows_now(database, kind)) == (True, 1)
    second = store(database, read(filled(kind, [row, a_day_before(kind)]), "WSP 2015.xlsx")).delivery
    assert (second.replaces, rows_now(database, kind)) == ((first.id,), 2)
    known = database.query(f"SELECT count(*) AS n FROM {VIEWS[kind][0]}_known_at({early})")["n"][0].as_py()
    assert known == 1
    database.withdraw(second.id)
    assert rows_now(database, kind) == 1
    database.restore(second.id)
    assert rows_now(database, kind) == 2
    database.erase(second.id)
    assert rows_now(database, kind) == 0


@pytest.mark.parametrize("kind", NEW)
def test_a_delivery_of_one_kind_leaves_the_other_kinds_alone(read, database, kind):
    for name in NEW:
        assert store(database, read(filled(name, [example(name)]), "WSP 2015.xlsx")).delivery.kind == name
    newer = read(filled(kind, [a_day_before(kind)]), "WSP 2015 verbeterd.xlsx")
    assert len(store(database, newer).delivery.replaces) == 1
    active = Counter(one.kind for one in database.deliveries() if one.active)
    assert active == dict.fromkeys(NEW, 1)


@pytest.mark.parametrize("kind", NEW)
def test_citizen_numbers_under_any_heading_refuse_the_file(read, kind):
    offers = KINDS[kind].offers
    field = "employer" if "employer" in offers else "contractor" if "contractor" in offers else "person_key"
    if field not in offers:
        field = next(column.field for column in KINDS[kind].columns if column.type == "home")
    rows = [example(kind) | {offers[field].heading: number} for number in (123456782, 111222333)]
    intake = read(filled(kind, rows))
    assert intake.table is None
    assert "bevat burgerservicenummers. Het bestand is geweigerd" in intake.problems[-1].message


def test_counted_places_of_the_region_know_their_membership(read, database):
    store(
        database,
        read(
            [
                ["Peildatum", "Gemeente", "Telling", "Aantal"],
                ["31-12-2015", "Uitgeest", "stand", 90],
                ["31-12-2015", "Amsterdam", "stand", 9],
            ]
        ),
    )
    found = database.query("SELECT municipality, member, subregion FROM caseloads ORDER BY 1").to_pylist()
    assert [(row["municipality"], row["member"], row["subregion"]) for row in found] == [
        ("GM0363", False, None),
        ("GM0450", True, "IJmond"),
    ]
