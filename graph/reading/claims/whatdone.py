"""What was done: who did or said "what X did", that another praises, blames or denies."""

from collections.abc import Iterator

from ....schema import ActorKind, Relation
from ..ends.arguments import entities
from ..ends.slots import slot, waited_for
from ..records.clauses import Clause, Sentence
from ..records.entity import Entity
from ..records.items import Item
from .concerned import meant

_NEAR = 16  # items from a verb to "what" it praises or blames


def what_was_done(
    sentence: Sentence,
    item: Item,
    relation: Relation,
    markers: tuple[str, ...],
    without: tuple[Entity, ...],
) -> tuple[Item | None, list[Entity], str]:
    """Return who did "what X did": ندد *بما* قامت به *X*; of what is only called so, the name.

    That is: نددت مصر بما وصفته *بالعدوان الإسرائيلي*.
    """
    function = sentence.scene.function
    own = {one.state for one in without if one.state}
    for clause in sentence.clauses:
        what, verb = clause.opener, clause.verb
        if what is None or what.key != "ما" or verb is None:
            continue
        if not item.index < what.index < item.index + _NEAR or what.marker not in markers:
            continue
        if not _is_judged(sentence.clause_of[item.index], clause, what.marker):
            continue
        ids = {row.id for row in verb.rows}
        quoted = sentence.items[verb.index + 1 : verb.index + 2]
        names = bool(quoted) and quoted[0].kind == "quote"  # ما دعاه *«مماطلة»*
        names = names or not ids.isdisjoint(function("naming_verbs").keys())
        if not ids.isdisjoint(function("suffering").keys()):
            who = _from_whom(sentence, verb, relation, without)
        else:
            who = _called(sentence, clause, verb, relation, without, names=names)
            if not (names or who) and clause.subject is not None and not verb.passive:
                who = entities(sentence, clause.subject)
        return what, [e for e in who if e not in without and e.listed not in own], what.marker
    return None, [], ""


def _is_judged(outer: Clause, what: Clause, marker: str) -> bool:
    """Whether "what X did" is judged by the verb of the outer clause, and not by one between.

    So it is behind a clause that describes an occasion: ندد في خطاب ألقاه أمس *بما* سماه مماطلة.
    """
    step = what.parent
    while step is not None and step is not outer:
        rows = step.verb.rows if step.verb is not None else ()
        if step.kind != "rel" or any(marker in waited_for(row) for row in rows):
            return False
        step = step.parent
    return step is outer


def _called(
    sentence: Sentence,
    what: Clause,
    verb: Item,
    relation: Relation,
    without: tuple[Entity, ...],
    *,
    names: bool,
) -> list[Entity]:
    """Return whose that is which is only called so: ما سماه *مماطلة باريس*, ما قالت إنه *عدوان*."""
    named = list(_names(sentence, verb)) if names else []
    for inner in sentence.clauses:
        if inner.kind == "an" and inner.parent is what and inner.opener is not None:
            named += sentence.items[inner.opener.index + 1 : inner.b][:1]
    for deed in named:
        who = meant(sentence, deed, relation, without) if deed.kind in ("N", "O") else []
        if who:
            return who
    return []


def _names(sentence: Sentence, verb: Item) -> Iterator[Item]:
    """Yield what may be the name that somebody gives it: وصفه *بالعدوان*, سمته الصحف *عرضا*."""
    claimed = frozenset[int]()
    for marker in ("ب", "direct", "direct"):
        named = slot(sentence, verb, marker, claimed=claimed)
        if named is not None:
            yield named
            claimed |= {named.index}


def _from_whom(
    sentence: Sentence, verb: Item, relation: Relation, without: tuple[Entity, ...]
) -> list[Entity]:
    """Return from whom somebody got what he judges: ما لقيه من *السلطات*, من *كرم الحكومة*."""
    whence = slot(sentence, verb, "من")
    return meant(sentence, whence, relation, without) if whence is not None else []


def told_what(sentence: Sentence, item: Item) -> Item | None:
    """Return who said "what X said": نفى ما قاله *X*, كذب ما ورد في *الصحيفة*."""
    for other in sentence.items[item.index + 1 : item.index + 20]:
        told = sentence.clause_of[other.index]
        if other.kind == "V" and told is not sentence.clause_of[item.index]:
            if told.verb is not other or not _takes_up_report(sentence, told):
                return None
            if any(row.speech or row.relation == "accused" for row in other.rows):
                return told.subject
            paper = slot(sentence, other, "في")
            if paper is None or paper.mention is None:
                return None
            return paper if paper.mention.entity.kind == ActorKind.MEDIA else None
    return None


def _takes_up_report(sentence: Sentence, told: Clause) -> bool:
    """Whether the clause is what somebody said: *ما* قاله, الأنباء *التي* أوردتها."""
    if told.opener is None:
        return False
    antecedent = told.antecedent
    report = antecedent is not None and antecedent.key in sentence.scene.function("reports")
    return report or told.opener.key == "ما"
