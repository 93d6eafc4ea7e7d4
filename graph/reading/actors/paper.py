"""Quoted names that no list has: papers, known by what they do, and what is told to be a body.

كتبت *«الضفاف»* أن, أما *«الضفاف»* فنقلت; *«الراية»*، وهي حركة مسلحة.
"""

from ....schema import ActorKind
from ..page.tokens import CLOSING, COMMAS
from ..records.entity import Entity
from ..records.quotation import quoted_name_end
from ..records.scene import Mention, Scene, mention_of
from ..words.word import VERB, Word

_JOINED = frozenset({ActorKind.PARTY, ActorKind.ORGANIZATION})
_MOST = 4  # words of a paper's name
_NEAR = 3  # words behind the name among which it does something


def paper_at(scene: Scene, i: int, word: Word) -> Mention | None:
    """Return the paper whose name in quotation marks begins at token i, if it says something."""
    mark = scene.tokens[i - 1] if i > 1 else None
    end = quoted_name_end(scene, i - 1) if mark is not None and mark.kind == "q" else None
    if mark is None or end is None or end - 1 - i > _MOST:
        return None
    body = _joined_to_body(scene, i, end)
    if body is None and mark.key in CLOSING:
        return None
    body = body or _told_to_be(scene, i, end)
    if body is not None:
        return mention_of(scene, body, i, end - 1, word.bases[0], "body")
    if any(_no_name(scene, k) for k in range(i, end - 1)):
        return None
    topic = scene.key(i - 2) in scene.function("as_for")
    behind = range(end, end + _NEAR)
    if topic:
        tells = any(_says(scene, k, after="ف") for k in behind)
    else:
        tells = _says(scene, i - 2) and scene.word(end) is not None
    if not tells:
        return None
    name = scene.raw(i, end - 1)
    entity = scene.discourse.body(
        name, kind=ActorKind.MEDIA, head="newspaper", gender="f", plural=False, state=None
    )
    scene.discourse.call(entity, name)
    scene.discourse.mention(entity)
    return mention_of(scene, entity, i, end - 1, word.bases[0], "name")


def _told_to_be(scene: Scene, i: int, end: int) -> Entity | None:
    """Return what "and it is" tells to be a body: *«الراية»*، وهي حركة مسلحة. Then *الحركة*."""
    word = scene.word(end + 2)
    if scene.key(end) not in COMMAS or scene.key(end + 1) not in ("وهو", "وهي") or word is None:
        return None
    head = next((s for s in word.senses if s.pos == "H" and not (s.det or s.pronoun)), None)
    if head is None or head.conj + head.prep:
        return None
    row, name = scene.lexicon.bodies[head.id], scene.raw(i, end - 1)
    gender = "m" if scene.key(end + 1) == "وهو" else "f"
    entity = scene.discourse.body(
        name, kind=row.kind, head=head.id, gender=gender, plural=False, state=None
    )
    scene.discourse.call(entity, name)
    scene.discourse.again(entity, row.nouns[0])
    scene.discourse.mention(entity)
    return entity


def _joined_to_body(scene: Scene, i: int, end: int) -> Entity | None:
    """Return the body that is joined to one of its kind: حركة الشعب و*«قلب الوادي»*."""
    last = scene.mentions[-1] if scene.mentions else None
    if last is None or scene.key(i - 2) != "و" or scene.depth:
        return None
    quoted = last.j == i - 3 and scene.tokens[last.j].kind == "q"
    body = last.entity
    if not quoted and (last.kind != "body" or last.j != i - 2):
        return None
    if body.kind not in _JOINED or not body.named or body.head in scene.function("armies"):
        return None
    if any(_no_name(scene, k) for k in range(i + 1, end - 1)) or _owned(scene, i):
        return None
    found = scene.discourse.body(
        scene.raw(i, end - 1),
        kind=body.kind,
        head=body.head or "party",
        gender=body.gender,
        plural=False,
        state=None,
    )
    scene.discourse.call(found, scene.raw(i, end - 1))
    scene.discourse.mention(found)
    return found


def _owned(scene: Scene, i: int) -> bool:
    """Whether the first word is somebody's deed rather than a name: و«*تهديداتها*»."""
    word = scene.word(i)
    return word is None or word.complementizer or bool(word.noun.pronoun)


def _no_name(scene: Scene, k: int) -> bool:
    word = scene.word(k)
    return word is None or word.complementizer or word.pronoun is not None or word.flags == VERB


def _says(scene: Scene, k: int, after: str = "") -> bool:
    """Whether a verb at token k tells what a paper says; `after`: the conjunction it needs."""
    word = scene.word(k)
    verbs = word.verbs if word is not None else ()
    rows = ((s, scene.lexicon.verbs[s.id]) for s in verbs if after in ("", s.conj))
    return any(
        s.person == "3fs" and row.speech == "asserts" and "an" in row.content for s, row in rows
    )
