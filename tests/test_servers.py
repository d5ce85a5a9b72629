"""The configurations of servers (S8, S18, S24, P10), tried: nginx under a path of its own (P9), Apache at the root of a host.

Holds D13 and G52 of docs/standards.md.
"""

from __future__ import annotations

import gzip
import http.client
import re
import ssl
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from email.message import Message
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest
from guarded import used, watched
from playwright.sync_api import Browser
from serving import GONE, MOVED, Running, left_at, running
from sites import page_kinds, real_project

from showcase import catalogue
from showcase.cli import main
from showcase.servers import headers, writing
from showcase.servers.headers import BRIEF, DRAWING, LASTING
from showcase.site import csp, wellknown

BASES = {"nginx": "/shared-horizons/", "apache": "/"}
TRUST = ssl._create_unverified_context()


@pytest.fixture(scope="module", params=BASES)
def server(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    with running(request.param, tmp_path_factory.mktemp(request.param), BASES[request.param]) as one:
        yield one


def ask(address: str, **more: str) -> tuple[int, Message, bytes]:
    try:
        with urlopen(Request(address, headers=more), context=TRUST) as answer:
            return answer.status, answer.headers, answer.read()
    except HTTPError as error:
        return error.code, error.headers, error.read()


def site() -> Path:
    return real_project() / "site"


def test_the_program_finds_the_configuration_sound(server: Running) -> None:
    assert re.search(r"test is successful|Syntax OK", server.checked.stderr)
    assert "warn" not in server.checked.stderr.lower()


def test_every_answer_is_guarded(server: Running) -> None:
    """S18: what goes with a page, with a drawing, and with an address that is not there."""
    policy = csp.policy((), frame_ancestors="'none'")
    wanted = {"": policy, "hi/startups/pixxel/": policy, "data/v1/innovators.csv": policy,
              "assets/icons/horizon.svg": DRAWING, "nowhere/": policy}  # fmt: skip
    for address, guard in wanted.items():
        status, told, _ = ask(server.https + address)
        assert status == (404 if address == "nowhere/" else 200)
        assert told.get_all("Content-Security-Policy") == [guard], address
        assert {name: told.get_all(name) for name in headers.ALWAYS} == {k: [v] for k, v in headers.ALWAYS.items()}
        assert not re.search(r"\d", told["Server"]), "the server tells its version"
    _, told, _ = ask(f"{server.https}embed/a-card/")
    assert told["Content-Security-Policy"].endswith("frame-ancestors *")


def test_what_carries_a_digest_is_kept_and_all_else_asked_for_again(server: Running) -> None:
    """P10."""
    html = (site() / "index.html").read_text(encoding="utf-8")
    named = sorted(set(re.findall(r'"\./((?:assets|search)/[^"]+)"', html)))
    assert any(".css" in one for one in named) and any("fonts/" in one for one in named)
    fragment = next((site() / "search/en/fragment").iterdir()).name
    for address in (*named, f"search/en/fragment/{fragment}"):
        assert ask(server.https + address)[1].get_all("Cache-Control") == [LASTING], address
    for address in ("", "startups/pixxel/", "assets/css/frame.css", "data/v1/innovators.json", "search/en/pagefind.js"):
        assert ask(server.https + address)[1].get_all("Cache-Control") == [BRIEF], address
    assert LASTING not in ask(f"{server.https}assets/css/nothing.css?v=0123456789")[1].get_all("Cache-Control", [])


def test_text_is_sent_compressed_and_as_what_it_is(server: Running) -> None:
    types = {"": "text/html; charset=utf-8", "assets/css/frame.css": "text/css; charset=utf-8",
             "data/v1/innovators.csv": "text/csv; charset=utf-8", "assets/plates/house.svg": "image/svg+xml"}  # fmt: skip
    for address, wanted in types.items():
        status, told, body = ask(server.https + address, **{"Accept-Encoding": "gzip"})
        assert (status, told["Content-Encoding"], told["Content-Type"].lower()) == (200, "gzip", wanted)
        assert "Accept-Encoding" in told["Vary"]
        name = f"{address}index.html" if address in ("",) else address
        assert gzip.decompress(body) == (site() / name).read_bytes()
        assert len(body) < 0.6 * (site() / name).stat().st_size


def test_what_is_lost_is_answered_by_the_page_for_it_and_what_is_hidden_stays_so(server: Running) -> None:
    lost = (site() / "404.html").read_bytes()
    for address in ("nowhere/", ".git/config", ".git/"):
        status, _, body = ask(server.https + address)
        assert (status, body == lost) == (404, True), address


BOTH = [f"{own}{folder}" for own in ("", "hi/") for folder in ("startups/", "embed/")]


def test_a_profile_that_was_withdrawn_is_gone_and_its_address_says_so(server: Running) -> None:
    """G52: 410 with the notice in the language of the address, guarded as any page; its card may be framed as before."""
    for address in [f"{folder}{slug}/" for folder in BOTH for slug in GONE]:
        status, told, body = ask(server.https + address)
        assert (status, body.decode()) == (410, left_at(address)), address
        assert told["Content-Type"].lower() == "text/html; charset=utf-8"
        assert {name: told.get_all(name) for name in headers.ALWAYS} == {k: [v] for k, v in headers.ALWAYS.items()}
        (policy,) = told.get_all("Content-Security-Policy")
        assert policy.endswith("frame-ancestors *" if "embed/" in address else "frame-ancestors 'none'")
    assert ask(f"{server.https}startups/{GONE[0]}?from=book")[0] == 410  # led to the address with its stroke, and then
    assert ask(f"{server.https}startups/{GONE[0]}-two/")[0] == 404


def test_an_old_name_leads_on_for_good(server: Running) -> None:
    _, _, host, base = server.https.split("/", 3)
    for folder in BOTH:
        for old, new in MOVED.items():
            connection = http.client.HTTPSConnection(host, context=TRUST)
            connection.request("GET", f"/{base}{folder}{old}/?from=book")
            answer = connection.getresponse()
            assert answer.status == 301
            assert answer.headers["Location"] in (f"{server.https}{folder}{new}/?from=book", f"/{base}{folder}{new}/?from=book")
    assert ask(f"{server.https}startups/pixel-works")[0] == 200
    assert ask(f"{server.https}startups/older-lamp/")[0] == 410


def test_without_encryption_one_is_led_to_the_same_page_with_it(server: Running) -> None:
    host = server.http.split("/")[2]
    connection = http.client.HTTPConnection(host)
    connection.request("GET", "/startups/?state=goa")
    answer = connection.getresponse()
    assert (answer.status, answer.headers["Location"]) == (301, "https://127.0.0.1/startups/?state=goa")


def asked_as(host: str, address: str) -> http.client.HTTPResponse:
    """What is answered to a request that names a host of its own choice."""
    scheme, _, place, path = address.split("/", 3)
    connection = http.client.HTTPSConnection(place, context=TRUST) if scheme == "https:" else http.client.HTTPConnection(place)
    connection.request("GET", f"/{path}", headers={"Host": host})
    return connection.getresponse()


def test_nobody_is_led_to_a_host_that_the_request_makes_up(server: Running) -> None:
    """S18: from the address without encryption, without its last stroke, and of an old name."""
    for address in (server.http, f"{server.https}startups", f"{server.https}startups/pixel-works/"):
        answer = asked_as("elsewhere.example", address)
        assert answer.status == 301 and "elsewhere.example" not in answer.headers["Location"], address


@pytest.mark.parametrize("kind", BASES)
def test_in_a_path_of_its_own_the_front_page_is_found_without_the_last_stroke(kind: str, tmp_path: Path) -> None:
    """P9."""
    with running(kind, tmp_path, "/shared-horizons/") as one:
        assert ask(one.https.removesuffix("/"))[::2] == (200, (site() / "index.html").read_bytes())
        assert ask(f"{one.https}nowhere/")[::2] == (404, (site() / "404.html").read_bytes())


def test_data_and_feeds_may_be_read_by_the_pages_of_others_and_nothing_else(server: Running) -> None:
    for address, wanted in {"data/v1/innovators.json": "*", "hi/new/feed.json": "*", "": None, "startups/pixxel/": None}.items():
        assert ask(server.https + address)[1]["Access-Control-Allow-Origin"] == wanted, address


def test_the_site_is_read_behind_it_without_a_violation(browser: Browser, server: Running) -> None:
    """S18, P9: each kind of page, then everything that scripts do, with policy and headers on, in a sub-path too."""
    hosts: set[str] = set()
    with watched(browser, ignore_https_errors=True, accept_downloads=True) as (page, told):
        page.on("request", lambda one: hosts.add("/".join(one.url.split("/")[:3])) if not one.url.startswith("data:") else None)
        used(page, server.https)
        if not server.https.endswith("/shared-horizons/"):
            return
        for one in page_kinds():
            if one != "404.html":  # its links count from the root of the host that data/site.yml names
                page.goto(server.https + one, wait_until="load")
                assert (one, told) == (one, [])
        assert told == []
        assert len([one for one in hosts if not one.startswith("blob:")]) == 1


def test_a_host_that_reads_a_file_of_headers_is_told_the_same() -> None:
    served = replace(headers.served(site(), catalogue.load(real_project()), "/srv"), base="/a/")
    lines = writing.rendered("_headers", served).splitlines()
    rules = [line for line in lines if line and not line.startswith(("#", " "))]
    assert rules[:3] == ["/*", "/a/embed/*", "/a/hi/embed/*"] and "/a/assets/css/*" in rules
    assert f"  Content-Security-Policy: {csp.policy((), frame_ancestors=chr(39) + 'none' + chr(39))}" in lines
    assert all(re.fullmatch(r"#.*|/\S+|  (! )?[A-Z][\w-]+(: \S.*)?", line) for line in lines)
    drawn = {rule for rule in rules if f"{rule}\n  ! Content-Security-Policy\n  Content-Security-Policy: {DRAWING}" in "\n".join(lines)}
    drawings = [f"/a/{one.relative_to(site()).as_posix()}" for one in site().rglob("*.svg")]
    assert drawings and [one for one in drawings if not one.startswith(tuple(rule.rstrip("*") for rule in drawn))] == []
    assert lines[lines.index("/a/data/v1/*") + 1] == "  Access-Control-Allow-Origin: *"


def test_a_host_that_reads_a_file_of_redirects_leads_on_as_well() -> None:
    served = headers.served(site(), catalogue.load(real_project()), "/srv")
    lines = writing.rendered("_redirects", replace(served, base="/a/", moved=(("old", "new"),))).splitlines()
    assert [line for line in lines if not line.startswith("#")] == [f"/a/{folder}old/ /a/{folder}new/ 301" for folder in (
        "startups/", "hi/startups/", "embed/", "hi/embed/")]  # fmt: skip
    assert all(line.startswith("#") for line in writing.rendered("_redirects", served).splitlines())


def test_the_command_writes_all_and_says_where(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    asked = ["--root", str(real_project()), "servers"]
    assert main([*asked, str(site()), "--output", str(tmp_path), "--folder", "/srv/our horizons/"]) == 0
    assert sorted(one.name for one in tmp_path.iterdir()) == sorted(writing.NAMES)
    assert 'alias "/srv/our horizons/";' in (tmp_path / "nginx.conf").read_text()
    assert "set the server's name" in capsys.readouterr().out
    assert main([*asked, str(tmp_path)]) == 2
    assert "holds no site" in capsys.readouterr().err


def test_whom_to_tell_of_a_hole_is_said_once_the_owner_names_somebody() -> None:
    """S24."""
    about, today = catalogue.load(real_project()).site, date(2026, 11, 26)
    assert about.contact.email is None and list(wellknown.files(about, today)) == []
    contact = about.contact.model_copy(update={"email": "safe@example.org"})
    known = about.model_copy(update={"contact": contact, "site_url": "https://example.org/"})
    ((address, text),) = wellknown.files(known, today)
    assert address == ".well-known/security.txt"
    assert text.splitlines() == [
        "Contact: mailto:safe@example.org", "Expires: 2027-05-25T00:00:00Z", "Preferred-Languages: en, hi",
        "Canonical: https://example.org/.well-known/security.txt", "Policy: https://example.org/policies/",
    ]  # fmt: skip
