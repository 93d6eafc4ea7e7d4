"""Obligations: what somebody says that another ought to do, which calls on him to do it."""

from collections.abc import Iterator

from ....schema import ActorKind
from ..ends.arguments import entities
from ..records.clauses import Sentence
from ..records.items import Item
from ..records.readclaim import ReadClaim, item_span, maybe_span, offsets
from ..speech.disputed import same_side
from ..speech.levels import levels_of
from ..speech.zone import Zone

_DUE = frozenset({"على", "ل"})


def obligations(sentence: Sentence, zones: list[Zone]) -> Iterator[ReadClaim]:
    """Yield whom a speaker calls on by what he says: قال إن *على فرنسا أن تنسحب*.

    He may bid them in a headline: تونس *لفرنسا: انسحبوا* من بنزرت.
    """
    spoken = [zone for zone in zones if zone.speaker is not None and not zone.noun]
    for item in sentence.items if spoken else ():
        if item.kind != "M" or item.marker not in _DUE or not _ought(sentence, item):
            continue
        zone = next((z for z in reversed(spoken) if z.a <= item.index < z.b), None)
        if zone is not None and zone.kind == "asserts":
            yield from _called_on(sentence, zones, zone, item)
    for zone in spoken:
        bidden = _bidden(sentence, zone) if zone.row == "colon" else None
        if bidden is not None:
            yield from _called_on(sentence, zones, zone, bidden)


def _called_on(
    sentence: Sentence, zones: list[Zone], zone: Zone, item: Item
) -> Iterator[ReadClaim]:
    """Yield that the speaker calls on those whom a phrase names, but his own."""
    assert zone.speaker is not None
    outer = [other for other in zones if other is not zone]
    for who in entities(sentence, item):
        if same_side(zone.speaker, who) or zone.speaker.state == (who.listed or ""):
            continue
        cue, at = item_span(sentence, zone.cue), item_span(sentence, item)
        last = sentence.items[min(zone.b, max(item.index, zone.a) + 6) - 1]
        span = min(cue[0], at[0]), max(at[1], item_span(sentence, last)[1])
        where = offsets(span, cue, maybe_span(sentence, zone.speaker_item), at)
        levels = tuple(levels_of(sentence, outer, item.index))
        yield ReadClaim(
            zone.speaker, "called-on", who, where, levels, rule="obligation", confidence=0.7
        )


def _bidden(sentence: Sentence, zone: Zone) -> Item | None:
    """Return to whom the words behind a headline's colon are said, if they bid him do something.

    So it is in "أثينا *لصوفيا*: أوقفوا القصف" and "أثينا *لصوفيا*: لا تتدخلوا في شؤوننا".
    """
    items, start = sentence.items, zone.a
    start += start < len(items) and items[start].kind == "quote"
    first, behind = items[start : start + 1], items[start + 1 : start + 2]
    if not first or not behind:
        return None
    bids = first[0].kind == "V" and first[0].key.endswith("وا") and not first[0].conj
    forbids = first[0].key == "لا" and behind[0].kind == "V" and behind[0].key.endswith("وا")
    yours = first[0].kind == "V" and behind[0].key.endswith("ك") and behind[0].kind in ("O", "N")
    if not (bids or forbids or yours or first[0].key in ("عليكم", "عليك")):
        return None
    for item in reversed(items[: zone.cue.index]):
        media = item.mention is not None and item.mention.entity.kind == ActorKind.MEDIA
        if item.kind == "M" and item.marker == "ل" and not media:
            return item
    return None


def _ought(sentence: Sentence, item: Item) -> bool:
    """Whether it stands between "that" or a word of duty and what is to be done."""
    items, k = sentence.items, item.index - 1
    if k >= 0 and items[k].kind == "prep":
        k -= 1
    if k < 0 or item.index + 1 >= len(items):
        return False
    before, behind = items[k], items[item.index + 1]
    if behind.kind == "A" and item.index + 2 < len(items):
        behind = items[item.index + 2]  # على القوات *الفرنسية* أن
    if k and items[k - 1].kind == "neg":
        return False
    if before.kind == "duty":
        return behind.kind == "an" or _deed(sentence, behind)
    if item.marker != "على" or before.pronoun:
        return False
    if before.kind == "an":
        return behind.kind == "an" or _deed(sentence, behind)
    return behind.kind == "an" and (before.kind == "quote" or before.key == ":")


def _deed(sentence: Sentence, item: Item) -> bool:
    """Whether it names what is to be done: *الانسحاب*, *احترام* القرار."""
    if item.kind not in ("N", "O") or item.marker != "direct" or item.indefinite:
        return False
    after = sentence.items[item.index + 1 : item.index + 2]
    return item.det or bool(after and after[0].marker == "gen")
