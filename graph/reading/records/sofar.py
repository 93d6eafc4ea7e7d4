"""So far: what the items before a word tell of its clause, by which a homograph is told."""

from collections import Counter
from itertools import takewhile

from ..page.tokens import COMMAS
from ..words.word import Word
from .items import Item, classes_of

MEETING = frozenset({"met-with", "received", "negotiated-with", "visited", "agreed-with"})
_NEAR = 7  # items between a meeting and the verb that tells who was there
_ASIDE = 15  # items in an aside between commas
_OPENS = frozenset({"an", "rel", "sub", "if", "mark"})
_ASIDES = frozenset({"rel", "prep", "hedge"})  # what opens one


def has_verb(found: list[Item]) -> bool:
    """Whether the clause so far has its verb: a further word in -ا is then no dual verb."""
    k = len(found) - 1
    while k >= 0 and found[k].kind not in ("an", "rel", "sub", "if"):
        if found[k].kind == "V":
            return True
        if found[k].kind == "mark":
            k = _before_comma(found, k)
        k -= 1
    return False


def subject_before(found: list[Item]) -> bool:
    """Whether an actor that nothing governs stands by the verb: أن *قطر* لم ترفض الوساطة."""
    clause = list(takewhile(lambda o: o.kind not in _OPENS, reversed(found)))
    named = any(o.kind == "M" and o.marker == "direct" for o in clause)
    return named and any(o.kind == "V" for o in clause)


def _before_comma(found: list[Item], closing: int) -> int:
    """Return the comma that opens an aside which another closes; -1 if none does.

    It is a relative clause, or a circumstance: أعلنت بون، *على لسان وزيرها*، رفضها.
    """
    kind = found[closing].kind  # those around a circumstance part nothing; see `pass_over`
    for k in range(closing - 1, max(0, closing - _ASIDE), -1):
        if found[k].kind == kind and found[k].key in COMMAS:
            around = found[closing].key in COMMAS and found[k + 1].kind in _ASIDES
            return k if around else -1
    return -1


def two_go_on(word: Word, before: Item | None, found: list[Item]) -> bool:
    """Whether a further verb may tell what two actors did: شكا لبنان وسورية *وطالبا*.

    They are joined, or else one has met the other: التقى سالم الراوي بيار ديبوا *وتعاهدا*. A word
    that is no noun needs no more than two of a kind before it: استقبل الملك الرئيس *وأدانا* الغزو.
    """
    if before is not None and before.value == "قد":
        return True  # كان الجانبان قد *تفاوضا*
    then = before is not None and before.kind == "sub"
    if not (then or word.key[0] in "وف"):
        return False
    verb = next((k for k, item in enumerate(found) if item.kind == "V"), len(found))
    near = [item for item in found[max(0, verb - 4) : verb + 4] if item.kind == "M"]
    joined = any(item.conj == "و" and found[item.index - 1].kind == "M" for item in near)
    if joined or (not (word.actions or word.participles) and _alike(found) > 1):
        return True
    met = next((k for k, item in enumerate(found) if _meets(item)), len(found))
    beside = [item for item in near if item.marker in ("direct", "مع", "ب")]
    several = len(beside) > 1 or _persons(found) == 2
    return met < len(found) and several and not any(i.indefinite for i in found[met:])


def _meets(item: Item) -> bool:
    return item.kind == "V" and any(row.relation in MEETING for row in item.rows)


def _persons(found: list[Item]) -> int:
    """Return how many persons have been named who may go on."""
    named = (o.mention.entity for o in found if o.mention is not None and o.marker != "gen")
    return len({who for who in named if who.person})


def _alike(found: list[Item]) -> int:
    """Return how many persons, or how many of the actors of another kind, have been named."""
    kinds = Counter({o.mention.entity: o.mention.entity.kind for o in found if o.mention}.values())
    return max(kinds.values(), default=0)


def after_participle(found: list[Item]) -> bool:
    """Whether what is said so far is said with an indefinite participle instead of a verb."""
    for item in reversed(found):
        if item.kind in ("V", "an", "rel", "sub", "if"):
            return False
        if item.kind == "P" and not item.det:
            return True
    return False


def before_aside(found: list[Item]) -> list[Item]:
    """Return the items before the aside that the last of them, a comma, closes."""
    return found[: max(0, _before_comma(found, len(found) - 1))]


def meeting_before(found: list[Item]) -> Item | None:
    """Return the meeting that a verb behind it tells of: اجتماعا *ثلاثيا في جنيف* ضم A وB."""
    for item in reversed(found[-_NEAR:]):
        if item.kind == "N" and any(row.relation in MEETING for row in item.rows):
            return None if item.det or item.pronoun else item
        if item.kind not in ("O", "A", "M", "T", "prep", "adv"):
            return None
        if item.kind == "M" and item.marker == "direct":
            return None
    return None


def asked_too(found: list[Item]) -> bool:
    """Whether a verb of asking has its deed before, no mark between: طالب *بإدراج* الحركة."""
    clause = list(takewhile(lambda o: o.kind not in ("an", "sub", "rel", "mark"), reversed(found)))
    verb = next((n for n, o in enumerate(clause) if o.kind == "V"), None)
    if verb is None or "REQUEST" not in classes_of(clause[verb]):
        return False
    return any(o.kind == "N" and o.marker in ("ب", "إلى") and not o.det for o in clause[:verb])
