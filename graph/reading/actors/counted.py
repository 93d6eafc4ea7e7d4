"""Counted: those of a list that a number with the article takes up: الدول *الثلاث*, *الخمسة*."""

from collections.abc import Sequence

from ....schema import ActorKind
from ..page.tokens import COMMAS
from ..records.entity import Entity
from ..records.scene import Mention, Scene, mention_of
from ..words.word import Base, Word

_FEWEST, _MOST = 3, 12  # members of a list; lists that are kept


def counted_at(scene: Scene, i: int, word: Word) -> Mention | None:
    """Return the members of the last list of so many: الدول *الثلاث*, الأحزاب *الأربعة*."""
    kinds, counts = scene.function("of_many"), scene.function("how_many")
    for base in word.bases:
        kind = kinds.get(base.key)
        j = i + 1 if kind is not None else i
        number = counts.get(scene.key(j) if kind is not None else base.key)
        before = scene.word(i - 1)
        qualifies = kind is None and before is not None and scene.article(i - 1)
        if number is None or (qualifies and before is not None and not before.verbs):
            continue
        members = _members(scene, int(number), kind or "any")
        if members:
            return _mention(scene, members, i, j + 1, base)
    return None


def _mention(scene: Scene, members: Sequence[Entity], i: int, j: int, base: Base) -> Mention:
    mention = mention_of(scene, members[0], i, j, base, "several")
    mention.all = tuple(members)
    for entity in reversed(members):
        scene.discourse.mention(entity)
    return mention


def _members(scene: Scene, number: int, kind: str) -> Sequence[Entity]:
    for members in (*reversed(lists_in(scene)), *reversed(scene.discourse.lists)):
        if len(members) == number and all(_is(one, kind) for one in members):
            return members
    return ()


def _is(one: Entity, kind: str) -> bool:
    """Whether somebody is of this kind: a state, a person, a body, or any actor."""
    if kind == "any":
        return one.kind != ActorKind.PLACE
    state = one.kind == ActorKind.STATE
    return {"state": state, "person": one.person}.get(kind, not (state or one.person))


def lists_in(scene: Scene) -> list[tuple[Entity, ...]]:
    """Return the lists of three and more whom a sentence joins, in order."""
    if len(scene.mentions) < _FEWEST:
        return []
    found: list[list[Mention]] = []
    for mention in scene.mentions:
        last = found[-1][-1] if found else None
        joined = last is not None and _follows(scene, last, mention)
        if joined:
            found[-1].append(mention)
        else:
            found.append([mention])
    several = (tuple(dict.fromkeys(one.entity for one in chain)) for chain in found)
    return [members for members in several if len(members) >= _FEWEST]


def _follows(scene: Scene, last: Mention, mention: Mention) -> bool:
    if mention.conj == "و":
        return mention.i == last.j
    return not mention.prep and mention.i == last.j + 1 and scene.key(last.j) in COMMAS


def note_lists(scene: Scene) -> None:
    """Keep the lists of a sentence, whom a later one may call *الدول الثلاث*."""
    lists = scene.discourse.lists
    lists += lists_in(scene)
    del lists[:-_MOST]
