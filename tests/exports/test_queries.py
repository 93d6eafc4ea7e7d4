from functools import cache
from pathlib import Path

import pyoxigraph as ox
import pytest
import rdflib
from actorgraph.exports.queries import competency_queries
from actorgraph.exports.rdf import to_turtle
from actorgraph.exports.terms import prefixes
from actorgraph.graph import build

from tests.exports.full import full
from tests.sample import sample

SEEDS = Path(__file__).parents[2] / "seeds"
HAFTAR, RUSSIA, MISMARI = "actor:khalifa-haftar", "actor:russia", "actor:ahmed-al-mismari"
FRANCE, LANA, DENGOV = "actor:france", "actor:libyan-news-agency", "actor:lev-dengov"
ASKED = {"subject": HAFTAR, "predicate": "ag:requestedBaseFrom", "object": RUSSIA}
NOBODY = {"speaker": None}

# What must be among the answers: on the hand-made sample, and on what is read from the seeds.
SAMPLE = {
    "aims": [{"subject": "actor:italy", "predicate": "ag:callsForDialogueWith"}],
    "between-two-actors": [{"predicate": "ag:visited", "status": "ag:Asserted"}, ASKED],
    "carriers": [{"via": LANA, "speaker": MISMARI, "stances": 1}],
    "contested": [
        ASKED | {"position": "ag:assertion", "speaker": DENGOV},
        ASKED | {"position": "ag:denial", "speaker": MISMARI, "via": LANA},
    ],
    "denials": [ASKED | {"denier": MISMARI, "via": LANA}],
    "disagreements": [{"says": DENGOV, "denies": MISMARI}],
    "discovered": [],
    "events": [{"type": "ag:intervenedIn", "role": "object", "actor": "actor:syria"}],
    "evidence": [{"start": 56, "end": 113, "verbatim": True}],
    "nested-speech": [],
    "offices": [{"person": MISMARI, "relation": "ag:spokespersonOf"}],
    "one-source-only": [ASKED],
    "own-voice": [{"author": "أحمد قاسم حسين", "subject": FRANCE, "predicate": "ag:supports"}],
    "paths": [{"reached": FRANCE}, {"reached": "actor:syria"}],
    "requests": [{"asker": HAFTAR, "kind": "ag:requestedBaseFrom", "asked": RUSSIA} | NOBODY],
    "same-as": [],
    "supporters": [{"supporter": FRANCE, "kind": "ag:supports"} | NOBODY],
    "timeline": [{"year": 2018, "denials": 1}, {"year": 2015, "stances": 1, "denials": 0}],
    "tone": [{"subject": FRANCE, "object": HAFTAR, "tone": 1}],
    "undisputed": [{"subject": FRANCE, "relation": "ag:supports", "object": HAFTAR}],
}
SEED = {
    "between-two-actors": [{"predicate": "ag:visited"}, ASKED | {"status": "ag:Contested"}],
    "carriers": [{"via": LANA, "speaker": MISMARI}],
    "contested": [
        ASKED | {"position": "ag:assertion"} | NOBODY,
        ASKED | {"position": "ag:denial", "speaker": MISMARI, "via": LANA},
    ],
    "denials": [ASKED | {"denier": MISMARI, "via": LANA}],
    "disagreements": [ASKED | {"denies": MISMARI}],
    "evidence": [{"verbatim": True}],
    "events": [{"type": "ag:requestedBaseFrom", "role": "subject", "actor": HAFTAR}],
    "offices": [{"person": MISMARI, "relation": "ag:spokespersonOf"}],
    "one-source-only": [ASKED],
    "own-voice": [{"author": "أحمد قاسم حسين", "subject": FRANCE, "predicate": "ag:supports"}],
    "paths": [{"reached": FRANCE}, {"reached": RUSSIA}],
    "requests": [
        {"asker": HAFTAR, "asked": RUSSIA, "status": "ag:Contested", "speaker": MISMARI},
        {"kind": "ag:requestedBaseFrom", "speaker": DENGOV},
    ],
    "same-as": [{"actor": FRANCE, "iso3": "FRA"}],
    "supporters": [{"supporter": FRANCE, "kind": "ag:supports"}],
    "timeline": [{"year": 2018}],
    "tone": [{"subject": FRANCE, "object": HAFTAR, "tone": 1}],
    "undisputed": [{"subject": FRANCE, "relation": "ag:supports", "object": HAFTAR}],
}


@cache
def _seed():
    return build(SEEDS)


def _has(rows, wanted):
    return any(wanted.items() <= row.items() for row in rows)


def test_there_are_enough_queries_and_each_has_an_answer_here():
    assert len(competency_queries()) >= 15
    assert set(SAMPLE) == set(competency_queries())
    assert set(SEED) <= set(SAMPLE)
    assert all(query.question.endswith("?") for query in competency_queries().values())


@pytest.mark.parametrize("name", SAMPLE)
def test_the_sample_answers(name):
    rows = sample().query(competency_queries()[name].text).to_dicts()
    assert bool(rows) == bool(SAMPLE[name])
    for wanted in SAMPLE[name]:
        assert _has(rows, wanted), rows


@pytest.mark.parametrize("name", SEED)
def test_the_seed_article_answers(name):
    rows = _seed().query(competency_queries()[name].text).to_dicts()
    for wanted in SEED[name]:
        assert _has(rows, wanted), rows


def test_every_evidence_of_the_seed_is_verbatim():
    rows = _seed().query(competency_queries()["evidence"].text).to_dicts()
    assert rows
    assert all(row["verbatim"] for row in rows)


def test_links_elsewhere_and_identity_candidates_are_found():
    kg = full()
    links = kg.query(competency_queries()["same-as"].text)
    assert not links  # its labels are Arabic only
    rows = kg.query(competency_queries()["discovered"].text).to_dicts()
    assert _has(rows, {"actor": "actor:amr"})


def test_rdflib_gives_the_same_answers_from_the_turtle_alone():
    graph = rdflib.Graph().parse(data=to_turtle(sample()), format="turtle")
    names = {name: rdflib.Namespace(space) for name, space in prefixes().items()}
    for query in competency_queries().values():
        ours = sample().query(query.text)
        theirs = graph.query(query.text, initNs=names)
        columns = [str(variable) for variable in theirs.vars]
        found = sorted(
            tuple("" if row[name] is None else str(row[name]) for name in ours.columns)
            for row in theirs
        )
        assert sorted(columns) == sorted(ours.columns)
        assert found == sorted(tuple(map(_text, row)) for row in ours.terms), query.name


def _text(term):
    return "" if term is None else term.value


def test_the_queries_hold_no_extension_of_oxigraph():
    store = ox.Store()
    for query in competency_queries().values():
        assert store.query(query.text, prefixes=prefixes()) is not None
