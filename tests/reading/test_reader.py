"""From a file to an article: where date, headline, language and address come from."""

from __future__ import annotations

import pytest

from generator import languages
from generator.errors import ReadingError
from generator.formats import FORMATS
from generator.model.article import Article, SourceFile
from generator.model.notice import Notice
from generator.model.settings import Settings
from generator.reading.reader import Reader, disambiguate, is_note

READER = Reader(
    languages=tuple(languages.get(code) for code in languages.codes()),
    settings=Settings(interface_languages=tuple(languages.codes())),
    formats=FORMATS,
)
BODY = """Айылда жаңы көпүрө ачылды

Дарыянын үстүнөн өткөн көпүрөнү айыл тургундары өздөрү курушту.
Курулуш жай бою жүрдү жана күзүндө бүттү.
"""


def read(path: str, text: str) -> tuple[Article, tuple[Notice, ...]]:
    return READER.read(SourceFile(path=path, content=text.encode()))


def fault(path: str, content: str | bytes) -> ReadingError:
    raw = content.encode() if isinstance(content, str) else content
    with pytest.raises(ReadingError) as caught:
        READER.read(SourceFile(path=path, content=raw))
    return caught.value


def test_the_form_of_the_seed() -> None:
    article, notices = read("a/bridge.txt", f" date 2026-02-13 14:05\n{BODY}")
    assert article.id == "2026/02/13/ayylda-zhangy-kopuro-achyldy"
    assert str(article.published) == "2026-02-13T14:05+06:00"
    assert article.language == "ky"
    assert article.title == "Айылда жаңы көпүрө ачылды"
    assert article.title_span is not None
    assert article.title_span.of(article.text) == article.title
    assert article.text.split("\n\n") == [line for line in BODY.split("\n") if line]
    assert [span.of(article.text) for span in article.prose] == article.text.split("\n\n")
    assert article.translation_of is None
    assert notices == ()


def test_front_matter_wins_over_first_line_and_first_line_over_path() -> None:
    text = f"---\ndate: 2026-01-01 10:00\nslug: My Bridge\n---\n13.02.2026\n{BODY}"
    article, _ = read("2020-02-02-x.md", text)
    assert article.id == "2026/01/01/my-bridge"
    assert "13.02.2026" not in article.text
    article, _ = read("2020-02-02-x.md", f"13.02.2026\n\n{BODY}")
    assert str(article.published) == "2026-02-13"
    article, _ = read("2020-02-02-x.md", BODY)
    assert str(article.published) == "2020-02-02"


def test_everything_an_author_may_declare() -> None:
    article, _ = read(
        "x.md",
        "---\ndate: 2026-02-13\ntitle: Көпүрө\nlanguage: ky\nsource: Кабар\nurl: https://e.org/1\n"
        f"translation_of: x/y\ntags: [мост, NO]\nhide: [summary]\nfacts: []\n---\n{BODY}",
    )
    assert article.title == "Көпүрө"
    assert article.title_span is None
    assert article.text.startswith("Айылда")
    assert (article.source_name, article.source_url) == ("Кабар", "https://e.org/1")
    assert article.translation_of == "x/y"
    assert article.tags == ("мост", "NO")


def test_a_declared_title_that_stands_in_the_text_too() -> None:
    article, _ = read(
        "x.md", f"---\ndate: 2026-02-13\ntitle: Айылда жаңы көпүрө ачылды\n---\n# {BODY}"
    )
    assert article.title_span == article.prose[0]


def test_language_in_the_name_and_translations() -> None:
    english = "2026-02-13\nA bridge opens\n\nThe people of the village built it themselves.\n"
    one, _ = read("a/bridge.ky.txt", f"2026-02-13\n{BODY}")
    other, _ = read("a/bridge.en.txt", english)
    assert (one.language, other.language) == ("ky", "en")
    assert one.translation_of == other.translation_of == "a/bridge"
    alone, _ = read("a/v1.new.txt", english)
    assert alone.translation_of is None


def test_latin_letters_are_reported_with_their_line() -> None:
    article, notices = read("x.txt", f"2026-02-13\n{BODY}Бул Кыpгызстанда болду.\n")
    assert article.text.endswith("Бул Кыргызстанда болду.")
    assert [(notice.code, notice.line) for notice in notices] == [("lookalike-letters", 6)]


@pytest.mark.parametrize(
    ("path", "content", "code", "line"),
    [
        ("x.txt", "", "empty", None),
        ("2026-02-13-x.txt", " \n\n", "empty", None),
        ("x.txt", "2026-02-13\n", "empty", None),
        ("x.txt", f"\n\n{BODY}", "no-date", 3),
        ("x.txt", b"\x00\x01\x02\x03" * 50, "not-text", None),
        ("x.txt", f"\n2026-02-31\n{BODY}", "bad-date", 2),
        ("x.txt", f"2026-02-13 25:10\n{BODY}", "bad-date", 1),
        ("x.md", f"---\ntitle: A\ndate: 31.02.2026\n---\n{BODY}", "bad-date", 3),
        ("x.md", f"---\ntitle: A\ndate: soon\n---\n{BODY}", "bad-date", 3),
        ("x.md", f"---\ndate: 2026-02-13\ntitel: A\n---\n{BODY}", "front-matter", 3),
        ("x.md", f"---\ndate: 2026-02-13\ntags: a, b\n---\n{BODY}", "front-matter", 3),
        ("x.md", f"---\ndate: [2026]\n---\n{BODY}", "front-matter", 2),
        ("x.md", f"---\ndate: 2026-02-13\ntags: [{{a: b}}]\n---\n{BODY}", "front-matter", 3),
        ("x.md", f"---\ndate: 2026-02-13\ntitle: a: b\n---\n{BODY}", "front-matter", 3),
        ("x.md", f"---\n- a\n- b\n---\n{BODY}", "front-matter", 2),
        ("x.md", f"---\ndate: 2026-02-13\nlanguage: fr\n---\n{BODY}", "unsupported-language", None),
        ("x.docx", b"PK", "format", None),
    ],
)
def test_faults(path: str, content: str | bytes, code: str, line: int | None) -> None:
    error = fault(path, content).fault
    assert (error.code, error.path, error.line) == (code, path, line)
    assert len(error.problem) > 10
    assert len(error.hint) > 10


def test_a_date_in_the_wrong_place_is_pointed_out() -> None:
    error = fault("x.txt", "A bridge opens\n2026-02-13\n\nIt was built in a year.\n").fault
    assert error.code == "no-date"
    assert "above" in error.hint


def test_a_neighbours_language_is_named() -> None:
    text = (
        "2026-02-13\nАуылда жаңа көпір ашылды\n\nКөпірді ауыл тұрғындары өздері салды. Құрылыс ұзақ"
    )
    assert "Kazakh" in fault("x.txt", text).fault.problem


def test_an_unknown_key_gets_the_one_meant() -> None:
    assert "`title`" in fault("x.md", f"---\ndate: 2026-02-13\ntitel: A\n---\n{BODY}").fault.hint


@pytest.mark.parametrize(
    ("path", "text", "expected"),
    [
        ("x.txt", "no date at all", True),
        ("robots.txt", "User-agent: *", False),
        ("about.md", "# About us\n\nWe write.", False),
        ("about.md", "---\ntitle: About\n---\nWe write.", False),
        ("about.md", "---\ntitle: About\n---\nOn dates\ndate: the day of the news\n", False),
        ("index.md", "", False),
        ("x.md", "---\ndate: 2026-02-13\n---\nText", True),
        ("x.md", "---\ntitle: a: b\ndate: 2026-02-13\n---\nText", True),
        ("x.md", "13.02.2026\nTitle", True),
        ("x.md", "31.02.2026\nTitle", True),
        ("2026/02/13/x.md", "Title", True),
        ("people/x.md", "---\ndate: 2026-02-13\n---\n", False),
        ("2026-02-13.png", "Title", False),
        (".hidden/x.txt", "Title", False),
    ],
)
def test_what_is_meant_as_an_article(path: str, text: str, expected: bool) -> None:
    assert READER.is_candidate(path, text.encode()) is expected


def test_notes_are_claimed_but_no_articles() -> None:
    note = SourceFile(path="people/someone.md", content=b"---\nnames: {en: X}\n---\n")
    assert is_note(note.path)
    assert READER.claims(note)
    assert not READER.is_article(note)
    assert not READER.claims(SourceFile(path="a/people.md", content=b"People"))
    sidecar = SourceFile(path="a/x.yml", content=b"facts:\n  - hide: money\n")
    assert READER.claims(sidecar)
    assert not READER.is_article(sidecar)
    assert not READER.claims(SourceFile(path="a/x.yml", content=b"nav: []\n"))


class TestFromText:
    def test_offsets_count_in_the_text_given(self) -> None:
        text = "  Айылда көпүрө ачылды\nКөпүрөнү жаштар курушту.\n\n Күз келди.\n"
        article = READER.from_text(doc="a", text=text)
        assert article.text == text
        assert article.published is None
        assert [span.of(text) for span in article.prose] == [
            "Айылда көпүрө ачылды",
            "Көпүрөнү жаштар курушту.",
            "Күз келди.",
        ]
        assert article.title == "Айылда көпүрө ачылды"
        assert article.title_span == article.prose[0]

    def test_a_title_given_apart(self) -> None:
        article = READER.from_text(
            doc="a", text=BODY, title="Башка баш сөз", published="2026-02-13"
        )
        assert (article.title, article.title_span) == ("Башка баш сөз", None)
        assert article.id == "2026/02/13/bashka-bash-soz"

    def test_the_seed_form_without_a_date_given(self) -> None:
        article = READER.from_text(doc="a", text=f" date 2026-02-13 14:05\n{BODY}")
        assert str(article.published) == "2026-02-13T14:05+06:00"
        assert article.text.startswith("Айылда")

    def test_faults(self) -> None:
        for text, published, code in [
            (" \n", None, "empty"),
            (BODY, "yesterday", "bad-date"),
            (BODY, "2026-02-30", "bad-date"),
        ]:
            with pytest.raises(ReadingError) as caught:
                READER.from_text(doc="a", text=text, published=published)
            assert caught.value.fault.code == code

    def test_region_of_a_language_code_is_ignored(self) -> None:
        assert READER.from_text(doc="a", text="13", language="ru-KG").language == "ru"


def test_articles_of_one_day_and_title() -> None:
    text = f"2026-02-13\n{BODY}"
    articles = [read(path, text)[0] for path in ("b.txt", "a.txt", "c.txt")]
    apart = disambiguate(articles)
    assert [article.source.path for article in apart] == ["b.txt", "a.txt", "c.txt"]
    assert len({article.id for article in apart}) == 3
    assert apart[1].id == articles[1].id
    again = disambiguate(articles[::-1])
    assert {a.source.path: a.id for a in again} == {a.source.path: a.id for a in apart}
    fewer = disambiguate(articles[:2])
    assert [article.id for article in fewer] == [article.id for article in apart[:2]]
