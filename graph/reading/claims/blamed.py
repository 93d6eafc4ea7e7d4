"""Blamed: whose deed it is that somebody is praised, blamed or punished for."""

from ..records.clauses import Sentence
from ..records.ends import Found
from ..records.entity import Entity, agrees
from ..records.items import Item

_BLAMING = frozenset({"criticized", "protested-against", "accused"})
_REASONS = frozenset({"ل", "cause", "على", "time"})


def blamed_in(sentence: Sentence, item: Item, earlier: list[Found]) -> Found | None:
    """Return the claim whose object did the deed: praised or punished *for its* deed."""
    last = earlier[-1] if earlier else None
    if last is None or item.marker not in _REASONS or item.pronoun == "1":
        return None
    if sentence.clause_of[last.item.index] is not sentence.clause_of[item.index]:
        return None
    if not item.pronoun:
        why = "على" if last.predicate == "accused" else "ل"  # لام اليابان *على* احتلال منشوريا
        bare = item.marker == why and not item.det and last.predicate in _BLAMING
        return last if bare else None  # احتجت على إسبانيا *لاعتقال* ثلاثة
    fits = item.pronoun == "xd" or agrees(last.object, item.pronoun[0], item.pronoun[1])
    return last if fits else None


def all_blamed(item: Item, blamed: Found, earlier: list[Found]) -> list[Entity]:
    """Return who is blamed, both if the pronoun is a dual: انتقد فرنسا وألمانيا لرفض*هما*."""
    together = [one.object for one in earlier if one.item is blamed.item]
    return together if item.pronoun == "xd" else [blamed.object]
