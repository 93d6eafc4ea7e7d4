"""A SPARQL 1.1 Protocol endpoint for a graph: read-only, on loopback unless told otherwise."""

from .server import Limits, serve

__all__ = ["Limits", "serve"]
