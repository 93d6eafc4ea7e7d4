"""The same object: whom a pronoun means since the same was done, or said, to somebody before."""

from ..records.agreement import pronoun_fits
from ..records.clauses import Clause, Sentence
from ..records.items import Item


def same_object(item: Item, clause: Clause | None) -> Clause | None:
    """Return the clause before whose verb has the same pronoun: هنأ*ه* الوزير ودعا*ه* الملك."""
    if item.kind != "V" or not item.conj or clause is None or clause.verb is not item:
        return None
    before = clause.parent
    if before is None or before.verb is None or before.verb.pronoun != item.pronoun:
        return None
    return before if clause.subject is not None and not clause.inherited else None


def of_same_deed(sentence: Sentence, item: Item, feats: str) -> Item | None:
    """Return to whom the same was done before: اعترفت *بالحكومة* بعد أن اعترفت ب*ها* تونس."""
    clause = sentence.clause_of[item.index]
    verb = clause.verb
    if verb is None or item.kind not in ("V", "pron") or (item.kind == "V" and verb is not item):
        return None
    marker = item.marker if item.kind == "pron" else "direct"
    rows = {row.id for row in verb.rows if row.relation is not None}
    for earlier in reversed(sentence.clauses[: sentence.clauses.index(clause)]):
        if earlier.verb is None or rows.isdisjoint(row.id for row in earlier.verb.rows):
            continue
        for other in sentence.items[earlier.verb.index + 1 : earlier.b]:
            named = other.kind in ("M", "O", "N") and other.marker == marker
            if named and other is not earlier.subject:
                return other if pronoun_fits(other, feats) else None
    return None
