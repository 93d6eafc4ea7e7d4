"""Homographs: which of its readings as verb, action noun or participle a word has in its place."""

from itertools import takewhile

from ..ends.slots import waited_for
from ..page.tokens import COMMAS
from ..records.items import Item
from ..records.scene import Scene
from ..records.sofar import asked_too, before_aside, has_verb, meeting_before, two_go_on
from ..records.stems import stems
from ..words.rows import Verb
from ..words.word import Sense, Word
from .drones import no_march
from .joineddeed import announced_deed, joined_deed
from .meanwhile import participle_goes_on
from .readas import describes_stand, has_both_ends, on_that
from .vouched import opens_nominal, vouched_for
from .whichverb import cut_short, verbs_of_one_person

_MUTUAL = frozenset({"بين", "مع"})
_TOLD_NEAR = 6  # items between a letter or speech and the verb that tells what stands in it
_FINITE_LEADS = frozenset({"neg", "doubt"})


def likeliest(scene: Scene, i: int, word: Word, found: list[Item]) -> list[Sense]:
    """Return the readings of the word at token i as a predicate, behind the items found so far.

    They are all of one kind, verbs or nouns or participles; none if the place allows none.
    """
    before = found[-1] if found else None
    adjacent = before if before is not None and before.j == i else None
    two = word.dual and two_go_on(word, before, found)
    if no_march(scene, word, adjacent, found):
        return []  # أسقطت طائرة *مسيرة*
    verbs, nouns, participles = _vouched(scene, i, word, adjacent, found, two=two)
    if len(verbs) > 1 and not (adjacent is not None and adjacent.kind == "neg"):
        verbs = [s for s in verbs if not cut_short(scene, i, s)] or verbs
    if two:  # *وأدانا* is "both condemned", and not "he led us"
        verbs = [s for s in verbs if s.person[-1] == "d"] or verbs
    if nouns and scene.key(i - 1).lstrip("وفبل") == "اي":
        verbs = []  # حذر من أي *تدخل* في النيجر
    if nouns and adjacent is not None and _wants_noun(scene, adjacent):
        verbs = []  # فكرة *دعم* تونس, لكنّ *رفض* المجر
    if verbs and nouns:
        none = all(s.pronoun and _takes_none(scene, s) for s in verbs)
        if none or joined_deed(scene, i, found, verbs) or announced_deed(scene, found, verbs):
            verbs = []
    if verbs and adjacent is not None and adjacent.key == "لا" and not adjacent.conj:
        verbs = [s for s in verbs if not s.feats.startswith("pf")]  # *لا حل* عسكريا في اليمن
    if adjacent is not None and adjacent.kind in ("O", "N", "prep") and not adjacent.det:
        if word.key in scene.function("houses"):
            verbs = []  # من شرفة *دار* الحكومة
    if participles and any(s.feats.startswith("pf 3fs") and s.pronoun for s in verbs):
        participles = [s for s in participles if s.feats != "fs"]  # خطوة *عارضتها* ليبيا
    if verbs and adjacent is not None and _wasla(scene, i, adjacent):
        verbs = [s for s in verbs if s.person != "1s"] or verbs
    elif verbs and adjacent is not None and _before_present(scene, adjacent, found):
        verbs = [s for s in verbs if s.feats.startswith("ipf")] or verbs
    if verbs and verbs[0].pronoun and (adjacent is None or adjacent.kind != "rel"):
        if not scene.function("own_bodies").keys().isdisjoint(stems(word.key)):
            verbs = []  # إن *حركته* هاجمت, استعداد *حركته* للتفاوض
    if verbs and nouns and not any(item.kind == "quote" for item in found):
        verbs = [s for s in verbs if s.person != "1s"]  # جدد *دعوته*
        if adjacent is None and not all(s.pronoun for s in nouns):
            verbs = [s for s in verbs if s.person != "1p"]  # *وتضامنا* مع الرياض سحبت
    if nouns or participles:
        if word.dual and not (two or _leads_two(scene, adjacent, found)):
            verbs = [s for s in verbs if s.person[-1] != "d"]
        if two and any(s.person[-1] == "d" for s in verbs):
            nouns, participles = [], []
    elif word.dual and not two and has_verb(found):
        verbs = [s for s in verbs if not (s.feats.startswith("pf 3md") and word.key[-1] == "ا")]
    if verbs and _verbal_place(scene, i, adjacent, found, verbs, nouns, participles):
        return verbs_of_one_person(scene, i, verbs, adjacent, found)
    if nouns and participles and scene.key(i + 1).startswith("ايا") and not nouns[0].pronoun:
        return participles  # أنذرت تونس ليبيا، *مطالبة* إياها بالانسحاب
    if nouns and participles and describes_stand(scene, i, participles, adjacent):
        return participles
    if nouns and participles and participle_goes_on(nouns, participles, adjacent, found):
        return participles
    return nouns or participles


def _leads_verb(scene: Scene, adjacent: Item) -> bool:
    """Whether only a verb may follow: *لم* تدعم, *قد* تدعم, *سوف* تدعم."""
    return adjacent.kind in _FINITE_LEADS or adjacent.key in scene.function("will")


def _leads_two(scene: Scene, adjacent: Item | None, found: list[Item]) -> bool:
    """Whether a verb of two may follow: مصر وليبيا *تدعمان*, لم *يدعما*; not قدمتا *دعما*."""
    if adjacent is None:
        return False
    return _leads_verb(scene, adjacent) or (_is_pair(adjacent) and not has_verb(found))


def _takes_none(scene: Scene, sense: Sense) -> bool:
    """Whether a verb has no bare object, so that no pronoun hangs on it: *استعانتها* بتونس."""
    row = scene.lexicon.verbs[sense.id]
    return bool(row.object) and not row.gathers and "direct" not in waited_for(row)


def _wants_noun(scene: Scene, adjacent: Item) -> bool:
    """Whether only a noun can follow: an idea's, or "that" and "but" with their double n."""
    if adjacent.kind == "doubt":
        return adjacent.key in scene.function("ideas")
    return adjacent.kind in ("sub", "an") and scene.raw(adjacent.i, adjacent.j).endswith("نّ")


def _wasla(scene: Scene, i: int, adjacent: Item) -> bool:
    """Whether an alif without its hamza, behind "that" with its own, is no "I": أن *اتهم* صاحبه."""
    if scene.key(i)[:1] != "ا" or scene.key(adjacent.i).lstrip("وف")[:1] != "ا":
        return False
    raw = scene.raw(adjacent.i, adjacent.j).lstrip("وف")
    return raw.startswith("أ") and scene.raw(i, i + 1).startswith("ا")


def _before_present(scene: Scene, adjacent: Item, found: list[Item]) -> bool:
    """Whether it is a word that the present follows: لم, قرر *أن*; but past in سبق لفرنسا *أن*."""
    if adjacent.key.lstrip("وف") not in scene.function("of_present"):
        return False
    if scene.raw(adjacent.i, adjacent.j).lstrip("وف").startswith("إ"):
        return False
    before = scene.function("before")
    return not any(item.key.lstrip("وف") in before for item in found[-4:])


def _vouched(
    scene: Scene, i: int, word: Word, adjacent: Item | None, found: list[Item], *, two: bool
) -> tuple[list[Sense], list[Sense], list[Sense]]:
    """Return the verbs, nouns and participles that the spelling and the place speak for."""
    verbs, nouns, participles = list(word.verbs), list(word.actions), list(word.participles)
    if word.key.startswith("ال"):
        verbs = [s for s in verbs if not _without_hamza(scene, i, s)]
    if verbs and nouns:
        verbs, nouns = _by_hamza(scene, i, verbs, nouns)
    if not word.doubtful:
        return verbs, nouns, participles
    gone = [
        sense
        for sense in word.doubtful
        if not (two and sense.person[-1:] == "d")
        and not vouched_for(scene, i, sense, adjacent, found)
    ]
    verbs, nouns, participles = (
        [s for s in senses if s not in gone] for senses in (verbs, nouns, participles)
    )
    return verbs, nouns, participles


def _without_hamza(scene: Scene, i: int, verb: Sense) -> bool:
    """Whether a word that has the article lacks the hamza of the verb: *التام*, and not التأم."""
    root = scene.lexicon.verbs[verb.id].root
    raw = scene.raw(i, i + 1)
    return "أ" in root[1:] and raw.startswith("ال") and not any(c in raw for c in "أئؤء")


def _verbal_place(
    scene: Scene,
    i: int,
    adjacent: Item | None,
    found: list[Item],
    verbs: list[Sense],
    nouns: list[Sense],
    participles: list[Sense],
) -> bool:
    """Whether a word that may be a verb is one here, and none of the nouns and participles."""
    governed = adjacent is not None and (
        adjacent.kind in ("prep", "negnoun") or (adjacent.kind == "quant" and adjacent.marker != "")
    )
    if not (nouns or participles):
        return not governed or any(s.prep for s in verbs)
    if _after_pair(adjacent, verbs):
        return True
    if governed or scene.tokens[i].tanwin or all(s.prep for s in nouns + participles):
        return False
    return not _noun_place(scene, i, adjacent, verbs, nouns, found)


def _by_hamza(
    scene: Scene, i: int, verbs: list[Sense], nouns: list[Sense]
) -> tuple[list[Sense], list[Sense]]:
    """Return what the hamza leaves of a verb of form IV and its noun: أذاعته is no إذاعته."""
    forms = scene.lexicon.verbs
    first = scene.text[scene.tokens[i].start + len(verbs[0].conj)]
    if first == "أ":
        left = [s for s in nouns if s.pos != "M" or forms[s.id].form != "IV" or s.prep or s.det]
        return verbs, left
    if first == "إ":
        kept = [s for s in verbs if forms[s.id].form != "IV" or s.feats.startswith("ipf")]
        return kept, nouns
    return verbs, nouns


def _after_pair(adjacent: Item | None, verbs: list[Sense]) -> bool:
    """Whether a dual verb follows two joined actors: شيلي وبيرو *توقعان*."""
    dual = any(s.person[-1] == "d" for s in verbs)
    return dual and adjacent is not None and _is_pair(adjacent)


def _is_pair(actor: Item) -> bool:
    """Whether it is two who may do something, or the second of them: *الطرفين* رفضا."""
    if actor.mention is not None and actor.mention.kind == "sides":
        return actor.marker == "direct"
    return actor.kind == "M" and actor.conj == "و"


def _noun_place(
    scene: Scene,
    i: int,
    adjacent: Item | None,
    verbs: list[Sense],
    nouns: list[Sense],
    found: list[Item],
) -> bool:
    """Whether a word that is a verb or a noun stands where only a noun can."""
    if adjacent is not None:
        if adjacent.kind == "an" and (
            on_that(found, verbs) or opens_nominal(scene, adjacent, found)
        ):
            return bool(nouns)
        alike = adjacent.kind == "N" and adjacent.pronoun != "" and verbs[0].conj == "و"
        alike = alike and all(s.pronoun == adjacent.pronoun for s in nouns)  # تأييده *ودعمه* لتشاد
        if (adjacent.kind == "sub" or alike) and has_both_ends(scene, i, verbs, nouns):
            return True
        if _leads_verb(scene, adjacent) or adjacent.kind in ("rel", "an", "sub", "if"):
            return False
        gathers = any(scene.lexicon.verbs[sense.id].gathers for sense in verbs)
        if gathers and meeting_before(found) is not None:
            return False
        lead = found[-2] if adjacent.kind == "O" and len(found) > 1 else adjacent  # لقاء *سري* جمع
        led = lead if lead.kind == "N" and lead.j == adjacent.i else adjacent
        if adjacent.kind in ("N", "O") and _taken_up(scene, i, led, verbs):
            return False
        if _told_in(scene, i, verbs, found):
            return False
        construct = not adjacent.det and not adjacent.indefinite and not adjacent.pronoun
        if adjacent.kind in ("N", "O") and construct and not verbs[0].conj:
            return True
        if adjacent.marker == "gen" and construct and scene.key(i + 1) in _MUTUAL:
            return bool(nouns)  # معاهدة صداقة *وتعاون* بين
        meanwhile = adjacent.kind == "P" and not (adjacent.det or verbs[0].conj)
        if meanwhile or adjacent.kind in ("V", "passive", "demo"):
            return True  # ، مؤكدا *دعم* بلاده
    if adjacent is not None and _wanted_by(adjacent, found) and not verbs[0].conj:
        return bool(nouns)
    if _of_each_other(scene, i):
        return bool(nouns)
    if _dated_anew(found) and not verbs[0].conj and verbs[0].feats.startswith("pf"):
        return False  # أعلن الحرب، وفي عام 1964 *قتل* سالم الراوي
    if has_verb(found) and not verbs[0].conj and any(s.pos in ("M", "E") for s in nouns):
        return True  # كثفت فرنسا *دعمها*
    quality = scene.key(i + 1) in scene.function("instrument_qualities")
    following = scene.word(i + 2 if quality else i + 1)  # *قصف* مدفعي تركي
    if following is not None and any(
        s.pos == "N" and s.feats == "ms" and not (s.det or s.prep or s.conj)
        for s in following.senses
    ):
        return True  # *دعم* فرنسي لتونس
    person = verbs[0].person
    if person == "3ms" and verbs[0].conj == "و" and asked_too(found):
        return True  # طالب بإدراج الحركة *وفرض* عقوبات عليها
    if person == "3ms" and _own_subject(adjacent, verbs[0], found):
        return False  # المغرب *قصف* تندوف
    if person == "3ms" and _verb_goes_on(adjacent, verbs[0], found):
        return False  # أدان ألمانيا، *وشكر* فرنسا
    # A masculine verb does not go before a feminine subject: ودفع موسكو is "and pushing Moscow".
    if following is not None and person == "3ms" and not verbs[0].pronoun:
        for listed in following.bases[0].listed:
            if len(listed.words) == 1:
                return scene.lexicon.actors[listed.ids[0]].gender == "f"
    return False


def _dated_anew(found: list[Item]) -> bool:
    """Whether "and" with a date right before begins what happened then: *وفي عام 1964* قتل."""
    if not found or found[-1].kind != "T":
        return False
    dated = list(takewhile(lambda item: item.kind in ("T", "prep"), reversed(found)))
    return dated[-1].conj == "و"


def _of_each_other(scene: Scene, i: int) -> bool:
    """Whether it is what two do to each other: *قصف متبادل* بين مصر وليبيا."""
    return any(scene.key(k).startswith("متبادل") for k in (i + 1, i + 2))


def _verb_goes_on(adjacent: Item | None, verb: Sense, found: list[Item]) -> bool:
    """Whether "، and thanked" goes on with the first verb, no action noun standing between."""
    if adjacent is None or adjacent.key not in COMMAS or verb.conj != "و":
        return False
    first = next((k for k, item in enumerate(found) if item.kind == "V"), None)
    if first is None or found[first].feats[:6] != verb.feats[:6]:
        return False
    return not any(o.kind == "N" and not (o.det or o.pronoun) for o in found[first:])


def _wanted_by(adjacent: Item, found: list[Item]) -> bool:
    """Whether the noun whose doer stands right before waits for a deed: قرار فرنسا *سحب* قواتها.

    Or before a relative clause between commas: إعلان ألبانيا، التي ...، *قطع* علاقاتها.
    """
    if adjacent.key in COMMAS:
        found = before_aside(found)
        adjacent = found[-1] if found else adjacent
    k = len(found) - 1
    while k > 0 and found[k].kind == "M" and found[k].conj == "و":
        k -= 1 + (found[k - 1].key in COMMAS)  # قرار فرنسا وألمانيا *سحب* قواتهما
    noun = found[k - 1] if k > 0 and adjacent.kind == "M" and found[k].kind == "M" else None
    if noun is None or noun.kind != "N" or adjacent.mention is None or adjacent.mention.prep:
        return False
    rows = [row for row in noun.rows if isinstance(row, Verb)]
    slots = {m for row in rows for control in row.control for m in control.slot}
    return "direct" in slots.union(*(row.content for row in rows))


def _own_subject(adjacent: Item | None, verb: Sense, found: list[Item]) -> bool:
    """Whether a masculine actor that nothing governs stands before a masculine verb.

    Little may stand between, and no verb before it in its clause: أن المغرب أيضا *قصف* تندوف.
    """
    if adjacent is None or verb.conj not in ("", "ف"):
        return False
    clause = list(takewhile(lambda o: o.kind not in ("an", "sub", "mark"), reversed(found)))
    actor = next((o for o in clause if o.kind not in ("self", "adv")), None)
    if actor is None or actor.mention is None or actor.marker != "direct":
        return False
    if actor.mention.kind in ("capital", "city") or actor.mention.entity.gender == "f":
        return False
    return all(o.kind in ("adv", "self", "M", "aux") for o in clause)


def _taken_up(scene: Scene, i: int, noun: Item, verbs: list[Sense]) -> bool:
    """Whether a pronoun behind the verb takes up the noun before it: لطلب *تقدم* به أميرها."""
    after = scene.word(i + 1)
    if noun.det or noun.pronoun or after is None:
        return False
    rows = [scene.lexicon.verbs[s.id] for s in verbs]
    light = {m for row in rows if row.light for m in row.light.slot}
    light |= {"direct" for row in rows if row.speech}  # بيان *نشره* القصر
    marker, feats = ("direct", verbs[0].pronoun) if verbs[0].pronoun else after.pronoun or ("", "")
    return marker in light and feats == f"{noun.gender}s"  # هجوم *شنه* المتمردون


def _told_in(scene: Scene, i: int, verbs: list[Sense], found: list[Item]) -> bool:
    """Whether it tells what a noun before has in it: رسالة إلى تونس *رفض* فيها العرض."""
    after = scene.word(i + 1)
    marker, feats = after.pronoun or ("", "") if after is not None else ("", "")
    if marker != "في" or verbs[0].pronoun or verbs[0].conj:
        return False
    for item in reversed(found[-_TOLD_NEAR:]):
        if item.kind in ("V", "an", "mark", "rel"):
            return False
        if item.kind in ("N", "O") and not (item.det or item.pronoun):
            if feats == f"{item.gender}s":
                return True
    return False
