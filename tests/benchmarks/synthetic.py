"""Graphs of any size in the shape that the reader gives, the same for the same number of claims."""

import hashlib
import itertools
import random

from actorgraph.graph import KnowledgeGraph
from actorgraph.schema import (
    Actor,
    Claim,
    Event,
    Frame,
    GraphDocument,
    Name,
    PartialDate,
    Participant,
    Source,
    Stance,
    State,
    stable_id,
    vocabulary,
)

_A_SOURCE = 20  # stances
_STATES = (
    ("russia", "روسيا", "Russia", "RU", "RUS"),
    ("libya", "ليبيا", "Libya", "LY", "LBY"),
    ("france", "فرنسا", "France", "FR", "FRA"),
    ("egypt", "مصر", "Egypt", "EG", "EGY"),
)


def synthetic(claims: int, seed: int = 0) -> KnowledgeGraph:
    """Return a graph of so many claims: about 70 triples each, one in seven of them contested."""
    chance = random.Random(seed)
    actors = list(_actors(max(6, claims // 5)))
    ids = [actor.id for actor in actors]
    weights = [1 / (rank + 1) for rank in range(len(ids))]  # few actors are in most claims
    relations = sorted(vocabulary())
    made: dict[str, Claim] = {}
    totals = list(itertools.accumulate(weights))
    while len(made) < claims:
        subject, object_ = chance.choices(ids, cum_weights=totals, k=2)
        if subject != object_:
            claim = Claim.of(subject, chance.choice(relations), object_)
            made[claim.id] = claim
    drafts = [draft for claim in made.values() for draft in _drafts(claim, ids, chance)]
    sources, stances, events = [], [], {}
    for start in range(0, len(drafts), _A_SOURCE):
        group = drafts[start : start + _A_SOURCE]
        source, found = _written(start, group, chance)
        sources.append(source)
        stances += found
        for stance, (claim, *_) in zip(found, group, strict=True):
            events[stance.event] = Event(
                id=stance.event,
                type=claim.predicate,
                participants=(
                    Participant(role="subject", actor=claim.subject),
                    Participant(role="object", actor=claim.object),
                ),
            )
    return KnowledgeGraph(
        GraphDocument(
            sources=tuple(sources),
            actors=tuple(actors),
            events=tuple(events.values()),
            claims=tuple(made.values()),
            stances=tuple(stances),
        )
    )


def _actors(count):
    haftar = (Name(text="خليفة حفتر", lang="ar"), Name(text="Khalifa Haftar", lang="en"))
    yield Actor(id="actor:khalifa-haftar", kind="person", names=haftar, state="actor:libya")
    for name, ar, en, iso2, iso3 in _STATES:
        names = (Name(text=ar, lang="ar"), Name(text=en, lang="en"))
        link = (f"http://www.wikidata.org/entity/{name}",)
        yield State(id=f"actor:{name}", names=names, iso2=iso2, iso3=iso3, same_as=link)
    for number in range(count - 1 - len(_STATES)):
        names = (
            Name(text=f"فاعل {number}", lang="ar"),
            Name(text=f"Actor {number}", lang="en", kind="transliteration"),
        )
        yield Actor(id=f"actor:a{number}", kind="organization", names=names, state="actor:libya")


def _drafts(claim, ids, chance):
    """Yield (claim, kind, modality, speaker) for one to three stances."""
    yield claim, "asserts", chance.choice(("actual",) * 9 + ("intended",)), None
    if chance.random() < 0.5:
        yield claim, "asserts", "actual", chance.choice(ids)
    if chance.random() < 0.15:
        yield claim, "denies", "actual", chance.choice(ids)


def _written(number, group, chance):
    """Return a source and the stances in it."""
    quotes = [
        f"وقال المتحدث إن {claim.subject} {kind} {claim.predicate} إزاء {claim.object} في تصريح"
        for claim, kind, *_ in group
    ]
    text = ".\n".join(f"{position}) {quote}" for position, quote in enumerate(quotes))
    digest = hashlib.sha256(text.encode()).hexdigest()
    year, month = 1990 + number % 35, 1 + number % 12
    source = Source(
        id=f"source:s{number}",
        title=f"خبر رقم {number}",
        author="كاتب",
        date=PartialDate(edtf=f"{year}-{month:02}-15"),
        sha256=digest,
        text=text,
    )
    stances, start = [], 0
    for position, ((claim, kind, modality, speaker), quote) in enumerate(
        zip(group, quotes, strict=True)
    ):
        start = text.index(quote, start)
        words, cue = source.quote(start, start + len(quote)), source.quote(start, start + 4)
        stances.append(
            Stance(
                id=stable_id("stance", number, position),
                claim=claim.id,
                event=stable_id("event", claim.id),
                speaker=speaker,
                via="actor:a0" if speaker and chance.random() < 0.2 else None,
                kind=kind,
                modality=modality,
                topic="topic",
                time=PartialDate(edtf=f"{year}-{month:02}") if chance.random() < 0.5 else None,
                evidence=(words,),
                cue_span=cue,
                levels=(Frame(speaker=speaker, kind=kind, cue=cue),) if speaker else (),
                rule="synthetic",
                confidence=0.9,
            )
        )
    return source, stances
