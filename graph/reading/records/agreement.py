"""Agreement: whether a noun phrase fits the gender and number of a verb or pronoun."""

from ....schema import ActorKind
from ..words.lexicon import load_lexicon
from .entity import Entity, may_mean
from .items import OBLIQUE, Item


def may_be_subject(item: Item, person: str, *, before: bool) -> bool:
    """Whether the noun phrase agrees with the verb; a verb before its subject stays singular."""
    if person[0] != "3":
        return False
    gender, number = person[1], person[2]
    mention = item.mention
    if mention is not None:
        entity = mention.entity
        if item.feats == OBLIQUE and not before:
            return False
        if item.feats == "mp":
            return number == ("p" if before else "s") and gender == "m"
        if mention.kind == "sides":
            return number in ("d", "s")
        if mention.kind == "several":
            return number in ("p", "s")
        if mention.kind == "instrument":
            return number == "s" or (before and number == "p")  # soldiers, a navy, aircraft
        if mention.kind == "country":
            return number == "s"  # بلاده تدعم, بلده يدعم
        if mention.kind == "nation" and entity.kind == "state":
            side = item.j - item.i > 1 and gender == "m" and number == "s"  # الجانب النرويجي *حاول*
            return not before or number == "p" or side or _singular_agrees(entity, gender, number)
        if mention.kind == "role" and not entity.person and not entity.plural:
            # Those who stand for a body: قادة الحركة.
            return number == "p" if before else number == "s" and gender == "m"
        if before and number == "d":
            return True
        if before and number == "p":
            return entity.plural or not entity.person or bool(item.conj)  # تيتو *ونهرو* يلتقون
        if (
            gender == "f"
            and number == "s"
            and (mention.kind in ("capital", "city") or entity.kind == "state" or entity.feminine)
        ):
            return True  # towns and states may always agree as feminine; «الراية» may
        if entity.plural and entity.person is False:
            people = entity.kind == "group" and not (
                mention.kind == "body" and entity.gender == "f"
            )  # not ناشد *الدول* العربية
            return gender in ("f", "x") or (people and gender == "m")
        if mention.kind == "capital":
            return False  # رفضت *بغداد*, though العراق is masculine
        return number == "s" and gender == entity.gender
    oblique = item.feats in ("mp", "md") or item.key in load_lexicon().function["numbers"]
    oblique = oblique and item.key.endswith("ين")  # فقتلت *عشرين* جنديا
    if oblique and not (before and number == "p"):
        return False  # أنزلت *مظليين* في عمان; but إن *مسلحين* خطفوا
    if item.key.endswith(("ا", "تين") if item.indefinite else "تين") and not before:
        return False  # وأرسلت إليه *جنودا*, *كتيبتين*
    if item.key.lstrip("وف").removesuffix("ة") in load_lexicon().function["numbers"]:
        return number != "d"  # a number takes the other gender: قتل *ثلاثة*
    if before and number in ("d", "p"):
        alike = number == "p" and item.feats == "md" and "ان" not in item.key[-4:]
        return number in item.feats[1:2] or item.feats == "bp" or alike  # أن *مقاتليه* هاجموا
    if item.feats == "fp" or (item.kind == "N" and item.feats == "bp"):
        return gender == "f"
    if item.feats[1:2] == "p" or item.feats == "bp":
        return not before or gender == "f" or item.feats == "mp"
    return item.gender == gender


_SELVES = {"هو": "ms", "هي": "fs", "هم": "mp"}


def pronoun_of(item: Item) -> str:
    """Return the features of the pronoun that an item is, or bears: *هم*, أن*ها*, علي*ه*."""
    if item.kind == "self":
        return _SELVES.get(item.key.lstrip("وف"), "")
    return item.value if item.kind == "pron" else item.pronoun


def pronoun_fits(item: Item, pronoun: str) -> bool:
    """Whether a pronoun may mean what this noun phrase stands for; a state may be a republic."""
    if pronoun == "1":
        return False  # "us", whom no noun phrase names
    if item.mention is not None:
        republic = pronoun == "fs" and item.mention.entity.kind == ActorKind.STATE
        return republic or may_mean(item.mention.entity, pronoun)
    if item.feats[1:2] == "p" or item.feats == "bp":
        return pronoun in ("fs", "mp")
    return pronoun[0] in (item.gender, "x")


def _singular_agrees(entity: Entity, gender: str, number: str) -> bool:
    return number == "s" and gender == entity.gender


def fits(entity: Entity, gender: str, number: str) -> bool:
    """Whether an actor may be what a verb without a subject of its own agrees with."""
    if number == "d":
        return False
    if number == "p":
        men = entity.listed is not None and entity.name.endswith("يون")  # الحوثيون
        return entity.plural or men
    if entity.plural and not entity.person:
        return gender == "f"
    return entity.gender == gender or (gender == "f" and entity.kind == ActorKind.STATE)
