"""Spans of an article become anchors and links."""

from __future__ import annotations

import re
from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from generator.model.calendar import PartialDate
from generator.model.ids import EntityId
from generator.model.names import PlaceName
from generator.model.span import Span
from generator.rendering.links import Anchors, sentence_anchor
from tests.rendering.newsroom import Desk


def _link(entity: EntityId) -> str:
    return f"../{entity.partition(':')[2]}/"


class _Tree(HTMLParser):
    """Fails where tags do not nest; collects text."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.text = ""
        self.ids: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert not (tag == "a" and "a" in self.open)
        self.open.append(tag)
        self.ids += [value for name, value in attrs if name == "id" and value]

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data


def _read(html: str) -> _Tree:
    tree = _Tree()
    tree.feed(html)
    tree.close()
    assert not tree.open
    return tree


def _desk() -> Desk:
    desk = Desk(
        "Aida Toktosunova opens a bridge",
        "Aida Toktosunova spoke in Osh. Kyrgyzstan built it on 3 March.\n\n"
        "“A good day. A new road,” Toktosunova said.",
    )
    desk.person("Aida Toktosunova", "aida")
    desk.person("Toktosunova", "aida", nth=1)
    desk.country("Kyrgyzstan", "KG")
    desk.says("date", "3 March", PartialDate(month=3, day=3))
    desk.says("place", "Osh", PlaceName(name="Osh", country=None))
    desk.quote("A good day. A new road", EntityId("person:aida"))
    return desk


def test_people_and_countries_are_links_and_sentences_are_anchors() -> None:
    anchors = Anchors(_desk().briefing())
    html = str(anchors.html(anchors.paragraphs[0], _link))
    assert '<a class="p" id="p1" href="../aida/">Aida Toktosunova</a>' in html
    assert '<a class="c" id="c1" href="../KG/">Kyrgyzstan</a>' in html
    assert '<span class="d" id="d1">3 March</span>' in html
    assert re.findall(r'class="s" id="(s\d)"', html) == ["s2", "s3"]
    assert _read(html).text == anchors.paragraphs[0].of(_desk().text)


def test_a_quotation_over_two_sentences_is_cut_and_marked_as_one() -> None:
    anchors = Anchors(_desk().briefing())
    html = str(anchors.html(anchors.paragraphs[1], _link))
    assert html.count('data-q="q1"') >= 2
    assert html.count('id="q1"') == 1
    _read(html)


def test_nothing_is_linked_in_a_headline() -> None:
    briefing = _desk().briefing()
    assert briefing.article.title_span is not None
    assert "<a" not in Anchors(briefing).html(briefing.article.title_span, None)


def test_who_has_no_page_is_no_link() -> None:
    anchors = Anchors(_desk().briefing())
    html = str(anchors.html(anchors.paragraphs[0], lambda entity: None))
    assert "<a" not in html
    assert 'id="p1"' in html


def test_evidence_outside_any_mark_is_its_sentence() -> None:
    desk = _desk()
    anchors = Anchors(desk.briefing())
    assert anchors.id_of(desk.span("spoke in")) == "s2"
    assert anchors.id_of(desk.span("3 March")) == "d1"
    assert anchors.paragraph_of(desk.span("A new road")) == 2
    assert anchors.paragraph_of(Span(0, 3)) is None
    assert sentence_anchor(desk.briefing(), desk.span("3 March").start) == "s3"


def test_what_is_not_prose_is_shown_all_the_same() -> None:
    from dataclasses import replace

    briefing = _desk().briefing()
    article = replace(briefing.article, prose=briefing.article.prose[:2])
    anchors = Anchors(replace(briefing, article=article))
    assert [paragraph for _, paragraph in anchors.blocks] == [True, False]


@given(st.data())
def test_any_marks_at_all_nest_and_keep_every_character(data: st.DataObject) -> None:
    desk = Desk("Title", "First thing. Second thing here.\n\nThird “thing” there. And a fourth.")
    text = desk.text
    points = st.integers(0, len(text))
    for kind in data.draw(st.lists(st.sampled_from(["date", "place", "quote"]), max_size=8)):
        start, end = sorted((data.draw(points), data.draw(points)))
        words = text[start:end]
        if len(desk.title) < start and words.strip():
            if kind == "quote":
                desk.quote(words, EntityId("person:x"))
            elif kind == "date":
                desk.says("date", words, PartialDate(year=2026))
            else:
                desk.country(words, "KG")
    anchors = Anchors(desk.briefing())
    ids: list[str] = []
    for span in anchors.paragraphs:
        tree = _read(str(anchors.html(span, _link)))
        assert tree.text.split() == span.of(text).split()
        ids += tree.ids
    assert len(ids) == len(set(ids))
