"""The page in a cell, on what was asked for."""

from typing import Any

from ...graph import KnowledgeGraph
from ...graph.methods import graph_method
from ...schema import LookupFailedError
from ..page import iframe
from .card import claim_line

_ROWS = 20


class Shown:
    """The page for a notebook, and a list of claims where a notebook may not show it.

    A notebook that is not trusted drops the frame and keeps what stands inside it, which browsers
    that draw the frame never show.
    """

    def __init__(self, kg: KnowledgeGraph, **options: Any) -> None:
        self._kg = kg
        self._frame = iframe(kg, **options)

    def __repr__(self) -> str:
        return f"<page of {self._kg!r}>"

    def _repr_html_(self) -> str:
        claims = self._kg.claims()
        lines = "".join(f"<li>{claim_line(self._kg, view)}</li>" for view in claims[:_ROWS])
        instead = (
            "<p>This notebook is not trusted, so the page is not shown (File: Trust Notebook, or "
            f"run the cell). {min(len(claims), _ROWS)} of its {len(claims)} claims:</p>"
            f"<ul>{lines}</ul>"
        )
        return self._frame.html(instead)


@graph_method
def show(
    kg: KnowledgeGraph,
    focus: str | None = None,
    *,
    depth: int | None = None,
    height: int = 640,
    lang: str = "en",
    **only: Any,
) -> Shown:
    """Return the page for a notebook, on one actor, or of a part of the graph.

    `focus` is an actor, by id or name; `depth` leaves out all that is more relations away from
    it. Whatever `KnowledgeGraph.subgraph` takes (relation, source, speaker, since, until, status)
    chooses a part. A cell shows its last value; for more in one cell, `display(kg.show(...))`.
    Raises LookupFailedError when a name is unknown or nothing is left.
    """
    part = kg.subgraph(**only) if only else kg
    if depth is not None:
        if focus is None:
            raise LookupFailedError("depth is counted from an actor: kg.show('...', depth=1)")
        part = part.neighbourhood(focus, depth)
    if not part.document().claims:
        asked = ", ".join(f"{key}={value!r}" for key, value in only.items()) or "this graph"
        raise LookupFailedError(
            f"nothing to show: no claim fits {asked}; the whole graph has {len(kg.views)}"
        )
    return Shown(part, focus=focus, height=height, lang=lang)
