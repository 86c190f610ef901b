"""Search on a site of 360 made-up articles, in a real Chromium: what is found, and how it is shown."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.site import news
from tests.site.reader import Reader
from tests.site.sites import Build, Served, make_project

pytestmark = [pytest.mark.site, pytest.mark.browser]

RECALL = 0.95
FIRST = 0.95

ASK = """async queries => {
  const found = [];
  for (const query of queries) {
    await window.briefingSearch.show(query);
    found.push([...document.querySelectorAll('#search-results [data-result]')]
      .map(item => item.dataset.result));
  }
  return found;
}"""


@dataclass(frozen=True, slots=True)
class News:
    """The made-up site: built, served, and which article each file became."""

    build: Build
    address: str
    ids: Mapping[str, str]
    people: Mapping[str, str]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[News]:
    project = make_project(tmp_path_factory.mktemp("news") / "project")
    project.put(news.articles())
    build = project.build("--strict", "--quiet")
    assert build.status == 0, build.log
    with Served(build.site) as served:
        yield News(build, served.address, _ids(build.site), _people(build.site))


def _ids(site: Path) -> dict[str, str]:
    lines = (site / "data" / "articles.jsonl").read_text(encoding="utf-8").splitlines()
    return {Path(one["doc"]).name: one["id"] for one in map(json.loads, lines)}


def _people(site: Path) -> dict[str, str]:
    """Key in `names.toml` to the entity that has that name."""
    people = json.loads((site / "data" / "persons.json").read_text(encoding="utf-8"))
    found = {}
    for key, one in news.table("names")["people"].items():
        names = set(one["names"].values())
        found[key] = next(
            (f"person:{id_}" for id_, row in people.items() if names & set(row["variants"])), ""
        )
    return found


@pytest.fixture
def reader(browser: Browser, site: News) -> Iterator[Reader]:
    reader = Reader(browser, site.address)
    yield reader
    reader.close()


def opened(reader: Reader, language: str) -> Page:
    page = reader.open(f"/{language}/")
    page.keyboard.press("/")
    expect(page.locator("#query")).to_be_focused()
    expect(page.locator("#search-results [data-result]").first).to_be_visible()
    return page


@pytest.mark.parametrize("language", news.LANGUAGES)
def test_whatever_is_typed_finds_its_articles(reader: Reader, site: News, language: str) -> None:
    queries = [query for query in news.topic_queries() if query.language == language]
    assert len(queries) >= 80
    page = opened(reader, language)
    found = page.evaluate(ASK, [query.text for query in queries])
    recalls, missed = [], []
    for query, results in zip(queries, found, strict=True):
        wanted = {
            id_
            for name, id_ in site.ids.items()
            if re.fullmatch(rf"{query.topic}-\d+\.{language}\.txt", name)
        }
        assert len(wanted) == news.VERSIONS
        shown = [result for result in results if ":" not in result][:10]
        recalls.append(len(wanted.intersection(shown)) / len(wanted))
        if recalls[-1] < 1:
            missed.append(f"{query.kind} {query.text} ({query.topic}): {recalls[-1]:.1f}")
    recall = sum(recalls) / len(recalls)
    print(f"recall@10 {language}: {recall:.3f} of {len(queries)} queries", *missed, sep="\n  ")
    assert recall >= RECALL, missed


@pytest.mark.parametrize("language", news.LANGUAGES)
def test_a_name_shows_its_page_first(reader: Reader, site: News, language: str) -> None:
    queries = [query for query in news.name_queries() if query.language == language]
    page = opened(reader, language)
    found = page.evaluate(ASK, [query.text for query in queries])
    missed = []
    for query, results in zip(queries, found, strict=True):
        wanted = site.people.get(query.entity, f"country:{query.entity}")
        if not results or results[0] != wanted:
            missed.append(f"{query.text}: {results[:1]}, not {wanted}")
    share = 1 - len(missed) / len(queries)
    print(f"page first {language}: {share:.3f} of {len(queries)} queries", *missed, sep="\n  ")
    assert share >= FIRST, missed
