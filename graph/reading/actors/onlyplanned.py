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


def only_planned(scene: Scene, k: int, *, decided: bool) -> str:
    """Return how the office got at token k is only planned or denied, or "".

    It is "intended" (قرر *تولي* القيادة), "negated" (رفض *تولي* القيادة) or "unsaid" (نفى أن يكون
    *تولاها*, دعاه إلى *تولي* القيادة). With `decided` a decision gives it: قرر الملك *تعيين* سالم.
    """
    word, n = scene.word(k), k - 1
    while scene.key(n) in _HAVING:
        n -= 1
    that = scene.word(n)
    if that is not None and that.complementizer:
        n -= 1
        if scene.key(n) in scene.function("scheduled") or scene.key(n) in scene.function("doubt"):
            return "intended"  # من المقرر أن *يتولى*
    elif word is None or not (word.actions or word.key.lstrip("و")[:1] in ("ب", "ل")):
        return ""
    led = scene.key(n)
    if led in scene.function("prepositions") and led not in _GOVERNING:
        return ""  # بعد أن *تولى*, منذ *توليه*
    named = {m for mention in scene.mentions[-_MOST:] for m in range(mention.i, mention.j)}
    for m in range(n, max(-1, n - _FAR), -1):
        if m in named:
            continue  # *سالم* الراوي, and not "he made peace"
        word = scene.word(m)
        if word is None or word.complementizer:
            return ""
        modes = [_mode(scene, row, decided=decided) for row in _rows(scene, word)]
        if mode := next((mode for mode in modes if mode), ""):
            return mode
        if word.verbs:
            return ""
    return ""


def _rows(scene: Scene, word: Word) -> list[Verb]:
    """Return the verbs that a word may be, or be the noun of."""
    return [scene.lexicon.verbs[s.id] for s in (*word.verbs, *word.actions) if s.pos in ("V", "M")]


def _mode(scene: Scene, row: Verb, *, decided: bool) -> str:
    """Return how a verb governs what need not be done: يعتزم, رفض; نفى, دعا إلى."""
    control = next((c for c in row.control if c.modality in _NOT_YET), None)
    if row.speech == "denies" or control is not None:
        if decided and row.id in scene.function("deciding"):
            return ""
        own = control is not None and control.by == "subject" and row.speech is None
        return control.modality if own and control is not None else "unsaid"
    wanted = row.relation is not None and vocabulary()[row.relation].relation_class in _WANTED
    return "unsaid" if wanted else ""
