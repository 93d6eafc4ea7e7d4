"""Served: the body or state in whose name somebody acts, where a clause tells more of it.

So it is in رئيس *الحركة الوطنية* التي هاجمت تونس, سفير *فرنسا*، التي تدعم ليبيا.
"""

from ....schema import ActorKind
from ..actors.listing import nisba_at
from ..records.clauses import Sentence
from ..records.entity import Entity, agrees
from ..records.items import Item
from ..records.scene import Mention
from ..words.text import fold_loose


def body_served(sentence: Sentence, item: Item, gender: str) -> Item | None:
    """Return the body with which somebody's office ends, if it agrees, and he does not."""
    mention = item.mention
    body = mention.entity.serves if mention is not None and mention.entity.person else None
    if mention is None or body is None or not agrees(body, gender, "s"):
        return None
    scene, last = sentence.scene, mention.j - 1
    nation = nisba_at(scene, last)
    if nation is not None and nation[0].feats[:1] != gender:
        return None  # الرئيس *التونسي*
    own = {word for name in mention.entity.names for word in fold_loose(name).split()}
    if mention.entity.named and fold_loose(scene.key(last)) in own:
        return None  # سفير فرنسا *سالم الراوي*
    named = Mention(body, mention.i, mention.j)
    return Item("M", item.i, item.j, item.index, marker="gen", mention=named, head=item.head)


def called_after(sentence: Sentence, item: Item, gender: str) -> bool:
    """Whether what a body is called after agrees: قوات *التحالف* العربي الذي تقوده تركيا."""
    if item.j < item.i + 3 or item.mention is None or item.mention.entity.person:
        return False
    after = sentence.scene.key(item.i + 1)
    feminine = after.endswith("ة")
    return sentence.scene.article(item.i + 1) and feminine == (gender == "f")


def court_in(sentence: Sentence, item: Item) -> Entity | None:
    """Return the state in which some court sits that does it: قضت *محكمة في تشاد* بسجنه."""
    if item.det or item.key.lstrip("وف") not in sentence.scene.function("courts"):
        return None
    for other in sentence.items[item.index + 1 : item.index + 5]:
        if other.kind == "M" and other.mention is not None:
            state = other.mention.entity
            return state if other.marker == "في" and state.kind == ActorKind.STATE else None
        if other.kind not in ("O", "prep") or other.det or other.conj:
            return None
    return None
