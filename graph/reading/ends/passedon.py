"""What a sentence passes on to the next: who may go on, who decided, whose men acted."""

from ....schema import ActorKind
from ..actors.unknown import unknown_name
from ..records.clauses import Clause, Sentence
from ..records.entity import Entity
from ..records.items import Item
from ..records.stems import stems
from ..words.word import ROLE
from .things import acting_through
from .unsaid import through

_ACTING = frozenset({ActorKind.STATE, ActorKind.GOVERNMENT})


def _who_may_go_on(sentence: Sentence, *, unknown: bool) -> tuple[list[Entity], list[Entity]]:
    """Return whom the next sentence may mean without a subject of its own, the likeliest first.

    Those who lead it are returned besides: the subjects of its main clauses.

    Behind "he said that A had attacked B" it is he who goes on: *واتهم* C. Behind a sentence of
    nobody's it may be whoever was named in it, but for one of somebody `unknown`.
    """
    main: list[Entity] = []
    inner: list[Entity] = []
    for clause in reversed(sentence.clauses):
        if clause.subject_entity is not None:
            (main if _outermost(clause) else inner).append(clause.subject_entity)
    who = list(dict.fromkeys((*main, *inner)))
    for item in reversed(sentence.items if not (who or unknown) else ()):
        if item.mention is not None and item.marker in ("direct", "gen", "title"):
            who.append(item.mention.entity)
    return who, list(dict.fromkeys(main))


def _unknown_person(sentence: Sentence) -> bool:
    """Whether somebody unknown is the subject, who may go on: قال *البطريرك* إن ... وأضاف."""
    for clause in sentence.clauses:
        if clause.subject is not None and clause.subject_entity is None and _outermost(clause):
            word = sentence.scene.word(clause.subject.i)
            known = word is None or not word.flags & ROLE
            return not known or unknown_name(sentence, clause.subject)
    return False


def pass_on(sentence: Sentence) -> None:
    """Keep for the next sentence who may go on in it."""
    discourse, unknown = sentence.discourse, _unknown_person(sentence)
    going_on, leading = _who_may_go_on(sentence, unknown=unknown)
    if going_on or unknown:
        discourse.subjects = going_on
        discourse.leading = leading
        discourse.note_leading(leading)
    discourse.unknown_subject = unknown
    _note_sent(sentence)
    many = [who for clause in sentence.clauses if (who := _acting_as_many(sentence, clause))]
    if many:
        discourse.many = many[-1]
    elif going_on:
        discourse.many = None


def pass_on_topic(sentence: Sentence) -> None:
    """Keep whom a sentence is about that tells no deed: لم يكن *سالم الراوي* يحقد على أحد.

    Without a verb it may be a state, if nobody else is named: *ومصر*؟, بقي موقف *فرنسا*.
    """
    named = [item for item in sentence.items if item.mention is not None]
    verbless = not any(item.kind in ("V", "P") for item in sentence.items)
    if verbless and len(named) == 1 and (who := _asked_about(sentence, named[0])) is not None:
        sentence.discourse.subjects = sentence.discourse.leading = [who]
        sentence.discourse.unknown_subject = False
        return
    for item in sentence.items:
        if item.kind == "M" and item.mention is not None and item.marker == "direct":
            if item.mention.entity.person and not item.conj:
                sentence.discourse.subjects = sentence.discourse.leading = [item.mention.entity]
                sentence.discourse.unknown_subject = False
            return


def _asked_about(sentence: Sentence, item: Item) -> Entity | None:
    """Return the state of which alone a sentence speaks, unless it tells where it was written."""
    mention = item.mention
    if mention is None or mention.entity.kind not in _ACTING:
        return None
    dated = bool(sentence.scene.dates) and mention.kind == "capital"
    return mention.entity if item.marker in ("direct", "gen", "عن") and not dated else None


def _note_sent(sentence: Sentence) -> None:
    """Let "the delegation" be of the body it came from: *وفد من الحزب*, then الوفد."""
    if not sentence.has("sent"):
        return
    sent = sentence.scene.function("sent")
    for item, step, named in zip(
        sentence.items, sentence.items[1:], sentence.items[2:], strict=False
    ):
        if item.kind != "O" or item.det or step.kind != "prep" or step.value != "من":
            continue
        if named.mention is not None and named.mention.kind in ("body", "name"):
            for noun in sent.keys() & stems(item.key):
                sentence.discourse.again(named.mention.entity, noun)


def _acting_as_many(sentence: Sentence, clause: Clause) -> Entity | None:
    """Return who does something in the plural: *مقاتلو الحركة* هاجموا, *رجاله* أسروا."""
    plural = clause.verb is not None and clause.verb.feats.split()[1] == "3mp"
    if clause.subject is not None and clause.subject.kind == "O":
        return acting_through(sentence, clause.subject) if plural else None
    return clause.subject_entity if plural or through(clause.subject, "3mp") else None


def _outermost(clause: Clause) -> bool:
    step: Clause | None = clause
    while step is not None and step.kind in ("main", "coord"):
        step = step.parent
    return step is None
