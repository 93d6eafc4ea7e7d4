"""Charges: what somebody says that another has done wrong, which accuses him of it."""

from collections.abc import Iterator

from .clauses import Clause, Sentence
from .denial import same_side
from .entity import Entity
from .frames import Zone
from .items import Item
from .levels import levels_of
from .pronouns import entity_of
from .readclaim import ReadClaim, item_span
from .slots import verb_rows
from .stems import is_in

_SPOKEN = frozenset({"an", "main", "coord", "sub"})


def charges(sentence: Sentence, zones: list[Zone], claims: list[ReadClaim]) -> Iterator[ReadClaim]:
    """Yield whom a speaker accuses by what he says: قال إن *باريس تآمرت* مع المتمردين."""
    spoken = [z for z in zones if z.speaker is not None and z.kind == "asserts" and not z.noun]
    blamed = {(claim.subject, claim.object) for claim in claims if claim.predicate == "accused"}
    for clause in sentence.clauses if spoken else ():
        who, wrong = _guilty(sentence, clause)
        if who is None or wrong is None or who.kind == "event":
            continue
        zone = next((z for z in reversed(spoken) if z.a <= wrong.index < z.b), None)
        speaker = zone.speaker if zone is not None else None
        if zone is None or speaker is None or (speaker, who) in blamed:
            continue
        if same_side(speaker, who) or speaker.state == (who.listed or "") or speaker.serves is who:
            continue
        blamed.add((speaker, who))
        cue, at = item_span(sentence, zone.cue), item_span(sentence, wrong)
        outer = [other for other in zones if other is not zone]
        yield ReadClaim(
            speaker, "accused", who, (min(cue[0], at[0]), max(cue[1], at[1])), cue,
            item_span(sentence, zone.speaker_item) if zone.speaker_item is not None else None,
            levels=tuple(levels_of(sentence, outer, wrong.index)), rule="charge", confidence=0.7,
        )  # fmt: skip


def _guilty(sentence: Sentence, clause: Clause) -> tuple[Entity | None, Item | None]:
    """Return who is said to have done wrong, and the word that says so."""
    verb = clause.verb
    if clause.negated or clause.kind not in _SPOKEN:
        return None, None
    if verb is not None:
        done = not verb.passive and any(row.wrong for row in verb_rows(verb))
        return (clause.subject_entity, verb) if done else (None, None)
    guilty = sentence.scene.function("guilty")
    office = sentence.scene.function("charges_of_office")
    subject = clause.subject
    for item in sentence.items[subject.index + 1 : clause.b] if subject is not None else ():
        if item.key in guilty and sentence.clause_of[item.index] is clause:
            if any(is_in(o, office) for o in sentence.items[item.index + 1 : item.index + 3]):
                return None, None  # مسؤولة عن *حماية* المواطنين
            return clause.subject_entity or entity_of(sentence, subject), item
        if item.kind not in ("A", "self", "adv", "O", "aux", "quote"):
            break
    return None, None
