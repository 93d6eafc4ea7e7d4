"""Titles: a role before a name, and the office it stands for once its parts are read."""

from dataclasses import dataclass

from ..page.tokens import COMMAS
from ..records.entity import Entity
from ..records.scene import Scene
from ..records.stems import stems
from ..words.rows import Role
from ..words.text import fold
from ..words.word import HEAD, NISBA, PARTICIPLE, ROLE, Sense, Word
from .listing import phrase_at
from .namepart import namelike
from .nameword import looks_foreign, sure
from .personname import name_at

_PHRASE = 4  # words from "because of" to whose envoy is called home
_BY_NAME = frozenset({"ب", "باسم", "بلقب", "بكنية"})


@dataclass(slots=True)
class Office:
    """A role phrase read up to where a name may follow."""

    role: str
    sense: Sense
    i: int
    j: int
    row: Role
    state: str | None = None
    target: Entity | None = None
    complete: bool = False  # has a complement, so that it is more than a bare title
    party: Entity | None = None  # for whom a member sits: عضو البرلمان *عن حزب السنابل*
    ministry: Entity | None = None  # in which a state's office is held, if it tells no state
    under: str | None = None  # the office whose assistant or envoy it is
    closed: bool = False  # no noun can follow as its complement: معارضون أرجنتينيون

    def finish(self, j: int) -> None:
        """Note that what it is of ends before token j, and that no more follows: قائد *الجيش*."""
        self.j, self.complete, self.closed = j, True, True


def role_sense(scene: Scene, i: int) -> tuple[Sense, int] | None:
    """Return the role read at token i and the token behind it; two-word roles first."""
    word = scene.word(i)
    if word is None or not word.flags & ROLE:
        return None
    phrase = phrase_at(scene, i, "R")
    if phrase is not None:
        return phrase
    # An honour has no article: *سيادة* الوزير, but مجلس السيادة محمد.
    senses = [s for s in word.senses if s.pos == "R" and not (s.id == "excellency" and s.det)]
    if senses and _one_more_quality(scene, i, senses[0]):
        return None
    if word.key in scene.function("ranks_of_named") and not _named_next(scene, i):
        return None  # الفريق / الفرنسي, a team
    if word.flags & PARTICIPLE and (
        calls(scene, i, word) or takes_stand(scene, i) or _does_so(scene, i, word)
    ):
        return None
    if word.key in scene.function("press_qualities"):
        if not scene.function("press_occasions").keys().isdisjoint(stems(scene.key(i - 1))):
            return None  # في مؤتمر *صحافي*
    names = any(base.key in scene.lexicon.given for base in word.bases if not base.prep)
    if senses and not senses[0].det and names:
        row = scene.lexicon.roles[senses[0].id]
        after = scene.word(i + 1)
        office = row.id == "excellency" and after is not None and after.flags & ROLE
        if row.of is None and not office and name_at(scene, i, role=False) is not None:
            return None  # *عماد* سالم, but العماد سالم and معالي *وزير* الخارجية
    two = scene.article(i + 1) and scene.key(i + 1).endswith(("ين", "ان"))  # القاضيين المصريين
    two = two or _construct_of_two(scene, i)
    if len(senses) > 1 and not two:
        senses.sort(key=lambda s: s.feats[1:2] == "d")  # عضوا في is one member, not two
    return (senses[0], i + 1) if senses else None


def _construct_of_two(scene: Scene, i: int) -> bool:
    """Whether a dual stands before its genitive: *زعيما* الانفصال, where no accusative can."""
    following = scene.word(i + 1)
    if following is None or scene.article(i) or not scene.key(i).endswith("ا"):
        return False
    if scene.tokens[i].tanwin or scene.dated(i + 1) or not scene.article(i + 1):
        return False
    return not following.flags & (NISBA | ROLE | HEAD)


def _one_more_quality(scene: Scene, i: int, sense: Sense) -> bool:
    """Whether it is one more adjective of a thing: الدعم العسكري *والسياسي* الفرنسي لتشاد."""
    before = scene.word(i - 1) if i > 1 else None
    if before is None or not (sense.conj and sense.det and scene.article(i - 1)):
        return False
    ending = "ية" if sense.feats[:1] == "f" else "ي"
    alike = scene.key(i).endswith(ending) and before.key.endswith(ending)
    thing = scene.article(i - 2) and not before.flags & (NISBA | ROLE)
    return alike and thing and name_at(scene, i + 1, role=True) is None


def _named_next(scene: Scene, i: int) -> bool:
    """Whether a title, or a name of two words or well known, stands behind token i."""
    j = rank_end(scene, i + 1)
    following = scene.word(j)
    if following is not None and any(
        s.pos == "R" and s.feats[1:2] == "s" and not (s.conj or s.prep) for s in following.senses
    ):
        return True
    named = name_at(scene, j, role=True)
    known = scene.key(j) in scene.lexicon.given or sure(scene, scene.key(j))
    return named is not None and (named[1] > j + 1 or known)


def calls(scene: Scene, i: int, word: Word) -> bool:
    """Whether it tells behind a comma what somebody does: ، *داعية* تونس إلى وقف القتال."""
    if i == 0 or scene.key(i - 1) not in COMMAS:
        return False
    rows = [scene.lexicon.verbs[s.id] for s in word.senses if s.pos == "AP" and not s.det]
    slots = {fold(marker) for row in rows if "direct" in row.object for marker in row.topic}
    for k in range(i + 2, i + 8) if slots else ():
        if k >= len(scene.tokens) or scene.tokens[k].kind == "p":
            return False
        if scene.key(k) in slots:
            return True
    return False


def _does_so(scene: Scene, i: int, word: Word) -> bool:
    """Whether it tells what its subject does besides: أبرقت النقابة *محتجة* على القرار."""
    marker = scene.key(i + 1)
    for sense in word.senses:
        if sense.pos == "AP" and not sense.det and sense.feats in ("fs", "ms+"):
            row = scene.lexicon.verbs[sense.id]
            if row.relation is not None and marker in {fold(m) for m in row.object}:
                return True
    return False


def takes_stand(scene: Scene, i: int) -> bool:
    """Whether it tells what stand somebody takes: موقفا *معارضا*, بيان *مؤيد* للثورة."""
    return scene.key(i - 1).removesuffix("ا") in scene.function("stands") and not scene.article(i)


def bestowed(scene: Scene, office: Office) -> bool:
    """Whether the office stands where a verb gives it: عين X *وزيرا*, شغل *منصب وزير*."""
    accusative = not office.sense.det and scene.key(office.i).endswith(("ا", "ة"))
    if office.sense.pronoun:  # استقال سالم بسبب سحب مصر *سفيرها*
        markers = scene.function("prepositions")
        near = (markers.get(scene.key(k)) for k in range(office.i - _PHRASE, office.i))
        accusative = accusative and all(marker not in ("time", "cause") for marker in near)
    first = counted_from(scene, office.i)
    return accusative or first < office.i or scene.key(first - 1) in scene.function("posts")


def counted_from(scene: Scene, i: int) -> int:
    """Return where "the first" stands before an office, or else its token: *أول* رئيس لتونس."""
    return i - (scene.key(i - 1).removeprefix("و") in scene.function("firsts"))


def called_so(scene: Scene, i: int) -> int:
    """Return the token behind "who is called" at token i: ناطق باسم الحركة *يدعى* سالم الراوي."""
    if scene.key(i).removeprefix("و") not in scene.function("called_so"):
        return i
    return i + 1 + (scene.key(i + 1) in _BY_NAME)


def titles_end(scene: Scene, i: int) -> int:
    """Return the token behind the bare titles at i (العميد, السيد, الدكتور)."""
    for _ in range(3):
        found = role_sense(scene, i)
        if found is None and _nation_before_name(scene, i):
            return i + 1
        if found is None or found[0].conj or found[0].prep:
            return i
        if not (found[0].det or scene.article(i) or found[0].id == "excellency"):
            return i  # بابا سيسوكو
        if found[0].id == "excellency" and _opens_office(scene, found[1]):
            return i  # أبلغ القائد العام / *جلالة الملك* فيصل
        j = rank_end(scene, found[1])
        if not (name_at(scene, j, role=True) or role_sense(scene, j)):
            return i
        i = j
    return i


def _opens_office(scene: Scene, i: int) -> bool:
    """Whether an office with its honour is the next one's: جلالة *الملك* فيصل."""
    office = role_sense(scene, i)
    return office is not None and scene.lexicon.roles[office[0].id].relation is not None


def rank_end(scene: Scene, j: int) -> int:
    """Return the token behind what goes with a rank: العقيد *الركن*, اللواء *طيار (متقاعد)*."""
    ends = scene.function("rank_ends")
    while scene.key(j) in ends or (scene.key(j) == "(" and scene.key(j + 2) == ")"):
        bracketed = scene.key(j) == "("
        if bracketed and scene.key(j + 1) not in ends and scene.key(j + 1) != "م":
            break
        j += 3 if bracketed else 1
    return j


def titles_between(scene: Scene, i: int, j: int) -> list[str]:
    """Return the ids of the bare titles from token i to j, where a name begins."""
    found: list[str] = []
    while i < j:
        title = role_sense(scene, i)
        if title is not None:
            found.append(title[0].id)
        i = title[1] if title is not None else i + 1
    return found


def _nation_before_name(scene: Scene, i: int) -> bool:
    """Whether "the Norwegian", "the economist" goes before a name: *النروجي* بيورن هاغلاند."""
    word, key = scene.word(i), scene.key(i + 1)
    if word is None or not key or scene.key(i - 1) not in COMMAS or scene.closed(key):
        return False
    nation = any(s.pos == "N" and s.det and s.feats in ("ms", "fs") for s in word.senses)
    calling = scene.article(i) and word.key.endswith("ي") and not word.flags
    if not (nation or calling) or scene.article(i + 1):
        return False
    second = looks_foreign(scene, scene.key(i + 2)) and namelike(
        scene, i + 2, first=False, role=True
    )
    spelled = looks_foreign(scene, key) and (nation or bool(second))
    return key in scene.lexicon.given or spelled or (nation and second > 1)
