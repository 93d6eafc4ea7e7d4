"""Rows into data frames, by pandas or polars; neither is imported before it is needed."""

import datetime as dt
from collections.abc import Callable, Sequence
from importlib import import_module
from typing import Any, Literal

from ...schema import MissingExtraError
from .columns import COLUMNS, Column

Engine = Literal["pandas", "polars"]


def frame(table: str, rows: Sequence[Sequence[object]], engine: str) -> Any:
    """Return a table of `COLUMNS` with these rows.

    Raises MissingExtraError when the engine is not installed, ValueError for an unknown one.
    """
    columns = COLUMNS[table]
    data = {name: [row[i] for row in rows] for i, name in enumerate(columns)}
    writers: dict[str, Callable[[dict[str, Column], dict[str, list[object]]], Any]] = {
        "pandas": _in_pandas,
        "polars": _in_polars,
    }
    if engine not in writers:
        raise ValueError(f"no frames by {engine!r}; choose pandas or polars")
    return writers[engine](columns, data)


def _in_pandas(columns: dict[str, Column], data: dict[str, list[object]]) -> Any:
    pd = pandas()
    types: dict[str, str] = {
        "text": "string",
        "count": "Int64",
        "number": "Float64",
        "flag": "boolean",
        "day": "datetime64[s]",
    }
    series: dict[str, Any] = {}
    for name, column in columns.items():
        dtype: Any
        if isinstance(column.type, tuple):
            dtype = pd.CategoricalDtype(column.type)
        else:
            dtype = types[column.type]
        values = [_stamp(v) for v in data[name]] if column.type == "day" else data[name]
        series[name] = pd.Series(values, dtype=dtype)
    return pd.DataFrame(series)


def _in_polars(columns: dict[str, Column], data: dict[str, list[object]]) -> Any:
    try:
        pl: Any = import_module("polars")
    except ImportError as error:
        raise MissingExtraError(
            'frames in polars need it installed: pip install "polars>=1"'
        ) from error
    types: dict[str, Any] = {
        "text": pl.String,
        "count": pl.Int64,
        "number": pl.Float64,
        "flag": pl.Boolean,
        "day": pl.Date,
    }
    schema = {
        name: pl.Enum(c.type) if isinstance(c.type, tuple) else types[c.type]
        for name, c in columns.items()
    }
    return pl.DataFrame(data, schema=schema)


def _stamp(value: object) -> str | None:
    return value.isoformat() if isinstance(value, dt.date) else None


def pandas() -> Any:
    """Return the pandas module; raise MissingExtraError when it is not installed."""
    try:
        return import_module("pandas")
    except ImportError as error:
        raise MissingExtraError(
            'data frames need pandas: pip install "actorgraph[notebook]"'
        ) from error
