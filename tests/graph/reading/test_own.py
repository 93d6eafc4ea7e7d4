"""A user's own rows: an actor, another name of a known one, a verb."""

import pytest
from actorgraph.graph import own_reader, source_from_text, weave
from actorgraph.schema import LexiconError

ROWS = """
actors:
- id: actor:falcons-of-ankh
  kind: armed-group
  gender: f
  plural: true
  names:
  - {text: صقور أنخ مورك, lang: ar}
  - {text: Falcons of Ankh, lang: en}
- id: actor:khalifa-haftar
  kind: person
  names: [{text: الجنرال العجوز, lang: ar, kind: alias}]
"""
VERB = """
verbs:
- {id: own-handasa, root: هندس, form: QI, gloss: engineer, relation: supports, object: [direct]}
"""


@pytest.fixture
def rows(tmp_path):
    def write(text):
        path = tmp_path / "rows.yaml"
        path.write_text(text, "utf-8")
        return path

    return write


def found(text, reader):
    kg = weave([source_from_text(text)], reader=reader)
    return [(v.claim.subject, v.claim.predicate, v.claim.object) for v in kg.claims()]


def test_an_own_actor_is_read(rows):
    assert found("هاجمت صقور أنخ مورك الجزائر.", own_reader(rows(ROWS))) == [
        ("actor:falcons-of-ankh", "attacked", "actor:algeria")
    ]


def test_a_known_actor_gets_another_name_and_keeps_its_own(rows):
    reader = own_reader(rows(ROWS))
    expected = [("actor:khalifa-haftar", "visited", "actor:russia")]
    assert found("زار الجنرال العجوز موسكو.", reader) == expected
    assert found("زار خليفة حفتر موسكو.", reader) == expected
    assert found("زار الجنرال العجوز موسكو.", own_reader()) != expected


def test_an_own_verb_is_inflected(rows):
    pytest.importorskip("mazini")
    assert found("هندست فرنسا إيطاليا.", own_reader(rows(VERB))) == [
        ("actor:france", "supports", "actor:italy")
    ]


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("actors: [{id: actor:x}]", r"rows\.yaml: actors\.0\.kind: Field required"),
        ("people: []", r"rows\.yaml: people: Extra inputs"),
        (VERB.replace("supports", "suports"), "did you mean supports"),
        ("actors: [", r"rows\.yaml: no YAML"),
    ],
)
def test_a_row_that_cannot_be_used_says_where(rows, text, hint):
    with pytest.raises(LexiconError, match=hint):
        own_reader(rows(text))


def test_a_missing_file_is_named(tmp_path):
    with pytest.raises(LexiconError, match=r"none\.yaml: cannot be read"):
        own_reader(tmp_path / "none.yaml")
