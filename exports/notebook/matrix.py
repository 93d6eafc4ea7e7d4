"""Pictures of who says what, and of who is friend and foe."""

from typing import Any

from ...graph import KnowledgeGraph
from ...graph.analysis import blocs, signed_ties, tied_claims, viewpoints
from ...graph.methods import graph_method
from ...schema import LookupFailedError, Status
from ..words import name_of, statement
from .picture import GREEN, GREY, LOOKS, VERMILION, Picture, new_figure, short, word


@graph_method
def matrix(
    kg: KnowledgeGraph, by: str = "speaker", *, limit: int = 30, lang: str = "en"
) -> Picture:
    """Return a picture of who takes which position on which claim, or of friends and foes.

    By "speaker" or "source": claims down, the contested first, voices across, at most `limit` of
    each; an empty cell is silence. By "actors": the signed ties of the `limit` actors with most
    of them, in their two best-fitting blocs. See `viewpoints` and `blocs` in
    `actorgraph.graph.analysis`. Raises LookupFailedError for another `by`, or for nothing to draw.
    """
    if by == "actors":
        return _actors(kg, limit, lang)
    if by not in ("source", "speaker"):
        raise LookupFailedError(f"no matrix by {by!r}; choose speaker, source or actors")
    found = viewpoints(kg, by)
    if not found.claims:
        raise LookupFailedError("nothing to draw: this graph has no claims; build it from articles")
    contested = Status.CONTESTED
    claims = sorted(found.claims, key=lambda claim: kg.views[claim].status is not contested)[:limit]
    voices = [v for v in found.voices if any((v, c) in found.cells for c in claims)][:limit]
    figure, axes = _grid(
        [name_of(kg, voice, lang) for voice in voices],
        [statement(kg, kg.views[claim], lang) for claim in claims],
    )
    for mark, (marker, face, edge) in LOOKS.items():
        at = [
            (x, y)
            for y, claim in enumerate(claims)
            for x, voice in enumerate(voices)
            if found.of(voice, claim) is mark
        ]
        if at:
            _marks(axes, at, marker, face, edge, word(mark, lang))
    axes.legend(loc="upper left", bbox_to_anchor=(1.02, 1))
    return Picture(
        figure,
        f"positions of {len(voices)} of {len(found.voices)} voices on {len(claims)} of "
        f"{len(found.claims)} claims",
    )


def _actors(kg: KnowledgeGraph, limit: int, lang: str) -> Picture:
    signed = signed_ties(kg, tied_claims(kg))
    if signed.number_of_edges() == 0:
        raise LookupFailedError(
            "nothing to draw: no two actors of this graph have a friendly or hostile tie"
        )
    most = sorted(signed, key=lambda node: (-len(signed[node]), node))[:limit]
    signed = signed.subgraph(most)
    order = [actor for bloc in blocs(signed) for actor in bloc]
    names = [name_of(kg, actor, lang) for actor in order]
    figure, axes = _grid(names, names)
    for sign, marker, colour, tone in ((1, "P", GREEN, "friends"), (-1, "X", VERMILION, "foes")):
        at = [
            (x, y)
            for y, a in enumerate(order)
            for x, b in enumerate(order)
            if signed.has_edge(a, b) and signed[a][b]["sign"] == sign
        ]
        if at:
            _marks(axes, at, marker, colour, colour, word(tone, lang))
    edge = len(blocs(signed)[0]) - 0.5
    axes.axhline(edge, color=GREY, linewidth=1)
    axes.axvline(edge, color=GREY, linewidth=1)
    axes.legend(loc="upper left", bbox_to_anchor=(1.02, 1))
    return Picture(figure, f"friends and foes among {len(order)} actors, in their two blocs")


def _grid(across: list[str], down: list[str]) -> tuple[Any, Any]:
    across, down = [short(name) for name in across], [short(name) for name in down]
    figure, axes = new_figure(1.5 + 0.45 * len(across), 1 + 0.32 * len(down))
    axes.set_xlim(-0.5, len(across) - 0.5)
    axes.set_ylim(len(down) - 0.5, -0.5)
    axes.set_xticks(range(len(across)), across, rotation=60, ha="right", rotation_mode="anchor")
    axes.set_yticks(range(len(down)), down)
    axes.tick_params(length=0)
    axes.set_axisbelow(True)
    axes.grid(alpha=0.3)
    return figure, axes


def _marks(axes: Any, at: list[tuple[int, int]], *look: str) -> None:
    marker, face, edge, name = look
    xs, ys = zip(*at, strict=True)
    axes.plot(
        xs,
        ys,
        marker,
        markersize=9,
        markerfacecolor=face,
        markeredgecolor=edge,
        linestyle="none",
        label=name,
    )
