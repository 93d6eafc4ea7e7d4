from collections import Counter
from importlib.resources import files
from pathlib import Path

import pyoxigraph as ox
import pytest
from actorgraph.exports import ontology_ttl, shapes_ttl, validate, write_all
from actorgraph.exports.mapping import SLOTS
from actorgraph.exports.shacl import check
from actorgraph.exports.shapes import SH, SHAPES
from actorgraph.exports.terms import individual, prefixes
from actorgraph.exports.triples import triples
from actorgraph.exports.vocabulary import inverse_names, known_names
from actorgraph.schema import ActorKind, GraphFileError, Stance

from tests.exports.full import full
from tests.sample import sample

BROKEN = Path(__file__).parent / "broken"
_PREFIXES = prefixes() | {"shape": SHAPES, "sh": SH}
_COPY = "https://copy.example/{}/"


def _shapes():
    store = ox.Store()
    store.bulk_load(shapes_ttl().encode(), ox.RdfFormat.TURTLE)
    return store


def _select(store, query):
    return [tuple(row) for row in store.query(query, prefixes=_PREFIXES)]


@pytest.mark.parametrize(
    ("name", "made"), [("ontology.ttl", ontology_ttl), ("shapes.ttl", shapes_ttl)]
)
def test_the_committed_file_is_what_the_schema_makes(name, made):
    assert files("actorgraph.exports").joinpath(name).read_text("utf-8") == made()


def test_the_graphs_of_the_tests_keep_all_shapes(tmp_path):
    for kg in (sample(), full()):
        write_all(kg, tmp_path, ["turtle"])
        report = validate(tmp_path)
        assert report, str(report)
    assert "keep all shapes" in str(report)


def test_broken_turtle_is_refused_with_its_place(tmp_path):
    (tmp_path / "graph.ttl").write_text("@prefix a: <b:> .\na:c a:d .\n")
    with pytest.raises(GraphFileError, match="line 2"):
        validate(tmp_path)


@pytest.mark.parametrize("path", sorted(BROKEN.iterdir()), ids=lambda path: path.stem)
def test_a_file_that_breaks_a_rule_is_found_out(path, tmp_path):
    store = ox.Store()
    store.extend(ox.Quad(*triple) for triple in triples(full()))
    store.update(path.read_text("utf-8"), prefixes=_PREFIXES)
    file = tmp_path / "graph.ttl"
    store.dump(file, ox.RdfFormat.TURTLE, from_graph=ox.DefaultGraph())
    report = validate(file)
    assert f"shape:{path.stem}" in {violation.shape for violation in report.violations}, report
    assert str(report).startswith("graph.ttl: ")


def test_every_rule_has_a_file_that_breaks_it():
    rules = _select(_shapes(), "SELECT ?rule { ?rule sh:sparql ?query }")
    assert {rule.value.removeprefix(SHAPES) for (rule,) in rules} == {
        path.stem for path in BROKEN.iterdir()
    }


def _changed(value, constraint, bound):
    """Return values that break a constraint: (values to take away, values to put instead)."""
    nowhere = ox.NamedNode("https://nowhere.example/")
    match constraint:
        case "minCount" | "qualifiedMinCount":
            return value, []
        case "maxCount":
            extra = nowhere if isinstance(value[0], ox.NamedNode) else ox.Literal("another")
            return [], [extra, *([ox.NamedNode("https://third.example/")] if bound == "2" else [])]
        case "qualifiedMaxCount":
            return [], [
                ox.NamedNode(_PREFIXES["ag"] + "Party"),
                ox.NamedNode(_PREFIXES["ag"] + "Media"),
            ]
        case "datatype":
            return value, [ox.Literal(1) if bound.endswith("string") else ox.Literal("x")]
        case "class" | "in" | "or":
            return value, [nowhere]
        case "nodeKind":
            return value, [ox.Literal("x") if bound.endswith("IRI") else nowhere]
        case "pattern":
            return value, [ox.Literal("?")]
        case "minInclusive" | "maxInclusive":
            number = "-0.5" if constraint == "minInclusive" else "1.5"
            return value, [ox.Literal(number, datatype=ox.NamedNode(_PREFIXES["xsd"] + "decimal"))]
        case "uniqueLang":
            return [], [ox.Literal("آخر", language="ar"), ox.Literal("غيره", language="ar")]
    raise AssertionError(f"no way to break sh:{constraint}")


def test_every_constraint_of_every_field_is_broken_once_and_found():
    """The first constraint of each field breaks in one copy of a graph, the second in another."""
    constraints = _select(
        _shapes(),
        """SELECT ?target ?path ?shape ?constraint ?bound {
          ?node sh:targetClass ?target ; sh:property ?shape .
          ?shape sh:path ?path ; ?constraint ?bound .
          FILTER(?constraint NOT IN (sh:path, sh:qualifiedValueShape))
        } ORDER BY ?shape ?constraint""",
    )
    assert len(constraints) > 150
    kg, store, expected, seen = full(), ox.Store(), set(), Counter()
    copies = [ox.Store() for _ in range(6)]
    for number, copy in enumerate(copies):
        copy.extend(ox.Quad(*triple) for triple in triples(kg, _COPY.format(number)))
    pristine = ox.Store()
    pristine.extend(ox.Quad(*triple) for triple in triples(kg, _COPY.format("")))
    for target, path, shape, constraint, bound in constraints:
        base, copy = _COPY.format(seen[shape]), copies[seen[shape]]
        seen[shape] += 1
        used = f"SELECT ?n {{ ?n a {target} ; {path} ?v FILTER(?n != ?v) }} ORDER BY ?n LIMIT 1"
        found = _select(pristine, used)
        assert found, f"the full graph has no {path} on a {target}"
        focus = ox.NamedNode(found[0][0].value.replace(_COPY.format(""), base))
        old = [quad.object for quad in copy.quads_for_pattern(focus, path, None)]
        if constraint.value.endswith("qualifiedMinCount"):
            old = [term for term in old if term.value != _PREFIXES["ag"] + "Actor"]
        taken, given = _changed(old, constraint.value.removeprefix(SH), bound.value)
        for term in taken:
            copy.remove(ox.Quad(focus, path, term))
        copy.extend(ox.Quad(focus, path, term) for term in given)
        expected.add((focus.value, shape.value.replace(SHAPES, "shape:")))
    for copy in (pristine, *copies):  # the first gives the base of short names
        store.bulk_extend(iter(copy))
    found = {(violation.focus, violation.shape) for violation in check(store)}
    assert sorted(expected - found) == []


def test_the_ontology_labels_every_name_in_both_languages():
    store = ox.Store()
    store.bulk_load(ontology_ttl().encode(), ox.RdfFormat.TURTLE)
    labels = _select(store, "SELECT ?t (LANG(?l) AS ?lang) { ?t rdfs:label ?l }")
    for space, names in known_names().items():
        for name in names:
            for lang in ("ar", "en"):
                assert (ox.NamedNode(space + name), ox.Literal(lang)) in labels, name
    assert len(inverse_names()) == len(_select(store, "SELECT * { ?i owl:inverseOf ?p }"))
    asked = "ag:requestedBaseFrom rdfs:subPropertyOf ag:requestedFrom"
    assert store.query(f"ASK {{ {asked} ; ag:cameo '0233' }}", prefixes=_PREFIXES)
    assert store.query("ASK { ag:metWith a owl:SymmetricProperty }", prefixes=_PREFIXES)


def test_the_data_uses_no_name_that_the_ontology_lacks():
    store = ox.Store()
    store.bulk_load(ontology_ttl().encode(), ox.RdfFormat.TURTLE)
    defined = {term.value for (term,) in _select(store, "SELECT ?t { ?t rdfs:isDefinedBy ?o }")}
    ours = (_PREFIXES["ag"], _PREFIXES["undisputed"])
    for triple in triples(full()):
        for node in (triple.predicate, triple.object):
            if isinstance(node, ox.NamedNode) and node.value.startswith(ours):
                assert node.value in defined


def test_every_field_and_kind_has_its_place_in_the_mapping():
    for model, slots in SLOTS.items():
        fields = set(model.model_fields) - {"id", *(("claim",) if model is Stance else ())}
        assert fields == {slot.field for slot in slots}, model
    assert {individual(kind).value for kind in ActorKind} <= {
        _PREFIXES["ag"] + name for name in known_names()[_PREFIXES["ag"]]
    }
