"""What a code means, as a page of text: for a terminal, and for whoever reads it elsewhere."""

from __future__ import annotations

from showcase.causes import Entry, Term
from showcase.model.dates import Language


def explained(entry: Entry, language: Language) -> str:
    """The code with its title, what it means, why it matters, an example of wrong and right."""
    level = Term(entry.severity).in_language(language)
    parts = [f"{level}[{entry.code}]: {entry.title[language]}"]
    told = {"means": entry.means[language], "why": entry.why[language], "wrong": entry.wrong, "right": entry.right}
    parts += [_part(f"heading-{name}", words, language) for name, words in told.items()]
    return "\n\n".join(parts)


def explained_at(code: str, language: Language, home: str) -> str | None:
    """The place of the code on the site's page of codes; None while the site has no address, `home`."""
    return f"{home}{'hi/' * (language == 'hi')}problems/#{code.lower()}" if home else None


def _part(heading: str, text: str, language: Language) -> str:
    lines = "\n".join(f"  {line}" for line in text.split("\n"))
    return f"{Term(heading).in_language(language)}:\n{lines}"
