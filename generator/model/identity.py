"""A decision that a mention means an entity."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from generator.model.ids import EntityId
from generator.model.mention import Mention

Judgement = Literal["same", "different", "unsure"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Identity:
    """`mention` means (or does not, or may mean) `entity`, and why."""

    mention: Mention
    entity: EntityId
    judgement: Judgement
    reason: str
    """A short phrase for `explain`: `full name`, `surname of a person named above`."""
