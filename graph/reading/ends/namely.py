"""Namely: who somebody is that is first called by what he is: قتل ضابطا *هو سالم الراوي*."""

from ..records.clauses import Sentence
from ..records.items import Item, comma
from ..records.scene import Mention
from ..words.word import ROLE

_SOON = 9  # items


def named_after(sentence: Sentence, item: Item) -> Item | None:
    """Return the name that "he is" or "they are" puts behind an unnamed person or persons."""
    if item.kind not in ("M", "O") or (item.mention is not None and _is_named(item.mention)):
        return None
    if item.mention is not None and item.mention.kind == "body":
        return None  # أوقف *الجيش* أحد أفرادها، المدعو سالم
    for other in sentence.items[item.index + 1 : item.index + _SOON]:
        called = other.kind == "quant" and other.key in sentence.scene.function("called")
        is_he = other.kind == "self" and other.key in sentence.scene.function("is")
        if called or (is_he and not other.conj):
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


def hinted_at(sentence: Sentence, item: Item) -> Item | None:
    """Return who is meant by whom nobody names: الدولة الجارة، في إشارة إلى *ليبيا*."""
    if item.kind not in ("O", "M") or (item.mention is not None and _is_named(item.mention)):
        return None
    if item.mention is not None and item.mention.kind != "role":
        return None
    for other in sentence.items[item.index + 1 : item.index + _SOON]:
        if other.marker == "في" and other.key in sentence.scene.function("hints"):
            behind = sentence.items[other.index + 1 : other.index + 3]
            return next((o for o in behind if o.mention is not None and o.marker == "إلى"), None)
        if not (_quality(other) or other.kind in ("mark", "quote", "prep")):
            return None
    return None


def named_aside(sentence: Sentence, item: Item) -> Item | None:
    """Return the name that stands between commas behind an office: الموفد، *سالم الراوي*، قال."""
    if not _nameless_office(sentence, item):
        return None
    opened = next(
        (o for o in sentence.items[item.index + 1 : item.index + 4] if not _quality(o)), None
    )
    if opened is None or not comma(opened):
        return None
    for other in sentence.items[opened.index + 1 : opened.index + _SOON]:
        if other.mention is not None and other.marker == "direct":
            who, after = other.mention, sentence.items[other.index + 1 : other.index + 2]
            named = who.entity.person and who.kind in ("name", "surname") and not other.conj
            closed = not after or after[0].kind == "mark"
            return other if named and closed and who.entity.gender == _gender(item) else None
        if other.conj or other.kind not in ("O", "A", "prep", "M") or other.marker == "gen":
            return None
    return None


def _nameless_office(sentence: Sentence, item: Item) -> bool:
    if item.mention is not None:
        who = item.mention.entity
        return item.mention.kind == "role" and who.person and not who.named
    word = sentence.scene.word(item.i)
    role = word is not None and bool(word.flags & ROLE) and item.feats[1:2] == "s"
    return item.kind == "O" and item.det and role


def _gender(item: Item) -> str:
    return item.mention.entity.gender if item.mention is not None else item.gender


def _quality(item: Item) -> bool:
    return item.kind in ("O", "A") and item.det and not item.conj


def _is_named(mention: Mention) -> bool:
    """Whether it has a name of its own, and is not some of a body's people: *أعضاء الحزب*."""
    return mention.entity.named and (mention.kind != "role" or mention.entity.person)
