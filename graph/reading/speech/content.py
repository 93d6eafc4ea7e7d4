"""Content: which words are said, behind a verb of saying or before it."""

from ..records.clauses import Clause, Sentence
from ..records.items import Item, Row, classes_of, comma, speaks
from ..records.quotation import SCARE, closing, quoted_before, words_in
from ..words.rows import Verb

STATEMENTS = frozenset({"accused", "warned", "criticized", "threatened", "protested-against"})
_ABOUT = ("بشأن", "حول", "عن")
_CONTRAST = frozenset({"بينما", "فيما", "في حين"})
_BUT = frozenset({"لكن", "ولكن", "غير ان", "الا ان", "بيد ان"})
_AS_SAID = frozenset({"كما", "حسبما", "مثلما", "وفق ما", "بحسب ما", "على ما"})


def content_of(sentence: Sentence, item: Item, row: Row) -> tuple[int, int] | None:
    """Return the items that hold what is said: an أن-clause, a quotation, a noun phrase."""
    items, n = sentence.items, len(sentence.items)
    phrase: Item | None = None
    own = sentence.clause_of[item.index]
    for other in items[item.index + 1 :]:
        if _past(sentence, item, other):
            break
        if other.kind == "rel" and other.key == "ما" and "direct" in row.content:
            start = phrase.index if phrase is not None else other.index
            return start, clause_end(sentence, other.index)  # نفى *ما* قالته، *صحة ما* نشر
        if other.kind == "an" and other.value != "ل":
            if other.value == "ب" and phrase is not None and phrase.marker in _ABOUT:
                break  # وصف ما قالته *عن* X بأنه كذب
            if phrase is not None and "an" not in row.content:
                break  # تنفي إرسال قوات وتصف الاتهامات *بأنها* ملفقة
            if items[other.index - 1].value == "على" and "على" not in row.content:
                continue  # قال ...، مشددا على أن
            return other.index, content_end(sentence, other.index)
        if other.kind == "mark" and other.key == ":":
            lead = items[other.index - 1]
            if lead.kind == "M" and lead.conj and items[lead.index - 1].kind == "mark":
                break  # تعترف ببيافرا، *ومدريد*: another speaks
            return other.index + 1, n
        denied = items[other.index - 1].kind == "negnoun"  # أنباء غير *مؤكدة* عن
        if not (other.det or denied) and _tells_besides(sentence, other):
            break  # نفى ذلك، *مؤكدا* أن; ، *معربا* عن اعتقاده أن
        if other.kind == "quote" and item.kind == "N" and items[item.index - 1].kind == "an":
            break  # قال إن *تصريحات* الوزير «مخالفة للواقع»: what they are, not what they say
        if other.kind == "quote" and (close := closing(sentence, other.index)) is not None:
            if words_in(items, other.index, close) > SCARE:
                return other.index, close + 1
        if phrase is None and other.kind in ("N", "M", "O") and other.marker in row.content:
            around = sentence.clause_of[other.index]
            if around.kind == "rel" and around is not own:
                continue  # نفى، في مقابلة نشرتها *صحيفة*، ما
            if not (own.verb is item and other is own.subject):
                phrase = other
        if phrase is None and other.kind in ("N", "O") and other.marker in _ABOUT:
            phrase = other
        if phrase is None and other.kind == "N" and _behind_somebody(sentence, item, other):
            phrase = other
        if other.kind == "V" and other.conj and phrase is not None:
            break
        if other.kind in ("V", "sub") and sentence.clause_of[other.index].kind != "rel":
            aired = other.kind == "V" and not other.conj and items[other.index - 1].kind != "mark"
            if any(r.speech for r in other.rows) and not aired:  # في مقابلة *بثت* أمس أن
                break
            if other.kind == "sub" or other.conj:
                break
    if phrase is None:
        return None
    return phrase.index, clause_end(sentence, phrase.index)


def _tells_besides(sentence: Sentence, word: Item) -> bool:
    """Whether a participle begins what the speaker says or shows besides."""
    apart = word.indefinite and comma(sentence.items[word.index - 1])
    if word.kind == "P":
        return apart or any(row.speech for row in word.rows)
    behind = sentence.items[word.index + 1 : word.index + 2]
    return word.kind == "O" and apart and bool(behind) and behind[0].kind == "prep"


def _past(sentence: Sentence, item: Item, other: Item) -> bool:
    """Whether what the predicate tells cannot begin at an item: it is another's words.

    So it is with "and that" behind words that hold the predicate itself (أن فرنسا حذرت تونس من
    العنف، *وأن*), with a comma before "that" in "unlike what France announced, *that*", and behind
    an interview that a paper printed.
    """
    own = sentence.clause_of[item.index]
    that = other.kind == "an" and not other.value
    if own.kind == "an" and that and other.conj == "و":
        return True
    if own.kind != "rel":
        return False
    free = own.opener is not None and own.opener.key == "ما"
    if free:
        return that and comma(sentence.items[other.index - 1])
    return bool(item.pronoun) and other.index > own.b


def _behind_somebody(sentence: Sentence, verb: Item, noun: Item) -> bool:
    """Whether a noun is no genitive of what stands before it: نفى مصدر أمني *قصف* القرية."""
    clause, quality = sentence.clause_of[verb.index], noun.head
    if clause.verb is not verb or quality is None or noun.marker != "gen":
        return False
    told = quality.head is clause.subject and quality.key.endswith(("ي", "ية"))
    return told and clause.subject is not None and clause.subject.kind == "O"


def content_end(sentence: Sentence, start: int) -> int:
    """Return where an أن-clause ends: at a new verb of saying, a contrast, or the sentence."""
    put_first = _put_first(sentence, start)
    for other in sentence.items[start + 1 :]:
        if other.kind == "sub" and other.value in _CONTRAST:
            return other.index
        if put_first and other.kind == "V" and not other.conj:
            if comma(sentence.items[other.index - 1]):
                return other.index  # فيما ذكرت الوكالة أن ...، *نفى* الوزير ذلك
        if other.kind == "sub" and other.value in _BUT and _counters(sentence, other):
            return other.index
        speech = any(row.speech for row in other.rows)
        if other.kind == "V" and speech and other.conj:
            return other.index
        apart = comma(sentence.items[other.index - 1])
        if other.kind == "P" and apart and not other.det and not other.conj and speaks(other):
            return other.index  # ، *محذرا* السويد من: what the speaker does besides
        clause = sentence.clause_of[other.index]
        if other.kind == "V" and other.conj and clause.inherited and clause.kind == "coord":
            if clause.parent is not None and clause.parent.a < start:
                return other.index  # "he said that ... and accused": the narrator goes on
            if apart and other.feats.startswith("pf") and _of_the_future(clause):
                return other.index  # أكدت أن تونس ستدعم المغرب، *ورفضت* العرض
        if (
            other.kind == "V"
            and other.conj in ("و", "ف")
            and clause.verb is other
            and clause.subject is not None
            and clause.subject.kind == "M"
            and clause.subject.index > other.index
            and sentence.items[other.index - 1].kind == "mark"
            and other.feats.startswith("pf")
        ):
            return other.index  # "، وطالبها مجلس الأمن": the narrator goes on
    return len(sentence.items)


def _of_the_future(clause: Clause) -> bool:
    """Whether a clause goes on from words of what will be done."""
    told = clause.parent
    return told is not None and told.kind == "an" and told.verb is not None and told.verb.future


def _put_first(sentence: Sentence, start: int) -> bool:
    """Whether the words are said in a clause that stands before the main one: *فيما قال* إن."""
    outer = sentence.clause_of[start].parent
    return outer is not None and outer.kind == "sub" and outer.a <= 1


def _counters(sentence: Sentence, but: Item) -> bool:
    """Whether the narrator goes on with what somebody else says against it: ، لكن *تونس رفضت*."""
    clause = sentence.clause_of[but.index]
    if clause.subject is None or clause.subject.kind != "M" or clause.verb is None:
        return False
    classes = classes_of(clause.verb)
    denies = any(row.speech == "denies" for row in clause.verb.rows)
    return denies or not classes.isdisjoint({"ACCUSE", "REJECT", "REQUEST", "THREATEN"})


def retells(sentence: Sentence, a: int, b: int) -> bool:
    """Whether the words from a on tell of what another has said: ما قالته X, اتهامات X."""
    reports = sentence.scene.function("reports")
    for item in sentence.items[a : min(b, a + 3)]:
        if (item.kind == "rel" and item.key == "ما") or item.key in reports:
            return True
        if item.kind == "N" and any(r.speech or r.relation in STATEMENTS for r in item.rows):
            return not is_deed(item)
        if item.kind == "N" and any(isinstance(r, Verb) and r.light for r in item.rows):
            return False  # نفت مصر *توجيه* اتهامات إلى تشاد
    return False


def is_deed(noun: Item) -> bool:
    """Whether a noun means that somebody spoke, not what he said: نفت *انتقاد* تشاد, not انتقادات.

    An accusation in the singular is what somebody is charged with: نفى *اتهام* الوزير.
    """
    stated = {row.relation for row in noun.rows if row.relation in STATEMENTS}
    said = any(row.speech for row in noun.rows)
    plural = noun.feats[1:2] == "p" or noun.key.endswith("ات")
    return bool(stated) and "accused" not in stated and not (said or plural)


def clause_end(sentence: Sentence, start: int) -> int:
    """Return where a noun phrase with all that hangs on it ends: at a new verb or a contrast."""
    for other in sentence.items[start + 1 :]:
        if other.kind == "V" and sentence.clause_of[other.index].kind in ("coord", "main"):
            return other.index
        if other.kind == "P" and speaks(other) and not other.conj:
            apart = comma(sentence.items[other.index - 1]) and not other.det
            if other.indefinite or apart:
                return other.index  # نفى الاتهامات *قائلا* إن, نفت الأنباء، *موضحة* أن
        if other.kind == "sub" and (other.value in _CONTRAST or _then_another(sentence, other)):
            return other.index
        if other.kind == "sub" and other.value in _BUT:
            return other.index  # لم تؤكد دورها في الهجوم، *لكنها* دعت
    return len(sentence.items)


def _then_another(sentence: Sentence, then: Item) -> bool:
    """Whether somebody else does something thereupon: أعلنت اليونان انسحابها، *ثم حظر الكونغرس*."""
    clause = sentence.clause_of[then.index]
    named = clause.subject is not None and clause.subject.kind == "M" and not clause.inherited
    return then.key.endswith("ثم") and named and clause.verb is not None


def said_before(sentence: Sentence, item: Item) -> tuple[int, int] | None:
    """Return the words before "…, he said" or "as he said", "as his letter has it"."""
    clause = sentence.clause_of[item.index]
    opener = clause.opener
    as_said = opener if opener is not None and opener.kind == "sub" else None
    if as_said is not None and as_said.value not in _AS_SAID:
        as_said = None
    if item.kind == "N" and as_said is not None and as_said.index > 1 and not clause.negated:
        return 0, as_said.index  # ..., كما جاء في *بيان* الوزارة
    if item.kind != "V" or item.index == 0:
        return None
    if as_said is not None:
        return (0, as_said.index) if as_said.index > 1 else (item.index + 1, len(sentence.items))
    before = sentence.items[item.index - 1]
    if before.key == "هكذا" and before.index:
        before = sentence.items[before.index - 1]
    elif before.index > 1 and sentence.items[before.index - 1].key in ("بهذه", "بهذا"):
        before = sentence.items[before.index - 2]  # «...»، *بهذه الكلمات* رد سالم
    if before.kind == "rel" and before.index:
        lead = sentence.items[before.index - 1]
        if lead.kind == "hedge" or (lead.kind == "demo" and before.key == "ما"):
            return (0, lead.index) if lead.index > 1 else None  # ..., هذا *ما قاله* X
    quotation = quoted_before(sentence.items, before.index + 1)
    if quotation is not None:
        return quotation
    if comma(before) and not item.conj and not item.pronoun:
        return 0, before.index
    return None
