"""Matters: decisions and deeds that a bare noun, or a pronoun, takes up again: القرار, الغارة."""

from .agreement import pronoun_fits
from .clauses import Clause, Sentence
from .entity import Entity
from .items import Item
from .slots import markers_of
from .stems import is_in

# What is said of matters as well as of actors.
ATTITUDES = frozenset(
    {"criticized", "praised", "supports", "rejects", "opposes", "protested-against"}
)
_TALK = frozenset({"CONSULT", "ACCUSE", "REJECT", "SUPPORT", "PROTEST", "THREATEN", "REQUEST", ""})
_FAR = 3  # clauses back


def note_decision(sentence: Sentence) -> None:
    """Keep who decides or announces something of his own: *قررت فرنسا* الانسحاب."""
    deciding = sentence.scene.function("deciding")
    for clause in sentence.clauses:
        verb, who = clause.verb, clause.subject_entity
        if verb is None or who is None or deciding.keys().isdisjoint(row.id for row in verb.rows):
            continue
        behind = sentence.items[verb.index + 1 : clause.b]
        if any((o.kind == "N" and o.marker == "direct") or o.kind == "an" for o in behind):
            sentence.discourse.decider = who


def note_deed(sentence: Sentence, relation_class: str, who: Entity) -> None:
    """Keep who did something, which may be called a step: وانتقدت كوبا *الخطوة*."""
    if relation_class not in _TALK:
        sentence.discourse.decider = who


def decider_of(sentence: Sentence, item: Item, without: tuple[Entity, ...]) -> list[Entity]:
    """Return whose "the decision", "the step" is when no more is said of it."""
    who = sentence.discourse.decider
    bare = item.det and not item.pronoun and item.nisba is None
    if who is None or who in without or not bare:
        return []
    behind = sentence.items[item.index + 1 : item.index + 2]
    if behind and behind[0].head is item:
        return []
    return [who] if is_in(item, sentence.scene.function("decisions")) else []


def matter_before(sentence: Sentence, verb: Item, pronoun: str) -> Item | None:
    """Return the deed or decision that a pronoun takes up, of which the clause before judges.

    So it does in "وأيدت بريطانيا *الغارة*، وأدانتها روسيا، وندد بها العراق".
    """
    step: Clause | None = sentence.clause_of[verb.index].parent
    for _ in range(_FAR):
        judge = step.verb if step is not None else None
        if step is None or judge is None:
            return None
        markers = {
            m for r in judge.rows if r.relation in ATTITUDES for m in markers_of(r, noun=False)
        }
        for item in sentence.items[judge.index + 1 : step.b] if markers else ():
            if item is step.subject or sentence.clause_of[item.index] is not step:
                continue
            if item.kind in ("M", "N", "O") and item.marker in markers:
                fits = item.kind != "M" and item.det and pronoun_fits(item, pronoun)
                return item if fits else None
        if not markers:
            return None
        step = step.parent
    return None
