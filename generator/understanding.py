"""From a text to a `Briefing`: what one article alone decides, and all that `extract` needs.

What few articles ask for (editors' corrections and notes) is imported when one does: reading the
facts of a text starts a hundred times as often as a site is built.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from types import MappingProxyType
from typing import TYPE_CHECKING

from generator import languages
from generator.facts import all_fact_types
from generator.formats import FORMATS, markdown
from generator.identity.assemble import assemble
from generator.knowledge.base import Knowledge
from generator.knowledge.countries import CountryKnowledge
from generator.knowledge.notes import Notes
from generator.lexicon.language import Language
from generator.model.article import Article, SourceFile
from generator.model.ids import LanguageCode
from generator.model.mention import Rejection
from generator.model.notice import Notice
from generator.model.settings import Settings
from generator.model.site import Briefing
from generator.reading.reader import Reader, may_be_corrected
from generator.recognition.engine import Engine

if TYPE_CHECKING:
    from generator.reading.corrections import CorrectionReader
    from generator.reading.notes import NoteReader


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

    def read(
        self, source: SourceFile, sidecars: Sequence[SourceFile] = ()
    ) -> tuple[Article, tuple[Notice, ...]]:
        """The article in a file with its editors' corrections; raises `ReadingError`."""
        article, notices = self.reader.read(source)
        found = [self._corrections.in_front_matter(source)] if may_be_corrected(source) else []
        found += [self._corrections.in_sidecar(sidecar) for sidecar in sidecars]
        article = replace(article, corrections=tuple(one for some, _ in found for one in some))
        unknown = [kind for kind in article.hide if kind not in self._kinds]
        return article, (
            *notices,
            *(_unknown_kind(kind, source.path, self._kinds) for kind in unknown),
            *(notice for _, some in found for notice in some),
        )

    @cached_property
    def notes(self) -> NoteReader:
        from generator.reading.notes import NoteReader

        return NoteReader(
            plain=markdown.plain_paragraphs, countries=frozenset(self.knowledge.countries.codes)
        )

    @cached_property
    def _corrections(self) -> CorrectionReader:
        from generator.reading.corrections import CorrectionReader

        indicators = (language.labels.indicators for language in self.languages.values())
        return CorrectionReader(
            kinds=self._kinds,
            indicators=frozenset(id_ for some in indicators for id_ in some),
            countries=frozenset(self.knowledge.countries.codes),
        )

    @cached_property
    def _kinds(self) -> frozenset[str]:
        return frozenset(str(fact_type.KIND) for fact_type in all_fact_types())

    def learn(self, notes: Notes) -> None:
        """Read articles knowing whom editors' notes name.

        What is found is a function of the article and of `notes.names_of_people`.
        """
        if notes.names_of_people != self.knowledge.notes.names_of_people:
            self.knowledge = replace(self.knowledge, notes=notes)
            self._engines.clear()

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
        if article.corrections:
            from generator.identity.corrections import correct

            briefing = correct(briefing, self.knowledge, language)
        return briefing, recognition.rejections


def _unknown_kind(kind: str, path: str, kinds: Iterable[str]) -> Notice:
    return Notice(
        code="unknown-kind",
        severity="warning",
        problem=f"`hide` names `{kind}`, which is not a kind of fact.",
        path=path,
        hint=f"The kinds are {', '.join(sorted(kinds))}.",
    )
