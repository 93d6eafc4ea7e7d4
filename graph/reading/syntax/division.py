"""Division: where the clauses of a sentence begin and end.

A clause begins at a relative pronoun, a complementizer (أن), a subordinator, or a further finite
verb.
"""

from ....schema import ActorKind
from ..ends.apposed import set_apart
from ..ends.leftout import share_subject, take_up_later
from ..ends.nominal import find_nominal_subject
from ..ends.passedon import pass_on
from ..ends.slots import waited_for
from ..ends.subjects import find_subject
from ..page.tokens import COMMAS
from ..records.agreement import may_be_subject, pronoun_fits
from ..records.clauses import Clause, Sentence
from ..records.items import Item, comma, speaks
from ..records.speaking import settle_home
from ..records.stems import is_in
from .mood import note_mood
from .occasion import closes_occasion
from .openings import OPENING, WITH_VERB, in_aside, leader_of, opening_of
from .saturated import saturated, still_waits, told_outside

_CLOSES = {"(": ")", ")": "", "[": "]", "]": "", "-": "-", "–": "–", "—": "—"}
_PLACED = frozenset({"في", "ب", "مع", "إلى", "على"})
_GOES_ON = frozenset({"M", "N", "O", "P", "prep", "pron", "an", "quote"})


def clauses_of(sentence: Sentence) -> None:
    """Divide a sentence into clauses and find their subjects."""
    _divide(sentence)
    homes = [o for o in sentence.items if o.mention is not None and o.mention.kind == "country"]
    for clause in sentence.clauses:
        for item in homes:
            if clause.a <= item.index < clause.b:
                settle_home(sentence, item)
        if clause.verb is not None:
            set_apart(sentence, clause)
            find_subject(sentence, clause)
        else:
            find_nominal_subject(sentence, clause)
    for item in homes:
        settle_home(sentence, item)
    for clause in reversed(sentence.clauses):
        share_subject(sentence, clause)
        take_up_later(sentence, clause)
    pass_on(sentence)


def _divide(sentence: Sentence) -> None:
    current = Clause("main", 0, 0)
    sentence.clauses.append(current)
    behind_comma = False
    asides: list[tuple[str, Clause]] = []
    last = {item.key: item.index for item in sentence.items if item.kind == "mark"}
    for item in sentence.items:
        if behind_comma or current.kind in ("rel", "coord"):
            again = _taken_up_again(sentence, current, item)
            current = again or _after_aside(sentence, current, item) or current
        behind_comma = comma(item)
        current = _around_aside(current, item, asides, last)
        opens = item.kind in OPENING or item.conj == "و"
        opened = opening_of(sentence, current, item) if opens else None
        if opened is not None:
            if item.kind == "V":
                _begin_before(sentence, current, opened, item)
            current = opened
            sentence.clauses.append(current)
        if item.kind == "V" and current.verb is None:
            current.verb = item
        sentence.clause_of.append(current)
        current.b = item.index + 1
    for clause in sentence.clauses:
        if clause.verb is not None:
            note_mood(sentence, clause)


def _around_aside(
    current: Clause, item: Item, asides: list[tuple[str, Clause]], last: dict[str, int]
) -> Clause:
    """Return the clause that goes on behind an aside in brackets or between two dashes.

    So it is in "اتهمت فرنسا (التي شاركت في المؤتمر) *إيران*". The asides that are open are kept in
    `asides`; `last` tells where each mark stands for the last time.
    """
    mark = item.key
    if item.kind != "mark" or mark not in _CLOSES:
        return current
    if asides and asides[-1][0] == mark:
        return asides.pop()[1]
    if last.get(_CLOSES[mark], 0) > item.index:
        asides.append((_CLOSES[mark], current))
    return current


def _begin_before(sentence: Sentence, current: Clause, opened: Clause, verb: Item) -> None:
    """Let a further verb's clause begin with its negation, and with the actors that lead it."""
    k = verb.index
    while k > current.a + 1 and sentence.items[k - 1].kind in WITH_VERB and not verb.conj:
        k -= 1  # يزور تونس غدا *ويلتقي*: "tomorrow" is of what stands before
    leader = leader_of(sentence, current, verb) if opened.kind == "coord" else None
    if leader is not None:
        k = leader
        for item in sentence.items[leader : verb.index]:
            if item.kind == "M":
                item.marker = "direct"
    if k < verb.index and sentence.clause_of[k] is current:
        opened.a, current.b = k, k
        for n in range(k, verb.index):
            sentence.clause_of[n] = opened


def _taken_up_again(sentence: Sentence, current: Clause, item: Item) -> Clause | None:
    """Return the outer clause that "، and the opening to" goes on with after a relative clause."""
    if item.kind != "N" or item.conj != "و" or current.kind != "rel" or current.parent is None:
        return None
    if sentence.items[item.index - 1].kind != "mark":
        return None
    for other in sentence.items[: item.index]:
        same = other.index < len(sentence.clause_of) and (
            sentence.clause_of[other.index] is current.parent
        )
        if same and other.kind == "N" and other.det == item.det and other.marker == item.marker:
            return current.parent
        if same and other.kind == "N" and other.det == item.det and item.marker == "direct":
            item.marker = other.marker
            return current.parent
    return None


def _after_aside(sentence: Sentence, current: Clause, item: Item) -> Clause | None:
    """Return the outer clause that goes on behind the comma that closes a relative clause.

    Behind "X, who was in session until late, *Turkey* to ..." the verb before X has its object.
    """
    k = item.index
    if k < 2 or item.conj or item.kind not in _GOES_ON:
        return None
    if _has_all(sentence, current, item) or saturated(sentence, current, item):
        return current.parent
    if told_outside(sentence, current, item) or closes_occasion(sentence, current, item):
        return current.parent
    if not comma(sentence.items[k - 1]):
        return None
    if _meanwhile(item) and (current.kind == "if" or _speaks_outside(current, item)):
        return current.parent  # هدد بالحرب إذا هوجم، *قائلا* إن
    aside: Clause | None = current
    while aside is not None and aside.kind != "rel":
        aside = aside.parent
    if aside is None and _in_commas(sentence, current, item):
        current.kind = "rel"  # it describes what stands between the commas
        return current.parent
    if aside is None:
        return None
    if aside.parent is None:
        return None
    if aside.opener is None and in_aside(sentence, aside.a):
        return aside.parent  # في بيان أذاعه الراديو، *أن*
    if k - aside.a < 3:
        return None
    opener = aside.a
    apart = opener > 0 and (comma(sentence.items[opener - 1]) or _in_apposition(sentence, aside))
    outer = aside.parent
    if outer.verb is None or not (apart or still_waits(sentence, outer, item)):
        return None
    return outer


def _meanwhile(item: Item) -> bool:
    """Whether a participle may tell what a verb's subject does with it: *متهما*, *رافضة*."""
    accusative = item.indefinite or (item.feats == "fs" and not item.det and not item.conj)
    return item.kind == "P" and accusative and item.marker == "direct" and not item.passive


def _speaks_outside(current: Clause, item: Item) -> bool:
    """Whether it says what the relative clause before it does not: صد هجوما شنه ...، *متهما*."""
    verb = current.verb
    return current.kind == "rel" and verb is not None and speaks(item) and not speaks(verb)


def _in_commas(sentence: Sentence, current: Clause, item: Item) -> bool:
    """Whether a clause is over with the aside it stands in: ، نقلا عن تقارير لم تنشر، *فرنسا*."""
    outer = current.parent
    if current.kind != "coord" or item.kind != "M" or outer is None or outer.verb is None:
        return False
    before = sentence.items[outer.verb.index : current.a]
    opened = next((o.index for o in reversed(before) if comma(o)), None)
    if opened is None or sentence.items[opened + 1].kind not in ("prep", "hedge", "adv"):
        return False
    return still_waits(sentence, outer, item)


def _lasts(sentence: Sentence, verb: Item) -> bool:
    return any(row.id in sentence.scene.function("lasting") for row in verb.rows)


def _begins_anew(sentence: Sentence, item: Item) -> bool:
    named = item.kind == "M" or is_in(item, sentence.scene.function("sent"))
    return named and item.marker in ("direct", "gen") and not item.conj


def _has_all(sentence: Sentence, current: Clause, item: Item) -> bool:
    """Whether a verb that describes a noun has all it needs: بيان أذاعه الراديو *فرنسا*, *إن*.

    Or the actor behind it cannot be its subject: في كلمة ألقاها أمس *الرئيس*. Behind "which X
    leads" the verb before may yet wait for its object: هاجمت الحركة التي يقودها سالم *تونس*.
    """
    verb, before = current.verb, sentence.items[item.index - 1]
    if verb is None or (current.kind != "rel" and (verb.conj or not _lasts(sentence, verb))):
        return False
    if current.opener is not None:
        timeless = (o for o in reversed(sentence.items[: item.index]) if o.kind not in ("T", "adv"))
        before = next(timeless, before)  # التي تديرها حركة الفجر *اليوم الجمعة* باكستان
        led = before.index == verb.index + 1 and before.kind == "M" and verb.pronoun
        awaits = led and item.kind == "M" and item.marker == "direct" and not item.conj
        outer = current.parent if awaits else None
        waits = outer is not None and outer.verb is not None and still_waits(sentence, outer, item)
        return waits and sentence.items[current.a - 1].marker == "direct"
    for_days = before.kind in ("O", "T") and before.marker in ("", "direct", "gen")
    if for_days and _lasts(sentence, verb) and _begins_anew(sentence, item):
        item.marker, item.head = "direct", None  # في زيارة تستغرق *يومين رئيس* ماليزيا
        return True
    placed = before.marker in _PLACED and before.kind != "pron"  # not زيارة يقوم *بها* الوزير
    late = before.kind in ("T", "adv") or placed  # عقده *في باريس* مصر
    late = late and item.kind == "M" and not item.conj
    if _undergoes(sentence, current, item):
        return True
    if before.kind == "M" and verb.key in sentence.scene.function("belonging"):
        return item.marker == "direct" and not item.conj  # ينتمون إلى الحركة *قاعدة*
    if not verb.pronoun:  # أدلى *به*, not أصدر*ه*
        taken_up = sentence.items[verb.index + 1].kind == "pron"
        return late and taken_up and _awaited(sentence, current, item)
    named = before.kind == "M" and before.marker == "direct" and before.index > verb.index
    if item.kind in ("M", "N") and item.marker in ("ب", "على", "إلى", "من", "عن"):
        timed = before.kind in ("T", "adv") and sentence.items[before.index - 1].kind == "M"
        taken = any(item.marker in waited_for(row) for row in verb.rows)
        outer = current.parent
        waits = outer is not None and outer.verb is not None and still_waits(sentence, outer, item)
        return (named or timed) and waits and not taken and not item.conj
    if item.kind == "an":
        return named
    if item.kind != "M" or item.marker != "direct" or item.conj:
        return False
    if named:
        return True
    if not may_be_subject(item, verb.feats.split()[1], before=False):
        return True
    return late and _awaited(sentence, current, item)


def _undergoes(sentence: Sentence, current: Clause, item: Item) -> bool:
    """Whether the noun described does or undergoes it: في بيان وزع على الصحافيين *إيران*."""
    thing, verb = current.antecedent, current.verb
    if thing is None or verb is None or thing.index != verb.index - 1:
        return False
    if verb.pronoun:  # عقب لقاء جمعها بالوسيط *تركيا*
        does = may_be_subject(thing, verb.feats.split()[1], before=True)
        other = does and not pronoun_fits(thing, verb.pronoun)
        return other and item.kind == "M" and not item.conj and _waited_for(sentence, current, item)
    if item.kind != "M" or item.conj or verb.index + 1 >= item.index:
        return False
    if sentence.items[verb.index + 1].kind == "pron":
        return False  # بيان هاجم *فيه* إيران
    if verb.feats[-1] == "a" and any("direct" in row.object for row in verb.rows):
        return False
    fits = may_be_subject(thing, verb.feats.split()[1], before=True)
    return fits and _waited_for(sentence, current, item)


def _waited_for(sentence: Sentence, current: Clause, item: Item) -> bool:
    """Whether the verb outside, whose subject stands behind it, waits for this actor."""
    outer = current.parent
    if outer is None or outer.verb is None or item.marker != "direct":
        return False
    subject = sentence.items[outer.verb.index + 1]
    named = subject.kind == "M" and subject.marker == "direct"
    return named and still_waits(sentence, outer, item)


def _awaited(sentence: Sentence, current: Clause, item: Item) -> bool:
    """Whether the verb outside waits for this object, and its subject issued what is described.

    So it is in "اتهم سالم في بيان أصدره أمس *مازناً* بالخيانة".
    """
    outer, verb = current.parent, current.verb
    if outer is None or outer.verb is None or verb is None:
        return False
    same = verb.feats.split()[1] == outer.verb.feats.split()[1]
    carries = item.mention is not None and item.mention.entity.kind == ActorKind.MEDIA
    return same and not carries and _waited_for(sentence, current, item)


def _in_apposition(sentence: Sentence, aside: Clause) -> bool:
    """Whether it describes an office named behind a comma: سالم الراوي، رئيس الوفد الذي ...،."""
    actor = aside.antecedent or sentence.items[aside.a - 1]
    if actor.kind != "M":
        return False
    return any(token.key in COMMAS for token in sentence.scene.tokens[actor.i : actor.j])
