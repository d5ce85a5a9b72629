"""The Content Security Policy of a page: what it may load, run and send. A browser refuses all else.

`'wasm-unsafe-eval'` is the one exception: Pagefind, the full-text search, is WebAssembly. It lets
WebAssembly be compiled and no text be run as code. The search runs in the page itself, so no worker is
allowed. What stands between the tags of a script or style is let in by its hash alone; blocks of data
are not run and need none.
"""

from __future__ import annotations

import hashlib
import re
from base64 import b64encode
from collections.abc import Iterable
from html import escape, unescape

from showcase.site import fetched

ALLOWED = {
    "default-src": ("'none'",),
    "script-src": ("'self'", "'wasm-unsafe-eval'"),
    "style-src": ("'self'",),
    "img-src": ("'self'", "data:"),
    "font-src": ("'self'",),
    "connect-src": ("'self'",),
    "base-uri": ("'none'",),
    "form-action": ("'self'",),
}
_INLINE = re.compile(r"<(script|style)\b([^>]*)>(.*?)</\1\s*>", re.DOTALL | re.IGNORECASE)
_ATTRIBUTE = re.compile(r"([\w:-]+)(?:\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+)))?")
_ACTION = re.compile(r"<form\b[^>]*\baction=\"([^\"]+)", re.IGNORECASE)
_ELSEWHERE = re.compile(r"mailto:|https://[^/?#\s]+", re.IGNORECASE)
_HEAD = re.compile(r"<head>\s*<meta charset=\"utf-8\">\n?")


class NotGuarded(Exception):
    """A page cannot carry its policy; the text says which and how to mend it."""


def inline(html: str) -> list[tuple[str, str]]:
    """What stands between the tags of scripts that run and of styles: ("script", its text)."""
    found = [(tag.lower(), _values(attributes), text) for tag, attributes, text in _INLINE.findall(html)]
    return [(tag, text) for tag, values, text in found if tag == "style" or fetched.is_inline(values)]


def policy(parts: Iterable[tuple[str, str]], forms: Iterable[str] = (), **more: str) -> str:
    """The policy for a page with these inline parts and forms that send elsewhere; `more` are further directives."""
    allowed = {name: list(sources) for name, sources in ALLOWED.items()}
    for tag, text in parts:
        allowed[f"{tag}-src"].append(hashed(text))
    allowed["form-action"] += sorted(set(forms))
    allowed |= {name.replace("_", "-"): [value] for name, value in more.items()}
    return "; ".join(" ".join([name, *dict.fromkeys(sources)]) for name, sources in allowed.items())


def hashed(text: str) -> str:
    """The source that lets in what stands between the tags of a script or style, and nothing else."""
    return f"'sha256-{b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def senders(actions: Iterable[str]) -> list[str]:
    """The sources for `form-action` of forms that send elsewhere: `mailto:`, or a host."""
    return [found[0] for action in actions if (found := _ELSEWHERE.match(action))]


def policy_of(html: str) -> str:
    """The policy that a whole page asks for by what it holds."""
    return policy(inline(html), forms(html))


def forms(html: str) -> list[str]:
    """Where the forms of a page send, if elsewhere."""
    return senders(map(unescape, _ACTION.findall(html)))


def guarded(html: str, name: str) -> str:
    """The page with its policy before anything that it loads. Raises NotGuarded; `name` is its file."""
    if not (head := _HEAD.search(html)):
        raise NotGuarded(
            f'{name} does not begin with <head><meta charset="utf-8">, so its security policy has no place. '
            "To mend: begin its <head> so, as theme/frame.html does."
        )
    meta = f'<meta http-equiv="Content-Security-Policy" content="{escape(policy_of(html), quote=False)}">\n'
    return html[: head.end()] + meta + html[head.end() :]


def _values(attributes: str) -> dict[str, str]:
    return {name.lower(): one or two or bare for name, one, two, bare in _ATTRIBUTE.findall(attributes)}
