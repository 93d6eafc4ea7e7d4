"""Entities: whoever and whatever a document speaks of, and how words agree with them."""

from dataclasses import dataclass, field

from ....schema import ActorKind
from ..words.lexicon import KnownActor

_PERSON = ActorKind.PERSON
_GROUP = ActorKind.GROUP
_ARMED = ActorKind.ARMED_GROUP


@dataclass(slots=True, eq=False)
class Entity:
    """Somebody or something that a document speaks of, by whatever names."""

    kind: ActorKind | str  # "event" for named events
    name: str  # the fullest name so far, as a reader would write it
    listed: str | None = None  # id in the lexicon
    gender: str = "m"
    plural: bool = False
    state: str | None = None  # id of a state
    named: bool = True  # False: known by description only (an official, the officials)
    names: dict[str, None] = field(default_factory=dict[str, None])
    roles: dict[str, None] = field(default_factory=dict[str, None])
    head: str | None = None  # for bodies: the id of the head noun's row
    description: str | None = None
    stranger: bool = False  # nobody that the reader knows: pronouns that mean him mean nobody
    feminine: bool = False  # what it was last called is feminine: موسكو, «الراية»
    serves: "Entity | None" = None  # of a person: the state or body of the last title read
    force: "Entity | None" = None  # of an operation: those who carry it out, if they act

    @property
    def person(self) -> bool:
        """Whether it is one human being."""
        return self.kind == _PERSON


def agrees(entity: Entity, gender: str, number: str) -> bool:
    """Whether a pronoun or verb of this gender and number may mean the entity."""
    if number == "d":
        return False
    if number == "p":
        return entity.plural or entity.kind in (_GROUP, _ARMED)
    if entity.plural and not entity.person:
        # Plurals of things agree as feminine singular, people do not: لتزويد*ها*, of the states.
        things = entity.kind != _GROUP or entity.feminine or entity.gender == "f"
        return gender == "f" and things
    return gender in (entity.gender, "x") or (gender == "f" and entity.feminine)


def may_mean(entity: Entity, pronoun: str) -> bool:
    """Whether a pronoun of these features may mean the entity; that of a speaker means none."""
    return len(pronoun) > 1 and agrees(entity, pronoun[0], pronoun[1])


def entity_of_list(known: KnownActor) -> Entity:
    """Return the entity of a listed actor, by its Arabic name if it has one."""
    arabic = [name.text for name in known.names if name.lang == "ar"]
    return Entity(
        kind=known.kind,
        name=arabic[0] if arabic else known.names[0].text,
        listed=known.id,
        gender=known.gender,
        plural=known.plural,
        state=known.id if known.kind is ActorKind.STATE else known.state,
        description=known.description,
    )
