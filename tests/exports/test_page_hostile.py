"""Hostile text in every field shows as text: it runs nothing, asks for nothing, moves nothing."""

import json
import re
import xml.etree.ElementTree as ET
from unicodedata import normalize
from urllib.parse import quote

import pytest
from actorgraph.exports.page import iframe, page_html
from actorgraph.exports.page.writer import json_for_html

from tests.exports.browser import opened
from tests.exports.hostile import PAYLOADS, hostile_graph

TAGS = """
A ARTICLE ASIDE B BDI BLOCKQUOTE BODY BUTTON CANVAS DETAILS DIV H2 H3 HEADER I INPUT LABEL LI MAIN
MARK NAV NOSCRIPT OL OPTION OUTPUT P SCRIPT SECTION SELECT SMALL SPAN STRONG SUMMARY TABLE TBODY TD
TH THEAD TIME TR UL path svg
"""
KNOWN = set(TAGS.split())
STATE = """() => ({
    tags: [...new Set([...document.body.querySelectorAll("*")].map((e) => e.tagName))],
    handlers: [...document.querySelectorAll("*")].flatMap((e) =>
        [...e.attributes].filter((a) => a.name.startsWith("on")).map((a) => a.name)),
    links: [...document.querySelectorAll("[href], [src], [action]")].map((e) =>
        e.getAttribute("href") ?? e.getAttribute("src") ?? e.getAttribute("action")),
    scripts: document.scripts.length,
    ran: "pwned" in window,
})"""


@pytest.fixture(scope="module")
def hostile_page(tmp_path_factory):
    path = tmp_path_factory.mktemp("hostile") / "<img src=x onerror=pwned=1>.html"
    path.write_text(page_html(hostile_graph(), title=PAYLOADS[1]), "utf-8")
    return path.as_uri()


def _seen(payload):
    """What a reader sees of a payload: overrides named, other bidi controls and NULs not there."""
    text = payload.replace("\u202e", "⟨RLO⟩").replace("\u202d", "⟨LRO⟩")
    text = re.sub("[\u202a-\u202c\u2066-\u2069]", "", text)
    return re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]", "␦", text)


def _calm(page):
    state = page.evaluate(STATE)
    assert set(state["tags"]) <= KNOWN
    assert state["handlers"] == []
    assert state["scripts"] == 1
    assert not state["ran"]
    assert all(link.startswith("https://") for link in state["links"])


def test_at_least_forty_payloads():
    assert len(set(PAYLOADS)) >= 40


def test_payloads_in_every_field_show_as_text(browser, hostile_page):
    with opened(browser, hostile_page) as page:
        _calm(page)
        assert page.title() == PAYLOADS[1]
        for i, payload in enumerate(PAYLOADS):
            page.evaluate(f"location.hash = 'sel=actor|actor:a{i:02}&events=1&speech=1'")
            panel = page.locator(".actor-panel h2")
            panel.wait_for()
            assert panel.evaluate("e => e.textContent") == _seen(payload)
            assert page.locator(".actor-panel a").count() == 1
            about = page.locator(".actor-panel p.about")
            assert about.evaluate("e => e.textContent") == _seen(payload)
            _calm(page)


def test_payloads_in_quotes_and_articles_show_as_text(browser, hostile_page):
    graph = hostile_graph().document()
    with opened(browser, hostile_page) as page:
        for i in range(0, len(PAYLOADS), 4):
            source = graph.sources[i]
            number = int(source.id.partition(":")[2])
            page.evaluate(f"location.hash = 'sel=claim|{graph.claims[i].id}'")
            page.locator(".claim-panel").wait_for()
            assert page.locator("blockquote").count() == 2
            _calm(page)
            page.evaluate(f"location.hash = 'sel=source|{source.id}'")
            page.locator(".article-panel").wait_for()
            body = page.locator(".article-panel .body").evaluate("e => e.textContent")
            assert _seen(normalize("NFC", PAYLOADS[number])) in body
            _calm(page)


def test_payloads_in_list_filters_search_and_print(browser, hostile_page):
    with opened(browser, f"{hostile_page}#detail=500") as page:
        page.click("button.language")
        page.keyboard.press("l")
        _calm(page)
        text = page.locator("body").inner_text()
        for payload in PAYLOADS[:43]:
            assert payload in text
        for facet in ("speaker", "source"):
            page.locator(f"[data-facet={facet}] summary").click()
            page.locator(f"[data-facet={facet}] .more").click()
        _calm(page)
        for typed in ("<script", "onerror", "pwned", "\u202e"):
            page.locator("input.search").fill(typed)
            _calm(page)
        page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
        assert not page.evaluate("'pwned' in window")


def test_payloads_in_the_address_show_as_text(browser, hostile_page):
    for payload in PAYLOADS[:48:12]:
        fields = "&".join(
            f"{k}={quote(payload)}" for k in ("find", "status", "source", "sort", "sel")
        )
        with opened(browser, f"{hostile_page}#view=list&{fields}") as page:
            _calm(page)


def test_payloads_in_what_is_taken_along(browser, hostile_page):
    with opened(browser, f"{hostile_page}#detail=500") as page:
        for item in ("svg", "json", "csv"):
            page.click("button.take")
            with page.expect_download() as waiting:
                page.click(f".menu button.{item}")
            saved = waiting.value.path().read_text("utf-8-sig")
            if item == "svg":
                tree = ET.fromstring(saved)
                tags = {e.tag.rpartition("}")[2] for e in tree.iter()}
                assert tags <= {"svg", "title", "rect", "path", "text"}
                assert not any(
                    a.startswith("on") or "href" in a for e in tree.iter() for a in e.attrib
                )
            elif item == "json":
                names = {n["text"] for a in json.loads(saved)["actors"] for n in a["names"]}
                assert names == set(PAYLOADS)
            else:
                assert not re.search(r'(^|,)"?=', saved, re.MULTILINE)


@pytest.mark.parametrize("control", ["\u202e", "\u2067", "\u202b", "\u2066"])
def test_bidi_controls_move_no_boundary(browser, hostile_page, control):
    i = next(
        i for i, p in enumerate(PAYLOADS) if control in p or p.startswith(("\u2067", "\u202e"))
    )
    with opened(browser, hostile_page) as page:
        page.evaluate(f"location.hash = 'lang=en&sel=actor|actor:a{i:02}'")
        page.locator(".actor-panel").wait_for()
        page.locator(".relations .claim-line").first.click()
        boxes = page.locator(".triple > *").evaluate_all(
            "all => all.map((e) => [...e.getClientRects()].map((r) => [r.top, r.left])[0])"
        )
        lines = [(round(top / 20), left) for top, left in boxes]
        assert lines == sorted(lines)
        shown = page.locator(".triple").evaluate("e => e.textContent")
        assert not re.search("[\u202a-\u202e\u2066-\u2069]", shown)


def test_the_data_block_cannot_be_left():
    text = json_for_html([*PAYLOADS, "\u2028"])
    assert not re.search("[<>&\u2028\u2029]", text)
    assert json.loads(text)[: len(PAYLOADS)] == list(PAYLOADS)


def test_a_notebook_frame_cannot_be_left(browser, tmp_path):
    frame = iframe(hostile_graph(), height=600)
    path = tmp_path / "notebook.html"
    path.write_text(f"<!doctype html><meta charset=utf-8>{frame._repr_html_()}", "utf-8")
    context = browser.new_context(viewport={"width": 1000, "height": 700})
    page = context.new_page()
    said = []
    page.on("console", lambda m: said.append(m.text))
    page.on("pageerror", lambda e: said.append(str(e)))
    page.goto(path.as_uri())
    inner = page.frames[1]
    inner.wait_for_selector(".stage[data-drawn]", state="attached")
    assert page.locator("iframe").count() == 1
    box = page.locator("iframe").bounding_box()
    assert (round(box["height"]), box["width"] > 950) == (600, True)
    assert inner.locator(".stage").bounding_box()["height"] > 150
    inner.locator("button.language").click()
    assert inner.locator("html").get_attribute("dir") == "rtl"
    assert inner.evaluate("self.origin") == "null"
    assert said == []
    context.close()
