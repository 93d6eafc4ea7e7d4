"""Weaving: the same sources give the same bytes, and nobody is made of two people."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from actorgraph.graph import KnowledgeGraph, build, source_from_text, weave, weave_counted
from actorgraph.graph.reading.reader import Reading
from actorgraph.graph.reading.records.entity import Entity
from actorgraph.graph.reading.records.readclaim import Level, ReadClaim, offsets
from actorgraph.graph.reading.words.lexicon import load_lexicon
from actorgraph.schema import (
    ActorKind,
    AnyActor,
    GraphFileError,
    PartialDate,
    Source,
    SourceError,
    StanceKind,
)
from hypothesis import given, settings
from hypothesis import strategies as st

SEEDS = Path(__file__).parents[2] / "seeds"
TEXTS = [
    "زار وزير الخارجية التونسي سالم الطرابلسي باريس في 3 مارس 1956.",
    "نفى الرئيس الكولومبي لويس كارانزا أن تكون بلاده قد طلبت دعما من فنزويلا.",
    "قال المتحدث باسم الحكومة السودانية إن الخرطوم ترفض تدخل مصر.",
]
PROGRAM = """
import sys
from actorgraph.graph import build
sys.stdout.buffer.write(build(sys.argv[1:]).to_json().encode())
"""


def person(name: str, **fields: object) -> Entity:
    return Entity(kind=ActorKind.PERSON, name=name, **fields)  # type: ignore[arg-type]


def claim(subject: Entity, object_: Entity, **fields: object) -> ReadClaim:
    places = {"span": (0, 4), "cue": (0, 4), "subject_at": None, "object_at": None}
    at = offsets(**{name: fields.pop(name, place) for name, place in places.items()})  # type: ignore[arg-type]
    return ReadClaim(subject, "met-with", object_, at, rule="by-hand", **fields)  # type: ignore[arg-type]


def woven(*readings: list[ReadClaim]) -> KnowledgeGraph:
    """Return the graph of what a made-up reader reads, one list of claims for each text."""
    sources = [source_from_text(f"التقى الرجلان مرة أخرى. {n}") for n in range(len(readings))]
    claims = dict(zip([source.id for source in sources], readings, strict=True))
    listed = {state: load_lexicon().actors[state] for state in ("actor:tunisia", "actor:libya")}
    return weave(sources, reader=lambda source: Reading(source, [], claims[source.id], listed))


def people(kg: KnowledgeGraph) -> list[AnyActor]:
    return [actor for actor in kg.actors.values() if actor.kind is ActorKind.PERSON]


# The same bytes


def test_neither_hash_seed_nor_order_nor_place_changes_the_bytes(tmp_path: Path):
    folder = tmp_path / "texts"
    folder.mkdir()
    for number, text in enumerate(TEXTS):
        (folder / f"{number}.txt").write_text(text, "utf-8")
    moved = tmp_path / "moved"
    folder_files = [str(file) for file in sorted(folder.iterdir())]
    outputs: set[bytes] = set()
    for seed, files in (
        ("0", [str(SEEDS), *folder_files]),
        ("1", [*reversed(folder_files), str(SEEDS)]),
        ("4242", [str(moved), str(SEEDS)]),
    ):
        if seed == "4242":
            folder.rename(moved)
        done = subprocess.run(
            [sys.executable, "-c", PROGRAM, *files],
            env={**os.environ, "PYTHONHASHSEED": seed, "TZ": f"Etc/GMT+{len(seed)}"},
            capture_output=True, check=True, timeout=120, cwd=tmp_path,
        )  # fmt: skip
        outputs.add(done.stdout)
    (only,) = outputs
    assert str(tmp_path).encode() not in only
    assert only == build([moved, SEEDS]).to_json().encode()


@settings(max_examples=20, deadline=None)
@given(st.permutations(TEXTS), st.sampled_from(TEXTS))
def test_the_order_of_sources_does_not_matter_nor_one_twice(order: list[str], again: str):
    kg = weave(source_from_text(text) for text in TEXTS)
    assert weave(source_from_text(text) for text in [*order, again]) == kg


def test_apart_and_together_tell_the_same_claims():
    together = weave(source_from_text(text) for text in TEXTS)
    apart = KnowledgeGraph()
    for text in TEXTS:
        apart = apart.merge(weave([source_from_text(text)]))
    assert set(apart.views) == set(together.views)


# Who is who


def test_two_people_with_one_surname_stay_two_candidates():
    nadia, karim = person("نادية الزهراوي", gender="f"), person("كريم الزهراوي")
    kg = woven([claim(nadia, karim)])
    one, two = people(kg)
    assert {one.name("ar"), two.name("ar")} == {"نادية الزهراوي", "كريم الزهراوي"}
    assert all(c.reason for actor in (one, two) for c in actor.candidates)


def test_one_name_in_two_states_is_two_people():
    one, two = (person("سالم الطرابلسي", state=state) for state in ("actor:tunisia", "actor:libya"))
    host = person("هدى شوقي")
    kg = woven([claim(one, host)], [claim(two, host)])
    named = [actor for actor in people(kg) if actor.name("ar") == "سالم الطرابلسي"]
    assert sorted(actor.state or "" for actor in named) == ["actor:libya", "actor:tunisia"]


def test_a_name_of_unknown_state_joins_its_only_namesake():
    known, unknown = person("سالم الطرابلسي", state="actor:tunisia"), person("سالم الطرابلسي")
    host = person("هدى شوقي")
    (claims,) = [woven([claim(known, host)], [claim(unknown, host)]).claims()]
    assert len(claims) == 1
    assert len(claims[0].stances) == 2


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("أحمد الطرابلسي", "احمد الطرابلسي"),
        ("منى الطرابلسي", "مني الطرابلسي"),
        ("رائد مؤنس", "رايد مونس"),
        ("هبة الله شوقي", "هبه الله شوقي"),
        ("سالم الطرابلسي", "سَالِم الطَّرابلسي"),
        ("سالم الطرابلسي", "سالم طرابلسي"),
    ],
)
def test_spellings_of_a_name_are_one_actor_who_keeps_both(one: str, other: str):
    host = person("هدى شوقي")
    kg = woven([claim(person(one), host)], [claim(person(other), host)])
    (actor,) = [actor for actor in people(kg) if actor.name("ar") != "هدى شوقي"]
    assert {name.text for name in actor.names} == {one, other}


def test_names_that_only_sound_the_same_stay_candidates_with_a_reason():
    host = person("هدى شوقي")
    kg = woven([claim(person("ليف دينغوف"), host)], [claim(person("ليف دينجوف"), host)])
    one, two = [actor for actor in people(kg) if actor.name("ar") != "هدى شوقي"]
    assert [(c.actor, c.reason) for c in one.candidates] == [(two.id, "name sounds the same")]
    assert [c.actor for c in two.candidates] == [one.id]


@pytest.mark.parametrize(
    ("one", "other", "together"),
    [
        ("جيوزيبي كونتي", "جوزيبي كونتي", True),  # no lexicon knows the first
        ("أنطونيو جوتيريش", "أنطونيو غوتيريش", True),
        ("سليم الطرابلسي", "سالم الطرابلسي", False),  # both are names
    ],
)
def test_a_full_name_as_nobody_is_called_is_a_listed_or_fellow_citizens(
    one: str, other: str, together: bool
):
    host, state = person("هدى شوقي"), "actor:tunisia"
    texts = [[claim(person(name, state=state), host)] for name in (one, other)]
    assert len(people(woven(*texts))) == (2 if together else 3)


def test_an_army_without_more_words_is_its_states():
    def army(name: str, state: str) -> Entity:
        return Entity(kind=ActorKind.ARMED_GROUP, name=name, state=state, head="army", named=False)

    host = person("هدى شوقي")
    told = [
        army("الجيش", "actor:tunisia"),
        army("الجيش التونسي", "actor:tunisia"),
        army("الجيش", "actor:libya"),
        army("الجيش الوطني", "actor:libya"),
    ]
    kg = woven(*[[claim(one, host)] for one in told])
    armies = [actor for actor in kg.actors.values() if actor.kind is ActorKind.ARMED_GROUP]
    names = sorted(sorted(name.text for name in actor.names) for actor in armies)
    assert names == [["الجيش"], ["الجيش", "الجيش التونسي"], ["الجيش الوطني"]]


def test_a_bare_surname_in_two_texts_is_two_people_unless_a_state_says_more():
    host = person("هدى شوقي")
    apart = woven([claim(person("الزهراوي"), host)], [claim(person("الزهراوي"), host)])
    assert len(people(apart)) == 3
    told = [person("الزهراوي", state="actor:tunisia") for _ in range(2)]
    assert len(people(woven(*[[claim(one, host)] for one in told]))) == 2


def test_two_unnamed_officials_of_two_texts_are_two():
    host = person("هدى شوقي")
    texts = [[claim(person("مسؤول كبير", named=False), host)] for _ in range(2)]
    assert len(people(woven(*texts))) == 3


def test_one_actor_with_itself_is_no_claim():
    assert not woven([claim(person("أحمد الطرابلسي"), person("احمد الطرابلسي"))]).views


# The gate


@pytest.mark.parametrize(
    "outside",
    [
        {"span": (0, 999)}, {"span": (-2, 4)}, {"span": (4, 4)}, {"cue": (9, 2)},
        {"subject_at": (900, 905)}, {"object_at": (0, 0)},
        {"levels": (Level(None, None, "asserts", cue=(0, 777)),)},
        {"levels": (Level(None, None, "asserts", speaker_at=(5, 1)),)},
    ],
    ids="-".join,
)  # fmt: skip
def test_words_outside_the_text_are_refused_and_counted(outside: dict[str, object]):
    source = source_from_text("التقى الرجلان مرة أخرى.")
    one, two = person("سالم الطرابلسي"), person("هدى شوقي")

    def reader(given: Source) -> Reading:
        return Reading(given, [one, two], [claim(one, two), claim(two, one, **outside)])

    kg, refused = weave_counted([source], reader=reader)
    assert refused == 1
    assert len(kg.views) == 1


def test_a_denial_is_a_stance_and_an_edge_to_the_event():
    one, two, spokesman = person("سالم الطرابلسي"), person("هدى شوقي"), person("رائد مؤنس")
    levels = (Level(spokesman, None, "denies", cue=(0, 4)),)
    kg = woven([claim(one, two), claim(one, two, span=(0, 9), levels=levels)])
    (met,) = kg.claims(predicate="met-with")
    assert met.status == "contested"
    (denial,) = kg.claims(predicate="denied")
    event = kg.events[denial.claim.object]
    assert (event.type, kg.actors[denial.claim.subject].name("ar")) == ("met-with", "رائد مؤنس")
    assert kg.graph.has_edge(denial.claim.subject, event.id, "denied")


def test_two_dates_are_two_events_of_one_claim():
    one, two = person("سالم الطرابلسي"), person("هدى شوقي")
    times = [PartialDate(edtf=edtf) for edtf in ("1956", "1958")]
    kg = woven([claim(one, two, time=times[0]), claim(one, two, span=(0, 9), time=times[1])])
    assert len(kg.views) == 1
    assert {str(event.time) for event in kg.events.values()} == {"1956", "1958"}
    assert {stance.kind for stance in kg.document().stances} == {StanceKind.ASSERTS}


def test_nothing_to_read_is_an_error_and_nothing_found_an_empty_graph(tmp_path: Path):
    with pytest.raises(SourceError):
        build(tmp_path)
    assert not weave([source_from_text("...")]).views


def test_progress_is_told_of_each_source():
    seen: list[str] = []
    sources = [source_from_text(text) for text in TEXTS]
    weave(sources, progress=lambda source: seen.append(source.id))
    assert seen == sorted(source.id for source in sources)


def test_build_merges_saved_graphs(tmp_path):
    """Texts read now and graphs saved before, in JSON and in Turtle, come together in one graph."""
    first = weave([source_from_text("زار أنور السادات إسرائيل عام 1977.", name="a")])
    second = weave([source_from_text("اعترفت الصين بإيطاليا عام 1970.", name="text")])
    saved = first.save(tmp_path / "first.json")
    (tmp_path / "text.txt").write_text("اعترفت الصين بإيطاليا عام 1970.", "utf-8")
    merged = build([saved, tmp_path / "text.txt"])
    assert merged == first.merge(second)
    turtle = merged.write(tmp_path / "out", formats=["turtle"])[0]
    assert build([turtle]) == merged


def test_build_says_which_saved_graph_does_not_fit(tmp_path):
    """A saved graph that tells a source otherwise is named, not merged by halves."""
    graph = weave([source_from_text("زار أنور السادات إسرائيل عام 1977.", name="a")])
    saved = graph.save(tmp_path / "one.json")
    other = tmp_path / "two.json"
    other.write_text(
        saved.read_text("utf-8").replace('"confidence": 0.', '"confidence": 0.1'), "utf-8"
    )
    with pytest.raises(GraphFileError, match=r"two\.json"):
        build([saved, other])
