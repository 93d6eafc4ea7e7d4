"""Clauses: who a verb's subject is, and where its clause ends.

A clause begins at a relative pronoun, a complementizer (أن), a subordinator, or a further finite
verb. Subjects are looked for behind the verb (VSO), before it (SVO), in the antecedent of a
relative clause, and, when the verb has none of its own, in the clause before.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from .discourse import Discourse, Entity, agrees
from .items import Item
from .lexicon import load_lexicon
from .scene import Mention, Scene


@dataclass(slots=True, eq=False)
class Clause:
    """Items a to b (exclusive) around at most one finite verb."""

    kind: str  # main, rel, an, sub, if, coord
    a: int
    b: int
    parent: "Clause | None" = None
    opener: Item | None = None
    antecedent: Item | None = None
    verb: Item | None = None
    subject: Item | None = None  # the item that is the subject, an actor or not
    also: Entity | None = None  # a second one who does it: the leader of what does it
    subject_entity: Entity | None = None  # who the subject is, if an actor; perhaps inherited
    inherited: bool = False
    negated: bool = False
    doubtful: bool = False


@dataclass(slots=True, eq=False)
class Sentence:
    """One sentence read into items and clauses, with what stood before it."""

    scene: Scene
    items: list[Item]
    start: int
    end: int
    before: list[Entity]  # spoken of earlier, in order
    voices: list[tuple[int, int, Entity]] = field(default_factory=list["tuple[int, int, Entity]"])
    clauses: list[Clause] = field(default_factory=list[Clause])
    clause_of: list[Clause] = field(default_factory=list[Clause])

    @property
    def discourse(self) -> Discourse:
        """The memory of the document."""
        return self.scene.discourse

    def mentions_before(self, index: int) -> Iterator[Entity]:
        """Yield who was spoken of before an item, the latest first."""
        for item in reversed(self.items[:index]):
            if item.mention is not None:
                if item.mention.other is not None:
                    yield item.mention.other
                yield item.mention.entity
        yield from reversed(self.before)


def clauses_of(sentence: Sentence) -> None:
    """Divide a sentence into clauses and find their subjects."""
    _divide(sentence)
    for clause in sentence.clauses:
        if clause.verb is not None:
            _find_subject(sentence, clause)


def _divide(sentence: Sentence) -> None:
    current = Clause("main", 0, 0)
    sentence.clauses.append(current)
    for item in sentence.items:
        outer = _taken_up_again(sentence, current, item)
        if outer is not None:
            current = outer
        opened = _opening(sentence, current, item)
        if opened is not None:
            if opened.kind == "coord":
                _lead(sentence, current, opened, item)
            current = opened
            sentence.clauses.append(current)
        if item.kind == "V" and current.verb is None:
            current.verb = item
        sentence.clause_of.append(current)
        current.b = item.index + 1
    for clause in sentence.clauses:
        if clause.verb is not None:
            _mood(sentence, clause)


def _lead(sentence: Sentence, current: Clause, opened: Clause, verb: Item) -> None:
    """Let the actor right before a further verb lead its clause: ، أما بريطانيا *فلم تتدخل*."""
    person = verb.feats.split()[1]
    k = verb.index - 1
    while k > current.a and sentence.items[k].kind in ("neg", "doubt", "aux", "adv", "T"):
        k -= 1
    item = sentence.items[k]
    if item.kind != "M" or item.marker not in ("direct", "gen") or verb.conj == "و":
        return
    if (
        current.verb is None
        or k <= current.verb.index
        or not _may_be_subject(item, person, before=True)
    ):
        return
    before = sentence.items[k - 1]
    if not (item.conj or before.kind in ("mark", "sub", "quote") or before.key in ("اما", "واما")):
        return
    if sentence.clause_of[k] is not current:
        return
    opened.a, current.b = k, k
    item.marker = "direct"
    for n in range(k, verb.index):
        sentence.clause_of[n] = opened


def _taken_up_again(sentence: Sentence, current: Clause, item: Item) -> Clause | None:
    """Return the outer clause that "، and the opening to" goes on with after a relative clause."""
    if item.kind != "N" or item.conj != "و" or current.kind != "rel" or current.parent is None:
        return None
    if sentence.items[item.index - 1].kind != "mark":
        return None
    for other in sentence.items[: item.index]:
        same = other.index < len(sentence.clause_of) and (
            sentence.clause_of[other.index] is current.parent
        )
        if same and other.kind == "N" and other.det == item.det and other.marker == item.marker:
            return current.parent
        if same and other.kind == "N" and other.det == item.det and item.marker == "direct":
            item.marker = other.marker
            return current.parent
    return None


def _opening(sentence: Sentence, current: Clause, item: Item) -> Clause | None:
    """Return the clause that this item opens, if it opens one."""
    at = item.index
    if item.kind == "rel":
        antecedent = _antecedent(sentence.items, at)
        return Clause("rel", at, at, current, item, antecedent)
    if item.conj == "و" and is_goal(item) and at and sentence.items[at - 1].kind == "mark":
        return Clause("goal", at, at, current)  # ، والهدف منها ...
    if item.kind in ("an", "sub", "if"):
        return Clause(item.kind, at, at, current, item)
    if item.kind == "V" and current.verb is not None:
        waiting = _waiting(sentence, current, item)
        if waiting is not None:
            return Clause("main", at, at, waiting.parent, None, waiting.antecedent)
        parent = current.parent if current.kind in ("rel", "an") else current
        clause = Clause("coord", at, at, parent or current)
        clause.antecedent = current.antecedent if current.kind in ("rel", "coord") else None
        return clause
    return None


def is_goal(item: Item) -> bool:
    """Whether the word says "the aim"."""
    if item.kind not in ("O", "N"):
        return False
    word = item.key.removeprefix("و").removeprefix("ف").removeprefix("ال")
    return word in load_lexicon().function["goals"]


def _waiting(sentence: Sentence, current: Clause, item: Item) -> Clause | None:
    """Return the outer clause whose own verb this is: الرئيس الذي زار ... *أعلن*."""
    if item.conj or current.kind not in ("rel", "sub", "an"):
        return None
    outer = current.parent
    while outer is not None:
        if outer.verb is None and _topic_of(sentence, outer, item) is not None:
            return outer
        outer = outer.parent
    return None


def _antecedent(items: list[Item], at: int) -> Item | None:
    """Return the noun phrase before a relative pronoun that agrees with it."""
    key = items[at].key
    gender = "f" if key.startswith(("الت", "الل")) else "m"
    plural = key == "الذين"
    if key in ("من", "ما"):
        return None
    for item in reversed(items[max(0, at - 8) : at]):
        if item.kind == "M" and item.mention is not None:
            entity = item.mention.entity
            if agrees(entity, gender, "p" if plural else "s") or item.mention.kind == "sides":
                return item
        elif item.kind in ("O", "N") and item.marker != "gen" and item.feats:
            if item.kind == "O" and _owner_of(items, item) is not None:
                continue
            if item.feats[:1] == gender or item.feats[1:2] == "p" or item.feats == "bp":
                return item
        elif item.kind in ("V", "an", "sub"):
            return None
    return None


def _owner_of(items: list[Item], item: Item) -> Item | None:
    """Return the actor in the genitive behind a noun: سياسة *فرنسا*."""
    following = items[item.index + 1] if item.index + 1 < len(items) else None
    if following is not None and following.kind == "M" and following.head is item:
        return following
    return None


def _mood(sentence: Sentence, clause: Clause) -> None:
    """Note negation and doubt around the verb, and doubt that the clause stands under."""
    verb = clause.verb
    assert verb is not None
    for item in sentence.items[max(clause.a, verb.index - 3) : verb.index]:
        if item.kind == "neg" and item.index >= verb.index - 2:
            clause.negated = True
        elif item.kind == "doubt":
            perfect = verb.feats.startswith("pf")
            clause.doubtful = not (item.value in ("قد", "لقد") and perfect)
    if clause.kind == "if":
        clause.doubtful = True
    opener = clause.opener
    if clause.kind == "an" and opener is not None:
        for item in sentence.items[max(0, opener.index - 3) : opener.index]:
            if item.kind in ("doubt", "unreal") and item.value not in ("قد", "لقد"):
                clause.doubtful = True


def _find_subject(sentence: Sentence, clause: Clause) -> None:
    verb = clause.verb
    assert verb is not None
    person = verb.feats.split()[1]
    behind = _first_direct(sentence, clause, verb)
    topic = _topic_of(sentence, clause, verb)
    if topic is not None and behind is not None and behind.kind == "M" and verb.pronoun:
        if _pronoun_fits(topic, verb.pronoun) and _may_be_subject(behind, person, before=False):
            topic = None  # أما الحركة فقد سلحتها كوبا
    if clause.kind == "an" and behind is not None and _left_out(sentence, clause, verb, person):
        behind = None
    if behind is not None and _object_behind(sentence, clause, verb, behind, person):
        behind = None
    if topic is not None and topic.kind == "O" and behind is not None and behind.kind == "M":
        if behind.index - verb.index <= 2 and _may_be_subject(behind, person, before=False):
            topic = None  # وبسؤاله عن ...، قال دينغوف
    if clause.kind == "rel" and clause.antecedent is not None and topic is None:
        resumed = _resumed(sentence, clause, verb)
        if not resumed and _may_be_subject(clause.antecedent, person, before=True):
            clause.subject = clause.antecedent
    if clause.subject is None and topic is not None:
        clause.subject = topic
    if clause.subject is None and behind is not None and person[1:] in ("ms", "fs", "xs"):
        if _may_be_subject(behind, person, before=False) or _unknown_plural(sentence, behind, verb):
            clause.subject = behind
    if clause.subject is not None:
        clause.subject_entity = entity_of(sentence, clause.subject)
        if clause.subject_entity is not None:
            sentence.discourse.subject = clause.subject_entity
        return
    clause.inherited = True
    clause.subject_entity = _dropped(sentence, clause, verb, person)


def _first_direct(sentence: Sentence, clause: Clause, verb: Item) -> Item | None:
    """Return the first bare noun phrase behind the verb."""
    for item in sentence.items[verb.index + 1 : clause.b]:
        if sentence.clause_of[item.index] is not clause:
            continue
        if item.kind in ("M", "N", "O") and item.marker == "direct" and not item.conj:
            if item.kind == "O" and (item.indefinite and item.topic is None):
                continue  # an adverb, more often than not
            return item
        if item.kind == "self":
            return None
    return None


def _topic_of(sentence: Sentence, clause: Clause, verb: Item) -> Item | None:
    """Return the noun phrase before the verb that agrees with it: SVO and headlines."""
    person = verb.feats.split()[1]
    best: Item | None = None
    for item in sentence.items[clause.a : verb.index]:
        if (
            sentence.clause_of
            and item.index < len(sentence.clause_of)
            and (sentence.clause_of[item.index] is not clause)
        ):
            continue
        if item.kind == "an" or (item.kind == "mark" and item.key in ":"):
            best = None
        if item.kind in ("M", "O", "N") and item.marker == "direct":
            if item.conj and best is not None and item.kind == best.kind:
                continue  # the second of two joined subjects
            if _may_be_subject(item, person, before=True):
                if best is None or best.kind != "M":
                    best = item
    opener = clause.opener
    if best is None and opener is not None and opener.kind == "an" and opener.pronoun:
        return opener
    return best


def _resumed(sentence: Sentence, clause: Clause, verb: Item) -> bool:
    """Whether a pronoun in the relative clause takes up its antecedent: التي يقود*ها*."""
    antecedent = clause.antecedent
    assert antecedent is not None
    if verb.pronoun and _pronoun_fits(antecedent, verb.pronoun):
        return True
    person = verb.feats.split()[1]
    if _may_be_subject(antecedent, person, before=True):
        behind = _first_direct(sentence, clause, verb)
        if (
            behind is None
            or behind.kind != "M"
            or not _may_be_subject(behind, person, before=False)
        ):
            return False
        return any(
            item.kind == "pron" and _pronoun_fits(antecedent, item.value)
            for item in sentence.items[verb.index + 1 : clause.b]
        )
    return True


def _pronoun_fits(item: Item, pronoun: str) -> bool:
    if item.mention is not None:
        return agrees(item.mention.entity, pronoun[0], pronoun[1])
    if item.feats[1:2] == "p" or item.feats == "bp":
        return pronoun in ("fs", "mp")
    return pronoun[0] in (item.gender, "x")


def _may_be_subject(item: Item, person: str, *, before: bool) -> bool:
    """Whether the noun phrase agrees with the verb; a verb before its subject stays singular."""
    if person[0] != "3":
        return False
    gender, number = person[1], person[2]
    mention = item.mention
    if mention is not None:
        entity = mention.entity
        if mention.kind == "sides":
            return number in ("d", "s")
        if mention.kind in ("nation",) and entity.kind == "state":
            return not before or number == "p" or _singular_agrees(entity, gender, number)
        if before and number == "d":
            return True
        if before and number == "p":
            return entity.plural or not entity.person
        if (
            gender == "f"
            and number == "s"
            and (mention.kind in ("capital", "city") or entity.kind == "state")
        ):
            return True  # towns and states may always agree as feminine
        if entity.plural and entity.person is False:
            return gender in ("f", "x") or (entity.kind == "group" and gender == "m")
        return number == "s" and gender == entity.gender
    if before and number in ("d", "p"):
        return number in item.feats[1:2] or item.feats == "bp"
    if item.feats[1:2] == "p" or item.feats == "bp":
        return not before or gender == "f" or item.feats == "mp"
    return item.gender == gender


def _object_behind(
    sentence: Sentence, clause: Clause, verb: Item, behind: Item, person: str
) -> bool:
    """Whether "and warned Bulgaria" goes on with the subject before, Bulgaria being the object.

    So it is when the verb needs a bare object, nothing else could be it, and the last subject fits.
    """
    outer = clause.parent
    before = sentence.items[verb.index - 1] if verb.index else None
    describes = before is not None and before.kind in ("O", "N") and not before.det
    if not (verb.conj or describes) or behind.kind != "M" or verb.pronoun or outer is None:
        return False  # a verb that joins another, or describes a thing: قرارا *يدعو* العراق
    if outer.subject_entity is None or not _fits(outer.subject_entity, person[1:2], person[2:3]):
        return False
    rows = [row for row in verb.rows if row.relation is not None]
    if not rows or any(row.object[:1] != ("direct",) for row in rows):
        return False
    assert behind.mention is not None
    if outer.subject_entity is behind.mention.entity:
        return False
    return not any(
        other.kind in ("M", "N", "O") and other.marker == "direct" and not other.conj
        for other in sentence.items[behind.index + 1 : clause.b]
        if sentence.clause_of[other.index] is clause
    )


def _left_out(sentence: Sentence, clause: Clause, verb: Item, person: str) -> bool:
    """Whether "أن تكون قد ..." leaves out its subject, which the outer clause has."""
    outer = clause.parent
    between = sentence.items[clause.a + 1 : verb.index]
    return (
        any(item.kind == "aux" for item in between)
        and not any(item.kind in ("M", "O", "N") for item in between)
        and outer is not None
        and outer.subject_entity is not None
        and _fits(outer.subject_entity, person[1:2], person[2:3])
    )


def _unknown_plural(sentence: Sentence, item: Item, verb: Item) -> bool:
    """Whether a word right behind a feminine verb may be a broken plural: تقوم *القوى*."""
    near = item.index - verb.index <= 2
    word = sentence.scene.word(item.i)
    return near and item.kind == "O" and item.det and word is not None and not word.senses


def _singular_agrees(entity: Entity, gender: str, number: str) -> bool:
    return number == "s" and gender == entity.gender


def _dropped(sentence: Sentence, clause: Clause, verb: Item, person: str) -> Entity | None:
    """Return whom a verb without a subject of its own means."""
    if person[0] != "3":
        return None
    gender, number = person[1], person[2]
    described = _described(sentence, clause, verb, person)
    if described is not None:
        return described
    outer = clause.parent
    seen = 0
    while outer is not None and seen < 6:
        entity = outer.subject_entity
        if entity is not None and outer.verb is not clause.verb and _fits(entity, gender, number):
            return entity
        if (
            outer.subject is not None
            and outer.subject.mention is None
            and (_may_be_subject(outer.subject, person, before=True) and outer.subject.kind != "an")
        ) and (outer.verb is None or outer.verb.feats.split()[1][1:2] == gender):
            return owner_entity(sentence, outer.subject)
        outer, seen = outer.parent, seen + 1
    last = sentence.discourse.subject
    if last is not None and _fits(last, gender, number):
        return last
    for item in reversed(sentence.items[: verb.index]):
        if item.mention is not None and item.marker in ("direct", "gen"):
            entity = item.mention.entity
            if _fits(entity, gender, number) and entity.kind != "event":
                return entity
    return next(
        (e for e in reversed(sentence.before) if e.person and _fits(e, gender, number)), None
    )


def _described(sentence: Sentence, clause: Clause, verb: Item, person: str) -> Entity | None:
    """Return whose trend or policy it is that a bare further verb describes.

    "Italy, in whose diplomacy a trend has shown, led by X, calls for ..." is Italy's call; the
    one who leads the trend calls too (`also`).
    """
    if verb.conj or clause.antecedent is None or clause.antecedent.mention is None:
        return None
    first = next(
        (c for c in sentence.clauses if c.kind == "rel" and c.antecedent is clause.antecedent), None
    )
    if first is None or first is clause or first.subject is None:
        return None
    thing = first.subject
    if thing.mention is not None or thing.det or not _may_be_subject(thing, person, before=True):
        return None
    led = clause.parent
    if led is not None and led.verb is not None and led.subject_entity is not None:
        if any(row.relation == "leads" for row in led.verb.rows):
            clause.also = led.subject_entity
    return clause.antecedent.mention.entity


def _fits(entity: Entity, gender: str, number: str) -> bool:
    if number == "d":
        return False
    if number == "p":
        return entity.plural
    if entity.plural and not entity.person:
        return gender == "f"
    return entity.gender == gender


def entity_of(sentence: Sentence, item: Item) -> Entity | None:
    """Return the actor that an item in the place of a subject or object stands for."""
    if item.mention is not None:
        return item.mention.entity
    if item.kind in ("an", "pron"):
        feats = item.pronoun if item.kind == "an" else item.value
        return pronoun_entity(sentence, item.index, feats, ())
    return None


def owner_entity(sentence: Sentence, item: Item) -> Entity | None:
    """Return the actor whose the thing is: سياسة فرنسا, السياسة الفرنسية, سياسته."""
    owner = _owner_of(sentence.items, item)
    if owner is not None and owner.mention is not None:
        return owner.mention.entity
    if item.nisba is not None:
        return sentence.discourse.listed(item.nisba)
    if item.pronoun and item.pronoun != "1":
        return pronoun_entity(sentence, item.index, item.pronoun, ())
    return None


def pronoun_entity(
    sentence: Sentence, index: int, feats: str, without: "tuple[Entity, ...]"
) -> Entity | None:
    """Return whom a pronoun means: the antecedent, the clause's subject, or the last to agree."""
    if not feats or feats == "1":
        return None
    gender, number = feats[0], feats[1]
    clause = sentence.clause_of[index] if index < len(sentence.clause_of) else None
    while clause is not None:
        if clause.antecedent is not None and clause.antecedent.index < index:
            mention: Mention | None = clause.antecedent.mention
            if mention is not None and agrees(mention.entity, gender, number):
                if not any(mention.entity is entity for entity in without):
                    return mention.entity
        subject = clause.subject_entity
        if (
            subject is not None
            and clause.verb is not None
            and clause.verb.index < index
            and agrees(subject, gender, number)
            and not any(subject is entity for entity in without)
        ):
            return subject
        clause = clause.parent
    for item in reversed(sentence.items[:index]):
        if item.feats == "bp" and item.kind == "O" and feats == "fs" and not item.det:
            return None  # مناطق كانت تسيطر عليها: the regions, not an actor
        if item.mention is not None and not any(item.mention.entity is o for o in without):
            break
    for entity in sentence.mentions_before(index):
        if entity.kind != "event" and agrees(entity, gender, number):
            if not any(entity is other for other in without):
                return entity
    return None
