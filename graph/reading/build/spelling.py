"""The letter models behind `spelling`, counted over the lexicon's own names and words."""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

_LONGEST = 4  # letters
_SMOOTHING = 6
_LETTERS = 40
_FEWEST = 8  # occurrences of a run, four a word
_FINEST = 8  # eighths of a natural logarithm by which a longer run has to differ

_Counts = tuple[Counter[str], Counter[str]]


def spelling_table(names: Iterable[str], words: Iterable[str]) -> dict[str, str]:
    """Return weight -> runs of letters: log of the ratio of two interpolated letter models."""
    ordinary = {word for word in words if len(word) > 2}
    foreign = {name for name in names if len(name) > 2 and not name.startswith("ال")} - ordinary
    of_names = _counted((name, 4) for name in sorted(foreign))
    of_words = _counted(pair for word in sorted(ordinary) for pair in _with_clitics(word))
    runs = {run for counts, _ in (of_names, of_words) for run, n in counts.items() if n >= _FEWEST}
    weights: dict[str, int] = {}
    for run in sorted(runs, key=lambda run: (len(run), run)):
        ratio = _probability(of_names, run) / _probability(of_words, run)
        weight = round(8 * math.log(ratio))
        shorter = (weights[run[k:]] for k in range(1, len(run)) if run[k:] in weights)
        if abs(weight - next(shorter, 0)) > _FINEST:
            weights[run] = weight
    packed: defaultdict[int, list[str]] = defaultdict(list)
    for run, weight in weights.items():
        packed[weight].append(run)
    return {str(weight): " ".join(packed[weight]) for weight in sorted(packed)}


def _with_clitics(word: str) -> Iterator[tuple[str, int]]:
    """Yield a word as it may stand in a text, with the number of times it counts."""
    yield word, 4
    for before in "وبل":
        yield before + word, 1
    if not word.startswith("ال"):
        yield f"{word}ها", 1
        yield f"{word}هم", 1


def _counted(words: Iterable[tuple[str, int]]) -> _Counts:
    """Return how often each run of letters stands in the words, and how often any letter after."""
    runs: Counter[str] = Counter()
    for word, times in words:
        padded = f"{'^' * (_LONGEST - 1)}{word}$"
        for end in range(_LONGEST, len(padded) + 1):
            for size in range(1, _LONGEST + 1):
                runs[padded[end - size : end]] += times
    before: Counter[str] = Counter()
    for run, times in runs.items():
        before[run[:-1]] += times
    return runs, before


def _probability(counts: _Counts, run: str) -> float:
    """Return how likely the last letter is after the others (interpolated as in Witten-Bell)."""
    runs, before = counts
    chance = 1 / _LETTERS
    for size in range(1, len(run) + 1):
        part = run[-size:]
        chance = (runs[part] + _SMOOTHING * chance) / (before[part[:-1]] + _SMOOTHING)
    return chance
