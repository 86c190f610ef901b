"""The search index: small files, of which a search reads the few it needs.

    search/index.json        what there is; the only file asked for anew each time
    search/stems.bin         how words are folded and stemmed (`outputs/search.py`)
    search/docs.bin          day, language and kind of event of each article
    search/facets.bin        countries and persons of each article; read when facets are shown
    search/figures.bin       how amounts are asked for, and where each unit's are
    search/figures/<n>.bin   amounts by unit and value
    search/words/<n>.bin     words with one letter among their first two; read for a misspelt one
    search/terms/<n>.bin     a stretch of the alphabet: each key with the articles that have it
    search/articles/<n>.bin  an article as a result shows it
    search/<ui>/<n>.bin      fifty entities as a reader of that language calls them

Articles are numbered newest first, entities by how many articles name them. `.bin` is gzipped JSON,
so that it is small whatever the server does. Articles are the same for all interface languages and
so is most of the index; only entities have other names, and every page another address.

Pagefind, which was meant to do this, asks a reader of 10,000 articles for 158 KB before the first
word is looked up (program 81, page table 77), and knows neither misspellings nor two languages.
"""

from __future__ import annotations

import gzip
import hashlib
import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from generator.lexicon.language import Language
from generator.model.entity import Entity
from generator.model.ids import CountryCode, EntityId, LanguageCode, entity_key
from generator.model.names import Role
from generator.model.page import OutputFile
from generator.model.site import Briefing, Site
from generator.rendering import urls
from generator.rendering.key_facts import event_of, key_sentence
from generator.rendering.links import sentence_anchor
from generator.rendering.page_type import RenderContext
from generator.rendering.stories import Stories
from generator.rendering.timeline import FigureStated, Told
from generator.text.search_words import search_key, search_words

CHUNK = 50
"""Entities in one file."""
_SHARD = 12_000
"""Characters of JSON after which a file of terms is full; gzipped, some five kilobytes. A misspelt
word asks for several of them."""
_FIGURES = 400
"""Amounts in one file."""
_UNITS = 40
"""Units that a reader is offered to choose from."""
_WORDS = 8_000
"""Words that a misspelt one is compared with, names not counted."""
_MOST_TEXT = 6_000
"""Characters of an article that a result may quote."""

# Where a word stands, by importance; `search.js` has what each is worth.
_ALIAS, _BODY, _LEAD, _TITLE = range(4)
# What a word is to an entity.
_OFFICE, _DEMONYM, _ALSO, _NAME = range(4)

_NAMED = ("person", "country", "organisation")
"""Mentions that name somebody; titles mean people too."""

Keys = tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Listed:
    """An entity with a page."""

    entity: Entity
    briefings: tuple[Briefing, ...]


def pack(value: object) -> bytes:
    """JSON, gzipped without a clock."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return gzip.compress(text.encode("utf-8"), compresslevel=9, mtime=0)


class SearchIndex:
    """Everything a search needs to know of one site."""

    def __init__(
        self,
        site: Site,
        context: RenderContext,
        *,
        unit_key: Callable[[str, Language], str],
    ) -> None:
        """`unit_key` tells in which key the forms of a counted noun meet."""
        self._site = site
        self._unit_key = unit_key
        self._context = context
        self._ui = context.settings.interface_languages
        self._stems: dict[tuple[LanguageCode, str], str] = {}
        self._all_keys: dict[str, Keys] = {}
        self._name_keys: dict[EntityId, Keys] = {}
        self._listed = tuple(_listed(site, self._ui))
        self._number = {one.entity.id: n for n, one in enumerate(self._listed)}
        self._stories = Stories(site)

    def files(self, stems: bytes, asking: Mapping[str, object]) -> Iterator[OutputFile]:
        """All files; `stems` is the content of `stems.bin`, `asking` how amounts are asked for."""
        files = [OutputFile(uri="search/stems.bin", content=stems)]
        terms, starts, words = self._terms()
        files += [
            OutputFile(uri=f"search/terms/{n}.bin", content=shard) for n, shard in enumerate(terms)
        ]
        files += [
            OutputFile(uri=f"search/words/{n}.bin", content=pack(group))
            for n, group in enumerate(words.values())
        ]
        files.append(OutputFile(uri="search/docs.bin", content=pack(self._docs())))
        figures, places = self._figures()
        files.append(OutputFile(uri="search/figures.bin", content=pack({**asking, **places})))
        files += [
            OutputFile(uri=f"search/figures/{n}.bin", content=pack(rows))
            for n, rows in enumerate(figures)
        ]
        files.append(OutputFile(uri="search/facets.bin", content=pack(self._facets())))
        for n, briefing in enumerate(self._site.briefings):
            files.append(
                OutputFile(uri=f"search/articles/{n}.bin", content=pack(self._article(briefing)))
            )
        for ui in self._ui:
            rows = [self._row(one, ui) for one in self._listed]
            for at in range(0, len(rows), CHUNK):
                files.append(
                    OutputFile(
                        uri=f"search/{ui}/{at // CHUNK}.bin", content=pack(rows[at : at + CHUNK])
                    )
                )
        digest = hashlib.sha256()
        for file in files:
            digest.update(file.uri.encode("utf-8"))
            digest.update(file.content)
        manifest = {
            "version": digest.hexdigest()[:12],
            "articles": len(self._site.briefings),
            "entities": len(self._listed),
            "chunk": CHUNK,
            "starts": starts,
            "letters": list(words),
        }
        yield OutputFile(
            uri="search/index.json",
            content=json.dumps(manifest, ensure_ascii=False, separators=(",", ":")).encode("utf-8"),
        )
        yield from files

    # -- keys -------------------------------------------------------------------------------------

    def _key(self, word: str, language: LanguageCode) -> str:
        """The key of a word of a text in that language."""
        found = self._stems.get((language, word))
        if found is None:
            found = search_key(self._context.languages[language].search_stem(word))
            self._stems[language, word] = found
        return found

    def _any_keys(self, word: str) -> Keys:
        """Every key a reader may have made of `word`, whose language she need not say."""
        found = self._all_keys.get(word)
        if found is None:
            keys = {self._key(word, code): None for code in sorted(self._context.languages)}
            keys[search_key(word.lower())] = None
            found = self._all_keys[word] = tuple(keys)
        return found

    def _names(self, entity: Entity) -> tuple[str, ...]:
        """Every name of an entity, in all languages."""
        names = [*entity.names.values(), *entity.aliases]
        if entity.kind == "country":
            code = CountryCode(entity_key(entity.id))
            for language in sorted(self._context.languages):
                names += self._context.knowledge.countries.names(code, language)
        return tuple(dict.fromkeys(names))

    def _keys_of_names(self, entity: Entity) -> Keys:
        found = self._name_keys.get(entity.id)
        if found is None:
            keys = {
                key: None
                for name in self._names(entity)
                for word in search_words(name)
                for key in self._any_keys(word)
            }
            found = self._name_keys[entity.id] = tuple(keys)
        return found

    def _office_words(self, role: Role, language: LanguageCode) -> Iterator[str]:
        """The title as the text has it, and the office's in every language."""
        yield from search_words(role.title)
        if role.office is not None:
            for code in sorted(self._context.languages):
                label = self._context.languages[code].labels.offices.get(role.office, "")
                yield from search_words(label)

    # -- terms ------------------------------------------------------------------------------------

    def _terms(self) -> tuple[list[bytes], list[str], dict[str, list[list[object]]]]:
        """Files of terms, the first term of each, and the words to correct others to, by letter."""
        postings: dict[str, list[int]] = {}
        last: dict[str, int] = {}
        for number, briefing in enumerate(self._site.briefings):
            for key, weight in self._weights(briefing).items():
                row = postings.setdefault(key, [])
                row.append((number - last.get(key, 0)) * 4 + weight)
                last[key] = number
        entities = self._entity_postings()
        often = {key: len(row) for key, row in postings.items() if len(key) > 2}
        # Of a large site, only the words that occur most are worth correcting to.
        common = sorted(often, key=lambda key: (-often[key], key))[:_WORDS]
        near = sorted({*common, *(key for key in entities if len(key) > 2)})
        # A slip leaves one of the first two letters among the first two.
        words: dict[str, list[list[object]]] = {}
        for letter in sorted({letter for key in near for letter in key[:2]}):
            group = [key for key in near if letter in key[:2]]
            words[letter] = [list(group), [min(often.get(key, 0), 99) for key in group]]
        shards: list[bytes] = []
        starts: list[str] = []
        rows: list[list[object]] = []
        size = 0
        for key in sorted({*postings, *entities}):
            row = postings.get(key, [])
            found: list[object] = [key, row]
            if key in entities:
                found.append(entities[key])
            if not rows:
                starts.append(key)
            rows.append(found)
            size += len(key) + 4 + 3 * len(row) + 4 * len(entities.get(key, ()))
            if size > _SHARD:
                shards.append(pack(rows))
                rows, size = [], 0
        if rows:
            shards.append(pack(rows))
        return shards, starts, words

    def _weights(self, briefing: Briefing) -> dict[str, int]:
        """Each key of one article, and the best place it stands at."""
        article = briefing.article
        language = article.language
        found: dict[str, int] = {}
        for mention in briefing.mentions:
            if isinstance(mention.value, Role):
                for word in self._office_words(mention.value, language):
                    for key in self._any_keys(word):
                        found.setdefault(key, _ALIAS)
        for entity in briefing.entities:
            whole = self._site.entities.get(entity.id, entity)
            for key in self._keys_of_names(whole):
                found[key] = _BODY
        for word in search_words(article.text):
            found[self._key(word, language)] = _BODY
        sentence = key_sentence(briefing)
        if sentence is not None:
            for word in search_words(sentence.span.of(article.text)):
                found[self._key(word, language)] = _LEAD
        for word in search_words(article.title):
            found[self._key(word, language)] = _TITLE
        return found

    def _entity_postings(self) -> dict[str, list[int]]:
        """Key to entities, each as `number * 16 + role * 4 + length`.

        `role` is what the word is to the entity, `length` how many words the shortest name with it
        has, less one, three at most.
        """
        found: dict[str, dict[int, tuple[int, int]]] = {}

        def add(key: str, number: int, role: int, length: int) -> None:
            seen = found.setdefault(key, {}).get(number)
            if seen is None or (-seen[0], seen[1]) > (-role, length):
                found[key][number] = (role, length)

        for number, one in enumerate(self._listed):
            main = set(one.entity.names.values())
            for name in self._names(one.entity):
                words = list(search_words(name))
                role = _NAME if name in main or one.entity.kind == "country" else _ALSO
                for word in words:
                    for key in self._any_keys(word):
                        add(key, number, role, min(len(words), 4) - 1)
            for word in self._by_words(one):
                for key in self._any_keys(word):
                    role = _DEMONYM if one.entity.kind == "country" else _OFFICE
                    add(key, number, role, 0)
        return {
            key: [number * 16 + role * 4 + length for number, (role, length) in sorted(row.items())]
            for key, row in found.items()
        }

    def _by_words(self, one: _Listed) -> Iterator[str]:
        """Words that go with an entity and are no name of it."""
        entity = one.entity
        if entity.kind == "country":
            code = CountryCode(entity_key(entity.id))
            for language in sorted(self._context.languages):
                words = self._context.knowledge.countries.words(code, language)
                for phrase in (*words.adjectives, *words.peoples):
                    yield from search_words(phrase)
            return
        for briefing in one.briefings:
            for fact in briefing.facts:
                if isinstance(fact.value, Role) and fact.argument("holder") == entity.id:
                    yield from self._office_words(fact.value, briefing.article.language)

    # -- what is shown ---------------------------------------------------------------------------

    def _docs(self) -> dict[str, object]:
        """Columns: days since 1970 as differences, languages, kinds of event.

        And the entities that are neither people nor countries, whose names are of common words.
        """
        days = [_day(briefing) for briefing in self._site.briefings]
        languages = sorted({briefing.article.language for briefing in self._site.briefings})
        events = [event_of(briefing) for briefing in self._site.briefings]
        kinds = sorted(set(events))
        return {
            "days": [day - (days[n - 1] if n else 0) for n, day in enumerate(days)],
            "languages": languages,
            "language": [languages.index(b.article.language) for b in self._site.briefings],
            "events": kinds,
            "event": [kinds.index(event) for event in events],
            "bodies": [
                number
                for number, one in enumerate(self._listed)
                if one.entity.kind not in ("person", "country")
            ],
        }

    def _facets(self) -> dict[str, object]:
        """For each article its entities by number, and of every entity its id."""
        return {
            "entity": [
                sorted(
                    {
                        self._number[entity.id]
                        for entity in briefing.entities
                        if entity.id in self._number
                    }
                )
                for briefing in self._site.briefings
            ],
            "ids": [one.entity.id for one in self._listed],
        }

    def _figures(self) -> tuple[list[list[list[object]]], dict[str, object]]:
        """Files of amounts by unit and value; the first row of each, and the units met most.

        A row is unit, value, article, words, anchor of the sentence and, where several versions of
        a story tell it, the story's number: a reader is shown the version she can read.
        """
        number = {b.article.id: n for n, b in enumerate(self._site.briefings)}
        rows: list[list[object]] = []
        often: Counter[tuple[str, str]] = Counter()
        for story, told in enumerate(self._context.timeline(self._site).figures):
            versions = {one.briefing.article.id: one for one in self._versions(told)}
            for id_, one in versions.items():
                article, quantity = one.briefing.article, one.quantity
                counted = quantity.kind == "count"
                unit = quantity.unit
                if counted:
                    unit = self._unit_key(unit, self._context.languages[article.language])
                words = " ".join(one.span.of(article.text).split())
                anchor = sentence_anchor(one.briefing, one.span.start)
                value = float(quantity.value)
                row: list[object] = [unit, int(value) if value.is_integer() else value]
                row += [number[id_], words, anchor]
                rows.append(row if len(versions) == 1 else [*row, story])
                often[unit, quantity.unit] += 1
        rows.sort(key=lambda row: (row[0], row[1], row[2], row[3], row[4]))
        files = [rows[at : at + _FIGURES] for at in range(0, len(rows), _FIGURES)]
        # Units that are met most come first, of each its most frequent name.
        names: dict[str, str] = {}
        for (unit, name), _ in sorted(often.items(), key=lambda one: (-one[1], one[0])):
            names.setdefault(unit, name)
        return files, {
            "starts": [file[0][:2] for file in files],
            "units": list(names.items())[:_UNITS],
        }

    def _versions(self, told: Told[FigureStated]) -> Iterator[FigureStated]:
        """One for each interface language."""
        for ui in self._ui:
            yield told.best(ui, self._ui)

    def _article(self, briefing: Briefing) -> dict[str, object]:
        """An article as a result shows it."""
        article = briefing.article
        title = article.title_span
        sentences: list[str] = []
        size = 0
        for span in briefing.sentences:
            if title is not None and title.overlaps(span):
                continue
            size += len(span)
            if size > _MOST_TEXT:
                break
            sentences.append(" ".join(span.of(article.text).split()))
        meant = {
            (identity.mention.span.start, identity.mention.span.end): identity.entity
            for identity in briefing.identities
            if identity.judgement == "same"
            and identity.entity in self._number
            and identity.mention.kind in _NAMED
        }
        lead = key_sentence(briefing)
        return {
            "id": article.id,
            "title": article.title,
            "language": article.language,
            "dates": {}
            if article.published is None
            else {ui: self._context.wordings[ui].date(article.published.date) for ui in self._ui},
            "source": article.source_name or "",
            "text": sentences,
            "lead": "" if lead is None else " ".join(lead.span.of(article.text).split()),
            "named": sorted(
                {
                    (self._number[entity], article.text[start:end])
                    for (start, end), entity in meant.items()
                }
            ),
        }

    def _row(self, one: _Listed, ui: LanguageCode) -> list[str]:
        """Id, name, address below the interface language's folder, number of briefings."""
        wording = self._context.wordings[ui]
        address = urls.entity(ui, one.entity.id) or ""
        stories = len(self._stories.among(one.briefings))
        return [
            one.entity.id,
            wording.entity(one.entity).text,
            urls.site_path(address).removeprefix(f"{ui}/"),
            wording.count("briefings", stories),
        ]


def _listed(site: Site, interface: Iterable[LanguageCode]) -> Iterator[_Listed]:
    """Entities that have a page, those that most articles name first."""
    ui = next(iter(interface))
    found = [
        _Listed(entity=entity, briefings=site.appearances[entity.id])
        for entity in site.entities.values()
        if site.appearances.get(entity.id) and urls.entity(ui, entity.id) is not None
    ]
    yield from sorted(found, key=lambda one: (-len(one.briefings), one.entity.id))


def _day(briefing: Briefing) -> int:
    """Days since 1970-01-01; 0 for an article without a date."""
    moment = briefing.article.published
    if moment is None:
        return 0
    return date(moment.year, moment.month, moment.day).toordinal() - date(1970, 1, 1).toordinal()


def stem_tables(context: RenderContext) -> Mapping[str, object]:
    """Every pack's stemming table."""
    return {code: context.languages[code].search_table() for code in sorted(context.languages)}
