"""What the tests of quotations, events and summaries share: a passage with given mentions."""

from __future__ import annotations

import re
from decimal import Decimal

from generator import languages
from generator.model.article import Article, SourceFile
from generator.model.ids import ArticleId, Kind, LanguageCode
from generator.model.mention import Mention, Value
from generator.model.names import OrganisationName, PersonName, Role
from generator.model.quantity import Quantity
from generator.model.span import Span
from generator.recognition.passage import Passage, read_passage
from generator.recognition.recogniser import Found


def passage_of(code: str, text: str, *, headline: bool = False) -> Passage:
    """`text` cut up; with `headline`, its first line is one."""
    paragraphs = tuple(Span(m.start(), m.end()) for m in re.finditer(r"\S[^\n]*(?<!\s)", text))
    article = Article(
        id=ArticleId("2026/02/13/test"),
        source=SourceFile(path="test.txt", content=b""),
        language=LanguageCode(code),
        title=paragraphs[0].of(text) if headline else "",
        published=None,
        text=text,
        prose=paragraphs,
        title_span=paragraphs[0] if headline else None,
    )
    return read_passage(article, languages.get(LanguageCode(code)))


def found_in(
    text: str,
    *,
    persons: dict[str, str] | None = None,
    titles: dict[str, str] | None = None,
    organisations: dict[str, str] | None = None,
    counts: tuple[str, ...] = (),
) -> Found:
    """Mentions wherever a form stands in `text`; each form comes with its base form."""
    mentions: dict[Kind, tuple[Mention, ...]] = {}
    named: tuple[tuple[str, dict[str, str]], ...] = (
        ("person", persons or {}),
        ("title", titles or {}),
        ("organisation", organisations or {}),
        ("count", {form: form for form in counts}),
    )
    for kind, forms in named:
        taken: list[Mention] = []
        for form, base in sorted(forms.items(), key=lambda pair: (-len(pair[0]), pair)):
            for match in re.finditer(rf"\b{re.escape(form)}\b", text):
                span = Span(match.start(), match.end())
                if not any(span.overlaps(other.span) for other in taken):
                    taken.append(
                        Mention(kind=Kind(kind), span=span, value=value_of(kind, base), rule="test")
                    )
        mentions[Kind(kind)] = tuple(sorted(taken, key=lambda mention: mention.span))
    return Found(mentions)


def value_of(kind: str, base: str) -> Value:
    if kind == "person":
        return PersonName(given=None, family=base, written=base)
    if kind == "title":
        return Role(title=base, office=None, country=None)
    if kind == "organisation":
        return OrganisationName(name=base, id=None)
    return Quantity(kind="count", value=Decimal(1), unit="")
