"""What is known of a word beforehand only saves work: who looks at every word reads the same."""

import pytest
from actorgraph.graph import source_from_text
from actorgraph.graph.reading.reader import read, reader_with
from actorgraph.graph.reading.words.lexicon import load_lexicon
from actorgraph.graph.reading.words.names import Names

from ...gold.cases import load


def test_names_begin_only_with_words_that_may_begin_one(monkeypatch: pytest.MonkeyPatch):
    sources = [source_from_text(case.text) for case in load("dev") if case.text]
    quick = [repr(read(source).claims) for source in sources]
    monkeypatch.setattr(Names, "opens", lambda *_: True)
    thorough = reader_with(load_lexicon())
    assert [repr(thorough(source).claims) for source in sources] == quick
