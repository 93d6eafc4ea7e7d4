"""Identity: which entities of different documents are one actor.

Listed actors are known by their id. Others are one when their names are the same but for spelling
habits (hamza, ى/ي, ة/ه, the article), or sound the same and are no names as they are spelled (see
`respelled`); the same name in two states is two people. What only looks alike is kept apart, as a
candidate with its reason.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from ..schema import (
    Actor,
    ActorKind,
    AnyActor,
    Candidate,
    Event,
    Name,
    NameKind,
    State,
    stable_id,
)
from .ownbody import own_body
from .reading.reader import Reading
from .reading.records.entity import Entity
from .reading.words.lexicon import KnownActor
from .respelled import respelled, sound, spelled


@dataclass(slots=True)
class Identities:
    """Ids of all entities, and the actors and named events behind them."""

    ids: dict[int, str] = field(default_factory=dict[int, str])  # by identity of the entity
    actors: dict[str, AnyActor] = field(default_factory=dict[str, AnyActor])
    events: dict[str, Event] = field(default_factory=dict[str, Event])

    def id_of(self, entity: Entity) -> str:
        """Return the id of the actor or event that an entity is."""
        return self.ids[id(entity)]


def identify(readings: Iterable[Reading]) -> Identities:
    """Resolve the entities that claims speak of, in all sources, to actors."""
    found = Identities()
    members: defaultdict[str, list[Entity]] = defaultdict(list)
    known: dict[str, KnownActor] = {}
    readings = list(readings)
    for reading in readings:
        known |= reading.listed
    listed = _own_bodies(known)
    for reading in readings:
        for entity in _used(reading):
            key = "" if entity.listed else _key(entity, reading.source.id)
            actor_id = entity.listed or listed.get(key)
            if actor_id is not None:
                found.ids[id(entity)] = actor_id
                _list_actor(found, actor_id, known)
            else:
                members[key].append(entity)
    for key in sorted(members):
        for state, entities in _by_state(members[key]).items():
            _discover(found, f"{key}|{state or ''}", entities, state)
    for actor in list(found.actors.values()):
        if actor.state is not None:
            _list_actor(found, actor.state, known)
    _join(found, respelled(found.actors.values()))
    _propose(found)
    return found


def _used(reading: Reading) -> list[Entity]:
    """Return the entities that stand in claims, each once, in order."""
    seen: dict[int, Entity] = {}
    for claim in reading.claims:
        for entity in (claim.subject, claim.object):
            seen.setdefault(id(entity), entity)
        for level in claim.levels:
            for entity in (level.speaker, level.via):
                if entity is not None:
                    seen.setdefault(id(entity), entity)
    return list(seen.values())


def _own_bodies(known: dict[str, KnownActor]) -> dict[str, str]:
    """Return the listed army or government of a state, by its key."""
    keys = (
        (own_body(name.text, actor.state), actor.id)
        for actor in known.values()
        for name in actor.names
        if name.lang == "ar"
    )
    return {key: actor_id for key, actor_id in keys if key is not None}


def _key(entity: Entity, source: str) -> str:
    if not entity.person and (own := own_body(entity.name, entity.state)) is not None:
        return own
    name = spelled(entity.name)
    if entity.kind == "event":
        return f"event|{name}"
    if not entity.named and entity.kind != ActorKind.GROUP:
        return f"described|{name}|{source}"  # two articles' "senior official" are two people
    if entity.person and " " not in name:
        # A bare surname says little: one man in one document, or in one state's affairs.
        return f"surname|{name}|{'' if entity.state else source}"
    return f"{'person' if entity.person else 'body'}|{name}"


def _by_state(entities: list[Entity]) -> dict[str | None, list[Entity]]:
    """Divide namesakes by state; those whose state is unknown join when there is only one."""
    states = sorted({entity.state for entity in entities if entity.state})
    if len(states) < 2:
        return {states[0] if states else None: entities}
    groups: dict[str | None, list[Entity]] = {}
    for entity in entities:
        groups.setdefault(entity.state, []).append(entity)
    return groups


def _list_actor(found: Identities, actor_id: str, known: dict[str, KnownActor]) -> None:
    if actor_id not in found.actors:
        found.actors[actor_id] = listed_actor(known[actor_id])


def listed_actor(known: KnownActor) -> AnyActor:
    """Return the actor of a row of the lexicon."""
    if known.kind is ActorKind.STATE:
        return State(
            id=known.id,
            names=known.names,
            listed=True,
            iso2=known.iso2,
            iso3=known.iso3,
            same_as=known.same_as,
            description=known.description,
        )
    return Actor.model_validate(
        {
            "id": known.id,
            "kind": known.kind,
            "names": known.names,
            "state": known.state,
            "listed": True,
            "same_as": known.same_as,
            "description": known.description,
        }
    )


def _discover(found: Identities, key: str, entities: list[Entity], state: str | None) -> None:
    first = min(entities, key=lambda entity: (-len(entity.name.split()), entity.name))
    if first.kind == "event":
        event_id = stable_id("event", key)
        found.events[event_id] = Event(id=event_id, type=first.head or "event", label=first.name)
        actor_id = event_id
    else:
        actor_id = stable_id("actor", key)
        texts = sorted({n for entity in entities for n in (entity.name, *entity.names)})
        names = [Name(text=first.name, lang="ar")]
        names += [Name(text=t, lang="ar", kind=NameKind.ALIAS) for t in texts if t != first.name]
        descriptions = sorted({e.description for e in entities if e.description})
        description = descriptions[0] if descriptions else None
        if first.kind == ActorKind.STATE:
            found.actors[actor_id] = State(id=actor_id, names=tuple(names), description=description)
        else:
            found.actors[actor_id] = Actor.model_validate(
                {
                    "id": actor_id,
                    "kind": first.kind,
                    "names": names,
                    "state": state,
                    "description": description,
                }
            )
    for entity in entities:
        found.ids[id(entity)] = actor_id


def _join(found: Identities, same: dict[str, str]) -> None:
    """Make actors one with those that they are, who get their names besides."""
    for actor_id, other_id in sorted(same.items()):
        actor, other = found.actors.pop(actor_id), found.actors[other_id]
        known = {(name.text, name.lang) for name in other.names}
        more = [
            name.model_copy(update={"kind": NameKind.ALIAS})
            for name in actor.names
            if (name.text, name.lang) not in known
        ]
        found.actors[other_id] = other.model_copy(update={"names": (*other.names, *more)})
    for entity, actor_id in found.ids.items():
        found.ids[entity] = same.get(actor_id, actor_id)


def _propose(found: Identities) -> None:
    """Note who may be somebody else: a bare surname, or a name that sounds the same."""
    persons = [a for a in found.actors.values() if a.kind is ActorKind.PERSON]
    by_surname: defaultdict[str, list[AnyActor]] = defaultdict(list)
    by_sound: defaultdict[str, list[AnyActor]] = defaultdict(list)
    for actor in persons:
        by_surname[spelled(actor.name("ar")).rpartition(" ")[2]].append(actor)
        by_sound[sound(actor.name("ar"))].append(actor)
    proposed: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for reason, groups in (("same surname", by_surname), ("name sounds the same", by_sound)):
        for same in groups.values():
            for actor in same[:20]:
                for other in same[:20]:
                    if actor is not other and _may_be(actor, other, reason):
                        proposed[actor.id].setdefault(other.id, reason)
    for actor_id, others in proposed.items():
        found.actors[actor_id] = found.actors[actor_id].model_copy(
            update={
                "candidates": tuple(
                    Candidate(actor=other, reason=others[other]) for other in sorted(others)
                )
            }
        )


def _may_be(actor: AnyActor, other: AnyActor, reason: str) -> bool:
    if actor.state and other.state and actor.state != other.state:
        return False
    if actor.listed and other.listed:
        return False
    bare = " " not in spelled(actor.name("ar")) or " " not in spelled(other.name("ar"))
    return bare or reason != "same surname"
