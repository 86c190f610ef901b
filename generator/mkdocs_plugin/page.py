"""A page that is finished when MkDocs meets it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.structure.toc import get_toc

from generator.model.page import Page

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import File, Files


class GeneratedPage(MkDocsPage):
    """A `Page` in MkDocs' clothes.

    Its body is one block of HTML, which Markdown would hand through unchanged, so Markdown and the
    front-matter parser are not run; that is most of the time a page costs.
    """

    def __init__(self, page: Page, file: File, config: MkDocsConfig, *, updated: str) -> None:
        """`updated` is an ISO date; MkDocs would take the day of the build, which is a clock."""
        self._page = page
        super().__init__(page.title, file, config)
        self.update_date = updated

    def read_source(self, config: MkDocsConfig) -> None:
        self.markdown = self._page.markdown
        self.meta = {
            **self._page.metadata,
            "title": self._page.title,
            "description": self._page.description,
            "lang": self._page.language,
            "kind": self._page.kind,
            "alternates": dict(self._page.alternates),
        }

    def render(self, config: MkDocsConfig, files: Files) -> None:
        self.content = self._page.markdown
        self.toc = get_toc([])
