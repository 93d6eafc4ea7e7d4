"""The explanation of readings as one page: no script, nothing loaded, every text escaped."""

import base64
import hashlib
from collections.abc import Iterable, Sequence
from html import escape
from importlib.resources import files
from itertools import pairwise
from typing import NamedTuple

from ..graph import Explanation, LeftOut, SeenClaim, SeenMention, SeenVoice, SentenceSeen
from ..schema import vocabulary
from .plain import label

_RTL = frozenset({"ar", "fa", "ur", "he", "ckb", "ps"})
_SHADE = {"person": "person", "state": "state", "event": "event"}  # every other kind is a body
_LOW = 0.7  # confidence below which a claim is marked
_KIND = {
    "main": "main clause",
    "coord": "joined verb",
    "rel": "relative clause",
    "an": "that-clause",
    "sub": "subordinate clause",
    "if": "condition",
    "goal": "goal",
}
_IDLE = "states no relation of its own"


def explain_page(explanations: Sequence[Explanation]) -> str:
    """Return a self-contained HTML page of what was read in each source, and what was left out."""
    css = files(__package__ or "").joinpath("explain.css").read_text("utf-8")
    digest = base64.b64encode(hashlib.sha256(css.encode()).digest()).decode()
    title = label(explanations[0].title) if len(explanations) == 1 else "How the texts were read"
    parts = [_source(one, named=len(explanations) > 1) for one in explanations]
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta http-equiv="Content-Security-Policy" '
        f"content=\"default-src 'none'; style-src 'sha256-{digest}'\">\n"
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(title)}</title>\n<style>{css}</style>\n</head>\n<body>\n"
        f"{_top(title, explanations)}<main>\n{''.join(parts)}</main>\n</body>\n</html>\n"
    )


def _top(title: str, explanations: Sequence[Explanation]) -> str:
    seen = [sentence for one in explanations for sentence in one.sentences]
    counts = (
        (len(seen), "sentences"),
        (sum(len(s.mentions) for s in seen), "mentions"),
        (sum(len(s.claims) for s in seen), "claims"),
        (sum(len(_reasons(s)) for s in seen), "predicates left out"),
        (len({w.text for s in seen for w in s.unknown}), "unknown words"),
    )
    boxes = "".join(
        f'<label><input type="checkbox" id="{name}"{" checked" * on}> {words}</label>'
        for name, words, on in (
            ("voices", "voices", True),
            ("clauses", "clauses", True),
            ("left", "left out", True),
            ("words", "unknown words", False),
            ("only", "only with claims", False),
            ("silent", "only predicates without a claim", False),
        )
    )
    keys = "".join(
        f'<span class="key {css}">{words}</span>'
        for css, words in (
            ("person", "person"), ("state", "state"), ("body", "body"), ("event", "event"),
            ("new body", "not listed"), ("v asserts", "says"), ("v denies", "denies"),
            ("cue", "cue"), ("date", "date"), ("unknown", "unknown"),
        )
    )  # fmt: skip
    return (
        f'<header class="top"><div><h1 dir="auto">{escape(title)}</h1>'
        f'<div class="counts">{" · ".join(f"{number:,} {words}" for number, words in counts)}</div>'
        f'<div class="tools">{boxes}<span class="gap"></span>{keys}</div></div></header>\n'
    )


def _source(one: Explanation, *, named: bool) -> str:
    direction = "rtl" if one.language.split("-")[0] in _RTL else "ltr"
    parts: list[tuple[int, str]] = [
        (
            words.start,
            f'<article class="furniture"><bdi class="ar" dir="{direction}">'
            f"{_text(words.text)}</bdi> · not body text</article>\n",
        )
        for words in one.furniture
    ]
    for number, sentence in enumerate(one.sentences, 1):
        parts.append((sentence.words.start, _sentence(sentence, number, direction, one.language)))
    heading = f'<h2 dir="auto">{escape(label(one.title))}</h2>\n' if named else ""
    return heading + "".join(part for _, part in sorted(parts, key=lambda part: part[0]))


def _sentence(sentence: SentenceSeen, number: int, direction: str, language: str) -> str:
    silent = not sentence.claims and _reasons(sentence)
    css = "claims" if sentence.claims else "silent" if silent else "quiet"
    said = "".join(_segments(sentence))
    return (
        f'<article class="{css}"><span class="nth">{number}</span>'
        f'<p class="said" lang="{escape(language)}" dir="{direction}">{said}</p>'
        f"{_claims(sentence)}{_voices(sentence)}{_clauses(sentence)}{_left_out(sentence)}"
        f"{_words(sentence)}</article>\n"
    )


# The sentence, coloured


class _Layer(NamedTuple):
    """A stretch of a sentence that is drawn in some way."""

    start: int
    end: int
    css: str
    title: str = ""
    note: str = ""  # a badge behind its end


def _segments(sentence: SentenceSeen) -> Iterable[str]:
    """Yield the sentence in pieces, cut wherever a layer begins or ends."""
    layers = list(_layers(sentence))
    start, end = sentence.words.start, sentence.words.end
    cuts = {start, end}
    for layer in layers:
        cuts |= {max(start, layer.start), min(end, layer.end)}
    edges = sorted(cuts)
    for a, b in pairwise(edges):
        over = [layer for layer in layers if layer.start <= a and b <= layer.end]
        text = _text(sentence.words.text[a - start : b - start])
        classes = dict.fromkeys(name for layer in over for name in layer.css.split())
        if "m" in classes:
            classes |= (
                {"first": None} if any(x.css[:2] == "m " and x.start == a for x in over) else {}
            )
            classes |= {"last": None} if any(x.css[:2] == "m " and x.end == b for x in over) else {}
        titles = "\n".join(dict.fromkeys(layer.title for layer in over if layer.title))
        badges = "".join(layer.note for layer in layers if layer.end == b and layer.note)
        if classes:
            title = f' title="{escape(titles)}"' if titles else ""
            text = f'<span class="{" ".join(classes)}"{title}>{text}</span>'
        yield text + badges


def _layers(sentence: SentenceSeen) -> Iterable[_Layer]:
    for mention in sentence.mentions:
        yield _Layer(
            mention.words.start, mention.words.end, f"m {_shade(mention)}", _whom(mention)
        )  # fmt: skip
    for voice in sentence.voices:
        who = label(voice.speaker or voice.via or "somebody")
        words = f"{who} {voice.kind} ({voice.row})"
        depth = f" d{min(voice.depth, 1)}" if voice.depth else ""
        yield _Layer(voice.words.start, voice.words.end, f"v {voice.kind}{depth}", words)
    for number, claim in enumerate(sentence.claims, 1):
        css = "" if claim.rule.startswith(("role:", "body:")) else "cue"
        badge = f"<sup>{number}</sup>"
        yield _Layer(claim.cue.start, claim.cue.end, css, f"{number}: {claim.predicate}", badge)
    for left in _reasons(sentence):
        yield _Layer(
            left.words.start, left.words.end, "out", f"left out: {left.row}: {label(left.reason)}"
        )
    for date in sentence.dates:
        yield _Layer(date.words.start, date.words.end, "date", date.edtf)
    for word in sentence.unknown:
        yield _Layer(word.start, word.end, "unknown")


def _shade(mention: SeenMention) -> str:
    return _SHADE.get(mention.kind, "body") + ("" if mention.listed else " new")


def _whom(mention: SeenMention) -> str:
    known = mention.listed or "not listed"
    return f"{label(mention.actor)}: {mention.kind}, {known}; seen as {mention.seen_as}"


# Below the sentence


def _claims(sentence: SentenceSeen) -> str:
    if not sentence.claims:
        return ""
    rows = "".join(_claim(claim, number) for number, claim in enumerate(sentence.claims, 1))
    heads = "<th></th><th>subject</th><th>relation</th><th>object</th><th>who says so</th>"
    return (
        f'<table><thead><tr>{heads}<th>as</th><th class="rule">rule</th></tr></thead>'
        f"<tbody>{rows}</tbody></table>"
    )


def _claim(claim: SeenClaim, number: int) -> str:
    voices = "".join(
        f'<span class="level {level.kind}">{_name(_speaker(level.speaker, level.via))} '
        f"{level.kind}</span>"
        for level in claim.levels
    )
    tags = [(claim.modality, claim.modality)] if claim.modality != "actual" else []
    for name, value in (("about", claim.topic), ("in", claim.place), ("when", claim.time)):
        if value is not None:
            tags.append(("", f"{name} {label(value)}"))
    tags.append(("low" if claim.confidence < _LOW else "", f"{claim.confidence:.2f}"))
    marks = "".join(
        f'<span class="tag {css}"><bdi>{escape(text)}</bdi></span>' for css, text in tags
    )
    gloss = vocabulary()[claim.predicate].label.ar if claim.predicate in vocabulary() else ""
    return (
        f'<tr><td class="n"><sup>{number}</sup></td><td>{_name(claim.subject)}</td>'
        f'<td class="rel" title="{escape(gloss)}">{escape(claim.predicate)}</td>'
        f"<td>{_name(claim.object)}</td><td>{voices or 'the text itself'}</td>"
        f'<td>{marks}</td><td class="rule">{escape(claim.rule)}</td></tr>'
    )


def _speaker(speaker: str | None, via: str | None) -> str:
    if speaker is None:
        return f"somebody via {via}" if via else "somebody"
    return f"{speaker} via {via}" if via else speaker


def _voices(sentence: SentenceSeen) -> str:
    return _section("voices", "voices", [_voice(voice) for voice in sentence.voices])


def _voice(voice: SeenVoice) -> str:
    nested = ("", " sub", " sub2")[min(voice.depth, 2)]
    return (
        f'<li class="{nested.strip()}"><span class="level {voice.kind}">'
        f"{_name(_speaker(voice.speaker, voice.via))} {voice.kind}</span> "
        f"by {_words_of(voice.cue.text)} <code>{escape(voice.row)}</code> "
        f'<span class="clip">{_words_of(voice.words.text)}</span></li>'
    )


def _clauses(sentence: SentenceSeen) -> str:
    lines: list[str] = []
    for clause in sentence.clauses:
        verb = f"verb {_words_of(clause.verb.text)}" if clause.verb else "no verb"
        rows = f" <code>{escape(', '.join(clause.rows))}</code>" if clause.rows else ""
        subject = ""
        if clause.subject is not None:
            taken = " (from before)" if clause.inherited else ""
            subject = f" · subject {_name(clause.subject)}{taken}"
        elif clause.verb is not None:
            subject = " · no subject"
        before = f" of {_words_of(clause.antecedent)}" if clause.antecedent else ""
        moods = [m for m, on in (("negated", clause.negated), ("possible", clause.doubtful)) if on]
        tags = "".join(f' <span class="tag {mood}">{mood}</span>' for mood in moods)
        lines.append(
            f"<li>{_KIND.get(clause.kind, escape(clause.kind))}{before}: {verb}{rows}{subject}"
            f'{tags} <span class="clip">{_words_of(clause.words.text)}</span></li>'
        )
    return _section("clauses", "clauses", lines)


def _reasons(sentence: SentenceSeen) -> list[LeftOut]:
    """Return what was left out for a reason other than that it states nothing."""
    return [left for left in sentence.left_out if left.reason != _IDLE]


def _left_out(sentence: SentenceSeen) -> str:
    lines = [
        f"<li>{_words_of(left.words.text)} <code>{escape(left.row)}</code> "
        f"<bdi>{escape(label(left.reason))}</bdi></li>"
        for left in _reasons(sentence)
    ]
    idle = dict.fromkeys(left.words.text for left in sentence.left_out if left.reason == _IDLE)
    if idle:
        words = " · ".join(map(_words_of, idle))
        lines.append(f'<li class="idle">{words} <span>{_IDLE}</span></li>')
    return _section("left", "seen and left out", lines)


def _words(sentence: SentenceSeen) -> str:
    if not sentence.unknown:
        return ""
    words = " · ".join(_words_of(text) for text in dict.fromkeys(w.text for w in sentence.unknown))
    return _section("words", "in no lexicon", [f"<li>{words}</li>"])


def _section(css: str, title: str, lines: list[str]) -> str:
    if not lines:
        return ""
    return f'<section class="{css}"><h3>{title}</h3><ul>{"".join(lines)}</ul></section>'


# Texts


def _name(text: str) -> str:
    return f'<bdi class="ar">{escape(label(text))}</bdi>'


def _words_of(text: str) -> str:
    return f'<bdi class="ar">{_text(text)}</bdi>'


def _text(text: str) -> str:
    """Return words of a source, escaped; what cannot be seen is shown by its code point."""
    if text.isprintable():
        return escape(text)
    return "".join(
        escape(letter)
        if letter.isprintable() or letter in " \n\t\xa0"
        else f'<span class="control">U+{ord(letter):04X}</span>'
        for letter in text
    )
