"""Vouching: what speaks for a verb or participle whose form is more often another word."""

from ....schema import vocabulary
from ..actors.listing import actor_follows, listed_at, nisba_at
from ..actors.personname import name_at
from ..actors.phrase import bare_deed
from ..actors.title import calls
from ..records.items import Item
from ..records.scene import Scene
from ..records.stems import stems
from ..words.rows import Verb
from ..words.word import EVENT, MASDAR, ROLE, VERB, Sense, Word
from .deednamed import between_two, governing, wanted

_HAMZA = ("ء", "أ")
_INNER = frozenset({"rel", "an", "sub", "if", "mark"})  # behind which a verb before is another's
_SOON = 7  # words from a speaker to what he says


def _sure(
    scene: Scene,
    i: int,
    sense: Sense,
    adjacent: Item | None,
    before: Item | None,
    *,
    verb_before: bool,
) -> bool:
    """Whether an actor that agrees stands right before or behind the verb."""
    person = sense.person
    if adjacent is not None and adjacent.kind == "quote" and adjacent.index:
        adjacent = before
    there = adjacent is not None and adjacent.marker == "في"  # وفي باريس *كذّب* ناطق
    if adjacent is not None and adjacent.mention is not None and not sense.conj and not there:
        if verb_before:
            return False  # هاجم الثوار *قصر* الرئيس
        entity = adjacent.mention.entity
        return person == f"3{entity.gender}s" or person[1:] in ("mp", "md", "fd")
    if adjacent is not None and adjacent.kind in ("neg", "doubt", "aux"):
        return True
    if (
        adjacent is not None
        and adjacent.kind == "V"
        and not sense.conj
        and "ipf" not in sense.feats
    ):
        return False  # وصل *ألف* جندي
    k = _behind_date(scene, i + 1)
    while scene.key(k) in scene.function("demonstratives"):
        k += 1
    following = scene.word(k)
    if following is None or (adjacent is not None and adjacent.kind in ("N", "O", "prep")):
        return False
    if following.flags & ROLE or _says_later(scene, k, sense):
        return True
    if any(s.pos == "H" and s.det and s.feats[:1] == person[1:2] for s in following.senses):
        return adjacent is None or adjacent.kind != "M"  # *دخل* الجيش
    if adjacent is None and person == "3ms" and _leads_men(scene, k, following):
        return True
    if adjacent is None and scene.key(k) in scene.lexicon.verbs[sense.id].object:
        return True  # *وأثنى* على
    if (adjacent is None or adjacent.kind == "mark") and _told_to(scene, following, sense):
        return True  # ، *وأمر* باعتقال الوزير
    row = scene.lexicon.verbs[sense.id]
    if row.bears and following.flags & (MASDAR | EVENT):
        return True
    plain = row.relation is None and not (row.control or row.light or row.speech)
    if any(s.pos in ("M", "E") and (s.det or s.feats.endswith("+")) for s in following.senses):
        return not plain  # استخدمت، أمس، *حق* النقض
    if any(s.pos == "H" and s.det and not s.prep for s in following.senses):
        return nisba_at(scene, k + 1) is not None  # *صادق* البرلمان التركي
    if scene.key(k) in scene.lexicon.given and name_at(scene, k, role=True) is not None:
        return person == "3ms" and adjacent is None  # *عين* سالم الراوي وزيرا
    if adjacent is None and (who := scene.within(k)) is not None and who.kind == "surname":
        return person == f"3{who.entity.gender}s"  # *ووصف* الراوي التصريحات بأنها وقحة
    found = listed_at(scene, k, bare=True)
    if found is None or found[1].kind != "name":
        return found is not None and found[1].kind == "capital" and person[1] == "f"
    return scene.lexicon.actors[found[1].ids[0]].gender == person[1]


def _told_to(scene: Scene, following: Word, sense: Sense) -> bool:
    """Whether a deed follows, under a preposition by which the verb governs deeds."""
    slots = governing(scene.lexicon.verbs[sense.id])
    return any(s.pos == "M" and not s.det and s.prep and s.prep in slots for s in following.senses)


def _deed_follows(scene: Scene, i: int, sense: Sense) -> bool:
    """Whether a deed stands where it governs one: فرنسا *مصممة على دعم* تونس, *متمسكة بدعم*."""
    word = scene.word(i)
    if word is None or word.flags & VERB:
        return False  # الرئيس الذي *أمر* بقصف المدينة
    slots = governing(scene.lexicon.verbs[sense.id])
    apart = scene.function("prepositions").get(scene.key(i + 1)) in slots
    following = scene.word(i + 2 if apart else i + 1)
    senses = following.senses if following is not None else ()
    return any(s.pos in ("M", "E") and (s.prep in slots or (apart and not s.prep)) for s in senses)


def _leads_men(scene: Scene, k: int, word: Word) -> bool:
    """Whether men or a force begin at token k: أسر *الفيتناميون*, دك *الطيران* العراقي."""
    if word.key in scene.function("instruments"):
        return nisba_at(scene, k + 1) is not None
    named = any(s.pos == "H" and s.feats == "ms" and not s.prep for s in word.senses)
    men = any(s.pos == "N" and s.det for s in word.senses) and word.key.endswith("ون")
    return named or men


def _behind_date(scene: Scene, i: int) -> int:
    """Return the token behind a date that begins at token i: دخل *أمس* الجيش; else i."""
    start = scene.tokens[i].start if scene.dates and i < len(scene.tokens) else -1
    end = next((date.end for date in scene.dates if date.start == start), start)
    while i < len(scene.tokens) and scene.tokens[i].start < end:
        i += 1
    return i


def vouched_for(
    scene: Scene, i: int, sense: Sense, adjacent: Item | None, found: list[Item]
) -> bool:
    """Whether something speaks for a reading though the form is more often another word."""
    if sense.pos == "V":
        if scene.lexicon.verbs[sense.id].root[2:] in _HAMZA and scene.key(i)[-1] == "ا":
            if scene.text[scene.tokens[i].end - 1] != "أ":
                return False  # *هنا*, but هنأ
        if sense.pronoun and adjacent is not None and adjacent.kind == "rel":
            if adjacent.key.startswith("ال") or adjacent.key == "ما":
                return True  # الخطة التي *طرحها* الوزير, ما *وصفه* بالعدوان
        if sense.feats.startswith("ipf") and _awaited(scene, sense, adjacent, found):
            return True
        before = found[-2] if len(found) > 1 and found[-1].kind == "quote" else None
        kinds = {item.kind for item in found}
        verb = "V" in kinds and _INNER.isdisjoint(kinds)
        return _sure(scene, i, sense, adjacent, before, verb_before=verb)
    if sense.pos == "M":
        return _deed_named(scene, i, sense, adjacent, found)
    if sense.pos == "PP" and _by_follows(scene, i + 1):
        return True  # المغرب *المتهم* من قبل فرنسا
    if sense.pos == "AP" and adjacent is not None and scene.key(i + 1)[:1] == "ل":
        if sense.det and adjacent.key in scene.function("foremost"):
            return True  # من أشد *المعارضين* للحكومة
    if sense.pos != "AP" or sense.det:
        return False
    marked = sense.feats.endswith("+")
    if _deed_follows(scene, i, sense) or (marked and _says_that(scene, i, sense)):
        return True  # ، *مشيرا* إلى أن, though a field marshal is called so
    word = scene.word(i)
    if marked and word is not None and word.flags & ROLE:
        return False  # أسر الثوار *ضابطا* ألمانيا
    apart = adjacent is not None and adjacent.kind == "mark"
    if marked and apart and _lends_to(scene, i + 1, sense):
        return True
    if marked and (actor_follows(scene, i + 1) or (apart and named_from(scene, i + 1))):
        return True  # خطب في الجموع *متهما* فرنسا, ، *متهما* حزب الفجر
    if not marked and (sense.feats[:2] != "fs" or not found):
        return False
    if apart and word is not None and calls(scene, i, word):
        return True  # ، *داعية* تونس إلى وقف القتال
    return _says_that(scene, i, sense) or _asked_for(scene, i + 1, sense)


def _lends_to(scene: Scene, i: int, sense: Sense) -> bool:
    """Whether the deed to which it lends its subject stands at i: ، *مجددا* دعمه لتونس.

    Without a comma before it the same word is "again": أكد *مجددا* دعمه لتونس.
    """
    light = scene.lexicon.verbs[sense.id].light
    return light is not None and "direct" in light.slot and bare_deed(scene.word(i))


def _deed_named(
    scene: Scene, i: int, sense: Sense, adjacent: Item | None, found: list[Item]
) -> bool:
    """Whether it is a deed, and not a thing: *مد* يد العون, أمر *بحل* الحزب, بعد *أسر* الوزير."""
    row = scene.lexicon.verbs[sense.id]
    under = scene.key(i + 1) in row.object  # تخليها *عن* تشاد
    if not sense.det and between_two(scene, i + 1):
        return True
    if sense.det:
        if _deed_follows(scene, i, sense):
            return True  # طالبها *بالكف عن تسليح* الحركة
        return under and wanted(found, sense.prep or "direct")  # اتهمها *بالتخلي* عن تشاد
    following = scene.word(i + 1)
    if row.light and "direct" in row.light.slot and following is not None:
        if any(s.pos == "E" and not (s.det or s.prep or s.conj) for s in following.senses):
            return True  # يعتزم *تنظيم* مسيرة
    if not row.collective and not stems(scene.key(i + 1)).isdisjoint(row.with_nouns):
        return True
    if sense.prep == "ب" and row.relation == "praised" and nisba_at(scene, i + 1) is not None:
        return True  # تدخلت فرنسا *بمباركة* تونسية
    if not (named_from(scene, i + 1 + under) or actor_follows(scene, i + 1 + under)):
        return False
    if sense.prep:
        fits = under or "direct" in row.object
        return fits and (not row.finite or wanted(found, sense.prep))
    if sense.feats[1:2] != "s":
        return False  # رفضت صربيا *مطالب* فرنسا
    if adjacent is not None and adjacent.kind == "prep":
        return adjacent.value == "time" or wanted(found[:-1], adjacent.value)
    return wanted(found, "direct")


def _awaited(scene: Scene, sense: Sense, adjacent: Item | None, found: list[Item]) -> bool:
    """Whether a verb of the present must follow: قررت أن *تواصل*, بدأت فرنسا *تنقل* قواتها."""
    if adjacent is not None and adjacent.kind == "an":
        return not opens_nominal(scene, adjacent, found)
    first = next((item for item in reversed(found) if item.kind == "V"), None)
    if first is None or found[first.index + 2 :] or sense.conj:
        return False
    begins = any(
        "imperfect" in control.slot
        for row in first.rows
        if isinstance(row, Verb)
        for control in row.control
    )
    return begins and sense.person[:2] == first.feats.split()[1][:2]


def opens_nominal(scene: Scene, conjunction: Item, found: list[Item]) -> bool:
    """Whether a noun follows "that": إن *دعم* فرنسا, and أن after a word of saying; not إنه."""
    if conjunction.pronoun:
        return False
    if scene.raw(conjunction.i, conjunction.j).lstrip("وف").startswith("إ"):
        return True
    for item in reversed(found[:-1]):
        if item.kind in ("V", "P", "N"):
            return any(row.speech for row in item.rows)
        if item.kind not in ("M", "O", "A", "adv", "prep"):
            return False
    return False


def named_from(scene: Scene, i: int) -> bool:
    """Whether a body or office without the article, or a person's name, begins at token i."""
    word = scene.word(i)
    if word is None:
        return False
    heads = [s for s in word.senses if s.pos in ("R", "H") and not (s.prep or s.conj or s.pronoun)]
    return bool(heads) or word.key in scene.lexicon.given


def _says_later(scene: Scene, i: int, sense: Sense) -> bool:
    """Whether what a verb says follows its subject: *شرح* سالم الراوي للصحافيين أن."""
    if scene.lexicon.verbs[sense.id].speech is None:
        return False
    for k in range(i + 1, min(i + _SOON, len(scene.tokens))):
        word = scene.word(k)
        if word is None or word.flags & VERB:
            return False
        if word.complementizer:
            return True
    return False


def _by_follows(scene: Scene, i: int) -> bool:
    """Whether "by" stands at token i: من قبل, على يد."""
    return scene.function("prepositions").get(f"{scene.key(i)} {scene.key(i + 1)}") == "by"


def _says_that(scene: Scene, i: int, sense: Sense) -> bool:
    """Whether "that" follows a participle of saying: ، *مضيفا* أن, *مشيرا* إلى أن."""
    after = scene.function("prepositions").get(scene.key(i + 1))
    apart = after is not None and after in scene.lexicon.verbs[sense.id].content
    following = scene.word(i + 2 if apart else i + 1)
    that = following is not None and following.complementizer
    return that and scene.lexicon.verbs[sense.id].speech is not None


def _asked_for(scene: Scene, i: int, sense: Sense) -> bool:
    """Whether what is asked for stands at i: أبرق إلى موسكو *طالبا* المساعدة, *طالبا* تسليمه."""
    word, relation = scene.word(i), scene.lexicon.verbs[sense.id].relation
    if word is None or relation is None or vocabulary()[relation].relation_class != "REQUEST":
        return False
    return any((s.pos == "T" and s.det) or s.pos == "M" for s in word.senses)
