"""What holds for every test: nothing is skipped in silence."""

import pytest


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
