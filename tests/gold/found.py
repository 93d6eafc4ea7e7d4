"""What a reader found in a case, with names made comparable."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from actorgraph.schema import GraphDocument, vocabulary

from .cases import GoldClaim

_OF_STATE = ("government", "armed-group", "ministry")
_LETTERS = str.maketrans("أإآٱىةیکپڤ", "اااايهيكبف")


def fold_name(name: str) -> tuple[str, ...]:
    """Return a name's tokens without marks, articles and spelling variants."""
    bare = "".join(c for c in unicodedata.normalize("NFKC", name) if not unicodedata.combining(c))
    bare = re.sub(r"[^\w\s]", " ", bare.replace("ـ", "").translate(_LETTERS)).replace("يي", "ي")
    tokens = [token.removeprefix("ال") if len(token) > 4 else token for token in bare.split()]
    return tuple(re.sub(r"(?<=\w{3})ون$", "ين", token) for token in tokens)


def alternatives(gold: str) -> list[str]:
    """Return the names, joined by `|`, that are equally right for an actor."""
    return [name.strip() for name in gold.split("|")]


def _ends_with(long: tuple[str, ...], short: tuple[str, ...]) -> bool:
    return 0 < len(short) <= len(long) and long[-len(short) :] == short


@dataclass(frozen=True)
class End:
    """An actor or event of the system: its folded names, and whether a surname suffices."""

    label: str
    names: frozenset[tuple[str, ...]]
    by_suffix: bool

    def fits(self, gold: str) -> bool:
        """Whether it is the actor that gold names; `|` joins names that are equally right."""
        for name in map(fold_name, alternatives(gold)):
            if name in self.names:
                return True
            if self.by_suffix and any(
                _ends_with(mine, name) or _ends_with(name, mine) for mine in self.names
            ):
                return True
        return False


def speaker_fits(end: End | None, gold: str | None) -> bool:
    """Whether two possibly absent actors are the same; absent is the text's own voice."""
    if gold is None or end is None:
        return end is None and (gold is None or "null" in alternatives(gold))
    return end.fits(gold)


@dataclass(frozen=True)
class FoundStance:
    """One stance of a system claim, its actors resolved to names."""

    speaker: End | None
    via: End | None
    kind: str
    modality: str
    topic: str | None
    times: frozenset[str]
    spans: tuple[tuple[int, int], ...]
    levels: tuple[tuple[End | None, str], ...]
    quote: str
    rule: str


@dataclass(frozen=True)
class Found:
    """One system claim with its stances."""

    subject: End
    predicate: str
    object: End
    about_event: bool
    stances: tuple[FoundStance, ...]

    def __str__(self) -> str:
        return f"{self.subject.label} — {self.predicate} — {self.object.label}"

    def ends_fit(self, gold: GoldClaim) -> bool:
        """Whether both ends are those of the gold row, in any order if the relation allows."""
        straight = self.subject.fits(gold.subject) and self.object.fits(gold.object)
        return straight or (vocabulary()[gold.predicate].symmetric and self.crossed(gold))

    def crossed(self, gold: GoldClaim) -> bool:
        """Whether the ends are those of the gold row, the wrong way round."""
        return self.subject.fits(gold.object) and self.object.fits(gold.subject)

    def overlaps(self, spans: Sequence[tuple[int, int]]) -> bool:
        """Whether any of its evidence shares a character with the spans."""
        return any(overlap(stance.spans, spans) for stance in self.stances)


def overlap(left: Sequence[tuple[int, int]], right: Sequence[tuple[int, int]]) -> bool:
    """Whether two lists of spans share a character."""
    return any(a < d and c < b for a, b in left for c, d in right)


def found_in(document: GraphDocument) -> list[Found]:
    """Return the claims of a document, in its order."""
    ends = {
        actor.id: End(
            label=actor.name("ar"),
            names=frozenset(fold_name(name.text) for name in actor.names),
            by_suffix=actor.kind == "person",
        )
        for actor in document.actors
    }
    # A state's government, forces and ministries, named by its adjective alone, count as the state.
    for actor in document.actors:
        state = actor.state and ends.get(actor.state)
        if state and actor.kind in _OF_STATE and len(actor.name("ar").split()) <= 2:
            mine = ends[actor.id]
            ends[actor.id] = End(mine.label, mine.names | state.names, mine.by_suffix)
    events = {event.id: event for event in document.events}
    for event in document.events:
        label = event.label or event.id
        ends[event.id] = End(label=label, names=frozenset({fold_name(label)}), by_suffix=True)
    stances: dict[str, list[FoundStance]] = defaultdict(list)
    for stance in document.stances:
        event = events.get(stance.event) if stance.event else None
        times = {str(time) for time in (stance.time, event and event.time) if time}
        stances[stance.claim].append(
            FoundStance(
                speaker=ends[stance.speaker] if stance.speaker else None,
                via=ends[stance.via] if stance.via else None,
                kind=stance.kind.value,
                modality=stance.modality.value,
                topic=stance.topic,
                times=frozenset(times),
                spans=tuple((e.start, e.end) for e in stance.evidence),
                levels=tuple(
                    (ends[level.speaker] if level.speaker else None, level.kind.value)
                    for level in stance.levels
                ),
                quote=" … ".join(e.quote for e in stance.evidence),
                rule=stance.rule,
            )
        )
    return [
        Found(
            subject=ends[claim.subject],
            predicate=claim.predicate,
            object=ends[claim.object],
            about_event=claim.object in events,
            stances=tuple(stances[claim.id]),
        )
        for claim in document.claims
    ]
