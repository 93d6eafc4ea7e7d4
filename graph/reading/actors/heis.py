"""He is: the office of whom the text goes on to tell: سالم *هو أول رئيس لتشاد*, *وهو مؤسسه*."""

from ..records.entity import Entity
from ..records.scene import Scene
from .appointment import carried_on, verb_before
from .several import HE_IS
from .tenure import note_tenure
from .title import Office, bestowed, counted_from

_WORDS_BEFORE = 1  # between the start of a sentence and an office: *وكان* وزيرا في تشاد


def told_to_be(scene: Scene, office: Office) -> Entity | None:
    """Return who is said to hold the office behind "he is", "he was" or "he became", and keep it.

    He may be named before, or in the sentence before: *وهو* رابع رئيس لتشاد, *كان* أول رئيس لها.
    """
    relation = office.row.relation
    if relation is None or office.sense.prep or scene.depth:
        return None
    if office.target is None and office.state is None:
        return None
    start = counted_from(scene, office.i)
    he_is = scene.key(start - 1) in HE_IS
    last = scene.mentions[-1].entity if scene.mentions else None
    who = None
    if he_is and last is not None:
        who = last if last.person and last.gender == _gender(office) else None
    elif _also_was(scene, office, start):
        named = _named(scene)
        who = named[0] if len(dict.fromkeys(named)) == 1 else None
    elif (he_is and start == _WORDS_BEFORE) or _was(scene, office, start):
        who = carried_on(scene, _gender(office))
    elif _became(scene, office, start):
        named = _named(scene)
        who = named[-1] if named else carried_on(scene, _gender(office))
    if who is None or who is office.target:
        return None
    note_tenure(scene, who, office, relation, start, office.j)
    return who


def _named(scene: Scene) -> list[Entity]:
    """Return the persons named so far in the sentence."""
    return [m.entity for m in scene.mentions if m.entity.person and m.entity.named]


def _gender(office: Office) -> str:
    return "f" if office.sense.feats[:1] == "f" else "m"


def _was(scene: Scene, office: Office, start: int) -> bool:
    """Whether a sentence opens with "he was": *وكان* وزيرا في تشاد, not كان رئيس تشاد يزور مصر."""
    key = scene.key(start - 1).lstrip("وف")
    was = start == _WORDS_BEFORE and key in scene.function("auxiliaries")
    return was and not office.sense.det and bestowed(scene, office)


def _also_was(scene: Scene, office: Office, start: int) -> bool:
    """Whether a sentence goes on with "and he was": عاد سالم إلى مصر، *وكان* أول رئيس لها."""
    key = scene.key(start - 1)
    was = start > _WORDS_BEFORE and key[:1] == "و" and key[1:] in scene.function("auxiliaries")
    return was and not office.sense.det and bestowed(scene, office)


def _became(scene: Scene, office: Office, start: int) -> bool:
    """Whether "became" stands before the office of somebody told of: ثم *أصبح* أمينه العام.

    Of an office that becomes something, an adjective or a verb tells more: أصبح أمينه *مريضا*.
    """
    if office.sense.det or not scene.key(start - 1) or bestowed(scene, office):
        return False
    found = verb_before(scene, start, "becoming")
    if found is None or found[1] != start - 1:
        return False
    behind = scene.word(office.j)
    if behind is None or behind.key in scene.function("prepositions"):
        return True
    return behind.key[:1] == "و" and bool(behind.verbs)
