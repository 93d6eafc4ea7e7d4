"""Arguments: the actors that a noun phrase in a slot, and those joined to it, stand for."""

from ....schema import ActorKind
from ..actors.both import of_two, the_two
from ..records.agreement import pronoun_of
from ..records.clauses import Sentence
from ..records.entity import Entity
from ..records.items import Item, comma
from ..records.parenthesis import labels
from ..records.partners import two_partners
from ..records.scene import Mention
from ..records.stems import is_in
from ..words.rows import EventNoun
from .joining import (
    LONGEST,
    before_beside,
    closes_aside,
    encloses,
    gapped,
    is_party_behind,
    list_goes_on,
    on_one_side,
    opens_clause,
    party_behind,
    tells_leader,
)
from .pronouns import pronoun_entity
from .slots import is_number
from .takenup import called_by_deed

_STATES = frozenset({"دولة", "دول", "بلد", "بلدا", "بلدان"})
_STOPS = frozenset({"V", "rel", "sub", "if"})


def group(sentence: Sentence, item: Item) -> list[Item]:
    """Return the item and the noun phrases joined to it: مصر *والأردن*."""
    if of_two(sentence, item):
        return [item, *group(sentence, sentence.items[item.index + 1])]
    found = [item]
    clause = sentence.clause_of[item.index]
    party = party_behind(sentence, item)
    if party is not None:
        return [item, *group(sentence, party)]
    for other in sentence.items[item.index + 1 : item.index + LONGEST]:
        if other.marker == "beside":
            return [*found, other]  # رفضت مصر، ومعها *تونس*، العرض
        if before_beside(sentence, other):
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
            apart = opens_clause(sentence, other) or gapped(sentence, other) is not None
            apart = apart or is_party_behind(sentence, other)
            if apart or other.mention.prep not in ("", item.marker):
                return found
            found.append(other)
            continue
        if tells_leader(sentence, other) or on_one_side(sentence, other):
            continue
        if comma(other):
            nxt = _behind_comma(sentence, found, other)
            if nxt is None:
                return found
            if not nxt.conj and nxt.mention is not None and not nxt.mention.prep:
                found.append(nxt)
            continue
        if other.kind == "neg" and other.conj:
            continue  # لم تدعم مصر *ولا* تونس
        if other in found or other.kind == "join" or encloses(sentence, other):
            continue
        if labels(sentence.items, other):
            continue  # حلف شمال الأطلسي *(ناتو)* والاتحاد الأوروبي
        if other.marker == "title" and other.conj:
            continue  # الوزير *وشقيقه* كريم
        if other.kind in ("A", "O") and not other.conj and other.marker in ("", "direct", "gen"):
            if other.kind == "O" and not other.det:
                return found
            continue
        return found
    return found


def _behind_comma(sentence: Sentence, found: list[Item], mark: Item) -> Item | None:
    """Return the actor with whom a list goes on behind a comma: مصر، *ليبيا* وتونس."""
    last, behind = found[-1], sentence.items[mark.index + 1 : mark.index + 2]
    if behind and behind[0].kind == "join" and behind[0].conj:
        return behind[0]  # بكوسوفو، *وكذلك* بالجبل الأسود
    if not behind or behind[0].kind != "M" or last.j != mark.i:
        return None
    if len(found) == 1 and not behind[0].conj and closes_aside(sentence, last):
        return None
    return behind[0] if list_goes_on(sentence, found, behind[0]) else None


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
            or two_of_somebody(sentence, item)
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


def two_of_somebody(sentence: Sentence, item: Item) -> list[Entity]:
    """Return the two of whom a state speaks as its own: حثت *حليفتيها* على الحوار."""
    if item.kind not in ("N", "O") or not is_in(item, sentence.scene.function("owned_two")):
        return []
    owner = pronoun_entity(sentence, item.index, "fs" if item.key.endswith("ها") else "ms", ())
    if owner is None:
        return []
    here = [one for one in sentence.mentions_before(item.index) if one is not owner]
    return list(two_partners(sentence.discourse, "both_states", here, (owner,)) or ())


def _and_between(sentence: Sentence, item: Item, first: list[Entity]) -> list[Entity]:
    """Return the other side behind a pronoun: القتال بينهم *وبين القوات الحكومية*."""
    behind = sentence.items[item.index + 1 : item.index + 3]
    if item.marker != "بين" or len(behind) < 2 or not first:
        return []
    again, other = behind
    if again.kind != "prep" or again.conj != "و" or other.kind != "M" or other.marker != "بين":
        return []
    return entities(sentence, other, tuple(first))


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
    step = sentence.clause_of[index] if index < len(sentence.clause_of) else None
    while found is not None and step is not None and feats == "fs":
        subject = step.subject
        if subject is not None and subject.kind == "M" and step.subject_entity is found:
            all_of_them = entities(sentence, subject, without)
            if len(all_of_them) > 2 and all_of_them[0] is found:
                return all_of_them  # أعلنت مصر وسوريا ولبنان تأييد*ها*
            break
        step = step.parent if sentence.items[index].kind == "V" else None  # جمع*ها* تحالف
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
        if other.kind == "M" and other.marker == "ك" and other.index == item.index + 1:
            return entities(sentence, other)  # دول *كمصر* وتونس
        if other.key == "مثل" and other.kind == "incl" and item.det and not _is_group(item):
            return []  # دعم *الحكومة* في دول مثل تونس
        if other.kind == "incl":
            after = sentence.items[other.index + 2 : other.index + 3]
            if other.key == "لا" and not (clause.negated and after and after[0].kind == "neg"):
                return []  # يدعم العرب، *لا إسرائيل*
            named = next(
                (i for i in sentence.items[other.index + 1 : other.index + 3] if i.kind == "M"),
                None,
            )
            if named is not None and named.marker not in ("direct", "gen", "incl", item.marker):
                return []  # يكثف المسلحون هجماتهم في الساحل، خصوصا *في مالي*
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


def _quality(sentence: Sentence, men: Item, word: Item) -> bool:
    """Whether a word only says of which kind some people are: وفد *رسمي* من, وحدة *خاصة* من."""
    if men.marker == "gen" or is_in(word, sentence.scene.function("come_from")):
        return False  # طلب قوات *إضافية* من الحلف, مصادر *مقربة* من الحكومة
    if word.kind == "incl":
        return word.key == "خاصة" and not men.det
    alike = word.feats[:1] == men.feats[:1] or word.feats[:2] == "fs"
    return word.kind == "O" and word.head is men and alike and not (word.det or word.pronoun)


def members(sentence: Sentence, item: Item) -> list[Entity]:
    """Return the body some of whose people are meant: ضباطا من *الجيش*, وفدا من *الحركة*."""
    part = item.kind == "N" and all(isinstance(r, EventNoun) and r.describes for r in item.rows)
    if not (item.kind == "O" or part):
        return []
    after = [o for o in sentence.items[item.index + 1 : item.index + 4] if o.kind != "quote"]
    if not after:
        return []
    theirs = after[1:2] if after[0].kind == "O" and not after[0].det else after[:1]
    if theirs and theirs[0].kind == "pron" and theirs[0].marker in ("من", "عن") and not item.det:
        some = is_number(sentence, item) or is_in(item, sentence.scene.function("some_of_them"))
        some = some and theirs[0].value[1:] == "p"  # اعتقلت *ثلاثة* منهم, *عددا كبيرا* منهم
        if some or (theirs[0] is after[0] and is_in(item, sentence.scene.function("sent"))):
            return pronoun_entities(sentence, theirs[0].index, theirs[0].value, ())  # وفد *منها*
    counted = next((o for o in after if not (o.kind == "O" and o.marker == "gen")), item)
    if counted.mention is not None and counted.mention.kind == "counted":
        return [counted.mention.entity]  # *ثلاثة عشر* يابانيا
    own = after[0].mention if after[0].head is item else None
    number = is_number(sentence, item)
    if number and own is not None and (own.entity.plural or own.kind == "instrument"):
        return [own.entity]  # *ثلاثة* جنود بريطانيين
    if number and after[0].head is item and after[0].mention is None:
        rest = sentence.items[item.index + 1 : item.index + 8]
        counted = next((o for o in rest if o.kind != "O"), rest[0])
        if counted.mention is not None and counted.mention.kind == "instrument":
            return [counted.mention.entity]  # *خمسة* آلاف جندي سوداني
        after = sentence.items[counted.index : counted.index + 3]  # خمسة *آلاف جندي* من الجيش
    first = is_in(item, sentence.scene.function("ordinals_of_many"))
    if first and len(after) > 1 and after[0].kind == "O" and after[0].head is item:
        at = after[0].index  # أول *دفعة* من رجال الحرس
        after = [o for o in sentence.items[at + 1 : at + 4] if o.kind != "quote"]
    if len(after) < 2:
        return []
    if _quality(sentence, item, after[0]):
        after = sentence.items[after[0].index + 1 : after[0].index + 4]  # قوة *خاصة* من الجيش
    if len(after) < 2:
        return []
    step, named = after[:2]
    sent = step.value == "عن" and is_in(item, sentence.scene.function("delegates"))
    if sent and named.mention and not named.mention.entity.person:
        return entities(sentence, named)  # ممثلين عن *الحركة*
    men = is_in(named, sentence.scene.function("people"))
    if men and len(after) > 2 and after[2].kind == "M" and after[2].head is named:
        named = after[2]  # خمسة من رجال *الشرطة*
    if item.key in _STATES and named.mention and named.mention.kind == "role":
        return []  # 11 *دولة* من أعضاء مجلس الأمن
    if step.kind == "prep" and step.value == "من" and named.kind == "M" and named.mention:
        crowd = named.mention.kind == "role" and not named.mention.entity.person
        whole = crowd or men or named.mention.kind in ("body", "name", "nation", "instrument")
        if named.mention.entity.kind == ActorKind.STATE and named.mention.kind == "name":
            whole = whole and not is_in(item, sentence.scene.function("irregulars"))
        if whole and not item.det and not item.pronoun:  # not سحب *جيشها* من اليمن
            return [named.mention.entity]
    if step.kind == "prep" and step.value == "من" and named.pronoun not in ("", "1"):
        if is_in(named, sentence.scene.function("subjects")):  # ثلاثة من رعاياها
            who = pronoun_entity(sentence, named.index, named.pronoun, ())
            return [who] if who is not None else []
    return []
