"""Parentheses: when, where and how something was done, told between two commas in its midst."""

from ..page.tokens import COMMAS
from .items import Item, comma

_TELLS_HOW = frozenset({"T", "adv", "prep", "O", "A", "quant"})
_LONGEST = 7  # items between the two commas


def pass_over(found: list[Item]) -> None:
    """Let the clause go on behind the comma that closes a circumstance, the last item found.

    أعلنت مصر*، صباح أمس،* دعمها لتونس; رفضت تونس*، في خطوة مفاجئة،* طلب مصر.
    """
    last = len(found) - 1
    opening = last - 1
    while opening >= 0 and found[opening].kind in _TELLS_HOW and last - opening <= _LONGEST:
        opening -= 1
    if opening < 1 or opening == last - 1 or not (comma(found[opening]) and comma(found[last])):
        return
    first = found[opening + 1]
    if first.kind in ("T", "adv", "prep") or (first.kind == "O" and first.marker != "direct"):
        if not first.conj:
            found[opening].kind = found[last].kind = "adv"


def before_aside(items: list[Item], k: int) -> Item:
    """Return item k, or what stands before the circumstance that it closes."""
    if items[k].kind != "adv" or items[k].key not in COMMAS:
        return items[k]
    opening = next((j for j in range(k - 1, 0, -1) if items[j].key in COMMAS), k)
    return items[opening - 1]
