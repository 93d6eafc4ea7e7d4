"""Light verbs: what they lend the noun that tells what is done: شنت فرنسا *غارة*, لقيت *دعما*."""

from ....schema import vocabulary
from ..ends.arguments import entities
from ..ends.meeting import signed_for
from ..ends.slots import genitives, slot, verb_rows
from ..ends.things import owner_behind
from ..records.clauses import Sentence
from ..records.ends import Bound
from ..records.items import Item
from ..records.stems import is_one_of
from ..words.rows import Light, Verb
from .aims import announced
from .borne import hand_back
from .concerned import OF_DEEDS, meant
from .deciding import who_does
from .deeds import has_both_ends
from .doers import genitive_of, whose
from .governed import complement_in, joined_to, taken_up, told_in_full, truces_of
from .mode import modality_of
from .purposes import whose_purpose

# Deeds whose genitive may have done them or undergone them.
_TO_SOMEBODY = frozenset(
    {
        "attacked",
        "killed",
        "detained",
        "seized",
        "sanctioned",
        "supports",
        "aids",
        "arms",
        "received",
    }
)


def hand_light(sentence: Sentence, item: Item, row: Verb) -> None:
    """Lend the noun in the slot who does it or undergoes it: قدمت *تونس* طلبا, تلقت *تونس* دعما."""
    light = row.light
    assert light is not None
    if item.passive and item.kind == "P":
        hand_back(sentence, item, row)
        return
    if item.kind == "V" and (signed := signed_for(sentence, item)) is not None:
        noun, parties = signed
        sentence.bound[noun.index] = Bound(item, row, parties, light=True)
        return
    before = sentence.items[item.index - 1]
    if item.kind == "P" and not item.det and before.kind == "O" and not before.det and item.index:
        return  # قصفت مناطق *خاضعة* لسيطرة الحركة
    opener = sentence.clause_of[item.index].opener
    what = opener is not None and opener.key.endswith("ما") and _resumed(sentence, item, light)
    slots = (*light.slot, "من") if what else light.slot  # ما تقدمه *من دعم*
    complement = complement_in(sentence, item, slots) or taken_up(sentence, item, light.slot)
    if complement is not None and not any(r.relation for r in complement.rows):
        _lend_on(sentence, item, row, light, complement)
        complement = _joined_deed(sentence, complement)
    if complement is None or not any(r.relation for r in complement.rows):
        return
    if _of_antecedent(sentence, item, row, complement):
        return
    chain = (complement, *genitives(sentence, complement))
    if row.with_nouns and not any(is_one_of(step, row.with_nouns) for step in chain):
        return  # قبلت *نداء* المجلس إلى وقف القتال: no truce
    known = sentence.bound.get(complement.index)
    if known is not None and known.light and not told_in_full(sentence, item, complement):
        if light.role == "subject" and known.objects and not known.subjects:
            known.subjects, known.subject_item = who_does(sentence, item, row)
        return  # صدت القوات هجوما *شنه* المتمردون
    if complement.head is item and _done_by_nobody(sentence, item):
        return
    mine = _lent(sentence, item, row, light, complement)
    for each in (*joined_to(sentence, complement), *truces_of(sentence, complement)):
        sentence.bound[each.index] = mine


def _lend_on(sentence: Sentence, item: Item, row: Verb, light: Light, noun: Item) -> None:
    """Lend its subject to a noun that hands it on: اتهمه بتدبير *محاولة* انقلاب."""
    hands_on = any(control.by == "subject" for r in verb_rows(noun) for control in r.control)
    if light.role == "subject" and hands_on and noun.index not in sentence.bound:
        if not noun.det and item.kind == "N" and noun.head is item:
            sentence.bound[noun.index] = _lent(sentence, item, row, light, noun)


def _resumed(sentence: Sentence, verb: Item, light: Light) -> bool:
    """Whether a pronoun stands in the slot for what is told behind: ما تتعرض *له* من قصف."""
    if "direct" in light.slot and verb.pronoun:
        return True
    behind = sentence.items[verb.index + 1 : verb.index + 2]
    return bool(behind) and behind[0].kind == "pron" and behind[0].marker in light.slot


def _joined_deed(sentence: Sentence, deed: Item) -> Item | None:
    """Return the deed joined right to one that states nothing: قامت بنقل *واحتجاز* الوزير."""
    behind = sentence.items[deed.index + 1 : deed.index + 2]
    return behind[0] if behind and behind[0].kind == "N" and behind[0].conj == "و" else None


def _done_by_nobody(sentence: Sentence, noun: Item) -> bool:
    """Whether nobody is said to do what is named: رفض *تجديد* المعاهدة, نفى *إجراء* مفاوضات."""
    if sentence.bound.get(noun.index) is not None:
        return False
    planned = noun.marker == "ل" and bool(whose_purpose(sentence, noun))  # مشروع *فرنسي* لفرض
    return not planned and noun.marker != "purpose" and not announced(sentence, noun)


def _lent(sentence: Sentence, item: Item, row: Verb, light: Light, complement: Item) -> Bound:
    """Return what it lends: the subject of قدمت *تونس* طلبا, the object of تلقت *تونس* طلبا."""
    subjects, subject_item = who_does(sentence, item, row)
    if light.role == "object" and not subjects and subject_item is not None:
        if _done_to_whom(sentence, subject_item):
            return Bound(item, row, light=True)
        subjects = whose(sentence, subject_item)  # لقي *قرار تونس* ترحيبا
        done = next((r.relation for r in complement.rows if r.relation), None)
        owner = owner_behind(sentence, subject_item, vocabulary()[done]) if done else None
        subjects = subjects or ([owner] if owner is not None else [])  # *ثكنة للجيش*
        if not subjects and done in OF_DEEDS:  # لقي *هذا القصف* تنديدا
            subjects = meant(sentence, subject_item, vocabulary()[done], ())
    modality = modality_of(sentence, item) if not row.refused else "actual"
    if light.modality != "actual":
        modality = light.modality
    extra = tuple(dict.fromkeys((*row.object, *row.noun_object, "ل", "إلى")))
    outer = sentence.bound.get(item.index)
    speech = outer.speech if outer is not None else None
    mine = Bound(item, row, modality=modality, extra=extra, light=True, speech=speech)
    mine.settled = row.refused  # *لم يخل* خطابه من انتقادات
    gets = light.role == "object" and any(r.relation == "member-of" for r in complement.rows)
    if (gets or light.role == "subject") and not has_both_ends(sentence, complement):
        mine.subjects, mine.subject_item = subjects, subject_item
    elif light.role == "subject":
        mine.light = False  # أعرب عن *دعم بلاده للأردن*
    else:
        mine.objects, mine.object_item = subjects, subject_item
        if complement.index < item.index and (agent := slot(sentence, item, "by")) is not None:
            mine.subjects, mine.subject_item = entities(sentence, agent), agent
    return mine


def _done_to_whom(sentence: Sentence, deed: Item) -> bool:
    """Whether its genitive may have done it or undergone it: أثار *اغتيال* سالم غضبا."""
    whom = genitive_of(sentence, deed) if deed.kind == "N" else None
    if whom is None or has_both_ends(sentence, deed):
        return False
    return all(row.relation in _TO_SOMEBODY and row.idafa != "subject" for row in deed.rows)


def _of_antecedent(sentence: Sentence, verb: Item, row: Verb, deed: Item) -> bool:
    """Whether it is his of whom a clause tells: صعد الحلف الذي تقوده فرنسا *غاراته* على."""
    clause = sentence.clause_of[verb.index]
    he = clause.antecedent if clause.kind == "rel" and verb.kind == "V" else None
    if he is None or he.kind != "M" or "direct" in row.object or deed.marker != "direct":
        return False
    return verb.pronoun == deed.pronoun != "" and deed.index > verb.index
