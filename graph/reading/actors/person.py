"""Persons with a title: who holds the office that is read, by name if one follows."""

from ..page.tokens import COMMAS, OPENING
from ..records.entity import Entity
from ..records.quotation import quoted_name_end
from ..records.scene import Mention, Scene, mention_of
from ..words.names import SON
from ..words.spelling import SURE
from ..words.text import fold_loose
from ..words.word import VERB, Base, Sense, Word
from .counterpart import settle_counterpart, unnamed_counterpart
from .descriptor import described_by_office
from .epithet import apposition_end
from .heldtoo import held_too, name_behind
from .listing import listed_at
from .nameset import name_between, name_up_to
from .office import office_at
from .personname import begins_name, name_at
from .several import first_of_several, note_others, one_of_many, two_named
from .tenure import note_tenure
from .title import Office, called_so, rank_end, role_sense, titles_between, titles_end

_NAMELY = frozenset({"هو", "هي", "وهو", "وهي"})  # ملحق في السفارة، *هو* سالم الراوي
_LONGEST_ASIDE = 5  # words that say what somebody is before he is named
_LONGEST_CLAUSE = 12  # words between a verb and the office that is looked at


def _quality_of_body(scene: Scene, i: int) -> bool:
    """Whether the word is no office but the adjective of a body: وفدا *برلمانيا* تونسيا."""
    before, key = scene.word(i - 1), scene.key(i)
    if before is None or scene.article(i - 1) or not key.removesuffix("ا").endswith("ي"):
        return False
    return any(s.pos == "H" and s.feats[1:2] == "s" and not s.pronoun for s in before.senses)


def role_phrase(scene: Scene, i: int, word: Word) -> Mention | None:
    """Return whom the office at token i means: its holder by name, or else by the office alone."""
    honour = _honour(scene, i)
    if honour is not None:  # معالي *وزير الخارجية* سالم الراوي
        sense, k = honour
        behind = scene.word(k)
        mention = role_phrase(scene, k, behind) if behind is not None else None
        if mention is not None:
            mention.i, mention.conj, mention.prep = i, sense.conj, sense.prep
            return mention
    second = _second_title(scene, i)
    if second is not None:
        return second
    office = office_at(scene, i)
    if office is None or scene.key(i - 1) == "عبد":  # معين عبد *الملك*
        return None
    sense = office.sense
    owned = sense.id == "excellency" and not (office.state is None and office.target is None)
    if owned or _quality_of_body(scene, i):
        return None  # اعترفت الهند *بسيادة* الصين على التيبت
    roles = [s for s in word.senses if s.pos == "R"]
    one = any(s.feats[1:2] == "s" for s in roles)  # المدعي, محامي الشركة
    plural = not one and any(s.feats[1:2] == "p" for s in roles)
    titles = office.j
    if scene.key(office.j) in COMMAS:
        namely = scene.key(office.j + 1) in _NAMELY
        titles += 1 + namely
        titles = _called_behind(scene, titles) if namely else titles
    titles = called_so(scene, titles)
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
    one = sense.feats[1:2] == "s" or not plural or first_of_several(scene, office, named)
    if one and not nameless:
        holder = _holder(scene, office, named, apart=titles != office.j)
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


def _called_behind(scene: Scene, i: int) -> int:
    """Return the token of "who is called" behind what somebody is: وهو شرطي سابق *يدعى* سالم."""
    for k in range(i, i + _LONGEST_ASIDE):
        if scene.word(k) is None:
            break
        if called_so(scene, k) != k:
            return k
    return i


def _honour(scene: Scene, i: int) -> tuple[Sense, int] | None:
    """Return the honorific at token i, if an office follows, and the token where that begins."""
    honour = role_sense(scene, i)
    if honour is None or honour[0].id != "excellency":
        return None
    office = role_sense(scene, honour[1])
    if office is None or office[0].conj or office[0].prep:
        return None
    if office[0].id == "excellency":
        return honour  # حضرة *صاحب الجلالة*
    return honour if scene.lexicon.roles[office[0].id].relation is not None else None


def _second_title(scene: Scene, i: int) -> Mention | None:
    """Return whom two titles name that are no offices: *الكاتب والسياسي* الكندي مارك هولدن."""
    first = role_sense(scene, i)
    behind = scene.word(first[1]) if first is not None else None
    if first is None or behind is None or not first[0].det or behind.key[0] != "و":
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


def _holder(scene: Scene, office: Office, named: int, *, apart: bool) -> tuple[str, int] | None:
    """Return the name of the office's holder at token `named`, and the token behind it.

    Set `apart` by a comma, it is the name of the holder only where the office needs no more.
    """
    if _some(scene, office, named):
        return None
    told = bool(office.sense.prep) or _verb_before(scene, office.i)
    person = None
    if not apart or office.complete or _set_apart(scene, office, named):
        person = name_at(scene, named, role=True, told=told)
    if office.complete:
        person = name_between(scene, named, person) if apart else name_up_to(scene, named, person)
    if person is not None and (
        _another(scene, office, named, person[0]) or _of_other_state(scene, office, named, person)
    ):
        person = None
    word = scene.word(named)
    if word is not None and scene.key(named - 1) in scene.function("called_so"):
        by = next((base for base in word.bases if base.prep == "ب"), None)
        if by is not None and (by.key in SON or by.key in scene.lexicon.given):
            return name_at(scene, named, role=True, base=by)  # الملقب *بأبي* عدي
    ranked = office.sense.det and office.row.relation in (None, "leads")
    if word is None and person is None and (office.complete or ranked):
        person = _in_quotes(scene, named)
    if person is None and office.complete and word is not None:
        if begins_name(scene, named, told=told):
            person = name_at(scene, named, role=True, base=word.bases[0])
    return person


def _some(scene: Scene, office: Office, named: int) -> bool:
    """Whether it is some officer of a nation, whom no name follows: زيارة *وزير ياباني* لضريح."""
    nation = scene.word(named - 1)
    if office.sense.det or office.sense.pronoun or nation is None or named != office.j:
        return False
    if scene.article(named - 1) or listed_at(scene, named - 1, bare=True) is not None:
        return False
    return any((s.pos, s.feats, s.det) == ("N", "ms", False) for s in nation.senses)


def _set_apart(scene: Scene, office: Office, named: int) -> bool:
    """Whether commas stand around the name of one whose title is "the" one: السفير، *فلان*، أن."""
    if not office.sense.det or office.row.relation is None:
        return False
    name = name_at(scene, named, role=True)
    if name is None or name[1] < named + 2:
        return False
    return scene.key(name[1]) in COMMAS and scene.word(named - 1) is None


def _in_quotes(scene: Scene, i: int) -> tuple[str, int] | None:
    """Return a name in quotation marks at token i: القيادي في التنظيم *«أبو عدي»*.

    Behind "who is called" it may be any words: الملقب بـ*«القومندان توليو»*. One word that no
    lexicon knows is a name: الكولونيل *«كاندان»*.
    """
    if scene.key(i) == "(":  # الرئيس (عمر البشير)
        name = name_at(scene, i + 1, role=True)
        return (name[0], name[1] + 1) if name is not None and scene.key(name[1]) == ")" else None
    end = quoted_name_end(scene, i) if scene.key(i) in OPENING + '"' else None
    if end is None:
        return None
    if any(called_so(scene, k) == i for k in (i - 1, i - 2)):
        return scene.raw(i + 1, end - 1), end
    word = scene.word(i + 1)
    unknown = word is not None and not word.flags and word.key not in scene.lexicon.ordinary
    if end == i + 3 and unknown and not scene.article(i + 1):
        return scene.raw(i + 1, end - 1), end
    name = name_at(scene, i + 1, role=True)
    return (name[0], end) if name is not None and name[1] == end - 1 else None


def _titled(
    scene: Scene, office: Office, titles: int, named: int, holder: tuple[str, int]
) -> Mention:
    """Return the person whose titles begin at token `titles` and whose name begins at `named`."""
    i, (name, j) = office.i, holder
    role = scene.lexicon.roles[office.role]
    gender = "f" if scene.key(named) in scene.function("women") else _gender(office)
    entity = _entity_of_name(scene, name, named, office.state, office.role, gender)
    base = Base(office.sense.conj, office.sense.prep, "", 0)
    mention = mention_of(scene, entity, i, j, base, "role", sense=office.sense)
    mention.named = (named, j)
    if scene.key(j - 1) in scene.function("honours") and not entity.listed:
        entity.names[scene.raw(named, j)] = None  # with its honour: مصطفى سالم *باشا*
    for title in titles_between(scene, titles, named):
        entity.roles[title] = None  # رئيس المجلس *الجنرال* عمر الصادي
    entity.description = entity.description or scene.raw(i, office.j, mention.start)
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


def _another(scene: Scene, office: Office, titled: int, name: str) -> bool:
    """Whether the name is of another office's holder: التقى *الأمين العام* / الرئيس صدام حسين."""
    if not office.sense.det or office.complete or titled == office.j:
        return False
    roles = scene.lexicon.roles
    titles = titles_between(scene, office.j, titled)
    if not any(roles[title].relation for title in titles) or not roles[office.role].relation:
        return False
    known = scene.discourse.last_person((office.role,))
    return known is not None and fold_loose(name) not in map(fold_loose, known.names)


def _of_other_state(scene: Scene, office: Office, i: int, name: tuple[str, int]) -> bool:
    """Whether a surname is well known as another state's: دعا رئيس الوزراء الإيطالي *القذافي*.

    A word that no lexicon knows and that is spelled like no name is none either: الرئيس *أخطأ*.
    """
    if name[1] != i + 1:
        return False
    key, lexicon = scene.key(i), scene.lexicon
    listed = scene.names.surnames.get(fold_loose(key))
    found = listed_at(scene, i, bare=True)
    if listed is None and found is not None and found[1].kind == "name":
        listed = found[1].ids[0]
    if listed is not None and office.state is not None and office.row.relation is not None:
        state = lexicon.actors[listed].state
        return state is not None and state != office.state and office.j == i
    known = key in lexicon.given or key in lexicon.family or key in lexicon.either
    if known or listed is not None or scene.discourse.known_surname(fold_loose(key)) is not None:
        return False
    return not scene.article(i) and scene.names.spelling.score(key) < -SURE


def _verb_before(scene: Scene, i: int) -> bool:
    """Whether the verb of the clause, or a preposition, stands before token i."""
    for k in range(i - 1, max(-1, i - _LONGEST_CLAUSE), -1):
        word = scene.word(k)
        if word is None or word.complementizer:
            if scene.key(k) not in COMMAS:
                return False
        elif word.flags & VERB or (k == i - 1 and word.key in scene.function("prepositions")):
            return True
    return False


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
