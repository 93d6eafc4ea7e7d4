"""The build step: compile the YAML lexicons into the one file that the reader loads.

Run `python -m actorgraph.graph.reading.build.compile` after any change to the rows; it needs the
extra `lexicon`. The same rows give the same bytes.
"""

import gzip
import json
import sys
from collections.abc import Iterator, Sequence
from typing import Any

from ..words.lexicon import FILE, lexicon_of, packed
from ..words.names import surnames_of
from ..words.rowfile import read_yaml
from ..words.text import fold
from .actors import actor_tables
from .inflect import noun_forms
from .spelling import spelling_table
from .verbs import verb_tables

VERSION = 3


def tables() -> dict[str, Any]:
    """Return the compiled lexicon as plain data: the sides share only `forms`."""
    merged: dict[str, Any] = {"version": VERSION, **verb_tables()}
    actors = actor_tables()
    forms: dict[str, list[Any]] = merged["forms"]
    for key, entries in actors.pop("forms", {}).items():
        known = forms.get(key, [])
        forms[key] = [*known, *(entry for entry in entries if not _is_action(entry, known))]
    _give_way(forms, merged["verbs"], actors)
    merged |= actors | {"function": _function_words(), "spelling": _spelling(forms, actors)}
    merged = packed(merged)
    return merged | {"surnames": surnames_of(lexicon_of(merged))}


def _spelling(forms: dict[str, list[Any]], actors: dict[str, Any]) -> dict[str, str]:
    names = {*actors.get("given", "").split(), *actors.get("family", "").split()}
    for table in ("names", "capitals", "cities"):
        names.update(word for name in actors.get(table, ()) for word in name.split())
    words = {key for key in forms if " " not in key} | {*actors.get("ordinary", "").split()}
    return spelling_table(names, words)


def _give_way(
    forms: dict[str, list[Any]], verbs: dict[str, dict[str, Any]], actors: dict[str, Any]
) -> None:
    """Drop the everyday verbs' forms that are another row's word for sure, or a name's."""
    everyday = {row for row, fields in verbs.items() if "finite" in fields}
    unsure = {row: fields.get("ambiguous", ()) for row, fields in verbs.items()}
    names = {*actors.get("given", "").split(), *actors.get("family", "").split()}
    names.update(*(actors.get(table, ()) for table in ("names", "capitals", "cities")))
    for key, entries in list(forms.items()):
        others = [entry for entry in entries if entry[0] != "V" or entry[1] not in everyday]
        sure = any(key not in unsure.get(row, ()) for _, row, _ in others)
        if len(others) < len(entries) and (sure or key in names):
            if others:
                forms[key] = others
            else:
                del forms[key]


def _is_action(entry: Sequence[str], known: Sequence[Sequence[str]]) -> bool:
    """Whether a role in the feminine is far more often an action: مفاوضات, مساعدة, معارضة."""
    pos, _, feats = entry
    return pos == "R" and feats.startswith("f") and any(other[0] in "ME" for other in known)


def _function_words() -> dict[str, dict[str, str]]:
    """Return the closed classes: class -> folded phrase -> what it counts as (itself mostly)."""
    raw: dict[str, list[str] | dict[str, str | int | None]] = read_yaml("function.yaml")
    kinds = raw["noun_kinds"]
    inflected = set(kinds.values()) if isinstance(kinds, dict) else set[str]()
    return {
        name: {
            key: str(words[word] or "") if isinstance(words, dict) else ""
            for word in words
            for key in (_every_form(word) if name in inflected else (fold(word),))
        }
        for name, words in raw.items()
    }


def _every_form(noun: str) -> Iterator[str]:
    """Yield a noun as it is written and in its duals and plurals: اتفاقية, *اتفاقيتين*."""
    yield fold(noun)
    yield from (form for form, _ in noun_forms(noun))


def compiled() -> bytes:
    """Return the bytes of the compiled file."""
    text = json.dumps(tables(), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return gzip.compress(text.encode("utf-8"), compresslevel=9, mtime=0)


def main() -> None:
    """Write the compiled file and say how large it is."""
    data = compiled()
    FILE.write_bytes(data)
    sys.stdout.write(f"{FILE.name}: {len(data):,} bytes\n")


if __name__ == "__main__":
    main()
