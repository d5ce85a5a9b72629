"""The rows of fact of a profile as the book prints them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any, NamedTuple

from markupsafe import Markup

from showcase.book.wording import cites, goto, profile_sources, runs, sentence, tied
from showcase.catalogue import Startup
from showcase.model.dates import PartialDate
from showcase.typography import completed, host

Words = Callable[[str], str]
"""An interface string by its key, in the book's language."""


class Row(NamedTuple):
    """A label and what stands beside it."""

    label: str
    value: Markup


def rows(startup: Startup, words: Words, sources_folio: int) -> list[Row]:
    """What is known of the firm, in the order in which it is printed; nothing for what is not known."""
    return [*_firm(startup, words), *_work(startup, words), *_record(startup, words, sources_folio)]


def _firm(startup: Startup, words: Words) -> Iterator[Row]:
    if startup.legal_name:
        yield _row(startup, words("legal-name"), startup.legal_name.value, startup.legal_name.src)
    if startup.founded:
        yield _row(startup, words("founded"), startup.founded.year, startup.founded.src)
    if startup.founders:
        label = words("founder" if len(startup.founders) == 1 else "founders")
        yield Row(label, _listed(startup, [(one.name, one.src) for one in startup.founders]))
    if startup.website:
        link = Markup('<a href="{}">{}</a>').format(startup.website.url, host(startup.website.url))
        yield _row(startup, words("website"), link, startup.website.src)


def _work(startup: Startup, words: Words) -> Iterator[Row]:
    for challenge in startup.challenges:
        problem = f": {challenge.problem}" if challenge.problem else ""
        yield _row(startup, words("challenge"), f"{challenge.label}{problem}", challenge.src)
    if startup.end_users:
        yield Row(words("end-user"), _listed(startup, [(user.name, src) for user, src in startup.end_users_cited]))
    steps = Markup("<br>").join(_step(startup, step) for step in startup.steps)
    yield Row(words("stage"), steps)


def _record(startup: Startup, words: Words, folio: int) -> Iterator[Row]:
    numbers = runs(source.id for source in startup.sources)
    place = goto(profile_sources(startup.slug), completed(words("page-n"), n=folio))
    day = PartialDate.parse(startup.verified_on).long()
    verified = completed(words("verified-on"), date=day)
    yield Row(words("sources"), Markup("{}, {}. {}").format(numbers, place, verified))


def _row(startup: Startup, label: str, value: object, src: Iterable[int]) -> Row:
    return Row(label, Markup("{}{}").format(value, cites(startup.slug, src)))


def _listed(startup: Startup, parts: list[tuple[str, Iterable[int]]]) -> Markup:
    """Names with their sources; one set of figures at the end where all have the same."""
    if len({tuple(src) for _name, src in parts}) == 1:
        names = ", ".join(name for name, _src in parts)
        return Markup("{}{}").format(names, cites(startup.slug, parts[0][1]))
    return Markup(", ").join(
        Markup("{}{}").format(name, cites(startup.slug, src)) for name, src in parts
    )


def _step(startup: Startup, step: Any) -> Markup:
    date = f", {step.date.long()}" if step.date else ""
    note = f" ({step.note})" if step.note else ""
    return Markup("{}{}{}{}").format(step.stage.name, date, note, cites(startup.slug, step.src))


def innovations(startup: Startup) -> list[dict[str, Any]]:
    """Each innovation with what it is and its specifications, cited."""
    return [
        {
            "name": one.name,
            "what": one.what,
            "cites": cites(startup.slug, one.src),
            "specs": [
                {"label": spec.label, "value": spec.value, "cites": _own_cites(startup, one, spec)}
                for spec in one.specs
            ],
        }
        for one in startup.innovations
    ]


def _own_cites(startup: Startup, innovation: Any, spec: Any) -> Markup:
    """A specification's sources, where they are not simply its innovation's."""
    own = spec.src if spec.src and tuple(spec.src) != tuple(innovation.src) else ()
    return cites(startup.slug, own)


def milestones(startup: Startup) -> list[dict[str, Any]]:
    """Each milestone with its date and amount, in the order of dates, cited."""
    return [
        {
            "date": one.date.long(),
            "what": sentence(one.what),
            "amount": sentence(one.amount[0].upper() + one.amount[1:]) if one.amount else "",
            "cites": cites(startup.slug, one.src),
        }
        for one in startup.milestones
    ]


def figures(startup: Startup) -> list[dict[str, Any]]:
    """The big figures with their labels, cited."""
    return [
        {"value": one.value, "label": tied(one.label), "cites": cites(startup.slug, one.src)}
        for one in startup.figures
    ]
