"""Descriptors: whom an office without a name means, and of whom it is said."""

from ....schema import ActorKind
from ..page.tokens import COMMAS
from ..records.entity import Entity, agrees
from ..records.scene import Mention, Scene, clean_name, mention_of
from ..words.word import Base
from .appointment import appointing_before, holder, take_giver
from .aside import tells
from .heis import told_to_be
from .nameword import verb_at
from .tenure import note_tenure
from .title import Office, bestowed, counted_from

_OFFICIAL = frozenset({"official", "source", "diplomat", "officials", "leader", "politician"})
_IS_NOT = frozenset({"ليس", "ليست", "وليس", "وليست"})
_UNTIL = frozenset({"حتى", "في", "منذ", "الى"})
_LONGEST_DATE = 7  # words between "was" and an office
_LONGEST_FIRST = 7  # words of what is told of somebody before "and"
_TOLD_OF = frozenset({"member", "adviser", "president", "minister", "deputy", "official"})
_HE_IS = {"هو": ("m", "s"), "هي": ("f", "s")}
_THAT_HE = {"انه": ("m", "s"), "انها": ("f", "s")}
_BELONG = frozenset({ActorKind.PERSON, ActorKind.STATE, ActorKind.PARTY, ActorKind.ORGANIZATION})
_BUT = frozenset({"لكنه", "لكنها", "ولكنه", "ولكنها"})
_COPULA = frozenset({"هو", "هي", "وهو", "وهي", "فهو", "فهي"}) | _IS_NOT | _BUT


def described_by_office(
    scene: Scene, office: Office, base: Base, number: str, gender: str
) -> Mention | None:
    """Return whom a role without a name means: someone known, or somebody unnamed."""
    predicated = _predicated(scene, office, base)
    if predicated is not None:
        return predicated
    if bestowed(scene, office) and appointing_before(scene, office.i):
        return None  # بعد انتخابه *رئيسا لتشاد* زار سالم الراوي مصر
    discourse, state = scene.discourse, office.state
    told = office.complete and (state is not None or office.target is not None)
    plural = number in ("p", "d")
    if plural:
        crowd = not office.sense.pronoun and office.role in scene.function("crowds")
        if not told and not (crowd and (office.sense.det or office.complete)):
            return None
        if crowd and not told and not base.conj and _describes(scene, office.i):
            return None
        entity = _crowd_spoken_of(scene, office, crowd=crowd)
    else:
        definite = office.sense.det or office.complete or scene.article(office.j - 1)
        once = any(
            scene.key(k) in scene.function("bare_qualities") for k in range(office.i + 1, office.j)
        )
        entity = _last_holder(scene, office) if definite and not once else None
        if entity is not None and (gender, entity.gender) == ("f", "m"):
            entity = None  # الوزير سالم الراوي يستقبل *رئيسة المفوضية*
        own = definite and _countrys_own(scene, office)
        if entity is None and office.sense.pronoun and not _ruler(scene, office):
            return None  # سفير*ها*: nobody who was named
        if entity is None and not (own or told):
            return None
        if own and state is None:
            state = discourse.home_state()
    if entity is None:
        name = _description(scene, office)
        entity = discourse.described(
            name, role=office.role, state=state, plural=plural, gender=gender
        )
        entity.serves = office.target
    discourse.mention(entity)
    return mention_of(scene, entity, office.i, office.j, base, "role", sense=office.sense)


def _describes(scene: Scene, i: int) -> bool:
    """Whether a plural only says what people right before are: المقاتلون *الإسلاميون*."""
    before = scene.word(i - 1)
    last = scene.mentions[-1] if scene.mentions else None
    crowd = last is not None and last.j == i and last.kind == "role" and last.entity.plural
    men = (s for s in before.senses if s.pos == "R") if before is not None else ()
    return crowd or any(s.det and s.feats[1:2] == "p" for s in men)


def _last_holder(scene: Scene, office: Office) -> Entity | None:
    """Return the person last spoken of who holds the office, or whom "the official" means.

    He may be one without a name: وزير الخارجية المصري, then *الوزير المصري* or *الوزير*.
    """
    discourse = scene.discourse
    entity = _goes_on_telling(scene, office)
    entity = entity or discourse.last_person((office.role,), office.state)
    if entity is None and office.role in _OFFICIAL and office.state and office.sense.det:
        entity = discourse.last_person((), office.state)
    if entity is None and office.target is not None and office.row.relation == "leads":
        entity = discourse.at_the_head_of(office.target)  # زعيم الحركة, then *رئيس الحركة*
    meant = scene.function("office_means").get(office.role)
    if entity is None and meant and office.sense.det and office.target is None:
        entity = discourse.last_person(() if meant == "anybody" else meant.split(), office.state)
        if meant == "anybody" and entity is not None and discourse.told_here(entity):
            entity = None  # اتهم سالم فرنسا بقتل *الرجل*
    if entity is None and office.sense.det and scene.key(office.j) in scene.function("the_same"):
        who = discourse.speaker  # المتحدث ...، ثم *المسؤول نفسه*
        entity = who if who is not None and who.person else discourse.last_person(())
    if entity is None and office.sense.det and (office.state or not office.complete):
        entity = discourse.last_person((office.role,), office.state, named=False)
    return entity


def _goes_on_telling(scene: Scene, office: Office) -> Entity | None:
    """Return who told something before, where a bare title goes on: وذكر *الوزير* أن."""
    if not office.sense.det or office.complete or office.target or office.state:
        return None
    if not tells(scene, office.i):
        return None
    told = (who for who in scene.discourse.subjects if who.person and office.role in who.roles)
    return next(told, None)


def _crowd_spoken_of(scene: Scene, office: Office, *, crowd: bool) -> Entity | None:
    """Return the body a plural stands for: قادة الحركة; المتمردين behind متمردو «سيليكا»."""
    body, crowds = office.target, scene.discourse.crowds
    if body is not None:
        fights = body.kind in (ActorKind.PARTY, ActorKind.ARMED_GROUP)
        if body.kind == ActorKind.ORGANIZATION:  # مقاتلو منظمة التحرير, not طلاب جامعة القاهرة
            fights = office.role in scene.function("fighting_crowds")
        if not crowd or fights or body.head == "quoted":
            if crowd:
                crowds[office.role] = body
            return body
    return crowds.get(office.role) if crowd and not office.complete else None


def _ruler(scene: Scene, office: Office) -> bool:
    """Whether it is whoever is at the head of a state: أميرها, رئيس وزرائه."""
    role = scene.lexicon.roles[office.role]
    ruler = role.relation == "leads" and role.id != "president"
    return ruler and office.target is not None and office.target.kind == ActorKind.STATE


def _description(scene: Scene, office: Office) -> str:
    """Return the office as words that need nothing around them: أمير*ها* is أمير الكويت."""
    end = office.j
    while end > office.i + 1 and scene.key(end - 1) in scene.function("bare_qualities"):
        end -= 1  # ضابط سويدي / متقاعد
    name = clean_name(scene, office.i, end, office.sense)
    word = scene.word(office.j - 1)
    cabinet = scene.key(office.j - 1) in scene.function("own_cabinet")
    owned = cabinet or bool(office.sense.pronoun)
    owned = owned or (word is not None and word.noun.pronoun != "")
    if not owned or office.target is None or office.j - office.i > 2:
        return name
    if cabinet:
        return f"رئيس وزراء {office.target.name}"
    stem = next((name.removesuffix(end) for end in ("ها", "هم", "ه") if name.endswith(end)), name)
    return f"{stem[:-1] + 'ة' if stem.endswith('ت') else stem} {office.target.name}"


def _countrys_own(scene: Scene, office: Office) -> bool:
    """Whether each state has one of this office, so that it needs no name: *وزير الداخلية*."""
    role = scene.lexicon.roles[office.role]
    if role.of != "state" or office.target is not None or office.sense.pronoun:
        return False
    return role.relation == "leads" or not office.sense.det


def _predicated(scene: Scene, office: Office, base: Base) -> Mention | None:
    """Read "X, and he is a member of Y", "X is not a member of Y" as a fact about X."""
    relation = scene.lexicon.roles[office.role].relation
    start = counted_from(scene, office.i)
    post = scene.key(start - 1) in scene.function("posts")  # شغل منصب *الأمين العام* للجامعة
    bare = (post or not office.sense.det) and not office.sense.prep
    last = scene.mentions[-1] if scene.mentions else None
    said = told_to_be(scene, office)
    if said is not None:
        return mention_of(scene, said, office.i, office.j, base, "role", sense=office.sense)
    if relation is None or not bare:
        return None
    given = bestowed(scene, office)
    if given and not (office.target or office.state):
        take_giver(scene, office)
    governs = office.role in scene.function("governing_roles")
    if not (office.target or office.state or (given and governs)):
        return None
    taker = holder(scene, office.i, "appointing") if given else None
    if taker is not None and office.sense.feats[:1] == "f" and taker[0].gender == "m":
        own = (scene.word(k) for k in range(office.i, office.j))
        if any(word is not None and word.noun.pronoun for word in own):
            taker = None  # أقال سالم الراوي *وزيرة خارجيته*
    if taker is not None and not scene.depth:
        entity, start = taker
        note_tenure(scene, entity, office, relation, min(start, office.i), office.j)
        return mention_of(scene, entity, office.i, office.j, base, "role", sense=office.sense)
    if (
        last is not None
        and last.entity.person
        and (_who_was(scene, start) or _and_was(scene, last, office, start))
    ):
        serves = last.entity.serves
        note_tenure(scene, last.entity, office, relation, last.i, office.j)
        last.entity.serves = serves  # whom he served once he does not serve now
        return mention_of(scene, last.entity, office.i, office.j, base, "role", sense=office.sense)
    told = _told_besides(scene, office)
    if told is not None and (office.target or office.state) and told.entity is not office.target:
        note_tenure(scene, told.entity, office, relation, told.i, office.j)
        return mention_of(scene, told.entity, office.i, office.j, base, "role", sense=office.sense)
    if office.target is None or last is None or last.entity is office.target:
        return None
    before = {scene.key(k) for k in range(max(0, office.i - 6), office.i)}
    negated = not before.isdisjoint(_IS_NOT)
    told_at = _behind_adverbs(scene, start)
    if scene.key(told_at - 1) in _BUT:
        negated, last = False, _first_named(scene) or last  # كانت حليفا لمصر، *لكنها* عضو في
    elif scene.key(told_at - 1) not in _COPULA:
        was = negated or any(_was(scene, key) for key in before)
        close = last.j >= office.i - 2 and relation == "member-of"
        nominative = office.role == "member" and not bestowed(scene, office)
        stands = nominative and not last.entity.person and last.j == told_at
        stands = stands and not verb_at(scene, last.i - 1)  # اتهمت مالطا / *أعضاء اللجنة*
        stands = stands and scene.key(last.i - 1) not in scene.function("prepositions")
        if last.prep or not ((was and close) or stands):
            return None
    several = office.sense.feats[1:2] in ("d", "p")
    if several and office.sense.pronoun:
        return None  # نفى سالم أن يكون *مقاتلوها* قصفوا
    for mention in _joined(scene.mentions) if several else (last,):
        note_tenure(scene, mention.entity, office, relation, mention.i, office.j)
        if negated and scene.facts:
            scene.facts[-1].modality = "negated"
    return mention_of(scene, last.entity, office.i, office.j, base, "role", sense=office.sense)


def _first_named(scene: Scene) -> Mention | None:
    """Return the actor with whom the sentence began, unless a preposition governs him."""
    first = scene.mentions[0]
    return first if first.entity.kind in _BELONG and not first.prep else None


def _behind_adverbs(scene: Scene, i: int) -> int:
    """Return the token behind what an office is said of: بلغاريا *الآن* عضو في الاتحاد."""
    while scene.key(i - 1) in scene.function("of_now") or scene.dated(i - 1):
        i -= 1
    return i


def _who_was(scene: Scene, i: int) -> bool:
    """Whether "who was" stands before token i: سالم الراوي، *الذي كان* وزيرا في تشاد.

    A date may stand between: الذي كان *حتى العام الماضي* وزيرا.
    """
    k = i - 1
    while k > i - _LONGEST_DATE and (scene.dated(k) or scene.key(k) in _UNTIL):
        k -= 1
    return scene.key(k - 1) in scene.function("relatives") and _was(scene, scene.key(k))


def _and_was(scene: Scene, last: Mention, office: Office, start: int) -> bool:
    """Whether "and he was" stands between a name and an office: سالم الراوي، *وكان* قائدا للحرس."""
    k = start - 1
    apart = last.j == k - (scene.key(k - 1) in COMMAS)
    return (
        apart and scene.key(k)[:1] == "و" and bestowed(scene, office) and _was(scene, scene.key(k))
    )


def _told_besides(scene: Scene, office: Office) -> Mention | None:
    """Return of whom "and" tells a second thing: تركيا *حليفة فرنسا* وعضو في الحلف.

    The first is told behind "he is", or "that she is", or right behind the name.
    """
    if office.sense.conj != "و" or office.role not in _TOLD_OF:
        return None
    start = max(0, office.i - _LONGEST_FIRST)
    for k in range(office.i - 1, start, -1):
        word, key = scene.word(k), scene.key(k)
        if word is None or (word.verbs and key not in scene.function("bare_qualities")):
            return None
        pronoun = _HE_IS.get(key.lstrip("وف")) or _THAT_HE.get(key.lstrip("لب"))
        if pronoun is not None:
            before = [m for m in scene.mentions if m.j <= k and m.entity.kind in _BELONG]
            return next((m for m in reversed(before) if agrees(m.entity, *pronoun)), None)
    return None


def _was(scene: Scene, key: str) -> bool:
    words = scene.function("auxiliaries")
    return (
        key in scene.function("capacity")
        or key in words
        or (key[:1] in ("و", "ف") and key[1:] in words)
    )


def _joined(mentions: list[Mention]) -> list[Mention]:
    """Return the last mention and those that "and" joins to it: *فرنسا وألمانيا* عضوان في."""
    first = len(mentions) - 1
    while first and mentions[first].conj == "و" and mentions[first - 1].j == mentions[first].i:
        first -= 1
    return mentions[first:]
