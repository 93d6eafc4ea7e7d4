"""Led: who leads the body before, or the delegation that it sent: وفدا عن الحزب *يقوده سالم*."""

from ....schema import ActorKind
from ..page.tokens import CLOSING, COMMAS, OPENING
from ..records.entity import Entity
from ..records.scene import Fact, Mention, Scene
from ..records.stems import stems
from ..words.word import Word
from .leadership import note_head

# Of a state nobody is said to be "at the head": وصل إلى تونس وفد *برئاسة* X.
_NOT_LED = frozenset({ActorKind.STATE, ActorKind.PLACE, "event"})
_LANDS = frozenset({ActorKind.STATE, ActorKind.PLACE})
_WHOLE_AND_PART = 2  # mentions
_SENT_BY = frozenset({"من", "عن"})
_LONGEST_BODY = 8  # words of a body that has no name
_SOME = frozenset({ActorKind.ORGANIZATION, ActorKind.ARMED_GROUP, ActorKind.PARTY})
_SENT_HEADS = frozenset({"delegation", "team", "company"})
_FIGHTING = frozenset({ActorKind.ARMED_GROUP, ActorKind.PARTY})


def note_leader(scene: Scene, found: Mention) -> None:
    """Keep whom the words right before a person say he leads."""
    i = found.i
    if scene.key(i - 1) == "راس":
        note_head(scene, found)
    if not found.entity.person:
        _note_at_its_head(scene, found)
        return
    last = scene.mentions[-1] if scene.mentions else None
    led = _led_before(scene, i, last)
    if last is not None and found.entity.serves is last.entity and found.kind == "role":
        return  # وفد الحزب برئاسة *أمينه العام* سالم الراوي
    land = last is not None and (_opens_with(scene, last, i) or _land_under(scene, i, last))
    if led is not None and not led.person and (land or led.kind not in _NOT_LED):
        beside = last is not None and last.j >= i - 1 and not _led_by_verb(scene, i - 1, "")
        start = last.i if last is not None and beside else i - 1
        scene.facts.append(Fact(found.entity, "leads", led, start, found.j, "led-by"))


def _opens_with(scene: Scene, state: Mention, i: int) -> bool:
    """Whether a state opens the sentence before "under the lead of": *إيطاليا* بقيادة موسوليني."""
    if state.entity.kind != ActorKind.STATE or state.i or state.prep or state.conj:
        return False
    return i - 1 - state.j <= 1 and state.entity.listed is not None


def _led_before(scene: Scene, i: int, last: Mention | None) -> Entity | None:
    """Return what somebody named at token i leads, as the words before him say."""
    at = _leading_at(scene, i)
    if at is not None:
        some = some_body(scene, at, last)
        if some is not None or last is None:
            return some
        if any(scene.key(k) in OPENING for k in range(last.j, i)):
            return None  # فصيل خرج على التحالف ويسمى *«صقور التلال»* ويقوده سالم
        whole = _whole(scene, last)
        return whole or _delegation(scene, last) or last.entity
    beside = last is not None and last.j == i - 1 - (scene.key(i - 2) in CLOSING)
    if last is not None and beside and _led_by_verb(scene, i - 1, "ms"):
        delegation = _delegation(scene, last)
        if delegation is not None:
            return delegation
    if last is not None and last.j >= i - 1 and _at_head_of(scene, last):
        return _delegation(scene, last)  # وصل على رأس وفد من الحزب / *سالم*
    if _led_by_verb(scene, i - 1, ""):
        return some_body(scene, i - 1, last)
    return None


def _leading_at(scene: Scene, i: int) -> int | None:
    """Return where "led by" or "under the command of" begins before token i: قوات *بقيادة* سالم."""
    if scene.key(i - 1) in scene.function("heirs"):
        i -= 1  # مجلس بقيادة *نجله* الجنرال سالم
    if scene.key(i - 1) in scene.function("led_by"):
        return i - 1
    under = scene.key(i - 2) == "تحت" and scene.key(i - 1) in scene.function("leaderships")
    return i - 2 if under else None


def _land_under(scene: Scene, i: int, last: Mention) -> bool:
    """Whether it is told that a land is under somebody: كانت *بيافرا* تحت قيادة العقيد سالم."""
    if last.entity.kind not in _LANDS or last.j != i - 2 or scene.key(i - 2) != "تحت":
        return False
    return scene.key(last.i - 1).lstrip("وف") in scene.function("auxiliaries")


def _whole(scene: Scene, last: Mention) -> Entity | None:
    """Return the body that stands before where it is: تنظيم الأنصار *في الجيش* بزعامة سالم."""
    inside = scene.key(last.i - 1) == "في"
    if not inside or len(scene.mentions) < _WHOLE_AND_PART or last.entity.person:
        return None
    before = scene.mentions[-_WHOLE_AND_PART]
    beside = before.j == last.i - 1 or _founded(scene, before.j, last.i - 1)
    return before.entity if before.entity.kind in _SOME and beside else None


def _founded(scene: Scene, i: int, j: int) -> bool:
    """Whether tokens i to j say only that it came to be: حزب السنابل *قد تأسس* في سوريا برئاسة."""
    keys = [scene.key(k) for k in range(i, j)]
    founding = scene.function("founding")
    return any(key in founding for key in keys) and all(k in founding or k == "قد" for k in keys)


def _note_at_its_head(scene: Scene, body: Mention) -> None:
    """Keep who comes with a delegation: وصل *سالم* إلى تونس على رأس وفد من *الحزب*."""
    if scene.depth or not scene.mentions or not _at_head_of(scene, body):
        return
    persons = [m for m in scene.mentions if m.entity.person and m.entity.named and not m.prep]
    led = _delegation(scene, body) if persons else None
    if led is not None:
        first = persons[-1]
        scene.facts.append(Fact(first.entity, "leads", led, first.i, body.j, "led-by"))


def _at_head_of(scene: Scene, body: Mention) -> bool:
    """Whether "at the head of a delegation" stands before a body: *على رأس وفد من* الحزب."""
    if "راس" not in scene.keys:
        return False
    k, _ = _sent(scene, body)
    return k > 1 and scene.key(k - 1) == "راس" and scene.key(k - 2) == "على"


def _led_by_verb(scene: Scene, i: int, feats: str) -> bool:
    """Whether the verb at token i says who leads a delegation: *يقوده* سالم."""
    word = scene.word(i)
    leading = scene.function("leading")
    return word is not None and any(
        s.id in leading and (s.pronoun == feats if feats else s.pronoun) for s in word.verbs
    )


def some_body(scene: Scene, i: int, last: Mention | None) -> Entity | None:
    """Return a body without a name that ends before token i: *لجنة وساطة* يرأسها سالم.

    What a body named behind "of" is part of belongs to it: *فصيلا من الحركة* يتزعمه سالم.
    """
    end = i - (scene.key(i - 1) in COMMAS)
    for k in range(end - 1, max(-1, end - _LONGEST_BODY), -1):
        word = scene.word(k)
        if word is None or word.complementizer or word.pronoun is not None:
            return None
        heads = [s for s in word.senses if s.pos == "H" and not (s.det or s.pronoun or s.prep)]
        row = scene.lexicon.bodies[heads[0].id] if heads else None
        inside = last is not None and last.i <= k < last.j
        if last is not None and k < last.j and scene.key(last.i - 1) != "من":
            return None  # حزب السنابل بزعامة كارل بيرغر وحركة الفجر / *بقيادة* سالم
        if row is None or inside:
            if word.verbs and word.senses[0].pos != "N" and not inside:
                return None
            continue
        if heads[0].feats[1:2] != "s":
            continue
        if row.kind not in _SOME or heads[0].id in _SENT_HEADS:
            return None
        start = k + 1
        while start < end and scene.key(start)[-1] == "ا" and not scene.article(start):
            start += 1  # فصيلا / *صغيرا* من الحركة
        rest = scene.raw(start, end)
        name = f"{row.nouns[0]} {rest}".strip()
        return scene.discourse.body(
            name, kind=row.kind, head=heads[0].id, gender=row.gender, plural=row.plural,
            state=None,
        )  # fmt: skip
    return None


def _sent(scene: Scene, last: Mention) -> tuple[int, list[str]]:
    """Return the token before what the body or nation has sent, and what it is called by.

    That token is -1 where nothing was sent: *وفدا من* الحركة, *وفد وزاري* فرنسي.
    """
    sent = scene.function("sent")
    k = last.i - 1
    if last.kind == "nation":
        k = next((k for k in (k, k - 1) if not stems(scene.key(k)).isdisjoint(sent)), -1)
        return k, [scene.raw(k + 1, last.j)]
    k -= scene.key(k) in OPENING + '"' and k > 0
    sender = last.entity.name
    names = [sender, f"{scene.key(k)} {sender}"]
    if scene.key(k) in _SENT_BY and k:
        names += [f"{scene.key(k)} {scene.raw(last.i, last.j)}"]
    k = k - 1 if scene.key(k) in _SENT_BY else -1
    return (k if not stems(scene.key(k)).isdisjoint(sent) else -1), names


def _delegation(scene: Scene, last: Mention) -> Entity | None:
    """Return the delegation of the body or nation before: *وفدا من* الحركة, *وفد وزاري* فرنسي."""
    if last.entity.person:
        return None
    k, names = _sent(scene, last)
    head = min(stems(scene.key(k)).intersection(scene.function("sent")), default=None)
    if k < 0 or head is None:
        return None
    led = scene.discourse.body(
        f"{head} {names[0]}", kind=ActorKind.MISSION, head="delegation", gender="m", plural=False,
        state=last.entity.state,
    )  # fmt: skip
    led.names.update(dict.fromkeys(f"{head} {name}" for name in names))
    return led


def of_his_men(scene: Scene, mention: Mention, word: Word) -> Entity | None:
    """Return the body whose leader's men these are: زعيم الحركة سالم ...، *مسلحوه* هاجموا."""
    if mention.kind != "role" or scene.function("men").keys().isdisjoint(stems(word.key)):
        return None
    his = any(s.pos == "R" and s.pronoun and s.feats[1:2] == "p" for s in word.senses)
    body = mention.entity.serves if his else None
    return body if body is not None and body.kind in _FIGHTING else None
