"""Second offices: what else one holds who is named behind both: رئيس الوزراء *ووزير الدفاع* X."""

from ....schema import ActorKind
from ..page.tokens import COMMAS
from ..records.scene import Scene
from ..words.word import ROLE
from .listing import actor_follows
from .namebound import told_next
from .nameword import may_end
from .office import office_at
from .personname import name_at
from .title import Office, titles_end

_MOST = 3  # offices besides the first
_STATES = frozenset({ActorKind.STATE, ActorKind.PLACE, ActorKind.GOVERNMENT})


def held_too(scene: Scene, office: Office) -> list[Office]:
    """Return the offices read behind another that one person holds, who is named behind them."""
    found: list[Office] = []
    while len(found) < _MOST:
        last = found[-1] if found else office
        another = _joined(scene, last) or _apart(scene, last)
        if another is None:
            break
        found.append(another)
    return found


def name_behind(scene: Scene, office: Office) -> int:
    """Return the token at which titles or the name may begin behind an office: *، سالم الراوي*."""
    return office.j + (scene.key(office.j) in COMMAS)


def _apart(scene: Scene, office: Office) -> Office | None:
    """Return the office between commas: رئيس الاتحاد الأفريقي، *الرئيس الغاني* جون كوفور، رحب.

    Its holder may stand apart too: رئيس حزب الوفاق، *عضو البرلمان*، سالم الراوي، رفض.
    """
    word = scene.word(office.j + 1)
    if not office.complete or scene.key(office.j) not in COMMAS or word is None:
        return None
    second = office_at(scene, office.j + 1) if word.flags & ROLE else None
    if second is None or not second.complete or second.sense.conj or second.sense.prep:
        return None
    start = name_behind(scene, second)
    if start > second.j and (second.sense.feats[1:2] != "s" or second.row.relation is None):
        return None
    named = name_at(scene, titles_end(scene, start), role=True)
    if named is None:
        return second if start > second.j and _apart(scene, second) is not None else None
    if start > second.j:
        ends = scene.key(named[1]) in COMMAS or told_next(scene, named[1])
    else:
        ends = second.sense.det and may_end(scene, named[1])
    return second if ends else None


def _joined(scene: Scene, office: Office) -> Office | None:
    """Return the second office right behind one: رئيس الوزراء *ووزير الدفاع* سالم الراوي."""
    word, former = scene.word(office.j), scene.key(office.j - 1) in scene.function("former")
    if word is None or not word.flags & ROLE or not (office.complete or former):
        return None
    second = office_at(scene, office.j)
    if second is None or second.sense.prep or not second.complete or second.row.relation is None:
        return None
    target = office.target
    government = target is not None and target.kind == ActorKind.GOVERNMENT and not target.listed
    cabinet = office.role in scene.function("held_with_others") and second.role == "minister"
    cabinet = cabinet and not ((target and not government) or office.state or second.target)
    deputy = office.role == "vice-president" and second.role == "minister"
    deputy = deputy and office.state is not None and office.state == second.state
    cabinet = cabinet or deputy  # نائب رئيس الوزراء الكويتي *ووزير خارجية الكويت* سالم
    besides = second.sense.conj == "و" and second.role in scene.function("held_besides")
    besides = besides or (former and _of_body(second))
    if not (cabinet or besides or second.sense.conj == "") or second.sense.conj == "ف":
        return None
    if not cabinet and (office.row.relation is None or second.sense.feats[1:2] != "s"):
        return None
    named = name_at(scene, titles_end(scene, name_behind(scene, second)), role=True)
    if named is None or not (second.sense.conj or for_one(scene, office.i, named[1])):
        return None
    if not (cabinet or besides or _told(scene, named[1])):
        return None  # رافق الرئيس التشادي / وزير الخارجية سالم الراوي
    if cabinet:
        office.state, office.target = second.state, None
    return second


def _of_body(office: Office) -> bool:
    """Whether "and" joins what a former official leads now: الرئيس السابق *وزعيم الحزب* سالم."""
    target = office.target
    return office.sense.conj == "و" and target is not None and target.kind not in _STATES


def _told(scene: Scene, i: int) -> bool:
    """Whether what one says begins at token i, behind a date or not: *، اليوم الاثنين، إن*."""
    if told_next(scene, i):
        return True
    k = i + 1
    while scene.dated(k):
        k += 1
    return k > i + 1 and scene.key(i) in COMMAS and told_next(scene, k)


def for_one(scene: Scene, i: int, j: int) -> bool:
    """Whether two offices from token i to j are one man's, as the verb before wants no other.

    So it is in قال *رئيس الوزراء وزير الدفاع* فلان; استقبل has its object in the second.
    """
    verb = scene.word(i - 1)
    rows = [scene.lexicon.verbs[s.id] for s in verb.verbs] if verb is not None else []
    taken = any("direct" in row.object and row.relation != "visited" for row in rows)
    return not taken or actor_follows(scene, j)
