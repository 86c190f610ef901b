"""The language door at the root of the site."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.page import Page
from generator.model.site import Site
from generator.rendering import urls
from generator.rendering.page_type import RenderContext
from generator.rendering.view import Desk


def pages(site: Site, context: RenderContext) -> Iterator[Page]:
    """One page: it sends a reader to her language, and lists all of them without JavaScript."""
    first = context.settings.interface_languages[0]
    desk = Desk(site, context, first, urls.DOOR)
    yield desk.page(
        "door",
        desk.site_name,
        urls.home,
        description=desk.wording.say("site-description"),
        wordings=tuple(context.wordings.values()),
    )
