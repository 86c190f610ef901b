"""The search page: the same search as the dialog's, with filters and an address to send on."""

from __future__ import annotations

import json
from collections.abc import Iterator

from generator.model.page import Page
from generator.model.site import Site
from generator.model.statement import EVENT_KINDS
from generator.rendering import urls
from generator.rendering.page_type import RenderContext
from generator.rendering.view import Desk, desks

FACETS = ("person", "country", "pair", "year", "language", "event")


def pages(site: Site, context: RenderContext) -> Iterator[Page]:
    """One page for each interface language; `assets/js/search.js` fills it."""
    for desk in desks(site, context, urls.search):
        yield desk.page(
            "search",
            desk.wording.say("search"),
            urls.search,
            archive=desk.to(urls.archive(desk.ui)),
            strings=json.dumps(_strings(site, desk), ensure_ascii=False),
        )


def _strings(site: Site, desk: Desk) -> dict[str, dict[str, str]]:
    """What the script says of filters, beside what the dialog says."""
    languages = sorted({briefing.article.language for briefing in site.briefings})
    return {
        "facets": {facet: desk.wording.say(f"facet-{facet}") for facet in FACETS},
        "languages": {code: desk.wording.language_name(code) for code in languages},
        "events": {
            kind: desk.wording.language.labels.events.get(kind, kind) for kind in EVENT_KINDS
        },
    }
