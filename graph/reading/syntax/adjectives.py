"""Adjectives among the nouns that no class tells apart: which govern nothing behind them."""

from ..records.items import Item
from ..records.stems import is_in
from ..words.lexicon import load_lexicon


def is_quality(before: Item, item: Item) -> bool:
    """Whether the word before is an adjective that governs nothing: في جلسة *صاخبة* طلب فرنسا."""
    head = before.head
    if (
        before.kind != "O"
        or before.marker != "gen"
        or head is None
        or head.det
        or head.marker == ""
    ):
        return False
    if item.kind not in ("N", "M") or head.marker in ("direct", "gen"):
        return False
    function = load_lexicon().function
    if is_in(head, function["manners"]):
        return True  # بشكل *لافت*
    if before.key.removesuffix("ة") in function["adjectives"]:
        return before.gender in (head.gender, "f")
    relating = before.key.endswith(("ي", "ية")) and before.gender == head.gender
    done_to = item.kind == "M" and (head.kind == "N" or _of_third_form(head))
    return relating or (head.feats == "fs" and before.key.endswith("ة") and not done_to)


def _of_third_form(item: Item) -> bool:
    """Whether it has the form of a deed done to another: *محاسبة* قتلة سالم الراوي."""
    word = item.key.lstrip("وفبل")
    return len(word) == 6 and word[0] == "م" and word[2] == "ا" and word[-1] == "ة"


def is_adjective(item: Item, found: list[Item]) -> bool:
    """Whether a noun-like item is an adjective of the noun before it: التدخل *العسكري* الروسي.

    So is one that "and" joins to such a one: الدعم العسكري *والسياسي* الفرنسي.
    """
    if item.index == 0:
        return False
    before = found[item.index - 1]
    if item.feats in ("bp", "mp") and before.feats[1:2] == "s":
        return False  # قصف *مواقع* باكستانية
    if item.conj == "و" and item.det and before.kind == "O" and is_adjective(before, found):
        relating = item.key.endswith(("ي", "ية")) and before.key.endswith(("ي", "ية"))
        return before.j == item.i and relating and before.gender == item.gender
    return (
        before.j == item.i
        and before.kind in ("N", "O")
        and before.det == item.det
        and not item.conj
        and item.marker.strip() not in ("ب", "ل")
        and item.marker in ("direct", "gen")
        and _agree(before, item)
        and (item.topic is None or (item.det and item.key.endswith(("ي", "ية"))))
    )


def _agree(noun: Item, quality: Item) -> bool:
    """Whether the gender fits, which of many things is feminine: الشؤون *الداخلية* الليبية."""
    many = noun.det and quality.det and quality.feats == "fs" and quality.key.endswith("ية")
    return noun.gender == quality.gender or many
