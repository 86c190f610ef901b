"""Addresses, and relative links between them."""

from __future__ import annotations

from urllib.parse import urljoin

import pytest

from generator.model.ids import ArticleId, CountryCode, EntityId, LanguageCode
from generator.rendering import urls

KY = LanguageCode("ky")


def test_addresses() -> None:
    assert urls.home(KY) == "ky/index.md"
    assert urls.article(KY, ArticleId("2026/02/13/talks")) == "ky/2026/02/13/talks/index.md"
    assert urls.person(KY, EntityId("person:a-b")) == "ky/people/a-b/index.md"
    assert urls.country(KY, CountryCode("KG")) == "ky/countries/kg/index.md"
    assert urls.month(KY, 2026, 2) == "ky/2026/02/index.md"
    assert urls.entity(KY, EntityId("organisation:un")) == "ky/organisations/un/index.md"
    assert urls.entity(KY, EntityId("place:osh")) is None


@pytest.mark.parametrize(
    "source", [urls.DOOR, "ky/index.md", "ky/2026/02/13/talks/index.md", "ky/people/a/index.md"]
)
@pytest.mark.parametrize(
    "target", [urls.DOOR, "ky/index.md", "ky/2026/02/13/other/index.md", "ru/people/index.md"]
)
def test_relative_links_hold_in_any_folder(source: str, target: str) -> None:
    for root in ("https://news.example/", "https://news.example/a/b/"):
        link = urls.relative(source, target, "s3")
        assert urljoin(root + urls.site_path(source), link) == root + urls.site_path(target) + "#s3"
        plain = urls.relative(source, target)
        assert urljoin(root + urls.site_path(source), plain) == root + urls.site_path(target)


def test_a_page_links_to_itself() -> None:
    assert urls.relative("ky/index.md", "ky/index.md") == "./"
