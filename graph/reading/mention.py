"""Mentions: the noun phrases that name or describe an actor, listed or not.

A person is ROLE (complement)* NISBA? (،)? NAME, or NAME، ROLE; a body is a head noun with what
makes it one of its kind. What titles state on the way (who leads, speaks for, holds an office)
is kept as facts.
"""

from dataclasses import dataclass, field
from functools import cache

from ...schema import ActorKind
from .discourse import Discourse, Entity, agrees
from .lexicon import Lexicon, load_lexicon
from .morphology import HEAD, MASDAR, NISBA, PARTICIPLE, ROLE, VERB, Base, Morphology, Sense, Word
from .names import Listed, Names
from .rows import Body
from .text import fold, fold_loose, seen
from .tokens import CLOSING, OPENING, Token

_CLOSED = (
    "prepositions", "relatives", "complementizers", "negators", "negated_nouns", "subordinators",
    "conditionals", "doubt", "demonstratives", "pronouns", "quantifiers", "inclusions", "hedges",
    "auxiliaries", "passives", "adverbs", "own_country", "office_words",
)  # fmt: skip
_OFFICIAL = frozenset({"official", "source", "diplomat", "officials", "leader", "politician"})
_OF = frozenset({"الى", "لدى", "في", "على"})  # المبعوث الأممي إلى ليبيا
_SON = frozenset({"بن", "ابن", "ابو", "ابي", "بنت", "ولد", "عبد"})
_LED_BY = frozenset({"بقيادة", "بزعامة", "برئاسة", "بامرة", "ويقوده", "بادارة"})
_COPULA = frozenset({"هو", "هي", "وهو", "وهي", "فهو", "فهي", "ليس", "ليست", "وليس", "وليست"})
_ORDINALS = frozenset({"الاول", "الثاني", "الثالث", "الرابع", "الخامس", "السادس", "السابع"})
_MASCULINE_PLACES = frozenset({"ميناء", "شريط", "اقليم", "وادي", "جبل", "مضيق", "مخيم", "معبر"})
_LONGEST_NAME = 4  # words of a person's name
_LONGEST_BODY = 7  # words after the head of a body's name
_DEEPEST = 4  # bodies of bodies; hostile input is nothing but heads


@dataclass(slots=True)
class Fact:
    """What a title states: a structural relation and the tokens that state it."""

    subject: Entity
    predicate: str
    object: Entity
    i: int
    j: int
    rule: str
    modality: str = "actual"


@dataclass(slots=True)
class Mention:
    """Tokens i to j (exclusive) that stand for an entity; clitics before it are kept apart."""

    entity: Entity
    i: int
    j: int
    conj: str = ""
    prep: str = ""
    kind: str = "name"  # name, role, body, nation, capital, city, surname, sides, instrument
    start: int = 0  # offset in the source where the phrase begins, clitics left out
    named: tuple[int, int] | None = None  # tokens of the name proper, for persons with a role
    other: Entity | None = None  # the second of two sides


@dataclass(slots=True)
class Scene:
    """What finding mentions in one sentence works on."""

    tokens: list[Token]
    text: str
    lexicon: Lexicon
    morphology: Morphology
    names: Names
    discourse: Discourse
    facts: list[Fact] = field(default_factory=list["Fact"])
    dates: list[tuple[int, int]] = field(default_factory=list[tuple[int, int]])  # offsets
    mentions: list[Mention] = field(default_factory=list["Mention"])  # so far
    depth: int = 0  # of names within names being read

    def function(self, name: str) -> dict[str, str]:
        """Return one closed class of words."""
        return self.lexicon.function[name]

    def key(self, i: int) -> str:
        """Return the folded token at i, or "" past the end."""
        return self.tokens[i].key if 0 <= i < len(self.tokens) else ""

    def word(self, i: int) -> Word | None:
        """Return the word at i, or None for marks, numbers and past the end."""
        return self.tokens[i].word if 0 <= i < len(self.tokens) else None

    def goes_on(self, i: int, words: tuple[str, ...]) -> bool:
        """Whether the second and further words of a phrase stand behind token i."""
        tokens = self.tokens
        if i + len(words) > len(tokens) or tokens[i + 1].key != words[1]:
            return False
        return all(tokens[i + n].key == words[n] for n in range(2, len(words)))

    def raw(self, i: int, j: int, start: int | None = None) -> str:
        """Return the words of tokens i to j, from `start` if given, for a name or label."""
        start = self.tokens[i].start if start is None else start
        return seen(self.text[start : self.tokens[j - 1].end])


def find_mention(scene: Scene, i: int) -> Mention | None:
    """Return the mention that begins at token i, if one does; the longest reading wins."""
    word = scene.word(i)
    if word is None:
        return None
    found = _find(scene, i, word)
    if found is not None and scene.key(i - 1) in _LED_BY and scene.mentions:
        led = scene.mentions[-1].entity
        if found.entity.person and not led.person and led.kind != "event":
            scene.facts.append(Fact(found.entity, "leads", led, i - 1, found.j, "led-by"))
    return found


def _find(scene: Scene, i: int, word: Word) -> Mention | None:
    found = _role_phrase(scene, i, word) if word.flags & ROLE else None
    if found is not None:
        return found
    listed = _listed(scene, i, word)
    body = _body(scene, i, word) if word.flags & HEAD else None
    if body is not None and (listed is None or body.j > listed.j):
        return body
    if listed is not None:
        return listed
    return (
        _event(scene, i, word)
        or _place(scene, i, word)
        or _nation(scene, i, word)
        or _with_nisba(scene, i, word)
        or _national(scene, i, word)
        or _person(scene, i, word)
        or _called(scene, i, word)
        or _surname(scene, i, word)
    )


# Listed names


def listed_at(scene: Scene, i: int, *, bare: bool = False) -> tuple[Base, Listed] | None:
    """Return the longest listed name that begins at token i, clitics aside unless `bare`."""
    word = scene.word(i)
    if word is None:
        return None
    best: tuple[Base, Listed] | None = None
    for base in word.bases[:1] if bare else word.bases:
        for listed in scene.names.starts.get(base.key, ()):
            if best is not None and len(listed.words) <= len(best[1].words):
                break
            if len(listed.words) == 1 or scene.goes_on(i, listed.words):
                best = (base, listed)
                break
    return best


def _listed(scene: Scene, i: int, word: Word) -> Mention | None:
    found = listed_at(scene, i)
    if found is None:
        return None
    base, listed = found
    if listed.kind != "name" and len(listed.words) == 1 and base.key == word.key:
        if any(s.pos in ("V", "M") and not s.prep for s in word.senses):
            return None
    j = i + len(listed.words)
    if listed.kind == "city":
        entity = scene.discourse.body(
            " ".join(listed.words),
            kind=ActorKind.PLACE,
            head="place",
            gender="f",
            plural=False,
            state=listed.ids[0],
        )
    else:
        entity = scene.discourse.listed(
            _capital_of(scene, listed) if listed.kind == "capital" else listed.ids[0]
        )
        _take_gender(scene, entity, listed)
    mention = _mention(scene, entity, i, j, base, listed.kind)
    if entity.person:
        mention.j = _apposition(scene, entity, i, j)
    scene.discourse.mention(entity)
    return mention


def _capital_of(scene: Scene, listed: Listed) -> str:
    """Return whose capital it was at the document's date: موسكو was the Soviet Union's."""
    year = scene.discourse.year
    when = scene.function("historic_capitals").get(" ".join(listed.words))
    if when is None or year is None:
        return listed.ids[0]
    state, first, last = when.split()
    return state if int(first) <= year <= int(last) else listed.ids[0]


def _take_gender(scene: Scene, entity: Entity, listed: Listed) -> None:
    """Let a body agree as the name in use does: الحكومة السورية is feminine, النظام السوري not."""
    if listed.kind != "name" or len(listed.words) == 1 or entity.person:
        return
    head = listed.words[0].removeprefix("ال")
    feats = next((e.feats for e in scene.lexicon.forms.get(head, ()) if e.pos == "H"), None)
    if feats is not None:
        entity.gender, entity.plural = feats[0], feats[1] == "p"


# Persons and offices


@dataclass(slots=True)
class _Office:
    """A role phrase read up to where a name may follow."""

    role: str
    sense: Sense
    i: int
    j: int
    state: str | None = None
    target: Entity | None = None
    complete: bool = False  # has a complement, so that it is more than a bare title


def phrase_at(scene: Scene, i: int, pos: str) -> tuple[Sense, int] | None:
    """Return the phrase of the lexicon that begins at token i, and the token behind it.

    With the article on its first word, the others may have it too: الأمين العام.
    """
    word = scene.word(i)
    for sense, rest in word.phrases if word is not None else ():
        if sense.pos == pos and all(
            scene.key(i + n) in ((part, f"ال{part}") if sense.det else (part,))
            for n, part in enumerate(rest, 1)
        ):
            return sense, i + 1 + len(rest)
    return None


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


def _role_phrase(scene: Scene, i: int, word: Word) -> Mention | None:
    office = _office(scene, i)
    if office is None:
        return None
    role = scene.lexicon.roles[office.role]
    after = office.j + 1 if scene.key(office.j) in ("،", ",") else office.j
    titled = _titles(scene, after)
    person = None
    plural = any(s.pos == "R" and s.feats[1:2] == "p" for s in word.senses)
    if office.sense.feats[1:2] == "s" or not plural:
        strict = after != office.j and not office.complete
        person = None if strict else _name(scene, titled, role=True)
    number = "p" if plural else office.sense.feats[1:2]
    gender = office.sense.feats[:1] if office.sense.feats[:1] in "mf" else "m"
    base = Base(office.sense.conj, office.sense.prep, "", 0)
    if person is not None:
        name, j = person
        entity = _entity_of_name(scene, name, titled, office.state, office.role, gender)
        mention = _mention(scene, entity, i, j, base, "role", sense=office.sense)
        mention.named = (titled, j)
        entity.description = entity.description or scene.raw(i, office.j, mention.start)
        _state_office(scene, entity, office, role.relation, i, j)
        mention.j = _apposition(scene, entity, i, j)
        scene.discourse.mention(entity)
        return mention
    return _descriptor(scene, office, base, number, gender)


def _office(scene: Scene, i: int) -> _Office | None:
    """Read a role and its complements: domain, nisba, body, state, باسم."""
    found = role_sense(scene, i)
    if found is None:
        return None
    sense, j = found
    office = _Office(sense.id, sense, i, j)
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
        if nisba is not None and (_everyday(scene, word.key) and not sense.det):
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
            and not _closed(word.key)
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
        if _namelike(scene, k, first=True, role=True) and scene.key(k) in scene.lexicon.given:
            return k
    return i


def _whose(scene: Scene, office: _Office) -> None:
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


def _complement(scene: Scene, office: _Office, k: int) -> bool:
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
        body = _body(scene, k, word) if word.flags & HEAD else None
        if body is not None and body.j > k + len(name.words):
            office.target, office.j = body.entity, body.j
        else:
            office.target, office.j = entity, k + len(name.words)
    elif word.flags & HEAD:
        body = _body(scene, k, word)
        if body is None or body.conj:
            return False
        office.target, office.j = body.entity, body.j
    elif (place := _place(scene, k, word)) is not None and not place.conj:
        office.target, office.j = place.entity, place.j
    else:
        return False
    office.state = office.state or office.target.state
    office.complete = True
    return True


def _domain_first(scene: Scene, office: _Office, word: Word) -> bool:
    """Whether the word is a minister's field even where it could be a body: وزير *الخارجية*."""
    role = scene.lexicon.roles[office.role]
    return (
        role.of == "state"
        and not office.sense.det
        and word.key.startswith(("ال", "وال"))
        and listed_at(scene, office.j) is None
        and _domain_word(scene, office, word)
    )


def _domain_word(scene: Scene, office: _Office, word: Word) -> bool:
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
        and not _namelike(scene, office.j, first=True, role=False)
    )


def _aside(scene: Scene, i: int) -> int | None:
    """Return the comma that ends a participle's phrase (المعنية بتسوية الأزمة،), within reach."""
    sense = next(s for s in scene.tokens[i].word.senses if s.pos in ("AP", "PP"))  # type: ignore[union-attr]
    if not sense.det:
        return None
    for k in range(i + 1, min(i + 8, len(scene.tokens))):
        if scene.key(k) in ("،", ","):
            return k if _name(scene, _titles(scene, k + 1), role=True) else None
        if scene.tokens[k].kind in "pq":
            return None
        word = scene.word(k)
        if word is not None and word.senses and all(s.pos == "V" for s in word.senses):
            return None
    return None


def _titles(scene: Scene, i: int) -> int:
    """Return the token behind the bare titles at i (العميد, السيد, الدكتور)."""
    for _ in range(3):
        found = role_sense(scene, i)
        if found is None or found[0].conj or found[0].prep:
            return i
        follows = _name(scene, found[1], role=True) or role_sense(scene, found[1])
        if not follows:
            return i
        i = found[1]
    return i


def _state_office(
    scene: Scene, entity: Entity, office: _Office, relation: str | None, i: int, j: int
) -> None:
    """Keep what a title states: who holds which office where."""
    if relation is None:
        return
    target = office.target
    if target is None and office.state is not None:
        target = scene.discourse.listed(office.state)
    if target is None or target is entity or target.person:
        return
    if relation == "leads" and target.kind == ActorKind.STATE:
        relation = "holds-office-in"
    if office.state and not entity.state:
        entity.state = office.state
    scene.facts.append(Fact(entity, relation, target, i, j, f"role:{office.role}"))


def _apposition(scene: Scene, entity: Entity, i: int, j: int) -> int:
    """Read "، ROLE" behind a name; return where the phrase ends."""
    if scene.key(j) not in ("،", ",", "("):
        return j
    office = _office(scene, j + 1)
    if office is None or office.sense.conj or office.sense.prep or not office.complete:
        return j
    if _name(scene, _titles(scene, office.j), role=True) is not None:
        return j
    role = scene.lexicon.roles[office.role]
    entity.roles[office.role] = None
    _state_office(scene, entity, office, role.relation, i, office.j)
    return office.j


def _descriptor(
    scene: Scene, office: _Office, base: Base, number: str, gender: str
) -> Mention | None:
    """Return whom a role without a name means: someone known, or somebody unnamed."""
    discourse = scene.discourse
    predicated = _predicated(scene, office, base)
    if predicated is not None:
        return predicated
    plural = number in ("p", "d")
    state = office.state
    entity = None
    if not plural and (office.sense.det or office.complete):
        entity = discourse.last_person((office.role,), state)
        if entity is None and office.role in _OFFICIAL and state and office.sense.det:
            entity = discourse.last_person((), state)
    if entity is None and (not office.complete or (state is None and office.target is None)):
        return None
    if entity is None and plural and office.target is not None:
        entity = office.target  # قادة الحركة stand for the movement
    if entity is None:
        entity = discourse.described(
            _clean_name(scene, office.i, office.j, office.sense),
            role=office.role,
            state=state,
            plural=plural,
            gender=gender,
        )
    discourse.mention(entity)
    return _mention(scene, entity, office.i, office.j, base, "role", sense=office.sense)


def _predicated(scene: Scene, office: _Office, base: Base) -> Mention | None:
    """Read "X, and he is a member of Y", "X is not a member of Y" as a fact about X."""
    relation = scene.lexicon.roles[office.role].relation
    bare = not office.sense.det and not office.sense.prep
    if relation is None or not bare or office.target is None or not scene.mentions:
        return None
    k = office.i - 1
    copula = scene.key(k) in _COPULA
    negated = any(
        scene.key(n) in ("ليس", "ليست", "وليس", "وليست") for n in range(max(0, k - 4), k + 1)
    )
    last = scene.mentions[-1]
    if not copula and not (relation == "member-of" and last.j >= office.i - 2):
        return None
    if last.prep and not copula:
        return None
    if last.entity is office.target:
        return None
    _state_office(scene, last.entity, office, relation, last.i, office.j)
    if negated and scene.facts:
        scene.facts[-1].modality = "negated"
    return _mention(scene, last.entity, office.i, office.j, base, "role", sense=office.sense)


def _national(scene: Scene, i: int, word: Word) -> Mention | None:
    """Return a person called by nation and name: *النرويجي تروند* إسبيلاند."""
    sense = next((s for s in word.senses if s.pos == "N" and s.det), None)
    if sense is None or sense.feats[1:2] != "s" or scene.word(i + 1) is None:
        return None
    if i and scene.word(i - 1) is not None and scene.key(i - 1).startswith("ال"):
        return None  # an adjective: الرئيس النرويجي
    first = scene.key(i + 1)
    if first not in scene.lexicon.given:
        return None
    name = _name(scene, i + 1, role=True)
    if name is None or name[1] - i < 3:
        return None
    gender = sense.feats[:1]
    entity = scene.discourse.person(name[0], state=sense.id, role=None, gender=gender)
    base = Base(sense.conj, sense.prep, "", 0)
    mention = _mention(scene, entity, i, name[1], base, "name", sense=sense)
    scene.discourse.mention(entity)
    return mention


def _person(scene: Scene, i: int, word: Word) -> Mention | None:
    """Return a person named without a title: a given name and what goes on with it."""
    for base in word.bases:
        if base.conj + base.prep and len(base.key) < 4:
            continue
        leads = base.key in scene.lexicon.given or (base.key in _SON and not base.prep)
        verbal = any(sense.pos in ("V", "M", "E") for sense in word.senses)
        if not leads or (base.prep and word.senses) or (base.conj and verbal):
            continue
        if word.flags & VERB and not base.conj and scene.key(i + 1) not in scene.lexicon.family:
            continue
        name = _name(scene, i, role=False, base=base)
        if name is None or name[1] - i < 2:
            continue
        entity = scene.discourse.person(name[0], state=None, role=None)
        mention = _mention(scene, entity, i, name[1], base, "name")
        mention.j = _apposition(scene, entity, i, name[1])
        scene.discourse.mention(entity)
        return mention
    return None


def _surname(scene: Scene, i: int, word: Word) -> Mention | None:
    """Return a person known in the document, or alone in the lexicon, by this surname."""
    for base in word.bases:
        key = fold_loose(base.key)
        if len(key) < 3 or (word.senses and base.conj + base.prep):
            continue
        entity = scene.discourse.known_surname(key)
        if entity is None and not word.senses and key in scene.names.surnames:
            entity = scene.discourse.listed(scene.names.surnames[key])
        if entity is None or (word.flags & VERB and not key.startswith("ال")):
            continue
        j = _apposition(scene, entity, i, i + 1)
        scene.discourse.mention(entity)
        return _mention(scene, entity, i, j, base, "surname")
    return None


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


def _name(scene: Scene, i: int, *, role: bool, base: Base | None = None) -> tuple[str, int] | None:
    """Return the person's name at token i and the token behind it.

    Behind a role, words that no lexicon knows are taken for a name; elsewhere the first word must
    be a known given name.
    """
    listed = listed_at(scene, i, bare=role)
    if listed is not None and listed[1].kind == "name":
        known = scene.lexicon.actors[listed[1].ids[0]]
        if known.kind == ActorKind.PERSON:
            j = i + len(listed[1].words)
            return scene.raw(i, j), j
        return None
    j, unknown = i, 0
    while j - i < _LONGEST_NAME:
        first = j == i
        if first and base is not None:
            j += 1
            continue
        grade = _namelike(scene, j, first=first, role=role)
        if not grade:
            break
        unknown += grade == 1
        if unknown > (2 if role else 1):
            break
        j += 1
    while j > i and scene.key(j - 1) in scene.function("wasta"):
        j -= 1
    if j == i:
        return None
    start = scene.tokens[i].start
    if base is not None and base.cut > 0:
        start = _letters_in(scene.text, scene.tokens[i].start, base.cut)
    return scene.raw(i, j, start), j


def _namelike(scene: Scene, i: int, *, first: bool, role: bool) -> int:
    """Return 2 for a known part of names, 1 for a word that may be one, 0 for none."""
    word = scene.word(i)
    if word is None:
        return 0
    key, lexicon = word.key, scene.lexicon
    if key in scene.function("wasta"):
        return 2
    if not first and scene.key(i - 1) in _SON and not key.startswith("ال"):
        return 2
    known = key in lexicon.given or key in lexicon.family
    whole = [s for s in word.senses if not (s.conj + s.prep or s.future)]
    if known and not any(s.pos == "V" and s.feats[:3] == "ipf" for s in whole):
        ordinary = {"N", "R", "H"} if first or not role else {"N", "R"}
        return 0 if any(s.pos in ordinary for s in whole) else 2
    if word.flags or word.pronoun or word.complementizer or len(key) < (2 if role else 3):
        return 0
    if _closed(key) or scene.tokens[i].tanwin:
        return 0
    if key in _ORDINALS:
        return 0 if first else 2  # ألكسندر الثالث
    if key.startswith("ال") and scene.text[scene.tokens[i].start] == "ا":
        before = scene.key(i - 1)
        given = before in lexicon.given or (before[:1] == "و" and before[1:] in lexicon.given)
        everyday = key in lexicon.ordinary or key[2:] in lexicon.ordinary
        if first or (everyday and not (given and key.endswith("ي"))):
            return 0
        return 1 if key.endswith("ي") or (given and not key.endswith(("ة", "ات"))) else 0
    if key in lexicon.ordinary:
        return 0
    for clitic in word.bases[1:]:
        if clitic.key in lexicon.given or clitic.key in scene.names.starts:
            return 0
        if clitic.key in lexicon.ordinary:
            return 0
        if first and clitic.prep in ("ب", "ل") and clitic.key[:1] in "تا":
            return 0
    if not first and key in scene.names.starts:
        return 0  # the next actor: عبد القادر / فرنسا
    if key.endswith(("ة", "ات", "يا", "ين")) and not role:
        return 0
    if (first and key.endswith(("ة", "ات"))) or key.startswith(("مت", "ومت", "وا")):
        return 0
    if key.startswith("است") and scene.text[scene.tokens[i].start] == "ا":
        return 0
    return 1


@cache
def _closed_words() -> frozenset[str]:
    function = load_lexicon().function
    return frozenset(word for name in _CLOSED for word in function[name])


def _closed(key: str) -> bool:
    """Whether the word is of a closed class, with or without a conjunction."""
    words = _closed_words()
    return key in words or (key[0] in "وف" and key[1:] in words)


# Bodies


def _body(scene: Scene, i: int, word: Word) -> Mention | None:
    """Return the organisation whose head noun is token i."""
    if word.key in _LED_BY:
        return None
    phrase = phrase_at(scene, i, "H")
    single = next((s for s in word.senses if s.pos == "H"), None)
    sense, j = phrase if phrase is not None else (single, i + 1)
    if sense is None or sense.pronoun:
        return None
    head = sense.id
    row = scene.lexicon.bodies[head]
    whole = phrase is not None and scene.key(j - 1).startswith("ال")
    state: str | None = None
    owner: Entity | None = None
    quoted = False
    described = int(whole)
    definite = sense.det or whole
    while j - i <= _LONGEST_BODY:
        token = scene.tokens[j] if j < len(scene.tokens) else None
        if token is None:
            break
        if token.kind == "q" and token.key in OPENING + '"':
            end = _short_quote(scene, j)
            if end is None or quoted or state is not None or owner is not None:
                break
            quoted, j = True, end
            continue
        following = token.word
        if following is None:
            break
        nisba = next(
            (s for s in following.senses if s.pos == "N" and not s.prep and not s.conj), None
        )
        if nisba is not None and (
            not _agrees(row, following.key, nisba.feats) or _everyday(scene, following.key)
        ):
            nisba = None
        if nisba is not None and (nisba.det or not definite) and owner is None:
            state = state or nisba.id
            definite = definite or nisba.det
            described += 1
            j += 1
        elif (
            owner is None
            and not quoted
            and (
                not (sense.det or described)
                or following.key[0] == "ل"
                or (not definite and not sense.det)
            )
            and (found := _owner(scene, j, following))
        ):
            owner, j = found
            definite = True
        elif _body_word(scene, j, following, definite=definite) and (
            not (sense.det or described or owner) or _goes_on(scene, j, following, row)
        ):
            definite = definite or following.key.lstrip("و").startswith("ال")
            described += 1
            j += 1
        elif not (sense.det or described or quoted or owner) and _namelike(
            scene, j, first=True, role=True
        ):
            quoted, definite = True, True  # a name of its own: منظمة *كاريتاس*
            j += 1
        else:
            break
    named = quoted or owner is not None or state is not None
    if not (named or (described and definite)):
        return _body_anaphor(scene, i, word, sense, head)
    if row.needs == "full" and not (quoted or owner is not None or described > (state is not None)):
        return _body_anaphor(scene, i, word, sense, head)
    if row.needs == "nisba" and not named and not sense.det and described < 1:
        return None
    if owner is not None and state is None:
        state = owner.state
    news = any("انباء" in scene.key(k) for k in range(i, j))
    entity = scene.discourse.body(
        _clean_name(scene, i, j, sense),
        kind=ActorKind.MEDIA if news else row.kind,
        head=head,
        gender=row.gender,
        plural=row.plural,
        state=state,
    )
    if owner is not None and owner.person and row.kind == ActorKind.ARMED_GROUP:
        scene.facts.append(Fact(owner, "leads", entity, i, j, f"body:{head}"))
    scene.discourse.mention(entity)
    base = Base(sense.conj, sense.prep, "", 0)
    return _mention(scene, entity, i, j, base, "body", sense=sense)


def _construct_goes_on(scene: Scene, j: int) -> bool:
    """Whether a chain of nouns in the construct state ends in a definite one: سكك حديد *الشمال*."""
    for k in range(j, j + 3):
        word = scene.word(k)
        if word is None or word.complementizer or word.pronoun or _closed(word.key):
            return False
        if word.key.startswith("ال") or listed_at(scene, k, bare=True) is not None:
            return True
        if word.flags & (VERB | ROLE) or any(s.conj or s.prep for s in word.senses):
            return False
    return False


def _agrees(row: Body, key: str, feats: str) -> bool:
    """Whether an adjective has the gender of the body's head: وزارة الدفاع *الروسية*."""
    if row.plural and feats[1:2] == "p":
        return True
    feminine = feats[:1] == "f" if feats else key.endswith(("ة", "ى", "يا"))
    return feminine == (row.gender == "f" or row.plural)


def _goes_on(scene: Scene, j: int, word: Word, row: Body) -> bool:
    """Whether a later word is still part of the name: an adjective that agrees with the head.

    A participle with a preposition behind it begins a clause of its own (المدعومة من).
    """
    key = word.key
    if key.startswith(("لل", "ل")) and not key.startswith("ال"):
        return True
    if word.flags & HEAD and key.startswith("ال"):
        return False  # the next body
    following = scene.word(j + 1)
    if following is not None and following.key in ("عن", "تحت", "الى", "على", "ضمن", "ضد"):
        if key.startswith("الم"):  # a participle with its complement: المنشق عن
            return False
    if word.flags & MASDAR and not key.startswith("وال"):
        return False
    if any(s.pos == "R" and s.det and s.feats[1:2] == "s" for s in word.senses):
        return False  # the next person's title
    if word.flags & PARTICIPLE and _governs(scene, j, word):
        return False
    if not key.startswith("ال"):
        return True
    before = scene.key(j - 1)
    fits = key.endswith(("ة", "ين", "ون")) or not before.endswith("ة")
    return fits or _agrees(row, key, "")


def _governs(scene: Scene, j: int, word: Word) -> bool:
    """Whether a participle has a complement of its own behind it: المدعومة *من*, المطالبة *ب*."""
    following = scene.word(j + 1)
    if following is None:
        return False
    after = {following.key, *(s.prep for s in following.senses), *(b.prep for b in following.bases)}
    if following.pronoun is not None:
        after.add(following.pronoun[0])
    for sense in word.senses:
        if sense.pos not in ("AP", "PP"):
            continue
        verb = scene.lexicon.verbs[sense.id]
        wanted = {fold(marker) for marker in (*verb.object, *verb.noun_object)}
        if sense.pos == "PP":
            wanted |= {"من"}
        if verb.relation is not None and after & wanted:
            return True
    return False


def _everyday(scene: Scene, key: str) -> bool:
    """Whether a nation's adjective is far more often an ordinary one: مالي is financial."""
    return key.removeprefix("و").removeprefix("ال") in scene.function("everyday_nisbas")


def _owner(scene: Scene, j: int, word: Word) -> tuple[Entity, int] | None:
    """Return the actor in the genitive at token j: قوات *حفتر*, حكومة *فرنسا*."""
    listed = listed_at(scene, j, bare=word.key[0] != "ل")
    if listed is not None and listed[0].prep not in ("", "ل"):
        listed = None
    if listed is not None and not listed[0].conj:
        entity = scene.discourse.listed(listed[1].ids[0])
        return entity, j + len(listed[1].words)
    if scene.depth >= _DEEPEST:
        return None
    scene.depth += 1
    try:
        return _unlisted_owner(scene, j, word)
    finally:
        scene.depth -= 1


def _unlisted_owner(scene: Scene, j: int, word: Word) -> tuple[Entity, int] | None:
    if word.flags & HEAD and not word.bases[0].conj:
        body = _body(scene, j, word)
        if body is not None and not body.conj and body.prep in ("", "ل"):
            return body.entity, body.j
    if word.flags & ROLE:
        found = _role_phrase(scene, j, word)
        if found is not None and not found.conj and not found.prep and found.entity.person:
            return found.entity, found.j
    person = _person(scene, j, word) or _surname(scene, j, word)
    if person is not None and not person.conj and not person.prep:
        return person.entity, person.j
    return None


def _body_word(scene: Scene, j: int, word: Word, *, definite: bool) -> bool:
    """Whether the word goes on with a body's name: an adjective or noun with the article."""
    key = word.key
    if key in scene.function("passing"):
        return False
    if word.complementizer or word.pronoun or _closed(key):
        return key in scene.function("office_words")
    if key.startswith("ال"):
        return len(key) > 3 and not (word.flags & ROLE and scene.key(j + 1) in scene.lexicon.given)
    if key.startswith("لل") and len(key) > 4:
        return definite
    if key.startswith("وال") and len(key) > 5:
        # A second domain (السلم والأمن), not a second actor.
        return not word.flags & (ROLE | HEAD | NISBA) and not any(
            base.key in scene.names.starts for base in word.bases
        )
    if key.startswith("ل") and word.flags & MASDAR and definite:
        named = scene.key(j + 1).startswith("ال") or listed_at(scene, j + 1, bare=True) is not None
        return named and any(s.pos == "M" and s.prep == "ل" for s in word.senses)
    # A noun in the construct state before a definite one: هيئة أركان الجيش, لجنة حقوق الإنسان.
    return (
        not definite
        and _construct_goes_on(scene, j + 1)
        and not word.flags & VERB
        and not any(s.conj or s.prep for s in word.senses)
    )


def _body_anaphor(scene: Scene, i: int, word: Word, sense: Sense, head: str) -> Mention | None:
    """Return the body meant by a bare head noun with the article: الوكالة, اللجنة."""
    if not sense.det:
        return None
    if word.flags & PARTICIPLE and scene.mentions and scene.mentions[-1].j == i:
        return None  # الولايات المتحدة *المعارضة* لـ
    entity = scene.discourse.last_body(head)
    if entity is None:
        return None
    scene.discourse.mention(entity)
    base = Base(sense.conj, sense.prep, "", 0)
    return _mention(scene, entity, i, i + 1, base, "body", sense=sense)


def _event(scene: Scene, i: int, word: Word) -> Mention | None:
    """Return the operation, plan or initiative that has a name: "عملية الكرامة"."""
    for base in word.bases:
        if base.key not in scene.function("event_heads"):
            continue
        before = scene.tokens[i - 1] if i else None
        following = scene.tokens[i + 1] if i + 1 < len(scene.tokens) else None
        if before is not None and before.kind == "q":
            j = _short_quote(scene, i - 1)
            j = j - 1 if j is not None else None
        elif following is not None and following.kind == "q":
            j = _short_quote(scene, i + 1)
        elif base.key in ("عملية", "خطة") and _named_event(scene, i + 1):
            j = i + 2
        else:
            j = None
        if j is None or j < i + 2:
            continue
        mention = _mention(scene, Entity("event", ""), i, j, base, "event")
        name = " ".join(scene.raw(i, j, mention.start).replace('"', "").split())
        name = name.strip("«»“”")
        mention.entity = scene.discourse.body(
            name, kind="event", head=base.key, gender="f", plural=False, state=None
        )
        return mention
    return None


def _place(scene: Scene, i: int, word: Word) -> Mention | None:
    """Return the town, island or region that a common noun introduces: بلدة *الريحانية*."""
    for base in word.bases:
        state_word = base.key in scene.function("states_words") and not base.key.startswith("ال")
        if base.key not in scene.function("place_heads") and not state_word:
            continue
        listed = listed_at(scene, i + 1, bare=True)
        if listed is not None:
            j = i + 1 + len(listed[1].words)
            owner = scene.discourse.listed(listed[1].ids[0])
            state = owner.listed if owner.kind == ActorKind.STATE else owner.state
        else:
            first = scene.word(i + 1)
            if first is None or first.flags or first.pronoun or _closed(first.key):
                return None
            if first.key in scene.lexicon.ordinary or len(first.key) < 3:
                return None
            j, state = i + 2, None
            following = scene.word(j)
            if (
                following is not None
                and not following.flags
                and following.key in scene.lexicon.family
                and following.key not in scene.lexicon.given
            ):
                j += 1
        if state_word and listed is not None:
            return None
        mention = _mention(
            scene, Entity(ActorKind.PLACE, ""), i, j, base, "name" if state_word else "city"
        )
        mention.entity = scene.discourse.body(
            " ".join(scene.raw(i, j, mention.start).split()),
            kind=ActorKind.STATE if state_word else ActorKind.PLACE,
            head="place",
            gender="m" if base.key in _MASCULINE_PLACES else "f",
            plural=False,
            state=state,
        )
        scene.discourse.call(mention.entity, scene.raw(i + 1, j))
        scene.discourse.mention(mention.entity)
        return mention
    return None


def _called(scene: Scene, i: int, word: Word) -> Mention | None:
    """Return the body, place or unlisted state that the document has called by this name."""
    for base in word.bases:
        if word.senses and base.conj + base.prep:
            continue
        for j in (i + 2, i + 1):
            if j > len(scene.tokens) or scene.tokens[j - 1].word is None:
                continue
            rest = [scene.key(k) for k in range(i + 1, j)]
            entity = scene.discourse.called(" ".join([base.key, *rest]))
            if entity is not None:
                kind = "city" if entity.kind == ActorKind.PLACE else "name"
                scene.discourse.mention(entity)
                return _mention(scene, entity, i, j, base, kind)
    return None


def _named_event(scene: Scene, i: int) -> bool:
    """Whether the word at i can only be a name: unknown, no clitics, no ending of plurals."""
    word = scene.word(i)
    return word is not None and not word.flags and bool(_namelike(scene, i, first=True, role=True))


def _short_quote(scene: Scene, i: int) -> int | None:
    """Return the token behind a quoted name of up to five words that opens at i."""
    for k in range(i + 1, min(i + 7, len(scene.tokens))):
        token = scene.tokens[k]
        if token.kind == "q" and token.key in CLOSING + '"':
            return k + 1 if k > i + 1 else None
        if token.kind == "p" and token.key not in "-–'":
            return None
    return None


# Nations


def _nation(scene: Scene, i: int, word: Word) -> Mention | None:
    """Return the state meant by its people: الروس, الليبيون."""
    for sense in word.senses:
        if sense.pos == "N" and sense.det and sense.feats.rstrip("+") in ("mp", "bp"):
            before = scene.word(i - 1)
            plural = before is not None and before.key.endswith(("ون", "ين", "ات"))
            if before is not None and plural and not before.flags & VERB and not sense.prep:
                return None  # an adjective: المسؤولين الروس
            if before is not None and before.flags & ROLE and not sense.prep + sense.conj:
                return None
            entity = scene.discourse.listed(sense.id)
            scene.discourse.mention(entity)
            base = Base(sense.conj, sense.prep, "", 0)
            return _mention(scene, entity, i, i + 1, base, "nation", sense=sense)
    return None


def _with_nisba(scene: Scene, i: int, word: Word) -> Mention | None:
    """Return the state behind "the Russian side", "the Israeli aircraft", "his country"."""
    for base in word.bases:
        if base.key in scene.function("own_country"):
            gender = {"ه": "m", "ا": "f"}.get(base.key[-1], "x")
            state = scene.discourse.home(gender)
            return None if state is None else _mention(scene, state, i, i + 1, base, "nation")
        if base.key in scene.function("both_sides") and scene.discourse.sides is not None:
            first, second = scene.discourse.sides
            mention = _mention(scene, first, i, i + 1, base, "sides")
            mention.other = second
            return mention
        kind = (
            "nation"
            if base.key in scene.function("sides")
            else "instrument"
            if base.key in scene.function("instruments")
            else None
        )
        if kind is None:
            continue
        j = i + 1
        while j < i + 3:
            following = scene.word(j)
            if following is None:
                break
            nisba = next(
                (s for s in following.senses if s.pos == "N" and not s.prep + s.conj), None
            )
            owner = listed_at(scene, j, bare=True) if kind == "instrument" else None
            if owner is not None and owner[1].kind == "name" and j == i + 1:
                entity = scene.discourse.listed(owner[1].ids[0])
                if entity.kind == ActorKind.STATE:
                    scene.discourse.mention(entity)
                    return _mention(scene, entity, i, j + len(owner[1].words), base, kind)
            if nisba is not None:
                entity = scene.discourse.listed(nisba.id)
                scene.discourse.mention(entity)
                return _mention(scene, entity, i, j + 1, base, kind)
            if not following.key.startswith("ال"):
                break
            j += 1
    return None


# Offsets


def _mention(
    scene: Scene,
    entity: Entity,
    i: int,
    j: int,
    base: Base,
    kind: str,
    *,
    sense: Sense | None = None,
) -> Mention:
    cut = base.cut
    if sense is not None:
        cut = len(sense.conj) + len(sense.prep)
        if sense.prep == "ل" and sense.det:
            cut = len(sense.conj)  # للجيش has no letter where الجيش could begin
    start = scene.tokens[i].start
    if cut > 0:
        start = _letters_in(scene.text, start, cut)
    return Mention(entity, i, j, base.conj, base.prep, kind, start)


def _letters_in(text: str, start: int, letters: int) -> int:
    """Return the offset after so many letters, marks and tatweel skipped with them."""
    position = start
    while letters and position < len(text):
        position += 1
        letters -= 1
        while position < len(text) and not text[position].isalnum() and text[position] not in " \n":
            position += 1
    return position


def _clean_name(scene: Scene, i: int, j: int, sense: Sense) -> str:
    """Return the words of tokens i to j without the clitics before them."""
    mention = _mention(scene, Entity(ActorKind.PERSON, ""), i, j, Base("", "", "", 0), "",
                       sense=sense)  # fmt: skip
    name = " ".join(scene.raw(i, j, mention.start).split())
    if sense.prep == "ل" and sense.det:
        return "ال" + name[2:]
    return name
