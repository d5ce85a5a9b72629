"""Figures and units stay together, and are grouped as in India."""

from __future__ import annotations

import pytest

from showcase.typography import bind_figures, group_indian, host, typeset

NBSP = "\u00a0"


@pytest.mark.parametrize(
    ("number", "grouped"),
    [
        (0, "0"),
        (999, "999"),
        (1000, "1,000"),
        (23622, "23,622"),
        (146000, "1,46,000"),
        (150590, "1,50,590"),
        (10_000_000, "1,00,00,000"),
        (-150590, "−1,50,590"),
    ],
)
def test_groups_of_two_before_the_last_three(number, grouped):
    assert group_indian(number) == grouped


@pytest.mark.parametrize(
    "text",
    [
        "1,500 km",
        "Rs 36 crore",
        "₹ 1,46,000 crore",
        "130 kg",
        "1.5 lakh",
        "48 hours",
        "65,000 फ़ुट",
        "17 किलोवाट",
        "1.5 करोड़ रुपये",
        "35 लाख डॉलर",
    ],
)
def test_a_figure_and_its_unit_share_a_line(text):
    assert bind_figures(f"It is {text} in all") == f"It is {text.replace(' ', NBSP)} in all"


@pytest.mark.parametrize("text", ["डिस्क 7", "अदिति 2.0", "एम. वी. सुचिंद्र"])
def test_an_edition_and_its_number_and_the_initials_of_a_name_share_a_line(text):
    assert bind_figures(f"यह {text} है") == f"यह {text.replace(' ', NBSP)} है"


@pytest.mark.parametrize(
    "text", ["Mumbai to Thoothukudi", "In 2024 kites flew", "12 monkeys", "founded in 2013", "हुआ। 2013 में", "कई करोड़ रुपये"]
)
def test_other_words_part_as_before(text):
    assert bind_figures(text) == text


def test_a_day_stays_with_its_month_and_the_year_may_follow():
    assert bind_figures("on 7 October 2025") == f"on 7{NBSP}October 2025"


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        ("from 2015-16 to 2024-25.", "from 2015–16 to 2024–25."),
        ("the aim for 2021-26", "the aim for 2021–26"),
        ("2023-24 में", "2023–24 में"),
        ("since 2025-10", "since 2025-10"),
        ("on 2025-10-07", "on 2025-10-07"),
        ("at example.in/2024-25/report", "at example.in/2024-25/report"),
    ],
)
def test_years_are_spanned_by_a_dash_and_months_and_addresses_are_not(written, printed):
    assert bind_figures(written) == printed


def test_a_host_is_said_without_what_every_host_has():
    assert host("https://www.example.in./news") == "example.in"


def test_binding_twice_changes_nothing():
    once = bind_figures("Rs 36 crore for 1,500 km on 7 October 2025")
    assert bind_figures(once) == once


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        ("the Navy's boats", "the Navy’s boats"),
        ('a "swarm" of them', "a “swarm” of them"),
        ("'Swavlamban' on 18 July", f"‘Swavlamban’ on 18{NBSP}July"),
        ('("so")', "(“so”)"),
        ("nothing to set", "nothing to set"),
    ],
)
def test_a_line_is_set_with_proper_marks(written, printed):
    assert typeset(written) == printed
