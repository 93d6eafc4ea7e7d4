"""The compiled lexicon as the reader sees it: forms, names and rows, loaded once.

Most of it no single text needs: entries and rows are made from the file when first asked for. Until
then they are text, in few strings, which takes a third of the memory and is loaded faster.
"""

import gzip
import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

from ....schema import ActorKind, Name
from .rows import Body, EventNoun, Role, Topic, Verb, adapter

FILE = Path(__file__).parent.parent / "lexicons" / "ar.json.gz"
T = TypeVar("T")
R = TypeVar("R")
_ALIKE = 3  # letters that forms in one string share
_ROWS = ("actors", "bodies", "event_nouns", "roles", "topics", "verbs")


class Entry(NamedTuple):
    """One analysis of a form: part of speech, id of the row or actor, features.

    `pos` is V (feats: tense, person, voice: "pf 3ms b"), M masdar or action noun, AP and PP
    participles, E event noun, R role, H head of a body's name, N nisba or demonym, T topic.
    """

    pos: str
    id: str
    feats: str


class Forms(Mapping[str, tuple[Entry, ...]]):
    """The entries of each form; the compiled ones that begin alike are lines of one string."""

    __slots__ = ("_compiled", "_made")

    def __init__(self, compiled: Mapping[str, str]) -> None:
        self._compiled = compiled
        self._made: dict[str, tuple[Entry, ...]] = {}

    def __getitem__(self, key: str) -> tuple[Entry, ...]:
        found = self._made.get(key)
        if found is None:
            lines = self._compiled.get(key[:_ALIKE], "")
            at = lines.find(f"\n{key}\t")
            if at < 0:
                raise KeyError(key)
            at += len(key) + 2
            found = self._made[key] = _entries(lines[at : lines.index("\n", at)])
        return found

    def __iter__(self) -> Iterator[str]:
        for lines in self._compiled.values():
            for line in lines[1:-1].split("\n"):
                yield line[: line.index("\t")]

    def __len__(self) -> int:
        return sum(lines.count("\n") - 1 for lines in self._compiled.values())


class Table(Mapping[str, T]):
    """A table whose values are made of the compiled ones when first asked for."""

    __slots__ = ("_compiled", "_made", "_make")

    def __init__(self, compiled: Mapping[str, str], make: Callable[[str, str], T]) -> None:
        self._compiled = compiled
        self._made: dict[str, T] = {}
        self._make = make

    def __getitem__(self, key: str) -> T:
        found = self._made.get(key)
        if found is None:
            found = self._made[key] = self._make(key, self._compiled[key])
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

    def listed_as(self, name: str) -> str | None:
        """Return the id of the actor listed under a folded name, unless it means several."""
        ids = self.names.get(name, ())
        return ids[0] if len(ids) == 1 else None


def packed(tables: dict[str, Any]) -> dict[str, Any]:
    """Return tables with their rows, and their entries by form, as text; see `lexicon_of`."""
    rows = {table: {row: _json(fields) for row, fields in tables[table].items()} for table in _ROWS}
    alike: dict[str, list[str]] = {}
    for form, entries in sorted(tables["forms"].items()):
        line = "|".join(" ".join(entry) for entry in sorted(entries, key=list))
        alike.setdefault(form[:_ALIKE], [""]).append(f"{form}\t{line}")
    forms = {start: "\n".join([*lines, ""]) for start, lines in alike.items()}
    return tables | rows | {"forms": forms}


def _json(fields: dict[str, Any]) -> str:
    return json.dumps(fields, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _entries(line: str) -> tuple[Entry, ...]:
    return tuple(Entry._make(entry.split(" ", 2)) for entry in line.split("|"))


def _actor(name: str, text: str) -> KnownActor:
    fields = json.loads(text)
    made: dict[str, Any] = {
        "kind": ActorKind(fields["kind"]),
        "names": tuple(map(Name.model_validate, fields["names"])),
        "same_as": tuple(fields.get("same_as", ())),
    }
    return KnownActor(id=name, **(fields | made))


def _rows(model: type[R], compiled: dict[str, str]) -> Table[R]:
    return Table(compiled, lambda _, text: adapter(model).validate_json(text))


def _with_families(fields: dict[str, Any], function: dict[str, dict[str, str]]) -> dict[str, Any]:
    """Return a row with all nouns of the families whose heads it names: قوات, معاهدة."""
    wider: dict[str, Any] = {}
    families = [*function.get("noun_families", {}).items(), *function.get("noun_kinds", {}).items()]
    for field in ("with_nouns", "also_nouns", "without_nouns"):
        heads: list[str] = fields.get(field, [])
        nouns = heads
        for head, family in families:
            if head in heads:
                nouns = [*nouns, *function[family]]
        if nouns:
            wider[field] = nouns
    return fields | wider


def parse_lexicon(data: bytes) -> Lexicon:
    """Return the lexicon held in the bytes of a compiled file."""
    return lexicon_of(json.loads(gzip.decompress(data)))


def lexicon_of(raw: dict[str, Any]) -> Lexicon:
    """Return the lexicon of packed tables; those that may be missing are empty."""
    names: dict[str, list[str]] = raw.get("names", {})
    return Lexicon(
        forms=Forms(raw["forms"]),
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
            lambda _, text: adapter(Verb).validate_python(
                _with_families(json.loads(text), raw["function"])
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
