"""Lasting: what a short clause right behind an indefinite noun tells of talks and tours."""

from ..ends.arguments import entities
from ..ends.slots import slot, verb_rows
from ..records.clauses import Clause, Sentence
from ..records.entity import Entity
from ..records.items import Item

_NEAR = 5  # items
_LEADS = frozenset({"prep", "aux", "an", "mark", "adv"})  # what may stand before "between"


def lasted(sentence: Sentence, item: Item) -> Item | None:
    """Return the verb behind talks that tells how long they took: محادثات *دامت* ساعتين مع."""
    return _told_by(sentence, item, "lasting")


def told_between(sentence: Sentence, item: Item) -> Item | None:
    """Return between whom it is, by a verb: المفاوضات التي رعتها ليبيا *بين* A وB."""
    told = (c for c in sentence.clauses if c.kind == "rel" and c.antecedent is item)
    inner = next((act for c in told if (act := c.verb or _brought_about(sentence, c))), None)
    if inner is not None:
        return slot(sentence, inner, "بين")
    clause = sentence.clause_of[item.index]
    verb = clause.verb
    if verb is None and not item.det:  # *بين السويد والنرويج* عداء قديم
        opening = [o for o in sentence.items[clause.a : item.index] if o.kind not in _LEADS]
        if opening and all(o.kind == "M" and o.marker == "بين" for o in opening):
            return opening[0]
    rows = [row for row in verb_rows(verb) if not row.gathers] if verb is not None else []
    if verb is None or item.marker != "direct" or any(row.relation for row in rows):
        return None
    if clause.subject is item and verb.index > item.index:
        return slot(sentence, verb, "بين")  # *هدنة* أبرمت بين A وB
    both = slot(sentence, verb, "بين") if verb.index < item.index else None
    if both is None or both.index > item.index:
        return None
    between = sentence.items[both.index : item.index]
    return None if any(o.kind == "aux" for o in between) else both  # ... *وكانت* الحرب على


def _brought_about(sentence: Sentence, clause: Clause) -> Item | None:
    """Return the noun behind "was done" in a relative clause: الاتفاق الذي تم *توقيعه* بين A وB."""
    inside = sentence.items[clause.a : clause.b]
    done = next((o.index for o in inside if o.kind == "passive"), None)
    behind = sentence.items[done + 1 : clause.b] if done is not None else []
    return behind[0] if behind and behind[0].kind == "N" else None


def toured(sentence: Sentence, item: Item) -> tuple[Item | None, list[Entity]]:
    """Return where a tour leads: جولة *تشمل مصر*, جولة *تقوده إلى مصر*."""
    verb = _told_by(sentence, item, "touring")
    if verb is None:
        return None, []
    where = slot(sentence, verb, "إلى") or slot(sentence, verb, "direct")
    return where, entities(sentence, where) if where is not None else []


def _told_by(sentence: Sentence, item: Item, verbs: str) -> Item | None:
    if item.det or item.pronoun:
        return None
    for other in sentence.items[item.index + 1 : item.index + _NEAR]:
        if other.kind == "V":
            told = any(row.id in sentence.scene.function(verbs) for row in other.rows)
            return other if told and not other.conj else None
        if other.kind not in ("A", "O", "T", "adv", "P"):
            return None
    return None
