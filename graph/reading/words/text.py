"""Folding: the spelling that words are looked up by; quotes keep the original."""

import re
import unicodedata
from functools import lru_cache

# Vowel marks, tatweel, and the invisible joiners and direction marks that pages carry along.
_DROPPED = re.compile(
    "[\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed\u200b-\u200f\u202a-\u202e"
    "\u2060-\u2069\ufeff\u00ad\u061c]"
)
_UNSEEN = re.compile("[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
_ENDINGS = re.compile("[\u064b-\u0650\u0652]+(?![\u0621-\u0670])|\u0640")  # of cases; tatweel
_FOLDED = str.maketrans(
    {
        "أ": "ا",
        "إ": "ا",
        "آ": "ا",
        "ٱ": "ا",
        "ی": "ي",
        "ک": "ك",
        "پ": "ب",
        "ڤ": "ف",
        "چ": "ج",
        **{chr(0x660 + digit): str(digit) for digit in range(10)},
        **{chr(0x6F0 + digit): str(digit) for digit in range(10)},
    }
)
_SHAPES = re.compile("[\ufb50-\ufdff\ufe70-\ufefc]")  # letters as old code pages drew them: ﻻ, ﷲ
_LONG = 60  # characters; what is longer is hardly seen twice, and not worth keeping
_LOOSE = str.maketrans({"ى": "ي", "ة": "ه"})


def seen(text: str) -> str:
    """Return a name without what would make it another.

    That is joiners, direction marks, odd spaces, tatweel, and the vowels of its case.
    """
    words = text.split()
    if any(not word.isalpha() or "\u0640" in word for word in words):
        return " ".join(_ENDINGS.sub("", _UNSEEN.sub("", text)).split())
    return " ".join(words)


def fold(word: str) -> str:
    """Return the key K1: no marks or tatweel, hamza off alif, foreign letters and digits mapped.

    ى and ي, ة and ه, ؤ and ئ stay apart: على and علي are different words.
    """
    return _fold(word) if len(word) <= _LONG else _fold.__wrapped__(word)


def fold_loose(word: str) -> str:
    """Return the key K2: K1 with final ى as ي and ة as ه, for names typed carelessly."""
    return _fold_loose(word) if len(word) <= _LONG else _fold_loose.__wrapped__(word)


@lru_cache(maxsize=1 << 11)
def _fold(word: str) -> str:
    if _SHAPES.search(word):
        word = unicodedata.normalize("NFKC", word).replace(" ", "")
    folded = _DROPPED.sub("", word).translate(_FOLDED)
    return word if folded == word else folded  # one string for both


@lru_cache(maxsize=1 << 11)
def _fold_loose(word: str) -> str:
    loose = fold(word).translate(_LOOSE)
    return word if loose == word else loose
