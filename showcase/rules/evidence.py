"""What a profile's rows of fact say, as sets that prose can be held against."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pydantic import BaseModel

from showcase import characters
from showcase.model.dates import MONTHS, PartialDate
from showcase.model.profile import Profile
from showcase.vocabulary import Vocabulary

NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")
WORD = re.compile(r"(?<!\w[’'])[^\W\d_]+(?:[’'](?!s\b)[^\W\d_]+)*")
_MONTHS = {name[:length].lower(): number for number, name in enumerate(MONTHS["en"], 1)
           for length in (3, 4, len(name))}  # fmt: skip
_MONTH = "|".join(sorted({*MONTHS["en"], *(key.title() for key in _MONTHS)}, key=len, reverse=True))
_DAY = r"(\d{1,2})(?:st|nd|rd|th)?"
# 6 November 2024, 6th Nov. 2024, November 6, 2024 and November 2024.
DATE = re.compile(rf"\b(?=[\dJFMASOND])(?:{_DAY} )?({_MONTH})\.?(?: {_DAY},?)? (\d{{4}})\b")

_UNITS = (
    "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_ORDINALS = (
    "fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth "
    "sixteenth seventeenth eighteenth nineteenth"
).split()
_ROUND_ORDINALS = (
    "twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth".split()
)
NUMBER_WORDS = (
    {word: str(number) for number, word in enumerate(_UNITS, 2)}
    | {word: str(number) for number, word in enumerate(_ORDINALS, 4)}
    | {word: str(10 * number) for number, word in enumerate(_TENS, 2)}
    | {word: str(10 * number) for number, word in enumerate(_ROUND_ORDINALS, 2)}
    | {"hundred": "100", "hundredth": "100", "thousand": "1000", "dozen": "12"}
)

# Lists whose length prose may count: "the three founders".
COUNTED = ("founders", "innovations", "challenges", "end_users")


@dataclass(frozen=True)
class Evidence:
    """The numbers, dates and words of the rows; numbers without commas, words in small letters."""

    numbers: frozenset[str]
    dates: tuple[PartialDate, ...]
    words: frozenset[str]

    def has_date(self, date: PartialDate) -> bool:
        """Whether a row gives this date, at least as precisely."""
        return any(known.iso.startswith(date.iso) for known in self.dates)


def gather(profile: Profile, vocabulary: Vocabulary) -> Evidence:
    """The evidence of one profile: its rows, and the vocabulary entries that they name."""
    text = "\n".join([*_row_texts(profile), *_labels(profile, vocabulary)])
    dates = [*_row_dates(profile), *(date for _, date in dates_in(text))]
    words = words_of(text)
    numbers = {plain_number(found) for found in NUMBER.findall(text)}
    numbers |= {str(part) for date in dates for part in (date.year, date.day) if part}
    numbers |= {str(len(getattr(profile, rows))) for rows in COUNTED}
    numbers |= {NUMBER_WORDS[word] for word in words & NUMBER_WORDS.keys()}
    return Evidence(frozenset(numbers), tuple(dates), frozenset(words) | vocabulary.common_names)


def plain_number(text: str) -> str:
    """A number without its grouping commas, in international figures: 1,46,000 is 146000."""
    return text.replace(",", "").rstrip(".").translate(characters.FIGURES)


def words_of(text: str) -> set[str]:
    """The words of a text in small letters, without a closing ’s."""
    return set(WORD.findall(text.lower().replace("'", "’")))


def dates_in(text: str) -> Iterator[tuple[re.Match[str], PartialDate]]:
    """Each date written in words, such as 6 November 2024, November 6, 2024 or January 2023."""
    for match in DATE.finditer(text):
        before, month, after, year = match.groups()
        day = before or after
        yield match, PartialDate(int(year), _MONTHS[month.lower()], int(day) if day else None)


def _row_texts(profile: Profile) -> Iterator[str]:
    """The text of every row; of a source only its publisher, for a title is no fact of ours."""
    yield from (profile.name, *profile.aliases)
    rows: Iterable[object] = (
        profile.legal_name,
        profile.founded,
        profile.home,
        profile.website,
        *profile.founders,
        *profile.challenges,
        *profile.innovations,
        *profile.stage,
        *profile.figures,
        *profile.milestones,
        *profile.background,
    )
    for row in rows:
        yield from _texts(row)
    yield from (source.publisher for source in profile.sources)


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, BaseModel):
        yield from (
            text
            for name, part in value
            if name not in ("id", "own_id", "src", "date")
            for text in _texts(part)
        )
    elif isinstance(value, tuple):
        yield from (text for part in value for text in _texts(part))
    elif isinstance(value, str | int) and not isinstance(value, bool):
        yield str(value)


def _row_dates(profile: Profile) -> Iterator[PartialDate]:
    rows = (*profile.milestones, *profile.stage)
    yield from (row.date for row in rows if row.date)
    if profile.founded:
        yield PartialDate(profile.founded.year)


def _labels(profile: Profile, vocabulary: Vocabulary) -> Iterator[str]:
    """The names of the vocabulary entries that the profile's rows point to."""
    for challenge in profile.challenges:
        if programme := vocabulary.programmes.get(challenge.programme):
            yield from (programme.name, programme.short or "")
            editions = {edition.id: edition for edition in programme.editions}
            if challenge.edition in editions:
                yield editions[challenge.edition].name
    users = [user.id for user in profile.end_users]
    users += [challenge.end_user for challenge in profile.challenges if challenge.end_user]
    for user in (vocabulary.end_users[name] for name in users if name in vocabulary.end_users):
        yield from (user.name, user.short or "")
    if profile.home and profile.home.state in vocabulary.states:
        yield vocabulary.states[profile.home.state].name
