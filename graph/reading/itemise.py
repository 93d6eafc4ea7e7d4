"""Itemise: a sentence as the row of things that grammar is about, each token read in its place."""

from collections import defaultdict
from functools import cache

from .items import Item
from .lexicon import load_lexicon
from .listing import listed_at
from .mention import find_mention
from .placing import attach
from .predicates import happening_at, predicate_at
from .scene import Scene
from .tokens import Token
from .word import HEAD, NISBA, PARTICIPLE, ROLE, VERB, Word

_ENCLITICS = {"ه": "ms", "ها": "fs", "هم": "mp", "هما": "xd", "هن": "fp"}


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
        "refutations": "refuted",
    }
    found: defaultdict[str, list[tuple[tuple[str, ...], str, str]]] = defaultdict(list)
    for name, kind in names.items():
        for phrase, value in lexicon.function[name].items():
            words = tuple(phrase.split(" "))
            found[words[0]].append((words, kind, value or phrase))
            if kind == "sub" and words[-1] in ("ان", "لكن"):  # لكنها, غير أنه
                for ending in _ENCLITICS:
                    longer = (*words[:-1], words[-1] + ending)
                    found[longer[0]].append((longer, kind, value or phrase))
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
        attach(item, found)
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
    happening = happening_at(scene, i)
    if happening is not None:
        return happening
    mention = None if _governs(scene, i, word) else find_mention(scene, i)
    if mention is not None:
        scene.mentions.append(mention)
        return Item("M", i, mention.j, conj=mention.conj, marker=mention.prep, mention=mention)
    predicate = predicate_at(scene, i, word, found)
    if predicate is not None:
        return predicate
    return _other(scene, i, word)


def _governs(scene: Scene, i: int, word: Word) -> bool:
    """Whether a word is a participle with its object rather than a body: *معارضة* لفرنسا."""
    if not (word.flags & PARTICIPLE and word.flags & HEAD):
        return False
    following = scene.word(i + 1)
    return following is not None and any(base.prep == "ل" for base in following.bases[1:])


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
                ending = words[-1].rpartition("ن")[2] if kind == "sub" else ""
                pronoun = _ENCLITICS.get(ending, "")
                return Item(
                    kind, i, i + len(words), conj=conj, value=value, pronoun=pronoun, key=key
                )
    return None


def _clause_follows(scene: Scene, i: int) -> bool:
    """Whether a verb stands at i: من and ما are relatives only before one."""
    word = scene.word(i)
    return word is not None and bool(word.flags & VERB) and not word.flags & (ROLE | HEAD)


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
