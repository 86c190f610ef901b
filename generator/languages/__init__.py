"""The shelf of languages: finds the packs by folder."""

from __future__ import annotations

import importlib
from functools import cache
from pathlib import Path

from generator.lexicon.language import Language
from generator.model.ids import LanguageCode

_SHELF = Path(__file__).parent


def codes() -> tuple[LanguageCode, ...]:
    """Codes of the languages on the shelf, in alphabetical order."""
    return tuple(
        LanguageCode(folder.name)
        for folder in sorted(_SHELF.iterdir())
        if (folder / "profile.toml").exists()
    )


@cache
def get(code: LanguageCode) -> Language:
    """The language with that code; raises `KeyError` for one not on the shelf."""
    if code not in codes():
        raise KeyError(code)
    module = importlib.import_module(f"{__name__}.{code}")
    pack = module.PACK()
    assert isinstance(pack, Language)
    return pack
