"""The whole build, from top to bottom. Start reading here.

    file ──▶ Article ──▶ Mentions ──▶ Briefing ──▶ Site ──▶ Pages, output files

What an article alone decides, up to its `Briefing`, is a pure function of its file, the settings
and the names of people in editors' notes; it is remembered by the hash of these for as long as
the `Pipeline` lives, so that `mkdocs serve` reads only what changed.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from types import MappingProxyType

from generator.errors import Fault, ReadingError
from generator.identity.disagreements import notices as disagreement_notices
from generator.identity.related import find_related
from generator.identity.resolver import resolve
from generator.identity.rulings import rule
from generator.identity.stories import find_stories
from generator.knowledge.base import Knowledge
from generator.knowledge.notes import NO_NOTES, Notes
from generator.model.article import Article, SourceFile
from generator.model.ids import EntityId
from generator.model.notice import Notice
from generator.model.page import OutputFile, Page
from generator.model.settings import Settings
from generator.model.site import Briefing, Site
from generator.reading.reader import disambiguate, is_note, is_sidecar, sidecars_of
from generator.rendering.review import Open, review
from generator.understanding import Understanding


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
        # Imported here: a review of what is open needs neither templates nor pages.
        from generator.outputs import all_output_types
        from generator.pages import all_page_types
        from generator.rendering.page_type import RenderContext

        site = self.understand_all(sources)
        context = RenderContext(
            settings=self.settings,
            languages=self._understanding.languages,
            knowledge=_with_notes(self._understanding.knowledge, site),
            templates_folder=self.templates,
        )
        pages = tuple(
            page for page_type in all_page_types() for page in page_type.pages(site, context)
        )
        outputs = tuple(
            file
            for output_type in all_output_types(context)
            for file in output_type.files(site, self.settings)
        )
        return Built(site, pages, outputs)

    def review(self, sources: Iterable[SourceFile]) -> tuple[Open, ...]:
        """What an editor could settle, from the files that `claims` said yes to."""
        return self.review_of(self.understand_all(sources))

    def review_of(self, site: Site) -> tuple[Open, ...]:
        """What an editor could settle on a site, easiest first."""
        return review(site, self.settings.interface_languages, self._understanding.languages)

    def understand_all(self, sources: Iterable[SourceFile]) -> Site:
        """Read every article and note, then see who is who among all of them."""
        in_order = sorted(sources, key=lambda source: source.path)
        beside = {source.path: source for source in in_order if is_sidecar(source)}
        written = [source for source in in_order if is_note(source.path)]
        notes, mistakes = self._understanding.notes.read_all(written) if written else (NO_NOTES, ())
        self._understanding.learn(notes)
        known = "\0".join(notes.names_of_people).encode("utf-8")
        remembered: dict[tuple[str, bytes], _Read] = {}
        for source in in_order:
            if not self._understanding.reader.is_article(source):
                continue
            names = sidecars_of(source.path)
            sidecars = [beside[name] for name in names if name in beside]
            everything = b"\0".join((*(file.content for file in (source, *sidecars)), known))
            key = (source.path, hashlib.sha256(everything).digest())
            remembered[key] = self._remembered.get(key) or self._read(source, sidecars)
        self._remembered = remembered
        used = {name for path, _ in remembered for name in sidecars_of(path)}
        notices = [
            *(notice for read in remembered.values() for notice in read.notices),
            *(_no_article(path) for path in beside if path not in used),
            *mistakes,
        ]
        briefings = [read.briefing for read in remembered.values() if read.briefing is not None]
        return tie_together(briefings, notices, self._understanding.knowledge, notes)

    def _read(self, source: SourceFile, sidecars: Sequence[SourceFile]) -> _Read:
        try:
            article, notices = self._understanding.read(source, sidecars)
        except ReadingError as error:
            return _Read(None, (_notice(error.fault),))
        briefing = self._understanding.understand(article)
        return _Read(briefing, (*notices, *briefing.notices))


def tie_together(
    briefings: Sequence[Briefing],
    notices: Sequence[Notice],
    knowledge: Knowledge,
    notes: Notes = NO_NOTES,
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
    resolved, entities, doubts = resolve(newest_first, knowledge)
    ruled = rule(newest_first, resolved, entities, doubts, notes)
    resolved, entities, doubts = ruled.briefings, ruled.entities, ruled.doubts
    appearances: dict[EntityId, list[Briefing]] = {}
    for briefing in resolved:
        named = [entity.id for entity in briefing.entities]
        stated = [entity for fact in briefing.facts for _, entity in fact.arguments]
        for entity_id in dict.fromkeys([*named, *stated]):
            appearances.setdefault(entity_id, []).append(briefing)
    stories = find_stories(resolved)
    return Site(
        briefings=resolved,
        entities=MappingProxyType({entity.id: entity for entity in entities}),
        appearances=MappingProxyType({key: tuple(found) for key, found in appearances.items()}),
        notices=(*notices, *ruled.notices, *disagreement_notices(stories, resolved)),
        stories=stories,
        related=find_related(resolved, stories),
        notes=notes.by_entity,
        redirects=ruled.redirects,
        doubts=doubts,
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


def _with_notes(knowledge: Knowledge, site: Site) -> Knowledge:
    """For pages: countries under the names that editors chose."""
    names = Notes(site.notes).country_names
    if not names:
        return knowledge
    return replace(knowledge, countries=replace(knowledge.countries, noted=names))


def _no_article(path: str) -> Notice:
    return Notice(
        code="no-article",
        severity="error",
        problem="There is no article that these corrections are of.",
        path=path,
        hint="Give the file the name of the article, but for the ending:"
        " `talks.yml` beside `talks.txt`.",
    )


def _notice(fault: Fault) -> Notice:
    return Notice(
        code=fault.code,
        severity="error",
        problem=fault.problem,
        path=fault.path,
        line=fault.line,
        hint=fault.hint,
    )
