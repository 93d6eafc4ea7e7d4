"""Doers: who does what a predicate says."""

from collections.abc import Iterable

from ....schema import ActorKind
from ..actors.both import the_two
from ..ends.arguments import entities, pronoun_entities
from ..ends.ledby import leader_of
from ..ends.made import doer_of
from ..ends.ownership import judged_for, named_after
from ..ends.participles import participle_head
from ..ends.pronouns import owner_entity
from ..ends.slots import genitives, markers_of, shares_object, slot, takes_agent
from ..ends.takenup import done_before, last_doer
from ..ends.things import acting_through, belongs_to, own_body, sent_by
from ..ends.wanted import wanted_by_verb
from ..records.clauses import Clause, Sentence
from ..records.entity import Entity
from ..records.items import STANDS, Item, Row, classes_of
from ..records.speaking import speaking, we
from ..records.stems import is_in, is_one_of
from ..speech.speakers import noun_speaker
from ..words.rows import EventNoun, Verb
from ..words.word import ROLE
from .actedby import forces_of, issued
from .purposes import whose_purpose

_BODIES = frozenset({ActorKind.MINISTRY, ActorKind.GOVERNMENT, ActorKind.ARMED_GROUP,
                     ActorKind.ORGANIZATION, ActorKind.PARTY})  # fmt: skip


def doers(sentence: Sentence, item: Item, row: Row) -> tuple[list[Entity], Item | None]:
    """Return who does what the predicate says, and the item that names them."""
    if item.kind == "V":
        clause = sentence.clause_of[item.index]
        if clause.verb is item and clause.subject is not None:
            who = entities(sentence, clause.subject)
            if clause.subject.kind == "an" and clause.subject_entity is not None:
                who = [clause.subject_entity]
            if not who and _stands_for_body(clause.subject):
                owner = acting_through(sentence, clause.subject)
                who = [owner] if owner is not None else _whence(sentence, item, row)
            if not who and isinstance(row, Verb) and row.collective:
                own = genitive_of(sentence, clause.subject)  # التأم شمل *الرئيسين*
                idiom = own is not None and is_one_of(clause.subject, row.with_nouns)
                who = entities(sentence, own) if own is not None and idiom else []
            if not who and _is_attack(sentence, clause.subject):
                who = whose_attack(sentence, clause.subject)  # استهدف *قصف إسرائيلي* مقر الحركة
            if not who and any(r.relation == row.relation for r in clause.subject.rows):
                who = whose(sentence, clause.subject)  # طالت *العقوبات الأميركية* الحركة
                again = clause.subject.det and clause.subject.index not in sentence.bound
                who = who or (last_doer(sentence, clause.subject) if again else [])
            if not who and clause.subject.kind == "O" and clause.subject_entity is not None:
                who = [clause.subject_entity]
            if not who and any(r.speech for r in clause.subject.rows):
                issuer = noun_speaker(sentence, clause.subject)[0]  # اتهم *بيان للحركة* تونس
                who = [issuer] if issuer is not None else []
            if not who and is_in(clause.subject, sentence.scene.function("things")):
                who = whose(sentence, clause.subject)  # *خطاب سالم الراوي* يهدد البلاد
            who = who or leader_of(sentence, clause.subject) or in_body(sentence, clause.subject)
            who = who or issued(sentence, clause) or forces_of(sentence, clause)
            who = who or _of_attack_before(sentence, clause)
            if not who and clause.subject.kind == "O" and clause.subject.feats[1:2] in ("p", "d"):
                body = belongs_to(sentence, clause.subject)  # *مسلحون* ينتمون إلى الحركة
                who = [body] if body is not None else []
            return who, clause.subject
        if item.feats.split()[1][0] == "1":
            alone = item.feats.split()[1] == "1s"
            who = speaking(sentence, item.index) if alone else we(sentence, item.index)
            return ([who] if who is not None else []), None
        if clause.subject is None and (me := _quoted_self(sentence, item)) is not None:
            return [me], None
        if item.feats.split()[1] in ("3md", "3fd") and not clause.others:
            return the_two(sentence, item.index, ()), None
        if clause.subject_entity is not None:
            return [clause.subject_entity, *clause.others], None
        return issued(sentence, clause) or _of_attack_before(sentence, clause), None
    if item.kind == "P":
        return participle_head(sentence, item)
    given = sentence.bound.get(item.index)
    if given is not None and given.subjects:
        return given.subjects, given.subject_item
    return _own_doers(sentence, item, row)


def _quoted_self(sentence: Sentence, verb: Item) -> Entity | None:
    """Return the man who tells of himself where he is quoted: قال سالم: «*قررت* قطع العلاقات».

    As it is written, the verb may be a woman's as well.
    """
    before = sentence.items[verb.index - 1] if verb.index else verb
    opens = before.kind == "quote" or before.key == ":"
    if not (opens and verb.feats.startswith("pf 3fs")):
        return None
    who = speaking(sentence, verb.index)
    named = who is not None and who.person and who.named
    return who if who is not None and named and who.gender == "m" else None


def _of_attack_before(sentence: Sentence, clause: Clause) -> list[Entity]:
    """Return whose attack goes on: قال إن *الضربات الروسية* تركزت على المدن و*إنها استهدفت* حلب."""
    outer, opener = clause.parent, clause.opener
    attack = outer.subject if outer is not None else None
    again = clause.subject is None or (
        opener is not None and clause.subject is opener and opener.pronoun == "fs"
    )
    if attack is None or attack.kind == "M" or not again or not _is_attack(sentence, attack):
        return []
    feats = clause.verb.feats.split()[1] if clause.verb is not None else ""
    alike = feats == "3fs" and (attack.feats[1:2] == "p" or attack.gender == "f")
    return whose_attack(sentence, attack) if alike else []


def _stands_for_body(noun: Item) -> bool:
    """Whether it may be a thing or body that acts for somebody: *طائراتها*, *فصيله*."""
    described = noun.kind == "N" and bool(noun.pronoun)
    return noun.kind == "O" or (
        described and all(isinstance(row, EventNoun) and row.describes for row in noun.rows)
    )


def _whence(sentence: Sentence, item: Item, row: Row) -> list[Entity]:
    """Return from whom the things come that reach somebody: تأتيها الأسلحة *من فرنسا*."""
    if row.id not in sentence.scene.function("done_by_things") or not isinstance(row, Verb):
        return []
    found = (slot(sentence, item, marker) for marker in row.agent)
    return [one for o in found if o is not None for one in entities(sentence, o)]


def _own_doers(sentence: Sentence, item: Item, row: Row) -> tuple[list[Entity], Item | None]:
    """Return who does what an action noun says, as the words around it tell."""
    agent = slot(sentence, item, "by")
    if agent is not None and takes_agent(row):
        return entities(sentence, agent), agent
    genitive = genitive_of(sentence, item)
    if genitive is not None and row.idafa == "object" and isinstance(row, Verb) and row.agent:
        found = (slot(sentence, item, marker) for marker in row.agent)
        named = next((o for o in found if o is not None and o.kind == "M"), None)
        if named is not None:  # أدانت طرد سفيرها *من طهران*
            return entities(sentence, named), named
    told = done_before(sentence, row.relation, entities(sentence, genitive)) if genitive else []
    if told:
        return told, None
    judged = judged_by(sentence, item, row)
    done_to = row.idafa == "object" and row.relation != "met-with"
    if genitive is not None and (done_to or _suffers(genitive, row) or judged):
        if not _has_object(sentence, item, genitive, row):
            return [], None  # أدانت *اغتيال الوزير*, *غزو الكويت*
    if genitive is not None and row.relation == "visited" and _is_place(genitive):
        if slot(sentence, item, "ل") is None and slot(sentence, item, "إلى") is None:
            return [], None  # احتج على *زيارة موسكو*
    if genitive is not None and named_after(sentence, item, genitive, []):
        return [], None  # رفض البرلمان *اتفاق القاهرة*
    if genitive is not None:
        return entities(sentence, genitive), genitive
    if item.nisba is not None:
        return _nations(sentence, item), None
    acts = row.idafa == "subject" or "direct" not in row.object
    acts = acts or slot(sentence, item, "direct") is not None
    own = (own_body(sentence, item) or sent_by(sentence, item)) if acts else None
    if own is not None:
        return [own], None
    if item.pronoun:
        judged_one = judged_for(sentence, item) if item.pronoun != "1" else None
        if judged_one is not None:
            return [judged_one], None
        whose_own = pronoun_entities(sentence, item.index, item.pronoun, ())
        official = sentence.clause_of[item.index].subject_entity
        if not whose_own and item.pronoun == "fs" and official is not None:
            if official.person and official.state:  # أبدى الوزير *استعدادها*: his government's
                return [sentence.discourse.listed(official.state)], None
        return whose_own, None
    clause = sentence.clause_of[item.index]
    before = sentence.items[max(0, item.index - 3) : item.index]
    himself = [] if item.det else [o for o in before if o.kind == "M"]
    if himself and before[-1].kind == "self":
        return entities(sentence, himself[-1]), himself[-1]
    if _purpose(sentence, item) and clause.subject_entity is not None:
        theirs = whose_purpose(sentence, item) if item.marker == "ل" else None
        return (theirs if theirs is not None else [clause.subject_entity]), None
    return [], None


def judged_by(sentence: Sentence, item: Item, row: Row) -> bool:
    """Whether the actor in the genitive is the one judged: إدانة *بريطانيا*; not انتقادات مصر."""
    judges = row.relation in ("criticized", "accused") and "direct" in row.object
    one = item.feats in ("ms", "fs") and not (item.pronoun or item.nisba)
    return judges and one and genitive_of(sentence, item) is not None


def _nations(sentence: Sentence, item: Item) -> list[Entity]:
    """Return the nations whose deed it is: التدخل *الفرنسي البلجيكي*."""
    found = [item.nisba or ""]
    for other in sentence.items[item.index + 1 : item.index + 4]:
        if other.kind != "A" or other.head is not item:
            break
        found += [other.value] if other.value not in found else []
    return [sentence.discourse.listed(nation) for nation in found]


def _has_object(sentence: Sentence, item: Item, genitive: Item, row: Row) -> bool:
    """Whether it is done to another than the one in the genitive: غزو العراق *للكويت*."""
    markers = dict.fromkeys((*markers_of(row, noun=True), "direct"))
    if wanted_by_verb(sentence, item):
        del markers["direct"]
    found = (slot(sentence, item, marker) for marker in markers)
    others = [o for o in found if o is not None and o is not genitive]
    return any(o.kind in ("M", "pron") or _anothers(o) for o in others)


def _anothers(thing: Item) -> bool:
    """Whether a thing is somebody's by its pronoun: مهاجمة الجنود الأتراك *سفارتها*."""
    return thing.kind == "O" and thing.pronoun not in ("", "1")


def _is_place(item: Item) -> bool:
    """Whether it is a state or town, which is visited rather than visits."""
    mention = item.mention
    return mention is not None and mention.entity.kind in (ActorKind.STATE, ActorKind.PLACE)


def _suffers(genitive: Item, row: Row) -> bool:
    """Whether a person in the genitive undergoes the deed: اعتقال *سالم الراوي*."""
    person = genitive.mention is not None and genitive.mention.entity.person
    return person and row.relation in ("detained", "killed")


def whose(sentence: Sentence, item: Item) -> list[Entity]:
    """Return whose deed or thing a noun names: طلب *مصر*, موقف *تونس*, الهجوم الذي شنته *ليبيا*."""
    if item.kind == "N" and item.rows:
        given = sentence.bound.get(item.index)
        if given is not None and given.light and given.subjects:
            return given.subjects
        return _own_doers(sentence, item, item.rows[0])[0]
    owner = owner_entity(sentence, item)
    return [owner] if owner is not None else []


def owned_in(sentence: Sentence, chain: Iterable[Item]) -> tuple[Item | None, list[Entity]]:
    """Return the first noun of a chain that is somebody's, and whose: قبول *عرض النمسا*."""
    for step in chain:
        if own := whose(sentence, step):
            return step, own
    return None, []


def whose_attack(sentence: Sentence, attack: Item) -> list[Entity]:
    """Return whose it is: غارة *إسرائيلية*, هجوم *للحركة*, عملية نفذتها *القوات الأميركية*.

    In a fight it is whoever was fought: اشتباك مع *الشرطة*.
    """
    fought = attack.kind == "O" or any("مع" in row.object for row in attack.rows)
    foe = slot(sentence, attack, "مع") if fought and not attack.det else None
    if foe is not None and foe.kind == "M":
        return entities(sentence, foe)
    who = whose(sentence, attack)
    doer = slot(sentence, attack, "ل") if not who and not attack.det else None
    if doer is not None and doer.kind == "M":
        return entities(sentence, doer)
    named = [attack, *genitives(sentence, attack)]  # انفجار *عبوة* زرعتها الحركة
    told = [one for step in named if (one := doer_of(sentence, step)) is not None]
    return who or told[:1]


def in_body(sentence: Sentence, item: Item) -> list[Entity]:
    """Return the ministry or body that an official nobody names is of: مسؤول *في وزارة الدفاع*."""
    word = sentence.scene.word(item.i)
    if item.kind != "O" or item.det or word is None or not word.flags & ROLE:
        return []
    for other in sentence.items[item.index + 1 : item.index + 5]:
        if other.mention is not None:
            body = other.mention.entity
            known = other.marker in ("في", "ب") and not body.person
            return [body] if known and body.kind in _BODIES else []
        if other.kind not in ("O", "A", "prep"):
            break
    return []


def in_mission(sentence: Sentence, item: Item) -> list[Entity]:
    """Return the state whose diplomat nobody names: القائم بالأعمال *في السفارة الألمانية*."""
    word = sentence.scene.word(item.i)
    if item.kind != "O" or word is None or not word.flags & ROLE:
        return []
    for other in sentence.items[item.index + 1 : item.index + 6]:
        if other.mention is not None:
            body = other.mention.entity
            sent = other.marker in ("في", "ب") and body.kind == ActorKind.MISSION and body.state
            return [sentence.discourse.listed(body.state)] if sent and body.state else []
        if other.kind == "A":  # ممثلي البعثات *الأميركية*
            return [sentence.discourse.listed(other.value)]
        if other.kind not in ("O", "N", "prep"):
            return []
    return []


def _is_attack(sentence: Sentence, item: Item) -> bool:
    strikes = item.kind in ("N", "O") and is_in(item, sentence.scene.function("strikes"))
    return strikes or (item.kind == "N" and any(row.relation == "attacked" for row in item.rows))


def _purpose(sentence: Sentence, item: Item) -> bool:
    own = item.marker == "ل" and not judged(sentence, item)
    return item.kind == "N" and (item.marker == "purpose" or own)


def judged(sentence: Sentence, item: Item) -> bool:
    """Whether a noun right before takes a stand on what this one names: استنكارها *لإعدام* X."""
    before = sentence.items[max(0, item.index - 2) : item.index]
    stands = (o for o in before if o.kind == "N" and not STANDS.isdisjoint(classes_of(o)))
    return not all(is_in(o, sentence.scene.function("campaigns")) for o in stands)


def genitive_of(sentence: Sentence, item: Item) -> Item | None:
    """Return the actor in the genitive right behind an action noun, or some of its people."""
    behind = sentence.items[item.index + 1] if item.index + 1 < len(sentence.items) else None
    if behind is not None and behind.kind == "O" and behind.head is item:
        if entities(sentence, behind):
            return behind  # لاعتقال *ثلاثة من رعاياها*
    if (joined := shares_object(sentence, item)) is not None:
        return genitive_of(sentence, joined)
    for other in sentence.items[item.index + 1 : item.index + 4]:
        if other.kind == "M" and other.head is item:
            return None if _sent(sentence, item, other) else other
        if other.kind == "M" and other.marker == "gen" and other.head is not None:
            if other.head.head is item and other.head.kind == "O" and not _make(sentence, other):
                return other
            return None
        if other.kind not in ("O", "quant", "prep", "quote", "T", "A"):
            return None
    return None


def _sent(sentence: Sentence, deed: Item, men: Item) -> bool:
    """Whether it is fighters for hire, whom another sends: إرسال *المرتزقة* إلى تشاد."""
    if men.mention is None or not any(row.relation == "deployed-to" for row in deed.rows):
        return False
    if any(row.relation == "deployed-to" and row.idafa == "subject" for row in deed.rows):
        return False  # وجود *المرتزقة* في تشاد
    return not sentence.scene.function("crowds").keys().isdisjoint(men.mention.entity.roles)


def _make(sentence: Sentence, item: Item) -> bool:
    """Whether a quoted name behind a weapon or craft is its make: طائرات *«ميراج»*."""
    before = sentence.items[item.index - 1]
    made = item.head is not None and is_in(item.head, sentence.scene.function("arms"))
    return made and before.kind == "quote"
