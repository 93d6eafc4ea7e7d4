"""The compiled lexicon as the reader sees it: forms, names and rows, loaded once.

Most of it no single text needs: entries and rows are made from the file when first asked for.
"""

import gzip
import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

from ....schema import ActorKind, Name
from .rows import Body, EventNoun, Role, Topic, Verb, adapter

FILE = Path(__file__).parent.parent / "lexicons" / "ar.json.gz"
T = TypeVar("T")
R = TypeVar("R")


class Entry(NamedTuple):
    """One analysis of a form: part of speech, id of the row or actor, features.

    `pos` is V (feats: tense, person, voice: "pf 3ms b"), M masdar or action noun, AP and PP
    participles, E event noun, R role, H head of a body's name, N nisba or demonym, T topic.
    """

    pos: str
    id: str
    feats: str


class Table(Mapping[str, T]):
    """A table whose values are made of the compiled ones when first asked for."""

    __slots__ = ("_compiled", "_made", "_make")

    def __init__(self, compiled: Mapping[str, Any], make: Callable[[str, Any], T]) -> None:
        self._compiled = dict(compiled)  # None for those that have been made
        self._made: dict[str, T] = {}
        self._make = make

    def __getitem__(self, key: str) -> T:
        found = self._made.get(key)
        if found is None:
            found = self._made[key] = self._make(key, self._compiled[key])
            self._compiled[key] = None
        return found

    def __contains__(self, key: object) -> bool:
        return key in self._compiled

    def __iter__(self) -> Iterator[str]:
        return iter(self._compiled)

    def __len__(self) -> int:
        return len(self._compiled)


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

    forms: Mapping[str, tuple[Entry, ...]]
    names: dict[str, tuple[str, ...]]  # words joined by one space -> ids of actors
    capitals: dict[str, str]  # -> id of the state
    cities: dict[str, str]  # -> id of the state
    homograph_cities: dict[str, str]  # whose names are ordinary words, too -> id of the state
    surnames: dict[str, str]  # that mean one listed person and nothing else -> id
    given: frozenset[str]  # words that start a person's name
    family: frozenset[str]  # words that go on with it
    either: frozenset[str]  # words of names that are ordinary words too
    actors: Mapping[str, KnownActor]
    verbs: Mapping[str, Verb]
    event_nouns: Mapping[str, EventNoun]
    roles: Mapping[str, Role]
    bodies: Mapping[str, Body]
    topics: Mapping[str, Topic]
    function: dict[str, dict[str, str]]  # closed class -> phrase -> what it counts as
    ordinary: frozenset[str]  # words that never make a person's name
    no_surnames: frozenset[str]  # words that are no surname on their own
    spelling: dict[str, str]  # weight -> runs of letters; see `Spelling`


def packed(entries: Iterable[Iterable[str]]) -> str:
    """Return the entries of a form as the compiled file holds them, in one string."""
    return "|".join(" ".join(entry) for entry in entries)


def _unpacked(_: str, text: str) -> tuple[Entry, ...]:
    return tuple(Entry._make(entry.split(" ", 2)) for entry in text.split("|"))


def _actor(name: str, fields: dict[str, Any]) -> KnownActor:
    made: dict[str, Any] = {
        "kind": ActorKind(fields["kind"]),
        "names": tuple(map(Name.model_validate, fields["names"])),
        "same_as": tuple(fields.get("same_as", ())),
    }
    return KnownActor(id=name, **(fields | made))


def _rows(model: type[R], compiled: dict[str, Any]) -> Table[R]:
    return Table(compiled, lambda _, fields: adapter(model).validate_python(fields))


def _with_families(fields: dict[str, Any], function: dict[str, dict[str, str]]) -> dict[str, Any]:
    """Return a row with all nouns of the families whose heads it names: قوات, أموال."""
    wider: dict[str, Any] = {}
    for field in ("with_nouns", "also_nouns", "without_nouns"):
        nouns: list[str] = fields.get(field, [])
        for head, family in function.get("noun_families", {}).items():
            if head in nouns:
                nouns = [*nouns, *function[family]]
        if nouns:
            wider[field] = nouns
    return fields | wider


def parse_lexicon(data: bytes) -> Lexicon:
    """Return the lexicon held in the bytes of a compiled file."""
    return lexicon_of(json.loads(gzip.decompress(data)))


def lexicon_of(raw: dict[str, Any]) -> Lexicon:
    """Return the lexicon of compiled tables; those that may be missing are empty."""
    names: dict[str, list[str]] = raw.get("names", {})
    return Lexicon(
        forms=Table(raw["forms"], _unpacked),
        names={key: tuple(ids) for key, ids in names.items()},
        capitals=raw.get("capitals", {}),
        cities=raw.get("cities", {}),
        homograph_cities=raw.get("homograph_cities", {}),
        surnames=raw.get("surnames", {}),
        given=frozenset(raw.get("given", "").split()),
        family=frozenset(raw.get("family", "").split()),
        either=frozenset(raw.get("either", "").split()),
        actors=Table(raw.get("actors", {}), _actor),
        verbs=Table(
            raw["verbs"],
            lambda _, fields: adapter(Verb).validate_python(
                _with_families(fields, raw["function"])
            ),
        ),
        event_nouns=_rows(EventNoun, raw["event_nouns"]),
        roles=_rows(Role, raw.get("roles", {})),
        bodies=_rows(Body, raw.get("bodies", {})),
        topics=_rows(Topic, raw["topics"]),
        ordinary=frozenset(raw.get("ordinary", "").split()),
        no_surnames=frozenset(raw.get("no_surnames", "").split()),
        function=raw["function"],
        spelling=raw.get("spelling", {}),
    )


@cache
def load_lexicon() -> Lexicon:
    """Return the lexicon that the package carries; it is read once a process."""
    return parse_lexicon(FILE.read_bytes())
