"""Timing: which of the dates in a sentence a claim belongs to."""

from ..dates.dates import FoundDate
from .clauses import Clause, Sentence
from .items import Item

_WHEN = frozenset({"حين", "عندما", "حينما", "لما", "اذ", "يوم"})


def date_of(sentence: Sentence, item: Item) -> FoundDate | None:
    """Return the date of the clause that an item stands in, or of one told as of the same time.

    "Broke with the alliance in May 1915 and attacked Austria": the date of the first holds for
    the second, unless that says what had been before.
    """
    clause: Clause | None = sentence.clause_of[item.index]
    while clause is not None:
        found = _within(sentence, clause, item)
        if found is None:
            together = (c for c in sentence.clauses if c.parent is clause and _opens(c, _WHEN))
            found = next(filter(None, (_within(sentence, c, item) for c in together)), None)
        if found is not None:
            return found
        clause = clause.parent if _goes_on(sentence, clause) else None
    return None


def _within(sentence: Sentence, clause: Clause, item: Item) -> FoundDate | None:
    """Return the date in a clause that stands nearest to the item."""
    tokens, scene = sentence.scene.tokens, sentence.scene
    found: list[tuple[int, FoundDate]] = []
    for date in scene.dates:
        at = next((o for o in sentence.items if tokens[o.j - 1].end > date.start), None)
        named = at is not None and at.kind == "M"  # لويجي دي *مايو*, قوى *14 آذار*
        if at is not None and not named and sentence.clause_of[at.index] is clause:
            found.append((abs(at.index - item.index), date))
    return min(found, key=lambda pair: pair[0])[1] if found else None


def _opens(clause: Clause, words: frozenset[str]) -> bool:
    return clause.kind == "sub" and clause.opener is not None and clause.opener.value in words


def _goes_on(sentence: Sentence, clause: Clause) -> bool:
    """Whether the clause tells what happened at the time of the one around it."""
    verb = clause.verb
    if verb is None or clause.parent is None or not verb.feats.startswith("pf"):
        return False
    if any(o.kind == "aux" for o in sentence.items[clause.a : verb.index]):
        return False  # وكان قد زارها
    bare = verb.conj == "" and clause.a == verb.index
    return _opens(clause, _WHEN) or (clause.kind == "coord" and (verb.conj in ("و", "ف") or bare))
