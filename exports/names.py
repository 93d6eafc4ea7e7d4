"""Names of the vocabulary as they stand in a query, checked before it runs.

A misspelt property is sound SPARQL and finds nothing; it is refused here, with the nearest name.
"""

import difflib
import re
from collections.abc import Iterator
from functools import lru_cache

from ..schema import QueryError
from .terms import NS, UNDISPUTED
from .vocabulary import inverse_names, known_names

# Whatever may hold a colon without being a name goes first: IRIs, strings, comments.
_TOKEN = re.compile(
    r"""(?P<iri><[^<>"{}|^`\\\x00-\x20]*>)
    |(?P<skip>'''(?:[^'\\]|\\.|'{1,2}(?!'))*'''|\"\"\"(?:[^"\\]|\\.|"{1,2}(?!"))*\"\"\"
        |'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|\#[^\n]*|[?$]\w+)
    |(?P<prefix>(?:[^\W\d_](?:[\w.-]*[\w-])?)?):(?P<local>[\w:%-](?:[\w:%.-]*[\w:%-])?)?
    """,
    re.VERBOSE | re.DOTALL,
)
_ESCAPE = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U(0010[0-9A-Fa-f]{4}|000[0-9A-Fa-f]{5})")
_DECLARED = re.compile(r"(?i)\bPREFIX\s+([^\s:]*):\s*<([^<>\s]*)>")


def check_names(query: str, prefixes: dict[str, str]) -> None:
    """Raise QueryError for the first name that our vocabulary does not have."""
    _check(query, tuple(prefixes.items()))


@lru_cache(maxsize=256)  # queries are asked again and again
def _check(query: str, prefixes: tuple[tuple[str, str], ...]) -> None:
    known = known_names()
    for position, iri, shown in _names(query, dict(prefixes)):
        namespace = next((ns for ns in (NS, UNDISPUTED) if iri.startswith(ns)), None)
        local = iri.removeprefix(namespace or "")
        if namespace is None or not local or local in known[namespace]:
            continue
        near = _near(local, known[namespace])
        prefix = shown.removesuffix(local)
        if local in inverse_names():
            direct = prefix + inverse_names()[local]
            raise QueryError(f"{where(query, position)}: the data has no {shown}; write ^{direct}")
        hint = (
            f"did you mean {' or '.join(prefix + name for name in near)}?"
            if near
            else ("`actorgraph ontology` lists the properties")
        )
        raise QueryError(f"{where(query, position)}: no {shown} in the vocabulary; {hint}")


def bare_words(query: str) -> list[str]:
    """Return the words of a query that are neither names, variables, IRIs, strings nor comments.

    Codepoint escapes hold anywhere in a query (SPARQL 1.1, 19.2), in its keywords too; a word that
    stands there only before or only after they are resolved counts as well.
    """
    resolved = _ESCAPE.sub(lambda match: chr(int(match[1] or match[2], 16)), query)
    texts = dict.fromkeys((query, resolved))
    return [word for text in texts for word in re.findall(r"[A-Za-z]+", _TOKEN.sub(" ", text))]


def where(query: str, position: int) -> str:
    """Return `line 2, column 12` for a place in a query."""
    before = query[:position]
    return f"line {before.count(chr(10)) + 1}, column {position - before.rfind(chr(10))}"


def near_prefix(name: str, prefixes: dict[str, str]) -> list[str]:
    """Return the known prefixes that look like this one."""
    return difflib.get_close_matches(name, prefixes, n=2, cutoff=0.5)


def _names(query: str, prefixes: dict[str, str]) -> Iterator[tuple[int, str, str]]:
    declared = prefixes | dict(_DECLARED.findall(query))
    for match in _TOKEN.finditer(query):
        if match["iri"]:
            yield match.start() + 1, match["iri"][1:-1], match["iri"][1:-1]
        elif match["local"] and match["prefix"] in declared:
            yield match.start(), declared[match["prefix"]] + match["local"], match[0]


def _near(local: str, names: frozenset[str]) -> list[str]:
    """Return names like this one; kebab-case ids and other capitals are found too."""
    folded = {name.casefold(): name for name in sorted(names)}
    key = local.replace("-", "").replace("_", "").casefold()
    found = difflib.get_close_matches(key, folded, n=2, cutoff=0.6)
    return [folded[name] for name in found]
