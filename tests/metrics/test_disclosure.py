"""Small counts are hidden, and nobody can compute them from what is shown.

The attacker subtracts: given all views (totals and parts, two counting rules, adjacent dates), it lists every
small table that fits them. No count of 1 to 4, and no step of 1 to 4, may be the same in all of these.
"""

from datetime import date
from random import Random

import numpy as np
import pytest

from metrics.disclosure import Ledger, steady, widened
from metrics.guard import Relation

JUNE, JULY, AUGUST = date(2015, 6, 30), date(2015, 7, 31), date(2015, 8, 31)
LIMIT = 5
LARGEST = 13


def ledger(counts, relations=(), derived=frozenset(), points=(JUNE,), **more):
    return Ledger(points, counts, relations, derived=derived, **more)


def test_counts_of_one_to_four_show_as_below_five_and_zero_and_five_show_as_they_are():
    book = ledger({"a": [0], "b": [1], "c": [4], "d": [5]})
    assert [book.at(cell, JUNE).state for cell in "abcd"] == ["shown", "below", "below", "shown"]
    assert (book.at("a", JUNE).value, book.at("d", JUNE).value) == (0, 5)
    assert book.at("b", JUNE).value is None


def test_a_second_cell_hides_so_that_the_total_does_not_give_the_first_away():
    book = ledger({"total": [30], "a": [2], "b": [11], "c": [17]}, [Relation("total", ("a", "b", "c"))])
    assert [book.at(cell, JUNE).state for cell in ("total", "a", "b", "c")] == [
        "shown",
        "below",
        "shielded",
        "shown",
    ]


def tables(width, largest):
    """All tables of so many counts with a sum up to the largest."""
    if width == 0:
        return [()]
    return [(first, *rest) for first in range(largest + 1) for rest in tables(width - 1, largest - first)]


def fits(book, cells, points, worlds):
    """Return which worlds fit all that is shown: `worlds[cell, i]` is an array of counts per checkpoint."""
    fit = np.ones(len(next(iter(worlds.values()))), dtype=bool)
    for cell in cells:
        for i, point in enumerate(points):
            answer, count = book.at(cell, point), worlds[cell, i]
            if answer.state == "below":
                fit &= (count >= 1) & (count < LIMIT)
            elif answer.state == "shown":
                fit &= worlds[cell, points.index(answer.as_of)] == answer.value
                if answer.as_of < point:
                    fit &= count > answer.value
    return fit


def subtract(tables, counts, relations, derived, points, secrets, fixed=lambda exact: ()):
    """Return the small secrets that have one value in all tables that fit what is shown of a table."""
    every = np.array(tables)
    worlds = {(cell, i): values[i] for cell, values in counts(every.T).items() for i in range(len(points))}
    hidden = secrets(every.T)
    leaks = []
    inner = [index for index, table in enumerate(tables) if sum(table) <= LARGEST]
    for index in Random(1).sample(inner, min(500, len(inner))):
        exact = {cell: [int(v) for v in values] for cell, values in counts(tables[index]).items()}
        book = ledger(exact, relations, frozenset(derived), points, fixed=fixed(exact))
        fit = fits(book, [cell for cell in exact if cell not in derived], points, worlds)
        assert fit[index]
        for name, values in hidden.items():
            if 0 < values[index] < LIMIT and len(set(values[fit].tolist())) == 1:
                leaks.append((tables[index], name))
    return leaks


def three_parts(table):
    a, b, c = table
    return {"total": [a + b + c], "a": [a], "b": [b], "c": [c]}


def values_now(counts):
    """The secrets of one date: the counts themselves."""
    return lambda table: {cell: values[-1] for cell, values in counts(table).items()}


def test_a_total_and_its_parts_never_give_a_small_part_away():
    relations = [Relation("total", ("a", "b", "c"))]
    assert subtract(tables(3, 30), three_parts, relations, (), (JUNE,), values_now(three_parts)) == []


def test_the_two_counting_rules_never_give_the_few_under_25_hours_away():
    relations = [
        Relation(("p", "all"), (("p", "x"), ("p", "y"))),
        Relation(("g", "all"), (("g", "x"), ("g", "y"))),
        *(Relation(("p", place), (("g", place), ("u", place))) for place in ("x", "y", "all")),
    ]
    derived = frozenset(("u", place) for place in ("x", "y", "all"))

    def counts(table):
        gx, ux, gy, uy = table
        return {
            ("g", "x"): [gx],
            ("u", "x"): [ux],
            ("p", "x"): [gx + ux],
            ("g", "y"): [gy],
            ("u", "y"): [uy],
            ("p", "y"): [gy + uy],
            ("g", "all"): [gx + gy],
            ("u", "all"): [ux + uy],
            ("p", "all"): [gx + ux + gy + uy],
        }

    assert subtract(tables(4, 24), counts, relations, derived, (JUNE,), values_now(counts)) == []


def test_two_adjacent_dates_never_give_a_small_step_away():
    def counts(table):
        a, b, more_a, more_b = table
        return {"a": [a, a + more_a], "b": [b, b + more_b], "total": [a + b, a + b + more_a + more_b]}

    def secrets(table):
        return {"a": table[0], "b": table[1], "step a": table[2], "step b": table[3]}

    relations = [Relation("total", ("a", "b"))]
    assert subtract(tables(4, 24), counts, relations, (), (JUNE, JULY), secrets) == []


def test_a_number_moves_only_by_nothing_or_by_at_least_the_limit():
    points = tuple(date(2015, month, 28) for month in range(1, 7))
    book = ledger({"a": [7, 9, 12, 12, 13, 18]}, points=points)
    assert [(book.at("a", point).value, book.at("a", point).as_of.month) for point in points] == [
        (7, 1),
        (7, 1),
        (12, 3),
        (12, 4),
        (12, 4),
        (18, 6),
    ]
    assert [value for _, value in book.series("a", points[-1])] == [7, 12, 12, 18]


def test_what_another_ledger_shows_is_not_hidden_again_but_its_parts_are():
    totals = ledger({"total": [8]})
    parts = ledger({"total": [8], "a": [3], "b": [5]}, [Relation("total", ("a", "b"))], fixed=[totals])
    assert parts.at("a", JUNE).value is None
    assert parts.at("b", JUNE).value is None
    assert totals.at("total", JUNE).value == 8


def test_three_dates_never_give_a_small_step_away():
    def counts(table):
        a, b, a2, b2, a3, b3 = table
        return {
            "a": [a, a + a2, a + a2 + a3],
            "b": [b, b + b2, b + b2 + b3],
            "total": [a + b, a + b + a2 + b2, a + b + a2 + b2 + a3 + b3],
        }

    def secrets(table):
        return dict(
            zip(("a", "b", "a in July", "b in July", "a in August", "b in August"), table, strict=True)
        )

    relations = [Relation("total", ("a", "b"))]
    assert subtract(tables(6, 17), counts, relations, (), (JUNE, JULY, AUGUST), secrets) == []


def test_parts_of_a_total_that_is_public_elsewhere_never_give_a_small_part_away():
    relations = [Relation("total", ("a", "b", "c"))]

    def fixed(exact):
        return [ledger({"total": exact["total"]})]

    leaks = subtract(tables(3, 30), three_parts, relations, (), (JUNE,), values_now(three_parts), fixed)
    assert leaks == []


@pytest.mark.parametrize(("unknown", "high"), [(0, 20), (1, 25), (5, 25), (6, 30)])
def test_the_upper_bound_tells_what_is_unknown_in_steps_of_five(unknown, high):
    assert widened(20, unknown) == high


def test_a_stock_moves_in_steps_of_at_least_five_and_never_shows_a_few():
    assert steady([3, 6, 8, 12, 10, 7, 0]) == [None, 6, 6, 12, 12, 7, 0]
