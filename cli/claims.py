"""Claims on the terminal: each with who says so and who denies it, in which words."""

from ..graph import ClaimView, KnowledgeGraph
from ..schema import Modality, Stance, StanceKind
from .terminal import Screen, status_style

_VERBS = {StanceKind.ASSERTS: "says", StanceKind.DENIES: "denies", StanceKind.QUESTIONS: "doubts"}


def write_claim(
    screen: Screen, kg: KnowledgeGraph, view: ClaimView, lang: str, *, quotes: bool
) -> None:
    """Write one claim, then its stances; with `quotes`, the words and where they stand."""
    claim = view.claim
    screen.line(
        (f"{claim.predicate}: ", "bold cyan"),
        (label(kg, claim.subject, lang), "bold"),
        " \u2192 ",
        (label(kg, claim.object, lang), "bold"),
        "  ",
        (view.status.value, status_style(view.status.value)),
    )
    if quotes:
        for stance in view.stances:
            _write_stance(screen, kg, stance, lang)
        return
    for kind in StanceKind:
        who = dict.fromkeys(_speaker(kg, s, lang) for s in view.stances if s.kind is kind)
        parts = [part for name in who for part in ("; ", name)][1:]
        if parts:
            screen.line(f"  {_VERBS[kind]:<7} ", *parts)


def label(kg: KnowledgeGraph, node: str, lang: str) -> str:
    """Return what to call an actor, or an event: by its name, else by what it is between whom."""
    if node in kg.actors:
        return kg.actors[node].name(lang)
    event = kg.events.get(node)
    if event is None or event.label:
        return (event.label if event else None) or node
    ends = [label(kg, part.actor, lang) for part in event.participants]
    return f"[{f' {event.type} '.join(ends)}]" if len(ends) == 2 else f"[{event.type}]"


def _speaker(kg: KnowledgeGraph, stance: Stance, lang: str) -> str:
    source = kg.sources[stance.evidence[0].source]
    who = label(kg, stance.speaker, lang) if stance.speaker else source.author or "the text itself"
    via = f" via {label(kg, stance.via, lang)}" if stance.via else ""
    mode = f" ({stance.modality.value})" if stance.modality is not Modality.ACTUAL else ""
    return f"{who}{via}{mode}"


def _write_stance(screen: Screen, kg: KnowledgeGraph, stance: Stance, lang: str) -> None:
    details = [
        f"{name} {value}"
        for name, value in (
            ("about", stance.topic),
            ("in", stance.place),
            ("when", stance.time),
            ("said", stance.spoken),
        )
        if value is not None
    ]
    tail = [part for detail in details for part in ("; ", detail)]
    screen.line(f"  {_VERBS[stance.kind]:<7} ", (_speaker(kg, stance, lang), "italic"), *tail)
    for evidence in stance.evidence:
        source = kg.sources[evidence.source]
        # The quote has a line of its own, so that its letters alone decide its direction.
        screen.line("    ", evidence.quote)
        dated = f", {source.date}" if source.date else ""
        screen.line(("    from ", "dim"), (source.title, "dim"), (dated, "dim"))
