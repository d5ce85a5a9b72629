"""A startup's spread: what its page template is given, and the pattern that fits it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from markupsafe import Markup

from showcase import prose
from showcase.book import facts, sizing
from showcase.book.casting import PATTERNS, PHOTOGRAPHS, PLATE, TEXT, Pattern, shown
from showcase.book.drawn import full_plate
from showcase.book.gallery import Gallery
from showcase.book.lines import Flaw
from showcase.book.measure import break_lines
from showcase.book.online import Online, online
from showcase.book.palette import colours
from showcase.book.photographs import Over, on_page
from showcase.book.stationery import Stationery
from showcase.book.typesetting import Image
from showcase.book.wording import cite, join_cites, keep_last_words, profile_name
from showcase.book.zones import below_pattern, time_pattern
from showcase.catalogue import Catalogue, Startup
from showcase.model.dates import Language
from showcase.typography import completed

FULLNESS = ((), ("tight",), ("tight", "wide-facts"))
"""How full the zone below the line may become, as classes of the page: the first that fits."""

STANDING = {"open", "broad"}
"""Settings in which the column of innovations stands on the line."""

TITLE_LINES = {1: 6, 2: 8, 3: 10}
"""Lines of the grid that a headline of so many lines takes with its Hindi and the space under it."""

STRIP = 96.0
"""Width in millimetres of the picture beside which a text-led page stands."""

STRIP_GAP = 12.0
LARGE_DROP = 1.7  # millimetres by which large lines lie lower, to stand on the grid of the text
STRIP_NAME_LINES = {62: 3, 48: 3, 38: 4}
HEADLINE_ROOM = {"open": 252.0, "broad": 252.0, "tall": 204.0, "dense": 252.0}  # millimetres


@dataclass(frozen=True)
class Spread:
    """One startup's two pages. `folio` is the left page's; `sources_folio` that of its sources."""

    startup: Startup
    catalogue: Catalogue
    stationery: Stationery
    folio: int
    sources_folio: int
    pattern: str = PLATE
    setting: int = 0
    fullness: int = 0

    @property
    def rules(self) -> Pattern:
        """The layout rules of its pattern."""
        return PATTERNS[self.pattern]

    @property
    def set_in(self) -> str:
        """The name of its setting: "open"."""
        return self.rules.settings[self.setting]

    def pages(self) -> Markup:
        """Every page, in order."""
        return self.left() + self.right() + self.gallery()

    def measured(self) -> Markup:
        """The pages whose words decide how full the setting must be."""
        right = self.right(bare=True)
        return self.left(bare=True) + right if self.pattern == TEXT else right

    @property
    def words_on(self) -> slice:
        """Which of its pages those are."""
        return slice(0, 2) if self.pattern == TEXT else slice(1, 2)

    def left(self, bare: bool = False) -> Markup:
        """The picture with the name; the facts too where the text leads. `bare`, without the picture."""
        settings = self.stationery.settings
        return self._page(
            "text-left" if self.pattern == TEXT else "profile-left", folio=self.folio,
            anchor=profile_name(self.startup.slug), name=self._name(), photograph=self._photograph,
            asset=self._asset, caption=self._caption(self._photograph), kicker=self._kicker(),
            bare=bare, limit=settings.foot_of_facts, name_limit=settings.horizon, strip=STRIP,
        )  # fmt: skip

    def right(self, bare: bool = False) -> Markup:
        """The words above the line and what is told below it; `bare`, without the code of its page on the site."""
        settings = self.stationery.settings
        headline = self._headline()
        tight_foot = 3 if self.set_in == "dense" else settings.grid_mm
        return self._page(
            "text-right" if self.pattern == TEXT else "profile-right", folio=self.folio + 1,
            title=self.catalogue.site.title, setting=self.set_in, online=None if bare else self._online,
            headline=headline, ceiling=self._ceiling(headline), least=self.rules.least,
            story=self._story(),
            story_limit=settings.foot_of_story + (LARGE_DROP if self.set_in == "open" else 0),
            band=self.set_in == "dense" and bool(self.startup.innovations), things_limit=settings.horizon - tight_foot,
        )  # fmt: skip

    def gallery(self) -> Markup:
        """The second spread, where several photographs are shown; otherwise nothing."""
        if self.pattern != PHOTOGRAPHS:
            return Markup("")
        gallery = self._gallery
        hung = [
            {"one": one, "number": n, "caption": self._caption(one.photograph)}
            for n, one in enumerate(gallery.hung)
        ]
        return self._page(
            "gallery", gallery=gallery, hung=hung, folio=self.folio + 2, kicker=self._kicker(),
            title=self.catalogue.site.title,
        )  # fmt: skip

    def flaws(self) -> list[Flaw]:
        """Photographs of the second spread whose subjects cannot be kept clear of gutter and edges."""
        lacking = self._gallery.lacking() if self.pattern == PHOTOGRAPHS else []
        return [Flaw("subject", "photographs", short) for _photograph, short in lacking]

    def _page(self, template: str, **context: Any) -> Markup:
        """A page of the spread: what every page of it may show, and its own."""
        startup = self.startup
        below = below_pattern(len(startup.figures), len(startup.milestones))
        return self.stationery.page(
            template, startup=startup, colours=colours(startup.family.id), words=self._words,
            below=below, fullness=FULLNESS[self.fullness],
            innovations=facts.innovations(startup), figures=facts.figures(startup),
            milestones=facts.milestones(startup), figure_size=self._figure_size(),
            figure_rise=sizing.figure_rise(self._figure_size(), bool(self.fullness)),
            time=time_pattern(below, len(startup.milestones)),
            rows=facts.rows(startup, self._words, self.sources_folio),
            facts_limit=self.stationery.settings.foot_of_facts, **context,
        )  # fmt: skip

    def assets(self) -> dict[str, bytes | Image]:
        """The pictures that the pages name."""
        startup, settings = self.startup, self.stationery.settings
        is_strip = self.pattern == TEXT
        across = STRIP if is_strip else settings.trim.width
        others = self._gallery.assets() if self.pattern == PHOTOGRAPHS else {}
        if code := self._online:
            others = {**others, code.asset: code.svg()}
        if self._photograph:
            bleed = settings.bleed
            over = Over(left=bleed, top=bleed, right=0 if is_strip else bleed, foot=bleed)
            file = startup.pictures / self._photograph.file
            shown = on_page(file, across, settings.trim.height, self._photograph.focus, over)
            return {self._asset: shown, **others}
        drawn = full_plate(self.stationery, startup.slug, startup.family.id, across, is_strip)
        return {self._asset: drawn, **others}

    @cached_property
    def _online(self) -> Online | None:
        return online(self.startup, self.stationery.edition)

    @property
    def _gallery(self) -> Gallery:
        return Gallery(self.startup, self.stationery.settings)

    @property
    def _photograph(self) -> Any:
        """The photograph in the plate's place, where the pattern shows one."""
        return self.startup.photograph if shown(self.startup, self.pattern) else None

    @property
    def _asset(self) -> str:
        """What the left page calls its picture."""
        kind = "photograph-{}.jpg" if self._photograph else "plate-{}.svg"
        return kind.format(self.startup.slug)

    def _words(self, key: str, language: Language = "en") -> str:
        return self.catalogue.ui(key, language)

    def _kicker(self) -> str:
        return " · ".join(part for part in (self.startup.family.name, self.startup.place) if part)

    def _story(self) -> Markup:
        html = prose.to_html(self.startup.story, lambda n: cite(self.startup.slug, n))
        return keep_last_words(join_cites(html))

    def _name(self) -> dict[str, Any]:
        """The name in the largest size in which it keeps to its lines, broken evenly."""
        settings, font = self.stationery.settings, self.stationery.font("serif-extralight")
        room, most = settings.measure, settings.name_lines
        if self.pattern == TEXT:
            room = settings.trim.width - STRIP - STRIP_GAP - settings.margins.inner
            most = {**most, **STRIP_NAME_LINES}
        return sizing.name(self.startup.name, font, settings.name_sizes, room, most)

    def _headline(self) -> list[str]:
        """The headline in as few lines as it takes, evenly filled."""
        font, room = self.stationery.font("serif-extralight"), HEADLINE_ROOM[self.set_in]
        return break_lines(self.startup.headline, font, sizing.HEADLINE, room, 3) or [self.startup.headline]

    def _ceiling(self, headline: list[str]) -> float | None:
        """How high a column that stands on the line may rise: to where the story begins."""
        if self.set_in not in STANDING:
            return None
        settings = self.stationery.settings
        return settings.top + TITLE_LINES[len(headline)] * settings.grid_mm

    def _figure_size(self) -> float:
        """The size of the big figures: the largest at which each keeps to its column."""
        sizes = self.stationery.settings.figure_sizes[1 if self.fullness else 0 :]
        values = [figure.value for figure in self.startup.figures]
        return sizing.figures(values, self.stationery.font("serif-extralight"), sizes)

    def _caption(self, photograph: Any) -> str:
        if photograph is None:
            return self._words("plate-caption")
        credit = completed(self._words("photograph-credit"), name=photograph.credit)
        return f"{photograph.caption} {credit}, {photograph.licence}"
