"""What a browser fetches, sends or runs by itself for an element of a page or for a style sheet."""

from __future__ import annotations

import re
from collections.abc import Mapping

LINKS = ("a", "area")
"""Elements whose address a browser follows only when the reader asks."""
_FETCHED = ("src", "poster", "data", "background", "manifest", "codebase")
_POINTERS = ("href", "xlink:href")
_SENT = ("action", "formaction", "ping")
_ADDRESSES = (*_FETCHED, *_POINTERS, *_SENT, "from", "to", "values")
_TOLD = {"canonical", "alternate", "author", "license", "help", "next", "prev"}
"""What a <link> may be without being fetched."""
_LIVE = ("script", "iframe", "frame", "object", "embed", "use")
"""Elements that make a page of what they fetch, so that `data:` in them is code."""
_CODE = ("javascript", "vbscript")
_DATA_BLOCKS = ("application/json", "application/ld+json")
_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):")
_SIZE = re.compile(r"([^\s,](?:\S*[^\s,])?)(?:\s[^,]*)?")
_REFRESH = re.compile(r"(?i)\burl\s*=\s*[\"']?([^\"']+)")
_COMMENT = re.compile(r"(?s)(\"(?:\\.|[^\"\\])*\"|'(?:\\.|[^'\\])*')|/\*.*?\*/")
_ESCAPED = re.compile(r"\\(?:([0-9a-fA-F]{1,6})\s?|([^\n]))")
_CSS = re.compile(
    r"(?i)\burl\(\s*(?:\"([^\"]*)|'([^']*)|([^\"')\s][^)]*))|@import\s*(?:\"([^\"]*)|'([^']*))"
)
_IMAGE_SET = re.compile(r"(?i)image-set\(((?:[^()]|\([^()]*\))*)")
_QUOTED = re.compile(r"\"([^\"]*)\"|'([^']*)'")
EXCERPT = 60


def links(tag: str, values: Mapping[str, str]) -> list[str]:
    """Where an element leads when the reader asks."""
    return [values[name] for name in _POINTERS if name in values] if tag in LINKS else []


def fetched(tag: str, values: Mapping[str, str]) -> list[str]:
    """What a browser fetches for one element; `values` are its attributes by name."""
    found = [values[name] for name in _FETCHED if name in values]
    found += from_style(values.get("style", ""))
    for name in ("srcset", "imagesrcset"):
        found += _SIZE.findall(values.get(name, ""))
    if tag == "meta" and values.get("http-equiv", "").strip().lower() == "refresh":
        found += _REFRESH.findall(values.get("content", ""))
    told = tag == "link" and set(values.get("rel", "").lower().split()) <= _TOLD
    if tag not in LINKS and not (told and "rel" in values):
        found += [values[name] for name in _POINTERS if name in values]
    return [address for address in found if scheme(address) not in _CODE]


def sent(values: Mapping[str, str]) -> list[str]:
    """Where an element sends what the reader types or does."""
    found = [values[name] for name in _SENT if name in values]
    return [address for address in found if scheme(address) not in _CODE]


def code(tag: str, values: Mapping[str, str]) -> list[str]:
    """The code that stands in an element's attributes: handlers, and addresses that are code."""
    found = [name for name in values if name.startswith("on")]
    found += [name for name in _ADDRESSES if name in values and _is_code(tag, values[name])]
    return [f'{name}="{excerpt(values[name])}"' for name in found]


def is_inline(values: Mapping[str, str]) -> bool:
    """Whether a <script> with these attributes runs what stands between its tags."""
    sourced = any(name in values for name in ("src", *_POINTERS))
    return not sourced and values.get("type", "").strip().lower() not in _DATA_BLOCKS


def from_style(text: str) -> list[str]:
    """What a style sheet or a style attribute fetches."""
    plain = _ESCAPED.sub(_unescaped, _COMMENT.sub(r"\1 ", text))
    found = ["".join(groups).strip() for groups in _CSS.findall(plain)]
    for choices in _IMAGE_SET.findall(plain):
        found += ["".join(groups) for groups in _QUOTED.findall(_CSS.sub("", choices))]
    return found


def scheme(address: str) -> str:
    """The scheme of an address as a browser reads it, "" for one without."""
    found = _SCHEME.match(_read(address).lower())
    return found[1] if found else ""


def is_foreign(address: str) -> bool:
    """Whether an address leaves the site's own host."""
    return _read(address).startswith("//") or scheme(address) not in ("", "data")


def excerpt(text: str) -> str:
    """The beginning of a text, in one line."""
    line = " ".join(text.split())
    return line if len(line) <= EXCERPT else f"{line[:EXCERPT]}…"


def _read(address: str) -> str:
    """An address as browsers take it: no line ends or tabs, blanks cut off, slashes for backslashes."""
    blanks = "".join(map(chr, range(33)))
    return re.sub(r"[\t\r\n]", "", address.strip(blanks)).replace("\\", "/")


def _is_code(tag: str, address: str) -> bool:
    return scheme(address) in _CODE or (
        tag in _LIVE and scheme(address) == "data"
    )


def _unescaped(match: re.Match[str]) -> str:
    if match[2]:
        return match[2]
    number = int(match[1], 16)
    return chr(number) if number < 0x110000 else "\ufffd"
