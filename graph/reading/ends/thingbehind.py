"""A thing behind the verb, where its subject would stand, while the subject before goes on."""

from ..records.agreement import fits
from ..records.clauses import Sentence
from ..records.entity import Entity, may_mean
from ..records.items import Item, Row
from ..records.stems import is_in, is_one_of, stems
from ..words.word import ROLE
from .idiom import stating
from .pronouns import pronoun_entity
from .slots import does_deeds, verb_rows


def thing_behind(
    sentence: Sentence, verb: Item, behind: Item, goes_on: Entity | None, person: str
) -> bool:
    """Whether a thing that does nothing stands where the subject would: وبحث معه *الوضع*.

    The subject before goes on, for only an actor does what the verb says.
    """
    word = sentence.scene.word(behind.i)
    if _of_another(sentence, verb, behind, goes_on, person):
        return True
    if goes_on is None or behind.kind not in ("O", "N") or word is None or word.flags & ROLE:
        return False
    if behind.feats[1:2] == "d" and behind.key.endswith("ا") and not behind.indefinite:
        return False  # ورفضت *حكومتا* البلدين
    if not fits(goes_on, person[1:2], person[2:3]) or behind.feats == "mp" or verb.passive:
        return False
    if _done_with(verb, behind):
        return _on_another(sentence, verb, behind, goes_on)
    if behind.kind == "N" and behind.rows and not behind.det and _governs_deeds(verb):
        return True  # ويعتزم *تنظيم* مظاهرة
    rows = stating(sentence, verb)
    between = sentence.items[verb.index + 1 : behind.index]
    partner = any(o.kind in ("M", "pron") and o.marker == "مع" for o in between)
    if any(is_one_of(behind, row.with_nouns) and _acts_with(sentence, row) for row in rows):
        return True  # وأرسلت *قوات* إلى أنغولا
    if not any("direct" in row.object + row.topic for row in rows) and not (
        partner and does_deeds(verb)
    ):
        return False  # but عقدت *مع موسكو* معاهدة
    function = sentence.scene.function
    ordinary = sentence.scene.lexicon.ordinary
    known = behind.kind == "N" or not ordinary.isdisjoint(stems(word.key))
    tells = any(row.speech for row in behind.rows) or "attacked" in {
        r.relation for r in behind.rows
    }
    if not known or tells:
        return False
    acts = any(is_in(behind, function(c)) for c in ("instruments", "people", "followers"))
    return not (acts and _acts_on(sentence, behind))


def _governs_deeds(verb: Item) -> bool:
    """Whether its subject does the deed that stands bare behind it: قرر *مقاطعة*, يعتزم *زيارة*."""
    controls = (control for row in verb_rows(verb) for control in row.control)
    return any(c.by == "subject" and "direct" in c.slot for c in controls)


def _acts_with(sentence: Sentence, row: Row) -> bool:
    """Whether an actor does it with the row's nouns; not so تحسنت *العلاقات* بين."""
    by_things = sentence.scene.function("done_by_things")
    return row.id not in by_things and "بين" not in row.object


def _of_another(
    sentence: Sentence, verb: Item, behind: Item, goes_on: Entity | None, person: str
) -> bool:
    """Whether the people behind "and" with its verb are another's: حاصر الجيش القرية وخطف *رجالها*.

    The subject before goes on, who is none that their pronoun may mean.
    """
    own = behind.kind == "O" and behind.pronoun not in ("", "1")
    if goes_on is None or not own or not verb.conj or verb.pronoun or verb.passive:
        return False
    if behind.index != verb.index + 1 or not fits(goes_on, person[1:2], person[2:3]):
        return False
    if may_mean(goes_on, behind.pronoun):
        return False
    rows = stating(sentence, verb)
    clause = sentence.clause_of[verb.index]
    rest = (o for o in sentence.items[behind.index + 1 : clause.b] if o.kind in ("M", "N", "O"))
    alone = all(o.marker != "direct" or o.conj for o in rest)
    return alone and any(row.object[:1] == ("direct",) for row in rows)


def _acts_on(sentence: Sentence, doer: Item) -> bool:
    """Whether something is behind those who may act: حاصرت *قواته البلدة*; not so حاصرت قواته."""
    clause = sentence.clause_of[doer.index]
    if not doer.pronoun or (clause.verb is not None and clause.verb.pronoun):
        return True
    behind = (o for o in sentence.items[doer.index + 1 : clause.b] if o.kind in ("M", "N", "O"))
    return any(o.marker == "direct" for o in behind)


def _done_with(verb: Item, noun: Item) -> bool:
    """Whether the noun may be the deed that a light verb does: وفرضت عليها *عقوبات*."""
    return (
        does_deeds(verb) and noun.kind == "N" and any(row.relation is not None for row in noun.rows)
    )


def _on_another(sentence: Sentence, verb: Item, noun: Item, doer: Entity) -> bool:
    """Whether the deed is on somebody other than its doer, so that no passive is meant.

    أدانت مصر إيطاليا ثم *فرضت عليها عقوبات*; but انسحبت إيطاليا *وفرضت عليها* عقوبات.
    """
    for item in sentence.items[verb.index + 1 : noun.index]:
        if item.marker == "بين":
            return False  # ووقعت *بينهما* اتفاقية
        if item.kind == "pron" and fits(doer, item.value[:1], item.value[1:2]):
            other = pronoun_entity(sentence, item.index, item.value, (doer,))
            if other is None or verb.conj == "ف":
                return False  # شنت إيطاليا الحرب *ففرضت عليها* عقوبات
    return True
