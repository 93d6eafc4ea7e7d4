"""The files against tools that others wrote; a tool that is missing is said, and skipped."""

import functools
import json
import os
import re
import shutil
import subprocess
import zipfile
from pathlib import Path

import networkx as nx
import pyoxigraph as ox
import pytest
import rdflib
from actorgraph.exports import ontology_ttl, shapes_ttl, write_all
from actorgraph.graph import build
from hypothesis import HealthCheck, Phase, given, settings

from tests.exports.full import full
from tests.exports.graphs import documents
from tests.sample import HAFTAR, sample

XSD = Path(__file__).parent / "xsd"
SEEDS = Path(__file__).parents[2] / "seeds"
JARS = Path("/usr/share/java")
_JENA = """
jena-arq jena-base jena-cmds jena-core jena-dboe-base jena-dboe-index jena-dboe-storage
jena-dboe-trans-data jena-dboe-transaction jena-iri jena-rdfconnection jena-shacl jena-shex
jena-tdb jena-tdb2 slf4j-api slf4j-nop thrift commons-cli commons-compress commons-codec
commons-csv commons-io commons-lang3 gson httpclient httpcore jsonld-java protobuf jackson-core
jackson-databind jackson-annotations guava dexx.collection
"""


def _tool(name):
    return pytest.mark.skipif(shutil.which(name) is None, reason=f"{name} is not installed")


def _run(*command, **options):
    return subprocess.run(
        [str(part) for part in command],
        check=True,
        capture_output=True,
        text=True,
        timeout=120,
        **options,
    )


def _hostile():
    """Return one graph that hypothesis made of hostile text, the same at each run."""
    made = []

    @settings(
        max_examples=30,
        derandomize=True,
        database=None,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(documents())
    def collect(kg):
        made.append(kg)

    collect()
    return max(made, key=lambda kg: len(kg.to_json()))


@pytest.fixture(scope="module")
def folders(tmp_path_factory):
    """Folders of every export of four graphs: sample, full, hostile, and the seed article's."""
    graphs = {"sample": sample(), "full": full(), "hostile": _hostile(), "seed": build(SEEDS)}
    made = {}
    formats = ["turtle", "trig", "nquads", "jsonld", "graphml", "gexf", "csv"]
    for name, kg in graphs.items():
        made[name] = tmp_path_factory.mktemp(name)
        write_all(kg, made[name], formats)
    (made["full"] / "ontology.ttl").write_text(ontology_ttl(), "utf-8")
    (made["full"] / "shapes.ttl").write_text(shapes_ttl(), "utf-8")
    return made


def _turtle_files(folders):
    return [file for folder in folders.values() for file in sorted(folder.glob("*.ttl"))]


def _count(file):
    return sum(1 for _ in ox.parse(path=str(file)))


@_tool("rapper")
def test_rapper_counts_the_same_triples_without_a_warning(folders):
    for file in _turtle_files(folders):
        done = _run("rapper", "--count", "--input", "turtle", file)
        assert "warning" not in done.stderr.lower()
        assert f"returned {_count(file)} triples" in done.stderr


@_tool("serdi")
def test_serdi_counts_the_same_triples_without_a_warning(folders):
    for file in _turtle_files(folders):
        done = _run("serdi", file)
        assert done.stderr == ""
        assert done.stdout.count(" .\n") == _count(file)


@pytest.mark.filterwarnings("ignore:.*deprecated:DeprecationWarning")  # of its own parsers
def test_rdflib_counts_the_same_triples_in_every_format(folders):
    for folder in folders.values():
        if folder is folders["hostile"]:
            continue  # rdflib merges what differs in the case of a language tag only
        assert len(rdflib.Graph().parse(folder / "graph.ttl")) == _count(folder / "graph.ttl")
        for name in ("graph.jsonld", "graph.nq", "graph.trig"):
            quads = rdflib.Dataset().parse(folder / name).quads()
            assert sum(1 for _ in quads) == _count(folder / name), name


@functools.cache
def _class_path():
    """Return Jena's class path, with the messages that Debian's jar keeps in the wrong folder."""
    jars = [JARS / f"{name}.jar" for name in _JENA.split() if (JARS / f"{name}.jar").exists()]
    return os.pathsep.join(map(str, jars))


@pytest.fixture(scope="module")
def jena(tmp_path_factory):
    if shutil.which("java") is None or not (JARS / "jena-core.jar").exists():
        pytest.skip("Jena is not installed (Debian: libapache-jena-java, default-jre-headless)")
    messages = tmp_path_factory.mktemp("messages")
    with zipfile.ZipFile(JARS / "jena-core.jar") as jar:
        for name in jar.namelist():
            if name.endswith(".properties") and "/ext/xerces/" in name:
                target = messages / name.replace("org/apache/jena/ext/", "")
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(jar.read(name))
    path = f"{messages}{os.pathsep}{_class_path()}"
    return lambda *arguments: _run("java", "-Xmx512m", "-cp", path, *arguments)


def test_jena_counts_the_same_triples_without_a_warning(folders, jena):
    files = _turtle_files(folders)
    datasets = [folder / name for folder in folders.values() for name in ("graph.nq", "graph.trig")]
    done = jena("riotcmd.riot", "--count", *files, *datasets)
    assert not re.search(r"\b(WARN|ERROR)\b", done.stdout + done.stderr)
    counted = re.findall(r"(?:Triples|Quads) = ([\d,]+)", done.stdout + done.stderr)
    assert [int(number.replace(",", "")) for number in counted] == [
        _count(file) for file in [*files, *datasets]
    ]
    for name in ("sample", "seed"):
        valid = jena("riotcmd.riot", "--validate", folders[name] / "graph.ttl")
        assert not re.search(r"\b(WARN|ERROR)\b", valid.stdout + valid.stderr)


def test_jena_finds_the_shapes_kept_and_a_broken_status(folders, jena, tmp_path):
    shapes = folders["full"] / "shapes.ttl"
    for name in ("full", "seed"):
        data = folders[name] / "graph.ttl"
        done = jena("shacl.shacl", "validate", "--shapes", shapes, "--data", data)
        assert re.search(r"sh:conforms\s+true", done.stdout), done.stdout[-3000:]
    text = (folders["full"] / "graph.ttl").read_text("utf-8")
    broken = tmp_path / "broken.ttl"
    broken.write_text(text.replace("ag:status ag:Contested", "ag:status ag:Asserted"), "utf-8")
    done = jena("shacl.shacl", "validate", "--shapes", shapes, "--data", broken)
    assert re.search(r"sh:conforms\s+false", done.stdout)
    assert "rule-status" in done.stdout


@_tool("xmllint")
@pytest.mark.parametrize("name", ["graphml", "gexf"])
def test_the_xml_keeps_its_schema(folders, name):
    for folder in folders.values():
        _run(
            "xmllint",
            "--noout",
            "--nonet",
            "--schema",
            XSD / f"{name}.xsd",
            folder / f"graph.{name}",
        )


def test_networkx_reads_both_with_parallel_edges_and_arabic(folders):
    for read, name in ((nx.read_graphml, "graph.graphml"), (nx.read_gexf, "graph.gexf")):
        graph = read(folders["sample"] / name)
        assert graph.is_multigraph()
        assert graph.number_of_edges() == sample().graph.number_of_edges()
        assert graph.number_of_nodes() == sample().graph.number_of_nodes()
        assert graph.nodes[HAFTAR]["label_ar"] == "خليفة حفتر"


_GRAPHOLOGY = """
const fs = require("fs");
const { MultiDirectedGraph } = require("graphology");
const readers = { gexf: require("graphology-gexf"), graphml: require("graphology-graphml") };
const found = {};
for (const [name, reader] of Object.entries(readers)) {
  const text = fs.readFileSync(`${process.argv[1]}/graph.${name}`, "utf8");
  const graph = reader.parse(MultiDirectedGraph, text);
  found[name] = [graph.order, graph.size, graph.getNodeAttribute(process.argv[2], "label_ar")];
}
console.log(JSON.stringify(found));
"""


@_tool("node")
def test_graphology_reads_both_with_parallel_edges_and_arabic(folders):
    known = subprocess.run(
        ["node", "-e", "for (const n of ['graphology', 'graphology-gexf', 'graphology-graphml']) "
         "require.resolve(n)"], capture_output=True, timeout=30, check=False
    )  # fmt: skip
    if known.returncode:
        pytest.skip("graphology, graphology-gexf and graphology-graphml are not on NODE_PATH (npm)")
    done = _run("node", "-e", _GRAPHOLOGY, folders["sample"], HAFTAR)
    kg = sample().graph
    expected = [kg.number_of_nodes(), kg.number_of_edges(), "خليفة حفتر"]
    assert json.loads(done.stdout) == {"gexf": expected, "graphml": expected}


def test_dates_are_on_the_timeline_of_gephi(folders):
    graph = nx.read_gexf(folders["sample"] / "graph.gexf")
    dated = [data for *_, data in graph.edges(data=True) if data.get("start")]
    assert {data["start"] for data in dated} >= {"2018-02-23", "2015-01-01"}


def test_the_csv_has_the_header_that_neo4j_reads(folders):
    header = (folders["sample"] / "nodes.csv").read_text("utf-8").splitlines()[0].split(",")
    assert header[0] == "id:ID"
    assert header[-1] == ":LABEL"
    header = (folders["sample"] / "edges.csv").read_text("utf-8").splitlines()[0].split(",")
    assert {":START_ID", ":END_ID", ":TYPE", "sign:int", "speakers:string[]", "first:date"} <= set(
        header
    )
