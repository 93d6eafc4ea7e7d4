"""Vouching: what speaks for a verb or participle whose form is more often another word."""

from ...schema import vocabulary
from .items import Item
from .listing import actor_follows, listed_at, nisba_at
from .scene import Scene
from .word import EVENT, MASDAR, ROLE, Sense

_HAMZA = ("ء", "أ")


def _sure(
    scene: Scene,
    i: int,
    sense: Sense,
    adjacent: Item | None,
    before: Item | None,
    *,
    verb_before: bool,
) -> bool:
    """Whether an actor that agrees stands right before or behind the verb."""
    person = sense.person
    if adjacent is not None and adjacent.kind == "quote" and adjacent.index:
        adjacent = before
    if adjacent is not None and adjacent.mention is not None and not sense.conj:
        if verb_before:
            return False  # هاجم الثوار *قصر* الرئيس
        entity = adjacent.mention.entity
        return person == f"3{entity.gender}s" or person[1:] in ("mp", "md", "fd")
    if adjacent is not None and adjacent.kind in ("neg", "doubt", "aux"):
        return True
    if (
        adjacent is not None
        and adjacent.kind == "V"
        and not sense.conj
        and "ipf" not in sense.feats
    ):
        return False  # وصل *ألف* جندي
    k = _behind_date(scene, i + 1)
    while scene.key(k) in scene.function("demonstratives"):
        k += 1
    following = scene.word(k)
    if following is None or (adjacent is not None and adjacent.kind in ("N", "O", "prep")):
        return False
    if following.flags & ROLE:
        return True
    if any(s.pos == "H" and s.det and s.feats[:1] == person[1:2] for s in following.senses):
        return adjacent is None or adjacent.kind != "M"  # *دخل* الجيش
    if adjacent is None and scene.key(k) in scene.lexicon.verbs[sense.id].object:
        return True  # *وأثنى* على
    if scene.lexicon.verbs[sense.id].bears and following.flags & (MASDAR | EVENT):
        return True
    if any(s.pos in ("M", "E") and (s.det or s.feats.endswith("+")) for s in following.senses):
        return True
    if any(s.pos == "H" and s.det and not s.prep for s in following.senses):
        return nisba_at(scene, k + 1) is not None  # *صادق* البرلمان التركي
    found = listed_at(scene, k, bare=True)
    if found is None or found[1].kind != "name":
        return found is not None and found[1].kind == "capital" and person[1] == "f"
    return scene.lexicon.actors[found[1].ids[0]].gender == person[1]


def _behind_date(scene: Scene, i: int) -> int:
    """Return the token behind a date that begins at token i: دخل *أمس* الجيش; else i."""
    start = scene.tokens[i].start if scene.dates and i < len(scene.tokens) else -1
    end = next((date.end for date in scene.dates if date.start == start), start)
    while i < len(scene.tokens) and scene.tokens[i].start < end:
        i += 1
    return i


def vouched_for(
    scene: Scene, i: int, sense: Sense, adjacent: Item | None, found: list[Item]
) -> bool:
    """Whether something speaks for a reading though the form is more often another word."""
    if sense.pos == "V":
        if scene.lexicon.verbs[sense.id].root[2:] in _HAMZA and scene.key(i)[-1] == "ا":
            if scene.text[scene.tokens[i].end - 1] != "أ":
                return False  # *هنا*, but هنأ
        before = found[-2] if len(found) > 1 and found[-1].kind == "quote" else None
        verb = any(item.kind == "V" for item in found)
        inner = any(item.kind in ("rel", "an", "sub", "if", "mark") for item in found)
        return _sure(scene, i, sense, adjacent, before, verb_before=verb and not inner)
    if sense.pos != "AP" or sense.det:
        return False
    marked = sense.feats.endswith("+")
    if marked and actor_follows(scene, i + 1):  # خطب في الجموع *متهما* فرنسا
        return True
    if not marked and (sense.feats[:2] != "fs" or not found):
        return False
    return _says_that(scene, i, sense) or _asked_for(scene, i + 1, sense)


def _says_that(scene: Scene, i: int, sense: Sense) -> bool:
    """Whether "that" follows a participle of saying: ، *مضيفا* أن."""
    following = scene.word(i + 1)
    that = following is not None and following.complementizer
    return that and scene.lexicon.verbs[sense.id].speech is not None


def _asked_for(scene: Scene, i: int, sense: Sense) -> bool:
    """Whether what is asked for stands at i: أبرق إلى موسكو *طالبا* المساعدة, *طالبا* تسليمه."""
    word, relation = scene.word(i), scene.lexicon.verbs[sense.id].relation
    if word is None or relation is None or vocabulary()[relation].relation_class != "REQUEST":
        return False
    return any((s.pos == "T" and s.det) or s.pos == "M" for s in word.senses)
