"""Nameless speakers: who speaks when the text says only what he is: "diplomatic sources"."""

from ....schema import ActorKind
from ..records.agreement import may_be_subject
from ..records.clauses import Clause, Sentence
from ..records.entity import Entity
from ..records.items import Item, speaks
from ..records.stems import is_in
from ..words.word import HEAD, ROLE

_SOMEBODY = ("ms", "fs", "mp")  # broken plurals are of things, more often than not
_OF_NAME = ("gen", "direct", "")
_PLACES = (ActorKind.STATE, ActorKind.PLACE)


def unnamed(sentence: Sentence, item: Item) -> Entity | None:
    """Return the unnamed speaker that the subject describes: "diplomatic sources"."""
    clause = sentence.clause_of[item.index]
    subject = clause.subject if clause.verb is item else None
    for other in sentence.items[subject.index + 1 : subject.index + 3] if subject else ():
        mention = other.mention
        heard = mention is not None and mention.entity.kind == ActorKind.MEDIA
        if mention is not None and other.marker == "ل" and mention.named is not None and not heard:
            return mention.entity  # النائب الأول *لوزير الأمن* سالم الراوي
        if other.kind != "O" or other.marker not in _OF_NAME:
            break
    near = subject is not None and abs(subject.index - item.index) == 1
    return (
        by_role(sentence, subject)
        or _by_paper(sentence, subject)
        or by_role(sentence, subject, anybody=near)
    )


def unnamed_around(sentence: Sentence, item: Item) -> Entity | None:
    """Return the unnamed speaker of the clause that a verb or participle goes on with.

    So it is in "اتهم *ناطق عسكري* فرنسا ب ...، وقال إن" and in "، مضيفا أن".
    """
    clause = sentence.clause_of[item.index]
    step: Clause | None = clause
    if clause.verb is item:
        step = clause.parent if clause.inherited else None
    person = item.feats.split()[1] if item.kind == "V" else f"3{item.feats[:2]}"
    while step is not None:
        subject, verb = step.subject, step.verb
        if step.subject_entity is not None:
            return None
        if verb is not None and verb.index < item.index and subject is not None:
            agreed = may_be_subject(subject, person, before=True)
            return unnamed(sentence, verb) if agreed and speaks(verb) else None
        step = step.parent
    return None


def _by_paper(sentence: Sentence, subject: Item | None) -> Entity | None:
    """Return the paper or station that no list has: what speaks is named by all the words behind.

    So it is with صحيفة *صوت الجبل* and وكالة *أنباء فاردار*.
    """
    scene = sentence.scene
    word = scene.word(subject.i) if subject is not None else None
    if subject is None or subject.kind not in ("O", "N") or word is None or subject.det:
        return None
    senses = [*word.senses, *(phrase.sense for phrase in word.phrases)]
    rows = [scene.lexicon.bodies[sense.id] for sense in senses if sense.pos == "H"]
    if not any(row.kind == ActorKind.MEDIA for row in rows):
        return None
    j = subject.j
    for other in sentence.items[subject.index + 1 : subject.index + 5]:
        if other.kind not in ("O", "N", "A", "M") or other.conj or other.marker not in _OF_NAME:
            break
        j = other.j
    if j == subject.j:
        return None
    name = " ".join(scene.raw(subject.i, j).split())
    return sentence.discourse.body(
        name,
        kind=ActorKind.MEDIA,
        head="newspaper",
        gender=subject.gender,
        plural=False,
        state=None,
    )


def by_role(sentence: Sentence, subject: Item | None, *, anybody: bool = False) -> Entity | None:
    """Return the unnamed person or persons that a noun phrase describes by their role.

    With `anybody` it may be any noun but that of a writing: قال *مسعف* إن, يزعم *البعض* أن.
    """
    word = sentence.scene.word(subject.i) if subject is not None else None
    if subject is None or subject.kind not in ("O", "P") or word is None:
        return None
    if subject.head is not None and (subject.head.feats, subject.feats) == ("bp", "fs"):
        return None  # تقارير *صحفية*
    if not (word.flags & ROLE and subject.kind == "O"):
        somebody = subject.feats in _SOMEBODY and not word.flags & HEAD
        if not (anybody and somebody) or is_in(subject, sentence.scene.function("writings")):
            return None
    j = subject.j
    source = any(sense.id == "source" and sense.pos == "R" for sense in word.senses)
    for other in sentence.items[subject.index + 1 : subject.index + 6]:
        described = other.kind in ("O", "A") and other.marker in {*_OF_NAME, "باسم"}
        if other.mention is not None and other.marker in ("في", "ب", "من"):
            body = other.mention.entity
            if body.person or body.kind in _PLACES:
                break  # دبلوماسي غربي *في رانغون*
            before = sentence.items[other.index - 2]
            if source and not is_in(before, sentence.scene.function("close_to")):
                return sentence.discourse.meant_by(subject.key, body)  # مصدر *في وزارة الدفاع*
            j = other.j
        aside = other.kind == "prep" and other.key != "في" and other.value == "في"  # غربي
        if described or aside:
            j = other.j
        if other.kind != "prep" and not described:
            break
    name = _without_to(subject, " ".join(sentence.scene.raw(subject.i, j).split()))
    again = sentence.discourse.nameless(name) if subject.det else None
    if again is not None:
        return again  # قال مصدر أمني ...، وأضاف *المصدر*
    state = subject.nisba
    plural = subject.feats[1:2] == "p" or subject.feats == "bp"
    who = sentence.discourse.described(
        name, role="source", state=state, plural=plural, gender=subject.gender
    )
    who.feminine = who.feminine or (source and plural)  # قالت *مصادر*
    return who


def _without_to(subject: Item, name: str) -> str:
    """Return the name without the preposition written with it: *ل*مصدر أمني, *لل*ناطق."""
    if len(subject.marker) != 1 or subject.marker not in "بلك":
        return name
    conj, rest = (name[0], name[1:]) if subject.conj and name[0] in "وف" else ("", name)
    if not rest.startswith(subject.marker):
        return name
    rest = rest[1:]
    return conj + (f"ا{rest}" if subject.det and subject.marker == "ل" else rest)
