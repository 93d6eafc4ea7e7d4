"""Persons' names: where they end, whatever their last word could be besides."""

import pytest
from actorgraph.graph import source_from_text
from actorgraph.graph.reading import reader


def people(text: str) -> set[str]:
    reading = reader.read(source_from_text(text, name="x", date="1965-03-01"))
    return {entity.name for entity in reading.entities if entity.person and entity.named}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        # The last word could have a clitic before it.
        ("استقبل الملك السفير الأميركي سايروس فانسن أمس.", "سايروس فانسن"),
        ("قال وكيل وزارة الخارجية الإثيوبية تاديسي وولديا إن بلاده ترفض.", "تاديسي وولديا"),
        ("قال وزير الدفاع الأذربيجاني رشاد ولييف إن بلاده ترفض.", "رشاد ولييف"),
        # The next word begins the object, an adverb, or is another's title.
        ("وضع رئيس الوزراء الإثيوبي كاسا زيناوي حجر الأساس.", "كاسا زيناوي"),
        ("وصل الوزير الكويتي فهد الربيعان هنا اليوم.", "فهد الربيعان"),
        ("استقبل الوزير الدكتور نجيب شهاب السيد توماس مبوكو.", "نجيب شهاب"),
        # It is a noun, and behind it begins what is told.
        ("أما السيد صائب الصلح فقد رفض.", "صائب الصلح"),
        # It is a listed person's surname.
        ("وصل وزير الدفاع الإسرائيلي عيزر وايزمان إلى القاهرة.", "عيزر وايزمان"),
        # It is a word of the language.
        ("قال صلاح خلف إن الحركة ترفض الاتفاق.", "صلاح خلف"),
        ("اتهم ناجي الأصيل بريطانيا بالتدخل.", "ناجي الأصيل"),
        ("قال وزير الدفاع العراقي جعفر العسكري إن بلاده ترفض.", "جعفر العسكري"),
        # So is the first, or it is another title.
        ("قال مندوب بورما أو ثين ماونغ إن بلاده ترفض.", "أو ثين ماونغ"),
        ("قال وزير خارجية جنوب أفريقيا بيك بوتا إن بلاده ترفض.", "بيك بوتا"),
        # Nothing but the name stands between the commas, or behind "is called".
        ("لكن نظيره الإريتري، يماني تخلي، رفض الاقتراح.", "يماني تخلي"),
        ("قال متحدث باسم حركة الفجر، يدعى دميسي أسفا، إن بلاده ترفض.", "دميسي أسفا"),
        # Its parts are words of the language, or shown by the office right behind.
        ("رفض الوزير البنغالي منظور الإسلام خوندكار القرار.", "منظور الإسلام خوندكار"),
        ("قال الوزير الصيني ليو وينجيه إن بلاده ترفض.", "ليو وينجيه"),
        ("وقد طلب تكلا هواريات مندوب الحبشة من فرنسا السلاح.", "تكلا هواريات"),
        # It is told from another by a letter.
        ("وأعلن رئيس حزب السنابل غيتاتشو ولدي أن بلاده ترفض.", "غيتاتشو ولدي"),
        # The second of two who hold one office.
        ("اعتقلت الشرطة اليوغسلافية الوزيرين السابقين هبرانج وجويوفيتش.", "جويوفيتش"),
        # It stands in quotation marks behind a rank, or alone before its verb.
        ("هاجم الكولونيل «كاندان» نمور التاميل.", "كاندان"),
        ("بغداد ترحب وكانتافو ينتقد فرنسا", "كانتافو"),
        # Two words that are one name.
        ("وانتقد نائب كسلا محمد صالح نقد الله فرنسا.", "محمد صالح نقد الله"),
        ("اتهم محمد ضياء الحق الهند بالتدخل.", "محمد ضياء الحق"),
        # Nothing shows the name but the verb before it.
        ("وقال يانوش كادارو إن بلاده ترفض الاقتراح.", "يانوش كادارو"),
        # What somebody says begins behind it, so that the word before can be nothing else.
        ("وأعلن الجنرال بيلا كونا أن بلاده ترفض.", "بيلا كونا"),
        ("وأكد وزير الدفاع شامل أرسانوف أن بلاده ترفض.", "شامل أرسانوف"),
        # It is spelled as no word with a clitic is.
        ("اتهمت فرنسا وزير الداخلية بامبانغ ويدودو بالخيانة.", "بامبانغ ويدودو"),
        ("اتهمت فرنسا وزير الداخلية هيكتور بالديراس بالخيانة.", "هيكتور بالديراس"),
        # A verb stands before and an office behind.
        ("وقال دين راسكين، وزير الخارجية الكندي، إن بلاده ترفض.", "دين راسكين"),
        # A particle of the Levant and the Maghreb stands before the surname, or before all.
        ("اعتقلت فرنسا النائب ريمون بو نهرا.", "ريمون بو نهرا"),
        ("وقال قائد حركة الفجر، سي عبد القادر الوهراني، إن بلاده ترفض.", "سي عبد القادر الوهراني"),
        # The preposition "in the name of" is a given name as well.
        ("قال وزير الخارجية باسم وهبي إن بلاده ترفض.", "باسم وهبي"),
    ],
)
def test_a_name_goes_on_to_its_end(text: str, name: str):
    assert name in people(text)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("التقى الرئيس سالم الراوي بأحمد الجفال في جنيف.", {"سالم الراوي", "أحمد الجفال"}),
        ("استقبل الملك حسين كيسنجر في عمان.", {"الملك حسين", "هنري كيسنجر"}),
        (
            "دافع هارولد هولدن عن الخطة. واتهم رئيس تنزانيا يوليوس نيريري هولدن بالتدخل.",
            {"هارولد هولدن", "جوليوس نيريري"},
        ),
    ],
)
def test_a_name_does_not_run_into_the_next(text: str, names: set[str]):
    assert names <= people(text)


@pytest.mark.parametrize(
    "text",
    [
        "قال الوزير سالم الراوي مجددا إن بلاده ترفض.",
        "أبلغ الوزير سالم الراوي البرلمان أن بلاده ترفض.",
        "وصف الوزير سالم الراوي بيان كندا بالخطير.",
        "تحدث الوزير سالم الراوي باسم الحكومة.",
        "قال الوزير سالم الراوي بدوره إن بلاده ترفض.",
    ],
)
def test_a_name_ends_before_a_word_of_the_language(text: str):
    assert people(text) == {"سالم الراوي"}


def test_a_given_name_spelled_otherwise_is_the_same_person():
    assert people("اتهم يوليوس نيريري بريطانيا بالتدخل.") == {"جوليوس نيريري"}
