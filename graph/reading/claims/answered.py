"""Answered: whoever answers a request or charge is whom it was made to: رفضت *طلب* بريطانيا."""

from ..ends.arguments import entities
from ..ends.made import doer_of
from ..ends.slots import markers_of, slot
from ..records.clauses import Sentence
from ..records.ends import Bound
from ..records.entity import Entity
from ..records.items import Item, class_of
from ..words.rows import Verb
from .deciding import who_does
from .doers import genitive_of, judged_by
from .governed import complement_in

_NEAR = 10  # items from a charge to what it tells
_ANSWERED = frozenset({"REQUEST", "ACCUSE", "THREATEN"})


def _made_by(sentence: Sentence, noun: Item) -> bool:
    """Whether a relative clause says who made it, but not to whom: طلبا *قدمته ليبيا*."""
    behind = sentence.items[noun.index + 1 : noun.index + 8]
    told = [o for o in behind if sentence.clause_of[o.index].antecedent is noun]
    addressed = any(o.kind == "pron" and o.marker in ("إلى", "ل", "على") for o in told)
    return not addressed and doer_of(sentence, noun) is not None


def _charged(sentence: Sentence, noun: Item) -> list[Entity]:
    """Return of whom a charge tells a deed: رفضت مصر اتهامات فرنسا بأن *الجزائر* تدعم الحركة."""
    if not any(row.relation == "accused" for row in noun.rows):
        return []
    for other in sentence.items[noun.index + 1 : noun.index + _NEAR]:
        if other.kind == "an":
            told = sentence.clause_of[other.index]
            doer = told.subject if not (other.pronoun or told.inherited) else None
            return entities(sentence, doer) if doer is not None and doer.kind == "M" else []
        if other.kind in ("V", "N", "mark", "sub", "rel"):
            return []
    return []


def _refused(sentence: Sentence, item: Item, noun: Item) -> bool:
    """Whether one refuses to judge, rather than another's judgement: رفضت *إدانة* بريطانيا."""
    return item.kind == "V" and any(judged_by(sentence, noun, row) for row in noun.rows)


def hand_answered(sentence: Sentence, item: Item, row: Verb) -> None:
    """رفضت *طلب بريطانيا*: whoever made the request that is answered made it to who answers.

    So it is with charges, threats and warnings.
    """
    noun = complement_in(sentence, item, row.answers)
    if noun is None or noun.index in sentence.bound:
        return
    if not any(class_of(r) in _ANSWERED for r in noun.rows):
        return
    asked = any(class_of(r) == "REQUEST" for r in noun.rows)
    if not asked and (noun.marker == "gen" or _refused(sentence, item, noun)):
        return  # نفت صحة *اتهام* الوزير: of whom it is, is not said
    named = genitive_of(sentence, noun) or slot(sentence, noun, "من")
    if named or noun.nisba or (item.kind == "V" and _made_by(sentence, noun)):
        who, named = who_does(sentence, item, row)
        subject = sentence.clause_of[item.index].subject_entity
        if not who and item.kind == "N" and subject is not None:
            who = [subject]  # سحبت قواتها *تلبية* لطلب مصر
        markers = {m for r in noun.rows for m in markers_of(r, noun=True) if m != "من"}
        told = (slot(sentence, noun, marker) for marker in sorted(markers))
        if any(other is not None and other.kind == "M" for other in told):
            who = []  # رفضت مصر اتهامات فرنسا *للجزائر*
        who = _charged(sentence, noun) or who
        sentence.bound[noun.index] = Bound(
            item, row, [], who, None, named, light=True, answered=True
        )
