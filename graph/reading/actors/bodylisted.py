"""Listed bodies by their name and their nation: «الجيش الوطني» *الليبي*, حكومة الوفاق *الليبية*."""

from ..page.tokens import CLOSING, OPENING
from ..records.entity import Entity
from ..records.scene import Scene, clean_name
from ..words.bodyname import listed_key
from .listing import nisba_at
from .namedbody import BodyName


def take_nation_outside(scene: Scene, named: BodyName) -> None:
    """Read the nation behind a quoted name that is listed so: «الجيش الوطني» *الليبي*."""
    opened = named.i > 0 and scene.key(named.i - 1) in OPENING + '"'
    nisba = nisba_at(scene, named.j + 1) if opened else None
    if nisba is None or scene.key(named.j) not in CLOSING + '"':
        return
    name = f"{scene.raw(named.i, named.j)} {scene.key(named.j + 1)}"
    known = scene.lexicon.listed_as(listed_key(name))
    if known is not None:
        named.known, named.j = scene.discourse.listed(known), nisba[1]


def listed_with_nation(scene: Scene, named: BodyName) -> Entity | None:
    """Return the listed body whose nation is told besides: حكومة الوفاق الوطني *الليبية*."""
    nation = nisba_at(scene, named.j - 1) if named.j > named.i + 2 else None
    if nation is None:
        return None
    name = listed_key(clean_name(scene, named.i, named.j - 1, named.sense))
    known = scene.lexicon.listed_as(name)
    if known is None or scene.lexicon.actors[known].state != nation[0].id:
        return None
    return scene.discourse.listed(known)
