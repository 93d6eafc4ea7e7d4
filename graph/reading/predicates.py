"""Predicates: whether a word is a verb, an action noun or a participle in its place."""

from .items import Item, Row
from .lexicon import Lexicon
from .listing import listed_at, nisba_at, phrase_at
from .scene import Scene
from .tokens import OPENING
from .word import EVENT, MASDAR, PARTICIPLE, ROLE, VERB, Sense, Word

_FINITE_LEADS = frozenset({"neg", "doubt"})


def happening_at(scene: Scene, i: int) -> Item | None:
    """Return the event noun of several words that begins at token i: وقف إطلاق النار."""
    found = phrase_at(scene, i, "E")
    if found is None:
        return None
    sense, j = found
    return Item(
        "N",
        i,
        j,
        conj=sense.conj,
        det=True,
        marker=sense.prep,
        rows=(scene.lexicon.event_nouns[sense.id],),
        feats=sense.feats.rstrip("+"),
        key=scene.key(i),
    )


def predicate_at(scene: Scene, i: int, word: Word, found: list[Item]) -> Item | None:
    """Return the verb, action noun or participle at token i, if the word is one in this place."""
    if not word.flags & (VERB | MASDAR | EVENT | PARTICIPLE):
        return None
    before = found[-1] if found else None
    adjacent = before if before is not None and before.j == i else None
    verbs, nouns, participles = list(word.verbs), list(word.actions), list(word.participles)
    if verbs and nouns:
        verbs, nouns = _by_hamza(scene, i, verbs, nouns)
    dual = any(sense.person[-1:] == "d" for sense in verbs)
    two_go_on = dual and _two_go_on(word, before, found)
    for sense in word.doubtful:
        sure = two_go_on and sense.person[-1:] == "d"
        if not (sure or _vouched_for(scene, i, sense, adjacent, found)):
            for senses in (verbs, nouns, participles):
                if sense in senses:
                    senses.remove(sense)
    if adjacent is not None and adjacent.key.lstrip("وف") in ("لم", "لن"):
        verbs = [s for s in verbs if s.feats.startswith("ipf")] or verbs
    under_preposition = adjacent is not None and (
        adjacent.kind in ("prep", "negnoun") or (adjacent.kind == "quant" and adjacent.marker != "")
    )
    if nouns or participles:
        joined = adjacent is not None and adjacent.kind == "M" and adjacent.conj == "و"
        if dual and not joined and not two_go_on:
            verbs = [s for s in verbs if s.person[-1] != "d"]
        if two_go_on and any(s.person[-1] == "d" for s in verbs):
            nouns, participles = [], []
    elif dual and not two_go_on and _has_verb(found):
        verbs = [s for s in verbs if not (s.feats.startswith("pf 3md") and word.key[-1] == "ا")]
        if not (verbs or nouns or participles):
            return None
    if verbs and (nouns or participles):
        nominal = under_preposition or all(s.prep for s in nouns + participles)
        if _after_pair(adjacent, verbs):
            nouns, participles = [], []
        elif (
            nominal
            or scene.tokens[i].tanwin
            or _noun_place(scene, i, adjacent, verbs, nouns, found)
        ):
            verbs = []
        else:
            nouns, participles = [], []
    elif verbs and under_preposition and not any(s.prep for s in verbs):
        return None
    if nouns and participles and adjacent is not None and adjacent.kind == "M":
        if any(s.det for s in participles):
            nouns = []  # الولايات المتحدة *المعارضة* لـ
    if nouns and participles and nouns[0].conj and _after_participle(found):
        nouns = []  # كانت متحالفة مع ألمانيا *ومعارضة* لروسيا
    if nouns and participles and len(found) > 1 and found[-1].kind == "M" and not nouns[0].conj:
        if found[-2].kind == "aux" and found[-1].marker == "direct":
            nouns = []  # ظلت تركيا *معارضة* لليونان
    if (
        len(verbs) > 1 and len({s.conj for s in verbs}) > 1
    ):  # ورد is "arrived", of things; و + رد, of persons
        person = _name_follows(scene, i + 1)
        verbs = [s for s in verbs if bool(s.conj) == person]
    chosen = verbs or nouns or participles
    if not chosen:
        return None
    if len(verbs) > 1:
        chosen = _agreeing(verbs, adjacent, spoken=_in_quotation(scene, found))
    first = chosen[0]
    same = chosen
    if len(chosen) > 1:
        same = [s for s in chosen if s[:5] == first[:5] and s.pos in (first.pos, "E")]
    kind = {"V": "V", "M": "N", "E": "N"}.get(first.pos, "P")
    if kind == "N" and _met_by_name(scene, i, word):
        first = first._replace(det=False)
    return Item(
        kind,
        i,
        i + 1,
        conj=first.conj,
        det=first.det,
        marker=first.prep,
        rows=_rows(scene.lexicon, same),
        feats=_verb_feats(same) if kind == "V" else first.feats.rstrip("+"),
        passive=(kind == "V" and all(s.feats[-1] == "p" for s in same))
        or first.pos == "PP"
        or _undergone(scene, i, kind, participles),
        future=first.future,
        pronoun=first.pronoun,
        topic=word.noun.topic,
        indefinite=first.feats.endswith("+") or scene.tokens[i].tanwin,
        key=word.key,
    )


def _met_by_name(scene: Scene, i: int, word: Word) -> bool:
    """Whether لل hides no article, for a name in the genitive follows: *للقاء* تيتو."""
    if not word.key.startswith("لل") or not actor_follows(scene, i + 1):
        return False
    return bool(scene.morphology.word(word.key[1:]).actions)


def _undergone(scene: Scene, i: int, kind: str, participles: list[Sense]) -> bool:
    """Whether a participle that is spelled alike in both voices is passive: الممولة *من* ليبيا."""
    if kind != "P" or scene.key(i + 1) != "من" or not any(s.pos == "PP" for s in participles):
        return False
    rows = (scene.lexicon.verbs[s.id] for s in participles)
    return not any("من" in (*row.object, *row.topic, *row.content) for row in rows)


def _by_hamza(
    scene: Scene, i: int, verbs: list[Sense], nouns: list[Sense]
) -> tuple[list[Sense], list[Sense]]:
    """Return what the hamza leaves of a verb of form IV and its noun: أذاعته is no إذاعته."""
    forms = scene.lexicon.verbs
    first = scene.text[scene.tokens[i].start + len(verbs[0].conj)]
    if first == "أ":
        left = [s for s in nouns if s.pos != "M" or forms[s.id].form != "IV" or s.prep or s.det]
        return verbs, left
    if first == "إ":
        kept = [s for s in verbs if forms[s.id].form != "IV" or s.feats.startswith("ipf")]
        return kept, nouns
    return verbs, nouns


def _has_verb(found: list[Item]) -> bool:
    """Whether the clause so far has its verb: a further word in -ا is then no dual verb."""
    for item in reversed(found):
        if item.kind == "V":
            return True
        if item.kind in ("an", "rel", "sub", "mark", "if"):
            return False
    return False


def _two_go_on(word: Word, before: Item | None, found: list[Item]) -> bool:
    """Whether a further verb may tell what two joined actors did: شكا لبنان وسورية *وطالبا*."""
    then = before is not None and before.kind == "sub"
    if not (then or word.key[0] in "وف"):
        return False
    verb = next((k for k, item in enumerate(found) if item.kind == "V"), len(found))
    return any(
        item.kind == "M" and item.conj == "و" and found[item.index - 1].kind == "M"
        for item in found[max(0, verb - 4) : verb + 4]
    )


def _in_quotation(scene: Scene, found: list[Item]) -> bool:
    """Whether a quotation is open behind these items."""
    marks = [item.key for item in found if item.kind == "quote"]
    if not marks and scene.discourse.quoted is not None:
        return True  # since an earlier sentence
    return bool(marks) and (marks[-1] in OPENING or (marks[-1] == '"' and len(marks) % 2 == 1))


def _after_participle(found: list[Item]) -> bool:
    """Whether what is said so far is said with an indefinite participle instead of a verb."""
    for item in reversed(found):
        if item.kind in ("V", "an", "rel", "sub", "if"):
            return False
        if item.kind == "P" and not item.det:
            return True
    return False


def _agreeing(verbs: list[Sense], adjacent: Item | None, *, spoken: bool) -> list[Sense]:
    """Return the verbs of the likeliest tense and person: of the actor right before, if any.

    طلبنا is "we asked" in a quotation, "he asked us" elsewhere.
    """

    def rank(sense: Sense) -> tuple[bool, ...]:
        person, feats = sense.person, sense.feats
        disagrees = False
        mention = adjacent.mention if adjacent is not None else None
        if adjacent is not None and adjacent.marker not in ("direct", "gen", "title"):
            mention = None  # وفي القاهرة *أعلن* سالم الراوي
        if mention is not None and not sense.conj:
            feminine = mention.kind in ("capital", "city") or mention.entity.gender == "f"
            disagrees = person[1:2] != ("f" if feminine else "m")
        other = (spoken and person != "1p", person[0] != "3")
        return disagrees, feats[-1] == "p", *other, person[2:] != "s", feats.startswith("ipf")

    best = min(map(rank, verbs))
    kept = [sense for sense in verbs if rank(sense) == best]
    tense_and_person = kept[0].feats[:-1]  # all but the voice
    return [sense for sense in verbs if sense.feats[:-1] == tense_and_person]


def actor_follows(scene: Scene, i: int) -> bool:
    """Whether a bare noun phrase at i names an actor: a listed name, an office or a body."""
    word = scene.word(i)
    if word is None:
        return False
    if word.pronoun is not None:
        return word.pronoun[0] == "direct"  # إياها
    listed = listed_at(scene, i, bare=True)
    if listed is not None:
        return listed[1].kind != "city"
    return any(s.pos in ("R", "H") and s.det and not (s.prep or s.conj) for s in word.senses)


def _name_follows(scene: Scene, i: int) -> bool:
    word = scene.word(i)
    return word is not None and (bool(word.flags & ROLE) or listed_at(scene, i) is not None)


def _after_pair(adjacent: Item | None, verbs: list[Sense]) -> bool:
    """Whether a dual verb follows two joined actors: شيلي وبيرو *توقعان*."""
    dual = any(s.person[-1] == "d" for s in verbs)
    return dual and adjacent is not None and adjacent.kind == "M" and adjacent.conj == "و"


def _noun_place(
    scene: Scene,
    i: int,
    adjacent: Item | None,
    verbs: list[Sense],
    nouns: list[Sense],
    found: list[Item],
) -> bool:
    """Whether a word that is a verb or a noun stands where only a noun can."""
    if adjacent is not None:
        if adjacent.kind == "an" and _opens_nominal(scene, adjacent, found):
            return bool(nouns)
        if adjacent.kind in _FINITE_LEADS or adjacent.kind in ("rel", "an", "sub", "if"):
            return False
        construct = not adjacent.det and not adjacent.indefinite and not adjacent.pronoun
        if adjacent.kind in ("N", "O") and construct and not verbs[0].conj:
            return True
        if adjacent.kind in ("V", "passive", "demo"):
            return True
    if _has_verb(found) and not verbs[0].conj and any(s.pos in ("M", "E") for s in nouns):
        return True  # كثفت فرنسا *دعمها*
    following = scene.word(i + 1)
    if following is not None and any(
        s.pos == "N" and s.feats == "ms" and not (s.det or s.prep or s.conj)
        for s in following.senses
    ):
        return True  # *دعم* فرنسي لتونس
    person = verbs[0].person
    # A masculine verb does not go before a feminine subject: ودفع موسكو is "and pushing Moscow".
    if following is not None and person == "3ms" and not verbs[0].pronoun:
        for listed in following.bases[0].listed:
            if len(listed.words) == 1:
                return scene.lexicon.actors[listed.ids[0]].gender == "f"
    return False


def _opens_nominal(scene: Scene, conjunction: Item, found: list[Item]) -> bool:
    """Whether a noun follows "that": إن *دعم* فرنسا, and أن after a word of saying."""
    if scene.raw(conjunction.i, conjunction.j).lstrip("وف").startswith("إ"):
        return True
    for item in reversed(found[:-1]):
        if item.kind in ("V", "P", "N"):
            return any(row.speech for row in item.rows)
        if item.kind not in ("M", "O", "A", "adv"):
            return False
    return False


def _verb_feats(senses: list[Sense]) -> str:
    """Return the likeliest features: active before passive, third persons before the others."""
    if len(senses) == 1:
        return senses[0].feats
    likeliest = min(
        senses, key=lambda s: (s.person[0] != "3", s.feats[-1] == "p", s.feats.startswith("ipf"))
    )
    return likeliest.feats


def _rows(lexicon: Lexicon, senses: list[Sense]) -> tuple[Row, ...]:
    if len(senses) == 1:
        first = senses[0]
        return (lexicon.event_nouns[first.id] if first.pos == "E" else lexicon.verbs[first.id],)
    ids = dict.fromkeys((sense.pos == "E", sense.id) for sense in senses)
    return tuple(lexicon.event_nouns[row] if event else lexicon.verbs[row] for event, row in ids)


def _sure(
    scene: Scene,
    i: int,
    sense: Sense,
    adjacent: Item | None,
    before: Item | None,
    *,
    verb_before: bool,
) -> bool:
    """Whether an actor that agrees stands right before or behind the verb."""
    person = sense.person
    if adjacent is not None and adjacent.kind == "quote" and adjacent.index:
        adjacent = before
    if adjacent is not None and adjacent.mention is not None and not sense.conj:
        if verb_before:
            return False  # هاجم الثوار *قصر* الرئيس
        entity = adjacent.mention.entity
        return person == f"3{entity.gender}s" or person[1:] in ("mp", "md", "fd")
    if adjacent is not None and adjacent.kind in ("neg", "doubt", "aux"):
        return True
    k = i + 1
    while scene.key(k) in scene.function("demonstratives"):
        k += 1
    following = scene.word(k)
    if following is None or (adjacent is not None and adjacent.kind in ("N", "O", "prep")):
        return False
    if following.flags & ROLE:
        return True
    if any(s.pos == "H" and s.det and s.feats[:1] == person[1:2] for s in following.senses):
        return adjacent is None or adjacent.kind != "M"  # *دخل* الجيش
    if adjacent is None and scene.key(k) in scene.lexicon.verbs[sense.id].object:
        return True  # *وأثنى* على
    if scene.lexicon.verbs[sense.id].bears and following.flags & (MASDAR | EVENT):
        return True
    if any(s.pos in ("M", "E") and (s.det or s.feats.endswith("+")) for s in following.senses):
        return True
    if any(s.pos == "H" and s.det and not s.prep for s in following.senses):
        return nisba_at(scene, k + 1) is not None  # *صادق* البرلمان التركي
    found = listed_at(scene, k, bare=True)
    if found is None or found[1].kind != "name":
        return found is not None and found[1].kind == "capital" and person[1] == "f"
    return scene.lexicon.actors[found[1].ids[0]].gender == person[1]


def _vouched_for(
    scene: Scene, i: int, sense: Sense, adjacent: Item | None, found: list[Item]
) -> bool:
    """Whether something speaks for a reading though the form is more often another word."""
    if sense.pos == "V":
        before = found[-2] if len(found) > 1 and found[-1].kind == "quote" else None
        verb = any(item.kind == "V" for item in found)
        inner = any(item.kind in ("rel", "an", "sub", "if", "mark") for item in found)
        return _sure(scene, i, sense, adjacent, before, verb_before=verb and not inner)
    indefinite = sense.pos == "AP" and sense.feats.endswith("+")
    return indefinite and actor_follows(scene, i + 1)  # خطب في الجموع *متهما* فرنسا
