"""Namely: who somebody is that is first called by what he is: قتل ضابطا *هو سالم الراوي*."""

from ..records.clauses import Sentence
from ..records.items import Item
from ..records.scene import Mention

_SOON = 9  # items


def named_after(sentence: Sentence, item: Item) -> Item | None:
    """Return the name that "he is" or "they are" puts behind an unnamed person or persons."""
    if item.kind not in ("M", "O") or (item.mention is not None and _is_named(item.mention)):
        return None
    for other in sentence.items[item.index + 1 : item.index + _SOON]:
        if other.kind == "self" and not other.conj and other.key in sentence.scene.function("is"):
            behind = next(iter(sentence.items[other.index + 1 : other.index + 2]), None)
            if behind is None or behind.mention is None or behind.marker != "direct":
                return None
            return behind if behind.mention.entity.person else None
        if other.kind == "V" and other.conj:
            return None
        if other.kind in ("M", "O") and other.marker == "direct" and other.pronoun == "":
            if other.mention is not None or other.index == item.index + 1:
                return None  # أوقفت *الشرطة* عضوين هما سالم وكريم: not the police
    return None


def _is_named(mention: Mention) -> bool:
    """Whether it has a name of its own, and is not some of a body's people: *أعضاء الحزب*."""
    return mention.entity.named and (mention.kind != "role" or mention.entity.person)
