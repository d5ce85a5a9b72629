"""The lines of a drawing as they are written: nothing stands within a path, and a pen is said where it draws.

PDF allows nothing but its own steps within a path, so what holds for the painting of one goes before it.
"""

from __future__ import annotations


class Written:
    """The lines of one stream of drawing so far, one operator each."""

    def __init__(self) -> None:
        self._lines: list[bytes] = []
        self._path: int | None = None
        """Where the path in hand begins among the lines; None between paths."""
        self._pen: dict[bytes, bytes] = {}
        """How lines are to be drawn, by operator, so far as none has been drawn so yet."""
        self.add = self._lines.append
        """Adds a line as it is."""

    def whole(self) -> bytes:
        """The whole stream."""
        return b"\n".join(self._lines)

    def say(self, line: bytes) -> None:
        """Adds what holds for the path in hand, before it."""
        if self._path is None:
            self._lines.append(line)
        else:
            self._lines.insert(self._path, line)
            self._path += 1

    def step(self, line: bytes) -> None:
        """Adds a step of a path, which begins with it where there is none."""
        if self._path is None:
            self._path = len(self._lines)
        self._lines.append(line)

    def move(self, line: bytes) -> None:
        """Begins a path, or a part of one; to move twice is to move once."""
        if self._path is not None and self._lines[-1].endswith(b" m"):
            self._lines.pop()
        self.step(line)

    def end(self, line: bytes) -> None:
        """Paints the path in hand, or leaves it."""
        self._lines.append(line)
        self._path = None

    def hold_pen(self, line: bytes) -> None:
        """Remembers how lines are to be drawn."""
        self._pen[line.rpartition(b" ")[2]] = line

    def take_pen(self) -> None:
        """Says how lines are drawn from here on."""
        for line in self._pen.values():
            self.say(line)
        self._pen.clear()

    def drop_pen(self) -> None:
        """Forgets how lines were to be drawn: a state is taken back that knew nothing of it."""
        self._pen.clear()
