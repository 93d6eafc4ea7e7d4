"""Sides: the two ends of verbs and participles."""

from ....schema import ActorKind, Relation, vocabulary
from ..actors.both import each_other
from ..ends.arguments import entities, group
from ..ends.joining import gapped
from ..ends.meeting import gathered
from ..ends.participles import participle_head
from ..ends.slots import following, markers_of, slot, verb_rows
from ..ends.things import acting_through, there
from ..records.clauses import Sentence
from ..records.context import asker_before
from ..records.ends import Ends, Found, Skipped
from ..records.entity import Entity, may_mean
from ..records.items import STANDS, Item, Row
from ..records.stems import is_in, is_one_of
from ..words.rows import Verb
from .addressee import addressee
from .concerned import meant
from .doers import doers, genitive_of
from .narrowing import nation_of
from .objects import object_of, own_slot
from .sentby import sent_ends
from .threats import fought_before, threatened
from .undergone import STRUCK, attacker, of_another, troops


def verb_ends(
    sentence: Sentence, item: Item, row: Row, relation: Relation, earlier: list[Found]
) -> Ends:
    """Return the ends of a finite verb: its subject or agent, and its object."""
    clause = sentence.clause_of[item.index]
    if clause.verb is not item:
        raise Skipped("the clause has another verb")
    if relation.id == "calls-for-dialogue-with" and _told_to_talk(sentence, item):
        raise Skipped("another is told to talk")
    if isinstance(row, Verb) and row.gathers:
        return gathered(sentence, item, row)
    if isinstance(row, Verb) and row.sends:
        return sent_ends(sentence, item, row, relation)
    agent = slot(sentence, item, "by") or _agent(sentence, item, row)
    subjects, subject_item = doers(sentence, item, row)
    both = each_other(sentence, item, subjects)
    if both:
        return Ends(both, [], subject_item, confidence=0.8, mutual=True)
    taken = _taken_pronoun(sentence, item, subjects, earlier)
    if relation.relation_class in STANDS:
        taken = _deed_taken_up(sentence, item, subjects, earlier) or taken
    confidence = 0.7 if clause.inherited else 0.9
    if agent is None and relation.id in STRUCK and _struck(sentence, item, row):
        attack, who = attacker(sentence, item)
        victims, done_to = subjects, subject_item
        if item.passive and "direct" not in markers_of(row, noun=False)[:1]:
            # أطيح *بالرئيس* في انقلاب
            markers = markers_of(row, noun=False)
            done_to, victims, _ = object_of(sentence, item, relation, markers, who, row=row)
        elif not victims and subject_item is not None:
            victims = meant(sentence, subject_item, relation, ())
        if attack is not None and victims and of_another(who, victims):
            return Ends(who, victims, attack, done_to, "direct", 0.8)
    if agent is not None and (
        item.passive or not subjects or _undergone(sentence, item, row, agent)
    ):
        done_to = subjects
        if not done_to and subject_item is not None:
            done_to = meant(sentence, subject_item, relation, ())
        by = entities(sentence, agent)
        if not by and agent.kind == "O" and (owner := acting_through(sentence, agent)) is not None:
            by = [owner]  # قتل برصاص *حراس الرئيس*
        if done_to:
            return Ends(by, done_to, agent, subject_item, "direct", confidence)
        markers = tuple(m for m in markers_of(row, noun=False) if m != "direct")
        found = object_of(sentence, item, relation, markers, by, row=row)
        return Ends(by, found[1], agent, found[0], found[2], confidence)
    if item.passive and not troops(subject_item, relation):
        raise Skipped("passive without a doer")
    swap = isinstance(row, Verb) and row.swap
    markers = row.agent if isinstance(row, Verb) and row.swap else markers_of(row, noun=False)
    if taken is not None and "direct" in markers:
        object_item, objects, marker = item, [taken], "direct"
    else:
        object_item, objects, marker = object_of(
            sentence, item, relation, markers, subjects, row=row
        )
        if not objects and "direct" in markers:
            object_item, objects, marker = _shared_object(sentence, item, relation, subjects, row)
    if objects and marker == "direct":
        left = [o for o in following(sentence, item) if gapped(sentence, o) is not None]
        objects = [*objects, *(who for other in left for who in entities(sentence, other))]
    if relation.id == "threatened" and not objects:
        object_item, objects = threatened(sentence, item, relation, subjects)
        objects = objects or fought_before(item, subjects, earlier)
    if relation.id == "deployed-to" and not objects:
        object_item, objects = there(sentence, item, subjects)
    if not objects:
        object_item, objects = addressee(sentence, item, relation, subjects)
    if relation.id == "rejects" and not objects and _says_no_more(sentence, item):
        objects, confidence = asker_before(sentence, subjects), 0.6
    if isinstance(row, Verb) and row.collective and not objects:
        _both(sentence, item, subjects)
        marker = "بين"
    if swap and not objects and relation.relation_class == "AID":
        object_item, objects = _made_by(sentence, item, row)
    if swap:
        return Ends(objects, subjects, object_item, subject_item, marker, confidence)
    return Ends(subjects, objects, subject_item, object_item, marker, confidence)


def _made_by(sentence: Sentence, item: Item, row: Row) -> tuple[Item | None, list[Entity]]:
    """Return whose the things are that somebody gets: تسلمت تونس *مروحيات أميركية*."""
    subject = sentence.clause_of[item.index].subject
    wanted = row.with_nouns if isinstance(row, Verb) else ()
    for other in following(sentence, item):
        if other.kind == "mark":
            break
        if other is subject or other.marker not in ("direct", "على", "gen"):
            continue
        if other.mention is not None and other.mention.kind == "instrument":
            return other, [other.mention.entity]
        given = is_in(other, sentence.scene.function("arms")) or is_one_of(other, wanted)
        if given and other.nisba is not None:
            return other, [sentence.discourse.listed(other.nisba)]
    return None, []


def _told_to_talk(sentence: Sentence, item: Item) -> bool:
    """Whether it is another who ought to talk: دعا *الحكومة* إلى الحوار مع الحركة."""
    return (other := own_slot(sentence, item, "direct")) is not None and other.kind == "M"


def _struck(sentence: Sentence, item: Item, row: Row) -> bool:
    """Whether the verb tells what its subject undergoes: قتل في غارة, دمر القصر في هجوم."""
    if isinstance(row, Verb) and row.swap:
        return True
    open_voice = item.passive or item.feats[-1] == "b"
    if not open_voice or item.pronoun or "direct" not in row.object:
        return False
    other = own_slot(sentence, item, "direct")
    return other is None or bool(other.conj)  # قتل خمسة *وجرح عشرة* في غارات


def _agent(sentence: Sentence, item: Item, row: Row) -> Item | None:
    """Return who did what is said in the passive, under the row's own marker: طرد *من الحزب*."""
    if not isinstance(row, Verb) or row.swap or not row.agent or not _struck(sentence, item, row):
        return None
    found = (slot(sentence, item, marker) for marker in row.agent)
    return next((o for o in found if o is not None and o.kind == "M"), None)


def _taken_pronoun(
    sentence: Sentence, item: Item, subjects: list[Entity], earlier: list[Found]
) -> Entity | None:
    """Return whom "and accused *her*" means: the object of the same subject's verb before it."""
    if item.pronoun in ("", "1") or not item.conj or not earlier:
        return None
    last = earlier[-1]
    if last.subject not in subjects or last.item.kind != "V":
        return None
    for other in sentence.items[last.item.index + 1 : item.index]:
        if other.kind == "V" and sentence.clause_of[other.index].subject_entity in subjects:
            return None  # أشاد بمصر، *حمل* على ليبيا واتهمها
    named = last.object_item.mention if last.object_item is not None else None
    nation = named is not None and named.kind == "nation"  # انتقد *الروس* واتهم*هم*
    fits = may_mean(last.object, item.pronoun)
    return last.object if fits or (nation and item.pronoun[1:] == "p") else None


def _deed_taken_up(
    sentence: Sentence, item: Item, subjects: list[Entity], earlier: list[Found]
) -> Entity | None:
    """Return whose deed it is that is told again, and judged: اتهم سالم تونس، وهو *اتهام* رفضته."""
    deed = sentence.clause_of[item.index].antecedent
    if not item.pronoun or deed is None or deed.kind != "N" or deed.index > item.index:
        return None
    if (whose := nation_of(sentence, deed)) is not None:  # قبول *الخطة الأميركية* التي ترفضها
        return whose if whose not in subjects else None
    told = {row.relation for row in deed.rows}
    for one in reversed(earlier):
        known = vocabulary()[one.predicate]
        if told & {one.predicate, known.parent} and not known.symmetric:
            return one.subject if one.subject not in subjects else None
    return None


def _says_no_more(sentence: Sentence, item: Item) -> bool:
    """Whether the verb has nothing behind it but its subject: فرفضت *باريس*."""
    subject = sentence.clause_of[item.index].subject
    return not any(
        o.kind in ("M", "N", "O", "P", "an", "pron") and o is not subject
        for o in following(sentence, item)
    ) and item.pronoun in ("", "1")


def _undergone(sentence: Sentence, item: Item, row: Row, agent: Item) -> bool:
    """Whether a verb that is spelled alike in both voices is passive before "by X"."""
    apart = any(o.kind == "mark" for o in sentence.items[item.index : agent.index])
    subject, done_to = sentence.clause_of[item.index].subject, own_slot(sentence, item, "direct")
    if subject is not None and done_to is not None and done_to.kind == "M" and not done_to.conj:
        apart = apart or subject.index < item.index  # سالم *اعتقل الوزير* بأمر من الملك
    if subject is not None and done_to is not None and done_to.kind in ("N", "O"):
        # رفضت تونس *التصريحات* من جانب ليبيا
        apart = apart or item.index < subject.index < done_to.index < agent.index
    return item.feats[-1] == "b" and "direct" in row.object and not apart


def _shared_object(
    sentence: Sentence, item: Item, relation: Relation, subjects: list[Entity], row: Row
) -> tuple[Item | None, list[Entity], str]:
    """Return the object that two joined verbs have in common: نظمت ودعمت *حركة الفجر*."""
    clause = sentence.clause_of[item.index]
    after = sentence.items[clause.b] if clause.b < len(sentence.items) else None
    if after is None or after.kind != "V" or after.conj != "و" or item.pronoun or after.pronoun:
        return None, [], ""
    if len({verb.root for verb in verb_rows(item)}) > 1:
        return None, [], ""  # *عادت* مصر ودعمت تشاد: it may be "returned", and no "was hostile"
    second = sentence.clause_of[after.index]
    same = second.inherited and second.subject_entity in subjects
    named = {i.index for i in group(sentence, clause.subject)} if clause.subject else set[int]()
    between = range(item.index + 1, after.index)
    if not (same or second.subject is clause.subject) or not named.issuperset(between):
        return None, [], ""
    found = object_of(sentence, after, relation, ("direct",), subjects, row=row)
    if found[1]:
        return found
    return _shared_object(sentence, after, relation, subjects, row)


def participle_ends(sentence: Sentence, item: Item, row: Row, relation: Relation) -> Ends:
    """Return the ends of a participle: what it describes, and whom it concerns."""
    subjects, subject_item = participle_head(sentence, item)
    if not subjects:
        raise Skipped("describes no actor")
    if row.speech is not None and subjects[0].kind == ActorKind.MEDIA:
        raise Skipped("describes the one whose words are carried")
    if item.passive:
        for marker in ("by", "من", "ل", "لدى"):
            agent = slot(sentence, item, marker)
            if agent is not None and (who := entities(sentence, agent, tuple(subjects))):
                return Ends(who, subjects, agent, subject_item, marker, 0.8)
        nation = sentence.items[item.index + 1 : item.index + 2]
        if nation and nation[0].kind == "A" and nation[0].feats.endswith("+"):
            backer = sentence.discourse.listed(nation[0].value)  # المدعومة *سويديا*
            return Ends([backer], subjects, nation[0], subject_item, "by", 0.8)
        raise Skipped("passive participle without a doer")
    likely = (*markers_of(row, noun=True), *row.object)
    if item.indefinite:  # متهما *فرنسا* بالسعي إلى إسقاط الحكومة
        likely = (*row.object, *likely)
    markers = tuple(dict.fromkeys(likely))
    if item.det and "ل" in markers:  # موقف مصر المؤيد *لبلغاريا*
        markers = tuple(sorted(markers, key=lambda marker: marker == "direct"))
    if isinstance(row, Verb):  # داعيا الأحزاب *إلى مساندتها*
        markers = tuple(m for m in markers if m in row.object or m not in row.topic)
    object_item, objects, marker = object_of(sentence, item, relation, markers, subjects, row=row)
    genitive = genitive_of(sentence, item)
    if not objects and genitive is not None and "direct" in row.object:
        objects, object_item, marker = entities(sentence, genitive), genitive, "gen"
    alike = ("by", *(("لدى",) if relation.id == "detained" else ()))
    behind = sentence.items[item.index + 1 : item.index + 2]
    undergone = bool(behind) and behind[0].kind == "prep" and behind[0].value in alike
    if (undergone or not objects) and "direct" in row.object:  # spelled alike in both voices
        for by in alike:  # المحتجزون لدى *X*
            agent = slot(sentence, item, by)
            if agent is not None and (who := entities(sentence, agent, tuple(subjects))):
                return Ends(who, subjects, agent, subject_item, by, 0.8)
    if relation.id == "threatened" and not objects:
        object_item, objects = threatened(sentence, item, relation, subjects)
    if not objects:
        object_item, objects = addressee(sentence, item, relation, subjects)
    return Ends(subjects, objects, subject_item, object_item, marker, 0.85)


def _both(sentence: Sentence, item: Item, subjects: list[Entity]) -> None:
    """Add the partner that "between A and B" or "the two sides" names."""
    both = slot(sentence, item, "بين") if not subjects else None
    if both is not None:  # not بحث *الوزير* العلاقات بين البلدين
        subjects += entities(sentence, both)
