"""The Jinja environment: the only way text gets into a page.

Whatever a template prints is made inert twice over: as HTML, and as Markdown, because the same body
is a page for MkDocs and a Markdown file for whoever runs `generator build`. A template cannot
forget it: only `Markup` made by this package is printed as it is.
"""

from __future__ import annotations

import re
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Undefined
from markupsafe import Markup

from generator.rendering.wording import Said

_ACTIVE = re.compile(r"[\\`*_{}\[\]<>&~^$|\"'#@]|://|:(?=\w)")
_ENTITIES = {char: f"&#{ord(char)};" for char in "\\`*_{}[]~^$|'#@"} | {
    "<": "&lt;",
    ">": "&gt;",
    "&": "&amp;",
    '"': "&quot;",
    "://": "&#58;//",
    ":": "&#58;",  # `:smile:`
}
_BLOCK_START = re.compile(r"^(\s*)(?:([+\-=:!>])|(\d{1,9})([.)]))")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_SUSPECT = re.compile(
    r"[\\`*_{}\[\]<>&~^$|\"'#@\x00-\x1f\x7f\x85\u2028\u2029]|://|:(?=\w)"
    r"|\A\s*(?:[+\-=:!>]|\d{1,9}[.)])"
)
"""Whatever the expressions above could find."""
_BLANKS = re.compile(r"\s*[\n\r\x85\u2028\u2029]\s*")


def inert(text: str) -> Markup:
    """`text` so that neither a browser nor Markdown finds anything in it but characters.

    Line breaks become spaces: a blank line would end a block of HTML, and a new line could begin
    a list, a heading or a fence.
    """
    return Markup(inert_text(text))


def inert_text(text: str) -> str:
    """`inert`, for building markup by hand."""
    if _SUSPECT.search(text) is None:  # most strings: a tenth of the time
        return text
    text = _CONTROL.sub("", text)
    text = _BLANKS.sub(" ", text)
    text = _ACTIVE.sub(lambda match: _ENTITIES[match.group()], text)
    return _BLOCK_START.sub(_block_start, text)


def _block_start(match: re.Match[str]) -> str:
    blank, sign, number, mark = match.groups()
    if sign:
        return f"{blank}&#{ord(sign)};"
    return f"{blank}{number}&#{ord(mark)};"


def _printed(value: object) -> Markup:
    """What `{{ value }}` prints."""
    if isinstance(value, Markup):
        return value
    if value is None or isinstance(value, Undefined):
        return Markup(str(value) if isinstance(value, Undefined) else "")
    if isinstance(value, int):
        return Markup(value)
    return inert(str(value))


def said(words: Said) -> Markup:
    """Words, marked where they are not in the page's language or are spelled out by table."""
    text = inert_text(words.text)
    if words.language:
        return Markup(f'<span lang="{inert_text(words.language)}">{text}</span>')
    if words.transliterated:
        return Markup(f'<span class="tl">{text}</span>')
    return Markup(text)


def whole(text: str) -> Markup:
    """Words of which none is broken at its hyphen: not `13-` and the month below."""
    words = (
        f'<span class="whole">{inert_text(word)}</span>' if "-" in word else inert_text(word)
        for word in text.split(" ")
    )
    return Markup(" ".join(words))


class Templates:
    """The templates in one folder, compiled once."""

    def __init__(self, folder: Path) -> None:
        self._environment = Environment(
            loader=FileSystemLoader(folder),
            undefined=StrictUndefined,
            autoescape=True,
            finalize=_printed,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
        )
        self._environment.filters["dashed"] = " – ".join
        self._environment.filters["said"] = said
        self._environment.filters["whole"] = whole

    def render(self, name: str, /, **values: object) -> str:
        """The template `name` filled in, without blank lines, so that it is one block of HTML."""
        page = self._environment.get_template(name).render(values)
        return "\n".join(filter(None, map(str.strip, page.split("\n"))))
