"""Who is named below: a headline's *وزير خارجية روسيا*, then وزير الخارجية الروسي لافروف."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace

from ....schema import ActorKind
from ..records.entity import Entity
from ..records.readclaim import Level, ReadClaim
from ..words.bodyname import words_of
from ..words.lexicon import Lexicon
from ..words.text import fold, fold_loose

_TITLES = frozenset({"holds-office-in", "leads"})
Office = tuple[frozenset[str], str | None]


def named_below(claims: list[ReadClaim], text: str, lexicon: Lexicon) -> list[ReadClaim]:
    """Return the claims with whoever is first called by his office, or a body by a part of its
    name, made the one whom the text names in full: only where it names one such.
    """
    spoken_of = {id(one): one for claim in claims for one in _actors(claim)}
    same = _bodies(list(spoken_of.values()), lexicon) | _holders(claims, text, lexicon)
    return [_renamed(claim, same) for claim in claims] if same else claims


def _actors(claim: ReadClaim) -> Iterator[Entity]:
    yield claim.subject
    yield claim.object
    for level in claim.levels:
        if level.speaker is not None:
            yield level.speaker


def _bodies(ends: list[Entity], lexicon: Lexicon) -> dict[int, Entity]:
    """Return the bodies whose name one longer name holds: *الجيش الوطني*, الجيش الوطني الليبي."""
    by_head: defaultdict[str, list[Entity]] = defaultdict(list)
    for end in ends:
        if end.named and not end.person and end.kind != ActorKind.STATE:
            by_head[fold_loose(end.name.partition(" ")[0])].append(end)
    same: dict[int, Entity] = {}
    for alike in by_head.values():
        parts = [body for body in alike if _may_be_part(body, lexicon)]
        holding: defaultdict[str, list[Entity]] = defaultdict(list)  # by each word of its name
        for body in alike if parts else ():
            for word in words_of(body.name):
                holding[word].append(body)
        for part in parts:
            words = words_of(part.name)
            likely = min((holding[word] for word in words), key=len, default=alike)
            wholes = [body for body in likely if words < words_of(body.name)]
            if len(words) > 1 and len(wholes) == 1 and wholes[0].kind == part.kind:
                same[id(part)] = wholes[0]
    return same


def _may_be_part(body: Entity, lexicon: Lexicon) -> bool:
    """Whether its name may be a part of another's: its state would tell them apart."""
    return not (body.listed or body.state) and body.head in lexicon.bodies


def _holders(claims: list[ReadClaim], text: str, lexicon: Lexicon) -> dict[int, Entity]:
    """Return who holds the offices by which somebody is called without a name."""
    told_of = (who for claim in claims for who in _actors(claim))
    nameless = {id(who): who for who in told_of if _by_office(who, lexicon)}
    holders: defaultdict[Office, dict[int, Entity]] = defaultdict(dict)
    for claim in claims if nameless else ():
        if claim.predicate in _TITLES and claim.subject.person and claim.subject.named:
            state = claim.object.listed if claim.object.kind == ActorKind.STATE else None
            told = words_of(text[slice(*claim.span)])
            own = frozenset(word for name in claim.subject.names for word in words_of(name))
            holders[_office(told - own, state, lexicon), state][id(claim.subject)] = claim.subject
    same: dict[int, Entity] = {}
    for key, who in nameless.items():
        found = holders.get((_office(words_of(who.name), who.state, lexicon), who.state), {})
        if len(found) == 1:
            same[key] = next(iter(found.values()))
    return same


def _by_office(who: Entity, lexicon: Lexicon) -> bool:
    """Whether it is the holder of a state's office, without a name: وزير خارجية *مالي*.

    Anybody of a nation may be another than the one named: دبلوماسي *إيطالي*.
    """
    if who.named or not who.person or who.state is None:
        return False
    last = fold(who.name.rpartition(" ")[2])
    nation = any(entry.pos == "N" for entry in lexicon.forms.get(last, ()))
    return last in lexicon.names or not nation


def _office(words: frozenset[str], state: str | None, lexicon: Lexicon) -> frozenset[str]:
    """Return the words of a title without the state's name or adjective."""
    known = lexicon.actors.get(state) if state is not None else None
    names = [name.text for name in known.names if name.lang == "ar"] if known is not None else []
    nation = frozenset(word for name in names for word in words_of(name))
    return frozenset(
        word
        for word in words - nation
        if not any(e.pos == "N" and e.id == state for e in lexicon.forms.get(word, ()))
    )


def _renamed(claim: ReadClaim, same: dict[int, Entity]) -> ReadClaim:
    levels = tuple(_said_by(level, same) for level in claim.levels)
    subject, object_ = (same.get(id(end), end) for end in (claim.subject, claim.object))
    if subject is claim.subject and object_ is claim.object and levels == claim.levels:
        return claim
    return replace(claim, subject=subject, object=object_, levels=levels)


def _said_by(level: Level, same: dict[int, Entity]) -> Level:
    speaker = same.get(id(level.speaker)) if level.speaker is not None else None
    return replace(level, speaker=speaker) if speaker is not None else level
