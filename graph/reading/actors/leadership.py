"""Leadership that passes on: تولى X *رئاسة* Y, آلت *رئاسة* Y إلى X, كلف X *برئاسة* Y."""

from ....schema import ActorKind
from ..records.entity import Entity, agrees
from ..records.scene import Fact, Mention, Scene, mention_of
from ..words.word import VERB, Base, Word, base_in
from .appointment import carried_on, holder, mode_of_taking

_NEAR = 8  # words between what is done with the leadership and the word for it
_KIN = 3  # words that say whose kin or pupil he is
_FAR = 4  # words between the body and "to" whom its leadership passes
_NO_TAKER = frozenset({"من", "عن", "بدل", "بدلا", "خلفا"})  # before whoever had it
_UNDONE = frozenset({"لم", "لن", "لا", "قد", "عدم"})
_MINE = frozenset({"", "ل", "ب"})
_ENCLITICS = ("هما", "ها", "هم", "ه")
_LED = frozenset(ActorKind) - {ActorKind.PERSON, ActorKind.PLACE, ActorKind.MEDIA}


def leadership_at(scene: Scene, i: int, word: Word) -> Mention | None:
    """Read the leadership of a body or state that somebody gets or leaves."""
    base = base_in(word, scene.function("leaderships")) or _with_article(scene, i, word)
    own = base is None and _own(scene, word.key)
    if own:
        base = word.bases[0]
    if base is None or scene.depth or base.prep not in _MINE:
        return None
    passing = _passing(scene, i, asked=bool(base.prep))
    if not passing:
        return None
    led = _led_before(scene, i, word.noun.pronoun) if own else _led(scene, i)
    j = led[1] if led is not None else i + 1 + _of_state(scene, i + 1)
    taker = _taker(scene, i, j, passing) if led is not None or j > i + 1 else None
    if taker is None:
        return None
    entity, start = taker
    if led is None and entity.state is not None:  # تولى سالم *رئاسة الوزراء* مرتين
        led = scene.discourse.listed(entity.state), j
    if led is None:
        return None
    target = led[0]
    mode = mode_of_taking(scene, i) if passing == "taking" else "actual"
    _note(scene, entity, target, min(start, i), j, mode)
    return mention_of(scene, entity, i, j, base, "role")


def note_head(scene: Scene, body: Mention) -> None:
    """Keep whom somebody puts at the head of a body: عين سالم *على رأس الجيش*."""
    i = body.i - 2
    if scene.depth or body.entity.person or scene.key(i) != "على" or scene.key(i + 1) != "راس":
        return
    taker = _named_before(scene, i) if _passing(scene, i, asked=True) else _at_the_head(scene, i)
    if taker is not None and body.kind != "event":
        _note(scene, taker[0], body.entity, min(taker[1], i), body.j)


def _at_the_head(scene: Scene, i: int) -> tuple[Entity, int] | None:
    """Return who is, comes or stays there, before token i: حل *سالم الراوي* على رأس الحزب.

    Who comes in another's place is named first: تخلف *سعاد* سالم الراوي على رأس الحزب.
    """
    near = [mention for mention in scene.mentions if mention.i > i - _NEAR]
    for k in range(i - 1, max(-1, i - 1 - _NEAR), -1):
        word, key = scene.word(k), scene.key(k)
        if word is None or word.complementizer:
            break
        if key in _UNDONE:
            return None  # *لم* يبق سالم على رأس الحزب
        succeeding = scene.function("succeeding")
        if key in succeeding or key.lstrip("وف") in succeeding:
            heir = next((m for m in near if _named(m) and not m.prep), None)
            return (heir.entity, heir.i) if heir is not None else None
        if key.lstrip("وف") in scene.function("at_the_head"):
            return _named_before(scene, i) if scene.key(k - 1) not in _UNDONE else None
    last = near[-1] if near else None
    beside = last is not None and last.j == i and _named(last) and not last.prep
    return (last.entity, last.i) if last is not None and beside else None


def _note(scene: Scene, entity: Entity, led: Entity, i: int, j: int, mode: str = "actual") -> None:
    place = led.kind in (ActorKind.STATE, ActorKind.PLACE)
    relation = "holds-office-in" if place else "leads"
    scene.facts.append(Fact(entity, relation, led, i, j, "taking", mode))


def _passing(scene: Scene, i: int, *, asked: bool) -> str:
    """Return how the leadership at token i changes hands, as the verb before it tells, or "".

    `asked`: a preposition stands before it, as behind verbs that entrust it to somebody.
    """
    for k in range(i - 1, max(-1, i - 1 - _NEAR), -1):
        word = scene.word(k)
        if word is None or word.complementizer:
            break
        key = scene.key(k)
        for kind in ("handed_on", "entrusting", "leaving", "succeeding"):
            words = scene.function(kind)
            if key in words or (key[0] in "وف" and key[1:] in words):
                fits = asked == (kind == "entrusting")
                fits = fits and not (kind == "handed_on" and _governed(scene, i))
                return kind if fits and scene.key(k - 1) not in _UNDONE else ""
    taken = not (asked or _governed(scene, i)) and mode_of_taking(scene, i) != ""
    return "taking" if taken else ""


def _governed(scene: Scene, i: int) -> bool:
    """Whether a preposition stands before token i: تسلم *من قيادة* الجيش رسالة."""
    return scene.key(i - 1) in scene.function("prepositions")


def _own(scene: Scene, key: str) -> bool:
    """Whether it is a leadership with a pronoun: *زعامته*."""
    stem = next((key.removesuffix(end) for end in _ENCLITICS if key.endswith(end)), "")
    return stem.endswith("ت") and f"{stem[:-1]}ة" in scene.function("leaderships")


def _led_before(scene: Scene, i: int, pronoun: str) -> tuple[Entity, int] | None:
    """Return what a pronoun on the leadership at token i means: تأسس الحزب وتولى *زعامته*."""
    here = [mention.entity for mention in reversed(scene.mentions)]
    for entity in (*here, *reversed(scene.discourse.spoken_of())):
        if entity.kind in _LED and agrees(entity, pronoun[:1], pronoun[1:]):
            return entity, i + 1
    return None


def _with_article(scene: Scene, i: int, word: Word) -> Base | None:
    """Return the leadership with its quality: تولى *القيادة العامة* للجيش, not القيادة وحدها."""
    if not (scene.article(i) and scene.article(i + 1)):
        return None
    words = scene.function("leaderships")
    return next((base for base in word.bases if base.key.removeprefix("ال") in words), None)


def _of_state(scene: Scene, j: int) -> bool:
    """Whether it is the leadership of a state's government: رئاسة *الحكومة* في تشاد."""
    return scene.key(j) in scene.function("of_state") and scene.within(j) is None


def _led(scene: Scene, i: int) -> tuple[Entity, int] | None:
    """Return what is led, named behind the leadership at token i, and the token behind it."""
    j = i + 1
    qualified = scene.article(i)  # القيادة *العسكرية* لمليشيات الحزب
    j += qualified or scene.key(j) in ("العامة", "اول")
    of_state = _of_state(scene, j)
    j += of_state
    j += of_state and scene.key(j) == "في"
    led = scene.within(j)
    if led is None or led.conj or led.entity.person or led.kind == "event":
        return None
    if qualified and led.prep != "ل":
        return None
    target = led.entity
    if target.kind == ActorKind.GOVERNMENT and target.state is not None:
        target = scene.discourse.listed(target.state)
    return target, led.j


def _taker(scene: Scene, i: int, j: int, passing: str) -> tuple[Entity, int] | None:
    """Return who gets the leadership at tokens i to j, or leaves it, and where he is named."""
    if passing == "handed_on":
        return _to_whom(scene, j) or _to_whom_before(scene, i)
    behind = _person_at(scene, j)
    if passing == "succeeding":
        behind = behind or _of_his(scene, j)
        first = next((m for m in scene.mentions if m.i > i - _NEAR and _named(m)), None)
        if behind is None and first is not None:
            return first.entity, first.i  # خلف *سالم الراوي* فلانا في رئاسة الحزب
        return (behind, i) if behind is not None else None
    if passing in ("entrusting", "leaving"):
        return _named_before(scene, i)
    told = [m for m in scene.mentions if m.i > i - _NEAR and m.entity.person]
    if behind is not None and not told:
        return behind, i
    return holder(scene, i, "taking", undone=True)


def _to_whom(scene: Scene, j: int) -> tuple[Entity, int] | None:
    """Return whom "to" names behind token j: آلت رئاسة الحزب بعد وفاته *إلى سالم الراوي*."""
    for k in range(j, min(j + _FAR, len(scene.tokens))):
        if scene.word(k) is None:
            return None
        mention = scene.within(k + 1) if scene.key(k) == "الى" else None
        if mention is None and k == j and scene.key(k)[0] == "ل":
            mention = scene.within(k)
        if mention is not None:
            return (mention.entity, k) if _named(mention) else None
    return None


def _to_whom_before(scene: Scene, i: int) -> tuple[Entity, int] | None:
    """Return whom "to" names before the leadership: أسندت *إلى سالم*, أسندت *إليه*, قيادة الجيش."""
    if scene.key(i - 1) in ("اليه", "اليها"):
        who = carried_on(scene, "m" if scene.key(i - 1) == "اليه" else "f")
        return (who, i - 1) if who is not None else None
    last = scene.mentions[-1] if scene.mentions else None
    if last is None or last.j != i or not _named(last):
        return None
    to = last.prep == "ل" or scene.key(last.i - 1) == "الى"
    return (last.entity, last.i) if to else None


def _person_at(scene: Scene, j: int) -> Entity | None:
    mention = scene.within(j)
    bare = mention is not None and not (mention.prep or mention.conj)
    return mention.entity if mention is not None and bare and _named(mention) else None


def _of_his(scene: Scene, j: int) -> Entity | None:
    """Return whom it calls somebody's own: خلفه في رئاسة الحزب *ابن أخيه* سالم الراوي."""
    for k in range(j, j + _KIN):
        word = scene.word(k)
        if word is None or word.flags & VERB or scene.closed(scene.key(k)):
            return None
        if scene.key(k).endswith(_ENCLITICS) and (found := _person_at(scene, k + 1)) is not None:
            return found
    return None


def _named_before(scene: Scene, i: int) -> tuple[Entity, int] | None:
    """Return the person named last before token i who is not said to have had it before."""
    for mention in reversed(scene.mentions):
        if mention.i < i - 2 * _NEAR:
            break
        had = mention.prep == "ل" or scene.key(mention.i - 1) in _NO_TAKER
        if _named(mention) and not had:
            return mention.entity, mention.i
    return None


def _named(mention: Mention) -> bool:
    return mention.entity.person and mention.entity.named
