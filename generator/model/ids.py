"""Names for the strings that identify things, so that a signature says which one it takes."""

from __future__ import annotations

from typing import NewType

LanguageCode = NewType("LanguageCode", str)
"""BCP 47 code of a language: `ky`, `ru`, `en`."""

CountryCode = NewType("CountryCode", str)
"""ISO 3166-1 alpha-2, upper case: `KG`."""

ArticleId = NewType("ArticleId", str)
"""Date and slug, unique in a site and stable between builds: `2026/02/13/kyrgyz-tajik-trade`."""

EntityId = NewType("EntityId", str)
"""Kind and name, as in `country:KG` or `person:adylbek-kasymaliev`."""

Kind = NewType("Kind", str)
"""What a mention or fact is about; one recogniser makes it: `country`, `person`, `money` …"""


def country_entity(code: CountryCode) -> EntityId:
    """The entity of a country: `KG` → `country:KG`."""
    return EntityId(f"country:{code}")


def entity_kind(entity: EntityId) -> str:
    """The part before the colon: `country`, `person`, `organisation`."""
    return entity.partition(":")[0]


def entity_key(entity: EntityId) -> str:
    """The part after the colon: `KG`, `adylbek-kasymaliev`."""
    return entity.partition(":")[2]
