"""Writers and tellers: who says something in his letter, and whose words somebody relays."""

from ..records.agreement import fits
from ..records.clauses import Clause, Sentence
from ..records.entity import Entity
from ..records.items import Item
from ..records.stems import is_in
from .pronouns import entity_of
from .slots import slot, verb_rows

_OF = ("ل", "gen", "من")


def writer_of(sentence: Sentence, clause: Clause, verb: Item) -> Entity | None:
    """Return whose the letter or tape is in which a relative clause says something."""
    writing = clause.antecedent
    after = sentence.items[verb.index + 1 : verb.index + 2]
    inside = bool(after) and after[0].kind == "pron" and after[0].marker == "في"
    if clause.kind != "rel" or writing is None or not inside:
        return None
    if not (is_in(writing, sentence.scene.function("writings")) or writing.rows):
        return None
    owner = sentence.items[writing.index + 1]
    if owner.kind == "prep" and owner.value == "من":
        owner = sentence.items[owner.index + 1]
    if owner.mention is None or owner.index >= verb.index or owner.marker not in _OF:
        return None
    who, person = entity_of(sentence, owner), verb.feats.split()[1]
    return who if who is not None and fits(who, person[1], person[2]) else None


def told_by(sentence: Sentence, clause: Clause, person: str) -> Entity | None:
    """Return whose words the clause relays, if they may do more: نقلت الوكالة عن *سالم* أن."""
    verb = clause.verb
    if verb is None:
        return None
    for marker in (m for row in verb_rows(verb) if row.speech for m in row.teller):
        teller = slot(sentence, verb, marker)
        who = entity_of(sentence, teller) if teller is not None else None
        if who is not None and fits(who, person[1], person[2]):
            return who
    return None
