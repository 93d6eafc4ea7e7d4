"""Persons: by office and name, by name alone, by surname, or by office alone."""

from ...schema import ActorKind
from .appointment import holder
from .entity import Entity
from .listing import listed_at
from .names import PARTICLES, SON
from .office import office_at
from .personname import begins_name, initial_at, looks_foreign, name_at, namelike
from .predicates import actor_follows
from .rows import Role
from .scene import Fact, Mention, Scene, clean_name, mention_of
from .text import fold_loose
from .title import Office, bestowed, titles_between, titles_end
from .word import ROLE, VERB, Base, Word

_OFFICIAL = frozenset({"official", "source", "diplomat", "officials", "leader", "politician"})
_JOINED = frozenset({ActorKind.PARTY, ActorKind.ARMED_GROUP})
_IS_NOT = frozenset({"ليس", "ليست", "وليس", "وليست"})
_COPULA = frozenset({"هو", "هي", "وهو", "وهي", "فهو", "فهي"}) | _IS_NOT
_LONGEST_UNKNOWN = 3  # words of a name that only an office shows
_LONGEST_CLAUSE = 12  # words between a verb and the office that is looked at
_BEFORE_PLACES = frozenset({"في", "وفي", "قرب", "مدينة", "بلدة", "قرية", "جزيرة", "شمال", "جنوب"})
_ONE_OF = frozenset({"احد", "احدى"})  # أحد قادة الحركة
_AS = frozenset({"بصفته", "بصفتها", "بوصفه", "بوصفها", "يعد", "تعد", "وتعد", "يعتبر", "تعتبر"})


def role_phrase(scene: Scene, i: int, word: Word) -> Mention | None:
    """Return whom the office at token i means: its holder by name, or else by the office alone."""
    office = office_at(scene, i)
    if office is None:
        return None
    role = scene.lexicon.roles[office.role]
    after = office.j + 1 if scene.key(office.j) in ("،", ",") else office.j
    titled = titles_end(scene, after)
    person = None
    roles = [s for s in word.senses if s.pos == "R"]
    one = any(s.feats[1:2] == "s" for s in roles)  # المدعي, محامي الشركة
    plural = not one and any(s.feats[1:2] == "p" for s in roles)
    if office.sense.feats[1:2] == "s" or not plural:
        strict = after != office.j and not office.complete
        told = bool(office.sense.prep) or _verb_before(scene, i)
        person = None if strict else name_at(scene, titled, role=True, told=told)
        if person is not None and _another(scene, office, titled, person[0]):
            person = None
        if person is None and office.complete and begins_name(scene, titled, told=told):
            base = scene.tokens[titled].word.bases[0]  # type: ignore[union-attr]
            person = name_at(scene, titled, role=True, base=base)
    number = "p" if plural else office.sense.feats[1:2]
    gender = office.sense.feats[:1] if office.sense.feats[:1] in "mf" else "m"
    base = Base(office.sense.conj, office.sense.prep, "", 0)
    if person is not None:
        name, j = person
        gender = "f" if scene.key(titled) in scene.function("women") else gender
        entity = _entity_of_name(scene, name, titled, office.state, office.role, gender)
        mention = mention_of(scene, entity, i, j, base, "role", sense=office.sense)
        mention.named = (titled, j)
        for title in titles_between(scene, after, titled):
            entity.roles[title] = None  # رئيس المجلس *الجنرال* عمر الصادي
        entity.description = entity.description or scene.raw(i, office.j, mention.start)
        if entity.state and entity.listed and not office.complete and _of_state(role):
            office.state = entity.state  # الملك الحسن الثاني
        _state_office(scene, entity, office, role.relation, i, j)
        mention.j = apposition_end(scene, entity, i, j)
        scene.discourse.mention(entity)
        return mention
    return _descriptor(scene, office, base, number, gender)


def _another(scene: Scene, office: Office, titled: int, name: str) -> bool:
    """Whether the name is of another office's holder: التقى *الأمين العام* / الرئيس صدام حسين."""
    if not office.sense.det or office.complete or titled == office.j:
        return False
    roles = scene.lexicon.roles
    titles = titles_between(scene, office.j, titled)
    if not any(roles[title].relation for title in titles) or not roles[office.role].relation:
        return False
    known = scene.discourse.last_person((office.role,))
    return known is not None and fold_loose(name) not in map(fold_loose, known.names)


def _verb_before(scene: Scene, i: int) -> bool:
    """Whether the verb of the clause, or a preposition, stands before token i."""
    for k in range(i - 1, max(-1, i - _LONGEST_CLAUSE), -1):
        word = scene.word(k)
        if word is None or word.complementizer:
            if scene.key(k) not in ("،", ","):
                return False
        elif word.flags & VERB or (k == i - 1 and word.key in scene.function("prepositions")):
            return True
    return False


def _of_state(role: Role) -> bool:
    """Whether the office is a state's first: king, president."""
    return role.relation == "leads" and (role.of == "state" or role.id == "president")


def _entity_of_name(
    scene: Scene, name: str, i: int, state: str | None, role: str, gender: str
) -> Entity:
    found = listed_at(scene, i)
    if found is not None and found[1].kind == "name":
        entity = scene.discourse.listed(found[1].ids[0])
        if entity.person:
            entity.roles[role] = None
            return entity
    key = fold_loose(name)
    if " " not in key and scene.discourse.known_surname(key) is None:
        listed = scene.names.surnames.get(key)
        if listed is not None:
            known = scene.lexicon.actors[listed]
            if state is None or known.state in (None, state):
                entity = scene.discourse.listed(listed)
                entity.roles[role] = None
                return entity
    return scene.discourse.person(name, state=state, role=role, gender=gender)


def _state_office(
    scene: Scene, entity: Entity, office: Office, relation: str | None, i: int, j: int
) -> None:
    """Keep what a title states: who holds which office where."""
    if relation is None:
        return
    target = office.target
    if target is None and office.state is not None:
        target = scene.discourse.listed(office.state)
    governs = office.role == "prime-minister" or (office.role == "minister" and office.complete)
    if target is None and governs:  # وزيرة العدل, of the country that the text is about
        office.state = entity.state or scene.discourse.home_state()
        target = scene.discourse.listed(office.state) if office.state else None
    if target is None or target is entity or target.person:
        return
    place = relation == "member-of" and target.kind == ActorKind.PLACE
    if place:
        relation = "holds-office-in"
    if relation == "leads" and target.kind == ActorKind.STATE:
        relation = scene.lexicon.roles[office.role].in_state
    if office.state and not entity.state:
        entity.state = office.state
    entity.serves = target
    scene.facts.append(Fact(entity, relation, target, i, j, f"role:{office.role}"))


def apposition_end(scene: Scene, entity: Entity, i: int, j: int) -> int:
    """Read "، ROLE" behind a name; return where the phrase ends."""
    if scene.key(j) not in ("،", ",", "("):
        return j
    if scene.key(j + 1) == "من" and scene.key(j) != "(":
        return _member_end(scene, entity, i, j)
    return _apposed(scene, entity, i, j, j + 1 + (scene.key(j + 1) in _ONE_OF))


def _member_end(scene: Scene, entity: Entity, i: int, j: int) -> int:
    """Read "، of BODY،" behind a name: كارل بيرغر، *من حزب السنابل*، رفض."""
    body = scene.within(j + 2)
    if body is None or body.conj or body.entity.kind not in _JOINED:
        return j
    if scene.key(body.j) not in ("،", ","):
        return j
    scene.facts.append(Fact(entity, "member-of", body.entity, i, body.j, "of-body"))
    return body.j


def apposed_end(scene: Scene, mention: Mention, *, alone: bool) -> int:
    """Read ROLE right behind a name, where it cannot be the next actor; return where it ends.

    If not `alone`, a verb before may want another actor: then one has to stand behind the office,
    as in اتهم سالم الراوي *وزير خارجية فرنسا* تركيا.
    """
    word = scene.word(mention.j)
    if word is None or not word.flags & ROLE or not mention.entity.named:
        return mention.j
    return _apposed(scene, mention.entity, mention.i, mention.j, mention.j, alone=alone)


def named_by_office(scene: Scene, i: int) -> Mention | None:
    """Return a person whom only the office behind shows: *كوشنير*، وزير الخارجية الفرنسي."""
    j = i
    while j < i + _LONGEST_UNKNOWN and _unknown(scene, j):
        j += 1
    following = scene.word(j + 1)
    if j == i or scene.key(j) not in ("،", ",", "(") or following is None:
        return None
    office = office_at(scene, j + 1) if following.flags & ROLE else None
    if office is None or not office.complete or office.row.relation is None or office.sense.conj:
        return None
    word = scene.tokens[i].word
    assert word is not None
    for base in word.bases:
        name = name_at(scene, i, role=True) if not base.cut else None
        if base.conj == "و" and scene.names.spelling.score(base.key) > 0:
            name = name_at(scene, i, role=True, base=base)
        if name is None or name[1] != j:
            continue
        entity = scene.discourse.person(name[0], state=None, role=None)
        scene.discourse.mention(entity)
        return mention_of(scene, entity, i, j, base, "name")
    return None


def _unknown(scene: Scene, i: int) -> bool:
    """Whether no lexicon knows the word, or only as part of names."""
    word = scene.word(i)
    if word is None or word.senses or word.pronoun or scene.closed(word.key):
        return False
    bare = not (word.noun.pronoun or word.key.endswith("ه") or scene.article(i))
    return bare and word.key not in scene.lexicon.ordinary


def _apposed(scene: Scene, entity: Entity, i: int, j: int, k: int, *, alone: bool = True) -> int:
    """Read an office at token k as that of the person named before it."""
    office = office_at(scene, k)
    if office is None or office.sense.conj or office.sense.prep or not office.complete:
        return j
    role = scene.lexicon.roles[office.role]
    if k == j and (role.relation is None or not (alone or actor_follows(scene, office.j))):
        return j
    if name_at(scene, titles_end(scene, office.j), role=True) is not None:
        return j
    entity.roles[office.role] = None
    one_of = role.relation is not None and scene.key(k - 1) in _ONE_OF
    _state_office(scene, entity, office, "member-of" if one_of else role.relation, i, office.j)
    return office.j


def _descriptor(
    scene: Scene, office: Office, base: Base, number: str, gender: str
) -> Mention | None:
    """Return whom a role without a name means: someone known, or somebody unnamed."""
    discourse = scene.discourse
    predicated = _predicated(scene, office, base)
    if predicated is not None:
        return predicated
    plural = number in ("p", "d")
    state = office.state
    entity = None
    definite = office.sense.det or office.complete or scene.article(office.j - 1)
    if not plural and definite:
        entity = discourse.last_person((office.role,), state)
        if entity is None and office.role in _OFFICIAL and state and office.sense.det:
            entity = discourse.last_person((), state)
    if entity is None and not plural and office.sense.pronoun and not _ruler(scene, office):
        return None  # سفير*ها*: nobody who was named
    own = entity is None and definite and not plural and _countrys_own(scene, office)
    if own and state is None:
        state = discourse.home_state()
    crowd = plural and not office.sense.pronoun and office.role in scene.function("crowds")
    told = own or (office.complete and (state is not None or office.target is not None))
    if entity is None and not (told or (crowd and (office.sense.det or office.complete))):
        return None
    if entity is None and plural and office.target is not None:
        fights = office.target.kind in (ActorKind.PARTY, ActorKind.ARMED_GROUP)
        if not crowd or fights or office.target.head == "quoted":
            entity = office.target  # قادة الحركة stand for the movement
            if crowd:
                discourse.crowds[office.role] = entity
    if entity is None and crowd and not office.complete:
        entity = discourse.crowds.get(office.role)  # *المتمردين*, after متمردو «سيليكا»
    if entity is None:
        entity = discourse.described(
            _description(scene, office),
            role=office.role,
            state=state,
            plural=plural,
            gender=gender,
        )
    discourse.mention(entity)
    return mention_of(scene, entity, office.i, office.j, base, "role", sense=office.sense)


def _ruler(scene: Scene, office: Office) -> bool:
    """Whether it is whoever is at the head of a state: أميرها, رئيس وزرائه."""
    role = scene.lexicon.roles[office.role]
    ruler = role.relation == "leads" and role.id != "president"
    return ruler and office.target is not None and office.target.kind == ActorKind.STATE


def _description(scene: Scene, office: Office) -> str:
    """Return the office as words that need nothing around them: أمير*ها* is أمير الكويت."""
    name = clean_name(scene, office.i, office.j, office.sense)
    word = scene.word(office.j - 1)
    owned = bool(office.sense.pronoun) or (word is not None and word.noun.pronoun != "")
    if not owned or office.target is None or office.j - office.i > 2:
        return name
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
    bare = not office.sense.det and not office.sense.prep
    if relation is None or not bare or not (office.target or office.state):
        return None
    k = office.i - 1
    taker = holder(scene, office.i, "appointing") if bestowed(scene, office) else None
    if taker is not None and not scene.depth:
        entity, start = taker
        _state_office(scene, entity, office, relation, min(start, office.i), office.j)
        return mention_of(scene, entity, office.i, office.j, base, "role", sense=office.sense)
    last = scene.mentions[-1] if scene.mentions else None
    if office.target is None or last is None or last.entity is office.target:
        return None
    k = office.i - 1
    copula = scene.key(k) in _COPULA
    before = {scene.key(n) for n in range(max(0, k - 5), k + 1)}
    negated = not before.isdisjoint(_IS_NOT)
    was = negated or any(_was(scene, key) for key in before)
    close = last.j >= office.i - 2 and relation == "member-of"
    nominative = office.role == "member" and not bestowed(scene, office)
    stands = nominative and not last.entity.person and last.j == office.i
    if not copula and not (was and close) and not stands:
        return None
    if last.prep and not copula:
        return None
    several = office.sense.feats[1:2] in ("d", "p")
    for mention in _joined(scene.mentions) if several else (last,):
        _state_office(scene, mention.entity, office, relation, mention.i, office.j)
        if negated and scene.facts:
            scene.facts[-1].modality = "negated"
    return mention_of(scene, last.entity, office.i, office.j, base, "role", sense=office.sense)


def _was(scene: Scene, key: str) -> bool:
    words = scene.function("auxiliaries")
    return key in _AS or key in words or (key[:1] in ("و", "ف") and key[1:] in words)


def _joined(mentions: list[Mention]) -> list[Mention]:
    """Return the last mention and those that "and" joins to it: *فرنسا وألمانيا* عضوان في."""
    first = len(mentions) - 1
    while first and mentions[first].conj == "و" and mentions[first - 1].j == mentions[first].i:
        first -= 1
    return mentions[first:]


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
        if base.conj + base.prep and len(base.key) < 4:
            continue
        leads = (
            base.key in scene.lexicon.given
            or (initial_at(scene, i) and not base.cut)
            or (base.key in PARTICLES and looks_foreign(scene, scene.key(i + 1)))
            or (base.key in SON - {"ولد"} and not base.prep)
            or _foreign_pair(scene, i, base, word)
        )
        verbal = any(sense.pos in ("V", "M", "E") for sense in word.senses)
        if not leads or (base.prep and word.senses) or (base.conj and verbal):
            continue
        if word.flags & VERB and not base.conj and scene.key(i + 1) not in scene.lexicon.family:
            continue
        name = name_at(scene, i, role=False, base=base)
        if name is None or name[1] - i < 2:
            continue
        gender = "f" if _woman(scene, i, base) else "m"
        entity = scene.discourse.person(name[0], state=None, role=None, gender=gender)
        mention = mention_of(scene, entity, i, name[1], base, "name")
        scene.discourse.mention(entity)
        return mention
    return None


def _woman(scene: Scene, i: int, base: Base) -> bool:
    """Whether it is a woman's name, by itself or by the verb that opens the sentence before it."""
    if base.key in scene.function("women"):
        return True
    before = scene.word(i - 1)
    return i == 1 and before is not None and any(s.person == "3fs" for s in before.verbs)


def _foreign_pair(scene: Scene, i: int, base: Base, word: Word) -> bool:
    """Whether two unknown words in a row are spelled like names, where no town would stand."""
    if word.flags or scene.depth or scene.key(i - 1) in _BEFORE_PLACES:
        return False
    if base.key in scene.lexicon.ordinary:
        return False
    following = scene.word(i + 1)
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
