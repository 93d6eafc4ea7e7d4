"""Bodies: a head noun (قوات, حزب, لجنة) and the words that make it one of its kind."""

from dataclasses import replace

from ....schema import ActorKind
from ..page.tokens import CLOSING, COMMAS, OPENING
from ..records.entity import Entity
from ..records.quotation import quoted_name_end
from ..records.scene import Fact, Mention, Scene, clean_name, mention_of
from ..words.word import MASDAR, NISBA, PARTICIPLE, ROLE, VERB, Base, Sense, Word
from .bodydeed import tells_of_deed
from .bodylisted import listed_with_nation, take_nation_outside
from .bodypart import read_part
from .both import bodies_of_both
from .listing import phrase_at
from .namedbody import BodyName
from .nameword import ORDINAL

_OWN = ("ها", "هم", "هما")
_LONGEST = 7  # words after the head
_HAVE_ORGANS = frozenset({ActorKind.ORGANIZATION, ActorKind.PARTY, ActorKind.ARMED_GROUP})
_CALLED = frozenset({ActorKind.PARTY, ActorKind.ARMED_GROUP})
_HAVE_OFFICES = frozenset({ActorKind.ORGANIZATION, ActorKind.GOVERNMENT, ActorKind.MISSION})


def body_at(scene: Scene, i: int, word: Word) -> Mention | None:
    """Return the organisation whose head noun is token i."""
    if word.key in scene.function("led_by"):
        return None
    if tells_of_deed(scene, i, word):
        return None
    if scene.key(i - 1).lstrip("وبل") in scene.function("foreign_or_home") and scene.article(i):
        return None  # السياسة *الخارجية* للنمسا
    phrase = phrase_at(scene, i, "H")
    single = next((s for s in word.senses if s.pos == "H"), None)
    sense, j = phrase if phrase is not None else (single, i + 1)
    if sense is None or sense.pronoun or sense.feats[1:2] == "d":
        return None
    if sense.prep and word.key in scene.lexicon.given:
        return None  # لال بهادور is no ل and آل
    if _in_construct(scene, i, sense):
        sense = replace(sense, det=False)
    whole = phrase is not None and scene.key(j - 1).startswith("ال")
    named = BodyName(scene.lexicon.bodies[sense.id], sense, i, j, int(whole), sense.det or whole)
    while named.j - i <= _LONGEST and named.j < len(scene.tokens):
        if not read_part(scene, named):
            break
    both = bodies_of_both(scene, i, named.j, sense)
    if both is not None:
        return both
    known = _known_by_quality(scene, named)
    if known is not None:
        scene.discourse.mention(known)
        base = Base(sense.conj, sense.prep, "", 0)
        return mention_of(scene, known, i, named.j, base, "body", sense=sense)
    _to_closing_quote(scene, named)
    take_nation_outside(scene, named)
    if not _is_name(scene, named, word):
        return _anaphor(scene, named, word)
    mention = _mention(scene, named)
    mention.j = _inside_end(scene, named, mention)
    return mention


def _in_construct(scene: Scene, i: int, sense: Sense) -> bool:
    """Whether a head with ل that begins with ل has no article: *للجنة* التحقيق, *للواء* الفتح."""
    key, following = scene.key(i), scene.word(i + 1)
    if not (sense.det and sense.prep == "ل") or following is None or following.verbs:
        return False
    if not any(e.pos == "H" and e.id == sense.id for e in scene.lexicon.forms.get(key[1:], ())):
        return False
    if not scene.article(i + 1) or ORDINAL.fullmatch(following.key):
        return False
    feminine = following.key.endswith(("ة", "ا"))
    return not following.flags & NISBA and feminine != (
        scene.lexicon.bodies[sense.id].gender == "f"
    )


def _inside_end(scene: Scene, named: BodyName, mention: Mention) -> int:
    """Read in which body an organ is: لجنة الدفاع *في مجلس النواب*; return where it ends."""
    i, j, word = named.i, named.j, scene.word(named.j)
    joined = word is not None and joined_body(word)  # لجنة الدفاع *بمجلس النواب*
    if word is None or not (joined or word.key == "في"):
        return j
    whole = scene.within(j + (not joined))
    if whole is None or whole.kind not in ("body", "name") or whole.conj or whole.entity.person:
        return j
    if not (_has_organs(scene, named, whole.entity) and whole.entity.named):
        return j
    if joined and _is_of_verb(scene, i, whole.j):
        return j
    if named.state is not None and whole.entity.state not in (named.state, None):
        return j
    if not scene.depth:
        fact = Fact(mention.entity, "part-of", whole.entity, i, whole.j, f"body:{named.sense.id}")
        scene.facts.append(fact)
    return whole.j


def joined_body(word: Word) -> bool:
    """Whether it is a head noun with ب on it: *بحزب* السنابل."""
    return any(s.pos == "H" and s.prep == "ب" and not s.conj for s in word.senses)


def _is_of_verb(scene: Scene, i: int, end: int) -> bool:
    """Whether ب is the verb's and not the body's: رحبت وزارة الدفاع *بالحكومة الجديدة*.

    With another ب behind it is the body's: رحبت وزارة الدفاع *بالحكومة الجديدة* بالقرار.
    """
    verb, after = scene.word(i - 1), scene.word(end)
    if verb is None or (after is not None and any(base.prep == "ب" for base in after.bases)):
        return False
    return any("ب" in scene.lexicon.verbs[s.id].object for s in verb.verbs)


def _has_organs(scene: Scene, named: BodyName, whole: Entity) -> bool:
    """Whether a body of this kind may be in the other: a committee in an assembly."""
    kind = whole.kind
    if named.sense.id in scene.function("organs"):
        return kind in _HAVE_OFFICES
    if named.row.kind == ActorKind.MINISTRY:
        return kind == ActorKind.GOVERNMENT
    army = kind == ActorKind.ARMED_GROUP and whole.head in scene.function("armies")
    return named.sense.id in scene.function("units") and (army or whole.listed is not None)


def _known_by_quality(scene: Scene, named: BodyName) -> Entity | None:
    """Return the body spoken of before that has only a common quality here: المنظمة *الدولية*.

    Of a movement its nation may be told as well: الحركة *الصومالية المسلحة*.
    """
    quality, national = scene.key(named.j - 1), named.state is not None and named.j == named.i + 3
    if not named.sense.det or quality not in scene.function("common_qualities"):
        return None
    known = scene.discourse.last_body(named.sense.id)
    if national and known is not None:
        return known if known.kind in _CALLED and known.state in (None, named.state) else None
    if named.named or named.j != named.i + 2:
        return None
    usual = scene.function("usual_bodies").get(f"{scene.raw(named.i, named.i + 1)} {quality}")
    return known or (scene.discourse.listed(usual) if usual is not None else None)


def _is_name(scene: Scene, named: BodyName, word: Word) -> bool:
    """Whether what was read tells the body from a common noun: لجنة *الاتصال*, الجيش *الليبي*."""
    if not (named.named or (named.described and named.definite)):
        return False
    if named.sense.id == "resistance" and named.owner is not None and not named.sense.det:
        return False  # *مقاومة* الجيش الفرنسي
    acting = word.flags & (VERB | MASDAR) and not named.sense.det and named.owner is not None
    if acting and (scene.key(named.j) in ("مع", "ضد") or scene.key(named.j).startswith("ل")):
        return False  # تحالف الحزب X مع, معارضة السويد لـ: what it does, not what it is
    if named.row.needs == "full":
        more = named.described > (named.state is not None) or _commanded(scene, named)
        return named.quoted or named.owner is not None or more
    return named.named or named.sense.det or named.described > 0


def _commanded(scene: Scene, named: BodyName) -> bool:
    """Whether it is a nation's unit whose head is told: قائد *الحامية الفرنسية*."""
    before = scene.word(named.i - 1)
    unit = named.state is not None and named.sense.id in scene.function("units")
    return unit and before is not None and bool(before.flags & ROLE)


def _mention(scene: Scene, named: BodyName) -> Mention:
    row, sense, i, j = named.row, named.sense, named.i, named.j
    owner = named.owner
    state = named.state or (owner.state if owner is not None else None)
    news = any("انباء" in scene.key(k) for k in range(i, j))
    units = sense.id in scene.function("parts_that_act") and not named.described
    if units and owner is not None and owner.kind == ActorKind.ARMED_GROUP:
        named.known, owner.feminine = owner, row.gender == "f"  # دخلت *وحدات الحرس* المدينة
    named.known = named.known or _described_so(scene, named) or listed_with_nation(scene, named)
    entity = named.known or scene.discourse.body(
        clean_name(scene, i, j, sense),
        kind=ActorKind.MEDIA if news else row.kind,
        head=sense.id,
        gender=row.gender,
        plural=row.plural,
        state=state,
    )
    if named.seat is not None and named.known is None and named.seat > i + 1:
        entity.names[clean_name(scene, i, named.seat, sense)] = None
    # Others may be called after him: جماعة أبو سياف, كتائب القسام, قوات *موالية* لحفتر.
    led = not named.described and named.sense.id in scene.function("his_own")
    if owner is not None and owner.person and led and entity.listed is None:
        scene.facts.append(Fact(owner, "leads", entity, i, j, f"body:{sense.id}"))
    organ = sense.id in scene.function("parts") and not scene.depth
    organ = organ and owner is not None and owner.head not in scene.function("ruling_heads")
    organ = organ and named.described > 0  # not مجلس / جامعة الدول العربية, the league's own
    arm = sense.id in scene.function("arms_of_bodies") and not (sense.det or scene.depth)
    organ = organ or arm
    if owner is not None and organ and owner.kind in _HAVE_ORGANS and not owner.plural:
        entity = _called_wing(scene, named) or entity
        scene.facts.append(Fact(entity, "part-of", owner, i, j, f"body:{sense.id}"))
    if named.quotation is not None:
        scene.discourse.call(entity, named.quotation)
    elif entity.listed is None and row.kind in _CALLED:
        scene.discourse.call_quoted(entity)
    scene.discourse.mention(entity)
    base = Base(sense.conj, sense.prep, "", 0)
    return mention_of(scene, entity, i, j, base, "body", sense=sense)


def _described_so(scene: Scene, named: BodyName) -> Entity | None:
    """Return the body before of which "and it is" tells what it is: «الراية»، وهي *حركة تشادية*.

    The noun alone means it from then on: *الحركة*.
    """
    last = scene.mentions[-1] if scene.mentions else None
    nobody = named.owner is None or not named.owner.named
    plain = nobody and not any(scene.article(k) for k in range(named.i, named.j))
    plain = plain and not named.quoted
    if last is None or not plain or scene.key(named.i - 1) not in ("وهو", "وهي"):
        return None
    k = named.i - 1
    k -= scene.key(k - 1) in COMMAS
    k -= scene.key(k - 1) in CLOSING
    if last.j != k or last.entity.kind not in _HAVE_ORGANS:
        return None
    scene.discourse.again(last.entity, named.row.nouns[0])
    last.entity.state = last.entity.state or named.state
    return last.entity


def _called_wing(scene: Scene, named: BodyName) -> Entity | None:
    """Return the body before, which a wing only describes: كتائب X، *الجناح العسكري* للحركة."""
    last = scene.mentions[-1] if scene.mentions else None
    if named.sense.id not in scene.function("wings") or last is None or last.kind != "body":
        return None
    apart = scene.key(named.i - 1) in COMMAS
    stands = last.j == named.i - apart and not named.sense.conj and not named.sense.prep
    return last.entity if stands and last.entity.kind in _CALLED else None


def _anaphor(scene: Scene, named: BodyName, word: Word) -> Mention | None:
    """Return the body meant by a bare head noun with the article: الوكالة, اللجنة."""
    sense, i = named.sense, named.i
    if not sense.det:
        return None
    if word.flags & PARTICIPLE and scene.mentions and scene.mentions[-1].j == i:
        return None  # الولايات المتحدة *المعارضة* لـ
    if _rather_quality(scene, i, sense):
        return None
    entity = scene.discourse.last_body(sense.id)
    part = scene.key(i - 1) in scene.function("instruments")  # مشاة *البحرية*
    if entity is None and named.row.alone and not part:
        entity = scene.discourse.countrys_own(
            clean_name(scene, i, i + 1, sense),
            kind=named.row.kind,
            head=sense.id,
            gender=named.row.gender,
            plural=named.row.plural,
        )
    if entity is None:
        return None
    if entity.head in scene.function("bodies_alike").get(sense.id, "").split():
        entity.gender = named.row.gender  # الجبهة, then *التنظيم*
    scene.discourse.mention(entity)
    base = Base(sense.conj, sense.prep, "", 0)
    return mention_of(scene, entity, i, i + 1, base, "body", sense=sense)


def _rather_quality(scene: Scene, i: int, sense: Sense) -> bool:
    """Whether it is an adjective of what stands before: حقوقها *البحرية*, الجوية *والبحرية*."""
    before = scene.word(i - 1)
    if before is None or not scene.key(i).endswith("ية"):
        return False
    joined = bool(sense.conj) and scene.article(i - 1) and before.key.endswith("ية")
    owned = before.key.endswith(_OWN) and not (before.verbs or sense.conj)
    return joined or owned


def _to_closing_quote(scene: Scene, named: BodyName) -> None:
    """Read on where the name alone is quoted: «الجبهة الشعبية لتحرير عُمان *والخليج العربي*».

    So that «جبهة تحرير كاربي» is a name though no lexicon knows it; no «قوة احتلال مقنعة» is.
    """
    opened = scene.key(named.i - 1) in OPENING + '"' and named.i > 0
    end = quoted_name_end(scene, named.i - 1) if opened else None
    if end is None:
        return
    rest = [scene.word(k) for k in range(named.j, end - 1)]
    if any(word is None or word.flags & VERB for word in rest):
        return
    proper = any(
        scene.article(k) or not (word.senses or word.key in scene.lexicon.ordinary)
        for k, word in enumerate(rest, named.j)
        if word is not None
    )
    if proper and not named.sense.det:
        named.quoted = named.definite = True
    named.j = max(named.j, end - 1)
