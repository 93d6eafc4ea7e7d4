"""A state's own bodies: الجيش in one text on Sudan is الجيش السوداني in another."""

from .reading.words.lexicon import load_lexicon
from .reading.words.text import fold


def own_body(name: str, state: str | None) -> str | None:
    """Return a key of the state's own army, government or police, if no more is told of it.

    It is called by its noun alone, or with the nation's adjective: not الجيش الوطني الليبي.
    """
    words = [fold(word).removeprefix("ال") for word in name.split()]
    if state is None or not 1 <= len(words) <= 2:
        return None
    lexicon = load_lexicon()
    heads = [entry.id for entry in lexicon.forms.get(words[0], ()) if entry.pos == "H"]
    if not any(lexicon.bodies[head].alone for head in heads):
        return None
    nations = [entry.id for entry in lexicon.forms.get(words[-1], ()) if entry.pos == "N"]
    return f"own|{heads[0]}|{state}" if len(words) == 1 or state in nations else None
