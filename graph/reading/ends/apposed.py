"""Apposition behind a verb: an office and a name that mean one person, though read as two."""

from ..records.clauses import Clause, Sentence
from ..records.items import Item
from .slots import markers_of


def set_apart(sentence: Sentence, clause: Clause) -> None:
    """Take an office out of the slots of the verb when the person it describes stands by it.

    In "اتهم سالم الراوي *مندوب تونس* الحكومة الفرنسية" and "اعتقل *حاكم قبرص* السير جون هاردنغ
    الأسقف مكاريوس" the office would else be the accused, and the governor two persons.
    """
    verb = clause.verb
    assert verb is not None
    bare = [
        item
        for item in sentence.items[verb.index + 1 : clause.b]
        if item.marker == "direct"
        and not item.conj
        and item.kind in ("M", "N", "O")
        and not (item.kind == "O" and (item.indefinite or _quality(sentence, item)))
        and sentence.clause_of[item.index] is clause
    ]
    if len(bare) < 2 or not (len(bare) > 2 or verb.passive or _needs_no_object(verb)):
        return
    first, second = bare[:2]
    if first.mention is not None and second.mention is not None:
        if first.mention.entity is second.mention.entity and second.kind == "M":
            second.marker = "apposed"  # كتائب X، *الجناح العسكري للحركة*
            return
    between = sentence.items[first.index + 1 : second.index]
    quoted = bool(between) and between[0].kind == "quote"  # اتهم «أبو عدي»، *القيادي في حركة* X
    if _profession(first) and between and between[0].head is first and between[0].det:
        between = between[1:]
    if any(item.kind not in (("quote", "mark") if quoted else ("adv", "T")) for item in between):
        return
    if _profession(first) and _named(second) and second.mention is not None:
        if second.mention.entity.gender == first.gender:
            first.marker = "apposed"  # انتقدت *عالمة الآثار* سلمى الراوي تونس
            return
    offices = [item for item in (first, second) if _office(item)]
    named = [item for item in (first, second) if _named(item)]
    if len(offices) == 1 and len(named) == 1 and not _of_another(sentence, second):
        offices[0].marker = "apposed"


def _quality(sentence: Sentence, item: Item) -> bool:
    """Whether it is an adjective of what stands before under a preposition: إلى التدخل *العاجل*."""
    before = sentence.items[item.index - 1]
    return item.det and before.det and len(before.marker) > 0 and before.marker != "direct"


def _profession(item: Item) -> bool:
    """Whether it may be what somebody is, with what he deals in behind it: *عالم* الآثار."""
    plain = item.kind == "O" and not (item.det or item.pronoun or item.indefinite)
    return plain and item.feats[1:2] == "s"


def _needs_no_object(verb: Item) -> bool:
    rows = [row for row in verb.rows if row.relation is not None]
    return bool(rows) and not any(
        "direct" in markers_of(row, noun=False) + row.topic for row in rows
    )


def _office(item: Item) -> bool:
    """Whether it is one man's office alone: مندوب الصين, not أمهل سالم *الدبلوماسيين*."""
    mention = item.mention
    alone = mention is not None and mention.kind == "role" and mention.named is None
    return alone and mention is not None and mention.entity.person


def _of_another(sentence: Sentence, item: Item) -> bool:
    """Whether it is somebody's officer or equal: أوفد الرئيس *وزير خارجيته* موريس شومان."""
    words = (sentence.scene.word(i) for i in range(item.i, item.j))
    return any(sense.pronoun for word in words if word is not None for sense in word.senses)


def _named(item: Item) -> bool:
    """Whether it is a person with his name."""
    mention = item.mention
    if mention is None or not mention.entity.person:
        return False
    return mention.named is not None or mention.kind in ("name", "surname")
