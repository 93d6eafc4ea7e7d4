"""Both: the two actors that a dual stands for, be it a noun (الرئيسان), a pronoun or a verb."""

from itertools import pairwise

from ....schema import ActorKind
from ..records.clauses import Clause, Sentence
from ..records.context import JOINED, ONE_SIDED
from ..records.entity import Entity, agrees
from ..records.items import Item
from ..records.memory import Pair
from ..records.partners import two_partners
from ..records.scene import Mention, Scene, mention_of
from ..words.word import HEAD, ROLE, TOPIC, VERB, Base, Sense, Word
from .latter import latter
from .tied import tied, tied_before
from .urged import third_party, who_urges

_OF_STATES = frozenset({ActorKind.GOVERNMENT, ActorKind.ARMED_GROUP, ActorKind.GROUP})
# Offices that say no more of two people than that they are people.
_ANY_PERSON = frozenset({"leader", "politician", "diplomat", "official"})


def both_at(scene: Scene, i: int, word: Word) -> Mention | None:
    """Return the two that a dual with the article means: الجانبان, البلدان, الوزيران, الحركتان."""
    for base in word.bases if word.opens else ():
        kind = scene.names.of_two.get(base.key)
        if kind == "both_persons" and _told_by_clause(scene, i, base.key):
            return None
        if kind is not None:
            return _mention(scene, i, base, kind)
        if base.key in scene.function("two_of") and scene.key(i + 1) in scene.function("strife"):
            return _mention(scene, i, base, "both_sides", words=2)  # طرفا *النزاع*
        if base.key in scene.function("latter"):
            return latter(scene, i, base)
        if base.key in scene.function("of_the_two"):
            return _one_of_two(scene, i, base)
    sense = _dual(word) if word.flags & (ROLE | HEAD) else None
    if sense is None:
        return None
    wanted = f"{sense.pos} {sense.id}"
    if sense.pos == "R" and sense.id in _ANY_PERSON:
        wanted = "both_persons"
    if wanted == "both_persons" and _told_by_clause(scene, i, sense.id):
        return None
    return _mention(scene, i, Base(sense.conj, sense.prep, "", 0), wanted, sense)


def _told_by_clause(scene: Scene, i: int, who: str) -> bool:
    """Whether only what follows says who the two people are: *الرجلان* اللذان اعتقلتهما فرنسا."""
    leaders = who == "leader" or who.startswith("الزعيم")
    return not leaders and scene.key(i + 1).startswith(("اللذ", "اللت"))


def bodies_of_both(scene: Scene, i: int, j: int, sense: Sense) -> Mention | None:
    """Return the two states whose bodies the words from i to j name: *قوات البلدين*."""
    kind = scene.names.of_two.get(scene.key(j - 1)) if j == i + 2 else None
    if kind is None or sense.det or scene.lexicon.bodies[sense.id].kind not in _OF_STATES:
        return None
    return _mention(scene, i, Base(sense.conj, sense.prep, "", 0), kind, sense, words=2)


def _one_of_two(scene: Scene, i: int, base: Base) -> Mention | None:
    """Return whom "the first" or "the second" means, right behind a verb or "that".

    And behind the first the second under a preposition: طلب *الأول* من *الثاني*."""
    words, before = scene.function("of_the_two"), scene.word(i - 1)
    leads = before is not None and (
        before.complementizer or before.flags & VERB or before.key in scene.function("as_for")
    )
    paired = scene.key(i - 1) in scene.function("prepositions") and any(
        scene.key(mention.i) in words for mention in scene.mentions
    )
    if not (leads or paired) or base.prep or scene.dated(i) or scene.key(i + 2).isdigit():
        return None  # الوزير *الأول*, وصل *الأول* من أيار
    here = {words.get(scene.key(m.i).lstrip("وف"), ""): m.entity for m in scene.mentions}
    two = _joined_last(scene, scene.mentions)
    if two is None:
        two = two_partners(scene.discourse, "", [m.entity for m in scene.mentions])
        told = {one: k for k, one in enumerate(scene.discourse.spoken_of())}
        two = (two[1], two[0]) if two and told.get(two[0], 0) > told.get(two[1], 0) else two
    if two is None:
        return None
    who = here.get(words[base.key], two[0 if words[base.key] == "first" else 1])
    same = agrees(who, "f" if base.key[-1] in "ةهى" else "m", "s")
    return mention_of(scene, who, i, i + 1, base, "name") if same else None


def _dual(word: Word) -> Sense | None:
    """Return the reading as a dual noun with the article, if it cannot be a plural: مسؤولين."""
    found: Sense | None = None
    for sense in word.senses:
        if sense.det and sense.pos in "RH" and not sense.pronoun:
            if sense.feats[1:2] == "p":
                return None
            if found is None and sense.feats[1:2] == "d":
                found = sense
    return found


def _mention(
    scene: Scene, i: int, base: Base, wanted: str, sense: Sense | None = None, *, words: int = 1
) -> Mention | None:
    doer = third_party(scene, i)
    mentions = scene.mentions[:-1] if doer else scene.mentions
    urged, third = who_urges(scene, i)
    without = [*third, *doer]
    named = [one for one in mentions if scene.key(one.i - 1) != "في"]  # no *place* is one
    here = [who for one in named for who in (one.entity, one.other) if who is not None]
    here = [one for one in here if one not in third]
    joined = _joined_last(scene, mentions) if wanted in ("both_sides", "both_states") else None
    if joined is not None and wanted == "both_states" and not _two_states(joined):
        joined = None
    if joined is None and wanted in ("both_sides", "both_states"):
        joined = tied_before(scene, i)
    two = joined or two_partners(scene.discourse, wanted, here, without, urged=urged)
    if two is None:
        return None
    mention = mention_of(scene, two[0], i, i + words, base, "sides", sense=sense)
    mention.other, mention.both = two[1], wanted
    if wanted in ("both_sides", "both_states"):  # whom the next dual may mean again
        scene.discourse.pairs.append(Pair(*two, ONE_SIDED))
    for entity in reversed(two):
        scene.discourse.mention(entity)
    return mention


def _joined_last(scene: Scene, mentions: list[Mention]) -> tuple[Entity, Entity] | None:
    """Return the two persons or bodies whom the sentence has joined: جمع *الملك وبن بلة*، و."""
    for second, first in pairwise((*reversed(mentions), None)):
        if second is not None and second.other is not None and not second.both:
            return second.entity, second.other  # القوات *البريطانية والفرنسية*
        if second is None or first is None:
            break
        if second.conj != "و" or first.conj or first.j != second.i or second.prep:
            continue
        one, two = first.entity, second.entity
        verb = scene.word(first.i - 1)
        if verb is not None and verb.flags & VERB:
            return None  # ودعت *فرنسا وفنلندا* الطرفين
        if any(m.conj == "و" and second.j in (m.i, m.i - 1) for m in mentions):
            return None  # دول المجلس (*الإمارات والسعودية والكويت*)
        if one.person is two.person and ActorKind.PLACE not in (one.kind, two.kind):
            return one, two
    return None


def _two_states(two: tuple[Entity, Entity]) -> bool:
    return all(one.kind == ActorKind.STATE for one in two)


def the_two(sentence: Sentence, index: int, without: tuple[Entity, ...]) -> list[Entity]:
    """Return whom a dual pronoun, or a dual verb without a subject, means at an item.

    They are the two subjects of a clause before, else the two of whom the sentence, or the one
    before, has told something: التقى سالم الراوي بيار ديبوا *واتفقا* على. Who is the subject of
    the clause is one of them, unless the two are what he acts on (`without`).
    """
    if _unknown_dual(sentence, index):
        return []
    clause = sentence.clause_of[index]
    item, who = sentence.items[index], clause.subject_entity
    if item.kind == "V" and item.pronoun and who is not None:
        without = (*without, who)  # *دعاهما*
    elif (shown := _dual_object(sentence, clause, index)) is not None:
        return the_two(sentence, shown.index, ())
    step: Clause | None = clause
    one: Entity | None = None
    while step is not None:
        if step.subject is not None and step.subject.index < index:
            two = _joined(sentence, step.subject)
            if two and not any(who in without for who in two):
                return two
            two = _met(sentence, step)
            if two and not any(who in without for who in two):
                return two
            one = one or step.subject_entity
        step = step.parent
    for other in reversed(sentence.items[:index]):
        two = _joined(sentence, other) or tied(sentence, other)
        if two and not any(who in without for who in two):
            return two
    later = [o.mention.entity for o in sentence.items[index + 1 :] if o.mention is not None]
    spoken = [o.mention.entity for o in sentence.items[:index] if o.mention is not None]
    without = (*without, *(one for one in later if one not in spoken))
    met = two_partners(sentence.discourse, "", (), without)
    return list(met) if met is not None and (one is None or one in {*without, *met}) else []


def _met(sentence: Sentence, clause: Clause) -> list[Entity]:
    """Return the subject of a clause and whom it met, of the same kind: التقى *الوزير الرئيس*."""
    who, verb = clause.subject_entity, clause.verb
    if who is None or verb is None or clause.subject is None:
        return []
    for item in sentence.items[max(verb.index, clause.subject.index) + 1 : clause.b]:
        if item.kind == "M" and item.mention is not None and not item.conj:
            met = item.mention.entity
            if len(_joined(sentence, item)) == 2:
                return []  # قطعت مصر علاقاتها *بفرنسا وبريطانيا*
            same = met.kind == who.kind and item.marker in ("direct", "مع", "ب")
            return [who, met] if same and met is not who else []
        if item.kind in ("V", "N", "an"):
            return []
    return []


def each_other(sentence: Sentence, verb: Item, subjects: list[Entity]) -> list[Entity]:
    """Return the two of whom each does it to the other: واتهم كل منهما *الآخر*."""
    if not sentence.has("each_other"):
        return []
    clause, words = sentence.clause_of[verb.index], sentence.scene.function("each_other")
    behind = sentence.items[verb.index + 1 : clause.b]
    told = [o for o in behind if o.kind == "O" and o.key in words and not o.conj]
    if all(sentence.items[o.index - 1].kind == "self" for o in told):
        return []  # هي *الأخرى*: she, too
    two = subjects if len(subjects) == 2 else the_two(sentence, verb.index, ())
    return two if len(two) == 2 else []


def note_joined(sentence: Sentence) -> None:
    """Keep the two of one kind that a sentence joins, whom the next may call *البلدان*."""
    for first, second in pairwise(sentence.items):
        one, two = first.mention, second.mention
        if one is None or two is None or second.conj != "و" or first.conj or first.j != second.i:
            continue
        third = sentence.items[second.index + 1 : second.index + 2]
        if third and third[0].mention is not None and third[0].conj:
            continue
        if one.entity.kind == two.entity.kind and first.marker == second.marker != "في":
            if one.entity is not two.entity and one.entity.kind != ActorKind.PLACE:
                weight = ONE_SIDED if first.marker == "بين" else JOINED
                sentence.discourse.pairs.append(Pair(one.entity, two.entity, weight))


def _dual_object(sentence: Sentence, clause: Clause, index: int) -> Item | None:
    """Return the verb of the clause before an item that has the same two for its object."""
    verb = clause.verb
    return verb if verb is not None and verb.index < index and verb.pronoun == "xd" else None


def _unknown_dual(sentence: Sentence, index: int) -> bool:
    """Whether a dual noun that means nobody known stands before an item: أن *القبيلتين* توصلتا.

    So it is with one that the clause describes: *الرجلان* اللذان اعتقلتهما فرنسا.
    """
    clause = sentence.clause_of[index]
    described = [clause.antecedent] if clause.antecedent is not None else []
    return any(
        item.kind == "O" and item.det and item.key.endswith(("ان", "ين"))
        for item in (*described, *sentence.items[clause.a : index])
    )


def of_two(sentence: Sentence, head: Item) -> list[Entity]:
    """Return the two whose governments or leaders a dual in the construct state names: حكومتا."""
    if head.feats[1:2] != "d" or head.det or head.pronoun:
        return []
    word = sentence.scene.word(head.i)
    if word is None:
        return []
    owner = sentence.items[head.index + 1] if head.index + 1 < len(sentence.items) else None
    if not word.flags & (HEAD | TOPIC) or owner is None or owner.head is not head:
        return []
    return _joined(sentence, owner)


def _joined(sentence: Sentence, first: Item) -> list[Entity]:
    """Return the two actors that a mention and the one joined to it stand for: مصر *والأردن*."""
    if first.mention is None or first.conj:
        return []
    found = [first.mention.entity]
    if first.mention.other is not None:
        found.append(first.mention.other)
    clause = sentence.clause_of[first.index]
    heads = first.head is not None and first.head.feats[1:2] == "d"  # حكومتا *مصر* والأردن
    for item in sentence.items[first.index + 1 : first.index + 8]:
        if (
            item.kind == "M"
            and item.mention is not None
            and sentence.clause_of[item.index] is clause
        ):
            beside = first.marker == "gen" and first.j == item.i  # معاقبة *مصر وليبيا*
            if item.conj == "و" and (heads or beside or item.marker == first.marker):
                found.append(item.mention.entity)
            elif first.marker == item.marker == "direct" and item.j > first.j:
                break  # هدد الرئيس *مصر* وليبيا
            elif _beside(sentence, item) and first.j == sentence.items[item.index - 1].i:
                found.append(item.mention.entity)
        elif item.kind in ("V", "N", "an", "rel", "sub") or (
            item.kind == "prep" and first.j != item.i
        ):
            break
    return found if len(found) == 2 else []


def _beside(sentence: Sentence, item: Item) -> bool:
    """Whether the actor is named with the one before: تونس *إلى جانب مصر*, *على غرار مصر*."""
    scene, before = sentence.scene, sentence.items[item.index - 1]
    words = f"{scene.key(before.i)} {scene.key(before.i + 1)}"
    return before.kind == "prep" and words in scene.function("alongside")
