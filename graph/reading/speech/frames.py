"""Attribution: who says so, via whom, and over which words.

Every cue (a verb or noun of saying, a hedge, a colon, a quotation) opens a zone of items with a
speaker; zones nest. A denial turns the stance of its zone and never removes a claim.
"""

from ..actors.nameless import by_role, unnamed, unnamed_around
from ..ends.arguments import entities
from ..ends.slots import verb_rows
from ..page.tokens import CLOSING, OPENING
from ..records.agreement import fits
from ..records.clauses import Sentence
from ..records.entity import Entity, agrees
from ..records.items import Item, Row, classes_of
from ..records.quotation import SCARE, closing, words_in
from ..records.stems import is_in
from ..words.rows import Verb
from .content import clause_end, content_end, content_of, retells, said_before
from .heading import heading_of
from .speakers import carries, noun_speaker, speaker_of
from .voices import last_voice
from .zone import Zone

_MANNERS = frozenset({"بشكل", "بصورة", "نحو"})


def zones_of(sentence: Sentence) -> list[Zone]:
    """Return the zones of a sentence, outermost first."""
    found: list[Zone] = []
    discourse, lies = sentence.discourse, sentence.has("lies")
    announced = discourse.announced
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
        elif _tells_manner(sentence, item):
            continue
        elif item.kind == "refuted" or (lies and _called_a_lie(sentence, item)):
            found.append(_refuted(sentence, item, found))
    heading = heading_of(sentence)
    wide = [zone for zone in found if zone.b - zone.a > 2 and zone.row != "refuted"]
    if heading is not None and not wide:
        found.append(heading)
    found += _bare_quotes(sentence, found)
    discourse.speaker = _last_voice(sentence, found) or discourse.speaker
    going_on = _going_on(sentence)
    if going_on is not None:
        found.append(going_on)
    if announced is not None and sentence.items and not wide:
        first = sentence.items[0]
        found.append(
            Zone(0, len(sentence.items), announced[0], "asserts", first, announced[1], row="quote")
        )
    discourse.announced = _announced(sentence, found)
    discourse.quoted = _left_open(sentence, found)
    return sorted(found, key=lambda zone: (zone.a, -zone.b))


def _last_voice(sentence: Sentence, zones: list[Zone]) -> Entity | None:
    """Return who spoke last here, but for those whom another tells of."""
    told = [(z.a, z.b) for z in zones if z.speaker is not None and not z.noun]
    voice = last_voice(sentence)
    place, last = voice if voice is not None else (-1, None)
    for zone in zones:
        at = zone.cue.index
        if zone.speaker is None or zone.noun or any(a <= at < b for a, b in told):
            continue
        if at >= place:
            place, last = at, zone.speaker
    return last


def _spoken(sentence: Sentence, item: Item, row: Row, earlier: list[Zone]) -> Zone | None:
    assert row.speech is not None
    speaker: Entity | None
    via: Entity | None
    speaker, via, said_by = speaker_of(sentence, item, row)
    if speaker is not None and is_in(item, sentence.scene.function("documents")):
        sentence.discourse.issuer = speaker
    span = content_of(sentence, item, row)
    if span is None and row.speech != "denies":  # قال ...، *نفى* سالم ذلك: not "he denied"
        span = said_before(sentence, item)
    if span is None:
        return None
    if item.kind == "P" and speaker is None:
        outer = [zone for zone in earlier if not zone.noun]
        speaker = outer[-1].speaker if outer else None
    if speaker is None and (via is None or said_by is not None) and item.kind != "N":
        speaker = unnamed(sentence, item) or unnamed_around(sentence, item)
        if speaker is not None and carries(speaker):
            via = speaker
            speaker = None
    if speaker is None and via is None and _without_subject(sentence, item, row):
        last = sentence.discourse.speaker
        plain = item.kind == "N" or (last is not None and fits(last, item.gender, "s"))
        speaker = last if plain else None
    negated = item.kind == "V" and sentence.clause_of[item.index].negated
    owned = negated and row.id in sentence.scene.function("hiding")
    if negated and not (owned or _rules_out(item)):
        return Zone(*span, None, "asserts", item, noun=True, row=row.id)  # "he did not deny that"
    noun = item.kind == "N"
    retold = row.speech == "denies" and retells(sentence, *span)
    kind = "asserts" if owned or _words_follow(sentence, span[0]) else row.speech
    others = tuple(entities(sentence, said_by))[1:] if said_by is not None and speaker else ()
    return Zone(*span, speaker, kind, item, via, said_by, noun, row.id, retold, others)


def _without_subject(sentence: Sentence, item: Item, row: Row) -> bool:
    """Whether nobody is named who says it, so that the last speaker does: وختم *بالقول* إن."""
    clause = sentence.clause_of[item.index]
    named = clause.subject is not None and clause.subject.index < item.index
    if named or not isinstance(row, Verb) or any(o.mention for o in sentence.items[: item.index]):
        return False
    return item.kind == "P" or (item.kind == "N" and item.marker != "direct" and not item.pronoun)


def _rules_out(item: Item) -> bool:
    """Whether the verb says that something is not so; negated, that it may be: *لم يستبعد* أن."""
    return any(c.modality == "negated" for row in verb_rows(item) for c in row.control)


def _words_follow(sentence: Sentence, start: int) -> bool:
    """Whether the speaker's own words stand there: واشنطن تنفي*:* لم نسلح الثوار."""
    return sentence.items[start - 1].key == ":" if start else False


def _hedge(sentence: Sentence, item: Item, earlier: list[Zone]) -> Zone | None:
    """Return the zone of بحسب X: the sentence behind it at the start, else the clause before.

    Between a verb of saying and what is said, it tells whose words are carried: نقلا عن X.
    """
    behind = sentence.items[item.index + 1 : item.index + 4]
    source = next((other for other in behind if other.kind in ("M", "pron", "N", "O")), None)
    if item.pronoun:  # *برأيه*
        last, clause = sentence.discourse.speaker, sentence.clause_of[item.index]
        voices = [who for who in (clause.subject_entity, last) if who is not None and who.person]
        who = next((who for who in voices if agrees(who, *item.pronoun)), None)
        return Zone(*_around(sentence, item, item), who, "asserts", item, row="hedge")
    if source is None or "AGREE" in classes_of(source):
        return None  # وفقا *لاتفاق* أوسلو
    who = entities(sentence, source) if source.kind in ("M", "pron") else []
    speaker: Entity | None = who[0] if who else by_role(sentence, source)
    via: Entity | None = None
    if speaker is None:
        speaker, via, _ = noun_speaker(sentence, source)
    if speaker is not None and carries(speaker):
        via = speaker
        speaker = None
    if speaker is None and via is None:
        return None
    carried = next((z for z in earlier if z.cue.index < item.index < z.a and not z.noun), None)
    if item.value == "على لسان" and (carried is None or not _says_that(sentence, carried)):
        return _by_mouth(
            sentence, item, source, speaker, via
        )  # انتقدت رومانيا التدخل *على لسان* رئيسها: she did it
    span = (carried.a, carried.b) if carried is not None else _around(sentence, item, source)
    return Zone(*span, speaker, "asserts", item, via, source, False, "hedge")


def _around(sentence: Sentence, item: Item, source: Item) -> tuple[int, int]:
    """Return over what a hedge stands: all behind it at the start, else the clause before."""
    if item.index <= 1:
        return source.index + 1, len(sentence.items)
    clause = sentence.clause_of[item.index]
    while clause.parent is not None and clause.kind in ("rel", "an", "sub"):
        clause = clause.parent
    goes_on = clause.verb is not None and clause.verb.index > item.index
    return clause.a, clause.b if goes_on else item.index  # كانت بورما، *بحسب* سالم، قد قطعت


def _by_mouth(
    sentence: Sentence, item: Item, source: Item, speaker: Entity | None, via: Entity | None
) -> Zone | None:
    """Return the zone of what comes from somebody's mouth: جاء *على لسان* سالم أن."""
    for other in sentence.items[source.index + 1 : source.index + 6]:
        if other.kind in ("V", "mark"):
            break
        if other.kind == "an":
            end = content_end(sentence, other.index)
            return Zone(other.index, end, speaker, "asserts", item, via, source, False, "hedge")
    return None


def _says_that(sentence: Sentence, zone: Zone) -> bool:
    """Whether words are said in it, rather than a deed done: جدد *دعوته*."""
    return sentence.items[zone.a].kind in ("an", "quote")


def _called_a_lie(sentence: Sentence, item: Item) -> bool:
    """Whether words that are told are called a lie: وصف القول إن ... بأنه *كذب*."""
    before = sentence.items[item.index - 1] if item.index else None
    called = before is not None and before.kind == "an" and before.value == "ب"
    return called and item.key in sentence.scene.function("lies")


def _tells_manner(sentence: Sentence, item: Item) -> bool:
    """Whether it only tells how something is done: تستهدف حلفاءها *بشكل لا أساس له*."""
    before = sentence.items[item.index - 1] if item.index else None
    return item.kind == "refuted" and before is not None and before.key in _MANNERS


def _refuted(sentence: Sentence, item: Item, earlier: list[Zone]) -> Zone:
    """Return the zone of "it is not so": what stands behind it under أن or ل, or before it."""
    n = len(sentence.items)
    after = sentence.items[item.index + 1] if item.index + 1 < n else None
    if after is not None and after.kind == "an":
        span = (after.index, content_end(sentence, after.index))
    elif after is not None and (after.marker == "ل" or item.key.startswith("عدم")):
        span = (after.index, clause_end(sentence, after.index))
    else:
        around = [zone.a for zone in earlier if zone.a <= item.index < zone.b and not zone.noun]
        around += [o.index + 1 for o in sentence.items[: item.index] if o.key == ":"]
        span = (max(around, default=0), item.index)
    return Zone(*span, None, "denies", item, row="refuted", retold=retells(sentence, *span))


# Quotations


def _going_on(sentence: Sentence) -> Zone | None:
    """Return the zone of words in a quotation that an earlier sentence has opened."""
    quoted, items = sentence.discourse.quoted, sentence.items
    if quoted is None or not items:
        return None
    end = next((o.index for o in items if o.kind == "quote" and o.key not in OPENING), len(items))
    return Zone(0, end, quoted[0], "asserts", items[0], quoted[1], None, False, "quote")


def _announced(sentence: Sentence, zones: list[Zone]) -> tuple[Entity | None, Entity | None] | None:
    """Return who says the next sentence, and its carrier: وأضاف *البيان*: at the end of a line."""
    items = sentence.items
    if not items or items[-1].key != ":":
        return None
    said = next((z for z in reversed(zones) if z.a >= len(items) and z.kind == "asserts"), None)
    return (said.speaker, said.via) if said is not None and (said.speaker or said.via) else None


def _left_open(sentence: Sentence, zones: list[Zone]) -> tuple[Entity | None, Entity | None] | None:
    """Return whose quotation is open at the sentence's end: speaker and carrier."""
    quoted = sentence.discourse.quoted
    opened = [quoted] if quoted is not None else []
    for item in sentence.items:
        if item.kind != "quote":
            continue
        if item.key in CLOSING or (item.key == '"' and opened):
            opened = opened[:-1]
            continue
        over = [z for z in zones if z.a <= item.index < z.b or z.a == item.index + 1]
        last = over[-1] if over else None
        opened.append((last.speaker, last.via) if last is not None else (None, None))
    return opened[-1] if opened and opened[-1] != (None, None) else None


def _bare_quotes(sentence: Sentence, zones: list[Zone]) -> list[Zone]:
    """Return zones for quotations that no cue of this sentence opens: the last speaker goes on."""
    found: list[Zone] = []
    last = sentence.discourse.speaker
    for opening in sentence.items:
        if opening.kind != "quote":
            continue
        at = opening.index
        end = closing(sentence, at)
        before = [z for z in zones if z.b <= at and z.cue.index > z.b]  # "...", قال سالم، "..."
        speaker = before[-1].speaker if before else last if not at else None
        if speaker is None or end is None or words_in(sentence.items, at, end) <= SCARE:
            continue
        if not any(z.a <= at + 1 and z.b >= end for z in zones):
            found.append(Zone(at + 1, end, speaker, "asserts", opening, row="quote"))
    return found
