"""What holds for every test: nothing is skipped in silence, and what takes longest is begun first."""

import pytest

LONGEST = (
    "test_site_axe", "test_site_axe_desk", "test_book_text", "test_verify", "test_book_messages", "test_site_branding",
    "test_site_book", "test_site_build", "test_site_photographs", "test_guides", "test_site_directory",
    "test_press_edition", "test_site_keyboard", "test_book_cache", "test_site_languages", "test_site_browser",
    "test_speed", "test_book_language",
)  # fmt: skip
"""Files of a minute and more: begun first, so that neither process waits at the end for the other's."""


@pytest.fixture(scope="session")
def book(tmp_path_factory):
    """The real book, bilingual."""
    from books import opened

    return opened(tmp_path_factory.mktemp("book"))


@pytest.fixture(scope="module")
def browser():
    """Debian's browser, once for each file of tests."""
    from browsing import chromium

    with chromium() as program:
        yield program


@pytest.fixture
def page(browser):
    """A page of the browser, as wide as a desk's; the test fails where a script on it did."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, reduced_motion="reduce")
    shown, faults = context.new_page(), []
    shown.on("pageerror", lambda error: faults.append(str(error)))
    yield shown
    context.close()
    assert faults == []


@pytest.fixture(scope="module")
def real_host():
    """Where the site of the real profiles is served."""
    from browsing import served
    from sites import real_project

    with served(real_project() / "site") as address:
        yield address


def pytest_collection_modifyitems(items):
    """Puts the longest files first; the others stay as they are."""
    place = {name: number for number, name in enumerate(LONGEST)}
    items.sort(key=lambda item: place.get(item.path.stem, len(place)))


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session):
    """A run with a skipped test has not run all tests, so it has failed."""
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    skipped = reporter.stats.get("skipped", []) if reporter else []
    if skipped and session.exitstatus == pytest.ExitCode.OK:
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def pytest_terminal_summary(terminalreporter):
    """Says why a run without a failure has failed."""
    if count := len(terminalreporter.stats.get("skipped", [])):
        terminalreporter.write_line(
            f"{count} skipped: the run fails, for what was skipped is not proven.", red=True
        )
