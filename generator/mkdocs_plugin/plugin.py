"""MkDocs' events: articles out, pages in, errors and notices shown."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, get_plugin_logger
from mkdocs.structure.files import File, Files, InclusionLevel

from generator.errors import SettingsError
from generator.mkdocs_plugin.config import BriefingConfig, settings_of
from generator.mkdocs_plugin.page import GeneratedPage
from generator.model.article import SourceFile
from generator.pipeline import Pipeline
from generator.rendering.review import summarised

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.livereload import LiveReloadServer
    from mkdocs.structure.nav import Navigation

_log = get_plugin_logger("briefing")
_LEVELS = {"error": logging.WARNING, "warning": logging.INFO, "note": logging.DEBUG}
"""An error costs an article, so `--strict`, which counts warnings, must see it; doubts are told
and stop nothing."""


class BriefingPlugin(BasePlugin[BriefingConfig]):
    """Lives as long as `mkdocs serve` does, so that only changed articles are read again."""

    def __init__(self) -> None:
        self._pipeline: Pipeline | None = None
        self._newest = ""

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Defined because MkDocs keeps a plugin between rebuilds only if it is."""

    def on_config(self, config: MkDocsConfig) -> None:
        try:
            settings = settings_of(
                self.config, site_name=config.site_name or "", site_url=config.site_url or ""
            )
        except SettingsError as error:
            raise PluginError(str(error)) from error
        templates = Path(config.config_file_path or ".").parent / "templates"
        if self._pipeline is None or self._pipeline.settings != settings:
            self._pipeline = Pipeline(settings, templates=templates)

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        assert self._pipeline is not None
        sources: list[SourceFile] = []
        for file in list(files):
            if file.generated_by is not None or file.src_dir != config.docs_dir:
                continue  # other plugins' files and the theme's own
            source = SourceFile(path=file.src_uri, content=file.content_bytes)
            if self._pipeline.claims(source):
                sources.append(source)
                files.remove(file)
        built = self._pipeline.build(sources)
        for notice in built.site.notices:
            place = notice.path if notice.line is None else f"{notice.path}:{notice.line}"
            _log.log(_LEVELS[notice.severity], f"{place}: {notice.problem} {notice.hint}".rstrip())
        summary = summarised(self._pipeline.review_of(built.site))
        if summary:
            _log.info(summary)
        dates = [str(b.article.published.date) for b in built.site.briefings if b.article.published]
        self._newest = max(dates, default="1970-01-01")
        for page in built.pages:
            file = File.generated(
                config, page.uri, content=page.markdown, inclusion=InclusionLevel.NOT_IN_NAV
            )
            GeneratedPage(page, file, config, updated=page.metadata.get("date", self._newest))
            files.append(file)
        for output in built.outputs:
            files.append(File.generated(config, output.uri, content=output.content))
        return files

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        for file in files.documentation_pages():
            if file.page is not None and not isinstance(file.page, GeneratedPage):
                file.page.update_date = self._newest  # the day of the build is nobody's news
        return nav

    def on_serve(
        self, server: LiveReloadServer, *, config: MkDocsConfig, builder: object
    ) -> LiveReloadServer:
        assert self._pipeline is not None
        server.watch(str(self._pipeline.templates))
        return server
