"""IRIs: the namespaces, and how an id becomes an IRI and back.

The vocabulary stands under `NS`, data under a base of the user's choice (`DATA` by default). A
record `actor:khalifa-haftar` is `<base>actor/khalifa-haftar`. Parts of records (a name, a span of
text) get readable IRIs of their own rather than blank nodes; their path segments hold a hyphen,
which no record's kind may, so that the two never meet.
"""

import re
from collections.abc import Callable
from functools import cache

from pyoxigraph import Literal, NamedNode

from ..schema import LookupFailedError, relation, stable_id, vocabulary

NS = "https://w3id.org/actorgraph/ns#"
UNDISPUTED = "https://w3id.org/actorgraph/undisputed#"
ONTOLOGY = "https://w3id.org/actorgraph/ns"
DATA = "https://w3id.org/actorgraph/id/"

_RECORDS = ("actor", "claim", "event", "source", "stance")
_PARTS = {
    "name": "actor-name",
    "maybe": "actor-candidate",
    "ev": "text-span",
    "part": "event-part",
    "frame": "speech-frame",
}
STANDARD = {
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "skosxl": "http://www.w3.org/2008/05/skos-xl#",
    "dcterms": "http://purl.org/dc/terms/",
    "schema": "https://schema.org/",
    "oa": "http://www.w3.org/ns/oa#",
    "prov": "http://www.w3.org/ns/prov#",
    "void": "http://rdfs.org/ns/void#",
    "edtf": "http://id.loc.gov/datatypes/edtf/",
}
_LANGUAGE = re.compile(
    r"[a-z]{2,3}(-[a-z]{4})?(-([a-z]{2}|[0-9]{3}))?(-([a-z0-9]{5,8}|[0-9][a-z0-9]{3}))*"
)
_LINK = re.compile(r"https?://[a-z0-9.-]+(/([A-Za-z0-9._~/?=&-]|%[0-9A-F]{2})*)?")


def prefixes(base: str = DATA) -> dict[str, str]:
    """Return the namespaces of our files by prefix, the data under `base`."""
    data = {kind: f"{base}{kind}/" for kind in _RECORDS}
    data |= {prefix: f"{base}{path}/" for prefix, path in _PARTS.items()}
    return {"ag": NS, "undisputed": UNDISPUTED} | data | STANDARD


_FIXED = prefixes()


@cache
def term(curie: str) -> NamedNode:
    """Return the IRI of a prefixed name of a vocabulary, such as `ag:speaker`."""
    prefix, _, local = curie.partition(":")
    return NamedNode(_FIXED[prefix] + local)


def record_iri(record_id: str, base: str = DATA) -> NamedNode:
    """Return the IRI of a record."""
    kind, _, local = record_id.partition(":")
    return NamedNode(f"{base}{kind}/{local}")


def record_id(iri: str, base: str = DATA) -> str:
    """Return the id that `record_iri` made the IRI from; raise ValueError when it is none."""
    kind, slash, local = iri.removeprefix(base).partition("/")
    if not iri.startswith(base) or not slash:
        raise ValueError(f"<{iri}> is not under <{base}>")
    return f"{kind}:{local}"


def part_iri(prefix: str, owner: str, suffix: str, base: str = DATA) -> NamedNode:
    """Return the IRI of a part of a record; `suffix` tells it from the owner's other parts."""
    kind, _, local = owner.partition(":")
    usual = {"name": "actor", "maybe": "actor", "ev": "source", "part": "event", "frame": "stance"}
    if kind != usual[prefix]:
        local = stable_id("other", owner).removeprefix("other:")
    return NamedNode(f"{base}{_PARTS[prefix]}/{local}-{suffix}")


@cache
def relation_iri(relation_id: str, namespace: str = NS) -> NamedNode:
    """Return the property of a relation: `ag:requestedBaseFrom`."""
    return NamedNode(namespace + relation(relation_id).camel)


@cache
def _relations() -> dict[str, str]:
    return {NS + kind.camel: kind.id for kind in vocabulary().values()}


def relation_id(iri: str) -> str:
    """Return the relation that a property stands for; raise LookupFailedError for another."""
    if iri not in _relations():
        raise LookupFailedError(f"<{iri}> is no relation of the vocabulary")
    return _relations()[iri]


@cache
def individual(value: str) -> NamedNode:
    """Return the IRI of a value of a closed list: `armed-group` is `ag:ArmedGroup`."""
    return NamedNode(NS + "".join(part.capitalize() for part in value.split("-")))


def tagged(text: str, language: str) -> Literal:
    """Return a literal with its language, or without when no standard tag says it."""
    tag = language.lower()
    return Literal(text, language=tag) if _LANGUAGE.fullmatch(tag) else Literal(text)


def is_link(text: str) -> bool:
    """Whether a text can stand as an IRI that every reader takes without a warning."""
    return _LINK.fullmatch(text) is not None


def shortener(names: dict[str, str]) -> Callable[[str], str]:
    """Return a function that gives an IRI in the short form of these prefixes, where it has one."""
    by_length = sorted(names.items(), key=lambda item: -len(item[1]))
    seen: dict[str, str] = {}

    def short(iri: str) -> str:
        if iri not in seen:
            found = (pair for pair in by_length if iri.startswith(pair[1]))
            name, space = next(found, ("", ""))
            local = iri.removeprefix(space)
            seen[iri] = f"{name}:{local}" if name and not local.startswith("/") else iri
        return seen[iri]

    return short
