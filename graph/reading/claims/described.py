"""Described: the ends of a noun that names one of them by the other: مصر، حليفة *السودان*."""

from ..ends.arguments import entities, two_of_somebody
from ..ends.ownership import owners
from ..ends.slots import slot, verb_rows
from ..page.tokens import COMMAS
from ..records.clauses import Sentence
from ..records.ends import Bound, Ends, Skipped
from ..records.items import Item
from ..records.stems import is_in
from ..words.rows import EventNoun
from .doers import genitive_of


def described_ends(sentence: Sentence, item: Item, row: EventNoun, given: Bound | None) -> Ends:
    """Return who is described, and by whom or what: *مصر*، حليفة *السودان*."""
    items = sentence.items
    genitive = genitive_of(sentence, item)
    ends = Ends([], [], confidence=0.8)
    ends.objects, ends.object_item = owners(sentence, item, genitive, [], None), genitive
    for marker in row.object if not ends.objects else ():
        ends.object_item = slot(sentence, item, marker)
        if ends.object_item is not None:
            ends.objects = entities(sentence, ends.object_item)
            break
    last = genitive.index if genitive is not None else item.index
    while item.pronoun and last + 1 < len(items) and _quality(items[last + 1], item):
        last += 1  # خصمها *اللدود* كوبا
    after = items[last + 1] if last + 1 < len(items) else None
    titled = item.marker == "title"  # إلى حليفتها *بريطانيا*
    behind = after is not None and after.kind == "M" and (titled or after.marker == "direct")
    named = after if after is not None and behind and not _done_to(sentence, item, after) else None
    if named is None and not item.conj:
        named = _described(sentence, item)
        mine = sentence.clause_of[item.index].subject
        his = item.pronoun or (genitive is not None and _of_country(genitive))
        if named is not None and named is mine and his and named.index == item.index - 1:
            named = None  # أبلغت تونس *حلفاءها*, دعا الوزير *حلفاء بلاده*
    if named is None and item.conj:  # السويد، *وهي* جارة للنرويج *وحليفة* لها
        clause = sentence.clause_of[item.index]
        opener = sentence.items[clause.a]
        if opener.kind == "self" and clause.kind == "rel" and clause.subject_entity is not None:
            ends.subjects = [clause.subject_entity]
            if ends.object_item is not None and ends.object_item.kind == "pron":
                ends.objects = entities(sentence, ends.object_item, (clause.subject_entity,))
            return ends
    if named is None and (two := two_of_somebody(sentence, item)):
        ends.subjects, ends.subject_item = two, item
    elif named is not None:
        ends.subjects, ends.subject_item = entities(sentence, named), named
    elif item.nisba is not None and ends.objects and row.relation != "opposes":
        # *حليفه البريطاني*, الحليف الأمريكي لإسرائيل, but خصمه الدنماركي may play chess
        ends.subjects = [sentence.discourse.listed(item.nisba)]
    elif item.conj and item.pronoun and item.marker != "direct":
        raise Skipped("his allies, and nobody named")  # غارات على الحركة *وحلفائها*
    elif _another(sentence, item):
        raise Skipped("one more, and nobody named")
    elif given is not None:
        ends.subjects, ends.subject_item = list(given.subjects), given.subject_item
    elif item.indefinite and item.marker == "direct":
        who = sentence.clause_of[item.index].subject_entity  # بقيت *جزءا* منها
        ends.subjects = [who] if who is not None else []
    return _turned(ends) if row.swap else ends


def _done_to(sentence: Sentence, item: Item, after: Item) -> bool:
    """Whether whoever stands behind is the verb's object: هاجمت فرنسا وحلفاؤها *تشاد*."""
    verb = sentence.clause_of[item.index].verb
    if item.conj != "و" or verb is None or verb.index > item.index:
        return False
    told = sentence.items[verb.index + 1 : sentence.clause_of[item.index].b]
    bare = [o for o in told if o.kind in ("M", "O", "N") and o.marker == "direct" and not o.conj]
    wants = any("direct" in row.object for row in verb_rows(verb))
    return wants and len(bare) == 2 and bare[-1] is after  # the subject is the other


def _quality(other: Item, item: Item) -> bool:
    """Whether it is an adjective of a noun that a pronoun makes definite: حليفتها *الوثيقة*."""
    return other.kind == "O" and other.det and not other.conj and other.gender == item.gender


def _of_country(genitive: Item) -> bool:
    """Whether it is somebody's own country: حلفاء *بلاده*."""
    return genitive.mention is not None and genitive.mention.kind == "country"


def _turned(ends: Ends) -> Ends:
    """Return the ends the other way round: France made *صنيعة فرنسا* what he is."""
    subjects, subject_item = ends.objects, ends.object_item
    return Ends(subjects, ends.subjects, subject_item, ends.subject_item, confidence=0.8)


def _another(sentence: Sentence, item: Item) -> bool:
    """Whether it is joined to an actor, so that it is one more: إن أوغندا *وفصيلا* في جبهة X."""
    before = sentence.items[item.index - 1] if item.index else item
    return bool(item.conj) and before.kind == "M" and before.marker == item.marker == "direct"


def _described(sentence: Sentence, item: Item) -> Item | None:
    """Return the actor right before, a comma, a pronoun or a copula aside."""
    gender = ""
    for other in reversed(sentence.items[max(0, item.index - 5) : item.index]):
        if other.kind == "M" and other.mention is not None and other.marker in ("direct", "gen"):
            return other if gender in ("", other.mention.entity.gender) else None
        if other.kind == "self" and other.key.endswith(("هو", "هي")):
            gender = "m" if other.key.endswith("هو") else "f"
        if other.kind == "V" and other.key.lstrip("و") in sentence.scene.function("regarded"):
            return sentence.clause_of[other.index].subject  # تونس *تعد* من أبرز حلفاء فرنسا
        among = other.value == "من" and not (item.det and item.feats[1:2] == "s")
        foremost = among or is_in(other, sentence.scene.function("foremost"))
        passing = ("aux", "neg", "self", "adv", "doubt", "quote")
        if other.kind not in passing and other.key not in COMMAS:
            if not foremost:
                return None  # else: إيران *من أبرز* حلفاء سورية
    return None
