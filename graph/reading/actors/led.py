"""Led: who leads the body before, or the delegation that it sent: وفدا عن الحزب *يقوده سالم*."""

from ....schema import ActorKind
from ..page.tokens import CLOSING, OPENING
from ..records.entity import Entity
from ..records.scene import Fact, Mention, Scene
from ..records.stems import stems
from ..words.word import Word
from .leadership import note_head

# Of a state nobody is said to be "at the head": وصل إلى تونس وفد *برئاسة* X.
_NOT_LED = frozenset({ActorKind.STATE, ActorKind.PLACE, "event"})
_SENT_BY = frozenset({"من", "عن"})
_FIGHTING = frozenset({ActorKind.ARMED_GROUP, ActorKind.PARTY})


def note_leader(scene: Scene, found: Mention) -> None:
    """Keep whom the words right before a person say he leads."""
    i = found.i
    if scene.key(i - 1) == "راس":
        note_head(scene, found)
    if not found.entity.person or not scene.mentions:
        return
    last = scene.mentions[-1]
    if scene.key(i - 1) in scene.function("led_by"):
        if any(scene.key(k) in OPENING for k in range(last.j, i)):
            return  # فصيل خرج على التحالف ويسمى *«صقور التلال»* ويقوده سالم
        led = _delegation(scene, last) or last.entity
    elif last.j == i - 1 - (scene.key(i - 2) in CLOSING) and _led_by_verb(scene, i - 1):
        led = _delegation(scene, last)
    else:
        return
    if found.entity.serves is last.entity and found.kind == "role":
        return  # وفد الحزب برئاسة *أمينه العام* سالم الراوي
    if led is not None and not led.person and led.kind not in _NOT_LED:
        scene.facts.append(Fact(found.entity, "leads", led, i - 1, found.j, "led-by"))


def _led_by_verb(scene: Scene, i: int) -> bool:
    """Whether the verb at token i says who leads a delegation: *يقوده* سالم."""
    word = scene.word(i)
    leading = scene.function("leading")
    return word is not None and any(s.id in leading and s.pronoun == "ms" for s in word.verbs)


def _delegation(scene: Scene, last: Mention) -> Entity | None:
    """Return the delegation of the body or nation before: *وفدا من* الحركة, *وفد وزاري* فرنسي."""
    if last.entity.person:
        return None
    sent = scene.function("sent")
    k = last.i - 1
    if last.kind == "nation":
        k = next((k for k in (k, k - 1) if not stems(scene.key(k)).isdisjoint(sent)), -1)
        qualities = scene.raw(k + 1, last.j)
        names = [qualities]
    else:
        k -= scene.key(k) in OPENING + '"' and k > 0
        sender = last.entity.name
        names = [sender, f"{scene.key(k)} {sender}"]
        if scene.key(k) in _SENT_BY and k:
            names += [f"{scene.key(k)} {scene.raw(last.i, last.j)}"]
        k = k - 1 if scene.key(k) in _SENT_BY else -1
    head = min(stems(scene.key(k)).intersection(sent), default=None)
    if head is None:
        return None
    led = scene.discourse.body(
        f"{head} {names[0]}", kind=ActorKind.MISSION, head="delegation", gender="m", plural=False,
        state=last.entity.state,
    )  # fmt: skip
    led.names.update(dict.fromkeys(f"{head} {name}" for name in names))
    return led


def of_his_men(scene: Scene, mention: Mention, word: Word) -> Entity | None:
    """Return the body whose leader's men these are: زعيم الحركة سالم ...، *مسلحوه* هاجموا."""
    his = (s for s in word.senses if s.pos == "R" and s.pronoun and s.feats[1:2] == "p")
    armed = mention.kind == "role" and not scene.function("men").keys().isdisjoint(stems(word.key))
    body = mention.entity.serves if armed and any(his) else None
    return body if body is not None and body.kind in _FIGHTING else None
