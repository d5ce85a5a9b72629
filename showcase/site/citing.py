"""The citations of a profile's page: each leads to the list of sources, and the list leads back to each."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache, partial
from typing import Any

from markupsafe import Markup, escape

from showcase import prose
from showcase.model.dates import Language
from showcase.model.profile import Source

APART = "\u00a0"
"""Between two citations, so that "8 9" is never read, or copied, as "89"."""
# Where a story cites: characters that no story holds, for prose takes them out.
_OPEN, _CLOSE = "\ue002", "\ue003"
_CITATION = re.compile(f"{_OPEN}(\\d+){_CLOSE}")
_PARAGRAPH = re.compile(r"<p>.*?</p>", re.DOTALL)


@dataclass(frozen=True)
class Passage:
    """A paragraph of the story as HTML, its language, and the sources that the story first cites there."""

    html: Markup
    language: Language
    sources: tuple[Source, ...]


@dataclass
class Citing:
    """The citations of one page while it is written, from its top to its list of sources."""

    ui: Callable[[str, Language], str]
    language: Language
    sources: Mapping[int, Source]
    _places: defaultdict[int, list[tuple[str, str]]] = field(default_factory=lambda: defaultdict(list))

    def under(self, section: str) -> Callable[[Iterable[int]], Markup]:
        """What cites in one section, named by its interface string: `under("milestones")((1, 2))`."""
        return partial(self._cite, self.ui(section, self.language), self.language)

    def passages(self, text: Any) -> list[Passage]:
        """The story's paragraphs; the text says its language where that is not the page's."""
        language = getattr(text, "lang", self.language)
        fresh = dict(self.sources)
        return [self._passage(one, language, fresh) for one in _PARAGRAPH.findall(_told(str(text)))]

    def back(self, number: int) -> list[tuple[str, list[str]]]:
        """The anchors of the places that cite a source, by section, as far as the page is written."""
        sections: dict[str, list[str]] = {}
        for section, anchor in self._places[number]:
            sections.setdefault(section, []).append(anchor)
        return list(sections.items())

    def _passage(self, paragraph: str, language: Language, fresh: dict[int, Source]) -> Passage:
        """A paragraph; the sources that it cites are taken out of the `fresh` ones."""
        cited = dict.fromkeys(int(number) for number in _CITATION.findall(paragraph))
        cite = partial(self._cite, self.ui("story", self.language), language)
        html = _CITATION.sub(lambda match: cite((int(match[1]),)), paragraph)
        sources = tuple(fresh.pop(number) for number in cited if number in fresh)
        return Passage(Markup(html), language, sources)  # noqa: S704  from prose

    def _cite(self, section: str, language: Language, numbers: Iterable[int]) -> Markup:
        links = [self._link(section, language, number) for number in numbers]
        return Markup('<sup class="cites">{}</sup>').format(Markup(APART).join(links)) if links else Markup("")

    def _link(self, section: str, language: Language, number: int) -> Markup:
        places = self._places[number]
        anchor = f"cite-{number}-{len(places) + 1}"
        places.append((section, anchor))
        link = '<a href="#source-{0}" id="{1}" aria-label="{2} {0}">{0}</a>'
        return Markup(link).format(number, anchor, self.ui("source", language))


def cites(numbers: Iterable[int], name: str) -> Markup:
    """Citations of a page that has no way back: the numbers, raised, each leading to its source."""
    return _cites(tuple(numbers), name)


@cache
def _cites(numbers: tuple[int, ...], name: str) -> Markup:
    links = APART.join(
        f'<a href="#source-{one}" aria-label="{escape(name)} {one}">{one}</a>' for one in numbers
    )
    return Markup(f'<sup class="cites">{links}</sup>') if links else Markup("")  # noqa: S704  numbers only


@cache
def _told(story: str) -> str:
    """The story as HTML with its citations as tokens: one text may stand on a page in each language."""
    return prose.to_html(story, lambda number: f"{_OPEN}{number}{_CLOSE}")
