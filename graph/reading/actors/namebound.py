"""Names by their bounds: what stands between a title and where the sentence surely goes on."""

from ..page.tokens import COMMAS
from ..records.scene import Scene
from ..words.word import NISBA, ROLE, Word
from .listing import listed_at
from .nameword import hardly_verb, in_names, sure, to_listed

_LOOSE = 2.0  # spelled rather like a name, as few words of the language are
_LONGEST = 4  # words between two commas that may be a name
_OPENS = COMMAS | {"("}
_CLOSES = COMMAS | {")"}
_NO_NAME = frozenset({"E", "H", "M", "N", "R"})  # events, bodies, action nouns, nations, offices


def bounded(scene: Scene, i: int, *, told: bool, alone: bool, second: bool) -> bool:
    """Whether a word that looks like another ends a name behind a title: الوزير بيلا *كون* إن.

    Before "that" and a colon nearly every word does, if one given name stands before it (`alone`)
    and the verb of saying is not still to come (`told`); before other marks one spelled like a
    name that is the `second` word.
    """
    word, following = scene.word(i), scene.word(i + 1)
    if word is None:
        return False
    known = bool(word.flags) or word.key in scene.lexicon.ordinary
    if told and alone and second and _of_capital(scene, i):
        return True
    if told and (alone or not known) and any_name(scene, i, word):
        if told_next(scene, i + 1):
            return True
        if following is not None and told_next(scene, i + 2) and any_name(scene, i + 1, following):
            return True
    if not second or not _free(scene, i, word):
        return False
    score, family = scene.names.spelling.score(word.key), word.key in scene.lexicon.family
    if told_next(scene, i + 1):
        least = 0.0 if word.key in scene.lexicon.ordinary else -_LOOSE
        return family or score > least
    return _marked(scene, i + 1) and (family or score > _LOOSE)


def before_office(scene: Scene, i: int) -> bool:
    """Whether a comma and an office behind a word show it a name: أحمد كريم *غاي*، الأمين العام."""
    word, office = scene.word(i), scene.word(i + 2)
    if word is None or office is None or scene.key(i + 1) not in COMMAS:
        return False
    titled = any(s.pos == "R" and s.det and not s.conj + s.prep for s in office.senses)
    return titled and not scene.article(i) and any_name(scene, i, word)


def _of_capital(scene: Scene, i: int) -> bool:
    """Whether a surname is a capital's name, too, before what somebody says: كاليوبي *ريغا* إن."""
    listed = listed_at(scene, i, bare=True)
    if listed is None or listed[1].kind != "capital" or not told_next(scene, i + 1):
        return False
    token = scene.tokens[i + 1]
    return "إ" in scene.text[token.start : token.end]


def enclosed(scene: Scene, i: int, j: int) -> bool:
    """Whether nothing but a name stands between two commas: نظيره الإريتري، يماني *تخلي*، رفض.

    The name begins at token i, and what it goes on with is at token j; a title or a nation may
    stand before.
    """
    start = i - 1
    while start > i - 4 and (title := scene.word(start)) is not None:
        if not title.flags & (ROLE | NISBA):
            break
        start -= 1
    called = scene.key(start) in scene.function("called_so")
    if not called and scene.key(start) not in _OPENS:
        return False
    for k in range(j, i + _LONGEST + 1):
        word = scene.word(k)
        if word is None:
            return k > j and scene.key(k) in _CLOSES
        if not _may_be_enclosed(scene, k, word, called=called):
            return False
    return False


def _may_be_enclosed(scene: Scene, k: int, word: Word, *, called: bool) -> bool:
    """Whether the word at token k may be of a name, nearly whatever it is behind "is called"."""
    key, ordinary = word.key, scene.lexicon.ordinary
    if scene.closed(key) or word.pronoun or word.complementizer or scene.dated(k):
        return False
    if called:
        return True
    if to_listed(word):
        return in_names(scene, key)  # زيارة الرئيس، سالم الراوي / *لتايوان*،
    if any(base.conj and _names(scene, base.key, key) for base in word.bases[1:]):
        return False
    if scene.tokens[k].tanwin or scene.article(k) or (key[-1:] == "ا" and key[:-1] in ordinary):
        return False
    return not any(
        s.conj or s.prep or s.pronoun or s.pos in ("R", "H", "N", "AP", "PP") for s in word.senses
    )


def _names(scene: Scene, rest: str, key: str) -> bool:
    """Whether a word is rather "and" with another's name: أحمد دورسون *ونيكوس* بابادوبولوس."""
    score = scene.names.spelling.score
    return in_names(scene, rest) or score(rest) > max(score(key), 0)


def any_name(scene: Scene, i: int, word: Word) -> bool:
    """Whether the word can only be a name behind a given name and before "that".

    That is all but words of time and place, and what a preposition or a pronoun is joined to.
    """
    key, lexicon = word.key, scene.lexicon
    if word.pronoun or word.complementizer or len(key) < 2 or scene.dated(i):
        return False
    if scene.tokens[i].tanwin or (scene.closed(key) and key not in scene.function("wasta")):
        return False
    if key in lexicon.family or key in lexicon.given:
        return True
    if any(listed.kind != "city" for listed in scene.names.starts.get(key, ())):
        return False
    senses = [s for s in word.senses if not hardly_verb(s, key)]
    senses = [s for s in senses if s.prep or s.pronoun != "1"]  # سلام / *لمندوبنا* إن
    if any(s.pos == "V" or s.pronoun or s.conj or s.prep or s.feats.endswith("+") for s in senses):
        return False
    if any(s.pos in ("AP", "PP") and s.feats[:2] != "ms" for s in senses):
        return False  # الرئيس سامويل *قائلة* إنه
    clitics = [base for base in word.bases[1:] if base.conj or base.prep]
    if any(base.listed or base.key in lexicon.ordinary for base in clitics):
        return False
    if any(base.conj == "و" and base.key in lexicon.given for base in clitics):
        return False  # الوزيران سالم الراوي / *وكريم* الحلبي إن
    if scene.article(i):
        private = all(s.pos == "R" and not lexicon.roles[s.id].relation for s in senses)
        known = key in lexicon.ordinary or key[2:] in lexicon.ordinary
        return private and (bool(senses) or not known) and not key.endswith(("ة", "ات"))
    if any(s.pos == "R" and lexicon.roles[s.id].relation for s in senses):
        return False  # فان موك / *نائب* الحاكم
    if key.endswith("ة") and (word.flags or key in lexicon.ordinary):
        return False  # الوزير جورج *ضرورة* أن
    return not (key.endswith("ا") and key[:-1] in lexicon.ordinary)


def opens_bounded(scene: Scene, i: int) -> bool:
    """Whether a word of the language begins a name that ends before "that": *شامل* أرسانوف إن."""
    word, following = scene.word(i), scene.word(i + 1)
    if word is None or following is None or scene.article(i) or not _free(scene, i, word):
        return False
    ends = told_next(scene, i + 2) or told_next(scene, i + 3)
    known = following.key in scene.lexicon.family or sure(scene, following.key)
    return ends and known and not following.flags


def told_next(scene: Scene, i: int) -> bool:
    """Whether what somebody says begins at token i, with "that" or a colon, or behind a comma."""
    if scene.key(i) in COMMAS:
        behind = scene.word(i + 1)
        return behind is not None and behind.complementizer  # العقيد هان جي *سونغ*، إن
    word = scene.word(i)
    return scene.key(i) == ":" if word is None else word.complementizer


def _marked(scene: Scene, i: int) -> bool:
    """Whether a mark, a preposition or a verb of the present follows a name at token i."""
    word = scene.word(i)
    if word is None:
        return True
    present = bool(word.senses) and all(s.feats[:3] == "ipf" for s in word.senses)
    return present or word.key in scene.function("prepositions")


def _free(scene: Scene, i: int, word: Word) -> bool:
    """Whether nothing but a rare form or one with a clitic makes the word another than a name."""
    key = word.key
    if word.pronoun or word.complementizer or len(key) < 2:
        return False
    if any(s.pos in _NO_NAME and not hardly_verb(s, key) for s in word.senses):
        return False
    towns = all(listed.kind == "city" for listed in scene.names.starts.get(key, ()))
    if scene.closed(key) or not towns or key.startswith(("لل", "وال")):
        return False
    if scene.tokens[i].tanwin or scene.article(i):
        return False
    if any(base.conj == "و" and _names(scene, base.key, key) for base in word.bases[1:]):
        return False  # الوزيرين هبرانج / *وجويوفيتش*.
    if key.endswith("ا") and key[:-1] in scene.lexicon.ordinary:
        return False  # قال الوزير سالم *مجددا* إن
    return all(s.prep or s.conj == "ف" or hardly_verb(s, key) for s in word.senses)


def may_name(scene: Scene, i: int) -> bool:
    """Whether a word may be part of a name where a verb before and an office behind show one."""
    word = scene.word(i)
    if word is None or (scene.article(i) and not word.key.endswith("ي")):
        return False
    if in_names(scene, word.key):
        present = any(s.feats[:3] == "ipf" for s in word.verbs)
        common = any(s.pos in _NO_NAME for s in word.senses)
        return not (present or common or scene.closed(word.key))
    return _free(scene, i, word)
