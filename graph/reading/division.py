"""Division: where the clauses of a sentence begin and end.

A clause begins at a relative pronoun, a complementizer (أن), a subordinator, or a further finite
verb.
"""

from .agreement import may_be_subject
from .clauses import Clause, Sentence
from .discourse import agrees
from .items import Item, is_goal
from .pronouns import owner_of
from .subjects import find_subject, preposed


def clauses_of(sentence: Sentence) -> None:
    """Divide a sentence into clauses and find their subjects."""
    _divide(sentence)
    for clause in sentence.clauses:
        if clause.verb is not None:
            find_subject(sentence, clause)


def _divide(sentence: Sentence) -> None:
    current = Clause("main", 0, 0)
    sentence.clauses.append(current)
    for item in sentence.items:
        outer = _taken_up_again(sentence, current, item)
        if outer is not None:
            current = outer
        opened = _opening(sentence, current, item)
        if opened is not None:
            if opened.kind == "coord":
                _lead(sentence, current, opened, item)
            current = opened
            sentence.clauses.append(current)
        if item.kind == "V" and current.verb is None:
            current.verb = item
        sentence.clause_of.append(current)
        current.b = item.index + 1
    for clause in sentence.clauses:
        if clause.verb is not None:
            _mood(sentence, clause)


def _lead(sentence: Sentence, current: Clause, opened: Clause, verb: Item) -> None:
    """Let the actor right before a further verb lead its clause: ، أما بريطانيا *فلم تتدخل*."""
    person = verb.feats.split()[1]
    k = verb.index - 1
    while k > current.a and sentence.items[k].kind in ("neg", "doubt", "aux", "adv", "T"):
        k -= 1
    item = sentence.items[k]
    if item.kind != "M" or item.marker not in ("direct", "gen") or verb.conj == "و":
        return
    if (
        current.verb is None
        or k <= current.verb.index
        or not may_be_subject(item, person, before=True)
    ):
        return
    before = sentence.items[k - 1]
    if not (item.conj or before.kind in ("mark", "sub", "quote") or before.key in ("اما", "واما")):
        return
    if sentence.clause_of[k] is not current:
        return
    opened.a, current.b = k, k
    item.marker = "direct"
    for n in range(k, verb.index):
        sentence.clause_of[n] = opened


def _taken_up_again(sentence: Sentence, current: Clause, item: Item) -> Clause | None:
    """Return the outer clause that "، and the opening to" goes on with after a relative clause."""
    if item.kind != "N" or item.conj != "و" or current.kind != "rel" or current.parent is None:
        return None
    if sentence.items[item.index - 1].kind != "mark":
        return None
    for other in sentence.items[: item.index]:
        same = other.index < len(sentence.clause_of) and (
            sentence.clause_of[other.index] is current.parent
        )
        if same and other.kind == "N" and other.det == item.det and other.marker == item.marker:
            return current.parent
        if same and other.kind == "N" and other.det == item.det and item.marker == "direct":
            item.marker = other.marker
            return current.parent
    return None


def _opening(sentence: Sentence, current: Clause, item: Item) -> Clause | None:
    """Return the clause that this item opens, if it opens one."""
    at = item.index
    if item.kind == "rel":
        antecedent = _antecedent(sentence.items, at)
        return Clause("rel", at, at, current, item, antecedent)
    if item.conj == "و" and is_goal(item) and at and sentence.items[at - 1].kind == "mark":
        return Clause("goal", at, at, current)  # ، والهدف منها ...
    if item.kind in ("an", "sub", "if"):
        return Clause(item.kind, at, at, current, item)
    if item.kind == "V" and current.verb is not None:
        waiting = _waiting(sentence, current, item)
        if waiting is not None:
            return Clause("main", at, at, waiting.parent, None, waiting.antecedent)
        parent = current.parent if current.kind in ("rel", "an") else current
        clause = Clause("coord", at, at, parent or current)
        clause.antecedent = current.antecedent if current.kind in ("rel", "coord") else None
        return clause
    return None


def _waiting(sentence: Sentence, current: Clause, item: Item) -> Clause | None:
    """Return the outer clause whose own verb this is: الرئيس الذي زار ... *أعلن*."""
    if item.conj or current.kind not in ("rel", "sub", "an"):
        return None
    outer = current.parent
    while outer is not None:
        if outer.verb is None and preposed(sentence, outer, item) is not None:
            return outer
        outer = outer.parent
    return None


def _antecedent(items: list[Item], at: int) -> Item | None:
    """Return the noun phrase before a relative pronoun that agrees with it."""
    key = items[at].key
    gender = "f" if key.startswith(("الت", "الل")) else "m"
    plural = key == "الذين"
    if key in ("من", "ما"):
        return None
    for item in reversed(items[max(0, at - 8) : at]):
        if item.kind == "M" and item.mention is not None:
            entity = item.mention.entity
            if agrees(entity, gender, "p" if plural else "s") or item.mention.kind == "sides":
                return item
        elif item.kind in ("O", "N") and item.marker != "gen" and item.feats:
            if item.kind == "O" and owner_of(items, item) is not None:
                continue
            if item.feats[:1] == gender or item.feats[1:2] == "p" or item.feats == "bp":
                return item
        elif item.kind in ("V", "an", "sub"):
            return None
    return None


def _mood(sentence: Sentence, clause: Clause) -> None:
    """Note negation and doubt around the verb, and doubt that the clause stands under."""
    verb = clause.verb
    assert verb is not None
    for item in sentence.items[max(clause.a, verb.index - 3) : verb.index]:
        if item.kind == "neg" and item.index >= verb.index - 2:
            clause.negated = True
        elif item.kind == "doubt":
            perfect = verb.feats.startswith("pf")
            clause.doubtful = not (item.value in ("قد", "لقد") and perfect)
    if clause.kind == "if":
        clause.doubtful = True
    opener = clause.opener
    if clause.kind == "an" and opener is not None:
        for item in sentence.items[max(0, opener.index - 3) : opener.index]:
            if item.kind in ("doubt", "unreal") and item.value not in ("قد", "لقد"):
                clause.doubtful = True
