"""The records of an explanation: what was seen in each sentence, in words and offsets."""

from ...schema import Record


class Words(Record):
    """A stretch of a source's text, and the words that stand there."""

    start: int
    end: int
    text: str


class SeenMention(Record):
    """Words that stand for an actor: whom, and how that was seen."""

    words: Words
    actor: str  # the fullest name that the document gives
    kind: str  # person, state, ministry, ...; "event" for named events
    listed: str | None  # its id in the lexicon; None for actors that nobody listed
    seen_as: str  # name, role, body, nation, capital, city, surname, sides, instrument


class SeenClause(Record):
    """A clause: how it opens, its verb, and who that verb's subject is."""

    words: Words
    kind: str  # main, rel, an, sub, if, coord
    verb: Words | None = None
    rows: tuple[str, ...] = ()  # the rows of the lexicon that know the verb
    subject: str | None = None  # an actor, or the words of a subject that is none
    inherited: bool = False  # the verb names no subject: it is taken from before
    antecedent: str | None = None  # of a relative clause
    negated: bool = False
    doubtful: bool = False


class SeenVoice(Record):
    """Words that somebody says, denies or questions; voices nest by depth, 0 outermost."""

    words: Words
    cue: Words
    speaker: str | None  # None: nobody is named
    via: str | None
    kind: str  # asserts, denies, questions
    row: str  # what opened it: a row of the lexicon, quote, hedge
    depth: int


class SaidBy(Record):
    """One level of speech over a claim."""

    speaker: str | None
    via: str | None
    kind: str


class SeenClaim(Record):
    """A claim that the reader kept, with the id of the rule that found it."""

    words: Words
    cue: Words
    subject: str
    predicate: str
    object: str
    levels: tuple[SaidBy, ...]  # outermost first; none: the source's own voice
    modality: str
    topic: str | None
    place: str | None
    time: str | None  # EDTF
    rule: str
    confidence: float


class LeftOut(Record):
    """A predicate that yields no claim, and why."""

    words: Words
    row: str
    reason: str


class SeenDate(Record):
    """Words that tell a time, and the time in EDTF."""

    words: Words
    edtf: str


class SentenceSeen(Record):
    """All that was seen in one sentence."""

    words: Words
    mentions: tuple[SeenMention, ...]
    clauses: tuple[SeenClause, ...]  # none when no predicate is known: nothing asks for them
    voices: tuple[SeenVoice, ...]
    claims: tuple[SeenClaim, ...]
    left_out: tuple[LeftOut, ...]
    dates: tuple[SeenDate, ...]
    unknown: tuple[Words, ...]  # words that stand in no lexicon


class Explanation(Record):
    """How one source was read: its sentences in order, and what is no body text."""

    title: str
    language: str
    sentences: tuple[SentenceSeen, ...]
    furniture: tuple[Words, ...]  # titles of menus, bylines, date lines, read-also links
