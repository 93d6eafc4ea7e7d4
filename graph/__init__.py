"""Text in, graph out: reading, identity, the networkx graph and the questions it answers."""

from .knowledge import ClaimView, KnowledgeGraph, load
from .source import source_from_file, source_from_text, sources_from
from .weave import Woven, build, weave, weave_counted

__all__ = [
    "ClaimView",
    "KnowledgeGraph",
    "Woven",
    "build",
    "load",
    "source_from_file",
    "source_from_text",
    "sources_from",
    "weave",
    "weave_counted",
]
