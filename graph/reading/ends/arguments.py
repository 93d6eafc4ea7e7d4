"""Arguments: the actors that a noun phrase in a slot, and those joined to it, stand for."""

from ..actors.both import of_two, the_two
from ..page.tokens import COMMAS
from ..records.agreement import pronoun_of
from ..records.clauses import Sentence
from ..records.entity import Entity
from ..records.items import Item, comma
from ..records.partners import two_partners
from ..records.scene import Mention
from ..records.stems import is_in, is_one_of
from ..words.rows import EventNoun, Verb
from .pronouns import pronoun_entity
from .takenup import called_by_deed

_STOPS = frozenset({"V", "rel", "sub", "if"})


def group(sentence: Sentence, item: Item) -> list[Item]:
    """Return the item and the noun phrases joined to it: مصر *والأردن*."""
    if of_two(sentence, item):
        return [item, *group(sentence, sentence.items[item.index + 1])]
    found = [item]
    clause = sentence.clause_of[item.index]
    for other in sentence.items[item.index + 1 : item.index + 14]:
        last = found[-1]
        if other.marker == "beside":
            return [*found, other]  # رفضت مصر، ومعها *تونس*، العرض
        if _before_beside(sentence, other):
            continue
        if other.kind == "M" and sentence.clause_of[other.index] is not clause:
            return found
        if other.kind == "O" and other.conj == "و" and members(sentence, other):
            found.append(other)  # مصر *ومسلحون من الحركة*
            continue
        before = sentence.items[other.index - 1]
        again = before.kind == "prep" and before.conj == "و"  # إلى مصر *وإلى ليبيا*
        if other.kind == "prep" and other.conj == "و" and other.value == item.marker:
            continue
        if other.kind == "M" and (other.conj == "و" or again) and other.mention is not None:
            nxt = sentence.items[other.index + 1 : other.index + 2]
            if (
                nxt
                and nxt[0].kind == "V"
                and not nxt[0].conj
                and (sentence.clause_of[nxt[0].index].subject is other)
            ):
                return found  # the next clause's subject
            if nxt and (nxt[0].key == ":" or (nxt[0].kind == "self" and not nxt[0].conj)):
                return found  # بكوسوفو، *ومدريد*: لن نعترف به; البصرة، *وفرنسا* هي من دعمته
            if other.mention.prep in ("", item.marker) and gapped(sentence, other) is None:
                found.append(other)
                continue
            return found
        if _tells_leader(sentence, other) or _on_one_side(sentence, other):
            continue
        if comma(other):
            nxt = sentence.items[other.index + 1] if other.index + 1 < len(sentence.items) else None
            if (
                nxt is not None
                and nxt.kind == "M"
                and last.j == other.i
                and not (len(found) == 1 and _closes_aside(sentence, last))
                and _list_goes_on(sentence, nxt)
            ):
                if not nxt.conj and nxt.mention is not None and not nxt.mention.prep:
                    found.append(nxt)
                continue
            return found
        if other.kind == "prep" and other.conj == "و" and other.value == item.marker:
            nxt = sentence.items[other.index + 1 : other.index + 2]
            if nxt and nxt[0].kind == "M":
                found.append(nxt[0])  # من مصر *ومن الأردن*
                continue
        if other.kind == "neg" and other.conj:
            continue  # لم تدعم مصر *ولا* تونس
        if other in found or other.kind == "join" or _encloses(sentence, other):
            continue
        if other.kind in ("A", "O") and not other.conj and other.marker in ("", "direct", "gen"):
            if other.kind == "O" and not other.det:
                return found
            continue
        return found
    return found


def _tells_leader(sentence: Sentence, item: Item) -> bool:
    """Whether it says who leads the actor before: مصر *بقيادة سالم* وليبيا."""
    led_by = sentence.scene.function("led_by")
    if item.kind == "mark":
        around = (sentence.items[max(0, item.index - 2)], *sentence.items[item.index + 1 :][:1])
        return item.key in COMMAS and any(other.key in led_by for other in around)
    noun = item.head if item.kind == "M" and item.marker == "gen" else item
    return noun is not None and noun.kind in ("N", "O") and noun.key in led_by


def _on_one_side(sentence: Sentence, item: Item) -> bool:
    """Whether it only tells two sides apart: بين مصر *من جهة* وليبيا من جهة أخرى."""
    if item.kind != "adv":
        return False
    words = (token.key for token in sentence.scene.tokens[item.i : item.j])
    return " ".join(words) in sentence.scene.function("on_one_side")


def _encloses(sentence: Sentence, quote: Item) -> bool:
    """Whether it is a quotation mark right before or behind an actor's name."""
    around = sentence.items[max(0, quote.index - 1) : quote.index + 2]
    return quote.kind == "quote" and any(item.kind == "M" for item in around)


def gapped(sentence: Sentence, item: Item) -> Item | None:
    """Return the noun that tells of this actor what a verb left out says: ، *وهافانا* بإرسال جنود.

    It stands under the same preposition as the noun behind the actor that the verb itself names.
    """
    after = [o for o in sentence.items[item.index + 1 : item.index + 3] if o.kind != "prep"]
    noun = after[0] if after and item.kind == "M" and item.conj == "و" else None
    if noun is None or noun.kind != "N" or noun.marker in ("direct", "gen") or noun.conj:
        return None
    if _tells_leader(sentence, noun):
        return None
    clause = sentence.clause_of[item.index]
    for other in sentence.items[clause.a : item.index - 1]:
        if other.kind == "N" and other.marker == noun.marker and not other.conj:
            if sentence.clause_of[other.index] is clause:
                return noun
    return None


def _closes_aside(sentence: Sentence, actor: Item) -> bool:
    """Whether a comma behind the subject closes what is told of him, the objects behind it.

    So it is in اتهم الرئيس، سالم الراوي، *فرنسا وبريطانيا*.
    """
    verb = sentence.clause_of[actor.index].verb
    tokens = sentence.scene.tokens[actor.i : actor.j]
    if verb is None or verb.index > actor.index or not any(t.key in COMMAS for t in tokens):
        return False
    between = sentence.items[verb.index + 1 : actor.index]
    bare = any("direct" in row.object for row in verb.rows if isinstance(row, Verb))
    return bare and not any(one.kind in ("M", "N") for one in between) and not verb.pronoun


def _list_goes_on(sentence: Sentence, item: Item) -> bool:
    """Whether "A، B وC" follows, so that the comma joins."""
    for other in sentence.items[item.index : item.index + 5]:
        if other.kind == "M" and other.conj == "و":
            return True
        if other.kind not in ("M", "mark"):
            return False
    return False


def entities(sentence: Sentence, item: Item, without: tuple[Entity, ...] = ()) -> list[Entity]:
    """Return the actors that a phrase and those joined to it stand for."""
    if item.kind == "pron":
        found = pronoun_entities(sentence, item.index, item.value, without)
        return [*found, *_and_between(sentence, item, found)]
    if item.kind in ("an", "sub", "self"):
        return pronoun_entities(sentence, item.index, pronoun_of(item), without)
    if item.kind != "M":
        return (
            of_two(sentence, item)
            or _included(sentence, item)
            or members(sentence, item)
            or called_by_deed(sentence, item)
        )
    result: list[Entity] = []
    for one in group(sentence, item):
        if one.mention is None:
            result += members(sentence, one)
        else:
            result += _both(sentence, one.mention, without)
    if item.mention is not None and item.mention.entity.plural and not item.conj:
        result = _with_included(sentence, item, result)
    return [entity for entity in dict.fromkeys(result) if entity not in without]


def _and_between(sentence: Sentence, item: Item, first: list[Entity]) -> list[Entity]:
    """Return the other side behind a pronoun: القتال بينهم *وبين القوات الحكومية*."""
    behind = sentence.items[item.index + 1 : item.index + 3]
    if item.marker != "بين" or len(behind) < 2 or not first:
        return []
    again, other = behind
    if again.kind != "prep" or again.conj != "و" or other.kind != "M" or other.marker != "بين":
        return []
    return entities(sentence, other, tuple(first))


def _before_beside(sentence: Sentence, item: Item) -> bool:
    """Whether it opens the aside that tells who was with them: مصر*، ومعها* تونس،."""
    ahead = sentence.items[item.index + 1 : item.index + 3]
    near = ahead[-1:] if comma(item) else ahead[:1] if item.kind == "pron" else []
    return bool(near) and near[0].marker == "beside"


def _with_included(sentence: Sentence, item: Item, group: list[Entity]) -> list[Entity]:
    """Return those of a group who are named, and the group itself if it is a certain one."""
    named = _included(sentence, item)
    certain = sentence.scene.article(item.i) or item.mention is None or item.mention.entity.listed
    return [*group, *named] if certain or not named else named


def pronoun_entities(
    sentence: Sentence, index: int, feats: str, without: tuple[Entity, ...]
) -> list[Entity]:
    """Return whom a pronoun means: one actor, two if it is a dual, or all of a list of states."""
    if feats[1:] == "d":
        return the_two(sentence, index, without)
    found = pronoun_entity(sentence, index, feats, without)
    subject = sentence.clause_of[index].subject if index < len(sentence.clause_of) else None
    if found is not None and subject is not None and subject.kind == "M" and feats == "fs":
        all_of_them = entities(sentence, subject, without)
        if len(all_of_them) > 2 and all_of_them[0] is found:
            return all_of_them  # أعلنت مصر وسوريا ولبنان تأييد*ها*
    return [found] if found is not None else []


def _both(sentence: Sentence, mention: Mention, without: tuple[Entity, ...]) -> list[Entity]:
    """Return the one or two that a mention stands for; a doer and his state are none of the two."""
    if mention.all:
        return list(mention.all)
    two = (mention.entity, mention.other)
    if mention.both:
        own = [sentence.discourse.listed(one.state) for one in without if one.person and one.state]
        without = (*without, *own)  # دعا الوزير المالطي *البلدين*: neither is Malta
        if any(one in without for one in two):
            two = two_partners(sentence.discourse, mention.both, (), without) or two
    return [one for one in two if one is not None]


def _included(sentence: Sentence, item: Item) -> list[Entity]:
    """Return who is named as one of a group: كل الأطراف، بمن فيها *حفتر*."""
    clause = sentence.clause_of[item.index]
    for other in sentence.items[item.index + 1 : item.index + 16]:
        if other.kind in _STOPS or sentence.clause_of[other.index] is not clause:
            return []
        if other.kind == "incl":
            after = sentence.items[other.index + 2 : other.index + 3]
            if other.key == "لا" and not (clause.negated and after and after[0].kind == "neg"):
                return []  # يدعم العرب، *لا إسرائيل*
            named = next(
                (i for i in sentence.items[other.index + 1 : other.index + 3] if i.kind == "M"),
                None,
            )
            return entities(sentence, named) if named is not None else []
        counted = other.kind == "T" and other.value == "number"  # اعتقلت السلطات *12* شخصا بينهم
        whole = other.marker == "من" and other.index == item.index + 2  # ثلاثة من *أطبائها* بينهم
        if counted or (_is_group(other) and other.head is None and not whole):
            return []
    return []


def _is_group(item: Item) -> bool:
    """Whether it may be a group itself, of which those named behind it are some."""
    if item.mention is not None:
        return item.mention.entity.plural and item.marker not in ("في", "gen", "incl")
    several = item.feats[1:2] == "p" or item.feats == "bp"
    return several and item.kind in ("O", "N") and not item.pronoun and item.marker != "gen"


def members(sentence: Sentence, item: Item) -> list[Entity]:
    """Return the body some of whose people are meant: ضباطا من *الجيش*, وفدا من *الحركة*."""
    after = [o for o in sentence.items[item.index + 1 : item.index + 4] if o.kind != "quote"]
    part = item.kind == "N" and all(isinstance(r, EventNoun) and r.describes for r in item.rows)
    if not (item.kind == "O" or part) or not after:
        return []
    own = after[0].kind == "pron" and after[0].marker in ("من", "عن") and not item.det
    if own and is_in(item, sentence.scene.function("sent")):
        return pronoun_entities(sentence, after[0].index, after[0].value, ())  # وفد *منها*
    counted = next((o for o in after if not (o.kind == "O" and o.marker == "gen")), item)
    if counted.mention is not None and counted.mention.kind == "counted":
        return [counted.mention.entity]  # *ثلاثة عشر* يابانيا
    own = after[0].mention if after[0].head is item else None
    number = item.key.removesuffix("ة") in sentence.scene.function("numbers")
    if number and own is not None and (own.entity.plural or own.kind == "instrument"):
        return [own.entity]  # *ثلاثة* جنود بريطانيين
    if number and after[0].head is item and after[0].mention is None:
        rest = sentence.items[item.index + 1 : item.index + 8]
        counted = next((o for o in rest if o.kind != "O"), rest[0])
        after = sentence.items[counted.index : counted.index + 3]  # خمسة *آلاف جندي* من الجيش
    first = is_in(item, sentence.scene.function("ordinals_of_many"))
    if first and len(after) > 1 and after[0].kind == "O" and after[0].head is item:
        at = after[0].index  # أول *دفعة* من رجال الحرس
        after = [o for o in sentence.items[at + 1 : at + 4] if o.kind != "quote"]
    if len(after) < 2:
        return []
    step, named = after[:2]
    sent = step.value == "عن" and is_one_of(item, tuple(sentence.scene.function("delegates")))
    if sent and named.mention and not named.mention.entity.person:
        return entities(sentence, named)  # ممثلين عن *الحركة*
    men = is_one_of(named, tuple(sentence.scene.function("people")))
    if men and len(after) > 2 and after[2].kind == "M" and after[2].head is named:
        named = after[2]  # خمسة من رجال *الشرطة*
    if step.kind == "prep" and step.value == "من" and named.kind == "M" and named.mention:
        crowd = named.mention.kind == "role" and not named.mention.entity.person
        whole = crowd or men or named.mention.kind in ("body", "name", "nation", "instrument")
        if whole and not item.det and not item.pronoun:  # not سحب *جيشها* من اليمن
            return [named.mention.entity]
    if step.kind == "prep" and step.value == "من" and named.pronoun not in ("", "1"):
        if is_one_of(named, tuple(sentence.scene.function("subjects"))):  # ثلاثة من رعاياها
            who = pronoun_entity(sentence, named.index, named.pronoun, ())
            return [who] if who is not None else []
    return []
