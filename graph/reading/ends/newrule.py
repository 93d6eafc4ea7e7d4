"""New rule: the state or republic meant by no more than what is recognized: *بالحكم* الجديد."""

from collections import Counter

from ....schema import ActorKind
from ..records.clauses import Sentence
from ..records.entity import Entity
from ..records.items import Item
from ..records.stems import is_in
from ..words.text import fold


def rule_of(sentence: Sentence, item: Item, without: tuple[Entity, ...]) -> Entity | None:
    """Return the state whose new rule or republic is recognized: *بالحكم* الجديد.

    It is the first that the text speaks of, besides all who are named in the sentence. The
    republic is the one that has been called so.
    """
    function, discourse = sentence.scene.function, sentence.discourse
    republic = is_in(item, function("republic"))
    if not item.det or not (republic or is_in(item, function("rule"))):
        return None
    here = {o.mention.entity.state for o in sentence.items if o.mention is not None}
    called = (one for one in reversed(discourse.spoken_of()) if _so_called(one, item))
    first = (one for one in discourse.entities if one.kind == ActorKind.STATE)
    abroad = (one for one in first if one.state not in here)
    if republic:
        return next(called, None)
    return next(abroad, None) or _most_told_of(sentence, item, without)


def _most_told_of(sentence: Sentence, item: Item, without: tuple[Entity, ...]) -> Entity | None:
    """Return the state of which the sentence tells before, but for those who recognize it."""
    own = {one.state for one in without}
    before = (o.mention.entity.state for o in sentence.items[: item.index] if o.mention is not None)
    told = Counter(state for state in before if state is not None and state not in own)
    most = told.most_common(1)
    return sentence.discourse.listed(most[0][0]) if most and most[0][1] > 1 else None


def _so_called(who: Entity, noun: Item) -> bool:
    """Whether a name of somebody nobody listed begins with the noun: *جمهورية* الغابات."""
    if who.listed is not None and who.kind == ActorKind.STATE:
        return False
    first = noun.key.lstrip("وفبل").removeprefix("ا").removeprefix("ل")
    return any(fold(name).removeprefix("ال").split(" ")[0] == first for name in who.names)
