"""Operations that act: where one is said to speak or to fight, those who carry it out are meant."""

from dataclasses import replace

from ....schema import ActorKind
from ..records.entity import Entity
from ..records.readclaim import ReadClaim


def with_forces(claim: ReadClaim) -> ReadClaim:
    """Return the claim with actors in the place of operations: قالت *عملية الكرامة* إن.

    Only what is launched is the operation itself.
    """
    launched = claim.predicate == "launched"
    ends = [claim.subject, *(() if launched else (claim.object,))]
    tellers = [one for level in claim.levels for one in (level.speaker, level.via)]
    if not any(one is not None and one.kind == "event" for one in (*ends, *tellers)):
        return claim
    levels = tuple(
        replace(
            level,
            speaker=_force(level.speaker) if level.speaker is not None else None,
            via=_force(level.via) if level.via is not None else None,
        )
        for level in claim.levels
    )
    object_ = claim.object if launched else _force(claim.object)
    return replace(claim, subject=_force(claim.subject), object=object_, levels=levels)


def _force(entity: Entity) -> Entity:
    """Return who carries out an operation, and anybody else as he is."""
    if entity.kind != "event":
        return entity
    if entity.force is None:
        armed = entity.head == "عملية"
        kind = ActorKind.ARMED_GROUP if armed else ActorKind.ORGANIZATION
        entity.force = Entity(kind, entity.name, gender=entity.gender)
    return entity.force
