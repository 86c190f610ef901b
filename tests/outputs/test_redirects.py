"""Pages that send a reader on from an address that is no more."""

from __future__ import annotations

from dataclasses import replace

from generator.model.entity import Entity
from generator.model.ids import EntityId, LanguageCode
from generator.model.settings import Settings
from generator.model.site import Site
from generator.outputs.redirects import Redirects

OLD, NEW = EntityId("person:old-name"), EntityId("person:new-name")
PERSON = Entity(id=NEW, kind="person", names={LanguageCode("ru"): 'Имя <b>"Новое"</b>'})
SITE = Site(
    briefings=(), entities={NEW: PERSON}, appearances={NEW: ()}, redirects={OLD: NEW}
)  # fmt: skip
SETTINGS = Settings(interface_languages=(LanguageCode("ru"), LanguageCode("en")))


def pages(site: Site = SITE, settings: Settings = SETTINGS) -> dict[str, str]:
    return {file.uri: file.content.decode() for file in Redirects().files(site, settings)}


def test_one_page_in_each_language_names_it_and_escapes_what_it_shows() -> None:
    found = pages()
    assert sorted(found) == ["en/people/old-name/index.html", "ru/people/old-name/index.html"]
    page = found["ru/people/old-name/index.html"]
    assert '<html lang="ru">' in page
    assert "<b>" not in page
    assert "Имя &lt;b&gt;" in page
    assert 'content="0; url=../new-name/"' in page


def test_the_canonical_address_is_whole_where_the_site_has_one() -> None:
    settings = replace(SETTINGS, site_url="https://example.org/news/")
    page = pages(settings=settings)["en/people/old-name/index.html"]
    assert '<link rel="canonical" href="https://example.org/news/en/people/new-name/">' in page
    assert '<link rel="canonical" href="../new-name/">' in pages()["en/people/old-name/index.html"]


def test_nothing_leads_to_a_page_that_there_is_not() -> None:
    assert pages(replace(SITE, appearances={})) == {}
    assert pages(replace(SITE, redirects={})) == {}
