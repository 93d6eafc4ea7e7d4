"""Persons with a title: who holds the office that is read, by name if one follows."""

from ..page.tokens import COMMAS
from ..records.entity import Entity
from ..records.scene import Mention, Scene, mention_of
from ..words.text import fold_loose
from ..words.word import Base, Sense, Word
from .bracketed import bracketed_state
from .counterpart import settle_counterpart, unnamed_counterpart
from .descriptor import described_by_office
from .epithet import apposition_end
from .heldtoo import held_too, name_behind
from .holder import holder_named
from .listing import listed_at
from .office import office_from
from .several import HE_IS, first_of_several, note_others, one_of_many, two_named
from .tenure import note_tenure
from .title import Office, called_so, rank_end, role_sense, titles_between, titles_end
from .woman import is_woman

_LONGEST_QUALITY = 2  # words between what somebody is and "who is called"
_LONGEST_ASIDE = 5  # words that say what somebody is before he is named


def _quality_of_body(scene: Scene, i: int) -> bool:
    """Whether the word is no office but the adjective of a body: وفدا *برلمانيا* تونسيا."""
    before, key = scene.word(i - 1), scene.key(i)
    if before is None or scene.article(i - 1) or not key.removesuffix("ا").endswith("ي"):
        return False
    return any(s.pos == "H" and s.feats[1:2] == "s" and not s.pronoun for s in before.senses)


def role_phrase(scene: Scene, i: int, word: Word) -> Mention | None:
    """Return whom the office at token i means: its holder by name, or else by the office alone."""
    first = role_sense(scene, i)
    if first is None:
        return None
    honour = _honour(scene, first)
    if honour is not None:  # معالي *وزير الخارجية* سالم الراوي
        sense, k = honour
        behind = scene.word(k)
        mention = role_phrase(scene, k, behind) if behind is not None else None
        if mention is not None:
            mention.i, mention.conj, mention.prep = i, sense.conj, sense.prep
            return mention
    second = _second_title(scene, i, first)
    if second is not None:
        return second
    if scene.key(i - 1) == "عبد":  # معين عبد *الملك*
        return None
    office = office_from(scene, i, first)
    sense = office.sense
    owned = sense.id == "excellency" and not (office.state is None and office.target is None)
    if owned or _quality_of_body(scene, i):
        return None  # اعترفت الهند *بسيادة* الصين على التيبت
    roles = [s for s in word.senses if s.pos == "R"]
    one = any(s.feats[1:2] == "s" for s in roles)  # المدعي, محامي الشركة
    plural = not one and any(s.feats[1:2] == "p" for s in roles)
    titles = office.j
    if scene.key(office.j) in COMMAS:
        namely = scene.key(office.j + 1) in HE_IS  # ملحق في السفارة، *هو* سالم الراوي
        titles += 1 + namely
        titles = _called_behind(scene, titles) if namely else titles
    elif office.complete and scene.key(office.j) in HE_IS:
        titles += 1  # كان رئيس كوريا الجنوبية *هو* سنغمان ري
    called = _called_next(scene, titles)
    private = called != titles and office.row.relation is None  # رائد *يدعى* سالم الراوي
    apart, titles = titles != office.j or private, called
    ranked = rank_end(scene, titles) if sense.det else titles
    named = titles_end(scene, ranked)
    owner = settle_counterpart(scene, office)
    besides = held_too(scene, office)
    if besides:
        titles = name_behind(scene, besides[-1])
        named = titles_end(scene, titles)
    if plural and (one_named := one_of_many(scene, office, named)) is not None:
        return one_named
    holder = None
    nameless = scene.lexicon.roles[office.role].nameless
    told_of = scene.key(i - 1) in HE_IS and scene.key(office.j) in COMMAS and titles == office.j + 1
    nameless = nameless or told_of  # سالم الراوي، وهو *عضو في الحزب*، يده
    nameless = nameless or _president_next(scene, office, ranked)
    one = sense.feats[1:2] == "s" or not plural or first_of_several(scene, office, named)
    if one and not nameless:
        holder = holder_named(scene, office, named, apart=apart)
    if holder is not None:
        mention = _titled(scene, office, titles, named, holder)
        for second in besides:
            mention.entity.roles[second.role] = None
            note_tenure(scene, mention.entity, second, second.row.relation, i, mention.j)
        return mention
    number = "p" if plural or _counted(scene, i) else sense.feats[1:2]
    base = Base(sense.conj, sense.prep, "", 0)
    other = unnamed_counterpart(scene, office, owner) if owner is not None else None
    if other is not None:
        scene.discourse.mention(other)
        kind = "role" if other.person else "body"
        return mention_of(scene, other, i, office.j, base, kind, sense=sense)
    return described_by_office(scene, office, base, number, _gender(office))


def _president_next(scene: Scene, office: Office, i: int) -> bool:
    """Whether a president stands behind who is none: انتقد *السفير الأمريكي* الرئيس سالم الراوي."""
    under = office.complete and office.role in scene.function("under_presidents")
    return under and scene.key(i) == "الرئيس"


def _called_next(scene: Scene, i: int) -> int:
    """Return the token behind "who is called": ضابط كمبودي *سابق يدعى* سوك سامبات."""
    k = i
    while k < i + _LONGEST_QUALITY and scene.key(k) in scene.function("rank_ends"):
        k += 1
    called = called_so(scene, k)
    return called if called != k else i


def _called_behind(scene: Scene, i: int) -> int:
    """Return the token of "who is called" behind what somebody is: وهو شرطي سابق *يدعى* سالم."""
    for k in range(i, i + _LONGEST_ASIDE):
        if scene.word(k) is None:
            break
        if called_so(scene, k) != k:
            return k
    return i


def _honour(scene: Scene, honour: tuple[Sense, int]) -> tuple[Sense, int] | None:
    """Return a title if it is an honorific with an office behind it, and where that begins."""
    if honour[0].id != "excellency":
        return None
    office = role_sense(scene, honour[1])
    if office is None or office[0].conj or office[0].prep:
        return None
    if office[0].id == "excellency":
        return honour  # حضرة *صاحب الجلالة*
    return honour if scene.lexicon.roles[office[0].id].relation is not None else None


def _second_title(scene: Scene, i: int, first: tuple[Sense, int]) -> Mention | None:
    """Return whom two titles name that are no offices: *الكاتب والسياسي* الكندي مارك هولدن."""
    behind = scene.word(first[1])
    if behind is None or not first[0].det or behind.key[0] != "و":
        return None
    second = role_sense(scene, first[1])
    if second is None or not second[0].det or second[0].feats[1:2] != "s":
        return None
    private = scene.lexicon.roles[first[0].id].relation is None
    mention = role_phrase(scene, first[1], behind) if private else None
    if mention is None or mention.named is None:
        return None
    sense = first[0]
    mention.i, mention.conj, mention.prep = i, sense.conj, sense.prep
    return mention


def _counted(scene: Scene, i: int) -> bool:
    """Whether a number stands before the office: 20 *جنديا نيجيريا*."""
    if not i or scene.article(i):
        return False
    before = scene.key(i - 1).removeprefix("و")
    return scene.tokens[i - 1].kind == "n" or before in scene.function("numbers")


def _titled(
    scene: Scene, office: Office, titles: int, named: int, holder: tuple[str, int]
) -> Mention:
    """Return the person whose titles begin at token `titles` and whose name begins at `named`."""
    i, (name, j) = office.i, holder
    role = scene.lexicon.roles[office.role]
    he = scene.article(i) and scene.key(i + 1).endswith("ي") and i + 1 < named
    she = _gender(office) == "f" or (
        not he and is_woman(scene, i, scene.key(named), office=True)
    )  # الرئيس *البرازيلي* لويز is a man
    gender = "f" if she else "m"
    entity = _entity_of_name(scene, name, named, office.state, office.role, gender)
    base = Base(office.sense.conj, office.sense.prep, "", 0)
    mention = mention_of(scene, entity, i, j, base, "role", sense=office.sense)
    mention.named = (named, j)
    if scene.key(j - 1) in scene.function("honours") and not entity.listed:
        entity.names[scene.raw(named, j)] = None  # with its honour: مصطفى سالم *باشا*
    for title in titles_between(scene, titles, named):
        entity.roles[title] = None  # رئيس المجلس *الجنرال* عمر الصادي
    entity.description = entity.description or scene.raw(i, office.j, mention.start)
    bracketed = bracketed_state(scene, j)
    if bracketed is not None and (office.state or office.target) is None:
        office.target, office.state = bracketed[0], bracketed[0].state
        j = mention.j = bracketed[1]
    note_tenure(scene, entity, office, role.relation, i, j)
    owned = (office.target or office.state) is not None
    if owned and (office.sense.feats[1:2] in "dp" or two_named(scene, office, named)):
        note_others(scene, office, j)
    if titles == office.j:  # not استقبل سفير فرنسا، فلان، / رئيس البلدية
        mention.j = apposition_end(scene, entity, i, j)
    scene.discourse.mention(entity)
    return mention


def _gender(office: Office) -> str:
    return office.sense.feats[:1] if office.sense.feats[:1] in "mf" else "m"


def _entity_of_name(
    scene: Scene, name: str, i: int, state: str | None, role: str, gender: str
) -> Entity:
    titled = listed_at(scene, i - 1, bare=True)  # *الملك حسين* is listed so
    if titled is not None and len(titled[1].words) != len(name.split()) + 1:
        titled = None
    found = titled or listed_at(scene, i)
    if found is not None and found[1].kind == "name":
        entity = scene.discourse.listed(found[1].ids[0])
        if entity.person:
            entity.roles[role] = None
            return entity
    key = fold_loose(name)
    if " " not in key and scene.discourse.known_surname(key) is None:
        listed = scene.names.surnames.get(key)
        if listed is not None:
            known = scene.lexicon.actors[listed]
            if state is None or known.state in (None, state):
                entity = scene.discourse.listed(listed)
                entity.roles[role] = None
                return entity
    return scene.discourse.person(name, state=state, role=role, gender=gender)
