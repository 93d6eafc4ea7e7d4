"""Charges: what somebody says that another has done wrong, which accuses him of it."""

from collections.abc import Iterator

from ....schema import vocabulary
from ..ends.pronouns import entity_of
from ..ends.slots import verb_rows
from ..records.clauses import Clause, Sentence
from ..records.entity import Entity
from ..records.items import Item
from ..records.readclaim import ReadClaim, item_span, maybe_span, offsets
from ..records.stems import is_in
from ..speech.disputed import same_side
from ..speech.levels import levels_of
from ..speech.zone import Zone
from .concerned import meant

_SPOKEN = frozenset({"an", "main", "coord", "sub"})


def charges(sentence: Sentence, zones: list[Zone], claims: list[ReadClaim]) -> Iterator[ReadClaim]:
    """Yield whom a speaker accuses by what he says: قال إن *باريس تآمرت* مع المتمردين."""
    spoken = [z for z in zones if z.speaker is not None and z.kind == "asserts" and not z.noun]
    told = {(claim.predicate, claim.subject, claim.object) for claim in claims}
    for clause in sentence.clauses if spoken else ():
        who, wrong = _guilty(sentence, clause)
        charge = "accused"
        if who is None:
            who, wrong = _wrong_deed(sentence, clause)
            charge = "criticized"
        if who is None:
            who, wrong = _called_names(sentence, clause)
        if who is None or wrong is None or who.kind == "event":
            continue
        zone = next((z for z in reversed(spoken) if z.a <= wrong.index < z.b), None)
        speaker = zone.speaker if zone is not None else None
        if zone is None or speaker is None:
            continue
        if any((relation, speaker, who) in told for relation in ("accused", charge)):
            continue
        if same_side(speaker, who) or speaker.state == (who.listed or "") or speaker.serves is who:
            continue
        told.add((charge, speaker, who))
        cue, at = item_span(sentence, zone.cue), item_span(sentence, wrong)
        outer = [other for other in zones if other is not zone]
        span = min(cue[0], at[0]), max(cue[1], at[1])
        where = offsets(span, cue, maybe_span(sentence, zone.speaker_item))
        levels = tuple(levels_of(sentence, outer, wrong.index))
        yield ReadClaim(speaker, charge, who, where, levels, rule="charge", confidence=0.7)


def _guilty(sentence: Sentence, clause: Clause) -> tuple[Entity | None, Item | None]:
    """Return who is said to have done wrong, and the word that says so."""
    verb = clause.verb
    if clause.negated or not (clause.kind in _SPOKEN or _cleft(sentence, clause)):
        return None, None
    if clause.doubtful or (clause.parent is not None and clause.parent.kind == "if"):
        return None, None  # قال إنه إذا هاجمتها تركيا *وخرقت* الهدنة فسيرد
    if verb is not None:
        done = not verb.passive and any(row.wrong for row in verb_rows(verb))
        return (clause.subject_entity, verb) if done else (None, None)
    guilty, office = (sentence.scene.function(c) for c in ("guilty", "charges_of_office"))
    for item in sentence.items[clause.a : clause.b]:
        did = item.kind == "P" and not item.passive and any(row.wrong for row in verb_rows(item))
        behind = _behind_it(sentence, item)
        if item.key not in guilty and not (did or behind):  # هي المسؤولة, هي *البادئة* بالعدوان
            continue
        if sentence.clause_of[item.index] is not clause:
            continue
        if any(is_in(o, office) for o in sentence.items[item.index + 1 : item.index + 3]):
            break  # مسؤولة عن *حماية* المواطنين
        for who in reversed(sentence.items[clause.a : item.index]):
            if who.kind in ("M", "an"):
                return entity_of(sentence, who), item
            if who.kind not in ("A", "self", "adv", "O", "aux", "quote"):
                break
    return None, None


def _behind_it(sentence: Sentence, item: Item) -> bool:
    """Whether somebody is said to be behind a wrong: إن تركيا *وراء* الهجوم."""
    if item.kind != "prep" or item.key not in ("وراء", "خلف"):
        return False
    behind = sentence.items[item.index + 1 : item.index + 3]
    if not behind or behind[-1].head is behind[0]:
        return False  # كانت وراء *تفجير السفارة*: she blew it up
    return any(is_in(behind[0], sentence.scene.function(c)) for c in ("wrongs", "strikes"))


def _cleft(sentence: Sentence, clause: Clause) -> bool:
    """Whether it tells who did it: إن تركيا هي *التي خرقت الهدنة*."""
    opener = clause.opener
    before = sentence.items[opener.index - 1] if opener is not None and opener.index else None
    return clause.kind == "rel" and before is not None and before.kind == "self"


def _wrong_deed(sentence: Sentence, clause: Clause) -> tuple[Entity | None, Item | None]:
    """Return whose deed is called a wrong, and the word: اعتبر أن *القرار التركي استفزاز*.

    It may be told in a headline, or by what the deed is not: أثينا: *قرار أنقرة غير مقبول*.
    """
    inside = _without_verb(sentence, clause)
    deed = inside[0] if inside else None
    if deed is None or deed.kind not in ("N", "O") or deed.marker != "direct":
        return None, None
    wrongs, right = (sentence.scene.function(c) for c in ("wrongs", "acceptable"))
    for item in inside[1:]:
        bare = item.marker == "direct" and not (item.det or item.pronoun or item.conj)
        ill = wrongs
        if sentence.items[item.index - 1].kind == "negnoun":
            ill = right  # غير *مقبول*
        elif item.kind == "negnoun" and item.key == "غير":
            continue
        if item.kind in ("V", "an", "sub", "neg", "negnoun", "aux") or item.key == ":":
            break
        if item.kind in ("N", "O", "P") and bare and is_in(item, ill):
            who = meant(sentence, deed, vocabulary()["criticized"], ())
            return (who[0], item) if who else (None, None)
    return None, None


def _called_names(sentence: Sentence, clause: Clause) -> tuple[Entity | None, Item | None]:
    """Return who is called names, and the name: قال إن *سالم الراوي خائن*, إنه *عميل*."""
    if clause.verb is not None or clause.negated or clause.kind not in _SPOKEN:
        return None, None
    insults = sentence.scene.function("insults")
    for item in sentence.items[clause.a : clause.b]:
        if item.kind not in ("N", "O", "P") or item.det or item.pronoun or item.conj:
            continue
        if item.marker not in ("", "direct", "gen") or not is_in(item, insults):
            continue
        who = _named_so(sentence, clause, item)
        return (entity_of(sentence, who), item) if who is not None else (None, None)
    return None, None


def _named_so(sentence: Sentence, clause: Clause, name: Item) -> Item | None:
    """Return of whom a name is said, be it of what he is: إن *الحركة* جماعة إرهابية."""
    inside = sentence.items[clause.a : name.index]
    if inside and inside[-1].kind == "O" and not (inside[-1].det or inside[-1].conj):
        if not name.key.endswith(("ي", "ية")) or inside[-1].gender != name.gender:
            return None
        inside.pop()
    elif name.marker == "gen":
        return None
    for who in reversed(inside):
        if who.kind == "M" or (who.kind == "an" and who.pronoun):
            return who if who.kind == "an" or who.marker == "direct" else None
        if who.kind not in ("self", "adv", "aux", "quote"):
            break
    return None


def _without_verb(sentence: Sentence, clause: Clause) -> list[Item]:
    """Return the words of an أن-clause without a verb, or those behind a headline's colon."""
    if clause.verb is not None or clause.negated:
        return []
    if clause.kind == "an":
        return sentence.items[clause.a + 1 : clause.b]
    colon = next((o.index for o in sentence.items[clause.a : clause.b] if o.key == ":"), None)
    if clause.kind != "main" or colon is None:
        return []
    inside = sentence.items[colon + 1 : clause.b]
    return inside[1:] if inside and inside[0].kind == "quote" else inside
