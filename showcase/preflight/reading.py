"""Content taken apart into its instructions, and what reading a file that is no good raises."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property
from typing import Any

from pikepdf import Page, Pdf, PdfError, Stream, parse_content_stream

from showcase.preflight.calculator import Uncountable

DIRECT = (0, 0)
"""The number of an object that has none."""
MALFORMED = (
    AttributeError, IndexError, KeyError, TypeError, ValueError, ArithmeticError, StopIteration, PdfError,
    NotImplementedError, RuntimeError,
)  # fmt: skip
"""What reading raises where a file does not keep to PDF's grammar."""
LONG = 128 * 1024
"""Bytes of content that are taken apart at once."""
_BACK, _WITHIN = b"\nQ\n", re.compile(rb"\(|\bBI\b")


def reason(error: BaseException) -> str:
    """Why something cannot be read, in words: the libraries' own, or that it is not as PDF asks."""
    if isinstance(error, Uncountable | PdfError) and str(error):
        return str(error).splitlines()[0].rpartition(": ")[2].rstrip(".")
    return "it is not as PDF asks"


class Reading:
    """The content of pages and drawings, taken apart for all who read it: once, but for what is long."""

    def __init__(self) -> None:
        self._known: dict[tuple[int, int], list[Any]] = {}
        self._aside = Pdf.new()

    def of(self, source: Any) -> Iterator[list[Any]]:
        """The instructions of a page or a stream, some at a time; raises what is malformed raises."""
        held = source.obj if isinstance(source, Page) else source
        if held.objgen in self._known:
            yield self._known[held.objgen]
        elif parts := list(_parts(held.get("/Contents") if isinstance(source, Page) else held)):
            yield from map(self._taken_apart, parts)
        else:
            instructions = list(parse_content_stream(source))
            if held.objgen != DIRECT:
                self._known[held.objgen] = instructions
            yield instructions

    def _taken_apart(self, part: bytes) -> list[Any]:
        self._part.write(part)
        return list(parse_content_stream(self._part))

    @cached_property
    def _part(self) -> Stream:
        """The place for a part of a stream: only streams are taken apart."""
        return self._aside.make_stream(b"")


def _parts(stream: Any) -> Iterator[bytes]:
    """A long drawing, cut where a state is taken back: a page of fine lines taken apart at once fills the memory.

    Nothing of what is short, and of what has strings or pictures in its midst, in which anything may stand.
    """
    content = stream.read_bytes() if isinstance(stream, Stream) else b""
    if len(content) < LONG or _WITHIN.search(content):
        return
    start = 0
    while start < len(content):
        cut = content.find(_BACK, start + LONG)
        end = len(content) if cut < 0 else cut + len(_BACK)
        yield content[start:end]
        start = end


def operator_of(instruction: Any) -> str:
    """The name of an instruction's operator; noise where it is none."""
    try:
        return str(instruction.operator)
    except UnicodeDecodeError:
        return "noise"
