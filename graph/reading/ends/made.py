"""Made by: who did, made or wrote what a relative clause tells of a thing."""

from ..records.clauses import Clause, Sentence
from ..records.entity import Entity
from ..records.items import STANDS, Item, classes_of
from ..records.stems import is_in
from .slots import genitives, slot


def doer_of(sentence: Sentence, item: Item) -> Entity | None:
    """Return who did what a relative clause says of the thing: الاقتراح الذي قدمته *بريطانيا*."""
    for clause in sentence.clauses:
        if clause.kind != "rel" or clause.verb is None:
            continue
        whence = _whence(sentence, clause.verb) if clause.antecedent is item else None
        if whence is not None:
            return whence
        if clause.subject is item:
            continue
        if clause.antecedent is item or _of_whole(sentence, item, clause):
            if clause.inherited:
                return None
            stands = not STANDS.isdisjoint(classes_of(clause.verb))
            if stands and not _says_in_it(sentence, clause):
                return None  # ندد بالغزو الذي *أيدته* فرنسا
            return clause.subject_entity
    return None


def _whence(sentence: Sentence, verb: Item) -> Entity | None:
    """Return from whom the deed is said to come: نددت بقصف جاء *من الجانب الهندي*."""
    comes = sentence.scene.function("comes_from")
    if not any(row.id in comes for row in verb.rows):
        return None
    source = slot(sentence, verb, "من")
    return source.mention.entity if source is not None and source.mention is not None else None


def _says_in_it(sentence: Sentence, clause: Clause) -> bool:
    """Whether it tells what its subject says in the thing: مذكرة احتجت *فيها* بريطانيا على.

    That is nothing that it says of it: خطاب نددت *به* بريطانيا.
    """
    of_it = {m for row in clause.verb.rows for m in row.object} if clause.verb is not None else ()
    said = sentence.items[clause.a : clause.b]
    return any(
        o.kind == "pron" and o.marker in ("في", "ب") and o.marker not in of_it for o in said[:4]
    )


def _of_whole(sentence: Sentence, item: Item, clause: Clause) -> bool:
    """Whether the clause stands behind the whole phrase: *نتائج* الانتخابات التي, *الجهود* التي."""
    opener, last = clause.opener, clause.antecedent
    things = sentence.scene.function("things")
    if last is not None and last.conj == "و" and is_in(item, sentence.scene.function("doings")):
        between = sentence.items[item.index + 1 : last.index + 1]  # الدور الإيجابي *والبناء* الذي
        return item.det and all(o.kind in ("O", "A") and o.det for o in between)
    if last is not None and is_in(item, things) and last in list(genitives(sentence, item)):
        return not is_in(last, things)
    behind = opener is not None and opener.key == "التي" and opener.index == item.index + 1
    return behind and item.kind == "O" and item.det
