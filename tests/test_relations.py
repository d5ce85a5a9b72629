"""Why profiles are related is said by what chose them."""

from __future__ import annotations

from pathlib import Path

from world import ROOT, make_world, profile

from showcase import catalogue
from showcase.catalogue import shared
from showcase.relations import REASONS, reasons


def another(name: str, *changes: tuple[str, str]) -> str:
    slug = name.lower().replace(" ", "-")
    return profile(
        ("id: lantern-works", f"id: {slug}"), ("name: Lantern Works", f"name: {name}"),
        ("summary: Lantern Works of", f"summary: {name} of"), *changes,
    )  # fmt: skip


def pair(folder: Path, *changes: tuple[str, str], first: str = "") -> tuple[catalogue.Startup, catalogue.Startup]:
    files = {"startups/lantern-works.md": first or profile(), "startups/far-lamp.md": another("Far Lamp", *changes)}
    loaded = catalogue.load(make_world(folder, files))
    return loaded.by_slug["lantern-works"], loaded.by_slug["far-lamp"]


def test_the_weightiest_reasons_stand_first_in_both_languages(tmp_path: Path) -> None:
    one, other = pair(tmp_path)
    assert reasons(one, other, "en") == (
        "also from DISC 7", "same technology: Unmanned marine systems", "also for the Indian Navy",
    )  # fmt: skip
    assert reasons(one, other, "hi") == (
        "डिस्क 7 में भी", "प्रौद्योगिकी भी वही: मानवरहित समुद्री प्रणालियाँ", "भारतीय नौसेना के लिए भी",
    )  # fmt: skip


def test_a_field_is_a_reason_only_where_no_technology_says_it_better(tmp_path: Path) -> None:
    elsewhere = (("edition: disc-7", "edition: disc-5"), ("[unmanned-marine-systems]", "[underwater-domain-awareness]"))
    one, other = pair(tmp_path, *elsewhere)
    assert reasons(one, other, "en") == ("also for the Indian Navy", "same field: Sea", "also at home in Maharashtra")


def test_what_is_shared_twice_is_one_reason(tmp_path: Path) -> None:
    two = ("[unmanned-marine-systems]", "[unmanned-marine-systems, energy-and-power]")
    one, other = pair(tmp_path, two, first=profile(two))
    assert "same technology: Unmanned marine systems and Energy and power" in reasons(one, other, "en")
    assert "प्रौद्योगिकी भी वही: मानवरहित समुद्री प्रणालियाँ और ऊर्जा और विद्युत" in reasons(one, other, "hi")


def test_where_nothing_is_shared_the_editors_chose(tmp_path: Path) -> None:
    apart = (
        ("programme: disc, edition: disc-7", "programme: idex"), ("end_user: indian-navy, ", ""),
        ("[unmanned-marine-systems]", "[space-systems]"), ("home: {city: Pune, state: MH,", "home: {city: Kochi, state: KL,"),
        ("of Pune makes", "of Kochi makes"), ("began in Pune", "began in Kochi"),
    )  # fmt: skip
    one, other = pair(tmp_path, *apart, first=profile(("sources:\n", "related: [far-lamp]\nsources:\n")))
    assert other in one.related
    assert (reasons(one, other, "en"), reasons(one, other, "hi")) == (("chosen by the editors",), ("संपादकों का चुनाव",))


def test_whatever_the_catalogue_chose_by_what_is_shared_has_that_as_its_reason() -> None:
    loaded = catalogue.load(ROOT)
    pairs = [(one, other) for one in loaded.published for other in one.related]
    assert len(pairs) >= 3 * len(loaded.published)
    for one, other in pairs:
        said = reasons(one, other, "en")
        assert 1 <= len(said) <= REASONS
        assert (said == ("chosen by the editors",)) is (not shared(one, other))
        assert shared(one, other) or other.slug in one.profile.related
