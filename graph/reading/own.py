"""A user's own lexicon rows beside those of the package."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields, replace
from importlib import import_module
from pathlib import Path
from typing import Any

import yaml
from pydantic import ValidationError

from ...schema import ActorGraphError, LexiconError, MissingExtraError, Record, Source, relation
from .build.actors import tables_of
from .reader import Reading, reader_with
from .words.lexicon import Entry, Lexicon, lexicon_of, load_lexicon, packed
from .words.names import surnames_of
from .words.rows import Body, EventNoun, ListedActor, Role, Topic, Verb


class OwnRows(Record):
    """What a file of own rows may hold; each row is as in the package's own lexicons."""

    actors: tuple[ListedActor, ...] = ()
    roles: tuple[Role, ...] = ()
    bodies: tuple[Body, ...] = ()
    verbs: tuple[Verb, ...] = ()
    event_nouns: tuple[EventNoun, ...] = ()
    topics: tuple[Topic, ...] = ()


def own_reader(*paths: str | Path) -> Callable[[Source], Reading]:
    """Return a reader for `build(..., reader=...)` that also knows the rows of these YAML files.

    A file has the sections actors, roles, bodies, verbs, event_nouns and topics, each a list of
    rows (`OwnRows`). A row with the id of a listed actor adds its names to it; the other kinds
    take its place. Verbs, event nouns and topics are inflected when loaded, which needs the extra
    `lexicon`. Raises LexiconError for a file or row that cannot be used.
    """
    return reader_with(extended(load_lexicon(), [_rows(Path(path)) for path in paths]))


def extended(lexicon: Lexicon, own: Iterable[OwnRows]) -> Lexicon:
    """Return a lexicon with these rows added."""
    for rows in own:
        lexicon = _merged(lexicon, lexicon_of(_tables(lexicon, rows)))
    return replace(lexicon, surnames=surnames_of(lexicon))


def _rows(path: Path) -> OwnRows:
    try:
        raw = yaml.safe_load(path.read_text("utf-8"))
    except OSError as error:
        raise LexiconError(f"{path}: cannot be read ({error.strerror})") from error
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise LexiconError(f"{path}: no YAML in UTF-8: {' '.join(str(error).split())}") from error
    try:
        rows = OwnRows.model_validate(raw or {})
        for row in (*rows.verbs, *rows.event_nouns):
            if row.relation is not None:
                relation(row.relation)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        where = ".".join(map(str, first["loc"])) or "the whole file"
        raise LexiconError(f"{path}: {where}: {first['msg']}") from error
    except ActorGraphError as error:
        raise LexiconError(f"{path}: {error}") from error
    return rows


def _tables(lexicon: Lexicon, rows: OwnRows) -> dict[str, Any]:
    known = [_with_old_names(lexicon, actor) for actor in rows.actors]
    tables = tables_of(known, rows.roles, rows.bodies)
    tables |= {"verbs": {}, "event_nouns": {}, "topics": {}, "function": {}}
    if rows.verbs or rows.event_nouns or rows.topics:
        try:
            verbs: Any = import_module(".build.verbs", __package__)
        except ImportError as error:
            raise MissingExtraError(
                "verbs, event nouns and topics are inflected by an extra: pip install "
                '"actorgraph[lexicon]"'
            ) from error
        more = verbs.tables_of(rows.verbs, rows.event_nouns, rows.topics)
        forms = tables["forms"]
        for key, entries in more.pop("forms").items():
            forms[key] = [*forms.get(key, ()), *entries]
        tables |= more
    return packed(tables)


def _with_old_names(lexicon: Lexicon, actor: ListedActor) -> ListedActor:
    old = lexicon.actors.get(actor.id)
    if old is None:
        return actor
    texts = {(name.text, name.lang) for name in actor.names}
    names = (*old.names, *actor.names) if texts else old.names
    return actor.model_copy(update={"names": tuple(dict.fromkeys(names))})


def _merged(old: Lexicon, new: Lexicon) -> Lexicon:
    """Return both; forms and names gather what each says, rows of the same id are the new ones."""
    forms: dict[str, tuple[Entry, ...]] = dict(old.forms)
    for key, entries in new.forms.items():
        forms[key] = tuple(sorted({*forms.get(key, ()), *entries}))
    names = dict(old.names)
    for key, ids in new.names.items():
        names[key] = tuple(dict.fromkeys((*names.get(key, ()), *ids)))
    changes: dict[str, Any] = {"forms": forms, "names": names}
    for field in fields(Lexicon):
        value = getattr(old, field.name)
        if field.name not in changes and isinstance(value, Mapping):
            changes[field.name] = {**value, **getattr(new, field.name)}
    return replace(old, **changes)
