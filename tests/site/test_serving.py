"""`mkdocs serve` shows a dropped or changed file without being started again."""

from __future__ import annotations

import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator

import pytest

from tests.site.articles import ENGLISH, GOOD
from tests.site.sites import Project, builder_environment, free_port

pytestmark = pytest.mark.site

PATIENCE = 60.0
"""Seconds until a page must have appeared; it takes two or three on an idle machine."""


@pytest.fixture
def address(project: Project) -> Iterator[str]:
    project.put(GOOD)
    port = free_port()
    command = [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", f"127.0.0.1:{port}"]
    with (project.folder / "serve.log").open("wb") as log:
        server = subprocess.Popen(
            command,
            cwd=project.folder,
            env=builder_environment(),
            stdout=log,
            stderr=subprocess.STDOUT,
        )
        try:
            yield f"http://127.0.0.1:{port}"
        finally:
            server.terminate()
            server.wait(timeout=30)


def page(address: str) -> str:
    """The page at an address, or nothing while there is none."""
    try:
        with urllib.request.urlopen(address, timeout=10) as answer:
            return str(answer.read().decode("utf-8"))
    except (urllib.error.URLError, OSError):
        return ""


def wait_for(address: str, words: str) -> None:
    end = time.monotonic() + PATIENCE
    while words not in page(address):
        assert time.monotonic() < end, f"{words!r} did not appear at {address}"
        time.sleep(0.3)


def test_a_dropped_and_a_changed_file_appear(address: str, project: Project) -> None:
    home = f"{address}/en/"
    wait_for(home, "Water service opens a pumping station")
    dropped = ENGLISH.replace("March 4", "March 5").replace("pumping station", "reservoir")
    project.put({"dropped/reservoir.txt": dropped})
    wait_for(home, "Water service opens a reservoir")
    project.put({"dropped/reservoir.txt": dropped.replace("opens a reservoir", "fills a lake")})
    wait_for(home, "Water service fills a lake")
    project.put({"dropped/nothing.txt": ""})
    project.put({"c/station.en.txt": ENGLISH.replace("opens a pumping", "mends a pumping")})
    wait_for(home, "Water service mends a pumping station")
