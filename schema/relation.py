"""The relation vocabulary, read from `relations.yaml` and checked."""

import difflib
from enum import StrEnum
from functools import cache
from importlib.resources import files
from typing import Literal, Self

import yaml
from pydantic import model_validator

from .actor import ActorKind
from .base import Record, RelationId
from .errors import LookupFailedError


class RelationClass(StrEnum):
    """The event classes of PLOVER (Open Event Data Alliance, 2023), and structural relations."""

    CONSULT = "CONSULT"
    REQUEST = "REQUEST"
    AGREE = "AGREE"
    SUPPORT = "SUPPORT"
    COOPERATE = "COOPERATE"
    AID = "AID"
    CONCEDE = "CONCEDE"
    RETREAT = "RETREAT"
    ACCUSE = "ACCUSE"
    REJECT = "REJECT"
    THREATEN = "THREATEN"
    SANCTION = "SANCTION"
    MOBILIZE = "MOBILIZE"
    COERCE = "COERCE"
    ASSAULT = "ASSAULT"
    PROTEST = "PROTEST"
    STRUCTURAL = "structural"


class Bilingual(Record):
    """One text in Arabic and in English."""

    ar: str
    en: str


class Relation(Record):
    """One predicate of the vocabulary."""

    id: RelationId
    relation_class: RelationClass
    parent: RelationId | None = None
    topic: str | None = None  # the topic that narrows the parent to this relation
    cameo: str | None = None  # root or code in CAMEO 1.1b3
    sign: Literal[-1, 0, 1]
    symmetric: bool = False
    domain: tuple[ActorKind | Literal["event"], ...] = ()  # empty: any actor
    range: tuple[ActorKind | Literal["event"], ...] = ()
    label: Bilingual
    inverse: Bilingual  # how the edge reads from its object
    definition: Bilingual

    @property
    def structural(self) -> bool:
        """Whether it describes a standing tie rather than something that happens."""
        return self.relation_class is RelationClass.STRUCTURAL

    @property
    def camel(self) -> str:
        """The id as an RDF property name: requested-base-from is requestedBaseFrom."""
        head, *rest = self.id.split("-")
        return head + "".join(part.capitalize() for part in rest)


class Vocabulary(Record):
    """All relations, by id; parents exist, in the same class and of no other tone."""

    relations: tuple[Relation, ...]

    @model_validator(mode="after")
    def _parents_fit(self) -> Self:
        by_id = {relation.id: relation for relation in self.relations}
        if len(by_id) != len(self.relations):
            raise ValueError("a relation id stands twice in relations.yaml")
        for relation in self.relations:
            if relation.parent is None:
                continue
            parent = by_id.get(relation.parent)
            if parent is None or parent.relation_class is not relation.relation_class:
                raise ValueError(f"{relation.id}: no parent {relation.parent} in its own class")
            if parent.sign not in (0, relation.sign):
                raise ValueError(f"{relation.id} has not the sign of its parent {parent.id}")
        return self


@cache
def vocabulary() -> dict[str, Relation]:
    """Return the relations by id, in the order of the file."""
    text = files(__name__.rpartition(".")[0]).joinpath("relations.yaml").read_text("utf-8")
    raw: object = yaml.load(text, getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    return {relation.id: relation for relation in Vocabulary.model_validate(raw).relations}


def relation(relation_id: str) -> Relation:
    """Return one relation; raise LookupFailedError, with near ids, when there is none."""
    known = vocabulary()
    if relation_id in known:
        return known[relation_id]
    near = difflib.get_close_matches(relation_id.lower().replace("_", "-"), known, n=3, cutoff=0.5)
    hint = f"did you mean {', '.join(near)}?" if near else "`actorgraph schema` lists them."
    raise LookupFailedError(f"no relation {relation_id!r}; {hint}")
