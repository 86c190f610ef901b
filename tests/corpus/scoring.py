"""Compare the facts found in texts with the facts labelled in them, and count.

A labelled text is an object of `gold.jsonl`; what was found in it is an object printed by
`briefing extract`. Counts are summed over all texts (micro-average). A text of which nothing was
found counts as empty; a key that a label set does not have is not counted for that text.

What counts as the same, case, `ё`, quotation marks, the kind of dash and blanks apart:

- `persons`: the names are equal, or, failing that, any name or alias of one is one of the other's;
  each person is paired once, equal names first.
- `full_names`: the fullest name itself is equal.
- `roles`: titles of paired people, where one has all the words of the other and at most one more.
- `role_country`: among paired titles with a labelled country: the country. None given is missed
  only, another one is wrong as well.
- `countries`: codes, each once. A country labelled as an adjective is neither missed nor wrong.
- `money`: value and currency. `percent`, `multiple`, `counts`: the value; as often as labelled.
- `dates`: equal, each once; a labelled one without a year agrees with that day of any year.
- `quotes`: the first three words. `speakers`: among paired quotations: the speaker's name, an
  alias, or the words of the text, compared as names or as titles. A wrong one is missed as well.
- `places`, `organisations`: the names, each once.
- `event`: the kind, where it is labelled and not `other`.
- `summary`: the labelled first four words begin one of the two best sentences.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any

Json = Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """How one fact type came out in one text; facts are named as a person would read them."""

    right: int = 0
    missed: tuple[str, ...] = ()
    """Labelled, not found."""
    wrong: tuple[str, ...] = ()
    """Found, not labelled."""


@dataclass(slots=True)
class Tally:
    """How one fact type came out in all texts."""

    right: int = 0
    missed: list[tuple[str, str]] = field(default_factory=list)
    """Text id and fact."""
    wrong: list[tuple[str, str]] = field(default_factory=list)

    @property
    def gold(self) -> int:
        """How many facts are labelled."""
        return self.right + len(self.missed)

    @property
    def found(self) -> int:
        """How many facts were found."""
        return self.right + len(self.wrong)

    @property
    def precision(self) -> float:
        """Share of the facts found that are right; 1 where none was found."""
        return self.right / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        """Share of the labelled facts that were found; 1 where none is labelled."""
        return self.right / self.gold if self.gold else 1.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0

    def add(self, doc: str, outcome: Outcome) -> None:
        """Count the outcome of one more text."""
        self.right += outcome.right
        self.missed += [(doc, fact) for fact in outcome.missed]
        self.wrong += [(doc, fact) for fact in outcome.wrong]

    def report(self) -> str:
        """What went wrong, a fact a line."""
        lines = [f"  missed  {doc}: {fact}" for doc, fact in self.missed]
        lines += [f"  wrong   {doc}: {fact}" for doc, fact in self.wrong]
        return "\n".join(lines)


def score(labelled: Iterable[Json], found: Mapping[str, Json]) -> dict[str, Tally]:
    """Tallies by fact type, in a fixed order; `found` is by text id (`doc`)."""
    tallies = {key: Tally() for key in COMPARISONS}
    for gold in labelled:
        system = found.get(gold["doc"], {})
        for key, compare in COMPARISONS.items():
            tallies[key].add(gold["doc"], compare(gold, system))
    return tallies


def fold(text: str | None) -> str:
    """`text` without what does not matter to whether two names are the same."""
    text = unicodedata.normalize("NFC", text or "").casefold().replace("ё", "е")
    text = re.sub(r"[‐‑–—−-]+", "-", text)
    text = re.sub(r"[«»„“”\"'’ʻʼ`]", "", text)
    return re.sub(r"\s+", " ", text).strip(" .,;:")


def words(text: str | None) -> list[str]:
    """The words of `text`, folded."""
    return re.findall(r"\w+", fold(text))


def same_title(one: str, other: str) -> bool:
    """Whether two titles differ by no more than one word that one of them adds."""
    a, b = set(words(one)), set(words(other))
    return bool(a and b) and (a <= b or b <= a) and abs(len(a) - len(b)) <= 1


def same_date(labelled: str, found: str) -> bool:
    """Whether dates agree; `--MM-DD` and `--MM` are labels of dates without a year."""
    if found == labelled:
        return True
    return labelled.startswith("--") and re.sub(r"^\d{4}-", "", found) == labelled[2:]


def pair_persons(
    labelled: Sequence[Json], found: Sequence[Json]
) -> tuple[list[tuple[Json, Json]], list[Json], list[Json]]:
    """Labelled people with those found, the labelled ones left over, the found ones left over."""
    pairs: list[tuple[Json, Json]] = []
    missed, wrong = list(labelled), list(found)
    for forms in (_full_name, _all_names):
        for person in list(missed):
            other = next((other for other in wrong if forms(person) & forms(other)), None)
            if other is not None:
                pairs.append((person, other))
                missed = [left for left in missed if left is not person]
                wrong = [left for left in wrong if left is not other]
    return pairs, missed, wrong


def _persons(gold: Json, system: Json) -> Outcome:
    pairs, missed, wrong = pair_persons(gold["persons"], system.get("persons", ()))
    return Outcome(
        right=len(pairs),
        missed=tuple(person["name"] for person in missed),
        wrong=tuple(person["name"] for person in wrong),
    )


def _full_names(gold: Json, system: Json) -> Outcome:
    return _multisets(
        (fold(person["name"]) for person in gold["persons"]),
        (fold(person["name"]) for person in system.get("persons", ())),
    )


def _roles(gold: Json, system: Json) -> Outcome:
    right, missed, wrong = 0, [], []
    for person, titles, others in _pair_roles(gold, system):
        right += sum(other is not None for _, other in titles)
        missed += [f"{person}: {role['title']}" for role, other in titles if other is None]
        wrong += [f"{person}: {other['title']}" for other in others]
    return Outcome(right=right, missed=tuple(missed), wrong=tuple(wrong))


def _role_countries(gold: Json, system: Json) -> Outcome:
    right, missed, wrong = 0, [], []
    for person, titles, _ in _pair_roles(gold, system):
        for role, other in titles:
            if other is None or not role.get("country"):
                continue
            if other.get("country") == role["country"]:
                right += 1
                continue
            name = f"{person}: {role['title']}"
            missed.append(f"{name}, {role['country']}")
            if other.get("country"):
                wrong.append(f"{name}, {other['country']}")
    return Outcome(right=right, missed=tuple(missed), wrong=tuple(wrong))


def _pair_roles(
    gold: Json, system: Json
) -> Iterator[tuple[str, list[tuple[Json, Json | None]], list[Json]]]:
    """For each paired person: name, labelled roles each with the one found, roles left over."""
    pairs, _, _ = pair_persons(gold["persons"], system.get("persons", ()))
    for person, found in pairs:
        if "roles" not in person:
            continue
        left = list(found.get("roles", ()))
        titles: list[tuple[Json, Json | None]] = []
        for role in person["roles"]:
            same = (other for other in left if same_title(role["title"], other["title"]))
            match = next(same, None)
            if match is not None:
                left.remove(match)
            titles.append((role, match))
        yield person["name"], titles, left


def _countries(gold: Json, system: Json) -> Outcome:
    labelled = set(gold["countries"])
    found = {country["code"] for country in system.get("countries", ())}
    return Outcome(
        right=len(labelled & found),
        missed=tuple(sorted(labelled - found)),
        wrong=tuple(sorted(found - labelled - set(gold.get("countries_adj", ())))),
    )


def _money(gold: Json, system: Json) -> Outcome:
    return _multisets(
        (f"{number(sum_['value'])} {sum_['currency']}" for sum_ in gold.get("money", ())),
        (f"{number(sum_['value'])} {sum_.get('unit')}" for sum_ in _quantities(system, "money")),
    )


def _values(key: str, kind: str) -> Callable[[Json, Json], Outcome]:
    def compare(gold: Json, system: Json) -> Outcome:
        labelled = (one["value"] if isinstance(one, Mapping) else one for one in gold[key])
        return _multisets(
            map(number, labelled),
            (number(one["value"]) for one in _quantities(system, kind)),
        )

    return compare


def _dates(gold: Json, system: Json) -> Outcome:
    right, missed = 0, []
    left = list(dict.fromkeys(date["value"].strip() for date in system.get("dates", ())))
    for date in dict.fromkeys(gold["dates"]):
        match = next((other for other in left if same_date(date, other)), None)
        if match is None:
            missed.append(date)
        else:
            left.remove(match)
            right += 1
    return Outcome(right=right, missed=tuple(missed), wrong=tuple(left))


def _quotes(gold: Json, system: Json) -> Outcome:
    pairs, missed, wrong = _pair_quotes(gold, system)
    return Outcome(
        right=len(pairs),
        missed=tuple(quote["start"] for quote in missed),
        wrong=tuple(quote["text"][:60] for quote in wrong),
    )


def _speakers(gold: Json, system: Json) -> Outcome:
    people = {person.get("id"): person for person in system.get("persons", ())}
    right, missed, wrong = 0, [], []
    for quote, found in _pair_quotes(gold, system)[0]:
        person = people.get(found.get("speaker"))
        names = [person["name"], *person.get("aliases", ())] if person else []
        names.append(found.get("speaker_text") or "")
        if any(_same_speaker(quote["speaker"], name) for name in names if name):
            right += 1
        else:
            missed.append(f"{quote['start']} … by {quote['speaker']}")
            wrong.append(f"{quote['start']} … by {names[0] or 'nobody'}")
    return Outcome(right=right, missed=tuple(missed), wrong=tuple(wrong))


def _pair_quotes(
    gold: Json, system: Json
) -> tuple[list[tuple[Json, Json]], list[Json], list[Json]]:
    pairs, missed, left = [], [], list(system.get("quotations", ()))
    for quote in gold["quotes"]:
        start = words(quote["start"])[:3]
        same = (other for other in left if words(other["text"])[: len(start)] == start)
        match = next(same, None)
        if match is None:
            missed.append(quote)
        else:
            left.remove(match)
            pairs.append((quote, match))
    return pairs, missed, left


def _same_speaker(one: str, other: str) -> bool:
    return fold(one) == fold(other) or same_title(one, other)


def _names(key: str) -> Callable[[Json, Json], Outcome]:
    def compare(gold: Json, system: Json) -> Outcome:
        return _multisets(
            {fold(name) for name in gold[key]},
            {fold(one["name"]) for one in system.get(key, ())},
        )

    return compare


def _event(gold: Json, system: Json) -> Outcome:
    if gold["event"] in ("", "other"):
        return Outcome()
    return _multisets([gold["event"]], [system["event"]] if system.get("event") else [])


def _summary(gold: Json, system: Json) -> Outcome:
    start = words(gold["key"])
    best = list(system.get("summary", ()))[:2]
    if any(words(sentence["text"])[: len(start)] == start for sentence in best):
        return Outcome(right=1)
    return Outcome(missed=(gold["key"],), wrong=(best[0]["text"][:60] if best else "none",))


def _labelled(
    key: str, compare: Callable[[Json, Json], Outcome]
) -> Callable[[Json, Json], Outcome]:
    """`compare`, for texts that have `key` labelled at all."""
    return lambda gold, system: compare(gold, system) if key in gold else Outcome()


COMPARISONS: Mapping[str, Callable[[Json, Json], Outcome]] = {
    "persons": _labelled("persons", _persons),
    "full_names": _labelled("persons", _full_names),
    "roles": _labelled("persons", _roles),
    "role_country": _labelled("persons", _role_countries),
    "countries": _labelled("countries", _countries),
    "places": _labelled("places", _names("places")),
    "organisations": _labelled("organisations", _names("organisations")),
    "money": _labelled("money", _money),
    "percent": _labelled("percent", _values("percent", "percent")),
    "multiple": _labelled("multiple", _values("multiple", "multiple")),
    "counts": _labelled("counts", _values("counts", "count")),
    "dates": _labelled("dates", _dates),
    "quotes": _labelled("quotes", _quotes),
    "speakers": _labelled("quotes", _speakers),
    "event": _labelled("event", _event),
    "summary": _labelled("key", _summary),
}
"""Fact types and how each is compared."""


def number(value: float | str) -> Fraction:
    """A value to six decimals, so that 0.1 from one program is 0.1 from another."""
    return Fraction(str(value)).limit_denominator(10**6)


def _quantities(system: Json, kind: str) -> list[Json]:
    return [one for one in system.get("quantities", ()) if one["kind"] == kind]


def _multisets(labelled: Iterable[Any], found: Iterable[Any]) -> Outcome:
    """Equal things are paired one to one; sorted, so that reports come out the same each time."""
    gold, system = Counter(sorted(labelled)), Counter(sorted(found))
    return Outcome(
        right=(gold & system).total(),
        missed=tuple(map(str, (gold - system).elements())),
        wrong=tuple(map(str, (system - gold).elements())),
    )


def _full_name(person: Json) -> set[str]:
    return {fold(person["name"])}


def _all_names(person: Json) -> set[str]:
    return {fold(name) for name in (person["name"], *person.get("aliases", ()))}
