"""Which writing system a run of text is in.

Ranges are the Unicode blocks that news in our languages uses (Unicode 15, Blocks.txt).
"""

from __future__ import annotations

from typing import Literal

Script = Literal["Cyrl", "Latn", "Arab", "Zyyy"]
"""ISO 15924 codes; `Zyyy` is everything that belongs to no script."""


def script_of(character: str) -> Script:
    """The script of one character."""
    point = ord(character)
    if 0x0400 <= point <= 0x052F:
        return "Cyrl"
    if (0x41 <= point <= 0x5A or 0x61 <= point <= 0x7A or 0xC0 <= point <= 0x24F) and (
        point not in (0xD7, 0xF7)
    ):
        return "Latn"
    if 0x1E00 <= point <= 0x1EFF or 0x02BB <= point <= 0x02BC:
        return "Latn"
    if 0x0600 <= point <= 0x06FF:
        return "Arab"
    return "Zyyy"
