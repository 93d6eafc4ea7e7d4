"""Ahead: whom a pronoun means by its place: who follows, or whose deed governs its own."""

from ..records.clauses import Sentence
from ..records.entity import Entity
from ..records.items import Item, classes_of
from ..words.rows import Verb


def named_later(sentence: Sentence, item: Item) -> Entity | None:
    """Return whom a deed put first is of: خلال زيارت*ه* واشنطن، بحث *الوزير* الأزمة.

    Or towards whom it is: ردا على اتهامات تركيا *لها*، قالت *اليونان* إن. So it is with what is
    told first of a verb: بعدما هاجمت*ه* فرنسا، انسحب *الجيش الليبي*.
    """
    clause = sentence.clause_of[item.index] if item.index < len(sentence.clause_of) else None
    if clause is not None and clause.kind == "sub" and clause.a <= 1 and item.kind in ("V", "pron"):
        main = sentence.clause_of[clause.b] if clause.b < len(sentence.clause_of) else clause
        goes_on = main.verb is None or bool(main.verb.conj) or main.kind not in ("main", "coord")
        first = not goes_on and main.subject is not None and not main.inherited
        return main.subject_entity if first else None
    if item.marker == "direct" or clause is None or clause.a > 0:
        return None
    near = sentence.items[max(0, item.index - 3) : item.index] if item.kind == "pron" else [item]
    if not any(other.kind == "N" and (classes_of(other) or other is item) for other in near):
        return None
    if clause.verb is None or clause.verb.index < item.index or clause.inherited:
        return None
    return clause.subject_entity


def governing_doer(sentence: Sentence, item: Item) -> Entity | None:
    """Return whose deed governs his own: بعد إعلان *القوات* المرابطة في مالي تأييد*ها* للثوار."""
    if item.kind != "N":
        return None
    for other in reversed(sentence.items[max(0, item.index - 7) : item.index]):
        if other.kind in ("V", "an", "mark", "rel", "sub"):
            return None
        if other.kind == "N" and not other.pronoun:
            governs = any(isinstance(row, Verb) and row.control for row in other.rows)
            owner = sentence.items[other.index + 1]
            of = governs and owner.head is other and owner.mention is not None
            return owner.mention.entity if of and owner.mention is not None else None
    return None
