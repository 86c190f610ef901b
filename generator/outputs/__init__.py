"""The shelf of outputs: what a site offers besides pages."""

from __future__ import annotations

from generator.outputs import data, redirects, search
from generator.rendering.output_type import OutputType
from generator.rendering.page_type import RenderContext


def all_output_types(context: RenderContext) -> tuple[OutputType, ...]:
    """Every output, in alphabetical order; `context` is for those that need the languages."""
    return (data.Data(), redirects.Redirects(), search.Search(context))
