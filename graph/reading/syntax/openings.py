"""Openings: which words open a clause, of what kind, and which clause it hangs on."""

from ..ends.antecedent import antecedent_of, first_to
from ..ends.modifying import modifies
from ..ends.preposed import preposed
from ..records.agreement import may_be_subject, pronoun_fits
from ..records.clauses import Clause, Sentence
from ..records.items import Item, comma, is_goal, speaks
from .goingon import helped, joined_to, then_joined_to
from .setoff import not_done_to, was_doing

OPENING = frozenset({"rel", "self", "an", "sub", "if", "V"})  # what may open a clause; "and" too
_AROUND = frozenset({"neg", "aux", "adv", "doubt"})
WITH_VERB = frozenset({"neg", "doubt", "aux", "passive"})
_FROM = frozenset({"من", "عن"})  # whose delegation it is
_LETTER = frozenset({"من", "إلى"})
_AGAINST = frozenset({"على", "ضد"})


def leader_of(sentence: Sentence, current: Clause, verb: Item) -> int | None:
    """Return the first of the actors right before a further verb that lead its clause.

    So it is in "، أما *بريطانيا* فلم تتدخل" and in "أنقرة تدين أثينا *وصوفيا* تهدد بلغراد".
    """
    person = verb.feats.split()[1]
    k = verb.index - 1
    while k > current.a and sentence.items[k].kind in {*WITH_VERB, "adv", "T"}:
        if sentence.items[k].kind in ("neg", "doubt") and sentence.items[k].conj == "و":
            return None  # التقت مصر وليبيا مرتين *ولم* تتفقا
        k -= 1
    item = sentence.items[k]
    if item.kind == "O" and item.det and k - 1 > current.a and not verb.conj:
        helped = sentence.items[k - 1].kind == "aux" and sentence.clause_of[k - 1] is current
        if helped and may_be_subject(item, person, before=True):
            return k - 1  # صحافيين *كانت الشرطة* اعتقلتهم
    if item.kind == "O" and k > current.a + 1 and not verb.conj and _opens_speech(sentence, k):
        return k if may_be_subject(item, person, before=True) else None
    if item.kind != "M" or verb.conj == "و" or sentence.clause_of[k] is not current:
        return None
    if current.verb is not None and k <= current.verb.index:
        return None
    if not may_be_subject(item, person, before=True):
        return None
    assert item.mention is not None
    if item.conj and not item.mention.prep and not verb.conj:
        if item.marker == "بين" and not _joined_actor(sentence.items[k - 1]):
            return None  # the second of the two that "between" needs
        while person[2] in "dp" and _joined_actor(sentence.items[k - 1]):
            k -= 1
        was = sentence.items[max(0, k - 2)]
        return k - 2 if person[2] in "dp" and was.kind == "aux" and was.conj else k
    before, as_for = sentence.items[k - 1], sentence.scene.function("as_for")
    apart = before.kind in ("mark", "sub", "quote") or before.key in as_for
    further = current.verb is not None and current.verb.index < k - 1
    if before.kind == "aux" and (before.conj or further):
        return k - 1 if item.marker in ("direct", "gen") else None  # *وكانت باريس* قد رفضت
    return k if apart and item.marker in ("direct", "gen") else None


def _opens_speech(sentence: Sentence, k: int) -> bool:
    """Whether a noun is the first word of what is said behind a colon: قال: «*حزبنا* لم يمول»."""
    before = sentence.items[k - 1]
    before = sentence.items[k - 2] if before.kind == "quote" else before
    return before.kind == "mark" and before.key == ":"


def _joined_actor(item: Item) -> bool:
    return item.kind == "M" and bool(item.conj) and item.mention is not None


def opening_of(sentence: Sentence, current: Clause, item: Item) -> Clause | None:
    """Return the clause that this item opens, if it opens one."""
    at = item.index
    if item.kind == "rel":
        clause = Clause("rel", at, at, current, item, antecedent_of(sentence, at))
        before = sentence.items[at - 1] if at else None
        clause.cleft = before is not None and (before.kind == "self" or first_to(before, item))
        return clause
    if item.kind == "self" and item.conj == "و" and current.kind in ("main", "coord"):
        actor = antecedent_of(sentence, at)
        if actor is not None and actor.kind == "M":
            return Clause("rel", at, at, current, item, actor)
    if item.conj == "و" and at and is_goal(item) and sentence.items[at - 1].kind == "mark":
        return Clause("goal", at, at, current)  # ، والهدف منها ...
    if item.kind == "sub" and (_joins(sentence, current, item) or _contrasts(sentence, item)):
        return None
    if item.kind in ("an", "sub", "if"):
        kind = "sub" if item.kind == "if" and _granted(sentence.items, at) else item.kind
        return Clause(kind, at, at, then_joined_to(sentence, current, item), item)
    if item.kind == "V" and _in_aside_verb(sentence, current, item):
        return Clause("rel", at, at, current, None, sentence.items[at - 1])
    if item.kind == "V" and (actor := helped(sentence, current, item)) is not None:
        return Clause("rel", at, at, current, None, actor)
    taken_up = item.kind == "V" and item.pronoun and _described(sentence, current, item)
    if taken_up:
        return Clause("rel", at, at, current, None, taken_up)  # صد هجوما *شنه* المتمردون
    if (
        item.kind == "V"
        and not item.conj
        and at
        and item.key in sentence.scene.function("belonging")
    ):
        if sentence.items[at - 1].kind == "O" and not sentence.items[at - 1].det:
            return Clause("rel", at, at, current, None, sentence.items[at - 1])
    if item.kind == "V" and (current.verb is not None or _further(sentence, current, item)):
        waiting = _waiting(sentence, current, item)
        if waiting is not None:
            clause = Clause("main", at, at, waiting.parent, None, waiting.antecedent)
            clause.leader = preposed(sentence, waiting, item)
            return clause
        described = _described(sentence, current, item) or not_done_to(sentence, item)
        if described is not None:
            return Clause("rel", at, at, current, None, described)
        parent = joined_to(sentence, current, item)
        clause = Clause("coord", at, at, parent)
        clause.antecedent = current.antecedent if current.kind in ("rel", "coord") else None
        clause.leader = was_doing(sentence, current, item)
        return clause
    return None


def _described(sentence: Sentence, current: Clause, verb: Item) -> Item | None:
    """Return the indefinite noun that a verb right behind it describes: طلبا *قدمته* بريطانيا."""
    if verb.conj or (current.verb is None and not verb.pronoun):
        return None
    first = current.verb.index + 1 if current.verb is not None else current.a
    qualified = adjective = False  # by the words between: هجوم *مسلح* نفذه
    person = verb.feats.split()[1]
    after = sentence.items[verb.index + 1 : verb.index + 2]
    inside = after[0].value if after and after[0].marker == "في" else ""  # قال *فيه*
    pronoun = verb.pronoun or inside
    done_to = bool(verb.pronoun) and not (after and after[0].kind == "pron")
    for item in reversed(sentence.items[first : verb.index]):
        owner = item.kind == "M" and (item.marker == "ل" or (inside and item.marker in _LETTER))
        owner = owner or (item.kind == "M" and done_to and item.marker in _AGAINST)
        if owner and pronoun and not item.conj:
            qualified = True  # بلاغ *لجبهة البوليساريو* نشرته الوكالة, انقلاب *على سالم* قاده نادر
            continue
        if item.kind == "prep" and ((inside and item.value in _LETTER) or item.value in _AGAINST):
            continue  # رسالة *من* سالم الراوي *إلى* تونس طالب فيها
        doing = person[1:] == "mp" and item.index == first and not pronoun
        if (pronoun or doing) and _body_meant(sentence, item, pronoun or "mp"):
            return item  # حكومة مجرية جديدة *يرأسها* سالم الراوي, معارضون *يقيمون* في باريس
        if verb.pronoun and _of_sender(sentence, item):
            qualified = True  # وفدا *عن الاتحاد* يقوده سالم الراوي
            continue
        if item.det or item.pronoun or item.kind not in ("O", "N", "A", "P"):
            return None
        before = sentence.items[item.index - 1] if item.index else None
        if before is not None and pronoun and _body_meant(sentence, before, pronoun):
            continue  # حكومة مجرية *جديدة* يرأسها
        behind = sentence.items[item.index + 1]
        if qualified and item.kind in ("O", "N") and pronoun_fits(item, pronoun):
            if item.kind == "N" or not modifies(sentence, item):
                return item  # انقلاب *مسلح* على سالم قاده نادر
        if behind is verb and verb.pronoun and _undergoes(sentence, item):
            return item if pronoun_fits(item, verb.pronoun) else None
        if behind.head is not item and item.kind in ("O", "N") and behind.i == item.j:
            resumed = verb.pronoun or (after and after[0].kind == "pron")
            noun = resumed and sentence.items[item.index - 1].kind not in ("O", "N")
            if noun or item.kind == "N" or not modifies(sentence, item):
                return item
            adjective = True
        if adjective and item.kind == "N" and may_be_subject(item, person, before=True):
            return item  # غارات عنيفة *طالت* الميناء
        qualified = bool(verb.pronoun)
    return None


def _undergoes(sentence: Sentence, item: Item) -> bool:
    """Whether an indefinite body stands behind the deed done to it: دعم *حركة* سلحتها تركيا."""
    word = sentence.scene.word(item.i)
    to_it = item.marker == "gen" and item.head is not None and item.head.kind == "N"
    return to_it and word is not None and any(sense.pos == "H" for sense in word.senses)


def _body_meant(sentence: Sentence, item: Item, pronoun: str) -> bool:
    """Whether an indefinite body stands here that a pronoun may take up: قوة دولية تقود*ها*."""
    mention = item.mention
    body = mention is not None and not item.conj and mention.kind == "body"
    group = mention is not None and mention.kind == "role" and not mention.entity.named
    body = body or (group and item.marker == "direct" and pronoun == "mp")  # متمردون *يقودهم*
    if item.mention is None or not body or sentence.scene.article(item.i):
        return False
    indefinite = item.mention.entity.listed is None and not sentence.scene.article(item.j - 1)
    return indefinite and pronoun_fits(item, pronoun)


def _of_sender(sentence: Sentence, item: Item) -> bool:
    """Whether it tells whose delegation stands before: وفدا *عن الاتحاد*, وفد *من الحزب*."""
    if item.kind == "quote" or (item.kind == "prep" and item.value in _FROM):
        return True
    return item.kind == "M" and item.marker in _FROM and not item.conj


def _joins(sentence: Sentence, current: Clause, then: Item) -> bool:
    """Whether "then" joins an actor to another: تحالفت مع صربيا *ثم* مع اليونان.

    If so it counts as "and" from here on.
    """
    behind = sentence.items[then.index + 1 : then.index + 4]
    if then.key.lstrip("وف") != "ثم" or len(behind) < 2:
        return False
    lead = behind[0]
    actor, after = (behind[1], behind[2:]) if lead.kind == "prep" else (lead, behind[1:])
    if actor.kind != "M" or lead.conj or (after and after[0].kind == "V" and not after[0].conj):
        return False
    between = False
    for item in reversed(sentence.items[current.a : then.index]):
        if item.kind == "M" and item.marker == actor.marker:
            then.kind, lead.conj, actor.conj = "join", "و", "و"
            if not between and comma(sentence.items[then.index - 1]):
                then.conj = "و"  # تبعتها بريطانيا، *ثم* فرنسا
            return True
        between = between or item.kind == "M"
        if item.kind in ("V", "N", "P", "an"):
            return False
    return False


def _contrasts(sentence: Sentence, but: Item) -> bool:
    """Whether "but" corrects an actor just denied: لم تتهم الجزائر *بل* ليبيا بتدريب المهاجمين.

    If so it is "instead" from here on, and opens nothing.
    """
    behind = sentence.items[but.index + 1 : but.index + 4]
    named = next((k for k, item in enumerate(behind) if item.kind != "prep"), None)
    if but.key.lstrip("و") != "بل" or named is None or behind[named].kind != "M":
        return False
    if any(item.kind in ("V", "self") for item in behind[named + 1 : named + 2]):
        return False
    but.kind = "instead"
    return True


def _further(sentence: Sentence, current: Clause, verb: Item) -> bool:
    """Whether the verb is a further one behind what is said without a verb."""
    return _second_headline(sentence, current, verb) or _behind_nominal(sentence, current, verb)


def _second_headline(sentence: Sentence, current: Clause, verb: Item) -> bool:
    """Whether an actor before the verb leads off a second statement: لقاء في بون *وصوفيا* تدين."""
    before = sentence.items[verb.index - 1] if verb.index else None
    if before is None or not _joined_actor(before) or before.marker in ("direct", "gen"):
        return False
    topic = preposed(sentence, current, verb)
    told = topic is not None and topic.kind == "N" and any(row.relation for row in verb.rows)
    third = told and before.marker == "بين" and _joined_actor(sentence.items[verb.index - 2])
    if topic is not None and not third:  # غارات بين أسمرا وأديس أبابا *وواشنطن* تدعو
        return False
    return current.kind == "main" and leader_of(sentence, current, verb) is not None


def _behind_nominal(sentence: Sentence, current: Clause, verb: Item) -> bool:
    """Whether a clause without a verb is over: قال سالم إن المؤتمر فاشل، *ودعا* الحركة إلى."""
    if verb.conj != "و" or current.kind != "an" or not comma(sentence.items[verb.index - 1]):
        return False
    said = [o for o in sentence.items[current.a + 1 : verb.index - 1] if o.kind not in _AROUND]
    named = current.opener is not None and current.opener.pronoun != ""  # بأنه *لا يزال* رئيسا
    told = bool(said) and (said[0].marker == "direct" or speaks(verb))  # أنكر أن *له* مطامع، *وقال*
    return told and (named or len(said) > 1)


def _waiting(sentence: Sentence, current: Clause, item: Item) -> Clause | None:
    """Return the outer clause whose own verb this is: الرئيس الذي زار ... *أعلن*.

    Behind "as for" it is the one opened by "so": أما الرئيس الذي زار ... *فأعلن*.
    """
    if item.conj not in ("", "ف") or (not item.conj and current.kind not in ("rel", "sub", "an")):
        return None
    outer, as_for = current.parent, sentence.scene.function("as_for")
    while outer is not None:
        waits = outer.verb is None and (not item.conj or sentence.items[outer.a].key in as_for)
        if waits and preposed(sentence, outer, item) is not None:
            return outer
        outer = outer.parent
    return None


def _granted(items: list[Item], at: int) -> bool:
    """Whether a condition only grants what is so: *وإذا كانت* فرنسا *قد* ساندته فإنها ..."""
    behind = items[at + 1 : at + 5]
    was = bool(behind) and behind[0].kind == "aux"
    return was and any(o.kind == "doubt" and o.value in ("قد", "لقد") for o in behind)


def _in_aside_verb(sentence: Sentence, current: Clause, verb: Item) -> bool:
    """Whether the verb describes an indefinite noun in an aside: ، في بيان *أذاعه* الراديو،."""
    noun = sentence.items[verb.index - 1]
    if verb.conj or noun.kind not in ("O", "N") or noun.det or noun.pronoun:
        return False
    if noun.j != verb.i or sentence.clause_of[noun.index] is not current:
        return False
    return in_aside(sentence, verb.index)


def in_aside(sentence: Sentence, at: int) -> bool:
    """Whether the noun before an item stands under a preposition that a comma sets apart."""
    for item in reversed(sentence.items[max(0, at - 5) : at]):
        if item.kind == "prep":
            return item.index > 0 and comma(sentence.items[item.index - 1])
        if item.kind not in ("O", "N", "A"):
            return False
    return False
