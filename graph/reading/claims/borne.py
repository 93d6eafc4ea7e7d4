"""Borne: action nouns whose doer stands by the verb or participle that they go with."""

from ..ends.arguments import entities
from ..ends.slots import following, slot
from ..records.clauses import Sentence
from ..records.ends import Bound
from ..records.items import Item
from ..words.rows import Verb
from .governed import first_marked


def hand_back(sentence: Sentence, participle: Item, row: Verb) -> None:
    """العقوبات *المفروضة* من X على Y: the doer of the participle does what its noun says."""
    before = reversed(sentence.items[max(0, participle.index - 4) : participle.index])
    noun = next((o for o in before if o.kind not in ("A", "O")), None)
    agent = slot(sentence, participle, "by") or slot(sentence, participle, "من")
    if noun is None or agent is None or noun.index in sentence.bound or noun.det != participle.det:
        return
    who = entities(sentence, agent) if any(r.relation for r in noun.rows) else []
    if who:
        extra = tuple(dict.fromkeys((*row.object, "إلى", "ل")))
        sentence.bound[noun.index] = Bound(participle, row, who, [], agent, extra=extra, light=True)


def hand_borne(sentence: Sentence, item: Item, row: Verb) -> None:
    """ورد طلب من X: the verb's subject is an action noun, its doer stands under `bears`."""
    clause = sentence.clause_of[item.index]
    told = (clause.subject, clause.antecedent) if clause.verb is item else ()
    told = told[:1] if clause.negated else told  # الاتفاق الذي لم *يصدر* عن ليبيا تعليق عليه
    noun = next((o for o in told if o is not None and o.kind == "N"), None)
    if noun is None and clause.verb is item and (clause.subject is None or "direct" in row.bears):
        noun = _behind_doer(sentence, item)
    if noun is None:
        return  # else: ورد *طلب*, *لقاء* جمع الوزيرين
    bound = clause.antecedent if clause.kind == "rel" and item.pronoun else None
    if bound is not None and bound.kind == "M" and "direct" in row.bears:  # ليبيا التي *تربطها* ب
        who = entities(sentence, bound)
        sentence.bound[noun.index] = Bound(
            item, row, who, [], bound, extra=(*row.object, "إلى", "ل"), light=True
        )
        return
    for marker in row.bears:
        doer = slot(sentence, item, marker) or first_marked(sentence, noun, marker)
        if doer is not None and (who := entities(sentence, doer)):
            sentence.bound[noun.index] = Bound(
                item, row, who, [], doer, extra=(*row.object, "إلى", "ل"), light=True
            )
            return


def _behind_doer(sentence: Sentence, verb: Item) -> Item | None:
    """Return the verb's subject behind its doer: صدر عن موسكو *تنديد*, ربطت مصر بليبيا *معاهدة*."""
    for other in following(sentence, verb):
        if other.kind == "N" and other.marker == "direct" and not (other.det or other.pronoun):
            return other if other.index > verb.index + 1 else None
        if other.kind not in ("M", "O", "A", "T", "adv", "prep", "pron"):
            return None
    return None
