"""Appointments: who gets the office that a verb gives or takes: عين X *وزيرا*, تولى *رئاسة* Y."""

from ....schema import ActorKind
from ..records.entity import Entity
from ..records.scene import Fact, Mention, Scene, mention_of
from ..words.word import Sense, Word

_FARTHEST = 14  # words between the verb and the office
_NEAR = 8  # words between "succeeded" and the office
_UNDONE = frozenset({"لم", "لن", "لا", "سوف", "عدم"})


def holder(scene: Scene, i: int, verbs: str) -> tuple[Entity, int] | None:
    """Return who gets or takes the office at token i, and where he was named.

    `verbs`: the class of the verb that has to stand before: of those who are appointed, the last
    one named before the office is meant; of those who take one, the first behind the verb.
    """
    found = _verb_before(scene, i, verbs)
    if found is None:
        return None
    sense, k = found
    any_kind = sense.id in scene.function("admitting")
    named = [m for m in scene.mentions if (m.entity.person or any_kind) and m.entity.named]
    behind = [m for m in named if m.i > k]
    if verbs == "appointing" and sense.pronoun:
        behind = []  # عينه الرئيس X وزيرا
    if verbs == "taking":
        del behind[1:]
    chosen = behind or [m for m in named if m.i < k]
    if chosen:
        return chosen[-1].entity, chosen[-1].i
    entity = scene.discourse.last_person()
    return (entity, k) if entity is not None else None


def _verb_before(scene: Scene, i: int, verbs: str) -> tuple[Sense, int] | None:
    ids = scene.function(verbs)
    for k in range(i - 1, max(-1, i - _FARTHEST), -1):
        word = scene.word(k)
        if word is None:
            continue
        sense = next((s for s in (*word.verbs, *word.actions) if s.id in ids), None)
        if sense is not None:
            may = scene.key(k - 1) == "قد" and "ipf" in sense.feats  # but قد *انتخب* has been
            undone = sense.future or may or scene.key(k - 1) in _UNDONE
            return None if undone else (sense, k)
        if word.complementizer:
            return None
    return None


def leadership_at(scene: Scene, i: int, word: Word) -> Mention | None:
    """Read the leadership of a body or state that somebody takes: تولى X *رئاسة حزب السنابل*."""
    base = next((b for b in word.bases if b.key in scene.function("leaderships")), None)
    if base is None or scene.depth:
        return None
    succeeds = any(scene.key(k) in scene.function("succeeding") for k in range(i - _NEAR, i))
    if not succeeds and _verb_before(scene, i, "taking") is None:
        return None
    j = i + 1
    j += scene.key(j) == "العامة"
    # رئاسة *الحكومة* في تشاد
    of_state = scene.key(j) in scene.function("of_state") and scene.within(j) is None
    j += of_state
    j += of_state and scene.key(j) == "في"
    led = scene.within(j)
    if led is None or led.conj or led.entity.person or led.kind == "event":
        return None
    target = led.entity
    if target.kind == ActorKind.GOVERNMENT and target.state is not None:
        target = scene.discourse.listed(target.state)
    taker = _successor(scene, i, led.j) if succeeds else holder(scene, i, "taking")
    if taker is None:
        return None
    entity, start = taker
    place = target.kind in (ActorKind.STATE, ActorKind.PLACE)
    relation = "holds-office-in" if place else "leads"
    scene.facts.append(Fact(entity, relation, target, min(start, i), led.j, "taking"))
    return mention_of(scene, entity, i, led.j, base, "role")


def _successor(scene: Scene, i: int, j: int) -> tuple[Entity, int] | None:
    """Return who follows another, named behind the office: خلفه في رئاسة الحزب *سالم الراوي*."""
    person = scene.within(j)
    named = person is not None and person.entity.person and person.entity.named
    return (person.entity, i) if person is not None and named else None
