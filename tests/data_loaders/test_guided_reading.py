"""What the analyst is shown of a file and may change: sheets, heading rows, words, cells and rows."""

import pytest

from data_loaders.intake import Cell, reread

HEAD = ["Startdatum", "Woongemeente", "Klantnr", "Werkgever", "Soort baan", "Kleur", "BSN"]
ROWS = [
    HEAD,
    ["01-03-2015", "Haarlem", "K1", "Bos BV", "regulier", "rood", "1"],
    ["02-03-2015", "Harlem", "K2", "Duin BV", "gewoon werk", "blauw", "2"],
    ["geen idee", "harlem ", "K3", "Zee BV", "gewoon werk", "groen", "3"],
]


def by_text(intake):
    return {one.text: one for one in intake.headings}


def sorts(intake, severity=None):
    return [one.sort for one in intake.problems if severity in (None, one.severity)]


def column(intake, name):
    return intake.table.column(name).to_pylist()


def test_each_heading_tells_its_field_how_sure_it_is_and_three_samples(read):
    head = by_text(read(ROWS, columns={"Kleur": "sbi"}))
    assert {text: (one.letter, one.field, one.certainty) for text, one in head.items()} == {
        "Startdatum": ("A", "placement_date", "zeker"),
        "Woongemeente": ("B", "municipality_home", "zeker"),
        "Klantnr": ("C", "person_key", "zeker"),
        "Werkgever": ("D", "employer", "zeker"),
        "Soort baan": ("E", "job_type", "zeker"),
        "Kleur": ("F", "sbi", "gekozen"),
        "BSN": ("G", None, "verboden"),
    }
    assert head["Woongemeente"].samples == ("Haarlem", "Harlem", "harlem")
    assert head["Soort baan"].samples == ("regulier", "gewoon werk")


def test_persons_and_forbidden_columns_show_no_samples(read):
    head = by_text(read(ROWS))
    assert (head["Klantnr"].samples, head["BSN"].samples) == ((), ())


def test_no_choice_makes_a_forbidden_column_kept(read):
    head = ["Startdatum", "Woongemeente", "Geboortedatum", "Naam"]
    rows = [head, ["1-3-2015", "Haarlem", "1-1-1990", "Piet"]]
    intake = read(rows, columns={"Geboortedatum": "end_date", "Naam": "employer"})
    assert intake.dropped_columns == ("Geboortedatum", "Naam")
    assert set(intake.mapping.values()) == {"placement_date", "municipality_home"}


def test_a_column_nearly_recognised_left_out_or_unknown_says_so(read):
    head = ["Startdatum", "Woongemeente", "Werkgeverr", "Sector", "Kleur"]
    rows = [head, ["1-3-2015", "Haarlem", "Bos", "markt", "rood"]]
    head = by_text(read(rows, columns={"Sector": None}))
    assert head["Werkgeverr"].certainty == "vermoedelijk"
    assert (head["Sector"].certainty, head["Sector"].field) == ("genegeerd", None)
    assert head["Kleur"].certainty == "genegeerd"


def test_two_columns_for_one_field_wait_for_a_choice(read):
    intake = read([["Startdatum", "Begindatum", "Woongemeente"], ["1-3-2015", "1-3-2015", "Haarlem"]])
    head = by_text(intake)
    assert [head[text].certainty for text in ("Startdatum", "Begindatum")] == ["vraag", "vraag"]
    assert {head["Startdatum"].field, head["Begindatum"].field} == {"placement_date"}
    assert "kop-dubbel" in sorts(intake, "question")


def test_the_reason_names_the_row_and_the_sheet(read, xlsx):
    book = xlsx(("Plaatsingen Q3", [["Plaatsingen WSP"], [], [], *ROWS]))
    assert read(book).reason == "kop op rij 4 van blad 'Plaatsingen Q3'"


def test_every_sheet_is_listed_and_a_chosen_one_is_read_although_hidden(read, xlsx):
    book = xlsx(("Uitleg", [["Lees dit"]]), ("Q1", ROWS), ("Oud", ROWS[:2]), hidden=("Oud",))
    intake = read(book)
    assert [(one.name, one.visible, one.header_row, one.kind, one.used) for one in intake.sheets_seen] == [
        ("Uitleg", True, None, None, False),
        ("Q1", True, 1, "placement", True),
        ("Oud", False, 1, "placement", False),
    ]
    chosen = read(book, sheets=["Oud"])
    assert (chosen.sheet, chosen.rows, len(chosen.sheets_seen)) == ("Oud", 1, 3)
    assert "blad-verborgen" not in sorts(chosen)


def test_a_stated_heading_row_goes_before_the_one_that_was_found(read):
    again = [["Begindatum", "Woonplaats"], ["01-04-2015", "Zandvoort"]]
    intake = read([*ROWS, *again], header_rows={"Blad1": 5})
    assert (intake.header_row, intake.rows) == (5, 1)
    assert column(intake, "municipality_home") == ["GM0473"]


def test_headings_that_nobody_knows_are_read_with_a_row_a_kind_and_columns(read, said):
    rows = [["A1", "B1"], ["kol x", "kol y"], ["01-03-2015", "Haarlem"]]
    unknown = read(rows, header_rows={"Blad1": 2})
    assert sorts(unknown) == ["geen-lijst"]
    assert [(one.letter, one.text, one.certainty) for one in unknown.headings] == [
        ("A", "kol x", "genegeerd"),
        ("B", "kol y", "genegeerd"),
    ]
    columns = {"kol x": "placement_date", "kol y": "municipality_home"}
    intake = read(rows, header_rows={"Blad1": 2}, kind="placement", columns=columns)
    assert intake.table.num_rows == 1, said(intake)
    assert {one.certainty for one in intake.headings} == {"gekozen"}


def test_the_layout_is_the_same_for_the_same_headings_in_any_dress(read):
    one = read(ROWS)
    other = read([[text.upper() for text in reversed(HEAD)], list(reversed(ROWS[1]))])
    assert one.layout == other.layout
    assert len(one.layout) == 16
    assert read([HEAD[:-1], ROWS[1][:-1]]).layout != one.layout


def test_a_word_is_replaced_in_every_row_by_a_code_or_a_label(read):
    words = {"municipality_home": {"Harlem": "Haarlem"}, "job_type": {"Gewoon Werk": "regulier"}}
    intake = read(ROWS, values=words)
    assert column(intake, "municipality_home") == ["GM0392", "GM0392"]
    assert column(intake, "job_type") == ["regulier", "regulier"]
    assert sorts(intake, "error") == ["datum-onleesbaar"]


def test_a_label_of_the_screen_is_understood_where_deliveries_never_use_it(read):
    from reference.dutch import LABELS

    codes, labels = zip(*LABELS["job_type"].items(), strict=True)
    rows = [["1-3-2015", "Haarlem", f"woord {label}"] for label in labels]
    words = {f"woord {label}": label for label in labels}
    intake = read([["Startdatum", "Woongemeente", "Soort baan"], *rows], values={"job_type": words})
    assert column(intake, "job_type") == list(codes)


def test_a_word_without_a_replacement_stays_unknown(read):
    intake = read(ROWS[:3], values={"municipality_home": {"harlem": None}})
    assert column(intake, "municipality_home") == ["GM0392", None]
    assert sorts(intake, "error") == []


def test_a_corrected_cell_goes_before_a_replaced_word(read):
    intake = read(
        ROWS,
        values={"municipality_home": {"harlem": "Velsen"}},
        corrections={
            Cell("Blad1", 4, "municipality_home"): "Bloemendaal",
            Cell("Blad1", 4, "placement_date"): "04-03-2015",
            Cell("Blad1", 2, "employer"): "",
        },
    )
    assert column(intake, "municipality_home") == ["GM0392", "GM0453", "GM0377"]
    assert column(intake, "employer") == [None, "Duin BV", "Zee BV"]
    assert sorts(intake, "error") == []


def test_rows_left_out_are_counted_in_a_warning(read, said):
    intake = read(ROWS, omit=frozenset({("Blad1", 3), ("Blad1", 4)}))
    assert (intake.rows, intake.table.num_rows) == (3, 1)
    assert "2 rijen zijn op uw verzoek weggelaten" in said(intake, "warning")


def test_a_problem_says_field_row_and_kind_so_that_it_can_be_corrected(read):
    (wrong,) = [one for one in read(ROWS).problems if one.sort == "datum-onleesbaar"]
    assert (wrong.field, wrong.row_number, wrong.cell, wrong.count) == ("placement_date", 4, "A4", 1)


@pytest.mark.parametrize("extra", [{}, {"corrections": {Cell("Blad1", 4, "placement_date"): "04-03-2015"}}])
def test_reading_anew_from_the_kept_rows_equals_reading_the_file(read, extra):
    words = {"municipality_home": {"harlem": "Haarlem"}}
    from_file = read(ROWS, supplier="wsp", values=words, **extra)
    kept = reread(read(ROWS, supplier="wsp"), values=words, today=from_file.period[1], **extra)
    assert kept.table.equals(from_file.table)
    assert kept.problems == from_file.problems
    assert kept.period == from_file.period


def test_reading_anew_keeps_words_and_starts_from_the_file_for_cells(read):
    intake = read(ROWS, values={"municipality_home": {"harlem": "Haarlem"}})
    first = reread(intake, corrections={Cell("Blad1", 4, "placement_date"): "04-03-2015"})
    assert sorts(first, "error") == []
    assert sorts(reread(first), "error") == ["datum-onleesbaar"]


def test_the_hours_of_a_full_job_are_answered_without_the_file(read):
    intake = read([["Startdatum", "Woongemeente", "FTE"], ["1-3-2015", "Haarlem", "0,5"]])
    assert intake.table is None
    answered = reread(intake, hours_per_fte=36)
    assert column(answered, "hours_low") == [18]
    assert column(reread(answered), "hours_low") == [18]


def test_a_person_number_typed_on_a_screen_is_refused_and_can_be_emptied(read, said):
    cell = Cell("Blad1", 2, "person_key")
    typed = reread(read(ROWS), corrections={cell: "K9"})
    assert typed.table is None
    assert "alleen leeg te maken" in said(typed, "error")
    assert column(reread(read(ROWS[:2]), corrections={cell: ""}), "person_key") == [None]


def test_citizen_numbers_typed_as_a_correction_are_refused(read, said):
    typed = reread(read(ROWS[:2]), corrections={Cell("Blad1", 2, "employer"): "111222333"})
    assert typed.table is None
    assert "burgerservicenummers" in said(typed, "error")


def test_kept_rows_hold_mapped_columns_only_with_pseudonyms(read):
    cleaned = read(ROWS).cleaned
    assert set(cleaned.column_names) == {
        "placement_date", "municipality_home", "person_key", "employer", "job_type", "sheet", "row_number",
    }  # fmt: skip
    assert all(len(key) == 32 for key in cleaned.column("person_key").to_pylist())


def test_progress_never_falls_and_ends_at_one(read):
    heard = []
    read(ROWS, progress=lambda sentence, share: heard.append((share, sentence)))
    shares = [share for share, _ in heard]
    assert shares == sorted(shares)
    assert (shares[0], shares[-1]) == (0.0, 1.0)
    assert all(sentence.strip() for _, sentence in heard)


@pytest.mark.parametrize("after", range(6))
def test_a_cancelled_reading_keeps_nothing(read, after):
    asked = []

    def cancelled():
        asked.append(1)
        return len(asked) > after

    intake = read(ROWS, cancelled=cancelled)
    assert (intake.table, intake.cleaned) == (None, None)
    assert sorts(intake) == ["geannuleerd"]


def test_a_screen_that_goes_away_during_progress_is_no_bad_file(read):
    class Gone(BaseException):
        pass

    def leave(sentence, share):
        raise Gone

    with pytest.raises(Gone):
        read(ROWS, progress=leave)
