"""Articles that tell one story in several languages, taken together."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from generator.model.ids import ArticleId, LanguageCode
from generator.model.site import Briefing, Site


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """Translations and retellings of one thing; most stories have one version."""

    versions: tuple[Briefing, ...]
    """Newest first, in the order of the site."""

    def best(self, language: LanguageCode, order: Iterable[LanguageCode]) -> Briefing:
        """The version for a reader of `language`, else in the first language of `order`."""
        for code in (language, *order):
            for briefing in self.versions:
                if briefing.article.language == code:
                    return briefing
        return self.versions[0]


class Stories:
    """All stories of a site, newest first."""

    def __init__(self, site: Site) -> None:
        keys = _keys(site)
        grouped: dict[str, list[Briefing]] = {}
        for briefing in site.briefings:
            grouped.setdefault(keys[briefing.article.id], []).append(briefing)
        self.all = tuple(Story(versions=tuple(group)) for group in grouped.values())
        self._by_article = {
            briefing.article.id: story for story in self.all for briefing in story.versions
        }

    def of(self, briefing: Briefing) -> Story:
        return self._by_article[briefing.article.id]

    def among(self, briefings: Iterable[Briefing]) -> tuple[Story, ...]:
        """The stories these briefings belong to, each once, in the order given.

        A story keeps only the versions that are among `briefings`.
        """
        grouped: dict[int, list[Briefing]] = {}
        for briefing in briefings:
            grouped.setdefault(id(self.of(briefing)), []).append(briefing)
        return tuple(Story(versions=tuple(group)) for group in grouped.values())


def _keys(site: Site) -> Mapping[ArticleId, str]:
    """Article to the key its story has: the id of the article everything goes back to."""
    known: dict[str, ArticleId] = {}
    for briefing in reversed(site.briefings):  # so that the newest wins a name used twice
        article = briefing.article
        for name in (article.slug, article.source.path, article.id):
            known[name] = article.id
    parents = {
        briefing.article.id: known.get(briefing.article.translation_of)
        or briefing.article.translation_of
        for briefing in site.briefings
        if briefing.article.translation_of
    }
    keys: dict[ArticleId, str] = {}
    for briefing in site.briefings:
        key: str = briefing.article.id
        seen = {key}
        while (parent := parents.get(ArticleId(key))) is not None and parent not in seen:
            key = parent
            seen.add(key)
        keys[briefing.article.id] = min(seen) if ArticleId(key) in parents else key
    return keys
