"""Names that only the office behind them shows: *كوشنير*، وزير الخارجية الفرنسي."""

from collections.abc import Sequence
from itertools import pairwise

from ..page.tokens import Token
from ..records.scene import Mention, Scene, mention_of
from ..words.word import ROLE, VERB
from .aside import tells
from .namebound import may_name
from .namepart import namelike
from .office import office_at
from .personname import name_at

APART = frozenset({"،", ",", "("})  # what may stand between a name and the office behind it
_AND_IS = frozenset({"وهو", "وهي"})
_LONGEST_UNKNOWN = 3  # words of a name that only an office shows


def apposes_office(tokens: Sequence[Token]) -> bool:
    """Whether an office stands behind a comma or bracket, so that it may show a name before it."""
    for token, behind in pairwise(tokens):
        if behind.word is None or not (behind.word.flags & ROLE or behind.key in _AND_IS):
            continue
        unknown = token.word is not None and not token.word.senses
        if token.key in APART or unknown:
            return True
    return False


def named_by_office(scene: Scene, i: int) -> Mention | None:
    """Return a person whom only the office behind shows: *كوشنير*، وزير الخارجية الفرنسي."""
    j = i
    told = _told(scene, i)
    says = told and tells(scene, i)
    j += says and _only_verb(scene, i)  # قال *لام* جابريل
    middle = _middle(scene, i)
    j += 2 * middle
    while j < i + _LONGEST_UNKNOWN and (unknown_word(scene, j) or (told and may_name(scene, j))):
        j += 1
    apart = scene.key(j) in APART
    if j == i or not (apart or (j > i + 1 and told)):
        return None
    k = j + apart
    k += apart and scene.key(k) in _AND_IS  # إينوسينسيو كاني، *وهو* عضو في الحزب
    office = office_at(scene, k)
    if office is None or not office.complete or office.row.relation is None or office.sense.conj:
        return None
    word = scene.tokens[i].word
    assert word is not None
    for base in word.bases:
        joined = word.key[0] == "و" and _joined(scene, i, word.key)
        name = name_at(scene, i, role=True) if not (base.cut or joined) else None
        if base.conj == "و" and (joined or scene.names.spelling.score(base.key) > 0):
            name = name_at(scene, i, role=True, base=base)
        if middle and apart and not base.cut:
            name = (scene.raw(i, j), j)
        sure = _two_parts(scene, i, j) or (says and _unknown(scene, i, j))
        if told and not base.cut and (name is None or name[1] != j) and sure:
            name = (scene.raw(i, j), j)  # قال *دين راسك*، وزير الخارجية
        if name is None or name[1] != j:
            continue
        entity = scene.discourse.person(name[0], state=None, role=None)
        scene.discourse.mention(entity)
        return mention_of(scene, entity, i, j, base, "name")
    return None


def _joined(scene: Scene, i: int, key: str) -> bool:
    """Whether a name that opens with و is joined by it: *وأحمد* علي, رئيس تونس، *وجورج* بوش."""
    given = scene.lexicon.given
    return key[1:] in given or (scene.key(i - 1) in APART and key not in given)


def _told(scene: Scene, i: int) -> bool:
    """Whether the verb, or the "that" of what is told, stands right before token i."""
    before = scene.word(i - 1)
    key = scene.key(i - 1)
    if key == "لسان" or key.lstrip("وف") in scene.function("auxiliaries"):
        return True  # على لسان *سمنر ويلز* وكيل وزارة خارجيتها
    return before is not None and (bool(before.verbs) or before.complementizer)


def _middle(scene: Scene, i: int) -> bool:
    """Whether a verb stands as a name between two: محمد *يسلم* بيسط، القيادي في الحركة."""
    word = scene.word(i + 1)
    if word is None or scene.key(i) not in scene.lexicon.given or word.flags != VERB:
        return False
    if any(s.person != "3ms" or s.conj or s.pronoun or s.future for s in word.senses):
        return False
    surname = unknown_word(scene, i + 2) and scene.key(i + 2) not in scene.lexicon.given
    return surname and scene.key(i + 3) in APART


def _unknown(scene: Scene, i: int, j: int) -> bool:
    """Whether two words at least from token i to j no lexicon knows, the first among them."""
    word, ordinary = scene.word(i), scene.lexicon.ordinary
    clitics = word.bases[1:] if word is not None else ()
    opens = unknown_word(scene, i) and not any(base.key in ordinary for base in clitics)
    if scene.key(i) in scene.lexicon.given:
        return j > i + 1  # طارق *أعظم*
    known = sum(unknown_word(scene, k) for k in range(i, j))
    return j > i + 1 and (known > 1 if opens else known == j - i - 1 > 1 and _only_verb(scene, i))


def _only_verb(scene: Scene, i: int) -> bool:
    """Whether a verb that has no clitic stands right behind a verb of saying: a name, then."""
    word = scene.word(i)
    if word is None or word.key[0] in "وف" or word.flags != VERB or scene.closed(word.key):
        return False
    return all(s.person == "3ms" and not (s.pronoun or s.prep or s.future) for s in word.senses)


def _two_parts(scene: Scene, i: int, j: int) -> bool:
    """Whether a word, and behind it what is surely part of a name, stand from token i to j."""
    return j - i > 1 and any(
        namelike(scene, k, first=False, role=True) > 1 for k in range(i + 1, j)
    )


def unknown_word(scene: Scene, i: int) -> bool:
    """Whether no lexicon knows the word, or only as part of names."""
    word = scene.word(i)
    if word is None or word.senses or word.pronoun or scene.closed(word.key):
        return False
    bare = not (word.noun.pronoun or word.key.endswith("ه") or scene.article(i))
    return bare and word.key not in scene.lexicon.ordinary
