"""`search/`: the index that the browser searches, see `rendering/search_records.py`."""

from __future__ import annotations

from collections.abc import Iterable

from generator.model.page import OutputFile
from generator.model.settings import Settings
from generator.model.site import Site
from generator.recognition.asking import asking_table, signs, unit_key
from generator.rendering.page_type import RenderContext
from generator.rendering.search_records import SearchIndex, pack, stem_tables
from generator.text.transliterate import folding_for_browser


class Search:
    """The index of one site, and the tables a browser needs to ask it."""

    def __init__(self, context: RenderContext) -> None:
        """`context` knows the languages, which a site alone does not."""
        self._context = context

    def files(self, site: Site, settings: Settings) -> Iterable[OutputFile]:
        """The index, and the tables it was stemmed with."""
        languages = self._context.languages
        stems = pack({"folding": folding_for_browser(), "languages": stem_tables(self._context)})
        asking = {
            "asking": {code: asking_table(languages[code]) for code in sorted(languages)},
            "signs": signs(languages[code] for code in sorted(languages)),
        }
        return SearchIndex(site, self._context, unit_key=unit_key).files(stems, asking)
