"""Holders: which name behind an office is the name of who holds it: الوزير *سالم الراوي*."""

from ..page.tokens import COMMAS, OPENING
from ..records.quotation import quoted_name_end
from ..records.scene import Scene
from ..words.names import SON
from ..words.spelling import SURE
from ..words.text import fold_loose
from ..words.word import VERB
from .listing import listed_at
from .nameset import name_between, name_up_to, whole_name
from .nameword import in_names
from .personname import begins_name, name_at
from .title import Office, called_so, titles_between

_LONGEST_QUOTED = 6  # tokens, with the quotation marks
_LONGEST_CLAUSE = 12  # words between a verb and the office that is looked at


def holder_named(
    scene: Scene, office: Office, named: int, *, apart: bool
) -> tuple[str, int] | None:
    """Return the name of the office's holder at token `named`, and the token behind it.

    Set `apart` by a comma, it is the name of the holder only where the office needs no more.
    """
    said = scene.word(named)
    if (
        _of_him(scene, office)
        or _some(scene, office, named)
        or (said is not None and said.key[:3] == "لكن")
    ):
        return None  # عضو المجلس، *لكنه* اغتيل
    if office.complete and _joined(scene, named):
        return None  # أمير الكويت / *وصدام حسين*
    told = bool(office.sense.prep) or _verb_before(scene, office.i)
    person = None
    if not apart or office.complete or _set_apart(scene, office, named):
        person = name_at(scene, named, role=True, told=told)
    if office.complete:
        person = name_between(scene, named, person) if apart else name_up_to(scene, named, person)
    if person is not None and (
        _another(scene, office, named, person[0]) or _of_other_state(scene, office, named, person)
    ):
        person = None
    word = scene.word(named)
    if word is not None and scene.key(named - 1) in scene.function("called_so"):
        by = next((base for base in word.bases if base.prep == "ب"), None)
        if by is not None and (by.key in SON or by.key in scene.lexicon.given):
            return name_at(scene, named, role=True, base=by)  # الملقب *بأبي* عدي
    if word is None and person is None and (office.complete or office.sense.det):
        person = _in_quotes(scene, named)
    if person is None and office.complete and word is not None:
        if begins_name(scene, named, told=told):
            person = name_at(scene, named, role=True, base=word.bases[0])
    return person


def _of_him(scene: Scene, office: Office) -> bool:
    """Whether the name behind is of whom he works for: *محامي* سالم الراوي, but المحامي سالم."""
    bare = not (office.sense.det or office.sense.pronoun or office.target)
    return bare and office.role in scene.function("works_for")


def _some(scene: Scene, office: Office, named: int) -> bool:
    """Whether it is some officer of a nation, whom no name follows: زيارة *وزير ياباني* لضريح."""
    nation = scene.word(named - 1)
    if office.sense.det or office.sense.pronoun or nation is None or named != office.j:
        return False
    if scene.article(named - 1) or listed_at(scene, named - 1, bare=True) is not None:
        return False
    return any((s.pos, s.feats, s.det) == ("N", "ms", False) for s in nation.senses)


def _joined(scene: Scene, named: int) -> bool:
    """Whether "and" begins the word, and behind it a name: شاه إيران *وصدام حسين*, but *وليد*."""
    key, lexicon = scene.key(named), scene.lexicon
    names = (lexicon.given, lexicon.family, lexicon.either)
    if key[:1] != "و" or any(key in known for known in names):
        return False
    if listed_at(scene, named, bare=True) is not None:
        return False
    listed = listed_at(scene, named)
    return listed is not None or any(key[1:] in known for known in names)


def _set_apart(scene: Scene, office: Office, named: int) -> bool:
    """Whether commas stand around the name of one whose title is "the" one: السفير، *فلان*، أن."""
    if not office.sense.det or office.row.relation is None:
        return False
    name = name_at(scene, named, role=True)
    if name is None or name[1] < named + 2:
        return False
    return scene.key(name[1]) in COMMAS and scene.word(named - 1) is None


def _in_quotes(scene: Scene, i: int) -> tuple[str, int] | None:
    """Return a name in quotation marks at token i: القيادي في التنظيم *«أبو عدي»*.

    Behind "who is called" it may be any words: الملقب بـ*«القومندان توليو»*. One word that no
    lexicon knows is a name: الكولونيل *«كاندان»*.
    """
    if scene.key(i) == "(":  # الرئيس (عمر البشير)
        name = name_at(scene, i + 1, role=True)
        return (name[0], name[1] + 1) if name is not None and scene.key(name[1]) == ")" else None
    end = quoted_name_end(scene, i) if scene.key(i) in OPENING + '"' else None
    if end is None:
        return None
    if any(called_so(scene, k) == i for k in (i - 1, i - 2)):
        return scene.raw(i + 1, end - 1), end
    word = scene.word(i + 1)
    if word is None or end > i + _LONGEST_QUOTED:
        return None
    unknown = not (word.flags or word.key in scene.lexicon.ordinary or scene.article(i + 1))
    known = scene.discourse.known_surname(fold_loose(word.key)) is not None
    if end == i + 3 and (unknown or known):
        return scene.raw(i + 1, end - 1), end
    name = name_at(scene, i + 1, role=True)
    if name is not None and name[1] == end - 1:
        return name[0], end
    return (scene.raw(i + 1, end - 1), end) if whole_name(scene, i + 1, end - 1) else None


def _another(scene: Scene, office: Office, titled: int, name: str) -> bool:
    """Whether the name is of another office's holder: التقى *الأمين العام* / الرئيس صدام حسين."""
    if not office.sense.det or office.complete or titled == office.j:
        return False
    roles = scene.lexicon.roles
    titles = titles_between(scene, office.j, titled)
    if not any(roles[title].relation for title in titles) or not roles[office.role].relation:
        return False
    known = scene.discourse.last_person((office.role,))
    return known is not None and fold_loose(name) not in map(fold_loose, known.names)


def _of_other_state(scene: Scene, office: Office, i: int, name: tuple[str, int]) -> bool:
    """Whether a surname is well known as another state's: دعا رئيس الوزراء الإيطالي *القذافي*.

    A word that no lexicon knows and that is spelled like no name is none either: الرئيس *أخطأ*.
    """
    if name[1] != i + 1:
        return False
    key = scene.key(i)
    listed = scene.names.surnames.get(fold_loose(key))
    found = listed_at(scene, i, bare=True)
    if listed is None and found is not None and found[1].kind == "name":
        listed = found[1].ids[0]
    if listed is not None and office.state is not None and office.row.relation is not None:
        state = scene.lexicon.actors[listed].state
        return state is not None and state != office.state and office.j == i
    known = listed is not None or scene.discourse.known_surname(fold_loose(key)) is not None
    if known or in_names(scene, key):
        return False
    return not scene.article(i) and scene.names.spelling.score(key) < -SURE


def _verb_before(scene: Scene, i: int) -> bool:
    """Whether the verb of the clause, or a preposition, stands before token i."""
    for k in range(i - 1, max(-1, i - _LONGEST_CLAUSE), -1):
        word = scene.word(k)
        if word is None or word.complementizer:
            if scene.key(k) not in COMMAS:
                return False
        elif word.flags & VERB or (k == i - 1 and word.key in scene.function("prepositions")):
            return True
    return False
