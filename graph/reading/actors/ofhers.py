"""Of hers: the organ with a pronoun of which an office is: عضو *لجنتها المركزية*, رئيس *وفدها*."""

from ....schema import ActorKind
from ..records.scene import Scene
from ..words.word import HEAD, ROLE, VERB, Sense, Word
from .owner import take_owner
from .title import Office

_OF_TOWNS = frozenset({"municipality"})
_FORCES = frozenset({ActorKind.ARMED_GROUP, ActorKind.PARTY})


def of_owned_body(scene: Scene, office: Office, word: Word) -> bool:
    """Read the organ of a state or body that a pronoun means: مدير *مخابراتها*."""
    if word.key == "عن" and office.role == "official" and not office.target:
        return _owned_matter(scene, office, office.j + 1)
    title = office.sense
    if title.det or title.pronoun or office.complete or office.target or office.state:
        return False
    return owned_body(scene, office, office.j, word)


def _owned_matter(scene: Scene, office: Office, i: int) -> bool:
    """Read what somebody is in charge of for another: المسؤول *عن علاقاتها الدولية*."""
    word = scene.word(i)
    pronoun = word.noun.pronoun if word is not None and not word.verbs else ""
    if pronoun not in ("ms", "fs", "mp") or not take_owner(scene, office, pronoun):
        return False
    if office.target is not None and office.target.kind == ActorKind.STATE:
        office.target, office.state, office.complete = None, None, False
        return False  # it is some body's rather
    office.j = _end(scene, i + 1)
    office.closed = True
    return True


def owned_body(scene: Scene, office: Office, i: int, word: Word) -> bool:
    """Read the organ at token i, behind the office or behind "in the name of"."""
    organ = next((s for s in word.senses if s.pos == "H" and _owned(s)), None)
    if organ is None or organ.id in _OF_TOWNS or word.flags & ROLE:
        return False
    if office.row.relation is None:
        return False
    if not take_owner(scene, office, organ.pronoun):
        return False
    office.j = _end(scene, i + 1)
    office.closed = True
    if office.row.relation == "leads":
        _lead_organ(scene, office, organ)
    return True


def _owned(sense: Sense) -> bool:
    return sense.pronoun in ("ms", "fs", "mp") and not (sense.conj or sense.prep)


def _end(scene: Scene, j: int) -> int:
    """Return the token behind the adjectives of the organ: لجنتها *المركزية*."""
    while scene.article(j) and scene.key(j).endswith(("ي", "ية", "ى")):
        word = scene.word(j)
        if word is None or word.flags & (VERB | HEAD):
            break
        j += 1
    return j


def _lead_organ(scene: Scene, office: Office, organ: Sense) -> None:
    """Let who heads a delegation lead it, who heads forces the fighters whose they are.

    At the head of another organ he holds an office in the whole.
    """
    owner = office.target
    assert owner is not None
    row = scene.lexicon.bodies[organ.id]
    if row.kind == ActorKind.MISSION:
        office.target = scene.discourse.body(
            f"{row.nouns[0]} {owner.name}", kind=row.kind, head=organ.id, gender=row.gender,
            plural=False, state=owner.state,
        )  # fmt: skip
        return
    forces = row.kind == ActorKind.ARMED_GROUP and owner.kind in _FORCES
    if not (forces or owner.kind == ActorKind.GROUP):  # عمال الميناء ... رئيس *اتحادهم*
        office.role, office.row = "official", scene.lexicon.roles["official"]
