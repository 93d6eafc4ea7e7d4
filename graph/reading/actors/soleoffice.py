"""Sole offices: whom an office that only one holds means without a name: *المندوب السامي*."""

from ..records.scene import Mention, Scene, mention_of
from ..words.word import Word
from .nameword import may_end
from .personname import name_at

_LONGEST = 3  # words


def sole_office(scene: Scene, i: int, word: Word) -> Mention | None:
    """Return who holds an office of the closed class at token i, when nobody is named by it."""
    offices = scene.function("sole_offices")
    for base in word.bases:
        if base.conj and base.prep:
            continue
        for j in range(min(i + _LONGEST, len(scene.tokens)), i, -1):
            words = " ".join((base.key, *(scene.key(k) for k in range(i + 1, j))))
            feats = offices.get(words)
            if feats is None:
                continue
            if not _alone(scene, j) or _sent_there(scene, j):
                return None
            name = " ".join(scene.raw(i, j).split())[base.cut :] if base.cut >= 0 else words
            plural = feats[1] == "p"
            entity = scene.discourse.described(
                name, role="official", state=None, plural=plural, gender=feats[0]
            )
            scene.discourse.mention(entity)
            return mention_of(scene, entity, i, j, base, "role")
    return None


def _alone(scene: Scene, j: int) -> bool:
    """Whether neither a name nor whose office it is stands behind it."""
    return may_end(scene, j) or (
        not scene.article(j) and name_at(scene, j, role=True) is None and scene.key(j)[:2] != "لل"
    )


def _sent_there(scene: Scene, j: int) -> bool:
    """Whether where it is held stands behind it, and then who holds it: إلى تشاد *سالم الراوي*."""
    where = scene.within(j + 1) if scene.key(j) in ("الى", "في", "لدى") else None
    return where is not None and name_at(scene, where.j, role=True) is not None
