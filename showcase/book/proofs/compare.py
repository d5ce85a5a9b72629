"""What changed since a PDF was approved: its pages matched with those of a new one, and looked at.

Pages are matched by part of the book where both files have their plans beside them, else by
their words without figures; so a spread put in between makes no other page a changed one. Where
a page has another folio than before, the folios are left out of the comparison.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path

import pypdfium2

from showcase import planfile
from showcase.book.proofs.difference import Box, jpeg, mask_of, shown
from showcase.book.proofs.trimmed import POINTS, trimmed
from showcase.planfile import MadeFile, PlanFile
from showcase.preflight.gate import opened

DPI = 72
FOOT = 60.0
"""Points above the trim within which a folio stands."""
_FIGURES = re.compile(r"[\d\W_]+")


@dataclass(frozen=True)
class Leaf:
    """A page of a file: its place from 0, what it is matched by, and what people call it."""

    number: int
    key: str
    label: str
    title: str = ""

    @property
    def said(self) -> str:
        """In words: "page 24 (22, Pixxel)"."""
        told = ", ".join(one for one in (self.label if self.label != str(self.number + 1) else "", self.title) if one)
        return f"page {self.number + 1}{f' ({told})' if told else ''}"


@dataclass(frozen=True)
class Read:
    """A PDF as it was when it was read, with its plan where that lies beside it and is of this very file."""

    name: str
    data: bytes
    pages: int
    plan: PlanFile | None

    @classmethod
    def of(cls, path: Path) -> Read:
        """The file at `path`; raises Unreadable with a sentence where it is none, is broken or locked."""
        with opened(path) as pdf:
            count = len(pdf.pages)
        plan = planfile.beside(path)
        is_its_own = plan is not None and plan.file.sha256 == MadeFile.of(path).sha256
        return cls(path.name, path.read_bytes(), count, plan if is_its_own else None)


@dataclass(frozen=True)
class Change:
    """A page that changed; `old` or `new` is None for one that is new or gone."""

    old: Leaf | None
    new: Leaf | None
    pictures: tuple[tuple[str, bytes], ...]
    """What is shown of it, before, now and the changes: each with its caption, as JPEG."""

    @property
    def said(self) -> str:
        """In words: "page 24 (22, Pixxel): changed"."""
        if self.old and self.new:
            moved = f", {self.old.said} before" if self.old.number != self.new.number else ""
            return f"{self.new.said}: changed{moved}"
        if self.new:
            return f"{self.new.said}: new"
        return f"{self.old.said} of the approved file: gone" if self.old else ""


def changes(old: Read, new: Read) -> Iterator[Change]:
    """Every page of two files that is not the same in both, in the order of the new one."""
    with pypdfium2.PdfDocument(old.data) as before, pypdfium2.PdfDocument(new.data) as after:
        has_plans = bool(old.plan and new.plan)
        pairs = matched(_leaves(before, old.plan, has_plans), _leaves(after, new.plan, has_plans))
        for first, second in pairs:
            if first and second:
                yield from _changed(before[first.number], after[second.number], first, second)
            elif second:
                yield Change(None, second, (("now", jpeg(trimmed(after[second.number], DPI))),))
            elif first:
                yield Change(first, None, (("before", jpeg(trimmed(before[first.number], DPI))),))


def matched(old: Sequence[Leaf], new: Sequence[Leaf]) -> Iterator[tuple[Leaf | None, Leaf | None]]:
    """The pages side by side, one of them None where it has no counterpart."""
    matcher = SequenceMatcher(None, [one.key for one in old], [one.key for one in new], autojunk=False)
    for _kind, first, last, start, end in matcher.get_opcodes():
        if last - first == end - start:  # the same, or in each other's place
            yield from zip(old[first:last], new[start:end], strict=True)
        else:
            yield from ((leaf, None) for leaf in old[first:last])
            yield from ((None, leaf) for leaf in new[start:end])


def _leaves(document: pypdfium2.PdfDocument, plan: PlanFile | None, by_plan: bool) -> list[Leaf]:
    leaves, seen = [], {}
    for number in range(len(document)):
        own = plan.pages[number] if plan else None
        label = own.label if own else document.get_page_label(number) or str(number + 1)
        name = own.part if own and by_plan else _words(document[number])
        seen[name] = seen.get(name, 0) + 1
        leaves.append(Leaf(number, f"{name}/{seen[name]}", label, own.title if own else ""))
    return leaves


def _words(page: pypdfium2.PdfPage) -> str:
    """The words of a page without figures, which change where pages move."""
    return _FIGURES.sub("", page.get_textpage().get_text_range())


def _changed(before: pypdfium2.PdfPage, after: pypdfium2.PdfPage, old: Leaf, new: Leaf) -> Iterator[Change]:
    folios = [] if old.label == new.label else [*_folios(before, old.label), *_folios(after, new.label)]
    first, second = trimmed(before, DPI), trimmed(after, DPI)
    if mask := mask_of(first, second, folios):
        pictures = ("before", first), ("now", second), ("changes", shown(second, mask))
        yield Change(old, new, tuple((caption, jpeg(picture)) for caption, picture in pictures))


def _folios(page: pypdfium2.PdfPage, label: str) -> Iterator[Box]:
    """Where a folio stands at the foot of a page, in pixels from the upper left corner of the trim."""
    left, foot, _right, top = page.get_trimbox()
    text = page.get_textpage()
    searcher = text.search(label, match_whole_word=True)
    while found := searcher.get_next():
        boxes = [text.get_charbox(index) for index in range(found[0], found[0] + found[1])]
        if max(box[3] for box in boxes) - foot < FOOT:
            scale = DPI / POINTS
            yield (
                (min(box[0] for box in boxes) - left) * scale, (top - max(box[3] for box in boxes)) * scale,
                (max(box[2] for box in boxes) - left) * scale, (top - min(box[1] for box in boxes)) * scale,
            )  # fmt: skip
