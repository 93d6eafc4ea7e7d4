"""The rows of the lexicons: what a linguist may write in the YAML files, checked when compiled.

Markers name the slots around a predicate: `direct` is a bare noun phrase, `an` a clause opened by
أن or إن, `imperfect` a verb right behind (أخذت فرنسا *تهدد*), `quote` words in quotation marks,
`by` a doer (على يد, من قبل), `within` a larger whole (تحت لواء, ضمن); anything else is a
preposition as it is written.
"""

from functools import cache
from typing import Annotated, Literal, TypeVar

from pydantic import ConfigDict, Field, StringConstraints, TypeAdapter
from pydantic.dataclasses import dataclass

from ....schema import ActorKind, Bilingual, Id, Name, Record, RelationId

Slug = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9-]*$")]
Arabic = Annotated[str, StringConstraints(pattern=r"^[\u0621-\u0652 ]+$", min_length=1)]
Marker = Literal[
    "direct", "an", "quote", "ب", "ل", "ك", "إلى", "من", "عن", "على", "في", "مع", "ضد", "بين",
    "تجاه", "حول", "نحو", "لدى", "حيال", "بشأن", "باسم", "أمام", "وراء", "عبر", "by", "within",
    "imperfect",
]  # fmt: skip
Markers = tuple[Marker, ...]
Mode = Literal["actual", "intended", "possible", "negated"]
Speech = Literal["asserts", "denies", "questions"]
Genitive = Literal["subject", "object", "either"]
VerbForm = Literal["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "QI", "QII", "QIV"]
T = TypeVar("T")

# Rows that the reader asks at every step are dataclasses, whose fields are read three times as fast
# as those of a pydantic model, and whose kind is told at once.
_CLOSED = ConfigDict(extra="forbid", defer_build=True)


class Example(Record):
    """A sentence in which a row must find its relation, and between whom."""

    text: str
    subject: str | None = None
    object: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True, config=_CLOSED)
class Control:
    """A verb whose complement is another predicate: who does it, and in which mode.

    In "قررت فرنسا دعم تونس" the subject of the deciding does the supporting, as an aim; in
    "اتهم المغرب الجزائر بدعم الجبهة" the object of the accusing does it, as the accuser asserts.
    """

    slot: Annotated[Markers, Field(min_length=1)]
    by: Literal["subject", "object"]
    modality: Mode = "actual"
    speech: Speech | None = None  # with it, the verb's subject is the one who says so


@dataclass(frozen=True, slots=True, kw_only=True, config=_CLOSED)
class Light:
    """A verb that lends its subject to an action noun: قدم طلبا, تلقى دعما, قام بزيارة."""

    slot: Annotated[Markers, Field(min_length=1)]
    role: Literal["subject", "object"] = "subject"
    modality: Mode = "actual"


@dataclass(frozen=True, slots=True, kw_only=True, config=_CLOSED)
class Verb:
    """One verb with its nouns: what its slots hold and what relation, if any, it states."""

    id: Slug  # transliteration, unique
    root: Annotated[str, StringConstraints(pattern=r"^[\u0621-\u064a]{3,4}$")]
    form: VerbForm
    vowels: Literal["a-a", "a-u", "a-i", "i-a", "u-u", "i-i"] | None = None  # form I only
    masdar: tuple[Arabic, ...] = ()  # empty: the regular one of forms II to X
    nouns: tuple[Arabic, ...] = ()  # further action nouns and plurals: هجوم, هجمات, زيارات
    adjectives: tuple[Arabic, ...] = ()  # that say the same as its participle: حريص, جاهز
    gloss: str
    relation: RelationId | None = None
    object: Markers = ()
    noun_object: Markers = ()  # after the masdar; empty: direct and ل for direct, else as `object`
    topic: Markers = ()  # the slot that tells what it is about (what was asked for)
    idafa: Genitive = "either"  # what a bare genitive after the masdar is
    swap: bool = False  # the grammatical subject is the relation's object (تعرض لهجوم من)
    # The markers of the doer: with swap, in the passive besides من قبل, or of things from him.
    agent: Markers = ()
    collective: bool = False  # a plural, dual or joined subject acts on itself (اتفق A وB)
    speech: Speech | None = None
    content: Markers = ()  # with speech: where the words said stand
    teller: Markers = ()  # with speech: the speaker's slot when the subject only carries (نقل عن)
    hearer: Markers = ()  # with speech: the slot of the one spoken to
    control: tuple[Control, ...] = ()
    light: Light | None = None
    answers: Markers = ()  # where somebody's request to its subject stands: رفض طلبا من
    refused: bool = False  # only where it is negated, which states it as done: لم تقبل العرض
    undoes: bool = False  # doing it denies the relation, not doing it states it: لن تتخلى عن تشاد
    wrong: bool = False  # whoever says that somebody did it accuses him: تآمر, كذب, خرق الهدنة
    likewise: Markers = ()  # its subject did as the one in this slot had done: تلتها فرنسا
    bears: Markers = ()  # its subject is an action noun whose doer stands here: ورد طلب من
    gathers: bool = False  # its subject is a meeting, behind it stands who met: لقاء ضم A وB
    sends: bool = False  # whoever is its bare object does it: أوفد *الوزير* إلى صوفيا
    with_nouns: tuple[Arabic, ...] = ()  # only with one of these nouns among its complements
    also_nouns: tuple[Arabic, ...] = ()  # and with one of these: شدد على *ضرورة* الحوار
    without_nouns: tuple[Arabic, ...] = ()  # never with one of these
    intransitive: bool = False  # never with a bare object: حمل على فرنسا, not حمل فرنسا على كذا
    subject_kinds: tuple[ActorKind, ...] = ()  # who can do it; empty: anybody
    object_kinds: tuple[ActorKind, ...] = ()  # to whom it can be done; empty: anybody
    ambiguous: tuple[Arabic, ...] = ()  # forms that are more often another word
    also_closed: tuple[Arabic, ...] = ()  # forms kept though they are function words: عبر
    finite: bool = False  # its nouns and participles are ordinary words: only it shapes a clause
    hit: tuple[Example, ...] = ()
    miss: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True, config=_CLOSED)
class EventNoun:
    """A noun that states a relation without a verb of its own: عقوبات على, حرب بين."""

    id: Slug
    nouns: Annotated[tuple[Arabic, ...], Field(min_length=1)]
    gloss: str
    relation: RelationId | None = None
    object: Markers = ()
    topic: Markers = ()
    idafa: Genitive = "either"
    collective: bool = False
    describes: bool = False  # it names one of the two ends: حليف مصر, جزء من الحركة
    swap: bool = False  # with describes: whom it names undergoes it: *صنيعة* فرنسا
    with_nouns: tuple[Arabic, ...] = ()  # only with one of these words behind it
    without_nouns: tuple[Arabic, ...] = ()  # never with one of these
    speech: Speech | None = None
    content: Markers = ()
    hit: tuple[Example, ...] = ()
    miss: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True, config=_CLOSED)
class Role:
    """An office or title before (or after) a name: وزير, ناطق رسمي, عقيد."""

    id: Slug
    nouns: tuple[Arabic, ...] = ()  # masculine singular, no article; empty: only of many
    feminine: tuple[Arabic, ...] = ()
    plural: tuple[Arabic, ...] = ()
    dual: tuple[Arabic, ...] = ()
    label: Bilingual
    relation: Literal["leads", "holds-office-in", "spokesperson-of", "member-of"] | None = None
    # `state`: an office in a state (وزير); `body`: it heads or serves a body (قائد); None: a title
    of: Literal["state", "body", "either"] | None = None
    # Whoever heads a state holds an office in it, but for leaders and dictators, who just lead it.
    in_state: Literal["leads", "holds-office-in"] = "holds-office-in"
    nameless: bool = False  # whoever is called so has no name: مصدر *مأذون*
    hit: tuple[Example, ...] = ()
    miss: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True, config=_CLOSED)
class Body:
    """The head noun of an organisation's name: قوات, حكومة, لجنة, حزب."""

    id: Slug
    nouns: Annotated[tuple[Arabic, ...], Field(min_length=1)]  # no article
    gender: Literal["m", "f"]
    plural: bool = False
    kind: ActorKind
    label: Bilingual
    # `nisba`: a nation or quality alone makes it a name (الجيش الليبي); `full`: it needs more
    # (لجنة الاتصال), so that a bare common noun is not taken for an actor.
    needs: Literal["nisba", "full"] = "nisba"
    alone: bool = False  # with the article it is the country's own: الجيش, الشرطة
    hit: tuple[Example, ...] = ()
    miss: tuple[str, ...] = ()


class Topic(Record):
    """What a request, agreement or statement is about: base, weapons, dialogue."""

    id: Slug
    nouns: Annotated[tuple[Arabic, ...], Field(min_length=1)]
    label: Bilingual


class ListedActor(Record):
    """A curated actor; a state without ISO codes is a historic one."""

    id: Id
    kind: ActorKind
    names: Annotated[tuple[Name, ...], Field(min_length=1)]
    short: tuple[Arabic, ...] = ()  # short names that mean it in any text: الناتو, الأونروا
    gender: Literal["m", "f"] = "m"
    plural: bool = False
    state: Id | None = None
    iso2: str | None = None
    iso3: str | None = None
    nisba: tuple[Arabic, ...] = ()  # masculine singular, every spelling; the rest is inflected
    people: tuple[Arabic, ...] = ()  # plurals as they stand without the article: روس, أتراك
    capitals: tuple[Arabic, ...] = ()
    same_as: tuple[str, ...] = ()
    description: str | None = None


@cache
def adapter(model: type[T]) -> TypeAdapter[T]:
    """Return what checks and writes rows of this kind."""
    return TypeAdapter(model)
