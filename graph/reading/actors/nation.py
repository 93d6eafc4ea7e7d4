"""States meant without their names: the Russians, the Russian side, his country, both sides."""

from ....schema import ActorKind
from ..records.entity import Entity
from ..records.quotation import quoted_name_end
from ..records.scene import Mention, Scene, clean_name, mention_of
from ..words.names import COUNTED
from ..words.word import ROLE, VERB, Base, Sense, Word, base_in
from .listing import listed_at, nisba_at
from .neighbour import neighbour_meant


def nation_at(scene: Scene, i: int, word: Word) -> Mention | None:
    """Return the state meant by its people: الروس, الليبيون."""
    for sense in word.senses:
        if sense.pos == "N" and sense.det and sense.feats.rstrip("+") in ("mp", "bp"):
            before = scene.word(i - 1)
            plural = before is not None and before.key.endswith(("ون", "ين", "ات"))
            plural = plural and listed_at(scene, i - 1) is None  # اتهمت بنين *الفرنسيين*
            last = scene.mentions[-1] if scene.mentions else None  # الفرنسيون *والإيطاليون*
            plural = plural and not (sense.conj and last and last.j == i and last.kind == "nation")
            if before is not None and plural and not before.flags & VERB and not sense.prep:
                return None  # an adjective: المسؤولين الروس
            if before is not None and before.flags & ROLE and not sense.prep + sense.conj:
                return None
            entity, j = part_of_nation(scene, i, sense) or (
                scene.discourse.listed(sense.id),
                i + 1,
            )
            scene.discourse.mention(entity)
            base = Base(sense.conj, sense.prep, "", 0)
            return mention_of(scene, entity, i, j, base, "nation", sense=sense)
        if sense.pos == "N" and not (sense.det or sense.conj or sense.prep) and _counted(scene, i):
            if sense.feats in COUNTED and not scene.everyday(word.key):
                entity = scene.discourse.listed(sense.id)
                return mention_of(scene, entity, i, i + 1, Base("", "", "", 0), "counted")
    return None


def tells_of_men(scene: Scene, i: int, word: Word) -> bool:
    """Whether a people only says of what kind the men right before are: المقاتلون *الأكراد*."""
    if not any(s.pos == "H" and s.id == "people-of" and s.det and not s.prep + s.conj
               for s in word.senses):  # fmt: skip
        return False
    before = scene.word(i - 1)
    if before is None or before.flags & VERB or listed_at(scene, i - 1) is not None:
        return False
    return scene.article(i - 1) and before.key.endswith(("ون", "ين"))


def part_of_nation(scene: Scene, i: int, first: Sense) -> tuple[Entity, int] | None:
    """Return the people of two nations at once, and where they end: القبارصة *الأتراك*."""
    second = _people_behind(scene, i)
    if second is None:
        return None
    if {scene.key(i)[-2:], scene.key(i + 1)[-2:]} == {"ون", "ين"}:
        return None  # اتهم السودانيون *الليبيين*
    name = clean_name(scene, i, second[1], first)
    return _people(scene, name, first.id), second[1]


def _people_behind(scene: Scene, i: int) -> tuple[Sense, int] | None:
    """Return the many of one nation right behind token i, and where they end."""
    nation = nisba_at(scene, i + 1)
    many = nation is not None and nation[0].det and nation[0].feats.rstrip("+") in ("mp", "bp")
    return nation if many else None


def _people(scene: Scene, name: str, state: str) -> Entity:
    return scene.discourse.body(
        name, kind=ActorKind.GROUP, head="people-of", gender="m", plural=True, state=state
    )


def faction_at(scene: Scene, i: int, word: Word) -> Mention | None:
    """Return people of one nation and mind: *الاشتراكيون الفرنسيون*, *المتشددون الصوماليون*."""
    key = word.key.lstrip("وف") if not scene.article(i) else word.key
    end = key[-2:]
    if word.senses or not key.startswith("ال") or end not in ("ون", "ين"):
        return None
    if not (key.startswith("الم") or key[-3:] in ("يون", "يين")):
        return None
    nation = _people_behind(scene, i)
    if nation is None:
        return None
    if nation[0].feats == "mp" and scene.key(nation[1] - 1)[-2:] != end:
        return None  # انتقد الاشتراكيون *الألمانيين*
    conj = word.key[: len(word.key) - len(key)]
    base = Base(conj, "", "", len(conj))
    name = " ".join(scene.raw(i, nation[1], scene.tokens[i].start + len(conj)).split())
    group = _people(scene, name, nation[0].id)
    scene.discourse.mention(group)
    return mention_of(scene, group, i, nation[1], base, "body")


def _counted(scene: Scene, i: int) -> bool:
    """Whether a number stands before, so that the nisba is a noun: 12 *فلسطينيا*."""
    before, numbers = scene.key(i - 1), scene.function("numbers")
    tens = before[1:] in numbers and before[0] == "و"  # أربعة *وعشرين*
    return before.isdecimal() or tens or before.removesuffix("ة") in numbers


def paired(scene: Scene, i: int, word: Word) -> Mention | None:
    """Return the two of "the Syrian and Lebanese governments": الحكومتان *السورية واللبنانية*."""
    base = base_in(word, scene.names.of_two)
    first = nisba_at(scene, i + 1) if base is not None else None
    second = nisba_at(scene, first[1], joined=True) if first is not None else None
    if base is None or first is None or second is None or not (first[0].det and second[0].det):
        return None
    states = [scene.discourse.listed(sense.id) for sense, _ in (first, second)]
    for state in states:
        scene.discourse.mention(state)
    mention = mention_of(scene, states[0], i, second[1], base, "sides")
    mention.other = states[1]
    return mention


def add_second_nation(scene: Scene, mention: Mention) -> None:
    """Add the second state of "the American *and British* forces", "aircraft"."""
    if mention.other is not None or not (mention.entity.plural or mention.kind == "instrument"):
        return
    second = nisba_at(scene, mention.j, joined=True)
    first = nisba_at(scene, mention.j - 1)
    if first is None or second is None or second[0].feats != first[0].feats:
        return
    if second[0].det and scene.key(second[1]) not in scene.lexicon.given:
        mention.other = scene.discourse.listed(second[0].id)
        mention.j = second[1]


def behind_nisba(scene: Scene, i: int, word: Word) -> Mention | None:
    """Return the state behind "the Russian side", "the Israeli aircraft", "his country"."""
    accusative = any(s.feats.endswith("+") for s in word.senses)  # أن *جنودا كوبيين* هاجموا
    for base in word.bases:
        if base.key in scene.function("own_country"):
            gender = {"ه": "m", "ا": "f"}.get(base.key[-1], "x")
            state = scene.discourse.home(gender)
            return None if state is None else mention_of(scene, state, i, i + 1, base, "country")
        if base.key in scene.function("neighbours"):
            if listed_at(scene, i + 1, bare=True) is not None:
                return None  # جارتها *سورية*
            other = neighbour_meant(scene, base.key)
            return mention_of(scene, other, i, i + 1, base, "nation") if other else None
        kind = (
            "nation"
            if base.key in scene.function("sides")
            else "instrument"
            if base.key in scene.function("instruments")
            or (accusative and base.key[:-1] in scene.function("instruments"))
            or (base.key in scene.function("counted_men") and _counted(scene, i))
            else None
        )
        if kind is None:
            continue
        made = scene.tokens[i + 1 : i + 2] if kind == "instrument" else []
        made_in = quoted_name_end(scene, i + 1) if made and made[0].kind == "q" else None
        start = j = made_in or i + 1  # طائرة *«ميغ»* سورية
        while j < start + 2:
            following = scene.word(j)
            if following is None:
                break
            nisba = nisba_at(scene, j)
            owner = listed_at(scene, j, bare=True) if kind == "instrument" else None
            if owner is not None and owner[1].kind == "name" and j == i + 1:
                entity = scene.discourse.listed(owner[1].ids[0])
                if entity.kind == ActorKind.STATE:
                    scene.discourse.mention(entity)
                    return mention_of(scene, entity, i, j + len(owner[1].words), base, kind)
            if nisba is not None and base.key.endswith("ة") and nisba[0].feats == "ms":
                break  # برئاسة / الجراح الأردني
            if nisba is not None:
                entity = scene.discourse.listed(nisba[0].id)
                scene.discourse.mention(entity)
                return mention_of(scene, entity, i, nisba[1], base, kind)
            quality = following.key in scene.function("instrument_qualities")
            if not scene.article(j) and not (quality and kind == "instrument"):
                break
            j += 1
    return None


def troops_of(scene: Scene, body: Mention) -> Mention | None:
    """Return the state whose troops act, called after its name alone: *قوات كوريا الشمالية*."""
    i, word = body.i, scene.word(body.i)
    troops, owner = scene.function("troops"), listed_at(scene, body.i + 1, bare=True)
    base = base_in(word, troops) if word is not None else None
    if base is None or owner is None or owner[1].kind != "name":
        return None
    if body.j != i + 1 + len(owner[1].words):
        return None
    state = scene.discourse.listed(owner[1].ids[0])
    if state.kind != ActorKind.STATE:
        return None
    scene.discourse.mention(state)
    return mention_of(scene, state, i, body.j, base, "instrument")
