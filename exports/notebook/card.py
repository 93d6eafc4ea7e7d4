"""The card that a graph shows of itself as the value of a cell."""

from html import escape

from ...graph import ClaimView, KnowledgeGraph
from ...graph.analysis import Viewpoint, position, tied_claims, ties, voice_of
from ...graph.methods import graph_method
from ...schema import relation
from ..plain import label
from ..words import name_of

_ROWS = 5
_QUOTE = 160
# Inline, and nothing but: the sanitizer of an untrusted notebook drops style elements.
_BOX = "border:1px solid #8886;border-radius:8px;padding:12px 16px;max-width:60em"
_HEAD = "margin:12px 0 4px;font-weight:600"
_LIST = "margin:0;padding-inline-start:1.2em"
_FAINT = "opacity:.7"


@graph_method
def card(kg: KnowledgeGraph) -> str:
    """Return HTML with the graph's counts, its contested claims and its best-tied actors.

    Names stand in both scripts, each isolated so that its direction harms no neighbour.
    """
    document = kg.document()
    counts = (
        (len(document.actors), "actor"),
        (len(document.claims), "claim"),
        (len(document.stances), "stance"),
        (len(document.events), "event"),
        (len(document.sources), "source"),
    )
    line = " · ".join(f"<b>{n:,}</b> {word}{'' if n == 1 else 's'}" for n, word in counts)
    parts = [f"<div>KnowledgeGraph: {line}</div>"]
    if not document.claims:
        parts.append(
            "<div>It holds no claims yet: <code>build(paths)</code> reads articles, "
            "<code>load(path)</code> a saved graph.</div>"
        )
    contested = kg.contested()
    if contested:
        parts += [
            f'<div style="{_HEAD}">Contested: {len(contested):,}</div>',
            f'<ul style="{_LIST}">',
            *(_contested(kg, view) for view in contested[:_ROWS]),
            "</ul>",
            _more(len(contested), "kg.contested()"),
        ]
    degree = {node: len(near) for node, near in ties(kg, tied_claims(kg)).adjacency() if near}
    if degree:
        top = sorted(degree, key=lambda node: (-degree[node], node))
        items = " · ".join(f"{_both_names(kg, i)} {degree[i]}" for i in top[: 2 * _ROWS])
        parts += [f'<div style="{_HEAD}">Actors with most ties</div>', f"<div>{items}</div>"]
    return f'<div style="{_BOX}">{"".join(parts)}</div>'


def claim_line(kg: KnowledgeGraph, view: ClaimView) -> str:
    """Return a claim as HTML, in English order."""
    subject, target = (_bdi(name_of(kg, i)) for i in (view.claim.subject, view.claim.object))
    return f"{subject} <b>{escape(relation(view.claim.predicate).label.en)}</b> {target}"


def _contested(kg: KnowledgeGraph, view: ClaimView) -> str:
    sides = [_side(kg, view, mark) for mark in (Viewpoint.ASSERTS, Viewpoint.DENIES)]
    return (
        f"<li>{claim_line(kg, view)}<br>"
        f'<span style="{_FAINT}">asserted by</span> {sides[0]}; '
        f'<span style="{_FAINT}">denied by</span> {sides[1]}</li>'
    )


def _side(kg: KnowledgeGraph, view: ClaimView, wanted: Viewpoint) -> str:
    """Return the voices on one side, each with its words as a tooltip."""
    spoken: dict[str, list[str]] = {}
    for stance in view.stances:
        if position((stance,)) is wanted:
            spoken.setdefault(voice_of(stance), []).append(stance.evidence[0].quote)
    return ", ".join(
        f'<bdi title="{escape(_short(label(quotes[0])))}">{_text(name_of(kg, voice))}</bdi>'
        for voice, quotes in sorted(spoken.items())
    )


def _both_names(kg: KnowledgeGraph, actor: str) -> str:
    english, arabic = name_of(kg, actor, "en"), name_of(kg, actor, "ar")
    return _bdi(english) if english == arabic else f"{_bdi(english)} ({_bdi(arabic)})"


def _more(count: int, call: str) -> str:
    left = count - _ROWS
    return "" if left <= 0 else f'<div style="{_FAINT}">{left:,} more: <code>{call}</code></div>'


def _bdi(text: str) -> str:
    return f"<bdi>{_text(text)}</bdi>"


def _text(value: object) -> str:
    return "" if value is None else escape(label(str(value)))


def _short(text: str) -> str:
    return text if len(text) <= _QUOTE else text[: _QUOTE - 1] + "…"
