"""Narrowing: what a claim is about, where, and the narrower relation that follows from it."""

from functools import cache

from ....schema import ActorKind, Relation, vocabulary
from ..ends.slots import following
from ..records.clauses import Sentence
from ..records.ends import Ends
from ..records.entity import Entity
from ..records.items import Item, Row, speaks
from ..records.stems import is_in
from ..words.rows import Verb

# What counts as support when it is what somebody asks for.
_SUPPORT = frozenset({"support", "weapons", "aid", "troops", "protection", "training"})
_ASKING = frozenset({"requested-from", "called-on"})
_STATES = frozenset({ActorKind.STATE, ActorKind.GOVERNMENT})
_ENTER = frozenset({ActorKind.STATE, ActorKind.ARMED_GROUP})
_UNARMED = frozenset(
    {ActorKind.PERSON, ActorKind.PARTY, ActorKind.GOVERNMENT, ActorKind.MINISTRY, ActorKind.MEDIA}
)
_ABOUT = frozenset({"حول", "بشأن", "عن", "في"})


def topic_of(sentence: Sentence, item: Item) -> Item | None:
    """Return the noun that tells what it is about: the first topic word behind the predicate."""
    if item.kind == "N" and item.topic is not None and not any(r.topic for r in item.rows):
        return item
    clause = sentence.clause_of[item.index]
    for other in sentence.items[item.index + 1 : item.index + 25]:
        inner = sentence.clause_of[other.index]
        if inner is not clause and other.kind == "V" and inner.kind in ("coord", "main"):
            return None
        if other.kind == "sub":
            return None
        # not for whom it is: السماح *للطائرات*
        if other.topic is not None and not (
            other.kind == "O" and other.det and other.marker == "ل"
        ):
            asks = item.kind == "V" and any(r.relation in _ASKING for r in item.rows)
            if asks and (_only_about(item, other) or _let_pass(sentence, item, other)):
                return None
            return other if not _taken_away(sentence, item, other) else None
    return None


def _only_about(item: Item, what: Item) -> bool:
    """Whether something else is asked for about it: توضيحات حول صفقة *الطائرات*."""
    step = what
    while step.head is not None and step.marker == "gen":
        step = step.head
    return step is not item and step.marker in _ABOUT


def _let_pass(sentence: Sentence, item: Item, what: Item) -> bool:
    """Whether only leave is asked for what others give: السماح بمرور قوافل *الإغاثة*."""
    leave = sentence.scene.function("leave")
    between = sentence.items[item.index + 1 : what.index]
    return what.topic in _SUPPORT and any(is_in(other, leave) for other in between)


def _taken_away(sentence: Sentence, item: Item, what: Item) -> bool:
    """Whether what is spoken of is to go or to end: سحب *القوات*, عدم تسليم *الأسلحة*."""
    endings = sentence.scene.function("endings")
    inner = sentence.clause_of[what.index]
    if inner is not sentence.clause_of[item.index] and (inner.negated or _ended(inner.verb)):
        return True  # طلبت ألا تسلم *الأسلحة*, أن تسحب *قواتها*
    for other in sentence.items[item.index + 1 : what.index]:
        ends = other.kind in ("N", "O") and other.key.removeprefix("ال") in endings
        if other.kind == "negnoun" or (ends and other.marker != "gen"):
            return True
    above = what.head
    while above is not None:
        if above.key.removeprefix("ال") in endings:
            return True
        above = above.head
    return False


def _ended(verb: Item | None) -> bool:
    """Whether a verb says that something is to go or to end: أن *تسحب* قواتها, أن *توقف* الدعم."""
    rows = verb.rows if verb is not None else ()
    return any(
        row.relation == "withdrew-from"
        or (isinstance(row, Verb) and any(c.modality == "negated" for c in row.control))
        for row in rows
    )


def nation_of(sentence: Sentence, item: Item) -> Entity | None:
    """Return whose base, arms or help is asked for: قاعدة عسكرية *روسية*."""
    if item.nisba is not None:
        return sentence.discourse.listed(item.nisba)
    for other in sentence.items[item.index + 1 : item.index + 4]:
        if other.kind == "A":
            return sentence.discourse.listed(other.value)
        if other.kind != "O":
            return None
    return None


def host_of(sentence: Sentence, base: Item, subjects: list[Entity]) -> list[Entity]:
    """Return in whose land a base is asked for, if that is another's: قاعدة *في السودان*."""
    home = {state for one in subjects for state in (one.listed, one.state)}
    for other in sentence.items[base.index + 1 : base.index + 6]:
        if other.kind == "M" and other.marker == "في" and other.mention is not None:
            host = other.mention.entity
            return [host] if host.kind == ActorKind.STATE and host.listed not in home else []
    return []


def talks_between(sentence: Sentence, what: Item | None, ends: Ends) -> bool:
    """Whether a state calls another to talks with itself: دعت الهند *باكستان* إلى الحوار.

    Who calls several, or one to talks with a third, only brings them to the table.
    """
    if what is None or what.topic != "dialogue" or ends.object_marker != "direct":
        return False
    if len(ends.subjects) != 1 or len(ends.objects) != 1:
        return False
    caller, called = ends.subjects[0], ends.objects[0]
    if caller.kind not in _STATES or called.kind not in _STATES:
        return False
    if (caller.listed or caller.state) == (called.listed or called.state):
        return False
    clause = sentence.clause_of[what.index]
    third = (o for o in sentence.items[what.index + 1 : clause.b] if o.marker in ("مع", "بين"))
    return not any(o.kind == "M" for o in third)


def narrowed(relation: Relation, row: Row, topic: str | None, ends: Ends, *, own: bool) -> str:
    """Return the narrower relation that the topic makes of a request or a call.

    `own`: a state calls another to talks with itself.
    """
    if relation.id == "attacked" and ends.subjects:
        if all(one.kind == ActorKind.MEDIA for one in ends.subjects):
            return "criticized"  # هاجمت *صحيفة* ...
    if relation.id == "member-of" and isinstance(row, Verb) and _sided_with(ends):
        return "allied-with"
    wide = "support" if topic in _SUPPORT else topic
    for other in _narrower().get((relation.id, wide), ()):
        talks = own or ends.object_marker in ("مع", "على")
        if other == "calls-for-dialogue-with" and not talks:
            continue
        return other
    if relation.id == "called-on" and wide == "support" and "direct" in row.topic:
        return "requested-support-from"  # ناشد X تقديم مساعدات: for the one who calls
    if relation.id == "called-on" and ends.object_marker == "من":
        return "requested-support-from" if wide == "support" else "requested-from"
    return relation.id


def in_words(sentence: Sentence, item: Item, predicate: str, ends: Ends) -> bool:
    """Whether persons attack in words: a person, or going on to speak: هاجم الملك الحركة، *وقال*.

    So does who speaks "attacking" somebody: قال الوزير *مهاجما* الحركة إنها; and whoever has no
    arms: شن *النائب* سالم الراوي هجوما على الحركة.
    """
    attacks = any(row.id in ("haajama", "hujum") for row in item.rows)
    if predicate != "attacked" or not attacks or not ends.subjects:
        return False
    function = sentence.scene.function
    if _in_speech(sentence, item):
        return True
    if _only_talked_of(ends):
        if all(_has_no_arms(one, function("civil")) for one in ends.subjects):
            return True
        unarmed = all(one.kind in _UNARMED for one in ends.objects)
        if unarmed and all(_of_party(one) for one in ends.subjects):
            return True  # هاجم *حزب الشعب* الوزير
    if item.kind == "N" or not all(one.person for one in ends.subjects):
        return False
    who = ends.object_item.mention if ends.object_item is not None else None
    if who is not None and who.entity.person and who.entity.named:
        return True
    if item.kind == "P":
        return not item.det
    for other in sentence.items[item.index + 1 :]:
        if other.key == ":" or (other.kind == "P" and not other.det and speaks(other)):
            return True
        if other.kind == "V" and other.conj:
            clause = sentence.clause_of[other.index]
            said = any(row.speech for row in other.rows)
            return said and clause.inherited and clause.subject_entity in ends.subjects
    return False


def _in_speech(sentence: Sentence, item: Item) -> bool:
    """Whether it is in what somebody said that he attacks: تضمنت *كلمته* هجوما على الحركة."""
    given = sentence.bound.get(item.index)
    verb = given.by if given is not None else item
    said = sentence.clause_of[verb.index].subject if verb.kind == "V" else None
    return said is not None and is_in(said, sentence.scene.function("things"))


def _has_no_arms(who: Entity, civil: dict[str, str]) -> bool:
    """Whether it is somebody whose office gives him no arms: a minister, a deputy."""
    return who.person and any(role in civil for role in who.roles)


def _of_party(who: Entity) -> bool:
    """Whether it is a party or who serves one; movements and fronts often have fighters."""
    party = who.serves if who.person else who
    return party is not None and party.kind == ActorKind.PARTY and party.head == "party"


def _only_talked_of(ends: Ends) -> bool:
    """Whether it is named itself whom such an attack hits, and no house or town of theirs."""
    item = ends.object_item
    named = item is not None and item.kind == "M" and item.marker != "gen"
    return named and all(one.kind != ActorKind.PLACE for one in ends.objects)


def only_enters(sentence: Sentence, row: Row, ends: Ends) -> bool:
    """Whether troops enter a foreign town or region that is no capital: دخلت تشاد *كيدال*.

    A capital that is entered is taken, and so is a town that those of its own land enter.
    """
    item = ends.object_item
    forces = all(one.kind in _ENTER for one in ends.subjects)
    if row.id != "dakhala-balda" or item is None or not (ends.subjects and ends.objects and forces):
        return False
    capital = sentence.scene.key(item.j - 1) in sentence.scene.lexicon.capitals
    states = {one.state for one in ends.subjects}
    return not (capital or None in states) and states.isdisjoint(one.state for one in ends.objects)


def gives_arms(sentence: Sentence, item: Item, predicate: str, ends: Ends) -> bool:
    """Whether the weapons sent to a state are a gift: دبابات *لتونس*, دبابات *«الفهد»* إلى تونس.

    Those that go with men, or are named as the sender's own, are sent to fight there.
    """
    to = ends.object_item
    if predicate != "deployed-to" or to is None or any(o.kind not in _STATES for o in ends.objects):
        return False
    if not any(row.relation == "arms" for row in item.rows):
        return False
    function = sentence.scene.function
    sent = [o for o in sentence.items[item.index + 1 : to.index] if o.kind in ("O", "N", "M")]
    arms = [o for o in sent if is_in(o, function("arms"))]
    men = any(is_in(o, function("forces")) and o not in arms for o in sent)
    if not arms or men or any(o.pronoun for o in arms):
        return False
    behind = [o for o in sentence.items[arms[0].index + 1 : to.index] if o.head is arms[0]]
    qualities = function("instrument_qualities")
    made = any(o.kind == "O" and o.marker == "gen" and not is_in(o, qualities) for o in behind)
    return ends.object_marker == "ل" or made or any(is_in(o, function("makes")) for o in sent)


def _sided_with(ends: Ends) -> bool:
    """Whether somebody joins states: انضمت سردينيا إلى *بريطانيا*; "joined it" joins a body."""
    item = ends.object_item
    named = item is not None and (item.kind == "M" or item.value[1:] == "d")
    states = bool(ends.objects) and all(one.kind == ActorKind.STATE for one in ends.objects)
    return named and states and not any(one.person for one in ends.subjects)


@cache
def _narrower() -> dict[tuple[str, str | None], list[str]]:
    """Return the relations that a topic makes of their parents."""
    found: dict[tuple[str, str | None], list[str]] = {}
    for relation in vocabulary().values():
        if relation.parent is not None and relation.topic is not None:
            found.setdefault((relation.parent, relation.topic), []).append(relation.id)
    return found


def place_of(sentence: Sentence, item: Item, ends: Ends) -> Item | None:
    """Return the place that stands by the predicate under في."""
    for other in following(sentence, item):
        if other.kind == "M" and other.marker == "في" and other is not ends.object_item:
            if other.mention is not None and other.mention.kind in ("name", "capital", "city"):
                if other.mention.entity.kind == ActorKind.STATE:
                    return other
        if other.index > item.index + 16:
            return None
    return None
