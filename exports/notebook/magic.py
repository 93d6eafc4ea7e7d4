"""The cell magic %%sparql."""

from typing import Any

from ...graph import KnowledgeGraph
from ...schema import ActorGraphError

_USAGE = "%%sparql [GRAPH] [-o NAME]"


def load_ipython_extension(shell: Any) -> None:
    """Add `%%sparql [GRAPH] [-o NAME]` to IPython: query a graph, see a table.

    GRAPH is the variable that holds the graph; without it, the only graph there is, or `kg`. The
    answer is a DataFrame (a bool for ASK); -o also keeps it under NAME.
    """

    def sparql(line: str, cell: str) -> Any:
        graph, name = _arguments(line)
        try:
            value = _graph(shell.user_ns, graph).sparql(cell)
        except ActorGraphError as error:
            raise _usage_error(str(error)) from error
        if name:
            shell.user_ns[name] = value
        return value

    shell.register_magic_function(sparql, magic_kind="cell", magic_name="sparql")


def _arguments(line: str) -> tuple[str | None, str | None]:
    words = line.split()
    name = None
    if "-o" in words:
        at = words.index("-o")
        if at + 1 >= len(words) or not words[at + 1].isidentifier():
            raise _usage_error(f"-o wants the name of a variable: {_USAGE}")
        name = words[at + 1]
        del words[at : at + 2]
    if len(words) > 1:
        raise _usage_error(f"{' '.join(words)!r} is too much: {_USAGE}")
    return (words[0] if words else None), name


def _graph(variables: dict[str, Any], name: str | None) -> KnowledgeGraph:
    graphs = {
        key: value
        for key, value in variables.items()
        if isinstance(value, KnowledgeGraph) and not key.startswith("_")
    }
    if name is None:
        distinct = {id(value) for value in graphs.values()}
        name = "kg" if "kg" in graphs or len(distinct) != 1 else next(iter(graphs))
    if name in graphs:
        return graphs[name]
    known = f"there are {', '.join(sorted(graphs))}" if graphs else "make one with load or build"
    raise _usage_error(f"no graph {name!r} in this notebook; {known}")


def _usage_error(message: str) -> Exception:
    """Return the error that IPython prints as one line, without a traceback."""
    from IPython.core.error import UsageError

    return UsageError(message)
