"""Attribution: who says so, via whom, and over which words.

Every cue (a verb or noun of saying, a hedge, a colon, a quotation) opens a zone of items with a
speaker; zones nest. A denial turns the stance of its zone and never removes a claim.
"""

from dataclasses import dataclass

from ...schema import ActorKind
from .arguments import entities, following, slot, verb_rows
from .clauses import Clause, Sentence
from .discourse import Entity
from .doers import subject_around
from .items import Item, Row
from .pronouns import owner_entity
from .rows import Verb
from .tokens import CLOSING, OPENING
from .word import ROLE

_ABOUT = ("بشأن", "حول", "عن")
_CONTRAST = frozenset({"بينما", "فيما", "في حين"})
_AS_SAID = frozenset({"كما", "حسبما", "مثلما", "وفق ما", "بحسب ما", "على ما"})
_SCARE = 4  # words; a shorter quotation is a name or a scare quote


@dataclass(slots=True, eq=False)
class Zone:
    """Items a to b (exclusive) that somebody says, denies or questions."""

    a: int
    b: int
    speaker: Entity | None
    kind: str
    cue: Item
    via: Entity | None = None
    speaker_item: Item | None = None
    noun: bool = False  # opened by a noun of saying: the claim is reported, not made here
    row: str = ""


def zones_of(sentence: Sentence) -> list[Zone]:
    """Return the zones of a sentence, outermost first."""
    found: list[Zone] = []
    discourse = sentence.discourse
    for item in sentence.items:
        if item.rows and item.kind in ("V", "N", "P"):
            row = next((r for r in item.rows if r.speech is not None), None)
            if row is not None:
                zone = _spoken(sentence, item, row, found)
                if zone is not None:
                    found.append(zone)
        elif item.kind == "hedge":
            zone = _hedge(sentence, item, found)
            if zone is not None:
                found.append(zone)
        elif item.kind == "refuted":
            found.append(_refuted(sentence, item, found))
    heading = _heading(sentence)
    if heading is not None and not any(zone.b - zone.a > 2 for zone in found):
        found.append(heading)
    found += _bare_quotes(sentence, found)
    for zone in found:
        if zone.speaker is not None and not zone.noun:
            discourse.speaker = zone.speaker
    return sorted(found, key=lambda zone: (zone.a, -zone.b))


# Verbs and nouns of saying


def _spoken(sentence: Sentence, item: Item, row: Row, earlier: list[Zone]) -> Zone | None:
    assert row.speech is not None
    speaker, via, said_by = speaker_of(sentence, item, row)
    span = _content(sentence, item, row)
    if span is None:
        span = _said_before(sentence, item)
    if span is None:
        return None
    if item.kind == "P" and speaker is None:
        outer = [zone for zone in earlier if not zone.noun]
        speaker = outer[-1].speaker if outer else None
    if speaker is None and via is None and item.kind != "N":
        speaker = _unnamed(sentence, item)
    if item.kind == "V" and sentence.clause_of[item.index].negated:
        return Zone(*span, None, "asserts", item, noun=True, row=row.id)  # "he did not deny that"
    noun = item.kind == "N"
    return Zone(*span, speaker, row.speech, item, via, said_by, noun, row.id)


def speaker_of(
    sentence: Sentence, item: Item, row: Row
) -> tuple[Entity | None, Entity | None, Item | None]:
    """Return the speaker, the carrier, and the item that names the speaker."""
    if item.kind == "N":
        return noun_speaker(sentence, item)
    clause = sentence.clause_of[item.index]
    subject_item = clause.subject if clause.verb is item else None
    if item.kind == "P":
        subject, subject_item = _participle_subject(sentence, item, clause)
    else:
        subject = _speaking_subject(sentence, item, clause)
    teller = None
    if isinstance(row, Verb):
        for marker in row.teller:
            teller = slot(sentence, item, marker)
            if teller is not None:
                break
    if teller is not None:
        who = entities(sentence, teller) or [_by_role(sentence, teller)]
        if who[0] is not None:
            return who[0], subject, teller
    if item.passive and subject_item is not None:
        by = slot(sentence, item, "by")
        who = entities(sentence, by) if by is not None else []
        return (who[0] if who else None), None, by
    if subject is not None and subject.kind == ActorKind.MEDIA:
        return None, subject, None
    return subject, _told(sentence, item), subject_item


def _told(sentence: Sentence, item: Item) -> Entity | None:
    """Return the paper or station that the speaker told it to, which carries it."""
    for marker in ("ل", "إلى", "مع"):
        hearer = slot(sentence, item, marker)
        who = entities(sentence, hearer) if hearer is not None else []
        if who and who[0].kind == ActorKind.MEDIA:
            return who[0]
    return None


def _speaking_subject(sentence: Sentence, item: Item, clause: Clause) -> Entity | None:
    if clause.verb is not item:
        return clause.subject_entity
    if not clause.inherited:
        return clause.subject_entity
    person = item.feats.split()[1]
    last = sentence.discourse.speaker
    main = clause.kind in ("main", "coord") and (clause.parent is None or clause.inherited)
    if main and last is not None and person[2:3] == "s" and last.gender == person[1]:
        if clause.parent is None or clause.parent.subject_entity is None:
            clause.subject_entity = last
    return clause.subject_entity


def _participle_subject(
    sentence: Sentence, item: Item, clause: Clause
) -> tuple[Entity | None, Item | None]:
    """Return who is "adding that ...": the subject of the verb the participle goes with."""
    who = subject_around(sentence, item)
    if who is not None:
        return who, None
    before = next(
        (c for c in reversed(sentence.clauses) if c.a < item.index and c.subject_entity), None
    )
    return (before.subject_entity if before else None), None


def noun_speaker(
    sentence: Sentence, item: Item
) -> tuple[Entity | None, Entity | None, Item | None]:
    """Return whose words "the statements of X" or "attributed to X" are."""
    nxt = sentence.items[item.index + 1] if item.index + 1 < len(sentence.items) else None
    if nxt is not None and nxt.kind == "M" and nxt.mention is not None:
        who = nxt.mention.entity
        if nxt.marker == "gen":
            return who, None, nxt
        if nxt.marker == "ل" and not item.det:  # بيان *للجيش*
            return (None, who, nxt) if who.kind == ActorKind.MEDIA else (who, None, nxt)
    for other in following(sentence, item):
        if other.kind == "P":
            for row in verb_rows(other):
                for marker in row.teller:
                    who = slot(sentence, other, marker)
                    if who is not None and (named := entities(sentence, who)):
                        return named[0], None, who
        if other.kind in ("V", "an"):
            break
    owner = owner_entity(sentence, item)
    return owner, None, None


def _unnamed(sentence: Sentence, item: Item) -> Entity | None:
    """Return the unnamed speaker that the subject describes: "diplomatic sources"."""
    clause = sentence.clause_of[item.index]
    return _by_role(sentence, clause.subject if clause.verb is item else None)


def _by_role(sentence: Sentence, subject: Item | None) -> Entity | None:
    """Return the unnamed person or persons that a noun phrase describes by their role."""
    word = sentence.scene.word(subject.i) if subject is not None else None
    if subject is None or subject.kind != "O" or word is None or not word.flags & ROLE:
        return None
    j = subject.j
    for other in sentence.items[subject.index + 1 : subject.index + 6]:
        of_a_body = other.kind == "M" and other.marker == "في"  # مصدر *في وزارة الدفاع*
        described = other.kind in ("O", "A") and other.marker in ("", "direct", "gen")
        if of_a_body or described:
            j = other.j
        if other.kind != "prep" and not described:
            break
    name = " ".join(sentence.scene.raw(subject.i, j).split())
    state = subject.nisba
    plural = subject.feats[1:2] == "p" or subject.feats == "bp"
    return sentence.discourse.described(
        name, role="source", state=state, plural=plural, gender=subject.gender
    )


# What is said


def _content(sentence: Sentence, item: Item, row: Row) -> tuple[int, int] | None:
    """Return the items that hold what is said: an أن-clause, a quotation, a noun phrase."""
    items, n = sentence.items, len(sentence.items)
    phrase: Item | None = None
    for other in items[item.index + 1 :]:
        if other.kind == "an" and other.value != "ل":
            if items[other.index - 1].value == "على" and "على" not in row.content:
                continue  # قال ...، مشددا على أن
            return other.index, _content_end(sentence, other.index)
        if other.kind == "mark" and other.key == ":":
            return other.index + 1, n
        if other.kind == "quote" and (close := _closing(items, other.index)) is not None:
            if _words(items, other.index, close) > _SCARE:
                return other.index, close + 1
        if phrase is None and other.kind in ("N", "M", "O") and other.marker in row.content:
            clause = sentence.clause_of[item.index]
            if not (clause.verb is item and other is clause.subject):
                phrase = other
        if phrase is None and other.kind in ("N", "O") and other.marker in _ABOUT:
            phrase = other
        if other.kind == "V" and other.conj and phrase is not None:
            break
        if other.kind in ("V", "sub") and sentence.clause_of[other.index].kind != "rel":
            if other.rows and any(r.speech for r in other.rows):
                break
            if other.kind == "sub" or other.conj:
                break
    if phrase is None:
        return None
    return phrase.index, _clause_end(sentence, phrase.index)


def _content_end(sentence: Sentence, start: int) -> int:
    """Return where an أن-clause ends: at a new verb of saying, a contrast, or the sentence."""
    for other in sentence.items[start + 1 :]:
        if other.kind == "sub" and other.value in _CONTRAST:
            return other.index
        speech = any(row.speech for row in other.rows)
        if other.kind == "V" and speech and other.conj:
            return other.index
        apart = sentence.items[other.index - 1].key in "،,"
        if other.kind == "P" and speech and apart and not other.det and not other.conj:
            return other.index  # ، *محذرا* السويد من: what the speaker does besides
        clause = sentence.clause_of[other.index]
        if other.kind == "V" and other.conj and clause.inherited and clause.kind == "coord":
            if clause.parent is not None and clause.parent.a < start:
                return other.index  # "he said that ... and accused": the narrator goes on
        if (
            other.kind == "V"
            and other.conj in ("و", "ف")
            and clause.verb is other
            and clause.subject is not None
            and clause.subject.kind == "M"
            and clause.subject.index > other.index
            and sentence.items[other.index - 1].kind == "mark"
            and other.feats.startswith("pf")
        ):
            return other.index  # "، وطالبها مجلس الأمن": the narrator goes on
    return len(sentence.items)


def _clause_end(sentence: Sentence, start: int) -> int:
    for other in sentence.items[start + 1 :]:
        if other.kind == "V" and sentence.clause_of[other.index].kind in ("coord", "main"):
            return other.index
        if other.kind == "sub" and other.value in _CONTRAST:
            return other.index
    return len(sentence.items)


def _said_before(sentence: Sentence, item: Item) -> tuple[int, int] | None:
    """Return the words before "…, he said" or "as he said"."""
    clause = sentence.clause_of[item.index]
    if item.kind != "V" or item.index == 0:
        return None
    opener = clause.opener
    if opener is not None and opener.kind == "sub" and opener.value in _AS_SAID:
        return (0, opener.index) if opener.index > 1 else (item.index + 1, len(sentence.items))
    before = sentence.items[item.index - 1]
    if before.key == "هكذا" and before.index:
        before = sentence.items[before.index - 1]
    if before.kind == "rel" and before.index and sentence.items[before.index - 1].kind == "hedge":
        return (0, before.index - 1) if before.index > 2 else None
    previous = before if before.kind == "quote" else None
    if before.kind == "mark" and before.key in "،,":
        previous = sentence.items[before.index - 1] if before.index else None
    if previous is not None and previous.kind == "quote":
        opening = _opening(sentence.items, previous.index)
        if opening is not None:
            return opening, previous.index
    if before.kind == "mark" and before.key in "،," and not item.conj and not item.pronoun:
        return 0, before.index
    return None


def _hedge(sentence: Sentence, item: Item, earlier: list[Zone]) -> Zone | None:
    """Return the zone of بحسب X: the sentence behind it at the start, else the clause before.

    Between a verb of saying and what is said, it tells whose words are carried: نقلا عن X.
    """
    source = next(
        (
            other
            for other in sentence.items[item.index + 1 : item.index + 4]
            if other.kind in ("M", "pron", "N", "O")
        ),
        None,
    )
    if source is None:
        return None
    who = entities(sentence, source) if source.kind in ("M", "pron") else []
    speaker, via = who[0] if who else _by_role(sentence, source), None
    if speaker is None:
        speaker, via, _ = noun_speaker(sentence, source)
    if speaker is not None and speaker.kind == ActorKind.MEDIA:
        speaker, via = None, speaker
    if speaker is None and via is None:
        return None
    start = 0
    carried = next((z for z in earlier if z.cue.index < item.index < z.a and not z.noun), None)
    if carried is not None:
        span = (carried.a, carried.b)
    elif item.index <= 1:
        span = (source.index + 1, len(sentence.items))
    else:
        clause = sentence.clause_of[item.index]
        while clause.parent is not None and clause.kind in ("rel", "an", "sub"):
            clause = clause.parent
        start = clause.a
        span = (start, item.index)
    return Zone(*span, speaker, "asserts", item, via, source, False, "hedge")


def _refuted(sentence: Sentence, item: Item, earlier: list[Zone]) -> Zone:
    """Return the zone of "it is not so": what stands behind it under أن or ل, or before it."""
    n = len(sentence.items)
    after = sentence.items[item.index + 1] if item.index + 1 < n else None
    if after is not None and after.kind == "an":
        span = (after.index, _content_end(sentence, after.index))
    elif after is not None and (after.marker == "ل" or after.key == "لما"):
        span = (after.index, _clause_end(sentence, after.index))
    else:
        around = [zone.a for zone in earlier if zone.a <= item.index < zone.b and not zone.noun]
        span = (max(around, default=0), item.index)
    return Zone(*span, None, "denies", item, row="refuted")


def _heading(sentence: Sentence) -> Zone | None:
    """Return the zone of "X: ..." in a headline, X being an actor."""
    items = sentence.items
    if len(items) < 3 or items[0].kind != "M" or items[1].key != ":" or items[0].mention is None:
        return None
    speaker = items[0].mention.entity
    if speaker.kind == ActorKind.MEDIA:
        return Zone(2, len(items), None, "asserts", items[1], speaker, items[0], False, "colon")
    return Zone(2, len(items), speaker, "asserts", items[1], None, items[0], False, "colon")


# Quotations


def _bare_quotes(sentence: Sentence, zones: list[Zone]) -> list[Zone]:
    """Return zones for quotations that no cue of this sentence opens: the last speaker goes on."""
    speaker = sentence.discourse.speaker
    if speaker is None or not sentence.items or sentence.items[0].kind != "quote":
        return []
    opening = sentence.items[0]
    close = _closing(sentence.items, 0)
    end = len(sentence.items) if close is None else close
    if _words(sentence.items, 0, end) <= _SCARE or any(z.a <= 1 and z.b >= end for z in zones):
        return []
    return [Zone(1, end, speaker, "asserts", opening, None, None, False, "quote")]


def _closing(items: list[Item], start: int) -> int | None:
    """Return the quotation mark that closes the one at start; the sentence's end if none does."""
    opening = items[start].key
    straight = sum(item.kind == "quote" and item.key == '"' for item in items[:start])
    if opening in CLOSING or (opening == '"' and straight % 2):
        return None
    for item in items[start + 1 :]:
        if item.kind == "quote" and (item.key in CLOSING or item.key == '"'):
            return item.index
    return len(items) - 1


def _opening(items: list[Item], end: int) -> int | None:
    for item in reversed(items[:end]):
        if item.kind == "quote" and (item.key in OPENING or item.key == '"'):
            return item.index
    return None


def _words(items: list[Item], a: int, b: int) -> int:
    return sum(item.j - item.i for item in items[a + 1 : b] if item.kind not in ("mark", "quote"))
