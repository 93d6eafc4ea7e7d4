"""Participles: whom one describes, the noun before it or the subject around it."""

from ....schema import ActorKind
from ..records.agreement import may_be_subject
from ..records.clauses import Clause, Sentence
from ..records.entity import Entity, may_mean
from ..records.items import Item, comma, speaks
from ..records.stems import is_in
from ..words.rows import Verb
from .arguments import entities
from .chief import chief_doer
from .partplayed import player_of
from .slots import slot
from .things import acting_through

_DEFINITE = frozenset({"name", "surname", "capital", "nation"})  # kinds of mentions


def participle_head(sentence: Sentence, item: Item) -> tuple[list[Entity], Item | None]:
    """Return the noun phrase that a participle describes."""
    if item.conj and item.indefinite:
        clause = sentence.clause_of[item.index]
        for other in sentence.items[clause.a : item.index]:
            same = other.kind == "P" and other.indefinite and other.feats == item.feats
            if same and not other.conj and sentence.clause_of[other.index] is clause:
                return participle_head(sentence, other)  # متهما إيران ... *ومطالبا* المجلس
    behind = sentence.items[item.index + 1 : item.index + 2]
    if not item.det and behind and behind[0].kind == "pron" and behind[0].key.startswith("ايا"):
        who = subject_around(sentence, item)  # انتقدت تونس ليبيا *متهمة إياها*: not Libya
        if who is not None:
            return with_joined(sentence, item, who), None
    part = item.head if item.marker == "gen" else None
    if part is not None and is_in(part, sentence.scene.function("part")):
        player = player_of(sentence, part)  # تلعب تركيا *دور الداعم* للحكومة
        return ([player] if player is not None else []), part
    if (chief := chief_doer(sentence, item)) is not None:
        return chief
    thing = sentence.items[item.index - 1] if item.index else item
    if item.det and thing.kind == "O" and thing.det and thing.gender == item.feats[:1]:
        thing = sentence.items[thing.index - 1] if thing.index else thing  # موقفها *الثابت* الداعم
    its_own = not item.det or is_in(thing, sentence.scene.function("forces"))
    if thing.kind == "O" and thing.pronoun and its_own and item.feats[:1] == thing.gender:
        owner = acting_through(sentence, thing)
        if owner is not None:
            # قالت السفارة إن *حكومتها* مستعدة للحوار, سحبت مصر *جنودها* المرابطين في سيناء
            return [owner], thing
    if not (item.det and not thing.pronoun) and is_in(thing, sentence.scene.function("stands")):
        taken_by = sentence.clause_of[item.index].subject_entity
        own = not thing.pronoun or (taken_by and may_mean(taken_by, thing.pronoun))
        if taken_by is not None and own and item.feats[:1] == thing.gender:
            return [taken_by], thing  # اتخذت تونس *موقفا* مؤيدا للمغرب, بموقف*ها* الرافض
    if not item.det and item.key in sentence.scene.function("belonging"):
        near = [o for o in sentence.items[max(0, item.index - 2) : item.index] if o.kind == "O"]
        classes = [sentence.scene.function(name) for name in ("instruments", "targets")]
        if any(is_in(o, words) and not o.pronoun for o in near for words in classes):
            return [], None  # دمرت تونس زوارق مسيرة *تابعة* للحركة
    one_of_them = False
    for other in reversed(sentence.items[max(0, item.index - 6) : item.index]):
        if other.value == "من" or is_in(other, sentence.scene.function("foremost")):
            one_of_them = one_of_them or other.index == item.index - 1
            if one_of_them and item.det:
                continue  # فرنسا من *أبرز* الداعمين للحركة
        if one_of_them and other.kind == "M" and other.marker in ("direct", "gen"):
            return entities(sentence, other), other
        if other.index < item.index - 4:
            break
        if other.kind == "M" and other.mention is not None:
            clause = sentence.clause_of[item.index]
            done_to = clause.verb is not None and other is not clause.subject
            if item.indefinite and done_to and other.marker == "direct" and speaks(item):
                break  # هاتف نظيره *محذرا*: whoever calls him does
            apart = item.conj or other.index < item.index - 1 or other.mention.kind in _DEFINITE
            apart = apart or item.indefinite  # كتب إلى الملك *مهنئا*: an accusative is not his
            if apart and not item.det and other.marker not in ("direct", "gen"):
                break  # كانت متحالفة مع ألمانيا ومعارضة ل: not Germany
            entity = other.mention.entity
            named_so = sentence.items[item.index - 1].kind == "self" and item.det
            if named_so and other.index == item.index - 2 and item.feats[1:2] == "s":
                return entities(sentence, other), other  # السويد هي *الداعم* الأول للدنمارك
            town = other.mention.kind in ("capital", "city")
            if item.det and (body := _body_there(sentence, item, other)) is not None:
                return entities(sentence, body), body
            if not _participle_agrees(item, entity) or (town and item.feats[:1] == "m"):
                if item.det:
                    return (
                        (entities(sentence, other), other) if _of_head(item, other) else ([], None)
                    )
                break
            before = sentence.items[other.index - 1]
            two = item.feats[1:] == "d" and other.conj and before.kind == "M"
            return entities(sentence, before if two else other), other
        if item.det and other.kind == "O" and other.det and other.marker != "gen":
            if who := _of_noun(sentence, item, other):
                return who, other
            if other.conj and not other.key.endswith(("ي", "ية")):
                return [], None  # سالم الراوي، *والجنوب* الموالي للحكومة
        if other.kind == "quote" and item.det:
            continue  # «كتائب الفجر» *الموالية* لإيران
        if other.kind not in ("O", "A", "adv", "aux", "neg", "mark", "self"):
            break
        if other.kind == "mark" and not item.det:
            break  # زار قبرص، نافيا ما نشر: not Cyprus; علق مقعد ليبيا، *داعية*
        if other.kind == "O" and other.marker != "gen" and not item.det and other.det:
            break
    of_thing = item.head is not None and item.head.kind == "O"  # شاحنات *تابعة* للمنظمة
    if not item.det and item.marker in ("direct", "gen") and not of_thing:
        who = subject_around(sentence, item)
        return (with_joined(sentence, item, who), None) if who is not None else ([], None)
    return [], None


def _of_noun(sentence: Sentence, item: Item, noun: Item) -> list[Entity]:
    """Return whose stand it describes, or who of many: *الموقف الفرنسي* الداعم, *الدول* الداعمة."""
    if item.feats[1:2] == "p" or item.feats == "fs":
        if named := entities(sentence, noun):
            return named  # *الدول* الداعمة للحركة، مثل مصر وتونس
    stand = noun.nisba is not None and is_in(noun, sentence.scene.function("stands"))
    alike = noun.gender == item.gender or (item.feats == "fs" and noun.kind == "O")
    if not stand or noun.nisba is None or not alike:
        return []
    return [sentence.discourse.listed(noun.nisba)]


def _body_there(sentence: Sentence, item: Item, land: Item) -> Item | None:
    """Return the body in a land that it describes, and not the land: قوات X في تشاد *الموالية* ل.

    So it is if the participle fits the body, and the land's own name does not.
    """
    there = land.marker in ("في", "ب") and land.mention is not None
    body = sentence.items[land.index - 1] if there and land.index else None
    if body is not None and body.kind == "prep" and body.index:
        body = sentence.items[body.index - 1]
    if body is None or body.kind != "M" or body.mention is None:
        return None
    fits = land.mention is not None and item.feats[:1] == land.mention.entity.gender
    return body if not fits and _participle_agrees(item, body.mention.entity) else None


def with_joined(sentence: Sentence, item: Item, who: Entity) -> list[Entity]:
    """Return the subject of the clause around and those joined to it: قاطعت *مصر وسورية*، متهمتين.

    Of states three and more are one group in the feminine: قطعت *مصر والأردن وتونس*، متهمة.
    """
    step: Clause | None = sentence.clause_of[item.index]
    while step is not None and (step.subject_entity is not who or step.verb is None):
        step = step.parent
    if step is None:
        return [who]
    all_of_them = [who, *step.others] if step.subject is None else entities(sentence, step.subject)
    several = item.feats[1:2] in "dp" or (item.feats[:2] == "fs" and len(all_of_them) > 2)
    return all_of_them if several and who in all_of_them else [who]


def _of_head(item: Item, owner: Item) -> bool:
    """Whether it describes the thing before its owner, who so does it: موقف روسيا *الرافض*."""
    head = owner.head
    near = owner.marker == "gen" and head is not None and owner.index == item.index - 1
    return near and head is not None and head.kind == "O" and head.gender == item.feats[:1]


def subject_around(sentence: Sentence, item: Item) -> Entity | None:
    """Return whose state a participle tells: the subject of the clause, or of one around it.

    What the participle says, if it speaks, is said by whoever speaks already: قال إن ...، *محذرا*.
    """
    found: list[tuple[bool, Entity]] = []
    step: Clause | None = sentence.clause_of[item.index]
    aside = step if _behind_relative(sentence, item) else None
    while step is not None:
        who, verb = step.subject_entity, step.verb
        if verb is not None and who is not None:
            who = relayed(sentence, verb) or who
        if who is not None and (verb is None or verb.index < item.index):
            found.append((verb is not None and (speaks(verb) or _addresses(sentence, verb)), who))
        step = step.parent
    outer = aside.parent.subject_entity if aside is not None and aside.parent else None
    if outer is not None and any(who is outer for _, who in found):
        if _participle_agrees(item, outer):
            return outer
    speakers = [who for spoken, who in found if spoken and _participle_agrees(item, who)]
    if speakers and speaks(item):
        return speakers[0]
    if said_by_nameless(sentence, item):
        return None
    return next((who for _, who in found if _participle_agrees(item, who)), None)


def said_by_nameless(sentence: Sentence, item: Item) -> bool:
    """Whether a participle of saying goes on with what somebody without a name says.

    So it is in أوضحت *المصادر* أن القيادة تعتزم الحرب، *مؤكدة* أن: not of the command.
    """
    if item.kind != "P" or item.det or not any(row.speech for row in item.rows):
        return False
    told, step = sentence.clause_of[item.index], sentence.clause_of[item.index].parent
    while step is not None and told.kind != "an":
        told, step = step, step.parent
    subject, verb = (step.subject, step.verb) if step is not None else (None, None)
    if step is None or subject is None or verb is None or verb.index > item.index:
        return False
    if step.subject_entity is not None or subject.mention is not None or verb.passive:
        return False
    says = any(row.speech for row in verb.rows)
    return says and may_be_subject(subject, f"3{item.feats[:2]}", before=True)


def _behind_relative(sentence: Sentence, item: Item) -> bool:
    """Whether it stands behind the comma that closes what is told of a thing.

    So it is in "رفضت تونس التهم التي وجهتها إليها ليبيا، *معتبرة* أنها", of Tunisia; but not in
    "وهو ما نفته ليبيا، *متهمة* تونس".
    """
    opener = sentence.clause_of[item.index].opener
    told = opener is not None and opener.kind == "rel" and opener.key != "ما"
    return told and not item.det and item.index > 0 and comma(sentence.items[item.index - 1])


def _addresses(sentence: Sentence, verb: Item) -> bool:
    """Whether the verb turns to somebody with words: *هاتف* نظيره محذرا."""
    return any(row.id in sentence.scene.function("addressing") for row in verb.rows)


def relayed(sentence: Sentence, verb: Item) -> Entity | None:
    """Return whose words a verb of relaying passes on: نقلت الوكالة عن *الوزير* أن ...، متهما."""
    for marker in (
        m for row in verb.rows if isinstance(row, Verb) and row.speech for m in row.teller
    ):
        told = slot(sentence, verb, marker)
        who = entities(sentence, told) if told is not None else []
        if who:
            return who[0]
    return None


def _participle_agrees(item: Item, entity: Entity) -> bool:
    if entity.plural:
        people = entity.kind == ActorKind.GROUP  # الدبلوماسيين، متهمة إياهم: not the diplomats
        return item.feats in (("mp", "fp", "bp") if people else ("fs", "mp", "fp", "bp"))
    republic = item.feats[:2] == "fs" and entity.kind == ActorKind.STATE  # موسكو، *متهمة* لندن
    return republic or item.feats[:1] == entity.gender
