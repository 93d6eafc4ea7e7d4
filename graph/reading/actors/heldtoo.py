"""Second offices: what else one holds who is named behind both: رئيس الوزراء *ووزير الدفاع* X."""

from ..records.scene import Scene
from ..words.word import ROLE
from .listing import actor_follows
from .namebound import told_next
from .nameword import may_end
from .office import office_at
from .personname import name_at
from .title import Office, titles_end

_COMMAS = frozenset({"،", ","})


def held_too(scene: Scene, office: Office) -> Office | None:
    """Return the office read behind another that the same person holds, who is named behind it."""
    return _joined(scene, office) or _apart(scene, office)


def _apart(scene: Scene, office: Office) -> Office | None:
    """Return the office between commas: رئيس الاتحاد الأفريقي، *الرئيس الغاني* جون كوفور، رحب."""
    word = scene.word(office.j + 1)
    if not office.complete or scene.key(office.j) not in _COMMAS or word is None:
        return None
    second = office_at(scene, office.j + 1) if word.flags & ROLE else None
    if second is None or not (second.sense.det and second.complete) or second.sense.conj:
        return None
    named = name_at(scene, titles_end(scene, second.j), role=True)
    return second if named is not None and may_end(scene, named[1]) else None


def _joined(scene: Scene, office: Office) -> Office | None:
    """Return the second office right behind one: رئيس الوزراء *ووزير الدفاع* سالم الراوي."""
    word = scene.word(office.j)
    if word is None or not word.flags & ROLE or not office.complete:
        return None
    second = office_at(scene, office.j)
    if second is None or second.sense.prep or not second.complete or second.row.relation is None:
        return None
    cabinet = office.role in scene.function("held_with_others") and second.role == "minister"
    cabinet = cabinet and not (office.target or office.state or second.target)
    besides = second.sense.conj == "و" and second.role in scene.function("held_besides")
    if not (cabinet or besides or second.sense.conj == "") or second.sense.conj == "ف":
        return None
    if not cabinet and (office.row.relation is None or second.sense.feats[1:2] != "s"):
        return None
    named = name_at(scene, titles_end(scene, second.j), role=True)
    if named is None or not (second.sense.conj or _for_one(scene, office.i, named[1])):
        return None
    if not (cabinet or besides or told_next(scene, named[1])):
        return None  # رافق الرئيس التشادي / وزير الخارجية سالم الراوي
    if cabinet:
        office.state = second.state
    return second


def _for_one(scene: Scene, i: int, j: int) -> bool:
    """Whether two offices from token i to j are one man's, as the verb before wants no other.

    So it is in قال *رئيس الوزراء وزير الدفاع* فلان; استقبل has its object in the second.
    """
    verb = scene.word(i - 1)
    rows = [scene.lexicon.verbs[s.id] for s in verb.verbs] if verb is not None else []
    taken = any("direct" in row.object and row.relation != "visited" for row in rows)
    return not taken or actor_follows(scene, j)
