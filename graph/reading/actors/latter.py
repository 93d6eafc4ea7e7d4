"""The latter: whom "the last one" means behind a verb or preposition: قالت إن *الأخيرة* قصفت."""

from ....schema import ActorKind
from ..records.entity import agrees
from ..records.scene import Mention, Scene, mention_of
from ..words.word import VERB, Base, Word


def latter(scene: Scene, i: int, base: Base) -> Mention | None:
    """Return whom "the latter" means, where it is no adjective: قالت إن *الأخيرة* قصفت.

    Behind a bare action noun it is whose deed that is: بعد زيارة *الأخير* لتونس.
    """
    before = scene.word(i - 1)
    governs = before is not None and (before.flags & VERB or before.participles or _deed(before))
    if before is not None and any(s.pronoun and s.pos != "V" for s in before.senses):
        return None  # في قمتها *الأخيرة*
    if before is not None and not (before.complementizer or governs):
        leads = ("prepositions", "demonstratives", "subordinators")
        was = any(b.key in scene.function("auxiliaries") for b in before.bases)
        if not was and not any(before.key in scene.function(words) for words in leads):
            return None  # وكان *الأخير* قد زار
    people = [one for one in scene.discourse.spoken_of() if one.kind == ActorKind.GROUP]
    gender = "f" if base.key.endswith("ة") else "m"
    aside = [m.entity for m in scene.mentions if _in_content(scene, m)]
    who = next((m.entity for m in reversed(scene.mentions) if m.entity not in aside
                and m.entity not in people and agrees(m.entity, gender, "s")), None)  # fmt: skip
    who = who or scene.discourse.recent(gender, "s", people)
    return mention_of(scene, who, i, i + 1, base, "name") if who is not None else None


def _deed(word: Word) -> bool:
    """Whether it is an action noun that something in the genitive has to follow: *دعوة* الأخير."""
    deeds = [sense for sense in word.senses if sense.pos == "M"]
    return bool(deeds) and not any(sense.det or sense.pronoun for sense in deeds)


def _in_content(scene: Scene, mention: Mention) -> bool:
    """Whether it stands in what somebody is accused of: اتهمت جارتها *بتسليح الحركة*."""
    before, verbs = scene.word(mention.i - 1), scene.lexicon.verbs
    deeds = [s for s in before.senses if s.pos == "M" and s.prep == "ب"] if before else []
    return any((row := verbs.get(s.id)) is not None and row.relation for s in deeds)
