"""Names and offices: where a person's name ends, and who gets the office that a verb gives."""

import pytest
from actorgraph.graph import source_from_text, weave

HELD = {
    "عُين كارل بيرغر سفيرا للنمسا": ("كارل بيرغر", "holds-office-in", "النمسا"),
    "انتُخب خوسيه مارتينيز رئيسا لبوليفيا": ("خوسيه مارتينيز", "holds-office-in", "بوليفيا"),
    "تولى سالم الراوي رئاسة حزب السنابل": ("سالم الراوي", "leads", "حزب السنابل"),
    "عمل بيير لافورج وزيرا للدفاع في تشاد": ("بيير لافورج", "holds-office-in", "تشاد"),
    "ورحبت رابطة الأنهار، وفيها تشاد ومالي، بالاتفاق": ("تشاد", "member-of", "رابطة الأنهار"),
    "الدول الأعضاء في حلف وارسو هي بولندا والمجر": ("المجر", "member-of", "حلف وارسو"),
    "كان كارل بيرغر، من حزب السنابل، مريضا": ("كارل بيرغر", "member-of", "حزب السنابل"),
    "وانتقد محمد المصري فرنسا": ("محمد المصري", "criticized", "فرنسا"),
    "قال السفير الصيني لياو لي تشيانغ إنه مريض": ("لياو لي تشيانغ", "holds-office-in", "الصين"),
    "قال قائد حركة الفجر دان شومرون إنه مريض": ("دان شومرون", "leads", "حركة الفجر"),
    "غانا عضو في الاتحاد الأفريقي": ("غانا", "member-of", "الاتحاد الأفريقي"),
    "دعا رئيس حزب السهل إدمون عقل إلى الحوار": ("إدمون عقل", "leads", "حزب السهل"),
    "قال كوشتنير، وزير خارجية فرنسا، إنه مريض": ("كوشتنير", "holds-office-in", "فرنسا"),
    "اتهم سالم الراوي مندوب الصين اليابان": ("سالم الراوي", "accused", "اليابان"),
    "استقبل م. س. أحمد سفير تونس": ("م. س. أحمد", "received", "سفير تونس"),
    "انتقدت ماريا سوليس الحكومة الأرجنتينية": ("ماريا سوليس", "criticized", "الحكومة الأرجنتينية"),
    "اجتمع مجلس جامعة الدول العربية": (
        "مجلس جامعة الدول العربية", "part-of", "جامعة الدول العربية",
    ),
}  # fmt: skip


def triples(text: str) -> set[tuple[str, str, str]]:
    document = weave([source_from_text(text, name="x")]).document()
    names = {actor.id: actor.name("ar") for actor in document.actors}
    return {(names[c.subject], c.predicate, names.get(c.object, "")) for c in document.claims}


@pytest.mark.parametrize("text", HELD)
def test_who_holds_what(text: str):
    assert HELD[text] in triples(text)


@pytest.mark.parametrize(
    "text",
    [
        "لن يُعين كارل بيرغر سفيرا للنمسا",
        "وجه الرئيس سالم رسائل إلى تونس",
        "استقبلت فرنسا عضوا في حركة الفجر",
        "التقى سالم الراوي مندوب الصين",
    ],
)
def test_nobody_holds_an_office_here(text: str):
    assert not {t for t in triples(text) if t[1] in ("holds-office-in", "leads", "member-of")}
