"""The build step for predicates: verbs, event nouns and topics from their YAML rows."""

from collections.abc import Iterable, Iterator, Mapping, Set
from typing import Any, TypeVar

from pydantic import TypeAdapter

from ..words.rowfile import FOLDER, read_yaml
from ..words.rows import EventNoun, Topic, Verb, adapter
from ..words.text import fold
from .inflect import Form, masdars, noun_forms, participles, verb_forms

Row = TypeVar("Row", Verb, EventNoun, Topic)
_SHORT = 3  # letters
FormEntry = tuple[str, str, str, str]  # key, part of speech, id, features

_USUAL = ("3ms", "3fs", "3mp")  # persons
_STOPWORDS = "stopwords.yaml"
_BROKEN_PLURALS = "broken-plurals.yaml"


def read_verbs() -> tuple[Verb, ...]:
    """Return the rows of every `verbs*.yaml`, checked, in the order of their ids."""
    names = sorted(
        file.name
        for file in FOLDER.iterdir()
        if file.name.startswith("verbs") and file.name.endswith(".yaml")
    )
    return _unique([row for name in names for row in _rows(name, Verb)])


def read_event_nouns() -> tuple[EventNoun, ...]:
    """Return the rows of `event-nouns.yaml`, checked, in the order of their ids."""
    return _unique(_rows("event-nouns.yaml", EventNoun))


def read_topics() -> tuple[Topic, ...]:
    """Return the rows of `topics.yaml`, checked, in the order of their ids."""
    return _unique(_rows("topics.yaml", Topic))


def _rows(name: str, model: type[Row]) -> list[Row]:
    return [adapter(model).validate_python(row) for row in read_yaml(name)]


def _words(name: str) -> frozenset[str]:
    return frozenset(TypeAdapter(list[str]).validate_python(read_yaml(name)))


def _unique(rows: list[Row]) -> tuple[Row, ...]:
    by_id = {row.id: row for row in rows}
    if len(by_id) < len(rows):
        ids = [row.id for row in rows]
        doubled = sorted({name for name in ids if ids.count(name) > 1})
        raise ValueError(f"ids used twice: {', '.join(doubled)}: rename all but one")
    return tuple(by_id[name] for name in sorted(by_id))


def form_entries(
    verbs: Iterable[Verb], event_nouns: Iterable[EventNoun], topics: Iterable[Topic]
) -> Iterator[FormEntry]:
    """Yield every form of every row; function words are never among them.

    But a verb whose row calls the form ambiguous may differ by its hamza: هنأ, and هنا is "here".
    And a row may keep a form (`also_closed`) that the sentence tells from the function word.
    """
    verbs = tuple(verbs)
    kept = {(v.id, fold(w)) for v in verbs if v.root[2:] in "ءأ" for w in v.ambiguous}
    kept |= {(v.id, fold(w)) for v in verbs for w in v.also_closed}
    stopwords = {fold(word) for word in _words(_STOPWORDS)}
    broken = _words(_BROKEN_PLURALS)
    for key, pos, row, feats in _all_entries(verbs, event_nouns, topics, broken):
        if pos == "V" and key.startswith("وو"):
            continue  # "and he arrived" is ووصل, and never a passive
        if (key not in stopwords or (pos == "V" and (row, key) in kept)) and len(key) > 1:
            yield key, pos, row, feats


def _all_entries(
    verbs: Iterable[Verb],
    event_nouns: Iterable[EventNoun],
    topics: Iterable[Topic],
    broken: frozenset[str],
) -> Iterator[FormEntry]:
    for verb in verbs:
        if verb.finite:
            yield from _finite_entries(verb, broken)
            if verb.relation is not None:
                yield from ((form, "M", verb.id, feats) for form, feats in _masdars(verb, broken))
            continue
        yield from ((form, "V", verb.id, feats) for form, feats in verb_forms(verb))
        yield from ((form, "M", verb.id, feats) for form, feats in _named(verb, broken))
        yield from ((form, pos, verb.id, feats) for pos, form, feats in participles(verb))
    for row, pos in (*((row, "E") for row in event_nouns), *((row, "T") for row in topics)):
        for noun in row.nouns:
            yield from ((form, pos, row.id, feats) for form, feats in noun_forms(noun, broken))


def _finite_entries(verb: Verb, broken: frozenset[str]) -> Iterator[FormEntry]:
    """Yield the finite forms that are not spelled like the verb's own nouns or participles.

    Rare persons are left out: فيرمين would be "and they (f.) throw", أكثر "I multiply".
    """
    taken = {form for form, _ in _named(verb, broken)}
    if verb.root[1:] not in ("يء", "وء"):  # جاء is "came", and no participle (جاءٍ)
        taken |= {form for _, form, _ in participles(verb)}
    for form, feats in verb_forms(verb):
        tense, person, _ = feats.split()
        usual = person in _USUAL or (tense == "ipf" and person in ("3md", "3fd", "1p"))
        if usual and form not in taken:
            yield form, "V", verb.id, feats


def _masdars(verb: Verb, broken: frozenset[str]) -> Iterator[Form]:
    """Yield the forms of the masdars of an everyday verb, but for short ones: *جول*ا is a name."""
    for noun in masdars(verb):
        if len(noun) > _SHORT - bool(verb.with_nouns):  # *عد*, and بعده
            yield from noun_forms(noun, broken)


def _named(verb: Verb, broken: frozenset[str]) -> Iterator[Form]:
    """Yield the forms of the verb's own nouns."""
    for noun in (*masdars(verb), *verb.nouns):
        yield from noun_forms(noun, broken)


def _dump(row: Verb | EventNoun | Topic, broken: frozenset[str]) -> dict[str, Any]:
    """Return a row as it is compiled: folded words, and every form of the nouns it waits for."""
    apart = {"hit", "miss", "also_closed", "adjectives"}
    dumped = adapter(type(row)).dump_python(row, mode="json", exclude_defaults=True, exclude=apart)
    for field in ("with_nouns", "also_nouns", "without_nouns"):
        if field in dumped:
            forms = (form for noun in dumped[field] for form, _ in noun_forms(noun, broken))
            dumped[field] = sorted(set(forms))
    unsure = {fold(form) for form in row.ambiguous} if isinstance(row, Verb) else set[str]()
    if isinstance(row, Verb) and row.finite and row.relation is not None:
        unsure |= {form for form, _ in _masdars(row, broken)}  # read where a deed is asked for
    if unsure:
        dumped["ambiguous"] = sorted(unsure)
    return dumped


def _drop_duals(forms: dict[str, set[tuple[str, str, str]]]) -> None:
    """Drop the dual that is spelled like the singular (بدأ), or like another noun's (عدوان)."""
    for key, entries in list(forms.items()):
        if any(pos in "EM" and feats == "ms" for pos, _, feats in entries):
            entries -= {entry for entry in entries if entry[0] in "EM" and entry[2] == "md"}
        singular = any(feats.startswith("pf 3ms") for _, _, feats in entries)
        if key.endswith("ا") and singular:
            entries -= {entry for entry in entries if " 3md " in entry[2]}
            if not entries:
                del forms[key]


def _drop_everyday(
    forms: dict[str, set[tuple[str, str, str]]], everyday: Set[str], unsure: Mapping[str, Set[str]]
) -> None:
    """Drop the forms of everyday verbs that are also forms of another verb, with or without و.

    تطلب is "asks" far more often than "required", and ودعت "and called" than "bade farewell". A
    form that its own row calls ambiguous (`unsure`) drops no other: عادت is "returned", too.
    """
    telling = {
        key
        for key, entries in forms.items()
        if any(
            pos == "V" and row not in everyday and key not in unsure.get(row, ())
            for pos, row, _ in entries
        )
    }
    for key, entries in list(forms.items()):
        if key in telling or (key[0] in "وف" and key[1:] in telling):
            entries -= {entry for entry in entries if entry[1] in everyday}
            if not entries:
                del forms[key]


def verb_tables() -> dict[str, Any]:
    """Return the tables `forms`, `verbs`, `event_nouns` and `topics` of the compiled lexicon."""
    return tables_of(read_verbs(), read_event_nouns(), read_topics())


def tables_of(
    verbs: Iterable[Verb], event_nouns: Iterable[EventNoun], topics: Iterable[Topic]
) -> dict[str, Any]:
    """Return the same tables for these rows alone."""
    verbs, event_nouns, topics = tuple(verbs), tuple(event_nouns), tuple(topics)
    broken = _words(_BROKEN_PLURALS)
    forms: dict[str, set[tuple[str, str, str]]] = {}
    for key, pos, row, feats in form_entries(verbs, event_nouns, topics):
        forms.setdefault(key, set()).add((pos, row, feats))
    unsure = {row.id: {fold(form) for form in row.ambiguous} for row in verbs}
    _drop_everyday(forms, {row.id for row in verbs if row.finite}, unsure)
    _drop_duals(forms)
    return {
        "forms": {key: sorted(entries) for key, entries in forms.items()},
        "verbs": {row.id: _dump(row, broken) for row in verbs},
        "event_nouns": {row.id: _dump(row, broken) for row in event_nouns},
        "topics": {row.id: _dump(row, broken) for row in topics},
    }
