"""Blamed: whose deed it is that somebody is praised, blamed or punished for."""

from ..ends.ownership import going_on_of
from ..records.clauses import Sentence
from ..records.ends import Found
from ..records.entity import Entity, may_mean
from ..records.items import Item
from ..records.stems import is_in

_BLAMING = frozenset({"criticized", "protested-against", "accused"})
_REASONS = frozenset({"ل", "cause", "على", "time"})


def blamed_in(sentence: Sentence, item: Item, earlier: list[Found]) -> Found | None:
    """Return the claim whose object did the deed: praised or punished *for its* deed."""
    last, marker = earlier[-1] if earlier else None, going_on_of(item).marker
    if last is not None and item.pronoun and _by_which(sentence, item):
        last = next((one for one in reversed(earlier) if one.predicate in _BLAMING), None)
    elif marker not in _REASONS:
        return None
    if last is None or item.pronoun == "1":
        return None
    if sentence.clause_of[last.item.index] is not sentence.clause_of[item.index]:
        return None
    if not item.pronoun:
        why = "على" if last.predicate == "accused" else "ل"  # لام اليابان *على* احتلال منشوريا
        bare = item.marker == why and not item.det and last.predicate in _BLAMING
        return last if bare else None  # احتجت على إسبانيا *لاعتقال* ثلاثة
    fits = item.pronoun == "xd" or may_mean(last.object, item.pronoun)
    return last if fits else None


def _by_which(sentence: Sentence, item: Item) -> bool:
    """Whether the deed is what he is blamed for: من خلال *دعمها*, شكوى على خلفية *دعمها*."""
    ground = item.head if item.marker == "gen" else None
    on_ground = ground is not None and is_in(ground, sentence.scene.function("grounds"))
    return on_ground or item.marker in ("through", "عبر")


def all_blamed(item: Item, blamed: Found, earlier: list[Found]) -> list[Entity]:
    """Return who is blamed, both if the pronoun is a dual: انتقد فرنسا وألمانيا لرفض*هما*."""
    together = [one.object for one in earlier if one.item is blamed.item]
    return together if item.pronoun == "xd" else [blamed.object]
