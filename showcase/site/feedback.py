"""The form for feedback, which needs no server: it opens a new issue on the forge, or a letter in the reader's mail.

Both take what was typed as a query of their address, so a plain form does it, and without a script.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal
from urllib.parse import quote

from showcase.model.site import Site
from showcase.site.imprint import is_gitlab


@dataclass(frozen=True)
class Form:
    """Where the form leads, and under which names that place takes a subject and a text."""

    where: Literal["forge", "mail"]
    action: str
    subject: str
    text: str


def feedback(site: Site) -> Form | None:
    """The form of a site; None while the owner has named neither forge nor mail."""
    if forge := site.repository_url.rstrip("/"):
        if is_gitlab(forge):
            return Form("forge", f"{forge}/-/issues/new", "issue[title]", "issue[description]")
        return Form("forge", f"{forge}/issues/new", "title", "body")
    if site.contact.email:
        return Form("mail", f"mailto:{quote(site.contact.email, safe='@')}", "subject", "body")
    return None
