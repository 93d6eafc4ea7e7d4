"""Heads of bodies that tell of a deed or thing here: *تنظيم* الانتخابات, في *مصلحة* العرب."""

from ..records.scene import Scene
from ..words.word import EVENT, HEAD, MASDAR, ROLE, TOPIC, Word
from .listing import listed_at


def tells_of_deed(scene: Scene, i: int, word: Word) -> bool:
    """Whether the head noun at token i stands for something done or meant, and for no body."""
    return (
        _done_to(scene, i, word)
        or _arranges(scene, i, word)
        or _tells_of_meeting(scene, i, word)
        or _of_event(scene, i, word)
        or _interest(scene, i, word)
    )


def _done_to(scene: Scene, i: int, word: Word) -> bool:
    """Whether the head noun is a deed here, with its object behind it: *القضاء على* الثوار."""
    verbs = scene.lexicon.verbs
    return scene.key(i + 1) == "على" and any(
        s.pos == "M" and s.det and "على" in verbs[s.id].object for s in word.senses
    )


def _arranges(scene: Scene, i: int, word: Word) -> bool:
    """Whether the head noun tells that something is held: *تنظيم* الانتخابات."""
    held = scene.key(i + 1) in scene.function("arranged")
    return held and any(s.pos == "H" and s.id == "armed-organization" for s in word.senses)


def _tells_of_meeting(scene: Scene, i: int, word: Word) -> bool:
    """Whether the head noun is the verb of the event before it: قمة *تجمع* السادات وبيغن."""
    if not any(s.feats[:3] == "ipf" and not s.conj for s in word.verbs):
        return False
    before = scene.word(i - 1)
    return before is not None and any(
        s.pos == "E" and not (s.det or s.pronoun) for s in before.senses
    )


def _of_event(scene: Scene, i: int, word: Word) -> bool:
    """Whether a head that is an action noun, too, has what is done behind it: *قيادة* الحرب.

    A country is led as well: *إدارة* البلاد, *إدارة* شؤون البلاد; a war's front is no movement:
    *جبهة* القتال.
    """
    if _first(scene, word, "fronts"):
        return scene.key(i + 1) in scene.function("of_war")
    done_to = _first(scene, word, "deeds_on_events")
    following, key = scene.word(i + 1), scene.key(i + 1)
    if not done_to or following is None or listed_at(scene, i) is not None:
        return False
    if key in scene.function("led_things"):
        return True
    if listed_at(scene, i + 1, bare=True) is not None and scene.key(i + 2) in ("الى", "نحو"):
        return True  # *قيادة* ليبيا إلى الانتخابات
    before = scene.word(i - 1)
    if before is not None and before.flags & ROLE:
        return False  # مدير *إدارة* التوجيه المعنوي
    event = scene.article(i + 1) and not following.flags & HEAD
    event = event and bool(following.flags & (EVENT | MASDAR | TOPIC))
    return event and not listed_at(scene, i + 1, bare=True) and key not in _COMMANDS


def _interest(scene: Scene, i: int, word: Word) -> bool:
    """Whether it is somebody's interest: من *مصلحة* العرب, no department like مصلحة الجمارك."""
    base = next((b for b in word.bases if b.key in scene.function("interests")), None)
    if base is None or scene.key(i + 1) in scene.function("departments"):
        return False
    return (
        base.prep == "ل" or scene.key(i - 1).removeprefix("و") in ("في", "من") or base.conj == "و"
    )


def _first(scene: Scene, word: Word, words: str) -> bool:
    """Whether the word, clitics apart and without the article, is one of these."""
    return any(base.key in scene.function(words) for base in word.bases)


_COMMANDS = frozenset({"العمليات", "الثورة", "القوة", "المنطقة"})  # that a command is called by
