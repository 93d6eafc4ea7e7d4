"""Published networks, and graphs of a given shape, for the tests of the measures."""

import hashlib

import networkx as nx
from actorgraph.graph import KnowledgeGraph
from actorgraph.schema import (
    Actor,
    Claim,
    GraphDocument,
    Name,
    PartialDate,
    Source,
    Stance,
    stable_id,
)

# Read 1954, Cultures of the Central Highlands, New Guinea: sixteen tribes of the Gahuku-Gama,
# allies (1) and enemies (-1), in the numbering of UCINET and KONECT (ucidata-gama).
TRIBES = """
1 2 1, 1 3 -1, 2 3 -1, 1 4 -1, 3 4 1, 1 5 -1, 2 5 -1, 1 6 -1, 2 6 -1, 3 6 1, 3 7 1, 5 7 1, 6 7 1,
3 8 1, 4 8 1, 6 8 1, 7 8 1, 2 9 -1, 5 9 1, 6 9 -1, 2 10 -1, 9 10 1, 6 11 1, 7 11 1, 8 11 1,
9 11 -1, 10 11 -1, 1 12 -1, 6 12 1, 7 12 1, 8 12 1, 11 12 1, 6 13 -1, 7 13 1, 9 13 1, 10 13 1,
11 13 -1, 5 14 1, 8 14 -1, 12 14 -1, 13 14 1, 1 15 1, 2 15 1, 5 15 -1, 9 15 -1, 10 15 -1,
11 15 -1, 12 15 -1, 13 15 -1, 1 16 1, 2 16 1, 5 16 -1, 6 16 -1, 11 16 -1, 12 16 -1, 13 16 -1,
14 16 -1, 15 16 1
"""


def signed(rows: str) -> "nx.Graph[str]":
    """Return the signed network of `a b sign` rows, numbers padded so that they sort."""
    graph: nx.Graph[str] = nx.Graph()
    for row in rows.strip().replace(",\n", ",").split(","):
        a, b, sign = row.split()
        graph.add_edge(a.rjust(2, "0"), b.rjust(2, "0"), sign=int(sign))
    return graph


def saying(*rows: tuple) -> KnowledgeGraph:
    """Return the graph of invented actors in which each row is a stance.

    A row is (subject, predicate, object) and, if need be, a dict of speaker, via, kind, modality,
    time, spoken, source (its title) and date (of the source).
    """
    said = [(" ".join(row[:3]), row[3] if len(row) > 3 else {}) for row in rows]
    texts: dict[str, list[str]] = {}
    dates: dict[str, PartialDate] = {}
    for words, how in said:
        title = how.get("source", "Paper")
        texts.setdefault(title, []).append(words)
        if "date" in how:
            dates[title] = PartialDate(edtf=how["date"])
    sources = {title: _source(title, lines, dates.get(title)) for title, lines in texts.items()}
    actors, claims, stances = set(), {}, []
    used = dict.fromkeys(sources, 0)
    for number, (row, (words, how)) in enumerate(zip(rows, said, strict=True)):
        title = how.get("source", "Paper")
        start = sources[title].text.index(words, used[title])
        used[title] = start + len(words)
        claim = Claim.of(f"actor:{row[0]}", row[1], f"actor:{row[2]}")
        claims[claim.id] = claim
        speaker, via = (f"actor:{how[key]}" if key in how else None for key in ("speaker", "via"))
        actors |= {claim.subject, claim.object, *filter(None, (speaker, via))}
        stances.append(
            Stance(
                id=stable_id("stance", number),
                claim=claim.id,
                speaker=speaker,
                via=via,
                kind=how.get("kind", "asserts"),
                modality=how.get("modality", "actual"),
                time=PartialDate(edtf=how["time"]) if "time" in how else None,
                spoken=PartialDate(edtf=how["spoken"]) if "spoken" in how else None,
                evidence=(sources[title].quote(start, start + len(words)),),
                rule="by-hand",
            )
        )
    return KnowledgeGraph(
        GraphDocument(
            sources=tuple(sources.values()),
            actors=tuple(
                Actor(id=i, kind="organization", names=(Name(text=i[6:].title(), lang="en"),))
                for i in sorted(actors)
            ),
            claims=tuple(claims.values()),
            stances=tuple(stances),
        )
    )


def _source(title, lines, date):
    text = "\n".join(lines)
    return Source(
        id=f"source:{title.lower()}",
        title=title,
        language="en",
        date=date,
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        text=text,
    )
