"""Place slots: whether a verb or action noun before demands a place here: سيطرت الحركة على *هيت*.

Where only a place can stand, a word that nobody listed names one, and so does a town's name that
is an ordinary word, too.
"""

from collections.abc import Iterator

from ....schema import ActorKind
from ..records.scene import Mention, Scene
from ..words.rows import EventNoun, Verb
from ..words.word import Word

_PLACED = frozenset({"seized", "attacked", "withdrew-from", "deployed-to", "visited",
                     "intervened-in", "sanctioned"})  # fmt: skip
_MARKERS = {"الى": "إلى", "من": "من", "على": "على", "عن": "عن", "في": "في", "نحو": "نحو"}
_REACH = 14  # tokens between a verb and the preposition that goes with it


def wants_place(scene: Scene, i: int, relations: frozenset[str] = _PLACED) -> bool:
    """Whether what stands before token i leaves it no meaning but a place, in these relations.

    What places they are may stand between: استولت على بلدتي *مارب*.
    """
    i -= behind_head(scene, i)
    marker = _MARKERS.get(scene.key(i - 1).removeprefix("و"))
    if marker is not None:
        return _governed(scene, i - 2, marker, relations)
    return _bare(scene, i - 1, relations)


def behind_head(scene: Scene, i: int) -> bool:
    """Whether it is said right before token i that places follow: بلدتي *عيترون*, مدن *نيالا*."""
    return scene.key(i - 1) in scene.function("places_follow")


def place_due(scene: Scene, i: int) -> bool:
    """Whether a verb before the titles and names up to token i has its place behind them.

    So it is in زار وزير الدفاع سالم الراوي / *بيشاور*.
    """
    for k in range(i - 1, max(-1, i - _REACH), -1):
        word = scene.word(k)
        if word is None or scene.key(k) in scene.function("prepositions"):
            return False
        if any("direct" in r.object and r.relation in _PLACED for r in _rows(scene, word)):
            return True
        named = word.key in scene.lexicon.given or word.key in scene.lexicon.family
        if word.verbs and not (word.closed or named or k > i - 3):  # *سالم* may be a verb
            return False
    return False


def _governed(scene: Scene, k: int, marker: str, relations: frozenset[str]) -> bool:
    """Whether the nearest verb before token k has its place behind this preposition."""
    spans = {mention.j - 1: mention.i for mention in scene.mentions[-6:]}
    last = max(-1, k - _REACH)
    while k > last:
        if k in spans:
            k = spans[k] - 1
            continue
        word = scene.word(k)
        if word is None and scene.tokens[k].key in ".؛!?؟:":
            return False
        if word is not None:
            rows = (row for row in _rows(scene, word) if row.relation in relations)
            if any(marker in row.object for row in rows):
                return True
            if word.verbs and not word.closed:
                return False
        k -= 1
    return False


def _bare(scene: Scene, k: int, relations: frozenset[str]) -> bool:
    """Whether the verb or action noun at or before token k takes its place bare.

    Its doer may stand between, and a date: احتلت القوات الهندية أمس *تدمر*.
    """
    k = _before_date(scene, k)
    doer, k = _doer(scene, k)
    word = scene.word(k)
    if word is None or word.closed:
        return False
    opens = k == 0 and doer is None
    for row in _rows(scene, word):
        if row.relation not in relations:
            continue
        if isinstance(row, EventNoun):
            if row.idafa != "subject" and doer is None:
                return True
        elif row.swap:
            if doer is None and row.agent:
                return True
        elif "direct" in row.object and not (opens and _told_of_him(word)):
            return True
    return False


def _told_of_him(word: Word) -> bool:
    """Whether a verb that opens the sentence has its doer behind it rather: زار *سالم*."""
    return any(sense.person == "3ms" for sense in word.verbs)


def _before_date(scene: Scene, k: int) -> int:
    if scene.key(k) in scene.function("adverbs"):
        k -= 1 + (scene.key(k - 1) in scene.function("day_parts"))  # *فجر أمس*
    for date in scene.dates:
        if k >= 0 and date.start <= scene.tokens[k].start < date.end:
            while k >= 0 and scene.tokens[k].start >= date.start:
                k -= 1
    return k


def _doer(scene: Scene, k: int) -> tuple[Mention | None, int]:
    """Return the actors that end with token k, the first of them, and the token before."""
    doer = None
    for mention in reversed(scene.mentions):
        if mention.j != k + 1 or mention.prep or mention.entity.kind == ActorKind.PLACE:
            break
        doer, k = mention, mention.i - 1
        if not mention.conj:
            break
    return doer, _before_date(scene, k)


def _rows(scene: Scene, word: Word) -> Iterator[Verb | EventNoun]:
    for sense in (*word.verbs, *word.actions, *word.participles):
        if sense not in word.doubtful and not sense.pronoun:
            if sense.pos == "E":
                yield scene.lexicon.event_nouns[sense.id]
            else:
                yield scene.lexicon.verbs[sense.id]
