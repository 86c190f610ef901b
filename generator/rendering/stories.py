"""The versions of one story taken together, as lists and pages show them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from generator.model.ids import LanguageCode
from generator.model.site import Briefing, Site
from generator.model.story import Story as ToldStory
from generator.model.story import StoryId


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """Translations and retellings of one thing; most stories have one version."""

    id: StoryId | None = None
    """Part of the address of its page; `None` for a story with one version, which has none."""
    versions: tuple[Briefing, ...]
    """Newest first, in the order of the site."""

    def best(self, language: LanguageCode, order: Iterable[LanguageCode]) -> Briefing:
        """The version for a reader of `language`, else in the first language of `order`."""
        for code in (language, *order):
            for briefing in self.versions:
                if briefing.article.language == code:
                    return briefing
        return self.versions[0]


def newest_first(
    stories: Iterable[Story], language: LanguageCode, order: Sequence[LanguageCode]
) -> tuple[Story, ...]:
    """`stories` by the day and hour of the version a reader of `language` is shown."""
    return tuple(
        sorted(
            stories,
            key=lambda story: str(story.best(language, order).article.published),
            reverse=True,
        )
    )


class Stories:
    """All stories of a site, newest first."""

    def __init__(self, site: Site) -> None:
        told: dict[str, ToldStory] = {
            article: story for story in site.stories for article in story.articles
        }
        grouped: dict[str, list[Briefing]] = {}
        for briefing in site.briefings:
            story = told.get(briefing.article.id)
            key = briefing.article.id if story is None else story.articles[0]
            grouped.setdefault(key, []).append(briefing)
        self.all = tuple(
            Story(id=told[key].id if key in told else None, versions=tuple(group))
            for key, group in grouped.items()
        )
        self._by_article = {
            briefing.article.id: story for story in self.all for briefing in story.versions
        }

    def of(self, briefing: Briefing) -> Story:
        return self._by_article[briefing.article.id]

    def told_by(self, briefings: Iterable[Briefing]) -> tuple[Story, ...]:
        """The stories these briefings belong to, each once and with all its versions."""
        return tuple({id(story): story for story in map(self.of, briefings)}.values())

    def among(self, briefings: Iterable[Briefing]) -> tuple[Story, ...]:
        """The stories these briefings belong to, each once, in the order given.

        A story keeps only the versions that are among `briefings`.
        """
        grouped: dict[int, list[Briefing]] = {}
        whole: dict[int, Story] = {}
        for briefing in briefings:
            story = self.of(briefing)
            whole[id(story)] = story
            grouped.setdefault(id(story), []).append(briefing)
        return tuple(
            Story(id=whole[key].id, versions=tuple(group)) for key, group in grouped.items()
        )
