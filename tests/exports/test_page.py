"""The page as a person uses it: real clicks in a real browser, and what they would see."""

import csv
import io
import json
import re
import xml.etree.ElementTree as ET
from pathlib import Path
from urllib.parse import parse_qs, unquote

import pytest
from actorgraph.exports.page import page_html, write_page
from actorgraph.exports.page.data import page_data
from actorgraph.exports.page.writer import MODULES, policy, script
from actorgraph.graph import KnowledgeGraph
from actorgraph.graph.reading.words.lexicon import load_lexicon
from actorgraph.schema import LookupFailedError

from tests.exports.browser import opened
from tests.sample import FRANCE, HAFTAR, MISMARI, RUSSIA, sample

DATA = page_data(sample(), "actorgraph")
ACTORS = [actor["id"] for actor in DATA["actors"]]
CONTESTED = "button.claim-line.contested"


def _hash(page):
    page.wait_for_timeout(220)  # the address is written a moment after the last change
    return {k: v[0] for k, v in parse_qs(page.evaluate("location.hash").lstrip("#")).items()}


def _spot(page, actor):
    """Where an actor stands on the screen, from the camera in the address."""
    state = _hash(page)
    x, y, k = (float(v) for v in state["cam"].split("|"))
    box = page.locator(".stage").bounding_box()
    i = ACTORS.index(actor)
    place = (DATA["x"][i], DATA["y"][i])
    if "turned" in state:
        place = place[::-1]
    centre = (box["x"] + int(box["width"]) / 2, box["y"] + int(box["height"]) / 2)
    return centre[0] + (place[0] - x) * k, centre[1] + (place[1] - y) * k


def _between(page, a, b, side):
    """A point on the line of a pair: side 0 is straight, -1 and 1 the two that fan out."""
    a, b = sorted((a, b), key=ACTORS.index)
    (ax, ay), (bx, by) = _spot(page, a), _spot(page, b)
    length = ((bx - ax) ** 2 + (by - ay) ** 2) ** 0.5
    return (
        (ax + bx) / 2 + (by - ay) / length * 15 * side,
        (ay + by) / 2 + (ax - bx) / length * 15 * side,
    )


def _pixel(page, x, y):
    """The colour that the stage shows at a point of the window."""
    return tuple(
        page.evaluate(
            """([x, y]) => {
                const canvas = document.querySelector(".stage canvas.front");
                const box = canvas.getBoundingClientRect();
                const scale = canvas.width / box.width;
                const at = [(x - box.left) * scale, (y - box.top) * scale].map(Math.round);
                const copy = document.createElement("canvas");
                copy.width = copy.height = 1;
                const pen = copy.getContext("2d", { willReadFrequently: true });
                pen.drawImage(canvas, -at[0], -at[1]);
                return [...pen.getImageData(0, 0, 1, 1).data].slice(0, 3);
            }""",
            [x, y],
        )
    )


def _title(page):
    return page.locator(".inside h2").inner_text()


def _words(locator):
    return " ".join(locator.inner_text().split())


def _list_rows(page):
    return page.locator("tbody tr").count()


def _saved(page, item):
    page.click("button.take")
    with page.expect_download() as waiting:
        page.click(f".menu button.{item}")
    return waiting.value.suggested_filename, waiting.value.path().read_bytes()


# The file


def test_the_page_is_one_small_file_with_the_same_bytes_each_time(tmp_path):
    text = page_html(sample())
    assert page_html(KnowledgeGraph(sample().document())) == text
    assert write_page(sample(), tmp_path / "a" / "x.html").read_text("utf-8") == text
    style = re.search(r"<style>(.*?)</style>", text, re.DOTALL)[1]
    assert len(script().encode()) + len(style.encode()) < 150_000
    assert set(re.findall(r"https?://[^\"`]+", script())) == {"http://www.w3.org/2000/svg"}
    assert policy(script(), style).replace("'", "&#x27;") in text
    assert "unsafe" not in policy(script(), style)


def test_the_page_has_words_for_every_topic():
    topics = script().partition("const TOPICS=")[2].partition("};")[0]
    worded = re.findall(r'"?([a-z-]+)"?:\{en:"[^"]+",ar:"[^"]+"\}', topics)
    assert set(worded) == load_lexicon().topics.keys()


def test_the_script_is_all_of_its_modules_with_no_name_twice():
    from importlib.resources import files

    folder = files("actorgraph.exports.page")
    assert {f.name for f in folder.iterdir() if f.name.endswith(".js")} == {
        f"{name}.js" for name in MODULES
    }
    names = []
    for name in MODULES:
        text = (folder / f"{name}.js").read_text("utf-8")
        names += re.findall(
            r"^(?:export )?(?:const|let|function\*?|class) (\w+)", text, re.MULTILINE
        )
        for known in re.findall(r'from "\./(\w+)\.js"', text):
            assert MODULES.index(known) < MODULES.index(name)
        assert " as " not in " ".join(re.findall(r"^import .*", text, re.MULTILINE))
    assert len(names) == len(set(names))


def test_the_page_has_words_for_all_that_the_schema_can_say():
    from importlib.resources import files

    from actorgraph.schema import ActorKind, Modality, StanceKind, Status, vocabulary

    words = (files("actorgraph.exports.page") / "words.js").read_text("utf-8")
    classes = {str(relation.relation_class) for relation in vocabulary().values()}
    for key in (*ActorKind, *classes):
        assert re.search(rf'^  "?{key}"?: {{ en: "[^"]+", ar: "[^"]+" }}', words, re.MULTILINE), key
    for key in (*Status, *StanceKind, *Modality):
        assert len(re.findall(rf'\b{key}: "', words)) == 2, key


def test_an_unknown_focus_is_refused_with_near_names():
    with pytest.raises(LookupFailedError, match="Khalifa Haftar"):
        page_html(sample(), focus="Haftr")


# The graph


def test_the_first_view_shows_the_five_states_and_the_contested_edge(browser, sample_page):
    with opened(browser, sample_page) as page:
        stage = page.locator(".stage").bounding_box()
        names = {t.text for t in ET.fromstring(_saved(page, "svg")[1]).iter() if t.text}
        assert {"Russia", "France", "Italy", "Syria", "United States"} <= names
        assert "requested a base from" in names
        for state in (RUSSIA, FRANCE, "actor:italy", "actor:united-states", "actor:syria"):
            x, y = _spot(page, state)
            assert stage["x"] + 20 < x < stage["x"] + stage["width"] - 20
            assert stage["y"] + 20 < y < stage["y"] + stage["height"] - 20
            assert _pixel(page, x + 9, y + 9) == (0x23, 0x40, 0x8E)
        amber = {_pixel(page, *_between(page, HAFTAR, RUSSIA, side)) for side in (-1, 1)}
        badge = {p for p in amber if p[0] > 0x30 and p[0] > p[2] + 0x20}
        assert badge, amber


def test_the_same_graph_gives_the_same_picture(browser, sample_page):
    shots = []
    for _ in range(2):
        with opened(browser, sample_page) as page:
            page.wait_for_timeout(200)
            shots.append(page.locator(".stage").screenshot())
    assert shots[0] == shots[1]


def test_zoom_pan_fit_and_dragging_a_node(browser, sample_page):
    with opened(browser, sample_page) as page:
        before = _hash(page)["cam"]
        page.click("button.zoom-in")
        page.wait_for_timeout(400)
        k = [float(cam.split("|")[2]) for cam in (before, _hash(page)["cam"])]
        assert k[1] == pytest.approx(k[0] * 1.4, rel=0.01)
        page.mouse.move(420, 600)
        page.mouse.down()
        page.mouse.move(470, 620, steps=4)
        page.mouse.up()
        assert _hash(page)["cam"].split("|")[0] != before.split("|")[0]
        page.click("button.fit")
        page.wait_for_timeout(400)
        assert _hash(page)["cam"] == before
        x, y = _spot(page, FRANCE)
        page.mouse.move(x, y)
        page.mouse.down()
        page.mouse.move(x + 60, y - 30, steps=5)
        page.mouse.up()
        page.wait_for_timeout(100)
        assert _pixel(page, x + 69, y - 21) == (0x23, 0x40, 0x8E)
        assert _hash(page)["cam"] == before
        page.mouse.move(x, y + 200)
        page.mouse.wheel(0, -300)
        page.wait_for_timeout(100)
        assert float(_hash(page)["cam"].split("|")[2]) > k[0]


def test_parallel_relations_fan_out_and_each_can_be_clicked(browser, sample_page):
    with opened(browser, sample_page) as page:
        seen = set()
        for side in (-1, 1):
            page.mouse.click(*_between(page, HAFTAR, RUSSIA, side))
            seen.add(page.locator(".triple .relation").inner_text())
        assert seen == {"visited", "requested a base from"}


def test_parallel_relations_merge_when_zoomed_out(browser, sample_page):
    with opened(browser, sample_page) as page:
        for _ in range(4):
            page.click("button.zoom-out")
            page.wait_for_timeout(320)
        page.mouse.click(*_between(page, HAFTAR, RUSSIA, 0))
        assert page.locator(".pair-panel .claim-line").count() == 2


def test_events_and_speech_are_switched_in(browser, sample_page):
    with opened(browser, sample_page) as page:
        plain = page.locator(".stage").screenshot()
        page.get_by_label("Events").check()
        page.wait_for_timeout(150)
        events = page.locator(".stage").screenshot()
        page.get_by_label("Who speaks of them").check()
        page.wait_for_timeout(150)
        assert len({plain, events, page.locator(".stage").screenshot()}) == 3
        assert "Event" in page.locator(".legend").inner_text()
        i = next(i for i, e in enumerate(DATA["events"]) if e["type"] == "recognizes") + len(ACTORS)
        box = page.locator(".stage").bounding_box()
        x, y, k = (float(v) for v in _hash(page)["cam"].split("|"))
        page.mouse.click(
            box["x"] + int(box["width"]) / 2 + (DATA["x"][i] - x) * k,
            box["y"] + int(box["height"]) / 2 + (DATA["y"][i] - y) * k,
        )
        assert _title(page) == "Russia recognizes Government of National Accord"
        assert "subject Russia" in page.locator(".event-panel").inner_text().replace("\n", " ")


# The evidence


def test_a_contested_edge_shows_who_says_so_and_who_denies_it(browser, sample_page):
    with opened(browser, sample_page) as page:
        page.click(CONTESTED)
        says, denies = page.locator(".stances.says"), page.locator(".stances.denies")
        assert says.locator(".stance").count() == 2
        assert denies.locator(".stance").count() == 1
        assert "Lev Dengov" in says.inner_text()
        assert "the source’s own voice" in says.inner_text()
        denial = denies.inner_text()
        assert "Ahmed al-Mismari" in denial
        assert "Topic military base" in " ".join(denial.split())
        assert "via Libyan News Agency" in " ".join(denial.split())
        assert "Published 23 February 2018" in " ".join(denial.split())
        assert "Confidence 90%" in denial
        quote = denies.locator("blockquote")
        assert quote.locator("mark").inner_text().startswith("فند الأخبار المتداولة")
        assert quote.inner_text().startswith("إذ نقلت وكالة الأنباء الليبية")
        assert quote.evaluate("e => getComputedStyle(e).direction") == "rtl"
        assert quote.get_attribute("lang") == "ar"
        assert page.locator(".claim-panel .chip.contested").first.inner_text() == "contested"
        other = page.locator(".others .claim-line")
        assert "visited" in other.inner_text()


def test_an_actor_shows_names_roles_relations_and_what_it_says(browser, sample_page):
    with opened(browser, sample_page) as page:
        page.mouse.click(*_spot(page, MISMARI))
        assert _title(page) == "Ahmed al-Mismari"
        panel = page.locator(".actor-panel")
        assert "أحمد المسماري" in panel.locator(".names").inner_text()
        text = " ".join(panel.inner_text().split())
        assert "Person" in text
        assert "Belongs to Libya" in text
        assert "Roles is spokesperson of Libyan National Army" in text
        assert "denied Lev Dengov" in text
        assert panel.locator(".spoken .chip.denies").count() == 1
        assert "Reject" in text
        panel.locator(".spoken .claim-line").click()
        assert page.locator(".stance.marked").count() == 1
        page.click("button.back")
        assert _title(page) == "Ahmed al-Mismari"


def test_a_quote_opens_the_article_at_its_span(browser, sample_page):
    with opened(browser, sample_page) as page:
        page.click(CONTESTED)
        page.locator(".stances.denies .quote").click()
        article = page.locator(".article-panel")
        assert "حفتر يبحث عن مظلة عسكرية روسية" in article.locator("h2").inner_text()
        current = article.locator(".span.current")
        assert current.inner_text().startswith("فند الأخبار")
        assert current.evaluate("""e => {
            const inside = e.closest(".inside").getBoundingClientRect();
            const box = e.getBoundingClientRect();
            return box.top >= inside.top && box.bottom <= inside.bottom;
        }""")
        assert page.locator(".stage").is_visible()
        assert article.locator(".tick").count() == 13
        assert article.locator(".body").inner_text().count("\n") > 5
        tick = article.locator(".tick[title*='recognizes']")
        assert "Russia recognizes Government of National Accord" in tick.get_attribute("title")
        tick.click()
        assert page.locator(".triple .relation").inner_text() == "recognizes"


def test_the_article_text_is_the_source_text(browser, sample_page):
    with opened(browser, sample_page) as page:
        page.click(".overview .source")
        shown = page.locator(".article-panel .body").evaluate("e => e.textContent")
        kept = [p for p in sample().document().sources[0].text.split("\n") if p.strip()]
        assert shown == "".join(kept)


# Ways in


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("haftar", "Khalifa Haftar"),
        ("حفتر", "Khalifa Haftar"),
        ("المسمارى", "Ahmed al-Mismari"),
        ("AL MISMARI", "Ahmed al-Mismari"),
        ("روسي", "Russia"),
        ("syr", "Syria"),
    ],
)
def test_search_by_any_name_in_any_script(browser, sample_page, typed, name):
    with opened(browser, sample_page) as page:
        page.keyboard.press("/")
        page.keyboard.type(typed)
        first = page.locator(".suggestions li").first
        assert name in first.inner_text()
        page.keyboard.press("Enter")
        assert _title(page) == name
        assert page.locator(".suggestions").is_hidden()


def test_search_says_when_nobody_is_found_and_arrows_choose(browser, sample_page):
    with opened(browser, sample_page) as page:
        field = page.get_by_role("combobox", name="Search actors and sources")
        field.fill("zzz")
        assert page.locator(".suggestions").inner_text() == "No actor or source has this name"
        field.fill("li")
        names = page.locator(".suggestions li span").all_inner_texts()
        assert len(names) > 1
        page.keyboard.press("ArrowDown")
        assert field.get_attribute("aria-activedescendant") == "suggestion-1"
        page.keyboard.press("Enter")
        assert _title(page) == names[1].strip()


@pytest.mark.parametrize(
    ("facet", "option", "rows"),
    [
        ("status", "contested", 1),
        ("tone", "hostile", 3),
        ("relation", "requested a base from", 3),
        ("kind", "Ministry", 1),
        ("modality", "intended", 1),
        ("speaker", "Lev Dengov", 3),
        ("source", "حفتر يبحث عن مظلة عسكرية روسية", 11),
    ],
)
def test_each_filter_keeps_what_fits(browser, sample_page, facet, option, rows):
    with opened(browser, sample_page) as page:
        group = page.locator(f"[data-facet={facet}]")
        if group.get_attribute("open") is None:
            group.locator("summary").click()
        group.locator(".option", has_text=option).first.locator("input").check()
        assert f"{rows} of 11" in page.locator(".crumb.count").inner_text()
        assert _hash(page)[facet]
        page.click("button.segment.list")
        assert _list_rows(page) == rows
        page.click("button.clear")
        assert _list_rows(page) == 11


def test_a_filtered_edge_fades_and_positions_stay(browser, sample_page):
    with opened(browser, sample_page) as page:
        x, y = _spot(page, FRANCE)
        assert _pixel(page, x + 9, y + 9) == (0x23, 0x40, 0x8E)
        page.locator("[data-facet=tone] .option", has_text="hostile").locator("input").check()
        page.wait_for_timeout(150)
        assert _spot(page, FRANCE) == (x, y)
        faded = _pixel(page, x + 9, y + 9)
        assert min(faded) > 0xB0


def test_the_least_confidence_is_a_filter(browser, sample_page):
    with opened(browser, sample_page) as page:
        slider = page.locator("input[data-key=conf]")
        slider.fill("95")
        slider.dispatch_event("change")
        assert "0 of 11" in page.locator(".crumb.count").inner_text()
        slider = page.locator("input[data-key=conf]")
        slider.fill("85")
        slider.dispatch_event("change")
        assert "11 of 11" in page.locator(".crumb.count").inner_text()


def test_the_timeline_brushes_three_clocks(browser, sample_page):
    with opened(browser, sample_page) as page:
        box = page.locator(".track").bounding_box()
        page.mouse.move(box["x"] + 30, box["y"] + 20)
        page.mouse.down()
        page.mouse.move(box["x"] + box["width"] * 0.3, box["y"] + 20, steps=4)
        page.mouse.up()
        assert "0 of 11" in page.locator(".crumb.count").inner_text()
        page.click("button.whole")
        assert page.locator(".crumb.count").count() == 0
        page.mouse.move(box["x"] + box["width"] * 0.4, box["y"] + 20)
        page.mouse.down()
        page.mouse.move(box["x"] + box["width"] * 0.6, box["y"] + 20, steps=4)
        page.mouse.up()
        assert "11 of 11" in page.locator(".crumb.count").inner_text()
        page.select_option(".timeline select", "event")
        assert "12 undated" in page.locator(".timeline").inner_text()
        page.locator(".handle").first.focus()
        page.keyboard.press("ArrowRight")
        assert "1 of 11" in page.locator(".crumb.count").inner_text()
        page.select_option(".timeline select", "speech")
        assert "13 undated" in page.locator(".timeline").inner_text()


@pytest.mark.parametrize(("depth", "claims"), [(1, 4), (2, 11), (3, 11)])
def test_focus_on_an_actor_to_a_depth(browser, sample_page, depth, claims):
    with opened(browser, sample_page) as page:
        page.keyboard.press("/")
        page.keyboard.type("france")
        page.keyboard.press("Enter")
        page.get_by_role("button", name=f"Depth {depth}").click()
        crumb = page.locator(".crumb.ego").inner_text()
        assert f"Around France · Depth {depth}" in " ".join(crumb.split())
        kg = sample().neighbourhood("France", depth)
        expected = len(kg.claims())
        assert f"{expected} of 11" in page.locator(".crumb.count").inner_text()
        page.locator(".crumb.ego button").click()
        assert page.locator(".crumb").count() == 0


def test_a_path_between_two_actors(browser, sample_page):
    with opened(browser, sample_page) as page:
        page.mouse.click(*_spot(page, FRANCE))
        page.click("button.path-from")
        assert "Choose the other actor" in page.locator(".crumb.waiting").inner_text()
        page.keyboard.press("/")
        page.keyboard.type("mismari")
        page.keyboard.press("Enter")
        crumb = _words(page.locator(".crumb.path"))
        assert "Path: France → Ahmed al-Mismari" in crumb
        steps = page.locator(".overview .steps .claim-line").all_inner_texts()
        assert "France" in steps[0]
        assert "Ahmed al-Mismari" in steps[-1]
        expected = {v.claim.id for path in sample().paths("France", MISMARI) for v in path}
        page.click("button.segment.list")
        assert _list_rows(page) >= len(expected) > 3


def test_no_path_is_said(browser, sample_page):
    with opened(browser, f"{sample_page}#path={FRANCE}|actor:libya") as page:
        assert "No path joins these two." in page.locator(".crumb.path").inner_text()


def test_as_told_by_one_speaker_the_claim_is_no_longer_contested(browser, sample_page):
    with opened(browser, sample_page) as page:
        page.keyboard.press("/")
        page.keyboard.type("dengov")
        page.keyboard.press("Enter")
        page.click("button.told")
        assert "As told by: Lev Dengov" in _words(page.locator(".crumb.told"))
        assert "3 of 11" in page.locator(".crumb.count").inner_text()
        page.click("button.segment.list")
        assert page.locator("tbody .chip.contested").count() == 0
        assert page.locator("tbody .chip.asserted").count() == 3
        page.locator(".crumb.told button").evaluate("e => e.click()")
        assert page.locator("tbody .chip.contested").count() == 1


def test_as_told_by_one_source(browser, sample_page):
    with opened(browser, sample_page) as page:
        page.click(".overview .source")
        page.click("button.told")
        assert "11 of 11" in page.locator(".crumb.count").inner_text()
        assert "حفتر يبحث" in page.locator(".crumb.told").inner_text()


def test_the_list_sorts_filters_and_copies(browser, sample_page):
    with opened(browser, sample_page, permissions=["clipboard-read", "clipboard-write"]) as page:
        page.keyboard.press("l")
        assert _list_rows(page) == 11
        page.click("[data-sort=subject]")
        first = page.locator("tbody tr td:first-child").all_inner_texts()
        assert first == sorted(first, key=str.lower)
        page.click("[data-sort=subject]")
        assert page.locator("tbody tr td:first-child").all_inner_texts()[0] == max(first)
        assert page.locator("th[aria-sort=descending]").count() == 1
        page.get_by_label("Filter the list").fill("haftar base")
        assert _list_rows(page) == 2
        page.get_by_label("Filter the list").fill("قاعدة haftar")
        page.get_by_label("Filter the list").fill("حفتر")
        assert _list_rows(page) == 5
        page.click("button.copy-csv")
        page.wait_for_selector(".toast.on")
        rows = list(
            csv.DictReader(
                io.StringIO(page.evaluate("navigator.clipboard.readText()").lstrip("\ufeff"))
            )
        )
        assert {row["predicate"] for row in rows} >= {"visited", "supports"}
        page.click("button.segment.graph")
        assert page.locator(".stage").is_visible()
        page.click("button.segment.list")
        page.locator("tbody .open").first.click()
        assert page.locator(".claim-panel").count() == 1


def test_the_tally_of_a_contested_claim_leads_to_its_denial(browser, sample_page):
    with opened(browser, sample_page, height=620) as page:
        page.click(CONTESTED)
        assert page.locator(".claim-panel .actions").inner_text().split("\n")[0] == "Says so: 2"
        page.get_by_role("button", name="Denies it: 1").click()
        page.wait_for_timeout(100)
        heading = page.locator(".stances.denies h3").bounding_box()
        inside = page.locator(".inside").bounding_box()
        assert inside["y"] - 1 <= heading["y"] < inside["y"] + inside["height"] - 100


def test_the_timeline_says_what_is_brushed(browser, sample_page):
    with opened(browser, sample_page) as page:
        box = page.locator(".track").bounding_box()
        page.mouse.move(box["x"] + box["width"] * 0.4, box["y"] + 20)
        page.mouse.down()
        page.mouse.move(box["x"] + box["width"] * 0.6, box["y"] + 20, steps=4)
        page.mouse.up()
        assert page.locator(".span-of-time").inner_text() == "17 Feb 2018 – 1 Mar 2018"
        assert _words(page.locator(".ends-line")) == "24 Jan 2018 25 Mar 2018"


# Taking it along


def test_pictures_of_the_view(browser, sample_page):
    with opened(browser, sample_page) as page:
        name, png = _saved(page, "png")
        assert name == "actorgraph.png"
        assert png.startswith(b"\x89PNG")
        box = page.locator(".stage").bounding_box()
        assert int.from_bytes(png[16:20]) == int(box["width"]) * 2
        name, svg = _saved(page, "svg")
        tree = ET.fromstring(svg)
        texts = {"".join(t.itertext()) for t in tree.iter("{http://www.w3.org/2000/svg}text")}
        assert {
            "Russia",
            "France",
            "Italy",
            "Syria",
            "United States",
            "requested a base from",
        } <= texts


def test_claims_in_view_as_csv_and_json(browser, sample_page):
    with opened(browser, sample_page) as page:
        page.locator("[data-facet=status] .option", has_text="contested").locator("input").check()
        _, text = _saved(page, "csv")
        rows = list(csv.DictReader(io.StringIO(text.decode("utf-8-sig"))))
        assert len(rows) == 3
        assert {row["kind"] for row in rows} == {"asserts", "denies"}
        source = sample().document().sources[0]
        for row in rows:
            assert source.text[int(row["start"]) : int(row["end"])] == row["quote"]
        _, text = _saved(page, "json")
        records = json.loads(text)
        kept = {s.id: s for s in sample().document().stances}
        assert len(records["claims"]) == 1
        assert len(records["stances"]) == 3
        for stance in records["stances"]:
            ours = kept[stance["id"]].model_dump(mode="json")
            assert stance["evidence"] == ours["evidence"]
            assert stance["speaker"] == ours["speaker"]


def test_a_link_restores_the_view(browser, sample_page):
    with opened(browser, sample_page, permissions=["clipboard-read", "clipboard-write"]) as page:
        page.click("button.language")
        page.click("button.theme")
        page.locator("[data-facet=tone] .option").nth(1).locator("input").check()
        page.click(CONTESTED)
        page.click("button.zoom-in")
        page.wait_for_timeout(400)
        page.click("button.take")
        page.click(".menu button.link")
        link = page.evaluate("navigator.clipboard.readText()")
        state = _hash(page)
        shot = page.screenshot()
        title = _title(page)
    assert unquote(link).startswith(unquote(sample_page))
    with opened(browser, link) as page:
        assert _hash(page) == state
        assert _title(page) == title
        assert page.locator("html").get_attribute("dir") == "rtl"
        assert page.locator("html").get_attribute("data-theme") == "dark"
        assert len(page.screenshot()) == pytest.approx(len(shot), rel=0.2)


def test_a_broken_link_opens_the_whole_graph(browser, sample_page):
    junk = "#lang=xx&sel=claim|nope&cam=1|2&ego=|9&time=a|b&detail=-4&told=x|y&conf=9&path=z"
    with opened(browser, sample_page + junk) as page:
        assert page.locator(".overview").count() == 1


def test_the_printed_page_holds_the_picture_and_the_words(browser, sample_page):
    with opened(browser, sample_page) as page:
        page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
        page.emulate_media(media="print")
        assert page.locator(".paper canvas").is_visible()
        assert page.locator(".bar").is_hidden()
        text = page.locator(".paper").inner_text()
        assert "Khalifa Haftar — requested a base from — Russia (contested)" in text
        assert "فند الأخبار" in text
        assert page.pdf().count(b"/Type /Page") > 1
        page.evaluate("window.dispatchEvent(new Event('afterprint'))")
        assert page.locator(".paper").count() == 0


# For everybody


def test_arabic_mirrors_the_whole_layout_in_place(browser, sample_page):
    with opened(browser, sample_page) as page:
        left = page.locator(".side.filters").bounding_box()["x"]
        page.click(CONTESTED)
        page.click("button.language")
        assert page.locator("html").get_attribute("lang") == "ar"
        assert page.locator(".side.filters").bounding_box()["x"] > left + 900
        assert "خليفة حفتر" in _title(page)
        assert page.locator(".stances.says h3").inner_text().startswith("يقول بذلك")
        texts = page.locator("body").inner_text()
        assert not re.search(r"\b(Says|Filters|Legend|Overview|Time)\b", texts)
        page.click("button.language")
        assert page.locator("html").get_attribute("dir") == "ltr"


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("lang", ["en", "ar"])
def test_contrast_is_that_of_wcag_aa(browser, sample_page, theme, lang):
    with opened(browser, f"{sample_page}#lang={lang}&theme={theme}") as page:
        poor = page.evaluate(CONTRAST)
        page.click(CONTESTED)
        poor += page.evaluate(CONTRAST)
        page.locator(".quote").first.click()
        poor += page.evaluate(CONTRAST)
        page.keyboard.press("l")
        poor += page.evaluate(CONTRAST)
        assert poor == []


CONTRAST = (Path(__file__).parent / "contrast.js").read_text("utf-8").partition("\n")[2]


def test_everything_by_keyboard(browser, sample_page):
    with opened(browser, sample_page) as page:
        page.locator(".stage").focus()
        page.keyboard.press("ArrowRight")
        said = page.locator("[role=status].offscreen").inner_text()
        assert said
        page.keyboard.press("ArrowRight")
        page.keyboard.press("Enter")
        assert _title(page) == page.locator("[role=status].offscreen").inner_text()
        page.keyboard.press("r")
        assert page.locator(".claim-panel").count() == 1
        page.keyboard.press("Escape")
        assert page.locator(".overview").count() == 1
        before = _hash(page)["cam"]
        page.keyboard.press("+")
        page.keyboard.press("Shift+ArrowLeft")
        assert _hash(page)["cam"] != before
        page.keyboard.press("0")
        page.wait_for_timeout(400)
        assert _hash(page)["cam"] == before
        page.keyboard.press("?")
        assert page.get_by_role("dialog").is_visible()
        page.keyboard.press("Escape")
        assert page.get_by_role("dialog").count() == 0


def test_the_focus_is_not_lost_when_the_page_answers(browser, sample_page):
    label = "document.activeElement.getAttribute('aria-label') || document.activeElement.innerText"
    with opened(browser, sample_page) as page:
        page.mouse.click(*_spot(page, FRANCE))
        page.get_by_role("button", name="Depth 2").focus()
        page.keyboard.press("Enter")
        assert page.evaluate(label) == "Depth 2"
        page.locator(".relations .claim-line").first.focus()
        page.keyboard.press("Enter")
        assert page.locator(".claim-panel").count() == 1
        assert page.evaluate("document.activeElement.className") == "inside"
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.closest('.claim-panel') !== null")
        page.locator(".crumb.ego button").focus()
        page.keyboard.press("Enter")
        assert "stage" in page.evaluate("document.activeElement.className")
        page.locator("[data-facet=kind] summary").focus()
        page.keyboard.press("Enter")
        page.locator("[data-facet=kind] .option").first.wait_for()
        assert "Kind of actor" in page.evaluate(label)


def test_tab_reaches_every_control_and_shows_where_it_is(browser, sample_page):
    with opened(browser, sample_page) as page:
        seen = []
        for _ in range(75):
            page.keyboard.press("Tab")
            seen.append(
                page.evaluate("""() => {
                    const e = document.activeElement;
                    return [e.className, getComputedStyle(e).outlineStyle];
                }""")
            )
        classes = " ".join(name for name, _ in seen)
        for wanted in (
            "skip",
            "search",
            "segment",
            "take",
            "language",
            "theme",
            "stage",
            "zoom-in",
        ):
            assert wanted in classes
        assert "handle" in classes
        assert {style for name, style in seen if "stage" in name} != {"none"}


def test_a_screen_reader_hears_actors_and_relations_as_a_list(browser, sample_page):
    with opened(browser, sample_page) as page:
        page.wait_for_selector(".outline li", state="attached")
        outline = page.get_by_role("navigation", name="Actors and relations")
        items = outline.locator(":scope > ul > li")
        assert items.count() == 11
        text = outline.inner_text()
        assert "Khalifa Haftar requested a base from Russia, contested" in " ".join(text.split())
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        assert page.evaluate("document.activeElement.closest('.outline') !== null")
        page.keyboard.press("Enter")
        assert _title(page) == "Russia"


def test_small_screens_with_touch(browser, sample_page):
    with opened(
        browser,
        sample_page,
        width=360,
        height=740,
        has_touch=True,
        is_mobile=True,
        device_scale_factor=2,
    ) as page:
        assert page.evaluate("document.documentElement.scrollWidth") <= 360
        page.touchscreen.tap(*_spot(page, FRANCE))
        assert _title(page) == "France"
        sheet = page.locator(".side.details").bounding_box()
        assert sheet["width"] == 360
        assert page.locator(".stage").bounding_box()["height"] > 250
        page.wait_for_timeout(300)
        _, y = _spot(page, FRANCE)
        stage = page.locator(".stage").bounding_box()
        assert stage["y"] < y < stage["y"] + stage["height"]
        page.locator(".detail-bar .close").tap()
        assert page.locator(".side.details").is_hidden()
        page.locator("button.peek").tap()
        assert "What is contested" in page.locator(".side.details").inner_text()
        page.locator(CONTESTED).tap()
        assert page.locator(".claim-panel").is_visible()
        page.locator(".detail-bar .close").tap()
        assert page.locator(".side.details").is_hidden()
        page.locator(".filters-toggle").tap()
        page.locator("[data-facet=tone] .option", has_text="hostile").tap()
        page.locator(".filters-toggle").tap()
        assert "3 of 11" in page.locator(".crumb.count").inner_text()
        page.locator("button.segment.list").tap()
        assert _list_rows(page) == 3
        row = page.locator("tbody tr").first
        assert row.bounding_box()["width"] <= 360
        assert "Say so: " in row.evaluate(
            "e => getComputedStyle(e.querySelector('.n'), '::before').content.replace(/[\"]/g, '')"
        )
        page.locator("button.language").tap()
        assert page.evaluate("document.documentElement.scrollWidth") <= 360


def test_targets_are_large_enough(browser, sample_page):
    with opened(browser, sample_page) as page:
        page.click(CONTESTED)
        small = page.evaluate("""() => {
            const inText = ".outline, p, blockquote, h2";
            return [...document.querySelectorAll("button, select, input")]
                .filter((e) => e.checkVisibility() && !e.closest(inText))
                .filter((e) => !e.matches(".skip, [type=checkbox]"))
                .map((e) => [e.className, e.getBoundingClientRect()])
                .filter(([, b]) => b.width < 24 || b.height < 24)
                .map(([name, b]) => `${name} ${b.width}x${b.height}`);
        }""")
        assert small == []


# Elsewhere


def test_a_focus_opens_on_its_neighbourhood(browser, tmp_path):
    path = write_page(sample(), tmp_path / "focus.html", focus="فرنسا")
    with opened(browser, path.as_uri()) as page:
        assert _title(page) == "France"
        assert "Around France" in _words(page.locator(".crumb.ego"))


def test_an_empty_graph_is_still_a_page(browser, tmp_path):
    path = write_page(KnowledgeGraph(), tmp_path / "empty.html")
    with opened(browser, path.as_uri()) as page:
        assert page.locator(".figure b").all_inner_texts() == ["0", "0", "0", "0"]
        page.keyboard.press("l")
        assert "No claim fits" in page.locator(".table-view").inner_text()


def test_a_notebook_cell_shows_the_page_as_high_as_asked():
    frame = sample().show("France", height=500, lang="ar")
    html = frame._repr_html_()
    assert html.startswith("<iframe srcdoc=")
    assert 'height="500"' in html
    assert "allow-same-origin" not in html
    assert "actor:france" in html
    with pytest.raises(ValueError, match="240"):
        sample().show(height=10)
