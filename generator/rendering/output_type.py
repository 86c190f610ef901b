"""What a member of the `outputs` shelf is."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

from generator.model.page import OutputFile
from generator.model.settings import Settings
from generator.model.site import Site


class OutputType(Protocol):
    """Turns a site into files other than pages: data, feeds, search records."""

    def files(self, site: Site, settings: Settings) -> Iterable[OutputFile]:
        """The files, each at an address of its own."""
        ...
