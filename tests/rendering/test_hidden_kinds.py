"""`hide:` in an article's front matter leaves kinds of facts out of its box, and no more."""

from __future__ import annotations

import html
from functools import cache
from pathlib import Path

from generator.cli import DEFAULTS
from generator.model.article import SourceFile
from generator.pipeline import Built, Pipeline

TEMPLATES = Path(__file__).parents[2] / "templates"
TEXT = (
    "Talks in Bishkek\n\nKyrgyzstan's Energy Minister Nurlan Toktorov arrived in Oslo on"
    " 2 March 2026. The trade turnover reached $36 million, and 45 percent of it was wool.\n"
)


@cache
def pipeline() -> Pipeline:
    return Pipeline(DEFAULTS, templates=TEMPLATES)


def built(hide: str) -> Built:
    text = f"---\ndate: 2026-03-02\nhide: {hide}\n---\n{TEXT}"
    return pipeline().build([SourceFile(path="talks.txt", content=text.encode())])


def box(hide: str) -> str:
    """The page: what is looked for is worded so in its box only."""
    (page,) = [
        page for page in built(hide).pages if page.kind == "article" and page.language == "en"
    ]
    return html.unescape(page.markdown)


def test_the_kinds_named_are_left_out() -> None:
    everything = box("[]")
    assert "US$36" in everything
    assert "45%" in everything
    assert "Minister of Energy" in everything
    assert "US$36" not in box("[money]")
    assert "45%" in box("[money]")
    assert "45%" not in box("[money, percent]")
    assert "Minister of Energy" not in box("[role]")


def test_the_text_and_the_data_keep_everything() -> None:
    site = built("[money]").site
    assert any(fact.kind == "money" for fact in site.briefings[0].facts)


def test_a_kind_that_there_is_not_is_told() -> None:
    (notice,) = [notice for notice in built("[mony]").site.notices if notice.code == "unknown-kind"]
    assert (notice.path, notice.severity) == ("talks.txt", "warning")
    assert "money" in notice.hint
