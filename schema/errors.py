"""The errors of the project: each says where, what, and what to do next."""


class ActorGraphError(Exception):
    """Anything that a user can put right; the command line prints it as one line."""

    def _render_traceback_(self) -> list[str]:
        """Return what a notebook prints: one line too, for the traceback would be about us."""
        return [f"{type(self).__name__}: {self}"]


class SourceError(ActorGraphError):
    """A file that cannot be read as a source document."""


class LexiconError(ActorGraphError):
    """A lexicon row that cannot be used."""


class EvidenceError(ActorGraphError, ValueError):
    """A quote that does not stand in its source."""


class GraphFileError(ActorGraphError):
    """A saved graph that is missing, broken, or not one of ours."""


class LookupFailedError(ActorGraphError, LookupError):
    """A name that the graph or the vocabulary does not know; near names are proposed."""


class QueryError(ActorGraphError, ValueError):
    """A query that cannot be parsed or answered."""


class OutputError(ActorGraphError):
    """A place that cannot be written to."""


class MissingExtraError(ActorGraphError, ImportError):
    """An optional package that the user asked for and has not installed."""
