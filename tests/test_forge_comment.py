"""A comment shows the words of strangers, and does nothing that they ask."""

from __future__ import annotations

import html
import json
import re

import pytest
from markdown import markdown

from showcase.causes import cause
from showcase.forge import comment, neutral
from showcase.forge.report import (
    LONGEST,
    Both,
    ChangedFile,
    LeavingRow,
    ProblemRow,
    ProfileRow,
    Report,
    read,
)
from showcase.forge.rows import row, row_of
from showcase.model.dates import LANGUAGES
from showcase.problems import Problem
from showcase.reports import machine

NASTY = [
    "<img src=x onerror=alert(1)>", "<!-- shared-horizons: preview -->", "</details></pre>", "@everyone and @a/team",
    "see #12, GH-12, owner/name#3", "[a link](https://example.org/x)", "![a picture](//example.org/x.png)",
    "https://example.org/y", "www.example.org", "a | b || c", "`code` **bold** _it_ ~~no~~ $x$", "line one\n\n# A heading\n- list",
    "\u202eturned", "back\\|slash\\",
]  # fmt: skip
SOUND = Both(en="It is wrong.", hi="यह ग़लत है।")


def problem(message: str, path: str = "startups/x.md") -> ProblemRow:
    both = Both(en=message, hi=message)
    return ProblemRow(code="P201", severity="error", path=path, line=1, column=1, message=both, fix=both)


@pytest.mark.parametrize("text", NASTY)
def test_words_of_strangers_bring_no_html_link_mention_or_row(text: str) -> None:
    shown = neutral.plain(text)
    assert "\n" not in shown and "<" not in shown and "\u202e" not in shown
    made = markdown(f"| a | b |\n|---|---|\n| {shown} | end |\n", extensions=["tables"])
    assert made.count("<td>") == 2 and re.search("<(a|img|strong|code|em|h1|ul|details)\\b", made) is None
    told = html.unescape(made)
    assert not any(call in told for call in ("@everyone", "@a/team", "#12", "#3", "GH-12", "://example", "www.example"))


def test_a_problem_is_the_same_row_whether_it_was_found_here_or_told_by_a_check_and_is_cut_to_its_room() -> None:
    long = Problem(cause("P705", "lost", slug="long" * 900), "startups/x.md", 3, 4, allowed=("a" * 3000,), suggestion="a")
    told = row_of(long)
    assert (told.code, told.line, told.column, len(told.message.en), len(told.fix.hi)) == ("P705", 3, 4, LONGEST, LONGEST)
    assert told == row({language: json.loads(machine.report([long], language))["problems"][0] for language in LANGUAGES})


def test_what_a_program_said_stays_in_its_block() -> None:
    made = neutral.block("</pre><script>x</script>\n\n@you | **b**")
    assert made.count("<") == 2 and made.startswith("<pre>\n") and made.endswith("\n</pre>")


def test_a_comment_is_never_too_long_and_says_what_it_leaves_out() -> None:
    rows = [problem(f"{'long ' * 300}{number}") for number in range(100)]
    profiles = [ProfileRow(slug=f"firm-{number}", kind="added") for number in range(100)]
    files = [ChangedFile(path=f"startups/firm-{number}.md", kind="added") for number in range(100)]
    body = comment.body(Report(problems=rows, profiles=profiles, files=files))
    assert len(body) <= comment.MOST and "100 errors" in body and "And 70 more." in body and "और 70 अन्य" in body
    strange = Report(refused=["&" * 2000] * 2000)
    assert len(comment.body(strange)) <= comment.MOST
    assert "has no room here" in comment.body(Report(problems=[problem("<" * 2000)] * 30, files=files))


def test_who_is_withdrawn_and_why_is_told_in_plain_words() -> None:
    row = LeavingRow(slug="x", name="<b>Old</b> @lamp", name_hi="पुराना दीप", day="2026-11-22", reason="[It](//example.org) was wrong.", reason_hi="ग़लत था।")
    body = comment.body(Report(leaving=[row] * 40, files=[ChangedFile(path="data/archive.yml", kind="changed")]))
    assert "- &lt;b&gt;Old&lt;/b&gt; @\u200blamp (x) is withdrawn, as of 22 November 2026;" in body
    assert "Reason: \\[It\\](:" not in body and "कारण: ग़लत था।" in body and "And 10 more." in body
    with pytest.raises(ValueError, match="should match pattern"):
        LeavingRow(slug="x", day="soon")


def test_a_report_is_believed_only_where_it_is_one() -> None:
    sound = Report(problems=[problem("It is wrong.")], pages=["startups/x/index.html"])
    assert read(sound.model_dump_json().encode()) == sound
    told = json.loads(sound.model_dump_json())
    for wrong in ({"more": 1}, {"code": -1}, {"pages": ["x" * 3000]}, {"problems": [{"code": "<b>"}]}, {"code": "7"}, {"version": 2}):
        with pytest.raises(ValueError, match="The report is not one"):
            read(json.dumps(told | wrong).encode())
    with pytest.raises(ValueError, match="are the most"):
        read(b" " * 3_000_000)
    with pytest.raises(ValueError, match="The report is not one"):
        read(b"\xff[")
