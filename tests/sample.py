"""A graph made by hand from the seed article, for the tests of everything behind the reader."""

import hashlib
import unicodedata
from functools import cache
from pathlib import Path

from actorgraph.graph import KnowledgeGraph
from actorgraph.schema import (
    Actor,
    Claim,
    Event,
    Frame,
    GraphDocument,
    Name,
    PartialDate,
    Participant,
    Source,
    Stance,
    State,
    stable_id,
)

SEEDS = Path(__file__).parent.parent / "seeds"
LNA, HAFTAR, MISMARI = (
    "actor:libyan-national-army",
    "actor:khalifa-haftar",
    "actor:ahmed-al-mismari",
)
DENGOV, LANA, RUSSIA = "actor:lev-dengov", "actor:libyan-news-agency", "actor:russia"
FRANCE, ITALY, US, GNA = "actor:france", "actor:italy", "actor:united-states", "actor:gna"
MOD = "actor:russian-ministry-of-defence"


def _actors():
    rows = [
        (HAFTAR, "person", "خليفة حفتر", "Khalifa Haftar", "actor:libya"),
        (MISMARI, "person", "أحمد المسماري", "Ahmed al-Mismari", "actor:libya"),
        (DENGOV, "person", "ليف دينغوف", "Lev Dengov", RUSSIA),
        (LNA, "armed-group", "الجيش الوطني الليبي", "Libyan National Army", "actor:libya"),
        (LANA, "media", "وكالة الأنباء الليبية", "Libyan News Agency", "actor:libya"),
        (GNA, "government", "حكومة الوفاق الوطني", "Government of National Accord", "actor:libya"),
        (MOD, "ministry", "وزارة الدفاع الروسية", "Russian Ministry of Defence", RUSSIA),
    ]
    states = [
        (RUSSIA, "روسيا", "Russia", "RU", "RUS"),
        ("actor:libya", "ليبيا", "Libya", "LY", "LBY"),
        (FRANCE, "فرنسا", "France", "FR", "FRA"),
        (ITALY, "إيطاليا", "Italy", "IT", "ITA"),
        (US, "الولايات المتحدة", "United States", "US", "USA"),
        ("actor:syria", "سورية", "Syria", "SY", "SYR"),
    ]
    for id_, kind, ar, en, state in rows:
        names = (Name(text=ar, lang="ar"), Name(text=en, lang="en"))
        yield Actor(id=id_, kind=kind, names=names, state=state, listed=True)
    for id_, ar, en, iso2, iso3 in states:
        names = (Name(text=ar, lang="ar"), Name(text=en, lang="en"))
        yield State(id=id_, names=names, iso2=iso2, iso3=iso3, listed=True)


# subject, predicate, object, speaker, via, kind, modality, topic, time, words
_ROWS = [
    (HAFTAR, "visited", RUSSIA, None, None, "asserts", "actual", None, None,
     "زيارات عديدة قام بها العقيد الليبي، خليفة حفتر، إلى موسكو"),
    (LNA, "requested-base-from", RUSSIA, DENGOV, None, "asserts", "actual", "base", None,
     '"الجيش الليبي" قدم طلبًا لروسيا لإقامة قاعدة عسكرية روسية'),
    (HAFTAR, "requested-base-from", RUSSIA, DENGOV, None, "asserts", "actual", "base", None,
     "ورد مثل هذا الطلب من القائد العام للجيش الوطني الليبي، المشير خليفة حفتر"),
    (HAFTAR, "requested-base-from", RUSSIA, MISMARI, LANA, "denies", "actual", "base", None,
     "فند الأخبار المتداولة بشأن طلب العقيد خليفة حفتر بشأن إقامة قاعدة عسكرية روسية"),
    (HAFTAR, "requested-base-from", RUSSIA, None, None, "asserts", "actual", "base", None,
     "يطلب العقيد حفتر من الروس إنشاء قاعدة عسكرية في شرقي ليبيا"),
    (HAFTAR, "requested-base-from", MOD, DENGOV, None, "asserts", "actual", "base", None,
     "تقدم العقيد حفتر بطلبٍ من وزارة الدفاع الروسية إقامة قاعدة عسكرية"),
    (RUSSIA, "recognizes", GNA, None, None, "asserts", "actual", None, None,
     "الاعتراف بحكومة الوفاق الوطني"),
    (FRANCE, "supports", HAFTAR, None, None, "asserts", "actual", "military", None,
     "فرنسا الداعمة عسكريًا وسياسيا له"),
    (US, "opposes", RUSSIA, None, None, "asserts", "actual", "intervention", None,
     "الولايات المتحدة الأميركية المعارضة أصلا للتدخل الروسي في ليبيا"),
    (ITALY, "calls-for-dialogue-with", HAFTAR, None, None, "asserts", "intended", "dialogue", None,
     "يدعو إلى ضرورة فتح قنوات حوار مع حفتر"),
    (MISMARI, "spokesperson-of", LNA, None, None, "asserts", "actual", None, None,
     "الناطق الرسمي باسم قوات حفتر، العميد أحمد المسماري"),
    (RUSSIA, "intervened-in", "actor:syria", RUSSIA, None, "asserts", "actual", None, "2015/..",
     'موسكو ترى تدخلها في سورية "شرعيا"'),
    (MISMARI, "denied", DENGOV, None, None, "asserts", "actual", None, None,
     "ونفى المسماري التصريحات المنسوبة لرئيس مجموعة الاتصال الروسية المعنية بليبيا، ليف دينغوف"),
]  # fmt: skip


@cache
def sample() -> KnowledgeGraph:
    """Thirteen stances on eleven claims; one of them is contested."""
    text = unicodedata.normalize(
        "NFC", (SEEDS / "2018-02-23-haftar-russian-umbrella.ar.txt").read_text("utf-8")
    )
    digest = hashlib.sha256(text.encode()).hexdigest()
    source = Source(
        id=f"source:{digest[:16]}",
        title="حفتر يبحث عن مظلة عسكرية روسية",
        author="أحمد قاسم حسين",
        date=PartialDate(edtf="2018-02-23"),
        sha256=digest,
        text=text,
    )
    claims, stances, events = {}, [], {}
    for subject, predicate, object_, speaker, via, kind, modality, topic, time, words in _ROWS:
        claim = Claim.of(subject, predicate, object_)
        claims[claim.id] = claim
        when = PartialDate(edtf=time) if time else None
        event = None
        if predicate not in ("spokesperson-of", "denied"):
            event = Event(
                id=stable_id("event", *claim, topic, time),
                type=predicate,
                participants=(
                    Participant(role="subject", actor=subject),
                    Participant(role="object", actor=object_),
                ),
                topic=topic,
                time=when,
            )
            events[event.id] = event
        start = text.index(words)
        evidence = source.quote(start, start + len(words))
        stances.append(
            Stance(
                id=stable_id("stance", claim.id, source.id, start, speaker, kind),
                claim=claim.id,
                event=event.id if event else None,
                speaker=speaker,
                via=via,
                kind=kind,
                modality=modality,
                topic=topic,
                time=when,
                evidence=(evidence,),
                levels=(Frame(speaker=speaker, via=via, kind=kind),) if speaker else (),
                rule="by-hand",
                confidence=0.9,
            )
        )
    return KnowledgeGraph(
        GraphDocument(
            sources=(source,),
            actors=tuple(_actors()),
            events=tuple(events.values()),
            claims=tuple(claims.values()),
            stances=tuple(stances),
        )
    )
