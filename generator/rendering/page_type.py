"""What a page type is, and everything it is given besides the site."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Protocol

from generator.knowledge.base import Knowledge
from generator.lexicon.language import Language
from generator.model.ids import LanguageCode
from generator.model.page import Page
from generator.model.settings import Settings
from generator.model.site import Site
from generator.rendering.environment import Templates
from generator.rendering.timeline import Timeline
from generator.rendering.wording import Wording


@dataclass(frozen=True)
class RenderContext:
    """Made once a build by `pipeline`, handed to every page type and output."""

    settings: Settings
    languages: Mapping[LanguageCode, Language]
    """Every pack on the shelf: interface languages and the languages articles are in."""
    knowledge: Knowledge
    templates_folder: Path
    _timelines: list[Timeline] = field(default_factory=list, repr=False, compare=False)

    def timeline(self, site: Site) -> Timeline:
        """What pages look up in `site`, made when it is first asked for."""
        if not self._timelines or self._timelines[0].site is not site:
            self._timelines[:] = [Timeline(site)]
        return self._timelines[0]

    @cached_property
    def templates(self) -> Templates:
        return Templates(self.templates_folder)

    @cached_property
    def wordings(self) -> Mapping[LanguageCode, Wording]:
        """One for each interface language, in the order the site's owner gave them."""
        return {
            code: Wording(self.languages, code, self.knowledge, time_zone=self.settings.time_zone)
            for code in self.settings.interface_languages
        }


class PageType(Protocol):
    """A module on the `pages` shelf: its one public function."""

    def pages(self, site: Site, context: RenderContext) -> Iterable[Page]:
        """Every page of this type in every interface language, in a stable order."""
        ...
