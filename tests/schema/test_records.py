"""Records: frozen, closed, and not to be built from words that are not there."""

import hashlib
import json
import unicodedata
from typing import get_args

import pytest
from actorgraph.schema import (
    Actor,
    ActorKind,
    Claim,
    Evidence,
    EvidenceError,
    GraphDocument,
    LookupFailedError,
    Modality,
    Name,
    Source,
    Stance,
    StanceKind,
    State,
    Status,
    json_schema,
    relation,
    stable_id,
    status_of,
    vocabulary,
)
from actorgraph.schema.relation import Vocabulary
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

TEXT = "زار الوزير المدينة، ثم عاد."
NAMES = (Name(text="سالم", lang="ar"),)


def source(text: str = TEXT, **changes: object) -> Source:
    fields = {
        "id": "source:one",
        "title": "خبر",
        "sha256": hashlib.sha256(text.encode()).hexdigest(),
        "text": text,
    }
    return Source.model_validate({**fields, **changes})


def stance_on(claim: str, evidence: Evidence) -> Stance:
    return Stance(id="stance:s", claim=claim, evidence=(evidence,), rule="by-hand")


def document(**changes: object) -> GraphDocument:
    """Return a sound graph of one claim, with some records changed."""
    text = source()
    claim = Claim.of("actor:a", "visited", "actor:b")
    records = {
        "sources": (text,),
        "actors": (
            Actor(id="actor:a", kind=ActorKind.PERSON, names=NAMES),
            State(id="actor:b", names=NAMES),
        ),
        "claims": (claim,),
        "stances": (stance_on(claim.id, text.quote(0, 10)),),
    }
    return GraphDocument.model_validate({**records, **changes})


# Words


@given(st.integers(-5, 40), st.integers(-5, 40))
def test_a_quote_is_verbatim_or_refused(start: int, end: int):
    one = source()
    if not 0 <= start < end <= len(TEXT):
        with pytest.raises(EvidenceError):
            one.quote(start, end)
        return
    evidence = one.quote(start, end)
    assert evidence.quote == TEXT[start:end]
    one.verify(evidence)


def test_words_that_do_not_stand_there_are_refused():
    one = source()
    for moved in (
        Evidence(source="source:one", start=1, end=4, quote="زار"),
        Evidence(source="source:one", start=0, end=3, quote="عاد"),
        Evidence(source="source:two", start=0, end=3, quote="زار"),
        Evidence(source="source:one", start=500, end=503, quote="زار"),
    ):
        with pytest.raises(EvidenceError, match="is not at"):
            one.verify(moved)
        stance = stance_on("claim:c", moved)
        with pytest.raises((ValidationError, EvidenceError)):
            document(stances=(stance.model_copy(update={"claim": document().claims[0].id}),))


@pytest.mark.parametrize(("start", "end", "quote"), [(0, 4, "زار"), (3, 0, ""), (-3, 0, "زار")])
def test_evidence_has_the_length_of_its_quote(start: int, end: int, quote: str):
    with pytest.raises(ValidationError):
        Evidence(source="source:one", start=start, end=end, quote=quote)


def test_a_cue_that_is_not_in_the_text_is_refused_too():
    good = document()
    cue = Evidence(source="source:one", start=0, end=3, quote="نفى")
    with pytest.raises((ValidationError, EvidenceError)):
        document(stances=(good.stances[0].model_copy(update={"cue_span": cue}),))


def test_a_source_fits_its_hash_and_is_composed():
    with pytest.raises(ValidationError, match="SHA-256"):
        source(sha256="0" * 64)
    apart = unicodedata.normalize("NFD", "أكد")
    with pytest.raises(ValidationError, match="NFC"):
        source(apart)


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "www.example.org", "file:///etc/passwd", ""]
)
def test_an_address_is_one_of_the_web(url: str):
    with pytest.raises(ValidationError):
        source(url=url)


# Shape

LOST = Actor(id="actor:a", kind=ActorKind.PERSON, names=NAMES, state="actor:x")


def test_records_are_closed_and_frozen():
    with pytest.raises(ValidationError, match="Extra inputs"):
        source(colour="red")
    with pytest.raises(ValidationError, match="frozen"):
        source().title = "x"  # type: ignore[misc]


@pytest.mark.parametrize(
    "record_id",
    ["a", "actor:", "actor:ب", "actor:a b", 'actor:"', "Actor:a", "actor:a\n", "x:" + "a" * 120],
)
def test_an_id_is_plain(record_id: str):
    with pytest.raises(ValidationError):
        Actor(id=record_id, kind=ActorKind.PERSON, names=NAMES)


def test_an_actor_has_a_name_and_a_state_both_its_codes():
    with pytest.raises(ValidationError):
        Actor(id="actor:a", kind=ActorKind.PERSON, names=())
    with pytest.raises(ValidationError, match="ISO"):
        State(id="actor:b", names=NAMES, iso2="LY")
    with pytest.raises(ValidationError):
        Actor.model_validate({"id": "actor:a", "kind": "state", "names": NAMES})


def test_a_name_is_asked_for_by_language():
    names = (
        Name(text="Salim", lang="en", kind="alias"),
        Name(text="سالم", lang="ar"),
        Name(text="Salem", lang="en"),
    )
    actor = Actor(id="actor:a", kind=ActorKind.PERSON, names=names)
    assert (actor.name(), actor.name("ar"), actor.name("ru")) == ("Salem", "سالم", "سالم")


@pytest.mark.parametrize(
    "changes",
    [
        {"actors": ()},
        {"claims": ()},
        {"sources": ()},
        {"claims": (Claim.of("actor:a", "visited", "actor:nobody"),)},
        {"actors": (*document().actors, document().actors[0])},
        {"actors": (LOST, *document().actors[1:])},
    ],
    ids=["no actors", "no claim", "no source", "end unknown", "id twice", "state unknown"],
)  # fmt: skip
def test_references_hold(changes: dict[str, object]):
    with pytest.raises((ValidationError, EvidenceError)):
        document(**changes)


def test_a_claim_speaks_the_vocabulary():
    with pytest.raises((ValidationError, LookupFailedError), match="befriended"):
        document(claims=(Claim.of("actor:a", "befriended", "actor:b"),), stances=())


def test_ids_depend_on_the_parts_and_their_borders():
    assert stable_id("claim", "a", "bc") != stable_id("claim", "ab", "c")
    assert stable_id("claim", "a", None) == stable_id("claim", "a", "")
    assert stable_id("claim", "\ud800").startswith("claim:")
    assert Claim.of("actor:a", "visited", "actor:b") == Claim.of("actor:a", "visited", "actor:b")


def test_the_json_schema_names_every_field():
    schema = json_schema()
    assert schema["$schema"].endswith("2020-12/schema")
    assert set(schema["properties"]) == set(GraphDocument.model_fields)
    assert set(schema["$defs"]["Stance"]["properties"]) == set(Stance.model_fields)
    json.dumps(schema)


# Status


def stance(kind: StanceKind, modality: Modality) -> Stance:
    taken = stance_on("claim:c", source().quote(0, 3))
    return taken.model_copy(update={"kind": kind, "modality": modality})


@pytest.mark.parametrize(
    ("taken", "status"),
    [
        ([("asserts", "actual")], "asserted"),
        ([("denies", "actual")], "denied"),
        ([("asserts", "negated")], "denied"),
        ([("denies", "negated")], "tentative"),
        ([("asserts", "intended")], "tentative"),
        ([("asserts", "possible")], "tentative"),
        ([("questions", "actual")], "tentative"),
        ([("asserts", "actual"), ("denies", "actual")], "contested"),
        ([("asserts", "actual"), ("asserts", "negated")], "contested"),
        ([("asserts", "possible"), ("denies", "actual")], "denied"),
        ([("asserts", "actual"), ("questions", "actual")], "asserted"),
    ],
)
def test_status_is_computed_from_the_stances(taken: list[tuple[str, str]], status: str):
    stances = [stance(StanceKind(kind), Modality(mode)) for kind, mode in taken]
    assert status_of(stances) is Status(status)
    assert status_of(stances[::-1]) is Status(status)


# Vocabulary


def test_every_relation_is_told_in_both_languages_and_fits_its_parent():
    kinds = {*map(str, ActorKind), "event"}
    for one in vocabulary().values():
        for words in (one.label, one.inverse, one.definition):
            assert words.ar.strip()
            assert words.en.strip()
            assert words.en.isascii()
        assert {str(kind) for kind in (*one.domain, *one.range)} <= kinds
        assert one.camel.isidentifier()
        if one.parent is not None:
            parent = relation(one.parent)
            assert parent.parent is None
            assert parent.relation_class is one.relation_class
            assert parent.sign in (0, one.sign)
        if one.structural:
            assert one.sign == 0
    assert len({one.camel for one in vocabulary().values()}) == len(vocabulary())


def test_broken_vocabularies_are_refused():
    rows = [one.model_dump() for one in vocabulary().values()]
    with pytest.raises(ValidationError, match="twice"):
        Vocabulary.model_validate({"relations": [*rows, rows[0]]})
    orphan = {**rows[0], "id": "odd-one", "parent": "nobody"}
    with pytest.raises(ValidationError, match="no parent"):
        Vocabulary.model_validate({"relations": [*rows, orphan]})


def test_an_unknown_relation_is_answered_with_near_ones():
    with pytest.raises(LookupFailedError, match=r"did you mean .*supports"):
        relation("suports")
    with pytest.raises(LookupFailedError, match="actorgraph schema"):
        relation("qqqqqq")


def test_actors_are_all_kinds_but_states():
    kinds = set(get_args(Actor.model_fields["kind"].annotation))
    assert kinds == set(ActorKind) - {ActorKind.STATE}
