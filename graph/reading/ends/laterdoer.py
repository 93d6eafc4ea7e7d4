"""Later doers: who does what a clause put first tells, and is named behind the main verb only."""

from ..records.agreement import fits, may_be_subject
from ..records.clauses import Clause, Sentence
from ..records.entity import Entity
from ..records.items import Item, comma
from .behind import first_direct

_MOST = 4  # clauses put first that "and" joins


def later_doer(sentence: Sentence, clause: Clause, behind: Item | None) -> Entity | None:
    """Return the main verb's subject: بعد أن قصفت مواقع الحركة وقتلت قائدها، انسحبت *القوات*.

    So it is unless an actor stands behind the verb put first: بعد أن هاجمت *مصر* ليبيا.
    """
    verb = clause.verb
    if clause.kind != "sub" or clause.a > 1 or verb is None or verb.pronoun == "1":
        return None
    at, person = sentence.clauses.index(clause), verb.feats.split()[1]
    if behind is not None and behind.kind == "M" and may_be_subject(behind, person, before=False):
        return None
    for other in sentence.clauses[at + 1 : at + 1 + _MOST]:
        main = other.verb
        if main is None or other.kind not in ("coord", "main"):
            return None
        if main.conj:
            continue
        if not comma(sentence.items[main.index - 1]):
            return None
        who = first_direct(sentence, other, main)
        if who is None or who.mention is None:
            return None
        named = who.mention.entity
        agrees = may_be_subject(who, main.feats.split()[1], before=False)
        return named if agrees and fits(named, person[1:2], person[2:3]) else None
    return None
