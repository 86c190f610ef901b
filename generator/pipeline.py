"""The whole build, from top to bottom. Start reading here.

    file ──▶ Article ──▶ Mentions ──▶ Briefing ──▶ Site ──▶ Pages, output files

What an article alone decides, up to its `Briefing`, is a pure function of its file and the
settings; it is remembered by the hash of the file's bytes for as long as the `Pipeline` lives, so
that `mkdocs serve` reads only what changed.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from types import MappingProxyType

from generator import languages
from generator.errors import Fault, ReadingError
from generator.facts import all_fact_types
from generator.formats import FORMATS
from generator.identity.assemble import assemble
from generator.identity.resolver import resolve
from generator.knowledge.base import Knowledge
from generator.knowledge.countries import CountryKnowledge
from generator.lexicon.language import Language
from generator.model.article import Article, SourceFile
from generator.model.ids import EntityId, LanguageCode
from generator.model.mention import Rejection
from generator.model.notice import Notice
from generator.model.page import OutputFile, Page
from generator.model.settings import Settings
from generator.model.site import Briefing, Site
from generator.reading.reader import Reader, disambiguate
from generator.recognition.engine import Engine


@dataclass(frozen=True, slots=True)
class Built:
    """Everything a build made, ready to be written."""

    site: Site
    pages: tuple[Page, ...]
    outputs: tuple[OutputFile, ...]


@dataclass(frozen=True, slots=True)
class _Read:
    """What became of one file: a briefing, or the fault that stopped it."""

    briefing: Briefing | None
    notices: tuple[Notice, ...]


class Understanding:
    """From a text to a `Briefing`: the languages and their recognisers, made once a run."""

    def __init__(self, settings: Settings) -> None:
        self.languages: Mapping[LanguageCode, Language] = MappingProxyType(
            {code: languages.get(code) for code in languages.codes()}
        )
        self.knowledge = Knowledge(
            countries=CountryKnowledge(languages=tuple(self.languages.values())),
            home_country=settings.home_country,
        )
        self.reader = Reader(
            languages=tuple(self.languages.values()), settings=settings, formats=FORMATS
        )
        self._engines: dict[LanguageCode, Engine] = {}

    def understand(self, article: Article) -> Briefing:
        """Read the facts of one article. Never fails on any text; entity ids are its own."""
        return self.examine(article)[0]

    def examine(self, article: Article) -> tuple[Briefing, tuple[Rejection, ...]]:
        """Like `understand`, with what the recognisers considered and gave up."""
        language = self.languages[article.language]
        engine = self._engines.get(article.language)
        if engine is None:
            engine = Engine(language, self.knowledge, all_fact_types())
            self._engines[article.language] = engine
        recognition = engine.recognise(article)
        briefing = assemble(
            article=article,
            sentences=recognition.passage.sentences,
            mentions=recognition.mentions,
            knowledge=self.knowledge,
            language=language,
        )
        return briefing, recognition.rejections


class Pipeline:
    """Builds a site from files, any number of times."""

    def __init__(self, settings: Settings, *, templates: Path) -> None:
        self.settings = settings
        self.templates = templates
        self._understanding = Understanding(settings)
        self._remembered: dict[tuple[str, bytes], _Read] = {}

    def claims(self, source: SourceFile) -> bool:
        """Whether a file is an article or a note, which MkDocs should not publish itself."""
        return self._understanding.reader.claims(source)

    def build(self, sources: Iterable[SourceFile]) -> Built:
        """Everything, from the files that `claims` said yes to; their order does not matter."""
        # Imported here: reading the facts of a text, which starts a hundred times as often, needs
        # neither templates nor pages.
        from generator.outputs import all_output_types
        from generator.pages import all_page_types
        from generator.rendering.page_type import RenderContext

        site = self.understand_all(sources)
        context = RenderContext(
            settings=self.settings,
            languages=self._understanding.languages,
            knowledge=self._understanding.knowledge,
            templates_folder=self.templates,
        )
        pages = tuple(
            page for page_type in all_page_types() for page in page_type.pages(site, context)
        )
        outputs = tuple(
            file
            for output_type in all_output_types()
            for file in output_type.files(site, self.settings)
        )
        return Built(site, pages, outputs)

    def understand_all(self, sources: Iterable[SourceFile]) -> Site:
        """Read every article, then see who is who among all of them."""
        remembered: dict[tuple[str, bytes], _Read] = {}
        for source in sorted(sources, key=lambda source: source.path):
            if not self._understanding.reader.is_article(source):
                continue
            key = (source.path, hashlib.sha256(source.content).digest())
            remembered[key] = self._remembered.get(key) or self._read(source)
        self._remembered = remembered
        notices = [notice for read in remembered.values() for notice in read.notices]
        briefings = [read.briefing for read in remembered.values() if read.briefing is not None]
        return tie_together(briefings, notices, self._understanding.knowledge)

    def _read(self, source: SourceFile) -> _Read:
        try:
            article, notices = self._understanding.reader.read(source)
        except ReadingError as error:
            return _Read(None, (_notice(error.fault),))
        briefing = self._understanding.understand(article)
        return _Read(briefing, (*notices, *briefing.notices))


def tie_together(
    briefings: Sequence[Briefing], notices: Sequence[Notice], knowledge: Knowledge
) -> Site:
    """One site out of briefings that each know only themselves."""
    articles = disambiguate([briefing.article for briefing in briefings])
    renamed = [
        _rename(briefing, article) for briefing, article in zip(briefings, articles, strict=True)
    ]
    newest_first = sorted(
        sorted(renamed, key=lambda briefing: briefing.article.id),
        key=lambda briefing: str(briefing.article.published),
        reverse=True,
    )
    resolved, entities = resolve(newest_first, knowledge)
    appearances: dict[EntityId, list[Briefing]] = {}
    for briefing in resolved:
        for entity in briefing.entities:
            appearances.setdefault(entity.id, []).append(briefing)
    return Site(
        briefings=resolved,
        entities=MappingProxyType({entity.id: entity for entity in entities}),
        appearances=MappingProxyType({key: tuple(found) for key, found in appearances.items()}),
        notices=tuple(notices),
    )


def _rename(briefing: Briefing, article: Article) -> Briefing:
    """The same briefing under the id its article has in this site."""
    if briefing.article.id == article.id:
        return briefing
    facts = tuple(
        replace(
            fact,
            evidence=tuple(replace(evidence, article=article.id) for evidence in fact.evidence),
        )
        for fact in briefing.facts
    )
    return replace(briefing, article=article, facts=facts)


def _notice(fault: Fault) -> Notice:
    return Notice(
        code=fault.code,
        severity="error",
        problem=fault.problem,
        path=fault.path,
        line=fault.line,
        hint=fault.hint,
    )
