"""Actors without a name: holders of an office that only one has, followers of a creed."""

import pytest
from actorgraph.graph import source_from_text, weave


def claims(text: str) -> set[tuple[str, str, str]]:
    document = weave([source_from_text(text, name="x")]).document()
    names = {actor.id: actor.names[0].text for actor in document.actors}
    return {(names[c.subject], c.predicate, names[c.object]) for c in document.claims}


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("طلبت غانا من المندوب السامي وقف القتال.", ("غانا", "requested-from", "المندوب السامي")),
        ("سلّحت إيطاليا إمام اليمن.", ("إيطاليا", "arms", "إمام اليمن")),
        ("اتهمت غانا قائد الانقلاب بالخيانة.", ("غانا", "accused", "قائد الانقلاب")),
        ("هاجمت القوات الهندية الماويين.", ("القوات الهندية", "attacked", "الماويين")),
        ("اتهمت بنين رئيس الوزراء بخرق الهدنة.", ("بنين", "accused", "رئيس الوزراء")),
        ("هاجمت القوات الرواندية الهوتو.", ("القوات الرواندية", "attacked", "الهوتو")),
    ],
)
def test_an_office_or_a_creed_names_who_is_meant(text: str, claim: tuple[str, str, str]):
    assert claim in claims(text)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("وقف الحرس أمام اليمن والشمال.", "إمام اليمن"),
        ("طلبت غانا من المندوب السامي مارك هولدن وقف القتال.", "المندوب السامي"),
    ],
)
def test_who_is_named_needs_no_office(text: str, name: str):
    assert not any(name in (a, b) for a, _, b in claims(text))
