"""Strict YAML: plain data with places, and a sentence for everything else.

Holds S4 and S5 of docs/standards.md.
"""

from __future__ import annotations

import random

import pytest
from world import PROFILE

from showcase import frontmatter, yamlscalars, yamltree
from showcase.frontmatter import Unreadable


def test_every_key_value_and_item_has_its_place() -> None:
    tree = yamltree.read("a: 1\nb:\n  - x\n  - {c: y}\n")
    assert yamltree.locate(tree, ("b", 1, "c")) == (4, 9)
    assert yamltree.locate(tree, ("b", 1, "c"), of_key=True) == (4, 6)
    assert yamltree.locate(tree, ("b", 5)) == (3, 3), "a missing item is told at its list"
    assert yamltree.locate(tree, ("none",)) is None


@pytest.mark.parametrize(
    ("text", "value"),
    [("NO", False), ("on", True), ("~", None), ("12", 12), ("1.5", 1.5), ("12:30:45", "12:30:45"),
     ("1_000", 1000), (".inf", ".inf"), ("2024-01", "2024-01"), ("अ", "अ"), ("", None)],
)  # fmt: skip
def test_scalars_without_quotes_are_what_yaml_makes_of_them(text: str, value: object) -> None:
    assert yamlscalars.resolve(text) == value


def test_quoted_scalars_are_text() -> None:
    assert yamltree.read("a: \"NO\"\nb: '12'\n") == {"a": "NO", "b": "12"}


DEEP = ["[" * 100_000, "- " * 50_000, "a: " + "{b: " * 30_000, "? " * 50_000]


@pytest.mark.parametrize("text", DEEP)
def test_depth_is_refused_before_it_costs_anything(text: str) -> None:
    with pytest.raises(yamltree.YamlError):
        yamltree.read(text)


def test_a_thousand_mutations_give_problems_and_never_a_traceback() -> None:
    dice = random.Random(7)
    signs = "\t\"'[]{}:,&*!|>%@`#-?\n 𝟙é\u202e\x85\ufeff"
    for _ in range(1000):
        at = dice.randrange(len(PROFILE))
        mutant = (
            PROFILE[:at]
            + "".join(dice.choices(signs, k=dice.randint(1, 4)))
            + PROFILE[at + dice.randint(0, 3) :]
        )
        try:
            frontmatter.parse(mutant, "startups/lantern-works.md")
        except Unreadable as error:
            assert error.problem.line >= 1
            assert error.problem.message
