"""The graph as an object: it adds, merges, saves, loads, and answers questions."""

import difflib
import itertools
import json
from collections import defaultdict
from collections.abc import Callable, Iterable
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, Self, TypeVar

from pydantic import ValidationError

from ..schema import (
    AnyActor,
    Claim,
    Event,
    GraphDocument,
    GraphFileError,
    LookupFailedError,
    PartialDate,
    Source,
    Stance,
    Status,
    relation,
    status_of,
    vocabulary,
)
from .files import write_whole
from .methods import method
from .network import date_of, network
from .reading.words.text import fold_loose

if TYPE_CHECKING:
    import networkx as nx

FILE_NAME = "graph.json"
RDF_SUFFIXES = (".ttl", ".nt", ".nq", ".trig", ".jsonld", ".rdf")
_T = TypeVar("_T", Source, AnyActor, Event, Claim, Stance)


class ClaimView(NamedTuple):
    """A claim with its computed status and every stance taken on it."""

    claim: Claim
    status: Status
    stances: tuple[Stance, ...]


class KnowledgeGraph:
    """Claims about actors, with who says so and in which words.

    A graph does not change once built: `add`, `merge` and `subgraph` return new ones. `graph` is
    the plain `networkx.MultiDiGraph` for everything that is not offered here.
    """

    def __init__(self, document: GraphDocument | None = None) -> None:
        self._document = _sorted(document or GraphDocument())

    def document(self) -> GraphDocument:
        """Return all records, each list sorted by id."""
        return self._document

    def __eq__(self, other: object) -> bool:
        return isinstance(other, KnowledgeGraph) and self._document == other._document

    __hash__ = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        d = self._document
        return (
            f"<KnowledgeGraph: {len(d.actors)} actors, {len(d.claims)} claims, "
            f"{len(d.stances)} stances, {len(d.sources)} sources>"
        )

    @cached_property
    def graph(self) -> "nx.MultiDiGraph[str]":
        """The networkx graph; see `network` for nodes, keys and attributes."""
        return network(self._document)

    @cached_property
    def sources(self) -> dict[str, Source]:
        """Sources by id."""
        return {record.id: record for record in self._document.sources}

    @cached_property
    def actors(self) -> dict[str, AnyActor]:
        """Actors by id."""
        return {record.id: record for record in self._document.actors}

    @cached_property
    def events(self) -> dict[str, Event]:
        """Events by id."""
        return {record.id: record for record in self._document.events}

    @cached_property
    def views(self) -> dict[str, ClaimView]:
        """Claims with status and stances, by id."""
        by_claim: defaultdict[str, list[Stance]] = defaultdict(list)
        for stance in self._document.stances:
            by_claim[stance.claim].append(stance)
        return {
            claim.id: ClaimView(claim, status_of(by_claim[claim.id]), tuple(by_claim[claim.id]))
            for claim in self._document.claims
        }

    # Putting together

    def add(
        self,
        *,
        sources: Iterable[Source] = (),
        actors: Iterable[AnyActor] = (),
        events: Iterable[Event] = (),
        claims: Iterable[Claim] = (),
        stances: Iterable[Stance] = (),
    ) -> "KnowledgeGraph":
        """Return a graph with these records too; a quote that is not verbatim is refused.

        Raises pydantic.ValidationError for records that do not fit together, and ValueError when
        an id is already taken by a different record.
        """
        d = self._document
        return KnowledgeGraph(
            GraphDocument(
                sources=_union(d.sources, sources),
                actors=_union(d.actors, actors),
                events=_union(d.events, events),
                claims=_union(d.claims, claims),
                stances=_union(d.stances, stances),
            )
        )

    def merge(self, other: "KnowledgeGraph") -> "KnowledgeGraph":
        """Return the union of two graphs; an actor in both gets the names of both."""
        mine, theirs = self._document, other.document()
        actors = {actor.id: actor for actor in mine.actors}
        for actor in theirs.actors:
            actors[actor.id] = _joined(actors.get(actor.id, actor), actor)
        return KnowledgeGraph(mine.model_copy(update={"actors": tuple(actors.values())})).add(
            sources=theirs.sources,
            events=theirs.events,
            claims=theirs.claims,
            stances=theirs.stances,
        )

    # Keeping

    def save(self, path: str | Path) -> Path:
        """Write `graph.json` (to a folder, or under the name given) and return its path."""
        target = _graph_path(path, must_exist=False)
        write_whole(target, self.to_json().encode())
        return target

    def to_json(self) -> str:
        """Return the graph as the JSON of `graph.json`: sorted, indented, UTF-8 as it is."""
        records = self._document.model_dump(mode="json")
        return json.dumps(records, ensure_ascii=False, indent=1, sort_keys=True) + "\n"

    @classmethod
    def load(cls, path: str | Path) -> Self:
        """Read a graph saved before: the file, or the folder that holds `graph.json`.

        A file of ours in RDF (`graph.ttl`) holds the whole graph too. Raises GraphFileError when it
        is missing, broken, or not a graph of ours.
        """
        if Path(path).suffix in RDF_SUFFIXES and not Path(path).is_dir():
            return cls(method("read_rdf")(path))
        source = _graph_path(path, must_exist=True)
        try:
            return cls(GraphDocument.model_validate_json(source.read_bytes()))
        except ValidationError as error:
            first = error.errors(include_url=False)[0]
            where = ".".join(str(part) for part in first["loc"]) or "the whole file"
            raise GraphFileError(
                f"{source}: not a sound graph ({where}: {first['msg']}); build it again from its "
                "sources"
            ) from error
        except OSError as error:
            raise GraphFileError(f"{source}: cannot be read ({error.strerror})") from error

    # Asking

    def actor(self, name: str) -> AnyActor:
        """Return the actor with this id or name, in any script; case and spelling may be loose.

        Raises LookupFailedError with near names when there is none, or when several fit.
        """
        if name in self.actors:
            return self.actors[name]
        key = _name_key(name)
        whole = self._names.get(key, ())
        found = whole or sorted({i for k, ids in self._names.items() if _part(key, k) for i in ids})
        if len(found) == 1:
            return self.actors[found[0]]
        if found:
            several = "; ".join(f"{self.actors[i].name()} ({i})" for i in found[:6])
            raise LookupFailedError(f"{name!r} may be {several}: name it in full, or by id")
        words = {word: k for k in self._names for word in (*k.split(), k)}
        near = difflib.get_close_matches(key, words, n=3, cutoff=0.6)
        close = dict.fromkeys(i for word in near for i in self._names[words[word]])
        hint = "; ".join(f"{self.actors[i].name()} / {self.actors[i].name('ar')}" for i in close)
        raise LookupFailedError(
            f"no actor {name!r} in this graph; "
            + (f"did you mean {hint}?" if hint else f"it has {len(self.actors)} others")
        )

    def claims(
        self,
        *,
        subject: str | None = None,
        predicate: str | None = None,
        object: str | None = None,
        speaker: str | None = None,
        source: str | None = None,
        status: Status | str | None = None,
        actor: str | None = None,
    ) -> list[ClaimView]:
        """Return the claims that fit all that is given, sorted by predicate and ends.

        Actors are named as in `actor`; `actor` is either end; `predicate` takes in its narrower
        relations; `source` is an id or a part of a title; `speaker` also finds carriers' claims
        only under their speaker.
        """
        ids = [None if x is None else self.actor(x).id for x in (subject, object, speaker, actor)]
        kinds = None if predicate is None else _with_narrower(predicate)
        wanted = None if status is None else _status(status)
        from_sources = None if source is None else self._sources_named(source)

        def fits(view: ClaimView) -> bool:
            claim = view.claim
            return (
                ids[0] in (None, claim.subject)
                and ids[1] in (None, claim.object)
                and (ids[2] is None or any(s.speaker == ids[2] for s in view.stances))
                and (ids[3] is None or ids[3] in (claim.subject, claim.object))
                and (kinds is None or claim.predicate in kinds)
                and wanted in (None, view.status)
                and (
                    from_sources is None
                    or any(e.source in from_sources for s in view.stances for e in s.evidence)
                )
            )

        found = [view for view in self.views.values() if fits(view)]
        order = list(vocabulary())
        return sorted(
            found, key=lambda v: (order.index(v.claim.predicate), v.claim.subject, v.claim.object)
        )

    def contested(self) -> list[ClaimView]:
        """Return the claims that someone asserts and someone denies."""
        return self.claims(status=Status.CONTESTED)

    def neighbourhood(self, actor: str, depth: int = 1) -> "KnowledgeGraph":
        """Return the graph of the actors within `depth` relations of this one."""
        if depth < 0:
            raise ValueError(f"depth is a number of steps from 0 up, not {depth}")
        centre = self.actor(actor).id
        import networkx as nx

        near = nx.single_source_shortest_path_length(self._ties, centre, cutoff=depth)
        return self._keep(
            lambda view: view.claim.subject in near and view.claim.object in near, also={centre}
        )

    def paths(self, a: str, b: str, *, cutoff: int = 4) -> list[list[ClaimView]]:
        """Return the shortest chains of relations between two actors, direction aside.

        Each step is the first claim between two neighbours on a shortest path of at most `cutoff`
        relations; no path gives an empty list.
        """
        import networkx as nx

        start, goal = self.actor(a).id, self.actor(b).id
        try:
            routes = list(nx.all_shortest_paths(self._ties, start, goal))
        except nx.NetworkXNoPath:
            return []
        between: defaultdict[frozenset[str], list[ClaimView]] = defaultdict(list)
        for view in self.claims():
            between[frozenset((view.claim.subject, view.claim.object))].append(view)
        return [
            [between[frozenset(step)][0] for step in itertools.pairwise(route)]
            for route in sorted(routes)
            if len(route) <= cutoff + 1
        ]

    def subgraph(
        self,
        *,
        relation: str | Iterable[str] | None = None,
        source: str | None = None,
        speaker: str | None = None,
        since: str | None = None,
        until: str | None = None,
        status: Status | str | None = None,
    ) -> "KnowledgeGraph":
        """Return the graph of what fits; stances are chosen one by one, so status is theirs.

        `speaker` takes an actor, or "" for the sources' own voice. `since` and `until` are EDTF
        dates, both inclusive, for when it happened, else when it was said or published.
        """
        names = [relation] if isinstance(relation, str) else relation
        kinds = None if names is None else {i for name in names for i in _with_narrower(name)}
        who = None if not speaker else self.actor(speaker).id
        from_sources = None if source is None else self._sources_named(source)
        start = None if since is None else PartialDate(edtf=since).earliest
        stop = None if until is None else PartialDate(edtf=until).latest
        wanted = None if status is None else _status(status)

        def fits(stance: Stance) -> bool:
            view = self.views[stance.claim]
            when = date_of(stance, self.sources)
            late_enough = start is None or (when and when.latest and when.latest >= start)
            early_enough = stop is None or (when and when.earliest and when.earliest <= stop)
            return bool(
                (kinds is None or view.claim.predicate in kinds)
                and (speaker is None or stance.speaker == who)
                and (from_sources is None or stance.evidence[0].source in from_sources)
                and wanted in (None, view.status)
                and late_enough
                and early_enough
            )

        return self._of_stances([stance for stance in self._document.stances if fits(stance)])

    # Going out: declared here, implemented in exports (see `methods`)

    def query(self, text: str, **options: Any) -> Any:
        """Answer a SPARQL 1.1 query with typed rows; see `actorgraph.exports.query`.

        The prefixes of `graph.ttl` need no declaring.
        """
        return method("query")(self, text, **options)

    def sparql(self, text: str, **options: Any) -> Any:
        """Answer a SPARQL 1.1 query with a pandas DataFrame, ASK with a bool.

        The columns are typed as `actorgraph.exports.Result.to_frame` says. Raises MissingExtraError
        without pandas; `query` does without.
        """
        return method("sparql")(self, text, **options)

    def write(self, out_dir: str | Path, formats: Iterable[str] | None = None) -> list[Path]:
        """Write the exports to a folder; see `actorgraph.exports.write_all`."""
        return method("write")(self, out_dir, formats)

    def claims_frame(self, **options: Any) -> Any:
        """Return the claims as a DataFrame; see `actorgraph.exports.frames`, as for all frames."""
        return method("claims_frame")(self, **options)

    def stances_frame(self, **options: Any) -> Any:
        """Return the stances, with their words, as a DataFrame."""
        return method("stances_frame")(self, **options)

    def actors_frame(self, **options: Any) -> Any:
        """Return the actors, with their centralities, as a DataFrame."""
        return method("actors_frame")(self, **options)

    def relations_frame(self, **options: Any) -> Any:
        """Return the relations that the graph uses as a DataFrame."""
        return method("relations_frame")(self, **options)

    def viewpoints_frame(self, by: str = "source", **options: Any) -> Any:
        """Return who takes which position on which claim as a DataFrame, by source or speaker."""
        return method("viewpoints_frame")(self, by, **options)

    def show(self, focus: str | None = None, **options: Any) -> Any:
        """Return the page for a cell, on one actor if asked; see `actorgraph.exports.notebook`.

        Options: `depth`, what `subgraph` takes, `height` in CSS pixels, `lang` ("en" or "ar").
        """
        return method("show")(self, focus, **options)

    def timeline(self, **options: Any) -> Any:
        """Return a picture of claims in time; see `actorgraph.exports.notebook`."""
        return method("timeline")(self, **options)

    def matrix(self, by: str = "speaker", **options: Any) -> Any:
        """Return a picture of who says what; see `actorgraph.exports.notebook`."""
        return method("matrix")(self, by, **options)

    def _repr_html_(self) -> str:
        return method("card")(self)

    # Inside

    @cached_property
    def _names(self) -> dict[str, tuple[str, ...]]:
        found: defaultdict[str, set[str]] = defaultdict(set)
        for actor in self._document.actors:
            for name in actor.names:
                found[_name_key(name.text)].add(actor.id)
        return {key: tuple(sorted(ids)) for key, ids in sorted(found.items())}

    @cached_property
    def _ties(self) -> "nx.Graph[str]":
        """Actors joined by any claim."""
        import networkx as nx

        ties: nx.Graph[str] = nx.Graph()
        ties.add_nodes_from(self.actors)
        ties.add_edges_from((c.subject, c.object) for c in self._document.claims)
        return ties

    def _sources_named(self, name: str) -> set[str]:
        if name in self.sources:
            return {name}
        key = fold_loose(name).casefold()
        found = {s.id for s in self._document.sources if key in fold_loose(s.title).casefold()}
        if not found:
            titles = "; ".join(s.title for s in self._document.sources[:6])
            raise LookupFailedError(f"no source {name!r}; this graph has: {titles}")
        return found

    def _keep(
        self, fits: Callable[[ClaimView], bool], also: set[str] | None = None
    ) -> "KnowledgeGraph":
        kept = {claim_id for claim_id, view in self.views.items() if fits(view)}
        return self._of_stances([s for s in self._document.stances if s.claim in kept], also)

    def _of_stances(self, stances: list[Stance], also: set[str] | None = None) -> "KnowledgeGraph":
        """Return the graph of these stances and all that they refer to."""
        d = self._document
        claims = [self.views[i].claim for i in sorted({s.claim for s in stances})]
        events = {s.event for s in stances} | {i for c in claims for i in (c.subject, c.object)}
        kept_events = [event for event in d.events if event.id in events]
        used = {i for c in claims for i in (c.subject, c.object)} | (also or set())
        used |= {p.actor for event in kept_events for p in event.participants}
        used |= {i for s in stances for i in (s.speaker, s.via) if i}
        used |= {i for s in stances for lv in s.levels for i in (lv.speaker, lv.via) if i}
        used |= {a.state for a in d.actors if a.id in used and a.state}
        cited = {e.source for s in stances for e in s.evidence}
        actors = [
            a.model_copy(update={"candidates": tuple(c for c in a.candidates if c.actor in used)})
            for a in d.actors
            if a.id in used
        ]
        return KnowledgeGraph(
            GraphDocument(
                sources=tuple(source for source in d.sources if source.id in cited),
                actors=tuple(actors),
                events=tuple(kept_events),
                claims=tuple(claims),
                stances=tuple(stances),
            )
        )


def load(path: str | Path) -> KnowledgeGraph:
    """Read a graph saved before; see `KnowledgeGraph.load`."""
    return KnowledgeGraph.load(path)


def _sorted(document: GraphDocument) -> GraphDocument:
    return GraphDocument.model_construct(
        sources=_by_id(document.sources),
        actors=_by_id(document.actors),
        events=_by_id(document.events),
        claims=_by_id(document.claims),
        stances=_by_id(document.stances),
    )


def _by_id(records: tuple[_T, ...]) -> tuple[_T, ...]:
    return tuple(sorted(records, key=lambda record: record.id))


def _union(old: Iterable[_T], new: Iterable[_T]) -> tuple[_T, ...]:
    records = {record.id: record for record in old}
    for record in new:
        if records.setdefault(record.id, record) != record:
            raise ValueError(f"{record.id} is already in the graph with another content")
    return tuple(records.values())


def _joined(one: AnyActor, other: AnyActor) -> AnyActor:
    """Return the first actor with the names, links and candidates of the second added."""
    if one == other:
        return one
    texts = {(name.text, name.lang) for name in one.names}
    names = [*one.names, *(n for n in other.names if (n.text, n.lang) not in texts)]
    return one.model_copy(
        update={
            "names": tuple(sorted(names, key=lambda n: (n.kind != "preferred", n.lang, n.text))),
            "same_as": tuple(sorted({*one.same_as, *other.same_as})),
            "candidates": tuple(
                sorted(
                    dict.fromkeys((*one.candidates, *other.candidates)),
                    key=lambda c: (c.actor, c.reason),
                )
            ),
            "state": one.state or other.state,
            "description": one.description or other.description,
            "listed": one.listed or other.listed,
        }
    )


def _graph_path(path: str | Path, *, must_exist: bool) -> Path:
    given = Path(path)
    found = given / FILE_NAME if given.is_dir() or given.suffix != ".json" else given
    if must_exist and not found.is_file():
        raise GraphFileError(f"{found}: no such file; `actorgraph build` writes one")
    return found


def _name_key(name: str) -> str:
    return " ".join(fold_loose(name).casefold().replace("-", " ").split())


def _part(key: str, name: str) -> bool:
    """Whether the words of `key` stand together in `name`, with or without the Arabic article."""
    padded = f" {name} "
    return bool(key) and (f" {key} " in padded or f" ال{key} " in padded)


def _with_narrower(predicate: str) -> set[str]:
    wanted = relation(predicate).id
    return {wanted} | {r.id for r in vocabulary().values() if r.parent == wanted}


def _status(status: Status | str) -> Status:
    try:
        return Status(status)
    except ValueError:
        raise LookupFailedError(
            f"no status {status!r}; choose one of {', '.join(Status)}"
        ) from None
