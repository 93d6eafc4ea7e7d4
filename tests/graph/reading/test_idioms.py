"""What the words around a predicate make of it: idioms, kinds of actors, nouns that name an end."""

import pytest
from actorgraph.graph import source_from_text, weave


def claims(text: str) -> set[tuple[str, str, str]]:
    graph = weave([source_from_text(text)])

    def name(actor: str) -> str:
        return graph.actors[actor].names[0].text

    return {(name(c.subject), c.predicate, name(c.object)) for c in graph.document().claims}


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        # A noun of the idiom may be what the verb's object owns, or carry the genitive itself.
        ("رضخت بروسيا لشروط النمسا.", ("بروسيا", "conceded-to", "النمسا")),
        ("مدت بروسيا يد العون إلى النمسا.", ("بروسيا", "aids", "النمسا")),
        ("مدت بروسيا جسور الحوار مع النمسا.", ("بروسيا", "engages-with", "النمسا")),
        # Two nouns that only together make it.
        (
            "أكدت بروسيا أهمية حوار مع النمسا.",
            ("بروسيا", "calls-for-dialogue-with", "النمسا"),
        ),
        # A noun that names one end by the other.
        ("بروسيا، وهي حليفة النمسا، رفضت ذلك.", ("بروسيا", "allied-with", "النمسا")),
        ("استقبلت بروسيا وحليفتها النمسا الوفود.", ("النمسا", "allied-with", "بروسيا")),
        ("كتيبة النور جزء من حركة الفجر.", ("كتيبة النور", "part-of", "حركة الفجر")),
        # Sentences without a verb.
        ("بروسيا على اتصال دائم بالنمسا.", ("بروسيا", "engages-with", "النمسا")),
        # What each does to the other, and two nations by their adjectives.
        ("تبادلت بروسيا والنمسا الاتهامات.", ("النمسا", "accused", "بروسيا")),
        ("توقفت المحادثات المصرية السودانية.", ("مصر", "negotiated-with", "السودان")),
        # Whose act is asked for is asked.
        ("طلبت بروسيا وساطة النمسا.", ("بروسيا", "requested-from", "النمسا")),
        # Who said what is denied.
        ("نفت بروسيا ما أعلنته النمسا.", ("بروسيا", "denied", "النمسا")),
        # A bullet's owner is the doer; who meets with refusal is refused.
        ("قتل العقيد فارس الدوري برصاص قوات الفجر.", ("قوات الفجر", "killed", "فارس الدوري")),
        ("قوبل موقف النمسا باستنكار من بروسيا.", ("بروسيا", "criticized", "النمسا")),
        # A row that wants the head of a family of nouns takes them all: forces, goods, insults.
        ("سحبت بروسيا لواءين من النمسا.", ("بروسيا", "withdrew-from", "النمسا")),
        ("قدمت بروسيا بذورا وجرارات للنمسا.", ("بروسيا", "aids", "النمسا")),
        ("وصفت بروسيا موقف النمسا بأنه «دعاية رخيصة».", ("بروسيا", "criticized", "النمسا")),
    ],
)
def test_an_idiom_is_read(text: str, claim: tuple[str, str, str]):
    assert claim in claims(text)


@pytest.mark.parametrize(
    "text",
    [
        "هاجم المنتخب المصري مرمى السودان في المباراة.",  # games
        "سقط المطر على النمسا.",
        "تضم القارة مصر والسودان.",  # continents comprise, they do not annex
        "قدمت الشركة عونا.",
        "تلقى المتحف مدافع قديمة من متبرع.",
        "أرسلت بروسيا فرقة موسيقية إلى النمسا.",  # no squad
    ],
)
def test_the_same_words_in_another_sense_are_not(text: str):
    assert claims(text) == set()
