"""Texts held against pages by their letters and figures."""

from __future__ import annotations

import pytest

from showcase.letters import Wanted, letters, missing


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("1,500 km, start‐\nups", "1500kmstartups"),
        ("The ‘A’ of\u00a0iDEX–DIO", "theaofidexdio"),
        ("1,50,590 and 150,590", "150590and150590"),
        ("ﬁne e\u0301", "fineé"),
        ("नाव। दो", "नावदो"),
        ("फ़रवरी", "फ\u093cरवरी"),
        ("snake_case", "snakecase"),
    ],
)
def test_a_text_is_its_letters_and_figures(text: str, left: str) -> None:
    assert letters(text) == left


def lost(told: str, *wanted: str) -> list[str]:
    pieces = [Wanted(one, one, letters(one)) for one in wanted]
    return [one.piece for one in missing(pieces, letters(told))]


def test_a_text_that_stands_there_is_not_missing() -> None:
    assert lost("Asha Rao 1 began in 2016.", "Asha Rao", "began in 2016") == []
    assert lost("Asha Rao began", "Asha Rao", "began in 2016") == ["began in 2016"]


def test_a_name_within_a_longer_text_does_not_stand_for_the_name_alone() -> None:
    story = "Asha Rao began in Pune."
    assert lost(f"{story} Founder Asha Rao", story, "Asha Rao") == []
    assert lost(story, story, "Asha Rao") == ["Asha Rao"]


def test_what_is_wanted_twice_is_there_twice() -> None:
    assert lost("January 2023, January 2023", "January 2023", "January 2023") == []
    assert lost("January 2023", "January 2023", "January 2023") == ["January 2023"]


def test_a_lost_text_drags_no_shorter_one_along() -> None:
    assert lost("Founder Asha Rao", "Asha Rao began in Pune.", "Asha Rao") == ["Asha Rao began in Pune."]


def test_of_two_equal_texts_the_one_is_named_whose_whole_has_lost_another_piece() -> None:
    specification, figure = [object(), object()]
    pieces = [
        Wanted(specification, "label", "endurance"), Wanted(specification, "value", "12hours"),
        Wanted(figure, "value", "12hours"), Wanted(figure, "label", "howlongitfloats"),
    ]  # fmt: skip
    lost = missing(pieces, letters("12 hours how long it floats"))
    assert [(one.whole, one.piece) for one in lost] == [(specification, "label"), (specification, "value")]
