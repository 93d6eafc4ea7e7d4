"""Antecedents: which noun phrase a relative pronoun describes: بتسليح *الميليشيات* التي."""

from ..records.agreement import pronoun_fits
from ..records.clauses import Sentence
from ..records.entity import agrees
from ..records.items import Item, comma
from ..records.stems import is_in
from .modifying import modifies
from .pronouns import owner_of
from .served import body_served, called_after
from .slots import does_deeds

_AGREED = frozenset({"agreed-with", "ceasefire-with", "allied-with"})
_AMONG = frozenset({"بين", "ضمن", "اوائل"})  # behind "of": من *بين* الدول التي
_ASIDE = 9  # items between the commas around it
_APART = frozenset({"mark", "A", "P"})  # between a noun phrase and the clause that describes it
_FARTHEST = 8  # items back


def first_to(before: Item, who: Item) -> bool:
    """Whether it says who was the first to do it: كانت تنزانيا *أول من* اعترف بها."""
    return who.key == "من" and before.key in ("اول", "اخر")


def antecedent_of(sentence: Sentence, at: int) -> Item | None:
    """Return the noun phrase before a relative pronoun that agrees with it."""
    items = sentence.items
    key = items[at].key
    plural = key in ("الذين", "هم")
    dual = key.startswith(("اللذ", "اللت"))
    gender = "f" if key.startswith(("الت", "الل", "هي")) and not key.startswith("اللذ") else "m"
    self_before = at > 0 and items[at - 1].kind == "self" and key != "ما"
    if self_before and (meant := _meant_by_self(items, at - 1)) is not None:
        return meant
    if at > 1 and first_to(items[at - 1], items[at]):
        named = [o for o in items[: at - 1] if o.kind == "M"]
        was = [o for o in named if o.index and items[o.index - 1].kind == "aux"]
        named = was or named
        return named[-1] if named else None  # كانت *سوريا*، ومعها ليبيا، أول من
    if (one := _one_among(items, at)) is not None:
        return one
    if self_before and (key == "من" or items[at - 1].conj != "و"):
        return items[at - 1]  # ظلموا الروس، *فهم* الذين سلحوا مصر
    if key in ("من", "ما"):
        return None
    at = _told_first(items, at, gender)
    done = _thing_done(items, at)
    if done is not None and done.gender == gender:
        return done
    for item in reversed(items[max(0, at - _FARTHEST) : at]):
        if item.kind == "M" and item.mention is not None:
            entity = item.mention.entity
            held = item.marker == "gen" and item is items[at - 1] and item.head
            if held and held.gender == gender and not (plural or dual):
                if is_in(held, sentence.scene.function("held_in_towns")):
                    return held  # *اتفاقية* الجزائر التي وقعها
            if dual and item.conj == "و" and item.index and items[item.index - 1].kind == "M":
                return items[item.index - 1]  # *الإمارات* ومصر، اللتان
            if agrees(entity, gender, "p" if plural else "s") or item.mention.kind == "sides":
                return item
            if plural and item.mention.kind == "role" and not entity.person:
                return item  # *مقاتلو الحركة* الذين
            if item is items[at - 1] and not plural and pronoun_fits(item, gender + "s"):
                return item  # الجمهورية اليمنية *التي*, though Yemen is masculine
            if not (plural or dual) and all(o.kind in _APART for o in items[item.index + 1 : at]):
                if (body := body_served(sentence, item, gender)) is not None:
                    return body
                if called_after(sentence, item, gender):
                    return item
        elif item.kind in ("O", "N") and item.feats:
            if item.kind == "O" and owner_of(items, item) is not None:
                continue
            if item.kind == "O" and item.det and modifies(sentence, item):
                continue  # «حرس كودوري» *الانفصالي* الذي
            several = plural or dual
            last = next((o for o in reversed(items[item.index : at]) if o.kind != "A"), item)
            if item.marker == "gen" and not _last_of(item, last, gender, many=several):
                continue
            if _may_be_who(item, gender, many=several):
                return item  # بتسليح *الميليشيات* التي
        elif item.kind in ("V", "an", "sub"):
            break
    return items[at - 1] if self_before else None  # ...، *وهو* الذي هاجم الكويت


def _one_among(items: list[Item], at: int) -> Item | None:
    """Return who is one of those of whom a clause tells: كانت *تونس* من بين الدول التي دعمتها."""
    k = at - 1
    while k > 0 and items[k].kind == "A":
        k -= 1
    many = k > 0 and items[k].kind == "O" and items[k].det and items[k].feats[1:2] == "p"
    among = k - 1
    while among > 0 and items[among].kind == "prep" and items[among].key in _AMONG:
        among -= 1
    if not many or among == k - 1:
        return None
    for was in reversed(items[max(0, among - _FARTHEST) : among]):
        if was.kind in ("V", "an", "rel", "mark"):
            return None
        if was.kind == "aux":
            named = [o for o in items[was.index : among] if o.kind == "M" and not o.conj]
            return named[0] if named and named[0].marker == "direct" else None
    return None


def _meant_by_self(items: list[Item], at: int) -> Item | None:
    """Return whom "he" before "who" takes up: *إريتريا* هي التي ترفض, *بأنه* هو الذي قصف.

    "Himself" or an aside may stand between: *السفير نفسه*، على ما يقال، هو الذي حذر.
    """
    k = at - 1
    if not items[at].conj and k > 0 and comma(items[k]):
        k = next((n for n in range(k - 1, max(0, k - _ASIDE), -1) if comma(items[n])), 0) - 1
    while k > 0 and items[k].kind == "adv":
        k -= 1
    return items[k] if k >= 0 and items[k].kind in ("M", "O", "N", "an") else None


def _told_first(items: list[Item], at: int, gender: str) -> int:
    """Return where the first is told of whom "and which" goes on to tell, or where this stands.

    So in اللجنة *المنبثقة* عن المنظمة *والتي* تضم: the committee, and not the organisation.
    """
    if items[at].conj != "و":
        return at
    for item in reversed(items[max(0, at - _FARTHEST) : at]):
        participle = item.kind == "P" and item.det and item.feats[:1] == gender
        if participle or (item.kind == "rel" and item.key == items[at].key.removeprefix("و")):
            return item.index
    return at


def _last_of(item: Item, last: Item, gender: str, *, many: bool) -> bool:
    """Whether of a chain of genitives only the last noun agrees: خطة *السلام* is no such one."""
    if item is not last or not item.det or item.head is None:
        return False
    step: Item | None = item.head
    while step is not None:
        if _may_be_who(step, gender, many=many):
            return False
        step = step.head
    return True


def _may_be_who(item: Item, gender: str, *, many: bool) -> bool:
    """Whether a noun agrees with a relative pronoun: of things in the plural, a feminine."""
    if item.feats[1:2] == "p" or item.feats == "bp":
        return many or gender == "f"
    return item.feats[:1] == gender


def _thing_done(items: list[Item], at: int) -> Item | None:
    """Return the deed in the genitive of which the verb tells: رد *الهجوم* الذي شنته ليبيا."""
    if not 0 < at < len(items) - 1:
        return None
    deed, verb = items[at - 1], items[at + 1]
    if deed.kind != "N" or deed.marker != "gen" or not deed.det:
        return None
    if deed.head is not None and not _AGREED.isdisjoint(r.relation for r in deed.head.rows):
        return None  # *اتفاق* الدفاع الذي وقعه البلدان
    return deed if does_deeds(verb) and verb.pronoun else None
