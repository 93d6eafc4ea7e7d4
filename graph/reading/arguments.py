"""Arguments: which noun phrases fill the slots of a predicate."""

from collections.abc import Iterator
from functools import lru_cache
from itertools import takewhile

from ...schema import ActorKind, vocabulary
from .both import the_two
from .clauses import Clause, Sentence
from .discourse import Entity
from .items import Item, Row
from .pronouns import giver_entity, owner_of, pronoun_entity
from .rows import EventNoun, Verb
from .scene import Mention
from .text import fold

_REACH = 40  # items; an argument further away belongs to something else
_HOSTILE = frozenset(r.id for r in vocabulary().values() if r.sign < 0 and not r.symmetric)
_PHRASES = frozenset({"M", "N", "O", "P", "pron"})
_PLAYED = frozenset({"met-with", "attacked", "opposes", "seized", "received"})
_STOPS = frozenset({"V", "rel", "sub", "if"})


def markers_of(row: Row, *, noun: bool) -> tuple[str, ...]:
    """Return the markers under which the row's object may stand; of what is hostile, ضد too."""
    against = ("ضد",) if row.relation in _HOSTILE else ()
    if not noun or isinstance(row, EventNoun):
        return row.object + against
    if row.noun_object:
        return row.noun_object + against
    if "direct" in row.object:
        return (*dict.fromkeys((*row.object, "ل")), *against)
    return row.object + against


def following(sentence: Sentence, item: Item) -> list[Item]:
    """Return the items behind a predicate, up to the end of its clause."""
    found = sentence.behind.get(item.index)
    if found is None:
        found = sentence.behind[item.index] = list(_following(sentence, item))
    return found


def _following(sentence: Sentence, item: Item) -> Iterator[Item]:
    clause = sentence.clause_of[item.index]
    for other in sentence.items[item.index + 1 : item.index + _REACH]:
        if sentence.clause_of[other.index] is not clause:
            inner = sentence.clause_of[other.index]
            ends = other.kind == "V" and (inner.kind != "rel" or inner.b >= clause.b)
            if ends or _outside(inner, clause):
                return
            continue
        yield other


def _outside(inner: Clause, clause: Clause) -> bool:
    """Whether a later clause is no part of this one."""
    if inner.kind in ("sub", "if", "coord", "main", "an"):
        return True
    step: Clause | None = inner
    while step is not None:
        if step is clause:
            return False
        step = step.parent
    return True


def slot(
    sentence: Sentence,
    item: Item,
    marker: str,
    *,
    claimed: frozenset[int] = frozenset(),
    row: Row | None = None,
) -> Item | None:
    """Return the phrase that stands behind the predicate under this marker.

    A phrase belongs to the nearest predicate before it that takes its marker; nouns that are part
    of the row's own idiom (`with_nouns`), with their genitives, take none.
    """
    for other in following(sentence, item):
        if other.kind == "mark" and item.kind == "N":
            if marker == "direct" or _new_start(sentence, other):
                return None
        if other.marker != marker or other.kind not in _PHRASES or other.index in claimed:
            continue
        if other.kind == "P" and marker == "direct":
            continue
        if other.kind == "O" and marker == "direct" and modifies(sentence, other):
            continue
        nouns = (*row.with_nouns, *row.also_nouns) if isinstance(row, Verb) else ()
        if not _taken_before(sentence, item, other, marker, _folded(nouns)):
            return other
    return None


def _new_start(sentence: Sentence, mark: Item) -> bool:
    """Whether "، and ..." begins something else behind a mark, though no verb is known there."""
    after = sentence.items[mark.index + 1 : mark.index + 2]
    return bool(after) and after[0].kind in ("O", "N", "V") and bool(after[0].conj)


def modifies(sentence: Sentence, item: Item) -> bool:
    """Whether the word goes on with the noun phrase before it: an adjective or an adverb."""
    before = sentence.items[item.index - 1]
    if item.pronoun or _sure_noun(sentence, item):
        return False
    if before.kind == "T" and before.key.isdecimal():
        return False  # 58 *جنديا*
    if item.indefinite and item.topic is None and before.kind not in ("V", "N", "M"):
        return True
    behind = sentence.items[item.index + 1 : item.index + 2]
    if before.marker in ("ب", "time") and behind and behind[0].head is item:
        return False  # استنكرت بشدة *إقدام* بروسيا
    if before.kind == "M" and not item.det:  # an adverb; a name takes no indefinite adjective
        if not item.indefinite or is_one_of(item, tuple(sentence.scene.function("targets"))):
            return False
        return giver_entity(sentence, item) is None
    if owner_of(sentence.items, item) is not None:
        return False  # رفضت طوال يومين *مطالب* الحركة
    return (
        before.j == item.i
        and before.kind in ("O", "N", "M", "A")
        and (before.det or bool(before.pronoun)) == item.det
        and not item.conj
        and item.topic is None
    )


def _sure_noun(sentence: Sentence, item: Item) -> bool:
    """Whether it names a thing that acts or is acted upon, so that it is no adjective."""
    function = sentence.scene.function
    return is_one_of(item, (*function("targets"), *function("instruments")))


def _taken_before(
    sentence: Sentence, item: Item, other: Item, marker: str, collocates: frozenset[str]
) -> bool:
    """Whether a predicate between the two takes the phrase for itself."""
    start = item.index + 1
    for between in sentence.items[start : other.index] if collocates else ():
        if between.marker == "cause":
            break  # وقف التصدير إلى أمريكا بسبب *مساعداتها* لإسرائيل
        inside = between.marker == "gen" and between.head is sentence.items[start - 1]
        if _stems(between.key) & collocates or (inside and start > item.index + 1):
            start = between.index + 1  # up to here all is one idiom
    clause = sentence.clause_of[item.index]
    for between in sentence.items[start : other.index]:
        inside = sentence.clause_of[between.index] is clause
        if inside and between.kind in ("N", "P") and between.rows:
            if marker == "by" and (between.kind == "N" or between.passive):
                return True
            takes = {m for row in between.rows for m in markers_of(row, noun=True)}
            takes |= {m for row in between.rows for m in row.topic}
            if marker in takes and (marker != "direct" or between.marker != "gen"):
                return True
    return False


def group(sentence: Sentence, item: Item) -> list[Item]:
    """Return the item and the noun phrases joined to it: مصر *والأردن*."""
    found = [item]
    clause = sentence.clause_of[item.index]
    for other in sentence.items[item.index + 1 : item.index + 14]:
        last = found[-1]
        if other.kind == "M" and sentence.clause_of[other.index] is not clause:
            return found
        before = sentence.items[other.index - 1]
        again = before.kind == "prep" and before.conj == "و"  # إلى مصر *وإلى ليبيا*
        if other.kind == "prep" and other.conj == "و" and other.value == item.marker:
            continue
        if other.kind == "M" and (other.conj == "و" or again) and other.mention is not None:
            nxt = sentence.items[other.index + 1 : other.index + 2]
            if (
                nxt
                and nxt[0].kind == "V"
                and not nxt[0].conj
                and (sentence.clause_of[nxt[0].index].subject is other)
            ):
                return found  # the next clause's subject
            if other.mention.prep in ("", item.marker) and gapped(sentence, other) is None:
                found.append(other)
                continue
            return found
        if other.kind == "mark" and other.key in "،,":
            nxt = sentence.items[other.index + 1] if other.index + 1 < len(sentence.items) else None
            if (
                nxt is not None
                and nxt.kind == "M"
                and last.j == other.i
                and _list_goes_on(sentence, nxt)
            ):
                if not nxt.conj and nxt.mention is not None and not nxt.mention.prep:
                    found.append(nxt)
                continue
            return found
        if other.kind == "prep" and other.conj == "و" and other.value == item.marker:
            nxt = sentence.items[other.index + 1 : other.index + 2]
            if nxt and nxt[0].kind == "M":
                found.append(nxt[0])  # من مصر *ومن الأردن*
                continue
        if other in found or other.kind == "join":
            continue
        if other.kind in ("A", "O") and not other.conj and other.marker in ("", "direct", "gen"):
            if other.kind == "O" and not other.det:
                return found
            continue
        return found
    return found


def gapped(sentence: Sentence, item: Item) -> Item | None:
    """Return the noun that tells of this actor what a verb left out says: ، *وهافانا* بإرسال جنود.

    It stands under the same preposition as the noun behind the actor that the verb itself names.
    """
    after = [o for o in sentence.items[item.index + 1 : item.index + 3] if o.kind != "prep"]
    noun = after[0] if after and item.kind == "M" and item.conj == "و" else None
    if noun is None or noun.kind != "N" or noun.marker in ("direct", "gen") or noun.conj:
        return None
    clause = sentence.clause_of[item.index]
    for other in sentence.items[clause.a : item.index - 1]:
        if other.kind == "N" and other.marker == noun.marker and not other.conj:
            if sentence.clause_of[other.index] is clause:
                return noun
    return None


def _list_goes_on(sentence: Sentence, item: Item) -> bool:
    """Whether "A، B وC" follows, so that the comma joins."""
    for other in sentence.items[item.index : item.index + 5]:
        if other.kind == "M" and other.conj == "و":
            return True
        if other.kind not in ("M", "mark"):
            return False
    return False


def entities(sentence: Sentence, item: Item, without: tuple[Entity, ...] = ()) -> list[Entity]:
    """Return the actors that a phrase and those joined to it stand for."""
    if item.kind == "pron":
        return pronoun_entities(sentence, item.index, item.value, without)
    if item.kind in ("an", "sub"):
        found = pronoun_entity(sentence, item.index, item.pronoun, without)
        return [found] if found is not None else []
    if item.kind != "M":
        return _included(sentence, item) or _members(sentence, item)
    result: list[Entity] = []
    for one in group(sentence, item):
        assert one.mention is not None
        result += _both(sentence, one.mention, without)
    return [entity for entity in dict.fromkeys(result) if entity not in without]


def pronoun_entities(
    sentence: Sentence, index: int, feats: str, without: tuple[Entity, ...]
) -> list[Entity]:
    """Return whom a pronoun means: one actor, or two if it is a dual."""
    if feats[1:] == "d":
        return the_two(sentence, index, without)
    found = pronoun_entity(sentence, index, feats, without)
    return [found] if found is not None else []


def _both(sentence: Sentence, mention: Mention, without: tuple[Entity, ...]) -> list[Entity]:
    """Return the one or two that a mention stands for; a doer is none of the two he acts on."""
    two = (mention.entity, mention.other)
    if mention.both and any(one in without for one in two):
        two = sentence.discourse.two(mention.both, (), without) or two
    return [one for one in two if one is not None]


def _included(sentence: Sentence, item: Item) -> list[Entity]:
    """Return who is named as one of a group: كل الأطراف، بمن فيها *حفتر*."""
    clause = sentence.clause_of[item.index]
    for other in sentence.items[item.index + 1 : item.index + 12]:
        if other.kind in _STOPS or sentence.clause_of[other.index] is not clause:
            return []
        if other.kind == "incl":
            named = next(
                (i for i in sentence.items[other.index + 1 : other.index + 3] if i.kind == "M"),
                None,
            )
            return entities(sentence, named) if named is not None else []
        if other.kind == "M" and other.marker not in ("في", "gen"):
            return []
    return []


def _members(sentence: Sentence, item: Item) -> list[Entity]:
    """Return the body some of whose people are meant: ضباطا من *الجيش*, وفدا من *الحركة*."""
    after = [o for o in sentence.items[item.index + 1 : item.index + 4] if o.kind != "quote"]
    part = item.kind == "N" and all(isinstance(r, EventNoun) and r.describes for r in item.rows)
    if not (item.kind == "O" or part) or not after:
        return []
    counted = next((o for o in after if not (o.kind == "O" and o.marker == "gen")), item)
    if counted.mention is not None and counted.mention.kind == "counted":
        return [counted.mention.entity]  # *ثلاثة عشر* يابانيا
    if after[0].mention is not None and after[0].head is item and after[0].mention.entity.plural:
        if item.key.removesuffix("ة") in sentence.scene.function("numbers"):
            return [after[0].mention.entity]  # *ثلاثة* جنود بريطانيين
    if len(after) < 2:
        return []
    step, named = after[:2]
    if step.kind == "prep" and step.value == "من" and named.kind == "M" and named.mention:
        crowd = named.mention.kind == "role" and not named.mention.entity.person
        whole = crowd or named.mention.kind in ("body", "name", "nation")
        if whole and not item.det and not item.pronoun:  # not سحب *جيشها* من اليمن
            return [named.mention.entity]
    if step.kind == "prep" and step.value == "من" and named.pronoun not in ("", "1"):
        if is_one_of(named, tuple(sentence.scene.function("subjects"))):  # ثلاثة من رعاياها
            who = pronoun_entity(sentence, named.index, named.pronoun, ())
            return [who] if who is not None else []
    return []


def is_one_of(item: Item, nouns: tuple[str, ...]) -> bool:
    """Whether the item is one of these nouns, whatever its clitics."""
    return not _folded(nouns).isdisjoint(_stems(item.key))


def drop_unfit(sentence: Sentence) -> list[tuple[Item, str, str]]:
    """Take from the predicates the rows whose idiom the words around them do not make.

    Return what was dropped: the item, the id of the row, and why.
    """
    dropped: list[tuple[Item, str, str]] = []
    game: bool | None = None
    for item in sentence.items:
        kept: list[Row] = []
        for row in item.rows:
            if row.relation in _PLAYED and game is None:
                game = _of_a_game(sentence)
            played = game and row.relation in _PLAYED and "it is a game that is spoken of"
            if why := played or unfit(sentence, item, row):
                dropped.append((item, row.id, why))
            else:
                kept.append(row)
        refused = any(isinstance(row, Verb) and row.refused for row in kept)
        if refused:
            kept = [row for row in kept if isinstance(row, Verb) and row.refused]
        if len(kept) < len(item.rows):
            item.rows = tuple(kept)
    return dropped


def _of_a_game(sentence: Sentence) -> bool:
    games = sentence.scene.function("games").keys()
    return any(not games.isdisjoint(_stems(o.key)) for o in sentence.items)


def unfit(sentence: Sentence, item: Item, row: Row) -> str:
    """Return why the nouns by the predicate give it another sense than the row's, if they do."""
    also = row.also_nouns if isinstance(row, Verb) else ()
    for nouns in (row.with_nouns, also):
        if nouns and not has_noun(sentence, item, nouns):
            return "none of its nouns stands by it"
    if isinstance(row, Verb) and row.refused:
        if item.kind != "V" or not sentence.clause_of[item.index].negated:
            return "it is not negated"
    if row.without_nouns and has_noun(sentence, item, row.without_nouns, titles=False):
        return "a noun stands by it that gives it another sense"
    return ""


def has_noun(
    sentence: Sentence, item: Item, nouns: tuple[str, ...], *, titles: bool = True
) -> bool:
    """Whether one of these nouns stands among the complements of the predicate.

    With `titles` it may be part of a person's office: نقل عن الناطق باسم *القوات* is no transport.
    """
    wanted = _folded(nouns)
    if "قوات" in wanted:  # whatever is sent or withdrawn as forces are
        wanted |= sentence.scene.function("forces").keys()
    if "اسلحة" in wanted:
        wanted |= sentence.scene.function("arms").keys()
    behind = sentence.items[item.index + 1 : item.index + 9]
    if "ما" in wanted and any(o.kind == "rel" and o.key == "ما" for o in behind):
        return True  # نفى *ما* قاله
    antecedent = sentence.clause_of[item.index].antecedent
    if antecedent is not None:  # القيود التي فرضتها
        words = sentence.scene.tokens[antecedent.i : antecedent.j]
        if any(not wanted.isdisjoint(_stems(token.key)) for token in words):
            return True
    if any(not wanted.isdisjoint(_stems(other.key)) for other in _called(sentence, item)):
        return True
    for other in following(sentence, item):
        if other.kind in ("O", "N", "M", "P", "adv") and not wanted.isdisjoint(_stems(other.key)):
            return True
        if other.kind == "M" and other.mention is not None:
            if "قوات" in wanted and other.mention.entity.kind == ActorKind.ARMED_GROUP:
                return True
            words = sentence.scene.tokens[other.i : other.j]
            if other.mention.entity.person and not titles:
                continue
            # a minister of الخارجية is no foreign policy
            sought = _folded(nouns) if other.mention.entity.person else wanted
            if any(not sought.isdisjoint(_stems(token.key)) for token in words):
                return True
    return False


def _called(sentence: Sentence, item: Item) -> list[Item]:
    """Return what somebody or something is said to be: وصف القرار *بأنه خيانة*."""
    for other in sentence.items[item.index + 1 : item.index + 14]:
        if other.kind == "an" and other.value == "ب":
            said = takewhile(
                lambda o: o.kind not in ("V", "mark"), sentence.items[other.index + 1 :]
            )
            return list(said)
        if other.kind in _STOPS:
            return []
    return []


@lru_cache(maxsize=1 << 10)
def _folded(words: tuple[str, ...]) -> frozenset[str]:
    return frozenset(map(fold, words))


@lru_cache(maxsize=1 << 14)
def _stems(key: str) -> frozenset[str]:
    """Return a word as it may stand without its clitics."""
    found = {key}
    for prefix in ("و", "ف", "ب", "ل", "ك", "ال", "بال", "وال", "لل"):
        if key.startswith(prefix) and len(key) > len(prefix) + 2:
            found.add(key[len(prefix) :])
    for stem in list(found):
        for suffix in ("ا", "ه", "ها", "هم", "هما", "نا"):
            if stem.endswith(suffix) and len(stem) > len(suffix) + 2:
                rest = stem[: -len(suffix)]
                found |= {rest, rest[:-1] + "ة"} if rest.endswith("ت") else {rest}
    return frozenset(found)


def verb_rows(item: Item) -> tuple[Verb, ...]:
    """Return the rows of an item that are verbs' (participles and masdars too)."""
    return tuple(row for row in item.rows if isinstance(row, Verb))
