"""What stands in brackets behind a name: *(حزب السنابل)*, *(أبو عدي)*, *(62 عاما)*."""

from ....schema import ActorKind
from ..page.tokens import CLOSING, OPENING
from ..records.entity import Entity
from ..records.scene import Fact, Scene
from ..words.names import SON
from ..words.text import fold_loose
from .listing import listed_at
from .namedbyoffice import unknown_word
from .namepart import namelike
from .nameword import his_own, in_names, sure
from .personname import name_at
from .title import called_so

_LANDS = frozenset({ActorKind.STATE, ActorKind.PLACE})
_LONGEST_LIFE = 9  # words from the day of birth to that of death
_OPEN = frozenset({*OPENING, '"'})
_CLOSE = frozenset({*CLOSING, '"'})
JOINED = frozenset({ActorKind.PARTY, ActorKind.ARMED_GROUP})


def bracketed_end(scene: Scene, entity: Entity, i: int, j: int) -> int | None:
    """Read a party, state or nickname in brackets: النائب كارل بيرغر *(حزب السنابل)*."""
    if (end := _nickname_end(scene, entity, j + 1) or _age_end(scene, j + 1)) is not None:
        return end
    body = scene.within(j + 1)
    if body is None or body.entity.person or body.conj or scene.key(body.j) != ")":
        return None
    if body.entity.kind in JOINED:
        scene.facts.append(Fact(entity, "member-of", body.entity, i, body.j, "of-body"))
    elif body.entity.kind != ActorKind.STATE:
        return None
    return body.j + 1


def alias_end(scene: Scene, entity: Entity, j: int) -> int:
    """Read how else somebody is called behind his name: حسن نور *المعروف باسم نور عدي*."""
    k = called_so(scene, j)
    word = scene.word(k) if k > j and scene.article(j) else None
    if word is None or not entity.named:
        return j
    by = next((base for base in word.bases if base.prep == "ب"), None) if k == j + 1 else None
    if k == j + 1 and (by is None or not _called_by(scene, by.key)):
        return j
    name = name_at(scene, k, role=True, base=by)
    if name is None:
        return j
    scene.discourse.call(entity, name[0])
    return name[1]


def _called_by(scene: Scene, key: str) -> bool:
    """Whether a word may be by what name somebody is known, and no quality: بـ*أبي* عدي."""
    known = in_names(scene, key) or key in SON or fold_loose(key) in scene.names.surnames
    return known or (sure(scene, key) and not his_own(scene, key))


def quoted_nickname_end(scene: Scene, entity: Entity, j: int) -> int:
    """Read what else a person is called, in quotation marks behind his name: سالم *«أبو عدي»*."""
    if scene.key(j) not in _OPEN or not (entity.person and entity.named):
        return j
    k = j + 2 + (scene.key(j + 1) in SON)
    if scene.key(k) not in _CLOSE or scene.word(j + 1) is None or listed_at(scene, j + 1):
        return j
    if k == j + 2 and not (
        unknown_word(scene, j + 1) and namelike(scene, j + 1, first=True, role=True)
    ):
        return j
    scene.discourse.call(entity, scene.raw(j + 1, k))
    return k + 1


def _nickname_end(scene: Scene, entity: Entity, i: int) -> int | None:
    """Read what else a person is called, in brackets behind his name: محمد الراوي *(أبو عدي)*."""
    j = i + 1 + (scene.key(i) in SON)
    if not entity.person or scene.key(j) != ")" or scene.word(i) is None:
        return None
    if listed_at(scene, i) is not None:
        return None
    if j == i + 1 and (not unknown_word(scene, i) or scene.names.spelling.score(scene.key(i)) < 0):
        return None
    if j > i + 1 and not namelike(scene, j - 1, first=False, role=True):
        return None
    scene.discourse.call(entity, scene.raw(i, j))
    return j + 1


def _age_end(scene: Scene, i: int) -> int | None:
    """Return the token behind "62 years)" or when he lived: *(62 عاما)*, *(1920 - 1980)*."""
    end = next((k for k in range(i, i + _LONGEST_LIFE) if scene.key(k) == ")"), None)
    return end + 1 if end is not None and scene.tokens[i].kind == "n" else None


def bracketed_state(scene: Scene, j: int) -> tuple[Entity, int] | None:
    """Return the state in brackets at token j, and the token behind: كارلوس ميرا *(الأرجنتين)*.

    It may be one that no lexicon lists and that the text has named before.
    """
    if scene.key(j) != "(":
        return None
    listed = listed_at(scene, j + 1, bare=True)
    if listed is not None and scene.key(j + 1 + len(listed[1].words)) == ")":
        known = scene.lexicon.actors[listed[1].ids[0]]
        state = known.id if known.kind == ActorKind.STATE else known.state
        if state is None or listed[1].kind == "city":
            return None
        return scene.discourse.listed(state), j + 2 + len(listed[1].words)
    inside = scene.within(j + 1)
    if inside is None or inside.entity.kind not in _LANDS or scene.key(inside.j) != ")":
        return None
    return inside.entity, inside.j + 1
