"""English."""

from __future__ import annotations

from pathlib import Path

from generator.lexicon.language import Language
from generator.model.ids import LanguageCode


class English(Language):
    """English, from its tables."""

    code = LanguageCode("en")
    folder = Path(__file__).parent


PACK = English
