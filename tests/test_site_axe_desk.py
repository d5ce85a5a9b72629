"""A1: what a program can hold of WCAG 2.2 AA, by axe-core in a browser, on each kind of page as a desk shows it.

Holds A10 of docs/standards.md.
"""

from __future__ import annotations

import pytest
from axe import DESK, faults_of_every_kind
from playwright.sync_api import Browser


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_kind_of_page_breaks_a_rule_on_a_desk(browser: Browser, real_host: str, scheme: str) -> None:
    found = faults_of_every_kind(browser, real_host, DESK, scheme)
    assert {address: faults for address, faults in found.items() if faults} == {}
    assert len(found) > 40
