"""The page on the method says how good the facts are, in the reader's language."""

from __future__ import annotations

import pytest

from generator.knowledge.accuracy import load_accuracy
from generator.pages import method
from tests.rendering.newsroom import context, site


@pytest.mark.parametrize(
    ("code", "people", "language"),
    [("ky", "Адамдар", "орусча"), ("ru", "Люди", "русский"), ("en", "People", "Russian")],
)
def test_accuracy_is_on_the_page(code: str, people: str, language: str) -> None:
    page = next(page for page in method.pages(site([]), context()) if page.language == code)
    score = load_accuracy().score("ru", "persons")
    assert score is not None
    assert f'<th scope="row">{people}</th>' in page.markdown
    assert f">{language} <small>" in page.markdown
    assert f"{score.percent[0]} / {score.percent[1]}" in page.markdown
    assert "accuracy-" not in page.markdown
