"""What may happen with a file, in one word for the list and in one sentence for its own screen."""

from __future__ import annotations

from data_loaders.intake import Intake
from data_loaders.storing import Plan
from reference.dutch import join_words, number, plural
from ui.data_words import moment, rows_text
from ui.import_problems import sentence
from ui.import_words import marked

READY, QUESTION, ERROR, SAME = "klaar", "vraag", "fout", "al geladen"
SHAPES = {READY: "circle", QUESTION: "triangle", ERROR: "square", SAME: "ring"}
OMITTED = "rij-weggelaten"  # rows that the analyst left out
BAD_FILE = "Dit bestand kan zo niet worden opgeslagen."


def state(intake: Intake, met: Plan | None) -> str:
    """Return in one word what may happen with a file."""
    if met is not None and met.same:
        return SAME
    if any(one.severity == "question" for one in intake.problems):
        return QUESTION
    if met is None or not intake.accepted:
        return ERROR
    return QUESTION if met.partly else READY


def verdict(intake: Intake, met: Plan | None) -> str:
    """Return the sentence with its mark, as HTML."""
    return marked(SHAPES[state(intake, met)], verdict_text(intake, met))


def verdict_text(intake: Intake, met: Plan | None) -> str:
    """Return in one sentence what may happen with a file."""
    found = state(intake, met)
    if found == SAME:
        at = moment(met.same.delivered_at)
        return f"Dit bestand was al geladen op {at} (levering {met.same.id}); er verandert niets."
    if found == READY:
        return f"Klaar om op te slaan: {rows_text(intake.kind, intake.table.num_rows)}."
    if found == QUESTION:
        if met is not None and met.partly and not _asked(intake):
            names = join_words([f"levering {one.id}" for one in met.partly])
            return f"Overlapt voor een deel met {names}. Kies bij stap 4 wat er moet gebeuren."
        return "Er is een vraag bij stap 2. Daarna kan het bestand worden opgeslagen."
    return _error(intake)


def left_out(intake: Intake) -> int:
    """Return how many rows have an error and may be left out."""
    return intake.wrong_rows if intake.table is not None else 0


def omitted(intake: Intake) -> int:
    """Return how many rows the analyst left out."""
    return sum(one.count for one in intake.problems if one.sort == OMITTED)


def _asked(intake: Intake) -> bool:
    return any(one.severity == "question" for one in intake.problems)


def _error(intake: Intake) -> str:
    errors = [one for one in intake.problems if one.severity == "error"]
    if intake.kind is None and len(errors) == 1:
        text = sentence(errors[0])
        return f"Niet geladen: {text[:1].lower()}{text[1:]}"
    bad = left_out(intake)
    if not bad:
        return f"{BAD_FILE} {sentence(errors[0])}" if errors else BAD_FILE
    rows = f"{number(bad)} van de {number(intake.rows)} {plural(intake.rows, 'rij', 'rijen')}"
    return f"{rows} {plural(bad, 'heeft', 'hebben')} een fout."
