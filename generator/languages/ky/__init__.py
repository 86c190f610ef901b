"""Kyrgyz."""

from __future__ import annotations

from pathlib import Path

from generator.lexicon.language import Language
from generator.model.ids import LanguageCode


class Kyrgyz(Language):
    """Kyrgyz, from its tables."""

    code = LanguageCode("ky")
    folder = Path(__file__).parent


PACK = Kyrgyz
