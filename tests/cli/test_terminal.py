"""Text for the terminal: whatever comes in, nothing that acts goes out."""

import unicodedata

from actorgraph.cli.terminal import LRM, clean, piece
from hypothesis import given
from hypothesis import strategies as st


@given(st.text())
def test_no_control_and_no_direction_gets_through(text: str):
    shown = clean(text)
    assert not any(unicodedata.category(c) in ("Cc", "Cs") for c in shown)
    assert not any(
        unicodedata.bidirectional(c)
        in ("LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI")
        for c in shown
    )
    assert clean(shown) == shown


def test_ordinary_text_is_untouched():
    for text in ("Khalifa Haftar", "خليفة حفتر", "كُتُب", "بيت\u200cنما", "a b"):
        assert clean(text) == text


def test_control_characters_are_pictures():
    assert clean("a\x1b[31mb\x07\x7f") == "a␛[31mb␇␡"
    assert clean("a\nb\tc") == "a b c"
    assert clean("moc.\u202eevil") == "moc.evil"


def test_a_mark_keeps_right_to_left_pieces_apart_on_a_terminal_only():
    assert piece("حفتر", tty=True) == "حفتر" + LRM
    assert piece("حفتر", tty=False) == "حفتر"
    assert piece("Haftar", tty=True) == "Haftar"
