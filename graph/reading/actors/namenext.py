"""Where a name is over, since the next phrase or name begins: أحمد بن بلا / *قدماء* المجاهدين."""

import re

from ..records.scene import Scene
from ..words.names import SON
from ..words.text import fold_loose
from ..words.word import NISBA, ROLE, VERB
from .namebound import told_next
from .namecompound import of_compound
from .namepart import namelike
from .nameword import sure

_HARDLY = -3.0  # score of an unknown word that hardly is the third of a name
_HARDLY_ENDS = ("تين", "ات", "ته")  # of a name's third word
_LONG_VOWELS = re.compile("(?<=.)[اوي]")


def other_word(scene: Scene, i: int, j: int, grade: int) -> bool:
    """Whether what might go on with the name from token i is none: لارس تورنبيرغ / *تحذيرات*."""
    key = scene.key(j)
    if grade == 1 and key.endswith("ه") and scene.names.spelling.score(key) < 0:
        return True  # جمال الدين حسن / تفاؤله
    if j - i < 2:
        return False
    people = key.endswith("يين") and key[:-2] in scene.lexicon.ordinary  # جون سميث / مدنيين
    if grade == 1 and (not _LONG_VOWELS.search(key) or key.endswith(_HARDLY_ENDS) or people):
        return True  # جورج غريفاس / معقل, لارس تورنبيرغ / تحذيرات
    return _hardly_third(scene, j)  # أحمد بن بلا / قدماء المجاهدين


def next_name(scene: Scene, i: int, j: int, *, told: bool) -> bool:
    """Whether the next name begins behind the one from token i: خلف سالم الراوي / *كريم* الحلبي."""
    key = scene.key(j)
    if key in scene.lexicon.given and key not in SON and _closes(scene, j - 1):
        return True  # خلف سالم الراوي / كريم التوهامي
    if key in scene.function("adverbs") and scene.article(j - 1):
        return True  # سالم الربيعان / هنا
    if _anothers(scene, i, j):
        return True  # يوليوس نيريري / ولسون
    if not told or key != "سان" or scene.key(j - 1) in scene.function("wasta"):
        return False
    return not told_next(scene, j + 2)  # أوليفيرا / سان تيريسو


def next_title(scene: Scene, i: int) -> bool:
    """Whether "Mr", and somebody's name behind it, stand at token i."""
    word = scene.word(i)
    titles = [s for s in word.senses if s.pos == "R" and s.det] if word is not None else []
    private = any(s.id in scene.function("honorifics") for s in titles)
    return private and namelike(scene, i + 1, first=True, role=True) > 1


def _hardly_third(scene: Scene, i: int) -> bool:
    """Whether a word spelled like no name begins the next phrase: / *قدماء* المجاهدين."""
    word, key = scene.word(i), scene.key(i)
    if word is None or scene.article(i) or scene.key(i - 1) in SON:
        return False
    if key in scene.lexicon.family or key in scene.lexicon.given:
        return False
    if of_compound(scene, i, first=False):
        return False  # محمد ضياء *الحق*
    if word.flags == VERB and scene.names.spelling.score(key) < 0:
        return True
    following = scene.word(i + 1)
    if following is None or not scene.article(i + 1) or scene.closed(following.key):
        return False
    if sure(scene, key):
        return False  # منظور الإسلام *خوندكار* القرار
    noun = following.key[2:] in scene.lexicon.ordinary and not following.flags & (ROLE | NISBA)
    if noun and scene.key(i - 2) not in SON and scene.key(i - 1) not in scene.function("wasta"):
        return True  # ملس زيناوي / *حجر* الأساس
    return scene.names.spelling.score(key) < _HARDLY


def _anothers(scene: Scene, i: int, j: int) -> bool:
    """Whether the word at j is the surname of somebody whom the text has named otherwise.

    Behind given names alone it is theirs: اتهم محمد علي *الحوثي*, of the same house as another.
    """
    key = fold_loose(scene.key(j))
    if scene.article(j) and all(scene.key(k) in scene.lexicon.given for k in range(i, j)):
        return False
    known = scene.discourse.known_surname(key)
    own = [fold_loose(scene.key(k)) for k in range(i, j)]  # محمد *إدريس* ديبي, إدريس ديبي's son
    return known is not None and set(fold_loose(known.name).split()).isdisjoint(own)


def _closes(scene: Scene, i: int) -> bool:
    """Whether a surname like الراوي stands at token i, and not as the second half of عبد الهادي."""
    key = scene.key(i)
    return key.endswith("ي") and scene.article(i) and scene.key(i - 1) not in SON
