"""The catalogue links what the files state, and shows only what may be shown."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from world import PROFILE, make_world, profile

from showcase import catalogue, checker
from showcase.problems import ContentErrors

DAY = date(2026, 11, 22)


def load(folder: Path, **profiles: str) -> catalogue.Catalogue:
    files = {f"startups/{slug.replace('_', '-')}.md": text for slug, text in profiles.items()}
    return catalogue.load(make_world(folder, files), today=DAY)


def another(name: str, *changes: tuple[str, str]) -> str:
    slug = name.lower().replace(" ", "-")
    return profile(("id: lantern-works", f"id: {slug}"), ("name: Lantern Works", f"name: {name}"),
                   ("summary: Lantern Works", f"summary: {name}"), *changes)  # fmt: skip


def test_a_startup_is_linked_to_the_vocabularies(tmp_path: Path) -> None:
    (startup,) = load(tmp_path, lantern_works=PROFILE).published
    assert startup.family.id == "sea"
    assert startup.place == "Pune, Maharashtra"
    assert startup.place_hi == "पुणे, महाराष्ट्र"
    assert [user.name for user in startup.end_users] == ["Indian Navy"]
    assert [challenge.label for challenge in startup.challenges] == ["DISC 7"]
    assert startup.stage.stage.id == "contract"
    assert startup.stage.of is startup.challenges[0]


def test_the_stage_is_the_furthest_step_whatever_the_order(tmp_path: Path) -> None:
    steps = ("  - {step: contract, of: lamp, date: 2023-01, src: [2]}\n",
             "  - {step: order, of: diya, src: [2]}\n  - {step: winner, of: lamp, src: [1]}\n")  # fmt: skip
    (startup,) = load(tmp_path, lantern_works=profile((steps[0], "".join(steps)))).published
    assert [step.stage.id for step in startup.steps] == ["winner", "contract", "order"]
    assert startup.stage.of.name == "Diya"


def test_drafts_and_embargoes_are_not_published(tmp_path: Path) -> None:
    loaded = load(
        tmp_path,
        lantern_works=PROFILE,
        draft_lamp=another("Draft Lamp", ("status: published", "status: draft")),
        late_lamp=another("Late Lamp", ("review_by:", "embargo_until: 2026-11-23\nreview_by:")),
        free_lamp=another("Free Lamp", ("review_by:", "embargo_until: 2026-11-22\nreview_by:")),
    )
    assert [startup.name for startup in loaded.published] == ["Free Lamp", "Lantern Works"]
    assert [startup.name for startup in loaded.drafts] == ["Draft Lamp", "Late Lamp"]
    assert loaded.shown(drafts=False) == loaded.published
    assert len(loaded.shown(drafts=True)) == 4


def test_some_are_shown_as_if_published_whatever_a_draft_may_leave_undone(tmp_path: Path) -> None:
    draft = another("Draft Lamp", ("status: published", "status: draft"), ("headline_hi: ", "headline_hi: TODO "))
    late = another("Late Lamp", ("review_by:", "embargo_until: 2100-01-01\nreview_by:"))
    files = {"startups/draft-lamp.md": draft, "startups/late-lamp.md": late, "startups/other-lamp.md": another("Other Lamp", (": published", ": draft"))}
    examined = checker.examine(make_world(tmp_path, files)).as_published(["draft-lamp", "late-lamp"])
    assert [startup.name for startup in catalogue.link(examined, DAY).published] == ["Draft Lamp", "Late Lamp"]
    assert {problem.severity for problem in examined.problems} == {"warning"}


def test_shelves_hold_only_published_startups_and_are_never_empty(tmp_path: Path) -> None:
    loaded = load(tmp_path, lantern_works=PROFILE,
                  draft_lamp=another("Draft Lamp", ("status: published", "status: draft")))  # fmt: skip
    shelves = [
        *loaded.technologies(),
        *loaded.end_users(),
        *loaded.editions(),
        *loaded.states(),
        *loaded.families(),
    ]
    assert [(shelf.kind, shelf.id, shelf.slug) for shelf in shelves] == [
        ("technology", "unmanned-marine-systems", "unmanned-marine-systems"),
        ("end-user", "indian-navy", "indian-navy"),
        ("edition", "disc-7", "disc-7"),
        ("state", "MH", "maharashtra"),
        ("family", "sea", "sea"),
    ]
    assert all(
        [startup.slug for startup in shelf.startups] == ["lantern-works"] for shelf in shelves
    )


def test_related_are_the_chosen_first_then_those_that_share_most(tmp_path: Path) -> None:
    loaded = load(
        tmp_path,
        lantern_works=profile(("sources:\n", "related: [far-lamp]\nsources:\n")),
        near_lamp=another("Near Lamp"),
        half_lamp=another("Half Lamp", ("edition: disc-7", "edition: disc-5")),
        far_lamp=another("Far Lamp", ("[unmanned-marine-systems]", "[space-systems]"),
                         ("programme: disc, edition: disc-7", "programme: idex"), ("end_user: indian-navy, ", "")),
    )  # fmt: skip
    names = [startup.name for startup in loaded.by_slug["lantern-works"].related]
    assert names == ["Far Lamp", "Near Lamp", "Half Lamp"]


def test_content_with_errors_makes_no_catalogue(tmp_path: Path) -> None:
    with pytest.raises(ContentErrors) as raised:
        load(tmp_path, lantern_works=profile(("name: Lantern Works\n", "")))
    assert [problem.place for problem in raised.value.problems] == ["startups/lantern-works.md:1:1"]


def test_missing_hindi_is_english_marked_as_english_and_listed(tmp_path: Path) -> None:
    hindi = "---\nfigures:\n  endurance: {value: 12 घंटे, label: दीया तैरता है}\n---\n"
    noted = profile(("date: 2023-01, src", "date: 2023-01, note: the first, src"))
    world = make_world(
        tmp_path, {"startups/lantern-works.md": noted, "startups/lantern-works.hi.md": hindi}
    )
    view = catalogue.load(world, today=DAY).published[0].in_hindi
    assert (view.headline.lang, view.story.lang) == ("hi", "en")
    assert (view.text("figures", "endurance", "value").value, view.text("milestones", "contract", "what").lang) == (
        "12 घंटे", "en")  # fmt: skip
    assert view.missing == [
        "story", "innovations.diya.name", "innovations.diya.what", "challenges.lamp.problem",
        "stage.contract.note", "milestones.contract.what", "innovations.diya.specs.Endurance",
    ]  # fmt: skip
