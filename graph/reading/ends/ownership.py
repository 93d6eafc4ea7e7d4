"""Ownership: whose an action noun is, and whether its owner does it or has it done to him."""

from ....schema import vocabulary
from ..actors.both import the_two
from ..records.clauses import Sentence
from ..records.ends import Ends, Found
from ..records.entity import Entity, may_mean
from ..records.items import JUDGING, Item, Row, class_of
from .arguments import entities, group, pronoun_entities
from .fitting import no_victim
from .participles import relayed
from .pronouns import pronoun_entity
from .slots import markers_of
from .things import own_body

_WHOM = frozenset({"direct", "ب", "مع"})
_STANDS = frozenset({"SUPPORT", "REJECT", "AID"})  # what one's own country takes, if anybody's


def owners(
    sentence: Sentence,
    item: Item,
    genitive: Item | None,
    subjects: list[Entity],
    blamed: Found | None,
) -> list[Entity]:
    """Return the actor in the genitive or in the pronoun on the noun."""
    if genitive is not None:
        return (
            [] if named_after(sentence, item, genitive, subjects) else entities(sentence, genitive)
        )
    if not item.pronoun:
        body = own_body(sentence, item)
        return [body] if body is not None and body not in subjects else []
    if item.pronoun[1:] == "d" and subjects:
        return subjects if len(subjects) > 1 else the_two(sentence, item.index, ())
    meetings = item.feats[1:2] == "p" and any(class_of(row) == "CONSULT" for row in item.rows)
    if meetings and any(may_mean(s, item.pronoun) for s in subjects):
        return []  # يواصل الوسيط *لقاءاته*: with nobody told
    without = tuple(subjects)
    if blamed is not None:
        return [blamed.object]
    verb = sentence.clause_of[item.index].verb
    if item.marker == "direct" and verb is not None and verb.index < item.index:
        teller = relayed(sentence, verb)  # نقل الراديو عن *الوزير* تهديده بكذا
        if teller is not None and teller not in without and may_mean(teller, item.pronoun):
            return [teller]
    for relation in {row.relation for row in item.rows if subjects and row.relation is not None}:
        without = (*without, *no_victim(sentence, item.index, vocabulary()[relation]))
    shared = _had_before(sentence, item)
    if shared is not None and shared not in without:
        return [shared]
    clause = sentence.clause_of[item.index]
    bound = item.index in sentence.bound  # اتهم سالم فرنسا *بالسعي لاغتياله*
    reason = going_on_of(item)
    bound = bound and reason is item
    if reason.marker in ("ل", "cause") and clause.subject_entity is not None and not bound:
        other = (*without, clause.subject_entity)
        who = pronoun_entity(sentence, item.index, item.pronoun, other)
        if who is not None:
            return [who]
    return pronoun_entities(sentence, item.index, item.pronoun, without)


def going_on_of(item: Item) -> Item:
    """Return the noun that says a deed goes on, if one governs it: *استمرار* دعمها, or the deed."""
    head = item.head if item.marker == "gen" else None
    if head is None or head.kind != "N" or head.pronoun or not item.pronoun:
        return item
    return item if any(row.relation for row in head.rows) else head


def judged_for(sentence: Sentence, item: Item) -> Entity | None:
    """Return whom the verb judges for what he does himself: انتقد *يوغوسلافيا* لرفض*ها*."""
    clause = sentence.clause_of[item.index]
    verb = clause.verb
    if verb is None or verb.index > item.index or item.marker not in ("ل", "على", "cause"):
        return None
    judging = [row for row in verb.rows if row.relation in JUDGING]
    markers = {marker for row in judging for marker in markers_of(row, noun=False)}
    for other in sentence.items[verb.index + 1 : item.index]:
        if other.mention is None or other.marker not in markers or other is clause.subject:
            continue
        if may_mean(other.mention.entity, item.pronoun):
            return other.mention.entity
    return None


def others_stopped(sentence: Sentence, deed: Item, stop: Item) -> bool:
    """Whether it is his deed whom somebody met or asked: التقى سالما لبحث *وقف هجومه*."""
    clause = sentence.clause_of[stop.index]
    verb = clause.verb
    if deed.pronoun in ("", "1") or stop.kind != "N":
        return False
    if verb is None or verb.index > stop.index:
        return False
    between = sentence.items[verb.index + 1 : stop.index + 1]
    if not any(other.marker in ("ل", "purpose") and other.kind in ("N", "O") for other in between):
        return False
    whom = (o.mention.entity for o in between if o.mention is not None and o.marker in _WHOM
            and o is not clause.subject)  # fmt: skip
    return any(may_mean(one, deed.pronoun) for one in whom)


def _had_before(sentence: Sentence, item: Item) -> Entity | None:
    """Return to whom the noun joined before is done, as this one is: تدريب الثوار *وتسليحهم*."""
    clause = sentence.clause_of[item.index]
    for other in reversed(sentence.items[clause.a : item.index] if item.conj else []):
        if other.kind == "N" and other.rows and not (other.pronoun or other.det):
            for named in sentence.items[other.index + 1 : item.index]:
                if named.mention is not None and named.marker == "gen":
                    who = named.mention.entity
                    return who if may_mean(who, item.pronoun) else None
            return None
    return None


def same_ends(sentence: Sentence, item: Item) -> tuple[Entity, Entity] | None:
    """Return who did the deed joined before, and to whom, if a pronoun means the latter.

    So in تمويل فرنسا للحركة *وإمدادها* بالسلاح, and not in دعم فرنسا للحركة *وإيوائها* قادتها.
    """
    clause = sentence.clause_of[item.index]
    if item.conj != "و" or item.pronoun in ("", "1") or item.marker == "time":
        return None
    for other in sentence.items[item.index + 1 : item.index + 2]:
        named = other.kind in ("M", "N", "pron") or (other.kind == "O" and other.det)
        if other.marker in ("direct", "ل") and (named or other.pronoun):
            return None  # it has an object of its own
    for other in reversed(sentence.items[clause.a : item.index]):
        if other.kind != "N" or not other.rows:
            continue
        named = [o for o in sentence.items[other.index + 1 : item.index] if o.mention is not None]
        if other.pronoun or other.det or len(named) != 2 or named[0].head is not other:
            return None
        doer, done_to = (one.mention.entity for one in named if one.mention is not None)
        meant = named[1].marker in ("ل", "direct") and not named[1].conj
        fits = may_mean(done_to, item.pronoun)
        return (doer, done_to) if meant and fits else None
    return None


def named_after(sentence: Sentence, item: Item, genitive: Item, subjects: list[Entity]) -> bool:
    """Whether an agreement has its name from the place where it was signed: معاهدة *الطائف*."""
    if not any(row.relation == "agreed-with" for row in item.rows) or genitive.mention is None:
        return False
    town = genitive.mention.kind in ("city", "capital")
    return (town or len(subjects) > 1) and len(group(sentence, genitive)) == 1


def _his_country(genitive: Item | None) -> bool:
    return (
        genitive is not None
        and genitive.mention is not None
        and (genitive.mention.kind == "country")
    )


def _may_undergo(row: Row) -> bool:
    """Whether the noun may name who undergoes it: لقاء *الملك*, تحذير *تركيا*; not وقوف *مصر*."""
    return row.relation in ("met-with", "attacked") or "direct" in row.object


def place_owners(
    item: Item,
    row: Row,
    ends: Ends,
    own: list[Entity],
    genitive: Item | None,
    objects: list[Entity],
    *,
    backs: bool = False,
) -> None:
    """Decide whether the genitive does it or has it done to it.

    `backs`: what he backs stands behind, though it is nobody's: دعم *تونس* للجهود الدولية.
    """
    if ends.subjects:
        role = "object"
        if backs and genitive is not None:
            return  # جدد الوزير دعم *تونس* للحوار
        if ends.objects or (objects and any(o is s for o in own for s in ends.subjects)):
            return
        if all(any(o is s for s in ends.subjects) for o in own):
            return
        if row.idafa == "subject" and (objects or not _may_undergo(row)):
            return
    elif ends.objects or objects or backs:
        role = "subject"
    elif row.relation == "accused" and item.feats in ("ms", "fs"):
        role = "object"  # بعد اتهام*ه* بالتجسس
    elif (
        row.relation == "met-with"
        and genitive is not None
        and len(own) == 1
        and (own[0].person or item.marker == "ل")
    ):
        role = "object"  # سافر الوزير إلى جنيف للقاء *الملك*
    elif row.idafa != "either":
        role = row.idafa
    elif _his_country(genitive) and class_of(row) in _STANDS:
        role = "subject"  # شدد على رفض *بلاده* التدخل
    else:
        role = "object" if "direct" in row.object else "subject"
    if role == "subject":
        ends.subjects, ends.subject_item = own, genitive
    elif not objects:
        ends.objects, ends.object_item = own, genitive
