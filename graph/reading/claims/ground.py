"""Ground: the land or town that an object means: زار *القاهرة*, قصفت *قرية الزيتون*."""

from ....schema import Relation
from ..ends.arguments import entities
from ..ends.newrule import rule_of
from ..ends.pronouns import pronoun_entity
from ..ends.site import named_target, two_places, unknown_place
from ..ends.thingmeant import goes_on_with_antecedent, takes_up_thing
from ..ends.things import country_here, land_of, same_place, town, unlisted_town
from ..records.clauses import Sentence
from ..records.entity import Entity
from ..records.items import Item
from ..records.stems import is_in

_PLACED = frozenset(
    {"visited", "deployed-to", "withdrew-from", "seized", "attacked", "intervened-in"}
)
_ON_GROUND = _PLACED | {"recognizes", "sanctioned"}
BY_FORCE = frozenset({"seized", "attacked", "withdrew-from"})


def place_or_actor(
    sentence: Sentence, item: Item, relation: Relation, without: tuple[Entity, ...]
) -> list[Entity]:
    """Return the actor named; a capital that is taken is a town, not its state: قصفت *بيروت*."""
    kind = item.mention.kind if item.mention is not None else ""
    if item.mention is not None and kind == "city":
        if relation.id == "arms" and item.marker == "إلى":
            return _state_of(sentence, item.mention.entity, without)  # سلاحا إلى *وهران*
        threat = relation.id == "threatened" and item.head is not None and bool(item.head.rows)
        if not threat and relation.id not in {*_PLACED, "sanctioned"}:
            return []  # but towns are besieged, and one threatens to storm them
    if kind == "capital" and relation.id in BY_FORCE:
        return [town(sentence, item)]
    if item.mention is not None and relation.id in _PLACED and unlisted_town(sentence, item):
        return [town(sentence, item)]
    return entities(sentence, item, without) or _of_another(sentence, item, without)


def _of_another(sentence: Sentence, people: Item, without: tuple[Entity, ...]) -> list[Entity]:
    """Return whose the people are who cannot be the doer's: أغار المغرب على *مقاتليها*."""
    mention, word = people.mention, sentence.scene.word(people.i)
    if mention is None or mention.kind != "role" or people.j != people.i + 1 or word is None:
        return []
    feats = next((s.pronoun for s in word.senses if s.pronoun not in ("", "1")), "")
    if mention.entity.person or mention.entity not in without or not feats:
        return []
    who = pronoun_entity(sentence, people.index, feats, without)
    return [who] if who is not None else []


def ground_again(
    sentence: Sentence, pronoun: Item, relation: Relation, without: tuple[Entity, ...]
) -> list[Entity] | None:
    """Return the place or two lands that a pronoun takes up: دخل الجيش القرية وانسحب *منها*."""
    clause = sentence.clause_of[pronoun.index]
    of_thing = takes_up_thing(sentence, pronoun.index, pronoun.value)  # بلدة سيطرت علي*ها*
    of_thing = of_thing or goes_on_with_antecedent(sentence, clause, pronoun, pronoun.value)
    placed = relation.id in _PLACED and not of_thing
    place = same_place(sentence, pronoun) if placed else None
    if place is not None and place not in without:
        return [place]
    if relation.id not in _ON_GROUND or pronoun.value != "xd":
        return None
    lands = relation.id == "recognizes"  # رفضت الاعتراف *بالإقليمين* لكنها قد تعترف بهما
    named = reversed(sentence.items[: pronoun.index])
    again = (two for other in named if (two := two_places(sentence, other, lands=lands)))
    return next(again, None)


def ground_meant(
    sentence: Sentence, item: Item, relation: Relation, without: tuple[Entity, ...]
) -> list[Entity] | None:
    """Return the lands or the place that no name of an actor tells: قصفت *قرية الزيتون*."""
    lands = relation.id == "recognizes"
    if relation.id in _ON_GROUND and (two := two_places(sentence, item, lands=lands)):
        return two
    if lands and (there := rule_of(sentence, item, without)) is not None:
        return [there]
    if relation.id not in _PLACED:
        return None
    if item.kind == "O" and item.nisba is None:
        told = country_here if relation.id == "visited" else land_of
        here = told(sentence, item, without)
        if here is not None:
            return [here]
    target = is_in(item, sentence.scene.function("targets"))
    place = named_target(sentence, item) if target else unknown_place(sentence, item)
    return [place] if place is not None else None


def _state_of(sentence: Sentence, town: Entity, without: tuple[Entity, ...]) -> list[Entity]:
    own = {one.state for one in without}
    return [sentence.discourse.listed(town.state)] if town.state and town.state not in own else []
