r"""From bytes to clean text: the only place that changes an article's characters.

What is changed: the encoding (to Unicode, NFC), line ends (to `\n`), characters nobody sees
(zero-width, direction and control characters, soft hyphens), and letters that stand inside a
Cyrillic word because they look the same: Latin ones, and ӊ for ң. Nothing else: no
quotation mark, dash or space is touched.
"""

from __future__ import annotations

import codecs
import re
import unicodedata
from dataclasses import dataclass

from generator.text.scripts import script_of


class NotText(ValueError):  # noqa: N818 - it says what the bytes are, not what went wrong
    """The bytes are no text in any encoding read here."""


@dataclass(frozen=True, slots=True)
class Mended:
    """One word in which Latin letters were read as the Cyrillic ones they look like."""

    line: int
    """One-based line of the text."""
    written: str
    read: str


_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# 8-bit encodings in which Cyrillic and Western news texts are found; others would be guesswork.
_LEGACY = ("cp1251", "koi8_r", "cp1252")
_LINE_END = re.compile("\r\n|[\r\u2028\u2029\u0085\x0b\x0c]")
_UNSEEN = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]"
)
_CONTROL = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_LATIN = r"A-Za-z\u00c0-\u024f\u0259\u0275"
_CYRILLIC = r"\u0400-\u052f"
_MIXED = re.compile(  # a word in which the alphabets meet; its beginning is found by looking back
    f"(?:(?<=[{_CYRILLIC}])[{_LATIN}]|(?<=[{_LATIN}])[{_CYRILLIC}]|[\u04c9\u04ca])"
)
_WORD = re.compile(r"[^\W\d_]+")
_LOOKALIKE = str.maketrans(
    "ABCEHIJKMOPSTXYaceijopsxyËëÏïƟɵƏəӉӊ",
    "АВСЕНІЈКМОРЅТХУасеіјорѕхуЁёЇїӨөӘәҢң",
)
_HOOKED = frozenset("Ӊӊ")
"""En with a hook, a letter of Kildin Sami alone: typed for en with a descender (Кеӊеш)."""


def decode(content: bytes) -> str:
    """The text in `content`: UTF-8, UTF-16, Windows-1251, KOI8-R; raises `NotText`.

    An 8-bit encoding is guessed only where the bytes are not valid UTF-8.
    """
    for bom, encoding in _BOMS:
        if content.startswith(bom):
            return _strictly(content[len(bom) :], encoding)
    wide = _wide_encoding(content)
    if wide is not None:
        return _strictly(content, wide)
    if len(_CONTROL.findall(content[:4096].decode("latin-1"))) > len(content[:4096]) / 200:
        raise NotText("control characters")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return _legacy(content)


def normalise(text: str) -> str:
    r"""`text` in NFC, with `\n` line ends and without the characters nobody sees."""
    return unicodedata.normalize("NFC", _UNSEEN.sub("", _LINE_END.sub("\n", text)))


def mend_lookalikes(text: str) -> tuple[str, tuple[Mended, ...]]:
    """`text` with look-alikes inside Cyrillic words read as the right letter, and what was mended.

    The length never changes. A Latin name or abbreviation with a Cyrillic ending glued to it
    (three Latin letters, or two capitals, at the head of the word) is left alone.
    """
    mended: list[Mended] = []
    pieces: list[str] = []
    end = 0
    for meeting in _MIXED.finditer(text):
        if meeting.start() < end:
            continue
        start = meeting.start()
        while start > end and _WORD.match(text, start - 1, start):
            start -= 1
        match = _WORD.match(text, start)
        if match is None or not _is_mistyped(match.group()):
            continue
        word = match.group()
        read = word.translate(_LOOKALIKE)
        pieces += (text[end : match.start()], read)
        end = match.end()
        mended.append(Mended(text.count("\n", 0, match.start()) + 1, word, read))
    if not mended:
        return text, ()
    pieces.append(text[end:])
    return "".join(pieces), tuple(mended)


def _is_mistyped(word: str) -> bool:
    latin = [character for character in word if script_of(character) == "Latn" or character in "ɵə"]
    if not latin:
        return not _HOOKED.isdisjoint(word)
    if len(latin) == len(word):
        return False
    if any(ord(character) not in _LOOKALIKE for character in latin):
        return False
    if any(script_of(c) != "Cyrl" for c in word if c not in latin):
        return False
    head = word[: len(latin)]
    glued = list(head) == latin
    return not (
        glued
        and (len(head) > 2 or ((len(head) == 2 and head.isupper()) and word[len(head) :].islower()))
    )


def _wide_encoding(content: bytes) -> str | None:
    """UTF-16 without a byte order mark: every other byte is the high byte of few alphabets."""
    sample = content[:4096]
    if len(content) % 2 or len(sample) < 4 or b"\x00" not in sample:
        return None
    high = {0x00, 0x04, 0x20}  # Latin, Cyrillic, punctuation
    for first, encoding in ((1, "utf-16-le"), (0, "utf-16-be")):
        column = sample[first::2]
        if sum(byte in high for byte in column) >= 0.95 * len(column):
            return encoding
    return None


def _strictly(content: bytes, encoding: str) -> str:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as error:
        raise NotText(f"broken {encoding}") from error


def _legacy(content: bytes) -> str:
    from charset_normalizer import from_bytes

    best = from_bytes(content, cp_isolation=list(_LEGACY)).best()
    if best is None:
        raise NotText("no known encoding")
    return str(best)
