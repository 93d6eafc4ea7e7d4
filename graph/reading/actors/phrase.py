"""Phrases of the closed classes: which of them a word begins in its place."""

from ..page.tokens import COMMAS
from ..records.items import Item
from ..records.scene import Scene
from ..words.word import EVENT, HEAD, MASDAR, PARTICIPLE, ROLE, VERB, Word
from .listing import listed_at, nisba_at

THAT_NOT = frozenset({"الا", "بالا"})  # ألا, بألا; but also إلا
_HELD_NEAR = 9  # tokens from the verb to what is held
_SENTENCE_ENDS = frozenset({"", ".", "!", "؟", "?"})


def closed_phrase(scene: Scene, i: int, word: Word) -> Item | None:
    """Return the closed-class phrase at token i, conjunction aside."""
    following = scene.key(i + 1)
    for kind, words, value, conj, pronoun in word.closed.get(following) or word.closed[""]:
        first, j = words[0], i + len(words)
        if len(words) > 2 and not scene.goes_on(i, words):
            continue
        if kind == "approx":
            if _number(scene, j):
                return Item("quant", i, j, conj=conj, value=value, key=first)
            continue  # تدعم مصر *أكثر من* ليبيا
        if kind == "quant" and first in scene.function("numbers") and _number(scene, i - 1):
            continue  # ثمانية *آلاف* جندي
        if kind == "prep" and len(words) == 2 and _opens_town(scene, i + 1):
            continue  # على *رأس لانوف*
        free = kind == "rel" and first.endswith(("ما", "من"))
        if free and not _clause_follows(scene, i + 1, nouns=first.endswith("من")):
            continue
        if kind == "rel" and first == "ما" and _denies(scene, i):
            continue
        if kind == "rel" and first == "لما" and not _acted(scene, i - 1):
            continue  # *لما* وصلت
        if kind == "sub" and words[-1] == "ما" and _done_to_it(scene, j):
            continue  # على *ما* فعلته
        if kind == "prep" and first in scene.function("subordinators"):
            if _finite_follows(scene, i + 1):
                continue  # *حتى* شنت
        if (
            kind == "prep"
            and words[-1] == "من"
            and first in ("بكل", "لكل")
            and _finite_follows(scene, j)
        ):
            continue  # *بكل من* يعارض
        if first == "امام" and scene.text[scene.tokens[i].start + len(conj)] == "إ":
            continue  # *إمام* اليمن
        if kind == "adv" and word.flags & ROLE and _of_nation(scene, i + 1):
            continue  # طردت *دبلوماسيا* روسيا
        if kind == "adv" and word.participles and _with_deed(scene, i):
            continue  # ، *مجددا* التأكيد أن
        if first == "عبر" and _voices(scene, i):
            continue  # *عبر* الاتحاد عن غضبه
        if kind == "unreal" and (behind := scene.word(i + 1)) is not None and behind.complementizer:
            continue  # ، *متوقعة* أن تدعم مصر تونس
        if kind == "passive" and _does(scene, i):
            continue  # *تجري* بروسيا محادثات
        if kind == "prep" and pronoun:  # بموجبه
            return Item("pron", i, j, conj=conj, marker=value, value=pronoun, key=first)
        joined = kind in ("negnoun", "demo") and len(value) == 1
        marker = value if joined else ""  # *ب*عدم, *ب*هذه
        if free and value != first:
            first, marker = "ما", value  # *بما* فعلته فرنسا
        return Item(kind, i, j, conj=conj, marker=marker, value=value, pronoun=pronoun, key=first)
    return None


def _number(scene: Scene, i: int) -> bool:
    """Whether a number stands at token i, in figures or words."""
    figure = i < len(scene.tokens) and scene.tokens[i].kind == "n"
    return figure or scene.key(i).removesuffix("ة") in scene.function("numbers")


def _opens_town(scene: Scene, i: int) -> bool:
    """Whether a listed town of two words begins at token i."""
    name = listed_at(scene, i, bare=True)
    return name is not None and name[1].kind == "city" and len(name[1].words) > 1


def bare_deed(word: Word | None) -> bool:
    """Whether a word may be an action noun without a preposition or "and": دعم, التأكيد."""
    return word is not None and any(s.pos == "M" and not s.prep + s.conj for s in word.actions)


def _with_deed(scene: Scene, i: int) -> bool:
    """Whether a comma stands before token i, and a deed behind: no "again" is said so."""
    return scene.key(i - 1) in COMMAS and bare_deed(scene.word(i + 1))


def _of_nation(scene: Scene, i: int) -> bool:
    """Whether a nation's indefinite adjective in the accusative stands at token i."""
    nation = nisba_at(scene, i)
    return nation is not None and nation[0].feats == "ms+"


def _voices(scene: Scene, i: int) -> bool:
    """Whether "across" is the verb "voiced" here: it opens its clause, and "of" follows."""
    before = scene.word(i - 1)
    if before is not None and not before.complementizer:
        return False
    for k in range(i + 1, min(i + 12, len(scene.tokens))):
        if scene.key(k) == "عن" or scene.word(k) is None:
            return scene.key(k) == "عن"
    return False


def _does(scene: Scene, i: int) -> bool:
    """Whether an actor who agrees stands behind a verb that is mostly impersonal, or before it."""
    word, name = scene.word(i), listed_at(scene, i + 1)
    if word is None:
        return False
    if _holds(scene, i, word):
        return True
    if name is None:
        return _does_behind(scene, i, word) or _one_does(scene, i, word)
    if name[0].prep or name[1].kind == "city":
        return False
    gender = scene.lexicon.actors[name[1].ids[0]].gender
    capital = name[1].kind == "capital"
    person = "3fs" if capital else f"3{gender}s"
    return any(s.person == person for s in word.verbs)


def _holds(scene: Scene, i: int, word: Word) -> bool:
    """Whether what stands behind can only be held by somebody: *يجري* الوزير محادثات.

    Otherwise the verb would agree with it, or it would be no accusative: *سيجري* اتصالا.
    """
    persons = {s.person for s in word.verbs}
    for k in range(i + 1, min(i + _HELD_NEAR, len(scene.tokens)) if persons else i):
        deed = scene.word(k)
        if deed is None:
            return False
        held = next((s for s in deed.senses if s.pos in ("M", "E") and not (s.det or s.prep)), None)
        if held is not None and not deed.flags & ROLE:
            other = "3ms" in persons and held.feats[:1] == "f"
            return other or held.feats.endswith("+")
    return False


def _does_behind(scene: Scene, i: int, word: Word) -> bool:
    """Whether an actor who agrees does what stands behind: الهند *تجري* محادثات."""
    deed = scene.word(i + 1)
    if not scene.mentions or deed is None or not deed.flags & (EVENT | MASDAR):
        return False
    last = scene.mentions[-1]
    if last.j != i or last.prep or last.conj or scene.article(i + 1):
        return False
    gender = "f" if last.kind in ("capital", "city") else last.entity.gender
    return any(s.person == f"3{gender}s" for s in word.verbs)


def _one_does(scene: Scene, i: int, word: Word) -> bool:
    """Whether an office or body that agrees is the subject: *يجري* اليوم *الرئيس* محادثات."""
    k = i + 1
    while scene.dated(k) or scene.key(k) in scene.function("adverbs"):
        k += 1
    doer = scene.word(k)
    if doer is None or not doer.flags & (ROLE | HEAD) or doer.flags & (EVENT | MASDAR):
        return False
    named = (s for s in doer.senses if s.pos in ("R", "H") and not (s.prep or s.conj))
    persons = {f"3{s.feats[0]}s" for s in named}
    return any(s.person in persons for s in word.verbs)


def _clause_follows(scene: Scene, i: int, *, nouns: bool) -> bool:
    """Whether a verb stands at i: من and ما are relatives only before one.

    With `nouns`, a word that may be one is (behind من); behind ما it is a verb: ما *اذاعته*.
    """
    word = scene.word(i)
    if word is None or not word.flags & VERB:
        return False
    return not (nouns and word.flags & (ROLE | HEAD))


def _done_to_it(scene: Scene, i: int) -> bool:
    """Whether a verb with a pronoun stands at i, for which "what" stands before: ما *فعلته*."""
    word = scene.word(i)
    return word is not None and any(verb.pronoun == "ms" for verb in word.verbs)


def that_not(scene: Scene, i: int, word: Word) -> str | None:
    """Return the preposition before "that not", which may be none: *ألا* تهاجم, *بألا* تهاجم."""
    prefix = word.key[:-3]
    following = scene.word(i + 1)
    verb = following is not None and any(s.feats.startswith("ipf") for s in following.verbs)
    return prefix if verb and scene.text[scene.tokens[i].start + len(prefix)] == "أ" else None


def told_of(scene: Scene, i: int) -> bool:
    """Whether a verb of the past is at i that is no elative: هو من *قصف*, not هي من *أبرز*."""
    word = scene.word(i)
    verbs = [s for s in word.verbs if s not in word.doubtful] if word is not None else []
    return any(s.feats.startswith("pf") and not (s.conj or s.prep) for s in verbs)


def _denies(scene: Scene, i: int) -> bool:
    """Whether ما opens the sentence before a verb of the past: *ما* هاجمت فرنسا ألمانيا."""
    word = scene.word(i + 1)
    past = word is not None and any(s.pos == "V" and s.feats[:2] == "pf" for s in word.senses)
    return past and scene.key(i - 1) in _SENTENCE_ENDS


def _acted(scene: Scene, i: int) -> bool:
    """Whether "to what" may stand behind i: استنكارها *لما* قامت به, لا صحة *لما*, خلافا *لما*."""
    word = scene.word(i)
    if word is None:
        return False
    key = word.key.lstrip("وف")
    manner = len(key) > 3 and key.endswith("ا") and not word.flags & VERB
    acted = bool(word.flags & (MASDAR | EVENT | PARTICIPLE))
    return acted or manner or key in scene.function("truth")


def _finite_follows(scene: Scene, i: int) -> bool:
    """Whether a verb stands at i that is spelled like no noun."""
    word = scene.word(i)
    return word is not None and word.flags == VERB
