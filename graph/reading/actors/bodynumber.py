"""Numbers in the names of bodies: الكتيبة *105*, الجيش الرابع *عشر*, حركة *23 مارس*."""

from ..dates.calendar import date_table
from ..records.scene import Scene
from ..words.word import TOPIC
from .namedbody import BodyName
from .nameword import ORDINAL


def rest_of_number(scene: Scene, named: BodyName) -> bool:
    """Read the rest of a unit's number: الجيش الرابع *عشر*, اللواء الحادي *والعشرين*."""
    if not named.described or scene.key(named.j) not in scene.function("number_ends"):
        return False
    if not ORDINAL.fullmatch(scene.key(named.j - 1)):
        return False
    named.j += 1
    return True


def day_of_movement(scene: Scene, named: BodyName) -> bool:
    """Read the day that a movement is called by: حركة *23 مارس*."""
    number, month = scene.tokens[named.j], scene.key(named.j + 1)
    if number.kind != "n" or named.began or month not in date_table().gregorian:
        return False
    named.quoted = named.definite = True
    named.j += 2
    return True


def unit_number(scene: Scene, named: BodyName) -> bool:
    """Read the number of a unit: الكتيبة *105*, اللواء *148* الأوكراني."""
    token = scene.tokens[named.j]
    if token.kind != "n" or not named.sense.det or named.j != named.i + 1:
        return False
    if named.sense.id not in scene.function("units") or not token.key.isdigit():
        return False
    following = scene.word(named.j + 1)
    if following is not None and (following.flags & TOPIC or following.key.endswith("ا")):
        return False  # قتلت السرية / 15 جنديا
    named.quoted = True
    named.j += 1
    if scene.key(named.j) == "-" and scene.key(named.j + 1).isdigit():
        named.j += 2  # الكتيبة 3-16
    return True
