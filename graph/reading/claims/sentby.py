"""Sent by somebody: who goes somewhere because another sends him: أوفد الملك *وزيره* إلى صوفيا."""

from ....schema import Relation
from ..ends.slots import following, slot
from ..records.clauses import Sentence
from ..records.ends import Ends, Skipped
from ..records.items import Item
from ..words.rows import Verb
from .objects import object_of


def sent_ends(sentence: Sentence, item: Item, row: Verb, relation: Relation) -> Ends:
    """Return who is sent by name, and where: أوفد الملك *وزير خارجيته سالم الراوي* إلى صوفيا."""
    subject = sentence.clause_of[item.index].subject
    claimed = frozenset({subject.index}) if subject is not None else frozenset[int]()
    who = slot(sentence, item, "direct", claimed=claimed)
    given = sentence.bound.get(item.index)
    if who is None and subject is not None and subject.index > item.index and given is not None:
        who = subject if given.subjects else None  # ينوي أن يوفد *وزير خارجيته*
    if who is None and subject is not None and subject.index > item.index:
        who = subject if _somebodys(sentence, subject) else None  # فقد أوفد *مبعوثه سالم*
    if who is None or who.mention is None or not who.mention.entity.person:
        who = _person_behind(sentence, item)  # أوفدت باريس الدبلوماسية *كلود أرنو*
    if who is None or who.mention is None:
        raise Skipped("nobody is sent by name")
    sent, sender = [who.mention.entity], sentence.clause_of[item.index].subject_entity
    others = [*sent, sender] if sender is not None else sent
    found = object_of(sentence, item, relation, row.object, others, row=row)
    return Ends(sent, found[1], who, found[0], found[2], 0.92)


def _somebodys(sentence: Sentence, who: Item) -> bool:
    """Whether he is called the envoy or minister of whoever sends him: *مبعوثه*, *وزير خارجيته*."""
    words = (sentence.scene.word(k) for k in (who.i, who.i + 1))
    return any(sense.pronoun for word in words if word is not None for sense in word.senses)


def _person_behind(sentence: Sentence, verb: Item) -> Item | None:
    """Return the person whom somebody named right behind the verb sends: أوفد العراق *سالم*."""
    sender: Item | None = None
    for other in following(sentence, verb):
        if other.mention is None or other.marker != "direct" or other.conj:
            if other.kind == "prep":
                return None
            continue
        if sender is not None:
            return other if other.mention.entity.person and other.mention.entity.named else None
        sender = other
    return None
