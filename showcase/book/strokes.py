"""The lines of plates set down as operators of a page, many times faster than a reader of any SVG can.

A plate has thousands of curves, and most of the time of its page went into reading them. The SVG pen
writes them in a few letters and in whole hundredths, so they are followed in whole numbers, and every
length is written once. What is drawn is what WeasyPrint draws; paths of any other kind are left to it.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from weasyprint import svg

WHOLE = 100
"""Parts of a unit that the pen writes."""

_PLATE = re.compile(r"M0 0[-mlhcsz0-9. ]*")
_COMMAND = re.compile(r"([mlhcsz])([^mlhcsz]*)")
_NUMBER = re.compile(r"-?(?:\d+(?:\.\d\d?)?|\.\d\d?)")


class _Read(dict[str, int]):
    """Hundredths by how they are written: "-.5" is -50."""

    def __missing__(self, text: str) -> int:
        self[text] = whole = round(float(text) * WHOLE)
        return whole


class _Written(dict[int, str]):
    """How hundredths are written: -50 is "-0.5"."""

    def __missing__(self, whole: int) -> str:
        self[whole] = text = f"{whole / WHOLE:.2f}".rstrip("0").rstrip(".")
        return text


_read, _written = _Read(), _Written()


def followed(data: str) -> list[str]:
    """The operators that draw the path data of a plate, each with its lengths."""
    pen = _Pen()
    for letter, rest in _COMMAND.findall(data):
        pen.draw[letter]([_read[number] for number in _NUMBER.findall(rest)])
    return pen.out


class _Pen:
    """Follows the steps of a path; lengths are hundredths."""

    def __init__(self) -> None:
        self.x = self.y = self.start_x = self.start_y = 0
        self.step_x = self.step_y = 0
        """From the last place to the handle of a curve that goes on smoothly."""
        self.out = ["0 0 m"] * 2  # WeasyPrint's own, and the one that every path begins with
        self.draw = {
            "m": self._move, "l": self._lines, "h": self._level, "c": self._curves, "s": self._smooth, "z": self._close,
        }  # fmt: skip

    def _move(self, steps: list[int]) -> None:
        self._to(steps[0], steps[1], "m")
        self.start_x, self.start_y = self.x, self.y
        self._lines(steps[2:])

    def _lines(self, steps: list[int]) -> None:
        for across, down in zip(steps[::2], steps[1::2], strict=True):
            self._to(across, down, "l")

    def _level(self, steps: list[int]) -> None:
        for across in steps:
            self._to(across, 0, "l")

    def _curves(self, steps: list[int]) -> None:
        for place in range(0, len(steps), 6):
            self._curve(*steps[place : place + 6])

    def _smooth(self, steps: list[int]) -> None:
        for place in range(0, len(steps), 4):
            self._curve(self.step_x, self.step_y, *steps[place : place + 4])

    def _close(self, _steps: list[int]) -> None:
        self.x, self.y = self.start_x, self.start_y
        self.step_x = self.step_y = 0
        self.out.append("h")

    def _to(self, across: int, down: int, operator: str) -> None:
        self.x += across
        self.y += down
        self.step_x = self.step_y = 0
        self.out.append(f"{_written[self.x]} {_written[self.y]} {operator}")

    def _curve(self, x1: int, y1: int, x2: int, y2: int, x3: int, y3: int) -> None:
        x, y, text = self.x, self.y, _written
        self.x, self.y, self.step_x, self.step_y = x + x3, y + y3, x3 - x2, y3 - y2
        self.out.append(
            f"{text[x + x1]} {text[y + y1]} {text[x + x2]} {text[y + y2]} {text[self.x]} {text[self.y]} c"
        )


def quicken() -> None:
    """Lets WeasyPrint draw the paths of plates so."""
    svg.TAGS["path"] = _painter(svg.TAGS["path"])


def _painter(other: Callable[..., None]) -> Callable[..., None]:
    def paint(drawing: Any, node: Any, font_size: float) -> None:
        data = node.get("d", "")
        if _PLATE.fullmatch(data):
            drawing.stream.stream.append("\n".join(followed(data)).encode("ascii"))
        else:
            other(drawing, node, font_size)

    return paint
