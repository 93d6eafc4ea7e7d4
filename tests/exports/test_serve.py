"""The endpoint over real HTTP: a server process, raw requests, and the clients that people use."""

import http.client
import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from urllib.parse import quote, urlencode

import pytest
import rdflib
from actorgraph.exports.queries import competency_queries
from actorgraph.exports.rdf import to_nquads, to_turtle
from actorgraph.exports.serve import serve
from actorgraph.exports.serve.protocol import ProtocolError, negotiate, refuse_remote
from actorgraph.schema import GraphFileError, OutputError
from rdflib.plugins.stores.sparqlstore import SPARQLStore
from SPARQLWrapper import CSV, JSON, POST, TURTLE, XML, SPARQLWrapper

from tests.exports.full import full
from tests.sample import sample

# The graphs that the W3C's protocol tests ask for.
DATA = "http://kasei.us/2009/09/sparql/data/data{}.rdf"
TYPE = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>"
HEAVY = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
FORM = "application/x-www-form-urlencoded"
DIRECT = "application/sparql-query"
_START = """
import sys
from actorgraph.exports.serve import Limits, serve
path, port = sys.argv[1], int(sys.argv[2])
serve(path, port=port, limits=Limits(seconds=2, rows=60, megabytes=400),
      ready=lambda address, triples: print(address, triples, flush=True))
"""


class Server:
    def __init__(self, path):
        with socket.create_server(("127.0.0.1", 0)) as free:
            self.port = free.getsockname()[1]
        command = [sys.executable, "-c", _START, str(path), str(self.port)]
        self.process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
        self.greeting = self.process.stdout.readline()
        self.url = f"http://127.0.0.1:{self.port}"
        self.endpoint = f"{self.url}/sparql"

    def ask(self, method, path, body=None, headers=None):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        try:
            connection.request(method, path, body, headers or {})
            response = connection.getresponse()
            return response.status, response.read(), response.headers
        finally:
            connection.close()

    def get(self, query, accept="application/sparql-results+json"):
        return self.ask("GET", f"/sparql?query={quote(query)}", headers={"Accept": accept})

    def stop(self):
        self.process.send_signal(signal.SIGINT)
        code = self.process.wait(timeout=30)
        self.process.stdout.close()
        return code


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    folder = tmp_path_factory.mktemp("out")
    graphs = "".join(
        f"<{DATA.format(n)}> {TYPE} <http://kasei.us/Type> <{DATA.format(n)}> .\n"
        for n in (1, 2, 3)
    )
    (folder / "graph.nq").write_bytes(to_nquads(sample()) + graphs.encode())
    running = Server(folder / "graph.nq")
    yield running
    running.stop()


def _data(*numbers, kind="default"):
    return urlencode([(f"{kind}-graph-uri", DATA.format(n)) for n in numbers])


def _typed(n):
    return f"<{DATA.format(n)}> a ?type"


_BOTH = f"ASK {{ {_typed(1)} . {_typed(2)} . }}"
_NAMED = f"ASK {{ GRAPH ?g1 {{ {_typed(1)} }} GRAPH ?g2 {{ {_typed(2)} }} }}"
_FULL = f"ASK {{ {_typed(3)} GRAPH ?g1 {{ {_typed(1)} }} GRAPH ?g2 {{ {_typed(2)} }} }}"

# The requests of the query tests in the W3C's SPARQL 1.1 protocol manifest
# (http://www.w3.org/2009/sparql/docs/tests/data-sparql11/protocol/manifest), written out here:
# name, method, query string, content type, body, expected ("true", "false", a kind, or "4xx").
W3C = [
    ("query_post_form", "POST", _data(0), FORM, "query=ASK%20%7B%7D", "true"),
    ("query_dataset_default_graphs_get", "GET", urlencode({"query": _BOTH}) + "&" + _data(1, 2),
     None, None, "true"),
    ("query_dataset_default_graphs_post", "POST", _data(1, 2), DIRECT, _BOTH, "true"),
    ("query_dataset_named_graphs_post", "POST", _data(1, 2, kind="named"), DIRECT, _NAMED, "true"),
    ("query_dataset_named_graphs_get", "GET",
     urlencode({"query": _NAMED}) + "&" + _data(1, 2, kind="named"), None, None, "true"),
    ("query_dataset_full", "POST", _data(3) + "&" + _data(1, 2, kind="named"), DIRECT, _FULL,
     "true"),
    ("query_multiple_dataset", "POST", _data(2), DIRECT,
     f"ASK FROM <{DATA.format(1)}> {{ <{DATA.format(1)}> ?p ?o }}", "false"),
    ("query_get", "GET", "query=ASK%20%7B%7D&" + _data(0), None, None, "true"),
    ("query_content_type_select", "GET", "query=SELECT%20%28%22foo%22%20AS%20%3Fvalue%29%20%7B%7D",
     None, None, "application/sparql-results+json"),
    ("query_content_type_ask", "GET", "query=ASK%20%7B%7D", None, None,
     "application/sparql-results+json"),
    ("query_content_type_describe", "GET",
     "query=DESCRIBE%20%3Chttp%3A%2F%2Fexample.org%2F%3E", None, None, "text/turtle"),
    ("query_content_type_construct", "GET",
     "query=CONSTRUCT%20%7B%20%3Cs%3E%20%3Cp%3E%201%20%7D%20WHERE%20%7B%7D", None, None,
     "text/turtle"),
    ("query_post_direct", "POST", "", DIRECT, "ASK {}", "true"),
    ("bad_query_method", "PUT", "query=ASK%20%7B%7D", None, None, "4xx"),
    ("bad_multiple_queries", "GET", "query=ASK%20%7B%7D&query=SELECT%20%2A%20%7B%7D", None, None,
     "4xx"),
    ("bad_query_wrong_media_type", "POST", "", "text/plain", "ASK {}", "4xx"),
    ("bad_query_missing_form_type", "POST", "", None, "query=ASK%20%7B%7D", "4xx"),
    ("bad_query_missing_direct_type", "POST", "", None, "ASK {}", "4xx"),
    ("bad_query_non_utf8", "POST", "", DIRECT + "; charset=UTF-16", "ASK {}".encode("utf-16"),
     "4xx"),
    ("bad_query_syntax", "GET", "query=ASK%20%7B", None, None, "4xx"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("method", "query", "media", "body", "expected"),
    [row[1:] for row in W3C],
    ids=[r[0] for r in W3C],
)
def test_the_query_tests_of_the_w3c(server, method, query, media, body, expected):
    path = "/sparql/" + ("?" + query if query else "")
    status, answer, headers = server.ask(
        method, path, body, {} if media is None else {"Content-Type": media}
    )
    if expected == "4xx":
        assert 400 <= status < 500
        return
    assert 200 <= status < 400, answer
    if expected in ("true", "false"):
        assert json.loads(answer)["boolean"] is (expected == "true")
    else:
        assert headers["content-type"].startswith(expected)


@pytest.mark.parametrize(
    ("query", "accept", "media"),
    [
        ("SELECT * { ?s ag:status ?o }", "text/csv", "text/csv"),
        ("SELECT * { ?s ag:status ?o }", "text/xml", "text/xml"),
        ("SELECT * { ?s ag:status ?o }", "text/html, */*;q=0.1", "application/sparql-results+json"),
        ("CONSTRUCT { ?s a ?o } { ?s a ?o } LIMIT 3", "application/ld+json", "application/ld+json"),
        ("DESCRIBE actor:russia", "application/rdf+xml", "application/rdf+xml"),
        ("DESCRIBE actor:libya", "text/plain;q=0.5, text/turtle;q=0.4", "text/plain"),
    ],
)  # fmt: skip
def test_the_answer_comes_in_the_form_asked_for(server, query, accept, media):
    status, body, headers = server.get(query, accept)
    assert status == 200, body
    assert headers["content-type"].startswith(media)
    assert headers["vary"] == "Accept"


@pytest.mark.parametrize(
    ("status", "method", "path", "body", "headers"),
    [
        (406, "GET", "/sparql?query=ASK%7B%7D", None, {"Accept": "image/png"}),
        (400, "GET", "/sparql?query=", None, {}),
        (400, "GET", "/sparql?query=ASK%7B%3Fs%20ag%3AsaysSo%20%3Fo%7D", None, {}),
        (400, "GET", "/sparql?query=%ff", None, {}),
        (400, "GET", "/sparql?quer=ASK%7B%7D", None, {}),
        (403, "POST", "/sparql", "update=CLEAR%20ALL", {"Content-Type": FORM}),
        (403, "POST", "/sparql", "CLEAR ALL", {"Content-Type": "application/sparql-update"}),
        (403, "POST", "/sparql", "update=LOAD%20%3Cfile%3A%2F%2F%2Fx%3E", {"Content-Type": FORM}),
        (405, "DELETE", "/sparql", None, {}),
        (413, "POST", "/sparql", "query=" + "a" * 3_000_000, {"Content-Type": FORM}),
        (415, "POST", "/sparql", "ASK {}", {"Content-Type": "application/json"}),
        (400, "GET", "/sparql?query=ASK%7B%7D", None, {"Host": "evil.example"}),
        (404, "GET", "/..%2f..%2fetc%2fpasswd", None, {}),
        (404, "GET", "/nothing.html", None, {}),
    ],
)  # fmt: skip
def test_what_is_refused_is_refused_with_its_status(server, status, method, path, body, headers):
    assert server.ask(method, path, body, headers)[0] == status


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }",
        "SELECT * { service silent <http://127.0.0.1:1/> { ?s ?p ?o } }",
        "SELECT * { \\u0053ERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }",
        "SELECT * { BIND('it''s' AS ?x) # '\n SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }",
        "SELECT * { ?a <?b#> ?c . SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }",
    ],
)
def test_no_query_calls_another_server(server, query):
    assert server.get(query)[0] == 403


def test_the_word_service_may_be_spoken_of(server):
    query = "SELECT ?service { ?service ag:quote ?q FILTER(CONTAINS(?q, 'SERVICE')) } # SERVICE"
    assert server.get(query)[0] == 200
    with pytest.raises(ProtocolError):
        refuse_remote("ASK { SERVICE ?s {} }")


def test_from_reads_no_file(server):
    for clause in ("FROM", "FROM NAMED"):
        status, body, _ = server.get(f"SELECT * {clause} <file:///etc/passwd> {{ ?s ?p ?o }}")
        assert status == 200
        assert json.loads(body)["results"]["bindings"] == []


def test_an_answer_is_whole_or_refused(server):
    status, body, _ = server.get("SELECT * { ?s ?p ?o }")
    assert (status, b"more than 60 rows" in body) == (400, True)
    assert server.get("SELECT * { ?s ?p ?o } LIMIT 60")[0] == 200


def test_a_query_without_end_is_stopped_and_small_ones_go_on(server):
    heavy = http.client.HTTPConnection("127.0.0.1", server.port, timeout=60)
    heavy.request("GET", f"/sparql?query={quote(HEAVY)}")
    for _ in range(10):
        assert server.get("ASK { ?s ag:status ag:Contested }")[0] == 200
    response = heavy.getresponse()
    assert response.status == 503
    assert b"took longer than 2 s" in response.read()
    assert response.headers["retry-after"]
    heavy.close()
    assert server.get("ASK {}")[0] == 200


def test_a_query_that_wants_all_memory_is_stopped(server):
    words = "CONCAT(STR(?a), STR(?c), STR(?f), STR(?i))"
    greedy = f"SELECT (GROUP_CONCAT({words}) AS ?x) {{ ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }}"
    assert server.get(greedy)[0] == 503
    for _ in range(4):
        assert server.get("ASK {}")[0] == 200


def test_every_competency_query_is_answered(server):
    for query in competency_queries().values():
        status, body, _ = server.get(query.text)
        ours = sample().query(query.text)
        assert status == 200, body
        assert len(json.loads(body)["results"]["bindings"]) == len(ours)


def test_sparqlwrapper(server):
    client = SPARQLWrapper(server.endpoint)
    client.setQuery(
        "PREFIX ag: <https://w3id.org/actorgraph/ns#> SELECT ?c { ?c ag:status ag:Contested }"
    )
    for method in ("GET", POST):
        client.setMethod(method)
        for form in (JSON, XML, CSV):
            client.setReturnFormat(form)
            answer = client.query().convert()
            text = answer.toxml() if form is XML else str(answer)
            assert "claim/" in text
    client.setQuery("CONSTRUCT { ?s a ?o } WHERE { ?s a ?o } LIMIT 2")
    client.setReturnFormat(TURTLE)
    assert len(rdflib.Graph().parse(data=client.query().convert(), format="turtle")) == 2


def test_rdflib_reads_it_as_a_store(server):
    graph = rdflib.Graph(SPARQLStore(server.endpoint))
    ag = rdflib.Namespace("https://w3id.org/actorgraph/ns#")
    contested = list(graph.subjects(ag.status, ag.Contested))
    assert len(contested) == 1
    quotes = graph.query("SELECT ?q { ?c ag:denial/ag:quote ?q }", initNs={"ag": ag})
    assert [row.q.language for row in quotes] == ["ar"]


@pytest.mark.skipif(shutil.which("curl") is None, reason="curl is not installed")
def test_curl(server):
    command = ["curl", "-sS", "--fail", "-H", "Accept: text/csv", "--data-urlencode",
               "query=SELECT (COUNT(*) AS ?n) { ?c a ag:Claim }", server.endpoint]  # fmt: skip
    answer = subprocess.run(command, check=True, capture_output=True, text=True, timeout=30)
    assert answer.stdout.split() == ["n", str(len(sample().views))]


def test_the_editor_and_the_files_of_the_folder_are_served(tmp_path):
    (tmp_path / "graph.ttl").write_bytes(to_turtle(full()))
    (tmp_path / "secret.key").write_text("hidden")
    running = Server(tmp_path)
    try:
        status, body, headers = running.ask("GET", "/")
        assert (status, headers["content-type"]) == (200, "text/html; charset=utf-8")
        assert "default-src 'none'" in headers["content-security-policy"]
        assert b"http://" not in body
        assert b"https://" not in body
        for name in ("editor.js", "editor.css", "graph.ttl", "ontology.ttl", "editor.json"):
            assert running.ask("GET", f"/{name}")[0] == 200, name
        assert running.ask("GET", "/secret.key")[0] == 404
        assert running.ask("GET", "/sparql", headers={"Accept": "text/turtle"})[0] == 200
        assert running.ask("GET", "/sparql", headers={"Accept": "text/html"})[0] == 307
    finally:
        running.stop()


def _children(pid):
    found = subprocess.check_output(["ps", "-o", "pid=", "--ppid", str(pid)], text=True)
    return [int(line) for line in found.split()]


@pytest.mark.skipif(shutil.which("ps") is None, reason="ps is not installed")
def test_it_stops_when_told_and_leaves_no_process_behind(tmp_path):
    (tmp_path / "graph.ttl").write_bytes(to_turtle(full()))
    running = Server(tmp_path)
    workers = _children(running.process.pid)
    assert len(workers) == 2
    heavy = http.client.HTTPConnection("127.0.0.1", running.port, timeout=60)
    heavy.request("GET", f"/sparql?query={quote(HEAVY)}")
    running.stop()
    heavy.close()
    for pid in workers:
        for _ in range(50):
            if not _alive(pid):
                break
            time.sleep(0.1)
        assert not _alive(pid)


def _alive(pid):
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


def test_a_taken_port_is_said_clearly(tmp_path):
    (tmp_path / "graph.ttl").write_bytes(to_turtle(full()))
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(OutputError, match=f"port {port}.*choose another with --port"):
            serve(tmp_path, port=port)


def test_a_missing_or_broken_graph_is_said_clearly(tmp_path):
    # In a thread of its own: a browser driven by other tests keeps a loop running in this one.
    with ThreadPoolExecutor(1) as elsewhere:
        with pytest.raises(GraphFileError, match="no such file"):
            elsewhere.submit(serve, tmp_path, port=0).result()
        (tmp_path / "graph.ttl").write_text("<a:b> <a:c>")
        with pytest.raises(GraphFileError, match="not sound RDF"):
            elsewhere.submit(serve, tmp_path, port=0).result()


def test_the_best_type_wins_and_the_first_on_a_tie():
    types = ["a/x", "a/y", "b/z"]
    assert negotiate("", types) == "a/x"
    assert negotiate("b/z, a/*;q=0.9", types) == "b/z"
    assert negotiate("*/*, a/x;q=0", types) == "a/y"
    with pytest.raises(ProtocolError):
        negotiate("c/d", types)
