"""Sites: what is struck, taken or left and is a place of its own, though nobody listed it."""

from ....schema import ActorKind
from ..records.clauses import Sentence
from ..records.entity import Entity
from ..records.items import Item
from ..records.stems import is_in
from .slots import genitives
from .things import town

SITED = frozenset({"attacked", "seized", "withdrew-from"})
_WORDS = 4  # of a place's name, at most


def site_of(sentence: Sentence, item: Item) -> Entity | None:
    """Return the place that a noun and what says which name: *قصر الحاكم*, *الجامع القديم*."""
    if item.kind != "O" or item.pronoun or item.nisba is not None:
        return None
    if (whole := town_of_part(sentence, item)) is not None:
        return whole
    if not is_in(item, sentence.scene.function("places_said")):
        return None
    chain = list(genitives(sentence, item))
    if any(step.mention is not None or step.pronoun or step.nisba for step in chain):
        return None
    if item.det is bool(chain) or (chain and not chain[-1].det):
        return None
    last = chain[-1] if chain else item
    j = last.j
    for other in sentence.items[last.index + 1 :]:
        if other.i != j or other.kind != "O" or not other.det or other.conj or other.pronoun:
            break
        if len(other.marker) == 1:
            break  # قصف القرى *بالطائرات*
        j = other.j
    if j - item.i < 2 or j - item.i > _WORDS:
        return None
    return sentence.discourse.place(_bare(item, sentence.scene.raw(item.i, j)))


def town_of_part(sentence: Sentence, item: Item) -> Entity | None:
    """Return the town whose part is struck or taken: *الأحياء* الغربية من كابول."""
    if not item.det or not is_in(item, sentence.scene.function("town_parts")):
        return None
    for other in sentence.items[item.index + 1 : item.index + 5]:
        if other.mention is not None:
            whole = other.marker in ("من", "في", "ب")
            if whole and other.mention.kind == "capital":
                return town(sentence, other)
            who = other.mention.entity
            return who if whole and who.kind == ActorKind.PLACE else None
        if other.kind not in ("O", "A", "prep") or other.conj:
            return None
    return None


def _bare(item: Item, name: str) -> str:
    """Return the name without what is written together with it: *وب*المدينة الجامعية."""
    name = name.removeprefix(item.conj)
    return name.removeprefix(item.marker) if item.marker in ("ب", "ل", "ك") else name
