"""Disputed: which of the claims made before somebody means who denies them."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ....schema import ActorKind, vocabulary
from ..records.clauses import Sentence
from ..records.entity import Entity
from ..records.items import Item
from ..records.readclaim import Level, ReadClaim, item_span
from ..records.stems import is_in, stems
from ..words.text import fold
from .content import STATEMENTS

_OF_STATE = (ActorKind.GOVERNMENT, ActorKind.ARMED_GROUP, ActorKind.MINISTRY)
_REACH = 16  # items behind a denial in which it names what it denies


def disputed(
    said: Sequence[ReadClaim], denier: Entity, teller: Entity | None = None
) -> list[ReadClaim]:
    """Return the claims that a denial right behind them may mean: those of the last speaker.

    When it names whose words it denies, they are that one's. An accusation is its subject's word.
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
    blamed = [c for c in about if c.predicate in STATEMENTS and on_side(denier, c.object)]
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
    involved = sentence.scene.function("involvement")
    for said in sentence.items[item.index + 1 : item.index + _REACH]:
        clause = sentence.clause_of[said.index]
        doer = denied.subject
        if said.kind == "V" and clause.kind == "an" and clause.verb is said:
            doer = clause.subject_entity or doer
        elif said.kind not in ("N", "O") or said.marker not in ("direct", "gen"):
            if said.kind == "V" and clause is not sentence.clause_of[item.index]:
                return
            continue
        wanted = {family(row.relation) for row in said.rows if row.relation is not None}
        part = said.kind != "V" and is_in(said, involved)
        for claim in reversed(before):
            mine = same_side(doer, claim.subject) or on_side(denied.subject, claim.subject)
            told_of = bool(claim.levels) or vocabulary()[claim.predicate].sign < 0
            deed = told_of and claim.predicate not in STATEMENTS
            same = family(claim.predicate) in wanted and _same_thing(sentence, said, claim)
            if mine and (same or (part and deed)):
                level = Level(denied.subject, None, "denies", denied.cue, denied.subject_at)
                cue = item_span(sentence, said)
                yield replace(claim, span=(denied.span[0], cue[1]), cue=cue, levels=(level,),
                              rule="denial", confidence=0.7)  # fmt: skip
                return


def _same_thing(sentence: Sentence, deed: Item, claim: ReadClaim) -> bool:
    """Whether what is said to be done to is nobody new: *أحدا*, قتلت*ه*, or a word used before."""
    subject = sentence.clause_of[deed.index].subject
    for thing in sentence.items[deed.index + 1 : deed.index + 5]:
        if thing.kind in ("V", "an", "mark"):
            break
        if thing.kind not in ("O", "M") or thing.marker not in ("direct", "gen", "على", "إلى"):
            continue
        if thing is subject or is_in(thing, sentence.scene.function("anybody")):
            continue
        told = sentence.scene.text[claim.span[0] : claim.span[1]].split()
        words = frozenset[str]().union(*(stems(fold(word)) for word in told))
        return not words.isdisjoint(stems(thing.key))
    return True


def family(predicate: str) -> str:
    """Return the relation that this one is a kind of, or itself."""
    return vocabulary()[predicate].parent or predicate
