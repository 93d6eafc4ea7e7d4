"""What no field alone can say: the SHACL-SPARQL rules on status, direct edges, words and links."""

from typing import NamedTuple


class Rule(NamedTuple):
    """A rule: the SELECT finds the nodes (`$this`) that break it."""

    id: str
    target: str
    message: str
    select: str


_STATUS = """
SELECT $this ?value WHERE {
  $this ag:status ?value .
  BIND(EXISTS { $this ag:assertion ?a } AS ?asserted)
  BIND(EXISTS { $this ag:denial ?d } AS ?denied)
  BIND(IF(?asserted && ?denied, ag:Contested,
       IF(?asserted, ag:Asserted, IF(?denied, ag:Denied, ag:Tentative))) AS ?computed)
  FILTER(?computed != ?value)
}
"""
_EDGE = """
SELECT $this ?value WHERE {
  $this rdf:subject ?s ; rdf:predicate ?value ; rdf:object ?o .
  FILTER(EXISTS { $this ag:assertion ?a } && NOT EXISTS { ?s ?value ?o })
}
"""
_NO_EDGE = """
SELECT $this ?value WHERE {
  $this rdf:subject ?s ; rdf:predicate ?value ; rdf:object ?o .
  FILTER(NOT EXISTS { $this ag:assertion ?a } && EXISTS { ?s ?value ?o })
}
"""
_UNDISPUTED = """
SELECT $this ?value WHERE {
  $this rdf:subject ?s ; rdf:predicate ?p ; rdf:object ?o ; ag:status ?status .
  BIND(IRI(CONCAT(STR(undisputed:), STRAFTER(STR(?p), STR(ag:)))) AS ?value)
  FILTER((?status = ag:Asserted) != EXISTS { ?s ?value ?o })
}
"""
_VERBATIM = """
SELECT $this ?value WHERE {
  $this oa:hasSource ?source ; oa:hasSelector ?position , ?quote .
  ?position oa:start ?start ; oa:end ?end .
  ?quote oa:exact ?value .
  ?source schema:articleBody ?text .
  FILTER(SUBSTR(STR(?text), ?start + 1, ?end - ?start) != STR(?value))
}
"""
_EVIDENCE = """
SELECT $this ?value WHERE {
  $this ag:evidence ?value .
  FILTER(NOT EXISTS { ?value oa:hasSelector/oa:exact ?words })
}
"""
_OWNER = """
SELECT $this WHERE {
  $this a ag:Stance .
  FILTER(NOT EXISTS { ?claim ag:assertion|ag:denial|ag:question|ag:possibility $this })
}
"""
_POSITION = """
SELECT $this ?value WHERE {
  $this ag:stanceKind ?kind ; ag:modality ?modality .
  ?claim ?value $this .
  FILTER(?value IN (ag:assertion, ag:denial, ag:question, ag:possibility))
  BIND(IF(?kind = ag:Questions, ag:question,
       IF(?kind = ag:Asserts && ?modality = ag:Actual, ag:assertion,
       IF((?kind = ag:Asserts && ?modality = ag:Negated)
          || (?kind = ag:Denies && ?modality != ag:Negated), ag:denial, ag:possibility)))
       AS ?computed)
  FILTER(?value != ?computed)
}
"""

RULES = (
    Rule(
        "rule-status",
        "ag:Claim",
        "The status of a claim is not what its stances amount to: contested if and only if "
        "somebody asserts it and somebody denies it.",
        _STATUS.strip(),
    ),
    Rule(
        "rule-edge",
        "ag:Claim",
        "Somebody asserts this claim, and its direct edge is missing.",
        _EDGE.strip(),
    ),
    Rule(
        "rule-no-edge",
        "ag:Claim",
        "Nobody asserts this claim, and yet it has a direct edge.",
        _NO_EDGE.strip(),
    ),
    Rule(
        "rule-undisputed",
        "ag:Claim",
        "An undisputed: edge stands if and only if the claim is asserted and nobody denies it.",
        _UNDISPUTED.strip(),
    ),
    Rule(
        "rule-verbatim",
        "oa:SpecificResource",
        "The quote is not what stands in the source from start to end.",
        _VERBATIM.strip(),
    ),
    Rule(
        "rule-evidence",
        "ag:Stance",
        "The evidence of a stance does not give its words.",
        _EVIDENCE.strip(),
    ),
    Rule("rule-owner", "ag:Stance", "This stance is taken on no claim.", _OWNER.strip()),
    Rule(
        "rule-position",
        "ag:Stance",
        "A claim points to this stance by a property that does not fit its kind and modality.",
        _POSITION.strip(),
    ),
)
