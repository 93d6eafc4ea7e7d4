"""Persons named without a title: by nation and name, by name alone, or by surname."""

from .namepart import namelike
from .names import PARTICLES, SON
from .nameword import looks_foreign, may_end
from .personname import initial_at, name_at
from .scene import Mention, Scene, mention_of
from .word import VERB, Base, Word

_OF_PLACES = frozenset({"attacked", "seized", "visited", "withdrew-from", "deployed-to",
                        "intervened-in"})  # fmt: skip


def national(scene: Scene, i: int, word: Word) -> Mention | None:
    """Return a person called by nation and name: *النرويجي تروند* إسبيلاند."""
    sense = next((s for s in word.senses if s.pos == "N" and s.det), None)
    if sense is None or sense.feats[1:2] != "s" or scene.word(i + 1) is None:
        return None
    behind_name = scene.mentions and scene.mentions[-1].j == i
    if not behind_name and scene.key(i - 1).startswith("ال"):
        return None  # an adjective: الرئيس النرويجي
    if namelike(scene, i + 1, first=True, role=False) < 2:
        return None
    name = name_at(scene, i + 1, role=True)
    if name is None or name[1] - i < 3:
        return None
    gender = sense.feats[:1]
    entity = scene.discourse.person(name[0], state=sense.id, role=None, gender=gender)
    base = Base(sense.conj, sense.prep, "", 0)
    mention = mention_of(scene, entity, i, name[1], base, "name", sense=sense)
    scene.discourse.mention(entity)
    return mention


def person_alone(scene: Scene, i: int, word: Word) -> Mention | None:
    """Return a person named without a title: a given name and what goes on with it."""
    for base in word.bases:
        if base.conj + base.prep and len(base.key) < 4:
            continue
        joined = bool(scene.mentions) and scene.mentions[-1].j == i and not base.cut
        if joined and word.key[0] == "و":
            if word.key[1:] in scene.lexicon.given or word.key[1:] in scene.lexicon.either:
                continue  # سمير جعجع *وايلي* حبيقة
        leads = (
            base.key in scene.lexicon.given
            or (initial_at(scene, i) and not base.cut)
            or (base.key in PARTICLES and looks_foreign(scene, scene.key(i + 1)))
            or (base.key in SON - {"ولد"} and not base.prep)
            or _foreign_pair(scene, i, base, word)
        )
        verbal = any(sense.pos in ("V", "M", "E") for sense in word.senses)
        if not leads or (base.prep and word.senses) or (base.conj and verbal):
            continue
        if word.flags & VERB and not base.conj and scene.key(i + 1) not in scene.lexicon.family:
            continue
        name = name_at(scene, i, role=False, base=base)
        if name is None or name[1] - i < 2:
            continue
        gender = "f" if _woman(scene, i, base) else "m"
        entity = scene.discourse.person(name[0], state=None, role=None, gender=gender)
        mention = mention_of(scene, entity, i, name[1], base, "name")
        scene.discourse.mention(entity)
        return mention
    return None


def told_of(scene: Scene, i: int, word: Word) -> Mention | None:
    """Return the person whom two unknown words name right behind a verb: قال *يانوش كادار* إن.

    What is struck or seized so is rather a town.
    """
    verb = scene.word(i - 1)
    if verb is None or not verb.verbs or word.key in scene.lexicon.ordinary or scene.article(i):
        return None
    rows = [scene.lexicon.verbs[sense.id] for sense in verb.verbs]
    placed = any(row.relation in _OF_PLACES and "direct" in row.object for row in rows)
    if placed or not may_end(scene, i + 2):
        return None
    scores = [scene.names.spelling.score(scene.key(k)) for k in (i, i + 1)]
    if sum(scores) <= 0 or scene.key(i + 1) in scene.lexicon.ordinary or scene.article(i + 1):
        return None
    first, second = (namelike(scene, k, first=k == i, role=False) for k in (i, i + 1))
    if not (first and second):
        return None
    entity = scene.discourse.person(scene.raw(i, i + 2), state=None, role=None)
    scene.discourse.mention(entity)
    return mention_of(scene, entity, i, i + 2, word.bases[0], "name")


def _woman(scene: Scene, i: int, base: Base) -> bool:
    """Whether it is a woman's name, by itself or by the verb that opens the sentence before it."""
    if base.key in scene.function("women"):
        return True
    before = scene.word(i - 1)
    return i == 1 and before is not None and any(s.person == "3fs" for s in before.verbs)


def _foreign_pair(scene: Scene, i: int, base: Base, word: Word) -> bool:
    """Whether two unknown words in a row are spelled like names, where no town would stand."""
    if word.flags or scene.depth or scene.key(i - 1) in scene.function("before_places"):
        return False
    if base.key in scene.lexicon.ordinary:
        return False
    following = scene.word(i + 1)
    return (
        following is not None
        and scene.names.spelled_like_one(base.key)
        and scene.names.spelling.score(following.key) > 0
        and namelike(scene, i + 1, first=False, role=False) > 0
    )


def surname_alone(scene: Scene, i: int, word: Word) -> Mention | None:
    """Return a person known in the document, or alone in the lexicon, by this surname."""
    for base in word.bases:
        key = base.loose
        if len(key) < 3 or (word.senses and base.conj + base.prep):
            continue
        entity = scene.discourse.known_surname(key)
        if entity is None and not word.senses and key in scene.names.surnames:
            entity = scene.discourse.listed(scene.names.surnames[key])
        if entity is None or (word.flags & VERB and not key.startswith("ال")):
            continue
        scene.discourse.mention(entity)
        return mention_of(scene, entity, i, i + 1, base, "surname")
    return None
