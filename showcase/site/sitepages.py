"""Which pages are made from the catalogue: each is planned once, and made in every language.

A new kind of page, in both languages, takes four things:

1. A function here that yields `both(address, template, title, description, subject)`, named in
   `_KINDS`. The address is the English one, "compare/"; the Hindi page is put at "hi/compare/".
   Title and description are given as functions of the language: `partial(plan.catalogue.ui, "compare")`
   for words of data/ui.yml, `shelf.label` for what a vocabulary names.
2. Its template in theme/. Every word comes from `"key"|ui(lang)`, from `item|named(lang)` or, where Hindi
   may be missing, from `words.say(item|said("what", lang))`, which marks English as English. Links to other
   pages begin with `{{ own }}`, the root of the pages in the language of the page; links to files
   that both languages share (assets, downloads) begin with `{{ root }}`.
3. Its folder under `not_in_nav` in mkdocs.yml; that of the Hindi pages stands there already.
4. Where readers come from: a row of `addresses.SECTIONS` puts it into header and footer.

Language switch, `hreflang`, `<html lang>`, header, footer and the site map follow from the plan.
Pages written by hand lie in docs/ as `x.md` and `x.hi.md`: see `showcase.site.handwritten`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from showcase.facets import Shelf
from showcase.bilingual import named
from showcase.model.dates import LANGUAGES, Language
from showcase.site import addresses
from showcase.startup import Startup
from showcase.typography import completed

if TYPE_CHECKING:
    from showcase.site.plan import Plan

Told = Callable[[Language], str]
"""A text by its language."""
WHOLES = ("search", "compare", "numbers", "timeline", "new")
NAMED = 6
"""As many innovators as the description of a list names."""


@dataclass(frozen=True)
class SitePage:
    """One page that stands in no file of docs/: made from the catalogue by a template."""

    address: str
    template: str
    title: str
    description: str
    language: Language = "en"
    translation: str = ""
    """The address of the same page in the other language."""
    subject: Any = None
    """The startup or shelf it is about; of a list of shelves their kind."""


def both(address: str, template: str, title: Told, description: Told, subject: Any = None) -> Iterator[SitePage]:
    """A page in each language; `address` is that of the English one."""
    for language in LANGUAGES:
        yield SitePage(
            addresses.local(address, language), template, title(language), description(language), language,
            addresses.translation(address, language), subject,
        )  # fmt: skip


def planned(plan: Plan) -> Iterator[SitePage]:
    """Every page made from the catalogue of a plan, the English one before the Hindi one."""
    for kind in _KINDS:
        yield from kind(plan)


def _directory(plan: Plan) -> Iterator[SitePage]:
    words, count = partial(_words, plan), str(len(plan.startups))
    yield from both(
        addresses.DIRECTORY, "directory.html", partial(words, "innovators"), partial(words, "directory-what", n=count)
    )


def _indexes(plan: Plan) -> Iterator[SitePage]:
    for kind, folder in addresses.FOLDERS.items():
        if plan.catalogue.paged(kind):
            title, what = (partial(plan.catalogue.ui, f"{key}-{kind}") for key in ("kind", "index-what"))
            yield from both(folder, "shelves.html", title, what, kind)


def _shelves(plan: Plan) -> Iterator[SitePage]:
    for kind in addresses.FOLDERS:
        for shelf in plan.catalogue.paged(kind):
            yield from both(addresses.shelf(shelf), "shelf.html", shelf.label, partial(_told_of, plan, shelf), shelf)


def _told_of(plan: Plan, shelf: Shelf, language: Language) -> str:
    """ "Innovators in DISC 7: Lantern Works, Quiet Box."."""
    said = _words(plan, f"said-{shelf.kind}", language, values=shelf.label(language))
    if not shelf.startups:
        return _words(plan, "shelf-what-none", language, said=said)
    names = ", ".join(named(one, language) for one in shelf.startups[:NAMED])
    return _words(plan, "shelf-what", language, said=said, names=names)


def _profiles(plan: Plan) -> Iterator[SitePage]:
    for one in plan.startups:
        yield from both(addresses.profile(one), "profile.html", partial(named, one), partial(named, one, field="summary"), one)


def _wholes(plan: Plan) -> Iterator[SitePage]:
    """The pages about the whole: one name for address, template, and the words of title and description."""
    for name in WHOLES:
        title, what = (partial(plan.catalogue.ui, key) for key in (name, f"{name}-what"))
        yield from both(f"{name}/", f"{name}.html", title, what)


def _dictionary(plan: Plan) -> Iterator[SitePage]:
    title, what = (partial(plan.catalogue.ui, key) for key in ("dictionary", "dictionary-what"))
    yield from both("data/dictionary/", "dictionary.html", title, what)


def _words(plan: Plan, key: str, language: Language, **filled: str) -> str:
    return completed(plan.catalogue.ui(key, language), **filled)


_KINDS = (_directory, _indexes, _shelves, _profiles, _wholes, _dictionary)
