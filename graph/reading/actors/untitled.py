"""Persons named without a title: by nation and name, by name alone, or by surname."""

from ..records.entity import Entity
from ..records.scene import Mention, Scene, letters_in, mention_of
from ..words.names import PARTICLES, SON
from ..words.spelling import SURE
from ..words.text import fold_loose
from ..words.word import EVENT, HEAD, VERB, Base, Word
from .listing import listed_at
from .namedbyoffice import APART
from .namepart import namelike
from .nameword import his_own, looks_foreign, may_end, sure
from .personname import initial_at, name_at
from .woman import is_woman

_SONS = SON - {"ولد", "ود"}
_LONGEST = 4  # words of a name that is told again
_OF_PLACES = frozenset({"attacked", "seized", "visited", "withdrew-from", "deployed-to",
                        "intervened-in"})  # fmt: skip


def national(scene: Scene, i: int, word: Word) -> Mention | None:
    """Return a person called by nation and name: *النرويجي تروند* إسبيلاند."""
    sense = next((s for s in word.senses if s.pos == "N" and s.det), None)
    if sense is None or sense.feats[1:2] != "s" or scene.word(i + 1) is None:
        return None
    behind_name = scene.mentions and scene.mentions[-1].j == i
    if not behind_name and scene.key(i - 1).startswith("ال"):
        return None  # an adjective: الرئيس النرويجي
    if namelike(scene, i + 1, first=True, role=False) < 2:
        return None
    name = name_at(scene, i + 1, role=True)
    if name is None or name[1] - i < 3:
        return None
    gender = sense.feats[:1]
    entity = scene.discourse.person(name[0], state=sense.id, role=None, gender=gender)
    base = Base(sense.conj, sense.prep, "", 0)
    mention = mention_of(scene, entity, i, name[1], base, "name", sense=sense)
    scene.discourse.mention(entity)
    return mention


def person_alone(scene: Scene, i: int, word: Word) -> Mention | None:
    """Return a person named without a title: a given name and what goes on with it."""
    for base in word.bases:
        short = len(base.key) < 4 and not (_servant(scene, i, base) or _second(scene, i, base))
        short = short and not _with_surname(scene, i, base, word)
        if base.conj + base.prep and short:
            continue
        if not base.cut and word.key[0] == "و" and _goes_on(scene, i, word.key):
            continue  # سمير جعجع *وايلي* حبيقة
        leads = (
            base.key in scene.lexicon.given
            or (initial_at(scene, i) and not base.cut)
            or (base.key in PARTICLES and looks_foreign(scene, scene.key(i + 1)))
            or _fathers_son(scene, i, base)
            or _compound(scene, i, base)
            or (not _given_behind_clitic(scene, word) and _foreign_pair(scene, i, base, word))
        )
        verbal = any(sense.pos in ("V", "M", "E") for sense in word.senses)
        if not leads or (base.prep and word.senses) or (base.conj and verbal):
            continue
        led = _led_by(scene, i)
        deed = word.flags & VERB and not (base.conj or led)
        if deed and scene.key(i + 1) not in scene.lexicon.family:
            continue
        name = name_at(scene, i, role=led, base=base)
        if name is not None and name[1] - i < 2 and _foreign_surname(scene, i + 1):
            name = (
                scene.raw(i, i + 2, letters_in(scene.text, scene.tokens[i].start, base.cut)),
                i + 2,
            )
        if name is None or name[1] - i < 2:
            continue
        gender = "f" if is_woman(scene, i, base.key) else "m"
        entity = scene.discourse.person(name[0], state=None, role=None, gender=gender)
        mention = mention_of(scene, entity, i, name[1], base, "name")
        scene.discourse.mention(entity)
        return mention
    return None


def _goes_on(scene: Scene, i: int, key: str) -> bool:
    """Whether a word that opens with و is joined to who stands before: سالم، رئيس مصر، *وجوان*."""
    given = scene.lexicon.given
    end = scene.mentions[-1].j if scene.mentions else -1
    if end == i and (key[1:] in given or key[1:] in scene.lexicon.either):
        return True
    apart = end == i - 1 and scene.key(end) in APART and scene.mentions[-1].entity.person
    return apart and key not in given


def _given_behind_clitic(scene: Scene, word: Word) -> bool:
    """Whether the word is a preposition and a given name: ل*كارلوس* ميرا."""
    given = scene.lexicon.given
    return word.key not in given and any(base.prep and base.key in given for base in word.bases)


def _fathers_son(scene: Scene, i: int, base: Base) -> bool:
    """Whether a name begins with "father of" or "son of", and not with "his cousin"."""
    if base.key not in _SONS or scene.text[scene.tokens[i].start] == "آ":
        return False  # *آبي* يزور تونس
    following = scene.key(i + 1)
    if following and scene.closed(following):
        return False
    if base.prep and (following in scene.lexicon.ordinary or scene.article(i + 1)):
        return False  # بابن *الرئيس*
    return following not in scene.function("kin")


def _servant(scene: Scene, i: int, base: Base) -> bool:
    """Whether "servant of" begins a given name of two words: سالم الراوي *وعبد الرحمن* الحلبي."""
    return base.key == "عبد" and scene.article(i + 1)


def _second(scene: Scene, i: int, base: Base) -> bool:
    """Whether "and" joins a short given name to a person: سالم الراوي *وعمر* الحلبي."""
    before = scene.mentions[-1] if scene.mentions else None
    if before is None or before.j != i or not before.entity.person or base.prep:
        return False
    return base.key in scene.lexicon.given and _surname_at(scene, i + 1)


def _with_surname(scene: Scene, i: int, base: Base, word: Word) -> bool:
    """Whether a short given name behind a preposition has a surname: ندد *بحسن الراوي*."""
    if not base.prep or base.key not in scene.lexicon.given or word.key in scene.lexicon.ordinary:
        return False
    return _surname_at(scene, i + 1)


def _surname_at(scene: Scene, i: int) -> bool:
    """Whether a surname stands at token i, known or foreign: حسن *الراوي*, جون *نديتو*."""
    if namelike(scene, i, first=False, role=False) > 1:
        return True
    return scene.word(i) is not None and looks_foreign(scene, scene.key(i))


def _compound(scene: Scene, i: int, base: Base) -> bool:
    """Whether two words that are one given name have a surname behind: *فضل الله* زاهدي."""
    if base.key not in scene.function("compound_firsts"):
        return False
    compound = scene.key(i + 1) in scene.function("compound_seconds")
    return compound and namelike(scene, i + 2, first=False, role=False) > 1


def told_of(scene: Scene, i: int, word: Word) -> Mention | None:
    """Return the person whom unknown words name right behind a verb: قال *يانوش كادار* إن.

    What is struck or seized so is rather a town. "Led by" goes before a name as a verb does.
    """
    verb, lexicon = scene.word(i - 1), scene.lexicon
    everyday = word.key in lexicon.ordinary and word.key not in lexicon.either
    if verb is None or everyday or scene.article(i):
        return None
    led = _led_by(scene, i) or _behind_nation(scene, i)
    if not (verb.verbs or led):
        return None
    rows = [lexicon.verbs[sense.id] for sense in verb.verbs]
    placed = any(row.relation in _OF_PLACES and "direct" in row.object for row in rows)
    name = name_at(scene, i, role=True, told=True) if not placed else None
    if name is None or not (i + 2 <= name[1] <= i + 3 and _next_part(scene, name[1])):
        return None
    if not _sounds(scene, i, name[1], certain=led):
        return None
    entity = scene.discourse.person(name[0], state=None, role=None)
    scene.discourse.mention(entity)
    return mention_of(scene, entity, i, name[1], word.bases[0], "name")


def acts_alone(scene: Scene, i: int, word: Word) -> Mention | None:
    """Return the person whom one unknown word names before his verb: *كانتافو* ينتقد فرنسا.

    It opens the sentence or what "and" joins. Towns are feminine, as he is not.
    """
    following, lexicon = scene.word(i + 1), scene.lexicon
    if scene.depth or word.senses or following is None or not following.verbs:
        return None
    if not any(s.feats[:3] == "ipf" and s.person == "3ms" and not s.conj for s in following.verbs):
        return None
    if scene.closed(word.key):
        return None
    for base in sorted(word.bases, key=lambda base: base.conj != "و"):
        opens = base.conj == "و" or (not base.conj and (i == 0 or scene.word(i - 1) is None))
        key = base.key
        if base.prep or not opens or len(key) < 4 or key.startswith("ال"):
            continue
        if key in lexicon.family or (key not in lexicon.ordinary and sure(scene, key)):
            name = scene.raw(i, i + 1, letters_in(scene.text, scene.tokens[i].start, base.cut))
            entity = scene.discourse.person(name, state=None, role=None)
            scene.discourse.mention(entity)
            return mention_of(scene, entity, i, i + 1, base, "surname")
    return None


def _led_by(scene: Scene, i: int) -> bool:
    """Whether what stands before makes a name likely: *بقيادة* سالم دقلة, *يقودها* سالم دقلة."""
    before = scene.word(i - 1)
    if before is None or before.key in scene.function("led_by"):
        return before is not None
    return any(s.pronoun and scene.lexicon.verbs[s.id].relation == "leads" for s in before.verbs)


def _behind_nation(scene: Scene, i: int) -> bool:
    """Whether a nation and what somebody is stand before: الممرضة *الإيطالية* مونيكا باستوري."""
    nation, noun = scene.word(i - 1), scene.word(i - 2)
    if nation is None or noun is None or not (scene.article(i - 1) and scene.article(i - 2)):
        return False
    if noun.flags & (HEAD | EVENT) or (scene.mentions and scene.mentions[-1].j == i):
        return False
    return any(s.pos == "N" and s.det and s.feats[1:2] == "s" for s in nation.senses)


def _sounds(scene: Scene, i: int, j: int, *, certain: bool) -> bool:
    """Whether words that may be a name without a title are spelled like one, taken together.

    `certain`: only a name can stand there.
    """
    lexicon, score = scene.lexicon, scene.names.spelling.score
    total = 0.0
    certain = certain or scene.key(i) in lexicon.given
    for k in range(i, j):
        key = scene.key(k)
        known = key in lexicon.given or key in lexicon.family or key in lexicon.either
        byname = k > i and scene.article(k) and key.endswith("ي")
        if key in lexicon.ordinary and not known:
            return False
        if not (known or byname or namelike(scene, k, first=k == i, role=certain)):
            return False
        sounded = key if scene.article(k) else key.removeprefix("ال")  # ألدن
        total += SURE if known or byname else score(sounded)
    return total > 0


def _next_part(scene: Scene, i: int) -> bool:
    """Whether the next part of the sentence begins at token i, behind a finished name."""
    if may_end(scene, i) or listed_at(scene, i) is not None:
        return True
    word = scene.word(i)
    return word is not None and any(s.pos in "RH" and s.det for s in word.senses)


def _foreign_surname(scene: Scene, i: int) -> bool:
    """Whether a word with a look of the language ends a name: جونيوس *جايوردين* / في."""
    word = scene.word(i)
    unknown = word is not None and not word.flags and word.key not in scene.lexicon.ordinary
    sounds = unknown and scene.names.spelling.score(scene.key(i)) > 0
    return sounds and namelike(scene, i, first=False, role=True) > 0 and _next_part(scene, i + 1)


def _foreign_pair(scene: Scene, i: int, base: Base, word: Word) -> bool:
    """Whether two unknown words in a row are spelled like names, where no town would stand."""
    if word.flags or scene.depth or scene.key(i - 1) in scene.function("before_places"):
        return False
    if base.key in scene.lexicon.ordinary or his_own(scene, base.key):
        return False
    following = scene.word(i + 1)
    if following is not None and following.key[0] == "و" and not following.key.startswith("وو"):
        if scene.names.spelling.score(following.key[1:]) > SURE:
            return False  # من كاونا *وباموتسو*
    return (
        following is not None
        and scene.names.spelled_like_one(base.key)
        and scene.names.spelling.score(following.key) > 0
        and namelike(scene, i + 1, first=False, role=False) > 0
    )


def surname_alone(scene: Scene, i: int, word: Word) -> Mention | None:
    """Return a person known in the document, or alone in the lexicon, by this surname."""
    for base in word.bases:
        key = base.loose
        again = _named_again(scene, i, base) if key in scene.discourse.heard else None
        if again is not None:
            scene.discourse.mention(again[0])
            return mention_of(scene, again[0], i, again[1], base, "name")
        if len(key) < 3 or (word.senses and base.conj + base.prep):
            continue
        entity = scene.discourse.known_surname(key)
        if entity is None and not word.senses and key in scene.names.surnames:
            entity = scene.discourse.listed(scene.names.surnames[key])
        if entity is None or (word.flags & VERB and not key.startswith("ال")):
            continue
        scene.discourse.mention(entity)
        return mention_of(scene, entity, i, i + 1, base, "surname")
    return None


def _named_again(scene: Scene, i: int, base: Base) -> tuple[Entity, int] | None:
    """Return the person whose whole name stands at token i once more, and the token behind it."""
    for j in range(min(i + _LONGEST, len(scene.tokens)), i + 1, -1):
        rest = (fold_loose(scene.key(k)) for k in range(i + 1, j))
        entity = scene.discourse.named(" ".join((base.loose, *rest)))
        if entity is not None and entity.person:
            return entity, j
    return None
