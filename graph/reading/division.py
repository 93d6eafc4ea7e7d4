"""Division: where the clauses of a sentence begin and end.

A clause begins at a relative pronoun, a complementizer (أن), a subordinator, or a further finite
verb.
"""

from .agreement import may_be_subject, pronoun_fits
from .apposed import set_apart
from .arguments import modifies
from .clauses import Clause, Sentence
from .discourse import agrees
from .items import Item, is_goal, speaks
from .leftout import share_subject, take_up_later, who_may_go_on
from .pronouns import owner_of, settle_home
from .subjects import find_nominal_subject, find_subject, preposed

_GOES_ON = frozenset({"M", "N", "O", "P", "prep", "pron", "an", "quote"})
_WITH_VERB = frozenset({"neg", "doubt", "aux", "passive"})


def clauses_of(sentence: Sentence) -> None:
    """Divide a sentence into clauses and find their subjects."""
    _divide(sentence)
    homes = [o for o in sentence.items if o.mention is not None and o.mention.kind == "country"]
    for clause in sentence.clauses:
        for item in homes:
            if clause.a <= item.index < clause.b:
                settle_home(sentence, item)
        if clause.verb is not None:
            set_apart(sentence, clause)
            find_subject(sentence, clause)
        else:
            find_nominal_subject(sentence, clause)
    for item in homes:
        settle_home(sentence, item)
    for clause in reversed(sentence.clauses):
        share_subject(sentence, clause)
        take_up_later(sentence, clause)
    sentence.discourse.subjects = who_may_go_on(sentence) or sentence.discourse.subjects


def _divide(sentence: Sentence) -> None:
    current = Clause("main", 0, 0)
    sentence.clauses.append(current)
    for item in sentence.items:
        outer = _taken_up_again(sentence, current, item) or _after_aside(sentence, current, item)
        if outer is not None:
            current = outer
        opened = _opening(sentence, current, item)
        if opened is not None:
            if item.kind == "V":
                _begin_before(sentence, current, opened, item)
            current = opened
            sentence.clauses.append(current)
        if item.kind == "V" and current.verb is None:
            current.verb = item
        sentence.clause_of.append(current)
        current.b = item.index + 1
    for clause in sentence.clauses:
        if clause.verb is not None:
            _mood(sentence, clause)


def _begin_before(sentence: Sentence, current: Clause, opened: Clause, verb: Item) -> None:
    """Let a further verb's clause begin with its negation, and with the actors that lead it."""
    k = verb.index
    while k > current.a + 1 and sentence.items[k - 1].kind in _WITH_VERB:
        k -= 1
    leader = _leader(sentence, current, verb) if opened.kind == "coord" else None
    if leader is not None:
        k = leader
        for item in sentence.items[leader : verb.index]:
            if item.kind == "M":
                item.marker = "direct"
    if k < verb.index and sentence.clause_of[k] is current:
        opened.a, current.b = k, k
        for n in range(k, verb.index):
            sentence.clause_of[n] = opened


def _leader(sentence: Sentence, current: Clause, verb: Item) -> int | None:
    """Return the first of the actors right before a further verb that lead its clause.

    So it is in "، أما *بريطانيا* فلم تتدخل" and in "أنقرة تدين أثينا *وصوفيا* تهدد بلغراد".
    """
    person = verb.feats.split()[1]
    k = verb.index - 1
    while k > current.a and sentence.items[k].kind in (*_WITH_VERB, "adv", "T"):
        k -= 1
    item = sentence.items[k]
    if item.kind != "M" or verb.conj == "و" or sentence.clause_of[k] is not current:
        return None
    if current.verb is not None and k <= current.verb.index:
        return None
    if not may_be_subject(item, person, before=True):
        return None
    assert item.mention is not None
    if item.conj and not item.mention.prep and not verb.conj:
        if item.marker == "بين" and not _joined_actor(sentence.items[k - 1]):
            return None  # the second of the two that "between" needs
        while person[2] in "dp" and _joined_actor(sentence.items[k - 1]):
            k -= 1
        return k
    before = sentence.items[k - 1]
    apart = before.kind in ("mark", "sub", "quote") or before.key in ("اما", "واما")
    if before.kind == "aux" and before.conj:
        return k - 1 if item.marker in ("direct", "gen") else None  # *وكانت باريس* قد رفضت
    return k if apart and item.marker in ("direct", "gen") else None


def _joined_actor(item: Item) -> bool:
    return item.kind == "M" and bool(item.conj) and item.mention is not None


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


def _after_aside(sentence: Sentence, current: Clause, item: Item) -> Clause | None:
    """Return the outer clause that goes on behind the comma that closes a relative clause.

    Behind "X, who was in session until late, *Turkey* to ..." the verb before X has its object.
    """
    k = item.index
    if k < 2 or item.conj or item.kind not in _GOES_ON or not _comma(sentence.items[k - 1]):
        return None
    aside: Clause | None = current
    while aside is not None and aside.kind != "rel":
        aside = aside.parent
    if aside is None or aside.parent is None:
        return None
    if aside.opener is None and _set_apart(sentence, aside.a):
        return aside.parent  # في بيان أذاعه الراديو، *أن*
    if k - aside.a < 3:
        return None
    opener = aside.a
    apart = opener > 0 and (_comma(sentence.items[opener - 1]) or _in_apposition(sentence, aside))
    outer = aside.parent
    if outer.verb is None or not (apart or _still_waits(sentence, outer, item)):
        return None
    return outer


def _in_aside(sentence: Sentence, current: Clause, verb: Item) -> bool:
    """Whether the verb describes an indefinite noun in an aside: ، في بيان *أذاعه* الراديو،."""
    noun = sentence.items[verb.index - 1]
    if verb.conj or noun.kind not in ("O", "N") or noun.det or noun.pronoun:
        return False
    if noun.j != verb.i or sentence.clause_of[noun.index] is not current:
        return False
    return _set_apart(sentence, verb.index)


def _set_apart(sentence: Sentence, at: int) -> bool:
    """Whether the noun before an item stands under a preposition that a comma sets apart."""
    for item in reversed(sentence.items[max(0, at - 5) : at]):
        if item.kind == "prep":
            return item.index > 0 and _comma(sentence.items[item.index - 1])
        if item.kind not in ("O", "N", "A"):
            return False
    return False


def _in_apposition(sentence: Sentence, aside: Clause) -> bool:
    """Whether it describes an office named behind a comma: سالم الراوي، رئيس الوفد الذي ...،."""
    actor = aside.antecedent or sentence.items[aside.a - 1]
    if actor.kind != "M":
        return False
    return any(token.key in ("،", ",") for token in sentence.scene.tokens[actor.i : actor.j])


def _comma(item: Item) -> bool:
    return item.kind == "mark" and item.key in "،,"


def _still_waits(sentence: Sentence, clause: Clause, item: Item) -> bool:
    """Whether the clause's verb has not yet got what stands under the item's marker."""
    assert clause.verb is not None
    marker = item.value if item.kind == "prep" else item.marker
    if not any(marker in row.object for row in clause.verb.rows if row.relation is not None):
        return False
    return not any(
        other.marker == marker and other.kind in ("M", "N", "O", "pron")
        for other in sentence.items[clause.verb.index + 2 : clause.b]
        if sentence.clause_of[other.index] is clause
    )


def _opening(sentence: Sentence, current: Clause, item: Item) -> Clause | None:
    """Return the clause that this item opens, if it opens one."""
    at = item.index
    if item.kind == "rel":
        antecedent = _antecedent(sentence.items, at)
        return Clause("rel", at, at, current, item, antecedent)
    if item.kind == "self" and item.conj == "و" and current.kind in ("main", "coord"):
        actor = _antecedent(sentence.items, at)
        if actor is not None and actor.kind == "M":
            return Clause("rel", at, at, current, item, actor)
    if item.conj == "و" and is_goal(item) and at and sentence.items[at - 1].kind == "mark":
        return Clause("goal", at, at, current)  # ، والهدف منها ...
    if item.kind == "sub" and _joins(sentence, current, item):
        return None
    if item.kind in ("an", "sub", "if"):
        return Clause(item.kind, at, at, current, item)
    if item.kind == "V" and _in_aside(sentence, current, item):
        return Clause("rel", at, at, current, None, sentence.items[at - 1])
    if item.kind == "V" and (current.verb is not None or _second_headline(sentence, current, item)):
        waiting = _waiting(sentence, current, item)
        if waiting is not None:
            clause = Clause("main", at, at, waiting.parent, None, waiting.antecedent)
            clause.leader = preposed(sentence, waiting, item)
            return clause
        described = _described(sentence, current, item)
        if described is not None:
            return Clause("rel", at, at, current, None, described)
        parent = _joined_to(current, item)
        clause = Clause("coord", at, at, parent)
        clause.antecedent = current.antecedent if current.kind in ("rel", "coord") else None
        return clause
    return None


def _described(sentence: Sentence, current: Clause, verb: Item) -> Item | None:
    """Return the indefinite noun that a verb right behind it describes: طلبا *قدمته* بريطانيا."""
    if verb.conj or current.verb is None:
        return None
    for item in reversed(sentence.items[current.verb.index + 1 : verb.index]):
        if item.det or item.pronoun or item.kind not in ("O", "N", "A"):
            return None
        behind = sentence.items[item.index + 1]
        if behind.head is not item and item.kind != "A" and behind.i == item.j:
            if not modifies(sentence, item):
                return item
    return None


def _joins(sentence: Sentence, current: Clause, then: Item) -> bool:
    """Whether "then" joins an actor to another: تحالفت مع صربيا *ثم* مع اليونان.

    If so it counts as "and" from here on.
    """
    behind = sentence.items[then.index + 1 : then.index + 4]
    if then.key.lstrip("وف") != "ثم" or len(behind) < 2:
        return False
    lead = behind[0]
    actor, after = (behind[1], behind[2:]) if lead.kind == "prep" else (lead, behind[1:])
    if actor.kind != "M" or lead.conj or (after and after[0].kind == "V" and not after[0].conj):
        return False
    for item in reversed(sentence.items[current.a : then.index]):
        if item.kind == "M" and item.marker == actor.marker:
            then.kind, lead.conj, actor.conj = "join", "و", "و"
            return True
        if item.kind in ("V", "N", "P", "an"):
            return False
    return False


def _joined_to(current: Clause, verb: Item) -> Clause:
    """Return the clause that a further verb goes on with: the last, or the one around it.

    Behind "he said that A had attacked B" a verb of saying goes on with "he said", any other
    with "A had attacked", unless only one of the two agrees with it.
    """
    inner = current
    while inner.kind == "coord" and inner.parent is not None:
        inner = inner.parent
    outer = inner.parent
    if outer is None or inner.kind not in ("rel", "an"):
        return current
    if inner.kind == "rel" or inner.verb is None or outer.verb is None:
        return outer if inner is current else current
    person = verb.feats.split()[1]
    inner_fits = person == inner.verb.feats.split()[1]
    outer_fits = person == outer.verb.feats.split()[1]
    if inner_fits != outer_fits:
        return current if inner_fits else outer
    tense = verb.feats.split()[0]
    goes_out = speaks(verb) and not verb.future and tense == outer.verb.feats.split()[0]
    return outer if not inner_fits or goes_out else current


def _second_headline(sentence: Sentence, current: Clause, verb: Item) -> bool:
    """Whether an actor before the verb leads off a second statement: لقاء في بون *وصوفيا* تدين."""
    before = sentence.items[verb.index - 1] if verb.index else None
    if before is None or not _joined_actor(before) or before.marker in ("direct", "gen"):
        return False
    if preposed(sentence, current, verb) is not None:
        return False
    return current.kind == "main" and _leader(sentence, current, verb) is not None


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
    gender = "f" if key.startswith(("الت", "الل", "هي")) else "m"
    plural = key in ("الذين", "هم")
    if key in ("من", "ما"):
        return None
    if at > 1 and items[at - 1].kind == "self" and items[at - 2].kind in ("M", "O", "N", "an"):
        return items[at - 2]  # *إريتريا* هي التي ترفض, *بأنه* هو الذي قصف
    for item in reversed(items[max(0, at - 8) : at]):
        if item.kind == "M" and item.mention is not None:
            entity = item.mention.entity
            if agrees(entity, gender, "p" if plural else "s") or item.mention.kind == "sides":
                return item
            if item is items[at - 1] and not plural and pronoun_fits(item, gender + "s"):
                return item  # الجمهورية اليمنية *التي*, though Yemen is masculine
        elif item.kind in ("O", "N") and item.marker != "gen" and item.feats:
            if item.kind == "O" and owner_of(items, item) is not None:
                continue
            if item.feats[:1] == gender or item.feats[1:2] == "p" or item.feats == "bp":
                return item
        elif item.kind in ("V", "an", "sub"):
            return None
    return None


def _ought(sentence: Sentence, opener: Item) -> bool:
    """Whether an أن-clause says what is to be done: *ينبغي* أن, *يجب* على فرنسا أن."""
    for item in reversed(sentence.items[max(0, opener.index - 5) : opener.index]):
        if item.kind == "duty":
            return True
        if item.kind in ("V", "mark", "an", "sub"):
            return False
    return False


def _mood(sentence: Sentence, clause: Clause) -> None:
    """Note negation and doubt around the verb, and doubt that the clause stands under."""
    verb = clause.verb
    assert verb is not None
    for item in sentence.items[max(clause.a, verb.index - 5) : verb.index]:
        helped = sentence.items[item.index + 1].kind == "aux"  # *لم* تكن مصر قد اعترفت
        if item.kind == "neg" and (helped or item.index >= verb.index - 2):
            clause.negated = True
        elif item.kind == "doubt" and item.index >= verb.index - 3:
            perfect = verb.feats.startswith("pf")
            clause.doubtful = not (item.value in ("قد", "لقد") and perfect)
    if clause.negated:
        _except(sentence, clause, verb)
    if clause.kind == "if":
        clause.doubtful = True
    opener = clause.opener
    if clause.kind == "an" and opener is not None:
        clause.wished = _ought(sentence, opener)
        for item in sentence.items[max(0, opener.index - 3) : opener.index]:
            if item.key in sentence.scene.function("scheduled"):
                clause.scheduled = True
            elif item.kind in ("doubt", "unreal") and item.value not in ("قد", "لقد"):
                clause.doubtful = True


def _except(sentence: Sentence, clause: Clause, verb: Item) -> None:
    """Take back the negation of what is denied of all but one: لم تعترف بها *إلا* تركيا."""
    for item in sentence.items[verb.index + 1 : clause.b - 1]:
        if item.kind == "prep" and item.value == "except":
            only = sentence.items[item.index + 1]
            if sentence.items[item.index - 1].kind == "O" and only.kind != "M":
                return  # لم أطلب شيئا *سوى* الوقت
            clause.negated = False
            if only.marker == "except":
                only.marker, clause.excepted = "direct", only
            return
