"""Enumerated: who those are that are counted first: اعترفت بها ثلاث دول *هي مصر وسوريا ولبنان*.

The counted noun stands for all of them then, and those who are listed behind it for nobody more.
"""

from ..page.tokens import COMMAS
from ..records.items import Item
from ..records.scene import Mention, Scene

_NEAR = 7  # items from the number to the list: دولتين *عضوين في مجلس الأمن* هما
_OPENS = frozenset({":", "(", *COMMAS})
_BETWEEN = frozenset({"O", "N", "P", "A", "M", "prep"})


def name_counted(scene: Scene, items: list[Item]) -> None:
    """Let each counted noun stand for the actors that are listed behind it."""
    is_they = scene.function("is")
    for opener in items[1:-2]:
        told = opener.kind == "self" and not opener.conj and opener.key in is_they
        if not told and not (opener.kind == "mark" and opener.key in _OPENS):
            continue
        before = items[: opener.index]
        if told and before[-1].key in COMMAS:
            before = before[:-1]
        head, number = _counted(scene, before, told=told)
        if head is None:
            continue
        listed = _listed(items[opener.index + 1 :], number)
        if len(listed) < 2 or (number and len(listed) != number):
            continue
        _stand_for(head, listed)
        if told:
            opener.kind = "join"


def _counted(scene: Scene, items: list[Item], *, told: bool) -> tuple[Item | None, int]:
    """Return the noun with a number, a dual or, before "they are", a plural; and how many."""
    for item in reversed(items[-_NEAR:]):
        if item.kind == "T" and item.value == "number" and item.index + 1 < len(items):
            return items[item.index + 1], int(item.key) if item.key.isdecimal() else 0
        if item.kind == "O" and not item.det:
            number = scene.function("how_many").get(f"ال{item.key.lstrip('وبلك')}")
            if number is not None:
                return item, int(number)
        if item.kind not in _BETWEEN or item.conj:
            return None, 0
        if item.kind in ("M", "O") and not item.det:
            if _two(scene, item):
                return item, 2
            plural = item.kind == "O" and item.feats[1:2] == "p" and not item.indefinite
            if told and plural and item.marker != "gen":
                return item, 0
    return None, 0


def _two(scene: Scene, item: Item) -> bool:
    """Whether it says by its form that they are two: *دولتان*, بـ*حزبين*."""
    word = scene.word(item.i)
    if word is None or scene.article(item.i):
        return False
    if f"ال{word.bases[-1].key}" in scene.names.of_two:
        return True
    named = [s for s in word.senses if s.pos in "RH" and not s.pronoun]
    return item.marker != "gen" and any(s.feats[1:2] == "d" for s in named)


def _listed(items: list[Item], number: int) -> list[Item]:
    """Return the actors joined behind the opening, no more than so many if that is known."""
    found: list[Item] = []
    apart = False
    for item in items:
        if item.kind == "quote":
            continue
        if item.key in COMMAS and found and (number or not found[-1].conj):
            apart = True
            continue
        joined = item.conj == "و" or (not item.conj and (apart or not found))
        if item.kind != "M" or item.mention is None or item.mention.prep or not joined:
            break
        if bool(item.conj) and not found:
            break
        found.append(item)
        apart = False
        if len(found) == number:
            break
    return found


def _stand_for(head: Item, listed: list[Item]) -> None:
    """Make the counted noun a mention of all of them."""
    who = tuple(one.mention.entity for one in listed if one.mention is not None)
    start = head.mention.start if head.mention is not None else 0
    mention = Mention(who[0], head.i, head.j, head.conj, head.marker, "several", start, all=who)
    if len(who) == 2:
        mention.kind, mention.other = "sides", who[1]
        mention.all = ()
    head.kind, head.mention, head.feats = "M", mention, ""
    if head.marker in ("apposed", ""):
        head.marker = "direct"
    for one in listed:
        one.marker = "apposed"
