"""Sides: the two ends of verbs, participles and action nouns."""

from ...schema import ActorKind, Relation
from .arguments import (
    entities,
    following,
    gapped,
    group,
    markers_of,
    pronoun_entities,
    slot,
)
from .both import the_two
from .clauses import Sentence
from .discourse import Entity, agrees
from .doers import doers, genitive_of, main_subject, participle_head, said_of
from .ends import HELP, Bound, Ends, Found, Skipped
from .items import Item, Row
from .objects import meant, object_of, own_slot
from .pronouns import pronoun_entity
from .rows import EventNoun, Verb

_BLAMING = frozenset({"criticized", "protested-against"})
_REASONS = frozenset({"ل", "cause", "على", "time"})


def verb_ends(
    sentence: Sentence, item: Item, row: Row, relation: Relation, earlier: list[Found]
) -> Ends:
    """Return the ends of a finite verb: its subject or agent, and its object."""
    clause = sentence.clause_of[item.index]
    if clause.verb is not item:
        raise Skipped("the clause has another verb")
    agent = slot(sentence, item, "by")
    subjects, subject_item = doers(sentence, item, row)
    taken = _taken_pronoun(sentence, item, subjects, earlier)
    confidence = 0.7 if clause.inherited else 0.9
    if agent is not None and (
        item.passive or not subjects or _undergone(sentence, item, row, agent)
    ):
        done_to = subjects
        if not done_to and subject_item is not None:
            done_to = meant(sentence, subject_item, relation, ())
        by = entities(sentence, agent)
        if done_to:
            return Ends(by, done_to, agent, subject_item, "direct", confidence)
        markers = tuple(m for m in markers_of(row, noun=False) if m != "direct")
        found = object_of(sentence, item, relation, markers, by, row=row)
        return Ends(by, found[1], agent, found[0], found[2], confidence)
    if item.passive:
        raise Skipped("passive without a doer")
    swap = isinstance(row, Verb) and row.swap
    markers = row.agent if isinstance(row, Verb) and row.swap else markers_of(row, noun=False)
    if taken is not None and "direct" in markers:
        object_item, objects, marker = item, [taken], "direct"
    else:
        object_item, objects, marker = object_of(
            sentence, item, relation, markers, subjects, row=row
        )
        if not objects and "direct" in markers:
            object_item, objects, marker = _shared_object(sentence, item, relation, subjects, row)
    if objects and marker == "direct":
        left = [o for o in following(sentence, item) if gapped(sentence, o) is not None]
        objects = [*objects, *(who for other in left for who in entities(sentence, other))]
    if relation.id == "threatened" and not objects:
        object_item, objects = _threatened(sentence, item, subjects)
    if isinstance(row, Verb) and row.collective and not objects:
        _both(sentence, item, subjects)
        marker = "بين"
    if swap:
        return Ends(objects, subjects, object_item, subject_item, marker, confidence)
    return Ends(subjects, objects, subject_item, object_item, marker, confidence)


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


def _threatened(
    sentence: Sentence, item: Item, subjects: list[Entity]
) -> tuple[Item | None, list[Entity]]:
    """Return whom the deed would hit that is threatened: هددت بمهاجمة *النمسا*."""
    deed = slot(sentence, item, "ب")
    hit = genitive_of(sentence, deed) if deed is not None and deed.kind == "N" else None
    return hit, entities(sentence, hit, tuple(subjects)) if hit is not None else []


def _undergone(sentence: Sentence, item: Item, row: Row, agent: Item) -> bool:
    """Whether a verb that is spelled alike in both voices is passive before "by X"."""
    apart = any(o.kind == "mark" for o in sentence.items[item.index : agent.index])
    return item.feats[-1] == "b" and "direct" in row.object and not apart


def _shared_object(
    sentence: Sentence, item: Item, relation: Relation, subjects: list[Entity], row: Row
) -> tuple[Item | None, list[Entity], str]:
    """Return the object that two joined verbs have in common: نظمت ودعمت *حركة الفجر*."""
    clause = sentence.clause_of[item.index]
    after = sentence.items[clause.b] if clause.b < len(sentence.items) else None
    if after is None or after.kind != "V" or after.conj != "و" or item.pronoun or after.pronoun:
        return None, [], ""
    second = sentence.clause_of[after.index]
    same = second.inherited and second.subject_entity in subjects
    named = {i.index for i in group(sentence, clause.subject)} if clause.subject else set[int]()
    between = range(item.index + 1, after.index)
    if not (same or second.subject is clause.subject) or not named.issuperset(between):
        return None, [], ""
    found = object_of(sentence, after, relation, ("direct",), subjects, row=row)
    if found[1]:
        return found
    return _shared_object(sentence, after, relation, subjects, row)


def participle_ends(sentence: Sentence, item: Item, row: Row, relation: Relation) -> Ends:
    """Return the ends of a participle: what it describes, and whom it concerns."""
    subjects, subject_item = participle_head(sentence, item)
    if not subjects:
        raise Skipped("describes no actor")
    if row.speech is not None and subjects[0].kind == ActorKind.MEDIA:
        raise Skipped("describes the one whose words are carried")
    if item.passive:
        for marker in ("by", "من", "ل"):
            agent = slot(sentence, item, marker)
            if agent is not None and (who := entities(sentence, agent, tuple(subjects))):
                return Ends(who, subjects, agent, subject_item, marker, 0.8)
        raise Skipped("passive participle without a doer")
    markers = tuple(dict.fromkeys((*markers_of(row, noun=True), *row.object)))
    object_item, objects, marker = object_of(sentence, item, relation, markers, subjects, row=row)
    genitive = genitive_of(sentence, item)
    if not objects and genitive is not None and "direct" in row.object:
        objects, object_item, marker = entities(sentence, genitive), genitive, "gen"
    return Ends(subjects, objects, subject_item, object_item, marker, 0.85)


def noun_ends(
    sentence: Sentence,
    item: Item,
    row: Row,
    relation: Relation,
    given: Bound | None,
    earlier: list[Found],
) -> Ends:
    """Return the ends of an action noun: who does it, and to whom."""
    if isinstance(row, EventNoun) and row.describes:
        return _described_ends(sentence, item, row, given)
    ends = Ends([], [], confidence=0.8)
    if given is not None:
        ends.subjects, ends.subject_item = list(given.subjects), given.subject_item
        ends.objects, ends.object_item = list(given.objects), given.object_item
        ends.confidence = 0.85
    agent = slot(sentence, item, "by")
    if agent is None and ends.objects and given is not None and given.light:
        agent = own_slot(sentence, item, "من") or slot(sentence, given.by, "من")
    if agent is not None and not ends.subjects:
        ends.subjects, ends.subject_item = entities(sentence, agent), agent
    genitive = genitive_of(sentence, item)
    blamed = _blamed(sentence, item, earlier)
    if blamed is not None and not ends.subjects and item.marker != "time":
        ends.subjects = [blamed.object]
    own = _own(sentence, item, genitive, ends.subjects, blamed)
    named = genitive is not None or item.pronoun != ""
    direct = ("direct",) if named and "direct" in row.object else ()  # طلب *مصر* فرنسا
    markers = (*markers_of(row, noun=True), *direct, *(given.extra if given else ()))
    markers = tuple(sorted(dict.fromkeys(markers), key=lambda marker: marker == "ل"))
    object_item: Item | None = None
    objects: list[Entity] = []
    marker = ""
    if not ends.objects:
        excluded = ends.subjects or own
        object_item, objects, marker = object_of(
            sentence, item, relation, markers, excluded, row=row, skip=genitive
        )
        if not objects and given is not None and given.light:
            object_item, objects, marker = object_of(
                sentence, given.by, relation, markers, excluded, row=row, skip=genitive
            )
    both = slot(sentence, item, "بين")
    if both is not None and not ends.subjects and (relation.symmetric or row.collective):
        ends.subjects = entities(sentence, both)
        ends.subject_item, ends.object_marker = both, "بين"
        return ends
    if objects and marker != "ل" and not ends.subjects and not own and not item.det:
        doer = slot(sentence, item, "ل")  # زيارة *للوزير* إلى بغداد, هجوم *للثوار* على
        if doer is not None and doer.index < (object_item or doer).index:
            ends.subjects, ends.subject_item = entities(sentence, doer), doer
    if own:
        _place_own(row, ends, own, genitive, objects)
    if item.nisba is not None and not ends.subjects:
        both = _two_nations(sentence, item) if relation.symmetric or row.collective else []
        ends.subjects = both or [sentence.discourse.listed(item.nisba)]
        if both and not objects:
            ends.object_marker = "بين"
            return ends
    if not ends.objects:
        ends.objects, ends.object_item, ends.object_marker = objects, object_item, marker
    if not ends.objects and blamed is not None and blamed.predicate == "praised":
        if relation.id in HELP and blamed.object in ends.subjects:
            ends.objects, ends.confidence = [blamed.subject], 0.6  # thanked her for her help
    if not ends.subjects:
        main_subject(sentence, item, ends, free=given is None)
    if not ends.subjects and (named := said_of(sentence, item)) is not None:
        ends.subjects, ends.subject_item = entities(sentence, named), named
    return ends


def _described_ends(sentence: Sentence, item: Item, row: EventNoun, given: Bound | None) -> Ends:
    """Return the ends of a noun that names one of them by the other: مصر، حليفة *السودان*."""
    items = sentence.items
    genitive = genitive_of(sentence, item)
    ends = Ends([], [], confidence=0.8)
    ends.objects, ends.object_item = _own(sentence, item, genitive, [], None), genitive
    for marker in row.object if not ends.objects else ():
        ends.object_item = slot(sentence, item, marker)
        if ends.object_item is not None:
            ends.objects = entities(sentence, ends.object_item)
            break
    last = genitive.index if genitive is not None else item.index
    after = items[last + 1] if last + 1 < len(items) else None
    named = after if after is not None and after.kind == "M" and after.marker == "direct" else None
    if named is None and not item.conj:
        named = _described(sentence, item)
    if named is not None:
        ends.subjects, ends.subject_item = entities(sentence, named), named
    elif given is not None:
        ends.subjects, ends.subject_item = list(given.subjects), given.subject_item
    elif item.indefinite and item.marker == "direct":
        who = sentence.clause_of[item.index].subject_entity  # بقيت *جزءا* منها
        ends.subjects = [who] if who is not None else []
    return ends


def _described(sentence: Sentence, item: Item) -> Item | None:
    """Return the actor right before, a comma, a pronoun or a copula aside."""
    gender = ""
    for other in reversed(sentence.items[max(0, item.index - 5) : item.index]):
        if other.kind == "M" and other.mention is not None and other.marker in ("direct", "gen"):
            return other if gender in ("", other.mention.entity.gender) else None
        if other.kind == "self" and other.key.endswith(("هو", "هي")):
            gender = "m" if other.key.endswith("هو") else "f"
        if other.kind not in ("aux", "neg", "self", "adv", "doubt") and other.key not in "،,":
            return None
    return None


def _two_nations(sentence: Sentence, item: Item) -> list[Entity]:
    """Return the two nations of المحادثات *المصرية السودانية*."""
    found: list[Entity] = []
    for other in sentence.items[item.index + 1 : item.index + 7]:
        if other.kind == "A" and other.det == item.det:
            found.append(sentence.discourse.listed(other.value))
        elif not (other.kind == "O" and other.det == item.det) and other.key not in ("-", "–"):
            break
    return found[:2] if len(found) > 1 and found[0] is not found[1] else []


def _blamed(sentence: Sentence, item: Item, earlier: list[Found]) -> Found | None:
    """Return the claim whose object did the deed: praised or punished *for its* deed."""
    last = earlier[-1] if earlier else None
    if last is None or item.marker not in _REASONS or item.pronoun == "1":
        return None
    if sentence.clause_of[last.item.index] is not sentence.clause_of[item.index]:
        return None
    if not item.pronoun:
        bare = item.marker == "ل" and not item.det and last.predicate in _BLAMING
        return last if bare else None  # احتجت على إسبانيا *لاعتقال* ثلاثة
    return last if agrees(last.object, item.pronoun[0], item.pronoun[1]) else None


def _own(
    sentence: Sentence,
    item: Item,
    genitive: Item | None,
    subjects: list[Entity],
    blamed: Found | None,
) -> list[Entity]:
    """Return the actor in the genitive or in the pronoun on the noun."""
    if genitive is not None:
        return (
            [] if _named_after(sentence, item, genitive, subjects) else entities(sentence, genitive)
        )
    if not item.pronoun:
        return []
    if item.pronoun[1:] == "d" and subjects:
        return subjects if len(subjects) > 1 else the_two(sentence, item.index, ())
    without = tuple(subjects)
    if blamed is not None:
        return [blamed.object]
    clause = sentence.clause_of[item.index]
    if item.marker in ("ل", "cause") and clause.subject_entity is not None:
        other = (*without, clause.subject_entity)
        who = pronoun_entity(sentence, item.index, item.pronoun, other)
        if who is not None:
            return [who]
    return pronoun_entities(sentence, item.index, item.pronoun, without)


def _named_after(sentence: Sentence, item: Item, genitive: Item, subjects: list[Entity]) -> bool:
    """Whether an agreement has its name from the place where it was signed: معاهدة *الطائف*."""
    if not any(row.relation == "agreed-with" for row in item.rows) or genitive.mention is None:
        return False
    town = genitive.mention.kind in ("city", "capital")
    return (town or len(subjects) > 1) and len(group(sentence, genitive)) == 1


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


def _both(sentence: Sentence, item: Item, subjects: list[Entity]) -> None:
    """Add the partner that "between A and B" or "the two sides" names."""
    both = slot(sentence, item, "بين")
    if both is not None:
        subjects += [e for e in entities(sentence, both) if e not in subjects]
