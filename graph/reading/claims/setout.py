"""Set out for: what somebody does something for, where grammar wants the article.

The noun of a verb that takes a preposition has the article behind "for": *للسيطرة* على تونس.
"""

from ..ends.meeting import accords
from ..ends.slots import does_deeds, markers_of, verb_rows, waited_for
from ..records.clauses import Sentence
from ..records.items import Item, classes_of
from ..records.stems import is_in
from .doers import genitive_of, judged

_NEAR = 4  # items between a stand and what it is towards
# Classes of what a plan of others is told to: انتقدت خطة *للسيطرة* على تونس.
_TOWARDS = frozenset({"ACCUSE", "PROTEST", "REJECT", "THREATEN", "REQUEST"})


def reaching_over(item: Item) -> bool:
    """Whether it has the article as its object has a preposition: *للإطاحة* بالملك."""
    deed = item.kind == "N" and item.marker == "ل" and item.det and item.nisba is None
    return deed and _bound_over(item) and "ACCUSE" not in classes_of(item)


def _bound_over(item: Item) -> bool:
    rows = [row for row in verb_rows(item) if row.relation is not None]
    return any({*markers_of(row, noun=True)} - {"direct", "ل", "ضد"} for row in rows)


def set_out_for(sentence: Sentence, item: Item) -> bool:
    """Whether the clause's subject does something for it: أرسلت فرنسا قوات *للسيطرة* على تونس."""
    clause = sentence.clause_of[item.index]
    verb, given = clause.verb, sentence.bound.get(item.index)
    if given is not None:  # وضعت خطة *للإطاحة* بالملك
        return reaching_over(item) and given.by.kind == "N" and not given.light
    if not reaching_over(item) or verb is None or verb.index > item.index or verb.passive:
        return False
    before = sentence.items[item.index - 1]
    if before.kind in ("prep", "hedge") or is_in(before, sentence.scene.function("owing")):
        return False  # *نظرا* للتدخل في ليبيا
    campaign = is_in(before, sentence.scene.function("campaigns"))  # حملة *للقضاء* على الحركة
    if accords(sentence, item) or (judged(sentence, item) and not campaign):
        return False
    near = sentence.items[max(verb.index + 1, item.index - _NEAR) : item.index]
    if _towards(verb) or any(_waits(sentence, other) for other in near):
        return False
    between = [
        o
        for o in sentence.items[verb.index + 1 : item.index]
        if o is not clause.subject and sentence.clause_of[o.index] is clause
    ]
    if any(o.kind in ("M", "pron") and o.marker in ("direct", "ل") for o in between):
        return False  # أعطت *تركيا* ذريعة للتدخل في ليبيا
    waits = any("ل" in waited_for(row) for row in verb.rows)
    return not waits or any(o.kind in ("O", "N") and o.marker == "direct" for o in between)


def by_means(sentence: Sentence, item: Item) -> bool:
    """Whether it tells by what deed something is done: ضغطت على ليبيا *عبر دعم* الحركة."""
    verb = sentence.clause_of[item.index].verb
    means = item.marker in ("through", "عبر") and (not item.det or _bound_over(item))
    return means and verb is not None and verb.index < item.index and not _towards(verb)


def verges(sentence: Sentence, item: Item) -> bool:
    """Whether somebody is about to do it: فرنسا *على وشك توقيع* اتفاق مع تونس."""
    step = item
    while step.marker == "gen" and step.head is not None:
        step = step.head
    before = sentence.items[step.index - 1] if step.index else step
    return before.key in sentence.scene.function("verges")


def _towards(verb: Item) -> bool:
    return bool(classes_of(verb) & _TOWARDS) and not does_deeds(verb)


def _waits(sentence: Sentence, other: Item) -> bool:
    """Whether a predicate before has it for itself: *استعداد* للتعاون, *معارض* للتدخل."""
    if other.kind not in ("N", "P"):
        return False
    takes = any("ل" in waited_for(row) for row in other.rows)
    takes = takes or "REQUEST" in classes_of(other)  # قدمت *طلبا* للانضمام
    bare = any("ل" in markers_of(row, noun=True) for row in other.rows)
    return takes or (bare and genitive_of(sentence, other) is None)
