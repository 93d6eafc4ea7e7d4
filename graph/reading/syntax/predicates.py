"""Predicates: whether a word is a verb, an action noun or a participle in its place."""

from dataclasses import replace

from ..actors.listing import actor_follows, phrase_at
from ..records.items import Item, Row
from ..records.scene import Scene
from ..words.lexicon import Lexicon
from ..words.word import EVENT, MASDAR, PARTICIPLE, VERB, Sense, Word
from .homograph import likeliest
from .vouched import named_from

_KINDS = {"V": "V", "M": "N", "E": "N"}  # of items, by the part of speech; all others are P
_DAMMA = "\u064f"


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
        det=scene.article(i) or scene.article(j - 1),
        marker=sense.prep,
        rows=(scene.lexicon.event_nouns[sense.id],),
        feats=sense.feats.rstrip("+"),
        key=scene.key(i),
    )


def predicate_at(scene: Scene, i: int, word: Word, found: list[Item]) -> Item | None:
    """Return the verb, action noun or participle at token i, if the word is one in this place."""
    if not word.flags & (VERB | MASDAR | EVENT | PARTICIPLE):
        return None
    undergone = _vowelled(scene, i, word)
    chosen = undergone or likeliest(scene, i, word, found)
    if not chosen:
        return None
    first = chosen[0]
    same = chosen
    if len(chosen) > 1:
        around, kinds = first.clitics(), (first.pos, "E")
        same = [s for s in chosen if s.pos in kinds and s.clitics() == around]
    kind = _KINDS.get(first.pos, "P")
    if kind == "N" and _met_by_name(scene, i, word):
        first = replace(first, det=False)
    return Item(
        kind,
        i,
        i + 1,
        conj=first.conj,
        det=first.det,
        marker=first.prep,
        rows=_rows(scene.lexicon, same),
        feats=_verb_feats(same) if kind == "V" else first.feats.rstrip("+"),
        passive=(kind == "V" and (bool(undergone) or all(s.feats[-1] == "p" for s in same)))
        or first.pos == "PP"
        or _undergone(scene, i, kind, chosen),
        future=first.future,
        pronoun=first.pronoun,
        topic=word.noun.topic,
        indefinite=first.feats.endswith("+") or scene.tokens[i].tanwin,
        key=word.key,
    )


def _vowelled(scene: Scene, i: int, word: Word) -> list[Sense]:
    """Return the past verbs of one person whose vowel tells that they are passive: *قُتل*, *اعتُقل*.

    It is on their first letter, or behind the alif and another one.
    """
    open_voice = [s for s in word.verbs if s.feats[:4] == "pf 3" and s.feats[-1] == "b"]
    if not open_voice:
        return []
    raw = scene.text[scene.tokens[i].start : scene.tokens[i].end]
    if _DAMMA not in raw:
        return []
    first = open_voice[0]
    stem = _letters(raw)[len(first.conj) :]
    vowelled = [stem[0], *(stem[2:3] if stem[0][0] == "ا" else ())] if stem else []
    if not any(_DAMMA in letter for letter in vowelled):
        return []
    around, person = first.clitics(), first.person
    return [s for s in open_voice if s.clitics() == around and s.person == person]


def _letters(raw: str) -> list[str]:
    """Return the letters of a word, each with the marks that it bears."""
    letters: list[str] = []
    for sign in raw:
        if sign.isalpha() or not letters:
            letters.append(sign)
        else:
            letters[-1] += sign
    return letters


def _met_by_name(scene: Scene, i: int, word: Word) -> bool:
    """Whether لل hides no article, for a genitive follows: *للقاء* تيتو, *للقاء* نظيره."""
    after = scene.word(i + 1)
    if not word.key.startswith("لل") or after is None:
        return False
    office = any(s.pos in ("R", "H") and not (s.prep or s.conj) for s in after.senses)
    if not (office or actor_follows(scene, i + 1) or named_from(scene, i + 1)):
        return False
    return bool(scene.morphology.word(word.key[1:]).actions)


def _undergone(scene: Scene, i: int, kind: str, participles: list[Sense]) -> bool:
    """Whether a participle that is spelled alike in both voices is passive: الممولة *من* ليبيا."""
    if kind != "P" or scene.key(i + 1) != "من" or not any(s.pos == "PP" for s in participles):
        return False
    rows = (scene.lexicon.verbs[s.id] for s in participles)
    return not any("من" in row.object + row.topic + row.content for row in rows)


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
    return tuple([lexicon.event_nouns[row] if event else lexicon.verbs[row] for event, row in ids])
