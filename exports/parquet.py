"""Parquet tables for DuckDB, polars, pandas and Spark: sources, actors, events, claims, stances.

Columns carry the names of the schema's fields. Ids are strings; `edtf` keeps a date as precise as
the text, and `earliest` and `latest` (date32) are its first and last day. Lists and structs are
Parquet's own: a name is `{text, lang, kind}`, a span `{source, start, end, quote}` with offsets in
code points from 0, the end exclusive. `status` of a claim is computed. Rows are sorted by id, and
the file has no time of writing, so that the same graph gives the same bytes.
"""

import importlib
import io
from collections.abc import Callable, Iterable
from typing import Any

from ..graph import KnowledgeGraph
from ..schema import Evidence, MissingExtraError, PartialDate


def to_sources_parquet(kg: KnowledgeGraph) -> bytes:
    """Return the sources: id, title, author, publisher, date, language, url, sha256, text."""
    pa = _arrow()
    columns = [(name, pa.string()) for name in ("id", "title", "author", "publisher")]
    columns += _dates(pa, "")
    columns += [(name, pa.string()) for name in ("language", "url", "rights", "sha256", "text")]
    rows = (
        record.model_dump(include={name for name, _ in columns}) | _date("", record.date)
        for record in kg.document().sources
    )
    return _table(pa, columns, rows)


def to_actors_parquet(kg: KnowledgeGraph) -> bytes:
    """Return the actors: id, kind, label (English), label_ar, names, state, ISO codes, links."""
    pa = _arrow()
    name = pa.struct([(part, pa.string()) for part in ("text", "lang", "kind")])
    columns = [(part, pa.string()) for part in ("id", "kind", "label", "label_ar")]
    columns += [("names", pa.list_(name))]
    columns += [(part, pa.string()) for part in ("state", "iso2", "iso3", "description")]
    columns += [("listed", pa.bool_()), ("same_as", pa.list_(pa.string()))]
    rows = (
        record.model_dump(mode="json", exclude={"candidates"})
        | {"label": record.name("en"), "label_ar": record.name("ar")}
        for record in kg.document().actors
    )
    return _table(pa, columns, rows)


def to_events_parquet(kg: KnowledgeGraph) -> bytes:
    """Return the events: id, type, label, participants {role, actor}, topic, place, date."""
    pa = _arrow()
    part = pa.struct([("role", pa.string()), ("actor", pa.string())])
    columns = [(name, pa.string()) for name in ("id", "type", "label")]
    columns += [("participants", pa.list_(part)), ("topic", pa.string()), ("place", pa.string())]
    columns += _dates(pa, "")
    rows = (
        record.model_dump(mode="json", exclude={"time"}) | _date("", record.time)
        for record in kg.document().events
    )
    return _table(pa, columns, rows)


def to_claims_parquet(kg: KnowledgeGraph) -> bytes:
    """Return the claims: id, subject, predicate, object, status, number of stances."""
    pa = _arrow()
    columns = [(n, pa.string()) for n in ("id", "subject", "predicate", "object", "status")]
    columns += [("stances", pa.int32())]
    rows = (
        view.claim.model_dump() | {"status": str(view.status), "stances": len(view.stances)}
        for view in kg.views.values()
    )
    return _table(pa, columns, rows)


def to_stances_parquet(kg: KnowledgeGraph) -> bytes:
    """Return the stances: who (speaker, via) says what (claim), how, when, in which words.

    `source`, `start`, `end` and `quote` are of the first evidence; `evidence` has all. `levels`
    are the frames of nested speech, outermost first.
    """
    pa = _arrow()
    places = [("source", pa.string()), ("start", pa.int32()), ("end", pa.int32())]
    span = pa.struct([*places, ("quote", pa.string())])
    level = pa.struct([(n, pa.string()) for n in ("speaker", "via", "kind")] + [("cue", span)])
    texts = ("id", "claim", "event", "speaker", "via", "kind", "modality", "topic", "place")
    columns = [(name, pa.string()) for name in texts]
    columns += [*_dates(pa, ""), *_dates(pa, "spoken_"), *places, ("quote", pa.string())]
    columns += [("evidence", pa.list_(span))]
    columns += [(f"{name}_span", span) for name in ("subject", "object", "cue", "speaker")]
    columns += [("levels", pa.list_(level)), ("rule", pa.string()), ("confidence", pa.float64())]
    rows = (
        record.model_dump(mode="json", exclude={"time", "spoken"})
        | _date("", record.time)
        | _date("spoken_", record.spoken)
        | _first(record.evidence[0])
        for record in kg.document().stances
    )
    return _table(pa, columns, rows)


PARQUET: dict[str, Callable[[KnowledgeGraph], bytes]] = {
    "sources.parquet": to_sources_parquet,
    "actors.parquet": to_actors_parquet,
    "events.parquet": to_events_parquet,
    "claims.parquet": to_claims_parquet,
    "stances.parquet": to_stances_parquet,
}


def _arrow() -> Any:
    try:
        return importlib.import_module("pyarrow")
    except ImportError as error:
        raise MissingExtraError(
            'Parquet needs pyarrow: pip install "actorgraph[tables]"'
        ) from error


def _table(pa: Any, columns: list[tuple[str, Any]], rows: Iterable[dict[str, Any]]) -> bytes:
    schema = pa.schema(columns)
    kept = [{name: row.get(name) for name in schema.names} for row in rows]
    buffer = io.BytesIO()
    parquet: Any = importlib.import_module("pyarrow.parquet")
    parquet.write_table(pa.Table.from_pylist(kept, schema), buffer, compression="zstd")
    return buffer.getvalue()


def _dates(pa: Any, prefix: str) -> list[tuple[str, Any]]:
    days = [(f"{prefix}{name}", pa.date32()) for name in ("earliest", "latest")]
    return [(f"{prefix}edtf", pa.string()), *days]


def _date(prefix: str, date: PartialDate | None) -> dict[str, Any]:
    if date is None:
        return {}
    values = {"edtf": date.edtf, "earliest": date.earliest, "latest": date.latest}
    return {prefix + name: value for name, value in values.items()}


def _first(evidence: Evidence) -> dict[str, Any]:
    return evidence.model_dump()
