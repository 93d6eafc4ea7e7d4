"""Tables as HTML."""

from collections.abc import Sequence
from html import escape

from .plain import label


def html_table(columns: Sequence[str], rows: Sequence[Sequence[object]], *, limit: int = 60) -> str:
    """Return an HTML table of the first rows; each cell is escaped and finds its own direction."""
    head = "".join(f"<th>{_text(column)}</th>" for column in columns)
    body = "".join(
        "<tr>" + "".join(f'<td dir="auto">{_text(cell)}</td>' for cell in row) + "</tr>"
        for row in rows[:limit]
    )
    more = f"<p>{len(rows) - limit:,} more rows</p>" if len(rows) > limit else ""
    return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>{more}"


def _text(value: object) -> str:
    return "" if value is None else escape(label(str(value)))
