"""Object behind: what stands behind a verb as its object, while a subject before goes on."""

from ....schema import ActorKind
from ..records.agreement import fits
from ..records.clauses import Clause, Sentence
from ..records.entity import Entity
from ..records.items import Item, Row, class_of
from ..records.stems import folded, is_in, is_one_of, stems
from ..words.rows import Verb
from .idiom import stating
from .modifying import modifies
from .shown import shown_object
from .slots import genitives, is_number, slot, verb_rows

_GOES = frozenset({"visited", "withdrew-from"})


def object_behind(
    sentence: Sentence, verb: Item, behind: Item, goes_on: Entity | None, person: str
) -> bool:
    """Whether "and warned Bulgaria" goes on with the subject before, Bulgaria being the object.

    So it is when the verb needs a bare object, nothing else could be it, and who goes on fits.
    """
    if behind.kind != "M" or verb.pronoun or goes_on is None:
        return False
    assert behind.mention is not None
    if not fits(goes_on, person[1:2], person[2:3]):
        return False
    if _acts_itself(sentence, verb, behind, behind.mention.entity, goes_on):
        return False
    rows = stating(sentence, verb)
    whom = [row for row in rows if "direct" in row.object]
    if not whom:
        return False
    same = {marker for row in whom for marker in row.topic}  # دعا *الحركة* إلى الحوار مع تونس
    others = {r.object[0] for r in rows if r.object and same.isdisjoint(r.topic)} - {"direct"}
    if any(slot(sentence, verb, marker) is not None for marker in sorted(others)):
        return False
    clause = sentence.clause_of[verb.index]
    what = sentence.items[clause.b : clause.b + 1]
    if what and what[0].kind == "rel" and what[0].value == "ما":
        if sentence.items[clause.b - 1].kind in ("M", "adv", "T"):
            return False  # وانتقدت *الصين* ما وصفته بالتدخل
    if shown_object(sentence, behind.index) is not None:
        return False  # وعارضت *باكستان* ذلك
    accuses = any(row.relation == "accused" for row in rows)
    return not _another_object(sentence, clause, behind, whom, accuses=accuses)


def town_behind(sentence: Sentence, clause: Clause, behind: Item) -> bool:
    """Whether it is the town that somebody leaves or goes to: وكان عليها أن تغادر *بيروت*."""
    verb, mention = clause.verb, behind.mention
    if verb is None or mention is None or mention.kind not in ("capital", "city") or verb.passive:
        return False
    told = [row for row in verb_rows(verb) if row.relation is not None]
    if any(row.relation not in _GOES for row in told):
        return False
    if not any("direct" in row.object for row in told):
        return False
    return not any(
        other.kind in ("M", "N", "O") and other.marker == "direct"
        for other in sentence.items[behind.index + 1 : clause.b]
    )


def _acts_itself(
    sentence: Sentence, verb: Item, behind: Item, who: Entity, goes_on: Entity
) -> bool:
    """Whether the actor behind the verb does it, by what is said of both: فرفضت *الأخيرة*."""
    if goes_on is who or who.serves is goes_on:
        return True  # وطالب *رئيسه سالم الراوي*
    if goes_on.listed is not None and goes_on.listed == who.state:
        return True  # ثم هاجمت القوات الهولندية: Holland's own
    called = sentence.scene.key(behind.i)
    if any(called in sentence.scene.function(words) for words in ("latter", "of_the_two")):
        return True  # فرفضت *الأخيرة*, ورفض *الثاني*
    if verb.conj == "ف" and any(row.relation in ("rejects", "threatened") for row in verb.rows):
        return True  # طلبت تركيا ...، فرفضت *أثينا*
    return any(row.speech == "denies" for row in verb.rows)  # of statements: وتنفي *ماناغوا*


def _another_object(
    sentence: Sentence, clause: Clause, behind: Item, whom: list[Row], *, accuses: bool
) -> bool:
    """Whether the verb has an object behind the actor: ساندت مصر *المعارضة*."""
    for other in sentence.items[behind.index + 1 : clause.b]:
        if sentence.clause_of[other.index] is not clause:
            continue
        if _no_further(sentence, other, whom, accuses=accuses):
            return False
        if other.kind == "P" and other.det and other.index == behind.index + 1:
            state = behind.mention is not None and behind.mention.entity.kind == ActorKind.STATE
            if state and other.feats[1:2] == "s" and not other.conj:
                return True  # ساندت السعودية *المعارضة*
        if other.kind in ("M", "N", "O") and other.marker == "direct" and not other.conj:
            adverb = is_in(other, sentence.scene.function("how_often"))
            if not (other.kind == "O" and (adverb or modifies(sentence, other))):
                return True
    return False


def _no_further(sentence: Sentence, other: Item, whom: list[Row], *, accuses: bool) -> bool:
    """Whether what stands here shows that no object follows: اتهمت *الخرطوم* بدعم الحركة."""
    if other.kind == "self" and other.conj:
        return True  # اتهمت *الشرطة*، وهو اتهام رفضته
    if accuses and other.kind in ("N", "O", "P") and other.marker == "ب":
        return True  # whoever accuses accuses somebody, and of this: اتهمت *الخرطوم* بدعم ...
    if accuses and any(is_one_of(other, r.with_nouns) for r in whom if isinstance(r, Verb)):
        return True  # وحملت *فرنسا* مسؤولية الأزمة
    if other.kind == "N" and other.marker == "direct" and any("direct" in r.topic for r in whom):
        return True  # كما ناشد *البرلمان الأوروبي* الضغط على
    apart = sentence.items[other.index - 1].kind == "mark"
    return other.kind in ("N", "O") and apart  # اتهمت *الخرطوم*، الأمر الذي أغضب غانا


def idiom_behind(sentence: Sentence, verb: Item, behind: Item, *, goes_on: bool) -> bool:
    """Whether the noun is what the verb's own idiom is done with: وسحبت *قواتها* من الأردن.

    Without a pronoun it may be so where a subject goes on: قررت فرنسا أن ترسل *تعزيزات* إلى.
    """
    if behind.kind not in ("O", "N") or verb.passive:
        return False
    rows = [row for row in verb_rows(verb) if row.with_nouns]
    if not rows:
        return False
    own = behind.kind == "O" and behind.pronoun not in ("", "1")
    by_things = sentence.scene.function("done_by_things")
    counted = (
        genitives(sentence, behind) if is_number(sentence, behind) else ()
    )  # نشرت *عشرين ألف جندي*
    named = frozenset[str]().union(*(stems(o.key) for o in (behind, *counted)))
    for row in rows:
        if own and "direct" in row.topic and is_one_of(behind, row.with_nouns):
            return True
        if goes_on and row.id not in by_things:
            if not folded(row.with_nouns).isdisjoint(named):
                return True
    return False


def asked_behind(sentence: Sentence, verb: Item, behind: Item) -> bool:
    """Whether the noun behind a verb of asking is what is asked for: وطلبت منه *إيضاحات*."""
    if behind.kind != "N" or verb.pronoun:
        return False
    if behind.pronoun and _thanked_for(sentence, verb, behind):
        return True
    if not any(class_of(r) == "REQUEST" and "direct" in r.topic for r in verb_rows(verb)):
        return False
    between = sentence.items[verb.index + 1 : behind.index]
    after = sentence.items[behind.index + 1 : behind.index + 3]
    whom = any(o.marker == "من" and o.kind in ("M", "pron") for o in (*between, *after))
    return whom or not behind.det


def _thanked_for(sentence: Sentence, verb: Item, deed: Item) -> bool:
    """Whether somebody who is named is praised for the deed: وشكر لليمن *إيواءه* اللاجئين."""
    praises = any(r.relation == "praised" and "ل" in r.object for r in verb_rows(verb))
    between = sentence.items[verb.index + 1 : deed.index]
    return praises and any(o.kind in ("M", "pron") and o.marker == "ل" for o in between)


def target_behind(sentence: Sentence, verb: Item, behind: Item) -> bool:
    """Whether the noun is what is hit or taken, and does nothing itself: وقصفت *قواعد* الحركة."""
    rows = [row for row in verb.rows if row.relation is not None and "direct" in row.object]
    return behind.kind == "O" and bool(rows) and is_in(behind, sentence.scene.function("targets"))
