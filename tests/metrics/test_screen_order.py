"""What a screen shows may not depend on the order in which the engine or a set happens to give its rows."""

from datetime import date

from metrics.cells import accumulated
from metrics.metric import Amount

ONE = Amount(1, 1, 1)
JANUARY = date(2015, 1, 31)


def test_the_order_of_the_cells_is_that_of_their_names_whatever_the_order_of_the_rows():
    steps = {("overheid", JANUARY): ONE, (None, JANUARY): ONE, ("inleen", JANUARY): ONE}
    turned = dict(reversed(steps.items()))
    assert list(accumulated(steps, [JANUARY])) == list(accumulated(turned, [JANUARY]))
    assert list(accumulated(steps, [JANUARY])) == [("inleen",), ("overheid",), (None,)]
