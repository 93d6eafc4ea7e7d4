"""Quoted names that no list has: papers, known by what they do, and what is told to be a body.

كتبت *«الضفاف»* أن, أما *«الضفاف»* فنقلت; *«الراية»*، وهي حركة مسلحة.
"""

from ....schema import ActorKind
from ..page.tokens import CLOSING, COMMAS
from ..records.entity import Entity
from ..records.quotation import quoted_name_end
from ..records.scene import Mention, Scene, mention_of
from ..words.word import VERB, Word

_MOST = 4  # words of a paper's name
_NEAR = 3  # words behind the name among which it does something


def paper_at(scene: Scene, i: int, word: Word) -> Mention | None:
    """Return the paper whose name in quotation marks begins at token i, if it says something."""
    mark = scene.tokens[i - 1] if i > 1 else None
    if mark is None or mark.kind != "q" or mark.key in CLOSING:
        return None
    end = quoted_name_end(scene, i - 1)
    if end is None or end - 1 - i > _MOST:
        return None
    body = _told_to_be(scene, i, end)
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
