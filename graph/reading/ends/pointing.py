"""Pointing: whom "these" means that is followed by no noun: وكان *هؤلاء* قد هاجموا.

And who says what is told in something written: وجه الوزير رسالة *تدعو* إلى الحوار.
"""

from ....schema import ActorKind
from ..records.agreement import may_be_subject, pronoun_fits
from ..records.clauses import Clause, Sentence
from ..records.entity import Entity
from ..records.items import Item
from ..records.stems import is_in
from .headless import headless, undergone
from .pronouns import owner_entity

_THESE = frozenset({"هؤلاء", "اولئك"})
_MANY = frozenset({ActorKind.GROUP, ActorKind.ARMED_GROUP, ActorKind.PARTY})
_WRITTEN = ("documents", "writings")  # closed classes of what is written
_WRITING = ("issuing", "addressing", "deciding")  # and of the verbs that tell who wrote it
_SOON = 9  # items from a verb to who it is that did it
_NOUNS = frozenset({"O", "N", "M", "P", "A", "rel", "T"})


def these(sentence: Sentence, clause: Clause, verb: Item) -> Entity | None:
    """Return the many spoken of last, if "these" is the subject of the verb.

    In "هاجمت القوات المتمردين. وكان *هؤلاء* قد انسحبوا" they are not who did it before.
    """
    around = sentence.items[clause.a : verb.index + 2]
    if not any(_alone(sentence, item) for item in around):
        return None
    known = (*sentence.mentions_before(clause.a), *reversed(sentence.before))
    return next((one for one in known if one.plural or one.kind in _MANY), None)


def _alone(sentence: Sentence, item: Item) -> bool:
    """Whether it is "these" with no noun behind it that it would belong to."""
    behind = sentence.items[item.index + 1 : item.index + 2]
    told = item.kind == "demo" and item.key.lstrip("وف") in _THESE
    return told and item.marker in ("", "direct") and not (behind and behind[0].kind in _NOUNS)


def written(sentence: Sentence, clause: Clause, person: str) -> Entity | None:
    """Return who issued or sent what is said to tell something: أصدر الحزب وثيقة *تندد* بمصر.

    He says so even where the verb agrees with the writing alone.
    """
    text, outer = clause.antecedent, clause.parent
    described = clause.kind == "rel" and clause.opener is None
    if not described or text is None or outer is None or outer.verb is None:
        return None
    function = sentence.scene.function
    if text.kind not in ("O", "N") or not any(is_in(text, function(name)) for name in _WRITTEN):
        return None
    ids = {row.id for row in outer.verb.rows}
    issues = any(not ids.isdisjoint(function(name)) for name in _WRITING)
    if not issues or not may_be_subject(text, person, before=True):
        return None
    return owner_entity(sentence, text) or outer.subject_entity


def who_it_is(sentence: Sentence, clause: Clause, verb: Item) -> Item | None:
    """Return who is said to be the one who did it: الدولة التي اعترفت بليبيا هي *مصر*.

    Or, with no noun before, الذي اغتال الوزير هو *سالم*, and whose men did it: هم *جنود سالم*.
    """
    noun = clause.antecedent
    described = clause.kind == "rel" and clause.opener is not None and clause.opener.key != "ما"
    if not described or (noun is not None and (clause.cleft or noun.mention is not None)):
        return None
    if noun is not None and verb.pronoun and pronoun_fits(noun, verb.pronoun):
        return None  # القرية التي قصفتها مصر هي صيدا
    if noun is None and undergone(clause, verb.pronoun):
        return None  # الذي قتلته الشرطة هو سالم
    for item in sentence.items[verb.index + 1 : verb.index + _SOON]:
        was = noun is None and clause.cleft and item.kind == "aux"  # أول من اعترف بها *كانت* مصر
        if (item.kind == "self" or was) and not item.conj:
            who = sentence.items[item.index + 1 : item.index + 2]
            if not who:
                return None
            men = headless(clause) and is_in(who[0], sentence.scene.function("followers"))
            return who[0] if (who[0].kind == "M" or men) and not who[0].conj else None
        if item.kind in ("V", "rel", "an", "sub") or item.conj:
            return None
    return None
