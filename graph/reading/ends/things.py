"""Things: the actor behind a noun phrase that names none, whose the thing is or where it lies."""

from collections import Counter

from ....schema import ActorKind, Relation
from ..records.agreement import pronoun_fits
from ..records.clauses import Sentence
from ..records.entity import Entity
from ..records.items import Item
from ..records.stems import is_in
from .arguments import entities
from .joining import shared_nation
from .pronouns import giver_entity, owner_entity, owner_of, shares_genitive
from .served import court_in
from .slots import genitives, slot

_BODIES = frozenset(
    {ActorKind.ORGANIZATION, ActorKind.ARMED_GROUP, ActorKind.GOVERNMENT, ActorKind.MINISTRY,
     ActorKind.MISSION, ActorKind.PARTY}
)  # fmt: skip
_OFFICES = frozenset({ActorKind.MISSION, ActorKind.MINISTRY})  # قالت السفارة إن *حكومتها*
_THROUGH = ("followers", "instruments", "own_bodies")  # closed classes of what one acts through
_FIGHTING = frozenset({ActorKind.ARMED_GROUP, ActorKind.PARTY})
_QUALITIES = 5  # items to the owner
_PEOPLE = frozenset({"killed", "detained"})  # done to people, who are nobody's but a body's


def owner_behind(sentence: Sentence, item: Item, relation: Relation) -> Entity | None:
    """Return whose the thing is: of the noun, of those in its genitive, or by what is said of it.

    It is X's in "قصر X", "صادرات النفط الإيراني", "ثلاث شاحنات تابعة للحركة", "معسكرا للحركة".
    """
    if is_in(item, sentence.scene.function("neighbours")):
        return None  # اتهمت *جارتها*: not itself
    if item.pronoun and is_in(item, sentence.scene.function("rivals")):
        return None  # تدعم *خصومه*: not him
    step: Item | None = item
    last = item
    while step is not None:
        owner = owner_entity(sentence, step)
        if owner is not None:
            return None if owner.person and relation.id in _PEOPLE else owner
        last, step = step, in_genitive(sentence, step)
    behind = sentence.items[last.index + 1 : last.index + 2]
    if last is not item and behind and behind[0].kind == "A":
        return sentence.discourse.listed(behind[0].value)  # مستعمرة غوا *البرتغالية*
    behind_it = belongs_to(sentence, last) or giver_entity(sentence, last)
    return behind_it or shared_nation(sentence, item) or owner_after_qualities(sentence, item)


def owner_after_qualities(sentence: Sentence, thing: Item) -> Entity | None:
    """Return whose a thing is, behind adjectives: الميول التوسعية *لرواندا*.

    Of a seat or camp it may be a body, too: المقر الرئيسي *للحركة*; what one does may be anybody's,
    and called by any adjectives: الجهود الحثيثة والمتواصلة *للوزير*, not المساعدات المقدمة *لتشاد*.
    """
    function, told = sentence.scene.function, False
    seat = any(is_in(thing, function(c)) for c in ("targets", "struck"))
    doing = is_in(thing, function("doings"))
    for other in sentence.items[thing.index + 1 : thing.index + _QUALITIES]:
        if other.mention is not None:
            owner = other.mention.entity
            own = doing or owner.kind == ActorKind.STATE or (seat and owner.kind in _BODIES)
            return owner if told and own and other.marker == "ل" and not other.conj else None
        quality = other.key.endswith(("ي", "ية")) or (seat and other.key == "العام")
        quality = quality and not other.conj
        quality = quality or (doing and not is_in(other, function("meant_for")))
        told = thing.det and other.det and quality
        if not told or other.kind not in ("O", "A"):
            return None
    return None


def acting_through(sentence: Sentence, item: Item) -> Entity | None:
    """Return who does what a noun phrase without an actor does: ثلاث طائرات *روسية*."""
    function = sentence.scene.function
    step: Item | None = item
    last = item
    while step is not None:
        parties = step.nisba and is_in(step, function("parties"))  # *أحزاب* تونسية: not Tunisia
        acts = not parties and (step.nisba or acts_for(sentence, step))
        owner = owner_entity(sentence, step) if acts else None
        if owner is not None:
            serves = owner.serves if owner.person else None
            if step.pronoun and is_in(step, function("own_bodies")):
                return serves if serves is not None and serves.kind in _BODIES else None
            if serves is not None and serves.kind in _FIGHTING:
                return serves  # قال الناطق باسم الجيش إن *قواته*
            if _alliance(serves) and is_in(step, function("men")):
                return serves  # قال رئيس «تحالف الشرق» إن *رجاله*
            if serves is not None and _speaks_for(sentence, owner, serves):
                of_state = serves.kind != ActorKind.ORGANIZATION and serves.state is not None
                return sentence.discourse.listed(serves.state or "") if of_state else serves
            rules = owner.serves is not None and owner.serves.kind == ActorKind.STATE
            men = is_in(step, sentence.scene.function("people"))  # رجاله: his own
            if owner.person and rules and owner.state is not None and not men:
                return sentence.discourse.listed(owner.state)  # قال وزير الدفاع إن *قواته*
            ruled = owner.state is not None and (owner.person or owner.kind in _OFFICES)
            if ruled and is_in(step, sentence.scene.function("governing")):
                return sentence.discourse.listed(owner.state or "")  # قال الرئيس إن *حكومته*
            return owner
        body = owner_of(sentence.items, step)
        if body is not None and body.mention is not None and not item.det:
            who = body.mention.entity
            if body.mention.kind == "country" and is_in(step, function("followers")):
                return who  # *قوات بلاده*
            if who.state and not who.named and is_in(step, function("sent")):
                return sentence.discourse.listed(who.state)  # وفد *برلماني إيطالي*
            led = who.person and is_in(step, function("men"))  # *حراس* الرئيس سالم الراوي
            return who if led or who.kind in _BODIES else None  # *إدارة* الشركة, *طلائع* القوات
        last, step = step, in_genitive(sentence, step)
    if item.det:
        return None
    return belongs_to(sentence, last) or court_in(sentence, item)  # قوات *من فرنسا*


def _alliance(body: Entity | None) -> bool:
    """Whether it is a body of the text's own that may have men, and no league of states."""
    return body is not None and body.kind == ActorKind.ORGANIZATION and body.listed is None


def _speaks_for(sentence: Sentence, who: Entity, body: Entity) -> bool:
    """Whether somebody is no more than the spokesman or a member of the body he serves.

    His are its men: قال الناطق باسم مجلس الوادي سالم الراوي إن *قواته* سيطرت على البلدة.
    """
    roles = sentence.scene.lexicon.roles
    relations = {roles[role].relation for role in who.roles if role in roles} - {None}
    return body.kind in _BODIES and "spokesperson-of" in relations and "leads" not in relations


def own_body(sentence: Sentence, deed: Item) -> Entity | None:
    """Return whose body or men do what a noun tells: استعداد *حركته* للتفاوض, انسحاب *قواته*."""
    behind = in_genitive(sentence, deed)
    if behind is None or behind.pronoun in ("", "1"):
        return None
    return acting_through(sentence, behind)


def sent_by(sentence: Sentence, deed: Item) -> Entity | None:
    """Return whose force or ship does what a noun tells: دخول *دورية مصرية* منطقة حلايب."""
    behind = in_genitive(sentence, deed)
    if behind is None or behind.nisba is None:
        return None
    function = sentence.scene.function
    acts = any(is_in(behind, function(name)) for name in ("forces", "instruments"))
    return sentence.discourse.listed(behind.nisba) if acts else None


def acts_for(sentence: Sentence, item: Item) -> bool:
    """Whether it is a thing through which a state or body acts: its fleet, its diplomacy."""
    function = sentence.scene.function
    if item.pronoun and any(is_in(item, function(f)) for f in _THROUGH):
        return True  # قواته, رجالها, حزبه
    return item.key.lstrip("وف") in function("instruments")


def in_genitive(sentence: Sentence, item: Item) -> Item | None:
    """Return the noun in the genitive right behind a noun: ثلاث *شاحنات*."""
    behind = sentence.items[item.index + 1 : item.index + 2]
    if behind and shares_genitive(item, behind[0]):
        return in_genitive(sentence, behind[0])  # سيادة *ووحدة أراضي* العراق
    of_deed = item.key.lstrip("وفب") in sentence.scene.function("targets")  # معسكر *تدريب*
    kinds = ("O", "N") if of_deed and not item.det else ("O",)
    return behind[0] if behind and behind[0].kind in kinds and behind[0].head is item else None


def belongs_to(sentence: Sentence, item: Item) -> Entity | None:
    """Return whose the thing is said to be: شاحنات تابعة *للحركة*, الواردات من *تونس*."""
    said, verb = False, sentence.clause_of[item.index].verb
    leaving = verb is not None and any("من" in row.object for row in verb.rows)
    for other in sentence.items[item.index + 1 : item.index + 6]:
        if other.kind == "M" and other.mention is not None and other.marker in ("ل", "إلى", "من"):
            coming = other.marker == "من" and is_in(item, sentence.scene.function("coming_from"))
            imported = coming and not leaving  # not انسحبت قوات *من تونس*
            return other.mention.entity if imported or (said and other.marker != "من") else None
        if other.kind in ("N", "O") and said and other.marker == "ل":
            holder = next(iter(sentence.items[other.index + 1 : other.index + 2]), None)
            held = holder is not None and holder.head is other and holder.mention is not None
            return holder.mention.entity if held and holder and holder.mention else None
        said = said or other.key.lstrip("وال") in sentence.scene.function("belonging")
        if other.kind not in ("O", "A", "P", "prep", "quote") and not said:
            return None
    return None


def partner_of(sentence: Sentence, item: Item, without: tuple[Entity, ...]) -> list[Entity]:
    """Return with whom the act would be done that is refused: رفضت عقد لقاء مع *الحركة*, معها."""
    step = ([item, *genitives(sentence, item)])[-1]
    talks = is_in(step, sentence.scene.function("talking_to"))  # الجلوس *إليه*
    for marker in ("مع", "إلى") if talks else ("مع",):
        partner = slot(sentence, step, marker) if step.kind in ("N", "O") else None
        if partner is not None and (who := entities(sentence, partner, without)):
            return who
    return []


def town(sentence: Sentence, item: Item) -> Entity:
    """Return the town that a capital is when it is shelled or taken, rather than its state."""
    assert item.mention is not None
    name = sentence.scene.raw(item.i, item.j, item.mention.start)
    place = sentence.discourse.place(name, item.mention.entity.listed)
    return sentence.discourse.mention(place)


def unlisted_town(sentence: Sentence, item: Item) -> bool:
    """Whether a name read as a person's is a town's, for it stands behind "in": في *بوان نوار*."""
    mention = item.mention
    if mention is None or item.marker != "في" or mention.kind != "name" or not item.index:
        return False
    bare = not (mention.entity.roles or mention.entity.listed or mention.prep)
    return bare and mention.entity.person and sentence.items[item.index - 1].key == "في"


def country_here(sentence: Sentence, item: Item, guests: tuple[Entity, ...]) -> Entity | None:
    """Return the country that is spoken of, of which the guests are not: وصل إلى *البلاد*."""
    if item.key not in sentence.scene.function("here") or not item.det:
        return None
    discourse, own = sentence.discourse, {one.state for one in guests}
    if discourse.country is not None and discourse.country not in own:
        return discourse.listed(discourse.country)
    known = set(sentence.mentions_before(item.index))
    named = [o.mention.entity for o in sentence.items[item.index :] if o.mention is not None]
    own |= {one.state for one in named if one not in known}
    before = (one.state for one in reversed(discourse.spoken_of()) if one.state not in own)
    state = next((state for state in before if state is not None), None)
    return discourse.listed(state) if state is not None else None


def land_of(sentence: Sentence, item: Item, guests: tuple[Entity, ...]) -> Entity | None:
    """Return the country that most is told of, where another's troops are: غادرت *البلاد*."""
    if item.key not in sentence.scene.function("land") or not item.det:
        return None
    if sentence.items[item.index - 1].kind == "demo":
        return None  # *هذه* البلاد
    abroad = (one.kind == ActorKind.STATE or _of_no_land(one) for one in guests)
    if not any(abroad):
        return None
    own = {one.state for one in guests}
    told = (one.state for one in reversed(sentence.discourse.spoken_of()) if one.state not in own)
    most = Counter(state for state in told if state is not None).most_common(1)
    return sentence.discourse.listed(most[0][0]) if most else None


def there(
    sentence: Sentence, verb: Item, without: list[Entity]
) -> tuple[Item | None, list[Entity]]:
    """Return the place of which a verb tells that troops are there: جيبوتي *حيث* تنشر قواتها."""
    opener = sentence.clause_of[verb.index].opener
    if opener is None or opener.key != "حيث" or not opener.index:
        return None, []
    place = sentence.items[opener.index - 1]
    if place.kind == "mark" and opener.index > 1:
        place = sentence.items[opener.index - 2]
    if place.mention is None or place.mention.entity.kind not in (ActorKind.STATE, ActorKind.PLACE):
        return None, []
    who = place.mention.entity
    return place, [who] if who not in without else []


def _of_no_land(who: Entity) -> bool:
    """Whether it is a body of many states: تكمل *البعثة* انسحابها من البلاد."""
    return who.kind in (ActorKind.ORGANIZATION, ActorKind.MISSION) and who.state is None


def same_place(sentence: Sentence, pronoun: Item) -> Entity | None:
    """Return the place that stands under the pronoun's preposition before it in the sentence.

    In "لن تنسحب كوبا من *أنغولا* قبل انسحاب الهند منها" the pronoun means Angola, and not Cuba.
    """
    for other in reversed(sentence.items[: pronoun.index]):
        town = other.mention is not None and other.mention.entity.kind == ActorKind.PLACE
        if town and other.mention is not None and pronoun_fits(other, pronoun.value):
            return other.mention.entity  # وردت أنباء من أديس أبابا ... مدينة *كرن* ... انسحب منها
        if other.mention is not None and other.marker == pronoun.marker:
            placed = other.mention.entity.kind in (ActorKind.STATE, ActorKind.PLACE)
            return other.mention.entity if placed and pronoun_fits(other, pronoun.value) else None
    return None


def officers_of(sentence: Sentence, item: Item, states: tuple[Entity, ...]) -> list[Entity]:
    """Return who before an item serves one of these: وعد *الرئيس الفرنسي* بأن باريس لن تخذله."""
    named = (other.mention.entity for other in sentence.items[: item.index] if other.mention)
    own = {one.listed for one in states if one.kind == ActorKind.STATE}
    persons = (one for one in named if one.person and (one.serves is not None or not one.named))
    return [one for one in persons if one.serves in states or (one.state and one.state in own)]
