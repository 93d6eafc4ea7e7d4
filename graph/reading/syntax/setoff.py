"""Set off: what a verb belongs to that stands apart from it.

The actor behind "was" has his verb after what a pair of commas puts in between; an indefinite noun
has one behind "not" that takes it up by a pronoun.
"""

from ..records.agreement import may_be_subject, pronoun_fits
from ..records.clauses import Clause, Sentence
from ..records.items import Item, comma

_BEFORE_VERB = frozenset({"aux", "neg", "doubt", "adv", "T"})
_LONGEST = 12  # items between the two commas that say who the actor is


def was_doing(sentence: Sentence, current: Clause, verb: Item) -> Item | None:
    """Return who does it behind "was": وكان *سالم*، الذي زار مصر، *قد استقبل* السفير.

    And behind what he is: حتى كان *سالم*، السفير في بغداد، *يطلب* من دمشق.
    """
    k = verb.index - 1
    while k > 0 and sentence.items[k].kind in _BEFORE_VERB:
        k -= 1
    if verb.conj or k <= 0 or not comma(sentence.items[k]):
        return None
    who = current.antecedent if current.kind == "rel" else _apposed_to(sentence, current, k)
    if who is None or who.kind != "M" or who.index == 0:
        return None
    was = sentence.items[who.index - 1].kind == "aux"
    return who if was and may_be_subject(who, verb.feats.split()[1], before=True) else None


def _apposed_to(sentence: Sentence, current: Clause, closing: int) -> Item | None:
    """Return the actor before the comma behind which he is named by his office, if he is."""
    for item in reversed(sentence.items[max(1, closing - _LONGEST) : closing]):
        if sentence.clause_of[item.index] is not current or item.kind in ("V", "an", "sub", "rel"):
            return None
        before = sentence.items[item.index - 1]
        if item.kind == "M" and before.kind == "aux":
            return item
    return None


def not_done_to(sentence: Sentence, verb: Item) -> Item | None:
    """Return the indefinite noun that a verb behind "not" takes up: *حكومة* لم يعترف بها أحد."""
    k = verb.index - 1
    while k > 0 and sentence.items[k].kind == "neg":
        k -= 1
    noun, after = sentence.items[k], sentence.items[verb.index + 1 : verb.index + 2]
    if (
        k == verb.index - 1
        or verb.conj
        or sentence.items[k + 1].conj
        or noun.j != sentence.items[k + 1].i
    ):
        return None
    pronoun = verb.pronoun or (after[0].value if after and after[0].kind == "pron" else "")
    inside = bool(after) and after[0].marker == "في"  # أصدرت بيانا لم تهاجم *فيه* اليونان
    bare = noun.kind in ("O", "N") and not (noun.det or noun.pronoun or inside)
    return noun if bare and pronoun and pronoun_fits(noun, pronoun) else None
