"""Hostile text: whatever comes in, the graph is sound, its quotes verbatim, its bytes the same."""

import json
import os
import subprocess
import sys
import unicodedata
from pathlib import Path

import pytest
from actorgraph.graph import source_from_text, weave
from actorgraph.schema import SourceError, quotes_of
from hypothesis import given, settings
from hypothesis import strategies as st

SEED = Path(__file__).parents[2] / "seeds" / "2018-02-23-haftar-russian-umbrella.ar.txt"
WORDS = SEED.read_text("utf-8").split()
TROUBLE = [
    "\u202e", "\u202c", "\u2066", "\u2069", "\u200f", "\u061c",  # direction
    "\u200d", "\u200c", "\u200b", "\ufeff", "\u00ad", "ـ",  # nothing to see
    "\u0654", "\u0655", "\u0653", "\u064b", "\u0651",  # marks on their own
    "ا\u0654", "و\u0654", "ي\u0654",  # hamza decomposed
    "ﷲ", "ﻻ", "ﷺ", "\u0640" * 50, "\x00", "\x1b[2J", "\r", "\n", "\u2028", "\x85",
    '"', "«", "»", "“", "”", "'", "(", ")", "،", "؛", ":", ".", "؟", "...",
    "🇱🇾", "👨‍👩‍👧", "\U0010ffff", "\ud800", "<script>", "{{7*7}}", "%s", "' OR 1=1",
    "١٢٣", "9" * 40, "2018-02-30", "=cmd|' /C calc'!A0",
]  # fmt: skip


def check(text: str) -> None:
    """Read a text twice and compare; every quote must stand where it says."""
    try:
        source = source_from_text(text)
    except SourceError:
        return
    kg = weave([source])
    for view in kg.views.values():
        for stance in view.stances:
            for evidence in quotes_of(stance):
                assert source.text[evidence.start : evidence.end] == evidence.quote
    assert kg.to_json() == weave([source]).to_json()


@settings(deadline=None, max_examples=60)
@given(
    st.lists(st.sampled_from(WORDS) | st.sampled_from(TROUBLE) | st.text(max_size=5), max_size=60)
)
def test_words_of_the_press_mixed_with_trouble(words: list[str]):
    check(" ".join(words))


@settings(deadline=None, max_examples=30)
@given(st.data())
def test_the_article_with_trouble_anywhere(data: st.DataObject):
    text = SEED.read_text("utf-8")[:3000]
    for _ in range(data.draw(st.integers(1, 20))):
        at = data.draw(st.integers(0, len(text)))
        text = text[:at] + data.draw(st.sampled_from(TROUBLE)) + text[at:]
    check(text)


@pytest.mark.parametrize(
    "text",
    [
        "ا" * 1_000_000,
        "وقال " * 20_000,
        "«" * 5_000 + "قال" + "»" * 5_000,
        "(" * 20_000,
        '"' * 20_001,
        "أن " * 20_000,
        "\u0651" * 100_000,
        "محمد " * 20_000,
        "رئيس " * 20_000,
        "، " * 20_000,
        "9" * 100_000,
        "وزير الخارجية " * 10_000,
        "الذي قال إن " * 5_000,
    ],
    ids=lambda text: f"{text[:12]!r} x {len(text)}",
)
def test_one_thing_very_often(text: str):
    check(text)


def test_composed_and_decomposed_text_give_the_same_graph():
    text = SEED.read_text("utf-8")
    decomposed = weave([source_from_text(unicodedata.normalize("NFD", text))])
    assert decomposed.to_json() == weave([source_from_text(text)]).to_json()


def test_the_bytes_depend_on_neither_hash_seed_nor_order():
    program = (
        "import sys, pathlib\n"
        "from actorgraph.graph import source_from_text, weave\n"
        "texts = [pathlib.Path(sys.argv[1]).read_text('utf-8'), 'زار أنور السادات القدس.']\n"
        "sources = [source_from_text(text) for text in texts]\n"
        "sys.stdout.write(weave(sources[::int(sys.argv[2])]).to_json())\n"
    )
    outputs = set()
    for seed, order in (("1", "1"), ("2", "-1")):
        done = subprocess.run(
            [sys.executable, "-c", program, str(SEED), order],
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONIOENCODING": "utf-8"},
            capture_output=True,
            check=True,
            timeout=120,
        )
        outputs.add(done.stdout)
    assert len(outputs) == 1
    assert len(json.loads(outputs.pop())["sources"]) == 2
