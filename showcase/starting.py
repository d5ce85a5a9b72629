"""The command `new`: a profile to begin with, its folder for pictures, and what to do next."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterable
from pathlib import Path

from showcase import checker, clock, scaffold
from showcase.causes import Term
from showcase.model.dates import LANGUAGES, Language
from showcase.problems import ContentErrors, nearest
from showcase.rules.across import spelling
from showcase.rules.files import SLUG, holds_hindi
from showcase.scaffold import Wanted
from showcase.slugs import LONGEST, slug_of
from showcase.vocabulary import Vocabulary

OK, PROBLEMS, USAGE = 0, 1, 2
CHOICES: dict[str, Callable[[Vocabulary], Iterable[str]]] = {
    "technology": lambda known: known.technologies,
    "state": lambda known: known.states,
    "city": lambda known: known.cities,
    "programme": lambda known: known.programmes,
    "edition": lambda known: known.editions,
    "step": lambda known: known.stages,
}
ASKED = ("hindi", "technology", "state", "city", "programme", "step", "publisher", "source")


class Refused(Exception):
    """There is no new profile; the text says why, and what to do."""


def add_to(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Adds the command to those of the program."""
    command = commands.add_parser(
        "new",
        help="begin a profile",
        description="Write a profile to begin with, and a folder for its pictures. On a terminal it asks what was not "
        "given; a mark TODO stands where there is something to write. Exit status: 0 made, 1 it is there, 2 usage.",
        epilog='example: python -m showcase new "Lantern Works" --hindi "लैंटर्न वर्क्स" --state MH --yes',
    )
    command.add_argument("name", metavar="NAME", help="the firm's name as it is written in English or Hindi")
    command.add_argument("--slug", default="", help="the name of the file (default: made from the name)")
    command.add_argument("--hindi", default="", metavar="NAME", help="the name in Hindi")
    command.add_argument("--technology", action="append", default=[], metavar="ID", help="an area; up to three times")
    for flag, help_text in (("state", "code of the State, such as MH"), ("city", "where the firm works"),
                            ("programme", "such as disc"), ("edition", "of the programme"),
                            ("step", "the furthest step"), ("publisher", "who published the first source"),
                            ("source", "its address")):  # fmt: skip
        command.add_argument(f"--{flag}", default="", help=help_text)
    command.add_argument("--yes", action="store_true", help="ask nothing")
    command.add_argument("--lang", choices=LANGUAGES, default="en", help="the language to ask in (default: en)")
    command.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Make the profile and say what comes next. Returns 1 where there is one already, 2 for a value that is unknown."""
    examined = checker.examine(options.root)
    if (vocabulary := examined.vocabulary) is None:
        raise ContentErrors(examined.problems)
    language: Language = options.lang
    try:
        if not options.yes and sys.stdin.isatty():
            _ask(options, vocabulary)
        wanted, slug = _wanted(options, vocabulary), _slug(options)
    except Refused as refusal:
        print(refusal, file=sys.stderr)
        return USAGE
    except (EOFError, KeyboardInterrupt):
        return USAGE
    if there := _there(options.root, slug, options.name, examined.entries, language):
        print(there, file=sys.stderr)
        return PROBLEMS
    file = _write(options.root, slug, scaffold.text(slug, wanted, vocabulary, clock.today()))
    print(Term("made", file=file, folder=f"images/{slug}/").in_language(language))
    return OK


def _ask(options: argparse.Namespace, vocabulary: Vocabulary) -> None:
    """Asks for what was not given; Enter leaves it for later."""
    for key in ASKED:
        while not getattr(options, key):
            answer = input(f"{Term(f'ask-{key}').in_language(options.lang)} ").strip()
            if not answer:
                break
            if wrong := _unknown(key, answer, vocabulary, options.lang):
                print(wrong)
                continue
            setattr(options, key, [answer] if key == "technology" else answer)


def _wanted(options: argparse.Namespace, vocabulary: Vocabulary) -> Wanted:
    for key in CHOICES:
        given = getattr(options, key)
        for value in given if isinstance(given, list) else [given] if given else []:
            if wrong := _unknown(key, value, vocabulary, options.lang):
                raise Refused(wrong)
    if options.hindi and not holds_hindi(options.hindi):
        raise Refused(Term("no-devanagari", value=options.hindi).in_language(options.lang))
    hindi = options.hindi or (options.name if holds_hindi(options.name) else "")
    programme = options.programme or _programme_of(options.edition, vocabulary)
    return Wanted(options.name, hindi, tuple(dict.fromkeys(options.technology))[:3], options.state, options.city,
                  programme, options.edition, options.step, options.publisher, options.source)  # fmt: skip


def _programme_of(edition: str, vocabulary: Vocabulary) -> str:
    return vocabulary.programme_of(vocabulary.editions[edition]).id if edition else ""


def _unknown(key: str, value: str, vocabulary: Vocabulary, language: Language) -> str:
    """A sentence on a value that data/ has not, or nothing."""
    if key not in CHOICES or value in (known := list(CHOICES[key](vocabulary))):
        return ""
    meant = nearest(value, known)
    guess = Term("did-you-mean", value=meant).in_language(language) if meant else ""
    allowed = Term("allowed", values=", ".join(known)).in_language(language)
    unknown = Term("unknown-value", value=value, key=key).in_language(language)
    return " ".join(filter(None, (unknown, guess, allowed)))


def _slug(options: argparse.Namespace) -> str:
    slug = options.slug or slug_of(options.name)
    if not SLUG.fullmatch(slug) or len(slug) > LONGEST:
        raise Refused(Term("no-slug", value=options.slug or options.name).in_language(options.lang))
    return slug


def _there(
    root: Path, slug: str, name: str, entries: Iterable[checker.Entry], language: Language
) -> str:
    """A sentence on a profile that is there already, or nothing."""
    taken = {path.stem.casefold(): path.name for path in (root / "startups").glob("*.md")}
    if slug in taken:
        return Term("is-there", file=f"startups/{taken[slug]}").in_language(language)
    for entry in entries:
        names = (entry.profile.name, entry.profile.name_hi, *entry.profile.aliases)
        if spelling(name) in map(spelling, names):
            return Term("is-there", file=entry.document.path).in_language(language)
    return ""


def _write(root: Path, slug: str, text: str) -> str:
    """Writes the file, never over another, and makes the folder for pictures."""
    file = root / "startups" / f"{slug}.md"
    file.parent.mkdir(exist_ok=True)
    with file.open("x", encoding="utf-8", newline="\n") as stream:
        stream.write(text)
    pictures = root / "images" / slug
    pictures.mkdir(parents=True, exist_ok=True)
    (pictures / ".gitkeep").touch()
    return f"startups/{slug}.md"
