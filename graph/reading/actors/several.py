"""Several holders of one office: وزراء خارجية مصر X *والأردن Y*, *أحد قادة الحركة* X."""

from ....schema import ActorKind
from ..page.tokens import COMMAS
from ..records.scene import Mention, Scene, mention_of
from ..words.word import Base, Sense, Word
from .bracketed import bracketed_state
from .listing import listed_at
from .nameword import sure
from .personname import name_at
from .tenure import note_tenure
from .title import Office

_LONGEST_FIELD = 4  # words
HE_IS = frozenset({"هو", "هي", "وهو", "وهي"})


def next_holder(scene: Scene, i: int, word: Word) -> Mention | None:
    """Return the next holder of an office in the plural at token i, named behind his state."""
    if not scene.mentions or scene.depth or word.key[0] != "و":
        return None
    set_off = scene.mentions[-1].j == i - 1 and scene.key(i - 1) in COMMAS
    if scene.mentions[-1].j != i and not set_off:
        return None
    sense = _of_many(scene)
    if sense is None:
        return _of_other_state(scene, i, word)
    listed = listed_at(scene, i)
    if set_off and listed is None:
        return None
    if listed is None or listed[0].conj != "و" or listed[0].prep:
        return _of_other_field(scene, i, sense) or _named_too(scene, i, sense)
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


def _of_other_state(scene: Scene, i: int, word: Word) -> Mention | None:
    """Return who has the same office in another state: الرئيس التونسي سالم *والليبي فارس*."""
    last = scene.mentions[-1]
    first = scene.word(last.i)
    nation = next((s for s in word.senses if s.pos == "N" and s.det and s.conj == "و"), None)
    office = next((s for s in first.senses if s.pos == "R"), None) if first is not None else None
    if nation is None or nation.prep or office is None or office.feats[1:2] != "s":
        return None
    state, row = scene.lexicon.actors[nation.id], scene.lexicon.roles[office.id]
    by_nation = last.kind == "role" and last.named is not None and last.entity.state is not None
    in_state = row.relation is not None and row.of in ("state", "either")
    if not (by_nation and in_state) or state.kind != ActorKind.STATE:
        return None
    name = name_at(scene, i + 1, role=True, told=True)
    if name is None or last.entity.state == state.id or nation.feats[:1] != office.feats[:1]:
        return None
    target = scene.discourse.listed(state.id)
    entity = scene.discourse.person(name[0], state=state.id, role=office.id)
    held = Office(office.id, office, i, i + 1, row, state.id, target, complete=True)
    relation = row.in_state if row.relation == "leads" else row.relation
    note_tenure(scene, entity, held, relation, i, name[1])
    mention = mention_of(scene, entity, i, name[1], Base("و", "", "", 0), "role")
    mention.named = (i + 1, name[1])
    scene.discourse.mention(entity)
    return mention


def _of_other_field(scene: Scene, i: int, sense: Sense) -> Mention | None:
    """Return who has another field: وزيرا الداخلية سالم الراوي *والخارجية فارس النجار*."""
    k, row = _behind_field(scene, i), scene.lexicon.roles[sense.id]
    name = name_at(scene, k, role=True, told=True) if k is not None else None
    if k is None or name is None or row.of != "state":
        return None
    state = scene.mentions[-1].entity.state
    entity = scene.discourse.person(name[0], state=state, role=sense.id)
    office = Office(sense.id, sense, i, k, row, state, complete=True)
    note_tenure(scene, entity, office, row.relation, i, name[1])
    mention = mention_of(scene, entity, i, name[1], Base("و", "", "", 0), "role")
    mention.named = (k, name[1])
    scene.discourse.mention(entity)
    return mention


def _behind_field(scene: Scene, j: int) -> int | None:
    """Return where a name begins behind a field that is joined at token j: *والشؤون الخارجية* X."""
    if not scene.key(j).startswith("وال"):
        return None
    for k in range(j + 1, j + 1 + _LONGEST_FIELD):
        if name_at(scene, k, role=True, told=True) is not None:
            return k
        if not (scene.article(k) or scene.key(k).startswith("وال")):
            return None
    return None


def _named_too(scene: Scene, i: int, sense: Sense) -> Mention | None:
    """Return whose name is joined to the first holder's: الوزيرين هبرانج *وجويوفيتش*.

    In brackets behind each his state may stand: الرئيسين سالم (ليبيا) *وكريم (سوريا)*.
    """
    base = _joined_name(scene, i)
    name = name_at(scene, i, role=True, base=base) if base is not None else None
    if base is None or name is None:
        return None
    role = next(iter(scene.mentions[-1].entity.roles), None)
    bracketed = bracketed_state(scene, name[1])
    own = bracketed is not None and scene.key(i - 1) == ")"
    land = bracketed[0] if bracketed is not None and own else scene.mentions[-1].entity
    state = land.state
    entity = scene.discourse.person(name[0], state=state, role=role)
    scene.discourse.mention(entity)
    if bracketed is None or not own:
        return mention_of(scene, entity, i, name[1], base, "name")
    row = scene.lexicon.roles[sense.id]
    office = Office(sense.id, sense, i, bracketed[1], row, state, land, complete=True)
    note_tenure(scene, entity, office, row.relation, i, bracketed[1])
    return mention_of(scene, entity, i, bracketed[1], base, "name")


def first_of_several(scene: Scene, office: Office, named: int) -> bool:
    """Whether the first holder of an office in the plural is named at token `named`."""
    if two_named(scene, office, named):
        return True
    first = name_at(scene, named, role=True, told=True)
    if first is None:
        return False
    if (bracketed := bracketed_state(scene, first[1])) is not None:
        return _joined_name(scene, bracketed[1]) is not None
    if office.sense.det:
        return False
    if office.row.of == "state" and _behind_field(scene, first[1]) is not None:
        return True
    j = first[1] + (scene.key(first[1]) in COMMAS)  # خارجية مصر سالم الراوي، *والأردن كريم*
    second = listed_at(scene, j) if office.state is not None else None
    if second is None or second[0].conj != "و" or second[0].prep:
        return False
    return name_at(scene, j + len(second[1].words), role=True, told=True) is not None


def two_named(scene: Scene, office: Office, named: int) -> bool:
    """Whether two hold an office of one body or state: القياديين في حزب السنابل *سالم وسامي*."""
    word = scene.word(office.i)
    dual = word is not None and any(s.pos == "R" and s.feats[1:2] == "d" for s in word.senses)
    whose = office.target or office.state or office.sense.det
    name = name_at(scene, named, role=True, told=True) if dual and whose else None
    if name is None:
        return False
    bracketed = bracketed_state(scene, name[1])
    return _joined_name(scene, bracketed[1] if bracketed is not None else name[1]) is not None


def _joined_name(scene: Scene, j: int) -> Base | None:
    """Return how the word at token j joins another name to one: هبرانج *وجويوفيتش*."""
    word, lexicon = scene.word(j), scene.lexicon
    for base in word.bases if word is not None and not scene.closed(word.key) else ():
        known = base.key in lexicon.given or base.key in lexicon.family
        if base.conj == "و" and not base.prep and (known or sure(scene, base.key)):
            return base
    return None


def one_of_many(scene: Scene, office: Office, named: int) -> Mention | None:
    """Return who is named as one of a body's leaders: أحد *قادة الحركة* سالم الراوي."""
    before = scene.word(office.i - 1)
    bases = before.bases if before is not None else ()
    sense, he_is = office.sense, scene.key(office.i - 2) in HE_IS
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
    while k and scene.mentions[k].conj == "و":
        here, before = scene.mentions[k].i, scene.mentions[k - 1].j
        if before != here and not (before == here - 1 and scene.key(before) in COMMAS):
            break
        k -= 1
    first = scene.mentions[k]
    word = scene.word(first.i)
    if first.kind != "role" or first.named is None or word is None:
        return None
    return next((s for s in word.senses if s.pos == "R" and s.feats[1:2] in "pd"), None)


def note_others(scene: Scene, office: Office, j: int) -> None:
    """Keep that those joined to the first holder hold the office, too: القياديان سالم *وسامي*."""
    if scene.key(j - 1) == ")":
        return  # each has his own state in brackets
    while (base := _joined_name(scene, j)) is not None:
        name = name_at(scene, j, role=True, base=base)
        if name is None:
            return
        entity = scene.discourse.person(name[0], state=office.state, role=office.role)
        note_tenure(scene, entity, office, office.row.relation, j, name[1])
        j = name[1]
