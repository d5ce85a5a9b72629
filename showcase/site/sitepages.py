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
Files = Callable[[Language], tuple[str, ...]]
"""The content files that a page is made from, by its language; a folder ends in a stroke."""
WHOLES = {
    "search": ("startups/",),
    "compare": ("startups/",),
    "numbers": ("startups/", "data/statistics.yml", "data/production-and-exports.yml"),
    "timeline": ("data/timeline.yml", "data/programmes.yml"),
    "new": ("startups/",),
    "sitemap": ("startups/", "data/", "docs/"),
    "problems": ("showcase/causes/",),
}
"""The pages about the whole, and what each is made from."""
TOLD_IN = {
    "technology": "technologies.yml", "end-user": "end-users.yml", "programme": "programmes.yml",
    "edition": "programmes.yml", "stage": "stages.yml", "state": "states/",
}  # fmt: skip
"""The file or folder of data/ that tells of each kind of shelf."""
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
    files: tuple[str, ...] = ("startups/",)
    """The content files that it is made from: the last change of them is its own."""
    listed: bool = True
    """Whether site map and search lead to it."""


def _of_all(_language: Language) -> tuple[str, ...]:
    return ("startups/",)


def both(
    address: str, template: str, title: Told, description: Told, subject: Any = None, files: Files = _of_all,
    listed: bool = True,
) -> Iterator[SitePage]:  # fmt: skip
    """A page in each language; `address` is that of the English one, `files` are those it is made from."""
    for language in LANGUAGES:
        yield SitePage(
            addresses.local(address, language), template, title(language), description(language), language,
            addresses.translation(address, language), subject, files(language), listed,
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
            told = _data(kind)
            yield from both(folder, "shelves.html", title, what, kind, lambda _, told=told: ("startups/", *told))


def _shelves(plan: Plan) -> Iterator[SitePage]:
    for kind in addresses.FOLDERS:
        for shelf in plan.catalogue.paged(kind):
            files = partial(_files_of_shelf, shelf)
            what = partial(_told_of, plan, shelf)
            yield from both(addresses.shelf(shelf), "shelf.html", shelf.label, what, shelf, files)


def _data(kind: str, slug: str = "") -> tuple[str, ...]:
    name = TOLD_IN.get(kind, "")
    return (f"data/{name}{slug}.yml" if slug and name.endswith("/") else f"data/{name}",) if name else ()


def _files_of_shelf(shelf: Shelf, language: Language) -> tuple[str, ...]:
    files = (file for one in shelf.startups for file in _files_of(one, language))
    return (*_data(shelf.kind, shelf.slug), *files)


def _told_of(plan: Plan, shelf: Shelf, language: Language) -> str:
    """ "Innovators in DISC 7: Lantern Works, Quiet Box."."""
    said = _words(plan, f"said-{shelf.kind}", language, values=shelf.label(language))
    if not shelf.startups:
        return _words(plan, "shelf-what-none", language, said=said)
    names = ", ".join(named(one, language) for one in shelf.startups[:NAMED])
    return _words(plan, "shelf-what", language, said=said, names=names)


def _profiles(plan: Plan) -> Iterator[SitePage]:
    for one in plan.startups:
        summary = partial(named, one, field="summary")
        yield from both(addresses.profile(one), "profile.html", partial(named, one), summary, one, partial(_files_of, one))


def _files_of(one: Startup, language: Language) -> tuple[str, ...]:
    """Its file and its photographs; the Hindi page is made from the Hindi file besides."""
    hindi = (f"startups/{one.slug}.hi.md",) if language == "hi" else ()
    return (f"startups/{one.slug}.md", f"images/{one.slug}/", *hindi)


def _wholes(plan: Plan) -> Iterator[SitePage]:
    """The pages about the whole: one name for address, template, and the words of title and description."""
    for name, files in WHOLES.items():
        title, what = (partial(plan.catalogue.ui, key) for key in (name, f"{name}-what"))
        yield from both(f"{name}/", f"{name}.html", title, what, files=lambda _, files=files: files)


def _dictionary(plan: Plan) -> Iterator[SitePage]:
    title, what = (partial(plan.catalogue.ui, key) for key in ("dictionary", "dictionary-what"))
    yield from both("data/dictionary/", "dictionary.html", title, what)


def _embeds(plan: Plan) -> Iterator[SitePage]:
    for one in plan.startups:
        title, what = partial(named, one), partial(named, one, field="headline")
        yield from both(addresses.embed(one), "embed.html", title, what, one, partial(_files_of, one), listed=False)


def _notices(plan: Plan) -> Iterator[SitePage]:
    """What stands at the addresses of a profile that was withdrawn or renamed; not where a draft has them again."""
    told, shown = plan.catalogue, {one.slug for one in plan.startups}
    names = {one.slug: one for one in (*plan.startups, *told.withdrawals)}
    for kind, one, named_by in (
        *(("withdrawn", one, one) for one in told.withdrawals if one.slug not in shown),
        *(("renamed", one, names[one.to]) for one in told.renamings if one.to in names),  # a draft may be broken
    ):
        title, what = (partial(_noticed, plan, f"{kind}-{key}", named_by, one) for key in ("title", "what"))
        for address, template in ((addresses.profile(one), kind), (addresses.embed(one), "embed-notice")):
            yield from both(address, f"{template}.html", title, what, one, lambda _: ("data/archive.yml",), listed=False)


def _noticed(plan: Plan, key: str, named_by: Any, one: Any, language: Language) -> str:
    return _words(plan, key, language, name=named(named_by, language), slug=one.slug)


def _words(plan: Plan, key: str, language: Language, **filled: str) -> str:
    return completed(plan.catalogue.ui(key, language), **filled)


_KINDS = (_directory, _indexes, _shelves, _profiles, _wholes, _dictionary, _embeds, _notices)
