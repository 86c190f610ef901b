"""The shelf of outputs: what a site offers besides pages."""

from __future__ import annotations

from generator.outputs import data, redirects
from generator.rendering.output_type import OutputType


def all_output_types() -> tuple[OutputType, ...]:
    """Every output, in alphabetical order."""
    return (data.Data(), redirects.Redirects())
