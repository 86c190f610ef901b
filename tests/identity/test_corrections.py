"""An editor's word on single facts, by the real recognisers."""

from __future__ import annotations

from decimal import Decimal
from functools import cache

from generator.cli import DEFAULTS
from generator.model.article import SourceFile
from generator.model.calendar import PartialDate
from generator.model.fact import Fact
from generator.model.names import Role
from generator.model.quantity import Quantity
from generator.model.site import Briefing
from generator.pipeline import Understanding
from generator.rendering.explanation import explain

ARTICLE = """\
2026-03-02 10:00
Energy talks in Oslo

Kyrgyzstan's Energy Minister Nurlan Toktorov met Norway's Foreign Minister Karin Lund in Oslo on \
2 March 2026. The trade turnover of Kyrgyzstan and Norway reached $36 million in 2025. "We will \
build more," Nurlan Toktorov said. A school got $36 million, too. Norway has 5 such schools.
"""


@cache
def understanding() -> Understanding:
    return Understanding(DEFAULTS)


def corrected(yaml: str, article: str = ARTICLE) -> Briefing:
    sidecars = [SourceFile(path="talks.yml", content=f"facts:\n{yaml}".encode())] if yaml else []
    source = SourceFile(path="talks.txt", content=article.encode())
    article_, notices = understanding().read(source, sidecars)
    assert [notice for notice in notices if notice.severity == "error"] == []
    return understanding().understand(article_)


def applied(yaml: str, article: str = ARTICLE) -> Briefing:
    briefing = corrected(yaml, article)
    assert [n.problem for n in briefing.notices] == []
    return briefing


def stale(yaml: str) -> str:
    """What is said of a correction that cannot be applied; nothing else may have changed."""
    briefing = corrected(yaml)
    (notice,) = briefing.notices
    assert (notice.code, notice.severity, notice.path) == (
        "stale-correction", "warning", "talks.yml",
    )  # fmt: skip
    assert notice.line == 2
    assert briefing.facts == corrected("").facts
    return f"{notice.problem} {notice.hint}"


def facts(briefing: Briefing, kind: str) -> list[Fact]:
    return [fact for fact in briefing.facts if fact.kind == kind]


def quotes(briefing: Briefing, kind: str) -> list[str]:
    return [evidence.quote for fact in facts(briefing, kind) for evidence in fact.evidence]


def roles(briefing: Briefing) -> list[tuple[str, str | None, str | None]]:
    return [
        (fact.value.title, fact.value.office, fact.value.country)
        for fact in facts(briefing, "role")
        if isinstance(fact.value, Role)
    ]


def test_the_article_is_what_these_tests_take_it_for() -> None:
    briefing = applied("")
    assert quotes(briefing, "money") == ["$36 million", "$36 million"]
    assert len(facts(briefing, "role")) == 2
    assert quotes(briefing, "place")


def test_hiding_takes_away_the_fact_and_its_mentions() -> None:
    briefing = applied("  - hide: Oslo\n")
    assert not quotes(briefing, "place")
    assert not [mention for mention in briefing.mentions if mention.kind == "place"]
    assert "place:oslo" not in {entity.id for entity in briefing.entities}


def test_hiding_a_person_takes_what_hangs_on_her() -> None:
    briefing = applied("  - hide: Nurlan Toktorov\n")
    assert quotes(briefing, "person") == ["Karin Lund"]
    assert [fact.argument("speaker") for fact in facts(briefing, "quotation")] == [None]
    assert [country for _, _, country in roles(briefing)] == ["NO"]


def test_a_part_of_the_words_and_other_white_space_are_enough() -> None:
    assert applied('  - hide: "Karin"\n').facts == applied("  - hide: Karin   Lund\n").facts


def test_confirming_marks_the_fact_and_changes_nothing_else() -> None:
    briefing = applied("  - confirm: Karin Lund\n    by: A. Editor\n    on: 2026-03-04\n")
    (fact,) = [fact for fact in briefing.facts if fact.correction is not None]
    assert fact.kind == "person"
    assert briefing.mentions == applied("").mentions
    text = "\n".join(explain(briefing, ()))
    assert "editor/confirm by A. Editor on 2026-03-04 (talks.yml:2)" in text


def test_setting_an_amount() -> None:
    briefing = applied(
        "  - set: {words: $36 million, nth: 1, value: 35000000, indicator: exports, of: [KG]}\n"
        "    because: it was a slip of the pen\n"
    )
    first, second = facts(briefing, "money")
    assert isinstance(first.value, Quantity)
    assert (first.value.value, first.value.indicator) == (Decimal(35000000), "exports")
    assert first.value.of == ("KG",)
    assert first.value.period == PartialDate(year=2025)  # as it was
    assert first.evidence[0].rule == "editor/set"
    assert first.evidence[0].quote == "$36 million"
    assert isinstance(second.value, Quantity)
    assert second.value.value == Decimal(36000000)
    assert "because it was a slip of the pen" in "\n".join(explain(briefing, ()))


def test_setting_an_office_by_the_name_of_its_holder() -> None:
    briefing = applied(
        "  - set: {words: Karin Lund, title: Deputy Minister, office: deputy-minister}\n"
    )
    assert ("Deputy Minister", "deputy-minister", "NO") in roles(briefing)
    assert len(roles(briefing)) == 2


def test_setting_an_office_by_its_own_words() -> None:
    briefing = applied("  - set: {words: Foreign Minister, country: SE, kind: role}\n")
    assert {country for _, _, country in roles(briefing)} == {"KG", "SE"}


def test_an_office_that_was_not_found() -> None:
    article = ARTICLE.replace("Norway's Foreign Minister Karin Lund", "Karin Lund")
    briefing = applied(
        "  - set: {words: Karin Lund, title: Ambassador, office: ambassador, country: NO}\n",
        article,
    )
    assert ("Ambassador", "ambassador", "NO") in roles(briefing)
    (fact,) = [fact for fact in facts(briefing, "role") if fact.correction]
    assert fact.evidence[0].quote == "Karin Lund"


def test_facts_that_were_not_found() -> None:
    briefing = applied(
        "  - set: {words: A school, kind: organisation}\n"
        "  - set: {words: 5 such schools, kind: count, value: 5, unit: school}\n"
        "  - set: {words: in 2025, date: 2025-06}\n"
        "  - set: {words: talks, event: visit}\n"
        "  - set: {words: We will build more, speaker: Karin Lund}\n"
    )
    assert "A school" in quotes(briefing, "organisation")
    (count,) = [fact for fact in facts(briefing, "count") if fact.correction]
    assert getattr(count.value, "unit", None) == "school"
    assert PartialDate(year=2025, month=6) in [fact.value for fact in facts(briefing, "date")]
    (event,) = facts(briefing, "event")
    assert getattr(event.value, "kind", None) == "visit"
    (quotation,) = facts(briefing, "quotation")
    assert quotation.argument("speaker") == "person:karin-lund"


def test_a_country_read_wrongly() -> None:
    briefing = applied("  - set: {words: Norway, kind: country, country: DK}\n")
    assert {getattr(fact.value, "code", None) for fact in facts(briefing, "country")} == {
        "KG", "DK",
    }  # fmt: skip


def test_words_that_are_gone() -> None:
    assert "does not say `Bergen`" in stale("  - hide: Bergen\n")
    assert "only 2 times" in stale("  - hide: {words: $36 million, nth: 3}\n")
    assert "no fact" in stale("  - hide: got\n")
    assert "no fact of the kind `date`" in stale("  - hide: {words: Oslo, kind: date}\n")
    assert "`kind:`" in stale("  - set: {words: got, value: 5}\n")
    assert "does not name `Ola`" in stale("  - set: {words: We will build more, speaker: Ola}\n")


def test_words_that_stand_for_several_facts() -> None:
    assert "nth: 2" in stale("  - confirm: Minister\n")
    told = stale("  - hide: Foreign Minister Karin Lund in Oslo\n")
    assert "stands for several facts" in told
    assert "`kind: person`" in told


def test_hiding_an_amount_wherever_it_stands() -> None:
    assert not quotes(applied("  - hide: $36 million\n"), "money")


def test_words_are_not_found_inside_other_words() -> None:
    assert "does not say" in stale("  - hide: slo\n")


def test_an_ending_does_not_hide_the_word() -> None:
    """In Kyrgyz the words of a note rarely carry the ending they have in the sentence."""
    article = (
        "2026-03-02\nЖолугушуу\n\nКыргызстандын президенти Ош шаарында болду."
        " Шаарга 5 млн сом берилди.\n"
    )
    assert quotes(applied("", article), "country")
    assert not quotes(applied("  - hide: Кыргызстан\n", article), "country")


def test_the_same_corrections_give_the_same_briefing() -> None:
    yaml = "  - hide: Oslo\n  - set: {words: Karin Lund, office: ambassador}\n"
    assert applied(yaml) == applied(yaml)
