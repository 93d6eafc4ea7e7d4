"""Two actors in one phrase: الحكومتان اللبنانية والسورية, وزيرا خارجية فرنسا وألمانيا."""

from dataclasses import replace

from ....schema import ActorKind
from ..page.tokens import COMMAS
from ..records.entity import Entity
from ..records.partners import two_partners
from ..records.quotation import quoted_name_end
from ..records.scene import Fact, Mention, Scene, mention_of
from ..words.text import fold
from ..words.word import HEAD, NISBA, ROLE, Base, Sense, Word
from .listing import listed_at
from .personname import name_at

_LANDS = frozenset({ActorKind.STATE, ActorKind.PLACE})
_LONGEST_FIELD = 3  # words between an office and its two states


def pair_at(scene: Scene, i: int, word: Word) -> Mention | None:
    """Return the two actors meant by a dual with two nations behind it."""
    if not word.flags & (ROLE | HEAD):
        return None
    dual = next((s for s in word.senses if s.pos in "RH" and s.feats[1:2] == "d"), None)
    dual = dual or _one_of_each(scene, i, word)
    if dual is not None and dual.id == "counterpart" and dual.pronoun:
        role = _office_before(scene)  # وزير الخارجية ... *نظيريه* السوداني X والليبي Y
        dual = replace(dual, id=role, pronoun="", det=True) if role is not None else None
    if dual is None or dual.pronoun:
        return None
    found = _of_adjectives(scene, i, dual)
    if found is None and not dual.det:
        found = _of_states(scene, i, dual) or _of_names(scene, i, dual)
    if found is None:
        return None
    first, second, j = _by_name(scene, i, dual, found)
    for entity in (first, second):
        scene.discourse.mention(entity)
    base = Base(dual.conj, dual.prep, "", 0)
    mention = mention_of(scene, first, i, j, base, "sides", sense=dual)
    mention.other = second
    return mention


def _one_of_each(scene: Scene, i: int, word: Word) -> Sense | None:
    """Return the one office or body that two nations each have: الحكومة *المصرية والسودانية*."""
    k = i + 1
    first = scene.word(k)
    if first is not None and not first.flags & NISBA and scene.article(k) and not scene.article(i):
        k += 1  # وزير *الخارجية* المصري والسوداني
        first = scene.word(k)
    second = scene.word(k + 1)
    if first is None or second is None or not (first.flags & second.flags & NISBA):
        return None
    alike = next((s for s in second.senses if s.pos == "N" and s.det and s.conj == "و"), None)
    for sense in word.senses:
        if sense.pos in "RH" and sense.feats[1:2] == "s" and alike is not None:
            if alike.feats == sense.feats and not sense.pronoun:
                return sense
    return None


def _by_name(
    scene: Scene, i: int, dual: Sense, found: tuple[Entity, Entity, int]
) -> tuple[Entity, Entity, int]:
    """Read the names of the two behind their states: وزيرا خارجية تركيا واليونان، *X وY*."""
    first, second, j = found
    k = j + (scene.key(j) in COMMAS)
    one = name_at(scene, k, role=True) if dual.pos == "R" and not first.named else None
    word = scene.word(one[1]) if one is not None else None
    bases = word.bases if word is not None else ()
    base = next((b for b in bases if b.conj == "و" and not b.prep), None)
    two = name_at(scene, one[1], role=True, base=base) if one is not None and base else None
    if one is None or two is None:
        return found
    held: list[Entity] = []
    for (name, end), office in ((one, first), (two, second)):
        entity = scene.discourse.person(name, state=office.state, role=dual.id)
        if office.state is not None:
            _holds(scene, entity, office.state, dual, i, end)
        held.append(entity)
    return held[0], held[1], two[1]


def _office_before(scene: Scene) -> str | None:
    """Return the office of the last official spoken of in the sentence."""
    roles = scene.lexicon.roles
    for mention in reversed(scene.mentions):
        held = [role for role in mention.entity.roles if roles[role].relation]
        if held and mention.entity.person:
            return held[-1]
    return None


def _of_adjectives(scene: Scene, i: int, dual: Sense) -> tuple[Entity, Entity, int] | None:
    """Read the adjectives of two nations, each perhaps with a name: التونسي X والجزائري Y."""
    k = i + 1
    while not dual.det and k < i + _LONGEST_FIELD and scene.key(k).startswith("ال"):
        k += 1  # وزيرا *الخارجية* السويدي والنرويجي
        if (word := scene.word(k)) is not None and word.flags & NISBA:
            break
    field = scene.raw(i + 1, k) if k > i + 1 else ""
    first = _half(scene, k, dual, "", field)
    if first is None:
        return None
    alone = first[1] == k + 1  # الرئيسان الروسي والصيني *أشادا*
    k = first[1] + (not alone and scene.key(first[1]) in COMMAS)  # المصري سالم الراوي، *والليبي*
    second = _half(scene, k, dual, "و", field, named=not alone)
    if second is None:
        return None
    return first[0], second[0], second[1]


def _half(
    scene: Scene, k: int, dual: Sense, conj: str, field: str, *, named: bool = True
) -> tuple[Entity, int] | None:
    word = scene.word(k)
    senses = word.senses if word is not None else ()
    nisba = next((s for s in senses if s.pos == "N" and s.det and s.conj == conj), None)
    if word is None or nisba is None or nisba.prep:
        return None
    adjective = scene.raw(k, k + 1)[len(conj) :]
    if dual.pos == "H":
        row = scene.lexicon.bodies[dual.id]
        entity = scene.discourse.body(
            f"ال{row.nouns[0]} {adjective}",
            kind=row.kind,
            head=dual.id,
            gender=row.gender,
            plural=False,
            state=nisba.id,
        )
        return entity, k + 1
    name = name_at(scene, k + 1, role=True) if named else None
    if name is not None:
        entity = scene.discourse.person(name[0], state=nisba.id, role=dual.id)
        _holds(scene, entity, nisba.id, dual, k, name[1])
        return entity, name[1]
    return _holder(scene, dual, nisba.id, f"{field} {adjective}".strip(), bare=bool(field)), k + 1


def _of_states(scene: Scene, i: int, dual: Sense) -> tuple[Entity, Entity, int] | None:
    """Read two states behind an office and its field: رئيسا *مصر* و*السودان*."""
    if dual.pos != "R":
        return None
    for k in range(i + 1, i + 1 + _LONGEST_FIELD):
        if scene.key(k) and scene.closed(scene.key(k)):
            return None  # مشيرا *إلى* أن الرياض وأبوظبي
        if scene.names.of_two.get(scene.key(k)) == "both_states":  # وزيرا خارجية *البلدين*
            two = two_partners(scene.discourse, "both_states", [m.entity for m in scene.mentions])
            field = scene.raw(i + 1, k) if k > i + 1 else ""
            if two is None or any(one.kind != ActorKind.STATE for one in two):
                return None
            held = [
                _holder(scene, dual, one.listed or "", f"{field} {one.name}".strip()) for one in two
            ]
            return held[0], held[1], k + 1
        first = listed_at(scene, k, bare=True)
        if first is None:
            continue
        j = k + len(first[1].words)
        second = listed_at(scene, j)
        if second is None or second[0].conj != "و" or second[0].prep:
            return None
        field = scene.raw(i + 1, k) if k > i + 1 else ""
        ids = [found[1].ids[0] for found in (first, second)]
        if any(scene.lexicon.actors[actor].kind != "state" for actor in ids):
            return None
        holders = [
            _holder(scene, dual, actor, f"{field} {scene.discourse.listed(actor).name}".strip())
            for actor in ids
        ]
        return holders[0], holders[1], j + len(second[1].words)
    return None


def _of_names(scene: Scene, i: int, dual: Sense) -> tuple[Entity, Entity, int] | None:
    """Read the names of two bodies of one kind: حزبا *السنابل والنخيل*, حركتا «فتح» و«حماس»."""
    if dual.pos != "H" or scene.lexicon.bodies[dual.id].needs != "full":
        return None
    first = _name(scene, i + 1, "")
    second = _name(scene, first[1], "و") if first is not None else None
    if first is None or second is None or scene.key(second[1]).startswith("وال"):
        return None
    return _called(scene, dual, first[0]), _called(scene, dual, second[0]), second[1]


def _name(scene: Scene, k: int, conj: str) -> tuple[str, int] | None:
    """Return the name of one word, or in quotation marks, at token k, and the token behind it."""
    quoted = k + 1 if conj and scene.key(k) == conj else k
    if quoted < len(scene.tokens) and scene.tokens[quoted].kind == "q":
        end = quoted_name_end(scene, quoted) if quoted > k or not conj else None
        return (scene.raw(quoted + 1, end - 1), end) if end is not None else None
    word = scene.word(k)
    if word is None or scene.closed(word.key) or not any(b.conj == conj for b in word.bases):
        return None
    listed = listed_at(scene, k)
    if listed is not None and scene.lexicon.actors[listed[1].ids[0]].kind in _LANDS:
        return None  # سفارتا *مصر* والسودان
    return scene.raw(k, k + 1)[len(conj) :], k + 1


def _called(scene: Scene, dual: Sense, name: str) -> Entity:
    """Return the body of this kind and name, perhaps one that the lexicon knows."""
    row = scene.lexicon.bodies[dual.id]
    whole = f"{row.nouns[0]} {name}"
    known = scene.lexicon.names.get(fold(whole))
    if known is not None:
        return scene.discourse.listed(known[0])
    return scene.discourse.body(
        whole, kind=row.kind, head=dual.id, gender=row.gender, plural=False, state=None
    )


def _holder(scene: Scene, dual: Sense, state: str, rest: str, *, bare: bool = False) -> Entity:
    """Return the known holder of an office in a state, or one who is known by the office only."""
    known = scene.discourse.last_person((dual.id,), state)
    if known is not None:
        return known
    row = scene.lexicon.roles[dual.id]
    of_state = rest == scene.discourse.listed(state).name  # رئيسا *السودان* وتشاد
    definite = rest.startswith("ال") and not (bare or of_state)
    noun = f"ال{row.nouns[0]}" if definite else row.nouns[0]
    return scene.discourse.described(
        f"{noun} {rest}", role=dual.id, state=state, plural=False, gender="m"
    )


def _holds(scene: Scene, entity: Entity, state: str, dual: Sense, i: int, j: int) -> None:
    role = scene.lexicon.roles[dual.id]
    relation = role.in_state if role.relation == "leads" else role.relation
    if relation is not None:
        target = scene.discourse.listed(state)
        scene.facts.append(Fact(entity, relation, target, i, j, f"role:{dual.id}"))
