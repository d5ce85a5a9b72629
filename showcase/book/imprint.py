"""The imprint, and opposite it what a reader should know before reading."""

from __future__ import annotations

from datetime import date

from markupsafe import Markup

from showcase.book.book import Book, Pages
from showcase.book.language import main_language
from showcase.book.palette import colours
from showcase.book.plan import Part
from showcase.book.wording import filled, goto, paragraph, part_name, tied
from showcase.model.dates import Language, PartialDate

READ_POLICIES = ("sources", "standing", "pictures")
KEYS = ("line", "cites", "steps", "crore")
"""What is said on how to read a spread: each has a word for display, `read-…`, and a sentence, `read-…-note`."""


def imprint(book: Book, part: Part) -> Pages:
    """Whose work it is and on what terms, and how the book is to be read."""
    site, settings = book.catalogue.site, book.stationery.settings
    verified = sorted(startup.verified_on for startup in book.catalogue.published)
    html = book.stationery.page(
        "imprint", site=site, colours=colours(), folio=part.folio, words=book.words, called=book.called, tied=tied,
        anchor=part_name(part.key), reading_anchor=part_name("reading"),
        verified=_verified(verified, main_language(book.edition)),
        verified_hi=_verified(verified, "hi") if book.edition == "bilingual" else "",
        promises=_promises(book), keys=_keys(book), isbn=book.isbn,
        frontispiece=frontispiece(book), frontispiece_hi=frontispiece(book, "hi"),
        limit=settings.foot_of_facts, story_limit=settings.foot_of_story,
    )  # fmt: skip
    return Pages(html, {})


def frontispiece(book: Book, language: Language = "en") -> Markup:
    """What the frontispiece shows: its fields from left to right; with "hi" in the Hindi beside it, if any."""
    fields = ", ".join(shelf.name_hi if language == "hi" else shelf.name for shelf in book.catalogue.families())
    return filled(book.words("frontispiece-note", language), fields=fields)


def _promises(book: Book) -> list[tuple[str, str, list[Markup]]]:
    """The promises that the book keeps: a title, that beside it, and the paragraphs."""
    policies = {policy.id: policy for policy in book.catalogue.site.policies}
    kept = (policies[name] for name in READ_POLICIES if name in policies)
    return [(policy.title, policy.title_hi, [paragraph(text) for text in policy.text]) for policy in kept]


def _keys(book: Book) -> list[tuple[str, Markup, str, Markup]]:
    """What helps to read a spread: a word for display, what it means, and both in the Hindi beside it."""
    given = {
        "cites": {"page": goto(part_name("sources"), book.folio("sources"))},
        "steps": {
            "steps": len(book.catalogue.vocabulary.stages),
            "page": goto(part_name("how"), book.folio("how")),
        },
    }  # fmt: skip

    def told(key: str, language: Language) -> tuple[str, Markup]:
        note = book.words(f"read-{key}-note", language)
        return book.words(f"read-{key}", language), filled(note, **given.get(key, {}))

    return [(*told(key, "en"), *told(key, "hi")) for key in KEYS]


def _verified(days: list[date], language: Language) -> str:
    """When the facts were checked: one day, or the first and the last."""
    first, last = (PartialDate.parse(day).long(language) for day in (days[0], days[-1]))
    return first if first == last else f"{first} – {last}"
