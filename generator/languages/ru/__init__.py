"""Russian."""

from __future__ import annotations

from pathlib import Path

from generator.lexicon.language import Language
from generator.model.ids import LanguageCode


class Russian(Language):
    """Russian, from its tables."""

    code = LanguageCode("ru")
    folder = Path(__file__).parent


PACK = Russian
