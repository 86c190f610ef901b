"""The same files in, the same bytes out, by either builder; every link leads somewhere."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

from tests.site.articles import GOOD, TITLES
from tests.site.sites import (
    ROOT,
    Build,
    Project,
    builder_environment,
    document_at,
    run_builder,
)

pytestmark = pytest.mark.site


def files_of(site: Path) -> dict[str, bytes]:
    return {
        path.relative_to(site).as_posix(): path.read_bytes()
        for path in sorted(site.rglob("*"))
        if path.is_file()
    }


def differing(one: dict[str, bytes], other: dict[str, bytes]) -> list[str]:
    return sorted(
        {name for name in one.keys() & other.keys() if one[name] != other[name]}
        | (one.keys() ^ other.keys())
    )


def test_building_twice_gives_the_same_bytes(real_site: Build, tmp_path: Path) -> None:
    """In another process, with another hash seed, time zone and locale."""
    again = run_builder(
        ROOT,
        tmp_path / "site",
        "--strict",
        environment={"PYTHONHASHSEED": "7", "TZ": "America/Bogota", "LC_ALL": "C"},
    )
    assert again.status == 0, again.log
    assert differing(files_of(real_site.site), files_of(again.site)) == []


def test_properdocs_builds_the_same_pages(real_site: Build, tmp_path: Path) -> None:
    """ProperDocs names itself in a comment and a `generator` tag; nothing else may differ."""
    other = run_builder(ROOT, tmp_path / "site", "--strict", program="properdocs")
    assert other.status == 0, other.log
    generated = {
        name for name in files_of(other.site) if not name.startswith(("css/", "js/", "fonts/"))
    }
    assert {path for path in files_of(real_site.site) if path.endswith(".html")} <= generated
    ours, theirs = without_signature(real_site.site), without_signature(other.site)
    assert differing(ours, theirs) == []


def without_signature(site: Path) -> dict[str, bytes]:
    return {
        name: re.sub(rb'<meta name="?generator"?[^>]*>|<!--.*?-->', b"", content, flags=re.DOTALL)
        for name, content in files_of(site).items()
        if name.endswith((".html", ".json", ".jsonl", ".csv", ".xml"))
    }


def test_every_link_and_anchor_leads_somewhere(real_site: Build) -> None:
    broken = [
        f"{page.relative_to(real_site.site)} -> {link}"
        for page in real_site.pages()
        for link in document_at(page).links
        if not resolves(link, page, real_site.site)
    ]
    assert broken == []


def resolves(link: str, page: Path, site: Path) -> bool:
    """Whether an address in a page is another host's, or a file and an anchor of this site."""
    parts = urlsplit(link)
    if parts.scheme or parts.netloc:
        return True
    target = page
    if parts.path.startswith("/"):
        if page.name == "404.html":
            return True  # it can be shown at any address, so it links from the root
        target = site / unquote(parts.path).lstrip("/")
    elif parts.path:
        target = (page.parent / unquote(parts.path)).resolve()
    if target.is_dir():
        target /= "index.html"
    if not target.is_file() or not target.is_relative_to(site.resolve()):
        return False
    if not parts.fragment or target.suffix != ".html":
        return True
    fragment = unquote(parts.fragment)
    return fragment in document_at(target).ids or fragment.startswith("__")


def test_every_page_says_its_language(real_site: Build) -> None:
    for code in ("ky", "ru", "en"):
        pages = sorted((real_site.site / code).rglob("*.html"))
        assert pages
        wrong = [page for page in pages if document_at(page).languages != [code]]
        assert wrong == []


def test_interface_languages_have_the_same_addresses(real_site: Build) -> None:
    trees = [
        {
            page.relative_to(real_site.site / code)
            for page in (real_site.site / code).rglob("*.html")
        }
        for code in ("ky", "ru", "en")
    ]
    assert trees[0] == trees[1] == trees[2]


def test_an_article_in_any_folder_is_published_in_every_interface_language(
    project: Project,
) -> None:
    project.put(GOOD)
    build = project.build("--strict")
    assert build.status == 0, build.log
    for code in ("ky", "ru", "en"):
        pages = "\n".join(
            page.read_text(encoding="utf-8")
            for page in sorted((build.site / code / "2026").rglob("*.html"))
        )
        assert [title for title in TITLES if title not in pages] == []


def test_a_site_without_articles_still_builds(project: Project) -> None:
    build = project.build()
    assert build.status == 0, build.log
    assert (build.site / "en" / "index.html").exists()


def test_the_command_line_writes_the_generated_pages(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "generator", "build", "--output", str(tmp_path / "pages")],
        cwd=ROOT,
        env=builder_environment(),
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert sorted((tmp_path / "pages" / "en").rglob("*.md"))
