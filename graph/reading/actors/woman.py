"""Woman: whether a person is one, by the name or by the verb that stands before it."""

from ..records.scene import Scene


def is_woman(scene: Scene, i: int, named: str, *, office: bool = False) -> bool:
    """Whether the person at token i, whose given name is told, is a woman: *قالت* شيلان أردلان.

    The verb tells it where it opens the sentence, where it bears its object, and where it has no
    person for one: *شددت* عضو المجلس شيلان أردلان. In *واتهمت* الوزير another accuses him, so that
    before an office no other verb does.
    """
    if named in scene.function("women"):
        return True
    before = scene.word(i - 1)
    verbs = before.verbs if before is not None else ()
    persons = {s.person for s in verbs}
    if "3fs" not in persons or "3ms" in persons:  # not تعرض, which is either
        return False
    if (i <= 1 and not office) or all(s.pronoun for s in verbs):
        return True  # الحزب الذي *تقوده* مارغيت تام
    rows = [scene.lexicon.verbs[s.id] for s in verbs]
    to_persons = (r for r in rows if r.relation and not r.with_nouns and "direct" in r.object)
    return any(row.speech for row in rows) and not any(to_persons)
