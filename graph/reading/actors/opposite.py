"""Opposites: the other of two whom a noun with a pronoun means: مضيفه, ضيفها, منافسه."""

from ..page.tokens import COMMAS
from ..records.entity import Entity, agrees
from ..records.memory import Pair
from ..records.scene import Mention, Scene, mention_of
from ..words.word import Base, Word, base_in
from .listing import nisba_at
from .nameword import may_end
from .personname import name_at


def opposite_at(scene: Scene, i: int, word: Word) -> Mention | None:
    """Return whom "his guest", "his rival" means: the one named behind, else the other of two."""
    base = base_in(word, scene.function("opposites"))
    if base is None:
        return _other_side(scene, i, word)
    nisba = nisba_at(scene, i + 1)
    if nisba is not None:
        guest = scene.discourse.last_person((), nisba[0].id)
        if guest is None or not may_end(scene, nisba[1]):
            return None  # نظيره *التشادي*
        return mention_of(scene, guest, i, nisba[1], base, "name")  # ضيفه *العراقي*
    gender = "f" if base.key.endswith("ها") else "m"
    owner = _owner(scene, gender)
    named = scene.within(i + 1) or _set_apart(scene, i, base)
    if named is not None and named.entity.person and not (named.conj or named.prep):
        if owner is not None and owner.person:
            scene.discourse.pairs.append(Pair(owner, named.entity, 0.5))
        named.i, named.conj, named.prep = i, base.conj, base.prep
        return named
    other = _other(scene, owner, "f" if base.key.endswith(("ته", "تها")) else "m")
    return mention_of(scene, other, i, i + 1, base, "name") if other is not None else None


def _set_apart(scene: Scene, i: int, base: Base) -> Mention | None:
    """Return who is named between commas: خصمه *ومنافسه السياسي، سالم الراوي*، في حلب."""
    k = i + 1 + scene.article(i + 1)
    name = name_at(scene, k + 1, role=True) if scene.key(k) in COMMAS else None
    if name is None or name[1] < k + 3 or scene.word(name[1]) is not None:
        return None
    who = scene.discourse.person(name[0], state=None, role=None)
    scene.discourse.mention(who)
    return mention_of(scene, who, i, name[1], base, "name")


def _owner(scene: Scene, gender: str) -> Entity | None:
    """Return whom the pronoun means: the last who agrees and is no object of a preposition."""
    here = [mention.entity for mention in reversed(scene.mentions) if not mention.prep]
    for who in (*here, *scene.discourse.subjects):
        if agrees(who, gender, "s"):
            return who
    return None


def _other(scene: Scene, owner: Entity | None, gender: str) -> Entity | None:
    """Return who of the same kind has had to do with somebody last."""
    if owner is None:
        return None
    for one, two, _, _ in reversed(scene.discourse.pairs):
        if owner in (one, two):
            other = two if one is owner else one
            fits = agrees(other, gender, "s") or (gender == "m" and not other.person)
            if other.person is owner.person and fits:
                return other
    return None


def _other_side(scene: Scene, i: int, word: Word) -> Mention | None:
    """Return whom "the other side" means: the other of two for whoever speaks or acts."""
    side = base_in(word, scene.function("opposed_sides"))
    if side is None or scene.key(i + 1) not in scene.function("other_of_two"):
        return None
    here = [mention.entity for mention in reversed(scene.mentions) if not mention.prep]
    for who in (*here[:1], *scene.discourse.subjects[:1]):
        state = scene.discourse.listed(who.state) if who.state is not None else None
        for owner in (who, who.serves, state):
            other = _other(scene, owner, "x")
            if other is not None:
                return mention_of(scene, other, i, i + 2, side, "name")
    return None
