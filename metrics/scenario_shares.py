"""A regional target spread over its municipalities: whole numbers that add up to it exactly."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from metrics.scenario_dials import SEATS
from reference.benefits import recipients_in
from reference.load import municipalities


@dataclass(frozen=True)
class Part:
    """A municipality's part of a regional target, in the unit of the target. Ours: no source gives parts.

    `per_month` is its part of what is needed per month, None where nothing is.
    """

    code: str
    name: str
    target: int
    per_month: float | None


def divided(total: int, weights: Sequence[int | float | Fraction]) -> list[int]:
    """Return whole numbers in proportion to the weights that add up to `total` (largest remainder).

    Equal remainders go to the first. ValueError when every weight is 0 or one is negative.
    """
    exact = [Fraction(weight) for weight in weights]
    if sum(exact) <= 0 or min(exact) < 0:
        raise ValueError("weights must be at least 0 and not all 0")
    quotas = [total * weight / sum(exact) for weight in exact]
    whole = [int(quota) for quota in quotas]
    order = sorted(range(len(quotas)), key=lambda i: (whole[i] - quotas[i], i))
    for i in order[: total - sum(whole)]:
        whole[i] += 1
    return whole


def spread_over(
    spread: str,
    total: int,
    per_month: float | None,
    year: int,
    placed: Mapping[str, float],
    by_hand: Sequence[int] | None = None,
) -> tuple[Part, ...]:
    """Return the parts of a target over the seven present municipalities.

    `placed` is what was counted per municipality, for the spread by target group; numbers filled in by hand
    are kept as they are when they add up to the target, else kept in proportion. Without anything to go by:
    no parts.
    """
    weights = _weights(spread, year, placed, by_hand)
    if not sum(weights):
        return ()
    names = {one.code: one.name for one in municipalities()}
    targets = divided(total, weights)
    return tuple(
        Part(code, names[code], part, None if per_month is None else per_month * part / total)
        for code, part in zip(SEATS, targets, strict=True)
    )


def _weights(
    spread: str, year: int, placed: Mapping[str, float], by_hand: Sequence[int] | None
) -> list[int | float]:
    if spread == "inwoners":
        inhabitants = {one.code: one.inhabitants_2022 or 0 for one in municipalities()}
        return [inhabitants[code] for code in SEATS]
    if spread == "uitkering":
        return [recipients_in(year)[code] for code in SEATS]
    if spread == "doelgroep":
        return [placed.get(code, 0) for code in SEATS]
    return list(by_hand or [0] * len(SEATS))
