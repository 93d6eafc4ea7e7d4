"""Resumed: whether a relative clause takes up its antecedent by a pronoun: التي يقود*ها* سالم."""

from ....schema import ActorKind
from ..records.agreement import fits, may_be_subject, pronoun_fits
from ..records.clauses import Clause, Sentence
from ..records.items import Item
from ..records.stems import is_in
from ..words.word import HEAD, ROLE
from .behind import first_direct
from .served import called_after
from .slots import does_deeds, markers_of


def by_antecedent(sentence: Sentence, clause: Clause, verb: Item, person: str) -> bool:
    """Whether the verb of a relative clause is done by what it describes: *الجيش* الذي قصف."""
    noun = clause.antecedent
    if clause.kind != "rel" or noun is None:
        return False
    if clause.cleft:
        return True
    if _does_as_they(sentence, clause, verb, person):
        return True
    if clause.opener is not None and clause.opener.key == "الذين" and person[2:] == "s":
        return False  # الثوار الذين *تتهم* الخرطوم بدعمهم
    bare = clause.opener is None and noun.mention is None
    if (bare and not _same_deed(noun, verb)) or resumed(sentence, clause, verb):
        return False
    return may_be_subject(noun, person, before=True)


def _does_as_they(sentence: Sentence, clause: Clause, verb: Item, person: str) -> bool:
    """Whether one does what those do among whom he is: كان *سالم* من بين القادة الذين هنأوه."""
    noun, opener = clause.antecedent, clause.opener
    if noun is None or noun.mention is None or opener is None or opener.key != "الذين":
        return False
    after = sentence.items[verb.index + 1 : verb.index + 2]
    they = verb.pronoun == "mp" or any(o.kind == "pron" and o.value == "mp" for o in after)
    one = noun.mention.entity.person and sentence.items[opener.index - 1].kind in ("O", "A")
    return person == "3mp" and one and not they


def _same_deed(noun: Item, verb: Item) -> bool:
    """Whether a verb says of a deed to whom it was done: *عقوبات* شملت الوزير."""
    deeds = {row.relation for row in noun.rows if row.relation is not None}
    return noun.kind == "N" and any(row.relation in deeds for row in verb.rows)


def resumed(sentence: Sentence, clause: Clause, verb: Item) -> bool:
    """Whether a pronoun in the relative clause takes up its antecedent: التي يقود*ها*."""
    antecedent = clause.antecedent
    assert antecedent is not None
    if _host(clause, verb):
        return False
    if verb.pronoun[1:] == "s" and called_after(sentence, antecedent, verb.pronoun[0]):
        return True  # قوات *التحالف* الذي تقوده السعودية
    if verb.pronoun and pronoun_fits(antecedent, verb.pronoun):
        return True
    person = verb.feats.split()[1]
    if may_be_subject(antecedent, person, before=True):
        behind = first_direct(sentence, clause, verb)
        if behind is None and _object_resumed(sentence, clause, verb):
            return True
        if behind is None or not may_be_subject(behind, person, before=False):
            return False
        if behind.kind != "M":
            return _thing_does_it(sentence, antecedent, verb, behind)
        if behind.index == verb.index + 1 and _own_country(sentence, behind):
            return True  # الوزير الذي ترأس *بلاده* المنظمة
        return any(
            item.kind == "pron" and pronoun_fits(antecedent, item.value)
            for item in sentence.items[verb.index + 1 : clause.b]
        )
    return True


def _thing_does_it(sentence: Sentence, antecedent: Item, verb: Item, behind: Item) -> bool:
    """Whether a thing does it to whom the clause is about: الحكومة التي تسيطر عليها *مصالح*.

    What may be done to a thing is left aside: الحكومة التي وقعت معها *معاهدة*.
    """
    after = sentence.items[verb.index + 1]
    taken_up = after.kind == "pron" and pronoun_fits(antecedent, after.value)
    slots = {m for row in verb.rows if row.relation for m in markers_of(row, noun=False)}
    return (
        taken_up
        and after.marker in slots
        and "direct" not in slots
        and behind.index == after.index + 1
        and not does_deeds(verb)
    )


def _object_resumed(sentence: Sentence, clause: Clause, verb: Item) -> bool:
    """Whether its object is a pronoun behind a preposition: دخلت القوات غوما التي سيطرت *عليها*."""
    antecedent, outer = clause.antecedent, clause.parent
    after = sentence.items[verb.index + 1 : verb.index + 2]
    if antecedent is None or outer is None or outer.subject_entity is None or not after:
        return False
    markers = {m for row in verb.rows if row.relation for m in markers_of(row, noun=False)}
    place = antecedent.mention is not None and antecedent.mention.entity.kind == ActorKind.PLACE
    place = place or _does_nothing(sentence, antecedent)
    taken_up = place and after[0].kind == "pron" and pronoun_fits(antecedent, after[0].value)
    person = verb.feats.split()[1]
    agreed = fits(outer.subject_entity, person[1], person[2])
    return taken_up and agreed and after[0].marker in markers


def _does_nothing(sentence: Sentence, noun: Item) -> bool:
    """Whether the noun names ground or things, and nobody who acts: *المعسكرات* التي."""
    word, function = sentence.scene.word(noun.i), sentence.scene.function
    if noun.kind != "O" or noun.feats == "mp" or word is None or word.flags & (ROLE | HEAD):
        return False
    acting = ("instruments", "forces", "people", "followers", "own_bodies", "men", "crowds")
    return not any(is_in(noun, function(name)) for name in acting)


def _host(clause: Clause, verb: Item) -> bool:
    """Whether whoever is gone to receives the visitor: سافر إلى سالم الراوي، الذي *استقبله*."""
    antecedent, outer = clause.antecedent, clause.parent
    if antecedent is None or antecedent.marker != "إلى" or outer is None or outer.verb is None:
        return False
    person = antecedent.mention is not None and antecedent.mention.entity.person
    return person and any(row.relation == "received" for row in verb.rows)


def _own_country(sentence: Sentence, item: Item) -> bool:
    """Whether it says "his country" or the like."""
    return sentence.scene.key(item.i) in sentence.scene.function("own_country")
