"""Kin: nouns that say what the actor named behind them is to another: *حليفتها* بريطانيا."""

from ..records.items import Item
from ..records.stems import is_in
from ..words.lexicon import load_lexicon
from ..words.rows import EventNoun


def is_kin(item: Item) -> bool:
    """Whether it tells what the person named behind it is to another: *صديقه* سالم الراوي."""
    if item.kind not in ("O", "N") or item.marker == "title":
        return False
    kin = load_lexicon().function["kin_of_persons"]
    own = item.pronoun or (
        item.key.endswith(("ه", "ها", "هم")) and item.key.lstrip("وف") not in kin
    )
    return bool(own) and is_in(item, kin)


def qualifies(before: Item | None, kin: Item) -> bool:
    """Whether it is an adjective of what stands before it: حليفه *السابق* سالم الراوي."""
    if before is None or before.conj or before.index != kin.index + 1:
        return False
    return before.kind == "A" or (before.kind == "O" and before.det)


def alone(item: Item) -> bool:
    """Whether it is a person whom neither "and" nor a preposition joins to what stands before."""
    mention = item.mention
    if mention is None or item.conj or mention.prep:
        return False
    return mention.entity.person and mention.kind in ("name", "surname", "role")


def is_ally(item: Item) -> bool:
    """Whether the noun says what the actor named behind it is to another: *حليفتها* بريطانيا."""
    if item.kind != "N" or item.pronoun in ("", "1"):
        return False
    return all(isinstance(row, EventNoun) and row.describes for row in item.rows)


def place_title(before: Item, item: Item) -> bool:
    """Whether the noun says what the place behind it is: على *العاصمة* نجامينا."""
    mention = item.mention
    if mention is None or item.conj or mention.prep or item.marker != "direct":
        return False
    function = load_lexicon().function
    named = mention.kind in ("capital", "city", "name") and not mention.entity.person
    if before.pronoun and mention.kind in ("capital", "name", "body"):  # جارت*ها* رواندا
        kin = before.kind == "N" or is_in(before, function["kin_of_states"])
        return not mention.entity.person and kin
    return named and before.key.lstrip("وف") in function["place_titles"]
