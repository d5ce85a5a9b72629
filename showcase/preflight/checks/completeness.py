"""The book against its plan and its profiles: every page is planned, every block stands on its page."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from showcase.blocks import told_by
from showcase.book.casting import shown
from showcase.catalogue import Catalogue
from showcase.digest import content_digest
from showcase.letters import Wanted, letters, missing
from showcase.planfile import PlanFile, PlannedBlock, PlannedProfile
from showcase.preflight.checks.order import Order
from showcase.preflight.findings import Finding
from showcase.saying import Block
from showcase.told import TOLD, Where

SHOWN = 60

_UNUSED = "so findings name pages only, and completeness was not checked."
NO_PLAN = f"No plan file lies beside it, {_UNUSED}"
COVER = "Completeness is a matter of the text block: it is checked there, not on a cover."
OTHER_PLAN = f"The plan file beside it is of another file, {_UNUSED}"
BROKEN_PLAN = f"The plan file beside it cannot be read, {_UNUSED}"
NO_PROFILES = "The profiles are not here, so completeness was not checked block by block."
PARTIAL = "Only some spreads were asked for, so extent and completeness were not checked."
CHANGED = "The profiles have changed since the file was made, so completeness was not checked block by block."


def left_open(why: str) -> str:
    """What was not checked, for that reason of `unchecked`, as the verdict says it; nothing where no more was asked."""
    if why in ("", COVER):
        return ""
    is_planned = why in (NO_PROFILES, PARTIAL, CHANGED)
    return "completeness was not" if is_planned else "completeness and order were not"


def pages_are_planned(pages: Sequence[str], order: Order, is_its_own: bool) -> Iterator[Finding]:
    """G804: the file has the pages of its plan in their order, and is the very file that the plan is of.

    `pages` are the letters of each page: of pages too many, one that says what another says is named.
    """
    count, plan = len(pages), order.plan
    if count > len(plan.pages):
        over = count - len(plan.pages)
        yield Finding("G804", f"the file has {count} pages where the plan has {len(plan.pages)}: {over} too many.")
        yield from _repeated(pages)
    elif count < len(plan.pages):
        where = f"from page {order.first} of the file on" if order.first else "at the end"
        lost = f"{len(plan.pages) - count} lost, {where}"
        yield Finding("G804", f"the file has {count} pages where the plan has {len(plan.pages)}: {lost}.")
    elif not is_its_own:
        yield Finding("G804", "the plan beside the file is of another file of that name.")
    yield from order.findings()


def _repeated(pages: Sequence[str]) -> Iterator[Finding]:
    first: dict[str, int] = {}
    for number, text in enumerate(pages, 1):
        if text and first.setdefault(text, number) != number:
            yield Finding("G804", f"page {number} of the file says the same as this one.", first[text])


def unchecked(plan: PlanFile | None, catalogue: Catalogue | None, is_cover: bool = False) -> str:
    """Why completeness cannot be checked against the profiles; nothing where it can."""
    if is_cover:
        return COVER
    if plan is None:
        return NO_PLAN
    if not plan.whole:
        return PARTIAL
    if catalogue is None:
        return NO_PROFILES
    return "" if plan.catalogue == content_digest(catalogue) else CHANGED


def profiles_are_whole(plan: PlanFile, catalogue: Catalogue, pages: Sequence[str]) -> Iterator[Finding]:
    """G805, G806: every published profile is in the plan, and every block of it stands where it should.

    `pages` are the letters of each page. The profiles must be those that the plan was made from. Where
    pages are missing or too many, what follows is out of its place: a block is then looked for in the whole
    file, and one that is lost has no page.
    """
    planned = {profile.slug: profile for profile in plan.profiles}
    for startup in catalogue.published:
        if startup.slug not in planned:
            said = f"{startup.name} is published and is not in the file."
            yield Finding("G806", said, file=startup.document.path, line=1)
    there = [profile for profile in plan.profiles if profile.slug in catalogue.by_slug]
    lost = (finding for profile in there for finding in _profile(plan, profile, catalogue, pages))
    yield from lost if len(pages) == len(plan.pages) else (replace(finding, page=0) for finding in lost)


def _profile(
    plan: PlanFile, profile: PlannedProfile, catalogue: Catalogue, pages: Sequence[str]
) -> Iterator[Finding]:
    told = _told(plan, profile, catalogue)
    placed = {block.name: block for block in profile.blocks}
    name, main = catalogue.by_slug[profile.slug].name, _languages(plan)[0]
    for block in told[main]:
        if block.name not in placed:
            said = f"{name}: {block.name} is not in the plan."
            yield Finding("G805", said, profile.first, file=block.path, line=block.place[0])
    for numbers, wanted in _wanted(plan, profile, told, placed).items():
        is_placed = len(pages) == len(plan.pages)
        text = "|".join(pages[number - 1] for number in numbers) if is_placed else "|".join(pages)
        lost = {block.name: piece.text for block, piece, _letters in missing(wanted, text)}
        yield from (_lost(name, placed[key], words) for key, words in lost.items())


def _wanted(
    plan: PlanFile, profile: PlannedProfile, told: Mapping[str, Sequence[Block]], placed: Mapping[str, PlannedBlock]
) -> dict[tuple[int, ...], list[Wanted]]:
    """What is looked for together: the pages, and the pieces that should stand on them."""
    wanted = defaultdict(list)
    for block in (block for blocks in told.values() for block in blocks if block.name in placed):
        for piece in block.pieces:
            for place in TOLD[piece.field].places:
                wanted[_pages(plan, profile, place)].append(Wanted(block, piece, letters(piece.text)))
    return wanted


def _told(plan: PlanFile, profile: PlannedProfile, catalogue: Catalogue) -> dict[str, list[Block]]:
    """The blocks of a startup by language; those of the second are only what the first does not name."""
    startup = catalogue.by_slug[profile.slug]
    photographs = shown(startup, profile.pattern.partition("/")[0])
    told: dict[str, list[Block]] = {}
    names: set[str] = set()
    for language in _languages(plan):
        told[language] = [one for one in told_by("book", startup, language, photographs) if one.name not in names]
        names |= {block.name for block in told[language]}
    return told


def _languages(plan: PlanFile) -> tuple[str, ...]:
    return ("en", "hi") if plan.language == "bilingual" else (plan.language,)


def _pages(plan: PlanFile, profile: PlannedProfile, place: Where) -> tuple[int, ...]:
    """The pages that make up a place of the book."""
    if place == "spread":
        return tuple(range(profile.first, profile.last + 1))
    return tuple(page.page for page in plan.pages if page.kind == place)


def _lost(name: str, block: PlannedBlock, words: str) -> Finding:
    start = words if len(words) <= SHOWN else f"{words[:SHOWN].rstrip()}…"
    said = f"{name}: {block.name} is not whole, “{start}” is missing."
    return Finding("G805", said, block.page, file=block.file, line=block.line)
