"""What the what-if page says: its finding, the scenarios side by side, and what each one asks."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from math import floor

from metrics.forecast import Forecast
from metrics.forecast_words import explained
from metrics.scenario import NEUTRAL
from metrics.scenario_outcome import Outcome
from metrics.scenario_words import figure, sentence, units
from metrics.standing import metric_of
from reference.dutch import LABELS, date_long, date_short, join_words, number
from reference.load import Target
from ui import what_if_chance, what_if_state
from ui.shapes import BulletRow, Shown
from ui.tables import as_table_html
from ui.view import as_shown, goal, plain, unbroken, upper
from ui.what_if_numbers import outcome
from ui.what_if_rows import Row
from ui.what_if_short import summary

NOW = "nu"


@dataclass(frozen=True)
class View:
    """The baseline and the scenarios beside it; `shown` has the baseline first, under "nu"."""

    target: Target
    as_of: date
    shown: dict[str, Outcome]
    chosen: str
    notes: tuple[str, ...]

    @property
    def base(self) -> Outcome:
        return self.shown[NOW]

    @property
    def main(self) -> Outcome:
        """The scenario on the dials, or the baseline when those are neutral."""
        return self.shown.get(self.chosen, self.base)


def view(target: Target, as_of: date, notes: tuple[str, ...] = ()) -> View:
    """Return what the address asks for; a scenario without turned dials is the baseline itself.

    `notes` say what was left out of the address.
    """
    read = what_if_state.scenarios()
    shown = {NOW: outcome(target, as_of)}
    turned = {letter: one.scenario for letter, one in read.items() if one.scenario != NEUTRAL}
    shown |= {letter: outcome(target, as_of, scenario) for letter, scenario in turned.items()}
    unread = [*notes, *(note for one in read.values() for note in one.notes)]
    said = [f"Scenario {letter.upper()}: {note}" for letter in turned for note in shown[letter].notes]
    return View(target, as_of, shown, what_if_state.chosen(), tuple(dict.fromkeys([*unread, *said])))


def headline(found: View) -> str:
    """Return the page's finding: where the scenario on the dials ends, beside today."""
    first = _ending(found.main)
    if found.main is found.base:
        running = found.base.course is not None and found.base.course.months > 0
        return f"Met dit tempo {first}" if running else first[:1].upper() + first[1:]
    beside = end_text(found.base)
    now = "" if beside is None else f"; zoals nu {beside} van {_goal(found.base)}"
    return f"Scenario {found.chosen.upper()}: {first}{now}"


def about(found: View) -> str:
    """Return what is counted, until when, where and how."""
    answer, target = found.base.number, found.target
    day = date_long(min(answer.as_of if answer else found.as_of, found.as_of))
    rule = LABELS["counting"].get(target.counting or "", "")
    counted = f"{rule} die begonnen" if rule else "begonnen"
    parts = [target.title, f"{counted} van {date_long(target.start)} t/m {day}", target.scope.text]
    return "; ".join(part for part in parts if part) + "."


def rows(found: View) -> list[Row]:
    """Return the scenarios as bullets; a status that differs from today's says what it was."""
    return [_row(sign, one, found) for sign, one in found.shown.items()]


def comparison(found: View) -> str:
    """Return what every scenario asks, as a table."""
    columns = ("Scenario", "Doel", "Einddatum", "Tempo per maand", "Nodig per maand", "Nodige plaatsingen",
               "Komt uit op", "Status", "Kans")  # fmt: skip
    lines = [_line(sign, one, found) for sign, one in found.shown.items()]
    return as_table_html(lines, columns, "Wat elk scenario vraagt, vanaf de peildatum")


def chance_sentence(found: View) -> str:
    """Return the forecast for the scenario on the dials, or why there is none."""
    forecast = what_if_chance.forecast(found.target, found.as_of, found.main)
    if forecast is None:
        return "Geen prognose: het aantal is niet te tonen."
    if not isinstance(forecast, Forecast) and forecast.reason == "voorbij":
        return "Geen prognose: de periode is voorbij. Dit is het resultaat."
    return explained(forecast, units(found.main)[1])


def asked(found: View) -> str:
    """Return what is needed from now on, as the finding of the paths."""
    needed = {sign: one for sign, one in found.shown.items() if one.required_per_month is not None}
    if not needed:
        return "Waar elk scenario uitkomt"
    said = [f"{sign_text(sign)} {figure(one.required_per_month)}" for sign, one in needed.items()]
    return f"Nodig per maand tot de einddatum: {join_words(said)}"


def rule_text(found: View) -> str:
    """Return the counting rule of the scenario on the dials, in words."""
    metric = metric_of(found.main.target)
    return metric.rule if metric else ""


def sign_text(sign: str) -> str:
    """Return the sign of a scenario on screen."""
    return "Nu" if sign == NOW else sign.upper()


def stand(one: Outcome) -> Shown:
    """Return the number of an outcome; a scenario divides, so it may have many decimals."""
    shown = as_shown(one.number)
    return shown if shown.drawable is None else Shown(figure(shown.value), shown.value)


def _row(sign: str, one: Outcome, found: View) -> Row:
    shown, high = stand(one), upper(one.number)
    bullet = BulletRow(
        label=summary(one.scenario),
        shown=shown,
        target=_aim(one),
        unit="",
        status=one.status,
        pace=one.progress.expected_share if one.number is not None else None,
        low=shown if high else None,
        high=high,
    )
    was = found.base.status if one.status != found.base.status else None
    return Row(sign_text(sign), bullet, one.end_value, was, sentence(one), one is found.main)


def _line(sign: str, one: Outcome, found: View) -> tuple[str, ...]:
    ended = one.course is not None and one.course.months == 0
    status = one.status
    if status != found.base.status:
        status += f" (was: {found.base.status})"
    chance = what_if_chance.in_words(what_if_chance.forecast(found.target, found.as_of, one))
    return (
        f"{sign_text(sign)} · {summary(one.scenario)}",
        _goal(one),
        unbroken(date_short(one.target.end)) if one.target.end else "geen",
        "–" if ended or one.pace is None else figure(one.pace),
        "–" if one.required_per_month is None else figure(one.required_per_month),
        "–" if one.placements_needed is None else number(one.placements_needed),
        end_text(one) or "–",
        status,
        chance,
    )


def _ending(one: Outcome) -> str:
    shown, unit, aim = stand(one), units(one)[1], _goal(one)
    if shown.drawable is None:
        return f"{unit} waarvan nu het aantal niet te tonen is ({shown.text}), bij een doel van {aim}"
    if one.end_value is None or one.target.end is None:
        return f"nu {shown.text} van de {aim} {unit}; de afspraak heeft geen einddatum"
    if one.course.months == 0:
        result = "gehaald" if one.reaches else "niet gehaald"
        return f"de periode is voorbij met {shown.text} van de {aim} {unit}: {result}"
    verdict = "genoeg" if one.reaches else "niet genoeg"
    return f"{end_text(one)} van de {aim} {unit} op {date_long(one.target.end)}, {verdict}"


def end_text(one: Outcome) -> str | None:
    """Return where the pace ends in whole numbers, rounded down: 439,6 is not yet 440."""
    return None if one.end_value is None else number(floor(one.end_value + 1e-9))


def _goal(one: Outcome) -> str:
    aim = _aim(one)
    return aim.text if aim else "–"


def _aim(one: Outcome) -> Shown:
    return goal(one.target) or plain(0)
