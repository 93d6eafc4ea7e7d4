"""Unsaid: whom a verb without a subject of its own means, here or in the text before."""

from ....schema import ActorKind
from ..records.agreement import fits, may_be_subject
from ..records.clauses import Clause, Sentence
from ..records.entity import Entity
from ..records.items import Item, speaks
from ..records.stems import is_in
from .arguments import members
from .leftout import goes_on_from
from .nearer import nearer_subject, only_object
from .pronouns import owner_entity
from .things import acting_through
from .writer import told_by

_PEOPLE = frozenset({"role", "nation"})  # kinds of mentions: many who stand for a body or state
_STEPS = 6  # clauses around, at most


def dropped(sentence: Sentence, clause: Clause, verb: Item, person: str) -> Entity | None:
    """Return whom a verb without a subject of its own means: زار سالم تونس، ثم *عاد* إلى مصر."""
    if person[0] != "3":
        return None
    nearer = nearer_subject(sentence, clause, verb, person)
    if nearer is not None:
        return nearer
    found, settled = _of_those_around(sentence, clause, verb, person)
    if settled:
        return found
    named = {
        item.mention.entity: None
        for item in sentence.items[: verb.index]
        if item.mention is not None
        and item.marker in ("direct", "gen")
        and fits(item.mention.entity, person[1], person[2])
        and item.mention.entity.kind != "event"
        and not _town_gone_to(sentence, item)
    }
    if named:
        return next(iter(named)) if len(named) == 1 else None
    if clause.kind == "sub" and (other := _other_party(sentence, verb, person)) is not None:
        return other
    return _told_of_before(sentence, verb, person)


def _town_gone_to(sentence: Sentence, item: Item) -> bool:
    """Whether a town is what somebody does it to: كان على القوات أن تغادر *بيروت* بعدما هاجمت."""
    town = item.mention is not None and item.mention.kind in ("capital", "city")
    clause = sentence.clause_of[item.index]
    behind = clause.verb is not None and clause.verb.index == item.index - 1
    return town and behind and item.marker == "direct" and clause.subject is not item


def _other_party(sentence: Sentence, verb: Item, person: str) -> Entity | None:
    """Return the one person that fits: وقعت اليونان اتفاقا *مع سالم*، بعد أن زار أثينا."""
    found = {
        item.mention.entity: None
        for item in sentence.items[: verb.index]
        if item.mention is not None
        and item.mention.entity.person
        and fits(item.mention.entity, person[1], person[2])
    }
    return next(iter(found)) if len(found) == 1 else None


def _of_those_around(
    sentence: Sentence, clause: Clause, verb: Item, person: str
) -> tuple[Entity | None, bool]:
    """Return whom the clauses around mean, and whether they settle it: سالم، الذي سبق أن *طالب*."""
    gender, number = person[1], person[2]
    outer, seen = goes_on_from(clause), 0
    while outer is not None and seen < _STEPS:
        if seen and _by_thing(sentence, clause, verb, person):
            return None, True
        entity = outer.subject_entity
        if entity is not None and outer.verb is not clause.verb:
            if fits(entity, gender, number) or through(outer.subject, person):
                rival = seen and _rival(sentence, outer, verb, entity, person)
                return (None if rival else entity), True
        if (told := told_by(sentence, outer, person)) is not None:
            return told, True  # نقلت الوكالة عن سالم قوله ...، *وهدد* تونس
        if outer.subject is not None and _means_another(outer, outer.subject, person):
            found, settled = _behind_noun(sentence, outer, outer.subject, verb)
            if settled:
                return found, True
        if entity is not None and outer.verb is not None and clause.opener is None:
            if (done_to := only_object(sentence, outer, verb, person)) is not None:
                return done_to, True
        lead = outer.antecedent.mention if outer.antecedent is not None else None
        if outer.verb is None and lead is not None and fits(lead.entity, gender, number):
            return lead.entity, True  # جنبلاط، الذي سبق أن *طالب*
        outer, seen = outer.parent, seen + 1
    return None, False


def _by_thing(sentence: Sentence, clause: Clause, verb: Item, person: str) -> bool:
    """Whether an indefinite thing before the verb does it: قيادة *ثورة* أطاحت بالحكومة."""
    thing = clause.antecedent
    if clause.kind != "rel" or clause.opener is not None or thing is None or verb.conj:
        return False
    bare = thing.mention is None and thing.kind in ("O", "N") and not (thing.det or thing.pronoun)
    if thing.key.endswith("ين") or is_in(thing, sentence.scene.function("writings")):
        return False  # وسلمه *رسالة* تطلب من المملكة ...: whose it is asks
    return bare and not verb.pronoun and may_be_subject(thing, person, before=True)


def _means_another(outer: Clause, noun: Item, person: str) -> bool:
    """Whether the verb agrees with a subject that names nobody: قصفت *المدفعية* القرية، ودمرت."""
    if noun.mention is not None or noun.kind == "an":
        return False
    agrees = outer.verb is None or outer.verb.feats.split()[1][1:2] == person[1]
    return agrees and may_be_subject(noun, person, before=True)


def _behind_noun(
    sentence: Sentence, outer: Clause, noun: Item, verb: Item
) -> tuple[Entity | None, bool]:
    """Return whose men or thing the subject is, and whether that settles it: *وفد من الحركة*.

    What cannot speak does not: أكدت تونس أن *العملية* تستهدف ...، *ونفت*: not the operation.
    """
    some = members(sentence, noun) if noun.kind == "O" else []
    if some:
        return some[0], True
    own = acting_through(sentence, noun) or owner_entity(sentence, noun)
    tells = verb.conj == "و" and any(row.speech for row in verb.rows)
    mute = outer.verb is not None and tells and not speaks(outer.verb)
    return own, own is not None or not mute


def _told_of_before(sentence: Sentence, verb: Item, person: str) -> Entity | None:
    """Return whom the text before speaks of, if only one fits: زار سالم تونس. *وقال* إن."""
    gender, number, discourse = person[1], person[2], sentence.discourse
    if number == "p" and discourse.many is not None:
        return discourse.many
    hero = discourse.hero if _opens_alone(sentence, verb) else None
    if hero is not None and fits(hero, gender, number):
        return hero
    leading = [who for who in discourse.leading if fits(who, gender, number)]
    if len(leading) == 1 and not leading[0].stranger:
        return leading[0]
    fitting = [one for one in dict.fromkeys(discourse.subjects) if fits(one, gender, number)]
    who = fitting[0] if len(fitting) == 1 else None
    if not fitting and number == "p":
        groups = (e for e in reversed(sentence.before) if e.kind == ActorKind.GROUP)
        who = next((one for one in groups if fits(one, gender, number)), None)
    return who if who is not None and not who.stranger else None


def _opens_alone(sentence: Sentence, verb: Item) -> bool:
    """Whether a bare verb opens a paragraph, as in a life: *قاد* المعارضة في البرلمان."""
    first = verb.index == 0 and not verb.conj and verb.feats.startswith("pf")
    return first and sentence.discourse.opens_paragraph


def _rival(sentence: Sentence, outer: Clause, verb: Item, who: Entity, person: str) -> bool:
    """Whether another whom the clause around names fits as well: قالت مصر *لتونس* إنها، وإنها."""
    for item in sentence.items[outer.a : min(outer.b, verb.index)]:
        one = item.mention.entity if item.mention is not None else None
        if one is None or one is who or one.kind == "event" or item.marker == "في":
            continue
        if sentence.clause_of[item.index] is outer and fits(one, person[1], person[2]):
            return True
    return False


def through(subject: Item | None, person: str) -> bool:
    """Whether the verb agrees with what stands for an actor: الأسطول البريطاني, مقاتلو الحركة."""
    mention = subject.mention if subject is not None else None
    if subject is None or mention is None or mention.entity.person:
        return False
    if mention.kind != "instrument" and (mention.kind not in _PEOPLE or person[2] != "p"):
        return False
    return may_be_subject(subject, person, before=True)
