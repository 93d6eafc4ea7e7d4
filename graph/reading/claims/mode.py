"""Mode: whether an action took place, is intended, possible or denied, or is only spoken of."""

from ..ends.meeting import accords
from ..ends.slots import describes_doer, markers_of, verb_rows
from ..records.clauses import Clause, Sentence
from ..records.ends import Skipped
from ..records.items import TALKS, Item, classes_of, comma, is_goal
from ..records.stems import is_in
from ..words.rows import EventNoun, Verb
from .aims import goal_before, set_out, striven_for
from .coming import announced_later, is_drafted, to_come, until_then, will_be
from .doers import genitive_of
from .setout import reaching_over, verges

_NEAR = 5  # items between a vote and the membership that it is about
_JUDGING = frozenset({"ACCUSE", "PROTEST", "SUPPORT", "REJECT"})  # of what has been done
_NO = ("neg", "لا")
_ANY = ("اي", "اية", "باي", "باية", "لاي", "لاية")  # as they are spelled in the keys
_TOPICAL = frozenset({"CONSULT", "AGREE"})  # what they are about need not have been done
_PLANNED = frozenset({"RETREAT", "MOBILIZE", "AGREE", "AID"})
_ABOUT = frozenset({"حول", "بشأن", "في", "على", "عن"})
_UNFACTUAL = frozenset({"REJECT", "REQUEST", "THREATEN", "CONCEDE"})


def modality_of(sentence: Sentence, item: Item) -> str:
    """Return the mode of a predicate: actual, intended, possible or negated."""
    given = sentence.bound.get(item.index)
    outer = given.modality if given is not None else "actual"
    if given is not None and given.settled:
        return outer
    if item.kind == "V":
        clause = sentence.clause_of[item.index]
        if clause.negated:
            return "negated"
        if outer != "actual":
            return outer
        if clause.doubtful or _under_condition(sentence, clause):
            return "possible"
        later = (
            item.future
            or clause.scheduled
            or will_be(sentence, item)
            or until_then(sentence, clause)
        )
        later = later or is_drafted(sentence, clause, item.index)
        return "intended" if later else _as_before(sentence, item, clause)
    behind = sentence.items[item.index + 1 : item.index + 4]
    alleged = sentence.scene.function("alleged")
    if item.kind == "N" and any(o.key in alleged for o in behind):
        return "possible"
    before = sentence.items[max(0, item.index - 3) : item.index]
    kinds = {o.kind for o in before}
    named = any(isinstance(row, EventNoun) and row.describes for row in item.rows)
    chief = bool(behind) and behind[0].key in sentence.scene.function("chief_qualities")
    if (item.kind == "P" or named) and (chief or not item.det) and denied(sentence, item):
        return "negated"  # لم تكن تونس *خصما* لفرنسا, ليست *الداعم الأول* لها
    if item.kind == "N" and item.marker == "without":
        return "negated"
    if item.kind == "N" and not item.det and [(o.kind, o.key) for o in before[-1:]] == [_NO]:
        return "negated"  # طهران: لا *مفاوضات* مع بغداد
    if item.kind == "N" and "negnoun" in kinds:
        if any(o.kind == "negnoun" and o.j >= item.i - 1 for o in before):
            return "negated"
    if outer != "actual":
        return outer
    if "doubt" in kinds:
        if any(o.kind == "doubt" and o.value not in ("قد", "لقد") for o in before[-2:]):
            return "possible"
    later = given is None or given.by.index > item.index
    if item.kind == "N" and later and _any(sentence, item):
        return "possible"  # سترد على *أي* هجوم تنفذه تركيا
    clause = sentence.clause_of[item.index]
    if given is not None and given.answered:
        return "actual"
    if given is not None and given.by.kind == "V":
        return modality_of(sentence, given.by)
    if given is not None and given.light and given.by.kind in ("N", "P") and item.marker == "ل":
        return modality_of(sentence, given.by)  # أعلنت تعرضها *لهجوم*, صنعاء الخاضعة *لسيطرتها*
    if item.kind == "N":
        own = item.det or item.pronoun or item.nisba or genitive_of(sentence, item) is not None
        own = (own and not (_reaching(item) or reaching_over(item))) or accords(sentence, item)
        judged = item.marker == "ل" and item.det and _judged(sentence, item)
        if item.marker == "purpose" or (item.marker == "ل" and not (own or judged)):
            return "intended"
        if judged:
            return "actual"  # إدانة مصر *للعدوان* على ليبيا
        if verges(sentence, item):
            return "intended"
        if item.marker == "ل" and item.rows and _campaign(sentence, item.index):
            return "intended"
        if item.marker == "ل" and not item.pronoun and set_out(sentence, item):
            return "intended"
        if _travelled_for(sentence, item.head if item.marker == "gen" and item.head else item):
            return "intended"
        if given is None and (_to_be_held(sentence, item) or to_come(sentence, item)):
            return "intended"
        if later := announced_later(sentence, item):
            return later
        if goal_before(sentence, item) or _ratified(sentence, item):
            return "intended"
        if any(is_goal(o) and o.marker != "" and o.kind == "O" for o in before[-1:]):
            return "intended"
    judging = clause.verb is not None and classes_of(clause.verb) & _JUDGING
    if item.kind == "N" and not judging and is_drafted(sentence, clause, item.index):
        return "intended"
    besides = item.kind == "P" and not item.det and before[-1:] and comma(before[-1])
    if clause.kind == "if" and not besides and not _past_condition(sentence, clause, item):
        return "possible"
    return "actual"


def _past_condition(sentence: Sentence, clause: Clause, item: Item) -> bool:
    """Whether a comma ends a condition without a verb: في حال فشل الحل، *هاجمت* مصر ليبيا."""
    opener, verb = clause.opener, clause.verb
    if opener is None or verb is None or verb.feats[:2] != "pf" or item.index < verb.index:
        return False
    told = sentence.items[opener.index + 1 : verb.index]
    return bool(told) and told[0].kind in ("N", "O") and comma(told[-1])


def _any(sentence: Sentence, item: Item) -> bool:
    """Whether it is said of whatever may be done: *أي* هجوم."""
    return item.index > 0 and sentence.items[item.index - 1].key in _ANY


def _judged(sentence: Sentence, item: Item) -> bool:
    """Whether somebody takes a stand towards it: رفض مصر *للتدخل* في ليبيا."""
    stand = _governor(sentence, item)
    return stand is not None and stand.kind == "N" and bool(classes_of(stand) & _JUDGING)


def _reaching(item: Item) -> bool:
    """Whether it is the noun of a verb that lends its subject: تحرك *للتوصل* إلى اتفاق."""
    return item.det and any(row.light is not None for row in verb_rows(item))


def _campaign(sentence: Sentence, index: int) -> bool:
    """Whether it is what a campaign is for: شنت هجوما واسعا *لاستعادة* الموصل."""
    words = sentence.scene.function("campaigns")
    for other in reversed(sentence.items[max(0, index - 3) : index]):
        if other.kind in ("O", "N") and is_in(other, words):
            return True
        owner = other.kind == "M" and other.marker == "gen"  # عملية *الجيش* لاستعادة الموصل
        if not owner and other.kind not in ("O", "A", "prep"):
            return False
    return False


def _to_be_held(sentence: Sentence, item: Item) -> bool:
    """Whether talks are only to be held, as what governs "holding" tells: اقترح *عقد* قمة بين."""
    holding = item.head if item.marker == "gen" else None
    if holding is None or holding.det or not any(row.relation in TALKS for row in item.rows):
        return False
    bound = sentence.bound.get(holding.index)
    if holding.marker == "ل" or (bound is not None and bound.modality == "intended"):
        return True
    verb = sentence.clause_of[item.index].verb
    if verb is None or verb.index > holding.index:
        return False
    plans = {m for row in verb_rows(verb) for c in row.control if c.modality == "intended"
             for m in c.slot}  # fmt: skip
    discussed = holding.marker == "direct" and classes_of(verb) & {"CONSULT", "REQUEST"}
    return holding.marker in plans or bool(discussed)  # بحث الجانبان *عقد* قمة بين


def _travelled_for(sentence: Sentence, item: Item) -> bool:
    """Whether somebody went somewhere for it: وصل إلى القاهرة *للقاء* الرئيس, *لإجراء* محادثات."""
    verb = sentence.clause_of[item.index].verb
    if item.marker != "ل" or item.pronoun or verb is None or verb.index > item.index:
        return False
    return any(row.relation == "visited" for row in verb.rows)


def _ratified(sentence: Sentence, item: Item) -> bool:
    """Whether somebody only votes on a membership or stands for it: صادق على *عضوية* السويد."""
    if not any(row.relation == "member-of" for row in item.rows):
        return False
    near = sentence.items[max(0, item.index - _NEAR) : item.index]
    verb = sentence.clause_of[item.index].verb
    told = [verb] if verb is not None and verb.index < item.index else []
    return any(is_in(other, sentence.scene.function("ratifying")) for other in (*near, *told))


def _as_before(sentence: Sentence, verb: Item, clause: Clause) -> str:
    """Return the mode of what somebody does besides what he is to do: سيزور تونس *ويلتقي* رئيسها.

    The verb is in the present, and behind "where" as well: سيزور تونس *حيث يلتقي* رئيسها.
    """
    first, opener = clause.parent, clause.opener
    if first is None or first.verb is None or first.negated or not verb.feats.startswith("ipf"):
        return "actual"
    goes_on = clause.kind == "sub" and opener is not None and opener.value in ("حيث", "كما")
    if not (goes_on or clause.kind == "coord") or not first.verb.feats.startswith("ipf"):
        return "actual"
    if not clause.inherited and clause.subject_entity is not first.subject_entity:
        return "actual"
    before = modality_of(sentence, first.verb)
    return before if before in ("intended", "possible") else "actual"


def denied(sentence: Sentence, item: Item) -> bool:
    """Whether a participle is said of its subject with a negation: ليست *متحالفة*, *غير مستعدة*."""
    clause = sentence.clause_of[item.index]
    for other in reversed(sentence.items[clause.a : item.index]):
        if other.kind == "neg" or (other.kind == "negnoun" and other.j == item.i):
            return True
        if other.kind == "V" and other.key.lstrip("و") in sentence.scene.function("regarded"):
            return clause.negated  # *لا تعد* تونس من حلفاء فرنسا
        if other.kind in ("V", "mark") or (other.kind == "P" and item.conj):
            return False
    return False


def _under_condition(sentence: Sentence, clause: Clause) -> bool:
    """Whether a condition governs the clause; what happened then does not hang on one said before.

    "... that he would march on it unless it yielded, *and it turned* to Berlin."
    """
    verb, step = clause.verb, clause.parent
    if clause.kind == "coord" and verb is not None and verb.conj and verb.feats.startswith("pf"):
        then = verb.index and comma(sentence.items[verb.index - 1])
        if then and step is not None and step.kind == "if" and step.a > 1:
            return False
    while step is not None and clause.kind != "rel":  # what tells of an actor holds without it
        if step.kind == "if":
            return True
        clause, step = step, step.parent
    return False


def check_factual(sentence: Sentence, item: Item, modality: str) -> None:
    """Leave out actions that are only wished for, feared, or spoken about."""
    if _awaited(sentence, item):
        raise Skipped("only what must come first")
    if striven_for(sentence, item):
        raise Skipped("only striven for")
    given = sentence.bound.get(item.index)
    if given is not None:
        lent = given.by if given.light and given.by.kind == "N" else None
        warner = _governor(sentence, lent) if lent is not None else None
        if warner is not None and any(row.relation == "warned" for row in warner.rows):
            raise Skipped("only what is warned of")  # حذرت من *شن* تركيا هجوما
        return
    needs = sentence.scene.function("needs")
    for other in sentence.items[item.index + 1 : item.index + 14]:
        if (other.kind == "unreal" or other.key in needs) and sentence.clause_of[
            other.index
        ].kind != "rel":
            raise Skipped(f"only {other.key}")
        if other.kind in ("mark", "V"):
            break
    governor = _governor(sentence, item)
    while (
        governor is not None
        and governor.kind == "N"
        and not any(row.relation for row in governor.rows)
    ):
        governor = _governor(sentence, governor)  # رفض *تجديد* المعاهدة
    if governor is not None and (modality == "actual" or _any(sentence, item)):
        classes = classes_of(governor)
        stopped = governor.kind == "V" and "SANCTION" in classes  # أوقفت *مساعداتها*
        topic = item.head is governor and classes & _TOPICAL  # محادثات *تطبيع*, اتفاق *تعاون*
        lends = any(isinstance(row, Verb) and row.light for row in governor.rows)
        topic = topic and not (lends or _sitting_of(governor, item))  # *توقيع* اتفاق بين
        described = any(isinstance(row, EventNoun) and row.describes for row in item.rows)
        if described and (item.pronoun or genitive_of(sentence, item) is not None):
            return  # لن تضغط على *حليفتها* نجامينا
        if classes & _UNFACTUAL or stopped or topic:
            raise Skipped("its governor does not say that it happened")
    if modality == "actual" and _talked_about(sentence, item):
        raise Skipped("only talked about")
    if modality == "actual" and _feared(sentence, item):
        raise Skipped("only what is warned of")


def _sitting_of(governor: Item, item: Item) -> bool:
    """Whether the noun before only counts how often they talk: جولات *التفاوض*, لقاء *القمة*."""
    counted = {row.relation for row in governor.rows if row.relation} <= {"visited", "met-with"}
    return counted and any(row.relation in ("negotiated-with", "met-with") for row in item.rows)


def _awaited(sentence: Sentence, item: Item) -> bool:
    """Whether something is refused until it is done: رفضت الانسحاب قبل *التوصل* إلى اتفاق."""
    given = sentence.bound.get(item.index)
    first = given.by if given is not None and given.by.kind == "N" else item
    clause = sentence.clause_of[first.index]
    before = sentence.items[clause.a : first.index]
    if not before or before[-1].kind != "prep" or before[-1].key != "قبل":
        return False
    verb = clause.verb
    refused = verb is not None and verb.index < first.index and "REJECT" in classes_of(verb)
    return refused or clause.negated or any(other.kind == "neg" for other in before)


def _feared(sentence: Sentence, item: Item) -> bool:
    """Whether it is only feared that it may break out: حذر من *اندلاع حرب* بين مصر وليبيا."""
    step, feared = item, False
    while step.marker == "gen" and step.head is not None:
        step = step.head
        feared = feared or is_in(step, sentence.scene.function("outbreaks"))
    verb = sentence.clause_of[step.index].verb
    if not feared or step.marker != "من" or verb is None or verb.index > step.index:
        return False
    return "THREATEN" in classes_of(verb) or is_in(verb, sentence.scene.function("fearing"))


def _talked_about(sentence: Sentence, item: Item) -> bool:
    """Whether it is a plan that talks are about: محادثات حول *انسحاب* القوات."""
    if item.marker not in _ABOUT or not classes_of(item) & _PLANNED:
        return False
    clause = sentence.clause_of[item.index]
    return any(
        any(row.relation == "negotiated-with" for row in other.rows)
        for other in sentence.items[max(clause.a, item.index - 8) : item.index]
        if not (other.kind == "V" and other.pronoun)  # ما *تداولته* القناة عن
    )


def _governor(sentence: Sentence, item: Item) -> Item | None:
    """Return the predicate in whose slot the action noun stands."""
    clause = sentence.clause_of[item.index]
    for other in reversed(sentence.items[max(0, item.index - 12) : item.index]):
        if other.kind in ("V", "N", "P") and other.rows:
            if other.kind == "P" and item.marker == "direct" and describes_doer(sentence, other):
                continue  # أعلن حزب الفجر *المعارض* انسحابه
            if other.kind == "V" and any(
                r.speech and item.marker in r.content for r in verb_rows(other)
            ):
                return None  # what is said or denied is its speaker's claim
            takes = {m for r in other.rows for m in (*markers_of(r, noun=other.kind != "V"),
                                                     *r.topic)}  # fmt: skip
            if item.marker in takes or (item.marker == "gen" and item.head is other):
                return other
        if other.kind == "V" and sentence.clause_of[other.index] is clause:
            return None
        if other.kind == "sub" and other.index == clause.a:
            return None  # رفضت العرض، *لكن* دعمها لتشاد استمر
    return None
