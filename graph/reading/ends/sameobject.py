"""The same object: whom a pronoun means since the same was done, or said, to somebody before."""

from ..records.agreement import pronoun_fits
from ..records.clauses import Clause, Sentence
from ..records.entity import Entity, agrees, may_mean
from ..records.items import Item

_NEAR = 5  # items between a deed and whom it is done to
# Under these stands whom a verb concerns, and not where or whence it is done.
_CONCERNED = frozenset({"direct", "على", "ب", "إلى", "ل", "مع", "عن", "ضد", "تجاه", "حيال"})


def same_object(
    sentence: Sentence, item: Item, clause: Clause | None
) -> tuple[Clause, Item] | None:
    """Return the clause before whose verb has the same pronoun: هنأ*ه* الوزير ودعا*ه* الملك.

    There it may stand behind a preposition: هللت *له* القاهرة وهاجمت*ه* دمشق.
    """
    if item.kind != "V" or not item.conj or clause is None or clause.verb is not item:
        return None
    before = clause.parent
    if before is None or before.verb is None or clause.subject is None or clause.inherited:
        return None
    if before.verb.pronoun == item.pronoun:
        return before, before.verb
    behind = sentence.items[before.verb.index + 1 : before.verb.index + 2]
    alone = bool(behind) and behind[0].kind == "pron" and not before.inherited
    return (before, behind[0]) if alone and behind[0].value == item.pronoun else None


def of_same_deed(sentence: Sentence, item: Item, feats: str) -> Item | None:
    """Return to whom the same was done before: اعترفت *بالحكومة* بعد أن اعترفت ب*ها* تونس."""
    clause = sentence.clause_of[item.index]
    verb = clause.verb
    if verb is None or item.kind not in ("V", "pron") or (item.kind == "V" and verb is not item):
        return None
    marker = item.marker if item.kind == "pron" else "direct"
    rows = {row.id for row in verb.rows if row.relation is not None}
    if not rows:
        return None
    for earlier in reversed(sentence.clauses[: sentence.clauses.index(clause)]):
        if earlier.verb is None or rows.isdisjoint(row.id for row in earlier.verb.rows):
            continue
        for other in sentence.items[earlier.verb.index + 1 : earlier.b]:
            named = other.kind in ("M", "O", "N") and other.marker == marker
            if named and other is not earlier.subject:
                return other if pronoun_fits(other, feats) else None
    for noun in reversed(sentence.items[: verb.index]):
        if noun.kind == "N" and not rows.isdisjoint(row.id for row in noun.rows):
            for other in sentence.items[noun.index + 1 : noun.index + _NEAR]:
                if other.kind in ("M", "O", "N") and other.marker == marker != "direct":
                    return other if pronoun_fits(other, feats) else None  # الاعتراف *بها*
            return None
    return None


def object_of_main(sentence: Sentence, item: Item) -> Entity | None:
    """Return whom the main verb has for its object: دعا *الحكومة* إلى ...، محذرا إيا*ها* من."""
    clause, before = sentence.clause_of[item.index], sentence.items[item.index - 1]
    if item.kind != "pron" or item.marker != "direct" or before.kind != "P" or not before.index:
        return None
    verb, feats = clause.verb, item.value
    if verb is None or before.det or feats == "1":
        return None
    for other in sentence.items[verb.index + 1 : before.index]:
        if other.mention is None or other is clause.subject or other.marker != "direct":
            continue
        if sentence.clause_of[other.index] is clause and not other.conj:
            return other.mention.entity if agrees(other.mention.entity, *feats) else None
    return None


def object_of_words_before(item: Item, clause: Clause | None, sentence: Sentence) -> Entity | None:
    """Return whom the words said before are about: قال إن فرنسا تدعم *الحزب*، وإن ليبيا تسلح*ه*.

    So it is where the pronoun cannot mean who does it there.
    """
    opener = clause.opener if clause is not None else None
    if clause is None or opener is None or clause.kind != "an" or not opener.conj:
        return None
    if clause.verb is not item or item.pronoun in ("", "1") or clause.inherited:
        return None
    before = clause.parent
    if before is None or before.kind != "an" or before.verb is None:
        return None
    doer, feats = before.subject_entity, item.pronoun
    if doer is None or may_mean(doer, feats):
        return None
    for other in sentence.items[before.verb.index + 1 : before.b]:
        if other.mention is None or other is before.subject or other.marker != "direct":
            continue
        fits = may_mean(other.mention.entity, feats)
        return other.mention.entity if fits else None
    return None


def _of_another(clause: Clause, item: Item) -> bool:
    """Whether it is right behind the verb and not the subject's own: دربت السعودية *رجاله*."""
    who, verb = clause.subject_entity, clause.verb
    if who is None or verb is None or item.kind != "O" or item.index != verb.index + 1:
        return False
    return not agrees(who, item.pronoun[0], item.pronoun[1:2])


def object_before(sentence: Sentence, item: Item, clause: Clause | None) -> Entity | None:
    """Return whom the same subject's verb before had for its object: انتقد *فرنسا* واتهم*ها*.

    It may stand behind a preposition, and the pronoun too: حمل *على فرنسا* واستدعى سفيره *منها*.
    So it is with another's people, of whom the subject is none: مولت إيران *الحزب* ودربت *رجاله*.
    """
    outer = clause.parent if clause is not None else None
    if clause is None or clause.verb is None or outer is None or outer.verb is None:
        return None
    if outer.verb.pronoun:
        return None  # رواية كذبت*ها* كيغالي ووصفت*ها* بالتلفيق
    goes_on = clause.inherited and (clause.verb.conj or outer.kind == "sub")
    feats = item.value if item.kind == "pron" else item.pronoun
    if not goes_on or not feats or feats == "1":
        return None
    if not (clause.verb is item or item.kind == "pron" or _of_another(clause, item)):
        return None
    behind = max(outer.verb.index, outer.subject.index if outer.subject is not None else 0)
    for other in sentence.items[behind + 1 : item.index]:
        if sentence.clause_of[other.index] is outer and other.kind in ("M", "N", "O"):
            if other.nisba is not None and other.gender == feats[:1] and other.marker == "direct":
                return sentence.discourse.listed(other.nisba)  # انتقد *الموقف الفرنسي* واتهمه
            if other.kind == "N" and other.mention is None and other.marker in ("ب", "gen"):
                continue  # قام *بإلغاء* الاتفاق مع فرنسا وطالبها
            if other.mention is None or other.marker not in _CONCERNED:
                return None
            people = other.mention.kind == "nation" and feats == "mp"  # انتقد *الروس*
            fits = people or may_mean(other.mention.entity, feats)
            return other.mention.entity if fits else None
    return None
