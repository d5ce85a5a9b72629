"""How a program ends: with a sentence for what nothing in it could mend, and without a word where nobody reads on."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable

from showcase.clock import EpochError

FAILED = 1


def ended(main: Callable[[], int]) -> int:
    """What `main` returns, its words written out; FAILED where it could not go on, or was not read to the end."""
    try:
        result = main()
        sys.stdout.flush()
    except BrokenPipeError:  # as behind `| head`
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # for what Python still writes as it ends
        return FAILED
    except (EpochError, ChildProcessError) as error:
        print(error, file=sys.stderr)
        return FAILED
    return result
