"""A startup's spread: what its page template is given, and the pattern that fits it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from showcase import plates, prose
from showcase.book import facts
from showcase.book.measure import break_lines, width
from showcase.book.palette import colours
from showcase.book.photographs import page_picture
from showcase.book.stationery import Stationery
from showcase.book.wording import cite, join_cites, profile_name
from showcase.catalogue import Catalogue, Startup

PATTERNS = ("open", "broad", "tall", "dense")
"""From the airiest to the fullest; the first in which everything fits is taken."""

FULLNESS = ((), ("tight",), ("tight", "wide-facts"))
"""How full the zone below the line may become, as classes of the page: the first that fits."""

SHORT_STORY = 130
"""Words up to which a story is tried large, in one column."""

STANDING = {"open", "broad"}
"""Patterns in which the column of innovations stands on the line."""

TITLE_LINES = {1: 6, 2: 8, 3: 10}
"""Lines of the grid that a headline of so many lines takes with its Hindi and the space under it."""

HEADLINE_ROOM = {"open": 252.0, "broad": 252.0, "tall": 197.0, "dense": 187.0}  # millimetres
LEADING = {62: 60.0, 48: 47.0, 38: 39.0}
FIGURE_COLUMN = 58.0  # millimetres that a big figure may take when four stand in a row


@dataclass(frozen=True)
class Spread:
    """One startup's two pages. `folio` is the left page's; `sources_folio` that of its sources."""

    startup: Startup
    catalogue: Catalogue
    stationery: Stationery
    folio: int
    sources_folio: int
    pattern: str = PATTERNS[0]
    fullness: int = 0

    @property
    def patterns(self) -> tuple[str, ...]:
        """The patterns to try, in order."""
        words = prose.count_words(self.startup.story)
        return PATTERNS if words <= SHORT_STORY else PATTERNS[1:]

    def left(self) -> Markup:
        """The picture with the name."""
        startup = self.startup
        return self.stationery.page(
            "profile-left", startup=startup, colours=colours(startup.family.id), folio=self.folio,
            anchor=profile_name(startup.slug), name=self._name(), photograph=startup.photograph,
            asset=self._asset, caption=self._caption(), kicker=self._kicker(),
            limit=self.stationery.settings.foot_of_facts,
        )  # fmt: skip

    def right(self) -> Markup:
        """The words above the line and the facts below it."""
        startup, settings = self.startup, self.stationery.settings
        headline = self._headline()
        below = below_pattern(len(startup.figures), len(startup.milestones))
        return self.stationery.page(
            "profile-right", startup=startup, colours=colours(startup.family.id),
            folio=self.folio + 1, title=self.catalogue.site.title, pattern=self.pattern,
            headline=headline, ceiling=self._ceiling(headline), words=self._words,
            below=below, fullness=FULLNESS[self.fullness],
            story=join_cites(prose.to_html(startup.story, lambda n: cite(startup.slug, n))),
            innovations=facts.innovations(startup), figures=facts.figures(startup),
            milestones=facts.milestones(startup), figure_size=self._figure_size(),
            time=time_pattern(below, len(startup.milestones)),
            rows=facts.rows(startup, self._words, self.sources_folio),
            story_limit=settings.foot_of_story, facts_limit=settings.foot_of_facts,
            things_limit=settings.horizon - (3 if self.pattern == "dense" else settings.grid_mm),
        )  # fmt: skip

    def assets(self) -> dict[str, bytes]:
        """The picture that the left page names."""
        startup, trim = self.startup, self.stationery.settings.trim
        if startup.photograph:
            file = startup.pictures / startup.photograph.file
            return {self._asset: page_picture(file, trim.width / trim.height, startup.photograph.focus)}
        share = self.stationery.settings.horizon / trim.height
        drawing = plates.drawing(startup.slug, startup.family.id, trim.width, trim.height, share)
        return {self._asset: plates.svg(drawing).encode()}

    @property
    def _asset(self) -> str:
        """What the left page calls its picture."""
        kind = "photograph-{}.jpg" if self.startup.photograph else "plate-{}.svg"
        return kind.format(self.startup.slug)

    def _words(self, key: str) -> str:
        return self.catalogue.ui(key, "en")

    def _kicker(self) -> str:
        return " · ".join(part for part in (self.startup.family.name, self.startup.place) if part)

    def _name(self) -> dict[str, Any]:
        """The name in the largest size in which it keeps to its lines, broken evenly."""
        settings, font = self.stationery.settings, self.stationery.font("serif-extralight")
        for size in settings.name_sizes:
            lines = break_lines(self.startup.name, font, size, settings.measure, settings.name_lines[int(size)])
            if lines:
                break
        return {"lines": lines or [self.startup.name], "size": size, "leading": LEADING.get(int(size), size)}

    def _headline(self) -> list[str]:
        """The headline in as few lines as it takes, evenly filled."""
        font, room = self.stationery.font("serif-extralight"), HEADLINE_ROOM[self.pattern]
        return break_lines(self.startup.headline, font, 31, room, 3) or [self.startup.headline]

    def _ceiling(self, headline: list[str]) -> float | None:
        """How high a column that stands on the line may rise: to where the story begins."""
        if self.pattern not in STANDING:
            return None
        settings = self.stationery.settings
        return settings.top + TITLE_LINES[len(headline)] * settings.grid_mm

    def _figure_size(self) -> float:
        """The size of the big figures: the largest at which each keeps to its column."""
        font = self.stationery.font("serif-extralight")
        sizes = self.stationery.settings.figure_sizes[1 if self.fullness else 0 :]
        widest = lambda size: max(  # noqa: E731
            (width(figure.value, font, size) for figure in self.startup.figures), default=0
        )
        return next((size for size in sizes if widest(size) <= FIGURE_COLUMN), sizes[-1])

    def _caption(self) -> str:
        photograph = self.startup.photograph
        if photograph is None:
            return self._words("plate-caption")
        credit = self._words("photograph-credit").replace("{name}", photograph.credit)
        return f"{photograph.caption} {credit}, {photograph.licence}"


def below_pattern(figures: int, milestones: int) -> str:
    """How the zone below the line is parted, from what there is to show."""
    if figures == 0:
        return "facts-and-time" if milestones else "facts-alone"
    if figures <= 2 and milestones <= 4:
        return "side-by-side" if milestones else "figures-and-facts"
    return "figures-on-top"


def time_pattern(below: str, milestones: int) -> str:
    """How the milestones run: three or four along a line, others down one, in two columns when many."""
    if below == "side-by-side" or milestones < 3:
        return "down"
    return "across" if milestones <= 4 else "down many"
