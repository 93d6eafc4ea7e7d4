"""Who has been spoken of: the entities of one document, and what points back to them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from ...schema import ActorKind
from .lexicon import KnownActor, Lexicon
from .text import fold, fold_loose

MOST_ENTITIES = 20_000  # in one document; a bound for machine-made input
_MOST_NAMESAKES = 50  # who share a surname; those spoken of longest ago are forgotten
# A listed body may be meant by the usual head noun of its kind.
_KIND_HEADS: dict[str, tuple[str, ...]] = {
    ActorKind.MEDIA: ("agency", "newspaper", "channel"),
    ActorKind.GOVERNMENT: ("government",),
    ActorKind.MINISTRY: ("ministry",),
    ActorKind.MISSION: ("mission",),
    ActorKind.PARTY: ("party",),
}


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
    unsure: dict[str, str] = field(default_factory=dict[str, str])  # name of another: reason
    stranger: bool = False  # nobody that the reader knows: pronouns that mean him mean nobody
    capital: bool = False  # a state that was last called by its capital, which is feminine
    serves: "Entity | None" = None  # of a person: the state or body of the last title read

    @property
    def person(self) -> bool:
        """Whether it is one human being."""
        return self.kind == ActorKind.PERSON


class Discourse:
    """The memory of one document, in the order of its sentences."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self.entities: list[Entity] = []
        self.year: int | None = None  # of the document
        self.country: str | None = None  # the state that the paragraph reports from
        self.speaker: Entity | None = None  # who spoke last in this paragraph
        self.quoted: tuple[Entity | None, Entity | None] | None = None  # whose quotation is open
        self.subjects: list[Entity] = []  # of the last sentence's clauses: who may go on, first
        self.crowds: dict[str, Entity] = {}  # whose men some role's people are: متمردو الجبهة
        self.unknown_subject = False  # the last sentence was about somebody without a name
        self.objects: list[Entity] = []  # of the last sentence's verbs, as pronouns: *أقاله* الملك
        self.pairs: list[tuple[Entity, Entity]] = []  # who did something to whom, lately
        self.doer: Entity | None = None  # who did the last thing in this sentence
        self.scene: tuple[Entity, Entity] | None = None  # "the Russian experience in Syria"
        self.events: dict[str, tuple[Entity, Entity, str | None]] = {}  # the last of each relation
        self._listed: dict[str, Entity] = {}
        self._by_name: dict[str, Entity] = {}
        self._by_surname: dict[str, list[Entity]] = {}
        self._by_bare_surname: dict[str, list[Entity]] = {}  # those with the article, without it
        self._recent: list[Entity] = []
        self._heads: dict[str, frozenset[str]] = {}  # head nouns of bodies, folded
        self._called: dict[str, Entity] = {}
        self.heard: set[str] = set()  # surnames, and first words of what something is called

    def mention(self, entity: Entity) -> Entity:
        """Note that the text speaks of this entity here."""
        if not entity.person and entity.kind not in (ActorKind.STATE, ActorKind.PLACE, "event"):
            first, space, _ = entity.name.partition(" ")
            if space:  # "the League" after "the League of Nations"
                key = f"ال{fold_loose(first).removeprefix('ال')}"
                self._called[key] = entity
                self.heard.add(key)
        if not self._recent or self._recent[-1] is not entity:
            self._recent.append(entity)
            if len(self._recent) > 60:
                del self._recent[:30]
        return entity

    def spoken_about(self) -> list[Entity]:
        """Return whom a pronoun of the next sentence may mean before all others.

        They are those that verbs of the last one had for an object, or else for a subject.
        """
        about = [*self.objects, *self.subjects]
        self.objects = []
        return about

    def spoken_of(self) -> list[Entity]:
        """Return who was spoken of lately, in order."""
        return list(self._recent)

    def listed(self, actor_id: str) -> Entity:
        """Return the entity of a listed actor."""
        found = self._listed.get(actor_id)
        if found is None:
            known = self.lexicon.actors[actor_id]
            found = self._add(_from_list(known))
            self._listed[actor_id] = found
            for name in known.names:
                if name.lang == "ar":
                    self._index(found, name.text)
        return found

    def person(
        self, name: str, *, state: str | None, role: str | None, gender: str = "m"
    ) -> Entity:
        """Return the person of this name: known by it, by its surname, or new."""
        key = fold_loose(name)
        found = self._by_name.get(key)
        if found is None and " " not in key:
            found = self._surname(key, state, role)
        if found is None:
            found = self._longer(key)
        if found is None:
            found = self._add(Entity(kind=ActorKind.PERSON, name=name, gender=gender, state=state))
        self._index(found, name)
        if state and not found.state:
            found.state = state
        if role:
            found.roles[role] = None
        return found

    def known_surname(self, key: str) -> Entity | None:
        """Return the person last spoken of under this folded surname, if any."""
        found = self._by_surname.get(key) or self._by_bare_surname.get(key)
        return found[-1] if found else None

    def body(
        self, name: str, *, kind: ActorKind | str, head: str, gender: str, plural: bool,
        state: str | None,
    ) -> Entity:  # fmt: skip
        """Return the body or named event of this name."""
        key = _body_key(name)
        found = self._by_name.get(key)
        if found is None and kind not in (ActorKind.PLACE, ActorKind.STATE, "event"):
            found = self._whole(name, head, state)
        if found is None:
            found = self._add(
                Entity(kind=kind, name=name, gender=gender, plural=plural, state=state, head=head)
            )
        self._by_name.setdefault(key, found)
        found.names[name] = None
        return found

    def _whole(self, name: str, head: str, state: str | None) -> Entity | None:
        """Return the body spoken of before whose name this one shortens: لجنة الأهالي.

        Nothing is shortened to a nation's adjective: the Syrian army is not the Free Syrian Army.
        """
        part = _words(name)
        if state is not None or len(part) < 2 or head not in self.lexicon.bodies:
            return None
        for entity in reversed(self._recent):
            if entity.head == head or (entity.listed and self._head_fits(entity, head)):
                for whole in entity.names if entity.listed else (entity.name,):
                    if part < _words(whole):
                        return entity
        return None

    def countrys_own(
        self, name: str, *, kind: ActorKind | str, head: str, gender: str, plural: bool
    ) -> Entity:
        """Return the government or army that is meant by no more than its kind: الحكومة, الجيش.

        It is the one of the country that the text speaks of, if that is known.
        """
        state = self.home_state()
        key = f"?{head}|{state or ''}"
        found = self._by_name.get(key)
        if found is None:
            found = self._add(
                Entity(
                    kind, name, gender=gender, plural=plural, state=state, named=False, head=head
                )
            )
            self._by_name[key] = found
        found.names[name] = None
        return found

    def home_state(self) -> str | None:
        """Return the state whose government and ministers need no name in this place.

        It is the one that the paragraph reports from, else that of whoever was spoken of last
        and is no state himself.
        """
        if self.country is not None:
            return self.country
        own = (e.state for e in reversed(self._recent) if e.state and e.kind != ActorKind.STATE)
        return next(own, None)

    def _head_fits(self, entity: Entity, head: str) -> bool:
        """Whether a listed body's own name, or its kind, has this head noun."""
        nouns = self._heads.get(head)
        if nouns is None:
            nouns = frozenset(map(fold, self.lexicon.bodies[head].nouns))
            self._heads[head] = nouns
        return any(_head_of(name) in nouns for name in entity.names) or any(
            word in head for word in _KIND_HEADS.get(entity.kind, ())
        )

    def call(self, entity: Entity, name: str) -> None:
        """Note that the document may call the entity by this shorter name from here on."""
        key = fold_loose(name)
        self._called.setdefault(key, entity)
        first = key.partition(" ")[0]
        self._called.setdefault(f"«{first}»", entity)  # «الميثاق» after «الميثاق الديمقراطي»
        self.heard.add(first)
        entity.names[name] = None

    def again(self, entity: Entity, noun: str) -> None:
        """Note that this noun with the article means the entity from here on: the town."""
        key = f"ال{fold_loose(noun)}"
        self._called[key] = entity
        self.heard.add(key)

    def called(self, key: str) -> Entity | None:
        """Return the entity that the document calls so, by the key K2, if any."""
        return self._called.get(key)

    def described(
        self, name: str, *, role: str, state: str | None, plural: bool, gender: str
    ) -> Entity:
        """Return an actor known by office only: "Russian officials"."""
        key = f"?{fold_loose(name)}"
        found = self._by_name.get(key)
        if found is None:
            kind = ActorKind.GROUP if plural else ActorKind.PERSON
            found = self._add(
                Entity(kind=kind, name=name, gender=gender, plural=plural, state=state, named=False)
            )
            self._by_name[key] = found
        found.roles[role] = None
        found.names[name] = None
        return found

    def last_person(self, fits: "Iterable[str]" = (), state: str | None = None) -> Entity | None:
        """Return the person last spoken of, of this state and with one of these roles if given."""
        wanted = set(fits)
        for entity in reversed(self._recent):
            if not entity.person or not entity.named:
                continue
            if state is not None and entity.state != state:
                continue
            if not wanted or wanted & set(entity.roles):
                return entity
        return None

    def last_body(self, head: str) -> Entity | None:
        """Return the body with this head noun last spoken of, rather one of the country's own."""
        last: Entity | None = None
        for entity in reversed(self._recent):
            own = entity.state and entity.state == self.country
            if last is not None and not own:
                continue
            if entity.head == head or (entity.listed and self._head_fits(entity, head)):
                if own:
                    return entity
                last = entity
        return last

    def home(self, gender: str) -> Entity | None:
        """Return the state of the person or body of this gender last spoken of."""
        for entity in reversed(self._recent):
            if entity.state is None or entity.kind == ActorKind.STATE:
                continue
            if gender in ("x", entity.gender):
                return self.listed(entity.state)
        return None

    def two(
        self, wanted: str, here: Sequence[Entity], without: Sequence[Entity] = ()
    ) -> tuple[Entity, Entity] | None:
        """Return the two that a dual means, the one spoken of first in front.

        `wanted` is a class of duals, or the part of speech and row of its noun ("R minister").
        They are the last two partners, but for two of the kind of whom the sentence speaks.
        """
        met = self._last_pair(wanted, without)
        if wanted == "both_sides":
            return (
                met or self._last_two("both_persons", here) or self._last_two("both_states", here)
            )
        near = self._last_two(wanted, here)
        if near is not None and met is not None and set(map(id, near)) != set(map(id, met)):
            return near
        return met or near or self._last_two(wanted, self._recent)

    def last_state(self) -> Entity | None:
        """Return the state last spoken of, be it by an actor of its own."""
        last = next((entity for entity in reversed(self._recent) if entity.state), None)
        return self.listed(last.state) if last is not None and last.state is not None else None

    def _last_pair(self, wanted: str, without: Sequence[Entity]) -> tuple[Entity, Entity] | None:
        for pair in reversed(self.pairs):
            if any(one in without for one in pair):
                continue
            sent = wanted == "both_sides" and all(one.serves for one in pair)  # two governments
            first, second = (
                one.serves if sent else self._as(one, wanted, loosely=True) for one in pair
            )
            if first is not None and second is not None and first is not second:
                return first, second
        return None

    def _last_two(self, wanted: str, spoken_of: Sequence[Entity]) -> tuple[Entity, Entity] | None:
        last: Entity | None = None
        for entity in reversed(spoken_of):
            one = self._as(entity, wanted)
            if one is not None and last is not None and one is not last:
                return one, last
            last = last or one
        return None

    def _as(self, entity: Entity, wanted: str, *, loosely: bool = False) -> Entity | None:
        """Return the entity as one of the two wanted: itself, or the state that it stands for.

        Of two partners, any two bodies may be meant: القبيلتان, though one is called a clan.
        """
        pos, _, row = wanted.partition(" ")
        if entity.kind in (ActorKind.PLACE, "event") or entity.stranger:
            return None
        if wanted == "both_states":
            return self.listed(entity.state) if entity.state is not None else None
        if wanted == "both_persons" or pos == "R":
            fits = entity.person and (
                not row or row in entity.roles or "counterpart" in entity.roles
            )
        else:
            fits = not row or entity.head == row or (entity.listed and self._head_fits(entity, row))
            fits = fits or (pos == "H" and loosely and not entity.person and entity.kind != "state")
        return entity if fits else None

    def recent(self, gender: str, number: str, without: "Iterable[Entity]" = ()) -> Entity | None:
        """Return the entity last spoken of that agrees: gender m, f or x; number s, d or p."""
        excluded = set(map(id, without))
        for entity in reversed(self._recent):
            if id(entity) in excluded or entity.kind == "event":
                continue
            if agrees(entity, gender, number):
                return entity if not entity.stranger else None
        return None

    def _add(self, entity: Entity) -> Entity:
        if len(self.entities) < MOST_ENTITIES:
            self.entities.append(entity)
        return entity

    def _index(self, entity: Entity, name: str) -> None:
        entity.names[name] = None
        key = fold_loose(name)
        self._by_name.setdefault(key, entity)
        if entity.person:
            if len(name.split()) > len(entity.name.split()) and not entity.listed:
                entity.name = name
            rest, _, surname = key.rpartition(" ")
            if rest.removesuffix(" عبد").rpartition(" ")[2] not in _FATHERED:
                same = self._by_surname.setdefault(surname, [])
                self.heard.add(surname)
                if surname.startswith("ال"):
                    self._by_bare_surname[surname[2:]] = same
                    self.heard.add(surname[2:])
                if entity in same:
                    same.remove(entity)
                same.append(entity)
                del same[:-_MOST_NAMESAKES]

    def _surname(self, key: str, state: str | None, role: str | None) -> Entity | None:
        same = self._by_surname.get(key, ())
        fitting = [
            entity
            for entity in same
            if state is None or entity.state is None or entity.state == state
        ]
        if len(fitting) > 1 and role:
            fitting = [entity for entity in fitting if role in entity.roles] or fitting
        return fitting[-1] if fitting else None

    def _longer(self, key: str) -> Entity | None:
        """Return the person who was named by a part of this longer name before."""
        words = key.split()
        if len(words) < 2:
            return None
        for entity in self._by_surname.get(words[-1], ()):
            if len(fold_loose(entity.name).split()) == 1 and not entity.listed:
                return entity
            short = set(fold_loose(entity.name).split())
            if len(short) > 1 and (short <= set(words) or set(words) <= short):
                return entity
        return None


# Behind these stands the father's name, which is nobody's surname: فيصل بن عبد العزيز.
_FATHERED = frozenset({"بن", "ابن", "بنت"})


@lru_cache(maxsize=1 << 12)
def _words(name: str) -> frozenset[str]:
    """Return the words of a body's name, folded and without their articles."""
    bare = (fold_loose(word).removeprefix("ال") for word in name.split())
    return frozenset(bare)


@lru_cache(maxsize=1 << 12)
def _head_of(name: str) -> str:
    """Return the first word of a body's name, folded and without the article."""
    return fold(name.partition(" ")[0]).removeprefix("ال")


def agrees(entity: Entity, gender: str, number: str) -> bool:
    """Whether a pronoun or verb of this gender and number may mean the entity."""
    if number == "d":
        return False
    if number == "p":
        return entity.plural or entity.kind in (ActorKind.GROUP, ActorKind.ARMED_GROUP)
    if entity.plural and not entity.person:
        return gender == "f"  # plurals of things agree as feminine singular
    return gender in (entity.gender, "x") or (gender == "f" and entity.capital)


def _from_list(known: KnownActor) -> Entity:
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


def _body_key(name: str) -> str:
    return fold_loose(name).removeprefix("ال")
