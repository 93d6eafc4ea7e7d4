"""What has been spoken of and is called again: *الإمارة*, *الإقليم*, «الراية» by its name."""

from ....schema import ActorKind
from ..page.tokens import QUOTES
from ..records.entity import Entity
from ..records.scene import Mention, Scene, mention_of
from ..words.bodyname import head_of
from ..words.text import fold
from ..words.word import Word
from .listing import nisba_at

_NAMED = frozenset({ActorKind.PARTY, ActorKind.ARMED_GROUP, ActorKind.ORGANIZATION})


def called_at(scene: Scene, i: int, word: Word) -> Mention | None:
    """Return the body, place or unlisted state that the document has called by this name."""
    discourse, following = scene.discourse, scene.word(i + 1)
    for base in word.bases:
        if base.loose not in discourse.heard or (word.senses and base.conj + base.prep):
            continue
        names = [(base.loose, i + 1)]
        if scene.key(i - 1) in QUOTES and scene.key(i + 1) in QUOTES:
            names.append((f"«{base.loose}»", i + 1))
        if following is not None:
            names.insert(0, (f"{base.loose} {following.bases[0].loose}", i + 2))
        for name, j in names:
            entity = discourse.called(name)
            if entity is not None:
                kind = "city" if entity.kind == ActorKind.PLACE else "name"
                if name.removeprefix("ال") in scene.function("sent"):
                    kind = "instrument"  # طلب *الوفد*, of a movement, which is feminine
                discourse.mention(entity)
                if entity.kind in _NAMED and name.removeprefix("ال") != head_of(entity.name):
                    entity.feminine = True  # قالت «الراية», though she is a تنظيم
                return mention_of(scene, entity, i, j, base, kind)
    return None


def again_at(scene: Scene, i: int, word: Word) -> Mention | None:
    """Return the state or town that a common noun means where one has been spoken of: الإمارة."""
    if nisba_at(scene, i + 1) is not None:
        return None  # المملكة *المغربية*
    for base in word.bases:
        entity, kind = _state_again(scene, base.key), "name"
        if entity is None and base.key in scene.function("towns_again"):
            entity, kind = _town_again(scene, base.key), "city"
        if entity is not None:
            scene.discourse.mention(entity)
            return mention_of(scene, entity, i, i + 1, base, kind)
    return None


def _state_again(scene: Scene, key: str) -> Entity | None:
    """Return the state last spoken of, be it by somebody of its own, that is called by this.

    Who is named in the same sentence is mostly another: اتهمت كوبا واشنطن بغزو *الجزيرة*.
    """
    states = scene.function("spoken_of_as").get(key, "").split()
    spoken_of = scene.discourse.spoken_of() if states else []
    called = [s for e in reversed(spoken_of) if (s := e.state) in states]
    here = {mention.entity.listed for mention in scene.mentions}
    state = next((s for s in called if s not in here), called[0] if called else None)
    return scene.discourse.listed(state) if state is not None else None


def place_of_kind(scene: Scene, i: int) -> Entity | None:
    """Return the place last spoken of by this noun: إقليم السنابل, and then *الإقليم*."""
    key = scene.key(i)
    if not key.startswith("ال") or key[2:] not in scene.function("place_heads"):
        return None
    for entity in reversed(scene.discourse.spoken_of()):
        if entity.kind == ActorKind.PLACE and fold(entity.name).startswith(f"{key[2:]} "):
            return entity
    return None


def _town_again(scene: Scene, key: str) -> Entity | None:
    """Return the town last spoken of that has not been called a thing of another kind.

    What is called so before any town has been spoken of is nowhere that the reader knows.
    """
    heads, discourse = scene.function("place_heads"), scene.discourse
    for entity in reversed(discourse.spoken_of()) if key not in discourse.nowhere else ():
        if entity.kind == ActorKind.PLACE:
            first = fold(entity.name).partition(" ")[0]
            kind = discourse.towns.get(entity.name, f"ال{first}" if first in heads else key)
            if kind == key:
                discourse.towns[entity.name] = key
            return entity if kind == key else None
    discourse.nowhere.add(key)
    return None
