"""From a file or a bare text to an `Article`: format, date, headline, language, address."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import PurePosixPath

from generator.errors import Fault, ReadingError
from generator.lexicon.detect import detect
from generator.lexicon.language import Language
from generator.model.article import Article, Declared, Draft, SourceFile
from generator.model.calendar import Moment
from generator.model.ids import ArticleId, LanguageCode
from generator.model.notice import Notice
from generator.model.settings import Settings
from generator.model.span import Span
from generator.reading.dating import Dating, ImpossibleDate
from generator.reading.format import Format
from generator.reading.front_matter import split_front_matter
from generator.reading.source_text import clean_text
from generator.reading.titling import find_title
from generator.text.normalise import NotText, decode, normalise
from generator.text.transliterate import slugify

NOTE_FOLDERS = ("people", "organisations", "countries")
"""Top folders of the content folder that hold editors' notes, not articles."""

_NOTE_SUFFIX = ".md"
_ALWAYS_ARTICLES = (".txt",)
_SITE_FILES = (
    "robots.txt",
    "humans.txt",
    "ads.txt",
    "security.txt",
    "llms.txt",
    "requirements.txt",
)
"""Text files that mean something to machines; never articles."""
_SIDECAR_SUFFIXES = (".yml", ".yaml")
_CORRECTING = re.compile(r"^\s*-?\s*(?:facts?|hide|confirm|set)\s*:", re.MULTILINE)
"""What corrections look like, also those whose writer forgot the `facts:` above them."""
_LINE = re.compile(r"[^\n]+")
_DATE_KEY = re.compile(r"\A---[ \t]*\n(?:(?!---).*\n)*?date[ \t]*:", re.IGNORECASE)
_DATE_HINT = (
    "Write the date on the first line, such as `2026-02-13 14:05` or `13.02.2026`,"
    " or begin the file's name with it: `2026-02-13-name.txt`."
)


class Reader:
    """Reads the articles of one site."""

    def __init__(
        self, languages: Sequence[Language], settings: Settings, formats: Sequence[Format]
    ) -> None:
        self._codes: Mapping[str, LanguageCode] = {pack.code: pack.code for pack in languages}
        self._names = ", ".join(
            f"{pack.profile.english_name} ({pack.code})"
            for pack in sorted(languages, key=lambda pack: pack.code)
        )
        self._formats = {suffix: format_ for format_ in formats for suffix in format_.SUFFIXES}
        self._dating = Dating(languages=tuple(languages), time_zone=settings.time_zone)

    # -- what is an article ----------------------------------------------------------------------

    def claims(self, source: SourceFile) -> bool:
        """Whether a file is an article, a note or a correction: nothing to copy into the site."""
        return is_note(source.path) or is_sidecar(source) or self.is_article(source)

    def is_article(self, source: SourceFile) -> bool:
        """`is_candidate` of a file at hand."""
        return self.is_candidate(source.path, source.content)

    def is_candidate(self, path: str, content: bytes) -> bool:
        """Whether a file is meant as an article, be it a faulty one.

        Every text file is; Markdown is when it has a date, else it is an ordinary page.
        """
        suffix = PurePosixPath(path).suffix.lower()
        name = PurePosixPath(path).name.lower()
        if suffix not in self._formats or name in _SITE_FILES or _is_hidden(path):
            return False
        if PurePosixPath(path).parts[0] in NOTE_FOLDERS and len(PurePosixPath(path).parts) > 1:
            return False
        if suffix in _ALWAYS_ARTICLES or self._dating.in_path(path) is not None:
            return True
        try:
            text = normalise(decode(content))
        except NotText:
            return False
        if _DATE_KEY.match(text):
            return True
        try:
            body = split_front_matter(text, path).body
        except ReadingError:
            return False
        first = next((line for line in body.split("\n") if line.strip()), "")
        try:
            return self._dating.read(first.strip().strip("#*_ ")) is not None
        except ImpossibleDate:
            return True

    # -- reading ---------------------------------------------------------------------------------

    def read(self, source: SourceFile) -> tuple[Article, tuple[Notice, ...]]:
        """The article in a file, and what to tell its editor; raises `ReadingError`."""
        path = source.path
        format_ = self._formats.get(PurePosixPath(path).suffix.lower())
        if format_ is None:
            raise _fault(
                "format",
                path,
                None,
                "The file's format is not one we read.",
                f"Save it as one of {', '.join(sorted(self._formats))}.",
            )
        draft = format_.draft(source)
        paragraphs = [span.of(draft.text) for span in draft.prose]
        published, dated = self._published(draft, paragraphs)
        paragraphs = paragraphs[1:] if dated else paragraphs
        if not paragraphs:
            raise _fault(
                "empty",
                path,
                None,
                "The file has no text.",
                "Write the headline and the paragraphs under the date, or delete the file.",
            )
        title, titled = find_title(draft.declared.title, paragraphs)
        if title is None:
            raise _fault(
                "no-title",
                path,
                draft.first_line,
                "The article has no headline.",
                "Write it on the first line after the date.",
            )
        text, prose = _join(paragraphs)
        declared = draft.declared
        stem, named_language = _split_language(path)
        language = self._language(
            declared.language or (named_language if self._knows(named_language) else None),
            f"{title}\n{text}",
            path,
        )
        slug = slugify(declared.slug or title) or slugify(PurePosixPath(stem).name) or "article"
        group = declared.translation_of or (stem if self._knows(named_language) else None)
        article = Article(
            id=ArticleId(f"{published.path}/{slug}"),
            source=source,
            language=language,
            title=title,
            published=published,
            text=text,
            prose=prose,
            title_span=prose[0] if titled else None,
            slug=slug,
            source_name=declared.source,
            source_url=declared.url,
            translation_of=group,
            tags=declared.tags,
            hide=declared.hide,
        )
        return article, draft.notices

    def from_text(
        self,
        *,
        doc: str,
        text: str,
        title: str | None = None,
        published: str | Moment | None = None,
        language: str | None = None,
    ) -> Article:
        """An article handed over as bare text, one paragraph a line; raises `ReadingError`.

        `Article.text` is `text` normalised; where no date is given and the first line is a date
        line, it begins after that line. An undated text makes an undated article.
        """
        clean, _ = clean_text(text, doc)
        moment = self._given_moment(published, doc)
        lines = _lines(clean)
        if moment is None and lines:
            moment = self._date_line(lines[0].of(clean), doc, 1)
            if moment is not None:
                clean = clean[lines[0].end :].lstrip()
                lines = _lines(clean)
        if not lines:
            raise _fault("empty", doc, None, "There is no text.", "Give the article's text.")
        found, titled = find_title(title, [span.of(clean) for span in lines[:1]])
        headline = found or ""
        slug = slugify(headline) or "article"
        day = "undated" if moment is None else moment.path
        return Article(
            id=ArticleId(f"{day}/{slug}"),
            source=SourceFile(path=doc, content=text.encode("utf-8", "replace")),
            language=self._language(language, f"{title or ''}\n{clean}", doc),
            title=headline,
            published=moment,
            text=clean,
            prose=lines,
            title_span=lines[0] if titled else None,
            slug=slug,
        )

    # -- parts -----------------------------------------------------------------------------------

    def _published(self, draft: Draft, paragraphs: Sequence[str]) -> tuple[Moment, bool]:
        """The date, and whether the first paragraph is the date line."""
        path = draft.source.path
        line = self._date_line(paragraphs[0], path, draft.first_line) if paragraphs else None
        declared = self._declared_date(draft.declared, draft, path)
        published = declared or line or self._dating.in_path(path)
        if published is not None:
            return published, line is not None
        if not paragraphs:
            raise _fault("empty", path, None, "The file has no text.", "Write it or delete it.")
        below = len(paragraphs) > 1 and self._dating.is_date(paragraphs[1])
        hint = (
            f"The date under the headline belongs above it. {_DATE_HINT}" if below else _DATE_HINT
        )
        raise _fault("no-date", path, draft.first_line, "The article has no date.", hint)

    def _declared_date(self, declared: Declared, draft: Draft, path: str) -> Moment | None:
        if declared.date is None:
            return None
        try:
            moment = self._dating.read(declared.date)
        except ImpossibleDate as error:
            raise _impossible(declared.date, path, _line_of(draft.source, "date"), error) from error
        if moment is None:
            raise _fault(
                "bad-date",
                path,
                _line_of(draft.source, "date"),
                f"`{declared.date}` is not a date.",
                "Write it like `date: 2026-02-13 14:05`.",
            )
        return moment

    def _date_line(self, line: str, path: str, number: int | None) -> Moment | None:
        try:
            return self._dating.read(line)
        except ImpossibleDate as error:
            raise _impossible(line, path, number, error) from error

    def _given_moment(self, published: str | Moment | None, doc: str) -> Moment | None:
        if published is None or isinstance(published, Moment):
            return published
        moment = self._date_line(published, doc, None)
        if moment is None:
            raise _fault(
                "bad-date",
                doc,
                None,
                f"`{published}` is not a date.",
                "Write `published` like `2026-02-13` or `2026-02-13T14:05+06:00`.",
            )
        return moment

    def _knows(self, code: str | None) -> bool:
        return code is not None and code in self._codes

    def _language(self, declared: str | None, text: str, path: str) -> LanguageCode:
        if declared is not None:
            code = declared.strip().lower().replace("_", "-").partition("-")[0]
            if code in self._codes:
                return self._codes[code]
            problem = f"The language `{declared}` is not one we read."
        else:
            found = detect(text)
            if found.code is not None and found.code in self._codes:
                return self._codes[found.code]
            problem = f"The article is in {found.name}, which we do not read yet."
        raise _fault(
            "unsupported-language",
            path,
            None,
            problem,
            f"We read {self._names}; if it is one of these, name the file so: `name.ky.txt`.",
        )


def is_sidecar(source: SourceFile) -> bool:
    """Whether a file holds an editor's corrections of the text file of the same name."""
    if not source.path.lower().endswith(_SIDECAR_SUFFIXES):
        return False
    try:
        return bool(_CORRECTING.search(normalise(decode(source.content))))
    except NotText:
        return False


def sidecars_of(path: str) -> Iterator[str]:
    """Where the sidecar of the article at `path` may be."""
    stem = str(PurePosixPath(path).with_suffix(""))
    yield from (stem + suffix for suffix in _SIDECAR_SUFFIXES)


def may_be_corrected(source: SourceFile) -> bool:
    """Whether the front matter of an article that was read without error may hold corrections."""
    return "facts" in normalise(decode(source.content))


def is_note(path: str) -> bool:
    """Whether the file at `path` is an editor's note on a person, organisation or country."""
    parts = PurePosixPath(path).parts
    return len(parts) == 2 and parts[0] in NOTE_FOLDERS and path.lower().endswith(_NOTE_SUFFIX)


def disambiguate(articles: Sequence[Article]) -> list[Article]:
    """The same articles in the same order, every id unique.

    Of articles with one id, each gets a suffix made of its path, whatever the order of files, so
    that adding a third does not rename the second; translations into another language get the
    language's code. One of them, that with the first path, keeps the plain address.
    """
    by_id: dict[str, list[Article]] = {}
    for article in articles:
        by_id.setdefault(article.id, []).append(article)
    renamed: dict[int, Article] = {}
    taken = set(by_id)
    for same in by_id.values():
        first, *others = sorted(same, key=_rank)
        renamed[id(first)] = first
        seen = {first.language}
        for article in others:
            suffix = _fingerprint(article) if article.language in seen else str(article.language)
            seen.add(article.language)
            if f"{article.id}-{suffix}" in taken:
                suffix = _fingerprint(article)
            while f"{article.id}-{suffix}" in taken:
                suffix += "-2"
            new = ArticleId(f"{article.id}-{suffix}")
            taken.add(new)
            renamed[id(article)] = replace(article, id=new, slug=f"{article.slug}-{suffix}")
    return [renamed[id(article)] for article in articles]


def _rank(article: Article) -> tuple[str, bytes]:
    return article.source.path, hashlib.sha256(article.source.content).digest()


def _fingerprint(article: Article) -> str:
    return hashlib.sha256(article.source.path.encode()).hexdigest()[:6]


def _split_language(path: str) -> tuple[str, str | None]:
    """`a/b.ky.txt` → `a/b`, `ky`; a part of another form is left in the stem."""
    stem = str(PurePosixPath(path).with_suffix(""))
    match = re.search(r"\.([a-z]{2,3})$", stem)
    return (stem[: match.start()], match[1]) if match else (stem, None)


def _is_hidden(path: str) -> bool:
    return any(part.startswith((".", "_")) for part in PurePosixPath(path).parts)


def _join(paragraphs: Sequence[str]) -> tuple[str, tuple[Span, ...]]:
    spans: list[Span] = []
    start = 0
    for paragraph in paragraphs:
        spans.append(Span(start, start + len(paragraph)))
        start += len(paragraph) + 2
    return "\n\n".join(paragraphs), tuple(spans)


def _lines(text: str) -> tuple[Span, ...]:
    """The non-empty lines of `text` without the white space around them."""
    found: list[Span] = []
    for match in _LINE.finditer(text):
        line = match.group()
        if line.strip():
            start = match.start() + len(line) - len(line.lstrip())
            found.append(Span(start, start + len(line.strip())))
    return tuple(found)


def _line_of(source: SourceFile, key: str) -> int | None:
    text = normalise(decode(source.content))
    return split_front_matter(text, source.path).lines.get(key)


def _impossible(line: str, path: str, number: int | None, error: ImpossibleDate) -> ReadingError:
    return _fault(
        "bad-date",
        path,
        number,
        f"`{line.strip()}` is not a date of the calendar: {error}.",
        "Write the day of publication like `2026-02-13 14:05`.",
    )


def _fault(code: str, path: str, line: int | None, problem: str, hint: str) -> ReadingError:
    return ReadingError(Fault(code=code, path=path, line=line, problem=problem, hint=hint))
