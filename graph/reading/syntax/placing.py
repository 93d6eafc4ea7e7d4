"""Placing: how an item hangs on what stands before it: its marker, its noun."""

from ..page.tokens import OPENING
from ..records.items import NOMINAL, Item, comma
from ..records.quotation import opens_quotation
from ..records.stems import stems
from ..words.lexicon import load_lexicon
from .adjectives import is_adjective, is_quality
from .including import include, like
from .kin import alone, is_ally, is_kin, place_title, qualifies

_GOVERNING = frozenset({"prep", "O", "N", "quant", "demo", "negnoun"})  # through a quotation mark

_LEADING = frozenset({"join", "quote", "neg", "pron", "incl"})  # what may join an item to others
_AS_WELL = frozenset({"كذلك", "ايضا"})
_HANGING = NOMINAL | {"A", "T", "quant", "demo", "adv", "rel"}  # on what stands before

_TITLED = ("direct", "ب", "ل", "مع", "عن", "على", "ضد")


def attach(item: Item, found: list[Item]) -> None:
    """Give a nominal its marker and a nisba its noun."""
    if item.kind == "mark":
        return
    before = found[-1] if found and found[-1].j == item.i else None
    if item.kind == "doubt" and before is not None and before.kind == "prep":
        item.marker = before.value if item.key in load_lexicon().function["feared"] else ""
    if before is not None and before.kind == "adv" and before.conj == "و" and item.kind == "M":
        if before.key.lstrip("و") in _AS_WELL and not item.conj:
            before.kind = "join"  # رفضت مصر *وكذلك* تونس العرض
    if before is not None and (before.kind in _LEADING or like(before, item)):
        _join(item, found)
        include(item, found)
    if before is not None and before.kind == "quant" and before.conj:
        item.conj = item.conj or before.conj  # قتل الوزير *وأكثر من* عشرين
    if item.kind not in _HANGING:
        return
    if before is not None and before.kind == "quote" and opens_quotation(found):
        before = found[-2] if len(found) > 1 and found[-2].kind in _GOVERNING else before
    elif before is not None and before.kind == "quote" and _governs_outside(found, item):
        before = found[-2]
    if item.kind == "A":
        _attach_nisba(item, found)
        return
    if item.kind == "M" and not item.marker and _beside(found):
        item.marker = "beside"
        return
    if (item.kind in ("quant", "demo", "adv") or _number(item)) and before is not None:
        item.marker = item.marker or _inherited(before)
        some = item.kind == "quant" and item.j - item.i > 1 and not item.conj
        counted = _number(item) or some
        if counted and before.kind == "N" and _takes_genitive(before):
            item.marker, item.head = "gen", before  # مقتل *20* جنديا, بحياة *عشرات من* الأهالي
        return
    if item.kind == "rel" and item.key == "ما" and not item.marker:
        item.marker = before.value if before is not None and before.kind == "prep" else "direct"
    if item.kind not in NOMINAL or item.kind == "pron":
        return
    if item.marker:
        return
    if (where := _town_called(item, found)) is not None:
        item.marker = where
        return
    if before is None:
        item.marker = "direct"
    elif (governing := _through_direction(found)) is not None:
        item.marker = {"prep": governing.value, "N": "gen"}.get(governing.kind, "direct")
        item.head = governing if governing.kind == "N" else None
    elif (inherited := _inherited(before)) and not (
        _stands_alone(before, item) or (inherited == "by" and _accusative(item))
    ):  # رفض من قبل *عرضا*: before
        item.marker = inherited
        if _number(before) or before.kind == "quant":
            item.head = before.head
    elif _counts_on(before, item):
        item.conj, item.marker, item.head = "", "gen", before
    elif _takes_genitive(before) and not (
        item.conj or is_quality(before, item) or _accusative(item)
    ):
        item.marker, item.head = "gen", before
    else:
        item.marker = "direct"
    if item.kind == "M" and before is not None and item.head is before:
        _set_off(item, before, found)
    if item.conj and item.marker == "direct":
        _coordinate(item, found)
    if before is not None and item.marker == "direct" and _said_in_passing(before, item, found):
        item.marker = before.marker = "apposed"
    title = before
    if before is not None and before.kind == "A" and before.head is not None:
        title = before.head if before.head.j == before.i else None  # *العالم* المصري يحيى المشد
    joins = before is not None and alone(item)
    kin = next((o for o in reversed(found[-2:]) if is_kin(o)), None) if joins else None
    if kin is not None and (kin is before or qualifies(before, kin)):
        item.marker, item.head = kin.marker, kin.head if kin.marker == "gen" else None
        kin.marker = "title"
        item.conj = kin.conj if kin is before else item.conj  # الملك *وخاله عبد الإله*
    if title is not None and (title.kind == "O" or is_ally(title)):
        if _titled(title, item, found) or place_title(title, item):
            item.marker, title.marker = title.marker, "title"
            item.head = title.head if item.marker == "gen" else item.head


def _town_called(item: Item, found: list[Item]) -> str | None:
    """Return what governs a town that is named behind its noun: في العاصمة المصرية، *القاهرة*."""
    mention = item.mention
    town = mention is not None and mention.kind in ("capital", "city", "name")
    if not town or item.conj or len(found) < 2 or not comma(found[-1]):
        return None
    noun = found[-2]
    if noun.kind == "A" or (noun.kind == "M" and noun.marker == "gen"):
        noun = noun.head or noun
    called = noun.key.removeprefix("ال") in load_lexicon().function["called_towns"]
    return noun.marker if called and noun.kind == "O" and noun.marker not in ("", "gen") else None


def _set_off(item: Item, owned: Item, found: list[Item]) -> None:
    """Tell what is owned from an adjective before it: رفضت في بيان رسمي *مبادرة* مصر."""
    quality = owned.head
    if owned.kind == "O" and quality is not None and quality is found[owned.index - 1]:
        if is_quality(quality, item):
            owned.marker, owned.head = "direct", None


def _beside(found: list[Item]) -> bool:
    """Whether it is told who was with the actor before: حاصرت مصر، *ومعها تونس*، المدينة."""
    if len(found) < 2 or not comma(found[-2]):
        return False
    before = found[-1]
    return before.kind == "pron" and before.conj == "و" and before.marker == "مع"


def _governs_outside(found: list[Item], item: Item) -> bool:
    """Whether a lone word in quotation marks has its genitive behind them: «عواقب» *المضي*."""
    definite = item.det or item.kind == "M" or bool(item.pronoun)
    if len(found) < 3 or found[-3].kind != "quote" or item.conj or not definite:
        return False
    word = found[-2]
    known = word.kind == "N" or not load_lexicon().ordinary.isdisjoint(stems(word.key))
    # not على «تويتر» *الحزب*
    return known and found[-1].j == item.i and word.marker != "title" and _takes_genitive(word)


def _said_in_passing(before: Item, item: Item, found: list[Item]) -> bool:
    """Whether the place is only said to be an actor's: الحركة، ومقرها *الخرطوم*، دعت."""
    told = before.kind == "O" and before.conj == "و" and before.pronoun not in ("", "1")
    placed = item.mention is not None and item.mention.kind in ("capital", "city", "name")
    return told and placed and not item.conj and len(found) > 1 and comma(found[-2])


def _accusative(item: Item) -> bool:
    """Whether its ending shows that it is no genitive: فرض بعد أيام *حظرا*."""
    return item.indefinite and item.key.endswith("ا") and item.kind in ("O", "N")


def _join(item: Item, found: list[Item]) -> None:
    """Join an item to what stands before an "and" written apart: الحكومة *و*«حركة السنابل»."""
    last = found[:-1] if found[-1].kind == "quote" else found  # behind "and" it opens
    if last and last[-1].kind == "join" and item.kind not in ("mark", "quote"):
        item.conj = item.conj or "و"
    if found[-1].kind == "neg" and found[-1].conj and found[-1].key == "لا" and item.kind == "M":
        item.conj = "و"  # لم تعترف بها مصر *ولا* تونس


def _through_direction(found: list[Item]) -> Item | None:
    """Return what governs the country behind a direction: *من* شمال العراق, *قصف* شمال العراق.

    Behind other words it says where: قتلوا شمال بغداد.
    """
    where = found[-1]
    if (
        where.kind != "prep"
        or where.key not in load_lexicon().function["directions"]
        or len(found) < 2
    ):
        return None
    before = found[-2]
    if before.j != where.i:
        return None
    if before.kind == "prep":
        raid = next((o for o in reversed(found[:-2]) if o.kind not in ("O", "A")), before)
        if before.value == "على" and raid.kind == "N":
            if any(row.relation == "attacked" for row in raid.rows):
                return before  # غارات عنيفة على *جنوب* إيران
        # a part is seized: على شرق ليبيا
        return before if before.value in ("من", "إلى", "نحو") else None
    if before.kind == "N" and _struck(before):
        return before if _takes_genitive(before) else None
    doer = before.kind == "M" and before.marker == "direct" and before.index
    verb = found[-3] if doer else before
    return verb if verb.kind == "V" and _struck(verb) else None


def _struck(item: Item) -> bool:
    return any(r.relation in ("attacked", "seized") and "direct" in r.object for r in item.rows)


def _titled(before: Item, item: Item, found: list[Item]) -> bool:
    """Whether the noun before a person's name is a title that no lexicon has: *المهندس* سالم."""
    mention = item.mention
    if mention is None or not mention.entity.person or mention.kind not in ("name", "surname"):
        return False
    if not before.det or before.conj == "و" or item.conj or before.topic is not None:
        return False
    leads = before.head is not None and before.head.marker == "ب"  # برئاسة *الجراح* منذر الكيلاني
    if before.gender != mention.entity.gender or not (before.marker in _TITLED or leads):
        return False
    construct = len(found) > 1 and found[-2].kind == "P" and not found[-2].det
    return not construct and not is_adjective(before, found[:-1])


def _inherited(before: Item) -> str:
    if before.kind == "prep":
        return before.value
    if before.kind == "hedge":
        return "hedge"
    if before.kind == "negnoun":
        return before.marker or "direct"
    if before.kind in ("quant", "demo", "doubt") or _number(before):
        return before.marker  # على *12* شركة, من *خطر* قيام
    if before.kind == "quote" and before.marker:
        return before.marker
    return ""


def _number(item: Item) -> bool:
    return item.kind == "T" and item.value == "number"


def _counts_on(before: Item, item: Item) -> bool:
    """Whether a number goes on behind "and": أربعة *وعشرين* جنديا."""
    if before.kind != "O" or item.conj != "و":
        return False
    numbers = load_lexicon().function["numbers"]
    return before.key.lstrip("وف").removesuffix("ة") in numbers and item.key[1:] in numbers


def _stands_alone(before: Item, item: Item) -> bool:
    """Whether "that" is a phrase of its own before another noun: لا يتفق معه في *ذلك* مؤرخون."""
    return before.key in ("ذلك", "هذا") and item.kind in ("O", "N") and not item.det


def _takes_genitive(before: Item) -> bool:
    if before.kind in ("O", "N"):
        return not before.det and not before.indefinite and not before.pronoun
    return False


def _coordinate(item: Item, found: list[Item]) -> None:
    """Let "and X" stand in the slot of the noun phrase before it."""
    last = found[-1] if found else item
    if last.marker == "gen" and last.head is not None and not (last.det or item.det):
        if any(row.relation == "agreed-with" for row in last.head.rows) and not item.indefinite:
            item.marker, item.head = "gen", last.head  # معاهدة صداقة *وتعاون*
            return
    for previous in reversed(found[-7:]):
        if _is_led_by(previous) or (comma(previous) and _around_leader(previous, found)):
            continue  # بين الجيش *بقيادة سالم* وقوات الفجر
        if previous is found[-1] and _in_list(item, found):
            item.marker, item.head = "gen", found[-2].head
            return  # باحتجاز الرئيس سالم الراوي، *ورئيس وزرائه كمال الزاهي*
        if previous.kind in ("V", "an", "rel", "sub", "mark"):
            return
        if previous.kind == "quote" and found[-2:][0].kind != "join":
            return
        before = found[previous.index - 1] if previous.index else previous
        if previous.kind == "O" and previous.det and before.kind == "M" and before.marker == "gen":
            continue  # إيواء المتمردين *الهوتو* وتسليحهم
        if item.kind == "N" and item.pronoun and previous.kind == "M" and previous.marker == "ل":
            continue  # دعم إيران للحركة *وتسليحها*
        if previous.kind in ("M", "N", "O") and previous.marker not in ("gen", ""):
            if previous.marker == "في" and item.mention and item.mention.entity.person:
                return  # البابا في هافانا *وكاسترو* يستقبله
            if previous.kind == item.kind or {previous.kind, item.kind} <= {"M", "O", "N"}:
                item.marker = previous.marker
            return


def _in_list(item: Item, found: list[Item]) -> bool:
    """Whether a person is joined behind a comma to one to whom a deed is done."""
    if len(found) < 2 or not comma(found[-1]) or item.mention is None:
        return False
    first = found[-2]
    deed = first.head if first.kind == "M" and first.marker == "gen" else None
    if deed is None or deed.kind != "N" or deed.marker in ("direct", "gen") or not first.mention:
        return False
    return item.mention.entity.person and first.mention.entity.person


def _is_led_by(item: Item) -> bool:
    """Whether it goes before the name of who leads the actor before it: *بقيادة* سالم."""
    return item.kind in ("N", "O") and item.key in load_lexicon().function["led_by"]


def _around_leader(mark: Item, found: list[Item]) -> bool:
    """Whether a comma opens or closes an aside that says who leads: ، *بقيادة سالم الراوي*،."""
    opens = found[mark.index + 1 : mark.index + 2]
    closes = found[mark.index - 2] if mark.index > 2 else mark
    return _is_led_by(closes) or (bool(opens) and _is_led_by(opens[0]))


def _attach_nisba(item: Item, found: list[Item]) -> None:
    if found and found[-1].kind == "quote" and found[-1].key not in OPENING:
        found = found[:-1]  # «العدوان» *الإسرائيلي*
    for previous in reversed(found[-5:]):
        ally = bool(previous.pronoun) and is_ally(previous)  # حليفه *البريطاني*
        if previous.kind in ("N", "O") and (previous.det == item.det or (ally and item.det)):
            fits = (
                previous.kind == "O"
                or previous.gender == item.gender
                or (previous.feats in ("bp", "fp", "mp"))
            )
            if fits and not (previous.kind == "O" and is_adjective(previous, found)):
                if previous.nisba is None:
                    previous.nisba, previous.nisba_at = item.value, item.i
                item.head = previous
                return
        if previous.kind not in ("O", "A"):
            return
