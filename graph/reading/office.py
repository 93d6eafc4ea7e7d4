"""Offices: a role and what it is of, up to its holder's name: وزير الخارجية الليبي, قائد قوات X."""

from dataclasses import dataclass

from ...schema import ActorKind
from .body import body_at
from .discourse import Entity, agrees
from .listing import listed_at, phrase_at
from .morphology import HEAD, PARTICIPLE, ROLE, VERB, Sense, Word
from .personname import name_at, namelike
from .place import place_at
from .scene import Scene

_OF = frozenset({"الى", "لدى", "في", "على"})  # المبعوث الأممي إلى ليبيا


@dataclass(slots=True)
class Office:
    """A role phrase read up to where a name may follow."""

    role: str
    sense: Sense
    i: int
    j: int
    state: str | None = None
    target: Entity | None = None
    complete: bool = False  # has a complement, so that it is more than a bare title


def role_sense(scene: Scene, i: int) -> tuple[Sense, int] | None:
    """Return the role read at token i and the token behind it; two-word roles first."""
    word = scene.word(i)
    if word is None or not word.flags & ROLE:
        return None
    phrase = phrase_at(scene, i, "R")
    if phrase is not None:
        return phrase
    sense = next((s for s in word.senses if s.pos == "R"), None)
    return (sense, i + 1) if sense is not None else None


def office_at(scene: Scene, i: int) -> Office | None:
    """Read a role and its complements: domain, nisba, body, state, باسم."""
    found = role_sense(scene, i)
    if found is None:
        return None
    sense, j = found
    office = Office(sense.id, sense, i, j)
    office_words = scene.function("office_words")
    if sense.pronoun and sense.pronoun != "1" and sense.id != "counterpart":
        _whose(scene, office)
    steps = 0
    while steps < 10:
        steps += 1
        word = scene.word(office.j)
        if word is None:
            break
        nisba = next((s for s in word.senses if s.pos == "N" and not s.prep and not s.conj), None)
        if nisba is not None and (scene.everyday(word.key) and not sense.det):
            nisba = None
        if word.key in office_words:
            office.j += 1
        elif nisba is not None and (nisba.det or not sense.det) and nisba.feats[1:2] in "spd":
            if office.state is None and office.target is None:
                if scene.lexicon.actors[nisba.id].kind == ActorKind.STATE:
                    office.state = nisba.id
                else:
                    office.target = scene.discourse.listed(nisba.id)
            office.complete = True
            office.j += 1
        elif word.key == "باسم" or (word.key == "ب" and scene.key(office.j + 1) == "اسم"):
            if not _complement(scene, office, office.j + 1):
                office.j = _to_name(scene, office.j + 1)
                break
        elif word.key in _OF:
            member = scene.lexicon.roles[office.role].relation == "member-of"
            if member and word.key == "في":
                if not _complement(scene, office, office.j + 1):
                    break
            elif (
                office.complete
                and (place := listed_at(scene, office.j + 1, bare=True))
                and (
                    place[1].kind != "name" or scene.lexicon.actors[place[1].ids[0]].kind == "state"
                )
            ):
                office.j += 1 + len(place[1].words)  # where he serves, not whom
            else:
                break
        elif _domain_first(scene, office, word):
            office.complete = True
            office.j += 1
        elif ((not sense.det and office.state is None) or word.key[0] == "ل") and _complement(
            scene, office, office.j
        ):
            pass
        elif office.complete and word.key in scene.function("passing"):
            office.j += 1
        elif _domain_word(scene, office, word):
            office.complete = True
            office.j += 1
        elif (
            not sense.det
            and scene.key(office.j + 1) in ("في", "من")
            and not word.flags & (ROLE | HEAD | VERB)
            and not scene.closed(word.key)
            and scene.lexicon.roles[office.role].relation == "member-of"
        ):
            office.j += 1  # عضو *مؤسس* في
        elif word.flags & PARTICIPLE and office.complete and (end := _aside(scene, office.j)):
            office.j = end
        else:
            break
    return office


def _to_name(scene: Scene, i: int) -> int:
    """Return the token of the name behind an office of something that has none itself."""
    for k in range(i + 1, min(i + 6, len(scene.tokens))):
        if scene.tokens[k].kind != "w":
            return k
        if namelike(scene, k, first=True, role=True) and scene.key(k) in scene.lexicon.given:
            return k
    return i


def _whose(scene: Scene, office: Office) -> None:
    """Take the state or body that the pronoun on a role means: رئيس*ها*, وزير خارجيت*ه*."""
    pronoun = office.sense.pronoun
    owner = next(
        (
            mention.entity
            for mention in scene.mentions
            if not mention.prep and agrees(mention.entity, pronoun[0], pronoun[1])
        ),
        None,
    ) or scene.discourse.recent(pronoun[0], pronoun[1])
    if owner is None:
        return
    if owner.person and owner.state is not None:
        owner = scene.discourse.listed(owner.state)
    if not owner.person and owner.kind != "event":
        office.target, office.complete = owner, True
        office.state = owner.state


def _complement(scene: Scene, office: Office, k: int) -> bool:
    """Read a body, state or nation at token k as what the office is of; say if there was one."""
    word = scene.word(k)
    if word is None or office.target is not None:
        return False
    if word.flags & ROLE and not word.flags & HEAD and not scene.lexicon.names:
        return False
    listed = listed_at(scene, k)
    preposed = k > office.j or office.j == office.i
    if listed is not None and (preposed or not listed[0].prep or listed[0].prep == "ل"):
        base, name = listed
        if base.conj:
            return False
        entity = scene.discourse.listed(name.ids[0])
        if entity.person or (name.kind == "city" and entity.kind == ActorKind.STATE):
            return False
        body = body_at(scene, k, word) if word.flags & HEAD else None
        if body is not None and body.j > k + len(name.words):
            office.target, office.j = body.entity, body.j
        else:
            office.target, office.j = entity, k + len(name.words)
    elif word.flags & HEAD:
        body = body_at(scene, k, word)
        if body is None or body.conj:
            return False
        office.target, office.j = body.entity, body.j
    elif (place := place_at(scene, k, word)) is not None and not place.conj:
        office.target, office.j = place.entity, place.j
    else:
        return False
    office.state = office.state or office.target.state
    office.complete = True
    return True


def _domain_first(scene: Scene, office: Office, word: Word) -> bool:
    """Whether the word is a minister's field even where it could be a body: وزير *الخارجية*."""
    role = scene.lexicon.roles[office.role]
    return (
        role.of == "state"
        and not office.sense.det
        and word.key.startswith(("ال", "وال"))
        and listed_at(scene, office.j) is None
        and _domain_word(scene, office, word)
    )


def _domain_word(scene: Scene, office: Office, word: Word) -> bool:
    """Whether a word names the field of an office: وزير *الدفاع* *والداخلية*."""
    if office.sense.det or word.pronoun or word.complementizer:
        return False
    rest = word.key[1:] if word.key[0] == "و" and office.j > office.i + 1 else word.key
    if rest.startswith("ال") and len(rest) > 4:
        return not any(s.pos in ("V", "R") and not s.det for s in word.senses)
    # A noun between: رئيس أركان الجيش, وزير خارجية فرنسا.
    following = scene.word(office.j + 1)
    return (
        following is not None
        and (
            following.key.startswith("ال") or listed_at(scene, office.j + 1, bare=True) is not None
        )
        and office.j == office.i + 1
        and word.key not in scene.function("prepositions")
        and not word.flags & (VERB | ROLE)
        and not namelike(scene, office.j, first=True, role=False)
    )


def _aside(scene: Scene, i: int) -> int | None:
    """Return the comma that ends a participle's phrase (المعنية بتسوية الأزمة،), within reach."""
    sense = next(s for s in scene.tokens[i].word.senses if s.pos in ("AP", "PP"))  # type: ignore[union-attr]
    if not sense.det:
        return None
    for k in range(i + 1, min(i + 8, len(scene.tokens))):
        if scene.key(k) in ("،", ","):
            return k if name_at(scene, titles_end(scene, k + 1), role=True) else None
        if scene.tokens[k].kind in "pq":
            return None
        word = scene.word(k)
        if word is not None and word.senses and all(s.pos == "V" for s in word.senses):
            return None
    return None


def titles_end(scene: Scene, i: int) -> int:
    """Return the token behind the bare titles at i (العميد, السيد, الدكتور)."""
    for _ in range(3):
        found = role_sense(scene, i)
        if found is None or found[0].conj or found[0].prep:
            return i
        follows = name_at(scene, found[1], role=True) or role_sense(scene, found[1])
        if not follows:
            return i
        i = found[1]
    return i
