"""Under what terms the data and the pictures may be used: two questions, and two answers."""

from __future__ import annotations

import re
from typing import Literal

from showcase.bilingual import named
from showcase.model.dates import Language
from showcase.model.site import Site

Part = Literal["data", "pictures"]
_NOT_IN_A_NAME = re.compile(r"[^A-Za-z0-9.]+")


def licence(site: Site, part: Part) -> str | None:
    """The licence that the owner has chosen for a part; None until one is chosen."""
    return site.licences.chosen.get(part)


def terms(site: Site, part: Part, language: Language) -> str:
    """The licence, or that none has been chosen."""
    return licence(site, part) or named(site, language, "licence_note")


def package_licences(site: Site) -> list[dict[str, str]]:
    """The data's licence as a data package names it; nothing until one is chosen."""
    chosen = licence(site, "data")
    return [{"name": _NOT_IN_A_NAME.sub("-", chosen).strip("-"), "title": chosen}] if chosen else []
