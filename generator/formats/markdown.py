"""Markdown: front matter and a body whose markup is taken off.

What an article contains is shown as plain paragraphs, so nothing in it is ever run: raw HTML is
dropped to its text, code, tables and images are no prose. Only what press texts use is understood;
anything else stays as the characters it is.
"""

from __future__ import annotations

import html
import re

from generator.model.article import Draft, SourceFile
from generator.model.span import Span
from generator.reading.front_matter import declared_in, split_front_matter
from generator.reading.source_text import read_text

SUFFIXES: tuple[str, ...] = (".md", ".markdown")

_CODE_FENCE = re.compile(r"^ {0,3}(`{3,}|~{3,})")
_HEADING = re.compile(r"^ {0,3}#{1,6}(?:\s+|$)(?P<text>.*?)(?:\s+#+)?\s*$")
_UNDERLINE = re.compile(r"^ {0,3}(?:=+|-+)\s*$")
_RULE = re.compile(r"^ {0,3}(?:(?:\*\s*){3,}|(?:-\s*){3,}|(?:_\s*){3,})$")
_TABLE_RULE = re.compile(r"^\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)+\|?\s*$|^\s*\|\s*:?-+:?\s*\|\s*$")
_QUOTE = re.compile(r"^ {0,3}(?:>\s?)+")
_ITEM = re.compile(r"^\s*(?:[-*+]|\d{1,3}[.)])\s+(?=\S)")
_LIST_MARK = re.compile(r"^\s*[-*+]\s+(?=\S)")
_DEFINITION = re.compile(r"^ {0,3}\[[^\]]+\]:\s*\S+")
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.S)
_SILENT = re.compile(r"<(script|style|template|iframe|svg|head)\b.*?(?:</\1\s*>|\Z)", re.S | re.I)
_TAG = re.compile(r"</?[A-Za-z][^<>]*>|<![A-Za-z][^<>]*>")
_BREAK = re.compile(r"</?(?:br|p|div|li|h[1-6]|tr|blockquote)\b[^<>]*>", re.I)
_IMAGE = re.compile(r"!\[[^\]]*\](?:\([^()]*(?:\([^()]*\)[^()]*)*\)|\[[^\]]*\])")
_LINK = re.compile(r"\[(?P<text>[^\[\]]*)\](?:\([^()]*(?:\([^()]*\)[^()]*)*\)|\[[^\]]*\])")
_AUTOLINK = re.compile(r"<(?P<text>(?:https?://|mailto:)[^<>\s]+)>")
_ATTRIBUTES = re.compile(r"\{[:#.][^{}\n]*\}")
_STRONG = re.compile(r"(?<![\\*])(\*{1,3})(?=[^\s*])(?P<text>(?:[^*]|\*(?!\*))*?[^\s*])\1(?!\*)")
_UNDERSCORED = re.compile(r"(?<![\w\\_])(_{1,3})(?=[^\s_])(?P<text>[^_\n]*[^\s_])\1(?![\w_])")
_STRUCK = re.compile(r"~~(?=\S)(?P<text>[^~]*\S)~~")
_CODE = re.compile(r"(?<!`)(`+)(?!`)(?P<text>[^`\n]+)\1(?!`)")
_ESCAPED = re.compile(r"\\([\\`*_{}\[\]()#+\-.!|<>~])")


def draft(source: SourceFile) -> Draft:
    """The body's paragraphs, list items and headings as plain text."""
    text, notices = read_text(source)
    front = split_front_matter(text, source.path)
    leading = len(front.body) - len(front.body.lstrip())
    paragraphs = plain_paragraphs(front.body)
    spans: list[Span] = []
    start = 0
    for paragraph in paragraphs:
        spans.append(Span(start, start + len(paragraph)))
        start += len(paragraph) + 2
    return Draft(
        source=source,
        declared=declared_in(front, source.path),
        text="\n\n".join(paragraphs),
        prose=tuple(spans),
        first_line=front.first_line + front.body.count("\n", 0, leading),
        notices=notices,
    )


def plain_paragraphs(body: str) -> list[str]:
    """The prose of a Markdown text, one string a paragraph, without any markup."""
    body = _SILENT.sub("", _COMMENT.sub("", body))
    body = _BREAK.sub("\n\n", body)
    found: list[str] = []
    for block in _blocks(body.split("\n")):
        plain = " ".join(_inline(block).split())
        if plain:
            found.append(plain)
    return found


def _blocks(lines: list[str]) -> list[str]:
    """Paragraphs, headings and list items, their inline markup still on."""
    found: list[str] = []
    open_: list[str] = []
    fence: str | None = None

    def close() -> None:
        if open_ and not any(_TABLE_RULE.match(line) for line in open_):
            found.append("\n".join(open_))
        open_.clear()

    for line in lines:
        mark = _CODE_FENCE.match(line)
        if fence is not None:
            if mark is not None and mark[1].startswith(fence):
                fence = None
            continue
        if mark is not None:
            close()
            fence = mark[1]
            continue
        if (line.startswith(("    ", "\t")) and not open_ and not _ITEM.match(line)) or (
            _DEFINITION.match(line) and not open_
        ):
            continue
        line = _QUOTE.sub("", line)
        heading = _HEADING.match(line)
        if not line.strip():
            close()
        elif heading is not None:
            close()
            found.append(heading["text"])
        elif (_UNDERLINE.match(line) and open_) or _RULE.match(line):
            close()
        elif _ITEM.match(line):
            close()
            open_.append(_LIST_MARK.sub("", line))
        else:
            if not found and len(open_) == 1:
                close()  # a date line may stand right above the headline
            open_.append(line)
    close()
    return found


def _inline(text: str) -> str:
    text = _IMAGE.sub("", text)
    text = _AUTOLINK.sub("\\g<text>", text)
    text = _LINK.sub("\\g<text>", text)
    text = _TAG.sub("", text)
    text = _ATTRIBUTES.sub("", text)
    for mark in (_CODE, _STRONG, _STRONG, _UNDERSCORED, _STRUCK):
        text = mark.sub("\\g<text>", text)
    return html.unescape(_ESCAPED.sub(r"\1", text))
