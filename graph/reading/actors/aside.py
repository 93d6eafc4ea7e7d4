"""Asides: what stands between an office and its holder's name and tells nothing of whose it is."""

from ..page.tokens import OPENING
from ..records.quotation import quoted_name_end
from ..records.scene import Fact, Scene
from ..words.word import HEAD, MASDAR, NISBA, ROLE, VERB, Word
from .complement import holder_follows
from .listing import listed_at, nisba_at
from .namebound import told_next
from .owner import take_owner
from .personname import name_at
from .title import Office

_LONGEST = 5  # words of what somebody is charged with
_SHORTEST = 2
_ERRANDS = frozenset({"في", "بين", "حول", "بشأن"})
_LONGEST_ERRAND = 6  # words of where he serves, behind the preposition
_LONGEST_SHORT = 4  # tokens of a short name, with its marks


def charge(scene: Scene, office: Office, word: Word) -> bool:
    """Read what an envoy or minister is charged with: المبعوث الخاص *بالأزمة الليبية* سالم."""
    if not office.complete:
        return False
    charged = scene.key(office.j - 1) in scene.function("charged")
    return (charged or _field_of_body(scene, office, word)) and _up_to_name(scene, office)


def _field_of_body(scene: Scene, office: Office, word: Word) -> bool:
    """Whether the field of somebody who serves a body stands here: مفوض الاتحاد *للسلم والأمن*."""
    serves = office.target is not None and office.row.relation == "holds-office-in"
    if not serves or word.pronoun or word.key[0] != "ل" or word.key in scene.lexicon.given:
        return False
    if scene.closed(word.key):
        return False  # سفير فرنسا *لدى* بوركينا فاسو
    for_whom = word.flags & (ROLE | HEAD | VERB) or listed_at(scene, office.j) is not None
    action = word.flags & MASDAR and not scene.article(office.j + 1)
    return not (for_whom or action)


def lands(scene: Scene, office: Office, word: Word) -> bool:
    """Read for which lands somebody is: المساعد *لشؤون الشرق الأوسط وشمال أفريقيا* سالم."""
    whole = word.key in scene.function("in_matters_of")
    told = office.complete or (whole and office.sense.det)  # المفوض السامي *لشؤون اللاجئين*
    if not told or not (whole or word.key.startswith("لل")):
        return False
    k = office.j + 1
    listed = listed_at(scene, k, bare=True) if whole else None
    if listed is not None:
        k += len(listed[1].words)
    elif whole and scene.key(k) in scene.function("continents"):
        k += 1
    while scene.article(k) and not holder_follows(scene, k):
        k += 1
    k = joined_places(scene, k)
    if k == office.j + 1 or not holder_follows(scene, k):
        return False
    free = office.state is None and office.target is None and k > office.j + 2
    nation = nisba_at(scene, k - 1) if free else None
    office.j = k - (nation is not None)  # وزير الدولة للشؤون الخارجية / *التركي* سالم
    return True


def joined_places(scene: Scene, k: int) -> int:
    """Return the token behind places joined before token k: إلى مالي *وشمال النيجر* سالم الراوي.

    Without a name behind they may be joined to somebody else.
    """
    j = k
    while scene.key(j).startswith("و"):
        apart = scene.key(j).removeprefix("و") in scene.function("directions")
        place = listed_at(scene, j + apart, bare=apart)
        if scene.key(j + apart).removeprefix("و") in scene.function("continents"):
            j += apart + 1
        elif place is not None and (apart or place[0].conj == "و"):
            j += apart + len(place[1].words)
        else:
            break
    return j if holder_follows(scene, j) else k


def cause(scene: Scene, office: Office, word: Word) -> bool:
    """Read what an office is for that is no body: المرشد الأعلى *للثورة الإسلامية* سالم."""
    his = office.sense.pronoun != ""  # وزيره *للعدل* سالم الراوي
    owned = office.sense.det or office.state is not None or his
    behind = scene.word(office.j + 1)
    thing = next((b for b in word.bases if b.prep == "ل" and not b.conj), None)
    rights = thing is not None and thing.key in scene.lexicon.ordinary
    rights = rights and scene.article(office.j + 1) and word.key not in scene.lexicon.given
    rights = rights and not word.flags & (HEAD | MASDAR | ROLE | VERB)
    whole = word.key.startswith("لل") or rights  # المفوض السامي *لحقوق الإنسان* سالم
    aims = owned and whole and (office.target is None or his)
    if word.flags & MASDAR and not scene.article(office.j + 1):
        return False  # السفير / *للاحتجاج* على
    if behind is not None and any(base.prep == "ل" for base in behind.bases):
        return False  # السفير / *للتحضير* لزيارة
    return aims and (_up_to_seat(scene, office) or _up_to_name(scene, office))


def _up_to_seat(scene: Scene, office: Office) -> bool:
    """Read up to the listed body that somebody serves: *للسياسة الخارجية* في الاتحاد الأوروبي."""
    k = office.j + 1
    while scene.article(k):
        k += 1
    inside = scene.key(k) == "في"
    body = listed_at(scene, k + inside, bare=inside)
    if body is None or not (inside or body[0].prep == "ب") or body[1].kind != "name":
        return False
    if not holder_follows(scene, k + inside + len(body[1].words)):
        return False
    office.j, office.complete = k, True
    return True


def _up_to_name(scene: Scene, office: Office) -> bool:
    for k in range(office.j + 1, office.j + 1 + _LONGEST):
        part = scene.key(k).removeprefix("و") in scene.function("continents")
        if not part and holder_follows(scene, k):
            office.j = k
            return True
        further = scene.word(k)
        construct = k == office.j + 1 and not scene.key(k - 1).startswith(("لل", "بال"))
        verb = 0 if construct else VERB  # لعمليات *حفظ* السلام
        if further is None or further.flags & (verb | ROLE) or further.complementizer:
            return False
    return False


def of_that_time(scene: Scene, office: Office, word: Word) -> bool:
    """Read when somebody held the office: وزير الدفاع *في ذلك الوقت* سالم الراوي."""
    if not office.complete or word.key not in ("في", "خلال"):
        return False
    if scene.key(office.j + 1) not in scene.function("demonstratives"):
        return False
    if scene.key(office.j + 2) not in scene.function("that_time"):
        return False
    if not (holder_follows(scene, office.j + 3) and acts_by_telling(scene, office.i)):
        return False
    office.j += 3
    return True


def errand(scene: Scene, office: Office, word: Word) -> bool:
    """Read where or in what somebody serves who says so: أكد الوسيط *في محادثات السلام* سالم أن.

    What else he might do there the verb leaves no room for.
    """
    whose = office.complete or office.sense.det
    heads = scene.function("place_heads")
    there = word.key in _ERRANDS or any(b.prep == "ب" and b.key in heads for b in word.bases)
    if not (whose and there and office.role != "counterpart" and tells(scene, office.i)):
        return False
    for k in range(office.j + 2, office.j + 2 + _LONGEST_ERRAND):
        further = scene.word(k)
        if further is None or further.complementizer or further.key == "مع":
            return False
        if further.flags & (ROLE | NISBA):
            return False  # مع نظيره *الروسي* سالم الراوي
        if further.verbs and not scene.closed(further.key):
            return False
        name = name_at(scene, k, role=True) if holder_follows(scene, k) else None
        if name is not None and name[1] > k + 1 and told_next(scene, name[1]):
            office.j = k
            return True
    return False


def tells(scene: Scene, i: int) -> bool:
    """Whether a verb of saying stands before token i, which has no actor for its object."""
    verb = scene.word(i - 1)
    rows = [scene.lexicon.verbs[s.id] for s in verb.verbs] if verb is not None else []
    to_actors = (row for row in rows if row.relation and not row.with_nouns)
    return any(row.speech for row in rows) and not any("direct" in r.object for r in to_actors)


def acts_by_telling(scene: Scene, i: int) -> bool:
    """Whether the verb before token i says, or is no more than "was": *كان* وزير الدفاع سالم."""
    return tells(scene, i) or scene.key(i - 1).lstrip("وف") in scene.function("auxiliaries")


def belonging(scene: Scene, office: Office, word: Word) -> bool:
    """Read of what the body is part: قائد كتيبة النصر *التابعة لجيش التحرير* سالم الراوي."""
    told = office.target is not None and word.key in scene.function("belonging_bodies")
    whole = scene.within(office.j + 1) if told else None
    if whole is None or whole.entity.person or whole.conj or not holder_follows(scene, whole.j):
        return False
    assert office.target is not None
    if whole.kind in ("body", "name") and whole.prep == "ل":
        scene.facts.append(
            Fact(office.target, "part-of", whole.entity, office.i, whole.j, "belonging")
        )
    office.j = whole.j
    return True


def at_hers(scene: Scene, office: Office, word: Word) -> bool:
    """Read a pronoun that says where somebody serves: سفير ميانمار *لديها*, وزير الإعلام *فيها*."""
    if not office.complete or word.pronoun is None or word.pronoun[0] not in ("لدى", "في"):
        return False
    if word.pronoun[0] == "في" and (office.row.of != "state" or office.state or office.target):
        return False
    if word.pronoun[0] == "في" and not take_owner(scene, office, word.pronoun[1]):
        return False
    office.j += 1
    return True


def seat_follows(scene: Scene, i: int) -> bool:
    """Whether where he serves stands at token i: ممثل المؤتمر (أنك) *في لندن*، سالم الراوي."""
    seat = listed_at(scene, i + 1, bare=True) if scene.key(i) in ("في", "لدى") else None
    return seat is not None and holder_follows(scene, i + 1 + len(seat[1].words))


def abbreviation(scene: Scene, office: Office) -> bool:
    """Read a short name in brackets: رئيس منظمة الوحدة *(أكوا)*، سالم الراوي."""
    if not office.complete or office.j >= len(scene.tokens):
        return False
    end = quoted_name_end(scene, office.j) if scene.key(office.j) in OPENING else None
    if end is not None and end <= office.j + _LONGEST_SHORT and holder_follows(scene, end):
        if office.target is not None:
            scene.discourse.call(office.target, scene.raw(office.j + 1, end - 1))
        office.j = end  # مبعوث الهيئة الحكومية للتنمية *«إيغاد»*، سالم الراوي
        return True
    if scene.key(office.j) != "(":
        return False
    for k in range(office.j + _SHORTEST, office.j + 2 * _SHORTEST + 1):
        if scene.key(k) == ")" and (holder_follows(scene, k + 1) or seat_follows(scene, k + 1)):
            office.j = k + 1
            return True
    return False
