"""Stories become safe HTML, with their citations and nothing that an attacker wrote.

Holds S1 and S13 of docs/standards.md.
"""

from __future__ import annotations

import pytest

from showcase import prose


def cite(number: int) -> str:
    return f'<sup><a href="#source-{number}">{number}</a></sup>'


def test_paragraphs_emphasis_and_citations() -> None:
    story = "The *Diya* floats.[^1][^2]\n\nIt costs Rs 36 crore.[^3]\n"
    assert prose.to_html(story, cite) == (
        "<p>The <em>Diya</em> floats."
        '<sup><a href="#source-1">1</a></sup><sup><a href="#source-2">2</a></sup></p>\n'
        '<p>It costs Rs&nbsp;36&nbsp;crore.<sup><a href="#source-3">3</a></sup></p>'
    )


HOSTILE = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "[text](javascript:alert(1))",
    "![a](x.png){onerror=alert(1)}",
    "<a href='https://evil.example'>x</a>",
    "<svg/onload=alert(1)>",
    "&lt;script&gt; \ue0001\ue001 <style>@import 'x'</style>",
    "<iframe src=//evil.example></iframe>",
]


@pytest.mark.parametrize("story", HOSTILE)
def test_nothing_but_paragraphs_and_emphasis_comes_through(story: str) -> None:
    html = prose.to_html(story, cite)
    tags = {part.split(">")[0].strip("/ ") for part in html.split("<")[1:]}
    assert tags <= {"p", "em", "strong"}


def test_quotes_and_dashes_are_set_properly() -> None:
    assert prose.plain('The firm\'s "lamp" -- a float.[^1]') == "The firm’s “lamp” – a float."


def test_words_are_counted_without_citations() -> None:
    assert prose.count_words("One two.[^1][^2]\n\nThree.") == 3


@pytest.mark.parametrize(
    "seed", ["[" * 10_000, "*" * 10_000, "<!--" * 2_500, "{" * 10_000, "[^" * 5_000]
)
def test_slow_input_stays_quick(seed: str) -> None:
    import time

    began = time.perf_counter()
    prose.to_html(seed, cite)
    assert time.perf_counter() - began < 5
