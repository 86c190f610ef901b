"""Why facts are what they are, and what was left out."""

from __future__ import annotations

from generator.cli import DEFAULTS
from generator.model.mention import Rejection
from generator.model.site import Briefing
from generator.pipeline import Understanding
from generator.rendering.explanation import explain

TEXT = """Жаңы көпүрө ачылды

Президент Айбек Сыдыков 2-мартта Ошто көпүрөнү ачты. Курулушка 120 миллион сом жумшалды.

№ 45 мектептин окуучулары «жашыл» дарак тикти. № 45 мектеп эми жаңырат.
"""


def examined() -> tuple[Briefing, tuple[Rejection, ...]]:
    understanding = Understanding(DEFAULTS)
    article = understanding.reader.from_text(
        doc="own", text=TEXT, title=None, published="2026-03-02", language="ky"
    )
    return understanding.examine(article)


def left_out(lines: list[str]) -> list[str]:
    return lines[lines.index("Considered and left out:") + 1 :]


def test_what_was_left_out_stands_at_the_end_by_place() -> None:
    briefing, rejections = examined()
    listed = left_out(list(explain(briefing, rejections)))
    school = "   count: 45 — the number of something, after № (amounts.number) ×2"
    green = next(line for line in listed if line.startswith("   quotation: жашыл — "))
    assert listed.index(school) < listed.index(green)
    shuffled = list(explain(briefing, rejections[::-1]))
    assert left_out(shuffled) == listed


def test_one_fact_has_what_was_left_out_of_its_sentences() -> None:
    briefing, rejections = examined()
    kinds = [fact.kind for fact in briefing.facts]
    money = list(explain(briefing, rejections, only=kinds.index("money") + 1))
    assert money[0].startswith(f"{kinds.index('money') + 1}. money: ")
    assert not any("№" in line for line in money)
    third = next(
        number
        for number, fact in enumerate(briefing.facts, start=1)
        if any(TEXT.index("№") <= evidence.span.start for evidence in fact.evidence)
    )
    assert any("after №" in line for line in explain(briefing, rejections, only=third))


def test_an_event_shows_the_kinds_it_was_weighed_against() -> None:
    briefing, rejections = examined()
    (event,) = (n for n, fact in enumerate(briefing.facts, start=1) if fact.kind == "event")
    rivals = [rejection for rejection in rejections if rejection.kind == "event"]
    lines = "\n".join(explain(briefing, rejections, only=event))
    assert all(rejection.reason in lines for rejection in rivals)


def test_nothing_left_out_leaves_no_heading() -> None:
    briefing, _ = examined()
    assert "Considered and left out:" not in list(explain(briefing, ()))


def test_long_words_and_rules_are_cut() -> None:
    briefing, rejections = examined()
    (one, *_) = rejections
    long = Rejection(
        kind=one.kind,
        span=briefing.article.prose[-1],
        rule="event.cue/" + "word|" * 40,
        reason="too long",
    )
    (line,) = left_out(list(explain(briefing, (long,))))
    assert line.count("…") == 2
    assert len(line) < 160
