"""Speakers: who says what a verb or noun of saying tells, and what carries the words."""

from ....schema import ActorKind
from ..actors.nameless import by_role, unnamed
from ..ends.arguments import entities
from ..ends.participles import said_by_nameless, subject_around
from ..ends.pronouns import owner_entity, owner_of
from ..ends.slots import following, slot, verb_rows
from ..records.agreement import fits
from ..records.clauses import Clause, Sentence
from ..records.entity import Entity, may_mean
from ..records.items import Item, Row, classes_of, comma, speaks
from ..records.stems import is_in
from ..words.rows import Verb

_THROUGH = ("ب", "إلى", "على")
_STATIONS = ("wireless", "radio")


def speaker_of(
    sentence: Sentence, item: Item, row: Row
) -> tuple[Entity | None, Entity | None, Item | None]:
    """Return the speaker, the carrier, and the item that names the speaker."""
    if item.kind == "N":
        through = _saying(sentence, item, row)
        return through if through is not None else noun_speaker(sentence, item)
    clause = sentence.clause_of[item.index]
    subject_item = clause.subject if clause.verb is item else None
    if item.kind == "P":
        subject, subject_item = _participle_subject(sentence, item, clause)
    else:
        subject = _speaking_subject(sentence, item, clause)
    teller = None
    if isinstance(row, Verb):
        for marker in row.teller:
            teller = slot(sentence, item, marker)
            if teller is not None:
                break
    if teller is not None:
        told_by = entities(sentence, teller)
        who = told_by[0] if told_by else by_role(sentence, teller)
        if who is not None:
            return who, subject, teller
    if item.passive and subject_item is not None:
        by = slot(sentence, item, "by")
        who = entities(sentence, by) if by is not None else []
        return (who[0] if who else None), None, by
    if subject is None and subject_item is not None and subject_item.kind in ("N", "O"):
        writes = is_in(subject_item, sentence.scene.function("writings"))
        owned = writes and owner_of(sentence.items, subject_item) is not None
        if owned or any(r.speech for r in subject_item.rows):
            return noun_speaker(sentence, subject_item)  # أفاد *بلاغ للديوان*
    aired = row.id in sentence.scene.function("broadcasts")
    if subject is not None and (carries(subject) or (aired and subject.kind == ActorKind.MEDIA)):
        return None, subject, None
    named = _named_behind(sentence, subject_item)
    return named or subject, _told(sentence, item), subject_item


def carries(entity: Entity) -> bool:
    """Whether it carries others' words: the media, and an agency that is but a name in quotes.

    A station that no list has speaks for those whose it is, unless it airs something: قالت *إذاعة
    طهران*, but ما أذاعته إذاعة طهران.
    """
    media = entity.kind == ActorKind.MEDIA and (entity.listed or entity.head not in _STATIONS)
    return bool(media) or entity.name.startswith(('وكالة "', "وكالة «"))


def _named_behind(sentence: Sentence, subject: Item | None) -> Entity | None:
    """Return who the one known by office is: نائب قبرصي *هو السيد X*, المتحدث، *العقيد X*، إن."""
    mention = subject.mention if subject is not None else None
    if subject is None or (mention is None and subject.stranger is None and not subject.det):
        return None
    if mention is not None and (mention.entity.named or not mention.entity.person):
        return None
    behind = sentence.items[subject.index + 1 : subject.index + 4]
    who = behind[1].mention if len(behind) > 2 else None
    if who is None or not (who.entity.person and who.entity.named):
        return None
    apart = comma(behind[0]) and (comma(behind[2]) or behind[2].kind == "an")
    role = subject.kind == "O" and by_role(sentence, subject) is not None
    apposed = apart and (mention is not None or role)  # قال المتحدث، *العقيد سالم الراوي*، إن
    return who.entity if behind[0].kind == "self" or apposed else None


def _told(sentence: Sentence, item: Item) -> Entity | None:
    """Return the paper or station that the speaker told it to, which carries it."""
    clause = sentence.clause_of[item.index]
    end = item.index + 1
    while end < min(len(sentence.items), item.index + 20):
        if sentence.items[end].kind in ("V", "an", "sub") or sentence.items[end].key == ":":
            break
        end += 1
    for other in sentence.items[max(clause.a, item.index - 8) : end]:
        if other.mention is not None and other.marker in ("ل", "إلى", "مع", "عبر"):
            if other.mention.entity.kind == ActorKind.MEDIA:
                return other.mention.entity
    return None


def _speaking_subject(sentence: Sentence, item: Item, clause: Clause) -> Entity | None:
    if clause.verb is not item:
        return clause.subject_entity
    if not clause.inherited:
        return clause.subject_entity
    if _says_nobody(sentence, item):
        clause.subject_entity = None
        return None
    person = item.feats.split()[1]
    last = sentence.discourse.speaker
    main = clause.kind in ("main", "coord") and (clause.parent is None or clause.inherited)
    if main and last is not None and person[0] == "3" and fits(last, person[1], person[2]):
        if clause.parent is None or clause.parent.subject_entity is None:
            clause.subject_entity = last
    return clause.subject_entity


def _says_nobody(sentence: Sentence, verb: Item) -> bool:
    """Whether it opens what everybody knows, so that nobody says it: *يذكر* أن, *يشار* إلى أن."""
    if verb.passive:
        return True
    behind = sentence.items[verb.index + 1 : verb.index + 2]
    opens = verb.index == 0 and verb.feats.startswith("ipf 3ms") and bool(behind)
    known = any(row.id in sentence.scene.function("recalling") for row in verb.rows)
    return opens and known and behind[0].kind == "an"


def _participle_subject(
    sentence: Sentence, item: Item, clause: Clause
) -> tuple[Entity | None, Item | None]:
    """Return who is "adding that ...": the subject of the verb the participle goes with.

    Of a verb of relaying it is the one whose words are relayed.
    """
    verb = clause.verb
    for row in verb_rows(verb) if verb is not None and verb.index < item.index else ():
        if row.teller and row.speech and verb is not None:
            teller = speaker_of(sentence, verb, row)
            if teller[0] is not None and teller[0].gender == item.gender:
                return teller[0], teller[2]
    for aside in reversed(sentence.clauses):
        taken_up = aside.kind == "rel" and aside.opener is not None and aside.opener.key == "ما"
        if taken_up and aside.b in (item.index, item.index - 1) and aside.verb is not None:
            told = aside.subject_entity
            if told is not None and speaks(aside.verb) and told.gender == item.gender:
                return told, aside.subject  # ...، وهو ما نفاه *نظيره*، مضيفا أن
    who = subject_around(sentence, item)
    if who is not None or said_by_nameless(sentence, item):
        return who, None
    before = next(
        (c for c in reversed(sentence.clauses) if c.a < item.index and c.subject_entity), None
    )
    if before is None and clause.verb is None:
        named = (o for o in reversed(sentence.items[: item.index]) if o.mention is not None)
        last = next(named, None)  # وعقب *سالم* على ذلك قائلا
        if last is not None and last.mention is not None and last.mention.entity.person:
            return last.mention.entity, last
    return (before.subject_entity if before else None), None


def _saying(
    sentence: Sentence, item: Item, row: Row
) -> tuple[Entity | None, Entity | None, Item | None] | None:
    """Return who says what an action noun under a verb says, if the verb's subject does.

    So it is in "اكتفى سالم *بالقول* إن"; in "نقلت الوكالة عن الحركة *قولها* إن" it is the movement.
    """
    verb = sentence.clause_of[item.index].verb
    if verb is None or verb.index > item.index or not isinstance(row, Verb):
        return None
    for relays in verb_rows(verb):
        if relays.teller and relays.speech and item.pronoun:
            told = speaker_of(sentence, verb, relays)
            if told[0] is not None and may_mean(told[0], item.pronoun):
                return told
    clause = sentence.clause_of[verb.index]
    unwilling = clause.negated or not classes_of(verb).isdisjoint({"REJECT"})
    bare = not item.pronoun and owner_entity(sentence, item) is None
    if item.marker not in _THROUGH or not bare or unwilling or item.feats[1:2] != "s":
        return None
    who = clause.subject_entity or unnamed(sentence, verb)
    return (who, None, clause.subject) if who is not None else None


def noun_speaker(
    sentence: Sentence, item: Item
) -> tuple[Entity | None, Entity | None, Item | None]:
    """Return whose words "the statements of X" or "attributed to X" are."""
    nxt = sentence.items[item.index + 1] if item.index + 1 < len(sentence.items) else None
    if nxt is not None and nxt.mention is not None and nxt.marker == "gen":
        return nxt.mention.entity, None, nxt
    of = next((o for o in sentence.items[item.index + 1 :] if o.kind not in ("O", "A")), None)
    if of is not None and of.mention is not None and of.marker == "ل" and not item.det:
        who = of.mention.entity  # بيان عسكري *للجيش*
        return (None, who, of) if who.kind == ActorKind.MEDIA else (who, None, of)
    press = nxt is not None and nxt.feats == "fs" and item.feats in ("bp", "fp")
    press = press or (nxt is not None and nxt.key in sentence.scene.function("press_qualities"))
    if nxt is not None and nxt.kind == "O" and nxt.marker in ("gen", "ل") and not press:
        somebody = by_role(sentence, nxt)  # تصريحات *ناطق عسكري*, بيان *لمصدر أمني*
        if somebody is not None:
            return somebody, None, nxt
    for other in following(sentence, item):
        if other.kind == "P":
            for row in verb_rows(other):
                for marker in row.teller:
                    who = slot(sentence, other, marker)
                    if who is not None and (named := entities(sentence, who)):
                        return named[0], None, who
        if other.key in sentence.scene.function("issued"):
            issuer = slot(sentence, other, "عن")  # بيان *صادر عن* القيادة
            if issuer is not None and (named := entities(sentence, issuer)):
                return named[0], None, issuer
        if other.kind in ("V", "an"):
            break
    if nxt is not None and nxt.kind == "V" and nxt.pronoun and not nxt.conj:
        who = sentence.clause_of[nxt.index].subject_entity  # بيان *أذاعه راديو* لندن
        if who is not None:
            carries = who.kind == ActorKind.MEDIA or who.head == "agency"
            return (None, who, None) if carries else (who, None, None)
    both = sentence.items[item.index + 1 : item.index + 3]
    if len(both) == 2 and both[0].kind == both[1].kind == "A":
        return None, None, None  # بيان *مصري ليبي*
    owner = owner_entity(sentence, item)
    if owner is None and is_in(item, sentence.scene.function("documents")):
        owner = _issuer(sentence, item)
    return owner, None, None


def _issuer(sentence: Sentence, item: Item) -> Entity | None:
    """Return whose a statement is: of whoever issues it, or the last one that was spoken of."""
    verb = sentence.clause_of[item.index].verb
    if verb is not None and verb.key.lstrip("وف") in sentence.scene.function("issued"):
        issuer = slot(sentence, verb, "عن")  # *صدر عن* القيادة *بيان*
        named = entities(sentence, issuer) if issuer is not None else []
        who = named[0] if named else by_role(sentence, issuer)
        if who is not None:
            return who
    if item.det:
        return sentence.discourse.issuer
    if verb is not None and item.marker == "في" and verb.index < item.index and speaks(verb):
        return sentence.clause_of[verb.index].subject_entity  # اتهمت الجبهة، *في بيان*، الجيش
    if verb is None or verb.index > item.index or item.marker not in ("direct", "ب"):
        return None
    if not any(row.id in sentence.scene.function("issuing") for row in verb.rows):
        return None
    return sentence.clause_of[verb.index].subject_entity or unnamed(sentence, verb)
