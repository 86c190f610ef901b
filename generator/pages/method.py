"""How facts are found, how good that is, and how to report an error."""

from __future__ import annotations

from collections.abc import Iterator

from generator.knowledge.accuracy import load_accuracy
from generator.model.page import Page
from generator.model.site import Site
from generator.rendering import urls
from generator.rendering.page_type import RenderContext
from generator.rendering.view import desks


def pages(site: Site, context: RenderContext) -> Iterator[Page]:
    """One page for each interface language."""
    for desk in desks(site, context, urls.method):
        yield desk.page(
            "method",
            desk.wording.say("method"),
            urls.method,
            demonstration=context.settings.demonstration,
            accuracy=load_accuracy(),
        )
