"""Graphs for property tests: any records that the schema lets in, hostile text included."""

import hashlib
import unicodedata

from actorgraph.graph import KnowledgeGraph
from actorgraph.schema import (
    Actor,
    ActorKind,
    Candidate,
    Claim,
    Event,
    Frame,
    GraphDocument,
    Modality,
    Name,
    NameKind,
    PartialDate,
    Participant,
    Source,
    Stance,
    StanceKind,
    State,
    vocabulary,
)
from hypothesis import strategies as st

HOSTILE = (
    '"""', "'", "\\", "\\u0022", "\n\r\t", "<script>", "> . <x:y> <x:y> <x:z", "@ar", "\u202e",
    "\x00", "\x1b[31m", "{}", "$(reboot)", "=1+1", "\ufeff", "😀", "e\u0301", "%3E", "]]>", "&lt;",
    "ـ", "؟",
)  # fmt: skip
_TEXT = st.text(st.characters(codec="utf-8"), max_size=12) | st.sampled_from(HOSTILE)
_SOME = _TEXT.filter(bool)
_MAYBE = st.none() | _TEXT
_LOCAL = st.from_regex(r"[A-Za-z0-9][A-Za-z0-9._-]{0,8}", fullmatch=True)
_LANGUAGE = st.sampled_from(("ar", "en", "fr", "ar-Latn", "ar-LY", "zh-hant-tw", "ar-aVeryLongTag"))
_DATE = st.sampled_from(
    ("2015", "2015-12~", "2015-12-17", "2015/..", "/2016", "0001-01-01", "1990%", "2015-02/2016")
)
_WHEN = st.none() | st.builds(PartialDate, edtf=_DATE)
_LINK = _TEXT | st.sampled_from(("https://www.wikidata.org/entity/Q1", "http://a.b/%D8%A7"))


def _tuples(elements, most=3):
    return st.lists(elements, max_size=most).map(tuple)


def _ids(kind):
    usual = _LOCAL.map(lambda local: f"{kind}:{local}")
    return st.lists(usual, min_size=1, max_size=3, unique=True)


@st.composite
def documents(draw):
    """Return a sound GraphDocument of a few records of each kind."""
    odd = draw(st.sampled_from(("source", "text", "ev")))
    sources = [draw(_sources(i)) for i in draw(_ids(odd))]
    quotes = st.sampled_from(sources).flatmap(_quotes)
    actor_ids = draw(_ids(draw(st.sampled_from(("actor", "name")))))
    one_of = st.sampled_from(actor_ids)
    actors = [draw(_actors(i, actor_ids)) for i in actor_ids]
    relation = st.sampled_from(sorted(vocabulary()))
    events = [
        Event(
            id=i,
            type=draw(relation | _TEXT),
            label=draw(_MAYBE),
            topic=draw(_MAYBE),
            place=draw(_MAYBE),
            time=draw(_WHEN),
            participants=draw(_tuples(st.builds(Participant, role=_TEXT, actor=one_of))),
        )
        for i in draw(_ids("event"))
    ]
    ends = st.sampled_from([*actor_ids, *(event.id for event in events)])
    claims = {
        c.id: c for c in draw(st.lists(st.builds(Claim.of, ends, relation, ends), max_size=3))
    }
    stances = []
    for i in draw(_ids("stance")) if claims else ():
        maybe_quote, maybe_actor = st.none() | quotes, st.none() | one_of
        stances.append(
            Stance(
                id=i,
                claim=draw(st.sampled_from(sorted(claims))),
                event=draw(st.none() | st.sampled_from([event.id for event in events])),
                speaker=draw(maybe_actor),
                via=draw(maybe_actor),
                kind=draw(st.sampled_from(StanceKind)),
                modality=draw(st.sampled_from(Modality)),
                topic=draw(_MAYBE),
                place=draw(_MAYBE),
                time=draw(_WHEN),
                spoken=draw(_WHEN),
                evidence=tuple(draw(st.lists(quotes, min_size=1, max_size=3))),
                subject_span=draw(maybe_quote),
                object_span=draw(maybe_quote),
                cue_span=draw(maybe_quote),
                speaker_span=draw(maybe_quote),
                levels=draw(
                    _tuples(
                        st.builds(
                            Frame,
                            speaker=maybe_actor,
                            via=maybe_actor,
                            kind=st.sampled_from(StanceKind),
                            cue=maybe_quote,
                        )
                    )
                ),
                rule=draw(_TEXT),
                confidence=draw(st.floats(0, 1)),
            )
        )
    return KnowledgeGraph(
        GraphDocument(
            sources=tuple(sources),
            actors=tuple(actors),
            events=tuple(events),
            claims=tuple(claims.values()),
            stances=tuple(stances),
        )
    )


def _sources(id_):
    def source(title, author, date, language, url, text):
        text = unicodedata.normalize("NFC", text)
        return Source(
            id=id_,
            title=title,
            author=author,
            author_note=author,
            publisher=author,
            rights=author,
            date=date,
            language=language,
            url=url,
            text=text,
            sha256=hashlib.sha256(text.encode()).hexdigest(),
        )

    urls = st.none() | st.sampled_from(("https://a.example/ب?x=<y>", "http://a.example/a b"))
    body = st.tuples(_SOME, _SOME, st.just(" نص")).map("".join)
    return st.builds(source, _TEXT, _MAYBE, _WHEN, _LANGUAGE, urls, body)


def _quotes(source):
    last = len(source.text)
    starts = st.integers(0, last - 1)
    return starts.flatmap(
        lambda start: st.integers(start + 1, last).map(lambda end: source.quote(start, end))
    )


def _actors(id_, ids):
    names = st.lists(
        st.builds(Name, text=_SOME, lang=_LANGUAGE, kind=st.sampled_from(NameKind)),
        min_size=1,
        max_size=4,
    )
    common = {
        "id": st.just(id_),
        "names": names.map(tuple),
        "state": st.none() | st.sampled_from(ids),
        "description": _MAYBE,
        "listed": st.booleans(),
        "same_as": _tuples(_LINK),
        "candidates": _tuples(
            st.builds(Candidate, actor=st.sampled_from(ids), reason=_TEXT), most=2
        ),
    }
    kinds = st.sampled_from([kind for kind in ActorKind if kind is not ActorKind.STATE])
    codes = st.sampled_from(((None, None), ("LY", "LBY")))
    states = codes.flatmap(
        lambda pair: st.builds(State, **common, iso2=st.just(pair[0]), iso3=st.just(pair[1]))
    )
    return st.builds(Actor, **common, kind=kinds) | states
