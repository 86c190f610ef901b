"""How a page says things in its language: messages, names, dates, figures, offices."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache
from zoneinfo import ZoneInfo

from babel import Locale

from generator.knowledge.base import Knowledge
from generator.lexicon.dates import long_date, long_range
from generator.lexicon.language import Language
from generator.lexicon.numerals import write_quantity
from generator.lexicon.positions import position_of, positions_of
from generator.lexicon.romanisation import romanise
from generator.model.calendar import Moment, PartialDate
from generator.model.entity import Entity
from generator.model.ids import CountryCode, EntityId, LanguageCode, entity_key, entity_kind
from generator.model.names import Role
from generator.model.quantity import Quantity
from generator.text.transliterate import base_letter


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """A few words, and what a reader must know about them."""

    text: str
    language: LanguageCode | None = None
    """Set where the words are not in the page's language."""
    transliterated: bool = False
    """Whether the words are a name spelled out by table, not one anybody was seen to write."""


SortKey = tuple[tuple[tuple[int, str], ...], tuple[str, ...]]
"""How words are ordered: first by letters, then by what only marks tell apart."""


class Wording:
    """Everything said in one interface language."""

    def __init__(
        self,
        languages: Mapping[LanguageCode, Language],
        code: LanguageCode,
        knowledge: Knowledge,
        *,
        time_zone: str,
    ) -> None:
        """Raises `KeyError` when there is no pack for `code`."""
        self.code = code
        self.language = languages[code]
        self._languages = languages
        self._labels = self.language.labels
        self._locale = Locale(code)
        self._knowledge = knowledge
        self._zone = time_zone
        self._order = {letter: n for n, letter in enumerate(self.language.profile.alphabet)}

    # -- messages -------------------------------------------------------------------------------

    def say(self, key: str, /, **values: object) -> str:
        """The message `key`, its `{places}` filled in; the key itself where nobody wrote it."""
        text = self._labels.interface.get(key, key)
        for name, value in values.items():
            text = text.replace("{" + name + "}", str(value))
        return text

    def count(self, key: str, number: int, /) -> str:
        """The message for `number` things in the right plural: keys `<key>-one`, `<key>-few`."""
        form = str(self._locale.plural_form(number))
        text = self._labels.interface.get(f"{key}-{form}")
        if text is None:
            text = self._labels.interface.get(f"{key}-other", "{n}")
        return text.replace("{n}", self.number(number))

    def told(self, stories: int, texts: int, /) -> str:
        """How much there is: `19 briefings`, or `19 stories (27 texts)` where some are versions."""
        if texts <= stories:
            return self.count("briefings", stories)
        counted = {"stories": self.count("stories", stories), "texts": self.count("texts", texts)}
        return self.say("stories-texts", **counted)

    def number(self, number: int) -> str:
        """A whole number with this language's grouping."""
        return _grouped(self.code, number)

    def kind(self, kind: str) -> str:
        """The heading of a kind of fact."""
        return self._labels.kinds.get(kind, kind)

    def event(self, kind: str) -> str | None:
        """What happened, in a word; `None` for `other`."""
        return None if kind == "other" else self._labels.events.get(kind)

    # -- dates ----------------------------------------------------------------------------------

    def date(self, date: PartialDate) -> str:
        return long_date(date, self.language)

    def dates(self, first: PartialDate, last: PartialDate) -> str:
        """A stretch of days."""
        return long_range(first, last, self.language)

    def clock(self, moment: Moment) -> str | None:
        """Time of day and whose, `None` where it is not known."""
        if moment.hour is None or moment.minute is None:
            return None
        time = f"{moment.hour:02d}:{moment.minute:02d}"
        if moment.offset is None:
            return time
        if moment.offset == _offset(self._zone, moment):
            city = self._locale.time_zones.get(self._zone, {}).get("city")
            city = city or self._zone.rpartition("/")[2].replace("_", " ")
            return self.say("time-in-city", time=time, city=city)
        return f"{time} UTC{moment.offset}"

    def month_name(self, month: int) -> str:
        """Standing alone, as a heading over days."""
        return str(self._locale.months["stand-alone"]["wide"][month])

    def weekdays(self) -> tuple[str, ...]:
        """Short names, Monday first, for the head of a calendar."""
        names = self._locale.days["stand-alone"]["abbreviated"]
        return tuple(str(names[day]) for day in range(7))

    # -- names ----------------------------------------------------------------------------------

    def language_name(self, code: LanguageCode) -> str:
        """The name of a language; a label `language-<code>` wins over CLDR's."""
        own = self._labels.interface.get(f"language-{code}")
        return own or str(self._locale.languages.get(code, code))

    def own_name(self, code: LanguageCode) -> str:
        """The name of a language in itself."""
        return self._languages[code].profile.name

    def country(self, code: CountryCode) -> str:
        return self._knowledge.countries.name(code, self.code)

    def entity(self, entity: Entity) -> Said:
        """The best name of `entity` for a reader of this language."""
        if entity_kind(entity.id) == "country":
            return Said(text=self.country(CountryCode(entity_key(entity.id))))
        return self._name(entity.names, entity.id)

    def _name(self, names: Mapping[LanguageCode, str], id_: EntityId) -> Said:
        own = names.get(self.code)
        if own is not None:
            return Said(text=own)
        script = self.language.profile.script
        for code, name in names.items():
            pack = self._languages.get(code)
            if pack is not None and pack.profile.script == script:
                return Said(text=name, language=code)
        for code, name in names.items():
            pack = self._languages.get(code)
            latin = romanise(name, pack) if pack is not None and script == "Latn" else name
            if latin != name:
                return Said(text=latin, transliterated=True)
            return Said(text=name, language=code)
        return Said(text=entity_key(id_))

    def role(self, role: Role, language: LanguageCode) -> Said:
        """An office in this language, or its title as written in an article in `language`."""
        if role.office is not None:
            title = self._office(role.office, role.title, language)
        else:
            title = self._position(role.title, language)
        said = Said(text=title) if title else self.quoted(role.title, language)
        if not (role.former or role.acting):
            return said
        # A title that stays as written has `former` in its own language. Where the word for it
        # comes first, the title's own capital would stand inside: that is `{small}`.
        labels = self._labels if said.language is None else self._languages[said.language].labels
        text = said.text
        for how, is_so in (("acting", role.acting), ("former", role.former)):
            if is_so:
                words = labels.interface.get(how, "{title}")
                text = words.replace("{title}", text).replace("{small}", _small(text))
        return Said(text=text, language=said.language)

    def names_office(self, role: Role) -> bool:
        """Whether the office has a name in this language."""
        return role.office is not None and role.office in self._labels.offices

    def _position(self, title: str, language: LanguageCode) -> str | None:
        """What anybody is called here who is called `title` there; `None` in the same language."""
        pack = self._languages.get(language)
        if pack is None or pack.code == self.language.code:
            return None
        position = position_of(title, pack)
        return None if position is None else positions_of(self.language).name(position)

    def _office(self, office: str, title: str, language: LanguageCode) -> str | None:
        """What the office is called here: as its state styles it, else by its general name."""
        pack = self._languages.get(language)
        style = None if pack is None else pack.styles.style_of(office, title)
        words = None if style is None else self.language.styles.styles.get(office, {}).get(style)
        return self._labels.offices.get(office) if words is None else words.name

    def quoted(self, text: str, language: LanguageCode) -> Said:
        """Words out of an article in `language`."""
        return Said(text=text, language=None if language == self.code else language)

    # -- figures --------------------------------------------------------------------------------

    def quantity(
        self, quantity: Quantity, language: LanguageCode, *, written: str | None = None
    ) -> Said:
        """A figure read in an article in `language`, with `about` or `at least` where it says so.

        A counted thing that has no name here stays as `written`: put together from a number and a
        base form it would be wrong in every language that inflects after numbers.
        """
        borrowed = quantity.kind == "count" and quantity.unit not in self._labels.units
        strict = quantity.strict and quantity.bound is not None
        text = (
            written
            if borrowed and written
            else write_quantity(quantity, self.language, compared=strict)
        )
        if borrowed and self._says_bound(text, language):
            return self.quoted(text, language)
        key: str | None = quantity.bound
        if strict:
            key = "more-than" if key == "at-least" else "less-than"
        elif key is None and quantity.approximate:
            key = "approximate"
        if key is not None:
            # What stays in the words of the text has its bound in the same language.
            labels = self._languages[language].labels if borrowed else self._labels
            text = labels.interface.get(f"figure-{key}", "{value}").replace("{value}", text)
        return self.quoted(text, language) if borrowed else Said(text=text)

    def _says_bound(self, written: str, language: LanguageCode) -> bool:
        """Whether a bound stands inside the words, between number and noun: `500дөн ашык киши`."""
        labels = self._languages[language].labels.interface
        said = {
            word
            for key in ("more-than", "less-than", "at-least", "at-most")
            for word in labels.get(f"figure-{key}", "").replace("{value}", "").split()
        }
        return not said.isdisjoint(written.lower().split())

    def figure_role(self, quantity: Quantity) -> str | None:
        """`target`, `actual` …; of a change, which way it went where that is known."""
        if quantity.role is None:
            return None
        change = quantity.role == "change"
        return self.say(f"figure-{(quantity.direction if change else None) or quantity.role}")

    def measured(self, quantity: Quantity, language: LanguageCode) -> Said | None:
        """What a figure measures: its indicator here, or the words of the text."""
        if quantity.indicator is not None:
            label = self._labels.indicators.get(quantity.indicator)
            if label:
                return Said(text=label)
        return self.quoted(quantity.about, language) if quantity.about else None

    def indicator(self, id_: str) -> str:
        """The name of a recurring figure: `trade-turnover`; the id itself where nobody wrote it."""
        return self._labels.indicators.get(id_, id_)

    # -- order ----------------------------------------------------------------------------------

    def sort_key(self, text: str) -> SortKey:
        """For sorting by this language's alphabet.

        A letter it lacks stands where a reader looks for it: with the letter it is made of (`ө`
        with `о`, `ғ` with `г`), after that letter where nothing else tells two words apart. Letters
        of another script come last.
        """
        letters = [c for c in text.lower() if c.isalnum()]
        return tuple(map(self._place, letters)), tuple(letters)

    def name_key(self, name: str, family: str | None) -> SortKey:
        """For sorting people, whose family name stands in `name`, by it."""
        first = None if family is None else name.find(family)
        if first is None or first < 0 or family is None:
            return self.sort_key(name)
        family_first, family_letters = self.sort_key(family)
        rest, letters = self.sort_key(name[:first] + name[first + len(family) :])
        return (*family_first, (-1, ""), *rest), (*family_letters, *letters)

    def _place(self, letter: str) -> tuple[int, str]:
        own = self._order.get(letter)
        if own is None:
            base = base_letter(letter)
            own = self._order.get(base)
        return (len(self._order), letter) if own is None else (own, "")


def _small(title: str) -> str:
    """`title` inside a sentence: its first letter small unless it begins an abbreviation."""
    return title[:1].lower() + title[1:] if title[1:2].islower() else title


@cache
def _grouped(code: LanguageCode, number: int) -> str:
    from babel.numbers import format_decimal

    return str(format_decimal(number, locale=code))


@cache
def _offset(zone: str, moment: Moment) -> str:
    """The offset `zone` had at that moment, as `Moment` writes it."""
    day = datetime(moment.year, moment.month, moment.day, moment.hour or 0, tzinfo=ZoneInfo(zone))
    minutes = int((day.utcoffset() or timedelta()).total_seconds()) // 60
    sign = "-" if minutes < 0 else "+"
    return f"{sign}{abs(minutes) // 60:02d}:{abs(minutes) % 60:02d}"
