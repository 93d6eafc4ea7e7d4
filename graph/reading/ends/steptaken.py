"""Steps: whose deed it is that somebody judges by the way: أغلقت الحدود *في خطوة* وصفتها موسكو."""

from ..records.agreement import pronoun_fits
from ..records.clauses import Clause, Sentence
from ..records.entity import Entity
from ..records.stems import is_in

_JUDGES = frozenset({"criticized", "praised", "rejects", "accused"})


def step_taker(sentence: Sentence, clause: Clause | None, pronoun: str) -> Entity | None:
    """Return who took the step that a relative clause passes judgement on.

    It stands under في behind what was done: أغلقت الحدود *في خطوة وصفتها* موسكو بأنها عدائية.
    """
    step = clause.antecedent if clause is not None and clause.kind == "rel" else None
    outer = clause.parent if clause is not None else None
    if clause is None or step is None or outer is None or step.marker != "في" or step.det:
        return None
    judges = clause.verb is not None and any(row.relation in _JUDGES for row in clause.verb.rows)
    if not (judges and pronoun_fits(step, pronoun)) or not is_in(
        step, sentence.scene.function("steps")
    ):
        return None
    return outer.subject_entity
