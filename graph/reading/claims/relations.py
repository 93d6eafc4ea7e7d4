"""Relations: what a predicate states, between whom, in which mode."""

from collections.abc import Iterator
from functools import lru_cache
from sys import intern

from ....schema import Relation, vocabulary
from ..ends.meeting import says_less
from ..ends.newrule import note_proclaimed
from ..ends.takenup import note_deed
from ..records.clauses import Sentence
from ..records.context import fill_from_context, remember, remember_both
from ..records.ends import HELP, Bound, Ends, Found, Skipped
from ..records.items import Item, Row
from ..words.rows import Verb
from .binding import hand_down
from .contrast import corrected
from .extent import extent_of
from .given import note_act, note_given, note_thing
from .mode import check_factual, modality_of
from .narrowing import (
    gives_arms,
    host_of,
    in_words,
    narrowed,
    nation_of,
    only_enters,
    place_of,
    talks_between,
    topic_of,
)
from .nounsides import noun_ends
from .possible import pairs_of, possible_pairs
from .requests import (
    asked_for_help,
    asked_of,
    asks_for_arms,
    check_own_claim,
    check_purpose,
    check_told,
    done_by_another,
    governed_by,
    granted,
    helps,
    pleads,
    refused_to_meet,
)
from .sides import participle_ends, verb_ends
from .standing import standing
from .suited import keep_fitting

_ASKING = ("requested-from", "called-on")
_OF_OTHERS = frozenset({*_ASKING, "rejects", "opposes"})  # what another does
_FORMS = {"V": "verb", "N": "noun", "P": "participle"}

# What it means of a relation that the verb undoes it: تخلت فرنسا عن تشاد.
_UNDONE = {"actual": "negated", "intended": "negated", "negated": "actual"}


def claims_of(sentence: Sentence, skipped: list[tuple[Item, str, str]]) -> list[Found]:
    """Return what the predicates of a sentence state; note in `skipped` what was left out."""
    found: list[Found] = []
    predicates = [i for i in sentence.items if i.kind == "V" or (i.kind in ("N", "P") and i.rows)]
    for item in predicates:
        hand_down(sentence, item)
    for item in predicates:
        best: list[Found] = []
        named: list[Found] = []  # أطلقت *عملية «بدر»* ضد فيتنام: an operation, and an attack
        for row in item.rows:
            if row.relation is None:
                continue
            try:
                read = list(_read(sentence, item, row, found))
            except Skipped as reason:
                skipped.append((item, row.id, str(reason)))
                continue
            if row.relation == "launched":
                named = named or read
                continue
            surer = bool(best and read) and read[0].confidence > best[0].confidence
            if len(read) > len(best) or surer:
                best = read
        best = [*named, *best, *corrected(sentence, best)]
        for one in best:
            remember(sentence, one)
        remember_both(sentence, best)
        note_act(sentence, item, best)
        note_thing(sentence, item)
        note_deed(sentence, item, best)
        found += best
    found += standing(sentence)
    note_given(sentence)
    note_proclaimed(sentence)
    return [one for one in found if not says_less(one, found)]


def _read(sentence: Sentence, item: Item, row: Row, earlier: list[Found]) -> Iterator[Found]:
    """Yield what the predicate states by one of its rows, a claim for each pair of ends."""
    assert row.relation is not None
    relation = vocabulary()[row.relation]
    given = sentence.bound.get(item.index)
    request = granted(sentence, item, relation) if given is None else None
    if item.kind == "V" and sentence.clause_of[item.index].wished:
        raise Skipped("only what ought to be")
    ends = request or _ends(sentence, item, row, relation, given, earlier)
    if row.id in sentence.scene.function("of_plans") and _by_pronoun(item, ends):
        raise Skipped("a plan, and no actor")
    refused = isinstance(row, Verb) and row.refused
    modality = "actual" if refused else modality_of(sentence, item)
    if isinstance(row, Verb) and row.undoes:
        modality = _UNDONE.get(modality, modality)
    topic_item = topic_of(sentence, item) if request is None else None
    topic = topic_item.topic if topic_item is not None else None
    own = talks_between(sentence, topic_item, ends)
    predicate = narrowed(relation, row, topic, ends, own=own)
    if in_words(sentence, item, predicate, ends):
        predicate = "criticized"
    if only_enters(sentence, row, ends):
        predicate = "deployed-to"
    if gives_arms(sentence, item, predicate, ends):
        predicate = "arms"
    if request is not None and helps(sentence, item):
        predicate = "requested-support-from"
    if predicate == "requested-from" and pleads(sentence, item):
        predicate = "requested-support-from"
    predicate = _without_object(sentence, item, row, predicate, ends, topic_item)
    if item.kind == "N":
        check_purpose(sentence, item, relation)
        check_told(sentence, item)
        fill_from_context(sentence, item, relation, ends)
        check_factual(sentence, item, modality)
    help_asked = asked_for_help(sentence, item, predicate, ends)
    check_own_claim(sentence, governed_by(sentence, item), relation, plea=help_asked is not None)
    keep_fitting(sentence, row, ends, noun=item.kind == "N")
    absent = given is not None and not given.light and item.marker == "في"
    if absent and modality == "negated" and relation.symmetric and not ends.objects:
        raise Skipped("they were not there")  # لم يشارك العراق ولا سوريا في *الاجتماع*
    mutual = ends.mutual or (given is not None and given.light and given.row.collective)
    mutual = mutual or (item.kind == "V" and row.collective)  # يتحاربان
    if isinstance(row, Verb) and item.kind == "N" and ends.object_marker != "بين":
        resumed = row.collective and relation.relation_class == "CONSULT"
        mutual = mutual or resumed  # قررتا *استئناف* العلاقات
    pairs = list(pairs_of(relation, row, ends, mutual=mutual))
    if not pairs:
        raise Skipped("no object" if ends.subjects else "no subject")
    for subject, object_ in possible_pairs(predicate, pairs, ends):
        chosen = (subject, predicate, object_)
        if help_asked is not None and predicate in HELP:
            chosen = (object_, "requested-support-from", subject)
        yield Found(
            *chosen,
            item=item,
            subject_item=ends.subject_item,
            object_item=ends.object_item,
            modality=modality if help_asked is None else help_asked,
            topic=topic,
            rule=_rule(item, row, given),
            confidence=_rounded(ends.confidence * (0.9 if modality == "possible" else 1)),
            extent=extent_of(sentence, item, ends, given, topic_item),
            speech=given.speech if given is not None else None,
            place=place_of(sentence, item, ends),
            by=given.by if given is not None else None,
        )


def _by_pronoun(item: Item, ends: Ends) -> bool:
    """Whether a pronoun is the object, on the predicate itself or behind: الوقوف وراء*ه*."""
    named = ends.object_item
    if named is None or named is item:
        return item.pronoun not in ("", "1")
    if named.marker == "وراء":
        return named.kind != "M"  # الوقوف وراء *اغتياله*
    return named.kind == "pron" and named.marker != "مع"


def _ends(
    sentence: Sentence,
    item: Item,
    row: Row,
    relation: Relation,
    given: Bound | None,
    earlier: list[Found],
) -> Ends:
    if item.kind == "V":
        return verb_ends(sentence, item, row, relation, earlier)
    if item.kind == "P":
        return participle_ends(sentence, item, row, relation)
    return noun_ends(sentence, item, row, relation, given, earlier)


def _without_object(
    sentence: Sentence, item: Item, row: Row, predicate: str, ends: Ends, topic_item: Item | None
) -> str:
    """Find of whom something is asked, or what is rejected, when no actor is named for it.

    Return the predicate, which may be a narrower one: who asks for arms asks for support.
    """
    refuses = predicate == "rejects" and item.kind == "V"
    asks = predicate.startswith("requested")
    if not ends.objects and (asks or refuses) and topic_item is not None:
        named = nation_of(sentence, topic_item)  # إقامة *قاعدة أميركية*
        if named is not None:
            ends.objects = [named]
            ends.confidence = min(ends.confidence, 0.8)
    if not ends.objects and predicate == "requested-base-from" and topic_item is not None:
        ends.objects = host_of(sentence, topic_item, ends.subjects)
    if not ends.objects and row.relation in _ASKING:
        ends.objects = asked_of(sentence, item, row)
        if ends.objects and asks_for_arms(sentence, item):
            predicate = "requested-support-from"
    quality = item.kind == "P" and item.det  # قالت الحركة *المعارضة* إن الشرطة
    if not ends.objects and row.relation in _OF_OTHERS and not quality:
        ends.objects = done_by_another(sentence, item, row)
    if not ends.objects and refuses:
        ends.objects = refused_to_meet(sentence, item, ends.subjects)
    return predicate


@lru_cache(maxsize=1 << 8)
def _rounded(confidence: float) -> float:
    return round(confidence, 2)  # thousands of claims share it


def _rule(item: Item, row: Row, given: Bound | None) -> str:
    form = _FORMS[item.kind]
    way = f"+{given.row.id}" if given is not None else ""
    return intern(f"{form}:{row.id}{way}")  # thousands of claims share it
