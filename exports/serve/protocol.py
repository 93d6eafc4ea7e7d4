"""The SPARQL 1.1 Protocol: which query a request asks, and in which form it wants the answer."""

import re
from collections.abc import Sequence
from typing import NamedTuple
from urllib.parse import parse_qsl

from ..names import bare_words

MAX_QUERY = 1_000_000  # bytes
SELECT_TYPES = {
    "application/sparql-results+json": "json",
    "application/json": "json",
    "application/sparql-results+xml": "xml",
    "application/xml": "xml",
    "text/xml": "xml",
    "text/csv": "csv",
    "text/tab-separated-values": "tsv",
}
ASK_TYPES = {name: form for name, form in SELECT_TYPES.items() if form in ("json", "xml")}
GRAPH_TYPES = {
    "text/turtle": "turtle",
    "application/n-triples": "nt",
    "text/plain": "nt",
    "application/rdf+xml": "rdf",
    "application/ld+json": "jsonld",
}
_FORM = "application/x-www-form-urlencoded"
_DIRECT = "application/sparql-query"
_KEPT = ("query", "update", "default-graph-uri", "named-graph-uri")


class ProtocolError(Exception):
    """A request that is refused: an HTTP status and a sentence."""

    def __init__(self, status: int, message: str) -> None:
        super().__init__(message)
        self.status = status


class QueryRequest(NamedTuple):
    """A query and the dataset that the request, rather than the query, names."""

    text: str
    default_graphs: tuple[str, ...] = ()
    named_graphs: tuple[str, ...] = ()


def read_request(method: str, query_string: str, content_type: str, body: bytes) -> QueryRequest:
    """Return the query of a request; raise ProtocolError for what the protocol does not allow."""
    parameters = _parameters(query_string)
    media, _, options = content_type.partition(";")
    media = media.strip().lower()
    if method == "POST":
        charset = re.search(r'charset\s*=\s*"?([^\s;"]+)', options, re.IGNORECASE)
        if charset and charset[1].lower() not in ("utf-8", "utf8"):
            raise ProtocolError(415, f"the query must be UTF-8, not {charset[1]}")
        if media == "application/sparql-update":
            raise ProtocolError(403, "this endpoint is read-only: no updates")
        if media == _FORM:
            parameters += _parameters(_utf8(body))
        elif media == _DIRECT:
            parameters.append(("query", _utf8(body)))
        else:
            given = media or "none"
            raise ProtocolError(415, f"POST a query as {_DIRECT} or {_FORM}; this was {given}")
    if any(name == "update" for name, _ in parameters):
        raise ProtocolError(403, "this endpoint is read-only: no updates")
    queries = [value for name, value in parameters if name == "query"]
    if len(queries) != 1:
        raise ProtocolError(400, f"one query must be given, and {len(queries)} were")
    if len(queries[0]) > MAX_QUERY:
        raise ProtocolError(413, f"the query is longer than {MAX_QUERY} characters")
    refuse_remote(queries[0])
    return QueryRequest(
        queries[0],
        tuple(value for name, value in parameters if name == "default-graph-uri"),
        tuple(value for name, value in parameters if name == "named-graph-uri"),
    )


def refuse_remote(text: str) -> None:
    """Raise ProtocolError for a query that would call another server, or a file."""
    if "SERVICE" in {word.upper() for word in bare_words(text)}:
        raise ProtocolError(403, "SERVICE is switched off here: this endpoint calls no other")


def offered(text: str) -> dict[str, str]:
    """Return the media types in which this query can be answered, the favourite first."""
    for word in bare_words(text):
        if word.upper() in ("CONSTRUCT", "DESCRIBE"):
            return GRAPH_TYPES
        if word.upper() == "ASK":
            return ASK_TYPES
        if word.upper() == "SELECT":
            break
    return SELECT_TYPES


def negotiate(accept: str, types: Sequence[str]) -> str:
    """Return the type that fits an Accept header best (RFC 9110, 12.5.1), the first one on a tie.

    Raises ProtocolError (406) when none fits.
    """
    wanted = [_range(part) for part in accept.split(",") if part.strip()] or [("*/*", 1.0)]
    scored = [(_quality(name, wanted), -number, name) for number, name in enumerate(types)]
    quality, _, best = max(scored)
    if quality <= 0:
        raise ProtocolError(406, f"the answer comes as one of {', '.join(types)}")
    return best


def _range(part: str) -> tuple[str, float]:
    name, *options = (piece.strip().lower() for piece in part.split(";"))
    quality = 1.0
    for option in options:
        if option.startswith("q="):
            try:
                quality = float(option[2:])
            except ValueError:
                quality = 0.0
    return name, quality


def _quality(name: str, wanted: list[tuple[str, float]]) -> float:
    """Return the quality that the most specific range gives a type."""
    for known in (name, f"{name.partition('/')[0]}/*", "*/*"):
        found = [quality for range_, quality in wanted if range_ == known]
        if found:
            return max(found)
    return 0.0


def _parameters(text: str) -> list[tuple[str, str]]:
    try:
        found = parse_qsl(text, keep_blank_values=True, errors="strict", max_num_fields=100)
    except ValueError as error:
        raise ProtocolError(400, f"the parameters cannot be read: {error}") from error
    return [(name, value) for name, value in found if name in _KEPT]


def _utf8(body: bytes) -> str:
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError as error:
        raise ProtocolError(400, f"the query is not UTF-8: {error}") from error
