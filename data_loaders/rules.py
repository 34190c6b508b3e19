"""Checks that kinds of delivery have in common, each told in Dutch after the place of its cell."""

from __future__ import annotations

from data_loaders.kind import Check

EARLIEST = "2013-01-01"  # the agreements count extra work since 1 January 2013
TWICE_CHECK = Check(
    "", "warning", "rid NOT IN (SELECT rid FROM twice_id)",
    "'deze rij staat al in rij ' || first_row || '. Is het dezelfde? Laat er dan één weg.'",
    source="typed JOIN twice_row USING (rid)", sort="rij-dubbel",
)  # fmt: skip


def missing_check(field: str, what: str, sort: str = "rij") -> Check:
    """Return the error about an empty cell that each row needs; `what` is it in Dutch, with its article."""
    return Check(
        field, "error", f"{field} IS NULL AND NOT {field}_wrong",
        f"'{what} ontbreekt. Vul dit in of laat de rij weg.'", sort=sort,
    )  # fmt: skip


def date_checks(field: str, what: str, ahead: bool = False) -> tuple[Check, ...]:
    """Return the errors about the day that each row needs: none, before 2013, or after today.

    `what` is the day in Dutch, with its article; `ahead` allows days to come.
    """
    missing = Check(
        field, "error", f"{field} IS NULL AND NOT {field}_wrong",
        f"'{what} ontbreekt. Vul hem in of laat de rij weg.'", sort="datum-ontbreekt",
    )  # fmt: skip
    return (missing, *range_checks(field, what, ahead))


def range_checks(field: str, what: str, ahead: bool = False) -> tuple[Check, ...]:
    """Return the errors about a day that a row may lack: before 2013, or after today unless `ahead`."""
    shown = f"'{what} ' || strftime({field}, '%d-%m-%Y') || ' ligt "
    remedy = "Waarschijnlijk klopt het jaar niet. Verbeter de datum of laat de rij weg.'"
    early = Check(
        field, "error", f"{field} < DATE '{EARLIEST}'", f"{shown}vóór 2013. {remedy}", sort="datum-te-vroeg"
    )
    later = Check(
        field, "error", f"CAST({field} AS DATE) > today", f"{shown}in de toekomst. {remedy}",
        sort="datum-toekomst",
    )  # fmt: skip
    return (early,) if ahead else (early, later)


def order_check(later: str, earlier: str, what: str, before: str) -> Check:
    """Return the error about a day that lies before the one that it follows; both named with an article."""
    return Check(
        later, "error", f"{later} < {earlier}",
        f"'{what} ' || strftime({later}, '%d-%m-%Y') || ' ligt vóór {before} ' || "
        f"strftime({earlier}, '%d-%m-%Y') || '. Verbeter één van beide of laat de rij weg.'",
        sort="einde-voor-begin",
    )  # fmt: skip


def region_check(field: str, day: str) -> Check:
    """Return the warning about a municipality outside the region on the day of its row."""
    return Check(
        field, "warning",
        f"{field} IS NOT NULL AND (member_from IS NULL OR "
        f"coalesce(CAST({day} AS DATE), today) NOT BETWEEN member_from AND member_until)",
        f"'de gemeente \"' || {field}_raw || '\" ligt buiten de regio en telt daar niet mee.'",
        grouped=True, sort="buiten-regio",
    )  # fmt: skip


def no_place_check(field: str) -> Check:
    """Return the warning about a municipality that was not filled in."""
    return Check(
        field, "warning", f"{field} IS NULL AND NOT {field}_wrong",
        "'de gemeente is niet ingevuld en blijft onbekend.'", grouped=True, sort="gemeente-ontbreekt",
    )  # fmt: skip


def same_id_check(one: str, field: str = "placement_id") -> Check:
    """Return the warning about a number that more than one row of the file has."""
    return Check(
        field, "warning", "true",
        f"'{one} \"' || {field} || '\" staat ook in rij ' || first_row || "
        "'. Is het dezelfde? Laat er dan één weg.'",
        source="typed JOIN twice_id USING (rid)", sort="nummer-dubbel",
    )  # fmt: skip
