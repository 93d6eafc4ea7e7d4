"""Borne: action nouns whose doer stands by the verb or participle that they go with."""

from ..ends.arguments import entities, pronoun_entities
from ..ends.meeting import AGREED
from ..ends.slots import following, genitives, slot
from ..records.clauses import Sentence
from ..records.ends import Bound
from ..records.entity import Entity
from ..records.items import Item
from ..words.rows import Verb
from .doers import whose
from .governed import first_marked


def hand_back(sentence: Sentence, participle: Item, row: Verb) -> None:
    """العقوبات *المفروضة* من X على Y: the doer of the participle does what its noun says."""
    noun = _described(sentence, participle)
    agent = slot(sentence, participle, "by") or slot(sentence, participle, "من")
    if noun is None or agent is None or noun.index in sentence.bound:
        return
    who = entities(sentence, agent) if any(r.relation for r in noun.rows) else []
    if who:
        extra = tuple(dict.fromkeys((*row.object, "إلى", "ل")))
        sentence.bound[noun.index] = Bound(participle, row, who, [], agent, extra=extra, light=True)


def _described(sentence: Sentence, participle: Item) -> Item | None:
    """Return the noun that it describes: *الحظر* على السلاح المفروض, *حظر* السلاح المفروض."""
    before = sentence.items[max(0, participle.index - 4) : participle.index]
    noun = next((o for o in reversed(before) if o.kind not in ("A", "O", "prep")), None)
    if noun is None or noun.kind != "N":
        return noun if noun is not None and noun.det == participle.det else None
    between = sentence.items[noun.index + 1 : participle.index]
    if any(o.kind == "prep" for o in between) and noun.gender != participle.gender:
        return None
    known = noun.det or any(o.marker == "gen" and o.det for o in between)
    return noun if known == participle.det else None


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
    if "direct" in row.bears and item.kind == "V" and item.pronoun not in ("", "1"):
        if who := pronoun_entities(sentence, item.index, item.pronoun, ()):
            sentence.bound[noun.index] = Bound(
                item, row, who, [], item, extra=(*row.object, "إلى", "ل"), light=True
            )  # جمعهما *تحالف*, تربطها بمصر *معاهدة*
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


def talked(sentence: Sentence, verb: Item, end: Item) -> tuple[list[Entity], Item | None]:
    """Return whose talks the verb tells the end of: انتهت المفاوضات بين *مصر وليبيا* بتوقيع اتفاق.

    The verb may describe the noun of the clause around: جرت مفاوضات بينهما *انتهت* باتفاق.
    """
    clause = sentence.clause_of[verb.index]
    outer = clause.parent
    noun = clause.subject or clause.antecedent
    if noun is None and outer is not None and not verb.conj:
        noun = outer.subject
    ends = (end, *genitives(sentence, end))
    agreed = any(row.relation in AGREED for one in ends for row in one.rows)
    if verb.kind != "V" or noun is None or noun.kind != "N" or not agreed:
        return [], None
    both = slot(sentence, noun, "بين")
    if both is not None:
        return entities(sentence, both), both
    one, other = whose(sentence, noun), slot(sentence, noun, "مع")
    return [*one, *(entities(sentence, other) if other is not None else ())], noun
