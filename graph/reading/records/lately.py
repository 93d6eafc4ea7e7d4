"""Who was spoken of lately: whom a title, a head noun or a pronoun may mean that names nobody."""

from collections import Counter
from collections.abc import Iterable

from ....schema import ActorKind
from ..words.bodyname import head_of
from ..words.lexicon import Lexicon
from ..words.text import fold, fold_loose
from .entity import Entity, agrees
from .memory import Memory

_ABROAD = frozenset({ActorKind.STATE, ActorKind.MEDIA})  # of whom others read and speak
_MOVEMENTS = frozenset({ActorKind.PARTY, ActorKind.ARMED_GROUP, ActorKind.ORGANIZATION})
_MUCH, _MUCH_MORE = 3, 4  # weight of another state, and how often that of the reporter's own
_MOSTLY = 2  # how often the state that a text is about is told of, by the next one's times
_OF_STATES = frozenset({"army", "forces"})  # the Iraqi army is no *faction*
_FIGHTING = frozenset({ActorKind.PARTY, ActorKind.ARMED_GROUP})
# A listed body may be meant by the usual head noun of its kind.
_KIND_HEADS: dict[str, tuple[str, ...]] = {
    ActorKind.MEDIA: ("agency", "newspaper", "channel"),
    ActorKind.GOVERNMENT: ("government",),
    ActorKind.MINISTRY: ("ministry",),
    ActorKind.MISSION: ("mission",),
    ActorKind.PARTY: ("party",),
}


class Lately(Memory):
    """The entities that a document has spoken of lately, the last one at the end."""

    def __init__(self, lexicon: Lexicon) -> None:
        super().__init__()
        self.lexicon = lexicon
        self._recent: list[Entity] = []
        self._here: dict[Entity, None] = {}  # spoken of in this sentence
        self._heads: dict[str, frozenset[str]] = {}  # head nouns of bodies, folded

    def _note(self, entity: Entity) -> None:
        self._here.pop(entity, None)  # the last one stands last
        self._here[entity] = None
        if not self._recent or self._recent[-1] is not entity:
            self._recent.append(entity)
            if len(self._recent) > 60:
                del self._recent[:30]

    def spoken_of(self) -> list[Entity]:
        """Return who was spoken of lately, in order."""
        return list(self._recent)

    def told_here(self, entity: Entity) -> bool:
        """Whether this sentence has spoken of the entity."""
        return entity in self._here

    def next_sentence(self) -> list[Entity]:
        """Return who was spoken of in the sentence that ends here, in order."""
        self.turn += 1
        here, self._here = list(self._here), {}
        return here

    def home_state(self) -> str | None:
        """Return the state whose government and ministers need no name in this place.

        It is the one that the paragraph reports from, else that of whoever was spoken of last
        and is no state himself, nor a diplomat in another's land.
        """
        if (here := self.reported_from()) is not None:
            return here
        abroad = self.lexicon.function["diplomats"].keys()
        for one in reversed(self._recent):
            foreign = one.kind in _ABROAD or not abroad.isdisjoint(one.roles)
            if one.state and not foreign:
                return one.state
        return None

    def reported_from(self) -> str | None:
        """Return the state that the paragraph reports from, if it tells of that state at all.

        A reporter abroad tells of others: from Darwin of Timor, from Islamabad of Kabul.
        """
        if self.country is None:
            return None
        often = _weighed(self._recent)
        most = max(often.values(), default=0)
        foreign = most >= _MUCH and most >= _MUCH_MORE * often[self.country]
        return None if foreign else self.country

    def main_state(self, apart: frozenset[str]) -> str | None:
        """Return the state that the text speaks of, `apart` from these.

        It is the only one of this sentence, else the one named most often, of several the first;
        the state itself counts twice what is of it.
        """
        here = _weighed(self._here, apart)
        if len(here) == 1:
            return next(iter(here))
        most = _weighed(self._recent, apart).most_common(1)
        return most[0][0] if most else None

    def mostly_told_of(self, apart: frozenset[str]) -> str | None:
        """Return the state that the text speaks of far more than of others, `apart` from these."""
        often = _weighed(self._recent, apart).most_common(2)
        far_more = len(often) == 2 and often[0][1] >= max(_MUCH_MORE, _MOSTLY * often[1][1])
        return often[0][0] if far_more else None

    def told_of_state(self, state: str) -> bool:
        """Whether the text has spoken of this state, or of anybody of it who is no person."""
        return any(one.state == state for one in self._recent if not one.person)

    def head_fits(self, entity: Entity, head: str) -> bool:
        """Whether a listed body's own name, or its kind, has this head noun."""
        nouns = self._heads.get(head)
        if nouns is None:
            nouns = frozenset(map(fold, self.lexicon.bodies[head].nouns))
            self._heads[head] = nouns
        if not nouns.isdisjoint(map(head_of, entity.names)):
            return True
        return any(word in head for word in _KIND_HEADS.get(entity.kind, ()))

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
            if not wanted or not wanted.isdisjoint(entity.roles):
                return entity
        return None

    def note_reporters(self) -> None:
        """Note that the persons of whom this sentence is the first to speak ask in an interview."""
        known = self._recent[: len(self._recent) - len(self._here)]
        self.reporters.update(one for one in self._here if one.person and one not in known)

    def introduced(self) -> Entity | None:
        """Return whom an interview is with: the first person of a body or with a title, if any.

        A person without a title is the one whom the headline calls by it: رئيسة الرابطة.
        """
        persons = [one for one in self._recent if one.person and not one.stranger]
        persons = [one for one in persons if one not in self.reporters]
        named = [one for one in persons if one.named]
        served = [one for one in persons if one.serves is not None]
        titled = [one for one in named if one.roles]
        known = [one for one in named if one.serves is not None] or titled
        if not known and served and len(set(named)) == 1:
            known = named
        known = known or served
        who = known[0] if known else named[-1] if named else None
        if who is not None and who.serves is None:
            office = served[0] if served and served[0].gender == who.gender else None
            body = next((one for one in self._recent if one.kind in _MOVEMENTS), None)
            who.serves = office.serves if office is not None else body
        return who

    def at_the_head_of(self, body: Entity) -> Entity | None:
        """Return the person last spoken of who leads this body by one title or another."""
        roles = self.lexicon.roles
        for entity in reversed(self._recent):
            if entity.person and entity.named and entity.serves is body:
                if any(roles[role].relation == "leads" for role in entity.roles):
                    return entity
        return self.heads.get(body)

    def _alike(self, head: str) -> Entity | None:
        """Return the body last spoken of that this head noun, which it has not, may mean too."""
        function = self.lexicon.function
        others = set(function["bodies_alike"].get(head, "").split())
        for entity in reversed(self._recent) if others else ():
            states = entity.head in _OF_STATES and entity.state is not None
            if entity.head in others and not states:
                return entity
            army = entity.state is None and entity.head in function["unofficial_armies"]
            if army and entity.named and entity.kind in _FIGHTING:
                return entity  # «جيش الوادي», then *الجماعة*
            movement = entity.listed is not None and entity.kind in _FIGHTING
            if movement and head in function["called_movements"]:
                return entity
            if entity.listed and not entity.state and entity.kind == ActorKind.ORGANIZATION:
                if head in function["called_organizations"]:
                    return entity  # إيكواس, then *المنظمة*
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
        return last if last is not None else self._alike(head)

    def recent(self, gender: str, number: str, without: "Iterable[Entity]" = ()) -> Entity | None:
        """Return the entity last spoken of that agrees: gender m, f or x; number s, d or p."""
        excluded = set(map(id, without))
        for entity in reversed(self._recent):
            if id(entity) in excluded or entity.kind == "event":
                continue
            if agrees(entity, gender, number):
                return entity if not entity.stranger else None
        return None

    def by_given(self, key: str, role: str | None) -> Entity | None:
        """Return who has this given name and title: الشيخ رامي الحلبي, then *الشيخ رامي*."""
        for entity in reversed(self._recent):
            if entity.person and role in entity.roles and not entity.listed:
                if fold_loose(entity.name).partition(" ")[0] == key:
                    return entity
        return None


def _weighed(told: Iterable[Entity], apart: frozenset[str] = frozenset()) -> Counter[str]:
    """Return the states of these, media and those `apart` left out, and what each counts."""
    often = Counter[str]()
    for one in told:
        if one.state and one.state not in apart and one.kind != ActorKind.MEDIA:
            often[one.state] += 2 if one.kind == ActorKind.STATE else 1
    return often
