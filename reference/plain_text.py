"""Which free text may be kept: short, plain, and without what points at a person."""

import re
from datetime import datetime

LONGEST = 500
_E_MAIL = re.compile(r"[^\s@]+@[^\s@]+\.[^\s@]+")
_PHONE = re.compile(r"(?<![\d/])(?:\+31|0031|0)[\s-]?(?:\(0\))?[1-9](?:[\s-]?\d){7,8}(?!\d)")
_IBAN = re.compile(r"\b[A-Z]{2}\d{2}\s?[A-Z]{4}(?:\s?\d){10}\b")
_NUMBER = re.compile(r"(?<![\d,/.-])(?:\d{8,9}|\d{3}[ .]\d{3}[ .]\d{3}|\d{4}[ .]\d{2}[ .]\d{3})(?![\d,/])")
_WEIGHTS = (9, 8, 7, 6, 5, 4, 3, 2, -1)


def tidy(text: str) -> str:
    """Return the text on one line, without spaces at its ends or control characters."""
    return " ".join("".join(sign if sign.isprintable() else " " for sign in text).split())


def why_unfit(text: str, longest: int = LONGEST) -> str | None:
    """Return in Dutch why a text can't be kept, with the remedy, or None when it can."""
    if len(text) > longest:
        return f"de tekst is te lang ({len(text)} tekens); gebruik er hoogstens {longest}"
    if text[:1] in ("=", "+", "-", "@"):
        return f"de tekst begint met '{text[0]}', zoals een formule; begin met een woord"
    if _E_MAIL.search(text):
        return "de tekst bevat een e-mailadres; noem in plaats daarvan een functie of organisatie"
    if _IBAN.search(text):
        return "de tekst bevat een rekeningnummer; laat dat weg"
    if _PHONE.search(text):
        return "de tekst bevat een telefoonnummer; noem in plaats daarvan een functie of organisatie"
    if any(_is_citizen_number(found) for found in _NUMBER.findall(text)):
        return "de tekst bevat iets dat op een burgerservicenummer lijkt; laat dat weg"
    return None


def _is_citizen_number(found: str) -> bool:
    digits = re.sub(r"\D", "", found)
    if len(digits) == 8 and _is_date(digits):
        return False
    parts = [int(digit) for digit in digits.zfill(9)]
    return sum(w * d for w, d in zip(_WEIGHTS, parts, strict=True)) % 11 == 0 and any(parts)


def _is_date(digits: str) -> bool:
    for pattern in ("%d%m%Y", "%Y%m%d"):
        try:
            return 1900 < datetime.strptime(digits, pattern).year < 2100
        except ValueError:
            continue
    return False
