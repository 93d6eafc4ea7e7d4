"""Competency queries: what the graph must be able to answer, each a documented `.rq` file.

The first comment of a file is its question, the others say what to change in it. They use nothing
but SPARQL 1.1 and the triples of `graph.ttl`, so that they run in any triple store (which needs the
prefixes of `graph.ttl` declared).
"""

from functools import cache
from importlib.resources import files
from typing import NamedTuple


class CompetencyQuery(NamedTuple):
    """A query by name, with the question that it answers."""

    name: str
    question: str
    text: str


@cache
def competency_queries() -> dict[str, CompetencyQuery]:
    """Return the queries by name, sorted."""
    found = sorted(
        (file for file in files(__name__).iterdir() if file.name.endswith(".rq")),
        key=lambda file: file.name,
    )
    queries = [(file.name.removesuffix(".rq"), file.read_text("utf-8")) for file in found]
    return {
        name: CompetencyQuery(name, text.partition("\n")[0].lstrip("# "), text)
        for name, text in queries
    }
