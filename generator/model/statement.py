"""What was said, what happened, which sentence tells it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

EventKind = Literal[
    "meeting", "visit", "call", "agreement", "appointment", "dismissal", "election", "statement",
    "statistics", "court", "crime", "accident", "disaster", "aid", "project", "law", "other",
]  # fmt: skip
EVENT_KINDS: tuple[EventKind, ...] = get_args(EventKind)


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotation:
    """Direct speech. The mention's span is what was said, without its quotation marks.

    Mention arguments: `cue` (the verb of saying or what stands for it) and, where the speaker is
    named or described in the text, `speaker` (the span of the name, or of the title).
    """

    speaker_text: str | None
    """The speaker as the text puts it, in base form; `None` where it does not say."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """The main thing that happened; the mention's span is the word that says so."""

    kind: EventKind


@dataclass(frozen=True, slots=True, kw_only=True)
class KeySentence:
    """A sentence that states the news; the mention's span is the sentence."""

    rank: int
    """1 is the best."""
