"""Persons' names: where one begins, which words go on with it, and where it ends."""

from ...schema import ActorKind
from .listing import listed_at
from .morphology import Base
from .scene import Scene, letters_in

SON = frozenset({"بن", "ابن", "ابو", "ابي", "بنت", "ولد", "عبد"})
_ORDINALS = frozenset({"الاول", "الثاني", "الثالث", "الرابع", "الخامس", "السادس", "السابع"})
_LONGEST = 4  # words of a person's name


def name_at(
    scene: Scene, i: int, *, role: bool, base: Base | None = None
) -> tuple[str, int] | None:
    """Return the person's name at token i and the token behind it.

    Behind a role, words that no lexicon knows are taken for a name; elsewhere the first word must
    be a known given name.
    """
    listed = listed_at(scene, i, bare=role)
    if listed is not None and listed[1].kind == "name":
        known = scene.lexicon.actors[listed[1].ids[0]]
        if known.kind == ActorKind.PERSON:
            j = i + len(listed[1].words)
            return scene.raw(i, j), j
        return None
    j, unknown = i, 0
    while j - i < _LONGEST:
        first = j == i
        if first and base is not None:
            j += 1
            continue
        grade = namelike(scene, j, first=first, role=role)
        if not grade:
            break
        unknown += grade == 1
        if unknown > (2 if role else 1):
            break
        j += 1
    while j > i and scene.key(j - 1) in scene.function("wasta"):
        j -= 1
    if j == i:
        return None
    start = scene.tokens[i].start
    if base is not None and base.cut > 0:
        start = letters_in(scene.text, scene.tokens[i].start, base.cut)
    return scene.raw(i, j, start), j


def namelike(scene: Scene, i: int, *, first: bool, role: bool) -> int:
    """Return 2 for a known part of names, 1 for a word that may be one, 0 for none."""
    word = scene.word(i)
    if word is None:
        return 0
    key, lexicon = word.key, scene.lexicon
    if key in scene.function("wasta"):
        return 2
    if not first and scene.key(i - 1) in SON and not key.startswith("ال"):
        return 2
    known = key in lexicon.given or key in lexicon.family
    whole = [s for s in word.senses if not (s.conj + s.prep or s.future)]
    if known and not any(s.pos == "V" and s.feats[:3] == "ipf" for s in whole):
        ordinary = {"N", "R", "H"} if first or not role else {"N", "R"}
        return 0 if any(s.pos in ordinary for s in whole) else 2
    if word.flags or word.pronoun or word.complementizer or len(key) < (2 if role else 3):
        return 0
    if scene.closed(key) or scene.tokens[i].tanwin:
        return 0
    if key in _ORDINALS:
        return 0 if first else 2  # ألكسندر الثالث
    if key.startswith("ال") and scene.text[scene.tokens[i].start] == "ا":
        before = scene.key(i - 1)
        given = before in lexicon.given or (before[:1] == "و" and before[1:] in lexicon.given)
        everyday = key in lexicon.ordinary or key[2:] in lexicon.ordinary
        if first or (everyday and not (given and key.endswith("ي"))):
            return 0
        return 1 if key.endswith("ي") or (given and not key.endswith(("ة", "ات"))) else 0
    if key in lexicon.ordinary:
        return 0
    for clitic in word.bases[1:]:
        if clitic.key in lexicon.given or clitic.key in scene.names.starts:
            return 0
        if clitic.key in lexicon.ordinary:
            return 0
        if first and clitic.prep in ("ب", "ل") and clitic.key[:1] in "تا":
            return 0
    if not first and key in scene.names.starts:
        return 0  # the next actor: عبد القادر / فرنسا
    if key.endswith(("ة", "ات", "يا", "ين")) and not role:
        return 0
    if (first and key.endswith(("ة", "ات"))) or key.startswith(("مت", "ومت", "وا")):
        return 0
    if key.startswith("است") and scene.text[scene.tokens[i].start] == "ا":
        return 0
    return 1
