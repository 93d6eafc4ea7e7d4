"""Modifying: whether a bare word goes on with the noun before it, or is one of its own."""

from ..page.tokens import COMMAS
from ..records.clauses import Sentence
from ..records.items import Item, comma
from ..records.parenthesis import before_aside
from ..records.stems import is_in
from .pronouns import giver_entity, owner_of


def modifies(sentence: Sentence, item: Item) -> bool:
    """Whether the word goes on with the noun phrase before it: an adjective or an adverb."""
    before = before_aside(sentence.items, item.index - 1)
    if item.pronoun or _sure_noun(sentence, item):
        return False
    if before.kind == "T" and before.key.isdecimal():
        return False  # 58 *جنديا*
    actor = sentence.items[before.index - 1] if before.kind == "quote" and before.index else before
    if actor.kind == "M" and item.key in sentence.scene.function("leanings"):
        return True  # «حرس كودوري» *الانفصالي*
    if before.kind == "T" and before.value != "number" and before.index:
        before = sentence.items[before.index - 1]  # استقبل الوزير أمس *وفدا* من
    if item.indefinite and item.topic is None and before.kind not in ("V", "N", "M"):
        return True
    behind = sentence.items[item.index + 1 : item.index + 2]
    if before.marker in ("ب", "time") and behind and behind[0].head is item:
        return False  # استنكرت بشدة *إقدام* بروسيا
    if before.kind == "M" and not item.det:  # an adverb; a name takes no indefinite adjective
        function = sentence.scene.function
        if not item.indefinite or any(is_in(item, function(c)) for c in ("targets", "struck")):
            return False
        if behind and _says_more(sentence, item, behind[0]):
            return False
        return giver_entity(sentence, item) is None
    if owner_of(sentence.items, item) is not None:
        return False  # رفضت طوال يومين *مطالب* الحركة
    return (
        before.j == item.i
        and before.kind in ("O", "N", "M", "A")
        and (before.det or bool(before.pronoun)) == item.det
        and (not item.conj or _joined_quality(before, item))
        and item.topic is None
    )


def _joined_quality(before: Item, item: Item) -> bool:
    """Whether "and" joins one adjective to another: الدعم السياسي *والعسكري* الذي."""
    relating = item.key.endswith(("ي", "ية")) and before.key.endswith(("ي", "ية"))
    return item.det and before.kind == "O" and relating and before.gender == item.gender


def _says_more(sentence: Sentence, item: Item, behind: Item) -> bool:
    """Whether the next item describes the noun: *معملا* تابعا للثوار, *مشروعا* قدمته مصر.

    A nation does, too: *مطلبا* كويتيا; and whoever is named as one of many: *دولا* مثل تونس.
    """
    if behind.kind == "incl":
        return True
    if behind.kind == "A" and behind.head is item:
        return True
    if behind.kind == "P":
        return behind.indefinite
    clauses = sentence.clause_of
    return behind.index < len(clauses) and clauses[behind.index].antecedent is item


def _sure_noun(sentence: Sentence, item: Item) -> bool:
    """Whether it names a thing that acts or is acted upon, so that it is no adjective."""
    function = sentence.scene.function
    if item.det and is_in(item, function("places_said")):
        return True  # قصف الجيش *المستشفى* الكبير
    sure = ("targets", "struck", "instruments", "things", "roles")
    return any(is_in(item, function(c)) for c in sure)


def says_who(sentence: Sentence, item: Item) -> bool:
    """Whether a noun between commas says who the actor before is: أورتيغا، *شقيق* الرئيس، اتهم."""
    before, behind = sentence.items[item.index - 1], sentence.items[item.index + 1 :][:7]
    actor = sentence.items[before.index - 1] if comma(before) and before.index else None
    if actor is None or actor.kind != "M" or item.conj:
        return False
    if any(token.key in COMMAS for token in sentence.scene.tokens[actor.i : actor.j]):
        return False  # it closes an aside: انتقد سالم الراوي، عضو الحزب، *سياسة* الحكومة
    closed = next((o for o in behind if o.kind in ("mark", "V", "an")), None)
    return closed is not None and comma(closed)
