"""Going on: which clause a further verb is joined to."""

from ....schema import ActorKind
from ..records.agreement import pronoun_fits
from ..records.clauses import Clause, Sentence
from ..records.items import Item, classes_of, comma, speaks


def joined_to(sentence: Sentence, current: Clause, verb: Item) -> Clause:
    """Return the clause that a further verb goes on with: the last, or the one around it.

    Behind "he said that A had attacked B" a verb of saying goes on with "he said", any other
    with "A had attacked", unless only one of the two agrees with it.
    """
    apart = verb.index > 0 and comma(sentence.items[verb.index - 1])
    inner = current
    while inner.kind == "coord" and inner.parent is not None:
        inner = inner.parent
    outer = inner.parent
    if current.kind == "if" and current.a > 1 and apart and outer is not None:
        if (
            outer.kind != "an"
            and outer.verb is not None
            and outer.verb.feats.split()[1] == verb.feats.split()[1]
        ):
            return outer  # هددت تركيا قبرص بالضرب إذا وصلت الصواريخ، *وحذرت* روسيا
        if not verb.conj and outer.verb is None and outer.kind == "main":
            return outer  # تمهيدا للهجوم في حال فشل الحل، *استهدفت* تركيا قبرص
    if outer is None or inner.kind not in ("rel", "an"):
        return current
    if inner.kind == "rel":
        alone = _like(inner, verb) and not _like(outer, verb)
        stays = not apart and (alone or _unclosed(sentence, inner, verb))
        stays = stays or (verb.conj == "و" and _only_one_to_agree(inner, verb))
        return current if stays else joined_to(sentence, outer, verb)
    if inner.verb is None or outer.verb is None:
        stays = inner.kind == "an" and inner.verb is not None and not apart
        return outer if inner is current and not stays else current  # سبق له أن قصف *وهاجم*
    if outer.kind == "rel" and apart and speaks(verb) and not _unclosed(sentence, outer, verb):
        return joined_to(sentence, outer, verb)  # نفت السفارة ما ذكرته X من أن ...، *وقالت*
    person = verb.feats.split()[1]
    inner_fits = person == inner.verb.feats.split()[1]
    outer_fits = person == outer.verb.feats.split()[1]
    if inner_fits != outer_fits:
        return current if inner_fits else outer
    tense = verb.feats.split()[0]
    goes_out = speaks(verb) and not verb.future and tense == outer.verb.feats.split()[0]
    teller = sentence.items[outer.verb.index + 1].mention
    if teller is not None and teller.entity.kind == ActorKind.MEDIA and classes_of(verb):
        goes_out = False  # أذاع الراديو أن موسكو استدعت سفيرها *وطلبت* من
    return outer if not inner_fits or goes_out else current


def then_joined_to(sentence: Sentence, current: Clause, opener: Item) -> Clause:
    """Return the clause that "then" goes on with: سلح مصر التي يحكمها سالم *ثم* هاجم تونس."""
    behind = sentence.items[opener.index + 1 : opener.index + 2]
    then = opener.key == "ثم" and bool(behind) and behind[0].kind == "V"
    return joined_to(sentence, current, behind[0]) if then else current


def _like(clause: Clause, verb: Item) -> bool:
    """Whether the clause has a verb of the same tense and person."""
    return clause.verb is not None and clause.verb.feats[:-1] == verb.feats[:-1]


def _only_one_to_agree(aside: Clause, verb: Item) -> bool:
    """Whether no verb around the aside agrees: انتقادات من سالم، الذي دعاها إلى ...، *وهددها*."""
    step, around = aside.parent, list[Clause]()
    while step is not None:
        around += [step] if step.verb is not None else []
        step = step.parent
    agreeing = _like(aside, verb) and bool(around)
    return agreeing and not any(
        one.verb is not None and one.verb.feats.split()[1] == verb.feats.split()[1]
        for one in around
    )


def _unclosed(sentence: Sentence, aside: Clause, verb: Item) -> bool:
    """Whether a comma has opened the aside and none closed it: ليبيا، التي تدعمه *وأرسلت* إليه."""
    if aside.verb is None or aside.verb.feats.split()[1] != verb.feats.split()[1]:
        return False
    commas = [k for k in range(max(0, aside.a - 1), verb.index) if comma(sentence.items[k])]
    return commas == [aside.a - 1]


def helped(sentence: Sentence, current: Clause, verb: Item) -> Item | None:
    """Return the actor of whom an aside tells: شنت مصر، *تساندها* تونس، هجوما على ليبيا."""
    if verb.index < 2 or verb.conj or not verb.feats.startswith("ipf"):
        return None
    mark, actor = sentence.items[verb.index - 1], sentence.items[verb.index - 2]
    waits = current.verb is not None and current.verb.index < actor.index
    if not comma(mark) or actor.kind != "M" or not waits or verb.pronoun in ("", "1"):
        return None
    closed = any(comma(o) for o in sentence.items[verb.index + 1 : verb.index + 7])
    return actor if closed and pronoun_fits(actor, verb.pronoun) else None
