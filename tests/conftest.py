"""Options and fixtures that all tests share."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import settings

CHROMIUM = Path("/usr/bin/chromium")

# A change passes or fails for what it changes: the examples are the same at every run, and a busy
# machine fails none for being slow. `--hypothesis-profile=explore` looks for new ones.
settings.register_profile("repeatable", derandomize=True, deadline=None)
settings.register_profile("explore", deadline=None)
settings.load_profile("repeatable")


def pytest_addoption(parser: pytest.Parser) -> None:
    group = parser.getgroup("briefing")
    group.addoption(
        "--language", metavar="CODE", help="run only the cases of this language, and no others"
    )


def pytest_report_header() -> str:
    if CHROMIUM.exists():
        return f"browser tests: with {CHROMIUM}"
    return f"browser tests: SKIPPED, there is no {CHROMIUM} (on Debian: apt-get install chromium)"


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    _skip_browser_tests(items)
    wanted = config.getoption("--language")
    if wanted is None:
        return
    kept = [item for item in items if _language_of(item) in (None, wanted)]
    config.hook.pytest_deselected(items=[item for item in items if item not in kept])
    items[:] = kept


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    if not CHROMIUM.exists():
        terminalreporter.write_line(pytest_report_header(), yellow=True, bold=True)


def _skip_browser_tests(items: list[pytest.Item]) -> None:
    """Without a browser its tests are skipped, or fail where it was said to be required."""
    if CHROMIUM.exists():
        return
    if os.environ.get("BRIEFING_REQUIRE_BROWSER") == "1":
        raise pytest.UsageError(f"BRIEFING_REQUIRE_BROWSER=1, but there is no {CHROMIUM}")
    for item in items:
        if item.get_closest_marker("browser"):
            item.add_marker(pytest.mark.skip(reason=f"no {CHROMIUM}"))


def _language_of(item: pytest.Item) -> str | None:
    """The language a parametrised test is about: its parameter `code` or `language`."""
    callspec = getattr(item, "callspec", None)
    if callspec is None:
        return None
    value = callspec.params.get("code", callspec.params.get("language"))
    return getattr(value, "code", value)
