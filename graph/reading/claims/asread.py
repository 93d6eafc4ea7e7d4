"""As read: what a sentence states, as claims with their words: قال الوزير إن تونس *دعمت* مصر."""

from collections.abc import Iterator
from dataclasses import replace
from sys import intern

from ....schema import PartialDate
from ..records.clauses import Clause, Sentence
from ..records.ends import Found
from ..records.items import Item
from ..records.readclaim import (
    Level,
    ReadClaim,
    item_span,
    maybe_span,
    offsets,
    span_between,
)
from ..records.scene import Fact
from ..records.stems import is_in
from ..records.timing import date_of
from ..speech.levels import both_told, described_so, levels_of, quotations, without_own_act
from ..speech.zone import Zone

_DOCUMENTS = frozenset({"bayan", "taqrir"})  # what they say is no rumour, whoever wrote them


def claims_read(sentence: Sentence, found: Found, zones: list[Zone]) -> Iterator[ReadClaim]:
    """Yield a claim; what one says and another denies again is both said and denied."""
    claim = _claim(sentence, found, zones)
    for levels in both_told(found, claim.levels):
        yield claim if levels is claim.levels else replace(claim, levels=levels)


def _claim(sentence: Sentence, found: Found, zones: list[Zone]) -> ReadClaim:
    a, b = found.extent
    first, last = sentence.items[a], sentence.items[b]
    own = [zone for zone in zones if not (zone.cue is found.by and _speaks(found, zone))]
    if described_so(sentence, found):
        own = quotations(own)
    levels = without_own_act(sentence, found, levels_of(sentence, own, found.item.index))
    if found.speech is not None and found.speech[0] is not None:
        speaker, kind = found.speech
        if not levels or levels[-1].speaker is not speaker:
            levels.append(Level(speaker, None, kind))
    asked = sentence.clause_of[found.item.index].opener
    if not levels and asked is not None and asked.kind == "if" and asked.value == "هل":
        levels = [Level(None, None, "questions", item_span(sentence, asked))]
    rumour = not levels and any(
        zone.a <= found.item.index < zone.b and zone.noun and zone.speaker is None
        for zone in own
        if zone.row not in _DOCUMENTS
        and not _worth_saying(sentence, zone)
        and not _told_besides(sentence, found.item, zone)
    )
    place = None
    if found.place is not None:
        place = sentence.scene.raw(
            found.place.i, found.place.j, item_span(sentence, found.place)[0]
        )
    return ReadClaim(
        subject=found.subject,
        predicate=found.predicate,
        object=found.object,
        at=offsets(
            span_between(sentence, first, last),
            item_span(sentence, found.item),
            maybe_span(sentence, found.subject_item),
            maybe_span(sentence, found.object_item),
        ),
        levels=tuple(levels),
        modality="possible" if found.modality == "actual" and rumour else found.modality,
        topic=found.topic,
        place=place,
        time=_when(sentence, found),
        rule=found.rule,
        confidence=found.confidence,
    )


def _speaks(found: Found, zone: Zone) -> bool:
    """Whether whoever does it says so himself: أعربت *فرنسا وبريطانيا* عن إدانتهما للقصف."""
    return found.subject is zone.speaker or found.subject in zone.others


def _told_besides(sentence: Sentence, item: Item, zone: Zone) -> bool:
    """Whether it is told of a thing in the words: إعلان تسوية الأزمة التي خلفها *انسحاب* مصر."""
    step: Clause | None = sentence.clause_of[item.index]
    while step is not None:
        if step.kind == "rel" and step.a > zone.cue.index:
            return True
        step = step.parent
    return False


def _worth_saying(sentence: Sentence, zone: Zone) -> bool:
    """Whether the author only opens with it what he tells: *الجدير بالذكر* أن مصر دعمت تشاد."""
    before = sentence.items[max(0, zone.cue.index - 2) : zone.cue.index]
    return any(is_in(other, sentence.scene.function("worth_saying")) for other in before)


def _when(sentence: Sentence, found: Found) -> PartialDate | None:
    """Return when it was or will be; the verb that governs an action noun tells it first."""
    date = date_of(sentence, found.by) if found.by is not None and found.by.kind == "V" else None
    date = date or date_of(sentence, found.item)
    if date is None:
        return None
    return date.coming if date.coming and found.modality == "intended" else date.date


def timed(sentence: Sentence, claim: ReadClaim) -> ReadClaim:
    """Return what another's deed or denial repeats, with the date in its own clause."""
    tokens = sentence.scene.tokens
    item = next(i for i in sentence.items if tokens[i.j - 1].end >= claim.cue[1])
    date = date_of(sentence, item)
    return replace(claim, time=date.date) if date is not None else claim


def title_claim(sentence: Sentence, fact: Fact, zones: list[Zone]) -> ReadClaim:
    """Return the claim of a title; a title is the author's own words unless it is quoted."""
    tokens = sentence.scene.tokens
    span = (tokens[fact.i].start, tokens[fact.j - 1].end)
    index = next((item.index for item in sentence.items if item.i <= fact.i < item.j), 0)
    levels = levels_of(sentence, quotations(zones), index)
    return ReadClaim(
        subject=fact.subject,
        predicate=fact.predicate,
        object=fact.object,
        at=offsets(span, span),
        levels=tuple(levels),
        modality=fact.modality,
        rule=intern(fact.rule),
        confidence=0.9,
    )
