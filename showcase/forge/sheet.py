"""The first page of a preview: links to its pages, and its spreads."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from urllib.parse import quote

from showcase.forge.report import Report
from showcase.forge.words import say

HEAD = """\
<!DOCTYPE html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy"
 content="default-src 'none'; img-src 'self' file:; style-src 'unsafe-inline'">
<title>{title}</title>
<style>
:root {{ color-scheme: light dark }}
body {{ font: 1.05rem/1.5 system-ui, sans-serif; max-width: 72rem; margin: 0 auto; padding: 1.5rem 1rem }}
h2 {{ font-size: 1.1rem; margin: 2rem 0 .5rem }}
img {{ max-width: 100%; height: auto; border: 1px solid #8886; display: block }}
figure {{ margin: 0 0 1.5rem }}
a {{ overflow-wrap: anywhere }}
</style>
"""


def sheet(report: Report) -> str:
    """The page as HTML, in both languages."""
    title = _both("preview")
    return "\n".join([HEAD.format(title=title), f"<h1>{title}</h1>", *_body(report), "</html>", ""])


def _body(report: Report) -> Iterator[str]:
    if not (report.pages or report.spreads):
        yield f"<p>{escape(say('none', 'en'))}</p>\n<p lang=\"hi\">{escape(say('none', 'hi'))}</p>"
    if report.pages:
        yield f"<h2>{_both('pages')}</h2>\n<ul>"
        yield from map(_link, report.pages)
        yield "</ul>"
    if report.spreads:
        yield f"<h2>{_both('spreads')}</h2>"
        yield from map(_figure, report.spreads)


def _link(page: str) -> str:
    return f'<li><a href="site/{quote(page)}">{escape(page.removesuffix("index.html"))}</a></li>'


def _figure(name: str) -> str:
    said = escape(name.removesuffix(".png"))
    return f'<figure><img src="spreads/{quote(name)}" alt="{said}"><figcaption>{said}</figcaption></figure>'


def _both(key: str) -> str:
    return f"{escape(say(key, 'en'))} · {escape(say(key, 'hi'))}"
