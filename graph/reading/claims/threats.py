"""Threats: whom a deed would hit that somebody threatens: هددت *بقصف مواقع الحركة*."""

from collections.abc import Iterator

from ....schema import Relation, vocabulary
from ..ends.arguments import entities
from ..ends.slots import genitives, markers_of, slot
from ..records.clauses import Sentence
from ..records.ends import Found
from ..records.entity import Entity, may_mean
from ..records.items import Item
from .concerned import meant
from .governed import complement_in
from .objects import object_of

_UNDER = ("ب", "an")  # the markers of the deed
_AGAINST = ("على", "ضد", "عن")  # of whom it hits: بقطع النفط *عن* فرنسا
# Under which marker stands who is threatened with being left: هددت بالانسحاب *من الحلف*.
_LEAVES: dict[str, str] = {"cut-ties-with": "مع", "withdrew-from": "من"}

Hit = tuple[Item | None, list[Entity]]


def threatened(sentence: Sentence, item: Item, relation: Relation, subjects: list[Entity]) -> Hit:
    """Return whom the deed would hit that a verb without an object threatens."""
    act = complement_in(sentence, item, _UNDER)
    if act is not None and act.kind == "V":
        return _struck(sentence, act, subjects)
    deed = act if act is not None and act.marker == "ب" else slot(sentence, item, "ب")
    if deed is None or deed.kind not in ("N", "O"):
        return None, []
    for hit in _hit_by(sentence, item, deed, subjects):
        who = meant(sentence, hit, relation, tuple(subjects)) if hit.kind != "N" else []
        if who:
            return hit, who
    return None, []


def _hit_by(sentence: Sentence, item: Item, deed: Item, subjects: list[Entity]) -> Iterator[Item]:
    """Yield what may be hit: the genitive of the deed, and what its nouns are aimed at."""
    chain = (deed, *genitives(sentence, deed))
    if not _sends(deed):
        yield from chain[1:]
    if _done_to_him(deed, subjects):
        yield Item("pron", deed.i, deed.j, deed.index, value=deed.pronoun)  # بقصف*ها*
    for noun in chain:
        for row in noun.rows:
            away = _LEAVES.get(row.relation or "")
            for marker in (*markers_of(row, noun=True), *((away,) if away else ())):
                found = slot(sentence, noun, marker)
                if found is not None:
                    yield found
    for marker in _AGAINST:
        found = slot(sentence, item, marker)
        if found is not None:
            yield found


def _sends(deed: Item) -> bool:
    """Whether behind the deed stands what one acts with: هدد *بإرسال* قوات فرنسية إلى تونس."""
    done = [row for row in deed.rows if row.relation is not None]
    return any(row.relation == "deployed-to" for row in done) and all(
        "direct" not in markers_of(row, noun=True) for row in done
    )


def _done_to_him(deed: Item, subjects: list[Entity]) -> bool:
    """Whether a pronoun on the deed tells to whom it would be done: هدد *بمقاضاتها*."""
    if deed.pronoun in ("", "1") or any(may_mean(one, deed.pronoun) for one in subjects):
        return False
    done = [row for row in deed.rows if row.relation is not None]
    return bool(done) and all("direct" in row.object and row.idafa != "subject" for row in done)


def _struck(sentence: Sentence, verb: Item, subjects: list[Entity]) -> Hit:
    """Return the object of a hostile verb behind أن: هددت بأن *تقصف المدينة*.

    It may also leave somebody, stop its deeds for him or act against him: بأن تنسحب *من الحلف*,
    بأن توقف تعاونها *مع تونس*, بأن ترد *على تونس*.
    """
    for row in verb.rows:
        hostile = vocabulary()[row.relation] if row.relation is not None else None
        if hostile is None or (hostile.sign >= 0 and hostile.id not in _LEAVES):
            continue
        markers = markers_of(row, noun=False)
        item, who, _ = object_of(sentence, verb, hostile, markers, subjects, row=row)
        if who:
            return item, who
    subject = sentence.clause_of[verb.index].subject
    claimed = frozenset({subject.index}) if subject is not None else frozenset[int]()
    deed = slot(sentence, verb, "direct", claimed=claimed)
    aims = _hit_by(sentence, verb, deed, subjects) if deed is not None and deed.kind == "N" else ()
    against = (slot(sentence, verb, marker) for marker in _AGAINST)
    for hit in (*aims, *against):
        if hit is not None and hit.kind == "M":
            who = entities(sentence, hit, tuple(subjects))
            if who:
                return hit, who
    return None, []


def fought_before(item: Item, subjects: list[Entity], earlier: list[Found]) -> list[Entity]:
    """Return against whom the verb before was, with which a threat goes on: عاقبت غانا *وهددت*."""
    mine = (one for one in reversed(earlier) if one.subject in subjects)
    last = next(mine, None) if item.conj == "و" else None
    if last is None or last.modality == "negated":
        return []
    hostile = vocabulary()[last.predicate]
    done = hostile.sign < 0 and not hostile.symmetric and not hostile.structural
    return [last.object] if done and hostile.relation_class != "REJECT" else []
