"""The box: what it shows, in which order, and where each line leads."""

from __future__ import annotations

from decimal import Decimal

from generator.model.calendar import PartialDate
from generator.model.ids import CountryCode, Kind
from generator.model.mention import Mention
from generator.model.names import Role
from generator.model.quantity import Quantity
from generator.model.span import Span
from generator.rendering.key_facts import (
    LIMITS,
    Group,
    key_sentence,
    read_key_facts,
    shortened,
)
from generator.rendering.links import Anchors
from tests.rendering.newsroom import UIS, Desk, context, site

KY, RU, EN = UIS


def talks() -> Desk:
    desk = Desk(
        "Two neighbours count their trade",
        "Aida Toktosunova, minister of trade of Kyrgyzstan, met Rustam Aliev in Osh. "
        "Trade with Tajikistan came to $36 million in 2025.\n\n"
        "“We aim at $500 million,” Toktosunova said on 3 March.",
    )
    desk.key("Aida Toktosunova, minister of trade of Kyrgyzstan, met Rustam Aliev in Osh.")
    aida = desk.person("Aida Toktosunova", "aida")
    desk.person("Rustam Aliev", "rustam")
    desk.role(
        "minister of trade",
        aida,
        Role(title="minister of trade", office=None, country=CountryCode("KG")),
    )
    desk.country("Kyrgyzstan", "KG")
    desk.country("Tajikistan", "TJ")
    for words, value, role in (("$36 million", 36, "actual"), ("$500 million", 500, "target")):
        desk.says(
            "money",
            words,
            Quantity(
                kind="money",
                value=Decimal(value) * 1_000_000,
                unit="USD",
                role=role,  # type: ignore[arg-type]
                about="trade",
                of=("KG", "TJ"),
                period=PartialDate(year=2025),
            ),
        )
    desk.says("date", "3 March", PartialDate(month=3, day=3))
    desk.quote("We aim at $500 million,", aida)
    return desk


def _box(desk: Desk, code: str = "en") -> dict[str, Group]:
    whole = site([desk])
    (briefing,) = whole.briefings
    wording = context().wordings[next(ui for ui in UIS if ui == code)]
    groups = read_key_facts(
        briefing, whole, Anchors(briefing), wording, lambda entity: f"/{entity}/"
    )
    return {group.kind: group for group in groups}


def test_the_order_never_changes() -> None:
    assert list(_box(talks())) == ["summary", "person", "country", "figure", "date", "quotation"]


def test_every_line_has_its_evidence() -> None:
    desk = talks()
    briefing = desk.briefing()
    anchors = Anchors(briefing)
    spans = (*anchors.paragraphs, briefing.article.title_span)
    page = "".join(anchors.html(span, None) for span in spans if span)
    for group in _box(desk).values():
        for line in (*group.shown, *group.more):
            assert f'id="{line.place.anchor}"' in page, group.kind


def test_who_with_office_and_country() -> None:
    first, second = _box(talks())["person"].shown
    assert first.named is not None
    assert first.named.name.text == "Aida Toktosunova"
    assert first.named.href == "/person:aida/"
    assert [office.title.text for office in first.offices] == ["minister of trade"]
    assert first.offices[0].country == "Kyrgyzstan"
    assert second.offices == ()


def test_a_figure_stands_beside_the_words_it_was_read_from() -> None:
    first, second = (line.figure for line in _box(talks())["figure"].shown)
    assert first is not None
    assert second is not None
    assert "36" in first.value.text
    assert first.written.text == "$36 million"
    assert first.of == ("Kyrgyzstan", "Tajikistan")
    assert first.period == "2025"
    assert (first.role, second.role) == ("actual", "target")


def test_the_box_is_in_the_language_of_the_page_and_marks_what_is_not() -> None:
    box = _box(talks(), "ru")
    (summary,) = box["summary"].shown
    assert summary.text is not None
    assert summary.text.language == EN
    assert [line.named.name.text for line in box["country"].shown if line.named] == [
        "Кыргызстан",
        "Таджикистан",
    ]
    figure = box["figure"].shown[0].figure
    assert figure is not None
    assert figure.measured is not None
    assert figure.measured.language == EN
    assert figure.role == "факт"


def test_who_said_it_and_the_comma_before_the_quotation_mark_goes() -> None:
    (line,) = _box(talks())["quotation"].shown
    assert line.text is not None
    assert line.text.text == "We aim at $500 million"
    assert line.named is not None
    assert line.named.name.text == "Aida Toktosunova"


def test_one_screen_and_the_rest_behind_show_all() -> None:
    days = [f"{day} May" for day in range(1, 20)]
    desk = Desk("Calendar", "Days: " + ", ".join(f"on {day}" for day in days) + ".")
    for number, day in enumerate(days, start=1):
        desk.says("date", f"on {day}", PartialDate(month=5, day=number))
    group = _box(desk)["date"]
    assert len(group.shown) == LIMITS["date"]
    assert group.total == 19


def test_one_line_is_not_hidden_behind_a_longer_button() -> None:
    desk = Desk("Calendar", "Days: on 1 May, on 2 May, on 3 May, on 4 May, on 5 May.")
    for number in range(1, LIMITS["date"] + 2):
        desk.says("date", f"on {number} May", PartialDate(month=5, day=number))
    group = _box(desk)["date"]
    assert len(group.shown) == LIMITS["date"] + 1
    assert not group.more


def test_the_same_fact_twice_is_one_line() -> None:
    desk = Desk("Twice", "It was 5 May. Again 5 May. Kyrgyzstan and Kyrgyzstan.")
    for nth in (0, 1):
        desk.says("date", "5 May", PartialDate(month=5, day=5), nth=nth)
        desk.country("Kyrgyzstan", "KG", nth=nth)
    box = _box(desk)
    assert box["date"].total == box["country"].total == 1


def test_the_headline_is_not_what_happened() -> None:
    desk = Desk("Nothing here", "Only this.")
    briefing = desk.briefing()
    assert key_sentence(briefing) is None
    assert _box(desk) == {}


def test_shortening_cuts_between_words() -> None:
    assert shortened("one two  three", 100) == "one two three"
    assert shortened("one two, three four", 9) == "one two…"
    assert shortened("x" * 50, 10) == "x" * 10 + "…"


def _figure(**more: object) -> str:
    desk = Desk("Title", "It came to 24 lorries.")
    quantity = Quantity(kind="count", value=Decimal(24), unit="lorry", **more)  # type: ignore[arg-type]
    desk.says("count", "24 lorries", quantity)
    figure = _box(desk, "ru")["figure"].shown[0].figure
    assert figure is not None
    # The counted thing has no name in Russian: it stays as written.
    assert figure.value.language == EN
    return figure.value.text


def test_a_figure_is_never_more_exact_than_the_text() -> None:
    assert _figure() == "24 lorries"
    assert _figure(approximate=True) == "about 24 lorries"
    assert _figure(bound="at-least", approximate=True) == "at least 24 lorries"
    assert _figure(bound="at-most") == "up to 24 lorries"


def test_titles_of_one_office_are_shown_once_and_in_full() -> None:
    desk = Desk("Title", "Chief Aida Toktosunova spoke. The head of state thanked her guests.")
    aida = desk.person("Aida Toktosunova", "aida")
    for title, words in (("chief", "Chief"), ("head of state", "head of state")):
        desk.role(
            words,
            aida,
            Role(title=title, office="head-of-state", country=CountryCode("KG")),
        )
    (line,) = _box(desk)["person"].shown
    (office,) = line.offices
    assert office.place is not None
    assert office.place.anchor == Anchors(desk.briefing()).id_of(desk.span("head of state"))


def test_every_office_leads_to_the_words_that_give_it() -> None:
    desk = Desk("Title", "Aida Toktosunova is a singer. She is also a chair.")
    aida = desk.person("Aida Toktosunova", "aida")
    for title in ("singer", "chair"):
        desk.role(title, aida, Role(title=title, office=None, country=None))
    (line,) = _box(desk)["person"].shown
    anchors = Anchors(desk.briefing())
    assert [office.place.anchor for office in line.offices if office.place] == [
        anchors.id_of(desk.span("singer")),
        anchors.id_of(desk.span("chair")),
    ]


def test_what_the_body_says_again_is_shown_where_the_body_says_it() -> None:
    desk = Desk("Trade at $36 million on 3 May", "Trade came to $36 million on 3 May.")
    quantity = Quantity(kind="money", value=Decimal(36_000_000), unit="USD")
    for words, value, kind in (
        ("$36 million", quantity, "money"),
        ("3 May", PartialDate(month=5, day=3), "date"),
    ):
        start = desk.text.index(words)
        mention = Mention(
            kind=Kind(kind), span=Span(start, start + len(words)), value=value, rule="test"
        )
        desk.mentions.append(mention)
        desk.says(kind, words, value)
    box = _box(desk)
    for group in (box["figure"], box["date"]):
        (line,) = group.shown
        assert line.place.paragraph == 1
