"""Towns that no lexicon lists, by the noun before them or by their own first word."""

import pytest
from actorgraph.graph import source_from_text
from actorgraph.graph.reading import reader


def names(text: str) -> set[str]:
    reading = reader.read(source_from_text(text, name="x"))
    return {entity.name for entity in reading.entities}


@pytest.mark.parametrize(
    ("text", "town"),
    [
        ("هاجم المتمردون ثكنة كوماشيرا أمس.", "ثكنة كوماشيرا"),
        ("قصفت المدفعية بلدة كفر الزيتونة.", "بلدة كفر الزيتونة"),
        ("وصل معتمد محلية أم كوماش إلى جنيف.", "محلية أم كوماش"),
        ("احتلت القوات البريطانية قصر شيرين.", "قصر شيرين"),
        ("هاجمت فرنسا قرية غوتشا غورا.", "قرية غوتشا غورا"),
    ],
)
def test_a_noun_or_an_opening_shows_a_town(text: str, town: str):
    assert town in names(text)


@pytest.mark.parametrize(
    "text", ["احتلت القوات قصر الرئاسة.", "أقامت فرنسا قاعدة جوية.", "سيطرت على مصفاة فرنسا."]
)
def test_a_building_is_no_town(text: str):
    assert not {name for name in names(text) if name.startswith(("قصر", "قاعدة", "مصفاة"))}


@pytest.mark.parametrize(
    ("text", "town"),
    [
        ("سيطرت الحركة على القائم بعد معارك.", "القائم"),
        ("احتلت القوات الهندية أمس تدمر.", "تدمر"),
        ("سقطت كازومبو في أيدي القوات البرتغالية.", "كازومبو"),
        ("انسحبت القوات الإيطالية من غوراندي كاسيلو.", "غوراندي كاسيلو"),
        ("استولى المتمردون على رأس لانوف.", "راس لانوف"),
        ("غادرت القوات الفرنسية باتشومبي الغربية.", "باتشومبي الغربية"),
        ("استولت القوات الهندية على مبنى البريد ومحطة الإذاعة.", "محطة الإذاعة"),
        ("سيطرت القوات الهندية على عانة وراوة والقائم.", "القائم"),
        ("هاجمت الطائرات اليابانية البارجة أريزونا.", "البارجة أريزونا"),
        ("دكّت الطائرات الإيطالية بلدة عدوة.", "بلدة عدوة"),
        ("زار الوزير سالم الراوي حلب يوم الاثنين.", "حلب"),
    ],
)
def test_a_verb_that_demands_a_place_shows_a_town(text: str, town: str):
    assert town in names(text)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("قال القائم بالأعمال الفرنسي إن الوضع خطير.", "القائم"),
        ("بدأت القوات تدمر مواقع الحركة.", "تدمر"),
        ("هاجم المتمردون بسكاكينهم قافلة للجيش الهندي.", "سكاكينهم"),
        ("زار الوزير الباب العالي.", "الباب"),
        ("افتتح الوزير مبنى البريد أمس.", "مبنى البريد"),
        ("وصل الوزير إلى المطار أمس.", "المطار"),
    ],
)
def test_a_word_of_the_language_is_no_town_elsewhere(text: str, word: str):
    assert word not in names(text)
