"""Acted by: who does what a thing is said to do, or people whom only their calling names.

قرار من *مجلس الأمن* يطالب الأرجنتين, اقتحم *الجيش* القرية وقتل الجنود شيخها.
"""

from ....schema import ActorKind
from ..ends.arguments import entities
from ..ends.pronouns import giver_entity
from ..ends.slots import slot
from ..records.agreement import may_be_subject
from ..records.clauses import Clause, Sentence
from ..records.entity import Entity, may_mean
from ..records.items import Item, class_of
from ..records.stems import is_in

_WRITTEN = ("documents", "writings")  # closed classes of what is written
_BY_FORCE = frozenset({"attacked", "killed", "detained", "seized", "deployed-to", "withdrew-from"})
_ARMED = frozenset({ActorKind.STATE, ActorKind.ARMED_GROUP, ActorKind.GOVERNMENT})


def issued(sentence: Sentence, clause: Clause) -> list[Entity]:
    """Return whose decision or appeal says what the verb tells: نداء من *البابا* يدعو الحكومة إلى.

    The verb may describe what another verb says is issued: صدر قرار عن *مجلس الأمن* يدعو إلى.
    """
    noun, verb, outer = clause.subject, clause.verb, clause.parent
    if verb is None or noun is not None:
        who = giver_entity(sentence, noun) if noun is not None and _says(sentence, noun) else None
        return [who] if who is not None else []
    if outer is None or outer.verb is None or outer.subject is None or verb.conj:
        return []
    noun, person = outer.subject, verb.feats.split()[1]
    if noun.det or not _says(sentence, noun) or not may_be_subject(noun, person, before=True):
        return []
    issuer = slot(sentence, outer.verb, "عن")
    return entities(sentence, issuer) if issuer is not None else []


def _says(sentence: Sentence, noun: Item) -> bool:
    """Whether it is something written or decided, or what somebody asks."""
    if noun.kind not in ("N", "O"):
        return False
    function = sentence.scene.function
    told = any(is_in(noun, function(name)) for name in _WRITTEN)
    return told or any(row.speech or class_of(row) == "REQUEST" for row in noun.rows)


def forces_of(sentence: Sentence, clause: Clause) -> list[Entity]:
    """Return whose soldiers or planes do it: of whoever fights in the clauses around, or before.

    Whom the verb's pronoun may mean is attacked himself: تقدم الجيش فقصفته *الطائرات*.
    """
    noun, verb = clause.subject, clause.verb
    if noun is None or verb is None or noun.kind != "O" or not noun.det or verb.passive:
        return []
    if not is_in(noun, sentence.scene.function("forces")) or noun.nisba is not None:
        return []
    if not any(row.relation in _BY_FORCE for row in verb.rows):
        return []
    step = clause.parent
    while step is not None:
        who = step.subject_entity
        by_force = step.verb is not None and any(r.relation in _BY_FORCE for r in step.verb.rows)
        if who is not None and who.kind in _ARMED and by_force:
            apart = clause.kind == "sub" or not _done_to(verb, who)
            return [who] if apart else []
        step = step.parent
    deeds = sentence.discourse.deeds
    last = [who for deed, who in deeds.items() if deed in _BY_FORCE and who.kind in _ARMED]
    return last[-1:] if last and not _done_to(verb, last[-1]) else []


def _done_to(verb: Item, who: Entity) -> bool:
    """Whether the pronoun on a verb may mean somebody, and what is done is not done to persons."""
    if any(row.relation in ("killed", "detained") for row in verb.rows):
        return False  # حاصر الجيش بيت الوزير، *وقتله* الجنود
    return may_mean(who, verb.pronoun)


def said_of(sentence: Sentence, item: Item) -> Item | None:
    """Return whom a sentence without a verb is about: *مصر* على اتصال ب, *الوزير* في زيارة ل."""
    clause = sentence.clause_of[item.index]
    if clause.verb is not None or item.marker not in ("على", "في"):
        return None
    if clause.kind == "rel" and clause.antecedent is not None:  # الذي كان / وهو *في زيارة* لغانا
        leads = sentence.items[clause.a + 1 : max(0, item.index - 1)]
        mine = clause.subject in (None, clause.antecedent)
        return clause.antecedent if mine and all(o.kind in ("aux", "adv") for o in leads) else None
    for other in reversed(sentence.items[: max(0, item.index - 1)]):
        if sentence.clause_of[other.index] is not sentence.clause_of[item.index]:
            return None
        if other.kind == "M" and other.marker == "direct":
            return other
        if other.kind not in ("aux", "neg", "adv", "T", "self", "prep") and other.marker != "في":
            return None
    return None
