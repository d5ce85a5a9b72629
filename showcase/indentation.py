"""A line that begins with a tab: with how many spaces it should."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from showcase import yamltree


def spaced(lines: Sequence[str], number: int) -> str:
    """The line `number`, from 1, of YAML with spaces for its tabs; empty where none make sense of it.

    It stands where its siblings do: of all margins with which it can be read, the one that its tabs count to.
    """
    line = lines[number - 1].lstrip()
    told = [f"{' ' * width}{line}" for width in _widths(lines, number)]
    reached = [yamltree.fault("\n".join([*lines[: number - 1], one, *lines[number:]])) for one in told]
    farthest = max(reached)
    return told[reached.index(farthest)] if farthest > number else ""


def _widths(lines: Sequence[str], number: int) -> Iterator[int]:
    """The margins that may be meant, the likeliest first."""
    line = lines[number - 1]
    margin = line[: len(line) - len(line.lstrip())]
    level = margin.count("\t") + margin.replace("\t", "").count(" ") // 2
    known = sorted(_known(lines[: number - 1]))
    yield from known[level - 1 : level]
    yield 2 * level
    yield from (width + 2 for width in known[-1:])
    yield from reversed(known)


def _known(before: Sequence[str]) -> set[int]:
    """The margins of the lines above, up to the key that they all belong to."""
    found = set()
    for line in reversed(before):
        width = len(line) - len(line.lstrip(" "))
        if line.strip() and not width:
            break
        found |= {width} if line.strip() else set()
    return found
