"""The compiled lexicon as the reader sees it: forms, names and rows, loaded once."""

import gc
import gzip
import json
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from pydantic import TypeAdapter

from ...schema import ActorKind, Name
from .rows import Body, EventNoun, Role, Topic, Verb

FILE = Path(__file__).parent / "lexicons" / "ar.json.gz"


class Entry(NamedTuple):
    """One analysis of a form: part of speech, id of the row or actor, features.

    `pos` is V (feats: tense, person, voice: "pf 3ms b"), M masdar or action noun, AP and PP
    participles, E event noun, R role, H head of a body's name, N nisba or demonym, T topic.
    """

    pos: str
    id: str
    feats: str


@dataclass(frozen=True, slots=True)
class KnownActor:
    """A listed actor: what the lexicon knows of a name before any text is read."""

    id: str
    kind: ActorKind
    names: tuple[Name, ...]
    gender: str = "m"
    plural: bool = False
    state: str | None = None
    iso2: str | None = None
    iso3: str | None = None
    same_as: tuple[str, ...] = ()
    description: str | None = None


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All tables of the compiled file; every key is folded by `fold`."""

    forms: dict[str, tuple[Entry, ...]]
    names: dict[str, tuple[str, ...]]  # words joined by one space -> ids of actors
    latin: dict[str, tuple[str, ...]]  # casefolded
    capitals: dict[str, str]  # -> id of the state
    cities: dict[str, str]  # -> id of the state
    given: frozenset[str]  # words that start a person's name
    family: frozenset[str]  # words that go on with it
    actors: dict[str, KnownActor]
    verbs: dict[str, Verb]
    event_nouns: dict[str, EventNoun]
    roles: dict[str, Role]
    bodies: dict[str, Body]
    topics: dict[str, Topic]
    function: dict[str, dict[str, str]]  # closed class -> phrase -> what it counts as
    ambiguous: frozenset[str]  # names and nisbas that need context
    ordinary: frozenset[str]  # words that never make a person's name
    no_surnames: frozenset[str]  # words that are no surname on their own


_ACTORS = TypeAdapter(dict[str, KnownActor])
_VERBS = TypeAdapter(dict[str, Verb])
_EVENT_NOUNS = TypeAdapter(dict[str, EventNoun])
_ROLES = TypeAdapter(dict[str, Role])
_BODIES = TypeAdapter(dict[str, Body])
_TOPICS = TypeAdapter(dict[str, Topic])


def parse_lexicon(data: bytes) -> Lexicon:
    """Return the lexicon held in the bytes of a compiled file."""
    return lexicon_of(json.loads(gzip.decompress(data)))


def lexicon_of(raw: dict[str, Any]) -> Lexicon:
    """Return the lexicon of compiled tables; those that may be missing are empty."""
    forms: dict[str, list[list[str]]] = raw["forms"]
    names: dict[str, list[str]] = raw.get("names", {})
    latin: dict[str, list[str]] = raw.get("latin", {})
    actors: dict[str, dict[str, Any]] = raw.get("actors", {})
    return Lexicon(
        forms={key: tuple(map(Entry._make, found)) for key, found in forms.items()},
        names={key: tuple(ids) for key, ids in names.items()},
        latin={key: tuple(ids) for key, ids in latin.items()},
        capitals=raw.get("capitals", {}),
        cities=raw.get("cities", {}),
        given=frozenset(raw.get("given", "").split()),
        family=frozenset(raw.get("family", "").split()),
        actors=_ACTORS.validate_python(
            {name: {"id": name, **fields} for name, fields in actors.items()}
        ),
        verbs=_VERBS.validate_python(raw["verbs"]),
        event_nouns=_EVENT_NOUNS.validate_python(raw["event_nouns"]),
        roles=_ROLES.validate_python(raw.get("roles", {})),
        bodies=_BODIES.validate_python(raw.get("bodies", {})),
        topics=_TOPICS.validate_python(raw["topics"]),
        ambiguous=frozenset(raw.get("ambiguous", ())),
        ordinary=frozenset(raw.get("ordinary", "").split()),
        no_surnames=frozenset(raw.get("no_surnames", "").split()),
        function=raw["function"],
    )


@cache
def load_lexicon() -> Lexicon:
    """Return the lexicon that the package carries; it is read once a process."""
    with _no_collection():
        return parse_lexicon(FILE.read_bytes())


@contextmanager
def _no_collection() -> Generator[None]:
    """Keep the cycle collector from walking a hundred thousand new tuples again and again."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()
