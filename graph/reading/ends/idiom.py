"""Idiom: the rows that the nouns by a predicate make, and those that they rule out."""

from itertools import takewhile

from ....schema import ActorKind, vocabulary
from ..records.agreement import pronoun_fits
from ..records.clauses import Sentence
from ..records.items import Item, Row, classes_of
from ..records.stems import folded, stems
from ..words.rows import Verb
from .slots import following, markers_of, slot

_TOWARDS = frozenset({"إلى", "ل", "على", "ضد", "مع", "by"})
_REFUSED = ("direct", "gen", "على", "ب", "من", "عن")  # markers of what is refused
_BARE = ("M", "N", "O")
# What may be a noun of an idiom: قرار *غير* مبرر, *من شأن*.
_NAMING = frozenset({"O", "N", "M", "P", "adv", "prep", "doubt", "negnoun"})
_STOPS = frozenset({"V", "rel", "sub", "if"})
_REASONS = frozenset({"ل", "cause", "purpose", "time"})
_PLAYED = frozenset({"met-with", "attacked", "opposes", "seized", "received"})


def drop_unfit(sentence: Sentence) -> list[tuple[Item, str, str]]:
    """Take from the predicates the rows whose idiom the words around them do not make.

    Return what was dropped: the item, the id of the row, and why.
    """
    dropped: list[tuple[Item, str, str]] = []
    game: bool | None = None
    for item in sentence.items:
        if not item.rows:
            continue
        kept: list[Row] = []
        for row in item.rows:
            why = unfit(sentence, item, row)
            if row.relation in _PLAYED:
                game = _of_a_game(sentence) if game is None else game
                why = "it is a game that is spoken of" if game else why
            if why:
                dropped.append((item, row.id, why))
            else:
                kept.append(row)
        kept = [row for row in kept if isinstance(row, Verb) and row.refused] or kept
        if len(kept) > 1:
            kept.sort(key=lambda row: not row.with_nouns)  # the narrow first: of equals it wins
        item.rows = tuple(kept)
    return dropped


def _of_a_game(sentence: Sentence) -> bool:
    games = sentence.scene.function("games").keys()
    if games.isdisjoint(sentence.stems):
        return False
    keys = [item.key for item in sentence.items]
    return not all(map(games.isdisjoint, map(stems, keys)))


def stating(sentence: Sentence, item: Item) -> list[Row]:
    """Return the rows of relations whose sense the nouns by the predicate leave: *شن* غارة."""
    rows = (row for row in item.rows if row.relation is not None)
    return [row for row in rows if not unfit(sentence, item, row)]


def verb_tells(sentence: Sentence, noun: Row, verb: Item) -> bool:
    """Whether the verb that lends a noun its doer says what is done: *شنت* حملة على القرية."""
    if noun.id not in sentence.scene.function("told_by_verb"):
        return False
    return any(r.relation is not None and vocabulary()[r.relation].sign < 0 for r in verb.rows)


def unfit(sentence: Sentence, item: Item, row: Row) -> str:
    """Return why the nouns by the predicate give it another sense than the row's, if they do."""
    gathers = isinstance(row, Verb) and row.gathers  # its noun is its subject
    if item.kind != "V" and (gathers or (isinstance(row, Verb) and row.sends)):
        return "only its verb tells of a meeting or an envoy"
    if row.with_nouns and not gathers:
        spots = markers_of(row, noun=item.kind == "N")  # *نفي* مالطا لاتهامات المغرب
        denied = (*spots, "gen") if row.relation == "denied" else ()
        if row.relation == "rejects" and "مع" in row.object:
            denied = _REFUSED  # not رفضت الانسحاب قبل التوصل *إلى اتفاق* مع مصر
        acts = row.id not in sentence.scene.function("done_by_things")
        given = row.relation == "arms" and acts  # نقلت *طائرة* الوزير إلى تونس: no arms
        if not has_noun(sentence, item, row.with_nouns, at=denied, acts=acts, given=given):
            return "none of its nouns stands by it"
    if isinstance(row, Verb):
        if row.also_nouns and not has_noun(sentence, item, row.also_nouns):
            return "none of its nouns stands by it"
        if row.intransitive and (item.pronoun or _takes_object(sentence, item)):
            return "it has a bare object"
        if not item.pronoun and row.id in sentence.scene.function("by_pronoun_only"):
            return "nothing told before is taken up"
        if row.refused and (item.kind != "V" or not sentence.clause_of[item.index].negated):
            return "it is not negated"
    if row.without_nouns and has_noun(sentence, item, row.without_nouns, titles=False):
        return "a noun stands by it that gives it another sense"
    return ""


def has_noun(
    sentence: Sentence,
    item: Item,
    nouns: tuple[str, ...],
    *,
    titles: bool = True,
    at: tuple[str, ...] = (),
    acts: bool = False,
    given: bool = False,
) -> bool:
    """Whether one of these nouns stands among the complements of the predicate.

    With `titles` it may be part of a person's office: نقل عن الناطق باسم *القوات* is no transport.
    It stands under one of the markers `at`, if any are given: نفى *اتهامات*, but نفى في *بيان*.
    With `acts` the subject does it with them, and is none: وجه *الجيش* إلى الحركة إنذارا.
    With `given` no subject at all is one, be it a thing.
    """
    wanted = folded(nouns)
    by_actors = "قوات" in wanted or "ارض" in wanted  # an army, a place
    of_arms = by_actors or "اسلحة" in wanted
    if not by_actors and wanted.isdisjoint(sentence.stems):
        return False  # most often none of them stands in the sentence
    behind = sentence.items[item.index + 1 : item.index + 9]
    if "ما" in wanted and any(o.kind == "rel" and o.key == "ما" for o in behind):
        return True  # نفى *ما* قاله
    clause = sentence.clause_of[item.index]
    first = clause.subject if clause.verb is item else None  # *السلاح* السوفياتي يتدفق
    if first is not None and (first.index > item.index or first.mention is not None or given):
        first = None
    meant = clause.antecedent or _taken_up(sentence, item)
    for before in (meant, first):  # *القيود* التي فرضتها
        if before is not None and _in_tokens(sentence, before, wanted):
            return True
    called = (
        token
        for other in _called(sentence, item)
        for token in sentence.scene.tokens[other.i : other.j]
    )
    if any(not wanted.isdisjoint(stems(token.key)) for token in called):
        return True
    for other in following(sentence, item):
        if other.kind == "P" and not other.det and "REQUEST" in classes_of(other):
            return False  # أرسلت مذكرة إلى لندن *طالبة* تسليم السفن
        done = given and other is clause.subject and clause.verb is item
        if done and not (item.passive or slot(sentence, item, "by")):
            continue  # but سُلمت *الأسلحة* من طرف ليبيا
        elsewhere = at and other.marker not in at  # but *باطلة*
        elsewhere = elsewhere and (other.kind == "N" or other.key not in wanted)
        if elsewhere or _of_another(item, other):
            continue
        # برقية *تهنئة* is one action noun; نفت فرنسا السلطان *إلى* مدغشقر, سقطت *في أيدي* الثوار
        if other.kind in _NAMING and not wanted.isdisjoint(stems(other.key)):
            return True
        if other.kind in ("N", "prep") and _in_tokens(sentence, other, wanted, 1):
            return True
        if other.kind == "M" and other.mention is not None:
            if of_arms and other.marker == "من" and other.mention.kind == "instrument":
                continue  # دعما *من مقاتلات فرنسا*: no arms; but أنزلته *من طائرة بريطانية*
            armed = other.mention.entity.kind == ActorKind.ARMED_GROUP
            if other is clause.subject and clause.verb is item and acts:
                if armed or _has_object(sentence, item, other):
                    continue  # أبعدت *السلطات* السلطان: no power that he is removed from
            elif _hands_over_too(sentence, item, other):
                continue  # سلمت كينيا *ومصر* صواريخ لتشاد
            elif "ارض" in wanted and other.marker == "direct" and _given_to(sentence, item):
                if other.mention.entity.kind in (ActorKind.PLACE, ActorKind.STATE):
                    return True  # سلمت بريطانيا *هونغ كونغ* للصين
                if other.mention.entity.person and "مطلوب" in wanted:
                    return True  # سلمت النمسا *كارل هوراك* إلى براغ
            if "قوات" in wanted and armed and other.marker not in _TOWARDS:
                return True  # but no forces are sent in أرسلت سلاحا *إلى الجيش*
            if other.mention.entity.person and (by_actors or not titles):
                if titles and other.mention.named is None and _is_a(sentence, other, wanted):
                    return True  # وجود أي *جندي مصري*
                continue  # the commander of the *forces*, the *major general*
            if other.mention.entity.person and other.mention.kind == "name":
                continue  # وصل *كمال* الراوي: no wealth; ordinary words make up a name
            if _in_tokens(sentence, other, wanted):
                return True
    return False


def _is_a(sentence: Sentence, item: Item, wanted: frozenset[str]) -> bool:
    """Whether the word for a man that opens his description is one of those."""
    return not wanted.isdisjoint(stems(sentence.scene.key(item.i)))


def _in_tokens(sentence: Sentence, item: Item, wanted: frozenset[str], first: int = 0) -> bool:
    """Whether one of the words, whatever its clitics, is a token of the item."""
    for token in sentence.scene.tokens[item.i + first : item.j]:
        if not wanted.isdisjoint(stems(token.key)):
            return True
    return False


def _taken_up(sentence: Sentence, item: Item) -> Item | None:
    """Return the noun that the pronoun on a verb takes up: *القيود* التي فرضتها.

    It may be the object of the verb before: أرسلت *قواتها* إلى تشاد ثم سحبتها.
    """
    clause = sentence.clause_of[item.index]
    outer = clause.parent
    if clause.verb is not item or item.pronoun in ("", "1") or outer is None:
        return None
    if clause.kind == "rel" and clause.opener is not None:
        before = reversed(sentence.items[max(0, clause.a - 4) : clause.a])
        last = next((o for o in before if o.kind in _BARE), None)
        head = last.head if last is not None and last.marker == "gen" else None
        return head if head is not None and pronoun_fits(head, item.pronoun) else last
    if outer.verb is None or clause.kind not in ("coord", "sub"):
        return None
    for other in sentence.items[outer.verb.index + 1 : clause.a]:
        bare = other.kind == "O" and other.marker == "direct" and other is not outer.subject
        if bare and pronoun_fits(other, item.pronoun):
            return other
    return None


def _given_to(sentence: Sentence, item: Item) -> bool:
    """Whether an actor to whom something is given stands behind the verb."""
    return any(o.kind == "M" and o.marker in ("ل", "إلى") for o in following(sentence, item))


def _hands_over_too(sentence: Sentence, item: Item, other: Item) -> bool:
    """Whether it is joined to the verb's subject: سلمت كينيا *ومصر* صواريخ."""
    clause = sentence.clause_of[item.index]
    first = clause.subject if clause.verb is item else None
    between = sentence.items[first.index : other.index] if first is not None else []
    return other.conj == "و" and bool(between) and all(o.kind == "M" for o in between)


def _has_object(sentence: Sentence, item: Item, subject: Item) -> bool:
    """Whether an actor besides the subject stands behind the verb as its bare object."""
    behind = following(sentence, item)
    return any(o.kind == "M" and o.marker == "direct" and o is not subject for o in behind)


def _takes_object(sentence: Sentence, item: Item) -> bool:
    """Whether a bare phrase besides its subject stands behind the verb: حمل *فرنسا* على الجلاء."""
    clause = sentence.clause_of[item.index]
    bare = [
        o
        for o in following(sentence, item)
        if o.marker == "direct" and o.kind in _BARE and o is not clause.subject and not o.conj
    ]
    unseen = clause.verb is item and clause.subject is None  # حمل *المحاضر* على الحكومة
    return len(bare) > unseen


def _of_another(item: Item, noun: Item) -> bool:
    """Whether it is of the deed that gives the reason: قدمت شكوى ... لقصف *طائراتها* القلعة."""
    deed = noun.head
    if deed is None or deed is item or deed.kind != "N" or deed.marker not in _REASONS:
        return False
    asked = deed.marker != "cause" and "REQUEST" in classes_of(item)  # نداء لإرسال *قوات*
    return bool(classes_of(deed)) and not asked


def _called(sentence: Sentence, item: Item) -> list[Item]:
    """Return what somebody or something is said to be: وصف القرار *بأنه خيانة*.

    What is described may be a clause of its own: وصف ما قالته تونس *بأنه خيانة*.
    """
    inner = False  # in such a clause, whose verb ends nothing
    for other in sentence.items[item.index + 1 : item.index + 14]:
        if other.kind == "an" and other.value == "ب":
            said = takewhile(
                lambda o: o.kind not in ("V", "mark"), sentence.items[other.index + 1 :]
            )
            return list(said)
        inner = inner or other.kind == "rel"
        if other.kind in _STOPS and not inner:
            return []
    return []
