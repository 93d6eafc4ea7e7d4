"""Appointments: who gets the office that a verb gives or takes: عين X *وزيرا*, تولى *منصب* Y."""

from ....schema import ActorKind
from ..records.entity import Entity
from ..records.scene import Scene
from ..words.word import Sense
from .onlyplanned import only_planned
from .title import Office

_FARTHEST = 14  # words between the verb and the office
_HELD = frozenset({"holds-office-in", "leads"})
_CHOOSE = frozenset({ActorKind.PARTY, ActorKind.ORGANIZATION, ActorKind.ARMED_GROUP})
_ELECTED = Sense("", "", False, False, "ms", "M", "intakhaba", "ms")  # بعد *انتخابه* رئيسا
_DENIED = frozenset({"لم", "لن", "لا"})
_UNDONE = _DENIED | {"سوف", "عدم"}


def holder(scene: Scene, i: int, verbs: str, *, undone: bool = False) -> tuple[Entity, int] | None:
    """Return who gets or takes the office at token i, and where he was named.

    `verbs`: the class of the verb that has to stand before: of those who are appointed, the last
    one named before the office is meant; of those who take one, the first behind the verb.
    `undone`: he need not have got it.
    """
    found = _nearest(scene, i, verbs)
    if found is None or (found[2] and not undone):
        return None
    sense, k, _ = found
    any_kind = sense.id in scene.function("admitting")
    named = [m for m in scene.mentions if (m.entity.person or any_kind) and m.entity.named]
    behind = [m for m in named if m.i > k]
    if verbs == "appointing" and sense.pronoun:
        behind = []  # عينه الرئيس X وزيرا
    if verbs == "taking":
        del behind[1:]
    chosen = behind or [m for m in named if m.i < k]
    if chosen:
        goes_on = not behind and verbs == "appointing" and scene.key(k)[0] in "وف"
        who = chosen[0] if goes_on and not (chosen[0].prep or sense.pronoun) else chosen[-1]
        return who.entity, who.i
    entity = carried_on(scene, "")
    return (entity, k) if entity is not None else None


def carried_on(scene: Scene, gender: str) -> Entity | None:
    """Return the person of whom the text goes on to tell without a name: *تولى* رئاسة الحزب.

    It is whom a life is of, or the only one who led the last sentence, else who was named last.
    """
    discourse = scene.discourse
    led = [who for who in dict.fromkeys(discourse.leading) if _fits(who, gender)]
    hero = discourse.hero
    if hero is not None and _fits(hero, gender) and (hero in led or not led):
        return hero
    if len(led) == 1:
        return led[0]
    last = discourse.last_person()
    return last if last is not None and _fits(last, gender) else None


def _fits(who: Entity, gender: str) -> bool:
    return who.person and who.named and not who.stranger and gender in ("", who.gender)


def take_giver(scene: Scene, office: Office) -> None:
    """Let an office that a verb gives be the giver's: عين الرئيس *التشادي* سالم الراوي سفيرا."""
    found, taker = verb_before(scene, office.i, "appointing"), holder(scene, office.i, "appointing")
    if found is None or taker is None:
        return
    between = (m for m in scene.mentions if found[1] < m.i < taker[1] and not (m.prep or m.conj))
    giver = next((m.entity for m in between if m.entity is not taker[0]), None)
    if giver is None:
        return
    if giver.kind in _CHOOSE and giver.state is None and office.row.of != "state":
        office.target = giver
    elif office.row.relation in _HELD and office.role not in scene.function("honorifics"):
        office.state = giver.state


def verb_before(scene: Scene, i: int, verbs: str) -> tuple[Sense, int] | None:
    """Return the verb of this class that stands done before token i, and where."""
    found = _nearest(scene, i, verbs)
    return found[:2] if found is not None and not found[2] else None


def appointing_before(scene: Scene, i: int) -> bool:
    """Whether a verb of appointing stands before token i, be it done or not."""
    return _nearest(scene, i, "appointing") is not None


def not_given(scene: Scene, i: int) -> bool:
    """Whether the office at token i is not given yet: اقترح تعيين سالم *سفيرا*, لم ينتخب رئيسا."""
    found = _nearest(scene, i, "appointing")
    return found is not None and found[2] != ""


def mode_of_taking(scene: Scene, i: int) -> str:
    """Return the mode in which a leadership is taken: سيتولى *رئاسة*, لم يتول *رئاسة*."""
    found = _nearest(scene, i, "taking")
    if found is None:
        return ""
    sense, k, undone = found
    before = _particle(scene, k)
    if not undone:
        return "actual"
    if sense.future or before in scene.function("will"):
        return "intended"
    if before in _DENIED:
        return "negated"
    return undone if undone != "unsaid" else ""


def _particle(scene: Scene, k: int) -> str:
    """Return the word before a verb without "and": *ولن* يتولى."""
    key = scene.key(k - 1)
    return key[1:] if key[:1] in ("و", "ف") and key[1:] in _UNDONE else key


def _nearest(scene: Scene, i: int, verbs: str) -> tuple[Sense, int, str] | None:
    """Return the verb of this class before token i, where it stands, and how it is undone."""
    ids, appoints = scene.function(verbs), verbs == "appointing"
    for k in range(i - 1, max(-1, i - _FARTHEST), -1):
        word = scene.word(k)
        if word is None:
            continue
        if appoints and scene.key(k).lstrip("بلو") in scene.function("elected"):
            return _ELECTED, k, only_planned(scene, k, decided=True)
        sense = next((s for s in (*word.verbs, *word.actions) if s.id in ids), None)
        if sense is not None:
            may = scene.key(k - 1) == "قد" and "ipf" in sense.feats  # but قد *انتخب* has been
            undone = sense.future or may or _particle(scene, k) in _UNDONE
            return sense, k, "unsaid" if undone else only_planned(scene, k, decided=appoints)
        if word.complementizer:
            return None
    return None
