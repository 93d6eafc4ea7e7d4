"""Relations: what a predicate states, between whom, in which mode.

Predicates are read from left to right. Control verbs (قرر, سعى إلى, اتهم بـ) and light verbs
(قدم طلبا, تلقى دعما) hand their subject or object down to the predicate in their slot.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from ...schema import ActorKind, Relation, vocabulary
from .arguments import entities, following, group, has_noun, markers_of, slot, verb_rows
from .clauses import Clause, Sentence, is_goal, owner_entity, pronoun_entity
from .discourse import Entity, agrees
from .frames import noun_speaker
from .items import Item, Row
from .rows import Verb

# What counts as support when it is what somebody asks for.
_SUPPORT = frozenset({"support", "weapons", "aid", "troops", "protection", "training"})
# Relations towards what somebody does; the doer is the one concerned.
_ATTITUDES = frozenset({"SUPPORT", "ACCUSE", "REJECT", "THREATEN"})
_UNFACTUAL = frozenset({"REJECT", "REQUEST", "THREATEN", "CONCEDE"})
_PLACED = frozenset(
    {"visited", "deployed-to", "withdrew-from", "seized", "attacked", "intervened-in"}
)
_OWNED = frozenset({"attacked", "seized", "visited", "withdrew-from", "deployed-to"})
_FAR = 80  # items; whatever stands further back is not about this one
_HELP = frozenset({"supports", "aids", "arms"})


@dataclass(slots=True)
class Bound:
    """What an outer predicate hands to the one in its slot."""

    by: Item
    subjects: list[Entity] = field(default_factory=list[Entity])
    objects: list[Entity] = field(default_factory=list[Entity])
    subject_item: Item | None = None
    object_item: Item | None = None
    modality: str = "actual"
    extra: tuple[str, ...] = ()  # further markers that the object may stand under
    light: bool = False
    speech: tuple[Entity | None, str] | None = None


@dataclass(slots=True)
class Found:
    """A claim as read from one predicate, with the items that hold it."""

    subject: Entity
    predicate: str
    object: Entity
    item: Item
    subject_item: Item | None
    object_item: Item | None
    modality: str
    topic: str | None
    rule: str
    confidence: float
    extent: tuple[int, int]  # items
    speech: tuple[Entity | None, str] | None = None
    place: Item | None = None
    by: Item | None = None  # the light or control verb that hands down an end


@dataclass(slots=True)
class Ends:
    """The two sides of a predicate before they are paired."""

    subjects: list[Entity]
    objects: list[Entity]
    subject_item: Item | None = None
    object_item: Item | None = None
    object_marker: str = ""
    confidence: float = 0.9


class Skipped(Exception):  # noqa: N818 - a reading that was left out, not an error
    """Why a predicate yields no claim; shown by `explain`."""


def claims_of(sentence: Sentence, skipped: list[tuple[Item, str, str]]) -> list[Found]:
    """Return what the predicates of a sentence state; note in `skipped` what was left out."""
    bound: dict[int, Bound] = {}
    found: list[Found] = []
    predicates = [i for i in sentence.items if i.kind in ("V", "N", "P") and i.rows]
    for item in predicates:
        _hand_down(sentence, item, bound)
    for item in predicates:
        best: list[Found] = []
        for row in item.rows:
            if row.relation is None:
                continue
            try:
                read = list(_read(sentence, item, row, bound, found))
            except Skipped as reason:
                skipped.append((item, row.id, str(reason)))
                continue
            if len(read) > len(best) or (best and read and read[0].confidence > best[0].confidence):
                best = read
        for one in best:
            _remember(sentence, one)
        found += best
    return found


def _remember(sentence: Sentence, found: Found) -> None:
    """Keep what "this request", "both sides" and "an agreement with X" may point back to."""
    discourse = sentence.discourse
    relation = vocabulary()[found.predicate]
    discourse.events[relation.parent or relation.id] = (found.subject, found.object, found.topic)
    discourse.doer = found.subject
    if not relation.structural and found.object.kind != "event":
        discourse.sides = (found.subject, found.object)


# Control and light verbs


def _hand_down(sentence: Sentence, item: Item, bound: dict[int, Bound]) -> None:
    for row in verb_rows(item):
        if not _idiom_fits(sentence, item, row):
            continue
        if row.light is not None:
            _hand_light(sentence, item, row, bound)
        if row.bears:
            _hand_borne(sentence, item, row, bound)
        for control in row.control:
            complement = _complement(sentence, item, control.slot)
            if complement is None or complement.index in bound:
                continue
            if (
                row.relation is not None
                and control.by == "subject"
                and (_done_by_another(sentence, complement))
            ):
                continue
            subjects, subject_item = doers(sentence, item, row, bound)
            who, who_item = subjects, subject_item
            if control.by == "object":
                target = _direct_object(sentence, item, row)
                if target is None and item.kind == "N":
                    target = _genitive(sentence, item)
                who = entities(sentence, target) if target is not None else []
                who_item = target
                request = row.relation is not None and (
                    str(vocabulary()[row.relation].relation_class) == "REQUEST"
                )
                if not who and not request:
                    continue
            speech = None
            if control.speech is not None:
                speech = (subjects[0] if subjects else None, control.speech)
            modality = control.modality
            outer = bound.get(item.index)
            if outer is not None and outer.modality != "actual" and modality == "actual":
                modality = outer.modality
            if item.kind == "V" and sentence.clause_of[item.index].negated and modality == "actual":
                modality = "negated"
            for each in _joined(sentence, complement):
                bound[each.index] = Bound(item, who, [], who_item, modality=modality, speech=speech)


def _done_by_another(sentence: Sentence, item: Item) -> bool:
    """Whether the action has a doer of its own: رفض *طلب بريطانيا* rejects, and does not ask."""
    if item.kind != "N" or not any(row.idafa == "subject" for row in item.rows):
        return False
    return bool(item.pronoun or item.nisba or _genitive(sentence, item))


def _idiom_fits(sentence: Sentence, item: Item, row: Row) -> bool:
    """Whether the nouns that the row wants stand by the predicate, and those it bars do not."""
    if not isinstance(row, Verb):
        return True
    if row.with_nouns and not has_noun(sentence, item, row.with_nouns):
        return False
    return not (row.without_nouns and has_noun(sentence, item, row.without_nouns))


def _hand_light(sentence: Sentence, item: Item, row: Verb, bound: dict[int, Bound]) -> None:
    light = row.light
    assert light is not None
    complement = _complement(sentence, item, light.slot) or _taken_up(sentence, item, light.slot)
    if complement is None or not any(r.relation for r in complement.rows):
        return
    if complement.index in bound and bound[complement.index].light:
        return
    subjects, subject_item = doers(sentence, item, row, bound)
    modality = _modality(sentence, item, bound)
    if light.modality != "actual":
        modality = light.modality
    extra = tuple(dict.fromkeys((*row.object, *row.noun_object, "ل", "إلى")))
    mine = Bound(item, modality=modality, extra=extra, light=True)
    if light.role == "subject":
        mine.subjects, mine.subject_item = subjects, subject_item
    else:
        mine.objects, mine.object_item = subjects, subject_item
    for each in _joined(sentence, complement):
        bound[each.index] = mine


def _hand_borne(sentence: Sentence, item: Item, row: Verb, bound: dict[int, Bound]) -> None:
    """ورد طلب من X: the verb's subject is an action noun, its doer stands under `bears`."""
    clause = sentence.clause_of[item.index]
    noun = clause.subject if clause.verb is item else None
    if noun is None or noun.kind != "N":
        return
    for marker in row.bears:
        doer = slot(sentence, item, marker) or _first_marked(sentence, noun, marker)
        if doer is not None and (who := entities(sentence, doer)):
            bound[noun.index] = Bound(item, who, [], doer, extra=("إلى", "ل"), light=True)
            return


def _first_marked(sentence: Sentence, item: Item, marker: str) -> Item | None:
    return next((o for o in following(sentence, item) if o.marker == marker), None)


def _complement(sentence: Sentence, item: Item, slots: tuple[str, ...]) -> Item | None:
    """Return the predicate in one of these slots: an action noun, or the verb behind أن."""
    items = sentence.items
    clause = sentence.clause_of[item.index]
    for other in items[item.index + 1 : item.index + 30]:
        if other.kind == "an":
            if "an" not in slots and (not other.value or other.value not in slots):
                return None
            return next(
                (o for o in items[other.index + 1 : other.index + 16] if o.kind == "V"), None
            )
        inside = sentence.clause_of[other.index] is clause
        if other.kind == "mark" and item.kind != "V":
            return None
        if other.kind in ("V", "sub", "if"):
            return None
        if not inside or other.kind not in ("N", "O"):
            continue
        if other.kind == "N" and other.marker in slots and other.rows:
            if clause.subject is other:
                continue
            return other
        if other.marker in slots and other.kind == "O":
            inner = _genitive_action(sentence, other)
            if inner is not None:
                return inner
    return None


def _genitive_action(sentence: Sentence, item: Item) -> Item | None:
    """Return the action in the genitive: ضرورة *فتح* قنوات *حوار*."""
    step = item
    for other in sentence.items[item.index + 1 : item.index + 4]:
        if other.marker != "gen" or other.head is not step:
            return None
        if other.kind == "N" and other.rows:
            return other
        step = other
    return None


def _taken_up(sentence: Sentence, item: Item, slots: tuple[str, ...]) -> Item | None:
    """Return the action noun that a pronoun takes up: زيارات قام *بها*."""
    for other in sentence.items[item.index + 1 : item.index + 4]:
        if other.kind == "pron" and other.marker in slots:
            for noun in reversed(sentence.items[max(0, item.index - 8) : item.index]):
                if noun.kind == "N" and noun.rows:
                    return noun
                if noun.kind == "V":
                    return None
    return None


def _joined(sentence: Sentence, item: Item) -> list[Item]:
    """Return the predicate and those joined to it by "and" in the same slot."""
    found = [item]
    clause = sentence.clause_of[item.index]
    for other in sentence.items[item.index + 1 : item.index + 30]:
        if sentence.clause_of[other.index] is not clause:
            return found
        if other.kind == "N" and other.conj == "و" and other.marker == item.marker and other.rows:
            found.append(other)
    return found


def doers(
    sentence: Sentence, item: Item, row: Row, bound: dict[int, Bound]
) -> tuple[list[Entity], Item | None]:
    """Return who does what the predicate says, and the item that names them."""
    if item.kind == "V":
        clause = sentence.clause_of[item.index]
        if clause.verb is item and clause.subject is not None:
            who = entities(sentence, clause.subject)
            if not who and clause.subject.kind == "O":
                owner = owner_entity(sentence, clause.subject)
                who = [owner] if owner is not None and _acts(sentence, clause.subject) else []
            return who, clause.subject
        if item.feats.split()[1][0] == "1":
            voice = [who for a, b, who in sentence.voices if a <= item.index < b]
            return voice[-1:], None
        if clause.subject_entity is not None:
            also = [clause.also] if clause.also is not None else []
            return [clause.subject_entity, *also], None
        return [], None
    if item.kind == "P":
        return _participle_head(sentence, item)
    given = bound.get(item.index)
    if given is not None and given.subjects:
        return given.subjects, given.subject_item
    genitive = _genitive(sentence, item)
    if genitive is not None:
        return entities(sentence, genitive), genitive
    if item.nisba is not None:
        return [sentence.discourse.listed(item.nisba)], None
    if item.pronoun and item.pronoun != "1":
        who = pronoun_entity(sentence, item.index, item.pronoun, ())
        return ([who], None) if who is not None else ([], None)
    clause = sentence.clause_of[item.index]
    before = sentence.items[max(0, item.index - 3) : item.index]
    if before and before[-1].kind == "self" and not item.det:
        named = next((o for o in reversed(before) if o.kind == "M"), None)
        if named is not None:
            return entities(sentence, named), named
    if _purpose(item) and clause.subject_entity is not None:
        return [clause.subject_entity], None
    return [], None


def _acts(sentence: Sentence, item: Item) -> bool:
    """Whether a thing stands for its owner as a doer: policies and instruments do."""
    return item.nisba is not None or _acts_for(sentence, item)


def _purpose(item: Item) -> bool:
    return item.marker in ("purpose", "ل") and item.kind == "N"


def _participle_head(sentence: Sentence, item: Item) -> tuple[list[Entity], Item | None]:
    """Return the noun phrase that a participle describes."""
    for other in reversed(sentence.items[max(0, item.index - 4) : item.index]):
        if other.kind == "M" and other.mention is not None:
            entity = other.mention.entity
            if not _participle_agrees(item, entity):
                if item.det:
                    return [], None
                break
            return entities(sentence, other), other
        if other.kind not in ("O", "A", "adv", "aux", "neg", "mark", "self"):
            break
        if other.kind == "O" and other.marker != "gen" and not item.det and other.det:
            break
    clause = sentence.clause_of[item.index]
    if not item.det and item.marker in ("direct", "gen"):
        step: Clause | None = clause
        while step is not None:
            if step.subject_entity is not None and (
                step.verb is None or step.verb.index < item.index
            ):
                return [step.subject_entity], None
            step = step.parent
    return [], None


def _participle_agrees(item: Item, entity: Entity) -> bool:
    if entity.plural:
        return item.feats in ("fs", "mp", "fp", "bp")
    return item.feats[:1] == entity.gender


def _genitive(sentence: Sentence, item: Item) -> Item | None:
    """Return the actor in the genitive right behind an action noun."""
    for other in sentence.items[item.index + 1 : item.index + 3]:
        if other.kind == "M" and other.head is item:
            return other
        if other.kind == "M" and other.marker == "gen" and other.head is not None:
            if other.head.head is item and other.head.kind == "O":
                return other
            return None
        if other.kind not in ("O", "quant"):
            return None
    return None


def _direct_object(sentence: Sentence, item: Item, row: Row) -> Item | None:
    """Return the object in the row's own markers; a pronoun on the verb stands for a bare one."""
    for marker in markers_of(row, noun=item.kind == "N"):
        if marker == "direct" and item.kind == "V" and item.pronoun not in ("", "1"):
            return Item("pron", item.i, item.j, item.index, value=item.pronoun)
        found = _slot(sentence, item, marker)
        if found is not None:
            return found
    return None


def _slot(sentence: Sentence, item: Item, marker: str, row: Row | None = None) -> Item | None:
    clause = sentence.clause_of[item.index]
    claimed: set[int] = set()
    if clause.verb is item and clause.subject is not None:
        claimed = {other.index for other in group(sentence, clause.subject)}
    return slot(sentence, item, marker, claimed=frozenset(claimed), row=row)


# Reading one predicate


def _read(
    sentence: Sentence, item: Item, row: Row, bound: dict[int, Bound], earlier: list[Found]
) -> Iterator[Found]:
    assert row.relation is not None
    relation = vocabulary()[row.relation]
    verb = row if isinstance(row, Verb) else None
    if verb is not None and verb.with_nouns and not has_noun(sentence, item, verb.with_nouns):
        raise Skipped("none of its nouns stands by it")
    if verb is not None and verb.without_nouns and has_noun(sentence, item, verb.without_nouns):
        raise Skipped("a noun stands by it that gives it another sense")
    given = bound.get(item.index)
    if item.kind == "V":
        ends = _verb_ends(sentence, item, row, relation, earlier)
    elif item.kind == "P":
        ends = _participle_ends(sentence, item, row, relation)
    else:
        ends = _noun_ends(sentence, item, row, relation, given)
    modality = _modality(sentence, item, bound)
    topic_item = _topic(sentence, item)
    topic = topic_item.topic if topic_item is not None else None
    predicate = _narrowed(relation, row, topic, ends)
    if not ends.objects and predicate.startswith("requested") and topic_item is not None:
        named = _nation_of(sentence, topic_item)
        if named is not None:
            ends.objects = [named]
            ends.confidence = min(ends.confidence, 0.8)
    if item.kind == "N":
        _from_context(sentence, item, relation, ends)
        _factual(sentence, item, bound, modality)
    _own_claim(_outer(item, bound), relation)
    help_asked = _asked_for_help(sentence, item, predicate, ends, bound)
    pairs = list(_pairs(relation, row, ends))
    if not pairs:
        missing = "no subject" if not ends.subjects else "no object"
        raise Skipped(missing)
    for subject, object_ in pairs:
        if subject is object_:
            continue
        if relation.id == "leads" and object_.person:
            if subject.person:
                continue
            subject, object_ = object_, subject  # noqa: PLW2901 - a body is led, by a person
        if relation.id == "launched" and object_.kind != "event":
            continue
        if object_.kind == "event" and relation.id != "launched":
            continue
        chosen = (subject, predicate, object_)
        confidence = ends.confidence
        if help_asked is not None and predicate in _HELP:
            chosen = (object_, "requested-support-from", subject)
        yield Found(
            subject=chosen[0],
            predicate=chosen[1],
            object=chosen[2],
            item=item,
            subject_item=ends.subject_item,
            object_item=ends.object_item,
            modality=modality if help_asked is None else help_asked,
            topic=topic,
            rule=_rule(item, row, given),
            confidence=round(confidence * (0.9 if modality == "possible" else 1), 2),
            extent=_extent(sentence, item, ends, given, topic_item),
            speech=given.speech if given is not None else None,
            place=_place(sentence, item, ends),
            by=given.by if given is not None else None,
        )


def _outer(item: Item, bound: dict[int, Bound]) -> Bound | None:
    """Return what governs the item or the nouns it stands in the genitive of."""
    step: Item | None = item
    while step is not None:
        if step.index in bound:
            return bound[step.index]
        step = step.head
    return None


def _own_claim(given: Bound | None, relation: Relation) -> None:
    """Leave out what is only the content of a request: the request itself is the claim."""
    if given is None or given.light:
        return
    outer = {str(vocabulary()[r.relation].relation_class) for r in given.by.rows if r.relation}
    if any(row.relation == "warned" for row in given.by.rows):
        raise Skipped("only what is warned of")
    if "REQUEST" in outer and given.modality == "intended" and relation.id not in _HELP:
        raise Skipped("only what is asked for")


def _rule(item: Item, row: Row, given: Bound | None) -> str:
    form = {"V": "verb", "N": "noun", "P": "participle"}[item.kind]
    way = f"+{given.by.rows[0].id}" if given is not None and given.by.rows else ""
    return f"{form}:{row.id}{way}"


def _taken_pronoun(
    sentence: Sentence, item: Item, subjects: list[Entity], earlier: list[Found]
) -> Entity | None:
    """Return whom "and accused *her*" means: the object of the same subject's verb before it."""
    if item.pronoun in ("", "1") or not item.conj or not earlier:
        return None
    last = earlier[-1]
    if last.subject not in subjects or last.item.kind != "V":
        return None
    return last.object if agrees(last.object, item.pronoun[0], item.pronoun[1]) else None


def _verb_ends(
    sentence: Sentence, item: Item, row: Row, relation: Relation, earlier: list[Found]
) -> Ends:
    clause = sentence.clause_of[item.index]
    if clause.verb is not item:
        raise Skipped("the clause has another verb")
    agent = slot(sentence, item, "by")
    subjects, subject_item = doers(sentence, item, row, {})
    taken = _taken_pronoun(sentence, item, subjects, earlier)
    confidence = 0.7 if clause.inherited else 0.9
    if agent is not None and (item.passive or item.feats[-1] == "b" or not subjects):
        done_to = subjects
        if not done_to and subject_item is not None:
            done_to = _meant(sentence, subject_item, relation, ())
        return Ends(entities(sentence, agent), done_to, agent, subject_item, "direct", confidence)
    if item.passive:
        raise Skipped("passive without a doer")
    swap = isinstance(row, Verb) and row.swap
    markers = row.agent if isinstance(row, Verb) and row.swap else row.object
    if taken is not None and "direct" in markers:
        object_item, objects, marker = item, [taken], "direct"
    else:
        object_item, objects, marker = _object(sentence, item, relation, markers, subjects, row=row)
    if isinstance(row, Verb) and row.collective and not objects:
        _both(sentence, item, subjects)
        marker = "بين"
    if swap:
        return Ends(objects, subjects, object_item, subject_item, marker, confidence)
    return Ends(subjects, objects, subject_item, object_item, marker, confidence)


def _participle_ends(sentence: Sentence, item: Item, row: Row, relation: Relation) -> Ends:
    subjects, subject_item = _participle_head(sentence, item)
    if not subjects:
        raise Skipped("describes no actor")
    if item.passive:
        for marker in ("by", "من", "ل"):
            agent = slot(sentence, item, marker)
            if agent is not None and (who := entities(sentence, agent, tuple(subjects))):
                return Ends(who, subjects, agent, subject_item, marker, 0.8)
        raise Skipped("passive participle without a doer")
    markers = markers_of(row, noun=True)
    object_item, objects, marker = _object(sentence, item, relation, markers, subjects, row=row)
    genitive = _genitive(sentence, item)
    if not objects and genitive is not None and "direct" in row.object:
        objects, object_item, marker = entities(sentence, genitive), genitive, "gen"
    return Ends(subjects, objects, subject_item, object_item, marker, 0.85)


def _noun_ends(
    sentence: Sentence, item: Item, row: Row, relation: Relation, given: Bound | None
) -> Ends:
    ends = Ends([], [], confidence=0.8)
    if given is not None:
        ends.subjects, ends.subject_item = list(given.subjects), given.subject_item
        ends.objects, ends.object_item = list(given.objects), given.object_item
        ends.confidence = 0.85
    agent = slot(sentence, item, "by")
    if agent is None and ends.objects and given is not None and given.light:
        agent = _slot(sentence, item, "من") or slot(sentence, given.by, "من")
    if agent is not None and not ends.subjects:
        ends.subjects, ends.subject_item = entities(sentence, agent), agent
    genitive = _genitive(sentence, item)
    own = _own(sentence, item, genitive, ends.subjects)
    markers = tuple(dict.fromkeys((*markers_of(row, noun=True), *(given.extra if given else ()))))
    object_item: Item | None = None
    objects: list[Entity] = []
    marker = ""
    if not ends.objects:
        excluded = ends.subjects or own
        object_item, objects, marker = _object(
            sentence, item, relation, markers, excluded, row=row, skip=genitive
        )
        if not objects and given is not None and given.light:
            object_item, objects, marker = _object(
                sentence, given.by, relation, markers, excluded, row=row, skip=genitive
            )
    both = slot(sentence, item, "بين")
    if both is not None and not ends.subjects and (relation.symmetric or row.collective):
        ends.subjects = entities(sentence, both)
        ends.subject_item, ends.object_marker = both, "بين"
        return ends
    if own:
        _place_own(row, ends, own, genitive, objects)
    if item.nisba is not None and not ends.subjects:
        ends.subjects = [sentence.discourse.listed(item.nisba)]
    if not ends.objects:
        ends.objects, ends.object_item, ends.object_marker = objects, object_item, marker
    if not ends.subjects:
        _main_subject(sentence, item, ends)
    return ends


def _own(
    sentence: Sentence, item: Item, genitive: Item | None, subjects: list[Entity]
) -> list[Entity]:
    """Return the actor in the genitive or in the pronoun on the noun."""
    if genitive is not None:
        return entities(sentence, genitive)
    if item.pronoun and item.pronoun != "1":
        without = tuple(subjects)
        if item.marker in ("ل", "cause"):  # punished *for its* invasion: not who punishes
            subject = sentence.clause_of[item.index].subject_entity
            other = (*without, subject) if subject is not None else without
            who = pronoun_entity(sentence, item.index, item.pronoun, other)
            if who is not None:
                return [who]
        who = pronoun_entity(sentence, item.index, item.pronoun, without)
        return [who] if who is not None else []
    return []


def _place_own(
    row: Row, ends: Ends, own: list[Entity], genitive: Item | None, objects: list[Entity]
) -> None:
    """Decide whether the genitive does it or has it done to it."""
    if ends.subjects:
        role = "object"
        if ends.objects or (objects and any(o is s for o in own for s in ends.subjects)):
            return
        if all(any(o is s for s in ends.subjects) for o in own):
            return
        if objects and row.idafa == "subject":
            return
    elif ends.objects or objects:
        role = "subject"
    elif row.idafa != "either":
        role = row.idafa
    else:
        role = "object" if "direct" in row.object else "subject"
    if role == "subject":
        ends.subjects, ends.subject_item = own, genitive
    elif not objects:
        ends.objects, ends.object_item = own, genitive


def _main_subject(sentence: Sentence, item: Item, ends: Ends) -> None:
    """Let the main clause's subject do what a purpose, goal or standing policy names."""
    clause = sentence.clause_of[item.index]
    holder = clause
    while holder.subject_entity is None and holder.parent is not None:
        holder = holder.parent
    who = holder.subject_entity
    if who is None or (holder.verb is not None and holder.verb.index > item.index):
        who = None
    before = sentence.items[item.index - 1] if item.index else None
    purpose = item.marker == "purpose" or (item.marker == "ل" and not item.det)
    based = _based_on(sentence, item)
    goal = _goal_before(sentence, item)
    if who is None and goal:
        who = next((e for e in sentence.mentions_before(item.index) if e.person), None)
    if who is not None and before is not None and (purpose or based or goal):
        ends.subjects = [who]
        ends.confidence = 0.65


def _based_on(sentence: Sentence, item: Item) -> bool:
    """Whether the noun says what a policy rests on: خطاب قائم على *الاعتراف* بـ."""
    words = sentence.scene.function("resting")
    clause = sentence.clause_of[item.index]
    for other in reversed(sentence.items[max(0, item.index - 30) : item.index]):
        if sentence.clause_of[other.index] is not clause:
            continue
        if other.key in words and sentence.items[other.index + 1].key == "على":
            return True
        if other.kind in ("V", "an", "sub"):
            return False
    return False


def _goal_before(sentence: Sentence, item: Item) -> bool:
    """Whether the sentence names this as somebody's aim: والهدف منها ... *دفع* موسكو."""
    clause = sentence.clause_of[item.index]
    start = max(clause.a, item.index - _FAR)
    goal = next((o for o in sentence.items[start : item.index] if is_goal(o)), None)
    if goal is None:
        return False
    return clause.subject is None or clause.subject is goal or clause.subject.kind != "M"


def _object(
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
    for marker in markers:
        if marker == "direct" and item.kind == "V" and item.pronoun not in ("", "1"):
            who = pronoun_entity(sentence, item.index, item.pronoun, without)
            if who is not None:
                return item, [who], marker
            continue
        found = _slot(sentence, item, marker, row)
        if found is None or found is skip:
            continue
        who = _meant(sentence, found, relation, without)
        if who:
            return found, who, marker
    return None, [], ""


def _meant(
    sentence: Sentence, item: Item, relation: Relation, without: tuple[Entity, ...]
) -> list[Entity]:
    """Return the actors concerned when this phrase is the object of the relation."""
    if item.kind == "M" and item.mention is not None and item.mention.kind == "city":
        if relation.id not in _PLACED:
            return []
    if item.kind in ("M", "pron"):
        return entities(sentence, item, without)
    attitude = str(relation.relation_class) in _ATTITUDES
    if relation.id == "denied" and not any(row.speech for row in item.rows):
        return []  # whoever denies a visit does not deny the visitor
    if item.kind == "N" and relation.id == "denied":
        who, _, _ = noun_speaker(sentence, item)
        return [who] if who is not None and who not in without else []
    if item.kind == "N" and (attitude or relation.id in ("called-on", "praised")):
        if item.pronoun and item.pronoun != "1":
            owner = pronoun_entity(sentence, item.index, item.pronoun, without)
            return [owner] if owner is not None else []
        who, _ = doers(sentence, item, item.rows[0], {}) if item.rows else ([], None)
        if not who and relation.id == "opposes":
            for row in item.rows:
                for marker in markers_of(row, noun=True):
                    other = slot(sentence, item, marker)
                    if other is not None and other.kind == "M":
                        return entities(sentence, other, without)
        return [entity for entity in who if entity not in without]
    included = entities(sentence, item, without)
    if included:
        return included
    if relation.id in ("seized", "withdrew-from"):
        place = _unknown_place(sentence, item)
        if place is not None:
            return [place]
    if item.kind == "O" and (attitude or relation.id in _OWNED or _acts_for(sentence, item)):
        owner = owner_entity(sentence, item)
        return [owner] if owner is not None and owner not in without else []
    return []


def _unknown_place(sentence: Sentence, item: Item) -> Entity | None:
    """Return the town or region that nobody listed: a bare unknown word that is taken or left."""
    scene = sentence.scene
    word = scene.word(item.i)
    if item.kind != "O" or word is None or word.senses or item.pronoun or item.det:
        return None
    key = word.key
    if len(key) < 4 or key in scene.lexicon.ordinary or scene.tokens[item.i].tanwin:
        return None
    if item.marker not in ("direct", "على", "من") or item.head is not None:
        return None
    following = sentence.items[item.index + 1 : item.index + 2]
    if following and following[0].kind in ("O", "A") and following[0].marker in ("gen", ""):
        return None
    return sentence.discourse.body(
        scene.raw(item.i, item.j), kind=ActorKind.PLACE, head="place", gender="f", plural=False,
        state=None,
    )  # fmt: skip


def _acts_for(sentence: Sentence, item: Item) -> bool:
    """Whether it is a thing through which a state or body acts: its fleet, its diplomacy."""
    return item.key.lstrip("وف") in sentence.scene.function("instruments")


def _both(sentence: Sentence, item: Item, subjects: list[Entity]) -> None:
    """Add the partner that "between A and B" or "the two sides" names."""
    both = slot(sentence, item, "بين")
    if both is not None:
        subjects += [e for e in entities(sentence, both) if e not in subjects]


def _pairs(relation: Relation, row: Row, ends: Ends) -> Iterator[tuple[Entity, Entity]]:
    if ends.subjects and ends.objects:
        for subject in ends.subjects:
            for object_ in ends.objects:
                yield subject, object_
    elif len(ends.subjects) > 1 and (
        relation.symmetric or (row.collective and ends.object_marker == "بين")
    ):
        for n, subject in enumerate(ends.subjects):
            for object_ in ends.subjects[n + 1 :]:
                yield subject, object_


# Topic, mode, place


def _topic(sentence: Sentence, item: Item) -> Item | None:
    """Return the noun that tells what it is about: the first topic word behind the predicate."""
    if item.kind == "N" and item.topic is not None and not any(r.topic for r in item.rows):
        return item
    clause = sentence.clause_of[item.index]
    for other in sentence.items[item.index + 1 : item.index + 25]:
        inner = sentence.clause_of[other.index]
        if inner is not clause and other.kind == "V" and inner.kind in ("coord", "main"):
            return None
        if other.kind == "sub":
            return None
        if other.topic is not None:
            return other
    return None


def _nation_of(sentence: Sentence, item: Item) -> Entity | None:
    """Return whose base, arms or help is asked for: قاعدة عسكرية *روسية*."""
    if item.nisba is not None:
        return sentence.discourse.listed(item.nisba)
    for other in sentence.items[item.index + 1 : item.index + 4]:
        if other.kind == "A":
            return sentence.discourse.listed(other.value)
        if other.kind != "O":
            return None
    return None


def _narrowed(relation: Relation, row: Row, topic: str | None, ends: Ends) -> str:
    """Return the narrower relation that the topic makes of a request or a call."""
    wide = "support" if topic in _SUPPORT else topic
    for other in vocabulary().values():
        if other.parent == relation.id and other.topic is not None and other.topic == wide:
            if other.id == "calls-for-dialogue-with" and ends.object_marker not in ("مع", "على"):
                continue
            return other.id
    if relation.id == "called-on" and wide == "support" and "direct" in row.topic:
        return "requested-support-from"  # ناشد X تقديم مساعدات: for the one who calls
    if relation.id == "called-on" and ends.object_marker == "من":
        return "requested-support-from" if wide == "support" else "requested-from"
    return relation.id


def _modality(sentence: Sentence, item: Item, bound: dict[int, Bound]) -> str:
    given = bound.get(item.index)
    outer = given.modality if given is not None else "actual"
    if item.kind == "V":
        clause = sentence.clause_of[item.index]
        if clause.negated:
            return "negated"
        if outer != "actual":
            return outer
        if clause.doubtful or _under_condition(clause):
            return "possible"
        return "intended" if item.future else "actual"
    before = sentence.items[max(0, item.index - 3) : item.index]
    if item.kind == "N" and any(o.kind == "negnoun" and o.j >= item.i - 1 for o in before):
        return "negated"
    if outer != "actual":
        return outer
    if any(o.kind == "doubt" and o.value not in ("قد", "لقد") for o in before[-2:]):
        return "possible"
    clause = sentence.clause_of[item.index]
    if given is not None and given.by.kind == "V":
        return _modality(sentence, given.by, bound)
    if item.kind == "N":
        own = item.det or item.pronoun or _genitive(sentence, item) is not None
        if item.marker == "purpose" or (item.marker == "ل" and not own):
            return "intended"
        if _goal_before(sentence, item):
            return "intended"
        if any(is_goal(o) and o.marker != "" and o.kind == "O" for o in before[-1:]):
            return "intended"
    if clause.kind == "if":
        return "possible"
    return "actual"


def _under_condition(clause: Clause) -> bool:
    step = clause.parent
    while step is not None:
        if step.kind == "if":
            return True
        step = step.parent
    return False


def _factual(sentence: Sentence, item: Item, bound: dict[int, Bound], modality: str) -> None:
    """Leave out actions that are only wished for, feared, or spoken about."""
    if item.index in bound:
        return
    needs = sentence.scene.function("needs")
    for other in sentence.items[item.index + 1 : item.index + 14]:
        if (other.kind == "unreal" or other.key in needs) and sentence.clause_of[
            other.index
        ].kind != "rel":
            raise Skipped(f"only {other.key}")
        if other.kind in ("mark", "V"):
            break
    governor = _governor(sentence, item)
    if governor is not None and modality == "actual":
        classes = {
            str(vocabulary()[r.relation].relation_class) for r in governor.rows if r.relation
        }
        if classes & _UNFACTUAL:
            raise Skipped("its governor does not say that it happened")


def _governor(sentence: Sentence, item: Item) -> Item | None:
    """Return the predicate in whose slot the action noun stands."""
    clause = sentence.clause_of[item.index]
    for other in reversed(sentence.items[max(0, item.index - 12) : item.index]):
        if other.kind in ("V", "N", "P") and other.rows:
            if any(r.speech for r in other.rows) and other.kind == "V":
                return None  # what is said or denied is its speaker's claim
            takes = {m for r in other.rows for m in (*markers_of(r, noun=other.kind != "V"),
                                                     *r.topic)}  # fmt: skip
            if item.marker in takes or (item.marker == "gen" and item.head is other):
                return other
        if other.kind == "V" and sentence.clause_of[other.index] is clause:
            return None
    return None


def _asked_for_help(
    sentence: Sentence, item: Item, predicate: str, ends: Ends, bound: dict[int, Bound]
) -> str | None:
    """Return the mode of "A urged B to support A": that is A's request for support."""
    given = bound.get(item.index)
    if given is None or predicate not in _HELP or given.light:
        return None
    mode = _modality(sentence, given.by, bound)
    if given.modality != "intended" and mode != "intended":
        return None
    asked_by, named = doers(sentence, given.by, given.by.rows[0], bound)
    if given.by.kind == "N" and (not asked_by or named is given.subject_item):
        stand_in = Ends([], [])
        _main_subject(sentence, given.by, stand_in)
        asked_by = stand_in.subjects
    if ends.objects and asked_by and not any(o is a for o in ends.objects for a in asked_by):
        return None
    if given.subjects and asked_by and any(s is a for s in given.subjects for a in asked_by):
        return None
    if not asked_by:
        return None
    return mode


def _place(sentence: Sentence, item: Item, ends: Ends) -> Item | None:
    """Return the place that stands by the predicate under في."""
    for other in following(sentence, item):
        if other.kind == "M" and other.marker == "في" and other is not ends.object_item:
            if other.mention is not None and other.mention.kind in ("name", "capital", "city"):
                if other.mention.entity.kind == ActorKind.STATE:
                    return other
        if other.index > item.index + 16:
            return None
    return None


def _from_context(sentence: Sentence, item: Item, relation: Relation, ends: Ends) -> None:
    """Fill what "this request", "the intervention" leaves out from what was said before."""
    memory = sentence.discourse.events
    family = relation.parent or relation.id
    before = sentence.items[item.index - 1] if item.index else None
    pointed = item.det or (before is not None and before.kind == "demo")
    if ends.subjects and ends.objects:
        return
    last = memory.get(family)
    shown = before is not None and before.kind == "demo"
    request = str(relation.relation_class) == "REQUEST"
    if (shown or (pointed and request)) and last is not None and not item.nisba:
        if not ends.objects and ends.subjects and last[1] not in ends.subjects:
            ends.objects = [last[1]]
            ends.confidence = 0.6
            return
    scene = sentence.discourse.scene
    if pointed and not ends.subjects and not ends.objects and scene is not None:
        if "في" in _places(item):
            ends.subjects, ends.objects = [scene[0]], [scene[1]]
            ends.confidence = 0.5
            return
    if relation.symmetric and ends.objects and not ends.subjects:
        who = sentence.discourse.doer
        if who is not None and who not in ends.objects:
            ends.subjects = [who]
            ends.confidence = 0.55


def _places(item: Item) -> set[str]:
    return {marker for row in item.rows for marker in row.object}


def _extent(
    sentence: Sentence, item: Item, ends: Ends, given: Bound | None, topic: Item | None
) -> tuple[int, int]:
    """Return the items from the first to the last that hold the claim."""
    parts = [item.index]
    for part in (ends.subject_item, ends.object_item):
        if part is not None and part.index < len(sentence.items):
            inside = sentence.items[part.index]
            parts += [other.index for other in group(sentence, inside)]
    if given is not None:
        parts.append(given.by.index)
        parts += [p.index for p in (given.subject_item, given.object_item) if p is not None]
    a, b = min(parts), max(parts)
    if topic is not None and 0 < topic.index - b < 8:
        b = topic.index
    while b + 1 < len(sentence.items) and _describes(sentence.items[b + 1], sentence.items[b]):
        b += 1
    return a, b


def _describes(item: Item, before: Item) -> bool:
    """Whether the words go on with an adjective: قاعدة *عسكرية* *روسية*."""
    if item.i != before.j or item.conj or before.kind not in ("N", "O", "A"):
        return False
    return item.kind == "A" or (
        item.kind == "O"
        and item.det == before.det
        and item.topic is None
        and item.marker in ("gen", "direct")
        and item.gender == before.gender
    )
