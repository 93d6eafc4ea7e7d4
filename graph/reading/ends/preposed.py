"""Before the verb: the noun phrase that agrees with it, in SVO and in headlines."""

from ..records.agreement import may_be_subject
from ..records.clauses import Clause, Sentence
from ..records.items import Item


def preposed(sentence: Sentence, clause: Clause, verb: Item) -> Item | None:
    """Return the noun phrase before the verb that agrees with it: SVO and headlines."""
    person = verb.feats.split()[1]
    best: Item | None = None
    for item in sentence.items[clause.a : verb.index]:
        if (
            sentence.clause_of
            and item.index < len(sentence.clause_of)
            and (sentence.clause_of[item.index] is not clause)
        ):
            continue
        if item.kind == "an" or (item.kind == "mark" and item.key in ":"):
            best = None
        if item.kind in ("M", "O", "N") and item.marker == "direct":
            if item.kind == "M" and item.index and _has_done(sentence.items[item.index - 1]):
                continue
            if item.conj and best is not None and item.kind == best.kind:
                if item.kind != "M" or not _apart(sentence, best, item, verb, person):
                    continue  # the second of two joined subjects
                best = None
            if _said_of_it(sentence, clause, item):
                continue  # وقال إنه *ذاهب* إلى جدة ليحاور
            if may_be_subject(item, person, before=True):
                if best is None or best.kind != "M":
                    best = item
    if best is not None and best.kind == "M" and best.conj and person[2] in "dp":
        first = sentence.items[best.index - 1]
        best = first if first.kind == "M" else best  # كاد *العراق* وتركيا يوقعان
    if best is not None and best.kind == "O" and best.pronoun:
        best = _called(sentence, best) or best
    if best is not None and best.index + 1 < verb.index and _bare(best) and verb.conj == "و":
        best = None  # ولد عام 1901، *وانضم* إلى الحزب
    opener = clause.opener
    if best is None and opener is not None and opener.kind in ("an", "sub") and opener.pronoun:
        return opener
    return best


def _said_of_it(sentence: Sentence, clause: Clause, noun: Item) -> bool:
    """Whether a noun is what "that he" says of him: إنه *رجل* يحب السلام."""
    opener = clause.opener
    if opener is None or opener.kind not in ("an", "sub") or not opener.pronoun:
        return False
    return noun.index == opener.index + 1 and _bare(noun) and not noun.conj


def _bare(noun: Item) -> bool:
    """Whether it is a single indefinite noun, of which nothing is said."""
    return noun.kind == "O" and not (noun.det or noun.pronoun or noun.topic)


def _called(sentence: Sentence, noun: Item) -> Item | None:
    """Return the quoted name of what somebody's own is called: قبيلته *«آل حمزة»*."""
    behind = sentence.items[noun.index + 1 : noun.index + 4]
    mention = behind[1].mention if len(behind) == 3 else None
    if mention is None or behind[0].kind != "quote" or behind[2].kind != "quote":
        return None
    if mention.entity.listed is None and not mention.entity.person:
        mention.entity.gender = noun.gender
    return behind[1]


def _has_done(noun: Item) -> bool:
    """Whether an action noun has its object behind it: عقب لقائه *الملك*، أعلن الوزير."""
    under = noun.kind == "N" and bool(noun.pronoun) and noun.marker != "direct"
    return under and any(row.relation for row in noun.rows)


def _apart(sentence: Sentence, best: Item, item: Item, verb: Item, person: str) -> bool:
    """Whether "and X" leads off a second headline: البابا في هافانا *وكاسترو* يستقبله."""
    between = sentence.items[best.index + 1 : item.index]
    joined = all(other.kind in ("M", "A", "mark", "quote", "neg") for other in between)
    return not joined and person[2] == "s" and item.index == verb.index - 1
