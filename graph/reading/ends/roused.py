"""Roused: whom a deed moved to do what is told next: وهو ما أغضب *مصر*، حتى إنها ردت."""

from ....schema import ActorKind
from ..records.agreement import pronoun_fits
from ..records.clauses import Clause, Sentence
from ..records.entity import Entity
from ..records.items import Item, speaks


def roused_by(sentence: Sentence, clause: Clause, index: int, feats: str) -> Entity | None:
    """Return whom a deed moved, so that more is told of him: وهو ما أغضب *مصر*، حتى إنها ردت."""
    opener, verb = clause.opener, clause.verb
    deed = clause.kind == "rel" and opener is not None and opener.key in ("ما", "مما")
    if not deed or verb is None or clause.subject_entity is not None or speaks(verb):
        return None
    for item in sentence.items[verb.index + 1 : index]:
        if item.mention is not None and sentence.clause_of[item.index] is clause:
            meant = item.marker in ("direct", "gen") and _may_be(item, item.mention.entity, feats)
            return item.mention.entity if meant else None
    return None


def _may_be(item: Item, who: Entity, feats: str) -> bool:
    """Whether the pronoun fits, or any state's name may be feminine: أغضب *الصومال* حتى إنها."""
    return pronoun_fits(item, feats) or (feats == "fs" and who.kind == ActorKind.STATE)
