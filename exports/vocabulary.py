"""The terms of the ontology beside the relations, read from `ontology.yaml` and checked."""

from functools import cache
from importlib.resources import files

import yaml

from ..schema import Bilingual, Record, RelationClass, vocabulary
from .terms import NS, UNDISPUTED


class Term(Record):
    """A class or a property, with its names and its place among other vocabularies."""

    id: str
    label: Bilingual
    definition: Bilingual
    type: str | None = None  # of an individual
    parents: tuple[str, ...] = ()
    domain: tuple[str, ...] = ()
    range: str | None = None
    close: tuple[str, ...] = ()


class Terms(Record):
    """All terms, in the order of the file."""

    classes: tuple[Term, ...]
    relation_classes: dict[RelationClass, Bilingual]
    individuals: tuple[Term, ...]
    properties: tuple[Term, ...]


@cache
def terms() -> Terms:
    """Return the terms of `ontology.yaml`."""
    text = files(__name__.rpartition(".")[0]).joinpath("ontology.yaml").read_text("utf-8")
    return Terms.model_validate(yaml.safe_load(text))


@cache
def known_names() -> dict[str, frozenset[str]]:
    """Return, by namespace, the local names that the data and the ontology use."""
    relations = frozenset(kind.camel for kind in vocabulary().values())
    own = terms()
    words = {term.id for term in (*own.classes, *own.individuals, *own.properties)}
    return {NS: relations | words | set(map(class_name, RelationClass)), UNDISPUTED: relations}


@cache
def inverse_names() -> dict[str, str]:
    """Return the names that the ontology alone has, for relations read from their object.

    `wasVisitedBy` is the inverse of `visited`; the data never uses it.
    """
    found: dict[str, str] = {}
    for kind in vocabulary().values():
        first, *rest = kind.inverse.en.replace("-", " ").split()
        if not kind.symmetric:
            found[first + "".join(word.capitalize() for word in rest)] = kind.camel
    return found


def class_name(relation_class: RelationClass) -> str:
    """Return the local name of a relation class: `ClassRequest`."""
    return f"Class{relation_class.capitalize()}"
