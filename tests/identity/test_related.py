"""Briefings worth reading beside one another, with the reason that a reader can check."""

from __future__ import annotations

from generator.identity.related import LIMIT
from generator.model.site import Site
from generator.model.story import Reason
from tests.identity.tellings import BRIDGE, OTHERS, TALKS, site


def article(site: Site, path: str) -> str:
    return next(b.article.id for b in site.briefings if b.article.source.path == path)


def related(site: Site, path: str) -> dict[str, tuple[Reason, ...]]:
    paths = {b.article.id: b.article.source.path for b in site.briefings}
    found = site.related.get(next(id_ for id_ in paths if paths[id_] == path), ())
    return {paths[one.article]: one.reasons for one in found}


def test_the_same_person_is_a_reason() -> None:
    found = related(site({**TALKS, **OTHERS}), "talks-earlier-ru.txt")
    assert list(found) == ["talks-ru.txt"]  # of the three versions, the one in its language
    (reason,) = found["talks-ru.txt"]
    assert reason.kind == "people"
    (person,) = reason.entities
    assert person.startswith("person:")


def test_versions_of_one_story_are_not_related_to_each_other() -> None:
    whole = site({**TALKS, **BRIDGE, **OTHERS})
    for path in TALKS:
        assert not {*related(whole, path)} & {*TALKS}


def test_the_same_pair_and_the_same_figure_are_reasons() -> None:
    trade = """2026-02-02
Товарооборот Казахстана и Кыргызстана вырос

Товарооборот Кыргызстана и Казахстана за январь составил 120 млн долларов.
"""
    found = related(site({**TALKS, **OTHERS, "trade-ru.txt": trade}), "trade-ru.txt")
    reasons = {reason.kind: reason for reason in found["talks-ru.txt"]}
    assert reasons["pair"].entities == ("country:KG", "country:KZ")
    if "figure" in reasons:
        assert reasons["figure"].indicator == "trade-turnover"


def test_nothing_in_common_is_not_related() -> None:
    assert related(site(OTHERS), "exhibition-en.txt") == {}


def test_at_most_five_and_the_newest_first() -> None:
    files = {
        f"note-{day}.txt": f"2026-01-{day:02d}\nЗаявление номер {day}\n\n"
        f"Министр транспорта Кыргызстана Абсаттар Сыргабаев сделал заявление. Номер {day * 7}.\n"
        for day in range(1, 29, 4)
    }
    found = related(site(files), "note-1.txt")
    days = [int(path.partition("-")[2].removesuffix(".txt")) for path in found]
    assert len(days) == LIMIT
    assert days == sorted(days, reverse=True)


def test_what_most_briefings_share_is_no_reason() -> None:
    files = {
        f"note-{n}.txt": f"2026-01-{n:02d}\nНовость {n}\n\n"
        f"Министр транспорта Кыргызстана Абсаттар Сыргабаев назвал число {n * 13}.\n"
        for n in range(1, 26)
    }
    assert site(files).related == {}
