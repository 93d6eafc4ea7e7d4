"""Objects: whom a predicate concerns, and the actor behind the thing that stands there."""

from ...schema import ActorKind, Relation
from .arguments import entities, group, is_one_of, markers_of, pronoun_entities, slot
from .clauses import Sentence
from .discourse import Entity
from .doers import acts_for, whose
from .frames import noun_speaker
from .items import Item, Row
from .pronouns import giver_entity, owner_entity, pronoun_entity
from .rows import Verb

# Relations towards what somebody does; the doer is the one concerned.
_ATTITUDES = frozenset({"SUPPORT", "ACCUSE", "REJECT", "THREATEN", "PROTEST"})
_PLACED = frozenset(
    {"visited", "deployed-to", "withdrew-from", "seized", "attacked", "intervened-in"}
)
_BY_FORCE = frozenset({"seized", "attacked", "withdrew-from"})
_OWNED = frozenset({"attacked", "seized", "visited", "withdrew-from", "deployed-to"})


def object_of(
    sentence: Sentence,
    item: Item,
    relation: Relation,
    markers: tuple[str, ...],
    subjects: list[Entity],
    *,
    row: Row,
    skip: Item | None = None,
) -> tuple[Item | None, list[Entity], str]:
    """Return the object's item, the actors it stands for, and its marker."""
    without = tuple(subjects)
    if relation.id == "denied" and (told := _told_by(sentence, item)) is not None:
        return told, entities(sentence, told, without), "direct"
    for marker in markers:
        if marker == "direct" and item.kind == "V" and item.pronoun not in ("", "1"):
            own = [sentence.discourse.listed(one.state) for one in subjects if one.state]
            who = pronoun_entities(sentence, item.index, item.pronoun, (*without, *own))
            if who:
                return item, who, marker
            continue
        found = own_slot(sentence, item, marker, row)
        if found is None or found is skip:
            continue
        who = meant(sentence, found, relation, without)
        if not who and isinstance(row, Verb) and is_one_of(found, row.with_nouns):
            who = [one for one in whose(sentence, found) if one not in without]  # رضخ *لشروط تونس*
            if not who and marker == "من":  # تلقت شحنات *من الأسلحة* من مصر
                found = slot(sentence, item, marker, claimed=frozenset({found.index}), row=row)
                who = entities(sentence, found, without) if found is not None else []
        if who:
            return found, who, marker
    return None, [], ""


def _told_by(sentence: Sentence, item: Item) -> Item | None:
    """Return who said "what X said": نفى ما قاله *X*, كذب ما نشرته *الصحيفة*."""
    for other in sentence.items[item.index + 1 : item.index + 20]:
        told = sentence.clause_of[other.index]
        if other.kind == "V" and told is not sentence.clause_of[item.index]:
            spoken = any(row.speech for row in other.rows)
            opened = told.opener is not None and told.opener.key == "ما"
            return told.subject if spoken and opened and told.verb is other else None
    return None


def meant(
    sentence: Sentence, item: Item, relation: Relation, without: tuple[Entity, ...]
) -> list[Entity]:
    """Return the actors concerned when this phrase is the object of the relation."""
    if item.kind == "M" and item.mention is not None:
        if item.mention.kind == "city" and relation.id not in _PLACED:
            return []
        if item.mention.kind == "capital" and relation.id in _BY_FORCE:
            return [_town(sentence, item)]
    if item.kind in ("M", "pron"):
        return entities(sentence, item, without)
    attitude = str(relation.relation_class) in _ATTITUDES or relation.id == "conceded-to"
    if relation.id == "denied" and not any(row.speech for row in item.rows):
        return []  # whoever denies a visit does not deny the visitor
    if item.kind == "N" and relation.id == "denied":
        who, _, _ = noun_speaker(sentence, item)
        return [who] if who is not None and who not in without else []
    through = relation.id in ("opposes", "sanctioned")  # حظر على *تصدير السلاح إلى مصر*
    if item.kind == "N" and (attitude or through or relation.id in ("called-on", "praised")):
        if item.pronoun and item.pronoun != "1":
            owner = pronoun_entity(sentence, item.index, item.pronoun, without)
            return [owner] if owner is not None else []
        who = whose(sentence, item) if item.rows else []
        if not who and through:
            for row in item.rows:
                for marker in markers_of(row, noun=True):
                    other = slot(sentence, item, marker)
                    if other is not None and other.kind == "M":
                        return entities(sentence, other, without)
        who = who or _behind_it(sentence, item, relation)
        return [entity for entity in who if entity not in without]
    included = entities(sentence, item, without)
    if included:
        return included
    if relation.id in _PLACED and not is_one_of(item, tuple(sentence.scene.function("targets"))):
        place = _unknown_place(sentence, item)
        if place is not None:
            return [place]
    if item.kind == "O" and (attitude or relation.id in _OWNED or acts_for(sentence, item)):
        owner = owner_entity(sentence, item)
        if owner is None and relation.id in _OWNED:
            owner = _where(sentence, item)
        behind = [owner] if owner is not None else []
        if attitude and not behind:
            behind = _behind_it(sentence, item, relation)
        return [entity for entity in behind if entity not in without]
    return []


def _where(sentence: Sentence, item: Item) -> Entity | None:
    """Return the place that an unnamed target lies in: قصفت قرى *في قبرص*, مستودعا *في سورية*."""
    if item.det or not is_one_of(item, tuple(sentence.scene.function("targets"))):
        return None
    for other in sentence.items[item.index + 1 : item.index + 8]:
        if other.kind == "M" and other.mention is not None:
            entity = other.mention.entity
            placed = other.marker == "في" and entity.kind in (ActorKind.STATE, ActorKind.PLACE)
            return entity if placed else None
        if other.kind not in ("O", "A", "prep", "T", "adv"):
            return None
    return None


def _town(sentence: Sentence, item: Item) -> Entity:
    """Return the town that a capital is when it is shelled or taken, rather than its state."""
    assert item.mention is not None
    return sentence.discourse.body(
        sentence.scene.raw(item.i, item.j, item.mention.start), kind=ActorKind.PLACE,
        head="place", gender="f", plural=False, state=item.mention.entity.listed,
    )  # fmt: skip


def _behind_it(sentence: Sentence, item: Item, relation: Relation) -> list[Entity]:
    """Return whose the thing is, or, of an act that is refused, with whom it would be done."""
    giver = giver_entity(sentence, item)
    if giver is not None:
        return [giver]
    if relation.id != "rejects" or any(row.relation for row in item.rows):
        return []
    step = item
    for other in sentence.items[item.index + 1 : item.index + 4]:
        if other.marker != "gen" or other.head is not step:
            break
        step = other
    partner = slot(sentence, step, "مع") if step.kind in ("N", "O") else None
    return entities(sentence, partner) if partner is not None else []


def _unknown_place(sentence: Sentence, item: Item) -> Entity | None:
    """Return the town or region that nobody listed: a bare unknown word that is taken or left."""
    scene = sentence.scene
    word = scene.word(item.i)
    if item.kind != "O" or word is None or word.senses or item.det:
        return None
    if item.pronoun not in ("", "1"):  # فيلنا is no "our" something
        return None
    key = word.key
    if len(key) < 4 or key in scene.lexicon.ordinary or scene.tokens[item.i].tanwin:
        return None
    if item.marker not in ("direct", "على", "من", "إلى") or item.head is not None:
        return None
    following = sentence.items[item.index + 1 : item.index + 2]
    if following and following[0].kind in ("O", "A", "M") and following[0].marker in ("gen", ""):
        return None
    return sentence.discourse.body(
        scene.raw(item.i, item.j), kind=ActorKind.PLACE, head="place", gender="f", plural=False,
        state=None,
    )  # fmt: skip


def direct_object(sentence: Sentence, item: Item, row: Row) -> Item | None:
    """Return the object in the row's own markers; a pronoun on the verb stands for a bare one."""
    markers = markers_of(row, noun=item.kind == "N")
    if item.kind == "N" and item.pronoun and "direct" in row.object:
        markers = (*markers, "direct")  # اتهامه *سوريا* ب
    for marker in markers:
        if marker == "direct" and item.kind == "V" and item.pronoun not in ("", "1"):
            return Item("pron", item.i, item.j, item.index, value=item.pronoun)
        found = own_slot(sentence, item, marker)
        if found is not None:
            return found
    return None


def own_slot(sentence: Sentence, item: Item, marker: str, row: Row | None = None) -> Item | None:
    """Return the phrase under this marker that is not the predicate's own subject."""
    clause = sentence.clause_of[item.index]
    claimed: set[int] = set()
    if clause.verb is item and clause.subject is not None:
        claimed = {other.index for other in group(sentence, clause.subject)}
    return slot(sentence, item, marker, claimed=frozenset(claimed), row=row)
