"""Who has been spoken of: the entities of one document, and what points back to them."""

from ....schema import ActorKind
from ..words.bodyname import body_key, words_of
from ..words.lexicon import Lexicon
from ..words.text import fold, fold_loose
from .entity import Entity, entity_of_list
from .lately import Lately
from .namesakes import Namesakes, is_surname, spelled_otherwise

MOST_ENTITIES = 20_000  # in one document; a bound for machine-made input


_NUMBERS = frozenset({"الاول", "الثاني", "الثالث", "الرابع", "الخامس", "السادس", "السابع"})
_LANDS = (ActorKind.STATE, ActorKind.PLACE, "event")


class Discourse(Lately):
    """All whom one document has spoken of, in the order of its sentences."""

    def __init__(self, lexicon: Lexicon) -> None:
        super().__init__(lexicon)
        self.entities: list[Entity] = []
        self._listed: dict[str, Entity] = {}
        self._by_name: dict[str, Entity] = {}
        self._namesakes = Namesakes()
        self._called: dict[str, Entity] = {}
        self._towns: dict[str, Entity] = {}  # by the name without its noun: مدينة *كركوك*
        self._nameless: dict[str, Entity] = {}  # by the first word of what they are
        self.heard: set[str] = set()  # surnames, and first words of what something is called

    def mention(self, entity: Entity) -> Entity:
        """Note that the text speaks of this entity here."""
        unlisted = entity.kind == ActorKind.STATE and entity.listed is None  # جمهورية الريف
        if unlisted or not (entity.person or entity.kind in _LANDS):
            first, space, _ = entity.name.partition(" ")
            if space:  # "the League" after "the League of Nations"
                key = f"ال{fold_loose(first).removeprefix('ال')}"
                self._called[key] = entity
                self.heard.add(key)
        elif entity.kind == ActorKind.PLACE:  # "the crossing" after "the crossing of Nasib"
            noun, space, _ = entity.name.partition(" ")
            if space and noun in self.lexicon.function["place_nouns"]:
                self.again(entity, noun)
        self._note(entity)
        return entity

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

    def person(
        self, name: str, *, state: str | None, role: str | None, gender: str = "m"
    ) -> Entity:
        """Return the person of this name: known by it, by its surname, or new."""
        key = fold_loose(name)
        called = self._called.get(key)
        if called is not None and called.person:
            return called
        found = self._by_name.get(key)
        if found is None and is_surname(key):
            found = self._namesakes.of_office(key, state, role) or self.by_given(key, role)
            reigns = role in self.lexicon.function["regnal"]  # الملك *حسين* is no صدام حسين
            if found is not None and reigns and found.roles and role not in found.roles:
                found = None
        if found is None and role in self.lexicon.function["regnal"]:
            found = self._numbered(key, state)
        if found is None:
            found = self._namesakes.shorter(key)
            found = found or self._namesakes.respelled(key, self.lexicon.given)
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

    def _numbered(self, key: str, state: str | None) -> Entity | None:
        """Return the monarch spoken of before who is called without his number: الملك *فيصل*."""
        for entity in reversed(self._recent):
            if not entity.person or (state and entity.state and entity.state != state):
                continue
            for name in entity.names:
                own, _, number = fold_loose(name).removeprefix("الملك ").rpartition(" ")
                if number in _NUMBERS and own.replace(" ", "") == key.replace(" ", ""):
                    return entity
        return None

    def known_surname(self, key: str) -> Entity | None:
        """Return the person last spoken of under this folded surname, if any."""
        return self._namesakes.last(key)

    def place(
        self, name: str, state: str | None = None, *, kind: ActorKind = ActorKind.PLACE,
        gender: str = "f",
    ) -> Entity:  # fmt: skip
        """Return the town, region or unlisted state of this name, with its noun or without."""
        noun, space, bare = name.partition(" ")
        town = f"ال{fold(noun)}" in self.lexicon.function["towns_again"] and bool(space)
        key = body_key(bare if town else name)
        known = self._towns.get(key)
        if known is not None and body_key(name) not in self._by_name and known.kind == kind:
            known.names[name] = None
            known.state = known.state or state
            return known
        found = self.body(name, kind=kind, head="place", gender=gender, plural=False, state=state)
        self._towns.setdefault(key, found)
        return found

    def body(
        self, name: str, *, kind: ActorKind | str, head: str, gender: str, plural: bool,
        state: str | None,
    ) -> Entity:  # fmt: skip
        """Return the body or named event of this name."""
        key = body_key(name)
        found = self._by_name.get(key)
        if found is None and kind not in (ActorKind.PLACE, ActorKind.STATE, "event"):
            found = self._whole(name, head, state) or self._bare(name, kind, head, state)
            found = found or self._fuller(name, kind, head, state)
        if found is None:
            found = self._add(
                Entity(kind=kind, name=name, gender=gender, plural=plural, state=state, head=head)
            )
        self._by_name.setdefault(key, found)
        found.names[name] = None
        return found

    def _bare(
        self, name: str, kind: ActorKind | str, head: str, state: str | None
    ) -> Entity | None:
        """Return the government or army of which the text has said no more so far: *الجيش* يتهم."""
        found = None
        for place in (state, "") if state is not None else ():
            found = found or self._by_name.get(f"?{head}|{place}")
        if found is None or found.named or found.kind != kind:
            return None
        found.name, found.state, found.named = name, state, True
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

    def _fuller(
        self, name: str, kind: ActorKind | str, head: str, state: str | None
    ) -> Entity | None:
        """Return the body that this name calls more fully: تجمع قاسيون, then *الديمقراطي* too.

        Of a ministry it may be only the field: الخارجية الفرنسية, وزارة الخارجية الفرنسية.
        """
        words = words_of(name)
        for entity in reversed(self._recent):
            if entity.listed or entity.kind != kind or entity.state != state or not entity.named:
                continue
            part = words_of(entity.name)
            fuller = len(part) > 1 and part < words
            ministry = kind == ActorKind.MINISTRY and state is not None
            if ministry and len(words) > 1 and words < part:
                return entity
            begins = entity.head == head and name.startswith(f"{entity.name} ")
            if fuller and (ministry or (state is None and begins)):
                entity.name, entity.head = name, head
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

    def call(self, entity: Entity, name: str) -> None:
        """Note that the document may call the entity by this shorter name from here on."""
        key = fold_loose(name)
        self._called.setdefault(key, entity)
        first = key.partition(" ")[0]
        self._called.setdefault(f"«{first}»", entity)  # «الميثاق» after «الميثاق الديمقراطي»
        self.heard.add(first)
        entity.names[name] = None

    def call_quoted(self, entity: Entity) -> None:
        """Note that a body's own word in quotation marks means it from here on: «السنابل»."""
        _, _, word = fold_loose(entity.name).partition(" ")
        if word and " " not in word:
            self._called.setdefault(f"«{word}»", entity)
            self.heard.add(word)

    def named(self, key: str) -> Entity | None:
        """Return the entity of this full name, by the key K2, if any."""
        return self._by_name.get(key)

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

    def meant_by(self, noun: str, entity: Entity) -> Entity:
        """Note whom this noun with the article means from here on: *المصدر*, of the ministry."""
        self._nameless[fold_loose(noun).removeprefix("ال")] = entity
        return entity

    def nameless(self, name: str) -> Entity | None:
        """Return the unnamed speaker that a description with the article takes up: *المصدر*."""
        first, *others = (word.removeprefix("ال") for word in fold_loose(name).split(" "))
        found = self._nameless.get(first)
        known = words_of(found.name) if found is not None else frozenset[str]()
        return found if all(word in known for word in others) else None

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

    def _add(self, entity: Entity) -> Entity:
        if len(self.entities) < MOST_ENTITIES:
            self.entities.append(entity)
        return entity

    def _index(self, entity: Entity, name: str) -> None:
        entity.names[name] = None
        key = fold_loose(name)
        self._by_name.setdefault(key, entity)
        if entity.person:
            self.heard.add(key.partition(" ")[0])
            if len(name.split()) > len(entity.name.split()) and not entity.listed:
                entity.name = name
            first = key.partition(" ")[0] in self.lexicon.function["families_first"]
            self.heard.update(self._namesakes.add(entity, key, family_first=first))
