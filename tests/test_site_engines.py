"""The site in Gecko and in WebKit: whole, without a fault, with its own Hindi letters, and answering the hand.

Holds G34 of docs/standards.md.
"""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import quote

import pytest
from engines import DESK, ENGINES, Engine, watched
from sites import real_project
from world import ROOT

from showcase import catalogue

NARROW = 320
PAGES = {
    "home": "",
    "directory": "startups/",
    "profile": "startups/pixxel/",
    "Hindi profile": "hi/startups/pixxel/",
    "search": "search/?q=navy",
    "compare": "compare/?with=pixxel,eyerov",
}
SETTLED = """
  const until = async (is) => { for (let n = 0; n < 400 && !is(); n++) await new Promise((go) => setTimeout(go, 25)); return is(); };
  for (const one of document.images) one.loading = "eager";
  await until(() => document.readyState === "complete" && [...document.images].every((one) => one.complete));
  await document.fonts.ready;
"""
WIDER = """
  const root = document.documentElement;
  const over = [...document.body.querySelectorAll("*")].filter((one) => one.checkVisibility())
    .filter((one) => !one.closest("[tabindex='0'], pre, table")).filter((one) => one.getBoundingClientRect().right > innerWidth + 1);
  return [root.scrollWidth > innerWidth ? `${root.scrollWidth} of ${innerWidth}` : "", ...over.map((one) => one.className)].filter(Boolean);
"""
"""What is wider than the window: the page itself, and what lies cut off in it."""


@pytest.fixture(scope="module")
def host() -> Iterator[str]:
    with watched(real_project() / "site") as address:
        yield address


@pytest.fixture(scope="module", params=[*ENGINES])
def engine(request: pytest.FixtureRequest) -> Iterator[Engine]:
    with ENGINES[request.param]() as opened:
        yield opened


def opened(engine: Engine, address: str, width: int = DESK) -> Engine:
    engine.open(address, width)
    engine.run(SETTLED)
    return engine


@pytest.mark.parametrize("width", [NARROW, DESK])
@pytest.mark.parametrize("address", PAGES.values(), ids=PAGES)
def test_a_page_is_whole_and_has_no_fault(engine: Engine, host: str, address: str, width: int) -> None:
    opened(engine, host + address, width)
    assert engine.run("return innerWidth") == width
    assert engine.run(WIDER) == []
    assert engine.run("return faults") == []
    asked = engine.run("return performance.getEntriesByType('resource').map((one) => one.name)")
    assert asked and [one for one in asked if not one.startswith(host)] == []


def test_a_fault_is_seen(engine: Engine, host: str) -> None:
    """The proof above can fail: a script that throws, one that the policy forbids, a picture that is not there."""
    opened(engine, host)
    found = engine.run(SETTLED + """
      setTimeout(() => { throw new Error("thrown") }, 0);
      const made = document.createElement("script");
      made.textContent = "1";
      const picture = new Image();
      picture.src = "/nowhere.png";
      document.head.append(made);
      document.body.append(picture);
      await until(() => faults.length > 2);
      document.body.style.width = "2000px";
      return faults.join("\\n");
    """)
    assert "thrown" in found and "script-src" in found and "nowhere.png" in found
    assert engine.run(WIDER) != []


LETTERS = """
  const loaded = [...document.fonts].filter((one) => one.status === "loaded").map((one) => one.family.replaceAll('"', ""));
  const stands = getComputedStyle([...document.querySelectorAll("main :lang(hi)")].find((one) => /[\\u0915-\\u0939]/.test(one.textContent))).fontFamily;
  const own = stands.split(",").map((one) => one.replaceAll('"', "").trim()).find((one) => /Devanagari|Words/.test(one) && loaded.includes(one));
  const across = (text, family) => {
    const made = document.body.appendChild(document.createElement("span"));
    made.lang = "hi";
    made.style.font = `100px ${family}`;
    made.style.position = "absolute";
    made.textContent = text;
    const width = made.getBoundingClientRect().width;
    made.remove();
    return width;
  };
  return { own, words: across("को है", `"${own}"`), others: across("को है", "No-such-face"),
           joined: across("क्ष", `"${own}"`), apart: across("क\\u094d\\u200cष", `"${own}"`) };
"""
"""The face that Hindi stands in, and how wide it sets words that others set otherwise, and two letters that are to be one."""


@pytest.mark.parametrize(("address", "face"), [("hi/startups/pixxel/", "Horizon Devanagari"), ("startups/pixxel/", "Horizon Words")], ids=["hi", "en"])
def test_hindi_stands_in_the_sites_own_letters(engine: Engine, host: str, address: str, face: str) -> None:
    told = opened(engine, host + address).run(LETTERS)
    assert told["own"] == face
    assert told["words"] != told["others"]
    if face == "Horizon Devanagari":  # the other has the few letters of its page
        assert told["joined"] < told["apart"] - 5


def test_the_directory_is_narrowed(engine: Engine, host: str) -> None:
    opened(engine, f"{host}startups/")
    before, after, address = engine.run(SETTLED + """
      await until(() => document.querySelector("[data-ready]"));
      const shown = () => [...document.querySelectorAll("[data-sections] article.card")].filter((one) => one.checkVisibility()).length;
      const before = shown();
      const facet = document.querySelector("[data-facet='end-user']");
      facet.querySelector("summary").click();
      facet.querySelector("input[value='indian-navy']").click();
      await until(() => shown() < before);
      return [before, shown(), location.search];
    """)
    assert 0 < after < before == len(catalogue.load(ROOT).published)
    assert address == "?end-user=indian-navy"
    assert engine.run("return faults") == []


def test_the_colours_are_switched_and_stay(engine: Engine, host: str) -> None:
    ground = "getComputedStyle(document.body).backgroundColor"
    opened(engine, host)
    before, after = engine.run(f"const before = {ground}; document.querySelector('[data-scheme-toggle]').click(); return [before, {ground}]")
    assert before != after
    assert opened(engine, f"{host}startups/").run(f"return {ground}") == after
    assert engine.run(f"document.querySelector('[data-scheme-toggle]').click(); return {ground}") == before


@pytest.mark.parametrize(("address", "asked"), [("", "pixxel"), ("hi/", "पिक्सेल")], ids=["en", "hi"])
def test_the_search_finds(engine: Engine, host: str, address: str, asked: str) -> None:
    """Typed into the dialog, where names are found, and as the address of a page of results."""
    typed = opened(engine, host + address).run(SETTLED + f"""
      document.querySelector("[data-search]").click();
      await until(() => document.querySelector("dialog.search[open] input"));
      const field = document.querySelector("dialog.search input");
      field.value = "{asked}";
      field.dispatchEvent(new Event("input", {{ bubbles: true }}));
      await until(() => document.querySelector(".find a"));
      return document.querySelector(".find a").pathname;
    """)
    assert typed == f"/{address}startups/pixxel/"
    opened(engine, f"{host}{address}search/?q={quote(asked)}")
    assert engine.run(SETTLED + "await until(() => document.querySelector('.find a')); return document.querySelector('.find a').pathname") == typed
    assert engine.run("return faults") == []


def test_firms_stand_side_by_side(engine: Engine, host: str) -> None:
    opened(engine, f"{host}compare/?with=pixxel,eyerov")
    names = engine.run(SETTLED + """
      await until(() => document.querySelectorAll("[data-names] th a").length == 2);
      return [...document.querySelectorAll("[data-names] th a")].map((one) => one.pathname);
    """)
    assert names == ["/startups/pixxel/", "/startups/eyerov/"]
    assert engine.run("return faults") == []
