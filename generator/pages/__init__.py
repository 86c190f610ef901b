"""The shelf of page types: each module turns a site into the pages of its kind."""

from __future__ import annotations

from generator.pages import (
    archive,
    article,
    country,
    day,
    door,
    event,
    figures,
    home,
    method,
    organisation,
    pair,
    person,
    quotes,
    search,
    story,
    week,
)
from generator.rendering.page_type import PageType


def all_page_types() -> tuple[PageType, ...]:
    """Every page type, in the order its pages are written."""
    return (
        door,
        home,
        article,
        story,
        person,
        country,
        pair,
        organisation,
        event,
        figures,
        quotes,
        day,
        week,
        archive,
        search,
        method,
    )
