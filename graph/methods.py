"""Methods of the graph that other packages implement.

`graph` may not import `exports`, yet `kg.sparql(...)` should just work. So KnowledgeGraph declares
such a method, with its documentation, as a call to `method("sparql")`; the package that implements
it registers a function of that name with `@graph_method` and is named under the entry-point group
`actorgraph.methods`, whose modules are imported when the first such method is called.
"""

from collections.abc import Callable
from functools import cache
from importlib.metadata import entry_points
from typing import Any, TypeVar

from ..schema import MissingExtraError

GROUP = "actorgraph.methods"
_Function = TypeVar("_Function", bound=Callable[..., Any])
_METHODS: dict[str, Callable[..., Any]] = {}


def graph_method(function: _Function) -> _Function:
    """Register a function, whose first argument is the graph, as the method of its name."""
    _METHODS[function.__name__] = function
    return function


def method(name: str) -> Callable[..., Any]:
    """Return the function registered under this name.

    Raises MissingExtraError when no installed package provides it.
    """
    if name not in _METHODS:
        _import_providers()
    if name not in _METHODS:
        raise MissingExtraError(
            f"no installed package provides KnowledgeGraph.{name}; install actorgraph again, whole"
        )
    return _METHODS[name]


@cache
def _import_providers() -> None:
    for entry in sorted(entry_points(group=GROUP), key=lambda entry: entry.name):
        entry.load()
