"""Gotten: who gets something by an action noun, and from whom: *تلقي* الحركة أسلحة من فرنسا."""

from ..ends.arguments import entities
from ..ends.ownership import owners
from ..ends.slots import genitives, slot
from ..records.clauses import Sentence
from ..records.ends import Bound, Ends
from ..records.items import Item
from ..words.rows import Verb
from .doers import genitive_of


def gotten_ends(sentence: Sentence, item: Item, row: Verb, given: Bound | None) -> Ends:
    """Return who gives by an action noun, and who gets: its owner, or who is said to do it."""
    nouns = (item, *genitives(sentence, item))  # شراء *أسلحة* من فرنسا
    found = ((slot(sentence, noun, by, row=row), by) for by in row.agent for noun in nouns)
    giver, marker = next(((one, by) for one, by in found if one is not None), (None, ""))
    genitive = genitive_of(sentence, item)
    getter = genitive if genitive is not giver else None
    if given is not None and given.subjects and not item.pronoun:
        getters, getter = list(given.subjects), given.subject_item
    else:
        getters = owners(sentence, item, getter, [], None)
    givers = entities(sentence, giver, tuple(getters)) if giver is not None else []
    return Ends(givers, getters, giver, getter, marker)
