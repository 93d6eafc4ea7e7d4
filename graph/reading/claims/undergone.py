"""What somebody undergoes: who did it, when no verb or preposition names him."""

from ....schema import ActorKind, Relation
from ..ends.arguments import entities
from ..ends.slots import following, genitives, slot
from ..ends.takenup import ATTACKS, last_doer
from ..records.agreement import pronoun_fits
from ..records.clauses import Sentence
from ..records.entity import Entity
from ..records.items import Item, Row
from ..records.stems import is_in, is_one_of
from ..syntax.adjectives import is_adjective
from .concerned import meant
from .doers import genitive_of, owned_in, whose_attack

STRUCK = frozenset({"killed", "attacked"})
_TAKEN = frozenset({"seized", "attacked"})
_IN = frozenset({"في", "ب", "time", "cause"})


def attacker(sentence: Sentence, item: Item) -> tuple[Item | None, list[Entity]]:
    """Return the attack in which somebody dies, and whose it is: قتل في *غارة إسرائيلية*."""
    for other in following(sentence, item):
        if other.kind == "mark":
            break
        if other.kind == "pron" and other.marker in ("في", "time"):
            raid = _raid_before(sentence, other)  # هاجموا القرية في غارة قُتل *فيها* الوزير
            return raid, _raiders(sentence, raid) if raid is not None else []
        if other.kind == "A" and sentence.items[other.index - 1].value == "by":
            return other, [sentence.discourse.listed(other.value)]  # قتل برصاص *إسرائيلي*
        if other.marker not in _IN and not _fallen_to(sentence, other):
            continue
        if other.mention is not None and other.mention.kind == "instrument" and other.marker == "ب":
            return other, entities(sentence, other)  # قتل *بصاروخ إسرائيلي*
        if other.kind not in ("N", "O"):
            continue
        attack = other.kind == "N" and any(row.relation == "attacked" for row in other.rows)
        if attack or is_in(other, sentence.scene.function("strikes")):
            who = whose_attack(sentence, other)
            if not who and attack and other.det and not other.conj:
                who = last_doer(sentence, other, ATTACKS)  # قتل الوزير في *الهجوم*
            if who:
                return other, who
    return None, []


def _raid_before(sentence: Sentence, pronoun: Item) -> Item | None:
    """Return the attack in which somebody falls: الهجوم الذي شنته الحركة وقُتل *فيه* الوزير."""
    for other in reversed(sentence.items[: pronoun.index]):
        attack = other.kind == "N" and any(row.relation == "attacked" for row in other.rows)
        if attack and pronoun_fits(other, pronoun.value):
            return other
    return None


def _raiders(sentence: Sentence, raid: Item) -> list[Entity]:
    return whose_attack(sentence, raid) or last_doer(sentence, raid, ATTACKS)


def _fallen_to(sentence: Sentence, attack: Item) -> bool:
    """Whether somebody is called a victim of it: ذهب ضحية *هجوم*, وقع ضحية *لغارة*."""
    before = sentence.items[attack.index - 1]
    return attack.marker in ("gen", "ل") and is_in(before, sentence.scene.function("victims"))


def troops(subject: Item | None, relation: Relation) -> bool:
    """Whether it is a state's own troops that somebody has landed: القوات البلجيكية التي أُنزلت."""
    who = subject.mention if subject is not None else None
    sent = who is not None and (who.kind == "instrument" or who.entity.kind == "armed-group")
    sent = sent or (who is not None and who.kind == "role" and who.named is None)  # *جنود* أُنزلوا
    return sent and relation.id == "deployed-to"


def of_another(who: list[Entity], victims: list[Entity]) -> bool:
    """Whether it is not the victims' own state that attacks, in which they fell for it."""
    states = {one.listed for one in who if one.kind == ActorKind.STATE}
    return not any((one.state or one.listed) in states for one in victims)


def what_is_held(sentence: Sentence, item: Item) -> Item | None:
    """Return what is said to be in somebody's hands: باتت *المدينة* تحت سيطرة الحركة."""
    clause = sentence.clause_of[item.index]
    for other in reversed(sentence.items[clause.a : item.index]):
        if other.kind == "V" and any(row.relation for row in other.rows):
            return None
        if other.mention is not None and other.marker == "direct":
            place = other.mention.entity.kind in (ActorKind.STATE, ActorKind.PLACE)
            return other if place else None
        if other.kind == "O" and is_in(other, sentence.scene.function("place_heads")):
            return other  # باتت *بلدة* كارا تحت سيطرة الحركة
    return None


def struck_there(
    sentence: Sentence, attack: Item, relation: Relation, by: list[Entity]
) -> tuple[Item | None, list[Entity]]:
    """Return the land or town in which somebody attacks, if it is not his own: هجوما *في أوغادين*.

    Where a clause tells what it was aimed at, that is what was attacked.
    """
    if (aim := _aim_of(sentence, attack)) is not None:
        return aim, meant(sentence, aim, relation, tuple(by))
    behind = sentence.items[attack.index + 1 : attack.index + 2]
    own_attack = all("direct" not in row.object for row in attack.rows)  # هجوم *القوات* في مالي
    called = behind and behind[0].kind == "O" and is_adjective(behind[0], sentence.items)
    if (
        behind
        and behind[0].head is attack
        and not (called or (own_attack and behind[0].kind == "M"))
    ):
        return None, []  # قصف *مواقع* للجيش في البقاع
    if any(clause.kind == "rel" and clause.antecedent is attack for clause in sentence.clauses):
        return None, []
    given = sentence.bound.get(attack.index)
    place = slot(sentence, attack, "في")
    if place is None and given is not None and given.light:
        place = slot(sentence, given.by, "في")
    if place is None or place.index < attack.index:
        return None, []
    own = {one.listed or one.state for one in by} | {one.state for one in by}
    there = meant(sentence, place, relation, tuple(by))
    land = [one for one in there if one.kind in (ActorKind.STATE, ActorKind.PLACE)]
    return place, [one for one in land if (one.state or one.listed or "?") not in own]


def _aim_of(sentence: Sentence, attack: Item) -> Item | None:
    """Return what a campaign is to take: حملة عسكرية لانتزاع *طرابلس*, للسيطرة على *حلب*."""
    for other in sentence.items[attack.index + 1 : attack.index + 4]:
        if other.kind == "N" and other.marker == "ل":
            if not any(row.relation in _TAKEN for row in other.rows):
                return None
            return genitive_of(sentence, other) or slot(sentence, other, "على")
        if other.kind not in ("O", "A", "N", "prep") or other.conj:
            return None
    return None


def released_by(sentence: Sentence, item: Item) -> list[Entity]:
    """Return who lets somebody go and so held him before: أفرجت *تونس* عنه بعد *احتجازه*.

    And of whom a headline speaks: تونس: *اعتقال* سالم الراوي.
    """
    clause = sentence.clause_of[item.index]
    begun = item.marker == "time" or (item.marker == "من" and item.pronoun != "")
    if clause.verb is not None and begun and clause.verb.index < item.index:
        frees = any(row.id in sentence.scene.function("freeing") for row in clause.verb.rows)
        freer = clause.subject if frees and not clause.verb.passive else None
        return entities(sentence, freer) if freer is not None else []
    before = sentence.items[clause.a : item.index]
    head = len(before) == 2 and before[0].kind == "M" and before[1].key == ":"
    told = clause.verb is None or clause.verb.index > item.index
    named = before[0].mention if head and told else None
    if named is None or before[0].conj or named.entity.person:
        return []
    return [named.entity] if named.kind in ("country", "capital", "name") else []


def in_idiom(sentence: Sentence, item: Item, row: Row) -> tuple[Item | None, list[Entity]]:
    """Return whose the thing is that the idiom names: تعليق *عضوية تشاد*, إعادة *جدولة ديونها*."""
    chain = list(genitives(sentence, item))
    if any(is_one_of(step, row.with_nouns) for step in chain):
        return owned_in(sentence, chain)
    return None, []
