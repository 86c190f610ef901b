"""Search on a site of 360 made-up articles, in a real Chromium: what is found, how it is shown."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from generator import languages
from generator.model.ids import LanguageCode
from generator.text.search_words import search_key, search_words
from tests.site import news
from tests.site.news import Query
from tests.site.reader import Reader
from tests.site.sites import ROOT, Build, Served, make_project

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


Asked = Callable[[str], Page]


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


@pytest.fixture(scope="module")
def asked(browser: Browser, site: News) -> Iterator[Asked]:
    """The dialog in a language, for tests that only ask: opened once, it keeps what it has read."""
    readers: dict[str, Reader] = {}

    def page(language: str) -> Page:
        if language not in readers:
            readers[language] = Reader(browser, site.address)
            opened(readers[language], language)
        return readers[language].page

    yield page
    for reader in readers.values():
        reader.close()


def opened(reader: Reader, language: str) -> Page:
    page = reader.open(f"/{language}/")
    page.keyboard.press("/")
    expect(page.locator("#query")).to_be_focused()
    expect(page.locator("#search-results [data-result]").first).to_be_visible()
    return page


@pytest.mark.parametrize("language", news.LANGUAGES)
def test_whatever_is_typed_finds_its_articles(asked: Asked, site: News, language: str) -> None:
    queries = [query for query in news.topic_queries() if query.language == language]
    assert len(queries) >= 80
    recall, missed = _recall(asked(language), site, queries)
    assert recall >= RECALL, missed


@pytest.mark.parametrize("language", news.LANGUAGES)
def test_a_name_shows_its_page_first(asked: Asked, site: News, language: str) -> None:
    queries = [query for query in news.name_queries() if query.language == language]
    share, missed = _first(asked(language), site, queries)
    assert share >= FIRST, missed


@pytest.mark.parametrize("language", news.LANGUAGES)
def test_queries_nothing_was_tuned_on(asked: Asked, site: News, language: str) -> None:
    queries = list(news.held_queries(language))
    page = asked(language)
    recall, missed = _recall(page, site, [query for query in queries if query.topic])
    share, others = _first(page, site, [query for query in queries if query.entity])
    assert recall >= RECALL, missed
    assert share >= FIRST, others


def _recall(page: Page, site: News, queries: Sequence[Query]) -> tuple[float, list[str]]:
    """The mean share of a topic's articles among the first ten, and what was not whole."""
    found = page.evaluate(ASK, [query.text for query in queries])
    recalls, missed = [], []
    for query, results in zip(queries, found, strict=True):
        wanted = {
            id_
            for name, id_ in site.ids.items()
            if re.fullmatch(rf"{query.topic}-\d+\.{query.language}\.txt", name)
        }
        assert len(wanted) == news.VERSIONS
        shown = [result for result in results if ":" not in result][:10]
        recalls.append(len(wanted.intersection(shown)) / len(wanted))
        if recalls[-1] < 1:
            missed.append(f"{query.kind} {query.text} ({query.topic}): {recalls[-1]:.1f}")
    recall = sum(recalls) / len(recalls)
    print(f"recall@10: {recall:.3f} of {len(queries)} queries", *missed, sep="\n  ")
    return recall, missed


def _first(page: Page, site: News, queries: Sequence[Query]) -> tuple[float, list[str]]:
    """The share of name queries that show the right page first, and those that do not."""
    found = page.evaluate(ASK, [query.text for query in queries])
    missed = []
    for query, results in zip(queries, found, strict=True):
        wanted = site.people.get(query.entity, f"country:{query.entity}")
        if not results or results[0] != wanted:
            missed.append(f"{query.text}: {results[:1]}, not {wanted}")
    share = 1 - len(missed) / len(queries)
    print(f"page first: {share:.3f} of {len(queries)} queries", *missed, sep="\n  ")
    return share, missed


def test_python_and_the_browser_stem_alike(asked: Asked) -> None:
    """Every word of the demonstration's texts and queries, and generated forms of many of them."""
    words = sorted(_words())
    assert len(words) > 10_000
    stems = asked("en").evaluate("words => window.briefingSearch.stems(words)", words)
    different = []
    for (code, word), (stem, key) in zip(words, stems, strict=True):
        ours = languages.get(LanguageCode(code)).search_stem(word)
        if (ours, search_key(ours)) != (stem, key):
            different.append(
                f"{code} {word}: {ours} {search_key(ours)}, in the browser {stem} {key}"
            )
    print(f"{len(words)} words, {len(different)} different")
    assert different == []


def _words() -> Iterator[tuple[str, str]]:
    texts = [
        path.read_text(encoding="utf-8", errors="replace")
        for path in sorted((ROOT / "content").rglob("*.*"))
        if path.suffix in (".txt", ".md", ".html")
    ]
    texts += [path.read_text(encoding="utf-8") for path in sorted(news.QUERIES.glob("*.toml"))]
    met = sorted({word for text in texts for word in search_words(text)})
    for code in news.LANGUAGES:
        pack = languages.get(LanguageCode(code))
        own = [w for topic in news.table(code).values() for w in search_words(topic["text"])]
        forms = [form for word in sorted(set(own))[:150] for form in pack.forms(word)[:40]]
        for word in {*met, *forms, "АКШнын", "КРдин", "İstanbul", "O‘tkir", "ё", "А", "COVID"}:
            yield code, word


def test_the_keyboard_is_enough(reader: Reader) -> None:
    page = opened(reader, "ru")
    expect(page.locator("#search-status")).to_have_text("Последние сообщения")
    page.keyboard.type("пшеницей")
    expect(page.locator("#search-results")).to_have_attribute("data-query", "пшеницей")
    first = page.locator("#search-results a").first
    expect(first.locator("mark").first).to_be_visible()
    marked = set(first.locator("mark").all_inner_texts())
    assert marked <= {"пшеницу", "пшеницы"}
    page.keyboard.press("ArrowDown")
    expect(first).to_be_focused()
    page.keyboard.press("ArrowUp")
    expect(page.locator("#query")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/ru/\d{4}/\d\d/\d\d/.*\?h="))
    expect(page.locator("main mark.hit").first).to_be_visible()


def test_what_cannot_be_found_is_said_and_what_was_meant_offered(reader: Reader) -> None:
    page = opened(reader, "en")
    page.locator("#query").fill("Sharshenof")
    offer = page.locator("#search-status .offer")
    expect(offer).to_have_text("Sharshenov")
    offer.click()
    expect(page.locator("#query")).to_have_value("Sharshenov")
    page.locator("#query").fill("qqqzzz")
    expect(page.locator("#search-status")).to_have_text("Nothing found")


def test_filters_count_combine_and_stand_in_the_address(reader: Reader) -> None:
    page = reader.open("/ky/search/?q=Тажикстан&country=TJ&sort=date")
    found = page.locator("#found [data-result]")
    expect(page.locator("#found-status")).to_have_text(re.compile(r"\d+"))
    expect(page.locator("#facets details")).to_have_count(6)
    link = page.locator("#facets [data-facet=year] a").first
    count = int(link.locator(".n").inner_text())
    year = link.get_attribute("data-value")
    page.locator("#facets [data-facet=year] summary").press("Enter")  # shut and opened again
    page.locator("#facets [data-facet=year] summary").press("Enter")
    link.click()
    expect(page).to_have_url(re.compile(rf"country=TJ&year={year}&sort=date"))
    expect(page.locator("#found-status")).to_have_text(re.compile(rf"\b{count}\b"))
    language = page.locator("#facets [data-facet=language] a[data-value=ru]")
    count = int(language.locator(".n").inner_text())
    language.click()
    expect(page.locator("#found-status")).to_have_text(re.compile(rf"\b{count}\b"))
    ids = found.evaluate_all("items => items.map(item => item.dataset.result)")
    assert ids == sorted(ids, reverse=True)
    assert all(id_.startswith(f"{year}/") for id_ in ids)
    address = page.url
    page.reload()
    expect(found.first).to_be_visible()
    assert found.evaluate_all("items => items.map(item => item.dataset.result)") == ids
    assert page.url == address
    page.locator("#search-from").fill(f"{year}-06-01")
    expect(page).to_have_url(re.compile(rf"from={year}-06-01"))
    page.go_back()
    expect(page).to_have_url(address)


def test_a_phone_has_room_for_it(browser: Browser, site: News) -> None:
    reader = Reader(browser, site.address, width=360, scheme="dark")
    page = reader.open("/ky/search/?q=мектеп")
    expect(page.locator("#found [data-result]").first).to_be_visible()
    assert reader.fits()
    page.locator("#search-open").click()
    expect(page.locator("#search-results [data-result]").first).to_be_visible()
    assert reader.fits()
    reader.close()


def test_without_scripts_there_is_the_archive(browser: Browser, site: News) -> None:
    reader = Reader(browser, site.address, scripts=False)
    page = reader.open("/en/search/")
    expect(page.locator("main noscript a, main a[href*='archive']").first).to_be_visible()
    reader.close()


READ = """async texts => (await window.briefingSearch.amounts(texts)).map(amount => amount && {
  ...amount,
  least: isFinite(amount.least) ? amount.least : null,
  most: isFinite(amount.most) ? amount.most : null,
})"""


def test_amounts_are_read_as_they_are_asked_for(asked: Asked) -> None:
    page = asked("ky")
    wrong = []
    for group in news.table("amounts")["asked"]:
        wanted = {key: group.get(key) for key in ("least", "most", "unit", "noun")}
        rest = group.get("rest", [])
        for text, read in zip(group["texts"], page.evaluate(READ, group["texts"]), strict=True):
            if len(group) == 1:
                right = read is None
            else:
                right = (
                    read is not None
                    and (read["least"], read["most"]) == (wanted["least"], wanted["most"])
                    and read["unit"] == (wanted["unit"] or "")
                    and (not wanted["noun"] or wanted["noun"] in read["nouns"])
                    and read["rest"] == rest
                )
            if not right:
                wrong.append(f"{text}: {read}")
    assert wrong == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ky", "300дөн 310 миллион сомго чейин"),
        ("ru", "от 300 до 310 млн сомов"),
        ("en", "between 300 and 310 million soms"),
    ],
)
def test_an_amount_shows_its_figures_above_the_briefings(
    reader: Reader, language: str, text: str
) -> None:
    page = opened(reader, language)
    page.locator("#query").fill(text)
    results = page.locator("#search-results")
    expect(results).to_have_attribute("data-query", text)
    figures = results.locator("li.figure")
    expect(figures).to_have_count(3)
    values = [int(re.findall(r"\d+", one)[0]) for one in figures.locator("b").all_inner_texts()]
    assert values == sorted(values, reverse=True)
    assert all(300 <= value <= 310 for value in values)
    assert "figure" in (results.locator("li").first.get_attribute("class") or "")
    written = figures.locator("mark").first.inner_text()
    figures.locator("a").first.click()
    evidence = page.locator(":target")
    expect(evidence).to_be_in_viewport()
    expect(evidence).to_contain_text(written)


def test_all_figures_of_an_amount_are_in_the_ledger(reader: Reader) -> None:
    page = opened(reader, "en")
    page.locator("#query").fill("from 300 to 310 million soms")
    page.locator("#search-results .figure-all a").click()
    expect(page).to_have_url(re.compile(r"/en/figures/\?least=300000000&most=310000000&unit=KGS"))
    found = page.locator("#value-results [data-result]")
    expect(found).to_have_count(11)
    page.locator("#value-least").fill("no more than 15 million soms")
    page.locator("#by-value button").click()
    expect(found).to_have_count(5)
    expect(page.locator("#value-least")).to_have_value("")
    expect(page.locator("#value-most")).to_have_value("15\u00a0000\u00a0000")


def test_figures_are_found_by_their_value(reader: Reader) -> None:
    page = reader.open("/ru/figures/?least=300+млн&most=310+million&unit=KGS")
    found = page.locator("#value-results [data-result]")
    expect(found.first).to_be_visible()
    expect(page.locator("#value-unit")).to_have_value("KGS")
    written = found.locator("b").all_inner_texts()
    assert written
    assert all(300 <= int(re.findall(r"\d+", text)[0]) <= 310 for text in written)
    page.locator("#value-least").fill("9 млрд")
    page.locator("#value-most").fill("")
    page.locator("#by-value button").click()
    expect(page.locator("#value-status")).to_have_text("Ничего не найдено")
