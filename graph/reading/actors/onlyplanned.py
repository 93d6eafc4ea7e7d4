"""Only planned: an office that somebody is only to get, or denies to have got."""

from ....schema import vocabulary
from ..records.scene import Scene
from ..words.rows import Verb
from ..words.word import Word

_MOST = 3  # actors between them
_FAR = 8  # words between what governs the getting and the getting
_GOVERNING = frozenset({"على", "الى", "في", "عن"})  # after them what is planned, not when it was
_HAVING = frozenset({"يكون", "تكون", "قد"})
_NOT_YET = frozenset({"intended", "negated", "possible"})
_WANTED = frozenset({"REQUEST", "REJECT", "THREATEN"})


def only_planned(scene: Scene, k: int, *, decided: bool) -> bool:
    """Whether the office got at token k is only planned or denied: قرر *تولي* القيادة, نفى أن يكون
    *تولاها*, دعاه إلى *تولي* القيادة.

    With `decided` a decision gives it: قرر الملك *تعيين* سالم سفيرا.
    """
    word, n = scene.word(k), k - 1
    while scene.key(n) in _HAVING:
        n -= 1
    that = scene.word(n)
    if that is not None and that.complementizer:
        n -= 1
        if scene.key(n) in scene.function("scheduled") or scene.key(n) in scene.function("doubt"):
            return True  # من المقرر أن *يتولى*
    elif word is None or not (word.actions or word.key.lstrip("و")[:1] in ("ب", "ل")):
        return False
    led = scene.key(n)
    if led in scene.function("prepositions") and led not in _GOVERNING:
        return False  # بعد أن *تولى*, منذ *توليه*
    named = {m for mention in scene.mentions[-_MOST:] for m in range(mention.i, mention.j)}
    for m in range(n, max(-1, n - _FAR), -1):
        if m in named:
            continue  # *سالم* الراوي, and not "he made peace"
        word = scene.word(m)
        if word is None or word.complementizer:
            return False
        if any(_not_yet(scene, row, decided=decided) for row in _rows(scene, word)):
            return True
        if word.verbs:
            return False
    return False


def _rows(scene: Scene, word: Word) -> list[Verb]:
    """Return the verbs that a word may be, or be the noun of."""
    return [scene.lexicon.verbs[s.id] for s in (*word.verbs, *word.actions) if s.pos in ("V", "M")]


def _not_yet(scene: Scene, row: Verb, *, decided: bool) -> bool:
    """Whether what a verb governs need not be done: يعتزم, نفى, دعا إلى, رفض."""
    if row.speech == "denies" or any(c.modality in _NOT_YET for c in row.control):
        return not (decided and row.id in scene.function("deciding"))
    return row.relation is not None and vocabulary()[row.relation].relation_class in _WANTED
