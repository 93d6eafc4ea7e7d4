"""Unknown names: words that the reader does not know, and that are spelled as names are."""

from ..records.clauses import Sentence
from ..records.items import Item


def unknown_name(sentence: Sentence, item: Item | None) -> bool:
    """Whether it is spelled as nothing but a name, of somebody whom the reader does not know."""
    if item is None or item.kind != "O" or item.det or item.pronoun or item.indefinite:
        return False
    word, scene = sentence.scene.word(item.i), sentence.scene
    if word is None or word.senses or scene.closed(word.key) or item.feats != "ms":
        return False
    return word.key not in scene.lexicon.ordinary and scene.names.spelling.score(word.key) > 0
