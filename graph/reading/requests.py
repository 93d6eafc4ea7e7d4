"""Requests: what is only asked for, and pleas for help, which are the claim themselves."""

from ...schema import Relation, vocabulary
from .arguments import entities, following
from .clauses import Sentence
from .discourse import Entity
from .doers import doers, genitive_of, main_subject
from .ends import HELP, Bound, Ends, Skipped
from .items import Item, Row
from .mode import modality_of
from .rows import Verb


def governed_by(sentence: Sentence, item: Item) -> Bound | None:
    """Return what governs the item or the nouns it stands in the genitive of."""
    step: Item | None = item
    while step is not None:
        if step.index in sentence.bound:
            return sentence.bound[step.index]
        step = step.head
    return None


def check_own_claim(given: Bound | None, relation: Relation, *, plea: bool) -> None:
    """Leave out what is only the content of a request: the request itself is the claim.

    A `plea` for help to the one who asks is one of its own.
    """
    if given is None or given.light:
        return
    outer = given.row.relation
    if outer == "warned":
        raise Skipped("only what is warned of")
    if outer == "opposes":
        raise Skipped("only what is opposed")
    if outer == "threatened" and relation.sign < 0:
        raise Skipped("only what is threatened")
    request = outer is not None and vocabulary()[outer].relation_class == "REQUEST"
    if request and given.modality == "intended" and not plea:
        raise Skipped("only what is asked for")


def asked_of(sentence: Sentence, item: Item, row: Row) -> list[Entity]:
    """Return whose act is asked for when nobody else is asked: طلبت *وساطة الأرجنتين*."""
    slots = row.topic if isinstance(row, Verb) and "direct" in row.topic else ()
    for other in following(sentence, item):
        if other.kind == "N" and other.marker in slots and other.rows:
            helps = any(r.relation in HELP for r in other.rows)
            own = genitive_of(sentence, other)
            if own is not None and (helps or other.rows[0].idafa == "subject"):
                return entities(sentence, own)
            return []
    return []


def asked_for_help(sentence: Sentence, item: Item, predicate: str, ends: Ends) -> str | None:
    """Return the mode of "A urged B to support A": that is A's request for support."""
    given = sentence.bound.get(item.index)
    if given is None or predicate not in HELP or given.light:
        return None
    mode = modality_of(sentence, given.by)
    if given.modality != "intended" and mode != "intended":
        return None
    asked_by, named = doers(sentence, given.by, given.by.rows[0])
    if given.by.kind == "N" and (not asked_by or named is given.subject_item):
        stand_in = Ends([], [])
        main_subject(sentence, given.by, stand_in)
        asked_by = stand_in.subjects
    if ends.objects and asked_by and not any(o is a for o in ends.objects for a in asked_by):
        return None
    if given.subjects and asked_by and any(s is a for s in given.subjects for a in asked_by):
        return None
    if not asked_by:
        return None
    return mode
