"""Awaited: whether a predicate still waits for its object: التقى *سالما* وزير, اتهمه *بخرق*."""

from ....schema import ActorKind
from ..records.items import Item
from ..records.scene import Scene
from ..words.rows import Verb
from ..words.word import Word


def has_object(item: Item, found: list[Item]) -> bool:
    """Whether no verb before this actor may want a bare object behind it.

    Else an office behind a name may be the next actor: التقى سالم الراوي *وزير خارجية فرنسا*.
    """
    leads = item.head is not None and item.head.marker == "ب"  # وفد *برئاسة سالم الراوي*
    if item.marker != "direct" and not leads:
        return True
    for other in reversed(found):
        if other.kind in ("an", "rel", "sub", "if"):
            return True
        full = other.kind == "M" or (other.kind in ("O", "N") and other.det)
        if full and other.marker == "direct" and not other.conj:
            return True
        if other.kind == "V":
            if other.passive or other.pronoun or not _wants_person(other):
                return True
            return _acts_on(other, item) or _acted_before(other, found)
    return True


def _acts_on(verb: Item, item: Item) -> bool:
    """Whether a man is whom a woman's or town's verb acts on: (القاهرة) *استقبلت سالما* وزير."""
    mention = item.mention
    man = mention is not None and mention.entity.gender == "m" and not mention.entity.plural
    return man and item.index == verb.index + 1 and verb.feats.split()[1:2] == ["3fs"]


def _acted_before(verb: Item, found: list[Item]) -> bool:
    """Whether the subject stands before its verb, so that what follows is acted on.

    So it is in كان *الوفد* قد *التقى* سالما زعيم الحزب.
    """
    k = verb.index - 1
    while k >= 0 and found[k].kind in ("aux", "doubt") and not found[k].conj:
        k -= 1
    before = found[k] if k >= 0 and not verb.conj else None
    actor = before is not None and (before.kind == "M" or (before.kind == "O" and before.det))
    return actor and before is not None and before.marker == "direct"


def _wants_person(verb: Item) -> bool:
    rows = [row for row in verb.rows if isinstance(row, Verb) and not row.with_nouns]
    rows = [row for row in rows if row.relation != "denied"]
    rows = [row for row in rows if not row.object_kinds or ActorKind.PERSON in row.object_kinds]
    if any("direct" in row.object + row.hearer for row in rows):
        return True
    return any(row.finite for row in rows)  # it may, for all the lexicon knows


def with_by(scene: Scene, word: Word, found: list[Item]) -> bool:
    """Whether an unknown word begins with the preposition that a predicate waits for: *ب*خرق."""
    if word.key[0] != "ب" or len(word.key) < 3 or word.key in scene.lexicon.ordinary:
        return False
    if found and found[-1].kind in ("O", "N", "prep") and not (found[-1].det or found[-1].marker):
        return False
    if found and found[-1].key in scene.function("targets"):
        return False  # قاعدة *باغرام*
    for item in reversed(found):
        if item.rows:
            return any("ب" in row.object + row.topic for row in item.rows) or any(
                "ب" in control.slot
                for row in item.rows
                if isinstance(row, Verb)
                for control in row.control
            )
        if item.kind in ("mark", "an", "rel", "sub"):
            return False
    return False
