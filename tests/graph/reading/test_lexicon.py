from actorgraph.graph.reading.compile import compiled
from actorgraph.graph.reading.lexicon import FILE, Entry, load_lexicon
from actorgraph.graph.reading.text import fold


def test_the_compiled_file_is_what_the_rows_compile_to():
    assert compiled() == FILE.read_bytes()


def test_every_form_is_its_own_key():
    forms = load_lexicon().forms
    assert [form for form in forms if fold(form) != form] == []


def test_a_form_tells_what_it_may_be():
    assert load_lexicon().forms["نفى"][0] == Entry("V", "nafa", "pf 3ms a")
