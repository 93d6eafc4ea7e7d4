"""The reader: a source's text in, claims with their words out."""

from bisect import bisect_left
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from functools import cache
from sys import intern

from ...schema import PartialDate, Source
from .actors.both import note_joined
from .actors.counted import note_lists
from .actors.mention import find
from .actors.namedbyoffice import apposes_office
from .claims.charges import charges
from .claims.obligation import obligations
from .claims.operations import with_forces
from .claims.refusal import refusals
from .claims.relations import claims_of
from .claims.standing import speaks_without_verb
from .dates.dates import FoundDate, find_dates
from .ends.idiom import drop_unfit
from .ends.likewise import likewise
from .ends.passedon import pass_on_topic
from .ends.takenup import forget_judged
from .page.interview import credits_reporter, parts_of_interview
from .page.layout import layout
from .page.references import without_references
from .page.tokens import Token, sentences, tokenise
from .records.clauses import Sentence
from .records.discourse import Discourse
from .records.ends import Found
from .records.entity import Entity
from .records.items import Item
from .records.readclaim import (
    Level,
    ReadClaim,
    item_span,
    maybe_span,
    offsets,
    span_between,
)
from .records.scene import Fact, Scene
from .records.speaking import settle_home
from .records.timing import date_of
from .speech.denial import aligned, called_lies, denials
from .speech.disputed import disowned
from .speech.frames import zones_of
from .speech.levels import both_told, described_so, levels_of, quotations, without_own_act
from .speech.zone import Zone
from .syntax.cognate import set_aside
from .syntax.division import clauses_of
from .syntax.itemise import items_of
from .words.lexicon import KnownActor, Lexicon, load_lexicon
from .words.morphology import Morphology
from .words.names import Names
from .words.text import fold
from .words.word import VERB

_CLOSES = (".", "!", "»", '"', ":")  # what ends a paragraph rather than a headline
_LATELY = 30  # claims among which a denial finds the deed that it denies
_DOCUMENTS = frozenset({"bayan", "taqrir"})  # what they say is no rumour, whoever wrote them


@dataclass(slots=True)
class Trace:
    """What was seen in one sentence, for `explain`."""

    sentence: Sentence
    zones: list[Zone]
    skipped: list[tuple[Item, str, str]]
    claims: list[ReadClaim]


@dataclass(slots=True)
class Reading:
    """All that was read in one source."""

    source: Source
    entities: list[Entity] = field(default_factory=list[Entity])
    claims: list[ReadClaim] = field(default_factory=list[ReadClaim])
    listed: dict[str, KnownActor] = field(default_factory=dict[str, KnownActor])  # that it names


@cache
def _morphology() -> Morphology:
    return Morphology(load_lexicon())


def read(source: Source, trace: Callable[[Trace], None] | None = None) -> Reading:
    """Read a source into claims; `trace` is called with what was seen in each sentence."""
    return _read(source, trace, _morphology())


def reader_with(lexicon: Lexicon) -> Callable[[Source], Reading]:
    """Return a reader like `read` that knows this lexicon instead of the package's."""
    morphology = Morphology(lexicon)
    return lambda source: _read(source, None, morphology)


def _read(source: Source, trace: Callable[[Trace], None] | None, morphology: Morphology) -> Reading:
    morphology, text = morphology.typed_as(source.text), without_references(source.text)
    names = morphology.names
    discourse = Discourse(morphology.lexicon)
    reading = Reading(source, discourse.entities)
    page = layout(source.text)
    published = source.date or page.date
    if published is not None and published.latest is not None:
        discourse.year = published.latest.year
    sent_from = names.country(fold(page.place).split(" "))
    told: PartialDate | None = None
    said: list[ReadClaim] = []
    parts = parts_of_interview(source.text, list(page.body))
    before = ""  # what the paragraph before was in an interview
    answers: Entity | None = None  # whoever is interviewed
    closed = fresh = False  # whether the last line was a paragraph, and has told of something
    for (start, end), part in zip(page.body, parts, strict=True):
        dates: list[FoundDate] = [
            date._replace(start=date.start + start, end=date.end + start)
            for date in find_dates(source.text[start:end], source.date or page.date, told)
        ]
        told = dates[-1].date if dates else told
        if discourse.year is None and dates and dates[0].date.earliest is not None:
            discourse.year = dates[0].date.earliest.year
        starts = [date.start for date in dates]
        discourse.speaker = None
        answers = answers if before or not part else discourse.introduced()
        before = part
        discourse.asked = answers if part else None
        discourse.quoted = (answers, None) if part == "answer" and answers is not None else None
        discourse.country = None
        if closed and not fresh:
            said = []  # but a paragraph may answer the one before
        closed, fresh = source.text[end - 1] in _CLOSES, False
        for a, b in sentences(text, start, end):
            tokens = tokenise(text, a, b, morphology)
            if not tokens:
                continue
            if a == start:
                tokens, sent_from = _dispatched(tokens, names, sent_from)
            if discourse.country is None:
                there = [token.key for token in tokens[:4]]
                moved = names.country(there[1:]) if there[0] in ("في", "وفي") else None
                discourse.country = moved or sent_from
            discourse.opens_paragraph = a == start
            scene = Scene(tokens, text, morphology.lexicon, morphology, names, discourse, find)
            scene.dates = dates[bisect_left(starts, a) : bisect_left(starts, b)]
            scene.has_apposed_office = apposes_office(tokens)
            seen = _sentence(scene, a, b, said, reading.claims[-_LATELY:])
            said, fresh = seen.claims or said, fresh or bool(seen.claims)
            reading.claims += seen.claims
            if trace is not None:
                trace(seen)
        if credits_reporter(source.text[start:end]):
            discourse.note_reporters()
    reading.listed = _listed(discourse.entities, morphology.lexicon)
    return reading


def _dispatched(
    tokens: list[Token], names: Names, country: str | None
) -> tuple[list[Token], str | None]:
    """Return the tokens behind a place alone that opens a dispatch: *لشبونة -* اعترفت ..."""
    for k in range(1, min(5, len(tokens) - 1)):
        after = tokens[k + 1].word
        if after is None or not after.flags & VERB:
            continue
        # In a headline, without a full stop, the place says so: باريس: دعمنا الحوار
        told = tokens[-1].key == "." and any(s.feats.startswith("pf 3") for s in after.verbs)
        if tokens[k].key in ("-", "–", "—") or (tokens[k].key == ":" and told):
            place = names.country([token.key for token in tokens[:k]])
            return (tokens[k + 1 :], place) if place is not None else (tokens, country)
    return tokens, country


def _listed(entities: list[Entity], lexicon: Lexicon) -> dict[str, KnownActor]:
    """Return the listed actors among the entities, and the states that any belong to."""
    known = lexicon.actors
    ids = {i for entity in entities for i in (entity.listed, entity.state) if i}
    ids |= {state for i in ids if i in known and (state := known[i].state)}
    return {i: known[i] for i in sorted(ids) if i in known}


def _sentence(
    scene: Scene, a: int, b: int, said_before: list[ReadClaim], lately: list[ReadClaim]
) -> Trace:
    before, just_before = scene.discourse.spoken_of(), scene.discourse.next_sentence()
    scene.discourse.doer = None
    items = items_of(scene)
    about = scene.discourse.spoken_about()
    sentence = Sentence(scene, items, a, b, before, just_before, about)
    note_joined(sentence)
    note_lists(scene)
    stated = any(item.rows for item in items) or scene.facts or speaks_without_verb(items)
    if not stated:
        _set_scene(sentence)
        pass_on_topic(sentence)
        return Trace(sentence, [], [], list(called_lies(sentence, [], said_before)))
    clauses_of(sentence)
    set_aside(sentence)
    skipped = drop_unfit(sentence)
    zones = zones_of(sentence)
    sentence.voices = [(z.a, z.b, z.speaker) for z in zones if z.speaker is not None]
    for item in items:
        if item.mention is not None:
            settle_home(sentence, item)
    found = claims_of(sentence, skipped)
    forget_judged(sentence)
    _set_scene(sentence)
    claims = [claim for one in found for claim in _claims(sentence, one, zones)]
    claims = list(aligned(claims, [*lately, *said_before]))
    claims += [_timed(sentence, one) for one in likewise(sentence, claims, said_before)]
    taken_up = denials(sentence, claims, said_before, lately, zones)
    claims += [_timed(sentence, one) for one in taken_up]
    claims += [_timed(sentence, one) for one in refusals(sentence, claims, said_before)]
    claims += list(disowned(sentence, zones, claims, lately))
    claims += obligations(sentence, zones)
    claims += charges(sentence, zones, claims)
    claims += [_fact(sentence, fact, zones) for fact in scene.facts]
    return Trace(sentence, zones, skipped, [with_forces(claim) for claim in claims])


def _set_scene(sentence: Sentence) -> None:
    """Note "the Russian experience in Syria", which the next sentence may take up."""
    sentence.discourse.scene = None
    for item in sentence.items:
        if item.kind == "O" and item.nisba is not None and item.det:
            place = next(
                (
                    other.mention.entity
                    for other in sentence.items[item.index + 1 : item.index + 5]
                    if other.kind == "M" and other.marker == "في" and other.mention is not None
                ),
                None,
            )
            if place is not None and place.listed != item.nisba:
                sentence.discourse.scene = (sentence.discourse.listed(item.nisba), place)


# From items to offsets


def _claims(sentence: Sentence, found: Found, zones: list[Zone]) -> Iterator[ReadClaim]:
    """Yield a claim; what one says and another denies again is both said and denied."""
    claim = _claim(sentence, found, zones)
    for levels in both_told(found, claim.levels):
        yield claim if levels is claim.levels else replace(claim, levels=levels)


def _claim(sentence: Sentence, found: Found, zones: list[Zone]) -> ReadClaim:
    a, b = found.extent
    first, last = sentence.items[a], sentence.items[b]
    own = [zone for zone in zones if not (zone.cue is found.by and zone.speaker is found.subject)]
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


def _when(sentence: Sentence, found: Found) -> PartialDate | None:
    """Return when it was or will be; the verb that governs an action noun tells it first."""
    date = date_of(sentence, found.by) if found.by is not None and found.by.kind == "V" else None
    date = date or date_of(sentence, found.item)
    if date is None:
        return None
    return date.coming if date.coming and found.modality == "intended" else date.date


def _timed(sentence: Sentence, claim: ReadClaim) -> ReadClaim:
    """Return what another's deed or denial repeats, with the date in its own clause."""
    tokens = sentence.scene.tokens
    item = next(i for i in sentence.items if tokens[i.j - 1].end >= claim.cue[1])
    date = date_of(sentence, item)
    return replace(claim, time=date.date) if date is not None else claim


def _fact(sentence: Sentence, fact: Fact, zones: list[Zone]) -> ReadClaim:
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
