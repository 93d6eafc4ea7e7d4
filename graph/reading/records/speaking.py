"""Speaking: who says "I" and "we" here, and whose country "his country" is."""

from .clauses import Clause, Sentence
from .entity import Entity
from .items import Item


def settle_home(sentence: Sentence, item: Item) -> None:
    """Let "his country" be that of the person who is the subject of the clause or of one around."""
    mention, word = item.mention, sentence.scene.word(item.i)
    if mention is None or mention.kind != "country" or word is None:
        return
    if word.key.endswith("نا"):
        mention.entity = we(sentence, item.index) or mention.entity
        return
    if word.key.endswith("ي"):  # مكاريوس: المجلس العسكري غزا *بلادي*
        said = (o.mention.entity for o in sentence.items[: item.index] if o.mention is not None)
        who = speaking(sentence, item.index) or next((one for one in said if one.person), None)
        if who is not None and who.state is not None:
            mention.entity = sentence.discourse.listed(who.state)
        return
    gender = "f" if word.key.endswith("ها") else "m"
    step: Clause | None = sentence.clause_of[item.index]
    while step is not None:
        described = step.antecedent.mention if step.antecedent is not None else None
        whose = step.subject_entity if step.subject is not item else None
        for who in (whose, described.entity if described is not None else None):
            if who is not None and who.person and who.state is not None:
                if who.gender == gender or who.plural:
                    mention.entity = sentence.discourse.listed(who.state)
                    return  # نظيره الليبي الذي تدعم *بلاده* الحركة
        step = step.parent


def speaking(sentence: Sentence, index: int) -> Entity | None:
    """Return who says "I" here."""
    voices = (who for a, b, who in reversed(sentence.voices) if a <= index < b)
    return next(voices, None)


def we(sentence: Sentence, index: int) -> Entity | None:
    """Return for whom the one who speaks here says "we": his body or state, if he serves one.

    So it is with "you", which only whoever asks in an interview says to the one who answers.
    """
    asked = sentence.items[index].key.endswith("كم")
    speaker = sentence.discourse.asked if asked else speaking(sentence, index)
    if speaker is None or not speaker.person:
        return speaker
    if speaker.serves is not None:
        return speaker.serves
    return sentence.discourse.listed(speaker.state) if speaker.state else speaker
