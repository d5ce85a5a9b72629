"""The text of a new profile: all that every profile needs, with a mark TODO where an editor is to write."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date, timedelta

from showcase.rules.files import is_hindi
from showcase.transliteration import latin
from showcase.vocabulary import Vocabulary
from showcase.yamlplain import plain

REVIEW = timedelta(days=182)
PROGRAMME = "idex"
TO_DO = {
    "name_hi": "TODO: नाम हिंदी में",
    "headline": "TODO: a sentence worth reading, 70 characters at most",
    "headline_hi": "TODO: पढ़ने योग्य एक वाक्य",
    "summary": "TODO: what the firm makes, for whom, and how far it has got",
    "summary_hi": "TODO: फ़र्म क्या बनाती है, किसके लिए, और काम कहाँ तक पहुँचा है",
}
"""What stands where nothing was said, in the language that belongs there: the check takes it in a draft."""


@dataclass(frozen=True)
class Wanted:
    """What an editor said of the firm; empty where it was not said."""

    name: str
    hindi: str = ""
    technologies: tuple[str, ...] = ()
    state: str = ""
    city: str = ""
    programme: str = ""
    edition: str = ""
    step: str = ""
    publisher: str = ""
    url: str = ""


def text(slug: str, wanted: Wanted, vocabulary: Vocabulary, today: date) -> str:
    """The whole file: it passes the check as a draft, apart from its marks."""
    return "\n".join(["---", *_head(slug, wanted), *_facts(wanted, vocabulary), *_sources(wanted, today), "---", STORY])


STORY = "TODO: tell what the firm makes, for whom, and how far it has got; end each sentence with its source.[^1]\n"


def _head(slug: str, wanted: Wanted) -> list[str]:
    return [
        f"id: {slug}",
        f"name: {plain(f'TODO: {latin(wanted.name).title()}' if is_hindi(wanted.name) else wanted.name)}",
        f"name_hi: {plain(wanted.hindi or TO_DO['name_hi'])}",
        "status: draft",
        *(f"{key}: {plain(TO_DO[key])}" for key in ("headline", "headline_hi", "summary", "summary_hi")),
        "hi_reviewed: null",
    ]


def _facts(wanted: Wanted, vocabulary: Vocabulary) -> list[str]:
    areas = wanted.technologies or tuple(vocabulary.technologies)[:1]
    home = [f"{key}: {plain(value)}" for key, value in (("city", wanted.city), ("state", wanted.state)) if value]
    edition = f", edition: {wanted.edition}" if wanted.edition else ""
    step = wanted.step or next(iter(vocabulary.stages))
    lacking = "" if wanted.technologies else "one to three ids of data/technologies.yml"
    return [
        f"technologies: [{', '.join(areas)}]{_mark(lacking)}",
        *([f"home: {{{', '.join(home)}, src: [1]}}"] if home else []),
        "challenges:",
        f"  - {{id: first, programme: {wanted.programme or PROGRAMME}{edition}, src: [1]}}"
        + _mark("an id of its own, such as swarm, and the problem as the source states it"),
        "stage:",
        f"  - {{step: {step}, of: first, src: [1]}}"
        + _mark("" if wanted.step else "the furthest step that a source states, with its date"),
    ]


def _sources(wanted: Wanted, today: date) -> list[str]:
    publisher = plain(wanted.publisher or "TODO: who published it")
    return [
        "sources:",
        f"  - {{id: 1, publisher: {publisher}, url: {json.dumps(wanted.url or 'https://example.org/TODO')}}}",
        "clearance: {basis: public-sources}",
        f"verified_on: {today}{_mark('the day on which all of this was held against its sources')}",
        f"review_by: {today + REVIEW}",
    ]


def _mark(what: str) -> str:
    return f"  # TODO: {what}" if what else ""
