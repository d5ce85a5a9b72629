"""The language editions: what is told in which language, and what is marked as English."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from world import PROFILE, ROOT, make_world, profile, share_fonts

from showcase import catalogue
from showcase.book.edition import Made, make_reading_edition
from showcase.book.english import mark_english, name_english, untold
from showcase.book.finish import finish
from showcase.book.scripts import styles_for
from showcase.book.telling import proper_names, told
from showcase.book.wording import sentence
from showcase.catalogue import Catalogue

SLUG = "sagar-defence-engineering"


@pytest.fixture(scope="module")
def loaded() -> Catalogue:
    return catalogue.load(ROOT)


def test_the_bilingual_edition_is_told_from_the_catalogue_itself(loaded: Catalogue) -> None:
    assert told(loaded, "bilingual") is loaded


def test_the_english_edition_has_nothing_beside_but_the_title(loaded: Catalogue) -> None:
    english = told(loaded, "en")
    startup = english.by_slug[SLUG]
    assert (startup.name, startup.name_hi, startup.headline_hi) == ("Sagar Defence Engineering", "", "")
    assert english.ui("contents") == "Contents"
    assert english.ui("contents", "hi") == ""
    assert english.site.title_hi == "नवाचार के साझा क्षितिज"


def test_the_hindi_edition_is_told_in_hindi(loaded: Catalogue) -> None:
    hindi = told(loaded, "hi")
    startup = hindi.by_slug[SLUG]
    assert startup.name == "सागर डिफ़ेंस इंजीनियरिंग"
    assert startup.name_hi == ""
    assert startup.place == "पुणे, महाराष्ट्र"
    assert startup.innovations[1].name == "मातंगी"
    assert startup.innovations[1].specs[0].label == "यात्रा"
    assert startup.milestones[-1].date.long() == "19 मार्च 2025"
    assert startup.challenges[0].problem == "नौसेना के लिए हथियारबंद स्वायत्त नावों के झुंड"
    assert startup.steps[1].note == "स्प्रिंट का 50वाँ अनुबंध, ख़बरों के अनुसार"
    assert startup.story.startswith("29 अक्टूबर 2024")
    assert hindi.ui("contents") == "विषय-सूची"
    assert (hindi.site.title, hindi.site.title_hi) == ("नवाचार के साझा क्षितिज", "Shared Horizons of Innovation")


def test_what_has_no_hindi_is_told_in_english(tmp_path: Path) -> None:
    noted = profile(("date: 2023-01, src", "date: 2023-01, note: the first, src"))
    world = make_world(tmp_path, {"startups/lantern-works.md": noted})
    (hindi,) = told(catalogue.load(world), "hi").published
    assert hindi.story.startswith("Asha Rao began in Pune")
    assert hindi.innovations[0].what == "A lamp that floats for 12 hours."
    assert hindi.steps[0].note == "the first"


def test_one_thing_is_always_the_same_told_thing(loaded: Catalogue) -> None:
    hindi = told(loaded, "hi")
    assert hindi.published[0] is hindi.by_slug[hindi.published[0].slug]
    assert hindi.related(hindi.published[0])[0] in hindi.published


def test_a_second_language_that_is_not_wanted_leaves_no_element() -> None:
    assert finish('<p>Sea <span lang="hi"></span></p><p class="name-hi" lang="hi"></p>') == "<p>Sea </p>"


@pytest.mark.parametrize(
    ("text", "result"),
    [
        ("Rs 47 crore", "Rs 47 crore."),
        ("47 करोड़ रुपये", "47 करोड़ रुपये।"),
        ("NDTV India, 15 मार्च 2023", "NDTV India, 15 मार्च 2023।"),
        ("अनुबंध होता है।", "अनुबंध होता है।"),
        ("Signed.", "Signed."),
    ],
)
def test_a_hindi_sentence_ends_with_a_danda(text: str, result: str) -> None:
    assert sentence(text) == result


def marked(body: str, *names: str) -> str:
    whole = mark_english(f"<html lang=hi><body>{body}</body></html>", frozenset(names))
    return whole.partition("<body>")[2].partition("</body>")[0]


@pytest.mark.parametrize(
    ("body", "result"),
    [
        ("<p>नाव</p>", "<p>नाव</p>"),
        ("<p>A boat.</p>", '<p lang="en" class="untold">A boat.</p>'),
        ("<p>Asha Rao</p>", '<p lang="en">Asha Rao</p>'),
        ("<p>www.example.org</p>", '<p lang="en">www.example.org</p>'),
        ("<p>विजेता (named in a book)</p>", '<p>विजेता (<span lang="en" class="untold">named in a book</span>)</p>'),
        ("<p>विजेता (as reported in July 2025)</p>",
         '<p>विजेता (<span lang="en" class="untold">as reported in July 2025</span>)</p>'),
        ("<p>चुनौती: <b>नाव</b> by DRDO</p>", '<p>चुनौती: <b>नाव</b> <span lang="en" class="untold">by DRDO</span></p>'),
        ('<p lang="en">A boat.</p>', '<p lang="en">A boat.</p>'),
        ('<div translate="no"><p>A boat.</p></div>', '<div translate="no"><p lang="en">A boat.</p></div>'),
        ('<div><p class="value">48 hours</p><p>घंटे</p></div>',
         '<div><p class="value untold" lang="en">48 hours</p><p>घंटे</p></div>'),
        # The mark stands after the words and before the numbers of their sources.
        ('<p><b>In May</b> a boat.<span class="cite">2</span></p>',
         '<p lang="en"><span class="untold"><b>In May</b> a boat.</span><span class="cite">2</span></p>'),
        ('<p>In May<span class="cite">1</span> a boat.<span class="cite">2</span></p>',
         '<p lang="en"><span class="untold">In May<span class="cite">1</span> a boat.</span><span class="cite">2</span></p>'),
        ('<p>In May<span class="cite">1</span> a boat.</p>',
         '<p lang="en" class="untold">In May<span class="cite">1</span> a boat.</p>'),
        ('<p>नाव<br>A boat<span class="cite">2</span></p>',
         '<p>नाव<br><span lang="en" class="untold">A boat</span><span class="cite">2</span></p>'),
    ],
)  # fmt: skip
def test_english_on_a_hindi_page_is_marked(body: str, result: str) -> None:
    assert marked(body, "Asha Rao") == result


def test_english_within_hindi_beside_english_is_named_and_not_marked() -> None:
    html = '<html lang="en"><body><p>A boat</p><div lang="hi"><p>TODO: नाव</p></div></body></html>'
    made = name_english(html)
    assert '<p>A boat</p><div lang="hi"><p><span lang="en">TODO</span>: नाव</p></div>' in made and untold(made) == []


def test_what_lacks_hindi_is_listed() -> None:
    html = mark_english('<html><body><p>A boat.<span class="cite">2</span></p><p>नाव</p></body></html>')
    assert untold(html) == ["A boat."]


def test_names_of_people_and_firms_lack_nothing(loaded: Catalogue) -> None:
    names = proper_names(loaded)
    assert "Nikunj Parashar" in names
    assert "Sagar Defence Engineering Private Limited" in names


def test_devanagari_stands_a_little_larger_beside_serif_and_sans() -> None:
    rules = '.story { font: 10.6pt/15.5pt "Horizon serif-light"; }\n.below { font: 8.4pt/11.5pt "Horizon sans-regular"; }\n.name-hi { font-size: 17pt; }'
    paired = (
        '.story { font: 10.6pt/15.5pt "Horizon serif-light", "Horizon devanagari-light"; }',
        '.below { font: 8.4pt/11.5pt "Horizon sans-regular", "Horizon devanagari-regular"; }',
        ".name-hi { font-size: 17pt; }",
    )
    assert styles_for("bilingual", rules) == "\n".join((
        ':where(.story) [lang="hi"]{font-size:11.6pt}', ':where(.below) [lang="hi"]{font-size:8.9pt}', *paired,
    ))  # fmt: skip
    assert styles_for("hi", rules) == "\n".join((
        ':where(.story) [lang="en"]{font-size:10.6pt}', ':where(.below) [lang="en"]{font-size:8.4pt}',
        paired[0], ".story:lang(hi){font-size:11.6pt}", paired[1], ".below:lang(hi){font-size:8.9pt}", paired[2],
    ))  # fmt: skip


@pytest.fixture(scope="module", params=["en", "hi"])
def edition(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Made:
    root = make_world(tmp_path_factory.mktemp(request.param), {"startups/lantern-works.md": PROFILE})
    shutil.copytree(ROOT / "book", root / "book")
    share_fonts(root)
    return make_reading_edition(root, catalogue.load(root), root / "dist", language=request.param)


def text_of(made: Made) -> str:
    run = subprocess.run(["pdftotext", made.path, "-"], capture_output=True, check=True)
    return " ".join(run.stdout.decode().replace("\u2060", "").split())


def test_editions_of_one_language_have_their_names_and_the_same_pages(edition: Made) -> None:
    language = edition.path.stem.rpartition("-")[2]
    assert edition.path.name == f"shared-horizons-reading-{language}.pdf"
    assert edition.pages == edition.plan.pages
    text = text_of(edition)
    assert "Asha Rao" in text  # a name is written alike in either
    assert ("In numbers" in text) == (language == "en")


def test_the_hindi_edition_lists_what_it_tells_in_english(edition: Made) -> None:
    if edition.path.stem.endswith("-en"):
        assert edition.untold == {}
    else:
        listed = edition.untold["startup/lantern-works"]
        assert sorted(listed) == sorted((
            "Asha Rao began in Pune in 2016. On 9 January 2023 the Navy signed for Diya, which floats for 12 hours.",
            "Diya", "A lamp that floats for 12 hours.", "Endurance", "12 hours", "12 hours", "how long Diya floats",
            "A lamp that floats", "Contract signed for the lamp.",
        ))  # fmt: skip
