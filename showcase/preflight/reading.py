"""Content taken apart into its instructions, and what reading a file that is no good raises."""

from __future__ import annotations

from typing import Any

from pikepdf import Page, PdfError, parse_content_stream

from showcase.preflight.calculator import Uncountable

DIRECT = (0, 0)
"""The number of an object that has none."""
MALFORMED = (
    AttributeError, IndexError, KeyError, TypeError, ValueError, ArithmeticError, StopIteration, PdfError,
    NotImplementedError, RuntimeError,
)  # fmt: skip
"""What reading raises where a file does not keep to PDF's grammar."""

def reason(error: BaseException) -> str:
    """Why something cannot be read, in words: the libraries' own, or that it is not as PDF asks."""
    if isinstance(error, Uncountable | PdfError) and str(error):
        return str(error).splitlines()[0].rpartition(": ")[2].rstrip(".")
    return "it is not as PDF asks"


class Reading:
    """The content of pages and drawings, taken apart once for all who read it."""

    def __init__(self) -> None:
        self._known: dict[tuple[int, int], list[Any]] = {}

    def of(self, source: Any) -> list[Any]:
        """The instructions of a page or a stream; raises what is malformed raises."""
        key = (source.obj if isinstance(source, Page) else source).objgen
        if key == DIRECT:
            return list(parse_content_stream(source))
        if key not in self._known:
            self._known[key] = list(parse_content_stream(source))
        return self._known[key]


def operator_of(instruction: Any) -> str:
    """The name of an instruction's operator; noise where it is none."""
    try:
        return str(instruction.operator)
    except UnicodeDecodeError:
        return "noise"
