"""Only one: whom a pronoun means when nothing but agreement tells.

It means the one actor who fits, unless a thing that fits stands nearer: رفضت *الوثيقة* ووصفتها.
"""

from itertools import pairwise

from ....schema import ActorKind
from ..records.agreement import pronoun_fits
from ..records.clauses import Sentence
from ..records.entity import Entity, may_mean
from ..records.items import Item


def only_one(
    sentence: Sentence, index: int, feats: str, without: tuple[Entity, ...]
) -> Entity | None:
    """Return who alone of those named before it fits; nobody, if two: a guess is often wrong."""
    owned = sentence.items[index].kind == "O"  # a town has no followers
    for group in (sentence.mentions_before(index), sentence.lately()):
        fitting: dict[Entity, None] = {}
        for entity in group:
            if owned and entity.serves is not None and may_mean(entity.serves, feats):
                return entity.serves  # قال الناطق باسم *الحركة* إن مقاتليها
            if entity.kind == "event" or (owned and entity.kind == ActorKind.PLACE):
                continue
            if may_mean(entity, feats) and entity not in without:
                fitting[entity] = None
        served = {one.serves for one in fitting}  # قائد *الجيش*: him, not the army
        alone = [one for one in fitting if one not in served]
        if len(alone) == 1 and not alone[0].stranger:
            return None if _thing_since(sentence, alone[0], index, feats) else alone[0]
        if alone:
            acted_on = sentence.items[index].kind in ("V", "pron")
            return partner(sentence, alone, without) if acted_on else None
    return None


def partner(
    sentence: Sentence, fitting: list[Entity], without: tuple[Entity, ...]
) -> Entity | None:
    """Return with whom of them he who acts had to do last: اتهم *مصر* بدعم الحركة. وهدد*ها*."""
    for one, two, _, _ in reversed(sentence.discourse.pairs):
        other = two if one in without else one if two in without else None
        if other in fitting:
            return other
    return None


def _thing_since(sentence: Sentence, who: Entity, index: int, feats: str) -> bool:
    """Whether a thing that the pronoun may mean as well was told of since the actor was."""
    since = 0
    for item in sentence.items[:index]:
        if item.mention is not None and who in (item.mention.entity, item.mention.other):
            since = item.index
    things = sentence.items[since : _governor(sentence, sentence.items[index])]
    return any(
        item.kind in ("O", "N") and item.det and _told_of(item) and pronoun_fits(item, feats)
        for before, item in pairwise(things)
        if item.conj or not before.det  # an adjective: المستوى *الداخلي*
    )


def _told_of(item: Item) -> bool:
    """Whether something is done by or to it: رفض *الوثيقة*, رفضه *الوثيقة*."""
    deed = item.head is not None and item.head.kind == "N"
    return item.marker == "direct" or (item.marker == "gen" and deed)


def _governor(sentence: Sentence, item: Item) -> int:
    """Return where the predicate stands that has the pronoun: what stands behind is not meant."""
    if item.kind == "V":
        return item.index
    for other in reversed(sentence.items[: item.index]):
        if other.kind in ("V", "P") or (other.kind == "N" and other.rows):
            return other.index
    return 0


def whose_people(sentence: Sentence, index: int) -> Entity | None:
    """Return the body whose people were named last: تظاهر *أنصار الحركة* فأوقفت ثلاثة منهم."""
    for item in reversed(sentence.items[:index]):
        mention = item.mention
        if mention is not None and mention.kind == "role" and not mention.entity.person:
            return mention.entity
        if mention is not None and (mention.entity.plural or item.conj == "و"):
            return None
    return None
