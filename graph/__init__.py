"""Text in, graph out: reading, identity, the networkx graph and the questions it answers."""

from .knowledge import ClaimView, KnowledgeGraph, load
from .reading.explain import explain
from .reading.own import own_reader
from .reading.seen import Explanation, LeftOut, SeenClaim, SeenMention, SeenVoice, SentenceSeen
from .source import source_from_file, source_from_text, sources_from
from .weave import Woven, build, weave, weave_counted

__all__ = [
    "ClaimView",
    "Explanation",
    "KnowledgeGraph",
    "LeftOut",
    "SeenClaim",
    "SeenMention",
    "SeenVoice",
    "SentenceSeen",
    "Woven",
    "build",
    "explain",
    "load",
    "own_reader",
    "source_from_file",
    "source_from_text",
    "sources_from",
    "weave",
    "weave_counted",
]
