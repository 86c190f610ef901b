"""An article that tries to be more than text is shown as the text it is."""

from __future__ import annotations

import json
import re

import pytest
from playwright.sync_api import Browser, expect

from tests.site.reader import Reader
from tests.site.sites import Project, Served

pytestmark = [pytest.mark.site, pytest.mark.browser]

HEADLINE = "Water <b>service</b> {{ 7 * 7 }} </title><script>window.owned = 1</script> opens"
PARAGRAPHS = (
    "The service of Kyrgyzstan <script>window.owned = 2</script> opened a station in Chuy region.",
    "</script><script>window.owned = 3</script> It cost 120 million soms, <b>bold</b> people said.",
    "{{ config.site_name }} and {% for x in range(9) %}loop{% endfor %} {# gone #} {%- raw %}.",
    "A [link](javascript:window.owned=4) and ![picture](https://example.org/x.png) in Markdown.",
    "<img src=x onerror='window.owned = 5'> <iframe src='https://example.org/'></iframe> &lt;i&gt;",
    "# Not a heading, `not code`, **not bold**, and * not a list with <https://example.org/>.",
    '"Quotes" \' and --- hyphens \\ ]]> <!-- not a comment --> stay as typed &amp; so on.',
)
SOURCE = "\n\n".join((f"2026-03-08\n{HEADLINE}", *PARAGRAPHS)) + "\n"


def test_a_hostile_article_is_inert(browser: Browser, project: Project) -> None:
    project.put({"hostile.txt": SOURCE})
    build = project.build("--strict")
    assert build.status == 0, build.log
    articles = (build.site / "data" / "articles.jsonl").read_text(encoding="utf-8")
    (address,) = (json.loads(line)["urls"]["en"] for line in articles.splitlines())
    with Served(build.site) as served:
        reader = Reader(browser, served.address)
        page = reader.open(f"/{address}")
        shown = re.sub(r"\s+", " ", page.locator("main").inner_text())
        assert [text for text in (HEADLINE, *PARAGRAPHS) if text not in shown] == []
        assert page.evaluate("window.owned") is None
        assert "{{ 7 * 7 }}" in page.title()
        assert page.locator("main script, main img, main iframe, main b, main strong").count() == 0
        assert page.locator("a[href^='javascript:'], a[href*='example.org']").count() == 0
        for path in ("/en/", "/en/countries/kg/", "/en/2026/03/"):
            reader.open(path)
            assert page.evaluate("window.owned") is None
            expect(page.locator("main h1, main h2, main h3").first).to_be_visible()
        reader.open("/en/")
        page.locator("#search-open").click()
        page.locator("#query").fill("service")
        expect(page.locator("#search-results a").first).to_be_visible()
        assert page.evaluate("window.owned") is None
        for block in page.locator("script[type='application/ld+json']").all_inner_texts():
            json.loads(block)
        reader.close()
