"""Whole sites, built by the program that publishes them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.conftest import CHROMIUM
from tests.site.sites import ROOT, Build, Project, Served, make_project, run_builder


@pytest.fixture(scope="session")
def real_site(tmp_path_factory: pytest.TempPathFactory) -> Build:
    """The site of this repository's own content, built strictly."""
    build = run_builder(ROOT, tmp_path_factory.mktemp("real") / "site", "--strict")
    assert build.status == 0, build.log
    return build


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """An empty site: everything of this repository's but the content."""
    return make_project(tmp_path / "project")


@pytest.fixture(scope="session")
def real_address(real_site: Build) -> Iterator[str]:
    with Served(real_site.site) as served:
        yield served.address


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=str(CHROMIUM),
            args=["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
        )
        yield browser
        browser.close()
