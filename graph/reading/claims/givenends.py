"""Given ends: what an action noun is handed: by its governor, under "by", by a part played."""

from ....schema import ActorKind, Relation
from ..ends.arguments import entities
from ..ends.ownership import going_on_of
from ..ends.partplayed import played_by
from ..ends.slots import markers_of, slot, takes_agent
from ..ends.things import acting_through
from ..records.clauses import Sentence
from ..records.ends import Bound, Ends
from ..records.items import Item, Row
from .deeds import has_both_ends
from .objects import own_slot
from .undergone import attacker

# What is done as one's part or policy: دور مصر في *دعم* الحركة, and not in its talks with another.
_DONE_AS_PART = frozenset(
    {"SUPPORT", "AID", "REJECT", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT", "THREATEN"}
)
_LANDS = frozenset({ActorKind.STATE, ActorKind.PLACE})


def given_ends(
    sentence: Sentence, item: Item, row: Row, relation: Relation, given: Bound | None
) -> Ends:
    """Return the ends that what governs the noun hands down, and who does it under "by"."""
    ends = Ends([], [], confidence=0.8)
    if given is not None:
        ends.subjects, ends.subject_item = list(given.subjects), given.subject_item
        ends.objects, ends.object_item = list(given.objects), given.object_item
        ends.confidence = 0.85
        if going_on_of(item).marker in ("ل", "cause", "على") and going_on_of(item) is not item:
            ends.subjects, ends.subject_item = [], None  # انتقد مصر لاستمرار *دعمها* لتشاد
    does = takes_agent(row) and not relation.symmetric  # اتفقوا *بوساطة* مصر: who goes between
    agent = slot(sentence, item, "by") if does else None
    if agent is None and given is None:
        agent = _done_from(sentence, item, row)
    if agent is None and ends.objects and given is not None and given.light:
        agent = own_slot(sentence, item, "من") or slot(sentence, given.by, "من")
    if agent is not None and not ends.subjects:
        ends.subjects, ends.subject_item = entities(sentence, agent), agent
        through = acting_through(sentence, agent) if agent.kind == "O" else None
        if not ends.subjects and through is not None:
            ends.subjects = [through]  # تعرضت لهجوم من *مسلحين تابعين للحركة*
    elif relation.id == "killed" and not ends.subjects:
        ends.subject_item, ends.subjects = attacker(sentence, item)
    if given is None and not ends.subjects and relation.relation_class in _DONE_AS_PART:
        player = None if has_both_ends(sentence, item) else played_by(sentence, item)
        if player is not None:
            ends.subjects, ends.confidence = [player], 0.7
    return ends


def _done_from(sentence: Sentence, item: Item, row: Row) -> Item | None:
    """Return by whom it was done, told by "from": تم دعم كوريا الجنوبية *من الولايات المتحدة*."""
    before = sentence.items[item.index - 1] if item.index else None
    if before is None or before.kind != "passive" or not takes_agent(row):
        return None
    agent = slot(sentence, item, "من") if "من" not in markers_of(row, noun=True) else None
    if agent is None or agent.mention is None:
        return None
    taken = row.relation == "detained" and agent.mention.entity.kind in _LANDS
    return None if taken else agent  # تم اختطاف الوزير *من تونس*: there
