"""Operations that act: "Operation Dignity said" has a speaker, as a force has a voice."""

import pytest
from actorgraph.graph import source_from_text, weave

SAID = [
    ("قالت عملية «الكرامة» إن فرنسا تدعم تونس.", "supports"),
    ("عملية «الكرامة»: فرنسا تسلح تونس.", "arms"),
    ("اتهمت عملية «الكرامة» تونس بدعم حركة الفجر.", "supports"),
]


@pytest.mark.parametrize(("text", "predicate"), SAID)
def test_an_operation_that_speaks_is_an_actor(text: str, predicate: str):
    document = weave([source_from_text(text, name="x", date="2014-05-16")]).document()
    names = {actor.id: actor.names[0].text for actor in document.actors}
    claims = {claim.id: claim for claim in document.claims}
    [stance] = [s for s in document.stances if claims[s.claim].predicate == predicate]
    assert names[stance.speaker] == "عملية الكرامة"


def test_an_operation_that_is_launched_and_fights_is_an_event_and_an_actor():
    text = "أطلق خليفة حفتر عملية «الكرامة». وهاجمت عملية «الكرامة» مدينة درنة."
    document = weave([source_from_text(text, name="x", date="2014-05-16")]).document()
    labels = [event.label for event in document.events if event.label]
    names = [actor.names[0].text for actor in document.actors]
    assert labels == ["عملية الكرامة"]
    assert "عملية الكرامة" in names
