"""The gold: files are sound and cover everything, the scorer is fair, the seed article is read."""

import hashlib
from collections import Counter
from typing import get_args

import actorgraph.graph
import pytest
from actorgraph.schema import (
    Actor,
    ActorKind,
    Claim,
    Event,
    Evidence,
    Frame,
    GraphDocument,
    Name,
    PartialDate,
    Source,
    Stance,
    State,
    vocabulary,
)
from actorgraph.schema.claim import stable_id

from .gold.cases import HERE, Case, GoldFileError, Tag, load, load_file
from .gold.found import alternatives, fold_name
from .gold.judge import Report, Row, score
from .gold.score import main

SEED = load("seed")[0]


# The files -------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", sorted(path.name for path in HERE.glob("*.yaml")))
def test_file_is_sound(name: str) -> None:
    assert load_file(HERE / name)


def test_ids_are_unique_over_all_sets() -> None:
    cases = load("all")
    assert len({case.id for case in cases}) == len(cases)


def test_dev_is_large_and_has_empty_sentences() -> None:
    cases = load("dev")
    assert len(cases) >= 150
    assert sum("nothing" in case.tags for case in cases) >= 20
    assert sum("article" in case.tags for case in cases) >= 5


def test_every_relation_has_two_dev_cases() -> None:
    found: dict[str, set[str]] = {relation: set() for relation in vocabulary()}
    for case in load("dev"):
        for claim in case.claims:
            if not claim.optional:
                found[claim.predicate].add(case.id)
    assert {relation for relation, cases in found.items() if len(cases) < 2} == set()


def test_every_construction_has_three_dev_cases() -> None:
    counts = Counter(tag for case in load("dev") for tag in case.tags)
    assert {tag for tag in get_args(Tag) if counts[tag] < 3} == set()


def test_few_dev_claims_are_optional() -> None:
    claims = [claim for case in load("dev") for claim in case.claims]
    assert sum(claim.optional for claim in claims) < len(claims) / 4


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("- {id: a, note: n, text: كلام, tags: [vso], colour: red}", "colour"),
        ("- {id: a, note: n, text: كلام, tags: [backwards]}", "tags"),
        (
            "- {id: a, note: n, text: زار عمر مصر, tags: [vso], claims: "
            "[{subject: عمر, predicate: visited, object: مصر, words: زار مصر}]}",
            "do not stand in the text",
        ),
        (
            "- {id: a, note: n, text: زار عمر مصر, tags: [vso], claims: "
            "[{subject: عمر, predicate: toured, object: مصر, words: زار}]}",
            "no relation 'toured'",
        ),
        ("just a string", "not a list"),
        ("- [", "not YAML"),
    ],
)
def test_broken_case_is_a_clear_error(tmp_path, text: str, problem: str) -> None:
    path = tmp_path / "dev-broken.yaml"
    path.write_text(text, "utf-8")
    with pytest.raises(GoldFileError, match="dev-broken") as caught:
        load_file(path)
    assert problem in str(caught.value)


# The scorer ------------------------------------------------------------------------------------

TEXT = "زار الرئيس عمر المختاري مصر في 1977، والتقى سليم الهاشمي."


def _case(**claim: object) -> Case:
    gold = {
        "subject": "عمر المختاري",
        "predicate": "visited",
        "object": "مصر",
        "words": "زار ... مصر",
        **claim,
    }
    return Case.model_validate(
        {"id": "made", "note": "n", "text": TEXT, "tags": ["vso"], "claims": [gold]}
    )


def _document(
    subject: str, predicate: str, object_id: str, words: str = "زار", **stance: object
) -> GraphDocument:
    """Return a document with one claim among four actors and one event."""
    source = Source(
        id="source:made",
        title="made",
        sha256=hashlib.sha256(TEXT.encode()).hexdigest(),
        text=TEXT,
    )
    people = {"omar": "عمر المختارى", "salim": "سليم الهاشمي", "other": "زيد المختاري"}
    actors = [
        Actor(id=f"person:{key}", kind=ActorKind.PERSON, names=(Name(text=name, lang="ar"),))
        for key, name in people.items()
    ]
    egypt = State(
        id="state:EG", iso2="EG", iso3="EGY", names=(Name(text="جمهورية مصر العربية", lang="ar"),)
    )
    egypt = egypt.model_copy(update={"names": (*egypt.names, Name(text="مصر", lang="ar"))})
    event = Event(id="event:visit", type="visited", time=PartialDate(edtf="1977"))
    claim = Claim.of(subject, predicate, object_id)
    start = TEXT.index(words)
    evidence = Evidence(source=source.id, start=start, end=start + len(words), quote=words)
    fields = {"claim": claim.id, "evidence": (evidence,), "rule": "made", **stance}
    return GraphDocument(
        sources=(source,),
        actors=(*actors, egypt),
        events=(event,),
        claims=(claim,),
        stances=(Stance(id=stable_id("stance", claim.id), **fields),),
    )


def _judge(case: Case, document: GraphDocument) -> Report:
    return score([case], read=lambda _: document)


def test_names_fold() -> None:
    assert fold_name("الجمهوريّة الإسلاميـة") == fold_name("جمهورية اسلامية")
    assert fold_name("الاتحاد السوفييتي") == fold_name("الإتحاد السوفيتي")
    assert fold_name("المسؤولون الروس") == fold_name("المسؤولين الروس")
    assert fold_name("عُمان") != fold_name("عمّار")


def test_right_claim_is_found_with_all_its_aspects() -> None:
    document = _document("person:omar", "visited", "state:EG", event="event:visit")
    report = _judge(_case(time="1977"), document)
    rates = report.rates()
    assert (rates.precision, rates.recall, rates.f1) == (1, 1, 1)
    assert report.rows[0].aspects == dict.fromkeys(
        ("speaker", "kind", "modality", "evidence", "time"), True
    )
    assert report.stray == []


def test_a_surname_or_an_alternative_name_suffices() -> None:
    document = _document("person:omar", "visited", "state:EG")
    for name in ("المختاري", "الرئيس عمر المختاري", "فلان | عمر المختاري"):
        assert _judge(_case(subject=name), document).rates().recall == 1
    assert _judge(_case(subject="عمر"), document).rates().recall == 0


def test_symmetric_relations_match_in_either_order() -> None:
    case = _case(predicate="met-with", object="سليم الهاشمي", words="والتقى")
    there = _document("person:omar", "met-with", "person:salim", words="والتقى")
    back = _document("person:salim", "met-with", "person:omar", words="والتقى")
    assert _judge(case, there).rates().f1 == _judge(case, back).rates().f1 == 1


def test_one_sided_relation_does_not_match_backwards() -> None:
    report = _judge(_case(), _document("state:EG", "visited", "person:omar"))
    assert report.rates().f1 is None or report.rates().f1 == 0
    assert report.false[0].why == "ends the wrong way round"


def test_coarser_predicate_is_wrong_and_named() -> None:
    case = _case(predicate="requested-base-from")
    report = _judge(case, _document("person:omar", "requested-from", "state:EG"))
    assert report.rates().recall == 0
    assert report.false[0].why == "coarser predicate: requested-base-from is right"


def test_wrong_end_is_counted_among_the_ends() -> None:
    report = _judge(_case(), _document("person:salim", "visited", "state:EG"))
    assert report.ends() == {"subject": (0, 1), "object": (1, 1)}
    assert report.false[0].why == "wrong subject: عمر المختاري is right"


def test_optional_claims_are_neither_missed_nor_false() -> None:
    case = _case(optional=True)
    found = _judge(case, _document("person:omar", "visited", "state:EG")).rates()
    lacking = _judge(case, GraphDocument()).rates()
    assert (found.gold, found.false, lacking.gold, lacking.false) == (0, 0, 0, 0)


def test_wrong_stance_is_seen_and_stray() -> None:
    case = _case(speaker="سليم الهاشمي", kind="denies")
    report = _judge(case, _document("person:omar", "visited", "state:EG"))
    assert report.rates().recall == 1
    row = report.rows[0]
    assert not row.aspects["speaker"]
    assert not row.aspects["kind"]
    assert row.aspects["modality"]
    assert len(report.stray) == 1


def test_null_among_the_speakers_allows_the_texts_own_voice() -> None:
    document = _document("person:omar", "visited", "state:EG")
    assert _judge(_case(speaker="سليم | null"), document).rows[0].aspects["speaker"]
    assert not _judge(_case(speaker="سليم"), document).rows[0].aspects["speaker"]


def test_denied_event_is_excused_beside_a_denial_only() -> None:
    document = _document("person:salim", "denied", "event:visit")
    assert _judge(_case(kind="denies"), document).rates().false == 0
    assert _judge(_case(), document).rates().false == 1


def _oracle(case: Case) -> GraphDocument:
    """Return the document of a reader that finds the gold, nothing less and nothing more."""
    from_text = hashlib.sha256(case.text.encode()).hexdigest()
    source = Source(id="source:gold", title="gold", sha256=from_text, text=case.text)
    actors: dict[str, Actor] = {}

    def actor(name: str | None) -> str | None:
        first = alternatives(name or "null")[0]
        if first == "null":
            return None
        key = stable_id("actor", fold_name(first))
        names = (Name(text=first, lang="ar"),)
        actors.setdefault(key, Actor(id=key, kind=ActorKind.ORGANIZATION, names=names))
        return key

    claims: dict[str, Claim] = {}
    stances: list[Stance] = []
    for number, gold in enumerate(case.claims):
        claim = Claim.of(str(actor(gold.subject)), gold.predicate, str(actor(gold.object)))
        claims[claim.id] = claim
        levels = [level.rpartition(":") for level in gold.levels]
        stances.append(
            Stance(
                id=f"stance:{number}",
                claim=claim.id,
                speaker=actor(gold.speaker),
                via=actor(gold.via),
                kind=gold.kind,
                modality=gold.modality,
                topic=gold.topic,
                time=PartialDate(edtf=gold.time) if gold.time else None,
                evidence=tuple(source.quote(*span) for span in gold.spans(case.text)),
                levels=tuple(Frame(speaker=actor(who), kind=kind) for who, _, kind in levels),
                rule="gold",
            )
        )
    return GraphDocument(
        sources=(source,),
        actors=tuple(actors.values()),
        claims=tuple(claims.values()),
        stances=tuple(stances),
    )


@pytest.mark.parametrize("name", ["dev", "heldout", "seed"])
def test_gold_judged_against_itself_is_perfect(name: str) -> None:
    report = score(load(name), read=_oracle)
    assert [f"{false.case.id}: {false.found} ({false.why})" for false in report.false] == []
    assert [row.gold for row in report.rows if row.found is None] == []
    assert [row.gold for row in report.rows if not all(row.aspects.values())] == []
    assert report.stray == []


def test_heldout_misses_want_an_explicit_word(capsys) -> None:
    with pytest.raises(SystemExit):
        main(["--set", "heldout", "--misses"])
    assert "--yes-look" in capsys.readouterr().err


# The seed article ------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def seed_report() -> Report:
    if not hasattr(actorgraph.graph, "weave"):
        pytest.skip("the reader has not been built yet")
    return score([SEED])


def _seed_rows() -> list[object]:
    return [
        pytest.param(index, id=f"row-{claim.row}-{claim.predicate}")
        for index, claim in enumerate(SEED.claims)
        if claim.row is not None
    ]


def test_seed_has_all_rows() -> None:
    assert {claim.row for claim in SEED.claims if claim.row} == set(range(1, 26))


@pytest.mark.parametrize("index", _seed_rows())
def test_seed_row(seed_report: Report, index: int) -> None:
    row: Row = seed_report.rows[index]
    assert row.found is not None, f"not found: {row.gold}"
    wrong = [aspect for aspect, right in row.aspects.items() if not right]
    assert wrong == [], f"{wrong} wrong: {row.stance}"


def test_seed_article_has_no_false_claims(seed_report: Report) -> None:
    assert [f"{claim.found} ({claim.why})" for claim in seed_report.false] == []
