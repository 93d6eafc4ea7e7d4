"""Records in words: names of nodes, and claims as sentences."""

from ..graph import ClaimView, KnowledgeGraph
from ..schema import relation, vocabulary
from .plain import label


def name_of(kg: KnowledgeGraph, record_id: str, lang: str = "en") -> str:
    """Return the clean name of an actor or event, or the title of a source."""
    if record_id in kg.actors:
        return label(kg.actors[record_id].name(lang))
    if record_id in kg.sources:
        return label(kg.sources[record_id].title)
    event = kg.events[record_id]
    if event.label:
        return label(event.label)
    known = vocabulary().get(str(event.type))
    kind = str(event.type) if known is None else known.label.ar if lang == "ar" else known.label.en
    names = [name_of(kg, part.actor, lang) for part in event.participants]
    if len(names) != 2:
        return label(kind)
    return f"({names[0]} {label(kind)} {names[1]})"


def statement(kg: KnowledgeGraph, view: ClaimView, lang: str = "en") -> str:
    """Return a claim in words: subject, relation, object."""
    words = relation(view.claim.predicate).label
    verb = words.ar if lang == "ar" else words.en
    subject, target = (name_of(kg, i, lang) for i in (view.claim.subject, view.claim.object))
    return f"{subject} {verb} {target}"
