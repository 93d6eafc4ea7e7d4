"""Headings: who speaks in "X: ...", "X to «Paper»: ..." and "... (a Greek official)"."""

from ....schema import ActorKind
from ..actors.nameless import by_role
from ..ends.arguments import entities
from ..records.clauses import Sentence
from ..records.entity import Entity
from ..records.items import Item
from ..records.quotation import quoted_name_end
from .speakers import carries
from .zone import Zone

_FEW = 4  # items before a colon that name a source: مصدر أمني رفيع:
_MOST = 14  # items before a colon that name a speaker and where he spoke
_TURNS_TO = ("ل", "إلى", "أمام", "عن", "حول")
_PLACES = (ActorKind.STATE, ActorKind.PLACE)
_OWN = (
    ActorKind.GROUP, ActorKind.ARMED_GROUP, ActorKind.PARTY, ActorKind.GOVERNMENT,
    ActorKind.ORGANIZATION,
)  # fmt: skip


def heading_of(sentence: Sentence) -> Zone | None:
    """Return the zone of "X: ..." in a headline, X being an actor at its head or behind a comma."""
    items = sentence.items
    colon = next((item for item in items if item.key == ":"), None)
    if colon is None:
        return _signed(sentence)
    if not colon.index or colon.index + 1 >= len(items):
        return None
    k = colon.index - 1
    if items[k].kind == "quote" and k > 1 and items[k - 2].kind == "quote":
        k -= 1  # «لوفيغارو»: ...
    named = items[k]
    start = k - (items[k - 1].kind == "quote") if k else 0
    while start and named.mention is not None and items[start].conj == "و":
        if items[start - 1].kind != "M":
            break
        start, named = start - 1, items[start - 1]  # *واشنطن* وباريس:
    if named.mention is None or (start and items[start - 1].kind != "mark"):
        return _circumstantial(sentence, colon)
    if _tells_where(named.mention.entity, items[colon.index + 1]):
        return None
    speaker: Entity | None = named.mention.entity
    via: Entity | None = None
    if carries(named.mention.entity):
        via = speaker
        speaker = None
    others = tuple(entities(sentence, named))[1:] if speaker is not None else ()
    return _zone(sentence, colon, speaker, via, named, others)


def _tells_where(state: Entity, behind: Item) -> bool:
    """Whether a state only tells where: the Congo: *rebels* withdraw from Goma; its own do it."""
    if state.kind not in _PLACES or behind.mention is None or behind.marker != "direct":
        return False
    doer = behind.mention.entity
    own = doer.state is None or doer.state in (state.listed, state.state)
    return own and doer.listed is None and doer.kind in _OWN


def _zone(
    sentence: Sentence, colon: Item, speaker: Entity | None, via: Entity | None,
    named: Item | None = None, others: tuple[Entity, ...] = (),
) -> Zone:  # fmt: skip
    return Zone(
        colon.index + 1, len(sentence.items), speaker, "asserts", colon, via, named, False, "colon",
        others=others,
    )  # fmt: skip


def _circumstantial(sentence: Sentence, colon: Item) -> Zone | None:
    """Return the zone of "X in a speech: ...", "X from Paris: ...", "an official to «Paper»: ...".

    A paper carries what it was told.
    """
    items = sentence.items
    lead = items[: colon.index]
    if len(lead) > _MOST or any(item.kind in ("V", "an", "rel", "sub") for item in lead):
        return None
    first = next((o.index + 1 for o in reversed(lead) if o.kind == "mark" and o.key in "|.-–/"), 0)
    if first >= colon.index:
        return None
    head, behind = items[first], items[first + 1 : colon.index]
    via = next((paper for o in behind if (paper := _paper(sentence, o)) is not None), None)
    if head.mention is not None:
        speaker = head.mention.entity
        spoke = speaker.person and bool(behind) and _speaks_there(behind)
        spoke = spoke or (len(behind) == 1 and behind[0].kind == "M" and behind[0].marker == "ل")
        return _zone(sentence, colon, speaker, via, head) if via or spoke else None
    speaker = by_role(sentence, head) if via is not None or len(lead) <= _FEW else None
    return _zone(sentence, colon, speaker, via) if speaker is not None else None


def _speaks_there(behind: list[Item]) -> bool:
    """Whether the words behind a person tell when, where or of what he speaks: من باريس, ردا على.

    Between brackets they tell who he is.
    """
    first = behind[0]
    if first.key in "()" and behind[-1].key == ")":
        return True
    noun = behind[1] if first.kind == "prep" and len(behind) > 1 else first
    if first.kind == "prep" and first.value in ("time", "other"):
        return True  # *خلال* لقائه, *ردا على* فرنسا
    if noun.marker == "من":
        return noun.mention is not None and noun.mention.entity.kind in _PLACES
    if noun.marker == "في":
        return noun.kind in ("N", "O") and not noun.det
    return noun.marker in _TURNS_TO


def _paper(sentence: Sentence, noun: Item) -> Entity | None:
    """Return the paper or station that it was told to, listed or not: لـ*«الأفق»*."""
    scene, mention = sentence.scene, noun.mention
    if noun.marker != "ل":
        return None
    if mention is not None:
        return mention.entity if mention.entity.kind == ActorKind.MEDIA else None
    end = (
        quoted_name_end(scene, noun.i - 1) if sentence.items[noun.index - 1].kind == "quote" else 0
    )
    if not end:
        return None
    return sentence.discourse.body(
        scene.raw(noun.i, end - 1), kind=ActorKind.MEDIA, head="newspaper", gender="f",
        plural=False, state=None,
    )  # fmt: skip


def _signed(sentence: Sentence) -> Zone | None:
    """Return the zone of a headline with its source in brackets behind it: ... *(مسؤول يوناني)*."""
    items = sentence.items
    if len(items) < 5 or items[-1].key != ")":
        return None
    opening = next((o.index for o in reversed(items[:-1]) if o.key == "("), None)
    if opening is None or not any(item.kind == "V" for item in items[:opening]):
        return None
    source = items[opening + 1]
    who = source.mention.entity if source.mention is not None else by_role(sentence, source)
    if who is None or (source.mention is not None and source.index != len(items) - 2):
        return None
    if carries(who):
        return Zone(0, opening, None, "asserts", items[opening], who, row="colon")
    if who.named and who.kind != ActorKind.MINISTRY:
        return None  # زعيم الحركة *(سالم الراوي)*
    return Zone(0, opening, who, "asserts", items[opening], speaker_item=source, row="colon")
