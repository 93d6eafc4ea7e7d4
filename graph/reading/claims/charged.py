"""Charged: what a charge says that somebody did: وجه إلى السودان تهمة *دعم* المتمردين."""

from ..ends.arguments import entities
from ..ends.slots import slot
from ..records.clauses import Sentence
from ..records.ends import Bound
from ..records.items import Item
from ..records.stems import is_in
from ..words.rows import EventNoun

_WHOM = ("إلى", "ل", "ضد", "على")


def hand_charge(sentence: Sentence, charge: Item) -> None:
    """Let whoever is charged do what the charge names, as the one says who brings it.

    Whoever denies or faces a charge is the one charged: نفت فرنسا *تهمة دعم* الحركة.
    """
    deed = charged_with(sentence, charge)
    given = sentence.bound.get(charge.index)
    if deed is None or deed.index in sentence.bound:
        return
    if given is not None and given.light and given.subjects:
        found = (slot(sentence, given.by, marker) for marker in _WHOM)
        whom = next((one for one in found if one is not None and one.kind == "M"), None)
        who = entities(sentence, whom) if whom is not None else []
        if whom is not None and who:
            speech = (given.subjects[0], "asserts")
            sentence.bound[deed.index] = Bound(
                charge, given.row, who, [], whom, modality=given.modality, speech=speech
            )
        return
    clause = sentence.clause_of[charge.index]
    verb, who_denies = clause.verb, clause.subject_entity
    if verb is None or verb.passive or who_denies is None or charge.marker != "direct":
        return
    rows = [row for row in verb.rows if not isinstance(row, EventNoun)]
    if any(row.speech == "denies" for row in rows) and rows:
        mine = Bound(verb, rows[0], [who_denies], [], clause.subject, speech=(who_denies, "denies"))
        sentence.bound[deed.index] = mine


def charged_with(sentence: Sentence, charge: Item) -> Item | None:
    """Return the deed that the charge names right behind, a quotation mark aside."""
    if not is_in(charge, sentence.scene.function("charge_words")) or charge.pronoun:
        return None
    for other in sentence.items[charge.index + 1 : charge.index + 3]:
        if other.kind == "N" and other.rows and not other.conj:
            return other if other.marker in ("gen", "direct", "ب") else None
        if other.kind != "quote":
            return None
    return None
