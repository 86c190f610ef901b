"""The command line: `python -m generator …`, or `briefing …` once installed.

What `extract` does not need, each other command imports for itself, so that `extract` starts fast.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator import languages
from generator.errors import Fault, ReadingError
from generator.model.article import Article, SourceFile
from generator.model.ids import CountryCode, LanguageCode
from generator.model.notice import Notice
from generator.model.settings import Settings
from generator.reading.reader import is_sidecar, sidecars_of
from generator.rendering.interchange import Json, extraction, failure
from generator.understanding import Understanding

if TYPE_CHECKING:
    from generator.pipeline import Pipeline

DEFAULTS = Settings(
    interface_languages=tuple(LanguageCode(code) for code in ("ky", "ru", "en")),
    home_country=CountryCode("KG"),
)
"""What `extract` and `build` assume where no `mkdocs.yml` is read."""


@click.group()
def main() -> None:
    """From dated news texts to a cross-linked briefing site."""


@main.command()
@click.option("--jsonl", is_flag=True, help="Read JSON objects, one a line, instead of articles.")
@click.argument("files", nargs=-1, required=True, type=click.Path(allow_dash=True))
def extract(jsonl: bool, files: tuple[str, ...]) -> None:
    """Print the facts of each article, one JSON object a line."""
    understanding = Understanding(DEFAULTS)
    articles = _from_jsonl(files, understanding) if jsonl else _from_files(files, understanding)
    failed = False
    for doc, article in articles:
        if isinstance(article, Fault):
            failed = True
            _print(failure(article, doc))
        else:
            _print(extraction(understanding.understand(article), doc))
    sys.exit(1 if failed else 0)


@main.command()
@click.option("--fact", type=int, help="Only the fact with this number.")
@click.argument("file", type=click.Path(exists=True, dir_okay=False))
def explain(file: str, fact: int | None) -> None:
    """Show why each fact of an article is what it is."""
    from generator.rendering import explanation

    understanding = Understanding(DEFAULTS)
    source = SourceFile(path=Path(file).as_posix(), content=Path(file).read_bytes())
    try:
        article, notices = understanding.read(source, _sidecars(Path(file)))
    except ReadingError as error:
        raise click.ClickException(str(error)) from error
    briefing, rejections = understanding.examine(article)
    if fact is not None and not 1 <= fact <= len(briefing.facts):
        raise click.ClickException(f"There is no fact {fact}; there are {len(briefing.facts)}.")
    for line in explanation.explain(briefing, rejections, only=fact):
        click.echo(line)
    _tell((*notices, *briefing.notices))


@main.command()
@click.option("--content", type=click.Path(exists=True, file_okay=False), default="content")
@click.option("--templates", type=click.Path(exists=True, file_okay=False), default="templates")
@click.option("--output", required=True, type=click.Path(file_okay=False))
def build(content: str, templates: str, output: str) -> None:
    """Write the generated pages themselves, for whoever wants to read or check them."""
    from generator.pipeline import Pipeline

    pipeline = Pipeline(DEFAULTS, templates=Path(templates))
    built = pipeline.build(_sources(Path(content), pipeline))
    _tell(built.site.notices)
    target = Path(output)
    for page in built.pages:
        _write(target / page.uri, page.markdown.encode("utf-8"))
    for file in built.outputs:
        _write(target / file.uri, file.content)
    click.echo(f"{len(built.pages)} pages in {output}")
    sys.exit(1 if any(notice.severity == "error" for notice in built.site.notices) else 0)


@main.command()
@click.option("--content", type=click.Path(exists=True, file_okay=False), default="content")
@click.option("--all", "everything", is_flag=True, help="List everything, not the first of each.")
def review(content: str, everything: bool) -> None:
    """List what an editor could settle, easiest first, with the lines to paste and their file."""
    from generator.pipeline import Pipeline
    from generator.rendering.review import listed

    pipeline = Pipeline(DEFAULTS, templates=Path("templates"))
    for line in listed(pipeline.review(_sources(Path(content), pipeline)), everything=everything):
        click.echo(line)


@main.command()
@click.argument("language", type=click.Choice(languages.codes()))
def stem(language: str) -> None:
    """Read words, one a line; print each with its base form and its search stem."""
    pack = languages.get(LanguageCode(language))
    for line in sys.stdin:
        word = line.strip()
        if word:
            click.echo(f"{word}\t{pack.base_form(word)}\t{pack.search_stem(word)}")


def _sources(root: Path, pipeline: Pipeline) -> list[SourceFile]:
    """The articles, notes and corrections in a content folder."""
    sources = (
        SourceFile(path=path.relative_to(root).as_posix(), content=path.read_bytes())
        for path in sorted(root.rglob("*"))
        if path.is_file()
    )
    return [source for source in sources if pipeline.claims(source)]


def _sidecars(path: Path) -> list[SourceFile]:
    """The corrections beside an article."""
    found = (
        SourceFile(path=name, content=Path(name).read_bytes())
        for name in sidecars_of(path.as_posix())
        if Path(name).is_file()
    )
    return [source for source in found if is_sidecar(source)]


def _tell(notices: Iterable[Notice]) -> None:
    for notice in notices:
        place = notice.path if notice.line is None else f"{notice.path}:{notice.line}"
        click.echo(f"{place}: {notice.problem} {notice.hint}".rstrip(), err=True)


def _from_files(
    files: Iterable[str], understanding: Understanding
) -> Iterator[tuple[str, Article | Fault]]:
    for name in files:
        path = Path(name)
        doc = path.as_posix()
        try:
            source = SourceFile(path=doc, content=path.read_bytes())
            article, _ = understanding.read(source, _sidecars(path))
        except ReadingError as error:
            yield doc, error.fault
        except OSError as error:
            yield doc, Fault("unreadable", doc, None, str(error), "Name a file that exists.")
        else:
            yield doc, article


def _from_jsonl(
    files: Iterable[str], understanding: Understanding
) -> Iterator[tuple[str, Article | Fault]]:
    for name in files:
        with click.open_file(name, encoding="utf-8") as lines:
            for number, line in enumerate(lines, start=1):
                if line.strip():
                    yield _from_line(line, f"{name}:{number}", understanding)


def _from_line(line: str, place: str, understanding: Understanding) -> tuple[str, Article | Fault]:
    hint = 'Each line is an object such as {"doc": "a1", "text": "…"}.'
    try:
        record = json.loads(line)
    except ValueError as error:
        return place, Fault("not-json", place, None, f"This is not JSON: {error}.", hint)
    if not isinstance(record, dict) or not isinstance(record.get("text"), str):
        return place, Fault("no-text", place, None, "There is no `text`.", hint)
    doc = str(record.get("doc", place))
    fields = {key: record.get(key) for key in ("title", "published", "lang")}
    wrong = next((k for k, v in fields.items() if v is not None and not isinstance(v, str)), None)
    if wrong is not None:
        return doc, Fault("wrong-type", place, None, f"`{wrong}` should be text.", hint)
    try:
        article = understanding.reader.from_text(
            doc=doc,
            text=record["text"],
            title=fields["title"],
            published=fields["published"],
            language=fields["lang"],
        )
    except ReadingError as error:
        return doc, error.fault
    return doc, article


def _print(record: Json) -> None:
    sys.stdout.write(json.dumps(record, ensure_ascii=False) + "\n")
    sys.stdout.flush()


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
