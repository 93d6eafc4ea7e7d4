"""The columns of the tables: their names, types and meanings."""

from typing import Literal, NamedTuple

from ...graph.analysis import Viewpoint
from ...schema import ActorKind, Modality, RelationClass, StanceKind, Status

Type = Literal["text", "count", "number", "flag", "day"] | tuple[str, ...]


class Column(NamedTuple):
    """A column of a table: what it holds, and its type; a tuple of texts is a closed choice."""

    type: Type
    meaning: str


_KINDS = tuple(map(str, ActorKind))
_NAMED = Column("text", "its name in the language asked for")
_CLASSES = tuple(map(str, RelationClass))

COLUMNS: dict[str, dict[str, Column]] = {
    "claims": {
        "claim": Column("text", "id of the claim"),
        "subject": Column("text", "id of the actor or event that acts"),
        "subject_name": _NAMED,
        "predicate": Column("text", "id of the relation"),
        "relation_class": Column(_CLASSES, "PLOVER class, or structural"),
        "object": Column("text", "id of the actor or event acted on"),
        "object_name": _NAMED,
        "status": Column(tuple(map(str, Status)), "computed from the stances"),
        "sign": Column("count", "of the relation: 1 friendly, 0, -1 hostile"),
        "intensity": Column("number", "of the relation on Goldstein's scale, -10 to 10"),
        "asserting": Column("count", "voices that assert it"),
        "denying": Column("count", "voices that deny it"),
        "stances": Column("count", "stances on it"),
        "sources": Column("count", "sources that speak of it"),
        "first": Column("day", "first day it may have happened, been said or been published"),
        "last": Column("day", "last such day; missing when open"),
    },
    "stances": {
        "stance": Column("text", "id of the stance"),
        "claim": Column("text", "id of the claim"),
        "subject": Column("text", "id of the actor or event that acts"),
        "subject_name": _NAMED,
        "predicate": Column("text", "id of the relation"),
        "object": Column("text", "id of the actor or event acted on"),
        "object_name": _NAMED,
        "kind": Column(tuple(map(str, StanceKind)), "the position taken"),
        "modality": Column(tuple(map(str, Modality)), "as fact, aim, possibility, or not so"),
        "speaker": Column("text", "id of who says so; missing for the source's own voice"),
        "speaker_name": _NAMED,
        "via": Column("text", "id of the carrier, such as a news agency"),
        "via_name": _NAMED,
        "topic": Column("text", "what it is about"),
        "place": Column("text", "where"),
        "time": Column("text", "when it happened, as precise as the text (EDTF)"),
        "spoken": Column("text", "when it was said (EDTF)"),
        "published": Column("text", "when the source was published (EDTF)"),
        "earliest": Column("day", "first day of time, else spoken, else published"),
        "latest": Column("day", "last day of the same; missing when open"),
        "source": Column("text", "id of the source"),
        "source_title": Column("text", "its title"),
        "start": Column("count", "first character of the quote, counted in code points from 0"),
        "end": Column("count", "the character after its last"),
        "quote": Column("text", "the words, verbatim"),
        "rule": Column("text", "id of the rule that found it"),
        "confidence": Column("number", "0 to 1: that the text says this, not that it is true"),
    },
    "actors": {
        "actor": Column("text", "id of the actor"),
        "name": _NAMED,
        "kind": Column(_KINDS, "kind of actor"),
        "state": Column("text", "id of the state it belongs to"),
        "description": Column("text", "office or body in the source's words"),
        "listed": Column("flag", "in the lexicon, rather than discovered in a text"),
        "claims": Column("count", "claims about it"),
        "spoken": Column("count", "stances it takes as a speaker"),
        "degree": Column("count", "actors that asserted claims tie it to"),
        "out_degree": Column("count", "actors it acts on"),
        "in_degree": Column("count", "actors that act on it"),
        "betweenness": Column("number", "0 to 1 (Freeman 1977)"),
        "closeness": Column("number", "0 to 1 (Freeman 1979)"),
        "pagerank": Column("number", "sums to 1 (Brin and Page 1998)"),
        "constraint": Column("number", "low for a broker (Burt 1992); missing without ties"),
    },
    "relations": {
        "predicate": Column("text", "id of the relation"),
        "label": Column("text", "its label in the language asked for"),
        "relation_class": Column(_CLASSES, "PLOVER class, or structural"),
        "parent": Column("text", "id of the broader relation"),
        "cameo": Column("text", "nearest CAMEO code"),
        "sign": Column("count", "1 friendly, 0, -1 hostile"),
        "intensity": Column("number", "Goldstein's scale, -10 to 10; missing when structural"),
        "symmetric": Column("flag", "whether it runs both ways"),
        "claims": Column("count", "claims of it in this graph"),
        "contested": Column("count", "how many of them somebody asserts and somebody denies"),
    },
    "viewpoints": {
        "voice": Column("text", "id of the source, or of the speaker"),
        "voice_name": _NAMED,
        "claim": Column("text", "id of the claim"),
        "statement": Column("text", "the claim in words"),
        "position": Column(tuple(map(str, Viewpoint)), "what the voice says of the claim"),
    },
}
