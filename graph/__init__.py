"""Text in, graph out: reading, identity, the networkx graph and the questions it answers."""

from .knowledge import ClaimView, KnowledgeGraph, load

__all__ = ["ClaimView", "KnowledgeGraph", "load"]
