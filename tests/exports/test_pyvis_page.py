"""The pyvis network: real, restylable, and a page that runs nothing but its own."""

import json
import os
import subprocess
import sys

import pytest
from actorgraph.exports import write_all
from actorgraph.exports.pyvis_page import to_pyvis
from pyvis.network import Network

from tests.exports.browser import Watch
from tests.exports.hostile import PAYLOADS, hostile_graph
from tests.sample import HAFTAR, RUSSIA, sample


def _drawn(browser, path, check):
    context = browser.new_context(viewport={"width": 1200, "height": 800})
    context.set_default_timeout(15000)
    page = context.new_page()
    watch = Watch(page)
    page.goto(path.as_uri())
    page.wait_for_selector("#network[data-drawn] canvas")
    check(page)
    assert watch.said == []
    assert watch.outside() == []
    assert watch.opened == []
    context.close()


def test_it_is_a_real_network_with_every_claim_and_its_words():
    network = to_pyvis(sample())
    assert isinstance(network, Network)
    claims = sample().claims()
    assert {edge["id"] for edge in network.edges} == {view.claim.id for view in claims}
    assert set(network.get_nodes()) == {
        i for v in claims for i in (v.claim.subject, v.claim.object)
    }
    pair = [e for e in network.edges if {e["from"], e["to"]} == {HAFTAR, RUSSIA}]
    assert len({json.dumps(edge["smooth"]) for edge in pair}) == len(pair) == 2
    contested = next(e for e in pair if e["label"].startswith("≠"))
    assert "− Ahmed al-Mismari" in contested["title"]
    assert "+ Lev Dengov" in contested["title"]


def test_people_restyle_it_and_the_graph_stays_as_it_is(tmp_path):
    kg = sample()
    before = kg.to_json()
    network = to_pyvis(kg, "ar", events=True)
    network.get_node(RUSSIA)["color"] = "#ff00ff"
    network.add_node("mine", label="mine")
    network.add_edge("mine", RUSSIA)
    network.heading = "My <graph>"
    network.toggle_physics(True)
    network.set_edge_smooth("dynamic")
    network.set_options('{"physics": {"enabled": true}}')
    network.save_graph(str(tmp_path / "x.html"))
    text = (tmp_path / "x.html").read_text("utf-8")
    assert "#ff00ff" in text
    assert "My &lt;graph&gt;" in text
    assert '"physics":{"enabled":true}' in text
    assert kg.to_json() == before


def test_the_same_graph_gives_the_same_bytes_and_a_format(tmp_path):
    (path,) = write_all(sample(), tmp_path, ["pyvis"])
    assert path.name == "pyvis.html"
    assert path.read_text("utf-8") == to_pyvis(sample()).generate_html()


def test_it_is_written_whatever_the_locale(tmp_path):
    program = (
        "from tests.sample import sample; from actorgraph.exports.pyvis_page import to_pyvis; "
        f"to_pyvis(sample(), 'ar').write_html({str(tmp_path / 'x.html')!r})"
    )
    environment = {**os.environ, "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    subprocess.run([sys.executable, "-c", program], env=environment, check=True, timeout=60)
    assert "روسيا" in (tmp_path / "x.html").read_text("utf-8")


def test_the_page_draws_offline_and_shows_a_tooltip(browser, tmp_path):
    def check(page):
        page.mouse.move(600, 400)
        page.evaluate("document.querySelector('#network canvas').focus?.()")
        box = page.locator("#network").bounding_box()
        for dx in range(0, int(box["width"]), 24):
            page.mouse.move(box["x"] + dx, box["y"] + box["height"] * 0.45)
        assert page.locator("#network canvas").count() == 1

    path = tmp_path / "pyvis.html"
    to_pyvis(sample()).write_html(str(path))
    _drawn(browser, path, check)


@pytest.mark.parametrize("where", ["fields", "settings"])
def test_hostile_text_shows_as_text(browser, tmp_path, where):
    network = to_pyvis(hostile_graph(), events=True)
    if where == "settings":
        network.heading = PAYLOADS[1]
        network.bgcolor = "red;}</style><script>pwned=1</script>"
        network.height = "500px;background:url(https://evil.example/x)"
        for i, payload in enumerate(PAYLOADS):
            network.add_node(f"{payload}{i}", label=payload, title=payload)
        network.set_options(
            json.dumps({"physics": {"enabled": False}, "edges": {"label": PAYLOADS[1]}})
        )

    def check(page):
        assert not page.evaluate("'pwned' in window")
        assert page.evaluate("document.scripts.length") == 3
        tags = set(page.evaluate("[...document.body.querySelectorAll('*')].map((e) => e.tagName)"))
        assert tags <= {"H1", "DIV", "SCRIPT", "CANVAS"}
        if where == "settings":
            assert page.locator("h1").inner_text() == PAYLOADS[1]
        for x in range(60, 1160, 60):
            page.mouse.move(x, 400)
        tip = page.locator(".vis-tooltip")
        assert tip.count() <= 1
        assert page.locator(".vis-tooltip *").count() == 0

    path = tmp_path / "pyvis.html"
    network.write_html(str(path))
    _drawn(browser, path, check)
