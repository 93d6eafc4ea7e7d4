"""The reader: a source's text in, claims with their words out."""

from bisect import bisect_left
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache

from ...schema import PartialDate, Source
from .actors.both import note_joined
from .actors.counted import note_lists
from .actors.mention import find
from .actors.namedahead import note_named_below
from .actors.namedbyoffice import apposes_office
from .actors.tied import note_tied
from .claims.asread import claims_read, timed, title_claim
from .claims.charges import charges
from .claims.headline import told_again
from .claims.namedbelow import named_below
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
from .records.entity import Entity
from .records.items import Item
from .records.readclaim import ReadClaim
from .records.scene import Scene
from .records.speaking import settle_home
from .speech.denial import aligned, called_lies, denials
from .speech.disputed import disowned
from .speech.frames import zones_of
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
    parts = parts_of_interview(source.text, page.body)
    before = ""  # what the paragraph before was in an interview
    answers: Entity | None = None  # whoever is interviewed
    closed = fresh = False  # whether the last line was a paragraph, and has told of something
    prose = False  # whether a paragraph stood before
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
        prose = prose or closed
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
            if not prose:
                note_named_below(scene)
            seen = _sentence(scene, a, b, said, reading.claims[-_LATELY:])
            said, fresh = seen.claims or said, fresh or bool(seen.claims)
            reading.claims += seen.claims
            if trace is not None:
                trace(seen)
        if credits_reporter(source.text, start, end):
            discourse.note_reporters()
    claims = named_below(reading.claims, source.text, morphology.lexicon)
    reading.claims = told_again(claims, source.text)
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
    note_tied(sentence)
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
    claims = [claim for one in found for claim in claims_read(sentence, one, zones)]
    if claims:
        claims = list(aligned(claims, [*lately, *said_before]))
    claims += [timed(sentence, one) for one in likewise(sentence, claims, said_before)]
    taken_up = denials(sentence, claims, said_before, lately, zones)
    claims += [timed(sentence, one) for one in taken_up]
    claims += [timed(sentence, one) for one in refusals(sentence, claims, said_before)]
    claims += list(disowned(sentence, zones, claims, lately))
    claims += obligations(sentence, zones)
    claims += charges(sentence, zones, claims)
    claims += [title_claim(sentence, fact, zones) for fact in scene.facts]
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
