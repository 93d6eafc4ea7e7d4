"""To come: what is only going to take place, as the verb or "it will be" before it tells."""

from ..records.clauses import Clause, Sentence
from ..records.items import Item
from ..syntax.mood import is_scheduled

_NEAR = 5  # items between a draft and what it provides for
_UNTIL = frozenset({"حتى", "ريثما"})
_BETWEEN = frozenset({"adv", "T", "prep"})  # ستجري *غدا* محادثات


def to_come(sentence: Sentence, item: Item) -> bool:
    """Whether an action noun names what will be: *ستبدأ* محادثات, *سيتم* توقيع اتفاق."""
    noun = item
    while noun.marker == "gen" and noun.head is not None:
        noun = noun.head
    if _told_of_later(sentence, noun):
        return True
    clause = sentence.clause_of[noun.index]
    verb = clause.verb
    if verb is not None:
        return clause.subject is noun and (verb.future or clause.scheduled)
    for other in reversed(sentence.items[max(0, noun.index - 4) : noun.index]):
        if other.kind == "passive":
            opener = clause.opener
            planned = opener is not None and opener.kind == "an" and is_scheduled(sentence, opener)
            return other.key.startswith("س") or planned
        if other.kind not in _BETWEEN:
            return False
    return False


def _told_of_later(sentence: Sentence, noun: Item) -> bool:
    """Whether what describes it is told of the future: أعلنت عن لقاء *سيعقد* غدا."""
    for other in sentence.items[noun.index + 1 : noun.index + _NEAR]:
        if other.kind == "V":
            clause = sentence.clause_of[other.index]
            return other.future and clause.kind == "rel" and clause.antecedent is noun
        if other.kind not in ("O", "A", "rel", "prep", "M"):
            break
    return False


def is_drafted(sentence: Sentence, clause: Clause, index: int) -> bool:
    """Whether it is what a draft or proposal provides for: مشروع قرار أميركي *يفرض* عقوبات."""
    verb, drafts = clause.verb, sentence.scene.function("drafts")
    if verb is None or verb.index > index or verb.conj or not verb.feats.startswith("ipf"):
        return False
    for other in reversed(sentence.items[max(0, verb.index - _NEAR) : verb.index]):
        if other.key.removeprefix("ال") in drafts:
            return True
        if other.kind not in ("A", "O", "N", "rel"):
            return False
    return False


def until_then(sentence: Sentence, clause: Clause) -> bool:
    """Whether something goes on until it is done: ستستمر الغارات *إلى أن تنسحب* صربيا."""
    opener, verb = clause.opener, clause.verb
    if opener is None or verb is None or not verb.feats.startswith("ipf"):
        return False
    if opener.kind != "an":
        return opener.key in _UNTIL
    before = sentence.items[opener.index - 1] if opener.index else None
    until = before is not None and before.key == "الى" and before.kind == "prep"
    return until and verb.index == opener.index + 1


def will_be(sentence: Sentence, verb: Item) -> bool:
    """Whether a verb of the present is meant of the future: يصل *غدا*, *سوف* يصل.

    The time may stand before it, too: *الشهر المقبل* يزور.
    """
    if not verb.feats.startswith("ipf"):
        return False
    scene, clause = sentence.scene, sentence.clause_of[verb.index]
    if scene.key(verb.i - 1) in scene.function("will"):
        return True  # *سوف* يزور
    behind = sentence.items[verb.index + 1 : min(clause.b, verb.index + 16)]
    before = [o for o in sentence.items[clause.a : verb.index] if o.kind in ("T", "adv", "aux")]
    return any(
        _yet_to_come(sentence, o) and sentence.clause_of[o.index] is clause
        for o in (*behind, *before)
    )


def announced_later(sentence: Sentence, item: Item) -> str:
    """Return the mode of what somebody is only to say, or not to say: تعتزم *إعلان* دعمها لتشاد."""
    saying = item.head if item.marker == "gen" else sentence.clause_of[item.index].verb
    if item.marker == "عن" and item.index > 1:
        saying = sentence.items[item.index - 2]  # تعتزم *الإعراب عن* دعمها لتشاد
    words = sentence.scene.function("announcing")
    if saying is None or saying.index > item.index or all(r.id not in words for r in saying.rows):
        return ""
    if saying.kind == "V":
        later = saying.future or will_be(sentence, saying)
        return "intended" if later and item.marker in ("direct", "عن") else ""
    bound = sentence.bound.get(saying.index)
    return bound.modality if bound is not None and bound.modality != "actual" else ""


def _yet_to_come(sentence: Sentence, time: Item) -> bool:
    """Whether it is a time that is still to come: *غدا*, الأربعاء *المقبل*, الزيارة *القادمة*."""
    scene = sentence.scene
    words = scene.function("coming")
    if time.kind != "T":
        return time.key in words
    return any(scene.key(k) in words for k in range(time.i, time.j))
