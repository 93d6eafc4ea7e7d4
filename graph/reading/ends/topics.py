"""Topics: whether what stands before a verb is its subject, or only what the clause is about."""

from ....schema import ActorKind
from ..page.tokens import COMMAS
from ..records.agreement import may_be_subject, pronoun_fits
from ..records.clauses import Clause, Sentence
from ..records.items import Item, classes_of
from ..words.rows import Verb
from .nominal import BEFORE_TOPIC
from .things import acting_through

_JUDGES = frozenset({"REJECT", "SUPPORT", "ACCUSE"})
_BETWEEN = frozenset({"A", "aux", "neg", "adv", "T", "doubt"})


def is_set_off(sentence: Sentence, verb: Item, topic: Item, behind: Item) -> bool:
    """Whether the noun before is no subject but taken up later: أما *الحركة* فقد سلحتها كوبا."""
    if behind.kind != "M" or not _may_do(verb, behind):
        return False
    taken_up = verb.pronoun != "" and pronoun_fits(topic, verb.pronoun)
    return taken_up or _only_subject(verb, behind) or _of_topic(sentence, verb, topic, behind)


def gives_way(sentence: Sentence, clause: Clause, topic: Item, behind: Item) -> bool:
    """Whether the actor behind is the subject, and not the noun before: وبسؤاله، قال *سالم*."""
    verb = clause.verb
    if verb is None or behind.kind != "M" or not _may_do(verb, behind):
        return False
    if _is_land_visited(verb, behind):
        return False  # وفد من حركة حماس يزور *لبنان*
    if verb.conj == "و":
        return True  # باتت صيدا تحت سيطرة الحركة، *ورفعت السويد* علمها
    if topic.kind == "O":  # وبسؤاله عن ...، قال دينغوف; not so إن *الجيش* قتل دينغوف
        leads = all(o.kind in BEFORE_TOPIC for o in sentence.items[clause.a + 1 : topic.index])
        if _right_before(sentence, verb, topic) and acting_through(sentence, topic) is not None:
            return False  # *طائرات سلاح الجو* تقصف دمشق
        return behind.index - verb.index <= 2 and (clause.kind != "an" or not leads)
    if topic.kind == "M":  # بعد مهاجمة طلبة *السفارة البريطانية* طردت لندن
        return _undergoes(sentence, clause, topic)
    before = sentence.items[verb.index - 1]
    apart = before.kind == "M" or before.key in COMMAS
    return topic.kind == "N" and apart and not topic.det  # استجابة لنداء، *أرسلت أستراليا* كتيبة


def _is_land_visited(verb: Item, behind: Item) -> bool:
    """Whether it is a land behind a verb of visiting, which only people do."""
    stated = {row.relation for row in verb.rows if row.relation is not None}
    land = behind.mention is not None and behind.mention.entity.kind == ActorKind.STATE
    return land and stated == {"visited"}


def _right_before(sentence: Sentence, verb: Item, topic: Item) -> bool:
    """Whether only the genitives of a noun stand between it and the verb."""
    between = sentence.items[topic.index + 1 : verb.index]
    return all(o.marker == "gen" or o.kind in _BETWEEN for o in between)


def says_what(sentence: Sentence, clause: Clause, noun: Item) -> bool:
    """Whether "and he" says what the actor before is: التقى سالم، *وهو ضابط* انشق عن الحركة."""
    opener, verb = clause.opener, clause.verb
    said = opener is not None and opener.kind == "self" and noun.index == opener.index + 1
    if not said or verb is None or noun.kind != "O" or noun.det or noun.conj:
        return False
    return all(o.kind in ("O", "A") for o in sentence.items[noun.index + 1 : verb.index])


def _may_do(verb: Item, behind: Item) -> bool:
    """Whether the verb agrees with the actor behind it: انسحبت *مصر*."""
    return may_be_subject(behind, verb.feats.split()[1], before=False)


def _only_subject(verb: Item, behind: Item) -> bool:
    """Whether an actor right behind a verb without a bare object does it: فقد انسحبت *مصر* منها."""
    if behind.index != verb.index + 1 or verb.pronoun or not verb.rows:
        return False
    if any(isinstance(row, Verb) and row.sends for row in verb.rows):
        return False  # أما تونس فقد *أوفدت* سالم الراوي إلى ليبيا
    return not any(not row.object or "direct" in row.object + row.topic for row in verb.rows)


def _of_topic(sentence: Sentence, verb: Item, topic: Item, behind: Item) -> bool:
    """Whether "as for" leads off whose deed is judged: أما *مصر* فقد أيدت ليبيا *قرارها*."""
    before = sentence.items[topic.index - 1] if topic.index else None
    if before is None or before.key not in sentence.scene.function("as_for"):
        return False
    if behind.index != verb.index + 1 or verb.pronoun:
        return False
    judged = next(iter(sentence.items[behind.index + 1 : behind.index + 2]), None)
    if judged is None or judged.kind not in ("O", "N") or judged.marker != "direct" or judged.conj:
        return False
    judges = not classes_of(verb).isdisjoint(_JUDGES)
    return judges and len(judged.pronoun) > 1 and pronoun_fits(topic, judged.pronoun)


def _undergoes(sentence: Sentence, clause: Clause, actor: Item) -> bool:
    """Whether the actor is the object of an action noun before, which has its doer beside it."""
    for item in reversed(sentence.items[clause.a : actor.index]):
        if item.kind in ("mark", "V", "an", "M", "prep") and item.marker != "gen":
            return False
        if item.kind == "N" and item.marker not in ("direct", "gen") and not item.det:
            doer = sentence.items[item.index + 1]
            told = doer.head is item and doer is not actor
            return told and any("direct" in row.object for row in item.rows)
    return False
