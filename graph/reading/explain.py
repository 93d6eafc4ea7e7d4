"""The linguist's debugger: what the reader saw in each sentence, made of it, and left out.

An explanation is made from the traces of one reading and changes nothing in it. All offsets are
the source's.
"""

from collections.abc import Iterable

from ...schema import PartialDate, Source
from .dates.dates import find_dates
from .page.layout import layout
from .reader import Trace, read
from .records.clauses import Clause, Sentence
from .records.entity import Entity
from .records.items import Item
from .records.readclaim import Level, ReadClaim, Span
from .seen import (
    Explanation,
    LeftOut,
    SaidBy,
    SeenClaim,
    SeenClause,
    SeenDate,
    SeenMention,
    SeenVoice,
    SentenceSeen,
    Words,
)
from .speech.zone import Zone


def explain(source: Source) -> Explanation:
    """Read a source and return what was seen, sentence by sentence."""
    traces: list[Trace] = []
    read(source, traces.append)
    anchor = source.date or layout(source.text).date
    # Only now, for names are at their fullest when all is read.
    seen = tuple(_sentence(trace, anchor) for trace in traces)
    return Explanation(
        title=source.title,
        language=source.language,
        sentences=seen,
        furniture=tuple(_between(source.text, [(s.words.start, s.words.end) for s in seen])),
    )


def _between(text: str, spans: list[Span]) -> Iterable[Words]:
    """Yield what stands between the sentences, line by line: it was not read."""
    position = 0
    for start, end in [*spans, (len(text), len(text))]:
        for line in text[position:start].split("\n"):
            if any(letter.isalnum() for letter in line):
                blank = len(line) - len(line.lstrip())
                words = line.strip()
                yield Words(start=position + blank, end=position + blank + len(words), text=words)
            position += len(line) + 1
        position = end


def _sentence(trace: Trace, anchor: PartialDate | None) -> SentenceSeen:
    sentence = trace.sentence
    text = sentence.scene.text
    start, end = sentence.start, sentence.end
    start += len(text[start:end]) - len(text[start:end].lstrip())
    end -= len(text[start:end]) - len(text[start:end].rstrip())
    dates = [
        SeenDate(words=_words(text, (start + found.start, start + found.end)), edtf=str(found.date))
        for found in find_dates(text[start:end], anchor)
    ]
    return SentenceSeen(
        words=_words(text, (start, end)),
        mentions=tuple(_mentions(sentence)),
        clauses=tuple(_clause(sentence, clause) for clause in sentence.clauses if _holds(clause)),
        voices=tuple(
            _voice(sentence, zone, trace.zones)
            for zone in trace.zones
            if zone.a < len(sentence.items)  # what is said may stand on the next line
        ),
        claims=tuple(_claim(text, claim) for claim in trace.claims),
        left_out=tuple(_left_out(trace)),
        dates=tuple(dates),
        unknown=tuple(_unknown(sentence, dates)),
    )


def _mentions(sentence: Sentence) -> Iterable[SeenMention]:
    tokens, text = sentence.scene.tokens, sentence.scene.text
    for item in sentence.items:
        mention = item.mention
        if mention is None:
            continue
        words = _words(text, (mention.start, tokens[mention.j - 1].end))
        for entity in (mention.entity, mention.other):
            if entity is not None:
                yield SeenMention(
                    words=words,
                    actor=entity.name,
                    kind=str(entity.kind),
                    listed=entity.listed,
                    seen_as=mention.kind,
                )


def _holds(clause: Clause) -> bool:
    return clause.a < clause.b


def _clause(sentence: Sentence, clause: Clause) -> SeenClause:
    text = sentence.scene.text
    first, last = sentence.items[clause.a], sentence.items[clause.b - 1]
    subject = _name(clause.subject_entity)
    if subject is None and clause.subject is not None:
        subject = _words(text, _span(sentence, clause.subject)).text
    before = clause.antecedent
    return SeenClause(
        words=_words(text, (_span(sentence, first)[0], _span(sentence, last)[1])),
        kind=clause.kind,
        verb=_words(text, _span(sentence, clause.verb)) if clause.verb is not None else None,
        rows=tuple(row.id for row in clause.verb.rows) if clause.verb is not None else (),
        subject=subject,
        inherited=clause.inherited and subject is not None,
        antecedent=_words(text, _span(sentence, before)).text if before is not None else None,
        negated=clause.negated,
        doubtful=clause.doubtful,
    )


def _voice(sentence: Sentence, zone: Zone, zones: list[Zone]) -> SeenVoice:
    text = sentence.scene.text
    first, last = sentence.items[zone.a], sentence.items[max(zone.a, zone.b - 1)]
    around = [z for z in zones if z is not zone and z.a <= zone.a and zone.b <= z.b]
    wider = [z for z in around if (z.b - z.a) > (zone.b - zone.a)]
    return SeenVoice(
        words=_words(text, (_span(sentence, first)[0], _span(sentence, last)[1])),
        cue=_words(text, _span(sentence, zone.cue)),
        speaker=_name(zone.speaker),
        via=_name(zone.via),
        kind=zone.kind,
        row=zone.row,
        depth=len(wider),
    )


def _claim(text: str, claim: ReadClaim) -> SeenClaim:
    return SeenClaim(
        words=_words(text, claim.span),
        cue=_words(text, claim.cue),
        subject=claim.subject.name,
        predicate=claim.predicate,
        object=claim.object.name,
        levels=tuple(_level(level) for level in claim.levels),
        modality=claim.modality,
        topic=claim.topic,
        place=claim.place,
        time=claim.time.edtf if claim.time is not None else None,
        rule=claim.rule,
        confidence=claim.confidence,
    )


def _level(level: Level) -> SaidBy:
    return SaidBy(speaker=_name(level.speaker), via=_name(level.via), kind=level.kind)


def _left_out(trace: Trace) -> Iterable[LeftOut]:
    """Yield the predicates that yield no claim, in order; those that speak are not among them."""
    sentence = trace.sentence
    cues = {claim.cue for claim in trace.claims}
    reasons: dict[int, dict[str, str]] = {}
    for item, row, reason in trace.skipped:
        reasons.setdefault(id(item), {})[row] = reason
    heard = {id(zone.cue) for zone in trace.zones}
    for item in sentence.items:
        span = _span(sentence, item)
        why = reasons.get(id(item), {})
        if not (item.rows or why) or span in cues:
            continue
        words = _words(sentence.scene.text, span)
        kept = {row.id for row in item.rows}
        for gone in sorted(why.keys() - kept):
            yield LeftOut(words=words, row=gone, reason=why[gone])
        for row in item.rows:
            reason = why.get(row.id)
            if reason is None and row.relation is not None:
                reason = "its two ends are the same actor, or do not fit the relation"
            if reason is None and row.speech is not None and id(item) not in heard:
                reason = "a word of saying, but no words said were found"
            if reason is None and row.speech is None:
                reason = "states no relation of its own"
            if reason is not None:
                yield LeftOut(words=words, row=row.id, reason=reason)


def _unknown(sentence: Sentence, dates: list[SeenDate]) -> Iterable[Words]:
    for item in sentence.items:
        if item.kind != "O" or not _stranger(sentence, item):
            continue
        words = _words(sentence.scene.text, _span(sentence, item))
        if not any(d.words.start <= words.start < d.words.end for d in dates):
            yield words


def _stranger(sentence: Sentence, item: Item) -> bool:
    """Whether no lexicon knows the word."""
    word = sentence.scene.tokens[item.i].word
    lexicon = sentence.scene.lexicon
    if word is None or word.senses or word.pronoun or word.complementizer:
        return False
    known = (lexicon.ordinary, lexicon.given, lexicon.family)
    return not any(base.key in words for base in word.bases for words in known)


def _span(sentence: Sentence, item: Item) -> Span:
    tokens = sentence.scene.tokens
    start = item.mention.start if item.mention is not None else tokens[item.i].start
    return start, tokens[item.j - 1].end


def _words(text: str, span: Span) -> Words:
    return Words(start=span[0], end=span[1], text=text[span[0] : span[1]])


def _name(entity: Entity | None) -> str | None:
    return entity.name if entity is not None else None
