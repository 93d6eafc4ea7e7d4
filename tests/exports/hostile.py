"""Texts that attack whoever shows them, and a graph with one of them in every field."""

import hashlib
import unicodedata

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
)

PAYLOADS = (
    "<script>pwned=1</script>",
    "</script><script>pwned=1</script>",
    "<!--<script>pwned=1",
    "--><script>pwned=1</script>",
    "<img src=x onerror=pwned=1>",
    "<img src=https://evil.example/a.png>",
    "<svg onload=pwned=1>",
    "<svg><script>pwned=1</script></svg>",
    "<svg><animate onbegin=pwned=1 attributeName=x dur=1s>",
    "<iframe srcdoc='<script>parent.pwned=1</script>'></iframe>",
    "<iframe src=javascript:parent.pwned=1></iframe>",
    "<object data=https://evil.example/o></object>",
    "<embed src=https://evil.example/e>",
    "<link rel=stylesheet href=https://evil.example/c.css>",
    "<style>@import 'https://evil.example/i.css';</style>",
    "</style><style>*{display:none}</style>",
    "<base href=https://evil.example/>",
    "<meta http-equiv=refresh content='0;url=https://evil.example/'>",
    "<form action=https://evil.example/><button>go</button></form>",
    "<details open ontoggle=pwned=1>x</details>",
    "<video><source onerror=pwned=1></video>",
    "<body onload=pwned=1>",
    "<input autofocus onfocus=pwned=1>",
    "<a href=javascript:pwned=1>href</a>",
    "<math><mtext></mtext><mglyph><style><img src=x onerror=pwned=1></style></mglyph></math>",
    "<noscript><p title='</noscript><img src=x onerror=pwned=1>'>",
    "<template><script>pwned=1</script></template>",
    "</textarea><script>pwned=1</script>",
    "</title><script>pwned=1</script>",
    "javascript:pwned=1",
    "data:text/html,<script>pwned=1</script>",
    "' onmouseover='pwned=1",
    '" onmouseover="pwned=1',
    "';pwned=1;//",
    '";pwned=1;//',
    "`${pwned=1}`",
    "{{constructor.constructor('pwned=1')()}}",
    "${pwned=1}",
    "\\u003cscript\\u003epwned=1\\u003c/script\\u003e",
    "&lt;script&gt;pwned=1&lt;/script&gt;",
    "&#60;img src=x onerror=pwned=1&#62;",
    "]]><script>pwned=1</script>",
    "<?xml version='1.0'?><!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>&e;",
    "__proto__",
    "constructor",
    "@DATA@ @SCRIPT@ $& $1",
    "=HYPERLINK('https://evil.example','x')",
    "select_menu heading href",
    "\u202ekcatta\u202c",
    "\u2067right to left\u2069",
    "start\u2066 never closed",
    "\u200f\u200e\u061cmarks",
    "line\u2028and\u2029ends",
    "nul\x00 bell\x07 escape\x1b[31m",
    "📰 𝕬𝖘𝖙𝖗𝖆𝖑 🏴‍☠️ e\u0301",
    "ا" * 300,
    "العربية <b>مخلوطة</b> with Latin",
)


def hostile_graph():
    """A ring of actors, claims, events and sources with one of the payloads in every field."""
    n = len(PAYLOADS)
    actors, claims, events, stances, sources = [], [], [], [], []
    for i, payload in enumerate(PAYLOADS):
        text = unicodedata.normalize("NFC", f"قال {payload} ثم. {payload} said so. {payload}")
        source = Source(
            id=f"source:{i}",
            title=payload,
            author=payload,
            publisher=payload,
            rights=payload,
            url=f"https://example.org/{i}?a=<script>pwned=1</script>&b='\"",
            date=PartialDate(edtf="2018-02-23"),
            language="en" if i % 2 else "ar",
            sha256=hashlib.sha256(text.encode()).hexdigest(),
            text=text,
        )
        names = (Name(text=payload, lang="en"), Name(text=payload, lang="ar"))
        actors.append(
            Actor(
                id=f"actor:a{i:02}",
                kind="person",
                names=names,
                description=payload,
                same_as=("javascript:pwned=1", payload, "https://www.wikidata.org/wiki/Q1"),
                candidates=(Candidate(actor=f"actor:a{(i + 1) % n:02}", reason=payload),),
            )
        )
        claim = Claim.of(f"actor:a{i:02}", "accused", f"actor:a{(i + 1) % n:02}")
        event = Event(
            id=f"event:e{i}",
            type="accused",
            label=payload,
            topic=payload,
            place=payload,
            participants=(
                Participant(role=payload, actor=claim.subject),
                Participant(role="object", actor=claim.object),
            ),
        )
        start = source.text.index(" said")
        for kind in ("asserts", "denies"):
            stances.append(
                Stance(
                    id=f"stance:{kind}{i}",
                    claim=claim.id,
                    event=event.id,
                    speaker=claim.object,
                    via=claim.subject,
                    kind=kind,
                    topic=payload,
                    place=payload,
                    evidence=(source.quote(max(0, start - 12), start + 5),),
                    levels=(Frame(speaker=claim.subject), Frame(speaker=claim.object, kind=kind)),
                    rule=payload,
                )
            )
        sources.append(source)
        claims.append(claim)
        events.append(event)
    return KnowledgeGraph(
        GraphDocument(
            sources=tuple(sources),
            actors=tuple(actors),
            events=tuple(events),
            claims=tuple(claims),
            stances=tuple(stances),
        )
    )
