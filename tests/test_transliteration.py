"""Hindi in Latin letters: as it is read, and as it sounds."""

from __future__ import annotations

import pytest

from showcase.transliteration import latin, sound

READ = {
    "नवाचार": "navachar",
    "भारतीय सेना": "bhartiy sena",
    "रक्षा": "raksha",
    "विज्ञान": "vigyan",
    "अंतरिक्ष": "antariksh",
    "बेंगलुरु": "bengaluru",
    "संपर्क": "sampark",
    "लड़ाकू": "ladaku",
    "ज़मीन": "zamin",
    "फ़ोर्ज": "forj",
    "समझना": "samajhna",
    "कृत्रिम": "kritrim",
    "१२ घंटे": "12 ghante",
    "Pixxel 2": "Pixxel 2",
}
ALIKE = (
    ("नवाचार", "navachar", "navachaar", "nawachar", "NAVACHAR"),
    ("भारतीय", "bharatiya", "bhartiy", "bharateey"),
    ("विज्ञान", "vigyan", "vijnan", "vigyaan"),
    ("चुनौती", "chunauti", "chunouti", "chunautee"),
    ("ड्रोन", "dron", "drone"),
    ("शक्ति", "shakti", "sakti", "shakthi"),
    ("संपर्क", "sampark", "sanpark"),
    ("सूरज", "suraj", "sooraj"),
)
APART = (("सेना", "सोना"), ("नभ", "नौ"), ("जल", "जाल में"), ("विमान", "विज्ञान"))


@pytest.mark.parametrize(("hindi", "read"), READ.items())
def test_hindi_is_written_as_it_is_typed(hindi: str, read: str) -> None:
    assert latin(hindi) == read


@pytest.mark.parametrize("spellings", ALIKE)
def test_spellings_of_one_word_have_one_sound(spellings: tuple[str, ...]) -> None:
    assert len({sound(one) for one in spellings}) == 1


@pytest.mark.parametrize("words", APART)
def test_other_words_sound_otherwise(words: tuple[str, str]) -> None:
    assert sound(words[0]) != sound(words[1])


def test_what_has_no_letters_keeps_its_place() -> None:
    assert sound("2019,") == "2019,"
    assert sound("a") == "a"
