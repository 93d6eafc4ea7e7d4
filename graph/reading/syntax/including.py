"""Including: an actor who is named as one of many: ثلاث دول، *بينها* مصر, دول *مثل* تونس."""

from ..records.items import Item, comma

_AMONG = frozenset({"من", "بين"})
_GROUP = frozenset({"O", "A", "M", "T", "quant"})


def like(before: Item, item: Item) -> bool:
    """Whether the word before gives an actor as an example: الدول الداعمة للحركة *مثل مصر*."""
    return before.kind == "demo" and before.key == "مثل" and item.kind == "M" and not item.marker


def include(item: Item, found: list[Item]) -> None:
    """Read "among them" before an actor who is one of a group: ثلاث دول، *بينها* مصر وتونس."""
    before = found[-1]
    if before.kind == "pron" and before.marker in _AMONG and item.kind == "M" and len(found) > 1:
        behind_group = found[-2].kind in _GROUP or comma(found[-2])
        if behind_group and not item.conj and not item.marker:
            before.kind = "incl"
    if like(before, item):
        before.kind = "incl"
    none = before.kind == "neg" and before.key == "لا" and not before.conj
    if none and item.kind == "M" and len(found) > 2 and comma(found[-2]):
        if found[-3].kind != "quant":  # لم تعترف بها دولة، *لا* مصر ولا تونس
            before.kind = "incl"
    if before.kind == "incl" and item.kind == "M" and not item.marker:
        item.marker = "incl"
