"""The graph as a pyvis network, which people know and restyle, with a page that is safe to open."""

import html
import json
import webbrowser
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pyvis.network import Network  # type: ignore[import-untyped]

from ..graph import ClaimView, KnowledgeGraph
from ..graph.files import write_whole
from ..schema import AnyActor, Event, Source, Stance, StanceKind, Status, relation
from .page import digest, json_for_html
from .places import places
from .plain import label as plain

if TYPE_CHECKING:
    _Network = Any
else:
    _Network = Network

_TONES = {1: "#0b7f66", 0: "#66758a", -1: "#c23b2a"}
_STRUCTURAL, _CONTESTED = "#8f7cc0", "#f2a413"
_SHAPES = {"state": "square", "person": "dot", "group": "dot", "event": "diamond"}
_DASHES: dict[Status, bool | list[int]] = {
    Status.ASSERTED: False,
    Status.CONTESTED: [2, 5],
    Status.DENIED: [10, 6],
    Status.TENTATIVE: [12, 4, 2, 4],
}
_QUOTE = 160  # characters of a quote in a tooltip


class SafeNetwork(_Network):
    """A pyvis network whose page escapes what it shows, needs no network and may run no other code.

    Nodes, edges and options are pyvis's own. The menus of stock pyvis pages (`select_menu`,
    `filter_menu`, `from_DOT`) are not drawn: `explore.html` has better ones.
    """

    heading: str
    nodes: list[dict[str, Any]]
    edges: list[dict[str, Any]]

    def generate_html(
        self, name: str = "index.html", local: bool = True, notebook: bool = False
    ) -> str:
        """Return the page; the arguments are those of pyvis and change nothing."""
        nodes, edges, heading, height, width, options = self.get_network_data()
        data = {
            "nodes": nodes,
            "edges": edges,
            "options": json.loads(options),
            "width": str(width),
            "height": str(height),
            "background": str(self.bgcolor),
        }
        values = {
            "policy": html.escape(_policy()),
            "heading": html.escape(str(heading or "")),
            "style": _asset("pyvis_page.css"),
            "data": json_for_html(data),
            "library": _library(),
            "script": _asset("pyvis_page.js"),
        }
        parts = _asset("pyvis_page.html").split("{{ ")
        filled = (part.partition(" }}") for part in parts[1:])
        self.html = parts[0] + "".join(values[key] + rest for key, _, rest in filled)
        return self.html

    def write_html(
        self, name: str, local: bool = True, notebook: bool = False, open_browser: bool = False
    ) -> None:
        """Write the page, whole and in UTF-8. Raises OutputError when it cannot be written."""
        path = Path(name)
        write_whole(path, self.generate_html().encode())
        if open_browser:
            webbrowser.open(path.resolve().as_uri())


def to_pyvis(kg: KnowledgeGraph, lang: str = "en", *, events: bool = False) -> SafeNetwork:
    """Return a `pyvis.network.Network` of the graph, with positions, to restyle at will.

    Physics is off; parallel relations keep a curve of their own. `events` draws the events, too,
    with lines to their participants.
    """
    network = SafeNetwork(height="86vh", width="100%", directed=True, cdn_resources="in_line")
    network.heading = "actorgraph"
    document = kg.document()
    points = dict(
        zip((r.id for r in (*document.actors, *document.events)), places(kg).points, strict=True)
    )
    ends = {i for view in kg.views.values() for i in (view.claim.subject, view.claim.object)}
    for actor in document.actors:
        if actor.id in ends:
            _add(network, _actor_node(actor, lang), points[actor.id])
    for event in document.events:
        if events or event.id in ends:
            _add(network, _event_node(event, lang), points[event.id])
    beside: dict[frozenset[str], int] = {}
    for view in kg.views.values():
        pair = frozenset((view.claim.subject, view.claim.object))
        nth = beside[pair] = beside.get(pair, -1) + 1
        forward = view.claim.subject < view.claim.object
        network.edges.append(_edge(kg, view, lang, nth if forward else -nth))
    for event in document.events if events else ():
        for part in event.participants:
            line = {"color": "#b9a063", "dashes": [1, 4], "title": part.role}
            network.edges.append({"from": event.id, "to": part.actor, **line})
    network.toggle_physics(False)
    options = network.options  # pyvis's own object, so that its methods go on working
    options.interaction.hover = True
    options.interaction.tooltipDelay = 120
    options.edges.font = {"size": 11, "strokeWidth": 4}
    options.nodes = {"font": {"size": 15, "strokeWidth": 4, "strokeColor": "#ffffff"}}
    return network


def pyvis_html(kg: KnowledgeGraph) -> str:
    """Return the page of `to_pyvis`."""
    return to_pyvis(kg).generate_html()


def _add(network: SafeNetwork, node: dict[str, Any], place: tuple[float, float]) -> None:
    # pyvis's own add_node looks through a list each time, which is quadratic
    record = node | {"x": place[0], "y": place[1]}
    network.nodes.append(record)
    network.node_ids.append(record["id"])
    network.node_map[record["id"]] = record


def _actor_node(actor: AnyActor, lang: str) -> dict[str, Any]:
    names = dict.fromkeys(name.text for name in actor.names)
    return {
        "id": actor.id,
        "label": plain(actor.name(lang)),
        "title": "\n".join((*map(plain, names), str(actor.kind))),
        "shape": _SHAPES.get(actor.kind, "hexagon"),
        "color": "#23408e" if actor.kind == "state" else "#4a5a70",
        "size": 16 if actor.kind == "state" else 12,
    }


def _event_node(event: Event, lang: str) -> dict[str, Any]:
    known = [event.label or str(event.type), event.topic, event.place]
    known.append(event.time.edtf if event.time else None)
    return {
        "id": event.id,
        "label": plain(event.label or str(event.type)),
        "title": "\n".join(plain(text) for text in known if text),
        "shape": _SHAPES["event"],
        "color": "#8a6a1f",
        "size": 9,
    }


def _edge(kg: KnowledgeGraph, view: ClaimView, lang: str, nth: int) -> dict[str, Any]:
    """Return one claim as an edge; `nth` tells it from the others of its pair."""
    kind = relation(view.claim.predicate)
    label = kind.label.ar if lang == "ar" else kind.label.en
    sources = {evidence.source for stance in view.stances for evidence in stance.evidence}
    words = (_stance_words(kg, stance, lang) for stance in view.stances)
    tone = _STRUCTURAL if kind.structural else _TONES[kind.sign]
    contested = view.status is Status.CONTESTED
    return {
        "id": view.claim.id,
        "from": view.claim.subject,
        "to": view.claim.object,
        "arrows": "" if kind.symmetric else "to",
        "label": f"≠ {label}" if contested else label,
        "title": "\n\n".join((f"{label} ({view.status})", *words)),
        "color": _CONTESTED if contested else tone,
        "dashes": _DASHES[view.status],
        "width": min(7, 1 + len(sources)) + 2 * contested,
        "smooth": {"type": "curvedCW", "roundness": round(0.22 * nth, 2)} if nth else False,
    }


def _stance_words(kg: KnowledgeGraph, stance: Stance, lang: str) -> str:
    source: Source = kg.sources[stance.evidence[0].source]
    speaker = kg.actors[stance.speaker].name(lang) if stance.speaker else source.title
    quote = stance.evidence[0].quote
    short = quote if len(quote) <= _QUOTE else quote[:_QUOTE] + "…"
    verb = {StanceKind.ASSERTS: "+", StanceKind.DENIES: "−", StanceKind.QUESTIONS: "?"}
    return f"{verb[stance.kind]} {plain(speaker)}\n“{plain(short)}”"


def _policy() -> str:
    scripts = f"'{digest(_library())}' '{digest(_asset('pyvis_page.js'))}'"
    style = digest(_asset("pyvis_page.css"))
    return (
        f"default-src 'none'; script-src {scripts}; style-src '{style}'; img-src data:; "
        "base-uri 'none'; form-action 'none'; "
        "require-trusted-types-for 'script'; trusted-types 'none'"
    )


@cache
def _library() -> str:
    """Return the vis-network that pyvis brings."""
    folder = files("pyvis") / "templates" / "lib" / "vis-9.1.2"
    return (folder / "vis-network.min.js").read_text("utf-8")


@cache
def _asset(name: str) -> str:
    return files(__name__.rpartition(".")[0]).joinpath(name).read_text("utf-8")
