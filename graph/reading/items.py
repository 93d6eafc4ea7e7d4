"""Items: a sentence as the row of things that grammar is about, each token read in its place."""

from collections import defaultdict
from dataclasses import dataclass
from functools import cache

from .lexicon import Lexicon, load_lexicon
from .listing import listed_at, phrase_at
from .mention import find_mention
from .morphology import EVENT, HEAD, MASDAR, NISBA, PARTICIPLE, ROLE, VERB, Sense, Word
from .rows import EventNoun, Verb
from .scene import Mention, Scene
from .tokens import Token

Row = Verb | EventNoun

# What an item is: M mention, V verb, N action noun, P participle, O other noun or adjective,
# A nisba, T number, and by their names the closed classes and marks.
NOMINAL = frozenset({"M", "N", "P", "O", "pron"})
_FINITE_LEADS = frozenset({"neg", "doubt"})


@dataclass(slots=True, eq=False)
class Item:
    """Tokens i to j (exclusive), what they are, and how they hang on what stands before."""

    kind: str
    i: int
    j: int
    index: int = 0
    conj: str = ""
    det: bool = False
    marker: str = ""  # for nominals: direct, gen, or the preposition they stand under
    value: str = ""  # closed classes: what they count as; pronouns: their features
    mention: Mention | None = None
    rows: tuple[Row, ...] = ()
    feats: str = ""
    passive: bool = False
    future: bool = False
    pronoun: str = ""  # features of the enclitic
    nisba: str | None = None  # the state whose adjective goes with this noun
    nisba_at: int = -1  # the token of that adjective
    topic: str | None = None
    head: "Item | None" = None  # of a genitive: the noun before it
    indefinite: bool = False
    key: str = ""

    @property
    def gender(self) -> str:
        """The gender its form shows."""
        return self.feats[:1] if self.feats[:1] in "mf" else "m"


@cache
def _phrases() -> dict[str, list[tuple[tuple[str, ...], str, str]]]:
    """Return the closed classes by first word, longest phrase first."""
    lexicon = load_lexicon()
    names = {
        "prepositions": "prep",
        "relatives": "rel",
        "negators": "neg",
        "negated_nouns": "negnoun",
        "subordinators": "sub",
        "conditionals": "if",
        "doubt": "doubt",
        "demonstratives": "demo",
        "pronouns": "self",
        "quantifiers": "quant",
        "inclusions": "incl",
        "hedges": "hedge",
        "auxiliaries": "aux",
        "passives": "passive",
        "adverbs": "adv",
        "unreal": "unreal",
    }
    found: defaultdict[str, list[tuple[tuple[str, ...], str, str]]] = defaultdict(list)
    for name, kind in names.items():
        for phrase, value in lexicon.function[name].items():
            words = tuple(phrase.split(" "))
            found[words[0]].append((words, kind, value or phrase))
    order = list(names.values())
    for phrases in found.values():
        phrases.sort(key=lambda p: (-len(p[0]), order.index(p[1])))
    return dict(found)


def items_of(scene: Scene) -> list[Item]:
    """Return the items of one sentence, in order."""
    found: list[Item] = []
    i = 0
    while i < len(scene.tokens):
        item = _date(scene, i) or _mark(scene.tokens[i], i) or _read(scene, i, found)
        item.index = len(found)
        _attach(item, found)
        found.append(item)
        i = item.j
    return found


def _date(scene: Scene, i: int) -> Item | None:
    """Return the date that begins at token i."""
    start = scene.tokens[i].start
    for a, b in scene.dates:
        if a <= start < b:
            j = i + 1
            while j < len(scene.tokens) and scene.tokens[j].start < b:
                j += 1
            return Item("T", i, j, key=scene.key(i))
    return None


def _mark(token: Token, i: int) -> Item | None:
    if token.kind == "n":
        return Item("T", i, i + 1, key=token.key)
    if token.kind == "q":
        return Item("quote", i, i + 1, key=token.key)
    if token.kind == "p":
        return Item("mark", i, i + 1, key=token.key)
    return None


def _read(scene: Scene, i: int, found: list[Item]) -> Item:
    token = scene.tokens[i]
    word = token.word
    assert word is not None
    phrase = _phrase(scene, i, word)
    if phrase is not None and (phrase.j - i > 1 or phrase.kind in ("prep", "rel", "sub")):
        name = listed_at(scene, i) if phrase.kind == "prep" and phrase.j - i == 1 else None
        if name is None or len(name[1].words) < 2:
            return phrase
        phrase = None  # جنوب إفريقيا is a state
    if word.complementizer:
        conj = word.key[0] if word.key[0] in "وف" else ""
        stem = word.key[len(conj) :]
        pronoun = {"ه": "ms", "ا": "fs", "م": "mp"}.get(stem[-1], "")
        marker = stem[0] if stem[0] in "بلك" and len(stem) > 2 else ""
        return Item("an", i, i + 1, conj=conj, value=marker, pronoun=pronoun, key=stem)
    if word.pronoun is not None:
        marker, feats = word.pronoun
        conj = word.key[0] if word.key[0] in "وف" and not word.key.startswith("في") else ""
        if not word.senses or marker in ("ل", "ب", "من", "إلى", "على", "في", "عن", "مع", "بين"):
            return Item("pron", i, i + 1, conj=conj, marker=marker, value=feats, key=word.key)
    if phrase is not None and not (phrase.kind == "adv" and word.flags & VERB):
        return phrase
    happening = _happening(scene, i)
    if happening is not None:
        return happening
    mention = find_mention(scene, i)
    if mention is not None:
        scene.mentions.append(mention)
        return Item("M", i, mention.j, conj=mention.conj, marker=mention.prep, mention=mention)
    predicate = _predicate(scene, i, word, found)
    if predicate is not None:
        return predicate
    return _other(scene, i, word)


def _phrase(scene: Scene, i: int, word: Word) -> Item | None:
    """Return the closed-class phrase at token i, conjunction aside."""
    index = _phrases()
    for conj, key in (("", word.key), (word.key[:1], word.key[1:])):
        if conj and conj not in "وف":
            break
        if conj and any(s.pos == "V" and not s.conj for s in word.senses):
            continue  # فتحت is no ف + تحت
        for words, kind, value in index.get(key, ()):
            if len(words) == 1 or scene.goes_on(i, words):
                if kind == "rel" and len(key) == 2 and not _clause_follows(scene, i + 1):
                    continue
                return Item(kind, i, i + len(words), conj=conj, value=value, key=key)
    return None


def _clause_follows(scene: Scene, i: int) -> bool:
    """Whether a verb stands at i: من and ما are relatives only before one."""
    word = scene.word(i)
    return word is not None and bool(word.flags & VERB) and not word.flags & (ROLE | HEAD)


# Verbs and action nouns


def _happening(scene: Scene, i: int) -> Item | None:
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


def _predicate(scene: Scene, i: int, word: Word, found: list[Item]) -> Item | None:
    if not word.flags & (VERB | MASDAR | EVENT | PARTICIPLE):
        return None
    before = found[-1] if found else None
    adjacent = before if before is not None and before.j == i else None
    quoted = found[-2] if len(found) > 1 and before is not None and before.kind == "quote" else None
    senses = [s for s in word.senses if not _ambiguous(scene, i, s, adjacent, quoted)]
    verbs = [s for s in senses if s.pos == "V"]
    nouns = [s for s in senses if s.pos in ("M", "E")]
    participles = [
        s for s in senses if s.pos in ("AP", "PP") and not _construct_plural(word.key, s)
    ]
    under_preposition = adjacent is not None and (
        adjacent.kind in ("prep", "negnoun") or (adjacent.kind == "quant" and adjacent.marker != "")
    )
    if nouns or participles:
        joined = adjacent is not None and adjacent.kind == "M" and adjacent.conj == "و"
        verbs = [s for s in verbs if joined or not s.feats.split()[1].endswith("d")]
    if verbs and _has_verb(found):
        verbs = [s for s in verbs if not (s.feats.startswith("pf 3md") and word.key[-1] == "ا")]
        if not (verbs or nouns or participles):
            return None
    nominal = under_preposition or any(s.prep and s.pos != "V" for s in nouns + participles)
    if verbs and (nouns or participles):
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
    if len({s.conj for s in verbs}) > 1:  # ورد is "arrived", of things; و + رد, of persons
        person = _name_follows(scene, i + 1)
        verbs = [s for s in verbs if bool(s.conj) == person]
    chosen = verbs or nouns or participles
    if not chosen:
        return None
    first = chosen[0]
    if verbs:
        chosen = _agreeing(chosen, adjacent)
        first = chosen[0]
    same = [s for s in chosen if s[:5] == first[:5] and s.pos in (first.pos, "E")]
    kind = {"V": "V", "M": "N", "E": "N"}.get(first.pos, "P")
    topic = next((s.id for s in word.senses if s.pos == "T"), None)
    return Item(
        kind,
        i,
        i + 1,
        conj=first.conj,
        det=first.det,
        marker=first.prep,
        rows=tuple(dict.fromkeys(_row(scene.lexicon, s) for s in same)),
        feats=_verb_feats(same) if kind == "V" else first.feats.rstrip("+"),
        passive=(kind == "V" and all(s.feats[-1] == "p" for s in same)) or first.pos == "PP",
        future=first.future,
        pronoun=first.pronoun,
        topic=topic,
        indefinite=first.feats.endswith("+") or scene.tokens[i].tanwin,
        key=word.key,
    )


def _has_verb(found: list[Item]) -> bool:
    """Whether the clause so far has its verb: a further word in -ا is then no dual verb."""
    for item in reversed(found):
        if item.kind == "V":
            return True
        if item.kind in ("an", "rel", "sub", "mark", "if"):
            return False
    return False


def _agreeing(verbs: list[Sense], adjacent: Item | None) -> list[Sense]:
    """Return the verbs of the likeliest tense and person: of the actor right before, if any."""

    def rank(sense: Sense) -> tuple[bool, bool, bool, bool]:
        tense, person, voice = sense.feats.split()
        disagrees = False
        if adjacent is not None and adjacent.mention is not None:
            mention = adjacent.mention
            feminine = mention.kind in ("capital", "city") or mention.entity.gender == "f"
            disagrees = person[1:2] != ("f" if feminine else "m")
        return disagrees, voice == "p", person[0] != "3", tense == "ipf"

    best = min(map(rank, verbs))
    kept = [sense for sense in verbs if rank(sense) == best]
    person = kept[0].feats.split()[:2]
    return [sense for sense in verbs if sense.feats.split()[:2] == person]


def _name_follows(scene: Scene, i: int) -> bool:
    word = scene.word(i)
    return word is not None and (bool(word.flags & ROLE) or listed_at(scene, i) is not None)


def _construct_plural(key: str, sense: Sense) -> bool:
    """Whether it is a plural without its ن, which is spelled like an adjective: خارجي."""
    return sense.feats == "mp" and key.endswith(("ي", "و"))


def _after_pair(adjacent: Item | None, verbs: list[Sense]) -> bool:
    """Whether a dual verb follows two joined actors: شيلي وبيرو *توقعان*."""
    dual = any(s.feats.split()[1].endswith("d") for s in verbs)
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
        if adjacent.kind in _FINITE_LEADS or adjacent.kind in ("rel", "an", "sub", "if"):
            return False
        construct = not adjacent.det and not adjacent.indefinite and not adjacent.pronoun
        if adjacent.kind in ("N", "O") and construct and not verbs[0].conj:
            return True
        if adjacent.kind in ("V", "passive", "demo"):
            return True
    if _has_verb(found) and not verbs[0].conj and any(s.pos in ("M", "E") for s in nouns):
        return True  # كثفت فرنسا *دعمها*
    person = verbs[0].feats.split()[1]
    # A masculine verb does not go before a feminine subject: ودفع موسكو is "and pushing Moscow".
    following = scene.word(i + 1)
    if following is not None and person == "3ms" and not verbs[0].pronoun:
        for base in following.bases[:1]:
            for listed in scene.names.starts.get(base.key, ()):
                if len(listed.words) == 1:
                    return scene.lexicon.actors[listed.ids[0]].gender == "f"
    return False


def _verb_feats(senses: list[Sense]) -> str:
    """Return the likeliest features: active before passive, third persons before the others."""
    return min(
        (s.feats for s in senses),
        key=lambda feats: (feats[-1] == "p", feats.split()[1][0] != "3", feats.startswith("ipf")),
    )


def _row(lexicon: Lexicon, sense: Sense) -> Row:
    return lexicon.event_nouns[sense.id] if sense.pos == "E" else lexicon.verbs[sense.id]


def _sure(scene: Scene, i: int, sense: Sense, adjacent: Item | None, before: Item | None) -> bool:
    """Whether an actor that agrees stands right before or behind the verb."""
    person = sense.feats.split()[1]
    if adjacent is not None and adjacent.kind == "quote" and adjacent.index:
        adjacent = before
    if adjacent is not None and adjacent.mention is not None and not sense.conj:
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
    if scene.lexicon.verbs[sense.id].bears and following.flags & (MASDAR | EVENT):
        return True
    if any(s.pos in ("M", "E") and (s.det or s.feats.endswith("+")) for s in following.senses):
        return True
    return any(
        listed.kind == "name" and scene.lexicon.actors[listed.ids[0]].gender == person[1]
        for listed in scene.names.starts.get(following.key, ())
        if len(listed.words) == 1
    )


def _ambiguous(
    scene: Scene, i: int, sense: Sense, adjacent: Item | None, before: Item | None
) -> bool:
    """Whether the row says that this form is more often another word, and nothing speaks for it."""
    lexicon, key = scene.lexicon, scene.key(i)
    if sense.pos == "E" or sense.id not in lexicon.verbs:
        return False
    forms = lexicon.verbs[sense.id].ambiguous  # folded when compiled
    if not forms:
        return False
    if sense.pos == "V" and _sure(scene, i, sense, adjacent, before):
        return False
    stem = key[len(sense.conj) + len(sense.prep) + (2 if sense.det else 0) + sense.future :]
    return stem in forms or (sense.pos != "V" and stem.removesuffix("ا") in forms)


def _other(scene: Scene, i: int, word: Word) -> Item:
    """Return a noun, adjective or unknown word; a nation's adjective is an item of its own."""
    nisba = next((s for s in word.senses if s.pos == "N"), None)
    everyday = word.key.removeprefix("و").removeprefix("ال") in scene.function("everyday_nisbas")
    if nisba is not None and not nisba.prep and not everyday and word.flags & NISBA:
        return Item(
            "A", i, i + 1, conj=nisba.conj, det=nisba.det, value=nisba.id, feats=nisba.feats,
            key=word.key,
        )  # fmt: skip
    sense = next((s for s in word.senses if s.pos in ("T", "H", "R", "N")), None)
    topic = next((s.id for s in word.senses if s.pos == "T"), None)
    if sense is not None:
        return Item(
            "O",
            i,
            i + 1,
            conj=sense.conj,
            det=sense.det,
            marker=sense.prep,
            feats=sense.feats.rstrip("+"),
            pronoun=sense.pronoun,
            topic=topic,
            indefinite=sense.feats.endswith("+") or scene.tokens[i].tanwin,
            key=word.key,
        )
    conj, prep, det, rest = _clitics(word.key)
    if rest in scene.function("place_plurals"):
        return Item("O", i, i + 1, conj=conj, det=det, marker=prep, feats="bp", key=word.key)
    feminine = rest.endswith(("ة", "ات"))
    pronoun = next((p for end, p in _POSSESSED if rest.endswith(end) and len(rest) > 4), "")
    return Item(
        "O",
        i,
        i + 1,
        conj=conj,
        det=det,
        marker=prep,
        feats="fs" if feminine else "ms",
        pronoun=pronoun,
        indefinite=scene.tokens[i].tanwin or (rest.endswith("ا") and not pronoun),
        key=word.key,
    )


_POSSESSED = (("هما", "xd"), ("ها", "fs"), ("هم", "mp"), ("نا", "1"))


def _clitics(key: str) -> tuple[str, str, bool, str]:
    """Return the clitics that the article gives away in an unknown word: وبالمدينة."""
    for conj in ("", "و", "ف"):
        for prep, article in (("", "ال"), ("ب", "ال"), ("ك", "ال"), ("ل", "ل")):
            start = conj + prep + article
            if key.startswith(start) and len(key) > len(start) + 1:
                return conj, prep, True, key[len(start) :]
    if key[0] in "بل" and len(key) > 4 and key[1] in "اتمإأ":
        return "", key[0], False, key[1:]
    if key.startswith(("وب", "ول")) and len(key) > 5 and key[2] in "اتم":
        return "و", key[1], False, key[2:]
    if key.startswith("و") and len(key) > 4:
        return "و", "", False, key[1:]
    return "", "", False, key


# How an item hangs on what stands before it


def _attach(item: Item, found: list[Item]) -> None:
    """Give a nominal its marker and a nisba its noun."""
    before = found[-1] if found else None
    if before is not None and before.j != item.i:
        before = None
    if item.kind == "A":
        _attach_nisba(item, found)
        return
    if item.kind in ("quant", "demo", "adv") and before is not None:
        item.marker = _inherited(before)
        return
    if item.kind not in NOMINAL or item.kind == "pron":
        return
    if item.marker:
        return
    if before is None:
        item.marker = "direct"
    elif inherited := _inherited(before):
        item.marker = inherited
    elif _takes_genitive(before) and not item.conj:
        item.marker, item.head = "gen", before
    else:
        item.marker = "direct"
    if item.conj and item.marker == "direct":
        _coordinate(item, found)


def _inherited(before: Item) -> str:
    if before.kind == "prep":
        return before.value
    if before.kind == "hedge":
        return "hedge"
    if before.kind == "negnoun":
        return before.marker or "direct"
    if before.kind in ("quant", "demo"):
        return before.marker
    if before.kind == "quote" and before.marker:
        return before.marker
    return ""


def _takes_genitive(before: Item) -> bool:
    if before.kind in ("O", "N"):
        return not before.det and not before.indefinite and not before.pronoun
    return False


def _coordinate(item: Item, found: list[Item]) -> None:
    """Let "and X" stand in the slot of the noun phrase before it."""
    for previous in reversed(found[-6:]):
        if previous.kind in ("V", "an", "rel", "sub", "mark", "quote"):
            return
        if previous.kind in ("M", "N", "O") and previous.marker not in ("gen", ""):
            if previous.kind == item.kind or {previous.kind, item.kind} <= {"M", "O", "N"}:
                item.marker = previous.marker
            return


def _attach_nisba(item: Item, found: list[Item]) -> None:
    for previous in reversed(found[-4:]):
        if previous.kind in ("N", "O") and previous.det == item.det:
            fits = (
                previous.kind == "O"
                or previous.gender == item.gender
                or (previous.feats in ("bp", "fp", "mp"))
            )
            if fits and not (previous.kind == "O" and _adjective_of(previous, found)):
                previous.nisba, previous.nisba_at = item.value, item.i
                item.head = previous
                return
        if previous.kind not in ("O", "A"):
            return


def _adjective_of(item: Item, found: list[Item]) -> bool:
    """Whether a noun-like item is an adjective of the noun before it: التدخل *العسكري* الروسي."""
    if item.index == 0:
        return False
    before = found[item.index - 1]
    return (
        before.j == item.i
        and before.kind in ("N", "O")
        and before.det == item.det
        and not item.conj
        and item.marker.strip() not in ("ب", "ل")
        and item.marker in ("direct", "gen")
        and before.gender == item.gender
        and item.topic is None
    )
