"""Respelled names: who is meant by another spelling of a full name, such as جوتيريش for غوتيريش."""

from collections import defaultdict
from collections.abc import Iterable

from ..schema import ActorKind, AnyActor
from .reading.words.lexicon import Lexicon, load_lexicon
from .reading.words.text import fold, fold_loose

_SPELLING = str.maketrans({"ؤ": "و", "ئ": "ي", "ء": ""})
# Letters that write one foreign sound: دينغوف, دينجوف, دينكوف.
_SOUND = str.maketrans({"غ": "ك", "ج": "ك", "ق": "ك", "ث": "ت", "ذ": "د", "ظ": "ض", "پ": "ب"})
_LONG = str.maketrans("", "", "اوي ")


def spelled(name: str) -> str:
    """Return a name without what is only a habit of spelling: hamza, ى or ي, the article."""
    words = fold_loose(name).translate(_SPELLING).replace('"', "").split()
    return " ".join(word.removeprefix("ال") for word in words)


def sound(name: str) -> str:
    """Return what a name has in common with all that sound the same."""
    return spelled(name).translate(_SOUND).translate(_LONG)


def respelled(actors: Iterable[AnyActor]) -> dict[str, str]:
    """Return which unlisted person is another of these: id -> id of the other.

    Their full names sound the same, and no lexicon knows one of the spellings where they differ:
    so جيوزيبي is جوزيبي, but سليم is not سالم. One of them is listed, or both are of one state.
    """
    lexicon = load_lexicon()
    alike: defaultdict[str, dict[str, tuple[AnyActor, str]]] = defaultdict(dict)
    for actor in actors:
        if actor.kind is ActorKind.PERSON:
            for name in actor.names:
                if name.lang == "ar" and " " in name.text:
                    alike[sound(name.text)].setdefault(actor.id, (actor, name.text))
    found: dict[str, str] = {}
    for group in alike.values():
        first, *others = sorted(group.values(), key=lambda one: (not one[0].listed, one[0].id))
        for other in others:
            if not other[0].listed and _same(first, other, lexicon):
                found.setdefault(other[0].id, first[0].id)
    # Whom one is may have another name, by which he is a third: each leads to the last of them.
    return {actor_id: _last(found, other) for actor_id, other in found.items()}


def _last(found: dict[str, str], actor_id: str) -> str:
    while actor_id in found:
        actor_id = found[actor_id]
    return actor_id


def _same(one: tuple[AnyActor, str], other: tuple[AnyActor, str], lexicon: Lexicon) -> bool:
    (actor, name), (unlisted, spelling) = one, other
    if actor.state != unlisted.state and (unlisted.state or not actor.listed):
        return False
    if not (actor.listed or actor.state):
        return False
    words, respelling = fold(name).split(), fold(spelling).split()
    return len(words) == len(respelling) and all(
        word == as_spelled or not (_known(word, lexicon) and _known(as_spelled, lexicon))
        for word, as_spelled in zip(words, respelling, strict=True)
    )


def _known(word: str, lexicon: Lexicon) -> bool:
    return word in lexicon.given or word in lexicon.family or word in lexicon.either
