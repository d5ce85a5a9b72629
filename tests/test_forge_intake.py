"""A profile that comes as a form: real answers make a draft, hostile ones make text and nothing else."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
import yaml
from test_forge_posting import Listener, forge, listener  # noqa: F401  # the listener is a fixture
from world import PROFILE, ROOT, make_world

from showcase import catalogue, frontmatter, scaffold
from showcase.cli import main
from showcase.forge import form, offering
from showcase.forge.api import ForgeError
from showcase.forge.intake import NotTaken, answers, take

GIVEN = {
    "name": "Quiet Box Pvt Ltd", "name_hi": "क्वाइट बॉक्स", "headline": "A box of which little is on record",
    "headline_hi": "एक डिब्बा, जिसके बारे में कम ही दर्ज है", "summary": "Quiet Box is named by iDEX.", "summary_hi": "क्वाइट बॉक्स का नाम है।",
    "sources": "A box | The Harbour Times | 2022-05-01 | https://example.org/box\n | Naval Notes | 2023-01 | https://example.org/list",
    "technologies": "Quantum technologies · क्वांटम (quantum-technologies), Communications · संचार (communications)",
    "founded": "2016 [1]", "founders": "Asha Rao [1, 2]\nRavi Iyer [2]", "city": "Pune [1]", "state": "Maharashtra · महाराष्ट्र (MH)",
    "programme": "Innovations for Defence Excellence · आईडेक्स (idex)", "step": "Listed by iDEX · सूची (listed)", "proof": "1, 2",
    "story": "Asha Rao and Ravi Iyer began in Pune in 2016.[1][2]\n\nQuiet Box is named by iDEX.[^2]",
    "photographs": "![box](https://github.com/user-attachments/assets/1) by Asha\n<img width=\"9\" src=\"https://github.com/user-attachments/assets/2\" />",
}  # fmt: skip


def rendered(**changed: str) -> str:
    """The text of an issue as GitHub makes it of the form."""
    given = GIVEN | changed
    return "\n\n".join(f"### {one.label}\n\n{given.get(one.id) or '_No response_'}" for one in form.fields()) + "\n"


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_world(tmp_path_factory.mktemp("intake"), {"startups/lantern-works.md": PROFILE})


def facts(text: str) -> dict:
    return yaml.safe_load(text.split("---\n")[1])


def test_the_form_is_made_of_the_questions_and_the_vocabularies() -> None:
    made = form.text(catalogue.load(ROOT).vocabulary)
    assert (ROOT / form.PATH).read_text(encoding="utf-8") == made, "write it anew: python -m showcase editors"
    questions = [one for one in yaml.safe_load(made)["body"] if "id" in one]
    assert all(" · " in one["attributes"]["label"] for one in questions)
    labels = [one["attributes"]["label"] for one in questions]
    options = [one for question in questions for one in question["attributes"].get("options", [])]
    assert len(set(labels)) == len(labels) and all(len(form.chosen(one)) == 1 and "," not in one for one in options)


def test_an_answered_form_is_a_draft_that_the_check_reads(root: Path, tmp_path: Path) -> None:
    body = tmp_path / "body.md"
    body.write_text(rendered().replace("\n", "\r\n"), encoding="utf-8", newline="")
    assert main(["--root", str(root), "intake", str(body), "--out", str(tmp_path / "out")]) == 0
    text = (tmp_path / "out" / "startups" / "quiet-box.md").read_text(encoding="utf-8")
    told = facts(text)
    assert (told["status"], told["technologies"]) == ("draft", ["quantum-technologies", "communications"])
    assert told["founders"] == [{"name": "Asha Rao", "src": [1, 2]}, {"name": "Ravi Iyer", "src": [2]}]
    assert told["home"] == {"city": "Pune", "state": "MH", "src": [1]} and "edition" not in told["challenges"][0]
    assert [one.get("title") for one in told["sources"]] == ["A box", None]
    assert "in 2016.[^1][^2]\n\nQuiet Box is named by iDEX.[^2]" in text
    comment = (tmp_path / "out" / "comment.md").read_text(encoding="utf-8")
    assert comment.startswith(offering.MARKER) and comment.count("user-attachments/assets/") == 4
    assert "फ़ॉर्म से बना मसौदा" in comment and "http://" not in comment and "https://" not in comment


def test_what_is_missing_is_told_by_the_check(root: Path) -> None:
    taken = take(rendered(founded="2016", proof="none", technologies="", sources="only words"), root)
    assert facts(taken.text)["founded"] == {"year": 2016, "src": []}
    lines = taken.text.split("\n")
    wrong = " ".join(lines[one.line - 1] for one in taken.problems if one.severity == "error")
    assert all(part in wrong for part in ("technologies: []", "year: 2016", "step: listed", "publisher: only words")), wrong


def test_what_the_form_leaves_open_is_no_error(root: Path) -> None:
    """Hindi that was not given gets the mark that `new` sets, in Devanagari; the rest is left out."""
    silent = {one.id: "" for one in form.fields() if not one.required}
    taken = take(rendered(**silent, story="Quiet Box is named by iDEX.[2]"), root)
    assert [one.code for one in taken.problems if one.severity == "error"] == [], taken.problems
    told = facts(taken.text)
    begun = yaml.safe_load(scaffold.text("x", scaffold.Wanted("X"), catalogue.load(ROOT).vocabulary, date(2026, 11, 22)).split("---\n")[1])
    assert all(told[key] == begun[key] != "" for key in ("name_hi", "headline_hi", "summary_hi"))
    taken = take(rendered(city="[1]", story="Quiet Box is named by iDEX.[2]"), root)
    assert facts(taken.text)["home"] == {"state": "MH", "src": [1]}
    assert [one.code for one in taken.problems if one.severity == "error"] == []


MALFORMED = {
    "no form": ("Hello, please add us", "not the answers of the form"),
    "a heading left out": (rendered().replace("### City", "### Town"), "not the answers of the form"),
    "a heading in an answer": (rendered(story=f"x\n\n### {form.fields()[0].label}\n\nOther"), "stands twice"),
    "too long": (rendered(story="x" * 70_000), "65536 are the most"),
    "no name": (rendered(name="../../../"), "has no letter for an address"),
    "a profile that is there": (rendered(name="Lantern Works"), "There is a profile called lantern-works already"),
    "nothing": ("", "not the answers of the form"),
}


@pytest.mark.parametrize("kind", MALFORMED)
def test_what_is_no_form_is_answered_with_a_sentence(root: Path, tmp_path: Path, kind: str) -> None:
    body, reason = MALFORMED[kind]
    with pytest.raises(NotTaken, match=reason):
        take(body, root)
    (tmp_path / "body.md").write_text(body, encoding="utf-8")
    assert main(["--root", str(root), "intake", str(tmp_path / "body.md"), "--out", str(tmp_path)]) == 1
    assert "does not become a draft" in (tmp_path / "comment.md").read_text(encoding="utf-8")


HOSTILE = [
    "<script>alert(1)</script>", "@everyone", "${{ secrets.GITHUB_TOKEN }}", "$(curl example.org)", "x\nstatus: published", "---\nid: other",
    "&a [*a, *a]", "!!python/object/apply:os.system [id]", "{a: b, c", "'\"", "a\u200bb\u202ec", "\x00\x1b[31m", "# not a remark", "|",
    "../../etc/passwd", "null", "y" * 60_000,
]  # fmt: skip


@pytest.mark.parametrize("answer", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_answers_stay_words(root: Path, tmp_path: Path, answer: str) -> None:
    taken = take(rendered(name=f"Quiet Box {answer[:300]}", headline=answer[:99], founders=answer[:99], city=answer[:99], story=answer), root)
    assert taken.path.count("/") == 1 and set(taken.slug) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")
    (tmp_path / "draft.md").write_bytes(taken.text.encode())
    try:
        assert list(frontmatter.read(tmp_path / "draft.md", "draft.md").meta)[:5] == ["id", "name", "name_hi", "status", "headline"]
        assert facts(taken.text)["status"] == "draft"
    except frontmatter.Unreadable:
        assert any(one.severity == "error" for one in taken.problems)
    told = offering.comment(taken)
    assert "<script" not in told and "@everyone" not in told and len(told) < 65_536


def proposed(listener: Listener, root: Path, **changed: str) -> list[tuple[str, str, dict]]:  # noqa: F811
    """What the forge is sent when a form is proposed, after the comment on its issue."""
    event = {"issue": {"number": 3, "body": rendered(**changed)}, "repository": {"default_branch": "main"}}
    listener.sent.clear()
    offering.answer(forge(listener), event, root, propose=True)
    return listener.sent[1:]


def test_a_form_is_answered_and_proposed_once(listener: Listener, root: Path) -> None:  # noqa: F811
    event = {"issue": {"number": 3, "body": rendered()}, "repository": {"default_branch": "main"}}
    listener.answers = {"issues/3/comments": [], "pulls": [], "git/ref/heads/main": {"object": {"sha": "b" * 40}}}
    assert offering.answer(forge(listener), event, root, propose=False) == "There is a comment on #3."
    assert [where for _method, where, _told in listener.sent] == ["issues/3/comments"]
    sent = proposed(listener, root)
    assert [where for _method, where, _told in sent] == ["git/refs", "contents/startups/quiet-box.md", "pulls"]
    assert sent[0][2] == {"ref": "refs/heads/intake/3", "sha": "b" * 40} and "sha" not in sent[1][2]
    listener.answers["pulls"] = [{"number": 8, "head": {"label": "owner:intake/33"}}, {"number": 99, "head": {"label": "owner:intake/3"}}]
    assert "was proposed as #99" in offering.answer(forge(listener), event, root, propose=True)
    assert proposed(listener, root) == []


def test_a_proposal_that_ended_half_way_goes_on_from_its_branch(listener: Listener, root: Path) -> None:  # noqa: F811
    listener.answers = {"issues/3/comments": [], "pulls": [], "git/ref/heads/intake/3": {"object": {"sha": "c" * 40}}}
    assert [where for _method, where, _told in proposed(listener, root)] == ["contents/startups/quiet-box.md", "pulls"]
    listener.answers["contents/startups/quiet-box.md"] = {"sha": "d" * 40}
    written, pull = proposed(listener, root)
    assert written[2]["sha"] == "d" * 40 and pull[2]["head"] == "intake/3"
    listener.refused.add("pulls")
    with pytest.raises(ForgeError, match="answers 403 to POST pulls. The draft lies on the branch intake/3, .* set it again"):
        proposed(listener, root)


def test_the_title_of_a_proposal_is_no_markdown_and_its_text_says_what_starts_the_checks(
    listener: Listener, root: Path  # noqa: F811
) -> None:
    listener.answers = {"issues/3/comments": [], "pulls": [], "git/ref/heads/main": {"object": {"sha": "b" * 40}}}
    told = proposed(listener, root, name="Rao & Sons_Ltd [fixes #7] @all")[-1][2]
    assert told["title"].replace("\u200b", "") == "Profile: Rao & Sons_Ltd [fixes #7] @all"
    assert "#7" not in told["title"] and "@all" not in told["title"]
    assert "no check starts by itself" in told["body"] and "जाँच अपने आप शुरू नहीं होती" in told["body"]
    assert told["body"].endswith("Closes #3.\n")


def test_answers_are_those_of_the_form() -> None:
    assert answers(rendered())["edition"] == "" and answers(rendered())["city"] == "Pune [1]"
