"""Operations, plans and initiatives that have a name: عملية *الكرامة*, خطة *«النهضة»*."""

from ..page.tokens import QUOTES
from ..records.entity import Entity
from ..records.quotation import quoted_name_end
from ..records.scene import Mention, Scene, mention_of
from ..words.word import Word
from .namepart import namelike

_NO_QUOTES = dict.fromkeys(map(ord, QUOTES))
_WITH_NAME = frozenset({"عملية", "معركة", "حملة", "عمليات"})
_LONGEST_NAME = 3  # words
_NAMED_BEFORE = 8  # words between an operation and its name


def event_at(scene: Scene, i: int, word: Word) -> Mention | None:
    """Return the operation, plan or initiative that has a name: "عملية الكرامة"."""
    for base in word.bases:
        if base.key not in scene.function("event_heads") and not _names_event(scene, i, base.key):
            continue
        before = scene.tokens[i - 1] if i else None
        following = scene.tokens[i + 1] if i + 1 < len(scene.tokens) else None
        if before is not None and before.kind == "q":
            j = quoted_name_end(scene, i - 1)
            j = j - 1 if j is not None else None
        elif following is not None and following.kind == "q":
            j = quoted_name_end(scene, i + 1)
        elif (n := _known_name(scene, i + 1)) and base.key in _WITH_NAME:
            j = i + 1 + n
        elif base.key in ("عملية", "خطة") and _named_event(scene, i + 1):
            j = i + 2
        else:
            j = None
        if j is None or j < i + 2:
            continue
        if j > i + 3 and scene.discourse.called(scene.raw(i + 2, j - 1)) is not None:
            continue  # هجوم «جبهة الهضبة»: its attack, not one called so
        mention = mention_of(scene, Entity("event", ""), i, j, base, "event")
        naming = base.key in scene.function("naming")
        named = scene.raw(i + 2, j - 1) if naming else scene.raw(i, j, mention.start)
        name = " ".join(named.translate(_NO_QUOTES).split())
        mention.entity = scene.discourse.body(
            name, kind="event", head=base.key, gender="m" if naming else "f", plural=False,
            state=None,
        )  # fmt: skip
        return mention
    return None


def _names_event(scene: Scene, i: int, key: str) -> bool:
    """Whether the word opens the name of an operation: عملية أطلق عليها *اسم* «مانتا»."""
    if key not in scene.function("naming"):
        return False
    heads = scene.function("event_heads")
    before = (scene.word(k) for k in range(max(0, i - _NAMED_BEFORE), i))
    return any(base.key in heads for word in before if word is not None for base in word.bases)


def _known_name(scene: Scene, i: int) -> int:
    """Return how many words from token i on are the name of an operation: عملية *عاصفة الحزم*."""
    names = scene.function("operation_names")
    for n in range(_LONGEST_NAME, 0, -1):
        if " ".join(scene.key(i + k) for k in range(n)) in names:
            return n
    return 0


def _named_event(scene: Scene, i: int) -> bool:
    """Whether the word at i can only be a name: unknown, no clitics, no ending of plurals."""
    word = scene.word(i)
    if word is not None and word.key.endswith("ية"):
        return False  # عملية *جراحية*
    return word is not None and not word.flags and bool(namelike(scene, i, first=True, role=True))
