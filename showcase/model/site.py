"""Who speaks, on what ground, and in what words."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import AfterValidator, StringConstraints

from showcase.model.fields import Part, Slug, Text

Address = Annotated[str, StringConstraints(strict=True, pattern=r"^(https?://\S+)?$")]
Folder = Annotated[Address, AfterValidator(lambda address: address and f"{address.rstrip('/')}/")]
"""An address that others begin with: it ends in a stroke, however it is written."""


class Owner(Part):
    """Whose work it is; `note` is printed while there is no name."""

    name: Text | None = None
    note: Text
    note_hi: Text


class Contact(Part):
    """Where questions and corrections go; `note` is printed while nothing is announced."""

    name: Text | None = None
    email: Text | None = None
    phone: Text | None = None
    address: Text | None = None
    note: Text
    note_hi: Text


class Licences(Part):
    """Names of licences, null where none has been chosen."""

    text: Text | None = None
    data: Text | None = None
    pictures: Text | None = None
    code: Text | None = None

    @property
    def chosen(self) -> dict[str, str]:
        """What has a licence, and which."""
        return {part: name for part, name in self if name}


class PolicyText(Part):
    """A promise that is kept today, as paragraphs of plain text."""

    id: Slug
    title: Text
    title_hi: Text
    text: tuple[Text, ...]
    text_hi: tuple[Text, ...]


class Site(Part):
    """The content of data/site.yml. Empty addresses mean relative links, and no output that needs one."""

    title: Text
    title_hi: Text
    kicker: Text
    kicker_hi: Text
    tagline: Text
    tagline_hi: Text
    edition: Text
    owner: Owner
    lineage: Text
    lineage_hi: Text
    contact: Contact
    licences: Licences
    licence_note: Text
    licence_note_hi: Text
    site_url: Folder = ""
    repository_url: Address = ""
    languages: tuple[Literal["en", "hi"], ...]
    policies: tuple[PolicyText, ...] = ()


class Words(Part):
    """A string of the interface in both languages."""

    en: Text
    hi: Text

    def __getitem__(self, language: Literal["en", "hi"]) -> str:
        """The string in one language."""
        return self.en if language == "en" else self.hi
