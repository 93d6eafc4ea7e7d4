"""What stands between whom in a sentence: one example for each way in which Arabic says it."""

import pytest
from actorgraph.graph import source_from_text
from actorgraph.graph.reading.reader import ReadClaim, read

# Each text states these claims and no others: subject, relation, object, and the mode if it is
# not actual.
SAID = {
    "two verbs share what stands between them and behind": (
        "دعمت فرنسا وسلحت تشاد في حربها الطويلة.",
        {"فرنسا supports تشاد", "فرنسا arms تشاد"},
    ),
    "behind a negation and a feminine relative the verb is an imperfect of its gender": (
        "فرنسا التي تقدم لتشاد قروضا لا تقدم لليبيا دواء.",
        {"فرنسا aids تشاد", "فرنسا aids ليبيا negated"},
    ),
    "behind a feminine relative that a pronoun takes up, the subject may be another": (
        "رفضت فرنسا المبادرة التي تقدم بها السودان.",
        {"فرنسا rejects السودان"},
    ),
    "who has forces or a base somewhere is deployed there, without a verb": (
        "نفت مالي أن تكون لها قوات في تشاد وقالت إن لفرنسا قاعدة كبيرة في ليبيا.",
        {"مالي deployed-to تشاد", "فرنسا deployed-to ليبيا"},
    ),
    "a base among the voters and interests are no forces": (
        "قال سالم الراوي إن لحزب الفجر قاعدة شعبية في تشاد وإن لفرنسا مصالح في ليبيا.",
        set(),
    ),
    "three verbs share subject and object": (
        "ساندت وسلحت ودربت فرنسا تشاد.",
        {"فرنسا supports تشاد", "فرنسا arms تشاد", "فرنسا aids تشاد"},
    ),
    "two in the genitive do what a dual pronoun says": (
        "طالبت مالي بمعاقبة مصر وليبيا لعدوانهما على تشاد.",
        {"مصر attacked تشاد", "ليبيا attacked تشاد"},
    ),
    "whoever foils a plan does not do what was planned": (
        "أحبطت فرنسا خطة لاغتيال الرئيس سالم الراوي.",
        set(),
    ),
    "a town that a relative clause takes up by a pronoun is acted on": (
        "عقدت حركة الفجر مؤتمرا في مدينة غوما التي سيطرت عليها.",
        {"حركة الفجر seized مدينة غوما"},
    ),
    "what an actor is to another stands before its name": (
        "انتقدت مالي اتهام تشاد جارتها ليبيا بدعم حركة الفجر.",
        {
            "مالي criticized تشاد",
            "تشاد accused ليبيا",
            "ليبيا supports حركة الفجر",
        },
    ),
    "a day stands between who leads the subject and what the verb waits for": (
        "اتهمت الحكومة التي يديرها سالم الراوي اليوم الجمعة فرنسا.",
        {"سالم الراوي leads الحكومة", "الحكومة accused فرنسا"},
    ),
    "what is only denied in a relative clause is no claim of the sentence before": (
        "هاجمت ليبيا تشاد. وتقول تشاد إن الأمر جاد، وهو ما تنفيه ليبيا.",
        {"ليبيا attacked تشاد"},
    ),
    "the consequences of a deed that somebody warns of are none yet": (
        "حذر سالم الراوي من مغبة هجوم تركي على قبرص.",
        {"سالم الراوي warned تركيا", "تركيا attacked قبرص possible"},
    ),
    "two sides are told apart": (
        "تدور مفاوضات بين فرنسا من جهة وإيران من جهة أخرى.",
        {"فرنسا negotiated-with إيران"},
    ),
    "reinforcements that are hit are somebody's": (
        "استهدف الطيران الروسي تعزيزات لحركة الفجر.",
        {"روسيا attacked حركة الفجر"},
    ),
    "help from fighter planes is no arms": (
        "تلقت الحكومة التشادية دعما من مقاتلات فرنسا.",
        {"فرنسا supports الحكومة التشادية"},
    ),
    "she, too, is not the one and the other": (
        "انقلبت الحكومة التشادية هي الأخرى على حكومة مالي.",
        {"الحكومة التشادية attacked حكومة مالي"},
    ),
    "what a refused draft says is not the refuser's": (
        "رفضت مصر قرارا يندد بالغارة الأمريكية على ليبيا.",
        {"الولايات المتحدة attacked ليبيا"},
    ),
    "a pronoun means whom the same verb had for its object": (
        "اعترفت بريطانيا بحركة الفجر بعد أن اعترفت بها الولايات المتحدة.",
        {"بريطانيا recognizes حركة الفجر", "الولايات المتحدة recognizes حركة الفجر"},
    ),
    "be it nobody known": (
        "اعترفت بريطانيا بالحدود بعد أن اعترفت بها الولايات المتحدة.",
        set(),
    ),
    "alone is no verb": (
        "تحمل الجزائر الحكومة الفرنسية وحدها المسؤولية الكاملة عن ذلك.",
        {"الجزائر accused الحكومة الفرنسية"},
    ),
    "who voices something is no means": (
        "عبر الاتحاد الأفريقي عن غضبه مستنكرا جرائم حركة الفجر.",
        {"الاتحاد الأفريقي criticized حركة الفجر"},
    ),
    "the first of two verbs has the second's subject": (
        "نظم ودعم سالم الراوي حركة الفجر.",
        {"سالم الراوي supports حركة الفجر"},
    ),
    "two statements joined by and keep their own ends": (
        "أدانت مصر إسرائيل وهددت سوريا الأردن بالحرب.",
        {"مصر criticized إسرائيل", "سوريا threatened الأردن"},
    ),
    "a headline's second statement begins with its actor": (
        "أنقرة تدين أثينا وصوفيا تهدد بلغراد",
        {"تركيا criticized اليونان", "بلغاريا threatened صربيا"},
    ),
    "a further verb has its own negation": (
        "سوريا لا تعترف بإسرائيل ولا تدعمها.",
        {"سوريا recognizes إسرائيل negated", "سوريا supports إسرائيل negated"},
    ),
    "a subordinator with a pronoun goes on with the subject": (
        "ظلت تركيا معارضة لليونان، لكنها دعمت قبرص.",
        {"تركيا opposes اليونان", "تركيا supports قبرص"},
    ),
    "joined participles are said of the subject, not of the nearest actor": (
        "كانت بلغاريا متحالفة مع ألمانيا ومعارضة لروسيا.",
        {"بلغاريا allied-with ألمانيا", "بلغاريا opposes روسيا"},
    ),
    "a participle can be negated": (
        "ليست فرنسا متحالفة مع بلجيكا.",
        {"فرنسا allied-with بلجيكا negated"},
    ),
    "who wants to do it does it, though another actor stands behind the verb": (
        "تريد فرنسا أن تدعم تشاد.",
        {"فرنسا supports تشاد intended"},
    ),
    "what somebody announces is his own deed": (
        "أعلنت مصر قطع علاقاتها مع إيران.",
        {"مصر cut-ties-with إيران"},
    ),
    "what is done for a purpose is the subject's": (
        "أرسلت فرنسا سفنا إلى اليونان دعما لقبرص.",
        {"فرنسا deployed-to اليونان", "فرنسا supports قبرص"},
    ),
    "who is thanked did the deed, for the one who thanks": (
        "شكرت تونس الجزائر على دعمها.",
        {"تونس praised الجزائر", "الجزائر supports تونس"},
    ),
    "a deed that is refused is its own doer's": (
        "رفضت مصر دعم فرنسا لتشاد.",
        {"مصر rejects فرنسا"},
    ),
    "whoever asked is refused": (
        "رفضت الجزائر طلبا من المغرب لفتح الحدود.",
        {"الجزائر rejects المغرب", "المغرب requested-from الجزائر"},
    ),
    "whoever does what a relative clause tells is blamed for it": (
        "أدانت تركيا الهجوم الذي شنته اليونان على بلغاريا.",
        {"تركيا criticized اليونان", "اليونان attacked بلغاريا"},
    ),
    "the outer clause goes on behind a relative clause between commas": (
        "دعا مجلس الأمن، الذي ظل منعقدا حتى ساعة متأخرة، تركيا إلى وقف القتال.",
        {"مجلس الأمن called-on تركيا"},
    ),
    "a noun before an indefinite adjective of a nation is no verb": (
        "دعم فرنسي لتونس",
        {"فرنسا supports تونس"},
    ),
    "an object may stand before its subject": (
        "زار تونس أمس وزير الخارجية الفرنسي سالم الراوي.",
        {"سالم الراوي visited تونس"},
    ),
    "a clause put first has the subject that follows": (
        "بعد أن قطعت علاقاتها مع إيران، طالبت مصر العراق بالتدخل.",
        {"مصر cut-ties-with إيران", "مصر called-on العراق"},
    ),
    "a pronoun takes up the topic before the verb": (
        "ساندت كوبا أنغولا، أما تشاد فقد سلحتها فرنسا.",
        {"كوبا supports أنغولا", "فرنسا arms تشاد"},
    ),
    "a present verb before tomorrow is of the future": (
        "يصل الرئيس نادر الحموي إلى باريس غدا.",
        {"نادر الحموي visited فرنسا intended"},
    ),
    "an aim can be negated": (
        "تعهدت إيران بعدم مهاجمة العراق.",
        {"إيران attacked العراق negated"},
    ),
    "a threat is meant for whom the deed would hit": (
        "هددت بروسيا بمهاجمة النمسا.",
        {"بروسيا threatened النمسا"},
    ),
    "a visit may be somebody's to a place": (
        "زيارة سرية لوزير الخارجية السوري سالم الراوي إلى بغداد",
        {"سالم الراوي visited العراق"},
    ),
    "one fights against somebody": (
        "حاربت مصر والأردن ضد إسرائيل.",
        {"مصر attacked إسرائيل", "الأردن attacked إسرائيل"},
    ),
    "a preposition may be repeated in a list": (
        "طلب سالم الراوي دعما من مصر ومن الأردن.",
        {"سالم الراوي requested-support-from مصر", "سالم الراوي requested-support-from الأردن"},
    ),
}
# No claim is made of what is only called for, owed or done by nobody who is named.
UNSAID = [
    "ينبغي أن تعترف فرنسا بالصين.",
    "يجب على فرنسا أن تدعم تشاد.",
    "نددت تركيا بالهجوم على بلغاريا.",
    "اعتقل سالم الراوي في بغداد.",
]


def told(text: str) -> set[str]:
    """Return the claims of a text in a few words; offices are left out."""
    claims = [c for c in read(source_from_text(text, name="x")).claims if c.predicate != _OFFICE]
    return {_in_words(claim) for claim in claims}


_OFFICE = "holds-office-in"


def _in_words(claim: ReadClaim) -> str:
    mode = "" if claim.modality == "actual" else f" {claim.modality}"
    return f"{claim.subject.name} {claim.predicate} {claim.object.name}{mode}"


@pytest.mark.parametrize(("text", "claims"), SAID.values(), ids=SAID)
def test_a_sentence_states_its_claims_and_no_others(text: str, claims: set[str]):
    assert told(text) == claims


@pytest.mark.parametrize("text", UNSAID)
def test_what_is_only_called_for_is_no_claim(text: str):
    assert told(text) == set()
