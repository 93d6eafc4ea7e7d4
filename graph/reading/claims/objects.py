"""Objects: the phrase that names whom a predicate concerns: دعمت تونس *مصر*, رضخ *لشروط تونس*."""

from collections.abc import Iterator

from ....schema import Relation
from ..ends.arguments import entities, group
from ..ends.fitting import on_verb
from ..ends.joinedthing import joined_things
from ..ends.shown import doers_of_shown, shown_object, told_before, whose_step
from ..ends.slots import genitives, markers_of, slot
from ..ends.takenup import judged_before, remember_judged
from ..ends.thingmeant import goes_on_with_antecedent
from ..ends.things import town
from ..records.clauses import Sentence
from ..records.entity import Entity
from ..records.items import TALKS, Item, Row
from ..records.stems import is_in, is_one_of
from ..words.rows import Verb
from .charged import charged_with
from .concerned import OF_DEEDS, meant, of_things
from .doers import genitive_of, owned_in
from .given import takes_up, thing_before, thing_judged
from .ground import BY_FORCE
from .standing import stationed_at
from .whatdone import told_what, what_was_done

_TRIES = 3  # phrases under one marker that may be the object


def object_of(
    sentence: Sentence,
    item: Item,
    relation: Relation,
    markers: tuple[str, ...],
    subjects: list[Entity],
    *,
    row: Row,
    skip: Item | None = None,
) -> tuple[Item | None, list[Entity], str]:
    """Return the object's item, the actors it stands for, and its marker."""
    without, own = tuple(subjects), _own_subject(sentence, item)
    if relation.id == "denied" and (told := told_what(sentence, item)) is not None:
        return told, entities(sentence, told, without), "direct"
    if relation.id == "denied" and (teller := told_before(sentence, item)) is not None:
        return item, [teller], "direct"
    for marker in markers:
        if marker == "direct" and item.kind == "V" and item.pronoun:
            who = _by_pronoun(sentence, item, relation, subjects)
            if who is not None:
                return item, who, marker
            continue
        for found in _candidates(sentence, item, marker, row, own):
            if found is skip or (relation.sign < 0 and _beside(sentence, found)):
                break
            if relation.id in TALKS and _town_in(found):
                continue
            who = _by_phrase(sentence, item, found, relation, row, without)
            named = found
            for thing in _joined(sentence, item, found, relation):
                theirs = _by_phrase(sentence, item, thing, relation, row, without)
                named = thing if who is None and theirs else named
                who = [*dict.fromkeys((*(who or ()), *theirs))] if theirs else who
            if who is not None:
                return named, who, marker
    return _unnamed(sentence, item, relation, markers, without)


def _joined(sentence: Sentence, item: Item, found: Item, relation: Relation) -> Iterator[Item]:
    """Yield the things joined to what may be the object: انتقد الحملة *ومواقف مصر*."""
    apart = item.kind == "N" and found.marker not in ("direct", "ل")  # التدخل في الحوار *ودعم*
    if apart or found.conj or not of_things(relation):
        return
    for thing in joined_things(sentence, found):
        if relation.id not in BY_FORCE or _ground(sentence, thing):
            yield thing


def _ground(sentence: Sentence, thing: Item) -> bool:
    """Whether it may be struck or taken: قصفت المطار *ومواقع* للجيش; not *والفيتو* السوفياتي."""
    kinds = ("targets", "struck", "places_said", "forces", "instruments", "people")
    return thing.kind == "M" or any(is_in(thing, sentence.scene.function(k)) for k in kinds)


def _town_in(found: Item) -> bool:
    """Whether it is the town in which people meet: اجتماع الحزب *بالرباط*."""
    mention = found.mention
    return found.marker == "ب" and mention is not None and mention.kind in ("capital", "city")


def _by_pronoun(
    sentence: Sentence, verb: Item, relation: Relation, subjects: list[Entity]
) -> list[Entity] | None:
    """Return whom the pronoun on a verb means, or whose deed: أدانت*ها* مصر."""
    without = tuple(subjects)
    if relation.id in OF_DEEDS:
        if makers := thing_judged(sentence, verb, verb.pronoun, without):
            return makers
        if step := [one for one in whose_step(sentence, verb) if one not in without]:
            return step
        deed = judged_before(sentence, verb.pronoun)
        if deed is not None:
            return [one for one in deed if one not in without]
    clause = sentence.clause_of[verb.index]
    if not goes_on_with_antecedent(sentence, clause, verb, verb.pronoun):
        if giver := thing_before(sentence, verb.pronoun, relation.id, without):
            return giver
    who = on_verb(sentence, verb, relation, and_their_own(sentence, subjects))
    if who:
        sentence.discourse.objects.append(who[0])
    return who or None


def and_their_own(sentence: Sentence, subjects: list[Entity]) -> tuple[Entity, ...]:
    """Return those who do something, and whom they serve: واتهم*ها* الوزير, and not his country."""
    own = [sentence.discourse.listed(one.state) for one in subjects if one.state]
    return (*subjects, *own, *(one.serves for one in subjects if one.serves is not None))


def _by_phrase(
    sentence: Sentence,
    item: Item,
    found: Item,
    relation: Relation,
    row: Row,
    without: tuple[Entity, ...],
) -> list[Entity] | None:
    """Return whom the phrase under one of the markers means: دعمت *مصر*, رضخ *لشروط تونس*."""
    if relation.id == "denied" and charged_with(sentence, found) is not None:
        return None  # نفى تهمة *دعم الحركة*: who brought it is not said
    idiom = isinstance(row, Verb) and is_one_of(found, row.with_nouns)
    if idiom and relation.relation_class == "REQUEST":
        return None  # ناشد الملوك *نجدة فلسطين*
    judges = relation.id in OF_DEEDS
    if judges and found.kind == "pron":
        step = whose_step(sentence, item) if item.kind == "V" else []
        if step and not any(one in without for one in step):
            return step
        if makers := thing_judged(sentence, item, found.value, without):
            return makers
        deed = judged_before(sentence, found.value)
        others = [one for one in deed or () if one not in without]
        if deed is not None and (others or not deed):
            return others
    who = meant(sentence, found, relation, without)
    if who and row.id in sentence.scene.function("sieges") and _capital(found):
        who = [town(sentence, found)]
    if judges and found.kind in ("N", "O") and item.kind == "V":
        if who or takes_up(sentence, found):
            remember_judged(sentence, found, who)
    if not who and idiom:
        chain = (found, *genitives(sentence, found))  # قبول *عرض النمسا*
        who = [one for one in owned_in(sentence, chain)[1] if one not in without]
    if not who and relation.relation_class == "REJECT" and found.marker == "direct":
        who = _favoured(sentence, found, without)
    return who or None


def _favoured(sentence: Sentence, deed: Item, without: tuple[Entity, ...]) -> list[Entity]:
    """Return for whom the deed is that is refused: رفضت السماح *للطائرات الفرنسية* بالعبور."""
    behind = sentence.items[deed.index + 1 : deed.index + 2]
    if deed.kind not in ("N", "O") or not deed.det or not behind or behind[0].marker != "ل":
        return []
    return entities(sentence, behind[0], without)


def _unnamed(
    sentence: Sentence,
    item: Item,
    relation: Relation,
    markers: tuple[str, ...],
    without: tuple[Entity, ...],
) -> tuple[Item | None, list[Entity], str]:
    """Return where troops stood, or whose deed it is, when no phrase has an actor behind it.

    سحبت جنودها المرابطين في *سيناء*, أدانت ما فعلته *إيطاليا*.
    """
    if relation.id == "withdrew-from":
        place = stationed_at(sentence, item)
        return place, entities(sentence, place, without) if place is not None else [], "في"
    if item.kind == "N" and relation.id == "attacked":
        return _hit_by_it(sentence, item, relation, without)
    if relation.id not in OF_DEEDS:
        return None, [], ""
    subject = sentence.clause_of[item.index].subject
    last = max(item.index, subject.index) if subject is not None else item.index
    shown = shown_object(sentence, last) if item.kind == "V" else None
    if shown is not None and relation.id != "protested-against":
        return shown, doers_of_shown(sentence, without), "direct"
    return what_was_done(sentence, item, relation, markers, without)


def _hit_by_it(
    sentence: Sentence, deed: Item, relation: Relation, without: tuple[Entity, ...]
) -> tuple[Item | None, list[Entity], str]:
    """Return what a clause says that an attack hit: تبنت الحركة الهجوم الذي استهدف *السفارة*."""
    named = {deed.index, *(step.index for step in genitives(sentence, deed))}  # تفجير *لغم*
    for clause in sentence.clauses:
        noun, verb = clause.antecedent, clause.verb
        if clause.kind != "rel" or verb is None or noun is None or noun.index not in named:
            continue
        if verb.pronoun or verb.passive or clause.subject not in (noun, None):
            continue
        for row in verb.rows:
            if row.relation == relation.id and "direct" in row.object:
                return object_of(sentence, verb, relation, ("direct",), list(without), row=row)
    return None, [], ""


def _capital(item: Item) -> bool:
    return item.mention is not None and item.mention.kind == "capital"


def _candidates(
    sentence: Sentence, item: Item, marker: str, row: Row, own: frozenset[int]
) -> Iterator[Item]:
    """Yield the phrases under this marker: طلبت تونس بعد أيام *من الغارة*، *من مجلس الأمن*."""
    claimed: frozenset[int] = frozenset()
    while len(claimed) < _TRIES:
        found = slot(sentence, item, marker, claimed=claimed | own, row=row)
        if found is None:
            return
        between = sentence.items[item.index + 1 : found.index] if claimed else ()
        if any(other.kind in ("neg", "aux") for other in between) or (
            claimed and item.kind == "N" and marker == "direct"
        ):
            return
        if not claimed or found.kind == "M":
            yield found
        claimed |= {found.index}


def _beside(sentence: Sentence, item: Item) -> bool:
    """Whether somebody does it on the side of this one: دخلت الحرب *إلى جانب ألمانيا*."""
    before = sentence.items[item.index - 1]
    return before.kind == "prep" and before.j - before.i > 1 and item.marker == "مع"


def direct_object(sentence: Sentence, item: Item, row: Row) -> Item | None:
    """Return the object in the row's own markers; a pronoun on the verb stands for a bare one."""
    markers = markers_of(row, noun=item.kind == "N")
    if item.kind == "N" and "direct" in row.object:
        if item.pronoun or genitive_of(sentence, item) is not None:
            markers = (*markers, "direct")  # اتهامه *سوريا* ب, اتهام إيران *إياها* ب
    for marker in markers:
        if marker == "direct" and item.kind == "V" and item.pronoun:
            return Item("pron", item.i, item.j, item.index, value=item.pronoun)
        found = own_slot(sentence, item, marker)
        if found is not None:
            return found
    return None


def own_slot(sentence: Sentence, item: Item, marker: str) -> Item | None:
    """Return the phrase under this marker that is not the predicate's own subject."""
    return slot(sentence, item, marker, claimed=_own_subject(sentence, item))


def _own_subject(sentence: Sentence, item: Item) -> frozenset[int]:
    """Return the items that are the predicate's own subject: *مصر والأردن* رفضتا العرض."""
    clause = sentence.clause_of[item.index]
    if clause.verb is not item or clause.subject is None:
        return frozenset()
    return frozenset([other.index for other in group(sentence, clause.subject)])
