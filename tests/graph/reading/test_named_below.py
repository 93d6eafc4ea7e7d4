"""Who is named below: what a headline calls by an office or by a part of a name."""

import pytest
from actorgraph.graph import source_from_text
from actorgraph.graph.reading.reader import read


def told(text: str) -> set[tuple[str, str, str]]:
    claims = read(source_from_text(text, name="x", date="2017-03-01")).claims
    return {(claim.subject.name, claim.predicate, claim.object.name) for claim in claims}


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        # The office and its state are the same, the state as a name or as an adjective.
        (
            "تشاد تستقبل وزير خارجية مالي\n\nوصل وزير الخارجية المالي سالم الراوي إلى نجامينا أمس.",
            ("تشاد", "received", "سالم الراوي"),
        ),
        # A body has more words than the headline gives it.
        (
            "جبهة الدلتا تهاجم تشاد\n\nقالت جبهة تحرير الدلتا أمس إنها تدعو مالي إلى الحوار.",
            ("جبهة تحرير الدلتا", "attacked", "تشاد"),
        ),
    ],
)
def test_a_headline_means_who_is_named_below(text: str, claim: tuple[str, str, str]):
    assert claim in told(text)


@pytest.mark.parametrize(
    "text",
    [
        # Another field, another state, and two who hold the office.
        "تشاد تستقبل وزير خارجية مالي\n\nوصل وزير الدفاع المالي سالم الراوي إلى نجامينا أمس.",
        "تشاد تستقبل وزير خارجية مالي\n\nوصل وزير الخارجية التونسي سالم الراوي إلى نجامينا أمس.",
        "تشاد تستقبل وزير خارجية مالي\n\nوصل وزير الخارجية المالي سالم الراوي إلى نجامينا أمس. "
        "وكان وزير الخارجية المالي كريم الحلبي زار مصر في 2010.",
    ],
)
def test_another_office_or_two_who_held_it_leave_him_unnamed(text: str):
    assert ("تشاد", "received", "وزير خارجية مالي") in told(text)


def test_some_diplomat_of_a_nation_may_be_another_than_the_one_named():
    text = (
        "قال دبلوماسي تونسي إن مصر تدعم تشاد. وكان الدبلوماسي التونسي سالم الراوي زار مصر في 2010."
    )
    claims = read(source_from_text(text, name="x", date="2017-03-01")).claims
    speakers = {level.speaker.name for c in claims for level in c.levels if level.speaker}
    assert speakers == {"دبلوماسي تونسي"}
