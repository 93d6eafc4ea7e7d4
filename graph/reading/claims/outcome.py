"""Outcomes: who killed those that died in an attack, which stands before what tells of the end."""

from ....schema import ActorKind
from ..ends.takenup import last_doer
from ..records.clauses import Clause, Sentence
from ..records.ends import Ends, Found
from ..records.entity import Entity
from ..records.items import Item
from ..records.stems import is_in
from .doers import whose_attack

_IN = frozenset({"ب", "عن", "إلى", "direct"})
_HAVE_MEN = frozenset({ActorKind.ARMED_GROUP, ActorKind.GOVERNMENT, ActorKind.MINISTRY})
_NEAR = 7  # items from an attack to the clause that tells more of it
_WHAT = frozenset({"ما", "مما"})


def killers_before(sentence: Sentence, item: Item, earlier: list[Found]) -> list[Entity]:
    """Return whose the attack was that led to this death: وأسفر *الهجوم* عن مقتل الوزير."""
    clause = sentence.clause_of[item.index]
    verb = clause.verb
    if verb is None or verb.index > item.index or item.marker not in _IN or clause.negated:
        return []
    ending = sentence.scene.function("ending_in")
    if not any(row.id in ending for row in verb.rows):
        return []
    return _killers(sentence, clause, earlier)


def _attack_before(sentence: Sentence, clause: Clause) -> Item | None:
    """Return the attack of which a clause without "which" tells more: هجوما على المقر *أسفر* عن."""
    verb = clause.verb
    if clause.kind not in ("rel", "coord") or clause.opener is not None or verb is None:
        return None
    if verb.conj:
        return None
    for other in reversed(sentence.items[max(0, clause.a - _NEAR) : clause.a]):
        if other.kind == "N" and any(row.relation == "attacked" for row in other.rows):
            return other
        if other.kind in ("V", "mark"):
            return None
    return None


def _killers(sentence: Sentence, clause: Clause, earlier: list[Found]) -> list[Entity]:
    """Return whose the attack was that the verb, or "which", takes up: *مما* أدى إلى مقتل."""
    attack = clause.subject or _attack_before(sentence, clause)
    if attack is not None and attack.kind in ("N", "O"):
        told = any(row.relation == "attacked" for row in attack.rows)
        if not told and not is_in(attack, sentence.scene.function("strikes")):
            return []
        return whose_attack(sentence, attack) or (last_doer(sentence, attack) if attack.det else [])
    if clause.opener is None or clause.opener.key not in _WHAT or not earlier:
        return []
    last = earlier[-1]
    return [last.subject] if last.predicate == "attacked" and last.modality == "actual" else []


def own_men(sentence: Sentence, ends: Ends) -> bool:
    """Whether an army or government tells of its own who died: أعلن الجيش التشادي *مقتل الرئيس*."""
    who = ends.subjects[0] if ends.subjects else None
    if who is None or who.state is None or who.kind not in _HAVE_MEN or not ends.objects:
        return False
    roles = sentence.scene.lexicon.roles
    return all(
        dead.state == who.state and any(roles[role].relation is not None for role in dead.roles)
        for dead in ends.objects
    )
