"""The records of an analysis as a data frame."""

from collections.abc import Iterable
from typing import Any

from ...graph import KnowledgeGraph
from ..words import name_of
from .engine import pandas


def records_frame(records: Iterable[Any], kg: KnowledgeGraph | None = None) -> Any:
    """Return a pandas frame of the records of an analysis (named tuples of one kind).

    Nested records are unfolded into columns; given the graph, a column of actors or voices gets
    one of names beside it.
    """
    rows = [_flat(record) for record in records]
    table = pandas().DataFrame(rows)
    if kg is not None:
        for column in ("voice", "actor"):
            if column in table:
                names = [name_of(kg, value) for value in table[column]]
                table.insert(table.columns.get_loc(column) + 1, f"{column}_name", names)
    return table


def _flat(record: Any, prefix: str = "") -> dict[str, object]:
    row: dict[str, object] = {}
    for key, value in record._asdict().items():
        if hasattr(value, "_asdict"):
            row |= _flat(value, f"{prefix}{key}_")
        else:
            row[prefix + key] = value
    return row
