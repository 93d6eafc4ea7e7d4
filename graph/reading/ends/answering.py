"""Answering: who replies to what was asked of him, said or done to him: *فرفضت*, لكنها *نفت*.

The verb names no subject, and who asked is none: طلبت مصر من *ليبيا* قوات، فأرسلت إليها لواء.
"""

from ..records.agreement import fits, pronoun_fits
from ..records.clauses import Clause, Sentence
from ..records.entity import Entity
from ..records.items import Item, Row, class_of, classes_of
from ..words.rows import Verb
from .idiom import unfit
from .pronouns import owner_entity, pronoun_entity
from .slots import verb_rows

_GIVES = frozenset({"AID", "CONCEDE", "MOBILIZE"})  # what one was asked for
_CHARGED = frozenset({"ACCUSE", "THREATEN", "ASSAULT"})


def answering(sentence: Sentence, clause: Clause, verb: Item, person: str) -> Entity | None:
    """Return who answers, if the verb is an answer to what the clause before tells."""
    outer, opener = clause.parent, clause.opener
    turns = verb.conj == "ف" if opener is None else opener.kind == "sub" and opener.pronoun != ""
    turns = turns and person[0] == "3"  # not فرفضنا
    if not turns or outer is None or outer.verb is None or outer.subject_entity is None:
        return None
    asking = [row for row in verb_rows(outer.verb) if class_of(row) == "REQUEST"]
    charging = classes_of(outer.verb) & _CHARGED
    if outer.verb.passive or not (asking or charging):
        return None
    replies = any(isinstance(row, Verb) and _replies(row) for row in verb.rows)
    gives = bool(asking) and opener is None and _gives(sentence, clause, verb, outer)
    if not (replies or gives):
        return None
    markers: set[str] = {m for row in (asking or verb_rows(outer.verb)) for m in row.object}
    who = _addressed(sentence, outer, markers)
    return who if who is not None and fits(who, person[1], person[2]) else None


def _replies(row: Verb) -> bool:
    return bool(row.answers) or row.relation == "rejects" or row.speech == "denies"


def _gives(sentence: Sentence, clause: Clause, verb: Item, outer: Clause) -> bool:
    """Whether the verb tells of help to who asked for it, whom a pronoun means: فأرسل *إليه*."""
    rows = [row for row in verb.rows if class_of(row) in _GIVES and not unfit(sentence, verb, row)]
    asker = outer.subject
    if asker is None or not rows:
        return False
    if verb.pronoun:
        return pronoun_fits(asker, verb.pronoun)
    return any(_to_pronoun(sentence, clause, verb, row, asker) for row in rows)


def _to_pronoun(sentence: Sentence, clause: Clause, verb: Item, row: Row, asker: Item) -> bool:
    to = [
        item
        for item in sentence.items[verb.index + 1 : clause.b]
        if item.marker in row.object and item.marker != "direct"
    ]
    return bool(to) and to[0].kind == "pron" and pronoun_fits(asker, to[0].value)


def _addressed(sentence: Sentence, outer: Clause, markers: set[str]) -> Entity | None:
    """Return to whom it was said or done: by name, by a pronoun on the verb, or by his forces."""
    assert outer.verb is not None
    assert outer.subject_entity is not None
    if outer.verb.pronoun and "direct" in markers:
        own = (outer.subject_entity,)
        return pronoun_entity(sentence, outer.verb.index, outer.verb.pronoun, own)
    for item in sentence.items[outer.verb.index + 1 : outer.b]:
        if item is outer.subject or item.marker not in markers:
            continue
        if item.mention is not None:
            return item.mention.entity
        if item.kind == "pron":
            return pronoun_entity(sentence, item.index, item.value, (outer.subject_entity,))
        if item.kind == "O":  # هاجمت الحركة *مواقع* تونس
            return owner_entity(sentence, item)
    return None
