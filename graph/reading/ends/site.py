"""Sites: what is struck, taken or left and is a place of its own, though nobody listed it."""

from ....schema import ActorKind
from ..records.clauses import Sentence
from ..records.entity import Entity
from ..records.items import Item
from ..records.stems import is_in
from .slots import genitives
from .things import acts_for, in_genitive, town

SITED = frozenset({"attacked", "seized", "withdrew-from"})
PARTED = frozenset({"deployed-to", "intervened-in", "visited"})  # done in a part of a land, too
_WORDS = 4  # of a place's name, at most


def site_of(sentence: Sentence, item: Item) -> Entity | None:
    """Return the place that a noun and what says which name: *قصر الحاكم*, *الجامع القديم*."""
    if (whole := town_of_part(sentence, item)) is not None:
        return whole
    if item.kind != "O" or item.pronoun or item.nisba is not None:
        return None
    if not is_in(item, sentence.scene.function("places_said")):
        return None
    chain = list(genitives(sentence, item))
    if any(step.mention is not None or step.pronoun or step.nisba for step in chain):
        return None
    if item.det is bool(chain) or (chain and not chain[-1].det):
        return None
    last = chain[-1] if chain else item
    j = last.j
    for other in sentence.items[last.index + 1 :]:
        if other.i != j or other.kind != "O" or not other.det or other.conj or other.pronoun:
            break
        if len(other.marker) == 1 or is_in(other, sentence.scene.function("placed")):
            break  # قصف القرى *بالطائرات*, القاعدة *الواقعة* في
        j = other.j
    if j - item.i < 2 or j - item.i > _WORDS:
        return None
    return sentence.discourse.place(_bare(item, sentence.scene.raw(item.i, j)))


def two_places(sentence: Sentence, item: Item, *, lands: bool) -> list[Entity]:
    """Return the two places last spoken of, which a dual means: استعادت *الموقعين*.

    With `lands` they are two that would be states: لم تعترف *بالإقليمين*.
    """
    function = sentence.scene.function
    if item.kind != "O" or not item.det or not is_in(item, function("two_places")):
        return []
    called = set(function("spoken_of_as").get("الاقليم", "").split())
    spoken_of = dict.fromkeys(reversed(sentence.discourse.spoken_of()))
    two = [one for one in spoken_of if _may_be(one, called if lands else None)][:2]
    return two[::-1] if len(two) == 2 else []


def _may_be(one: Entity, called: set[str] | None) -> bool:
    """Whether it is a place, or of those that are called so: *الإقليمين*."""
    return one.listed in called if called is not None else one.kind == ActorKind.PLACE


def town_of_part(sentence: Sentence, item: Item) -> Entity | None:
    """Return the town or land whose part it is: *الأحياء* الغربية من كابول, *أجزاء* من سورية."""
    of_land = is_in(item, sentence.scene.function("land_parts"))
    of_town = item.det and is_in(item, sentence.scene.function("town_parts"))
    if not (of_land or of_town) or item.pronoun:
        return None
    within, of_it = (("من", "في", "ب") if item.det else ("من",)), False
    for other in sentence.items[item.index + 1 : item.index + 6]:
        of_it = of_it or (other.kind == "prep" and other.value == "من")
        if other.mention is not None:
            north = of_it and other.marker == "في"  # مساحات واسعة من *شمال* تشاد
            if not (north or other.marker in within):
                return None
            if other.mention.kind == "capital":
                return town(sentence, other)
            who = other.mention.entity
            land = of_land and who.kind == ActorKind.STATE
            return who if land or who.kind == ActorKind.PLACE else None
        quality = other.key.endswith(("ي", "ية")) or is_in(other, sentence.scene.function("wide"))
        if other.conj or (other.kind not in ("A", "prep") and not (other.kind == "O" and quality)):
            return None  # القرى *القريبة* من ليبيا
    return None


def _bare(item: Item, name: str) -> str:
    """Return the name without what is written together with it: *وب*المدينة الجامعية."""
    name = name.removeprefix(item.conj)
    return name.removeprefix(item.marker) if item.marker in ("ب", "ل", "ك") else name


def unknown_place(sentence: Sentence, item: Item) -> Entity | None:
    """Return the town or region that nobody listed: a bare unknown word that is taken or left."""
    scene = sentence.scene
    following = sentence.items[item.index + 1 : item.index + 2]
    if item.marker not in ("direct", "على", "من", "إلى", "في") or item.head is not None:
        return None
    if _opens_town(sentence, item, following):
        return sentence.discourse.place(scene.raw(item.i, following[0].j))  # حاسي *بيضة*
    if not _unheard(sentence, item):
        return None
    if any(is_in(item, scene.function(c)) for c in ("instruments", "struck")):
        return None
    if following and following[0].kind in ("O", "N", "A", "M"):
        if following[0].marker in ("gen", ""):
            return None  # دمرت *منصة* إطلاق صواريخ
    return sentence.discourse.place(scene.raw(item.i, item.j))


def named_target(sentence: Sentence, item: Item) -> Entity | None:
    """Return the place that a target has its name from, though nobody listed it: مركز *باكيشا*."""
    behind = in_genitive(sentence, item)
    after = sentence.items[behind.index + 1 : behind.index + 2] if behind is not None else []
    if behind is not None and not item.det and _opens_town(sentence, behind, after):
        return sentence.discourse.place(sentence.scene.raw(behind.i, after[0].j))
    if behind is None or item.det or not _unheard(sentence, behind) or item.nisba is not None:
        return None
    if item.feats[1:2] == "p" and behind.key.endswith("ة") and not (after and after[0].conj):
        return None  # شنت غارات على *مواقع متفرقة*
    return sentence.discourse.place(sentence.scene.raw(behind.i, behind.j))


def _unheard(sentence: Sentence, item: Item) -> bool:
    """Whether no lexicon knows the word, so that it is a name."""
    scene = sentence.scene
    word = scene.word(item.i)
    if item.kind != "O" or word is None or word.senses or item.det or item.pronoun not in ("", "1"):
        return False
    if item.pronoun and acts_for(sentence, item):
        return False  # هاجمت *سفننا*
    endings = ("ه", "ها", "ا", "ين", "ان", "ات", "ون", "هم", "نا")  # دمرت *عددا* من الطائرات
    stems = {word.key, *(word.key.removesuffix(ending) for ending in endings)}
    counts = is_in(item, scene.function("numbers"))
    known = counts or not stems.isdisjoint(scene.lexicon.ordinary) or scene.tokens[item.i].tanwin
    yours = item.pronoun == "1" and word.key.endswith("كم")
    if yours:
        return False  # قصفوا *أراضيكم*
    closed = any(scene.closed(stem) for stem in stems if stem)  # الإقليم *كله*
    return len(word.key) >= 3 and not (known or closed)


def _opens_town(sentence: Sentence, opening: Item, behind: list[Item]) -> bool:
    """Whether it is the first word of a town's name, which the next goes on with: كفر *شوبا*."""
    if opening.key not in sentence.scene.function("town_openings") or not behind:
        return False
    second = behind[0]
    if second.kind != "O" or second.head is not opening or second.pronoun or second.indefinite:
        return False
    ordinary = sentence.scene.lexicon.ordinary
    word = sentence.scene.word(second.i)
    name = word is not None and not (word.senses or second.key.startswith("الم"))
    name = name and second.key.removeprefix("ال") not in ordinary
    return not second.det or opening.key not in ordinary or name  # معطن *السارة*, باب *العزيزية*
