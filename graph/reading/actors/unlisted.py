"""What an office is of that nobody listed: a state or town, a clan: شيخ مشايخ *بني حجر*."""

from ....schema import ActorKind
from ..records.scene import Scene
from ..words.word import HEAD, Word
from .complement import holder_follows, is_crowd
from .namepart import namelike
from .nameword import looks_foreign
from .place import unlisted_place
from .title import Office


def of_clan(scene: Scene, office: Office, word: Word) -> bool:
    """Read the clan that a sheikh or chief is of: شيخ مشايخ *بني حجر*."""
    bare = not (office.sense.det or office.complete or word.flags & HEAD)
    if not bare or word.key not in scene.function("clans") or scene.word(office.j + 1) is None:
        return False
    name = scene.raw(office.j, office.j + 2)
    office.target = scene.discourse.body(
        name, kind=ActorKind.ORGANIZATION, head="tribe", gender="f", plural=False, state=None
    )
    office.finish(office.j + 2)
    return True


def of_region(scene: Scene, office: Office, word: Word) -> bool:
    """Read the region that has only an adjective for a name: محافظ *الإقليم الساحلي* سالم."""
    governs = office.role in scene.function("of_regions") and not office.sense.det
    if not governs or office.complete or word.key[2:] not in scene.function("place_heads"):
        return False
    k = office.j
    if not (scene.article(k) and scene.article(k + 1) and holder_follows(scene, k + 2)):
        return False
    office.target = unlisted_place(scene, k, k + 2, ActorKind.PLACE)
    office.finish(k + 2)
    return True


def take_profession(scene: Scene, office: Office) -> None:
    """Take the professional body that one is elected to lead: نقيب *المحامين* سالم."""
    if office.role != "syndic" or office.j == office.i + 1:
        return
    name = f"نقابة {scene.raw(office.j - 1, office.j)}"
    office.target = scene.discourse.body(
        name, kind=ActorKind.ORGANIZATION, head="trade-union", gender="f", plural=False, state=None
    )
    office.complete = True


def of_unlisted_place(scene: Scene, office: Office, word: Word) -> bool:
    """Read a state or town nobody listed: a role without the article is always of something."""
    taken = office.sense.det or office.sense.pronoun or office.target is not None
    crowd = is_crowd(scene, office)
    if taken or office.state is not None or not (office.row.of or crowd):
        return False
    k = office.j
    if office.closed or scene.article(k - 1) or word.key.startswith("لل"):
        return False
    j = k + (2 if word.key in scene.function("place_openings") else 1)
    if any(scene.word(n) is None for n in range(k, j)):
        return False
    governed = office.sense.id in scene.function("governing_towns")
    governed = governed and scene.key(j) in scene.lexicon.given  # محافظ *عمران* علي سالم
    if word.key in scene.lexicon.given and not governed:
        return False
    if j == k + 1 and not (governed or may_be_place(scene, k, word)):
        return False
    named = namelike(scene, j, first=True, role=True)
    if (
        not named
        and not looks_foreign(scene, word.key)
        and scene.discourse.called(word.key) is None
    ):
        return False
    kind = ActorKind.STATE if office.row.of != "body" else ActorKind.PLACE
    office.target = unlisted_place(scene, k, j, kind)
    office.finish(j)
    return True


def may_be_place(scene: Scene, k: int, word: Word) -> bool:
    """Whether an unknown word may be a state or town."""
    if namelike(scene, k, first=True, role=True) == 1:
        return True
    taken = word.flags or scene.closed(word.key) or word.key in scene.lexicon.ordinary
    if any(base.cut and base.key in scene.names.starts for base in word.bases):
        return False  # وداكار
    return not taken and looks_foreign(scene, word.key)
