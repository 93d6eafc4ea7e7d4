"""Bodies: a head noun (قوات, حزب, لجنة) and the words that make it one of its kind."""

from ...schema import ActorKind
from .discourse import Entity
from .listing import listed_at, phrase_at
from .personname import namelike
from .rows import Body
from .scene import LED_BY, Fact, Mention, Scene, clean_name, mention_of
from .text import fold
from .tokens import CLOSING, OPENING
from .word import HEAD, MASDAR, NISBA, PARTICIPLE, ROLE, VERB, Base, Sense, Word

_LONGEST = 7  # words after the head


def body_at(scene: Scene, i: int, word: Word) -> Mention | None:
    """Return the organisation whose head noun is token i."""
    if word.key in LED_BY:
        return None
    phrase = phrase_at(scene, i, "H")
    single = next((s for s in word.senses if s.pos == "H"), None)
    sense, j = phrase if phrase is not None else (single, i + 1)
    if sense is None or sense.pronoun:
        return None
    head = sense.id
    row = scene.lexicon.bodies[head]
    whole = phrase is not None and scene.key(j - 1).startswith("ال")
    state: str | None = None
    owner: Entity | None = None
    quoted = False
    described = int(whole)
    definite = sense.det or whole
    while j - i <= _LONGEST:
        token = scene.tokens[j] if j < len(scene.tokens) else None
        if token is None:
            break
        if token.kind == "q" and token.key in OPENING + '"':
            end = quoted_name_end(scene, j)
            if end is None or quoted or state is not None or owner is not None:
                break
            quoted, j = True, end
            continue
        following = token.word
        if following is None:
            break
        nisba = next(
            (s for s in following.senses if s.pos == "N" and not s.prep and not s.conj), None
        )
        if nisba is not None and (
            not _agrees(row, following.key, nisba.feats) or scene.everyday(following.key)
        ):
            nisba = None
        if nisba is not None and (nisba.det or not definite) and owner is None:
            state = state or nisba.id
            definite = definite or nisba.det
            described += 1
            j += 1
        elif (
            owner is None
            and not quoted
            and (
                not (sense.det or described)
                or following.key[0] == "ل"
                or (not definite and not sense.det)
            )
            and (found := _owner(scene, j, following))
        ):
            owner, j = found
            definite = True
        elif _body_word(scene, j, following, definite=definite) and (
            not (sense.det or described or owner) or _goes_on(scene, j, following, row)
        ):
            definite = definite or following.key.lstrip("و").startswith("ال")
            described += 1
            j += 1
        elif not (sense.det or described or quoted or owner) and namelike(
            scene, j, first=True, role=True
        ):
            quoted, definite = True, True  # a name of its own: منظمة *كاريتاس*
            j += 1
        else:
            break
    named = quoted or owner is not None or state is not None
    if not (named or (described and definite)):
        return _body_anaphor(scene, i, word, sense, head)
    if row.needs == "full" and not (quoted or owner is not None or described > (state is not None)):
        return _body_anaphor(scene, i, word, sense, head)
    if row.needs == "nisba" and not named and not sense.det and described < 1:
        return None
    if owner is not None and state is None:
        state = owner.state
    news = any("انباء" in scene.key(k) for k in range(i, j))
    entity = scene.discourse.body(
        clean_name(scene, i, j, sense),
        kind=ActorKind.MEDIA if news else row.kind,
        head=head,
        gender=row.gender,
        plural=row.plural,
        state=state,
    )
    if owner is not None and owner.person and row.kind == ActorKind.ARMED_GROUP:
        scene.facts.append(Fact(owner, "leads", entity, i, j, f"body:{head}"))
    scene.discourse.mention(entity)
    base = Base(sense.conj, sense.prep, "", 0)
    return mention_of(scene, entity, i, j, base, "body", sense=sense)


def quoted_name_end(scene: Scene, i: int) -> int | None:
    """Return the token behind a quoted name of up to five words that opens at i."""
    for k in range(i + 1, min(i + 7, len(scene.tokens))):
        token = scene.tokens[k]
        if token.kind == "q" and token.key in CLOSING + '"':
            return k + 1 if k > i + 1 else None
        if token.kind == "p" and token.key not in "-–'":
            return None
    return None


def _construct_goes_on(scene: Scene, j: int) -> bool:
    """Whether a chain of nouns in the construct state ends in a definite one: سكك حديد *الشمال*."""
    for k in range(j, j + 3):
        word = scene.word(k)
        if word is None or word.complementizer or word.pronoun or scene.closed(word.key):
            return False
        if word.key.startswith("ال") or listed_at(scene, k, bare=True) is not None:
            return True
        if word.flags & (VERB | ROLE) or any(s.conj or s.prep for s in word.senses):
            return False
    return False


def _agrees(row: Body, key: str, feats: str) -> bool:
    """Whether an adjective has the gender of the body's head: وزارة الدفاع *الروسية*."""
    if row.plural and feats[1:2] == "p":
        return True
    feminine = feats[:1] == "f" if feats else key.endswith(("ة", "ى", "يا"))
    return feminine == (row.gender == "f" or row.plural)


def _goes_on(scene: Scene, j: int, word: Word, row: Body) -> bool:
    """Whether a later word is still part of the name: an adjective that agrees with the head.

    A participle with a preposition behind it begins a clause of its own (المدعومة من).
    """
    key = word.key
    if key.startswith(("لل", "ل")) and not key.startswith("ال"):
        return True
    if word.flags & HEAD and key.startswith("ال"):
        return False  # the next body
    following = scene.word(j + 1)
    if following is not None and following.key in ("عن", "تحت", "الى", "على", "ضمن", "ضد"):
        if key.startswith("الم"):  # a participle with its complement: المنشق عن
            return False
    if word.flags & MASDAR and not key.startswith("وال"):
        return False
    if any(s.pos == "R" and s.det and s.feats[1:2] == "s" for s in word.senses):
        return False  # the next person's title
    if word.flags & PARTICIPLE and _governs(scene, j, word):
        return False
    if not key.startswith("ال"):
        return True
    before = scene.key(j - 1)
    fits = key.endswith(("ة", "ين", "ون")) or not before.endswith("ة")
    return fits or _agrees(row, key, "")


def _governs(scene: Scene, j: int, word: Word) -> bool:
    """Whether a participle has a complement of its own behind it: المدعومة *من*, المطالبة *ب*."""
    following = scene.word(j + 1)
    if following is None:
        return False
    after = {following.key, *(s.prep for s in following.senses), *(b.prep for b in following.bases)}
    if following.pronoun is not None:
        after.add(following.pronoun[0])
    for sense in word.senses:
        if sense.pos not in ("AP", "PP"):
            continue
        verb = scene.lexicon.verbs[sense.id]
        wanted = {fold(marker) for marker in (*verb.object, *verb.noun_object)}
        if sense.pos == "PP":
            wanted |= {"من"}
        if verb.relation is not None and after & wanted:
            return True
    return False


def _owner(scene: Scene, j: int, word: Word) -> tuple[Entity, int] | None:
    """Return the actor in the genitive at token j: قوات *حفتر*, حكومة *فرنسا*."""
    listed = listed_at(scene, j, bare=word.key[0] != "ل")
    if listed is not None and listed[0].prep not in ("", "ل"):
        listed = None
    if listed is not None and not listed[0].conj:
        entity = scene.discourse.listed(listed[1].ids[0])
        return entity, j + len(listed[1].words)
    found = scene.within(j)
    if found is None or found.conj:
        return None
    named = found.entity.person and not found.prep
    if named or (found.kind == "body" and found.prep in ("", "ل")):
        return found.entity, found.j
    return None


def _body_word(scene: Scene, j: int, word: Word, *, definite: bool) -> bool:
    """Whether the word goes on with a body's name: an adjective or noun with the article."""
    key = word.key
    if key in scene.function("passing"):
        return False
    if word.complementizer or word.pronoun or scene.closed(key):
        return key in scene.function("office_words")
    if key.startswith("ال"):
        return len(key) > 3 and not (word.flags & ROLE and scene.key(j + 1) in scene.lexicon.given)
    if key.startswith("لل") and len(key) > 4:
        return definite
    if key.startswith("وال") and len(key) > 5:
        # A second domain (السلم والأمن), not a second actor.
        return not word.flags & (ROLE | HEAD | NISBA) and not any(
            base.key in scene.names.starts for base in word.bases
        )
    if key.startswith("ل") and word.flags & MASDAR and definite:
        named = scene.key(j + 1).startswith("ال") or listed_at(scene, j + 1, bare=True) is not None
        return named and any(s.pos == "M" and s.prep == "ل" for s in word.senses)
    # A noun in the construct state before a definite one: هيئة أركان الجيش, لجنة حقوق الإنسان.
    return (
        not definite
        and _construct_goes_on(scene, j + 1)
        and not word.flags & VERB
        and not any(s.conj or s.prep for s in word.senses)
    )


def _body_anaphor(scene: Scene, i: int, word: Word, sense: Sense, head: str) -> Mention | None:
    """Return the body meant by a bare head noun with the article: الوكالة, اللجنة."""
    if not sense.det:
        return None
    if word.flags & PARTICIPLE and scene.mentions and scene.mentions[-1].j == i:
        return None  # الولايات المتحدة *المعارضة* لـ
    entity = scene.discourse.last_body(head)
    row = scene.lexicon.bodies[head]
    if entity is None and row.alone:
        entity = scene.discourse.body(
            clean_name(scene, i, i + 1, sense), kind=row.kind, head=head, gender=row.gender,
            plural=row.plural, state=scene.discourse.country,
        )  # fmt: skip
    if entity is None:
        return None
    scene.discourse.mention(entity)
    base = Base(sense.conj, sense.prep, "", 0)
    return mention_of(scene, entity, i, i + 1, base, "body", sense=sense)
