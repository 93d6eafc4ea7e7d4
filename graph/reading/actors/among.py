"""Among them: who is named as one of a body's people: قادة الحركة، *وعلى رأسهم سالم الراوي*."""

from itertools import pairwise

from ....schema import ActorKind
from ..page.tokens import COMMAS
from ..records.scene import Fact, Mention, Scene
from ..words.word import ROLE
from .several import HE_IS

_HAVE_PEOPLE = frozenset({ActorKind.ORGANIZATION, ActorKind.PARTY, ActorKind.ARMED_GROUP})
_HE_IS = HE_IS | {"هما", "وهما", "وهم", "وكلاهما"}
_FARTHEST = 16  # words between those people and who is named of them
_MOST = 3  # words between "among them" and the first name


def state_those_among(scene: Scene) -> None:
    """Keep as facts whom the sentence names among the leaders or members of a body."""
    _state_parts(scene)
    told = scene.has("among_them") or scene.has("are_they") or not _HE_IS.isdisjoint(scene.keys)
    if not told:
        return
    among, are = scene.function("among_them"), scene.function("are_they")
    for k, token in enumerate(scene.tokens):
        if token.key in _HE_IS:
            _state_of_whom(scene, k)
        if token.key not in among and token.key not in are:
            continue
        people = _people_before(scene, k, near=token.key in are)
        if people is None:
            continue
        for one in _named_from(scene, k + 1):
            if one.entity is not people.entity:
                fact = Fact(one.entity, "member-of", people.entity, people.i, one.j, "among-them")
                scene.facts.append(fact)


def _state_of_whom(scene: Scene, k: int) -> None:
    """Keep of which body somebody is: قتل سالم الراوي، *وهو من حزب السنابل*, *من أركان الحزب*.

    Of two it is told of both: الوزيران سالم وسامي، *وهما من حزب السنابل*.
    """
    if scene.key(k + 1) != "من":
        return
    i = k + 2 + (scene.key(k + 2) in scene.function("of_its_people"))
    end = k - (scene.key(k - 1) in COMMAS)
    starts = {mention.i: mention for mention in scene.mentions}
    body = starts.get(i)
    who = next((one for one in scene.mentions if one.j == end and one.entity.person), None)
    if who is None or body is None or body.entity.kind not in _HAVE_PEOPLE:
        return
    persons = [who.entity]
    if scene.key(k).endswith(("هما", "هم")):
        joined = next((one for one in scene.mentions if one.j == who.i and who.conj == "و"), None)
        other = who.other or (joined.entity if joined is not None else None)
        persons = [other, who.entity] if other is not None and other.person else persons
    for person in persons:
        scene.facts.append(Fact(person, "member-of", body.entity, who.i, body.j, "of-body"))


def _state_parts(scene: Scene) -> None:
    """Keep of what a body is a part: حركة السنابل، *كبرى فصائل* منظمة التحرير, *أحد أجنحة*."""
    for part, whole in pairwise(scene.mentions):
        k = part.j + (scene.key(part.j) in COMMAS)
        if k == part.j or scene.key(k) not in scene.function("chief_among"):
            continue
        parts = scene.key(k + 1) in scene.function("makers_up")
        if not parts or part.entity.kind not in _HAVE_PEOPLE:
            continue
        owner = scene.within(k + 2) if whole.i == k + 1 else whole
        if owner is None or owner.i != k + 2 or not owner.entity.named:
            continue  # أكبر أحزاب *المعارضة*, which is no body
        if owner.entity.kind in _HAVE_PEOPLE:
            fact = Fact(part.entity, "part-of", owner.entity, part.i, owner.j, "one-of-its-parts")
            scene.facts.append(fact)


def _people_before(scene: Scene, k: int, *, near: bool) -> Mention | None:
    """Return the people of a body last spoken of before token k: *قادة الحركة*، وبينهم."""
    for mention in reversed(scene.mentions):
        if mention.j > k:
            continue
        word = scene.word(mention.i)
        many = word is not None and any(s.pos == "R" and s.feats[1:2] in "pd" for s in word.senses)
        if many and mention.entity.kind in _HAVE_PEOPLE:
            last = mention.j == k or (mention.j == k - 1 and scene.key(k - 1) in COMMAS)
            return mention if (last if near else k - mention.j <= _FARTHEST) else None
        if near or mention.entity.plural:
            return None
    return None


def _named_from(scene: Scene, k: int) -> list[Mention]:
    """Return the persons joined by "and" or commas from token k on, or soon behind it."""
    found: list[Mention] = []
    for mention in scene.mentions:
        if mention.i < k:
            continue
        joined = mention.i == k or (not found and _plain(scene, k, mention.i))
        if not joined or not (mention.entity.person and mention.entity.named):
            break
        if found and mention.conj != "و" and scene.key(k - 1) not in COMMAS:
            break
        found.append(mention)
        k = mention.j
        k += scene.key(k) in COMMAS
    return found


def _plain(scene: Scene, k: int, i: int) -> bool:
    """Whether nothing but a few words that are no verbs stands from token k to i."""
    words = [scene.word(n) for n in range(k, i)]
    return i - k <= _MOST and all(w is not None and (w.flags & ROLE or not w.verbs) for w in words)
