"""Deciding: who does what governs another predicate, or announces, issues or adopts it."""

from ..records.clauses import Sentence
from ..records.ends import Ends
from ..records.entity import Entity
from ..records.items import Item
from ..words.rows import Verb
from .aims import main_subject
from .doers import doers


def who_does(sentence: Sentence, item: Item, row: Verb) -> tuple[list[Entity], Item | None]:
    """Return who does it: of a noun without a doer, who announces it or has it for an aim."""
    found = doers(sentence, item, row)
    if found[0] or item.kind != "N" or item.index in sentence.bound:
        return found
    ends = Ends([], [])
    main_subject(sentence, item, ends)
    decider = _decider(sentence, item) if not ends.subjects else None
    return ([decider] if decider is not None else ends.subjects), None


def _decider(sentence: Sentence, noun: Item) -> Entity | None:
    """Return who issues, signs or adopts a decision: أصدر *الملك* قرارا بقطع العلاقات."""
    clause = sentence.clause_of[noun.index]
    verb = clause.verb
    if verb is None or noun.marker != "direct" or clause.subject is noun or verb.passive:
        return None
    deciding = sentence.scene.function("deciding")
    return clause.subject_entity if any(row.id in deciding for row in verb.rows) else None
