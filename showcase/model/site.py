"""Who speaks, on what ground, and in what words."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import AfterValidator, Field, StringConstraints

from showcase.model.fields import Part, Slug, Text
from showcase.model.owner import Assurance, Content, Links, Manager, Owner, OwnerOnly

Address = Annotated[str, StringConstraints(strict=True, pattern=r"^(https?://\S+)?$")]
Folder = Annotated[Address, AfterValidator(lambda address: address and f"{address.rstrip('/')}/")]
"""An address that others begin with: it ends in a stroke, however it is written."""


class Contact(Part):
    """Where questions and corrections go; `note` is printed while nothing is announced."""

    name: Annotated[Text | None, Field(description="Who answers."), OwnerOnly("G11", "name: Editors’ desk",
                                                                              "उत्तर कौन देता है।")] = None
    email: Annotated[Text | None, Field(description="The address for questions and corrections."),
                     OwnerOnly("G11", "email: desk@example.gov.in", "प्रश्नों और सुधारों का पता।")] = None  # fmt: skip
    phone: Annotated[Text | None, Field(description="A number to call."),
                     OwnerOnly("G11", "phone: +91 11 0000 0000", "फ़ोन करने का नंबर।")] = None  # fmt: skip
    address: Annotated[Text | None, Field(description="Where letters go."),
                       OwnerOnly("G11", "address: 1 Example Road, New Delhi 110001",
                                 "पत्र कहाँ भेजे जाएँ।")] = None  # fmt: skip
    note: Text
    note_hi: Text


class Licences(Part):
    """Names of licences, null where none has been chosen."""

    text: Annotated[Text | None, Field(description="Licence of the texts."), OwnerOnly("D7", "text: CC BY 4.0",
                                                                                       "लेखों का लाइसेंस।")] = None
    data: Annotated[Text | None, Field(description="Licence of the data."), OwnerOnly("D7", "data: GODL-India",
                                                                                      "डेटा का लाइसेंस।")] = None
    pictures: Annotated[Text | None, Field(description="Licence of the pictures drawn here."),
                        OwnerOnly("D7", "pictures: CC BY 4.0", "यहाँ बने चित्रों का लाइसेंस।")] = None  # fmt: skip
    code: Annotated[Text | None, Field(description="Licence of the code."), OwnerOnly("D7", "code: MIT",
                                                                                      "कोड का लाइसेंस।")] = None

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
    manager: Manager = Manager()
    content: Content = Content()
    assurance: Assurance = Assurance()
    links: Links = Links()
    contact: Contact
    licences: Licences
    licence_note: Text
    licence_note_hi: Text
    brand: Literal["horizon", "dbim"] = "horizon"
    dbim_colour: Literal["blue", "purple", "green", "burgundy", "chrome-yellow", "cinnamon-red"] = "blue"
    site_url: Folder = ""
    repository_url: Address = ""
    languages: tuple[Literal["en", "hi"], ...]
    policies: tuple[PolicyText, ...] = ()

    def belongs(self, language: Literal["en", "hi"]) -> tuple[str, str, str] | None:
        """Organisation, department and ministry, for the sentence on whose site it is; None until all are there."""
        parts = ("name", "department", "ministry")
        told = [getattr(self.owner, part if language == "en" else f"{part}_hi") for part in parts]
        return (told[0], told[1], told[2]) if all(told) else None


class Words(Part):
    """A string of the interface in both languages."""

    en: Text
    hi: Text

    def __getitem__(self, language: Literal["en", "hi"]) -> str:
        """The string in one language."""
        return self.en if language == "en" else self.hi
