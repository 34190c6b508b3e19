"""The dials of the what-if page: text as a person writes it, shown back as it was understood."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import streamlit as st

from metrics.scenario import Scenario, applies, problems
from metrics.scenario_dials import DIALS, SEATS, DialProblem, Value, choices, parse_dial
from metrics.scenario_shares import spread_over
from metrics.scenario_solve import GRADED, truths
from reference.dutch import join_words, number
from reference.load import Target, municipalities
from ui.markup import safe
from ui.what_if_numbers import outcome
from ui.what_if_state import chosen, current, write

MAIN = ("target", "deadline", "counting", "threshold", "pace")
MORE = (
    "extra",
    "sector",
    "members",
    "mean_hours",
    "large_share",
    "hours_per_job",
    "outflow",
    "delay",
    "spread",
    "by_hand",
    "start",
)
NAMES = {
    "target": "doelwaarde",
    "deadline": "einddatum",
    "start": "begindatum",
    "counting": "telregel",
    "threshold": "urengrens",
    "hours_per_job": "baanomvang",
    "sector": "sector",
    "members": "gemeenten",
    "pace": "tempo",
    "extra": "meer-tempo",
    "outflow": "uitstroom",
    "mean_hours": "gemiddelde-uren",
    "large_share": "aandeel-groot",
    "spread": "verdeling",
    "by_hand": "eigen-verdeling",
    "delay": "uitstel",
}
HELP = {
    "target": "Een heel getal, zoals 280 of 440.",
    "deadline": "Een datum of een jaar, zoals 31-12-2017 of 2017.",
    "threshold": "Vanaf hoeveel uur per week een baan meetelt. Het scherm toont een paar grenzen.",
    "pace": "Hoeveel er vanaf de peildatum per maand bij komen.",
    "extra": "Hoeveel per maand meer, of met een min ervoor minder, dan het tempo van nu.",
    "outflow": "Welk deel van wat er staat elke maand stopt. Vandaag telt wie stopt gewoon mee.",
    "delay": "Na hoeveel maanden het nieuwe tempo pas begint.",
    "mean_hours": "Van de plaatsingen die er vanaf nu bij komen.",
    "large_share": "Van de plaatsingen die er vanaf nu bij komen.",
}
# A dial is narrow; "per week" stands in its help or goes without saying.
_UNITS = {
    "uur per week": " (uur)",
    "per maand": " / maand",
    "% per maand": " (% per maand)",
    "%": " (%)",
    "maanden": " (maanden)",
}
_PROBLEMS, _SEEN = "wat-als-meldingen", "wat-als-gezien"


def draw(target: Target, as_of: date) -> None:
    """Draw the dials of the chosen scenario that mean something for a target."""
    scenario = current()
    _seed(scenario)
    today = _today(target, as_of, scenario)
    for dial in _fitting(MAIN, target, scenario):
        _dial(dial, target, today)
    rest = _fitting(MORE, target, scenario)
    turned = [dial for dial in rest if dial in scenario.turned()]
    about = f"Meer knoppen ({len(turned)} gedraaid)" if turned else "Meer knoppen"
    with st.expander(about, expanded=bool(_problems().keys() & set(MORE)), key="meer-knoppen"):
        for dial in rest:
            _dial(dial, target, today)


def label(dial: str) -> str:
    """Return the name of a dial without its article: "Tempo"."""
    bare = DIALS[dial].label.split(" ", 1)[1]
    return bare[:1].upper() + bare[1:]


def written(dial: str, value: Value | None) -> str:
    """Return a value as the dial shows it, and understands it again."""
    if value is None:
        return ""
    if isinstance(value, date):
        return f"{value:%d-%m-%Y}"
    if isinstance(value, tuple):
        return " ".join(map(str, value))
    if isinstance(value, str):
        return choices(dial)[value]
    return number(value, max(0, -Decimal(value).normalize().as_tuple().exponent))


def _dial(dial: str, target: Target, today: dict[str, str]) -> None:
    unit = _UNITS.get(DIALS[dial].unit, "")
    more = {"key": _key(dial), "on_change": _turn, "args": (dial, target), "help": HELP.get(dial)}
    if DIALS[dial].kind == "choice":
        now = {"index": None, "placeholder": f"{today.get(dial, '')} (nu)"}
        st.selectbox(label(dial) + unit, list(choices(dial).values()), **now, **more)
    else:
        if dial == "by_hand":
            names = {one.code: one.name for one in municipalities()}
            more["help"] = f"Zeven hele getallen, voor {join_words([names[code] for code in SEATS])}."
        st.text_input(label(dial) + unit, placeholder=today.get(dial, ""), max_chars=60, **more)
    if message := _problems().get(dial):
        st.html(f'<p class="rm-wrong" role="alert">{safe(message)}</p>')


def _turn(dial: str, target: Target) -> None:
    """Take over what was filled in; what can't be leaves the last good answer and says why."""
    scenario, value = current(), _filled_in(dial, target)
    if isinstance(value, DialProblem):
        _problems()[dial] = value.message
        return
    wanted = replace(scenario, **{dial: value})
    if dial == "spread" and value == "hand" and wanted.by_hand is None:
        wanted = replace(wanted, by_hand=_equal_parts(wanted, target))
    wrong = problems(wanted, target)
    if wrong:
        _problems()[dial] = wrong[0].message
        return
    _problems().clear()
    write(wanted)


def _filled_in(dial: str, target: Target) -> Value | DialProblem | None:
    text = st.session_state.get(_key(dial)) or ""
    if DIALS[dial].kind == "choice":
        return next((code for code, words in choices(dial).items() if words == text), None)
    return parse_dial(dial, text, current().start or target.start)


def _equal_parts(scenario: Scenario, target: Target) -> tuple[int, ...]:
    """A distribution of one's own starts at the one by inhabitants."""
    total = scenario.target or int(target.at_least or target.at_most)
    return tuple(part.target for part in spread_over("inwoners", total, None, 2015, {}))


def _seed(scenario: Scenario) -> None:
    """Set the dials to the scenario in the address, unless they hold what was refused."""
    seen = (chosen(), scenario)
    if st.session_state.get(_SEEN) != seen:
        _problems().clear()
    st.session_state[_SEEN] = seen
    for dial in DIALS:
        if dial in _problems() and _key(dial) in st.session_state:
            continue
        value = getattr(scenario, dial)
        if DIALS[dial].kind == "choice":
            st.session_state[_key(dial)] = choices(dial)[value] if value else None
        else:
            st.session_state[_key(dial)] = written(dial, value)


def _today(target: Target, as_of: date, scenario: Scenario) -> dict[str, str]:
    """Return today's truth behind every dial, as text."""
    bare = replace(scenario, extra=None, **dict.fromkeys(GRADED))
    found = {dial: written(dial, value) for dial, value in truths(outcome(target, as_of, bare)).items()}
    sector = choices("sector")[target.scope.sector or "beide"]
    rule = choices("counting").get(target.counting or "", "")
    told = {"counting": rule, "sector": sector, "members": "alle van toen", "spread": "nog niet verdeeld"}
    return found | told | {"extra": "0", "start": written("start", target.start)}


def _fitting(dials: tuple[str, ...], target: Target, scenario: Scenario) -> list[str]:
    fit = [dial for dial in dials if applies(dial, target, scenario)]
    return [dial for dial in fit if dial != "by_hand" or scenario.spread == "hand"]


def _problems() -> dict[str, str]:
    return st.session_state.setdefault(_PROBLEMS, {})


def _key(dial: str) -> str:
    return f"knop-{NAMES[dial]}"
