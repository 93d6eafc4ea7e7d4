"""Several holders of one office: وزراء خارجية مصر X *والأردن Y*, *أحد قادة الحركة* X."""

from ....schema import ActorKind
from ..records.scene import Mention, Scene, mention_of
from ..words.word import Base, Sense, Word
from .listing import listed_at
from .personname import name_at
from .tenure import note_tenure
from .title import Office

_HE_IS = frozenset({"هو", "هي", "وهو", "وهي"})


def next_holder(scene: Scene, i: int, word: Word) -> Mention | None:
    """Return the next holder of an office in the plural, named behind his state at token i."""
    if not (scene.mentions and word.listed) or scene.mentions[-1].j != i or scene.depth:
        return None
    sense = _of_many(scene)
    listed = listed_at(scene, i)
    if sense is None or listed is None or listed[0].conj != "و" or listed[0].prep:
        return None
    state = scene.lexicon.actors[listed[1].ids[0]]
    if state.kind != ActorKind.STATE:
        return None
    j = i + len(listed[1].words)
    name = name_at(scene, j, role=True, told=True)
    if name is None:
        return None
    row = scene.lexicon.roles[sense.id]
    target = scene.discourse.listed(state.id)
    entity = scene.discourse.person(name[0], state=state.id, role=sense.id)
    office = Office(sense.id, sense, i, j, row, state.id, target, complete=True)
    note_tenure(scene, entity, office, row.relation, i, name[1])
    mention = mention_of(scene, entity, i, name[1], listed[0], "role")
    mention.named = (j, name[1])
    scene.discourse.mention(entity)
    return mention


def first_of_several(scene: Scene, office: Office, named: int) -> bool:
    """Whether the first holder of an office in the plural is named at token `named`."""
    if two_named(scene, office, named):
        return True
    if office.sense.det or office.state is None:
        return False
    name = name_at(scene, named, role=True, told=True)
    second = listed_at(scene, name[1]) if name is not None else None
    if name is None or second is None or second[0].conj != "و" or second[0].prep:
        return False
    return name_at(scene, name[1] + len(second[1].words), role=True, told=True) is not None


def two_named(scene: Scene, office: Office, named: int) -> bool:
    """Whether two hold an office of one body or state: القياديين في حزب السنابل *سالم وسامي*."""
    word = scene.word(office.i)
    dual = word is not None and any(s.pos == "R" and s.feats[1:2] == "d" for s in word.senses)
    of_one = dual and (office.target or office.state) is not None
    name = name_at(scene, named, role=True, told=True) if of_one else None
    second = scene.word(name[1]) if name is not None else None
    return second is not None and any(
        base.conj == "و" and not base.prep and base.key in scene.lexicon.given
        for base in second.bases
    )


def one_of_many(scene: Scene, office: Office, named: int) -> Mention | None:
    """Return who is named as one of a body's leaders: أحد *قادة الحركة* سالم الراوي."""
    before = scene.word(office.i - 1)
    bases = before.bases if before is not None else ()
    sense, he_is = office.sense, scene.key(office.i - 2) in _HE_IS
    one = any(base.key in scene.function("one_of") for base in bases)
    if not office.complete or not (one or (he_is and scene.key(office.i - 1) == "من")):
        return None  # وهو *من أعضاء الحزب*
    last = scene.mentions[-1] if scene.mentions else None
    if last is not None and last.entity.person and he_is:
        relation = "member-of" if office.target is not None else office.row.relation
        note_tenure(scene, last.entity, office, relation, last.i, office.j)
        base = Base("", "", "", 0)  # وهو أحد *قادة الحركة*
        return mention_of(scene, last.entity, office.i, office.j, base, "role")
    name = name_at(scene, named, role=True, told=True)
    if name is None or sense.conj + sense.prep or sense.feats[1:2] != "p":
        return None
    entity = scene.discourse.person(name[0], state=office.state, role=office.role)
    relation = office.row.relation
    if relation is not None and office.target is not None:
        relation = "member-of"
    note_tenure(scene, entity, office, relation, office.i, name[1])
    mention = mention_of(scene, entity, office.i, name[1], Base("", "", "", 0), "role")
    mention.named = (named, name[1])
    scene.discourse.mention(entity)
    return mention


def _of_many(scene: Scene) -> Sense | None:
    """Return the office in the plural or dual that the mentions up to here are a list of."""
    k = len(scene.mentions) - 1
    while k and scene.mentions[k].conj == "و" and scene.mentions[k - 1].j == scene.mentions[k].i:
        k -= 1
    first = scene.mentions[k]
    word = scene.word(first.i)
    if first.kind != "role" or first.named is None or word is None:
        return None
    return next((s for s in word.senses if s.pos == "R" and s.feats[1:2] in "pd"), None)


def note_others(scene: Scene, office: Office, j: int) -> None:
    """Keep that those joined to the first holder hold the office, too: القياديان سالم *وسامي*."""
    while (word := scene.word(j)) is not None:
        base = next((b for b in word.bases if b.conj == "و" and not b.prep), None)
        name = name_at(scene, j, role=True, base=base) if base is not None else None
        if base is None or name is None or base.key not in scene.lexicon.given:
            return
        entity = scene.discourse.person(name[0], state=office.state, role=office.role)
        note_tenure(scene, entity, office, office.row.relation, j, name[1])
        j = name[1]
