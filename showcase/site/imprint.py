"""What a profile's page says of itself: how it is cited, where it stays, and where its mistakes are reported."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple
from urllib.parse import quote, urlsplit

from showcase.bilingual import named
from showcase.model.dates import Language
from showcase.site import addresses
from showcase.startup import Startup


class Report(NamedTuple):
    """Where a mistake is reported: the profile's file on the forge, or the owner's mail."""

    kind: Literal["file", "mail"]
    address: str


@dataclass(frozen=True)
class Imprint:
    """The imprint of one startup's page in one language."""

    startup: Startup
    language: Language

    @property
    def publisher(self) -> str:
        """The site itself."""
        return named(self.startup.catalogue.site, self.language, "title")

    @property
    def address(self) -> str:
        """The page's whole address where the site's is known, else its path on the site."""
        base = self.startup.catalogue.site.site_url or "/"
        return f"{base}{addresses.profile(self.startup, self.language)}"

    @property
    def file(self) -> str:
        """The file that says what the page says: "startups/pixxel.md"."""
        startup = self.startup
        hindi = startup.document_hi if self.language == "hi" else None
        return (hindi or startup.document).path

    @property
    def report(self) -> Report | None:
        """Where a mistake is reported; None while the owner has named neither forge nor mail."""
        site = self.startup.catalogue.site
        if forge := site.repository_url.rstrip("/"):
            return Report("file", f"{forge}{_viewer(forge)}/HEAD/{quote(self.file)}")
        if site.contact.email:
            subject = quote(f"{self.publisher}: {self.file}")
            return Report("mail", f"mailto:{quote(site.contact.email, safe='@')}?subject={subject}")
        return None


def _viewer(forge: str) -> str:
    """The part of an address under which a forge shows files; HEAD is its main branch, whatever its name."""
    return "/-/blob" if is_gitlab(forge) else "/blob"


def is_gitlab(forge: str) -> bool:
    """Whether the forge at this address has the paths of GitLab rather than of GitHub."""
    return "gitlab" in (urlsplit(forge).hostname or "")
