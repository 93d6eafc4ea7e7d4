"""Standing: what a sentence states without a verb: forces in a land, who is in whose hands."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from ....schema import ActorKind
from ..ends.arguments import entities
from ..ends.slots import following, slot
from ..records.clauses import Sentence
from ..records.ends import Found
from ..records.entity import Entity
from ..records.items import Item
from ..records.stems import is_in, stems
from .mode import modality_of

_LAND = frozenset({ActorKind.STATE, ActorKind.PLACE})
# A predicate that says more of the same: نشرت *قوات* في تشاد, انسحاب القوات من تشاد.
_MOVES = frozenset({"deployed-to", "withdrew-from", "seized", "intervened-in", "threatened"})
_OWNS = ("ل", "لدى")
_WHERE = frozenset({"في", "other"})  # "other" may be "under the command of"
_LED = frozenset({ActorKind.ARMED_GROUP, ActorKind.PARTY, ActorKind.ORGANIZATION})
_QUALITIES = frozenset({"O", "A", "adv", "T", "prep", "P"})
_GOVERNS = frozenset({"V", "N", "P", "O", "prep"})  # what the owner would be the object of
_BETWEEN = frozenset({"aux", "adv", "T", "O", "A"})


def speaks_without_verb(items: list[Item]) -> bool:
    """Whether a sentence that has no predicate may still say who stands where."""
    return any(
        o.kind == "prep"
        and (o.value == "by" or (o.value in ("في", "other") and before.kind == "M"))
        for before, o in pairwise(items)
    )


def standing(sentence: Sentence) -> Iterator[Found]:
    """Yield whose forces are in which land, and who or what is in whose hands."""
    for item in sentence.items:
        if item.kind == "O" and not item.det:
            yield from _stationed(sentence, item)
    for item in sentence.items:
        if item.kind == "prep" and item.index and item.index + 1 < len(sentence.items):
            if item.value == "في":
                yield from _in_the_land(sentence, item)
            elif item.value == "by" and _of_hands(sentence, item):
                yield from _in_hands(sentence, item)
            elif item.value == "other" and _of_command(sentence, item):
                yield from _under_command(sentence, item)


def stationed_at(sentence: Sentence, verb: Item) -> Item | None:
    """Return where the troops stand that are taken home: سحبت جنودها المرابطين في *سيناء*."""
    for other in following(sentence, verb):
        if other.kind == "mark":
            return None
        if other.kind == "P" and any(row.relation == "deployed-to" for row in other.rows):
            return slot(sentence, other, "في")
    return None


def _stationed(sentence: Sentence, noun: Item) -> Iterator[Found]:
    """Yield who has forces or a base where: نفت مالي أن تكون لها *قوات* في تشاد."""
    if noun.pronoun or not _stands_there(sentence, noun):
        return
    owner, place = _owner(sentence, noun), _place(sentence, noun)
    if owner is None or place is None:
        return
    for who in entities(sentence, owner):
        if who.kind != ActorKind.STATE:
            continue  # لحزب الفجر *قاعدة* شعبية في الجنوب
        for land in entities(sentence, place):
            if land.kind in _LAND and land.state != who.state:
                found = _found(sentence, noun, "deployed-to", (who, land), (owner, place))
                if _lacked(sentence, owner):
                    found = replace(found, modality="negated")
                yield replace(found, topic=noun.topic, rule="noun:stationed", confidence=0.8)


def _lacked(sentence: Sentence, owner: Item) -> bool:
    """Whether its owner is said to have none: *ليس لديها* قوات في تشاد."""
    before = sentence.items[max(0, owner.index - 2) : owner.index]
    return any(other.kind == "neg" and other.value != "ما" for other in before)


def _stands_there(sentence: Sentence, noun: Item) -> bool:
    return noun.topic == "base" or is_in(noun, sentence.scene.function("forces"))


def _owner(sentence: Sentence, noun: Item) -> Item | None:
    """Return whose they are, right before them or their number, and no verb's: *لها* ألف جندي."""
    clause = sentence.clause_of[noun.index]
    behind_verb = clause.verb is not None and clause.verb.index < noun.index
    for other in reversed(sentence.items[max(clause.a, noun.index - 3) : noun.index]):
        if other.marker in _OWNS and other.kind in ("M", "pron"):
            before = sentence.items[other.index - 1] if other.index > clause.a else None
            anew = bool(other.conj) and before is not None and before.kind == "mark"
            governed = before is not None and before.kind in _GOVERNS and not other.conj
            return None if governed or (behind_verb and not anew) else other
        if other.kind not in ("O", "T") or other.det or other.conj:
            return None
    return None


def _place(sentence: Sentence, noun: Item) -> Item | None:
    """Return where they are, right behind them and their adjectives."""
    clause, behind = sentence.clause_of[noun.index], noun.index + 1
    told = sentence.items[behind : behind + 1]
    if told and told[0].kind == "V" and not (told[0].conj or told[0].pronoun):
        clause, behind = sentence.clause_of[behind], behind + 1  # قوات *تقاتل* في تشاد
    for other in sentence.items[behind : noun.index + 6]:
        if sentence.clause_of[other.index] is not clause:
            return None
        if other.kind == "M":
            return other if other.marker in ("في", "على") else None
        if other.kind not in _QUALITIES or other.conj:
            return None
    return None


def _in_the_land(sentence: Sentence, prep: Item) -> Iterator[Found]:
    """Yield whose forces stand in another's land: *دبابات سورية* في شوارع بيروت."""
    forces = sentence.items[prep.index - 1]
    land = sentence.items[prep.index + 1]
    if land.kind == "O" and is_in(land, sentence.scene.function("parts_of_land")):
        land = sentence.items[land.index + 1] if land.index + 1 < len(sentence.items) else land
    if land.kind != "M" or not _are_forces(sentence, forces) or _said_by_verb(sentence, prep):
        return
    for who in entities(sentence, forces):
        for where in entities(sentence, land):
            own = who.state or who.listed
            if where.kind in _LAND and where.state is not None and own not in (None, where.state):
                yield _found(sentence, prep, "deployed-to", (who, where), (forces, land))


def _are_forces(sentence: Sentence, item: Item) -> bool:
    """Whether it is an army or a nation's soldiers: *القوات البروسية*, *جنود بروسيون*."""
    if item.mention is None or item.conj or item.marker not in ("direct", "gen"):
        return False
    if item.mention.kind != "instrument" and item.mention.entity.kind != ActorKind.ARMED_GROUP:
        return False
    forces = sentence.scene.function("forces").keys()
    words = sentence.scene.tokens[item.i : item.j]
    return any(not forces.isdisjoint(stems(token.key)) for token in words)


def _said_by_verb(sentence: Sentence, item: Item) -> bool:
    """Whether the clause has a verb, is negated, or a noun in it says where the forces go."""
    clause = sentence.clause_of[item.index]
    if clause.verb is not None or clause.negated:
        return True
    near = sentence.items[clause.a : item.index + 6]
    return any(row.relation in _MOVES for other in near for row in other.rows)


def _of_hands(sentence: Sentence, prep: Item) -> bool:
    words = [token.key for token in sentence.scene.tokens[prep.i : prep.j]]
    hands = sentence.scene.function("hands")
    return len(words) == 2 and words[0].endswith("في") and words[1] in hands  # not على يد


def _in_hands(sentence: Sentence, prep: Item) -> Iterator[Found]:
    """Yield who is held and what is taken: بات *المهندس* في قبضة الحركة, باتت *صيدا* في أيديها."""
    holder = sentence.items[prep.index + 1]
    held, captive = _held(sentence, prep)
    if holder.mention is None or held is None:
        return
    nation = [sentence.discourse.listed(held.value)] if held.kind == "A" else []
    for what in nation or entities(sentence, held):
        person = captive or what.kind == ActorKind.PERSON
        if not person and what.kind not in _LAND:
            continue
        for who in entities(sentence, holder):
            relation = "detained" if person else "seized"
            yield _found(sentence, prep, relation, (who, what), (holder, held))


def _held(sentence: Sentence, prep: Item) -> tuple[Item | None, bool]:
    """Return what stands before the hands it is in, and whether it is called a captive."""
    captive, nation = False, None
    clause = sentence.clause_of[prep.index]
    for other in reversed(sentence.items[clause.a : prep.index]):
        if is_in(other, sentence.scene.function("captives")):
            captive = True
            if nation is not None:
                return nation, captive
        elif other.kind == "M":
            return (other if other.marker == "direct" else None), captive
        elif other.kind == "A" and nation is None and other.value:
            nation = other
        elif other.kind not in _BETWEEN:
            return None, captive
    return None, captive


def _of_command(sentence: Sentence, prep: Item) -> bool:
    words = [token.key for token in sentence.scene.tokens[prep.i : prep.j]]
    commands = sentence.scene.function("leaderships")
    return len(words) == 2 and words[0].endswith("تحت") and words[1] in commands


def _under_command(sentence: Sentence, prep: Item) -> Iterator[Found]:
    """Yield which body another leads: تقاتل *كتيبة النور* تحت قيادة *حركة الفجر*."""
    leader, led = sentence.items[prep.index + 1], sentence.items[prep.index - 1]
    clause = sentence.clause_of[prep.index]
    beside = led.kind == "M" and led.marker in ("direct", "gen")
    if not beside:
        if clause.subject is None or clause.subject.index > prep.index:
            return
        led = clause.subject
    if led.kind != "M" or leader.mention is None or (beside and leader.mention.entity.person):
        return
    verb = clause.verb
    before = sentence.items[max(0, verb.index - 1) : verb.index] if verb is not None else []
    if clause.negated or (before and before[0].kind == "neg"):
        return  # *لا* تعمل كتيبة النور تحت قيادتها
    for who in entities(sentence, leader):
        for body in entities(sentence, led):
            if body.kind in _LED and who is not body and body.state != (who.listed or ""):
                yield _found(sentence, prep, "leads", (who, body), (leader, led))


def _found(
    sentence: Sentence,
    item: Item,
    relation: str,
    ends: tuple[Entity, Entity],
    items: tuple[Item, Item],
) -> Found:
    return Found(
        subject=ends[0],
        predicate=relation,
        object=ends[1],
        item=item,
        subject_item=items[0],
        object_item=items[1],
        modality=modality_of(sentence, item),
        topic=None,
        rule="noun:standing",
        confidence=0.75,
        extent=(min(o.index for o in items), max(o.index for o in items)),
    )
