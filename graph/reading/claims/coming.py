"""To come: what is only going to take place, as the verb or "it will be" before it tells."""

from ..records.clauses import Sentence
from ..records.items import Item
from ..syntax.mood import is_scheduled

_BETWEEN = frozenset({"adv", "T", "prep"})  # ستجري *غدا* محادثات


def to_come(sentence: Sentence, item: Item) -> bool:
    """Whether an action noun names what will be: *ستبدأ* محادثات, *سيتم* توقيع اتفاق."""
    noun = item
    while noun.marker == "gen" and noun.head is not None:
        noun = noun.head
    clause = sentence.clause_of[noun.index]
    verb = clause.verb
    if verb is not None:
        return clause.subject is noun and (verb.future or clause.scheduled)
    for other in reversed(sentence.items[max(0, noun.index - 4) : noun.index]):
        if other.kind == "passive":
            opener = clause.opener
            planned = opener is not None and opener.kind == "an" and is_scheduled(sentence, opener)
            return other.key.startswith("س") or planned
        if other.kind not in _BETWEEN:
            return False
    return False
