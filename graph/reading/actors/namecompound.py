"""Names of several words: *ضياء الحق*, لي كوان *يو*, *أو* ثانت, لوي دو *بوا*."""

from ..records.scene import Scene
from ..words.spelling import SURE
from ..words.word import HEAD, ROLE, Word
from .nameword import sure


def behind_particle(scene: Scene, key: str) -> bool:
    """Whether a word may stand behind the particle of a name: لوي دو *بوا*."""
    lexicon = scene.lexicon
    return not (scene.closed(key) or key.startswith("ال") or key in lexicon.ordinary)


def middle(scene: Scene, i: int, word: Word) -> bool:
    """Whether a word stands between a given name and a surname: موسى *كوني* تراوري."""
    following = scene.word(i + 1)
    if word.flags or following is None or following.flags or scene.closed(word.key):
        return False
    lexicon, surname = scene.lexicon, following.key
    if word.key[0] == "و" and word.key[1:] in lexicon.given:
        return False  # حسين آيت أحمد / *ومحمد* خيضر
    given = scene.key(i - 1) in lexicon.given and surname not in lexicon.given
    family = surname in lexicon.family or sure(scene, surname)  # لال *رام* ثانغا
    family = family and surname not in scene.names.starts and surname not in lexicon.ordinary
    return given and family and scene.names.spelling.score(word.key) > SURE


def syllable(scene: Scene, i: int) -> bool:
    """Whether a short word ends a name of the Far East: لي كوان *يو*."""
    if scene.key(i) not in scene.function("name_syllables"):
        return False
    following = scene.word(i + 1)
    goes_on = following is not None and not following.complementizer
    if scene.key(i) in scene.function("is") and goes_on:
        return False  # الرئيس يون مين / *هو* الذي, but يون مين *هو*، الذي and *هو* إن
    before = scene.key(i - 1)
    if before[:1] == "و" and before[1:] in scene.function("name_openings"):
        before = before[1:]  # كينجي هاماساكي *ولي دونغ* هيوك
    third = scene.key(i + 1) in scene.function("name_syllables") or sure(scene, scene.key(i + 1))
    if before in scene.function("name_openings") and third:
        return True  # يو *ثان* ماونغ, لي *دونغ* هيوك
    if before in scene.function("name_syllables"):
        first = scene.key(i - 2)
        known = first in scene.lexicon.family and first not in scene.names.starts
        if known or sure(scene, first) or first in scene.function("name_openings"):
            return True  # تسيانغ تنغ *فو*, باك جون *هاي*, يون مين *هو*
    return sure(scene, before) or (
        before in scene.lexicon.family and before not in scene.names.starts
    )


def of_compound(scene: Scene, i: int, *, first: bool) -> bool:
    """Whether two words are one name: *ضياء الحق*, *قلب الدين* حكمتيار."""
    k = i if first else i - 1
    if not first and (of_god(scene, k) or of_god(scene, i)):
        return True
    one, two = scene.key(k), scene.key(k + 1)
    if two in scene.function("faith_names") and (
        one in scene.lexicon.given or sure(scene, scene.key(k + 2))
    ):
        return True  # *شفيق الإسلام* خان, *منظور الإسلام* خوندكار
    return two in scene.function("compound_seconds") and one in scene.function("compound_firsts")


def of_god(scene: Scene, k: int) -> bool:
    """Whether God's name is the second half of one that begins at token k: محمد صالح *نقد الله*."""
    if scene.key(k + 1) != "الله":
        return False
    word = scene.word(k)
    if word is None or scene.closed(word.key) or scene.article(k):
        return False
    if word.flags & (ROLE | HEAD):
        return False  # حزب الله
    return not any(sense.conj or sense.prep or sense.pronoun for sense in word.senses)


def opens_foreign(scene: Scene, i: int, word: Word) -> bool:
    """Whether a word of the language opens a foreign name: *أو* ثانت, *جورجي* ديميتروف."""
    following = scene.key(i + 1)
    known = following in scene.lexicon.given or following in scene.lexicon.family
    known = known or following == "عبد"  # *سي* عبد القادر
    if word.key in scene.function("name_openings"):
        if word.key in scene.function("is") and following in scene.lexicon.given:
            return False  # *هو* سالم الراوي, but *هو* يو تشنغ
        third = following in scene.function("name_syllables") and sure(scene, scene.key(i + 2))
        return known or third or scene.names.spelling.score(following) > SURE
    nisba = any(s.pos == "N" and s.feats in ("ms", "bp+") and not s.det for s in word.senses)
    return nisba and sure(scene, following) and following not in scene.names.starts
