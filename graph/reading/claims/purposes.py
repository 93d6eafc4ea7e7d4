"""Purposes: whose they are, where that is not the clause's subject: خطة *أميركية لنشر* قوات."""

from ..ends.arguments import entities
from ..ends.pronouns import giver_entity, owner_entity, owner_of
from ..ends.slots import genitives
from ..records.clauses import Sentence
from ..records.entity import Entity
from ..records.items import Item, classes_of
from ..records.stems import is_in

_WHOM = frozenset({"direct", "ل", "إلى"})
_GIVEN = frozenset({"deployed-to", "arms", "aids"})
_NEAR = 10  # items between a plan and what it is for


def whose_purpose(sentence: Sentence, item: Item) -> list[Entity] | None:
    """Return who would do what something is for, nobody if unknown, or None for the subject.

    A plan's purpose is its owner's, never that of who refuses it (رفض مشروعا *فرنسيا لفرض* عقوبات);
    what is given is for whoever gets it (زودت فرنسا *تونس* بصواريخ *لضرب*); and what shall
    not be used is for nobody's deed (تعهدت بعدم استخدامها *لضرب*).
    """
    clause = sentence.clause_of[item.index]
    thing = _thing_before(sentence, item)
    sender = _sender(sentence, item)
    if sender is not None:
        return entities(sentence, sender)
    if thing is None:
        return None
    function = sentence.scene.function
    before = sentence.items[thing.index - 1] if thing.index else thing
    if is_in(thing, function("using")):
        owner = user_of(sentence, thing)
        if owner is not None:
            return [owner]
        return [] if before.kind == "negnoun" else None
    chain = (thing, *genitives(sentence, thing))
    if any(is_in(step, function("plans")) for step in chain):
        found = (owner_entity(sentence, step) or giver_entity(sentence, step) for step in chain)
        owner = next((one for one in found if one is not None), _leader(sentence, thing, item))
        if owner is not None:
            return [owner]
        refused = clause.verb is not None and "REJECT" in classes_of(clause.verb)
        return [] if refused or thing.marker == "ضد" else None
    verb = clause.verb
    given = verb is not None and any(row.relation == "arms" for row in verb.rows)
    if given and verb is not None and "ASSAULT" in classes_of(item):
        for other in sentence.items[verb.index + 1 : thing.index]:
            if other.kind in ("M", "pron") and other is not clause.subject:
                return entities(sentence, other) if other.marker in _WHOM else None
    return None


def _sender(sentence: Sentence, item: Item) -> Item | None:
    """Return who sends, gives or does what it is for, and not who judges it or asks for it.

    انتقدت مصر إرسال *تونس* مرتزقة لدعم الحركة, أدانت عملية *تونس* لدعم الحركة.
    """
    for other in reversed(sentence.items[max(0, item.index - _NEAR) : item.index]):
        if other.kind in ("V", "mark", "an", "sub", "rel"):
            return None
        campaign = other.kind in ("O", "N") and is_in(other, sentence.scene.function("campaigns"))
        if campaign or (other.kind == "N" and any(row.relation in _GIVEN for row in other.rows)):
            named = owner_of(sentence.items, other)
            return named if named is not None and named.kind == "M" else None
    return None


def user_of(sentence: Sentence, using: Item) -> Entity | None:
    """Return who uses something: استخدام *تركيا* أجواءه; not what is used: استخدام *أجوائه*."""
    named = owner_of(sentence.items, using)
    if named is None or named.mention is None or named.mention.kind == "instrument":
        return None
    return named.mention.entity


def _thing_before(sentence: Sentence, item: Item) -> Item | None:
    """Return the noun before a purpose, past its genitives, or "using" the thing."""
    found: Item | None = None
    function = sentence.scene.function
    for other in reversed(sentence.items[max(0, item.index - _NEAR) : item.index]):
        if other.kind in ("V", "mark", "an", "sub", "rel"):
            return found
        if other.kind not in ("O", "N") or is_in(other, function("led_by")):
            continue
        if is_in(other, function("using")):
            return other
        found = found or (other if other.marker != "gen" else None)
    return found


def _leader(sentence: Sentence, plan: Item, item: Item) -> Entity | None:
    """Return who leads it: مسعى *بقيادة بريطانيا* لفرض عقوبات."""
    for other in sentence.items[plan.index + 1 : item.index]:
        if is_in(other, sentence.scene.function("led_by")):
            return owner_entity(sentence, other)
    return None
