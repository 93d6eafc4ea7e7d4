"""Shown: what "that" or "a step that X blamed" takes up, whose doer is concerned."""

from ..records.agreement import pronoun_fits
from ..records.clauses import Clause, Sentence
from ..records.entity import Entity
from ..records.items import Item, classes_of, comma
from ..records.stems import is_in
from .arguments import entities
from .takenup import DEEDS

_NEAR = 1  # sentences back
_ASKING = frozenset({"REQUEST", "ACCUSE", "THREATEN"})


def shown_object(sentence: Sentence, index: int) -> Item | None:
    """Return "that" where it stands alone right behind an item: عارضت باكستان *ذلك*."""
    behind = sentence.items[index + 1 : index + 3]
    if behind and behind[0].kind == "prep":
        behind = behind[1:] + sentence.items[index + 3 : index + 4]
    if not behind or behind[0].kind != "demo":
        return None
    alone = len(behind) == 1 or behind[1].kind not in ("M", "N", "O", "P", "A", "T")
    return behind[0] if alone else None


def doers_of_shown(sentence: Sentence, without: tuple[Entity, ...]) -> list[Entity]:
    """Return who has last given, said or done something that "that" may mean."""
    discourse = sentence.discourse
    for note in reversed(discourse.given):
        if note.turn < discourse.turn - _NEAR:
            return []
        who = [one for one in note.who if one not in without]
        if who:
            return who
    return []


def whose_step(sentence: Sentence, verb: Item) -> list[Entity]:
    """Return who took the step that a relative clause judges: ..., وهي *خطوة* انتقدتها فرنسا."""
    step = step_before(sentence, verb)
    if step is None:
        return []
    for outer in reversed(sentence.clauses):
        if outer.b <= step.index and outer.verb is not None and outer.kind != "rel":
            return _doers(sentence, _asking(outer))
    outer = sentence.clause_of[step.index]
    if outer.verb is None or outer.verb.index > step.index:
        outer = sentence.clause_of[step.index - 1]
    told = outer.verb is not None and outer.verb.index < step.index
    return _doers(sentence, outer) if told else []


def _asking(clause: Clause) -> Clause:
    """Return the clause of asking or blaming that holds another: *طلبت* مصر أن تنسحب تركيا."""
    outer = clause.parent
    if clause.kind != "an" or outer is None or outer.verb is None:
        return clause
    return clause if classes_of(outer.verb).isdisjoint(_ASKING) else outer


def told_before(sentence: Sentence, verb: Item) -> Entity | None:
    """Return who said what a relative clause calls untrue: ...، وهو ما *كذبته* القاهرة."""
    step = step_before(sentence, verb) if verb.kind == "V" else None
    told = (who for start, _, who in reversed(sentence.voices) if step and start < step.index)
    return next(told, None) or next(iter(whose_step(sentence, verb)), None) if step else None


def _doers(sentence: Sentence, clause: Clause) -> list[Entity]:
    """Return all who did what a clause tells."""
    if clause.subject is not None and clause.subject.kind == "M" and not clause.inherited:
        return entities(sentence, clause.subject)
    return [clause.subject_entity] if clause.subject_entity is not None else []


def step_before(sentence: Sentence, verb: Item) -> Item | None:
    """Return what a relative clause takes up: *وهي خطوة*, *وهو ما*, *الأمر الذي*, *في خطوة*."""
    clause = sentence.clause_of[verb.index]
    opener, step = clause.opener, clause.antecedent
    if clause.kind != "rel" or clause.verb is not verb or _names(sentence, verb):
        return None
    what = opener is not None and opener.key == "ما"
    if opener is not None and (what or step is None):
        step = opener
    if step is None or not step.index or not _takes_up(sentence, verb, step):
        return None
    before = sentence.items[step.index - 1]
    if before.kind == "self" and before.conj:  # وهي خطوة, وهو ما
        return before if what or _is_step(sentence, step) else None
    if comma(before):  # ، الأمر الذي; ، ما رحبت به
        return before if what or step.key == "الامر" else None
    aside = before.kind == "prep" and before.key == "في" and comma(sentence.items[before.index - 1])
    return before if aside and not step.det and _is_step(sentence, step) else None


def _names(sentence: Sentence, verb: Item) -> bool:
    """Whether the verb only says what the step is called: وهو ما *اعتبرته* باريس كذبا."""
    return any(row.id in sentence.scene.function("naming_verbs") for row in verb.rows)


def _is_step(sentence: Sentence, step: Item) -> bool:
    """Whether the noun sums up what has been told: وهي *خطوة*."""
    deed = step.kind == "N" and any(row.relation in DEEDS for row in step.rows)  # في *هجمات*
    return deed or (step.kind in ("O", "N") and is_in(step, sentence.scene.function("steps")))


def _takes_up(sentence: Sentence, verb: Item, step: Item) -> bool:
    """Whether a pronoun on the verb, or behind it, means the step: رحبت *بها*."""
    forms = [verb.pronoun] if verb.pronoun else []
    forms += [o.value for o in sentence.items[verb.index + 1 : verb.index + 3] if o.kind == "pron"]
    if step.kind == "rel":
        return "ms" in forms
    return any(form and pronoun_fits(step, form) for form in forms)
