"""Joining: what stands between the actors of a list, and what ends it: مصر *بقيادة سالم* وليبيا."""

from ....schema import ActorKind
from ..page.tokens import COMMAS
from ..records.clauses import Sentence
from ..records.entity import Entity
from ..records.items import Item, comma
from ..words.rows import Verb

LONGEST = 40  # items of a list, commas among them
_SEVERAL = 3  # states, so that they are listed without "and"


def opens_clause(sentence: Sentence, actor: Item) -> bool:
    """Whether an actor behind "and" is the next clause's subject: البصرة، *وفرنسا* هي من دعمته."""
    behind = sentence.items[actor.index + 1 : actor.index + 2]
    if not behind or behind[0].conj:
        return False
    if _said_of(sentence, actor):
        return True
    if behind[0].kind == "rel":  # مصر التي دعمت اليمن، *والسعودية* التي عارضته
        apart = sentence.items[actor.index - 1].kind == "mark"
        return apart and sentence.clause_of[actor.index].kind == "rel"
    if behind[0].kind == "V":
        return sentence.clause_of[behind[0].index].subject is actor
    return behind[0].kind == "self" or behind[0].key == ":"  # بكوسوفو، *ومدريد*: لن نعترف به


def _said_of(sentence: Sentence, actor: Item) -> bool:
    """Whether a mark stands before and but one word behind, in quotes: ، *وطوكيو «قلقة»*."""
    kinds = [item.kind for item in sentence.items[actor.index + 1 : actor.index + 5]]
    apart = actor.conj == "و" and sentence.items[actor.index - 1].kind == "mark"
    word = sentence.items[actor.index + 2 : actor.index + 3]
    alone = kinds[:1] == ["quote"] and kinds[2:3] == ["quote"] and kinds[3:] in ([], ["mark"])
    return apart and alone and word[0].kind in ("O", "P", "A") and not word[0].det


def gapped(sentence: Sentence, item: Item) -> Item | None:
    """Return the noun that tells of this actor what a verb left out says: ، *وهافانا* بإرسال جنود.

    It stands under the same preposition as the noun behind the actor that the verb itself names.
    """
    after = [o for o in sentence.items[item.index + 1 : item.index + 3] if o.kind != "prep"]
    noun = after[0] if after and item.kind == "M" and item.conj == "و" else None
    if noun is None or noun.kind != "N" or noun.marker in ("direct", "gen") or noun.conj:
        return None
    if tells_leader(sentence, noun):
        return None
    clause = sentence.clause_of[item.index]
    for other in sentence.items[clause.a : item.index - 1]:
        if other.kind == "N" and other.marker == noun.marker and not other.conj:
            if sentence.clause_of[other.index] is clause:
                return noun
    return None


def tells_leader(sentence: Sentence, item: Item) -> bool:
    """Whether it says who leads the actor before: مصر *بقيادة سالم* وليبيا."""
    if item.kind == "mark":
        if item.key not in COMMAS:
            return False
        n, led_by = item.index, sentence.scene.function("led_by")
        around = (sentence.items[max(0, n - 2)], *sentence.items[n + 1 : n + 2])
        return any(other.key in led_by for other in around)
    noun = item.head if item.kind == "M" and item.marker == "gen" else item
    if noun is None or noun.kind not in ("N", "O"):
        return False
    return noun.key in sentence.scene.function("led_by")


def on_one_side(sentence: Sentence, item: Item) -> bool:
    """Whether it only tells two sides apart: بين مصر *من جهة* وليبيا من جهة أخرى."""
    if item.kind != "adv":
        return False
    words = (token.key for token in sentence.scene.tokens[item.i : item.j])
    return " ".join(words) in sentence.scene.function("on_one_side")


def encloses(sentence: Sentence, quote: Item) -> bool:
    """Whether it is a quotation mark right before or behind an actor's name."""
    if quote.kind != "quote":
        return False
    around = sentence.items[max(0, quote.index - 1) : quote.index + 2]
    return any(item.kind == "M" for item in around)


def closes_aside(sentence: Sentence, actor: Item) -> bool:
    """Whether a comma behind the subject closes what is told of him, the objects behind it.

    So it is in اتهم الرئيس، سالم الراوي، *فرنسا وبريطانيا*; and where nobody else could be whom the
    verb needs: اتهم الرئيس، *فرنسا وبريطانيا* بالكذب.
    """
    verb = sentence.clause_of[actor.index].verb
    tokens = sentence.scene.tokens[actor.i : actor.j]
    if verb is None or verb.index > actor.index:
        return False
    between = sentence.items[verb.index + 1 : actor.index]
    bare = any("direct" in row.object for row in verb.rows if isinstance(row, Verb))
    if not bare or any(one.kind in ("M", "N") for one in between) or verb.pronoun:
        return False
    return any(t.key in COMMAS for t in tokens) or _needs_list(sentence, verb, actor)


def _needs_list(sentence: Sentence, verb: Item, subject: Item) -> bool:
    """Whether the verb needs an object, and has none but the list: اتهمت مصر، *تونس وليبيا* ب."""
    rows = [row for row in verb.rows if isinstance(row, Verb)]
    if verb.passive or any(row.speech or row.collective or row.light for row in rows):
        return False
    clause = sentence.clause_of[verb.index]
    behind = sentence.items[subject.index + 1 : clause.b]
    bare = [one for one in behind if one.kind in ("M", "N", "O") and one.marker == "direct"]
    return all(one.kind == "M" for one in bare) and sum(not one.conj for one in bare) == 1


def party_behind(sentence: Sentence, first: Item) -> Item | None:
    """Return the second party, if a relative clause stands behind the first.

    So it is in معارك بين الجيش، الذي يقوده سالم، *والحركة*.
    """
    opener = sentence.items[first.index + 1 : first.index + 3]
    rel = opener[-1] if opener and comma(opener[0]) else opener[0] if opener else first
    if first.marker != "بين" or first.conj or rel.kind != "rel":
        return None
    nearest: Item | None = None
    for item in sentence.items[rel.index + 1 : rel.index + LONGEST]:
        if item.kind == "mark" and not comma(item):
            break
        if item.kind == "M" and item.conj == "و" and item.mention and not item.mention.prep:
            if comma(sentence.items[item.index - 1]):
                return item
            if nearest is None and not item.mention.entity.person:
                nearest = item
    return nearest


def is_party_behind(sentence: Sentence, actor: Item) -> bool:
    """Whether "and" joins the actor to whom the relative clause describes in which he stands."""
    clause = sentence.clause_of[actor.index]
    if clause.kind != "rel" or clause.opener is None or clause.opener.index < 1:
        return False
    first = sentence.items[clause.opener.index - 1]
    if comma(first) and first.index:
        first = sentence.items[first.index - 1]
    return first.marker == "بين" and party_behind(sentence, first) is actor


def before_beside(sentence: Sentence, item: Item) -> bool:
    """Whether it opens the aside that tells who was with them: مصر*، ومعها* تونس،."""
    if item.kind not in ("mark", "pron"):
        return False
    ahead = sentence.items[item.index + 1 : item.index + 3]
    near = ahead[-1:] if comma(item) else ahead[:1] if item.kind == "pron" else []
    return bool(near) and near[0].marker == "beside"


def list_goes_on(sentence: Sentence, found: list[Item], item: Item) -> bool:
    """Whether "A، B وC" follows, so that the comma joins: or "A، B، C", all of them states."""
    states = sum(_names_state(one) for one in found)
    if any(one.conj for one in found):
        states = -LONGEST  # مصر والأردن، / *تونس*
    for other in sentence.items[item.index : item.index + LONGEST]:
        if other.kind == "M" and other.conj == "و":
            return True
        if other.kind not in ("M", "mark"):
            break
        if other.kind == "M":
            if not _names_state(other):
                states -= LONGEST
            states += 1
    return states >= _SEVERAL


def _names_state(item: Item) -> bool:
    mention = item.mention
    return mention is not None and mention.entity.kind == ActorKind.STATE and not mention.prep


def shared_nation(sentence: Sentence, item: Item) -> Entity | None:
    """Return the nation whose adjective goes with two nouns joined: *أفراد* ومنظمات *روسية*."""
    joined = sentence.items[item.index + 1 : item.index + 2]
    if not joined or item.det or joined[0].kind != "O" or joined[0].conj != "و":
        return None
    nation = joined[0].nisba if joined[0].marker == item.marker else None
    return sentence.discourse.listed(nation) if nation is not None else None
