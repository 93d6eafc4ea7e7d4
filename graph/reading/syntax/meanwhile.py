"""Meanwhile: whether what may be an action noun is a participle that tells more of an actor."""

from ..page.tokens import COMMAS
from ..records.items import Item
from ..records.sofar import after_participle, before_aside
from ..words.rows import Verb
from ..words.word import Sense


def participle_goes_on(
    nouns: list[Sense], participles: list[Sense], adjacent: Item | None, found: list[Item]
) -> bool:
    """Whether a word that is an action noun or a participle says more of an actor before."""
    if all(s.prep for s in participles):
        return False  # وصل إلى جنيف *للمشاركة* في المؤتمر
    if _tells_meanwhile(nouns, participles, adjacent, found):
        return True
    if adjacent is not None and adjacent.kind == "M" and any(s.det for s in participles):
        if adjacent.mention is not None and not adjacent.mention.entity.plural:
            if all(s.feats[1:2] == "p" for s in participles):
                return False  # رفضت مصر *المقترحات* البريطانية
        return not _waits(found, adjacent)  # الولايات المتحدة *المعارضة* لـ
    if nouns[0].conj:
        return after_participle(found)  # كانت متحالفة مع ألمانيا *ومعارضة* لروسيا
    stays = len(found) > 1 and found[-2].kind == "aux"
    return stays and found[-1].kind == "M" and found[-1].marker == "direct"  # ظلت تركيا *معارضة*


def _tells_meanwhile(
    nouns: list[Sense], participles: list[Sense], adjacent: Item | None, found: list[Item]
) -> bool:
    """Whether a feminine tells what her verb's subject does with it: أدانت الغارة، *مطالبة* مالي.

    Nothing governs it behind a comma, nor behind the verb's object; but where only the subject and
    an aside stand before, it is the object: تدرس تونس، بعد الغارة، *مقاطعة* مالي.
    """
    if adjacent is None or any(s.conj or s.det or s.prep or s.pronoun for s in nouns):
        return False
    if all(s.feats != "fs" for s in participles):
        return False
    k = next((k for k, o in enumerate(found) if o.kind == "V" and "3fs" in o.feats.split()), None)
    if k is None:
        return False
    if adjacent.key in COMMAS:
        around = before_aside(found)
        return not around or len(around) > k + 2
    object_told = adjacent.kind in ("O", "N") and adjacent.det and adjacent.marker == "direct"
    return object_told and found[k + 1] is not adjacent


def _waits(found: list[Item], actor: Item) -> bool:
    """Whether a verb wants of the actor a thing that is not yet named: طلب من تونس *المساعدة*."""
    verb = next((item for item in reversed(found) if item.kind == "V"), None)
    rows = verb.rows if verb is not None else ()
    rows = [row for row in rows if isinstance(row, Verb) and "direct" in row.topic]
    return actor.marker != "direct" and any(actor.marker in row.object for row in rows)
