"""Levels: the levels of speech over a claim, and which of them are no reports of it."""

from collections.abc import Iterator
from dataclasses import replace

from ....schema import vocabulary
from ..records.clauses import Sentence
from ..records.ends import Found
from ..records.items import Item, classes_of
from ..records.readclaim import Level, item_span
from .content import STATEMENTS
from .zone import Zone

_SPOKEN = frozenset({"ACCUSE", "REQUEST", "THREATEN", "PROTEST", "REJECT", "SUPPORT"})


def levels_of(sentence: Sentence, zones: list[Zone], index: int) -> list[Level]:
    """Return the levels of speech over an item, outermost first, without repetition."""
    levels: list[Level] = []
    start = -1  # of the content of the last level
    for zone in zones:
        if zone.speaker is None and zone.via is None and zone.kind == "asserts":
            continue  # a rumour has no teller
        cue = zone.cue.index == index and zone.row != "quote"  # which may go on from before
        if cue or not zone.a <= index < zone.b:
            continue
        if zone.kind == "denies" and _tells_who(sentence.items[index]):
            continue
        level = zone.level = zone.level or _level(sentence, zone)
        if levels:
            outer = levels[-1]
            if zone.noun and outer.kind == "denies" and not outer.retold:
                continue
            carried = level.speaker is None and zone.cue.index < zone.a == start
            if carried and level.kind == "asserts":
                levels[-1] = replace(outer, via=outer.via or level.via)
                continue  # نفى، في بيان *أذاعه الراديو*، أن
            if zone.row == "refuted":
                retold = outer.retold or level.retold
                levels[-1] = replace(outer, kind=level.kind, retold=retold)
                continue
            if outer.speaker is level.speaker and outer.speaker is not None:
                kind = level.kind if level.kind != "asserts" else outer.kind
                levels[-1] = Level(
                    outer.speaker, outer.via or level.via, kind, level.cue, outer.speaker_at,
                    outer.retold or level.retold, outer.others,
                )  # fmt: skip
                continue
            if outer.speaker is None and outer.via is not None and level.speaker is not None:
                levels[-1] = replace(level, via=outer.via)
                continue
        levels.append(level)
        start = zone.a
    carrier = next((level.via for level in reversed(levels) if level.via is not None), None)
    if levels and levels[-1].via is not carrier:
        levels[-1] = replace(levels[-1], via=carrier)
    return levels


def _tells_who(item: Item) -> bool:
    """Whether it only says who somebody is: نفت قصف الحركة *المتحالفة* مع تونس."""
    return item.kind == "P" and item.det and "ACCUSE" not in classes_of(item)


def _level(sentence: Sentence, zone: Zone) -> Level:
    """Return the level that a zone makes, which all claims in it share."""
    return Level(
        zone.speaker,
        zone.via,
        zone.kind,
        item_span(sentence, zone.cue),
        item_span(sentence, zone.speaker_item) if zone.speaker_item is not None else None,
        zone.retold,
        zone.others,
    )


def quotations(zones: list[Zone]) -> list[Zone]:
    """Return the zones of quoted words alone, in which even titles are the speaker's."""
    return [zone for zone in zones if zone.row == "quote" or zone.cue.kind == "mark"]


def described_so(sentence: Sentence, found: Found) -> bool:
    """Whether a relative clause tells who somebody is, as a title does: اللجنة *التي يقودها* X."""
    clause = sentence.clause_of[found.item.index]
    return vocabulary()[found.predicate].structural and clause.kind == "rel"


def both_told(found: Found, levels: tuple[Level, ...]) -> Iterator[tuple[Level, ...]]:
    """Yield the levels of each stance: what one says and another denies again is told by both.

    What several say together each of them says.
    """
    for other in levels[-1].others if levels else ():
        if other is not found.subject:
            yield (*levels[:-1], replace(levels[-1], speaker=other, others=()))
    for k, level in enumerate(levels):
        if not level.retold:
            continue
        rest = levels[:k] + levels[k + 1 :]
        if found.item.kind == "N" and found.predicate in STATEMENTS:
            yield rest  # that it was said is not denied
        elif rest[k:]:
            yield levels[: k + 1]
            yield rest
        else:
            yield levels
        return
    yield levels


def without_own_act(sentence: Sentence, found: Found, levels: list[Level]) -> list[Level]:
    """Return the levels over a claim, but for one whose speaker does in it what the text tells.

    So it is with what is announced and so done (أعلنت الاعتراف ب), and with what a participle or a
    further verb of saying adds: قال إن ...، *متهما* فرنسا; ... *لكنه حذر* تونس.
    """
    if not levels or found.subject not in {levels[-1].speaker, *levels[-1].others}:
        return levels
    item, clause = found.item, sentence.clause_of[found.item.index]
    done = item.kind == "N" and found.by is None and _announced(sentence, item, levels[-1])
    besides = item.kind == "P" and not item.det
    spoken = vocabulary()[found.predicate].relation_class in _SPOKEN
    further = item.kind == "V" and clause.kind in ("coord", "sub") and item.feats[:2] == "pf"
    return levels[:-1] if done or besides or (further and spoken) else levels


def _announced(sentence: Sentence, item: Item, level: Level) -> bool:
    """Whether an action noun is itself what the speaker announces: أعلنت *قطع* علاقاتها."""
    clause = sentence.clause_of[item.index]
    verb = clause.verb
    return (
        verb is not None and item_span(sentence, verb) == level.cue and item.marker == "direct"
        and any(row.id in sentence.scene.function("announcing") for row in verb.rows)
    )  # fmt: skip
