"""Voices: who spoke last in a paragraph, so that "and he added" has a speaker."""

from ..actors.nameless import unnamed
from ..records.clauses import Sentence
from ..records.entity import Entity
from ..records.items import Item, classes_of

# Whoever accuses, asks, threatens or praises has spoken, though no words of his are told.
_SPOKEN = frozenset({"ACCUSE", "REQUEST", "THREATEN", "PROTEST", "REJECT", "SUPPORT"})


def last_voice(sentence: Sentence) -> tuple[int, Entity] | None:
    """Return whose the last clause is that says or demands something, and the place of its verb.

    He may be unnamed: "diplomatic sources". What somebody is said to say is not the sentence's own.
    """
    for clause in reversed(sentence.clauses):
        verb = clause.verb
        then = clause.opener is not None and clause.opener.key.endswith("ثم")
        if verb is None or clause.inherited or not (clause.kind in ("main", "coord") or then):
            continue
        if _inside(sentence, verb) or not (
            any(row.speech for row in verb.rows) or classes_of(verb) & _SPOKEN
        ):
            continue
        who = clause.subject_entity or unnamed(sentence, verb)
        return (verb.index, who) if who is not None else None
    return None


def _inside(sentence: Sentence, verb: Item) -> bool:
    """Whether the verb goes on with what another clause tells: أن ...، *واتهمت* فرنسا."""
    step = sentence.clause_of[verb.index].parent
    while step is not None:
        if step.kind not in ("main", "coord"):
            return True
        step = step.parent
    return False
