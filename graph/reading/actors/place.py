"""Towns, regions and provinces behind a common noun: بلدة *الريحانية*, محافظة *صعدة*."""

from ....schema import ActorKind
from ..dates.calendar import date_table
from ..page.tokens import OPENING
from ..records.entity import Entity
from ..records.quotation import quoted_name_end
from ..records.scene import Mention, Scene, letters_in, mention_of
from ..words.spelling import SURE
from ..words.word import VERB, Base, Listed, Word
from .listing import listed_at
from .nameword import looks_foreign, may_end

_MASCULINE = frozenset({"ميناء", "شريط", "اقليم", "وادي", "جبل", "مضيق", "مخيم", "معبر"})
_BOYCOTT = "مقاطعة"
_REGION = "اقليم"
_PARTS = frozenset({"شمال", "جنوب", "شرق", "غرب", "وسط"})  # of a land, as provinces are called
_WORD_ENDS = ("ة", "ات", "ين", "ون", "ا", "ي", "ه")  # hardly of a foreign name
_OF = frozenset({"دي", "ديل", "دو", "دا"})


def province_at(scene: Scene, i: int) -> Mention | None:
    """Return the province called by a part of a land at token i: والي *شمال كردفان*."""
    listed = listed_at(scene, i + 1, bare=True) if scene.key(i) in _PARTS else None
    end = i + 1 + len(listed[1].words) if listed is not None else None
    if end is None and scene.key(i) in _PARTS:
        end = _name_end(scene, i + 1)
    if end is None:
        return None
    place = scene.discourse.place(scene.raw(i, end), None)
    return mention_of(scene, place, i, end, Base("", "", "", 0), "city")


def place_at(scene: Scene, i: int, word: Word) -> Mention | None:
    """Return the town, island or region that a common noun introduces: بلدة *الريحانية*."""
    for base in word.bases:
        state_word = base.key in scene.function("states_words") and not base.key.startswith("ال")
        site = base.key in scene.function("sites")
        if base.key not in scene.function("place_heads") and not (state_word or site):
            continue
        if base.key == "راس" and scene.key(i - 1).endswith("مسقط"):
            return None  # في مسقط *رأس* والده
        if (state := _region_of_its_own(scene, i, base)) is not None:
            return state
        part = base.key in scene.function("provinces") and scene.key(i + 1) in _PARTS
        listed = listed_at(scene, i + 1 + part, bare=True)
        if listed is not None and site and listed[1].kind == "name":
            return None  # مصفاة فرنسا, حاجز الجيش
        if base.key == _BOYCOTT and _boycotted(scene, i, listed):
            return None
        if listed is not None:
            j = i + 1 + part + len(listed[1].words)
            owner = scene.discourse.listed(listed[1].ids[0])
            state = owner.listed if owner.kind == ActorKind.STATE else owner.state
        else:
            end = _name_end(scene, i + 1 + part)
            plain = scene.key(i + 1).removeprefix("ال") in scene.lexicon.ordinary
            plain = plain and not _market_day(scene, i + 1)
            if end is None or (site and plain and end == i + 2):  # مصنع *السيارات*
                return None
            j, state = end, None
        if scene.key(j) in scene.function("place_ranks"):
            j += 1
        if state_word and listed is not None and listed[1].kind == "city":
            state = None  # جمهورية *مهاباد*, that was one of its own
        elif state_word and listed is not None:
            return _republic(scene, i, j, base, listed[1])
        mention = mention_of(
            scene, Entity(ActorKind.PLACE, ""), i, j, base, "name" if state_word else "city"
        )
        mention.entity = scene.discourse.place(
            " ".join(scene.raw(i, j, mention.start).split()),
            state,
            kind=ActorKind.STATE if state_word else ActorKind.PLACE,
            gender="m" if base.key in _MASCULINE else "f",
        )
        scene.discourse.call(mention.entity, scene.raw(i + 1, j))
        if base.key in scene.function("place_nouns"):
            scene.discourse.again(mention.entity, base.key)
        scene.discourse.mention(mention.entity)
        return mention
    return None


def _boycotted(scene: Scene, i: int, listed: tuple[Base, Listed] | None) -> bool:
    """Whether it is no province, but a boycott: *مقاطعة* ألمانيا, *مقاطعة* البضائع الألمانية."""
    if listed is not None:
        state = scene.discourse.listed(listed[1].ids[0]).kind == ActorKind.STATE
        return state and listed[1].kind == "name"
    return scene.key(i + 1).removeprefix("ال") in scene.function("coming_from")


def _region_of_its_own(scene: Scene, i: int, base: Base) -> Mention | None:
    """Return the state that is called a region, too: *إقليم كوسوفو*, إقليم *«أرض الصومال»*."""
    if base.key != _REGION:
        return None
    quoted = i + 1 < len(scene.tokens) and scene.tokens[i + 1].key in OPENING
    listed = listed_at(scene, i + 1 + quoted, bare=True)
    if listed is None or listed[1].kind != "name":
        return None
    entity = scene.discourse.listed(listed[1].ids[0])
    if entity.kind != ActorKind.STATE:
        return None
    scene.discourse.mention(entity)
    j = i + 1 + quoted + len(listed[1].words)
    return mention_of(scene, entity, i, j + quoted, base, "name")


def _name_end(scene: Scene, i: int) -> int | None:
    """Return the token behind the unlisted name at token i, if one can stand there."""
    if i < len(scene.tokens) and scene.tokens[i].key in OPENING:
        return quoted_name_end(scene, i)  # مصنع *«الشفاء»*
    if of_two_words(scene, i):
        of = scene.key(i + 2) in _OF and looks_foreign(scene, scene.key(i + 3))
        return i + 4 if of else i + 2  # سانتا روزا دي كوبان
    if _market_day(scene, i):
        return i + 1
    first, following = scene.word(i), scene.word(i + 1)
    homograph = first is not None and _homograph(scene, first.key)
    if homograph and not scene.article(i) and may_end(scene, i + 1):
        return i + 1  # بلدة *عدوة*
    if first is None or first.flags or first.pronoun or scene.closed(first.key):
        return None
    if first.key in scene.lexicon.ordinary or len(first.key) < 3:
        return None
    if any(there.prep and there.listed for there in first.bases):
        return None  # أي دولة / بتايوان
    j = i + 1 + (following is not None and second_word(scene, i + 1, following))
    of = scene.key(j) in _OF and looks_foreign(scene, scene.key(j + 1))
    return j + 2 if of else j  # بويرتو دي سانتوس


def _market_day(scene: Scene, i: int) -> bool:
    """Whether a market or quarter has its name from a day of the week: سوق *الخميس*."""
    return scene.key(i) in date_table().weekdays


def _homograph(scene: Scene, key: str) -> bool:
    """Whether a town is called so, and something else: بلدة *عدوة*, in old prints *عدوه*."""
    cities = scene.lexicon.homograph_cities
    return key in cities or (key.endswith("ه") and f"{key[:-1]}ة" in cities)


def second_word(scene: Scene, i: int, word: Word) -> bool:
    """Whether a word goes on with a town's name: عيل *بور*, معطن *السارة*."""
    lexicon, key = scene.lexicon, word.key
    if word.flags or word.pronoun or scene.closed(key) or key in lexicon.ordinary:
        return False
    if scene.article(i):
        adjective = key.endswith(("ية", "ي")) or key.startswith("الم")  # كلار *الحدودية*
        return not (adjective or key[2:] in lexicon.ordinary or word.listed)
    if key in lexicon.family and key not in lexicon.given:
        return True
    first, second = scene.names.spelling.score(scene.key(i - 1)), scene.names.spelling.score(key)
    if key[0] == "و" and key[1:2] != "و" and scene.names.spelling.score(key[1:]) > 0:
        return False  # من كاونا *وباموتسو*
    foreign = second > SURE or (min(first, second) > 0 and first + second > SURE)
    word_like = key.endswith(_WORD_ENDS) or scene.tokens[i].tanwin
    foreign = foreign or (first > SURE and second > -SURE and not word_like)  # كازومبو *لاغارو*
    return foreign and listed_at(scene, i) is None and may_end(scene, i + 1)


def of_two_words(scene: Scene, i: int) -> bool:
    """Whether a town's name of two words stands at token i: بلدة *كفر رمان*, محلية *أم دخن*."""
    second = scene.word(i + 1)
    if second is None or scene.key(i) not in scene.function("town_openings"):
        return False
    return not (second.flags & VERB or second.pronoun or scene.closed(second.key))


def _republic(scene: Scene, i: int, j: int, base: Base, listed: Listed) -> Mention | None:
    """Return the state that "the republic of" stands before: *جمهورية* إندونيسيا."""
    entity = scene.discourse.listed(listed.ids[0])
    while scene.key(j) in scene.function("republics"):
        j += 1  # جمهورية باكستان *الإسلامية*
    following = scene.word(j)
    if listed.kind != "name" or entity.kind != ActorKind.STATE or scene.article(j):
        return None
    if following is not None and any(s.pos == "N" for s in following.senses):
        return None
    scene.discourse.mention(entity)
    return mention_of(scene, entity, i, j, base, "name")


def unlisted_place(scene: Scene, i: int, j: int, kind: ActorKind, cut: int = 0) -> Entity:
    """Return the state or town that the text names at tokens i to j, which no lexicon lists."""
    start = letters_in(scene.text, scene.tokens[i].start, cut)
    name = " ".join(scene.raw(i, j, start).split())
    entity = scene.discourse.place(name, kind=kind)
    scene.discourse.call(entity, name)
    scene.discourse.mention(entity)
    return entity
