"""Onward: who goes on from the sentence before, where the verb names one and needs two."""

from ..records.agreement import fits
from ..records.clauses import Sentence
from ..records.entity import Entity
from ..records.items import Item
from .leftout import JOINING, LEADS
from .slots import verb_rows

_MEETING = frozenset({"met-with", "received", "visited"})


def last_subject(sentence: Sentence, verb: Item) -> Entity | None:
    """Return who goes on from the sentence before, if this one opens with "and" and its verb."""
    if verb.index or not verb.conj or sentence.discourse.unknown_subject:
        return None
    if any(row.relation == "killed" for row in verb.rows):
        return None  # وقتل *عشرة جنود* في هجوم
    return _fitting_subject(sentence, verb)


def accuser(sentence: Sentence, verb: Item, behind: Item | None) -> Entity | None:
    """Return who goes on from the sentence before and blames who is named: *واتهم* تونس ب.

    So it is with whoever is criticized, met or visited when nobody else is named, for these
    verbs need an object: ثم *انتقدت* تونس بشدة, فقد *التقى* الرئيس مرات.
    """
    lead = sentence.items[: verb.index]
    goes_on = bool(verb.conj) if not lead else lead[0].key in JOINING or bool(lead[0].conj)
    if not goes_on or behind is None or any(o.kind not in ("sub", *LEADS) for o in lead):
        return None
    before = sentence.items[verb.index + 1 : behind.index]
    if behind.kind != "M" or any(other.marker == "direct" for other in before):
        return None
    how = sentence.items[behind.index + 2 : behind.index + 3]
    if how and how[0].marker == "في" and any(row.speech for row in how[0].rows):
        return None  # واستنكر *مجلس الوزراء* في بيان أعمال الشغب
    relations = {row.relation for row in verb_rows(verb) if not row.with_nouns}
    of = sentence.items[behind.index + 1 : behind.index + 2]
    accused = "accused" in relations and of and "ب" in (of[0].marker, of[0].value)
    if not (accused or "criticized" in relations or _meets(sentence, verb, behind)):
        return None
    return _fitting_subject(sentence, verb)


def _fitting_subject(sentence: Sentence, verb: Item) -> Entity | None:
    """Return the last subject of the sentences before with whom the verb agrees."""
    person = verb.feats.split()[1]
    subjects = (who for who in sentence.discourse.subjects if not who.stranger)
    return next((who for who in subjects if fits(who, person[1:2], person[2:3])), None)


def _meets(sentence: Sentence, verb: Item, behind: Item) -> bool:
    """Whether the verb tells of a meeting with the only one named: *فقد التقى* الرئيس مرات."""
    mention = behind.mention
    if verb.pronoun or mention is None or mention.kind == "sides":
        return False
    rows = [row for row in verb_rows(verb) if row.relation is not None]
    if not rows or any(row.relation not in _MEETING or "direct" not in row.object for row in rows):
        return False
    clause = sentence.clause_of[verb.index]
    return not any(
        other.marker == "direct" and (other.kind != "O" or other.det)
        for other in sentence.items[behind.index + 1 : clause.b]
    )
