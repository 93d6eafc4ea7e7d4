"""The page on larger graphs: what is drawn and can be read, and how one gets to the rest."""

import hashlib
import itertools
import re
import xml.etree.ElementTree as ET
from urllib.parse import parse_qs

import pytest
from actorgraph.exports.page import write_page
from actorgraph.exports.page.data import page_data
from actorgraph.graph import KnowledgeGraph
from actorgraph.schema import Actor, ActorKind, Claim, GraphDocument, Name, Source, Stance, State

from tests.exports.browser import opened

pytest.importorskip("playwright.sync_api")

from tests.benchmarks.page_benchmark import made_up_graph

CROWD = made_up_graph(400, 800)
CROWD_ALONE = made_up_graph(40, 80, alone=30)


@pytest.fixture(scope="module")
def crowd_page(tmp_path_factory):
    return write_page(CROWD, tmp_path_factory.mktemp("crowd") / "x.html").as_uri()


def test_the_first_view_of_a_large_graph_is_a_readable_part_of_it(browser, crowd_page):
    with opened(browser, crowd_page) as page:
        more = page.locator(".drawn")
        assert more.inner_text() == "Actors drawn: 65 of 383 +"
        svg = saved(page, "svg")
        boxes = _label_boxes(svg)
        assert {"Actor 0", "Actor 1", "Actor 2", "Actor 3"} <= {text for text, _ in boxes}
        assert len(boxes) > 40
        assert _overlaps(boxes) == []
        more.click()
        assert more.inner_text() == "Actors drawn: 130 of 383 +"
        svg = saved(page, "svg")
        assert _overlaps(_label_boxes(svg)) == []


def test_all_who_are_joined_to_the_chosen_actor_are_drawn(browser, crowd_page):
    with opened(browser, crowd_page) as page:
        page.keyboard.press("/")
        page.keyboard.type("actor 399")
        page.keyboard.press("Enter")
        page.wait_for_timeout(400)
        joined = {
            name
            for claim in CROWD.claims()
            for ends in [(claim.claim.subject, claim.claim.object)]
            if "actor:a399" in ends
            for name in (f"Actor {i.removeprefix('actor:a')}" for i in ends)
        }
        assert len(joined) > 1
        svg = saved(page, "svg")
        assert joined <= {text for text, _ in _label_boxes(svg)}


def test_a_choice_out_of_sight_is_brought_into_view(browser, crowd_page):
    with opened(browser, crowd_page) as page:
        for _ in range(5):
            page.click("button.zoom-in")
            page.wait_for_timeout(320)
        before = address(page)["cam"].split("|")
        page.locator(".ranked .actor").nth(7).click()
        page.wait_for_timeout(400)
        after = address(page)["cam"].split("|")
        assert after[2] == before[2]
        name = page.locator(".inside h2").inner_text()
        boxes = dict(_label_boxes(saved(page, "svg")))
        stage = page.locator(".stage").bounding_box()
        x0, y0, x1, y1 = boxes[name]
        assert 0 < x0 < x1 < stage["width"]
        assert 0 < y0 < y1 < stage["height"]


def test_actors_without_relations_stand_apart_from_each_other(browser, tmp_path):
    path = write_page(CROWD_ALONE, tmp_path / "alone.html")
    with opened(browser, f"{path.as_uri()}#detail=500") as page:
        page.get_by_label("Actors without relations").check()
        page.click("button.fit")
        page.wait_for_timeout(500)
        places = page_data(CROWD_ALONE, "x")
        spots = {
            (x, y)
            for actor, x, y in zip(places["actors"], places["x"], places["y"], strict=False)
            if actor["id"].startswith("actor:alone")
        }
        assert len(spots) == 30
        assert "Alone 7" in {text for text, _ in _label_boxes(saved(page, "svg"))}


def test_zoomed_in_a_huge_graph_shows_its_relations_one_by_one(browser, tmp_path):
    path = write_page(made_up_graph(1200, 2400), tmp_path / "huge.html")
    with opened(browser, f"{path.as_uri()}#detail=1200") as page:
        page.wait_for_timeout(400)
        assert "<path d=" in saved(page, "svg").decode()
        assert "Q" not in "".join(re.findall(r'd="M[^"]*"', saved(page, "svg").decode())[:50])
        for _ in range(7):
            page.click("button.zoom-in")
            page.wait_for_timeout(320)
        assert re.search(r'd="M[-\d. ]+Q', saved(page, "svg").decode())


def every_kind():
    """A graph with an actor of every kind, each of whom visited the next one."""
    text = "زار هذا ذاك."
    source = Source(
        id="source:s", title="خبر", sha256=hashlib.sha256(text.encode()).hexdigest(), text=text
    )
    kinds = list(ActorKind)
    actors = [
        (State if kind is ActorKind.STATE else Actor)(
            id=f"actor:{kind}", names=(Name(text=f"A {kind}", lang="en"),), kind=kind
        )
        for kind in kinds
    ]
    claims = [Claim.of(f"actor:{a}", "visited", f"actor:{b}") for a, b in itertools.pairwise(kinds)]
    stances = [
        Stance(id=f"stance:{i}", claim=c.id, evidence=(source.quote(0, 8),), rule="made-up")
        for i, c in enumerate(claims)
    ]
    return KnowledgeGraph(
        GraphDocument(
            sources=(source,),
            actors=tuple(actors),
            claims=tuple(claims),
            stances=tuple(stances),
        )
    )


def _label_boxes(svg):
    """The names in a picture with where they stand: left, top, right, bottom."""
    tree = ET.fromstring(svg)
    found = {}
    for text in tree.iter("{http://www.w3.org/2000/svg}text"):
        size, words = float(text.get("font-size")), "".join(text.itertext())
        if size < 13 or text.get("font-weight") == "700":
            continue
        half = len(words) * size * 0.27
        x, y = float(text.get("x")), float(text.get("y"))
        found[words] = (x - half, y - size / 2, x + half, y + size / 2)
    return list(found.items())


def _overlaps(boxes):
    return [
        (a, b)
        for i, (a, p) in enumerate(boxes)
        for b, q in boxes[:i]
        if p[0] < q[2] and q[0] < p[2] and p[1] < q[3] and q[1] < p[3]
    ]


def test_every_kind_of_actor_can_be_drawn_listed_and_filtered(browser, tmp_path):
    path = write_page(every_kind(), tmp_path / "kinds.html")
    with opened(browser, path.as_uri()) as page:
        page.locator("[data-facet=kind] summary").click()
        page.locator("[data-facet=kind] .option").first.wait_for()
        page.locator("[data-facet=kind] .more").click()
        names = page.locator("[data-facet=kind] .option .name").all_inner_texts()
        assert {"Place", "Party", "Mission", "State", "Group of people"} <= set(names)
        assert "Place" in page.locator(".legend").inner_text()
        page.locator("[data-facet=kind] .option", has_text="Place").locator("input").check()
        page.keyboard.press("l")
        assert page.locator("tbody tr").count() == 2
        page.locator("tbody .actor", has_text="A place").first.click()
        assert "Place" in page.locator(".actor-panel .chip").first.inner_text()


def test_search_finds_sources_by_their_titles(browser, crowd_page):
    with opened(browser, crowd_page) as page:
        page.keyboard.press("/")
        page.keyboard.type("مقال 3")
        first = page.locator(".suggestions li").first
        assert " ".join(first.inner_text().split()) == "مقال 3 Source · April 1993"
        page.keyboard.press("Enter")
        assert page.locator(".article-panel h2").inner_text() == "مقال 3"


def test_the_overview_counts_and_lists_what_is_in_view(browser, crowd_page):
    with opened(browser, crowd_page) as page:
        assert page.locator(".figure b").all_inner_texts() == ["400", "800", "40", "8"]
        page.locator("[data-facet=source] summary").click()
        page.locator("[data-facet=source] .option", has_text="مقال 3").locator("input").check()
        actors, claims, _, sources = map(int, page.locator(".figure b").all_inner_texts())
        assert (claims, sources) == (100, 1)
        assert 100 < actors < 200
        assert page.locator(".overview .source bdi").all_inner_texts() == ["مقال 3"]


def test_long_facets_are_narrowed_by_typing(browser, crowd_page):
    with opened(browser, crowd_page) as page:
        group = page.locator("[data-facet=speaker]")
        group.locator("summary").click()
        group.locator(".option").first.wait_for()
        assert group.locator(".option").count() == 8
        group.locator(".more").press("Enter")
        assert group.locator(".option").count() > 200
        assert page.evaluate("document.activeElement.dataset.key").startswith("speaker ")
        group.get_by_label("Find… Speaker").fill("actor 12")
        names = group.locator(".option:visible .name").all_inner_texts()
        assert 1 < len(names) < 20
        assert all("12" in name for name in names)
        group.locator(".option:visible input").first.check()
        assert "of 800" in page.locator(".crumb.count").inner_text()
        assert group.get_by_label("Find… Speaker").input_value() == "actor 12"
        assert group.locator(".option:visible").count() == len(names)


@pytest.mark.parametrize("width", [360, 900, 1440])
@pytest.mark.parametrize("lang", ["en", "ar"])
def test_no_name_covers_another_at_any_width(browser, crowd_page, sample_page, width, lang):
    for url in (crowd_page, sample_page):
        with opened(browser, f"{url}#lang={lang}", width=width, height=800) as page:
            boxes = _label_boxes(saved(page, "svg"))
            assert len(boxes) > 8
            assert _overlaps(boxes) == []
            stage = page.locator(".stage").bounding_box()
            assert all(0 < (b[0] + b[2]) / 2 < stage["width"] for _, b in boxes)


def saved(page, item):
    """What the menu saves under this name."""
    page.click("button.take")
    with page.expect_download() as waiting:
        page.click(f".menu button.{item}")
    return waiting.value.path().read_bytes()


def address(page):
    """The state in the address, which is written a moment after the last change."""
    page.wait_for_timeout(220)
    return {k: v[0] for k, v in parse_qs(page.evaluate("location.hash").lstrip("#")).items()}
