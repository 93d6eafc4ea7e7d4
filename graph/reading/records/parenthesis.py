"""Parentheses: what is told in passing: between two commas, or of an actor in brackets."""

from ..page.tokens import COMMAS
from ..words.rows import Verb
from .items import Item, comma

_TELLS_HOW = frozenset({"T", "adv", "prep", "O", "A", "quant"})
_WHEN_AND_WHERE = frozenset({"في", "time", "within", "other", "من", "gen"})  # not إلى موسكو
_LONGEST = 7  # items between the two commas
_DASHES = frozenset({"-", "–", "—"})
_LABEL = 3  # items between the brackets behind an actor: حزب العمل *(يسار)*


def pass_over(found: list[Item]) -> None:
    """Let the clause go on behind the comma that closes a circumstance, the last item found.

    أعلنت مصر*، صباح أمس،* دعمها لتونس; رفضت تونس*، في خطوة مفاجئة،* طلب مصر. So do dashes and
    brackets around a date: أعلنت مصر *-أمس الأحد-* دعمها لتونس.
    """
    last = len(found) - 1
    if found[last].key in _DASHES or found[last].key == ")":
        _around_date(found)
    if found[last].key == ")":
        _label(found)
        return
    if comma(found[last]) and _between_verb_and_object(found[:last]):
        found[last].kind = "adv"
        return
    opening = last - 1
    while opening >= 0 and _tells_how(found[opening]) and last - opening <= _LONGEST:
        opening -= 1
    if opening < 1 or opening == last - 1 or not (comma(found[opening]) and comma(found[last])):
        return
    first = found[opening + 1]
    if first.kind in ("T", "adv", "prep") or (first.kind == "O" and first.marker != "direct"):
        if not first.conj:
            found[opening].kind = found[last].kind = "adv"


def _around_date(found: list[Item]) -> None:
    """Let dashes or brackets around nothing but a date part nothing: *(أمس)*, *- الأحد -*."""
    opening = len(found) - 2
    while opening > 0 and found[opening].kind in ("T", "adv") and found[opening].key != "(":
        opening -= 1
    closing, first = found[-1], found[opening]
    wanted = {"("} if closing.key == ")" else _DASHES
    if 0 < opening < len(found) - 2 and first.kind == "mark" and first.key in wanted:
        first.kind = closing.kind = "adv"


def _between_verb_and_object(found: list[Item]) -> bool:
    """Whether a date ends the items behind a verb that waits: أعلنت مصر اليوم*،* دعمها لتونس."""
    k = len(found) - 1
    while k > 0 and found[k].kind in ("T", "adv") and not comma(found[k]):
        k -= 1
    if not any(item.kind == "T" and item.value != "number" for item in found[k + 1 :]):
        return False
    named = 0
    for item in reversed(found[max(0, k - _LONGEST) : k + 1]):
        if item.kind == "V":
            return named == 1 and _waits(item)
        if item.kind not in _TELLS_HOW and item.kind != "M":
            return False
        named += item.kind == "M" and item.marker in ("", "direct")
    return False


def _waits(verb: Item) -> bool:
    """Whether a bare deed is what a verb tells of: *أعلنت* مصر ... دعمها."""
    rows = [row for row in verb.rows if isinstance(row, Verb)]
    return any(
        "direct" in row.content or any("direct" in control.slot for control in row.control)
        for row in rows
    )


def _label(found: list[Item]) -> None:
    """Let a word or two in brackets behind an actor be nothing but his label."""
    opening = next((o.index for o in found[-2 - _LABEL : -1] if o.key == "("), 0)
    inside = found[opening + 1 : -1]
    before = found[opening - 1] if opening else None
    if before is not None and before.kind == "quote" and opening > 1:
        before = found[opening - 2]
    if before is None or before.kind != "M" or any(o.kind == "M" for o in inside):
        return
    for item in inside:
        item.kind, item.marker, item.rows = "adv", "", ()


def labels(items: list[Item], item: Item) -> bool:
    """Whether it is part of a label in brackets behind an actor: حلف الأطلسي *(ناتو)*."""
    named: Item | None = None
    for other in reversed(items[max(0, item.index - _LABEL - 1) : item.index + 1]):
        if other.key == "(":
            before = items[other.index - 1] if other.index else other
            if named is not None and named.mention is not None and before.mention is not None:
                return named.mention.entity is before.mention.entity
            return before.kind in ("M", "quote") and named is None
        if other.kind == "M":
            named = other
        elif other.kind != "adv" and not (other is item and other.key == ")"):
            return False
    return False


def _tells_how(item: Item) -> bool:
    """Whether it may stand in a circumstance, where all actors and deeds are governed."""
    governed = item.kind in ("M", "N") and item.marker in _WHEN_AND_WHERE
    return item.kind in _TELLS_HOW or (governed and not item.conj)


def before_aside(items: list[Item], k: int) -> Item:
    """Return item k, or what stands before the circumstance that it closes."""
    if items[k].kind != "adv" or items[k].key not in COMMAS:
        return items[k]
    opening = next((j for j in range(k - 1, 0, -1) if items[j].key in COMMAS), k)
    return items[opening - 1]


def in_passing(items: list[Item], item: Item) -> bool:
    """Whether a participle stands alone between two commas: انسحبت اليونان، *غاضبة*، من الحلف."""
    after = items[item.index + 1 : item.index + 2]
    alone = item.kind == "P" and not item.det and bool(after) and comma(after[0])
    return alone and item.index > 0 and comma(items[item.index - 1])


def closes_aside(items: list[Item], inside: Item, mark: Item) -> bool:
    """Whether a comma closes the circumstance in which an item stands."""
    if mark.kind != "adv" or mark.key not in COMMAS:
        return False
    before = items[max(0, inside.index - _LONGEST) : inside.index]
    return sum(item.kind == "adv" and item.key in COMMAS for item in before) % 2 == 1
