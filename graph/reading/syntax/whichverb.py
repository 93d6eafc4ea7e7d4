"""Which verb: of the verbs that a word may be, those of the likeliest tense, person and root."""

from ..actors.listing import listed_at
from ..records.items import Item
from ..records.quotation import opens_quotation
from ..records.scene import Scene
from ..words.clitics import without_enclitic
from ..words.rows import Verb
from ..words.word import ROLE, Sense

_NAMED = frozenset({"M", "O", "quote"})  # what names a speaker before a colon
_HAS = frozenset({"لقد", "ولقد", "فلقد", "وقد", "فقد"})  # rather than قد alone, "may"
_RELATIVES = {"الذي": "m", "التي": "f"}


def verbs_of_one_person(
    scene: Scene, i: int, verbs: list[Sense], adjacent: Item | None, found: list[Item]
) -> list[Sense]:
    """Return the verbs of one tense and person: those that agree best with what is around."""
    if len(verbs) == 1:
        return verbs
    spoken, headed = _in_quotation(scene, found), _headed(found)
    if not spoken:  # أثار is "stirred up", and not "I revolt"
        us = "1p" if headed else ""
        verbs = [s for s in verbs if s.person[0] == "3" or s.person == us] or verbs
    if len({s.conj for s in verbs}) > 1:  # ورد is "arrived", of things; و + رد, of persons
        says_nothing = all(scene.lexicon.verbs[s.id].finite for s in verbs if s.conj)
        named = _name_follows(scene, i + 1) and not says_nothing  # *وصلت* الوزيرة: no صلت
        named = named or scene.key(i).startswith("وو")  # *ووصل* جنود
        verbs = [s for s in verbs if bool(s.conj) == named]
    if len(verbs) > 1:
        verbs = _behind_particle(scene, i, _with_object(scene, verbs), found)
        resumed = adjacent is not None and adjacent.kind == "rel" and all(s.pronoun for s in verbs)
        if adjacent is None or adjacent.kind not in ("M", "O", "N", "rel") or resumed:
            verbs = _of_gender(scene, i, verbs)
        if spoken and _i_say(scene, i, found):
            verbs = [s for s in verbs if s.feats.startswith("pf 1s")] or verbs
        verbs = _agreeing(verbs, adjacent, spoken=spoken, ours=spoken or headed)
    return verbs


def cut_short(scene: Scene, i: int, sense: Sense) -> bool:
    """Whether a weak verb has lost its last letter, as behind لم: *يصفه* is no يصفيه elsewhere."""
    singular = sense.feats.startswith("ipf") and sense.person[-1] == "s"
    if not singular or scene.lexicon.verbs[sense.id].root[-1] not in "وي":
        return False
    stem = scene.key(i)
    if sense.pronoun:
        stem = without_enclitic(stem)
    return stem[-1] not in "اويى"


def _i_say(scene: Scene, i: int, found: list[Item]) -> bool:
    """Whether a verb in somebody's own words has no woman or state for its subject: *طلبت* منه أن.

    Nothing feminine stands before it in these words, nor leads the sentence before, and behind it
    is a preposition, or what is no subject: *شكرت* الفرنسيين. Or "I" itself leads: أنا *شكرت*.
    """
    if scene.key(i - 1) == "انا":
        return True
    if any(one.gender == "f" or one.feminine for one in scene.discourse.subjects):
        return False
    opened = next((o.index for o in reversed(found) if o.kind == "quote"), -1)
    before = [o for o in found[opened + 1 :] if o.kind in ("M", "O", "N", "P", "an")]
    if any(o.gender == "f" or o.pronoun or o.mention is not None for o in before):
        return False
    key, after = scene.key(i + 1), scene.word(i + 1)
    if after is None:
        return False
    led = after.pronoun is not None or key in scene.function("prepositions")
    return led or (key.startswith("ال") and key.endswith("يين"))


def _with_object(scene: Scene, verbs: list[Sense]) -> list[Sense]:
    """Return the verbs that take the object that a pronoun is: ما *تقدمه* is of قدم."""

    def takes(verb: Verb) -> bool:
        slots = (*verb.object, *verb.topic, *verb.content, *(verb.light.slot if verb.light else ()))
        return "direct" in slots or verb.finite

    if not any(s.pronoun for s in verbs):
        return verbs
    rows = scene.lexicon.verbs
    able = {(rows[s.id].root, rows[s.id].form) for s in verbs if not s.pronoun or takes(rows[s.id])}
    return [s for s in verbs if (rows[s.id].root, rows[s.id].form) in able] or verbs


def _behind_particle(scene: Scene, i: int, verbs: list[Sense], found: list[Item]) -> list[Sense]:
    """Return the verbs that may stand behind what is right before: لا *تقدم* and التي *تقدم* له.

    Behind التي the subject may be another, who follows or to whom a pronoun leads back: التي
    *تقدم* بها العراق.
    """
    before = found[-1] if found else None
    if before is None or before.j != i or any(s.conj for s in verbs):
        return verbs
    if before.key in _HAS:
        return [s for s in verbs if s.feats.startswith("pf")] or verbs  # وقد *ترأس* المنظمة فلان
    if before.key in scene.function("will") or (before.kind == "neg" and before.value != "ما"):
        return [s for s in verbs if s.feats.startswith("ipf")] or verbs
    if before.kind == "rel" and before.value == "التي":
        key, behind = scene.key(i + 1), scene.word(i + 1)
        hers = _of_gender(scene, i, verbs)
        if len(hers) < len(verbs) and all(s.person == "3fs" for s in hers):
            return hers  # التي *توجه* مصر إليها تهديدات
        named = behind is not None and (behind.flags & ROLE or listed_at(scene, i + 1, bare=True))
        if named or key.endswith("ها") or scene.article(i + 1):
            return verbs
    elif not (before.kind == "aux" and before.key.endswith("انت")):
        if before.kind != "an" or before.pronoun != "fs":  # اتهم مصر بأنها *تقدم* السلاح
            return verbs
    return [s for s in verbs if s.person == "3fs"] or verbs


def _of_gender(scene: Scene, i: int, verbs: list[Sense]) -> list[Sense]:
    """Return the verbs that agree with the subject right behind: *تزعم* السلطات is of زعم.

    So it is in a relative clause whose object a pronoun resumes: اللجنة التي *ترأسها* فرنسا.
    """
    following = scene.word(i + 1)
    if following is None or len({s.person for s in verbs}) == 1:
        return verbs
    heads = [s.feats for s in following.senses if s.pos in ("H", "R") and s.det and not s.prep]
    gender = heads[0][0] if heads and heads[0][1] != "p" else ""
    named = listed_at(scene, i + 1, bare=True)
    if named is not None and named[1].kind == "capital":
        gender = "f"
    elif named is not None and named[1].kind == "name":
        gender = scene.lexicon.actors[named[1].ids[0]].gender
    elif any(s.pos == "H" and s.feats[1:2] == "p" and s.det for s in following.senses):
        gender = "f"  # السلطات
    return [s for s in verbs if s.person == f"3{gender}s" and s.feats[-1] != "p"] or verbs


def _in_quotation(scene: Scene, found: list[Item]) -> bool:
    """Whether a quotation is open behind these items."""
    marks = [item for item in found if item.kind == "quote"]
    if not marks and scene.discourse.quoted is not None:
        return True  # since an earlier sentence
    return opens_quotation(marks)


def _headed(found: list[Item]) -> bool:
    """Whether a colon before it tells who speaks, as in headlines: الجيش: *قصفنا* مواقع."""
    colon = next((item for item in reversed(found) if item.key == ":"), None)
    return colon is not None and colon.index > 0 and found[colon.index - 1].kind in _NAMED


def _agreeing(
    verbs: list[Sense], adjacent: Item | None, *, spoken: bool, ours: bool
) -> list[Sense]:
    """Return the verbs of the likeliest tense and person: of the actor right before, if any.

    طلبنا is "we asked" in a quotation and behind a colon (`ours`), "he asked us" elsewhere.
    """
    if len(verbs) == 1:
        return verbs
    relative = _RELATIVES.get(adjacent.key, "") if adjacent is not None else ""

    def rank(sense: Sense) -> tuple[bool, ...]:
        person, feats = sense.person, sense.feats
        disagrees = False
        mention = adjacent.mention if adjacent is not None else None
        if adjacent is not None and adjacent.marker not in ("direct", "gen", "title"):
            mention = None  # وفي القاهرة *أعلن* سالم الراوي
        if mention is not None and not sense.conj:
            feminine = mention.kind in ("capital", "city") or mention.entity.gender == "f"
            disagrees = person[1:2] != ("f" if feminine else "m")
        elif relative and not sense.pronoun:
            disagrees = person[1:2] != relative  # النائبة التي *ترأس* الكتلة
        alone = person == "1s" and not spoken  # أطيح is rather "was overthrown" than "I overthrow"
        other = (ours and person != "1p", person[0] != "3")
        likely = (disagrees, alone, feats[-1] == "p", *other)
        return (*likely, person[2:] != "s", feats.startswith("ipf"))

    tense_and_person = min(verbs, key=rank).feats[:-1]  # all but the voice
    return [sense for sense in verbs if sense.feats[:-1] == tense_and_person]


def _name_follows(scene: Scene, i: int) -> bool:
    word = scene.word(i)
    return word is not None and (bool(word.flags & ROLE) or listed_at(scene, i) is not None)
