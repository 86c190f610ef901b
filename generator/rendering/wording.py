"""How a page says things in its language: messages, names, dates, figures, offices."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache
from zoneinfo import ZoneInfo

from babel import Locale

from generator.knowledge.base import Knowledge
from generator.lexicon.dates import long_date
from generator.lexicon.language import Language
from generator.lexicon.numerals import write_quantity
from generator.lexicon.romanisation import romanise
from generator.model.calendar import Moment, PartialDate
from generator.model.entity import Entity
from generator.model.ids import CountryCode, EntityId, LanguageCode, entity_key, entity_kind
from generator.model.names import Role
from generator.model.quantity import Quantity


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """A few words, and what a reader must know about them."""

    text: str
    language: LanguageCode | None = None
    """Set where the words are not in the page's language."""
    transliterated: bool = False
    """Whether the words are a name spelled out by table, not one anybody was seen to write."""


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
        title = None if role.office is None else self._office(role.office, role.title, language)
        said = Said(text=title) if title else self.quoted(role.title, language)
        if role.former:
            return Said(text=self.say("former", title=said.text), language=said.language)
        if role.acting:
            return Said(text=self.say("acting", title=said.text), language=said.language)
        return said

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
        text = written if borrowed and written else write_quantity(quantity, self.language)
        if quantity.bound is not None:
            text = self.say(f"figure-{quantity.bound}", value=text)
        elif quantity.approximate:
            text = self.say("figure-approximate", value=text)
        return self.quoted(text, language) if borrowed else Said(text=text)

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

    def sort_key(self, text: str) -> tuple[tuple[int, str], ...]:
        """For sorting by this language's alphabet; other letters come after it."""
        last = len(self._order)
        return tuple((self._order.get(c, last), c) for c in text.lower() if c.isalnum())


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
