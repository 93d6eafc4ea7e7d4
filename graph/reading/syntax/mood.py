"""Mood: negation, doubt and duty around the verb of a clause."""

from ..records.clauses import Clause, Sentence
from ..records.items import Item, comma

_ASIDE = 8  # items of an aside before "that"
_NAMED_NEAR = 8  # items between how many did it and who they were


def note_mood(sentence: Sentence, clause: Clause) -> None:
    """Note negation and doubt around the verb, and doubt that the clause stands under."""
    verb = clause.verb
    assert verb is not None
    for item in sentence.items[max(clause.a, verb.index - 5) : verb.index]:
        helped = sentence.items[item.index + 1].kind == "aux"  # *لم* تكن مصر قد اعترفت
        helped = helped or sentence.items[item.index + 1].key == "من"  # *ما من* دولة اعترفت
        if item.kind == "neg" and (helped or item.index >= verb.index - 2):
            clause.negated = True
        elif item.kind == "doubt" and (helped or item.index >= verb.index - 3):
            perfect = verb.feats.startswith("pf")
            if not (item.value in ("قد", "لقد") and perfect):
                clause.doubtful = True  # *ربما* يكون قد سلحها
    if clause.opener is not None and (clause.opener.feats == "neg" or _not_who(sentence, clause)):
        clause.negated = True  # تعهدت *ألا* تهاجم
    outer = clause.parent
    if _without(sentence, clause):
        clause.negated = outer is None or not outer.negated
    if outer is not None and outer.negated and outer.verb is not None and clause.kind == "an":
        if outer.verb.key.lstrip("وف") in sentence.scene.function("before"):
            clause.negated = True  # *لم يسبق* لمصر أن اعترفت بها
    if clause.negated:
        clause.negated = not _not_only(sentence, clause, verb)
    if clause.negated:
        _except(sentence, clause, verb)
    opener = clause.opener
    if clause.kind == "if":
        asked = opener is not None and opener.value == "هل" and verb.feats.startswith("pf")
        clause.doubtful = not asked  # هل *سلحت* فرنسا تشاد: asked is whether she did
        clause.wished = opener is not None and (clause.negated or opener.value.endswith("لم"))
    if clause.kind == "an" and opener is not None:
        clause.wished = _ought(sentence, opener)
        scheduled = sentence.scene.function("scheduled")
        for item in _led_by(sentence, opener):
            if item.key in scheduled:
                clause.scheduled = True
            elif item.kind in ("doubt", "unreal") and item.value not in ("قد", "لقد"):
                clause.doubtful = True
        if outer is not None and outer.kind == "an" and opener.conj:
            _goes_on(outer, clause, verb)


def _without(sentence: Sentence, clause: Clause) -> bool:
    """Whether something is done without it: استقال *دون أن* تدعم مصر تشاد, *من غير أن*."""
    opener = clause.opener
    if opener is None or not opener.index or opener.kind not in ("an", "sub"):
        return False
    before = sentence.items[opener.index - 1]
    if opener.kind == "sub":
        return opener.value == "غير ان" and before.key == "من"
    return before.key == "دون" or (before.kind == "prep" and before.value == "without")


def is_scheduled(sentence: Sentence, opener: Item) -> bool:
    """Whether it is planned what an أن-clause says: *من المقرر*، وفقا لمصادر، أن يزور مصر."""
    scheduled = sentence.scene.function("scheduled")
    return any(item.key in scheduled for item in _led_by(sentence, opener))


def _led_by(sentence: Sentence, opener: Item) -> list[Item]:
    """Return the items that an أن-clause hangs on, before an aside: *من المقرر*، كما قال، أن."""
    start = opener.index
    source = sentence.scene.function("according_to")
    for item in reversed(sentence.items[max(0, start - _ASIDE) : start]):
        if (comma(item) and item.index < start - 1) or item.key in source:
            return sentence.items[max(0, item.index - 3) : item.index]
        if item.kind == "V" and not comma(sentence.items[start - 1]):
            break
    return sentence.items[max(0, start - 3) : start]


def _not_only(sentence: Sentence, clause: Clause, verb: Item) -> bool:
    """Whether more is told besides: لم تندد بها *فحسب*، بل قطعت علاقاتها بها."""
    rest = sentence.items[verb.index + 1 : clause.b + 2]
    more = any(item.key.lstrip("و") == "بل" for item in rest)
    return more and any(item.key.lstrip("وف") in ("حسب", "قط") for item in rest)


def _goes_on(first: Clause, clause: Clause, verb: Item) -> None:
    """Let a second "that" say what the first says: ينتظر أن يزور تونس *وأن يلتقي* الملك."""
    told = first.verb is not None and first.verb.feats.startswith("ipf")
    if told and verb.feats.startswith("ipf"):
        clause.wished = clause.wished or first.wished
        clause.scheduled = clause.scheduled or first.scheduled
        clause.doubtful = clause.doubtful or first.doubtful


def _not_who(sentence: Sentence, clause: Clause) -> bool:
    """Whether it is denied of somebody that he is who did it: *لم تكن* مصر هي التي هاجمت."""
    if not clause.cleft or clause.antecedent is None:
        return False
    before = sentence.items[max(0, clause.antecedent.index - 2) : clause.antecedent.index]
    return any(item.kind == "neg" for item in before)


def _ought(sentence: Sentence, opener: Item) -> bool:
    """Whether an أن-clause says what is to be done: *ينبغي* أن, إن *على فرنسا* أن."""
    for item in reversed(sentence.items[max(0, opener.index - 5) : opener.index]):
        if item.kind == "duty":
            return True
        if item.kind == "an":
            after = sentence.items[item.index + 1]
            return "على" in (after.marker, after.value)
        if item.kind in ("V", "mark", "sub"):
            return False
    return False


def _except(sentence: Sentence, clause: Clause, verb: Item) -> None:
    """Take back the negation of what is denied of all but one: لم تعترف بها *إلا* تركيا."""
    for item in sentence.items[verb.index + 1 : clause.b - 1]:
        only = sentence.items[item.index + 1]
        if item.kind == "negnoun" and item.key == "غير" and only.kind == "M":
            clause.negated = False  # لا يعارضه *غير المكسيك*
            clause.excepted = only if only.marker == "direct" else None
            return
        if item.kind == "prep" and item.value == "except":
            if sentence.items[item.index - 1].kind == "O" and only.kind != "M":
                return  # لم أطلب شيئا *سوى* الوقت
            clause.negated = False
            if only.marker == "except":
                clause.excepted = _named_then(sentence, clause, only)
                for other in sentence.items[only.index : clause.b]:
                    if other.kind == "M" and other.marker == "except":
                        other.marker = "direct"  # سوى تركيا *والسعودية*
            return


def _named_then(sentence: Sentence, clause: Clause, only: Item) -> Item:
    """Return the first of those who are counted, and named behind: سوى دولتين *هما تركيا* و."""
    if only.kind == "M":
        return only
    for item in sentence.items[only.index + 1 : min(clause.b, only.index + _NAMED_NEAR)]:
        after = sentence.items[item.index + 1 : item.index + 2]
        if item.kind == "self" or item.key == ":":
            return after[0] if after and after[0].kind == "M" else only
        if item.kind in ("V", "M", "prep"):
            break
    return only
