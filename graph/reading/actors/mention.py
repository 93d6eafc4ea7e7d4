"""Mentions: the noun phrases that name or describe an actor, listed or not.

A person is ROLE (complement)* NISBA? (،)? NAME, or NAME، ROLE; a body is a head noun with what
makes it one of its kind. What titles state on the way (who leads, speaks for, holds an office)
is kept as facts.
"""

from ....schema import ActorKind
from ..records.scene import Mention, Scene
from ..words.word import HEAD, NISBA, ROLE, Word
from .again import again_at, called_at
from .body import body_at
from .both import both_at
from .counted import counted_at
from .epithet import apposition_end, member_end
from .event import event_at
from .kinof import kin_of
from .leadership import leadership_at
from .led import note_leader
from .listing import listed_at, listed_mention, longer_name, phrase_at
from .namedbyoffice import named_by_office
from .nation import (
    add_second_nation,
    behind_nisba,
    faction_at,
    nation_at,
    paired,
    tells_of_men,
    troops_of,
)
from .opposite import opposite_at
from .pair import pair_at
from .paper import paper_at
from .person import role_phrase
from .place import place_at
from .several import next_holder
from .soleoffice import sole_office
from .town import seat_at, town_at
from .untitled import acts_alone, national, person_alone, surname_alone, told_of


def find_mention(scene: Scene, i: int, word: Word) -> Mention | None:
    """Return the mention that begins at token i, if one does; the longest reading wins."""
    begins = word.opens or word.heads or word.flags & (ROLE | HEAD) or not word.senses
    begins = begins or scene.has_apposed_office
    beside = bool(scene.mentions) and scene.mentions[-1].j == i
    begins = begins or (beside and word.key.startswith("وال"))  # وزيرا الداخلية X *والنقل* Y
    quoted = i > 1 and scene.tokens[i - 1].kind == "q"
    if not begins and not quoted and scene.discourse.heard.isdisjoint(word.loose):
        return None
    if word.key in scene.function("in_his_place"):
        return None  # حل *محله* طاهر يحيى
    found = find(scene, i, word) or (paper_at(scene, i, word) if quoted else None)
    if found is not None:
        note_leader(scene, found)
    return found


def find(scene: Scene, i: int, word: Word) -> Mention | None:
    """Return the mention at token i whoever leads it; what `Scene.within` calls for its parts."""
    if word.heads or word.flags & (ROLE | HEAD):
        pair = pair_at(scene, i, word) or paired(scene, i, word) or both_at(scene, i, word)
        if pair is not None:
            return pair
    related = kin_of(scene, i, word)
    if related is not None:
        return related
    found = opposite_at(scene, i, word) or counted_at(scene, i, word) if word.heads else None
    if found is None:
        leads = word.heads or word.noun.pronoun or (word.flags & HEAD and scene.article(i))
        found = leadership_at(scene, i, word) if leads else None
        found = found or next_holder(scene, i, word)
    if found is None and word.flags & ROLE and word.flags & HEAD and not phrase_at(scene, i, "R"):
        found = body_at(scene, i, word)  # لواء الصخرة, no major general
    if found is None and word.flags & ROLE and not (word.listed and longer_name(scene, i, word)):
        found = behind_nisba(scene, i, word) or role_phrase(scene, i, word)
    if found is None and word.heads:
        found = sole_office(scene, i, word) or seat_at(scene, i, word)
    if found is None:
        found = _without_role(scene, i, word)
        if found is not None and found.entity.person:
            found.j = apposition_end(scene, found.entity, i, found.j)
    if found is not None:
        add_second_nation(scene, found)
        if not found.entity.person:
            found.j = member_end(scene, found)
    return found


def _without_role(scene: Scene, i: int, word: Word) -> Mention | None:
    found = _known_beforehand(scene, i, word) if word.opens or word.flags & HEAD else None
    if found is None and (word.opens or not scene.discourse.heard.isdisjoint(word.loose)):
        found = called_at(scene, i, word) or surname_alone(scene, i, word)
    if found is None and word.heads:
        found = again_at(scene, i, word)
    if found is None:
        found = faction_at(scene, i, word) or town_at(scene, i, word)
    if found is None and not word.senses:
        found = told_of(scene, i, word) or acts_alone(scene, i, word)
    if found is None and scene.has_apposed_office:
        found = named_by_office(scene, i)
    return found


def _leading(scene: Scene, i: int) -> bool:
    """Whether it is under whom somebody does something: تحت *قيادة* العميد سالم الراوي."""
    return scene.key(i - 1) == "تحت" and scene.key(i) in scene.function("leaderships")


def _given_to(scene: Scene, listed: Mention) -> bool:
    """Whether a state to which something is given follows: قرض من صندوق النقد الدولي *لمصر*.

    Or what a body is called for: استصرخ الصليب الأحمر *لنجدة* المدينة.
    """
    behind = scene.word(listed.j)
    senses = behind.senses if behind is not None else ()
    if listed.entity.kind == ActorKind.ORGANIZATION and any(
        s.pos == "M" and s.prep == "ل" and not s.det for s in senses
    ):
        return True
    there = listed_at(scene, listed.j)
    if there is None or there[0].prep != "ل" or listed.entity.kind == ActorKind.STATE:
        return False
    return scene.lexicon.actors[there[1].ids[0]].kind == ActorKind.STATE


def _known_beforehand(scene: Scene, i: int, word: Word) -> Mention | None:
    """Return the mention that the lexicon alone shows; only where `Names.opens` says there may."""
    if word.flags & HEAD and (tells_of_men(scene, i, word) or _leading(scene, i)):
        return None
    listed, stated = listed_mention(scene, i, word), len(scene.facts)
    body = body_at(scene, i, word) if word.flags & HEAD else None
    if body is not None and (listed is None or body.j > listed.j):
        if listed is None or not _given_to(scene, listed):
            return troops_of(scene, body) or body
    del scene.facts[stated:]
    found = listed
    if found is None and word.heads:
        found = event_at(scene, i, word) or place_at(scene, i, word)
    if found is None and word.flags & NISBA:
        found = nation_at(scene, i, word)
    if found is None and word.heads:
        found = behind_nisba(scene, i, word)
    if found is None and word.flags & NISBA:
        found = national(scene, i, word)
    return found or person_alone(scene, i, word)
