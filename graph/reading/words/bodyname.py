"""Names of bodies as they are compared: by their words, and by their head nouns."""

from functools import lru_cache

from .text import fold, fold_loose

_MARKS = str.maketrans("", "", '«»“”‹›"()/')


@lru_cache(maxsize=1 << 12)
def words_of(name: str) -> frozenset[str]:
    """Return the words of a body's name, folded, without articles and ل: للمصالحة is المصالحة."""
    bare = (
        fold_loose(word).removeprefix("لل").removeprefix("ال")
        for word in name.translate(_MARKS).split()
    )
    return frozenset(bare)


@lru_cache(maxsize=1 << 12)
def head_of(name: str) -> str:
    """Return the first word of a body's name, folded and without the article."""
    return fold(name.partition(" ")[0]).removeprefix("ال")


def listed_key(name: str) -> str:
    """Return the key under which a lexicon may list a name, be it set in quotation marks."""
    return fold(" ".join(name.translate(_MARKS).split()))


@lru_cache(maxsize=1 << 12)
def body_key(name: str) -> str:
    """Return the key under which the body of this name is known, be it set in quotation marks."""
    return fold_loose(" ".join(name.translate(_MARKS).split())).removeprefix("ال")
