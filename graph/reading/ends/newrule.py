"""New rule: the state or republic meant by no more than what is recognized: *بالحكم* الجديد."""

from collections import Counter

from ....schema import ActorKind
from ..records.clauses import Sentence
from ..records.entity import Entity
from ..records.items import Item
from ..records.stems import is_in
from ..words.text import fold
from .pronouns import owner_of
from .takenup import called_by

_LANDS = frozenset({ActorKind.STATE, ActorKind.PLACE})


def rule_of(sentence: Sentence, item: Item, without: tuple[Entity, ...]) -> Entity | None:
    """Return the state whose new rule or republic is recognized: *بالحكم* الجديد.

    It is the first that the text speaks of, besides all who are named in the sentence. The
    republic is the one that has been called so, or has been proclaimed: *بالجمهورية* الوليدة.
    """
    function, discourse = sentence.scene.function, sentence.discourse
    newborn = _newborn(sentence, item)
    republic = is_in(item, function("republic")) or (newborn and is_in(item, function("statehood")))
    if not item.det or not (republic or is_in(item, function("rule"))):
        return None
    here = {o.mention.entity.state for o in sentence.items if o.mention is not None}
    first = (one for one in discourse.entities if one.kind == ActorKind.STATE)
    abroad = (one for one in first if one.state not in here)
    if republic:
        found = _republic(sentence, item, without, newborn=newborn)
    else:
        found = next(abroad, None) or _most_told_of(sentence, item, without)
    if found is not None:
        discourse.ruled = (discourse.turn, called_by(item), found)
    return found


def ruled_before(sentence: Sentence, feats: str, without: tuple[Entity, ...]) -> Entity | None:
    """Return the state that a pronoun means whose rule was recognized before: *ولم تعترف بها*."""
    turn, forms, who = sentence.discourse.ruled or (-2, frozenset[str](), None)
    near = turn >= sentence.discourse.turn - 1
    return who if near and feats in forms and who not in without else None


def note_proclaimed(sentence: Sentence) -> None:
    """Keep the land of whose independence a sentence tells: أعلنت الجبهة استقلال *بيافرا*."""
    if not sentence.has("proclaimed"):
        return
    proclaimed = sentence.scene.function("proclaimed")
    for item in sentence.items:
        if item.kind not in ("O", "N") or not is_in(item, proclaimed):
            continue
        land = owner_of(sentence.items, item)
        if land is not None and land.mention is not None and land.mention.entity.kind in _LANDS:
            sentence.discourse.proclaimed = land.mention.entity


def _newborn(sentence: Sentence, item: Item) -> bool:
    """Whether it is said to be new: الجمهورية *الوليدة*, or that somebody has proclaimed it."""
    behind = sentence.items[item.index + 1 : item.index + 2]
    if behind and behind[0].kind in ("O", "A") and behind[0].det and not behind[0].conj:
        return is_in(behind[0], sentence.scene.function("newborn"))
    return any(
        clause.antecedent is item
        and clause.verb is not None
        and is_in(clause.verb, sentence.scene.function("proclaims"))
        for clause in sentence.clauses
    )


def _republic(
    sentence: Sentence, item: Item, without: tuple[Entity, ...], *, newborn: bool
) -> Entity | None:
    """Return the state that has been called so, else the land that has been proclaimed one."""
    discourse = sentence.discourse
    lately = [one for one in reversed(discourse.spoken_of()) if one not in without]
    unlisted = [one for one in lately if one.listed is None or one.kind != ActorKind.STATE]
    noun = item.key.lstrip("وفبل").removeprefix("ا").removeprefix("ل")
    called = next((one for one in unlisted if _begins(one, {noun})), None)
    if called is not None or not newborn:
        return called
    republics = {fold(word) for word in sentence.scene.function("republic")}
    contested = (one for one in lately if _contested(sentence, one) and _begins(one, republics))
    own = {one.state for one in without}
    known = next(contested, None) or discourse.proclaimed
    if known is not None and known.listed not in own:
        return known
    lands = [one for one in discourse.entities if one.listed is not None and one.state not in own]
    lands = [one for one in lands if one.kind in _LANDS]
    return next((one for one in lands if _contested(sentence, one)), next(iter(lands), None))


def _contested(sentence: Sentence, who: Entity) -> bool:
    """Whether it is a state that not all recognize, or that is no more: it has no ISO code."""
    listed = sentence.scene.lexicon.actors[who.listed] if who.listed is not None else None
    return listed is not None and listed.kind == ActorKind.STATE and listed.iso2 is None


def _most_told_of(sentence: Sentence, item: Item, without: tuple[Entity, ...]) -> Entity | None:
    """Return the state of which the sentence tells before, but for those who recognize it."""
    own = {one.state for one in without}
    before = (o.mention.entity.state for o in sentence.items[: item.index] if o.mention is not None)
    told = Counter(state for state in before if state is not None and state not in own)
    most = told.most_common(1)
    return sentence.discourse.listed(most[0][0]) if most and most[0][1] > 1 else None


def _begins(who: Entity, nouns: set[str]) -> bool:
    """Whether a name of his begins with one of the nouns: *جمهورية* الغابات."""
    return any(fold(name).removeprefix("ال").split(" ")[0] in nouns for name in who.names)
