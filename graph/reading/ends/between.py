"""Between: the two parties of talks or a fight, of whom one is named by what it owns."""

from ..records.clauses import Sentence
from ..records.entity import Entity
from ..records.items import Item
from .arguments import entities
from .things import acting_through

_NEAR = 5  # items from the first party to the second
_LEADING = frozenset({"join", "quote", "prep"})


def parties_between(sentence: Sentence, first: Item) -> list[Entity]:
    """Return between whom something is: المحادثات بين *حكومته* و*الحركة*."""
    own = acting_through(sentence, first) if first.kind == "O" and first.pronoun else None
    if own is None:
        return [*(one := entities(sentence, first)), *_with_whom(sentence, first, one)]
    for other in sentence.items[first.index + 1 : first.index + _NEAR]:
        if other.kind == "M":
            return [own, *(one for one in entities(sentence, other) if one is not own)]
        if other.kind not in _LEADING:
            break
    return entities(sentence, first)


def _with_whom(sentence: Sentence, first: Item, one: list[Entity]) -> list[Entity]:
    """Return the second party where it stands under "with": محادثات بين X *مع* Y."""
    behind = sentence.items[first.index + 1 : first.index + 3]
    loose = len(one) == 1 and [o.kind for o in behind] == ["prep", "M"] and not behind[0].conj
    return entities(sentence, behind[1]) if loose and behind[1].marker == "مع" else []


def other_party(doers: list[Entity], first: Item, parties: list[Entity]) -> list[Entity]:
    """Return with whom somebody has ties that are named by both: قطع العلاقات بين بلاده و*كوبا*."""
    states = {one.state or one.listed for one in doers}
    own = [one for one in parties if one in doers or (one.listed and one.listed in states)]
    if first.kind == "pron":
        own = own or parties[:1]  # المحادثات *بينها* وبين الحركة
    others = [one for one in parties if one not in own]
    return others if own and len(others) == 1 else []


def two_nations(sentence: Sentence, item: Item) -> list[Entity]:
    """Return the two nations of المحادثات *المصرية السودانية*."""
    found: list[Entity] = []
    for other in sentence.items[item.index + 1 : item.index + 7]:
        if other.kind == "A" and other.det == item.det:
            found.append(sentence.discourse.listed(other.value))
        elif other.mention is not None and other.head is item and not item.det:
            if not sentence.scene.key(other.i).endswith("ية"):
                break
            found.append(other.mention.entity)  # مباحثات *سورية* تركية
        elif not (other.kind == "O" and other.det == item.det) and other.key not in ("-", "–"):
            break
    return found[:2] if len(found) > 1 and found[0] is not found[1] else []
