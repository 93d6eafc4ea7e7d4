"""One graph in which every field of every record is given, to break shape by shape."""

import hashlib

from actorgraph.graph import KnowledgeGraph
from actorgraph.schema import (
    Actor,
    Candidate,
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
)

_TEXT = "قال زيد إن سالما زار مصر. ونفى عمرو."


def full() -> KnowledgeGraph:
    """Return the graph: invented persons, three claims of which one is contested."""
    source = Source(
        id="source:s",
        title="خبر",
        author="كاتب",
        author_note="صحافي",
        publisher="صحيفة",
        date=PartialDate(edtf="1956-07-26"),
        url="https://news.example/1",
        rights="all",
        sha256=hashlib.sha256(_TEXT.encode()).hexdigest(),
        text=_TEXT,
    )
    words, more = source.quote(0, 24), source.quote(26, 35)
    when = PartialDate(edtf="1956-07")
    claim, reverse = (
        Claim.of("actor:salim", "visited", "actor:egypt"),
        Claim.of("actor:egypt", "received", "actor:salim"),
    )
    event = Event(
        id="event:e",
        type="visited",
        label="زيارة",
        topic="سياحة",
        place="القاهرة",
        time=when,
        participants=(Participant(role="subject", actor="actor:salim"),),
    )
    stance = Stance(
        id="stance:says",
        claim=claim.id,
        event="event:e",
        speaker="actor:zayd",
        via="actor:agency",
        topic="سياحة",
        place="القاهرة",
        time=when,
        spoken=when,
        evidence=(more, words),
        subject_span=words,
        object_span=words,
        cue_span=words,
        speaker_span=words,
        levels=(Frame(speaker="actor:zayd", via="actor:agency", cue=words),),
        rule="by-hand",
        confidence=0.5,
    )
    denial = Stance(
        id="stance:denies",
        claim=claim.id,
        speaker="actor:amr",
        kind="denies",
        evidence=(more,),
        rule="by-hand",
    )
    other = Stance(id="stance:other", claim=reverse.id, evidence=(words,), rule="by-hand")
    doubt = Claim.of("actor:zayd", "met-with", "actor:amr")
    question = Stance(
        id="stance:asks", claim=doubt.id, kind="questions", evidence=(words,), rule="by-hand"
    )
    aim = Stance(
        id="stance:aims", claim=doubt.id, modality="intended", evidence=(words,), rule="by-hand"
    )
    people = [
        Actor(id=f"actor:{name}", kind="person", names=(Name(text=name, lang="ar-Latn"),))
        for name in ("amr", "salim")
    ]
    zayd = Actor(
        id="actor:zayd",
        kind="person",
        names=(Name(text="زيد", lang="ar"), Name(text="أبو سالم", lang="ar", kind="alias")),
        state="actor:egypt",
        description="شاهد",
        listed=True,
        same_as=("https://people.example/zayd", "https://a.example/zayd"),
        candidates=(Candidate(actor="actor:amr", reason="الاسم"),),
    )
    agency = Actor(id="actor:agency", kind="media", names=(Name(text="وكالة", lang="ar"),))
    egypt = State(id="actor:egypt", names=(Name(text="مصر", lang="ar"),), iso2="EG", iso3="EGY")
    return KnowledgeGraph(
        GraphDocument(
            sources=(source,),
            actors=(zayd, agency, egypt, *people),
            events=(event,),
            claims=(claim, reverse, doubt),
            stances=(stance, denial, other, question, aim),
        )
    )
