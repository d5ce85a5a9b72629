"""ISBN-13: is it one, and its digits."""

from __future__ import annotations

import re

from showcase.causes import Cause, cause

PREFIXES = ("978", "979")
_WEIGHTS = (1, 3) * 6


def digits(number: str) -> str:
    """The thirteen digits of an ISBN as it is written, without hyphens and blanks."""
    return re.sub(r"[\s-]", "", number)


def check_digit(twelve: str) -> int:
    """The last digit that follows from the twelve before it."""
    total = sum(weight * int(digit) for weight, digit in zip(_WEIGHTS, twelve, strict=True))
    return -total % 10


def isbn_fault(number: str) -> Cause | None:
    """What is wrong with an ISBN, or nothing."""
    bare = digits(number)
    if not re.fullmatch(r"[0-9]{13}", bare):
        return cause("P815", "digits", number=number)
    if not bare.startswith(PREFIXES):
        return cause("P815", "prefix", number=number)
    if int(bare[-1]) != (last := check_digit(bare[:12])):
        return cause("P815", "last-digit", number=number, last=last)
    return None
