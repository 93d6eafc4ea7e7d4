"""The tables of actors: what the YAML says of states, actors, roles and bodies, ready for look-up.

Development only: run time reads the compiled file. Keys are folded words joined by one space.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Set
from typing import Any, TypeVar

from pydantic import TypeAdapter

from ....schema import Id, Name, NameKind, Record
from ..words.rowfile import FOLDER, read_yaml
from ..words.rows import Arabic, Body, ListedActor, Role, adapter
from ..words.text import fold
from . import nominals

Entry = tuple[str, str, str]
R = TypeVar("R")


class StopWords(Record):
    """Words that look like names and mostly are not."""

    function_words: tuple[Arabic, ...]
    ambiguous: tuple[Arabic, ...]  # names and nisbas that need context
    cities: tuple[Arabic, ...]  # towns that are never listed
    surnames: tuple[Arabic, ...]  # last names of listed persons that mean nobody on their own
    ordinary: tuple[Arabic, ...]  # words that never make a person's name


class NameWords(Record):
    """The words of persons' names, folded, each list joined by spaces."""

    given: str
    family: str
    either: str  # ordinary words too


def key(name: str) -> str:
    """Return the look-up key of a name of one or more words: folded, punctuation as spaces."""
    return " ".join(re.findall(r"[^\W_]+", fold(name)))


def load_rows(kind: type[R], *names: str) -> tuple[R, ...]:
    """Return the rows of the named YAML files, checked against their model, in file order."""
    rows: list[R] = []
    for name in names:
        rows.extend(adapter(kind).validate_python(item) for item in read_yaml(name))
    return tuple(rows)


def load_stop_words() -> StopWords:
    """Return the stop lists."""
    return StopWords.model_validate(read_yaml("stop.yaml"))


def load_name_words() -> NameWords:
    """Return the words that persons' names are made of."""
    return NameWords.model_validate(read_yaml("names.yaml"))


def load_cities(file: str = "cities.yaml") -> dict[str, tuple[str, ...]]:
    """Return the towns and regions of each state."""
    return TypeAdapter(dict[Id, tuple[Arabic, ...]]).validate_python(read_yaml(file))


def load_actors() -> tuple[ListedActor, ...]:
    """Return all curated actors: states first, then the files of actors in order of name."""
    files = sorted(path.name for path in FOLDER.glob("actors-*.yaml"))
    return load_rows(ListedActor, "states.yaml", *files)


def actor_tables() -> dict[str, Any]:
    """Return the compiled tables of actors, roles, bodies and names.

    `forms` maps a form to its analyses (part of speech N, R or H; id; features); `names` maps
    names to ids of actors, `capitals` and `cities` to the id of their state; `given`, `family` and
    `ordinary` are sorted words joined by spaces.
    """
    actors = load_actors()
    roles = load_rows(Role, "roles.yaml")
    bodies = load_rows(Body, "bodies.yaml")
    tables = tables_of(actors, roles, bodies)
    names, capitals = tables["names"], tables["capitals"]
    words = load_name_words()
    stop = load_stop_words()
    # المصري may be a surname, yet is nearly always the adjective.
    adjectives = {key(form) for actor in actors for form, _ in _nisba_entries(actor)}
    taken = adjectives | {"ال" + form for form in adjectives} | capitals.keys()
    given, family = _joined(words.given, taken), _joined(words.family, taken)
    ordinary = {key(word) for word in stop.ordinary}
    known = {*given.split(), *family.split()} | names.keys() | capitals.keys()
    ordinary |= (_accusatives(ordinary) | _sound_plurals(ordinary)) - known
    return tables | {
        "cities": _cities(load_cities(), names.keys() | capitals.keys()),
        "homograph_cities": _cities(load_cities("cities-homograph.yaml"), set()),
        "given": given,
        "family": family,
        "either": " ".join(sorted(words.either.split())),
        "ordinary": " ".join(sorted(ordinary)),
        "no_surnames": " ".join(sorted({key(word) for word in (*stop.surnames, *stop.ordinary)})),
    }


def tables_of(
    actors: Iterable[ListedActor], roles: Iterable[Role], bodies: Iterable[Body]
) -> dict[str, Any]:
    """Return the tables that rows alone make: forms, names, capitals and the rows by id."""
    actors, roles, bodies = tuple(actors), tuple(roles), tuple(bodies)
    nisbas = [entry for actor in actors for entry in _nisba_entries(actor)]
    return {
        "forms": _grouped(
            [
                *nisbas,
                *(entry for role in roles for entry in _role_entries(role)),
                *(entry for body in bodies for entry in _body_entries(body)),
            ]
        ),
        "names": _names(actors),
        "capitals": _capitals(actors),
        "actors": {actor.id: _actor_record(actor) for actor in actors},
        "roles": {role.id: _record(role) for role in roles},
        "bodies": {body.id: _record(body) for body in bodies},
    }


def _grouped(entries: Iterable[tuple[str, Entry]]) -> dict[str, list[Entry]]:
    table: dict[str, list[Entry]] = {}
    for form, entry in entries:
        found = table.setdefault(key(form), [])
        if entry not in found:
            found.append(entry)
    return table


def _nisba_entries(actor: ListedActor) -> Iterator[tuple[str, Entry]]:
    for adjective in actor.nisba:
        for form, feats in nominals.nisba(adjective):
            yield form, ("N", actor.id, feats)
    for people in actor.people:
        if people.endswith("ون"):
            for form, feats in nominals.masculine_plural(people):
                yield form, ("N", actor.id, feats)
        else:
            yield people, ("N", actor.id, "bp")


def _role_entries(role: Role) -> Iterator[tuple[str, Entry]]:
    forms: list[nominals.Form] = []
    for noun in role.nouns:
        forms.extend((form, "ms") for form in nominals.definite_spellings(noun))
        if " " not in noun and not noun.endswith("ة"):  # no دولتان of the honour دولة
            forms.extend(nominals.dual(noun, "m"))
    for noun in role.feminine:
        forms.extend(nominals.feminine(noun))
    for noun in role.plural:
        forms.extend(nominals.plural(noun, "m"))
    forms.extend((noun, "md") for noun in role.dual)
    for form, feats in forms:
        yield form, ("R", role.id, feats)


def _body_entries(body: Body) -> Iterator[tuple[str, Entry]]:
    for noun in body.nouns:
        for form in nominals.definite_spellings(noun):
            yield form, ("H", body.id, body.gender + ("p" if body.plural else "s"))
        if " " not in noun and not body.plural:
            for form, feats in nominals.dual(noun, body.gender):
                built = form[-2:] in ("تا", "تي")  # حركتا, but مركزي is central
                if form.endswith("ن") or built or body.kind == "mission":
                    yield form, ("H", body.id, feats)


def _all_names(actor: ListedActor) -> tuple[Name, ...]:
    listed = {name.text for name in actor.names}
    short = (text for text in actor.short if text not in listed)
    return (*actor.names, *(Name(text=text, lang="ar", kind=NameKind.ALIAS) for text in short))


def _names(actors: Iterable[ListedActor]) -> dict[str, list[str]]:
    table: dict[str, list[str]] = {}
    for actor in actors:
        for name in _all_names(actor):
            if name.lang != "ar":
                continue
            spellings = [key(name.text)]
            if "-" in name.text:
                spellings.append(fold(name.text))  # one word in a text: النمسا-المجر
            for spelling in spellings:
                found = table.setdefault(spelling, [])
                if actor.id not in found:
                    found.append(actor.id)
    return table


def _capitals(actors: Iterable[ListedActor]) -> dict[str, str]:
    table: dict[str, str] = {}
    for actor in actors:
        for capital in actor.capitals:
            table.setdefault(key(capital), actor.id)
    return table


def _cities(listed: Mapping[str, tuple[str, ...]], taken: Set[str]) -> dict[str, str]:
    return {
        key(city): state
        for state, cities in listed.items()
        for city in cities
        if key(city) not in taken
    }


def _accusatives(words: Set[str]) -> set[str]:
    """Return the indefinite accusatives that are written with an ا: تصعيدا."""
    return {word + "ا" for word in words if len(word) > 2 and word[-1] not in "ةىاءه"}


def _sound_plurals(words: Set[str]) -> set[str]:
    """Return the plurals of adjectives, which are the words that stand there with ة too: بارزين."""
    adjectives = [word for word in words if len(word) > 3 and f"{word}ة" in words]
    return {word + ending for word in adjectives for ending in ("ون", "ين")}


def _joined(words: str, taken: Set[str]) -> str:
    return " ".join(sorted(set(words.split()) - taken))


def _actor_record(actor: ListedActor) -> dict[str, Any]:
    compiled_apart = {"id", "short", "nisba", "people", "capitals", "names"}
    record = actor.model_dump(mode="json", exclude=compiled_apart, exclude_defaults=True)
    names = _all_names(actor)
    record["names"] = [name.model_dump(mode="json", exclude_defaults=True) for name in names]
    return record


def _record(row: Role | Body) -> dict[str, Any]:
    return adapter(type(row)).dump_python(
        row, mode="json", exclude={"hit", "miss"}, exclude_defaults=True
    )
