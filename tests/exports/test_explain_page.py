"""The page of explanations: one harmless file, in a real browser too."""

import re
import shutil
import subprocess
from html.parser import HTMLParser
from pathlib import Path

import pytest
from actorgraph.exports.explain_page import explain_page
from actorgraph.graph import explain, source_from_file, source_from_text

SEED = next((Path(__file__).parents[2] / "seeds").glob("*.txt"))
VOID = {"meta", "input", "br"}


class Outline(HTMLParser):
    """The elements of a page, the attributes that could act, and its text."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.open: list[str] = []
        self.acting: list[str] = []
        self.text = ""
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        if tag not in VOID:
            self.open.append(tag)
        self.acting += [
            name for name, _ in attrs if name.startswith("on") or name in ("src", "href")
        ]

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if "style" not in self.open:
            self.text += data


@pytest.fixture(scope="module")
def page() -> str:
    return explain_page([explain(source_from_file(SEED))])


def test_the_page_is_closed_and_nothing_in_it_acts(page: str):
    outline = Outline(page)
    assert outline.open == []
    assert outline.acting == []
    assert "script" not in outline.tags
    assert "default-src 'none'" in page
    assert "url(" not in page


def test_the_page_tells_rules_voices_and_what_was_left_out(page: str):
    text = Outline(page).text
    for part in (
        "requested-base-from",
        "denies",
        "seen and left out",
        "not body text",
        "ليف دينغوف",
    ):
        assert part in text
    assert re.search(r"noun:talaba|verb:talaba", text)


def test_each_sentence_stands_whole_in_the_page():
    seen = explain(source_from_file(SEED))
    page = re.sub(r"<sup>\d+</sup>", "", explain_page([seen]))
    text = Outline(page).text
    for sentence in seen.sentences:
        assert sentence.words.text in text


def test_hostile_text_stays_text():
    hostile = (
        '</p><script>alert(1)</script> زارت فرنسا "تونس" <img src=x onerror=alert(1)> \u202eabc'
    )
    page = explain_page([explain(source_from_text(hostile, title="<b>\u202eخبر"))])
    outline = Outline(page)
    assert outline.acting == []
    assert "script" not in outline.tags
    assert "img" not in outline.tags
    assert "\u202e" not in page
    assert "U+202E" in outline.text


def test_the_same_reading_gives_the_same_page(page: str):
    assert explain_page([explain(source_from_file(SEED))]) == page


def test_a_browser_draws_it_and_lets_its_style_through(page: str, tmp_path: Path):
    browser = shutil.which("chromium") or shutil.which("google-chrome")
    if browser is None:
        pytest.skip("needs Chromium: apt-get install chromium")
    file = tmp_path / "explained.html"
    file.write_text(page, "utf-8")
    done = subprocess.run(
        [browser, "--headless", "--no-sandbox", "--disable-gpu", "--enable-logging=stderr",
         f"--user-data-dir={tmp_path / 'profile'}", "--dump-dom", file.as_uri()],
        capture_output=True, text=True, timeout=60, check=True,
    )  # fmt: skip
    assert "Content Security Policy" not in done.stderr
    assert done.stdout.count("<article") == page.count("<article")
