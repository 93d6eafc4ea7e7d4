"""Called so: an office between commas behind a name, which is that person's and no other's."""

from ..page.tokens import COMMAS
from ..records.clauses import Sentence
from ..records.items import Item, class_of, comma

_NEAR = 10  # items from the office to whom he meets


def calls_person(sentence: Sentence, item: Item) -> bool:
    """Whether an office between commas is of the person before: طالب حسين، *رئيس الاتحاد*، مصر.

    Something bare must follow, which the verb has for an object.
    """
    if item.index < 2 or item.conj:
        return False
    if not comma(sentence.items[item.index - 1]):
        return _behind_name(sentence, item)
    office, actor = item.mention, sentence.items[item.index - 2]
    if office is None or office.kind != "role" or office.entity.named or actor.mention is None:
        return False
    person = actor.mention.entity.person and actor.mention.entity.named
    if not person or actor.j != sentence.items[item.index - 1].i:
        return False
    if any(token.key in COMMAS for token in sentence.scene.tokens[actor.i : actor.j]):
        return False  # his office has been told
    behind = sentence.items[item.index + 1 : item.index + 8]
    closes = next((o for o in behind if o.kind in ("mark", "V", "an")), None)
    if closes is None or not comma(closes):
        return False
    after = sentence.items[closes.index + 1 : closes.index + 2]
    return bool(after) and after[0].marker == "direct" and not after[0].conj


def _behind_name(sentence: Sentence, item: Item) -> bool:
    """Whether it stands behind the name of who meets another: التقى سالم *وزير تونس* بالعقيد."""
    office, actor = item.mention, sentence.items[item.index - 1].mention
    clause = sentence.clause_of[item.index]
    if office is None or office.kind != "role" or office.named or office.entity.plural:
        return False
    if actor is None or not (actor.entity.person and actor.entity.named) or clause.verb is None:
        return False
    rows = [row for row in clause.verb.rows if row.collective and class_of(row) == "CONSULT"]
    with_whom = {marker for row in rows for marker in row.object} - {"direct"}
    behind = sentence.items[item.index + 1 : min(clause.b, item.index + _NEAR)]
    return any(o.kind == "M" and o.marker in with_whom for o in behind)
