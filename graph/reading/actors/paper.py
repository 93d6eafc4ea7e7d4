"""Papers that no list has, known by what they do: كتبت *«الضفاف»* أن, أما *«الضفاف»* فنقلت."""

from ....schema import ActorKind
from ..page.tokens import CLOSING
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
    if end is None or end - 1 - i > _MOST or any(_no_name(scene, k) for k in range(i, end - 1)):
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
