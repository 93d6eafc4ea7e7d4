"""Itemise: a sentence as the row of things that grammar is about, each token read in its place."""

from ....schema import ActorKind
from ..actors.epithet import apposed_end
from ..actors.led import of_his_men
from ..actors.listing import actor_follows, listed_at, nisba_at
from ..actors.membership import state_members
from ..actors.mention import find_mention
from ..actors.phrase import THAT_NOT, closed_phrase, that_not, told_of
from ..ends.visiting import state_visit
from ..page.tokens import Token
from ..records.entity import Entity
from ..records.items import OBLIQUE, Item
from ..records.parenthesis import pass_over
from ..records.scene import Scene
from ..records.sofar import subject_before
from ..words.rows import EventNoun
from ..words.word import HEAD, PARTICIPLE, ROLE, VERB, Word
from .awaited import has_object, with_by
from .enumerated import name_counted
from .guessed import guessed_verb
from .placing import attach
from .predicates import happening_at, predicate_at


def items_of(scene: Scene) -> list[Item]:
    """Return the items of one sentence, in order."""
    found: list[Item] = []
    tokens, i = scene.tokens, 0
    while i < len(tokens):
        token = tokens[i]
        item = _date(scene, i) if scene.dates else None
        if item is None:
            item = _read(scene, i, token.word, found) if token.word is not None else _mark(token, i)
        item.index = len(found)
        attach(item, found)
        if item.mention is not None and item.mention.entity.person:
            alone = has_object(item, found)
            item.j = item.mention.j = apposed_end(scene, item.mention, alone=alone)
        found.append(item)
        if item.kind == "mark":
            pass_over(found)
        i = item.j
    state_members(scene)
    state_visit(scene)
    name_counted(scene, found)
    return found


def _date(scene: Scene, i: int) -> Item | None:
    """Return the date that begins at token i."""
    if i >= len(scene.tokens):
        return None
    start = scene.tokens[i].start
    if scene.key(i) in scene.function("day_parts") and i + 1 < len(scene.tokens):
        start = scene.tokens[i + 1].start  # *فجر* اليوم
    for date in scene.dates:
        if date.start <= start < date.end:
            j = i + 1
            while j < len(scene.tokens) and scene.tokens[j].start < date.end:
                j += 1
            return Item("T", i, j, key=scene.key(i))
    return None


def _mark(token: Token, i: int) -> Item:
    if token.kind == "n":
        return Item("T", i, i + 1, key=token.key, value="number")
    if token.kind == "q":
        return Item("quote", i, i + 1, key=token.key)
    return Item("mark", i, i + 1, key=token.key)


def _in_name(scene: Scene, i: int, word: Word) -> bool:
    """Whether what looks like "or" is of a foreign name: *أو* ثانت, بور *أو* برانس."""
    around = (scene.word(i - 1), scene.word(i + 1))
    foreign = all(
        one is not None and not one.senses and one.key not in scene.lexicon.ordinary
        for one in around
    )
    return foreign or find_mention(scene, i, word) is not None


def _one_who(item: Item) -> bool:
    """Whether "who" follows a pronoun or "the first": كانت تنزانيا *أول* من اعترف."""
    return item.kind == "self" or item.key in ("اول", "اخر")


def _read(scene: Scene, i: int, word: Word, found: list[Item]) -> Item:
    if word.key == "و" or (word.key == "او" and not _in_name(scene, i, word)):
        return Item("join", i, i + 1, key=word.key)
    if word.key == "من" and found and _one_who(found[-1]) and told_of(scene, i + 1):
        return Item("rel", i, i + 1, value=word.key, key=word.key)
    if word.key in THAT_NOT and (prefix := that_not(scene, i, word)) is not None:
        return Item("an", i, i + 1, value=prefix, feats="neg", key="ان")
    madda = word.complementizer and scene.text[scene.tokens[i].start] == "آ"
    phrase = closed_phrase(scene, i, word) if word.closed and not madda else None
    if phrase is not None and phrase.kind == "unreal" and _no_quality(phrase, found):
        phrase = None
    if phrase is not None and phrase.kind == "doubt" and _has_teller(scene, phrase, word):
        phrase = None
    if phrase is not None and (phrase.j - i > 1 or phrase.kind in ("prep", "rel", "sub")):
        name = listed_at(scene, i) if phrase.kind == "prep" and phrase.j - i == 1 else None
        if name is None or len(name[1].words) < 2:
            return phrase
        phrase = None  # جنوب إفريقيا is a state
    if word.complementizer and not madda:
        conj = word.key[0] if word.key[0] in "وف" else ""
        stem = word.key[len(conj) :]
        pronoun = {"ه": "ms", "ا": "fs", "م": "mp"}.get(stem[-1], "")
        pronoun = "xd" if stem.endswith("هما") else pronoun
        marker = stem[0] if stem[0] in "بلك" and len(stem) > 2 else ""
        return Item("an", i, i + 1, conj=conj, value=marker, pronoun=pronoun, key=stem)
    if word.pronoun is not None:
        marker, feats = word.pronoun
        conj = word.key[0] if word.key[0] in "وف" and not word.key.startswith("في") else ""
        if not word.senses or marker in ("ل", "ب", "من", "إلى", "على", "في", "عن", "مع", "بين"):
            return Item("pron", i, i + 1, conj=conj, marker=marker, value=feats, key=word.key)
    if phrase is not None:
        verbs = [s for s in word.senses if s.pos == "V" and (phrase.conj or not s.conj)]
        verbal = any(s.pronoun != "1" and s.person not in ("1p", "3md") for s in verbs)  # not ضمنا
        if phrase.kind != "adv" or not verbal or _time_follows(scene, i + 1):
            return phrase  # *وحدها* is no و + حدّها
    if phrase is not None and (
        _date(scene, i + 1) or scene.key(i + 1) in scene.function("adverbs")
    ):
        return phrase  # *فجر* أمس
    finite = bool(found) and found[-1].kind in ("neg", "doubt") and bool(word.flags & VERB)
    happening = happening_at(scene, i) if word.phrases and not finite else None
    if happening is not None:
        return happening
    own = word.flags & PARTICIPLE and _governs(scene, i, word)
    own = own or _quality_of_thing(scene, i, word, found) or _done_to_it(scene, i, word)
    mention = None if own else find_mention(scene, i, word)
    if mention is not None:
        scene.mentions.append(mention)
        marker = mention.prep or ("direct" if _behind_that(scene, i, found) else "")
        named = Item("M", i, mention.j, conj=mention.conj, marker=marker, mention=mention)
        many = mention.kind in ("sides", "nation", "role") and not mention.entity.person
        counted = bool(found) and found[-1].kind == "quant"  # انتقد كثير من *السودانيين* الوزير
        named.feats = OBLIQUE if many and word.key.endswith("ين") and not counted else ""
        if (body := of_his_men(scene, mention, word)) is not None:
            mention.entity, named.feats = body, "mp"
        return named
    predicate = predicate_at(scene, i, word, found)
    if predicate is not None:
        if predicate.kind == "P" and _people(predicate, found):
            predicate.kind, predicate.feats = "O", "mp"
        return predicate
    return guessed_verb(scene, i, word, found) or _other(scene, i, word, found)


def _behind_that(scene: Scene, i: int, found: list[Item]) -> bool:
    """Whether "that" before the actor at token i is a phrase of its own: بعد *ذلك* حزب السنابل.

    So it is where the verb has its object, and the actor is its subject: أيدته في *ذلك* الحكومة.
    """
    if len(found) < 2 or found[-1].kind != "demo" or found[-1].key not in ("ذلك", "هذا"):
        return False
    if len(found) > 2 and found[-3].kind == "V" and found[-3].pronoun and found[-2].kind == "prep":
        return True
    return not scene.article(i) or found[-2].key in ("بعد", "قبل", "مع")


def _has_teller(scene: Scene, phrase: Item, word: Word) -> bool:
    """Whether somebody thinks so rather than anybody: *يعتقد* سالم أن, but يعتقد أن."""
    behind = scene.word(phrase.j)
    if not word.flags & VERB or behind is None or behind.complementizer or behind.flags & VERB:
        return False
    verbs = (scene.lexicon.verbs[sense.id] for sense in word.senses if sense.pos == "V")
    return any(verb.speech is not None for verb in verbs)


def _people(item: Item, found: list[Item]) -> bool:
    """Whether a plural participle is no adjective but those who do it: *المهاجمون*, *الخاطفين*."""
    before = found[-1] if found else None
    described = before is not None and before.j == item.i and before.kind in ("O", "N", "M", "A")
    many = item.det and not item.passive and item.key.endswith(("ون", "ين"))
    return many and not (described and not item.conj)


def _quality_of_thing(scene: Scene, i: int, word: Word, found: list[Item]) -> bool:
    """Whether a state's name is the quality of the thing before it: بموجب الهبة *السعودية*."""
    before = found[-1] if found else None
    if before is None or before.kind not in ("O", "N") or before.j != i or not before.det:
        return False
    if before.feats[:2] not in ("fs", "bp", "fp"):
        return False
    if before.marker in ("", "direct") and not subject_before(found):
        return False
    nisba = nisba_at(scene, i)
    return nisba is not None and nisba[0].det and nisba[0].feats[:1] == "f"


def _no_quality(item: Item, found: list[Item]) -> bool:
    """Whether "proposed" is said of nothing, and is a proposal: رفضت مصر *المقترح* الفرنسي."""
    before = found[-1] if found else None
    described = before is not None and (before.kind in ("O", "N", "A") or before.marker == "gen")
    return item.key.startswith("ال") and not described


def _time_follows(scene: Scene, i: int) -> bool:
    """Whether a date or a word like "yesterday" stands at token i: *فجر* أمس, *فجر* 15 نيسان."""
    return scene.key(i) in scene.function("adverbs") or scene.dated(i)


def _governs(scene: Scene, i: int, word: Word) -> bool:
    """Whether a participle has its object behind it: *معارضة* لفرنسا, *متهما* فرنسا.

    It could also be the head of a body's name, or a role.
    """
    if scene.key(i - 1) in scene.function("foremost") and scene.key(i + 1)[:1] == "ل":
        return any(s.pos == "AP" and s.det and s.feats[1:2] == "p" for s in word.senses)
    told = "ms+" if actor_follows(scene, i + 1) else "ms" if _for_actor(scene, i + 1) else None
    if word.flags & ROLE and told is not None:
        verbs = [
            scene.lexicon.verbs[s.id] for s in word.senses if s.feats == told and s.pos == "AP"
        ]
        return any("direct" in verb.object and verb.relation != "leads" for verb in verbs)
    if not word.flags & HEAD:
        return False
    following = scene.word(i + 1)
    return following is not None and any(base.prep == "ل" for base in following.bases[1:])


def _done_to_it(scene: Scene, i: int, word: Word) -> bool:
    """Whether it is a verb with its object, and not somebody's men: محادثات *طلبتها* روسيا."""
    if not (word.flags & ROLE and word.flags & VERB):
        return False
    his = [s for s in word.senses if s.pos == "R"]
    verbal = any(s.pronoun for s in word.verbs)
    return verbal and all(s.pronoun for s in his) and actor_follows(scene, i + 1)


def _for_actor(scene: Scene, i: int) -> bool:
    """Whether an actor stands under "to" at token i: المعارض *للرئيس*."""
    word, listed = scene.word(i), listed_at(scene, i)
    if word is None or (listed is not None and listed[0].prep == "ل"):
        return listed is not None
    return any(s.pos in ("R", "H") and s.prep == "ل" for s in word.senses)


def _other(scene: Scene, i: int, word: Word, found: list[Item]) -> Item:
    """Return a noun, adjective or unknown word; a nation's adjective is an item of its own."""
    phrase = nisba_at(scene, i) if word.phrases else None
    if phrase is not None and phrase[1] > i + 1:
        nisba, j = phrase
        return Item("A", i, j, det=nisba.det, value=nisba.id, feats=nisba.feats, key=word.key)
    union = scene.function("deeds_of_unions").get(word.key.removeprefix("ال").removesuffix("ا"))
    if union is not None and _of_deed(scene, i, found):
        det, feats = scene.article(i), "fs" if word.key.endswith("ة") else "ms"
        return Item("A", i, i + 1, det=det, value=union, feats=feats, key=word.key)
    kind, conj, det, marker, value, feats, pronoun, topic, indefinite = word.noun
    if indefinite and not word.senses and scene.names.spelled_like_one(word.key):
        indefinite = False  # جوكجاكرتا is a name, not an accusative
    if indefinite and scene.article(i + 1) and scene.text[scene.tokens[i].end - 1] == "أ":
        indefinite = False  # *مبدأ* الحوار
    if kind == "O" and not (word.senses or conj or det or marker) and with_by(scene, word, found):
        marker = "ب"
    return Item(
        kind,
        i,
        i + 1,
        conj=conj,
        det=det,
        marker=marker,
        value=value,
        feats=feats,
        pronoun=pronoun,
        topic=topic,
        indefinite=indefinite or scene.tokens[i].tanwin,
        key=word.key,
        stranger=_stranger(scene, word, feats) if det and kind == "O" else None,
    )


def _of_deed(scene: Scene, i: int, found: list[Item]) -> bool:
    """Whether an adjective goes with a deed, whose doer it tells: العقوبات *الأوروبية*."""
    det = scene.article(i)
    for before in found[:-3:-1]:
        if before.det != det or before.pronoun or before.j > i:
            return False
        if before.kind == "N":
            return not any(isinstance(row, EventNoun) and row.describes for row in before.rows)
        if before.kind != "O":
            return False
    return False


def _stranger(scene: Scene, word: Word, feats: str) -> Entity | None:
    """Return a stand-in for somebody known by his office only: السفير, البطريرك."""
    if not word.flags & ROLE or feats[1:2] != "s" or word.flags & (HEAD | PARTICIPLE):
        return None
    return scene.discourse.mention(
        Entity(ActorKind.PERSON, word.key, gender=feats[:1], named=False, stranger=True)
    )
