"""Tied: the two nations of whose ties or quarrel a noun tells: العلاقات *التركية القطرية*.

Whoever goes on with "the two states" or "between the two" means them.
"""

from ..records.clauses import Sentence
from ..records.context import JOINED
from ..records.entity import Entity
from ..records.items import Item
from ..records.memory import Pair
from ..records.scene import Scene
from ..records.stems import is_in

_FAR = 30  # words from a dual back to the ties
_SIDE_BY_SIDE = 2  # words from a nation to the next, a dash between


def tied(sentence: Sentence, noun: Item) -> list[Entity]:
    """Return the two: العلاقات *التركية القطرية*, الخلاف *المصري مع تركيا*."""
    if noun.nisba is None or not is_in(noun, sentence.scene.function("ties")):
        return []
    behind = [o for o in sentence.items[noun.index + 1 : noun.index + 5] if o.kind != "mark"]
    nations = [o.value for o in behind[:2] if o.kind == "A" and o.head in (noun, None)]
    if len(set(nations)) == 2:
        return [sentence.discourse.listed(nation) for nation in nations]
    other = next((o for o in behind if o.kind == "M"), None)
    if other is None or other.marker != "مع" or other.mention is None:
        return []
    whom = other.mention.entity
    return [sentence.discourse.listed(noun.nisba), whom] if whom.state != noun.nisba else []


def tied_before(scene: Scene, i: int) -> tuple[Entity, Entity] | None:
    """Return the two nations of whose ties the words before one tell: *التركية – الإيرانية*."""
    later, at = "", i
    for k in range(i - 1, max(0, i - _FAR), -1):
        nation = _nation(scene, k)
        if not nation or not _names_ties(scene, k - 1):
            later, at = (nation, k) if nation else (later, at)
            continue
        if later and nation != later and at - k <= _SIDE_BY_SIDE:
            return scene.discourse.listed(nation), scene.discourse.listed(later)
        for mention in scene.mentions:
            if mention.i == k + 2 and scene.key(k + 1) == "مع" and mention.entity.state != nation:
                return scene.discourse.listed(nation), mention.entity
        later, at = nation, k
    return None


def _nation(scene: Scene, k: int) -> str:
    word = scene.word(k)
    return word.noun.value if word is not None and word.noun.kind == "A" else ""


def _names_ties(scene: Scene, k: int) -> bool:
    word, ties = scene.word(k), scene.function("ties")
    return word is not None and any(base.key.removeprefix("ال") in ties for base in word.bases)


def note_tied(sentence: Sentence) -> None:
    """Keep the two of whose ties a sentence tells, whom the next may call *البلدان*."""
    for item in sentence.items:
        if item.nisba is not None and (two := tied(sentence, item)):
            sentence.discourse.pairs.append(Pair(two[0], two[1], JOINED))
