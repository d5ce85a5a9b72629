"""Everything that a published profile tells, block by block, with its place in the profile's files.

A block is what a reader takes as one thing: a paragraph, a milestone, a founder. The site's pages
and the book's are held against these blocks, so that both tell the whole, and the same. Which of
the two tells a field, and where, stands in `showcase.told`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import chain

from showcase import prose
from showcase.model.dates import Language, PartialDate
from showcase.saying import Block, Piece, Said
from showcase.startup import Startup
from showcase.told import Teller, tells
from showcase.typography import completed, host

_PARAGRAPH = re.compile(r"\S.*(?:\n.*\S.*)*")


def told_by(
    teller: Teller, startup: Startup, language: Language, photographs: int = 1
) -> tuple[Block, ...]:
    """The blocks that the site or the book tells of a startup, each with those pieces alone.

    `photographs` says how many of them are shown. Texts without Hindi come in English.
    """
    told = (
        replace(block, pieces=tuple(one for one in block.pieces if tells(teller, one.field)))
        for block in blocks(startup, language, photographs)
    )
    return tuple(block for block in told if block.pieces)


def blocks(startup: Startup, language: Language, photographs: int = 1) -> tuple[Block, ...]:
    """Everything that a profile tells in one language, whoever tells it."""
    said = Said(startup, language)
    rows = chain(
        _heads(said), _story(said), _firm(said), _work(said), _makings(said), _events(said),
        _photographs(said, photographs), _links(said), _sources(said),
    )  # fmt: skip
    return tuple(block for block in rows if block.pieces)


def _heads(said: Said) -> Iterator[Block]:
    for name in ("name", "headline", "summary"):
        key = f"{name}_hi" if said.is_hindi else name
        yield said.block(key, (key,), (key, getattr(said.startup, key)))


def _story(said: Said) -> Iterator[Block]:
    startup = said.startup
    own = startup.document_hi if said.is_hindi and startup.story_hi else None
    document = own or startup.document
    starts = [match.start() for match in _PARAGRAPH.finditer(document.body)]
    for number, (runs, start) in enumerate(zip(prose.parted(document.body), starts, strict=True), 1):
        pieces = tuple(Piece("story", run) for run in runs)
        yield Block(startup.slug, f"story paragraph {number}", pieces, document, start)


def _firm(said: Said) -> Iterator[Block]:
    startup = said.startup
    if startup.legal_name:
        yield said.block("legal_name", ("legal_name",), ("legal_name.value", startup.legal_name.value))
    if startup.founded:
        yield said.block("founded", ("founded",), ("founded.year", str(startup.founded.year)))
    for number, one in enumerate(startup.founders):
        yield said.block(f"founders: {one.name}", ("founders", number), ("founders.name", one.name))
    if home := startup.home:
        city = (home.city_hi if said.is_hindi else home.city) or ""
        state = said.named(home.state) if home.state else ""
        yield said.block("home", ("home",), ("home.city", city), ("home.state", state if state != city else ""))
    if startup.website:
        url = startup.website.url
        yield said.block("website", ("website",), Piece("website.url", host(url), url))
    for number, alias in enumerate(startup.aliases):
        told = alias if alias in startup.other_entries and not said.is_hindi else ""
        yield said.block(f"aliases: {alias}", ("aliases", number), ("aliases", told))


def _work(said: Said) -> Iterator[Block]:
    startup = said.startup
    for row, one in zip(startup.profile.challenges, startup.challenges, strict=True):
        named = "challenges.edition" if one.edition else "challenges.programme"
        yield said.row("challenges", row, Piece(named, said.named(one, "label")), "problem")
    for number, one in enumerate(startup.challenges):
        if one.end_user and one.end_user not in [row.end_user for row in startup.challenges[:number]]:
            told = ("challenges.end_user", said.named(one.end_user))
            yield said.block(f"end_users: {one.end_user.id}", ("challenges", number, "end_user"), told)
    posed = {row.end_user.id for row in startup.challenges if row.end_user}
    for number, row in enumerate(startup.profile.end_users):
        if row.id not in posed:
            user = startup.vocabulary.end_users[row.id]
            yield said.block(f"end_users: {row.id}", ("end_users", number), ("end_users.id", said.named(user)))
    for number, one in enumerate(startup.technologies):
        yield said.block(f"technologies: {one.id}", ("technologies", number), ("technologies", said.named(one)))


def _makings(said: Said) -> Iterator[Block]:
    for place, row in enumerate(said.startup.innovations):
        yield said.row("innovations", row, "name", "what")
        for number, spec in enumerate(row.specs):
            view = said.startup.in_hindi
            told = [
                (f"innovations.specs.{one}",
                 view.spec(row.id, spec.label, one).value if said.is_hindi else getattr(spec, one))
                for one in ("label", "value")
            ]  # fmt: skip
            block = said.block(f"innovations: {row.id}, {spec.label}", ("innovations", place, "specs", number), *told)
            yield said.in_hindi(block, ("innovations", row.id, "specs", spec.label))


def _events(said: Said) -> Iterator[Block]:
    startup, named = said.startup, set()
    for step in startup.steps:
        number, row = startup.profile.stage.index(step.row), step.row
        rung = "" if row.step in named else said.named(step.stage)  # several steps may stand under one name
        named.add(row.step)
        is_challenge = hasattr(step.of, "label")
        of = said.named(step.of, "label") if is_challenge else said.text("innovations", step.of, "name")
        block = said.block(
            f"stage: {row.step}, {row.of}", ("stage", number), ("stage.step", rung),
            ("stage.of", of), ("stage.date", said.day(row.date)), ("stage.note", said.text("stage", row, "note")),
        )  # fmt: skip
        yield said.in_hindi(block, ("stage", row.id))
    for row in startup.figures:
        yield said.row("figures", row, "value", "label")
    for row in startup.milestones:
        yield said.row("milestones", row, Piece("milestones.date", said.day(row.date)), "what", "amount")
    for row in startup.background:
        yield said.row("background", row, "what")


def _photographs(said: Said, shown: int) -> Iterator[Block]:
    for row in said.startup.photographs[:shown]:
        credit = [Piece(f"photographs.{name}", getattr(row, name)) for name in ("credit", "licence")]
        yield said.row("photographs", row, "caption", "alt", *credit)


def _links(said: Said) -> Iterator[Block]:
    """What ties the profile to others, the day on which all this was so, and until when."""
    startup = said.startup
    for number, slug in enumerate(startup.profile.related):
        other = startup.catalogue.by_slug[slug]
        if other.is_published_on(startup.catalogue.today):
            yield said.block(f"related: {slug}", ("related", number), ("related", said.named(other)))
    for name in ("verified_on", "review_by"):
        day = PartialDate.parse(getattr(startup, name))
        yield said.block(name, (name,), (name, said.day(day)))


def _sources(said: Said) -> Iterator[Block]:
    for number, one in enumerate(said.startup.sources):
        language = one.language and completed(said.ui("report-in"), language=said.ui(f"lang-{one.language}"))
        yield said.block(
            f"sources: {one.id}", ("sources", number), ("sources.title", one.title or ""),
            ("sources.publisher", one.publisher), ("sources.date", said.day(one.date)),
            ("sources.language", language or ""),
            ("sources.read_in_copy", said.ui("read-in-a-copy") if one.read_in_copy else ""),
            Piece("sources.url", host(one.url), one.url),
        )  # fmt: skip
