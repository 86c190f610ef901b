"""The frame around the pages: every string in every language, nothing fetched from elsewhere."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from jinja2 import Environment, FileSystemLoader

THEME = Path(__file__).parents[2] / "site_overrides"
SHELLS = sorted((THEME / "partials" / "shell").glob("*.html"))


def _strings(path: Path) -> dict[str, str]:
    environment = Environment(loader=FileSystemLoader(path.parent), autoescape=True)
    strings = environment.get_template(path.name).module.strings  # type: ignore[attr-defined]
    assert isinstance(strings, dict)
    return strings


def test_the_frame_speaks_every_interface_language() -> None:
    keys = {path.stem: set(_strings(path)) for path in SHELLS}
    assert {"ky", "ru", "en"} <= set(keys)
    assert len({frozenset(found) for found in keys.values()}) == 1
    assert all(text for path in SHELLS for text in _strings(path).values())


def test_every_string_the_frame_asks_for_is_there() -> None:
    page = (THEME / "main.html").read_text(encoding="utf-8")
    asked = set(re.findall(r"""t\[['"]([a-z-]+)['"]\]""", page))
    assert asked
    assert asked <= set(_strings(SHELLS[0]))


def test_kyrgyz_has_every_string_of_the_theme() -> None:
    import material

    base = Path(material.__file__).parent / "templates" / "partials" / "languages" / "en.html"
    pattern = re.compile(r'^  "([^"]+)":', re.MULTILINE)
    wanted = pattern.findall(base.read_text(encoding="utf-8"))
    ours = pattern.findall(
        (THEME / "partials" / "languages" / "ky.html").read_text(encoding="utf-8")
    )
    assert ours == wanted


@pytest.mark.parametrize(
    "path",
    [p for p in sorted(THEME.rglob("*")) if p.suffix in {".html", ".css", ".js"}],
    ids=lambda path: path.name,
)
def test_nothing_is_fetched_from_another_host(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert not re.search(r"""(?:src|href|url|@import|fetch)\s*[=(]\s*["']?(?:https?:)?//""", text)


def test_every_font_is_here_with_its_licence() -> None:
    css = THEME / "assets" / "css" / "site.css"
    fonts = re.findall(r"url\(([^)]+)\)", css.read_text(encoding="utf-8"))
    assert fonts
    for font in fonts:
        assert (css.parent / font).resolve().is_file(), font
    assert list((THEME / "assets" / "fonts").glob("LICENSE*"))


def test_light_and_dark_have_the_same_colours() -> None:
    css = (THEME / "assets" / "css" / "site.css").read_text(encoding="utf-8")
    automatic = re.search(r"prefers-color-scheme:dark\)\{:root:not\([^)]*\)\{([^}]*)\}", css)
    chosen = re.search(r":root\[data-theme=dark\]\{([^}]*)\}", css)
    assert automatic
    assert chosen
    names = [set(re.findall(r"(--[a-z-]+:[^;]+);", m.group(1))) for m in (automatic, chosen)]
    assert names[0] == names[1]
