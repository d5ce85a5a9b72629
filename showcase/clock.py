"""Today, as every command understands it."""

from __future__ import annotations

import os
from datetime import UTC, date, datetime


class EpochError(ValueError):
    """SOURCE_DATE_EPOCH holds something else than whole seconds since 1970."""


def today() -> date:
    """The day of SOURCE_DATE_EPOCH where that is set (seconds since 1970, UTC), else the day it is.

    Raises EpochError with a sentence when it is set to something else than such a number.
    """
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if not epoch:
        return date.today()
    try:
        return datetime.fromtimestamp(int(epoch), UTC).date()
    except (ValueError, OverflowError, OSError):
        message = (
            f"SOURCE_DATE_EPOCH is “{epoch}”; set it to whole seconds since 1970, or not at all."
        )
        raise EpochError(message) from None
