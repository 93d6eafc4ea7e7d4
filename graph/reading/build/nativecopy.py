"""What mypyc is given: the reader's modules with their constants and constructors spelled out.

mypyc looks up the variables of a module in a dictionary unless they are `Final`, leaves the
constructors of dataclasses to the interpreter, and asks an enumeration for its members by name.
Spelled out, all three are machine code. Lines keep their numbers, for tracebacks.
"""

import ast
import re
from collections.abc import Iterable, Iterator
from typing import cast

_CONSTANT = re.compile(r"_?[A-Z][A-Z0-9_]*")
_KIND = re.compile(r"\bActorKind\.([A-Z_]+)")  # of all enumerations the one asked for most


def spelled_out(source: str) -> str:
    """Return the source of a module as mypyc compiles it best; it means the same."""
    lines = source.split("\n")
    tree = ast.parse(source)
    for node in tree.body:
        if isinstance(node, ast.ClassDef):
            _spell_constructor(node, lines)
        elif isinstance(node, ast.Assign | ast.AnnAssign):
            _make_final(node, lines)
    docstring, imports = tree.body[:1], [n for n in tree.body if isinstance(n, ast.ImportFrom)]
    kinds = sorted(set(_KIND.findall(source)))
    if kinds:
        lines = [_KIND.sub(r"_\1_KIND", line) for line in lines]
        lines[_end(imports)] += "".join(f"; _{k}_KIND: Final = ActorKind.{k}" for k in kinds)
    lines[_end(docstring)] += "; from typing import Final"
    return "\n".join(lines)


def _end(nodes: Iterable[ast.stmt]) -> int:
    """Return the line on which the last of the statements ends, from 0."""
    return max(node.end_lineno or 0 for node in nodes) - 1


def _make_final(node: ast.Assign | ast.AnnAssign, lines: list[str]) -> None:
    """Mark a constant as one: `_MOST: Final = 12`, `_NONE: Final[set[str]] = set()`."""
    target = node.targets[0] if isinstance(node, ast.Assign) else node.target
    if not isinstance(target, ast.Name) or not _CONSTANT.fullmatch(target.id) or not node.value:
        return
    line = lines[node.lineno - 1]
    if isinstance(node, ast.Assign):
        lines[node.lineno - 1] = line.replace(target.id, f"{target.id}: Final", 1)
    else:
        kind = ast.unparse(node.annotation)
        behind = line.encode()[node.annotation.end_col_offset or 0 :].decode()
        lines[node.lineno - 1] = f"{target.id}: Final[{kind}]{behind}"


def _spell_constructor(node: ast.ClassDef, lines: list[str]) -> None:
    """Write the constructor of a dataclass into the blank line behind it."""
    calls = [d for d in node.decorator_list if isinstance(d, ast.Call)]
    if not calls:
        return
    options = {k.arg: cast("ast.Constant", k.value).value for k in calls[0].keywords}
    compares = options.get("eq", True)
    hashes = compares and options.get("frozen", False)
    fields = list(_fields(node))
    parameters = ", ".join(parameter for parameter, _ in fields)
    lines[calls[0].lineno - 1] = f"@dataclass(init=False, eq={compares}, unsafe_hash={hashes})"
    lines[_end([node]) + 1] = (
        f"    def __init__(self, {parameters}) -> None: {'; '.join(body for _, body in fields)}"
    )


def _fields(node: ast.ClassDef) -> Iterator[tuple[str, str]]:
    """Yield each field as a parameter, and the statement that sets it."""
    for field in node.body:
        if not isinstance(field, ast.AnnAssign) or not isinstance(field.target, ast.Name):
            continue
        name, kind = field.target.id, ast.unparse(field.annotation)
        if isinstance(field.value, ast.Call):  # field(default_factory=list[str])
            factory = cast("ast.Subscript", field.value.keywords[0].value)
            made = f"{ast.unparse(factory.value)}() if {name} is None else {name}"
            yield f"{name}: '{kind} | None' = None", f"self.{name} = {made}"
        else:
            default = f" = {ast.unparse(field.value)}" if field.value is not None else ""
            yield f"{name}: {kind}{default}", f"self.{name} = {name}"
