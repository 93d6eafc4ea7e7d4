"""Sentences and tokens, by their offsets in the source's text."""

import re
from collections.abc import Iterator

from ..words.morphology import Morphology
from ..words.text import fold
from ..words.word import NISBA, Word

OPENING = "«“‹„"
CLOSING = "»”›"
QUOTES = OPENING + CLOSING + '"'
COMMAS = frozenset({"،", ","})
# Quotation marks as typewriters and phones have them; single ones count where no other stands.
_DOUBLED = {"<<": "«", ">>": "»", "((": "«", "))": "»", "``": "«", "''": '"'}
_EITHER = '“”"'  # marks that open and close
_SINGLE = {"‘": "«", "’": "»", "'": '"', "`": "«"}

_MARKS = r"\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed"  # vowels and the like
_UNSEEN = r"\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff"
_TOKEN = re.compile(
    rf"(?P<word>[^\W\d_]+(?:(?:[{_MARKS}\u0640]+|(?:[-'’]|[{_UNSEEN}]+)(?=[^\W\d_]))[^\W\d_]*)*)"
    rf"|(?P<number>\d(?:[\d.,/٫٬]*\d)?)|(?P<unseen>[{_MARKS}{_UNSEEN}]+)"
    r"|(?P<doubled><<|>>|\(\(|\)\)|``|'')|(?P<mark>[^\w\s]|_)"
)
_UNSPACED = re.compile(r"\S+")
# Letters of foreign names as they are said, which a dot behind does not end a sentence with.
_INITIALS = r"(?<![\s.](?:إس|آر)\.)(?<![\s.](?:كيه|جيه|إتش)\.)"
# A sentence ends at . ؟ ! ؛ or a line's end; a dot inside a number or after one letter does not.
# The mark comes first in the expression, what must stand before it behind: so a search is fast.
_END = re.compile(
    r"[.؟?!؛…\n](?:(?<=\n)|(?<=[؟?!؛…])[؟?!؛…]*"
    rf"|(?<=\.)(?<!\d\.)(?<![\s.][^\W\d_]\.){_INITIALS}\.*(?!\d)(?=[{_UNSEEN}]*(?:\s|$|[{QUOTES}’')>]))"
    r"|(?<=[ء-ي]{2}\.)(?=[ء-ي]{2})|(?<=\d\.)(?=\s|$))"
)
_CLOSED = re.compile(rf"(?:[{QUOTES}’']|>>|\)\))+")
_AROUND_NAMES = {"(": ")", "/": "/"}
_NAME = 7  # tokens up to the bracket behind a name
_LONGEST = 4_000  # characters; longer "sentences" are cut between words, to stay linear


class Token:
    """A word, number or mark of a sentence; `start` and `end` are offsets in the source's text."""

    __slots__ = ("end", "key", "kind", "start", "tanwin", "word")

    def __init__(self, kind: str, start: int, end: int, key: str, word: Word | None, tanwin: bool):
        self.kind = kind  # w word, n number, q quotation mark, p other mark
        self.start = start
        self.end = end
        self.key = key
        self.word = word
        self.tanwin = tanwin


def sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the offsets of the sentences of one paragraph, closing quotes with them."""
    position = start
    for match in _END.finditer(text, start, end):
        stop = match.end()
        closed = _CLOSED.match(text, stop, end) if text[stop - 1] != "\n" else None
        stop = closed.end() if closed is not None else stop
        if stop > position:
            yield from _cut(text, position, stop)
            position = stop
    if position < end:
        yield from _cut(text, position, end)


def _cut(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while end - start > _LONGEST:
        stop = text.rfind(" ", start, start + _LONGEST)
        stop = stop if stop > start else start + _LONGEST
        yield start, stop
        start = stop
    yield start, end


def tokenise(text: str, start: int, end: int, morphology: Morphology) -> list[Token]:
    """Return the tokens of one sentence."""
    tokens: list[Token] = []
    known, glued = morphology.known, morphology.glued
    marks: set[str] = set()
    for match in _UNSPACED.finditer(text, start, end):
        raw = match.group()
        written = known.get(raw)
        if written is not None and "-" not in raw and raw not in glued:
            key, word, tanwin = written
            tokens.append(Token("w", match.start(), match.end(), key, word, tanwin))
        else:  # a word with marks, or one not seen before
            for part in _TOKEN.finditer(text, match.start(), match.end()):
                tokens += _tokens_of(text, part, morphology)
                marks.add(part.group())
    if not marks.isdisjoint(_SINGLE):
        _quote_singly(tokens)
    if not marks.isdisjoint(_AROUND_NAMES):
        _quote_names(tokens)
    if morphology.types_ya:
        _name_ali(text, tokens, morphology)
    return tokens


def _tokens_of(text: str, match: re.Match[str], morphology: Morphology) -> list[Token]:
    """Return the tokens of a word, a number or a mark: mostly one."""
    raw, kind = match.group(), match.lastgroup
    begin, stop = match.span()
    if kind == "word":
        if "-" in raw and (two := _two_nations(raw, begin, morphology)):
            return two
        written = morphology.written(raw)
        at = morphology.glued.get(raw)
        if at is not None:
            halves = ((a, b, morphology.written(raw[a:b])) for a, b in ((0, at), (at, len(raw))))
            return [
                Token("w", begin + a, begin + b, *half) for a, b, half in halves if half is not None
            ]
        return [Token("w", begin, stop, *written)] if written is not None else []
    if kind == "unseen":
        return []  # on its own it parts no words
    if kind == "number":
        return [Token("n", begin, stop, fold(raw), None, False)]
    if kind == "doubled":
        return [Token("q", begin, stop, _DOUBLED[raw], None, False)]
    if raw in _EITHER:
        raw = _as_it_stands(text, begin, stop)
    return [Token("q" if raw in QUOTES else "p", begin, stop, raw, None, False)]


def _as_it_stands(text: str, begin: int, stop: int) -> str:
    """Return the mark that opens before a word and closes behind one: ”السنابل”, "السنابل".

    Papers set either of the curled ones for both, and the straight one.
    """
    before, behind = text[begin - 1 : begin], text[stop : stop + 1]
    free = not before.isalnum() or before == "\u0640"  # لـ”السنابل”
    if free and behind.isalnum():
        return "“"
    return "”" if before.isalnum() and not behind.isalnum() else text[begin:stop]


def _two_nations(raw: str, begin: int, morphology: Morphology) -> list[Token]:
    """Return the tokens of two nations' adjectives that a hyphen joins: فرنسي-ألماني."""
    first, _, second = raw.partition("-")
    one, two = morphology.written(first), morphology.written(second)
    if one is None or two is None or not one[1].flags & two[1].flags & NISBA:
        return []
    middle = begin + len(first)
    return [
        Token("w", begin, middle, *one),
        Token("p", middle, middle + 1, "-", None, False),
        Token("w", middle + 1, begin + len(raw), *two),
    ]


def _quote_singly(tokens: list[Token]) -> None:
    """Read single quotation marks as double ones, unless others stand beside them."""
    if not any(token.kind == "q" for token in tokens):
        for token in tokens:
            if token.key in _SINGLE:
                token.kind, token.key = "q", _SINGLE[token.key]


def _quote_names(tokens: list[Token]) -> None:
    """Read brackets as quotation marks around what a bare head noun is called: حركة *(السنابل)*.

    Some papers set all names so, and some agencies between strokes: حركة */ السنابل /*. Behind a
    whole name they hold its short form.
    """
    for n, token in enumerate(tokens):
        closing = _AROUND_NAMES.get(token.key)
        if closing is None or not n or token.kind != "p":
            continue
        joined = n > 1 and tokens[n - 1].key == "و" and tokens[n - 2].key == "»"
        if not (joined or _wants_name(tokens[n - 1])):
            continue
        behind = tokens[n + 1 : n + _NAME]
        end = next((other for other in behind if other.word is None), None)
        if end is not None and end is not behind[0] and end.key == closing:
            token.kind, token.key = "q", "«"
            end.kind, end.key = "q", "»"


def _wants_name(token: Token) -> bool:
    """Whether it is a body's or its people's noun in the construct state: حركة, مسلحو."""
    word = token.word
    senses = word.senses if word is not None else ()
    if any(s.pos == "H" and not (s.det or s.pronoun) for s in senses):
        return True
    many = token.key.endswith(("و", "ي"))
    return many and any(s.pos == "R" and s.feats[1:2] == "p" and not s.det for s in senses)


def _name_ali(text: str, tokens: list[Token], morphology: Morphology) -> None:
    """Read علي as the name where it stands among names, in a text that types على so."""
    for n, token in enumerate(tokens):
        if token.key in ("على", "وعلى"):
            before = tokens[n - 1].key if n else ""
            after = tokens[n + 1].key if n + 1 < len(tokens) else ""
            name = morphology.named_ali(before, text[token.start : token.end], after)
            if name is not None:
                tokens[n] = Token("w", token.start, token.end, *name)
