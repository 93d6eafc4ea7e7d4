"""Weaving: from sources to a graph, by way of the reader and the gate."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import NamedTuple

from ..schema import (
    Claim,
    Event,
    Evidence,
    EvidenceError,
    Frame,
    GraphDocument,
    GraphFileError,
    Modality,
    PartialDate,
    Participant,
    Source,
    Stance,
    StanceKind,
    relation,
    stable_id,
)
from .identity import Identities, identify
from .knowledge import RDF_SUFFIXES, KnowledgeGraph
from .reading.reader import Reading, read
from .reading.records.entity import Entity
from .reading.records.readclaim import Level, ReadClaim, Span
from .source import sources_from

Reader = Callable[[Source], Reading]
Progress = Callable[[Source], None]


class Woven(NamedTuple):
    """A graph, and how many claims the gate refused because their words are not in the source."""

    graph: KnowledgeGraph
    refused: int


def build(
    paths: Iterable[str | Path] | str | Path,
    *,
    reader: Reader = read,
    progress: Progress | None = None,
) -> KnowledgeGraph:
    """Read files and folders of `.txt` into one graph, and merge graphs saved before into it.

    A saved graph is a file `….json` or one in RDF (`….ttl`). Raises SourceError for what cannot be
    read and GraphFileError for a saved graph that is not sound or tells a source differently.
    `progress` is called after each source.
    """
    texts, saved = divide([paths] if isinstance(paths, str | Path) else paths)
    sources = sources_from(texts) if texts or not saved else []
    return merge_saved(weave(sources, reader=reader, progress=progress), saved)


def divide(paths: Iterable[str | Path]) -> tuple[list[Path], list[Path]]:
    """Return the texts and folders among the paths, and the saved graphs."""
    given = [Path(path) for path in paths]
    saved = [p for p in given if p.suffix in (".json", *RDF_SUFFIXES) and not p.is_dir()]
    return [path for path in given if path not in saved], saved


def merge_saved(graph: KnowledgeGraph, saved: Iterable[Path]) -> KnowledgeGraph:
    """Return the graph with saved ones merged into it, in the order of their paths."""
    for path in sorted(saved):
        try:
            graph = graph.merge(KnowledgeGraph.load(path))
        except ValueError as error:
            raise GraphFileError(
                f"{path}: does not go with the other sources ({error}); build it again from its "
                "texts"
            ) from error
    return graph


def weave(
    sources: Iterable[Source], *, reader: Reader = read, progress: Progress | None = None
) -> KnowledgeGraph:
    """Read sources into one graph; the same sources in any order give the same graph."""
    return weave_counted(sources, reader=reader, progress=progress).graph


def weave_counted(
    sources: Iterable[Source], *, reader: Reader = read, progress: Progress | None = None
) -> Woven:
    """Read sources into one graph and count what the gate refused."""
    readings: list[Reading] = []
    refused = 0
    for source in sorted({s.id: s for s in sources}.values(), key=lambda s: s.id):
        reading = reader(source)
        kept = [claim for claim in reading.claims if _verbatim(source, claim)]
        refused += len(reading.claims) - len(kept)
        reading.claims = kept
        readings.append(reading)
        if progress is not None:
            progress(source)
    identities = identify(readings)
    return Woven(KnowledgeGraph(_document(readings, identities)), refused)


def _verbatim(source: Source, claim: ReadClaim) -> bool:
    """Whether every span of a claim lies in the source's text."""
    spans = [claim.span, claim.cue, claim.subject_at, claim.object_at]
    spans += [span for level in claim.levels for span in (level.cue, level.speaker_at)]
    try:
        for span in spans:
            if span is not None:
                source.quote(*span)
    except EvidenceError:
        return False
    return True


# Records


class _Draft(NamedTuple):
    """A stance before its event is known."""

    claim: Claim
    source: Source
    read: ReadClaim


def _document(readings: list[Reading], identities: Identities) -> GraphDocument:
    drafts: list[_Draft] = []
    for reading in readings:
        for one in reading.claims:
            subject, object_ = identities.id_of(one.subject), identities.id_of(one.object)
            if subject != object_:
                drafts.append(
                    _Draft(Claim.of(subject, one.predicate, object_), reading.source, one)
                )
    events = _events(drafts, identities)
    claims: dict[str, Claim] = {}
    stances: dict[str, Stance] = {}
    woven: dict[str, Event] = dict(identities.events)
    for draft in drafts:
        event = events.get((draft.claim.id, draft.read.topic, draft.read.time))
        claims[draft.claim.id] = draft.claim
        stance = _stance(draft, event, identities)
        _keep(stances, stance)
        if event is not None:
            woven[event.id] = event
        if stance.kind is StanceKind.DENIES and stance.speaker and event is not None:
            claim, denial = _denial(draft, stance, event, identities)
            claims[claim.id] = claim
            _keep(stances, denial)
    used = {end for claim in claims.values() for end in (claim.subject, claim.object)}
    used |= {part.actor for event in woven.values() for part in event.participants}
    for stance in stances.values():
        used |= {i for i in (stance.speaker, stance.via) if i}
        used |= {i for level in stance.levels for i in (level.speaker, level.via) if i}
    actors = {i: actor for i, actor in identities.actors.items() if i in used}
    for actor in list(actors.values()):
        if actor.state is not None:
            actors[actor.state] = identities.actors[actor.state]
    trimmed = [
        actor.model_copy(
            update={"candidates": tuple(c for c in actor.candidates if c.actor in actors)}
        )
        for actor in actors.values()
    ]
    return GraphDocument(
        sources=tuple(reading.source for reading in readings),
        actors=tuple(trimmed),
        events=tuple(woven.values()),
        claims=tuple(claims.values()),
        stances=tuple(stances.values()),
    )


def _events(
    drafts: list[_Draft], identities: Identities
) -> dict[tuple[str, str | None, PartialDate | None], Event]:
    """Return the event of each claim at each topic and time.

    A stance that names no time or topic speaks of the only one that others name, if there is one.
    """
    by_claim: defaultdict[str, list[_Draft]] = defaultdict(list)
    for draft in drafts:
        if not relation(draft.claim.predicate).structural and draft.claim.predicate != "denied":
            by_claim[draft.claim.id].append(draft)
    found: dict[tuple[str, str | None, PartialDate | None], Event] = {}
    for claim_id, same in by_claim.items():
        topics = {d.read.topic for d in same if d.read.topic}
        times = {d.read.time.edtf for d in same if d.read.time}
        only_topic = next(iter(topics)) if len(topics) == 1 else None
        only_time = PartialDate(edtf=next(iter(times))) if len(times) == 1 else None
        for draft in same:
            topic, time = draft.read.topic or only_topic, draft.read.time or only_time
            claim = draft.claim
            event = Event(
                id=stable_id(
                    "event", claim.subject, claim.predicate, claim.object, topic,
                    time.edtf if time else None,
                ),
                type=claim.predicate,
                participants=(
                    Participant(role="subject", actor=claim.subject),
                    Participant(role="object", actor=claim.object),
                ),
                topic=topic,
                time=time,
            )  # fmt: skip
            found[claim_id, draft.read.topic, draft.read.time] = event
    return found


def _stance(draft: _Draft, event: Event | None, identities: Identities) -> Stance:
    one, source = draft.read, draft.source
    innermost = one.levels[-1] if one.levels else Level(None, None, "asserts")
    speaker = _id(identities, innermost.speaker)
    return Stance(
        id=stable_id(
            "stance", draft.claim.id, source.id, *one.span, speaker, innermost.kind, one.modality
        ),
        claim=draft.claim.id,
        event=event.id if event is not None else None,
        speaker=speaker,
        via=_id(identities, innermost.via),
        kind=StanceKind(innermost.kind),
        modality=Modality(one.modality),
        topic=one.topic,
        place=one.place,
        time=one.time,
        spoken=None,
        evidence=(source.quote(*one.span),),
        subject_span=_quote(source, one.subject_at),
        object_span=_quote(source, one.object_at),
        cue_span=_quote(source, one.cue),
        speaker_span=_quote(source, innermost.speaker_at),
        levels=tuple(
            Frame(
                speaker=_id(identities, level.speaker),
                via=_id(identities, level.via),
                kind=StanceKind(level.kind),
                cue=_quote(source, level.cue),
            )
            for level in one.levels
        ),
        rule=one.rule,
        confidence=one.confidence,
    )


def _denial(
    draft: _Draft, stance: Stance, event: Event, identities: Identities
) -> tuple[Claim, Stance]:
    """Return the claim that the speaker denied the event, as the level outside says it."""
    assert stance.speaker is not None
    claim = Claim.of(stance.speaker, "denied", event.id)
    outer = draft.read.levels[-2] if len(draft.read.levels) > 1 else None
    speaker = _id(identities, outer.speaker) if outer is not None else None
    via = _id(identities, outer.via) if outer is not None else stance.via
    cue = stance.levels[-1].cue
    evidence = stance.evidence[0]
    if cue is not None:
        start, end = min(cue.start, evidence.start), max(cue.end, evidence.end)
        evidence = draft.source.quote(start, end)
    return claim, Stance(
        id=stable_id("stance", claim.id, draft.source.id, evidence.start, evidence.end, speaker),
        claim=claim.id,
        event=None,
        speaker=speaker,
        via=via,
        evidence=(evidence,),
        subject_span=stance.speaker_span,
        object_span=stance.evidence[0],
        cue_span=cue,
        levels=stance.levels[:-1],
        rule=f"{stance.rule}/denial",
        confidence=stance.confidence,
    )


def _keep(stances: dict[str, Stance], stance: Stance) -> None:
    known = stances.get(stance.id)
    if known is None or known.confidence < stance.confidence:
        stances[stance.id] = stance


def _id(identities: Identities, entity: Entity | None) -> str | None:
    return identities.id_of(entity) if entity is not None else None


def _quote(source: Source, span: Span | None) -> Evidence | None:
    return source.quote(*span) if span is not None else None
