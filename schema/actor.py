"""Actors: persons, bodies and states."""

from enum import StrEnum
from typing import Annotated, Literal, Self

from pydantic import Field, StringConstraints, model_validator

from .base import Id, Language, Record


class NameKind(StrEnum):
    """How a name stands to its actor."""

    PREFERRED = "preferred"
    ALIAS = "alias"
    TRANSLITERATION = "transliteration"


class Name(Record):
    """A name in one language; a transliteration was made by rule, not by a person."""

    text: Annotated[str, StringConstraints(min_length=1)]
    lang: Language
    kind: NameKind = NameKind.PREFERRED


class ActorKind(StrEnum):
    """The kinds of actor."""

    PERSON = "person"
    GROUP = "group"  # people known by office or nation only: "Russian officials"
    ORGANIZATION = "organization"
    ARMED_GROUP = "armed-group"
    GOVERNMENT = "government"
    MINISTRY = "ministry"
    MISSION = "mission"
    PARTY = "party"
    MEDIA = "media"
    PLACE = "place"  # a town or region that others visit, attack or hold
    STATE = "state"


class Candidate(Record):
    """Another actor that this one may be, and why it was not merged."""

    actor: Id
    reason: str


class _ActorBase(Record):
    id: Id
    names: Annotated[tuple[Name, ...], Field(min_length=1)]
    state: Id | None = None  # the state it belongs to
    description: str | None = None  # office or body, in the source's words
    listed: bool = False  # curated in the lexicon rather than discovered in a text
    same_as: tuple[str, ...] = ()  # accepted links, such as Wikidata's
    candidates: tuple[Candidate, ...] = ()

    def name(self, lang: str = "en") -> str:
        """Return the preferred name in `lang`, else in another language."""
        order = sorted(
            self.names, key=lambda n: (n.lang != lang, n.kind is NameKind.ALIAS, n.lang, n.text)
        )
        return order[0].text


class Actor(_ActorBase):
    """Somebody who acts or speaks; States have a model of their own."""

    kind: Literal[
        ActorKind.PERSON,
        ActorKind.GROUP,
        ActorKind.ORGANIZATION,
        ActorKind.ARMED_GROUP,
        ActorKind.GOVERNMENT,
        ActorKind.MINISTRY,
        ActorKind.MISSION,
        ActorKind.PARTY,
        ActorKind.MEDIA,
        ActorKind.PLACE,
    ]


class State(_ActorBase):
    """A state or territory of ISO 3166-1; historic states have no codes."""

    kind: Literal[ActorKind.STATE] = ActorKind.STATE
    iso2: Annotated[str, StringConstraints(pattern=r"^[A-Z]{2}$")] | None = None
    iso3: Annotated[str, StringConstraints(pattern=r"^[A-Z]{3}$")] | None = None

    @model_validator(mode="after")
    def _both_codes(self) -> Self:
        if (self.iso2 is None) != (self.iso3 is None):
            raise ValueError(f"state {self.id} has only one of its two ISO codes")
        return self


AnyActor = Annotated[Actor | State, Field(discriminator="kind")]
