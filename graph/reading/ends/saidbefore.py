"""Said before: whom "and that he" means behind another "that": قال إن مصر ترفض، *وإنها* تؤيد."""

from ..records.clauses import Clause, Sentence
from ..records.entity import Entity
from ..records.items import Item


def said_before_of(sentence: Sentence, clause: Clause | None, item: Item) -> Entity | None:
    """Return whom the words said before are about: قال إن *باكستان* ترفض ...، *وإنها* تؤيد."""
    if item.kind != "an" or not item.conj or clause is None or clause.parent is None:
        return None
    for other in reversed(sentence.clauses):
        opener = other.opener
        if opener is None or other is clause or other.kind != "an" or other.a > clause.a:
            continue
        letters = {_letter(sentence, opener), _letter(sentence, item)}
        if opener.value == item.value and (len(letters) == 1 or "ا" in letters):
            return other.subject_entity or _of_country(sentence, other)
    return None


def _of_country(sentence: Sentence, clause: Clause) -> Entity | None:
    """Return the state that a clause without a verb is about: بأن *بلاده* ليست في حرب."""
    first = sentence.items[clause.a + 1 : clause.a + 2]
    who = clause.parent.subject_entity if clause.parent is not None else None
    if clause.verb is not None or not first:
        return None
    if first[0].mention is not None:
        return first[0].mention.entity if first[0].mention.kind == "country" else None
    own = sentence.scene.key(first[0].i) in sentence.scene.function("own_country")
    if not own or who is None or who.state is None:
        return None
    return sentence.discourse.listed(who.state)


def _letter(sentence: Sentence, item: Item) -> str:
    """Return the alif of "that", which tells إن from أن where it has its hamza."""
    token = sentence.scene.tokens[item.i]
    return sentence.scene.text[token.start + len(item.conj)]
