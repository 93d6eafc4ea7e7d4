"""Headlines: what one says of a state and the text then tells of that state's government or army.

So "كراكاس تقطع علاقاتها مع هافانا" is told again by "قطعت الحكومة الفنزويلية علاقاتها مع كوبا".
"""

from dataclasses import replace

from ....schema import ActorKind
from ..records.entity import Entity
from ..records.readclaim import ReadClaim

_ENDS = (".", "؟", "!", "»")  # of sentences, which headlines are not
_ARMIES = frozenset({"army", "forces"})

_Deed = tuple[str, str, str, str]


def told_again(claims: list[ReadClaim], text: str) -> list[ReadClaim]:
    """Return the claims, those of the headline with the ends that the text names more closely."""
    end = text.find("\n")
    if end < 0 or text[:end].rstrip().endswith(_ENDS):
        return claims
    told = {_deed(claim) for claim in claims if _of_headline(claim, end)}
    closer: dict[_Deed, ReadClaim] = {}
    for claim in claims if told else ():
        if claim.span[0] > end and not claim.levels and (deed := _deed(claim)) in told:
            closer.setdefault(deed, claim)
    return [
        _as_told(claim, closer.get(_deed(claim))) if _of_headline(claim, end) else claim
        for claim in claims
    ]


def _of_headline(claim: ReadClaim, end: int) -> bool:
    return claim.span[1] <= end and not claim.levels


def _as_told(claim: ReadClaim, again: ReadClaim | None) -> ReadClaim:
    """Return a claim with the ends of the one that tells it again."""
    if again is None:
        return claim
    subject = again.subject if _acts_for(again.subject, claim.subject) else claim.subject
    object_ = again.object if _acts_for(again.object, claim.object) else claim.object
    return replace(claim, subject=subject, object=object_)


def _deed(claim: ReadClaim) -> _Deed:
    return claim.predicate, claim.modality, _side(claim.subject), _side(claim.object)


def _side(entity: Entity) -> str:
    """Return what tells one side from another: the state that it is, or acts for."""
    if entity.kind == ActorKind.STATE and entity.listed is not None:
        return entity.listed
    return entity.state if entity.state is not None and _of_state(entity) else f"?{entity.name}"


def _of_state(entity: Entity) -> bool:
    army = entity.kind == ActorKind.ARMED_GROUP and entity.head in _ARMIES
    return entity.kind == ActorKind.GOVERNMENT or army


def _acts_for(one: Entity, state: Entity) -> bool:
    """Whether it is the state's own body: الحكومة الفنزويلية, of Venezuela."""
    return state.kind == ActorKind.STATE and _of_state(one)
