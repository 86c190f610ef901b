"""What goes into a page comes out of a browser, and of Markdown, as the same characters."""

from __future__ import annotations

from html import unescape
from pathlib import Path

import markdown
import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import UndefinedError
from markupsafe import Markup

from generator.model.ids import LanguageCode
from generator.rendering.environment import Templates, inert, said
from generator.rendering.wording import Said

HOSTILE = (
    "<script>alert(1)</script>",
    "</p></div></article><img src=x onerror=alert(1)>",
    "**bold** __bold__ *it* _it_ `code` ~~gone~~ ^up^",
    "[text](javascript:alert(1)) ![x](y) [ref]: http://a.example 'title'",
    "<http://a.example> http://a.example",
    "{{ 7*7 }} {% raw %} {# #} {: onclick=alert(1) }",
    "# heading",
    "- item",
    "+ item",
    "= title",
    "1. item",
    "12) item",
    "> quotation",
    "!!! note",
    ":::fence",
    "    code",
    "a\n\nb\n# c\n- d",
    "| a | b |\n|---|---|",
    "*[HTML]: abbreviation",
    "&lt; &amp; &#42; &copy;",
    "quote \" and ' apostrophe",
    "--8<-- 'file'",
    ":smile: a:b 14:05",
    "$x$ \\(x\\) \\*",
    "nul \x00 bell \x07 next \x85 line \u2028 end",
)


def _shown(html: str) -> str:
    return unescape(html)


def _expected(text: str) -> str:
    return "".join(c for c in text if c in "\t\n\r\x85" or not (ord(c) < 32 or ord(c) == 127))


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_stays_text(text: str) -> None:
    written = str(inert(text))
    assert not set("<>\"'`*_[]{}\n|~^$\\") & set(written)
    assert _shown(written).split() == _expected(text).split()


@pytest.mark.parametrize("text", HOSTILE)
def test_markdown_finds_nothing_in_it(text: str) -> None:
    """Neither inside a block of HTML, where articles stand, nor in a bare paragraph."""
    block = f'<div class="x">\n<p title="{inert(text)}">{inert(text)}</p>\n</div>'
    assert markdown.markdown(block, extensions=["attr_list", "md_in_html"]) == block
    paragraph = markdown.markdown(
        str(inert(text)).lstrip(), extensions=["attr_list", "md_in_html", "tables"]
    )
    assert paragraph.startswith("<p>")
    assert "<" not in paragraph.removeprefix("<p>").removesuffix("</p>")


@given(st.text())
def test_any_text_stays_itself(text: str) -> None:
    written = str(inert(text))
    assert not set("<>\"'") & set(written)
    assert _shown(written).split() == _expected(text).split()


def test_a_template_cannot_print_text_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "t.j2").write_text(
        "{% macro m(x) %}<i>{{ x }}</i>{% endmacro %}"
        "<b a=\"{{ bad }}\">{{ bad }}</b>{{ m(bad) }}{{ bad ~ '*' }}{{ good }}{{ 7 }}{{ nothing }}"
    )
    values = {"bad": "<i>*&", "good": Markup("<u>"), "nothing": None}
    page = Templates(tmp_path).render("t.j2", **values)
    inner = "&lt;i&gt;&#42;&amp;"
    assert page.startswith(f'<b a="{inner}">{inner}</b><i>{inner}</i>')
    assert page.endswith("<u>7")
    assert "<i>*" not in page


def test_a_forgotten_value_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "t.j2").write_text("{{ missing }}")
    with pytest.raises(UndefinedError):
        Templates(tmp_path).render("t.j2")


def test_a_page_is_one_block_of_html(tmp_path: Path) -> None:
    (tmp_path / "t.j2").write_text("<div>\n\n   <p>{{ x }}</p>\n\n\n</div>\n")
    assert Templates(tmp_path).render("t.j2", x="a\n\nb") == "<div>\n<p>a b</p>\n</div>"


def test_words_in_another_language_say_so() -> None:
    assert said(Said(text="премьер-министр", language=LanguageCode("ru"))) == (
        '<span lang="ru">премьер-министр</span>'
    )
    assert said(Said(text="Kohir", transliterated=True)) == '<span class="tl">Kohir</span>'
    assert said(Said(text="a<b")) == "a&lt;b"
