"""What was done: who did or said "what X did", that another praises, blames or denies."""

from ....schema import ActorKind
from ..ends.arguments import entities
from ..ends.slots import slot
from ..records.clauses import Clause, Sentence
from ..records.entity import Entity
from ..records.items import Item
from .doers import whose

_NEAR = 12  # items from a verb to "what" it praises or blames


def what_was_done(
    sentence: Sentence, item: Item, markers: tuple[str, ...], without: tuple[Entity, ...]
) -> tuple[Item | None, list[Entity], str]:
    """Return who did "what X did": ندد *بما* قامت به *X*; of what is only called so, the name.

    That is: نددت مصر بما وصفته *بالعدوان الإسرائيلي*.
    """
    outer, function = sentence.clause_of[item.index], sentence.scene.function
    own = {one.state for one in without if one.state}
    for clause in sentence.clauses:
        what, verb = clause.opener, clause.verb
        if what is None or what.key != "ما" or clause.parent is not outer or verb is None:
            continue
        if not item.index < what.index < item.index + _NEAR or what.marker not in markers:
            continue
        ids = {row.id for row in verb.rows}
        who: list[Entity] = []
        if not ids.isdisjoint(function("naming_verbs").keys()):
            deed = slot(sentence, verb, "ب") or slot(sentence, verb, "direct")
            who = whose(sentence, deed) if deed is not None and deed.kind in ("N", "O") else []
        elif clause.subject is not None and ids.isdisjoint(function("suffering").keys()):
            who = entities(sentence, clause.subject) if not verb.passive else []
        return what, [e for e in who if e not in without and e.listed not in own], what.marker
    return None, [], ""


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
