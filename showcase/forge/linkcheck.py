"""Whether the links of profiles, data and pages still lead where they led: asked of their servers, gently."""

from __future__ import annotations

import http.client
import time
import urllib.error
import urllib.request
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from typing import Literal
from urllib.parse import urlsplit

Finding = Literal["sound", "gone", "moved", "closed", "silent"]
PATIENCE = 20
PAUSE = 1.0
"""Seconds between two requests to one host."""
GIVE_UP = 3
"""Requests in a row without an answer after which a host is asked no more: it may have dozens of links."""
HOSTS = 8
"""Hosts that are asked at the same time."""
GONE = frozenset({404, 410})
AGENT = "Mozilla/5.0 (compatible; link check of a public catalogue)"


@dataclass(frozen=True)
class Looked:
    """What a link led to: `gone` (the server says so), `moved` to another host, `closed` to programs, `silent`."""

    url: str
    finding: Finding
    detail: str = ""


def look(urls: Sequence[str], ask: Callable[[str], Looked] | None = None, pause: float = PAUSE) -> list[Looked]:
    """What each link leads to, in the order given; hosts side by side, the links of one host in turn."""
    by_host: defaultdict[str, list[str]] = defaultdict(list)
    for url in dict.fromkeys(urls):
        by_host[urlsplit(url).netloc].append(url)
    with ThreadPoolExecutor(HOSTS) as pool:
        found = pool.map(partial(_host, ask=ask or asked, pause=pause), by_host.values())
    results = {one.url: one for rows in found for one in rows}
    return [results[url] for url in dict.fromkeys(urls)]


def asked(url: str) -> Looked:
    """What one server answers."""
    request = urllib.request.Request(url, headers={"User-Agent": AGENT, "Accept": "*/*"})
    try:
        with urllib.request.urlopen(request, timeout=PATIENCE) as answer:
            return _landed(url, answer.geturl())
    except urllib.error.HTTPError as error:
        return Looked(url, "gone" if error.code in GONE else "closed", str(error.code))
    except (OSError, ValueError, http.client.HTTPException) as error:
        return Looked(url, "silent", str(getattr(error, "reason", error))[:200])


def _landed(url: str, end: str) -> Looked:
    """Sound where the host is the same, but for www."""
    start, there = (urlsplit(one).netloc.lower().removeprefix("www.") for one in (url, end))
    return Looked(url, "sound") if start == there else Looked(url, "moved", end)


def _host(urls: Sequence[str], ask: Callable[[str], Looked], pause: float) -> list[Looked]:
    found: list[Looked] = []
    for number, url in enumerate(urls):
        if number >= GIVE_UP and all(one.finding == "silent" for one in found[-GIVE_UP:]):
            found.append(Looked(url, "silent", "not asked: its host gave no answer before"))
            continue
        time.sleep(pause if number else 0)
        found.append(ask(url))
    return found


def by_finding(looked: Sequence[Looked]) -> Mapping[Finding, list[Looked]]:
    """The links by what was found."""
    groups: defaultdict[Finding, list[Looked]] = defaultdict(list)
    for one in looked:
        groups[one.finding].append(one)
    return groups
