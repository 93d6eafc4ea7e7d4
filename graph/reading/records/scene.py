"""The scene: one sentence in which actors are looked for, and what has been found in it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from ....schema import ActorKind
from ..dates.dates import FoundDate
from ..page.tokens import Token
from ..words.lexicon import Lexicon
from ..words.morphology import Morphology
from ..words.names import Names
from ..words.text import seen
from ..words.word import VERB, Base, Sense, Word
from .discourse import Discourse
from .entity import Entity

_DEEPEST = 4  # bodies of bodies; hostile input is nothing but heads


@dataclass(slots=True)
class Fact:
    """What a title states: a structural relation and the tokens that state it."""

    subject: Entity
    predicate: str
    object: Entity
    i: int
    j: int
    rule: str
    modality: str = "actual"


@dataclass(slots=True)
class Mention:
    """Tokens i to j (exclusive) that stand for an entity; clitics before it are kept apart."""

    entity: Entity
    i: int
    j: int
    conj: str = ""
    prep: str = ""
    kind: str = (
        "name"  # name, role, body, nation, country, capital, city, surname, sides, instrument
    )
    start: int = 0  # offset in the source where the phrase begins, clitics left out
    named: tuple[int, int] | None = None  # tokens of the name proper, for persons with a role
    other: Entity | None = None  # the second of two sides
    all: tuple[Entity, ...] = ()  # three and more: الدول الثلاث
    both: str = ""  # which two of those spoken of before; see `Discourse.two`


@dataclass(slots=True)
class Scene:
    """What finding mentions in one sentence works on."""

    tokens: list[Token]
    text: str
    lexicon: Lexicon
    morphology: Morphology
    names: Names
    discourse: Discourse
    find: "Finder"
    facts: list[Fact] = field(default_factory=list["Fact"])
    dates: list[FoundDate] = field(default_factory=list[FoundDate])  # with offsets in the source
    mentions: list[Mention] = field(default_factory=list["Mention"])  # so far
    has_apposed_office: bool = False  # behind a comma or bracket; see `apposes_office`
    depth: int = 0  # of names within names being read
    _keys: frozenset[str] | None = None  # of its tokens, as they are asked for

    @property
    def keys(self) -> frozenset[str]:
        """All its words, folded."""
        if self._keys is None:
            self._keys = frozenset([token.key for token in self.tokens])
        return self._keys

    def has(self, name: str) -> bool:
        """Whether a word of this closed class stands in it."""
        return not self.function(name).keys().isdisjoint(self.keys)

    def function(self, name: str) -> dict[str, str]:
        """Return one closed class of words."""
        return self.names.function[name]

    def key(self, i: int) -> str:
        """Return the folded token at i, or "" past the end."""
        return self.tokens[i].key if 0 <= i < len(self.tokens) else ""

    def word(self, i: int) -> Word | None:
        """Return the word at i, or None for marks, numbers and past the end."""
        return self.tokens[i].word if 0 <= i < len(self.tokens) else None

    def article(self, i: int) -> bool:
        """Whether the word at i begins with the article, and not as ألبرتو and التقى do."""
        if not 0 <= i < len(self.tokens):
            return False
        token = self.tokens[i]
        if not token.key.startswith("ال") or token.key in self.lexicon.given:
            return False
        if token.word is not None and token.word.flags == VERB:
            return False
        return self.text[token.start] == "ا"

    def closed(self, key: str) -> bool:
        """Whether the word is of a closed class, with or without a conjunction."""
        words = self.names.closed
        return key in words or (key[0] in "وف" and key[1:] in words)

    def dated(self, i: int) -> bool:
        """Whether the word at i is in a date: الاتحاد الأوروبي *الأسبوع* الماضي."""
        if not self.dates or i >= len(self.tokens):
            return False
        start = self.tokens[i].start
        return any(date.start <= start < date.end for date in self.dates)

    def everyday(self, key: str) -> bool:
        """Whether a nation's adjective is far more often an ordinary one: مالي is financial."""
        return key.removeprefix("و").removeprefix("ال") in self.function("everyday_nisbas")

    def within(self, i: int) -> Mention | None:
        """Return the mention at token i that is part of a longer one: رئيس *لجنة* X, قوات *X*."""
        word = self.word(i)
        if word is None or self.depth >= _DEEPEST:
            return None
        self.depth += 1
        try:
            return self.find(self, i, word)
        finally:
            self.depth -= 1

    def goes_on(self, i: int, words: Sequence[str]) -> bool:
        """Whether the second and further words of a phrase stand behind token i."""
        tokens = self.tokens
        if i + len(words) > len(tokens) or tokens[i + 1].key != words[1]:
            return False
        return all(tokens[i + n].key == words[n] for n in range(2, len(words)))

    def raw(self, i: int, j: int, start: int | None = None) -> str:
        """Return the words of tokens i to j, from `start` if given, for a name or label."""
        start = self.tokens[i].start if start is None else start
        return seen(self.text[start : self.tokens[j - 1].end])


Finder = Callable[[Scene, int, Word], Mention | None]


def mention_of(
    scene: Scene,
    entity: Entity,
    i: int,
    j: int,
    base: Base,
    kind: str,
    *,
    sense: Sense | None = None,
) -> Mention:
    """Return a mention whose offset leaves out the clitics of its base, or of its sense."""
    cut = base.cut
    if sense is not None:
        cut = len(sense.conj) + len(sense.prep)
        if sense.prep == "ل" and sense.det:
            cut = len(sense.conj)  # للجيش has no letter where الجيش could begin
    start = scene.tokens[i].start
    if cut > 0:
        start = letters_in(scene.text, start, cut)
    return Mention(entity, i, j, base.conj, base.prep, kind, start)


def letters_in(text: str, start: int, letters: int) -> int:
    """Return the offset after so many letters, marks and tatweel skipped with them."""
    position = start
    while letters and position < len(text):
        position += 1
        letters -= 1
        while position < len(text) and not text[position].isalnum() and text[position] not in " \n":
            position += 1
    return position


def clean_name(scene: Scene, i: int, j: int, sense: Sense) -> str:
    """Return the words of tokens i to j without the clitics before them."""
    mention = mention_of(scene, Entity(ActorKind.PERSON, ""), i, j, Base("", "", "", 0), "",
                       sense=sense)  # fmt: skip
    name = " ".join(scene.raw(i, j, mention.start).split())
    if sense.prep == "ل" and sense.det:
        body = scene.lexicon.bodies.get(sense.id) if sense.pos == "H" else None
        own = body is not None and name[1:].partition(" ")[0] in body.nouns
        return "ال" + name[1 if own else 2 :]  # *للجنة* is اللجنة
    return name
