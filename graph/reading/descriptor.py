"""Descriptors: whom an office without a name means, and of whom it is said."""

from ...schema import ActorKind
from .appointment import holder
from .scene import Mention, Scene, clean_name, mention_of
from .tenure import note_tenure
from .title import Office, bestowed
from .word import Base

_OFFICIAL = frozenset({"official", "source", "diplomat", "officials", "leader", "politician"})
_IS_NOT = frozenset({"ليس", "ليست", "وليس", "وليست"})
_COPULA = frozenset({"هو", "هي", "وهو", "وهي", "فهو", "فهي"}) | _IS_NOT
_AS = frozenset({"بصفته", "بصفتها", "بوصفه", "بوصفها", "يعد", "تعد", "وتعد", "يعتبر", "تعتبر"})


def described_by_office(
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
        note_tenure(scene, entity, office, relation, min(start, office.i), office.j)
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
        note_tenure(scene, mention.entity, office, relation, mention.i, office.j)
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
