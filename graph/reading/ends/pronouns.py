"""Pronouns and owners: which actor a pronoun or a thing stands for."""

from ....schema import ActorKind
from ..actors.unknown import unknown_name
from ..records.agreement import pronoun_fits, pronoun_of
from ..records.clauses import Clause, Sentence
from ..records.entity import Entity, agrees, may_mean
from ..records.items import Item, classes_of, speaks
from ..records.scene import Mention
from ..records.speaking import speaking, we
from ..records.stems import is_in
from .ahead import governing_doer, named_later
from .headless import said_to_be, undergone
from .onlyone import only_one, partner, whose_people
from .roused import roused_by
from .saidbefore import said_before_of
from .sameobject import (
    object_before,
    object_of_main,
    object_of_words_before,
    of_same_deed,
    same_object,
)
from .served import called_after
from .steptaken import step_taker
from .thingmeant import (
    by_verb,
    goes_on_with_antecedent,
    goes_on_with_thing,
    takes_up_thing,
    told_of_it,
)

_NEAR = 5  # items between who says it and the clause that tells it
_FROM = frozenset({"من", "ل", "عن", "by"})


def entity_of(sentence: Sentence, item: Item) -> Entity | None:
    """Return the actor that an item in the place of a subject or object stands for."""
    if item.mention is not None:
        return item.mention.entity
    if item.kind in ("an", "sub", "pron", "self"):
        return pronoun_entity(sentence, item.index, pronoun_of(item), ())
    return None


def owner_entity(sentence: Sentence, item: Item, without: tuple[Entity, ...] = ()) -> Entity | None:
    """Return the actor whose the thing is: سياسة فرنسا, السياسة الفرنسية, سياسته."""
    owner = owner_of(sentence.items, item)
    if owner is not None and owner.mention is not None:
        held = owner.mention.kind in ("capital", "city")
        if held and is_in(item, sentence.scene.function("held_in_towns")):
            return None  # مؤتمر *لندن*
        return owner.mention.entity
    if item.nisba is not None:
        called_after = item.det and is_in(item, sentence.scene.function("called_after"))
        return None if called_after else sentence.discourse.listed(item.nisba)
    if item.pronoun:
        return pronoun_entity(sentence, item.index, item.pronoun, without)
    return None


def owner_of(items: list[Item], item: Item) -> Item | None:
    """Return the actor in the genitive behind a noun: سياسة *فرنسا*."""
    following = items[item.index + 1] if item.index + 1 < len(items) else None
    quoted = following is not None and following.kind == "quote" and item.index > 0
    if quoted and items[item.index - 1].kind == "quote" and item.index + 2 < len(items):
        following = items[item.index + 2]  # «إملاءات» *واشنطن*
    elif following is not None and following.kind == "quote":
        following = next(iter(items[item.index + 2 : item.index + 3]), None)  # مواقع *«الفجر»*
    if following is not None and following.kind == "M" and following.head is item:
        return following
    if following is not None and shares_genitive(item, following):
        return owner_of(items, following)
    return None


def shares_genitive(item: Item, joined: Item) -> bool:
    """Whether two nouns that "and" joins have one genitive: *أمن واستقرار* اليمن."""
    bare = not any(o.det or o.pronoun or o.indefinite for o in (item, joined))
    nouns = item.kind in ("O", "N") and joined.kind in ("O", "N")
    return nouns and bare and joined.conj == "و" and joined.marker == item.marker


def giver_entity(sentence: Sentence, item: Item) -> Entity | None:
    """Return from whom a proposal or request is: مبادرة *من مصر*, البيان الصادر عن *مصر*."""
    known, told = item.det or item.pronoun != "", False
    for other in sentence.items[item.index + 1 : item.index + 7]:
        if other.kind == "M" and other.mention is not None and other.marker in _FROM:
            given = told if known or other.marker in ("عن", "by") else True
            return other.mention.entity if given else None
        if is_in(other, sentence.scene.function("given_by")):
            told = True
            continue
        quality = other.kind == "O" and other.marker in ("direct", item.marker)
        step = other.head is item and not (item.det or other.det)  # خطوة *شجاعة* من فرنسا
        quality = quality or (step and is_in(item, sentence.scene.function("steps")))
        wanted = other.head is item and "REQUEST" in classes_of(item)
        quality = quality or (other.kind == "N" and wanted)  # طلب *مساعدة* من تشاد
        to_giver = other.kind == "prep" and other.value in _FROM
        if not (quality or to_giver or other.kind in ("A", "T", "adv")):
            return None
    return None


def _stands_before(clause: Clause, index: int) -> bool:
    """Whether the clause's subject has been spoken of before an item."""
    only = clause.excepted is not None and clause.subject is clause.excepted  # إلا *تركيا*
    if clause.verb is not None and not only and clause.verb.index < index:
        return True
    first = clause.verb is None or only or clause.kind == "an"  # أن *سالما* بهجومه على ... نسف
    return first and clause.subject is not None and clause.subject.index < index


def _side(clause: Clause, gender: str) -> bool:
    """Whether its subject is called otherwise than it agrees: الجانب الفنلندي, the state.

    So it is with the gender of the verb: أغلق*ت* السودان حدود*ها*.
    """
    mention = clause.subject.mention if clause.subject is not None else None
    if mention is None:
        return False
    if mention.kind == "nation" and gender == "m":
        return True
    body = not mention.entity.person and gender == "f"
    return body and clause.verb is not None and clause.verb.feats.split()[1] == "3fs"


def _doer_told(sentence: Sentence, clause: Clause, item: Item) -> Entity | None:
    """Return whose the action is that leads to his own: أدى احتلال *اليابان* ... إلى *انسحابها*."""
    cause = clause.subject
    if cause is None or cause.kind != "N" or not _stands_before(clause, item.index):
        return None
    own = item.kind == "N" and item.rows and all(row.idafa == "subject" for row in item.rows)
    owner = owner_of(sentence.items, cause) if own else None
    return entity_of(sentence, owner) if owner is not None else None


def _prints(sentence: Sentence, clause: Clause, index: int) -> bool:
    """Whether the clause only tells which paper has what is told, and that speaks of another."""
    who = clause.subject_entity
    if who is None or who.kind != ActorKind.MEDIA or clause.verb is None:
        return False
    papers = who.plural and sentence.items[index].kind == "an"  # صحف تقول *إنها* فتحت
    first = 0 if papers else clause.verb.index + 1
    between = sentence.items[first:index]
    others = (o.mention.entity for o in between if o.mention is not None)
    return speaks(clause.verb) and any(o is not who and o.gender == who.gender for o in others)


def _called_so(clause: Clause) -> bool:
    """Whether the antecedent is what an actor is called: وهو *ضابط* درّبته الولايات المتحدة."""
    outer = clause.parent
    return clause.opener is None and outer is not None and outer.verb is None


def _told_in(sentence: Sentence, index: int) -> Entity | None:
    """Return whose statement says what a clause tells: ذكر *بيان لها* أن قواتها ... *وأنها*."""
    step: Clause | None = sentence.clause_of[index] if index < len(sentence.clause_of) else None
    while step is not None and (step.subject is None or not step.subject.rows):
        step = step.parent
    if step is None or step.subject is None or step.subject.kind != "N":
        return None
    said, behind = step.subject, sentence.items[step.subject.index + 1 : index]
    for item in behind[:3]:
        if item.kind == "pron" and item.marker == "ل":
            who = pronoun_entity(sentence, item.index, item.value, ())
            if who is not None and who.kind == ActorKind.PLACE:  # which tells nothing
                return pronoun_entity(sentence, item.index, item.value, (who,))
            return who
        if item.mention is not None and item.marker in ("ل", "gen"):
            return item.mention.entity
    return pronoun_entity(sentence, said.index, said.pronoun, ()) if said.pronoun else None


def _sayer(sentence: Sentence, clause: Clause) -> Entity | None:
    """Return whose saying the clause tells: بعد إعلان *وارسو* أنها أسقطت طائرات."""
    opener = clause.opener
    if opener is None or opener.kind != "an" or not opener.index:
        return None
    for item in reversed(sentence.items[max(0, opener.index - _NEAR) : opener.index]):
        if item.kind in ("M", "V", "rel", "sub", "an"):
            noun = item.head if item.kind == "M" and item.marker == "gen" else None
            said = noun is not None and noun.kind == "N" and speaks(noun)
            return item.mention.entity if said and item.mention is not None else None
    return None


def _since(
    sentence: Sentence, clause: Clause, index: int, feats: str, without: tuple[Entity, ...]
) -> Entity | None:
    """Return with whom the doer had to do since a clause put first: حين سقط تورو، التقت *فيلا*."""
    if clause.kind != "sub" or clause.a > 1 or clause is sentence.clause_of[index]:
        return None
    here = [
        item.mention.entity
        for item in sentence.items[clause.b : index]
        if item.mention is not None and may_mean(item.mention.entity, feats)
    ]
    return partner(sentence, [one for one in here if one not in without], without)


def _taken_up_behind(sentence: Sentence, index: int) -> bool:
    """Whether "what" is taken up by another pronoun right behind the verb's: ما *اتهمه* به."""
    behind = sentence.items[index + 1 : index + 2]
    return sentence.items[index].kind == "V" and bool(behind) and behind[0].kind == "pron"


def pronoun_entity(
    sentence: Sentence, index: int, feats: str, without: "tuple[Entity, ...]"
) -> Entity | None:
    """Return whom a pronoun means: the antecedent, the clause's subject, or the last to agree."""
    if feats == "1":
        alone = sentence.items[index].key.endswith("ي")  # استقبل*ني*
        who = speaking(sentence, index) if alone else we(sentence, index)
        return who if who is not None and not any(who is other for other in without) else None
    if not feats:
        return None
    gender, number = feats[0], feats[1]
    clause = sentence.clause_of[index] if index < len(sentence.clause_of) else None
    opener = clause.opener if clause is not None else None
    if clause is not None and clause.verb is sentence.items[index] and undergone(clause, feats):
        told = said_to_be(sentence, sentence.items[index])
        return told.mention.entity if told is not None and told.mention is not None else None
    what = opener is not None and opener.key == "ما" and opener.kind == "rel" and feats == "ms"
    if what and not _taken_up_behind(sentence, index):
        return None  # it takes up "what": ما وصفت*ه* بالعدوان, ما قامت ب*ه*
    taker = step_taker(sentence, clause, feats)
    if taker is not None and taker not in without:
        return taker
    said = said_before_of(sentence, clause, sentence.items[index])
    if said is not None and agrees(said, gender, number) and said not in without:
        return said
    if clause is not None and clause.antecedent is not None:
        if goes_on_with_antecedent(sentence, clause, sentence.items[index], feats):
            of = clause.antecedent.mention
            return of.entity if of is not None and of.entity not in without else None
    before = same_object(sentence, sentence.items[index], clause)
    if before is not None:
        subject = before[0].subject_entity
        others = without if subject is None else (*without, subject)
        return pronoun_entity(sentence, before[1].index, feats, others)
    whom = object_of_main(sentence, sentence.items[index])
    whom = whom or object_before(sentence, sentence.items[index], clause)
    whom = whom or object_of_words_before(sentence.items[index], clause, sentence)
    if whom is not None and whom not in without:
        return whom
    if takes_up_thing(sentence, index, feats):
        return None
    if clause is not None and goes_on_with_thing(sentence, clause, sentence.items[index]):
        return None
    same = of_same_deed(sentence, sentence.items[index], feats)
    if same is not None:
        who = same.mention.entity if same.mention is not None else None
        return who if who not in without else None
    while clause is not None:
        if clause.antecedent is not None and clause.antecedent.index < index:
            mention: Mention | None = clause.antecedent.mention
            own = clause.kind == "rel" and clause is sentence.clause_of[index]
            if mention is not None and (
                agrees(mention.entity, gender, number)
                or (own and pronoun_fits(clause.antecedent, feats))
                or (own and feats[1:] == "s" and called_after(sentence, clause.antecedent, gender))
            ):
                if not any(mention.entity is entity for entity in without):
                    return mention.entity
            if (
                own
                and mention is None
                and not _called_so(clause)
                and by_verb(sentence, clause, index)
            ):
                if pronoun_fits(clause.antecedent, feats):
                    return None  # أنصار الإمام الذين تدعم*هم* السعودية
            elif mention is None and told_of_it(sentence, clause, sentence.items[index]):
                return None  # رجال يقول القس إن الجيش سلّح*هم*
        topic = clause.topic.mention if clause.topic is not None else None
        if topic is not None and agrees(topic.entity, gender, number):
            if not any(topic.entity is entity for entity in without):
                return topic.entity
        subject = clause.subject_entity
        if clause is not sentence.clause_of[index] and _prints(sentence, clause, index):
            subject = None  # نشرت الصحيفة أن المدينة سقطت بعد أن أخلا*ها* الجند
        if (
            subject is not None
            and _stands_before(clause, index)
            and (agrees(subject, gender, number) or _side(clause, gender))
            and not any(subject is entity for entity in without)
        ):
            return _since(sentence, clause, index, feats, without) or subject
        roused = roused_by(sentence, clause, index, feats)
        if roused is not None and roused not in without:
            return roused
        doer = _doer_told(sentence, clause, sentence.items[index])
        if doer is not None and doer not in without and agrees(doer, gender, number):
            return doer
        sayer = _sayer(sentence, clause)
        if sayer is not None and agrees(sayer, gender, number) and sayer not in without:
            return sayer
        if _stands_before(clause, index) and unknown_name(sentence, clause.subject):
            if feats[1] == "s" and clause.subject is not sentence.items[index]:
                return None  # ونفى *غاشي* أن يكون رجاله
        clause = clause.parent
    for item in reversed(sentence.items[:index]):
        if item.feats == "bp" and item.kind == "O" and feats in ("fs", "mp") and not item.det:
            return None  # مناطق كانت تسيطر عليها, ضباط يقودهم: the regions, not an actor
        if feats == "fs" and is_in(item, sentence.scene.function("towns_again")):
            if item.kind == "O":
                return None  # دخل القرية ثم انسحب *منها*, wherever it is
        if item.mention is not None and not any(item.mention.entity is o for o in without):
            if agrees(item.mention.entity, gender, number):
                break
    body = whose_people(sentence, index) if feats == "mp" else None
    if body is not None and body not in without:
        return body
    later = named_later(sentence, sentence.items[index])
    if later is not None and agrees(later, gender, number) and later not in without:
        return later
    governor = governing_doer(sentence, sentence.items[index])
    if governor is not None and agrees(governor, gender, number) and governor not in without:
        return governor
    if sentence.items[index].kind == "an" and (owner := _told_in(sentence, index)) is not None:
        if agrees(owner, gender, number) and owner not in without:
            return owner
    many = sentence.discourse.many
    if feats == "mp" and many is not None and sentence.items[index].kind == "an":
        if not any(item.mention is not None for item in sentence.items[:index]):
            return many if many not in without else None  # وأضاف *أنهم* أسروا
    return only_one(sentence, index, feats, without)
