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
