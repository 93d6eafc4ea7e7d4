"""Controllers: who does what an أن-clause names, as the verb that governs it says."""

from ..actors.nameless import by_role
from ..records.clauses import Clause, Sentence
from ..records.entity import Entity
from ..records.items import Item
from ..words.rows import Verb
from .pronouns import entity_of, pronoun_entity
from .slots import verb_rows

_FEW = 12  # items between "before" and "that": سبق لمصدر أمني أن


def controller_of(sentence: Sentence, clause: Clause) -> Entity | None:
    """Return who does what an أن-clause names, when the verb that governs it says so.

    In "تريد *فرنسا* أن تدعم تشاد" it is the subject, in "دعت مصر *فرنسا* إلى أن تدعم تشاد" the
    object of the governing verb.
    """
    opener, outer = clause.opener, clause.parent
    if opener is not None and opener.kind == "sub" and opener.value == "الا ان":
        return _left_to(sentence, opener)
    if clause.kind != "an" or opener is None or outer is None:
        return None
    if outer.verb is None:
        return who_before(sentence, opener)
    before = sentence.items[opener.index - 1]
    slots = {"an", opener.value, before.value if before.kind == "prep" else ""}
    for row in verb_rows(outer.verb):
        for control in row.control:
            if slots.isdisjoint(control.slot):
                continue
            if control.by == "subject":
                return outer.subject_entity
            return _told_to(sentence, outer, outer.verb, row, opener)
    return who_before(sentence, opener)


def _told_to(
    sentence: Sentence, outer: Clause, verb: Item, row: Verb, opener: Item
) -> Entity | None:
    """Return whom the governing verb has for its object: طلب *من مصر* أن تسلح, دع*اه* إلى أن."""
    who = outer.subject_entity
    without = (who,) if who is not None else ()
    if verb.pronoun not in ("", "1"):
        return pronoun_entity(sentence, verb.index, verb.pronoun, without)
    between = sentence.items[verb.index + 1 : opener.index]
    for item in between:
        if item.marker in row.object and item.marker != "direct":
            if item.kind == "pron" and without:  # طلب من*ها* أن تسلح
                return pronoun_entity(sentence, item.index, item.value, without)
            if item.mention is not None:
                return item.mention.entity
    named = [i for i in between if i.mention is not None and i is not outer.subject]
    return named[-1].mention.entity if named and named[-1].mention is not None else None


def _left_to(sentence: Sentence, opener: Item) -> Entity | None:
    """Return who could do nothing but what is told: ما كان *من مصر* إلا أن قصفت ليبيا."""
    for who in reversed(sentence.items[max(2, opener.index - _FEW) : opener.index]):
        if who.marker == "من" and sentence.items[who.index - 2].kind == "aux":
            denied = any(o.kind == "neg" for o in sentence.items[max(0, who.index - 4) : who.index])
            return entity_of(sentence, who) if denied else None
        if who.kind in ("V", "an"):
            return None
    return None


def who_before(sentence: Sentence, opener: Item) -> Entity | None:
    """Return who has done before what the clause says: سبق *لفرنسا* أن, لم يسبق *له* أن."""
    words = sentence.scene.function("before")
    for who in reversed(sentence.items[max(1, opener.index - _FEW) : opener.index]):
        if who.marker == "ل" and sentence.items[who.index - 1].key.lstrip("وف") in words:
            return entity_of(sentence, who) or by_role(sentence, who)
    return None
