"""What a graph shows of itself in a notebook, short of the browser."""

import re
import sys
from html.parser import HTMLParser

import pytest
from actorgraph.exports.notebook import Picture
from actorgraph.graph import KnowledgeGraph
from actorgraph.schema import (
    ActorGraphError,
    LookupFailedError,
    MissingExtraError,
    Name,
    OutputError,
)

from ..graph.analysis.networks import saying
from ..sample import sample

PNG = b"\x89PNG"


def renamed(kg, actor_id, text):
    """Return the graph with another name for an actor."""
    actors = tuple(
        actor.model_copy(update={"names": (Name(text=text, lang="en"),)})
        if actor.id == actor_id
        else actor
        for actor in kg.actors.values()
    )
    return KnowledgeGraph(kg.document().model_copy(update={"actors": actors}))


class Tags(HTMLParser):
    """Collects tags, attributes and text, and checks that tags are closed."""

    def __init__(self, html):
        super().__init__()
        self.open, self.tags, self.text = [], [], ""
        self.feed(html)
        assert self.open == []

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        if tag != "br":
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        self.text += data


def test_the_card_counts_and_names_both_sides():
    page = Tags(sample()._repr_html_())
    assert "13 actors · 11 claims · 13 stances · 9 events · 1 source" in page.text
    assert "Contested: 1" in page.text
    assert re.search(r"asserted by Lev Dengov, .*; denied by Ahmed al-Mismari", page.text)
    assert "Khalifa Haftar (خليفة حفتر)" in page.text
    quotes = [attrs["title"] for tag, attrs in page.tags if "title" in attrs]
    assert any(quote.startswith("فند الأخبار") for quote in quotes)
    assert not {"style", "script", "link"} & {tag for tag, _ in page.tags}


def test_the_card_escapes_names_and_isolates_their_direction():
    evil = "<img src=x onerror=alert(1)>\u202e\" onclick='x"
    kg = renamed(
        saying(("a", "arms", "b"), ("a", "arms", "b", {"kind": "denies", "speaker": "a"})),
        "actor:a",
        evil,
    )
    page = Tags(kg._repr_html_())
    assert "img" not in {tag for tag, _ in page.tags}
    assert not any(name.startswith("on") for _, attrs in page.tags for name in attrs)
    assert "<img src=x onerror=alert(1)>\" onclick='x" in page.text
    assert "\u202e" not in page.text


def test_an_empty_graph_says_how_to_get_a_full_one():
    assert "build(paths)" in KnowledgeGraph()._repr_html_()


@pytest.mark.parametrize(
    "call",
    [
        lambda kg: kg.timeline(),
        lambda kg: kg.timeline(lang="ar", actor="حفتر"),
        lambda kg: kg.timeline(by="year"),
        lambda kg: kg.timeline(by="month", actor="Russia"),
        lambda kg: kg.matrix(),
        lambda kg: kg.matrix("source", lang="ar"),
        lambda kg: kg.matrix("actors", lang="ar"),
    ],
)
def test_pictures_are_drawn_the_same_every_time(call):
    first, second = call(sample()), call(sample())
    assert first.render() == second.render()
    assert first.render("svg") == second.render("svg")
    data, metadata = first._repr_mimebundle_()
    assert data["image/png"].startswith(PNG)
    assert data["text/plain"] == f"<Picture: {first.caption}>"
    assert metadata["image/png"]["width"] > 200


def test_arabic_letters_are_joined():
    # In one word each letter takes the form of its place: HarfBuzz asks the font for other glyphs
    # than those of the single letters.
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    def ink(text):
        figure = Figure()
        renderer = FigureCanvasAgg(figure).get_renderer()
        return figure.text(0, 0, text).get_window_extent(renderer).width

    apart = sum(ink(letter) for letter in "حفتر")
    assert ink("حفتر") < 0.9 * apart


def test_pictures_are_saved_whole_and_in_three_formats(tmp_path):
    picture = sample().matrix()
    assert picture.save(tmp_path / "m.png").read_bytes().startswith(PNG)
    assert b"<svg" in picture.save(tmp_path / "m.svg").read_bytes()
    assert picture.save(tmp_path / "m.pdf").read_bytes().startswith(b"%PDF")
    with pytest.raises(OutputError, match="choose png, svg, pdf"):
        picture.save(tmp_path / "m.jpeg")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["m.pdf", "m.png", "m.svg"]
    assert b"<dc:date>" not in (tmp_path / "m.svg").read_bytes()


def test_a_crowded_graph_still_makes_a_picture():
    kg = saying(
        *((f"a{i}", "supports", f"b{i}", {"time": f"{1950 + i}"}) for i in range(45)),
        ("a0", "accused", "b1", {"time": "1950-02"}),
    )
    assert kg.timeline().caption == "timeline of 30 of 46 dated claims"
    assert isinstance(kg.timeline(by="year"), Picture)
    assert kg.matrix("actors").caption.startswith("friends and foes among 30 actors")
    assert kg.timeline(by="year").render()
    assert kg.matrix("actors").render()


@pytest.mark.parametrize(
    ("call", "hint"),
    [
        (lambda kg: kg.timeline(actor="Hafter"), "did you mean Khalifa Haftar"),
        (lambda kg: kg.timeline(by="week"), "year, quarter, month"),
        (lambda kg: kg.matrix("paper"), "speaker, source or actors"),
        (lambda kg: KnowledgeGraph().matrix(), "no claims; build it"),
        (lambda kg: KnowledgeGraph().timeline(), "nothing to draw"),
        (lambda kg: KnowledgeGraph().timeline(by="year"), "nothing to draw"),
        (lambda kg: KnowledgeGraph().matrix("actors"), "no two actors"),
        (lambda kg: kg.claims(predicate="suports"), "did you mean supports"),
    ],
)
def test_what_fails_says_what_to_do(call, hint):
    with pytest.raises(LookupFailedError, match=hint):
        call(sample())


def test_without_matplotlib_the_extra_is_named(monkeypatch):
    monkeypatch.setitem(sys.modules, "matplotlib", None)
    with pytest.raises(MissingExtraError, match=r"actorgraph\[notebook\]"):
        sample().matrix()


def test_an_old_matplotlib_is_refused(monkeypatch):
    monkeypatch.setattr("matplotlib.__version__", "3.10.9")
    with pytest.raises(MissingExtraError, match="cannot join Arabic letters"):
        sample().matrix()


def test_a_notebook_prints_our_errors_as_one_line():
    assert LookupFailedError("no such name")._render_traceback_() == [
        "LookupFailedError: no such name"
    ]
    assert hasattr(ActorGraphError, "_render_traceback_")
