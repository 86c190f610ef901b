"""How the tests build whole sites, in processes of their own, and look at what came out."""

from __future__ import annotations

import functools
import os
import shutil
import socket
import subprocess
import sys
import threading
from collections.abc import Mapping
from dataclasses import dataclass, field
from html.parser import HTMLParser
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
TIMEOUT = 240


@dataclass(frozen=True, slots=True)
class Build:
    """What one run of the builder said and wrote."""

    status: int
    log: str
    site: Path

    def pages(self) -> tuple[Path, ...]:
        return tuple(sorted(self.site.rglob("*.html")))

    def text_of_pages(self) -> str:
        return "\n".join(path.read_text(encoding="utf-8") for path in self.pages())

    def messages_about(self, name: str) -> list[str]:
        """The warnings and errors of the log that name a file."""
        return [
            line
            for line in self.log.splitlines()
            if name in line and line.startswith(("WARNING", "ERROR"))
        ]


@dataclass(frozen=True, slots=True)
class Project:
    """A project folder of its own: this repository's set-up around other content."""

    folder: Path

    @property
    def content(self) -> Path:
        return self.folder / "content"

    def put(self, files: Mapping[str, str | bytes]) -> None:
        for name, content in files.items():
            path = self.content / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content.encode("utf-8") if isinstance(content, str) else content)

    def build(self, *options: str) -> Build:
        return run_builder(self.folder, self.folder / "site", *options)


@dataclass(slots=True)
class Document:
    """What an HTML page offers to link to, and where it links."""

    ids: set[str] = field(default_factory=set)
    links: list[str] = field(default_factory=list)
    languages: list[str] = field(default_factory=list)


class _Links(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.document = Document()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if value is None:
                continue
            if name == "id" or (tag == "a" and name == "name"):
                self.document.ids.add(value)
            elif name in ("href", "src"):
                self.document.links.append(value)
            elif tag == "html" and name == "lang":
                self.document.languages.append(value)


@functools.cache
def document_at(path: Path) -> Document:
    parser = _Links()
    parser.feed(path.read_text(encoding="utf-8"))
    return parser.document


def builder_environment(**more: str) -> dict[str, str]:
    return {**os.environ, "NO_MKDOCS_2_WARNING": "1", **more}


def run_builder(
    project: Path,
    site: Path,
    *options: str,
    program: str = "mkdocs",
    environment: Mapping[str, str] | None = None,
) -> Build:
    """Build the project in a folder as its owner would, into `site`."""
    command = [sys.executable, "-m", program, "build", "-f", "mkdocs.yml", "-d", str(site)]
    done = subprocess.run(
        [*command, *options],
        cwd=project,
        env=builder_environment(**(environment or {})),
        capture_output=True,
        encoding="utf-8",
        timeout=TIMEOUT,
        check=False,
    )
    return Build(done.returncode, done.stdout + done.stderr, site)


def make_project(folder: Path) -> Project:
    folder.mkdir()
    shutil.copy(ROOT / "mkdocs.yml", folder)
    for shared in ("templates", "site_overrides"):
        shutil.copytree(ROOT / shared, folder / shared)
    (folder / "content").mkdir()
    return Project(folder)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base's name
        """Say nothing: a test's output is its own."""


class Served:
    """A built site at an address of this machine."""

    def __init__(self, folder: Path) -> None:
        handler = functools.partial(_Quiet, directory=str(folder))
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
        self._thread = threading.Thread(target=self._server.serve_forever, daemon=True)
        self.address = f"http://127.0.0.1:{self._server.server_port}"

    def __enter__(self) -> Served:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()
