"""Every verb and event noun catches the sentences it must, and not those it must not."""

import re

import pytest
from actorgraph.graph import KnowledgeGraph, source_from_text, weave
from actorgraph.graph.reading.build.verbs import read_event_nouns, read_verbs
from actorgraph.graph.reading.words.lexicon import load_lexicon
from actorgraph.graph.reading.words.morphology import Morphology
from actorgraph.graph.reading.words.rows import EventNoun, Example, Verb
from actorgraph.graph.reading.words.text import fold
from actorgraph.schema import Claim, Stance, vocabulary

Row = Verb | EventNoun
ROWS: tuple[Row, ...] = (*read_verbs(), *read_event_nouns())
HITS = [(row, hit) for row in ROWS for hit in row.hit]
MISSES = [(row, miss) for row in ROWS for miss in row.miss]


def read(text: str) -> KnowledgeGraph:
    return weave([source_from_text(text)])


def named(graph: KnowledgeGraph, actor: str, name: str | None) -> bool:
    """Whether an actor goes by the name, as such or as part of a longer one."""
    if name is None:
        return True
    record = graph.actors.get(actor)
    return record is not None and any(fold(name) in fold(known.text) for known in record.names)


def relation_fits(claim: Claim, row: Row) -> bool:
    if row.relation is None:
        return True
    found = vocabulary()[claim.predicate]
    return row.relation in (found.id, found.parent)


def is_found_by(stance: Stance, row: Row) -> bool:
    """Whether the row had a part in the stance: as the predicate, above it, or as what is said."""
    if row.id in rows_of(stance):
        return True
    spoken = {name for level in stance.levels if level.cue for name in senses(level.cue.quote)}
    return row.speech is not None and row.id in spoken and stance.kind == row.speech


def rows_of(stance: Stance) -> set[str]:
    return set(re.split(r"[^a-z0-9-]", stance.rule))


def is_found_by_a_like(stance: Stance, row: Row) -> bool:
    """Whether the row found it, or another row that has the word in common."""
    if is_found_by(stance, row):
        return True
    if stance.cue_span is not None and row.id in senses(stance.cue_span.quote):
        return True
    return any(same_verb(other, row) for other in ROWS if other.id in rows_of(stance))


def same_verb(one: Row, other: Row) -> bool:
    if isinstance(one, EventNoun) or isinstance(other, EventNoun):
        return False
    return (one.root, one.form, one.vowels) == (other.root, other.form, other.vowels)


def senses(words: str) -> set[str]:
    return {sense.id for word in words.split() for sense in MORPHOLOGY.word(fold(word)).senses}


MORPHOLOGY = Morphology(load_lexicon())


def stances_of(graph: KnowledgeGraph) -> list[tuple[Claim, Stance]]:
    document = graph.document()
    claims = {claim.id: claim for claim in document.claims}
    return [(claims[stance.claim], stance) for stance in document.stances]


def matches(graph: KnowledgeGraph, row: Row, hit: Example, claim: Claim, stance: Stance) -> bool:
    return (
        is_found_by_a_like(stance, row)
        and relation_fits(claim, row)
        and named(graph, claim.subject, hit.subject)
        and named(graph, claim.object, hit.object)
    )


@pytest.mark.parametrize(("row", "hit"), HITS, ids=[row.id for row, _ in HITS])
def test_a_row_catches_its_sentence(row: Row, hit: Example):
    graph = read(hit.text)
    found = stances_of(graph)
    assert any(matches(graph, row, hit, *pair) for pair in found), [
        (c.subject, c.predicate, c.object, s.rule, s.kind, s.modality) for c, s in found
    ]


@pytest.mark.parametrize(("row", "miss"), MISSES, ids=[row.id for row, _ in MISSES])
def test_a_row_leaves_other_sentences(row: Row, miss: str):
    found = stances_of(read(miss))
    assert [
        (c.subject, c.predicate, c.object, s.rule) for c, s in found if is_found_by(s, row)
    ] == []
