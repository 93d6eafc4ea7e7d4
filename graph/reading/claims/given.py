"""Given before: whose "the plan", "these charges" or "the decision" is to which somebody reacts.

Whatever somebody asks for, offers, says, decides or does may be taken up by a noun later: by the
one that it was called by, or by one for its kind, as "the demand" is for a verb of asking.
"""

from collections.abc import Iterator

from ....schema import ActorKind, vocabulary
from ..ends.arguments import entities, group
from ..ends.made import doer_of
from ..ends.pronouns import giver_entity
from ..ends.slots import genitives, slot
from ..ends.takenup import ATTACKS, called_by, last_doer
from ..ends.thingmeant import goes_on_with_antecedent
from ..records.clauses import Clause, Sentence
from ..records.ends import Found
from ..records.entity import Entity, may_mean
from ..records.items import STANDS, Item, classes_of
from ..records.memory import Given
from ..records.stems import counts_as, is_in
from .doers import whose

_SAID = frozenset({"REQUEST", "ACCUSE", "THREATEN", "REJECT", "PROTEST", "SUPPORT"})
_OF_THINGS = frozenset({"rejects", "opposes", "supports"})  # things rather than actors
_TOLD = frozenset({"REQUEST", "ACCUSE", "THREATEN"})  # by whomever it is, without a word of to whom
_KINDS: dict[str, set[str]] = {
    "REQUEST": {"request"},
    "ACCUSE": {"charge"},
    "THREATEN": {"threat"},
    "REJECT": {"stand"},
    "PROTEST": {"stand"},
    "SUPPORT": {"stand"},
    "CONSULT": set(),
}
_GIVING = ("proposing", "deciding", "issuing", "addressing")
_REACH = 4  # sentences back to what is called by its kind alone
_NEAR = 1  # to a statement that is called a charge
_ORGANS = frozenset({ActorKind.GOVERNMENT, ActorKind.MINISTRY, ActorKind.MISSION})


def givers_before(
    sentence: Sentence, item: Item, without: tuple[Entity, ...], pronoun: str = ""
) -> list[Entity]:
    """Return who has given what a noun takes up from before, but for those who react to it.

    With a `pronoun` it is his who fits it, and who has called it so: رفض *مشروعه*.
    """
    if item.rows:
        without = (*without, *_done_to(sentence, item))
    if not (pronoun or _definite(sentence, item)):
        chain = [item, *genitives(sentence, item)]
        deed = next((step for step in chain if step.kind == "N" and classes_of(step)), None)
        known = last_doer(sentence, deed) if deed is not None and chain[-1].det else []
        return _others(known, without, "")  # أيدت *قرار الانسحاب*, أيدت *نشر القوات*
    noun, kinds = counts_as(item, sentence.scene.function("things"))
    notes = [*sentence.discourse.given, *_before(sentence, item, noun)]
    named = next((note for note in reversed(notes) if noun and note.noun == noun), None)
    if named is not None and named.who:
        return _others(named.who, without, pronoun)
    for kind in kinds.split() if not pronoun else ():
        if kind == "attack":
            done = [who for deed, who in sentence.discourse.deeds.items() if deed in ATTACKS]
            if done:
                return _others(done[-1:], without, pronoun)
        since = (
            named.turn
            if named is not None
            else sentence.discourse.turn - (_NEAR if kind == "statement" != kinds else _REACH)
        )
        last: list[Given] = []
        for note in reversed(notes):
            if note.turn < (last[0].turn if last else since):
                break
            elsewhere = kind == "statement" and note.to and not _concerns(note, without)
            if kind in note.kinds and not elsewhere and _others(note.who, without, pronoun):
                last.append(note)
        towards = [note for note in last if _concerns(note, without)]
        if last:
            return _others((towards or last)[0].who, without, pronoun)
    if item.kind == "N" and classes_of(item) and not pronoun:
        return _others(last_doer(sentence, item), without, "")
    return []


def his_before(sentence: Sentence, item: Item, without: tuple[Entity, ...]) -> list[Entity]:
    """Return who has given what is his by a pronoun, and no other's: رفض عبد الناصر *مشروعه*."""
    his = item.pronoun not in ("", "1") and is_in(item, sentence.scene.function("things"))
    return givers_before(sentence, item, without, item.pronoun) if his else []


def _done_to(sentence: Sentence, deed: Item) -> list[Entity]:
    """Return to whom a deed was done, who did not do it himself: أدان الغارة *على الفرنسيين*."""
    markers = {m for row in deed.rows for m in row.object} - {"direct"}
    found = (slot(sentence, deed, marker) for marker in sorted(markers))
    return [who for other in found if other is not None for who in entities(sentence, other)]


def _concerns(note: Given, who: tuple[Entity, ...]) -> bool:
    return any(one in who for one in note.to)


def _others(who: list[Entity], without: tuple[Entity, ...], pronoun: str) -> list[Entity]:
    """Return those of them who are not on the side of these, and fit the pronoun if any."""
    mine = set[object]().union(*map(_sides, without))
    left = [one for one in who if mine.isdisjoint(_sides(one))]
    return [one for one in left if not pronoun or may_mean(one, pronoun)]


def _sides(who: Entity) -> set[object]:
    """Return what an actor is and acts for: an official for his body, a ministry for its state."""
    found: set[object] = {who}
    if who.serves is not None:
        found |= _sides(who.serves)
    elif who.person or who.kind in _ORGANS:
        found.add(who.state)
    found.add(who.listed)
    return found - {None}


def _definite(sentence: Sentence, item: Item) -> bool:
    """Whether it is "the deed" or "this deed"."""
    return item.det or (item.index > 0 and sentence.items[item.index - 1].kind == "demo")


def takes_up(sentence: Sentence, item: Item) -> bool:
    """Whether a noun may take up a deed told before: الغارة, القرار, الخطوة."""
    deed = item.kind == "N" and bool(classes_of(item))
    return (deed or is_in(item, sentence.scene.function("things"))) and _definite(sentence, item)


def _before(sentence: Sentence, item: Item, noun: str) -> Iterator[Given]:
    """Yield what has been said before the item in its sentence, and was called by the noun."""
    for _, end, speaker in sentence.voices:
        if end <= item.index:
            yield Given([speaker], frozenset({"statement"}), [], turn=sentence.discourse.turn)
    for other in sentence.items[: item.index] if noun else ():
        if other.kind in ("O", "N", "P") and noun == _called(sentence, other):
            yield from _made(sentence, other, noun)


def note_given(sentence: Sentence) -> None:
    """Keep what was said in a sentence, and whose the things are that it names."""
    for _, _, speaker in sentence.voices:
        sentence.discourse.note(Given([speaker], frozenset({"statement"}), []))
    if not sentence.has("things"):
        return
    for item in sentence.items:
        if item.kind in ("O", "N", "P") and (noun := _called(sentence, item)):
            for made in _made(sentence, item, noun):
                sentence.discourse.note(made)


def thing_before(
    sentence: Sentence, feats: str, relation: str, without: tuple[Entity, ...]
) -> list[Entity]:
    """Return whose thing a pronoun means that fits the one last spoken of: قبل العرض ورفض*ه*."""
    turn, forms, whose = sentence.discourse.thing or (0, frozenset[str](), list[Entity]())
    near = relation in _OF_THINGS and turn >= sentence.discourse.turn - 1
    return _others(whose, without, "") if near and feats in forms else []


def thing_judged(
    sentence: Sentence, item: Item, feats: str, without: tuple[Entity, ...]
) -> list[Entity]:
    """Return whose thing a relative clause judges: ألقى *الوزير* خطابا نددت به فرنسا.

    So does what is joined to one: الخطة التي طرحتها *روسيا* وتؤيدها الصين.
    """
    clause = sentence.clause_of[item.index]
    thing = clause.antecedent
    told = clause.kind == "rel" or goes_on_with_antecedent(sentence, clause, item, feats)
    if not told or clause.verb is not item or thing is None or thing.kind == "M":
        return []
    if feats not in called_by(thing) or not _called(sentence, thing):
        return []
    return _others(_makers(sentence, thing), without, "")


def note_thing(sentence: Sentence, item: Item) -> None:
    """Keep what a verb is about, which the next verb's pronoun may mean: قبل *العرض* ورفضته."""
    if item.kind != "V" or not sentence.has("things"):
        return
    if not STANDS.isdisjoint(classes_of(item)):
        return
    doer = sentence.clause_of[item.index].subject
    claimed = (
        frozenset(o.index for o in group(sentence, doer)) if doer is not None else frozenset[int]()
    )
    for marker in ("direct", "ب", "على"):
        thing = slot(sentence, item, marker, claimed=claimed)
        if thing is None or thing.kind not in ("O", "N") or not (noun := _called(sentence, thing)):
            continue
        who = sentence.clause_of[item.index].subject_entity
        given = [note.who for note in _made(sentence, thing, noun)]
        if not given and _definite(sentence, thing):
            given = [givers_before(sentence, thing, (who,) if who is not None else ())]
        if given and given[0]:
            sentence.discourse.thing = (sentence.discourse.turn, called_by(thing), given[0])
        return


def _called(sentence: Sentence, item: Item) -> str:
    return counts_as(item, sentence.scene.function("things"))[0]


def _made(sentence: Sentence, item: Item, noun: str) -> Iterator[Given]:
    """Yield whose the thing is that a noun names, or that it is nobody known's."""
    who = _makers(sentence, item)
    if who or not (_definite(sentence, item) or item.pronoun):
        kinds = frozenset(sentence.scene.function("things")[noun].split()[:1])
        yield Given(who, kinds, [], noun, sentence.discourse.turn)


def _makers(sentence: Sentence, item: Item) -> list[Entity]:
    """Return whose a thing is, by the words around it: خطة *فرنسا*, قدمت *فرنسا* خطة."""
    who = whose(sentence, item) if item.rows or item.nisba else []
    who = who or [owner for step in genitives(sentence, item) for owner in whose(sentence, step)]
    if who:
        return who
    behind = doer_of(sentence, item) or giver_entity(sentence, item)
    if behind is not None:
        return [behind]
    clause = sentence.clause_of[item.index]
    verb = clause.verb
    if verb is None or clause.subject_entity is None or item.marker not in ("direct", "ب"):
        return []
    function = sentence.scene.function
    gives = any(row.id in function(c) for row in verb.rows for c in _GIVING)
    return [clause.subject_entity] if gives and verb.index < item.index else []


def note_act(sentence: Sentence, item: Item, found: list[Found]) -> None:
    """Keep who asked for, said or did something, or decided on it without a word of what."""
    clause = sentence.clause_of[item.index]
    if not found and (item.kind != "V" or clause.subject_entity is None):
        return
    ahead = item.kind == "V" and (item.future or _wont(sentence, item))
    kinds: set[str] = set()
    told = [one for one in found if one.modality == "actual" or ahead]
    told = [one for one in told if not vocabulary()[one.predicate].structural]
    for one in told:
        of = vocabulary()[one.predicate].relation_class
        kinds |= _KINDS.get(of, {"step", "decision"})
        kinds |= {"statement"} if of in _SAID else set[str]()
    who = list(dict.fromkeys(one.subject for one in told))
    itself = clause.subject_entity if item.kind == "V" else None
    if itself is not None and any(one.object is itself for one in told):
        who = [itself]  # اشترت *بوليفيا* أسلحة من البرازيل
    if not found and item.kind == "V" and clause.subject_entity is not None:
        who = [clause.subject_entity]
        if ahead:
            kinds |= {"step", "decision"}
        elif not clause.negated:
            kinds |= _kinds_of(sentence, item, clause)
    if kinds:
        to = list(dict.fromkeys(one.object for one in told))
        sentence.discourse.note(Given(who, frozenset(kinds), to))


def _kinds_of(sentence: Sentence, item: Item, clause: Clause) -> set[str]:
    """Return what a verb counts as whose object is nobody: a decision, a proposal, a threat."""
    function, ids = sentence.scene.function, {row.id for row in item.rows}
    kinds = {k for of in classes_of(item) & _TOLD for k in (*_KINDS[of], "statement")}
    kinds |= {"request"} if not function("proposing").keys().isdisjoint(ids) else set[str]()
    if not function("deciding").keys().isdisjoint(ids):
        if not any(inner.parent is clause and inner.kind == "an" for inner in sentence.clauses):
            kinds |= {"step", "decision"}
    return kinds


def _wont(sentence: Sentence, verb: Item) -> bool:
    """Whether it tells what its subject will not do: *لن* تحضر."""
    before = sentence.items[verb.index - 1] if verb.index else verb
    return before.kind == "neg" and before.key == "لن"
