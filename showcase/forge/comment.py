"""The comment on a proposal: what it changes, what the check says, where the preview is. In English and Hindi."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from showcase.forge.changes import ALLOWANCES, slug_of
from showcase.forge.neutral import block, plain
from showcase.forge.report import LeavingRow, ProblemRow, ProfileRow, Report
from showcase.forge.words import counted, found, say
from showcase.model.dates import LANGUAGES, Language, PartialDate

MARKER = "<!-- shared-horizons: preview -->"
"""By it the comment is found again."""
MOST = 60_000
"""Letters of a comment; a forge takes 65,536."""
SHOWN = 30
"""Rows of a list; more are counted."""


def body(report: Report, run: str = "") -> str:
    """The whole comment as Markdown; `run` is the web address from which the preview can be had."""
    parts = [MARKER, *_part("en", report, run), "<details>", f"<summary>{say('in-hindi', 'hi')}</summary>", "",
             *_part("hi", report, run), "</details>", ""]  # fmt: skip
    text = "\n".join(parts)
    if len(text) <= MOST:
        return text
    short = (line for language in LANGUAGES for line in (*_verdict(report, language), say("cut", language), ""))
    return "\n".join([MARKER, *short])


def _part(language: Language, report: Report, run: str) -> Iterator[str]:
    yield from _head(report, language)
    yield from _profiles(report.profiles, language)
    yield from _leaving(report.leaving, language)
    yield from problems(report.problems, language)
    yield from _others(report, language)
    if run and (report.pages or report.spreads):
        yield from (f"[{say('get', language)}]({run})", "")


def _head(report: Report, language: Language) -> Iterator[str]:
    yield from _verdict(report, language)
    yield from _listed(report.refused, language)
    if report.failed:
        yield from (block(report.failed), "")
    if report.unset:
        yield from (say("unset", language), "", block(report.unset), "")


def _verdict(report: Report, language: Language) -> Iterator[str]:
    yield from (f"### {say('preview', language)}", "")
    if report.refused:
        yield say("refused", language)
    elif not report.files:
        yield say("nothing", language)
    else:
        warnings = len(report.problems) - report.errors
        told = found(report.errors, warnings, language) if report.problems else say("clean", language)
        yield f"**{told}** {_preview(report, language)}"
    yield ""


def _preview(report: Report, language: Language) -> str:
    if report.errors:
        return say("waits", language)
    if report.failed:
        return say("failed", language)
    if report.pages or report.spreads:
        pages, spreads = len(report.pages), len(report.spreads)
        return say("made", language, pages=counted("page-count", pages, language),
                   spreads=counted("spread-count", spreads, language))  # fmt: skip
    return say("none", language)


def _profiles(rows: Sequence[ProfileRow], language: Language) -> Iterator[str]:
    if rows:
        heads = (say(key, language) for key in ("profile", "change", "status", "words", "photographs", "sources"))
        yield from _table(heads, [_profile(row, language) for row in rows[:SHOWN]])
        yield from _rest(rows, language)


def _profile(row: ProfileRow, language: Language) -> list[str]:
    name = (row.name_hi if language == "hi" else row.name) or row.slug
    change = say(row.kind, language, before=plain(row.before))
    if row.kind == "deleted":
        return [plain(name), change, "", "", "", ""]
    if not row.status:
        return [plain(name), change, say("unreadable", language), "", "", ""]
    return [plain(name), change, say(row.status, language), f"{row.words} / {row.words_hi}",
            str(row.photographs), str(row.sources)]  # fmt: skip


def _leaving(rows: Sequence[LeavingRow], language: Language) -> Iterator[str]:
    """Who is withdrawn, when and why, and whose address leads on."""
    if rows:
        yield from (f"{say('leaving', language)}:", "")
        yield from (*(f"- {_left(row, language)}" for row in rows[:SHOWN]), "")
    yield from _rest(rows, language)


def _left(row: LeavingRow, language: Language) -> str:
    day = PartialDate.parse(row.day).long(language)
    if row.to:
        return say("leads-on", language, slug=plain(row.slug), to=plain(row.to), day=day)
    name, reason = (row.name_hi, row.reason_hi) if language == "hi" else (row.name, row.reason)
    why = say("reason", language, reason=plain(reason)) if reason else say("no-reason", language)
    return say("withdrawn", language, name=plain(name), slug=plain(row.slug), day=day, why=why)


def problems(rows: Sequence[ProblemRow], language: Language) -> Iterator[str]:
    """A table of the first problems, errors before warnings."""
    if rows:
        ordered = sorted(rows, key=lambda row: row.severity != "error")
        heads = ("", say("place", language), say("problem", language))
        yield from _table(heads, [_problem(row, language) for row in ordered[:SHOWN]])
        yield from _rest(rows, language)


def _problem(row: ProblemRow, language: Language) -> list[str]:
    told = f"{getattr(row.message, language)} {getattr(row.fix, language)}"
    return [f"{say(row.severity, language)} {row.code}", plain(f"{row.path}:{row.line}:{row.column}"), plain(told)]


def _others(report: Report, language: Language) -> Iterator[str]:
    known = {row.slug for row in report.profiles}
    others = [one for one in report.files if not _belongs(one.path, known)]
    if others:
        yield f"{say('files', language)}:"
        told = [f"{one.path} ({say(one.kind, language, before=one.before)})" for one in others]
        yield from ("", *_listed(told, language))
    if any(ALLOWANCES in (one.path, one.before) for one in others):
        yield from (say("allowances", language, file=ALLOWANCES), "")
    if report.code:
        yield from (say("code", language, n=report.code), "")


def _belongs(path: str, slugs: set[str]) -> bool:
    return slug_of(path) in slugs


def _listed(texts: Sequence[str], language: Language) -> Iterator[str]:
    if texts:
        yield from (*(f"- {plain(text)}" for text in texts[:SHOWN]), "")
    yield from _rest(texts, language)


def _rest(rows: Sequence[object], language: Language) -> Iterator[str]:
    if len(rows) > SHOWN:
        yield from (say("more", language, n=len(rows) - SHOWN), "")


def _table(heads: Iterator[str] | Sequence[str], rows: Sequence[Sequence[str]]) -> Iterator[str]:
    first = list(heads)
    for row in (first, ["---"] * len(first), *rows):
        yield f"| {' | '.join(row)} |"
    yield ""
