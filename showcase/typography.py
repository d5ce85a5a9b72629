"""Figures, units and web addresses as they are set: Indian grouping, no line end inside "1,500 km"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from urllib.parse import urlsplit

NBSP = "\u00a0"
_UNITS = (
    "km kg km/h kW kW/kg km2 m mm cm ft g t kt h min s GHz MHz Hz °C C nm mph knots knot hours hour "
    "minutes minute seconds second days day weeks months years year per crore lakh million billion points "
    "nautical miles metres kilometres kilograms degrees rounds pages "
    "किमी किग्रा मिमी पॉइंट मीटर फ़ुट समुद्री नॉट किलोवाट डिग्री प्रतिशत घंटे घंटा मिनट सेकंड करोड़ लाख वर्ष साल महीने दिन"
).split()
_MONTHS = (
    "January February March April May June July August September October November December "
    "जनवरी फ़रवरी मार्च अप्रैल मई जून जुलाई अगस्त सितंबर अक्टूबर नवंबर दिसंबर"
).split()
_UNIT = "|".join(re.escape(unit) for unit in sorted(_UNITS, key=len, reverse=True))
_MONTH = "|".join(_MONTHS)
_BINDINGS = (
    re.compile(rf"(?<=\d) (?=(?:{_UNIT}|per cent|%)(?![\w]))"),
    re.compile(rf"(?<=\d) (?=(?:{_MONTH})(?![\w]))"),
    re.compile(rf"(?<={NBSP}lakh) (?=crore\b)"),
    re.compile(r"(?:(?<=\bRs)|(?<=₹)|(?<=\$)|(?<=रु)) (?=\d)"),
    re.compile(rf"(?:(?<={NBSP}करोड़)|(?<={NBSP}लाख)) (?=रुपये|डॉलर)"),
    re.compile(r"(?:(?<=\bDISC)|(?<=\bADITI)|(?<=\bडिस्क)|(?<=\bअदिति)) (?=\d)"),
    # In Hindi a sentence ends with a danda: a point belongs to a name's initial.
    re.compile(r"(?<=[\u0900-\u0963]\.) (?=[\u0900-\u0963])"),
)

_YEARS = re.compile(r"(?<![\w/=-])((?:19|20)\d\d)-(\d\d)(?![\w/-])")

_OPENING = re.compile(r"(?:^|(?<=[\s(\[–—/“‘]))[\"'](?=\S)")


def group_indian(number: int) -> str:
    """A whole number with Indian grouping: 150590 is 1,50,590."""
    sign, digits = ("−", str(-number)) if number < 0 else ("", str(number))
    head, tail = digits[:-3], digits[-3:]
    pairs = re.sub(r"(?<=\d)(?=(\d\d)+$)", ",", head)
    return f"{sign}{pairs},{tail}" if head else f"{sign}{tail}"


def bind_figures(text: str) -> str:
    """The text with no-break spaces inside figures with units, sums of money and dates, years spanned by a dash."""
    text = _YEARS.sub(_spanned, text)
    for pattern in _BINDINGS:
        text = pattern.sub(NBSP, text)
    return text


def _spanned(match: re.Match[str]) -> str:
    """2024-25 as 2024–25; 2025-10 is a month."""
    first, last = match.groups()
    is_month = int(last) <= 12 and int(last) != int(first) % 100 + 1
    return match[0] if is_month else f"{first}–{last}"


@lru_cache(1 << 14)  # the same names stand on many pages
def typeset(text: str) -> str:
    """A line of plain text as it is printed: proper quotation marks, figures held together."""
    text = _OPENING.sub(lambda match: "“" if match[0] == '"' else "‘", text)
    return bind_figures(text.replace('"', "”").replace("'", "’"))


def host(url: str) -> str:
    """The host of a web address as readers say it: without "www." before and a point after it."""
    try:
        name = urlsplit(url).hostname
    except ValueError:  # brackets that hold no address, for one
        name = None
    return (name or url).removeprefix("www.").removesuffix(".")


_PLACEHOLDER = re.compile(r"\{([a-z]+)\}")


def completed(text: str, **values: object) -> str:
    """An interface string with its {n} or {date} filled in, as plain text. A KeyError names one that nothing fills."""
    return "".join(map(str, pieces(text, values)))


def pieces(text: str, values: Mapping[str, object]) -> list[object]:
    """An interface string in pieces, a value in place of each {name}. A KeyError names one that nothing fills."""
    parted: list[object] = _PLACEHOLDER.split(text)
    parted[1::2] = [values[str(name)] for name in parted[1::2]]
    return parted
