"""What a job ticket tells, in the words of one language: a row for each thing that a press or a binder asks."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from showcase.model.dates import Language
from showcase.typography import completed, group_indian

Words = Callable[[str, Language], str]
"""An interface string by its key and language."""


REACHED = ("name", "email", "phone", "address")
"""The ways in which someone is reached, in the order in which they are told."""


@dataclass(frozen=True)
class Told:
    """A ticket in one language."""

    ticket: Mapping[str, Any]
    words: Words
    language: Language

    def rows(self) -> Iterator[tuple[str, str]]:
        """Key and value of each row; what a binding has not has no row."""
        ticket = self.ticket
        yield "language", self._said(f"ticket-language-{ticket['language']}")
        yield "isbn", ticket["isbn"] or self._said("ticket-to-be-agreed")
        copies = ticket["quantity"]
        yield "quantity", group_indian(copies) if copies else self._said("ticket-to-be-agreed")
        yield "trim", self._said("ticket-trim-note", **_lengths(ticket["trim"]), 
                                  bleed=f"{ticket['bleed']:g}", cover=f"{ticket['cover_bleed']:g}")
        yield from self._extent(ticket["extent"])
        yield "paper", self._paper(ticket["paper"])
        yield "binding", self._said(f"binding-{ticket['binding']}")
        yield "spine", self._spine()
        yield from self._case(ticket["case"])
        yield "materials", "; ".join(self._materials())
        yield from self._printing()
        yield "preflight", self._said("ticket-preflight-note", **_counted(ticket["preflight"]))
        yield "contact", self._contact(ticket["contact"])
        yield "open", ", ".join(self._said(f"ticket-open-{key}") for key in ticket["open"])

    def called(self, kind: str) -> str:
        """The name of a cover's sheet: "dust jacket"."""
        return self._said(f"sheet-{kind}")

    def panels(self, sheet: Mapping[str, Any]) -> str:
        """The panels of a cover's sheet from left to right, each with its width."""
        names = (self._said(f"panel-{panel['name'].replace(' ', '-')}") for panel in sheet["panels"])
        widths = (_exact(panel["width"]) for panel in sheet["panels"])
        return " · ".join(map(" ".join, zip(names, widths, strict=True)))

    def _extent(self, extent: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
        sections = len(extent["sections"])
        yield "extent", self._said("ticket-extent-note", **_kept(extent, "pages", "leaves"))
        yield "sections", self._said("ticket-sections-note", n=sections, listed=extent["listed"])
        if extent["missing"]:
            filled = {"matter": extent["matter"], "plates": len(extent["plates"]), "blanks": extent["blanks"]}
            yield "filled", self._said("ticket-filled-note", **filled)

    def _paper(self, paper: Mapping[str, Any]) -> str:
        name = self._own(paper, "name")
        told = self._said("ticket-paper-note", name=name, **_lengths(_kept(paper, "gsm", "bulk", "caliper")))
        return told if paper["settled"] else f"{told} ({self._said('ticket-to-be-agreed')})"

    def _spine(self) -> str:
        """The width of each sheet's spine, with what it is added up of, and what is not in it."""
        ticket, extent = self.ticket, self.ticket["extent"]
        told = []
        for kind, added in ticket["spine_sum"].items():
            leaves = self._said("ticket-spine-leaves", n=extent["leaves"], caliper=f"{ticket['paper']['caliper']:g}")
            more = [self._said(f"ticket-spine-{key}", n=_exact(abs(added[key]))) for key in added if key != "leaves"]
            told.append(f"{self.called(kind)} {self._mm(ticket['spine'][kind])} = {' '.join([leaves, *more])}")
        left_out = [] if ticket["binding"] == "perfect" else [self._said("ticket-spine-without")]
        return "; ".join([*told, *left_out])

    def _materials(self) -> Iterator[str]:
        for key, one in self.ticket["materials"].items():
            made = self._own(one, "name") if one else self._said("ticket-to-be-agreed")
            yield f"{self._said(f'material-{key}')}: {made}"

    def _case(self, case: Mapping[str, Any] | None) -> Iterator[tuple[str, str]]:
        """What a hard case is made of."""
        if case:
            boards = _lengths(case["boards"])
            yield "boards", self._said("ticket-boards-note", turn=boards["turn_in"], **boards)
            if endpaper := case["endpaper"]:
                is_other = endpaper["name"] != self.ticket["paper"]["name"]
                note = self._said("ticket-endpapers-note", **_kept(self.ticket["intent"], "condition"))
                yield "endpapers", "; ".join([self._paper(endpaper), *([note] if is_other else [])])

    def _printing(self) -> Iterator[tuple[str, str]]:
        ticket = self.ticket
        text, *covers = ticket["ink"]["sides"].items()
        named = ", ".join(self.called(kind) for kind, _sides in covers)
        yield "inks", self._said("ticket-inks-note", limit=ticket["ink"]["limit"], block=text[1],
                                  covers=named, sides=covers[0][1])
        yield "standard", self._said("ticket-standard-note", standard=ticket["standard"], **ticket["intent"])
        yield "ppi", self._said("ticket-ppi-note", least=ticket["ppi"]["least"])
        yield "marks", self._said("ticket-marks-note", block=self._marks("marks"), covers=self._marks("cover_marks"))
        yield "finishing", self._said("ticket-foil" if ticket["ink"]["foil"] else "ticket-none")

    def _marks(self, key: str) -> str:
        return ", ".join(self._said(f"mark-{mark}") for mark in self.ticket[key]) or self._said("ticket-none")

    def _contact(self, contact: Mapping[str, Any]) -> str:
        """Who is asked; while nothing is announced, the note that says so."""
        given = [contact["owner"], *(contact[way] for way in REACHED)]
        return ", ".join(dict.fromkeys(filter(None, given))) or self._own(contact, "note")

    def _own(self, held: Mapping[str, Any], key: str) -> str:
        """A text in this language, in English where there is no other."""
        return (self.language == "hi" and held[f"{key}_hi"]) or held[key]

    def _mm(self, length: float) -> str:
        return self._said("ticket-mm", n=_exact(length))

    def _said(self, key: str, **values: object) -> str:
        return completed(self.words(key, self.language), **values)


def _exact(length: float) -> str:
    """Millimetres to the hundredth: "7.35"."""
    return f"{round(length, 2):g}"


def _lengths(held: Mapping[str, float]) -> dict[str, str]:
    return {key: f"{value:g}" for key, value in held.items()}


def _kept(held: Mapping[str, Any], *keys: str) -> dict[str, Any]:
    return {key: held[key] for key in keys}


def _counted(reports: list[dict[str, Any]]) -> dict[str, int]:
    """Of all files together: how many passed, and how many kinds of fault the gate found."""
    found = {key: sum(report[key] for report in reports) for key in ("clean", "errors", "warnings")}
    return {"n": found.pop("clean"), "all": len(reports)} | found
