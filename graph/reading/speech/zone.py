"""Zones: stretches of a sentence that somebody says, denies or questions."""

from dataclasses import dataclass

from ..records.entity import Entity
from ..records.items import Item
from ..records.readclaim import Level


@dataclass(slots=True, eq=False)
class Zone:
    """Items a to b (exclusive) that somebody says, denies or questions."""

    a: int
    b: int
    speaker: Entity | None
    kind: str
    cue: Item
    via: Entity | None = None
    speaker_item: Item | None = None
    noun: bool = False  # opened by a noun of saying: the claim is reported, not made here
    row: str = ""
    retold: bool = False  # what is denied is what another has said
    others: tuple[Entity, ...] = ()  # who say it together with the speaker
    level: Level | None = None  # over the claims in it, once there is one
