"""Spelling: whether an unknown word is spelled like a name or like a word of the language.

Foreign names in Arabic letters (أوسفالدو, تشيسالا) have other runs of letters than words do. The
compiled file gives, for runs of one to four letters, how much likelier they are in the lexicon's
names than in its words: the logarithm of the ratio of two letter models, in eighths. A word's score
is the sum over its letters, each with the longest run known that ends in it.
"""

SURE = 4.0  # score of what is surely spelled like a name; below zero, like none
_LONGEST = 4
_START = "^" * (_LONGEST - 1)
_MOST_KEPT = 50_000  # words whose score is kept


class Spelling:
    """Scores of unknown words; the table is unpacked when the first one is asked for."""

    def __init__(self, packed: dict[str, str]) -> None:
        self._packed = packed
        self._weights: dict[str, int] = {}
        self._scores: dict[str, float] = {}

    def score(self, key: str) -> float:
        """Return how much likelier a folded word is a name than a word, as a natural logarithm."""
        found = self._scores.get(key)
        if found is None:
            if len(self._scores) >= _MOST_KEPT:
                self._scores.clear()
            found = self._scores[key] = self._reckon(key)
        return found

    def _reckon(self, key: str) -> float:
        if not self._weights:
            for packed, runs in self._packed.items():
                self._weights.update(dict.fromkeys(runs.split(), int(packed)))
        padded = f"{_START}{key}$"
        total = 0
        for end in range(_LONGEST, len(padded) + 1):
            for size in range(_LONGEST, 0, -1):
                weight = self._weights.get(padded[end - size : end])
                if weight is not None:
                    total += weight
                    break
        return total / 8
