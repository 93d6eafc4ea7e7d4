"""Nominal clauses: whom a clause without a verb is about, or an أن with a pronoun."""

from ..records.agreement import pronoun_fits
from ..records.clauses import Clause, Sentence
from ..records.entity import Entity
from ..records.items import JUDGING, Item
from ..words.rows import Verb
from .participles import subject_around
from .pronouns import entity_of, pronoun_entity

# What may stand before the actor that a sentence without a verb is about.
BEFORE_TOPIC = frozenset({"aux", "neg", "adv", "T", "mark", "quote", "demo", "doubt", "self"})


def find_nominal_subject(sentence: Sentence, clause: Clause) -> None:
    """Find the actor that a clause without a verb is about: ظلت *إيطاليا* متحالفة مع, لكن*ها*."""
    opener = clause.opener
    if opener is not None and opener.kind in ("an", "sub") and opener.pronoun:
        clause.subject = opener
    was = sentence.items[clause.a + 1 : clause.a + 2]
    if clause.kind == "rel" and clause.antecedent is not None:
        he_is = opener is not None and opener.kind == "self"
        if he_is or (was and was[0].kind == "aux"):
            clause.subject = clause.antecedent  # بلغاريا، *التي كانت* حليفة لألمانيا, *وهي* حليفة
    for item in sentence.items[clause.a : clause.b]:
        if clause.subject is not None or sentence.clause_of[item.index] is not clause:
            break
        if item.kind == "M" and item.marker == "direct":
            clause.subject = item
        elif item is not opener and item.kind not in BEFORE_TOPIC:
            break
    if clause.subject is not None:
        clause.subject_entity = said_of(sentence, clause) or entity_of(sentence, clause.subject)


def said_of(sentence: Sentence, clause: Clause) -> Entity | None:
    """Return whom the pronoun on أن means behind a verb that says it of its object."""
    opener, outer = clause.opener, clause.parent
    verb = outer.verb if outer is not None else None
    if clause.subject is not opener or opener is None or outer is None or verb is None:
        return None
    said = sentence.items[opener.index - 1]
    if said.kind == "N" and said.marker == "direct" and _says_of_object(said):
        return _addressed(sentence, verb, opener)
    if opener.value == "ل" and (judged := _judged(sentence, verb, outer, opener)) is not None:
        return judged
    if not _says_of_object(verb):
        return None
    for item in sentence.items[verb.index + 1 : opener.index]:
        if item.kind == "P" and not item.det and item.marker == "direct":
            return subject_around(sentence, item)  # اتهم إيران ب...، *مؤكدا* أنه لن يهاجم
    if verb.pronoun not in ("", "1"):
        without = (outer.subject_entity,) if outer.subject_entity is not None else ()
        return pronoun_entity(sentence, verb.index, verb.pronoun, without)
    for item in sentence.items[verb.index + 1 : opener.index]:
        if item.kind == "M" and item.marker == "direct" and item is not outer.subject:
            return (
                item.mention.entity if item.mention and pronoun_fits(item, opener.pronoun) else None
            )
    return None


def _judged(sentence: Sentence, verb: Item, outer: Clause, opener: Item) -> Entity | None:
    """Return whom the verb praises or blames for what follows: نددت مصر بليبيا *لأنها* سلحت."""
    rows = [row for row in verb.rows if row.relation in JUDGING]
    markers = {marker for row in rows for marker in row.object}
    for item in reversed(sentence.items[verb.index + 1 : opener.index]):
        if item.mention is not None and item.marker in markers and item is not outer.subject:
            return item.mention.entity if pronoun_fits(item, opener.pronoun) else None
    return None


def _says_of_object(item: Item) -> bool:
    """Whether whoever is accused or told does what is said behind that."""
    return any(c.by == "object" for row in item.rows if isinstance(row, Verb) for c in row.control)


def _addressed(sentence: Sentence, verb: Item, opener: Item) -> Entity | None:
    """Return to whom charges are brought: وجهت فرنسا إلى *تركيا* اتهامات بأن*ها* تدعم."""
    for item in sentence.items[verb.index + 1 : opener.index]:
        if item.mention is not None and item.marker in ("إلى", "ل", "ضد", "على"):
            return item.mention.entity if pronoun_fits(item, opener.pronoun) else None
    return None
