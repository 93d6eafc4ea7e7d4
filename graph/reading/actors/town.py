"""Towns without a common noun before them: behind a preposition, or where a verb demands one."""

from ....schema import ActorKind
from ..dates.calendar import date_table
from ..records.scene import Mention, Scene, mention_of
from ..words.spelling import SURE
from ..words.word import Word
from .nameword import his_own, may_end
from .place import of_two_words, second_word, unlisted_place
from .placeslot import behind_head, wants_place

_BY_FORCE = frozenset({"seized", "attacked"})
_LONGEST_SEAT = 3  # words
_WHERE = frozenset({"في", "الى", "من", "على", "قرب", "نحو", "صوب", "باتجاه"})
_ENDINGS = ("هم", "ها", "نا", "ون", "ين", "ات", "ه", "ا")  # of words that are no names


def town_at(scene: Scene, i: int, word: Word) -> Mention | None:
    """Return the town that nobody listed: an unknown name behind a preposition of place.

    A second one may stand behind "and": من خيرسون *وليمان*. Where a verb demands a place, names of
    two words are read as well, and names of towns that are ordinary words, too.
    """
    if word.pronoun or (word.senses and not word.opens):
        return None
    last = scene.mentions[-1] if scene.mentions else None
    joined = last is not None and last.j == i and last.kind in ("city", "capital")
    joined = joined and word.key[0] == "و"
    place = scene.key(i - 1).removeprefix("و") in _WHERE
    and_town = next((b for b in word.bases if b.conj and not b.prep), None) if joined else None
    base = and_town or word.bases[0]
    if word.senses and base.key not in scene.lexicon.homograph_cities:
        return None
    first = _first_joined(scene) if and_town is not None else i
    wanted = wants_place(scene, first)
    if wanted and base.key in scene.lexicon.homograph_cities and _stands_alone(scene, i + 1):
        entity = scene.discourse.place(base.key, scene.lexicon.homograph_cities[base.key])
        scene.discourse.mention(entity)
        return mention_of(scene, entity, i, i + 1, base, "city")
    said = wanted and behind_head(scene, first) and not scene.article(i)  # بلدات *عيترون ومارون*
    if word.senses or not (place or joined or wanted):
        return None
    if said and first == i and _describes_towns(scene, i):
        return None
    if not _may_be_town(scene, i, base.key, person=not said):
        return None
    enough = SURE if joined or base.key.endswith(("ة", "ه", "ها", "هم")) else 0
    if not said and scene.names.spelling.score(base.key) <= enough:
        return None
    following = scene.word(i + 1) if wanted else None
    goes_on = following is not None and second_word(scene, i + 1, following)
    j = i + 1 + (goes_on or (said and of_two_words(scene, i)))
    j += scene.key(j) in scene.function("place_ranks")
    entity = unlisted_place(scene, i, j, ActorKind.PLACE, base.cut)
    return mention_of(scene, entity, i, j, base, "city")


def seat_at(scene: Scene, i: int, word: Word) -> Mention | None:
    """Return the building at token i that is taken or struck: على *القصر الرئاسي*.

    A second one may stand behind "and": مبنى البريد *ومحطة الإذاعة*.
    """
    base = word.bases[0]
    joined = scene.mentions[-1:] and scene.mentions[-1].j == i and word.bases[1:]
    if joined and word.bases[1].conj:
        base = word.bases[1]
    for j in range(min(i + _LONGEST_SEAT, len(scene.tokens)), i, -1):
        name = " ".join((base.key, *(scene.key(k) for k in range(i + 1, j))))
        if name not in scene.function("seats") or scene.article(j):
            continue
        if not wants_place(scene, _first_joined(scene) if base.conj else i, _BY_FORCE):
            return None
        entity = unlisted_place(scene, i, j, ActorKind.PLACE, base.cut)
        return mention_of(scene, entity, i, j, base, "city")
    return None


def _first_joined(scene: Scene) -> int:
    """Return the token at which the first of the last towns begins that "and" joins."""
    n = len(scene.mentions) - 1
    while n and scene.mentions[n].conj and scene.mentions[n - 1].j == scene.mentions[n].i:
        n -= 1
    return scene.mentions[n].i


def _describes_towns(scene: Scene, i: int) -> bool:
    """Whether a word behind the plural of a place may be its adjective: مواقع *متفرقة*."""
    one = not scene.key(i - 1).endswith("ي") and scene.key(i).endswith("ة")
    return one and not scene.key(i + 1).startswith("و")  # مدن *صبراتة* وصرمان


def _may_be_town(scene: Scene, i: int, key: str, *, person: bool) -> bool:
    """Whether an unknown word may name a town, and no everyday word, nor a person if he may be."""
    known = key in scene.lexicon.given or key in scene.lexicon.family
    if (known and person) or scene.closed(key) or key in scene.lexicon.ordinary or len(key) < 4:
        return False
    if key[0] == "و" and key[1:] in scene.lexicon.ordinary:
        return False  # قرى *ومدن* إسرائيلية
    if key in date_table().gregorian or scene.tokens[i].tanwin or his_own(scene, key):
        return False  # في أكتوبر, in a text without a date
    stem = next((key.removesuffix(end) for end in _ENDINGS if key.endswith(end)), key)
    if stem == key or len(stem) < 3:
        return True
    bare = stem[1:] if stem[0] in "بلك" and len(stem) > 3 else stem
    return scene.lexicon.ordinary.isdisjoint((stem, bare))  # من *جيرانه*, *بسكينه*


def _stands_alone(scene: Scene, i: int) -> bool:
    """Whether no noun, and no adjective but one of places, goes on with a town before token i."""
    word = scene.word(i)
    if word is None or may_end(scene, i) or any(s.conj for s in word.senses):
        return True
    here = scene.tokens[i].start
    dated = any(date.start <= here < date.end for date in scene.dates)
    return dated or word.key[0] == "و" or (scene.article(i) and word.key.endswith("ية"))
