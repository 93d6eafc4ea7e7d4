"""Disputed: which of the claims made before somebody means who denies them."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ....schema import ActorKind, vocabulary
from ..records.clauses import Sentence
from ..records.entity import Entity
from ..records.items import Item
from ..records.readclaim import Level, ReadClaim, item_span, offsets
from ..records.stems import is_in, stems
from ..words.text import fold
from .content import STATEMENTS
from .levels import levels_of
from .zone import Zone

_OF_STATE = (ActorKind.GOVERNMENT, ActorKind.ARMED_GROUP, ActorKind.MINISTRY)
_REACH = 16  # items behind a denial in which it names what it denies


def disputed(
    said: Sequence[ReadClaim], denier: Entity, teller: Entity | None = None, *, that: bool = False
) -> list[ReadClaim]:
    """Return the claims that a denial right behind them may mean: those of the last speaker.

    When it names whose words it denies, they are that one's. An accusation is its subject's word,
    denied by whoever was accused or speaks for him, and by anybody who denies `that`.
    """
    about = [claim for claim in said if claim.predicate != "denied" and claim.rule != "denial"]
    reported = [c for c in about if c.levels and _other(c.levels[-1], denier)]
    if teller is not None:
        return [c for c in reported if teller in (c.levels[-1].speaker, c.levels[-1].via)]
    if reported:
        last = reported[-1].levels[-1]
        return [
            c
            for c in reported
            if c.levels[-1].speaker is last.speaker and c.levels[-1].via is last.via
        ]
    blamed = [
        c
        for c in about
        if c.predicate in STATEMENTS
        and (on_side(denier, c.object) or (that and not on_side(denier, c.subject)))
    ]
    if blamed:
        return blamed[-1:]
    rumours = [c for c in about if not c.levels and c.modality == "possible"]
    if rumours:
        return rumours
    own = [c for c in about if not c.levels and not c.rule.startswith(("role:", "body:"))]
    return [c for c in own if any(on_side(denier, end) for end in (c.subject, c.object))][-1:]


def _other(level: Level, denier: Entity) -> bool:
    return level.kind == "asserts" and level.speaker is not denier


def on_side(denier: Entity, other: Entity) -> bool:
    """Whether somebody speaks for an actor: himself, his body, his state and what is its own."""
    if denier is other or denier.serves is other:
        return True
    states = {denier.state, denier.listed} - {None}
    return other.listed in states or (other.kind in _OF_STATE and other.state in states)


def same_side(one: Entity, other: Entity) -> bool:
    """Whether both are the same actor, or a state and its government or forces."""
    if one is other:
        return True
    states = [
        entity.listed if entity.kind == ActorKind.STATE else entity.state
        for entity in (one, other)
        if entity.kind == ActorKind.STATE or entity.kind in _OF_STATE
    ]
    return len(states) == 2 and states[0] is not None and states[0] == states[1]


def same_deeds(
    sentence: Sentence, item: Item, told: Sequence[ReadClaim], denied: ReadClaim
) -> Iterator[ReadClaim]:
    """Yield the denial of what was told before, if the words denied leave an end of it out.

    "He threatened the members. - He denied that he had threatened anybody." It may be no more than
    a part in it: نفت ضلوعها في *الحادث*.
    """
    at = item_span(sentence, item)[0]
    before = [claim for claim in told if claim.span[1] <= at]
    for said in sentence.items[item.index + 1 : item.index + _REACH]:
        clause = sentence.clause_of[said.index]
        doer = denied.subject
        if said.kind == "V" and clause.kind == "an" and clause.verb is said:
            doer = clause.subject_entity or doer
        elif said.head is not None and said.head.kind == "N":
            continue  # نفى أن يكون الجيش بدأ بخرق *الهدنة*
        elif said.kind not in ("N", "O") or said.marker not in ("direct", "gen"):
            if said.kind == "V" and clause is not sentence.clause_of[item.index]:
                return
            continue
        claim = same_deed(sentence, said, doer, denied.subject, before)
        if claim is not None:
            level = Level(denied.subject, None, "denies", denied.cue, denied.subject_at)
            cue = item_span(sentence, said)
            span = denied.span[0], cue[1]
            at = offsets(span, cue, claim.subject_at, claim.object_at)
            yield replace(claim, at=at, levels=(level,), rule="denial", confidence=0.7)
            return


def same_deed(
    sentence: Sentence, said: Item, doer: Entity, speaker: Entity, before: Sequence[ReadClaim]
) -> ReadClaim | None:
    """Return what was told before of the deed that a speaker says was not done, by him or his."""
    wanted = {family(row.relation) for row in said.rows if row.relation is not None}
    part = said.kind != "V" and is_in(said, sentence.scene.function("involvement"))
    subject = sentence.clause_of[said.index].subject
    men = said.kind == "V" and subject is not None and bool(subject.pronoun)  # جنوده
    for claim in reversed(before):
        both = (claim.subject, claim.object)
        ends = both if vocabulary()[claim.predicate].symmetric else both[:1]
        mine = same_side(doer, claim.subject) or any(on_side(speaker, end) for end in ends)
        told_of = bool(claim.levels) or vocabulary()[claim.predicate].sign < 0
        deed = told_of and claim.predicate not in STATEMENTS
        same = family(claim.predicate) in wanted and _same_thing(sentence, said, claim)
        if (mine and (same or (part and deed))) or (men and same and told_of):
            return claim
    return None


def disowned(
    sentence: Sentence, zones: Sequence[Zone], claims: Sequence[ReadClaim],
    told: Sequence[ReadClaim],
) -> Iterator[ReadClaim]:  # fmt: skip
    """Yield what a speaker says he has not done, if its object is left out: لم نهاجم *أحدا*."""
    for said in sentence.items:
        if said.kind != "V" or not sentence.clause_of[said.index].negated:
            continue
        clause = sentence.clause_of[said.index]
        if not any(r.relation for r in said.rows):
            continue
        if said.future or sentence.items[said.index - 1].key == "لن":
            continue
        over = [z for z in zones if z.a <= said.index < z.b and z.speaker is not None]
        speaker = over[-1].speaker if over else None
        cue = item_span(sentence, said)
        if speaker is None or over[-1].kind != "asserts" or any(c.cue == cue for c in claims):
            continue
        before = [c for c in (*told, *claims) if c.span[1] <= cue[0] and c.modality != "negated"]
        claim = same_deed(sentence, said, clause.subject_entity or speaker, speaker, before)
        if claim is not None and not any(_denied(other, claim, speaker) for other in before):
            at = offsets(cue, cue, claim.subject_at, claim.object_at)
            levels = tuple(levels_of(sentence, [*zones], said.index))
            yield replace(
                claim, at=at, levels=levels, modality="negated", rule="denial", confidence=0.7
            )


def _same_thing(sentence: Sentence, deed: Item, claim: ReadClaim) -> bool:
    """Whether what is said to be done to is nobody new: *أحدا*, قتلت*ه*, or a word used before."""
    subject = sentence.clause_of[deed.index].subject
    for thing in sentence.items[deed.index + 1 : deed.index + 5]:
        if thing.kind in ("V", "an", "mark"):
            break
        if thing.kind not in ("O", "M") or thing.marker not in ("direct", "gen", "على", "إلى"):
            continue
        anybody = sentence.scene.function("anybody")
        if thing is subject or is_in(thing, anybody):
            continue
        if sentence.items[thing.index - 1].key in anybody:
            return True  # لم تقصف *أي هدف*
        told = sentence.scene.text[claim.span[0] : claim.span[1]].split()
        words = frozenset[str]().union(*(stems(fold(word)) for word in told))
        return not words.isdisjoint(stems(thing.key))
    return True


def family(predicate: str) -> str:
    """Return the relation that this one is a kind of, or itself."""
    return vocabulary()[predicate].parent or predicate


def _denied(other: ReadClaim, claim: ReadClaim, speaker: Entity) -> bool:
    """Whether a speaker has denied the claim in so many words already."""
    last = other.levels[-1] if other.levels else None
    same = (other.subject, other.predicate, other.object)
    denies = last is not None and last.kind == "denies" and last.speaker is speaker
    return denies and same == (claim.subject, claim.predicate, claim.object)
