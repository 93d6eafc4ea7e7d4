"""Listed names in a sentence: states, capitals, cities and the actors that the lexicon knows."""

from dataclasses import replace

from ....schema import ActorKind
from ..records.entity import Entity
from ..records.scene import Mention, Scene, mention_of
from ..records.stems import stems
from ..words.clitics import PRONOUN_FEATS
from ..words.text import fold
from ..words.word import MASDAR, Base, Listed, Sense, Word
from .accusative import adjective_not_state
from .placeslot import wants_place

_JUSSIVE = frozenset({"لم", "ولم", "فلم", "لن", "ولن"})  # before verbs alone
_DOUBLED = "\u0651"  # the shadda


def listed_at(scene: Scene, i: int, *, bare: bool = False) -> tuple[Base, Listed] | None:
    """Return the longest listed name that begins at token i, clitics aside unless `bare`."""
    word = scene.word(i)
    if word is None or not word.listed or scene.tokens[i].tanwin:
        return None  # ضابطا *ليبيًا* is Libyan
    if adjective_not_state(scene, i, word):
        return None
    best: tuple[Base, Listed] | None = None
    following = scene.key(i + 1)
    for base in word.bases[:1] if bare else word.bases:
        for listed in base.listed:
            words = listed.words
            if best is not None and len(words) <= len(best[1].words):
                break
            if len(words) == 1 or (words[1] == following and scene.goes_on(i, words)):
                if len(words) > 1 and _another(scene, i, listed):
                    continue
                if len(words) == 1 and _without_cue(scene, i, words[0]):
                    continue
                best = (base, listed)
                break
    return best


def _without_cue(scene: Scene, i: int, name: str) -> bool:
    """Whether a name that is rather another word has nothing before it that tells who is meant.

    So قصفت القاعدة, but زعيم *القاعدة*, المرتبطة *بالقاعدة*, المتحالفة مع *القاعدة*.
    """
    if name not in scene.function("names_with_cue"):
        return False
    if scene.article(i + 1) and scene.key(i + 1).endswith("ية"):
        return True  # قائد القاعدة *الجوية*
    k = i - 1 - (scene.key(i - 1) in ("مع", "الى"))
    return stems(scene.key(k)).isdisjoint(scene.function("cues_of_names"))


def _another(scene: Scene, i: int, listed: Listed) -> bool:
    """Whether what stands around shows that a name of several words is not meant."""
    return _namesake(scene, i + len(listed.words), listed) or _this_day(scene, i, listed)


def another_at(scene: Scene, i: int) -> bool:
    """Whether a listed name of several words with the article begins here: *الأمم المتحدة*."""
    listed = listed_at(scene, i, bare=True) if scene.article(i) else None
    return listed is not None and len(listed[1].words) > 1


def longer_name(scene: Scene, i: int, word: Word) -> bool:
    """Whether a name of several words begins here, and no clitic and an office: *كوالا* لمبور."""
    listed = listed_at(scene, i)
    if listed is None or listed[0].prep or len(listed[1].words) == 1:
        return False
    return all(sense.prep for sense in word.senses if sense.pos == "R")


def _namesake(scene: Scene, j: int, listed: Listed) -> bool:
    """Whether a surname behind a listed person's name makes it another's: طارق عزيز *خان*."""
    word, lexicon = scene.word(j), scene.lexicon
    if word is None or word.flags or scene.closed(word.key) or word.key in lexicon.given:
        return False
    if listed.kind != "name" or lexicon.actors[listed.ids[0]].kind != ActorKind.PERSON:
        return False
    return word.key in lexicon.family and not scene.article(j) and listed_at(scene, j) is None


def _this_day(scene: Scene, i: int, listed: Listed) -> bool:
    """Whether a name's last word tells the day behind a doer: قرار أعدته *روسيا اليوم*.

    A channel is called so where it says something, or behind a preposition or noun.
    """
    if listed.words[-1] != "اليوم":
        return False
    before = scene.word(i - 1)
    if scene.dated(i + len(listed.words)):
        return True  # أعلنت *روسيا اليوم* الثلاثاء
    if before is None or not before.verbs:
        return False
    rows = [scene.lexicon.verbs[verb.id] for verb in before.verbs]
    return not any(row.speech for row in rows)


def phrase_at(scene: Scene, i: int, pos: str) -> tuple[Sense, int] | None:
    """Return the phrase of the lexicon that begins at token i, and the token behind it.

    With the article on its first word, the others may have it too: الأمين العام.
    """
    word = scene.word(i)
    if word is None or not word.phrases:
        return None
    following = scene.key(i + 1)
    first = following[:1]
    for sense, rest, spelled in word.phrases:
        if sense.pos == pos and following in spelled[0] and _goes_on(scene, i, spelled):
            return sense, i + 1 + len(rest)
        if pos == "R" and rest[0][:1] == first and (whose := _owned_phrase(scene, i, rest)):
            return replace(sense, pronoun=whose), i + 1 + len(rest)
    return None


def _goes_on(scene: Scene, i: int, spelled: tuple[tuple[str, ...], ...]) -> bool:
    """Whether the third and further words of a phrase stand behind token i as they may."""
    for n in range(1, len(spelled)):
        if scene.key(i + 1 + n) not in spelled[n]:
            return False
    return True


def _owned_phrase(scene: Scene, i: int, rest: tuple[str, ...]) -> str:
    """Return the pronoun on the last word of a phrase: أمين سر*ها*, رئيس أركان*ه*."""
    *between, last = rest
    stem = f"{last[:-1]}ت" if last.endswith("ة") else last
    key = scene.key(i + len(rest))
    if not key.startswith(stem):
        return ""
    if any(scene.key(i + n) != part for n, part in enumerate(between, 1)):
        return ""
    return PRONOUN_FEATS.get(key[len(stem) :], "")


def nisba_at(scene: Scene, i: int, *, joined: bool = False) -> tuple[Sense, int] | None:
    """Return the nation's adjective at token i and the token behind it: الكوري *الجنوبي*.

    With `joined` it must have "and" before it, else nothing.
    """
    word = scene.word(i)
    if word is None:
        return None
    found = phrase_at(scene, i, "N") if word.phrases else None
    senses = (found,) if found is not None else ((s, i + 1) for s in word.senses if s.pos == "N")
    return next(((s, j) for s, j in senses if not s.prep and bool(s.conj) == joined), None)


def listed_mention(scene: Scene, i: int, word: Word) -> Mention | None:
    """Return the listed actor or city named at token i."""
    found = listed_at(scene, i)
    if found is None:
        return None
    base, listed = found = _of_today(scene, i, word, found)
    if base.prep and not base.conj and word.key in scene.lexicon.given:
        return None  # كلاوس
    if base.key in scene.function("powers_by_direction") and _points(scene, i, base):
        return None
    if listed.kind != "name" and (scene.key(i - 1) in _JUSSIVE or _birthplace(scene, i, base)):
        return None  # ولم / *يطأ* أرضها
    if listed.kind != "name" and len(listed.words) == 1:
        whole = [s for s in word.senses if not s.prep and s.feats[-1:] != "p"]
        if base.key != word.key:
            whole = [s for s in whole if s.pos == "V" and not s.conj]  # فاجأ is no أجا
        deeds = [s for s in whole if s.pos == "V" or (s.pos == "M" and s not in word.doubtful)]
        if deeds and not wants_place(scene, i):
            return None
    if scene.everyday(word.key) and len(listed.words) == 1 and _describes_help(scene, i):
        return None
    if len(listed.words) == 1 and _second_nation(scene, i, word):
        return None
    j = i + len(listed.words)
    if listed.kind == "city":
        entity = city(scene, listed)
    else:
        known = scene.discourse.known_surname(base.loose) if len(listed.words) == 1 else None
        entity = known or scene.discourse.listed(
            _capital_of(scene, listed)
            if listed.kind == "capital"
            else _capital_instead(scene, i, listed) or listed.ids[0]
        )
        entity.feminine = listed.kind == "capital"
        _take_gender(scene, entity, listed)
    j += entity.person and honoured_behind(scene, j)
    kind = "city" if entity.kind == ActorKind.PLACE else listed.kind
    mention = mention_of(scene, entity, i, j, base, kind)
    scene.discourse.mention(entity)
    return mention


def _birthplace(scene: Scene, i: int, base: Base) -> bool:
    """Whether it is where somebody was born: في *مسقط رأسه*, which is no Muscat."""
    return base.key == "مسقط" and scene.key(i + 1).startswith("راس")


def _points(scene: Scene, i: int, base: Base) -> bool:
    """Whether a word for the powers only tells a direction: من *الغرب*, طرابلس *الغرب*."""
    if base.prep:
        return base.prep not in ("ل", "ب")
    before = scene.word(i - 1)
    if before is None or scene.key(i - 1) in scene.function("towards_powers"):
        return False
    last = scene.mentions[-1] if scene.mentions else None
    if last is not None and last.j == i and last.entity.kind != ActorKind.PLACE:
        return False  # أوكرانيا *والغرب*, اتهم الرئيس *الغرب*
    acts = before.verbs or before.complementizer or before.flags & MASDAR
    return not acts or scene.key(i - 1) in scene.function("prepositions")


def _of_today(scene: Scene, i: int, word: Word, found: tuple[Base, Listed]) -> tuple[Base, Listed]:
    """Return the state of today behind a preposition for one that was no more: يشيد *بروسيا*.

    Not where the name has a preposition before it, or a verb whose subject it may be.
    """
    last, year = scene.function("bygone_states").get(found[0].key), scene.discourse.year
    if last is None or year is None or year <= int(last):
        return found
    before = scene.word(i - 1)
    if before is None or before.key in scene.function("prepositions"):
        return found
    if any(verb.person == "3fs" for verb in before.verbs):
        return found
    for base in word.bases:
        if base.prep and base.listed and len(base.listed[-1].words) == 1:
            return base, base.listed[-1]
    return found


def honoured_behind(scene: Scene, j: int) -> bool:
    """Whether an honour closes a name at token j: سعد زغلول *باشا*, not باشا مراكش."""
    honoured = scene.key(j) in scene.function("honours")
    return honoured and listed_at(scene, j + 1, bare=True) is None


def _second_nation(scene: Scene, i: int, word: Word) -> bool:
    """Whether it is the second nation of a meeting: قمة مصرية *سورية*, though Syria is a name."""
    before, noun = scene.word(i - 1), scene.word(i - 2)
    if before is None or noun is None:
        return False
    nations = ([s for s in w.senses if s.pos == "N" and s.feats == "fs"] for w in (before, word))
    if not all(found and not found[0].det for found in nations):
        return False
    return any(s.pos in ("M", "E") and not s.det for s in noun.senses)


def _describes_help(scene: Scene, i: int) -> bool:
    """Whether an indefinite action or thing given stands before: عون *مالي* is financial aid.

    A feminine one would have a feminine adjective: عضوية *مالي* is the state's.
    """
    before, he = scene.word(i - 1), not scene.key(i).endswith("ة")
    if before is None or (he and before.key.endswith("ة")):
        return False
    return any(s.pos in ("M", "E", "T") and not (s.det or s.pronoun) for s in before.senses)


def city(scene: Scene, listed: Listed) -> Entity:
    """Return the town of a listed name, be it a capital, as a place of its own."""
    return scene.discourse.place(" ".join(listed.words), listed.ids[0])


def _capital_of(scene: Scene, listed: Listed) -> str:
    """Return whose capital it was at the document's date: موسكو was the Soviet Union's."""
    year = scene.discourse.year
    when = scene.function("historic_capitals").get(" ".join(listed.words))
    if when is None or year is None:
        return listed.ids[0]
    state, first, last, *told = when.split()
    if told and not any(one.listed == state for one in scene.discourse.spoken_of()):
        return listed.ids[0]  # القاهرة of a text that calls its state otherwise
    return state if int(first) <= year <= int(last) else listed.ids[0]


def _capital_instead(scene: Scene, i: int, listed: Listed) -> str | None:
    """Return whose capital a state's name means: عمان is Amman where the text is about Jordan.

    A mark on it may tell (عمّان), else what the text says of the one and of the other.
    """
    known = scene.function("also_capitals").get(" ".join(listed.words))
    if known is None:
        return None
    state, *telling = known.split(" / ")
    if _DOUBLED in scene.text[scene.tokens[i].start : scene.tokens[i].end]:
        return state
    if state not in scene.discourse.capitals:
        text = fold(scene.text)
        told, against = (any(fold(w) in text for w in words.split(", ")) for words in telling)
        scene.discourse.capitals[state] = None if not (told or against) else not against
    meant = scene.discourse.capitals[state]
    if meant is None and _with_capital(scene, i):
        meant = scene.discourse.capitals[state] = True
    spoken_of = any(entity.state == state for entity in scene.discourse.spoken_of())
    return state if meant or spoken_of else None


def _with_capital(scene: Scene, i: int) -> bool:
    """Whether a capital is named with it: *دمشق* وعمان, عمان *وبغداد*."""
    for k in (i - 1, i + 1):
        joined = scene.word(max(i, k))
        beside = listed_at(scene, k) if scene.word(k) is not None else None
        if beside is None or joined is None or joined.key[:1] != "و":
            continue
        if beside[1].kind == "capital":
            return True
    return False


def _take_gender(scene: Scene, entity: Entity, listed: Listed) -> None:
    """Let a body agree as the name in use does: الحكومة السورية is feminine, النظام السوري not.

    Else it agrees as it is listed, whatever it was called before: *الإليزيه*, *قصر* الإليزيه.
    """
    if listed.kind != "name" or entity.person or entity.listed is None:
        return
    known = scene.lexicon.actors[entity.listed]
    entity.gender, entity.plural = known.gender, known.plural
    if len(listed.words) == 1:
        return
    head = listed.words[0].removeprefix("ال")
    if head in scene.function("states_words"):
        entity.gender = "f"  # الجمهورية العربية اليمنية *التي* يرأسها
    feats = next((e.feats for e in scene.lexicon.forms.get(head, ()) if e.pos == "H"), None)
    if feats is not None:
        entity.gender, entity.plural = feats[0], feats[1] == "p"


def actor_follows(scene: Scene, i: int) -> bool:
    """Whether a bare noun phrase at i names an actor: a listed name, an office or a body."""
    word = scene.word(i)
    if word is None:
        return False
    if word.pronoun is not None:
        return word.pronoun[0] == "direct"  # إياها
    listed = listed_at(scene, i, bare=True)
    if listed is not None:
        return listed[1].kind != "city"
    return any(s.pos in ("R", "H") and s.det and not (s.prep or s.conj) for s in word.senses)
