"""Who has been spoken of: the entities of one document, and what points back to them."""

from collections.abc import Iterable

from ...schema import ActorKind
from .bodyname import body_key, head_of, words_of
from .entity import Entity, agrees, entity_of_list
from .lexicon import Lexicon
from .memory import Memory
from .namesakes import Namesakes, spelled_otherwise
from .text import fold, fold_loose

MOST_ENTITIES = 20_000  # in one document; a bound for machine-made input
# A listed body may be meant by the usual head noun of its kind.
_KIND_HEADS: dict[str, tuple[str, ...]] = {
    ActorKind.MEDIA: ("agency", "newspaper", "channel"),
    ActorKind.GOVERNMENT: ("government",),
    ActorKind.MINISTRY: ("ministry",),
    ActorKind.MISSION: ("mission",),
    ActorKind.PARTY: ("party",),
}


class Discourse(Memory):
    """All whom one document has spoken of, in the order of its sentences."""

    def __init__(self, lexicon: Lexicon) -> None:
        super().__init__()
        self.lexicon = lexicon
        self.entities: list[Entity] = []
        self._listed: dict[str, Entity] = {}
        self._by_name: dict[str, Entity] = {}
        self._namesakes = Namesakes()
        self._recent: list[Entity] = []
        self._here: dict[Entity, None] = {}  # spoken of in this sentence
        self._heads: dict[str, frozenset[str]] = {}  # head nouns of bodies, folded
        self._called: dict[str, Entity] = {}
        self._nameless: dict[str, Entity] = {}  # by the first word of what they are
        self.heard: set[str] = set()  # surnames, and first words of what something is called

    def mention(self, entity: Entity) -> Entity:
        """Note that the text speaks of this entity here."""
        if not entity.person and entity.kind not in (ActorKind.STATE, ActorKind.PLACE, "event"):
            first, space, _ = entity.name.partition(" ")
            if space:  # "the League" after "the League of Nations"
                key = f"ال{fold_loose(first).removeprefix('ال')}"
                self._called[key] = entity
                self.heard.add(key)
        self._here.pop(entity, None)  # the last one stands last
        self._here[entity] = None
        if not self._recent or self._recent[-1] is not entity:
            self._recent.append(entity)
            if len(self._recent) > 60:
                del self._recent[:30]
        return entity

    def spoken_of(self) -> list[Entity]:
        """Return who was spoken of lately, in order."""
        return list(self._recent)

    def next_sentence(self) -> list[Entity]:
        """Return who was spoken of in the sentence that ends here, in order."""
        here, self._here = list(self._here), {}
        return here

    def listed(self, actor_id: str) -> Entity:
        """Return the entity of a listed actor."""
        found = self._listed.get(actor_id)
        if found is None:
            known = self.lexicon.actors[actor_id]
            found = self._add(entity_of_list(known))
            self._listed[actor_id] = found
            for name in known.names:
                if name.lang == "ar":
                    self._index(found, name.text)
        return found

    def knows(self, actor_id: str) -> bool:
        """Whether the text has spoken of this listed actor."""
        return actor_id in self._listed

    def person(
        self, name: str, *, state: str | None, role: str | None, gender: str = "m"
    ) -> Entity:
        """Return the person of this name: known by it, by its surname, or new."""
        key = fold_loose(name)
        found = self._by_name.get(key)
        if found is None and " " not in key:
            found = self._namesakes.of_office(key, state, role)
            reigns = role in self.lexicon.function["regnal"]  # الملك *حسين* is no صدام حسين
            if found is not None and reigns and found.roles and role not in found.roles:
                found = None
        if found is None:
            found = self._namesakes.shorter(key)
        if found is None and (same := spelled_otherwise(self.lexicon, key)) is not None:
            found = self.listed(same)
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
        return self._namesakes.last(key)

    def place(
        self, name: str, state: str | None = None, *, kind: ActorKind = ActorKind.PLACE,
        gender: str = "f",
    ) -> Entity:  # fmt: skip
        """Return the town, region or unlisted state of this name."""
        return self.body(name, kind=kind, head="place", gender=gender, plural=False, state=state)

    def body(
        self, name: str, *, kind: ActorKind | str, head: str, gender: str, plural: bool,
        state: str | None,
    ) -> Entity:  # fmt: skip
        """Return the body or named event of this name."""
        key = body_key(name)
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
        part = words_of(name)
        if state is not None or len(part) < 2 or head not in self.lexicon.bodies:
            return None
        for entity in reversed(self._recent):
            if entity.head == head or (entity.listed and self.head_fits(entity, head)):
                for whole in entity.names if entity.listed else (entity.name,):
                    if part < words_of(whole):
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

    def head_fits(self, entity: Entity, head: str) -> bool:
        """Whether a listed body's own name, or its kind, has this head noun."""
        nouns = self._heads.get(head)
        if nouns is None:
            nouns = frozenset(map(fold, self.lexicon.bodies[head].nouns))
            self._heads[head] = nouns
        return any(head_of(name) in nouns for name in entity.names) or any(
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
        self._nameless[fold_loose(name).partition(" ")[0]] = found
        return found

    def nameless(self, name: str) -> Entity | None:
        """Return the unnamed speaker that a description with the article takes up: *المصدر*."""
        first, *others = (word.removeprefix("ال") for word in fold_loose(name).split(" "))
        found = self._nameless.get(first)
        known = words_of(found.name) if found is not None else frozenset[str]()
        return found if all(word in known for word in others) else None

    def last_person(
        self, fits: "Iterable[str]" = (), state: str | None = None, *, named: bool = True
    ) -> Entity | None:
        """Return the person last spoken of, of this state and with one of these roles if given."""
        wanted = set(fits)
        for entity in reversed(self._recent):
            if not entity.person or entity.stranger or entity.named is not named:
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
            if entity.head == head or (entity.listed and self.head_fits(entity, head)):
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

    def last_state(self) -> Entity | None:
        """Return the state last spoken of, be it by an actor of its own."""
        last = next((entity for entity in reversed(self._recent) if entity.state), None)
        return self.listed(last.state) if last is not None and last.state is not None else None

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
            self.heard.update(self._namesakes.add(entity, key))
