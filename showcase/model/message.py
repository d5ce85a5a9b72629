"""What a message at the front of the book may hold: whose it is, and on what ground it stands here."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from showcase.model.dates import PartialDate
from showcase.model.fields import Day, Fraction, Name, Part, Text

FileName = Annotated[Text, Field(max_length=100)]


class Portrait(Part):
    """A photograph of whoever speaks; `focus` is the face as fractions of width and height."""

    file: FileName
    alt: Annotated[Text, Field(max_length=140)]
    alt_hi: Annotated[Text, Field(max_length=140)] | None = None
    credit: Text
    licence: Text
    consent: bool | None = None
    focus: tuple[Fraction, Fraction] = (0.5, 0.5)


class Sent(Part):
    """Who sent these words for this book, and when: nobody's words are made up."""

    by: Text
    day: Day


class MessageFacts(Part):
    """The front matter of `book/messages/<order>-<slug>.md`; its body is the message in English."""

    name: Name
    name_hi: Name
    office: Text
    office_hi: Text
    place: Text | None = None
    place_hi: Text | None = None
    date: PartialDate | None = None
    portrait: Portrait | None = None
    signature: FileName | None = None
    sent: Sent


class HindiMessage(Part):
    """The front matter of the Hindi file beside it, whose body is the message in Hindi."""

    sent: Sent
