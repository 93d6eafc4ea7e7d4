"""The commands, as a user runs them: a process, its output and its exit code."""

import csv
import io
import json
import os
import pty
import re
import signal
import subprocess
import sys
import urllib.parse
import urllib.request
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
COMMAND = [sys.executable, "-m", "actorgraph.cli"]


def run(*arguments: str | Path, **options) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*COMMAND, *map(str, arguments)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=120,
        check=False,
        **options,
    )


def drained(terminal: int) -> bytes:
    """Return what a terminal still shows until its other end is closed."""
    output = b""
    try:
        while chunk := os.read(terminal, 65536):
            output += chunk
    except OSError:  # the other end is closed
        pass
    os.close(terminal)
    return output


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("built")
    done = run("build", ROOT / "seeds", "-o", out)
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
    (out / "summary").write_text(done.stdout, "utf-8")
    return out


def test_build_sums_up_what_is_contested_and_what_was_written(built: Path):
    summary = (built / "summary").read_text("utf-8")
    assert summary.startswith("1 source, ")
    assert "requested-base-from: Khalifa Haftar → Russia  contested" in summary
    assert "denies  " in summary.split("Contested")[1]
    for name in ("graph.json", "graph.ttl", "graph.graphml", "claims.csv"):
        assert name in summary
        assert (built / name).stat().st_size > 0
    assert "\x1b" not in summary
    assert "\u200e" not in summary


def test_building_twice_gives_the_same_bytes(built: Path, tmp_path: Path):
    environment = {**os.environ, "PYTHONHASHSEED": "77", "TZ": "Asia/Tokyo", "LC_ALL": "C"}
    done = run("build", ROOT / "seeds", "-o", tmp_path, env=environment)
    assert done.returncode == 0, done.stderr
    for file in tmp_path.iterdir():
        assert file.read_bytes() == (built / file.name).read_bytes(), file.name


def test_show_quotes_the_words_with_who_says_them(built: Path):
    done = run("show", built, "--actor", "حفتر", "--status", "contested", "--lang", "ar")
    assert done.returncode == 0
    assert "requested-base-from: خليفة حفتر → روسيا  contested" in done.stdout
    source = (ROOT / "seeds" / "2018-02-23-haftar-russian-umbrella.ar.txt").read_text("utf-8")
    quotes = [
        line.strip()
        for line in done.stdout.split("\n")
        if line.startswith("    ") and not line.startswith("    from")
    ]
    assert quotes
    assert all(quote in source for quote in quotes)


def test_query_answers_as_table_csv_tsv_and_json(built: Path):
    question = "SELECT ?a ?b WHERE { ?a ag:requestedBaseFrom ?b } ORDER BY ?b"
    table = run("query", built, question).stdout.split("\n")
    assert table[0].split() == ["a", "b"]
    assert "actor:khalifa-haftar  actor:russia" in [
        " ".join(r.split()).replace(" ", "  ") for r in table
    ]
    rows = list(csv.reader(io.StringIO(run("query", built, question, "--format", "csv").stdout)))
    assert rows[0] == ["a", "b"]
    bindings = json.loads(run("query", built, question, "--format", "json").stdout)
    assert len(bindings["results"]["bindings"]) == len(rows) - 1
    assert run("query", built, question, "-f", "tsv").stdout.startswith("?a\t?b\n")
    assert run("query", built, "-", input=question).stdout == run("query", built, question).stdout


def test_query_keeps_the_graph_on_disk_when_asked(built: Path, tmp_path: Path):
    answers = [run("query", built, "contested", "--disk", tmp_path / "s").stdout for _ in "12"]
    assert answers == [run("query", built, "contested").stdout] * 2
    assert (tmp_path / "s" / "CURRENT").is_file()


def test_ready_queries_are_listed_and_answered_by_name(built: Path):
    listed = run("query", built).stdout
    assert "contested" in listed
    assert "?" in listed
    answered = run("query", built, "contested")
    assert answered.returncode == 0, answered.stderr
    assert "requestedBaseFrom" in answered.stdout
    assert "no ready query" in run("query", built, "contsted").stderr


def test_serve_answers_until_it_is_interrupted(built: Path):
    pytest.importorskip("uvicorn")
    with subprocess.Popen(
        [*COMMAND, "serve", str(built), "--port", "0"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout is not None
        line = process.stdout.readline()
        endpoint = re.search(r"endpoint (http://127\.0\.0\.1:\d+/sparql)\)", line)
        assert endpoint is not None, line
        question = urllib.parse.urlencode({"query": "ASK { ?a ag:requestedBaseFrom ?b }"})
        with urllib.request.urlopen(f"{endpoint[1]}?{question}", timeout=30) as answer:
            assert json.load(answer)["boolean"] is True
        process.send_signal(signal.SIGINT)
        _, errors = process.communicate(timeout=30)
    assert process.returncode in (0, 130)
    assert errors == ""


def test_schema_and_vocabulary():
    schema = json.loads(run("schema").stdout)
    assert set(schema["properties"]) == {"sources", "actors", "events", "claims", "stances"}
    listed = run("schema", "--relations").stdout
    assert "requested-base-from" in listed
    assert "met-with*" in listed


def test_the_graph_keeps_the_shapes_and_a_broken_one_exits_1(built: Path, tmp_path: Path):
    pytest.importorskip("pyshacl")
    done = run("validate", built)
    assert done.returncode == 0, done.stdout + done.stderr
    text = (built / "graph.ttl").read_text("utf-8")
    broken = tmp_path / "broken.ttl"
    kept = [line for line in text.split("\n") if "rdf:predicate" not in line]
    assert len(kept) < text.count("\n")
    broken.write_text("\n".join(kept), "utf-8")
    done = run("validate", broken)
    assert done.returncode == 1
    assert "violation" in done.stdout
    broken.write_text("this is no turtle", "utf-8")
    assert run("validate", broken).returncode == 2


def test_the_ontology_and_its_shapes_are_turtle(tmp_path: Path):
    for arguments, says in (([], "owl:Ontology"), (["--shapes"], "sh:NodeShape")):
        done = run("ontology", *arguments)
        assert says in done.stdout
        (tmp_path / "o.ttl").write_text(done.stdout, "utf-8")
        counted = run(
            "query", tmp_path / "o.ttl", "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }", "-f", "csv"
        )
        assert int(counted.stdout.split()[1]) > 100


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["build", "nowhere", "-o", "out"], "nowhere does not exist"),
        (["build", ".", "-o", "out"], "no text found"),
        (["show", "nowhere"], "no such file"),
        (["query", "nowhere", "SELECT * {?s ?p ?o}"], "nowhere"),
        (["query", "nowhere", " "], "the query is empty"),
    ],
)
def test_an_error_is_one_line_and_exit_code_2(tmp_path: Path, arguments: list[str], says: str):
    done = run(*arguments, cwd=tmp_path)
    assert done.returncode == 2
    assert says in done.stderr
    assert done.stderr.count("\n") == 1
    assert done.stdout == ""


def test_errors_with_a_graph_say_what_is_near(built: Path):
    for arguments, says in (
        (["show", built, "--actor", "Hafter"], "did you mean Khalifa Haftar"),
        (["show", built, "--relation", "requested-bases"], "did you mean requested-base-from"),
        (["query", built, "SELECT ?a WHERE { ?a ag:requestedBase ?b }"], "requestedBaseFrom"),
        (["query", built, "SELECT ?a WHERE"], "line 1"),
    ):
        done = run(*arguments)
        assert (done.returncode, done.stderr.count("\n")) == (2, 1), done.stderr
        assert says in done.stderr


def test_a_full_or_forbidden_place_is_an_error_and_no_traceback(tmp_path: Path):
    (tmp_path / "file").write_text("x")
    done = run("build", ROOT / "seeds", "-o", tmp_path / "file")
    assert done.returncode == 2
    assert "in the way" in done.stderr


def test_going_on_past_bad_files(tmp_path: Path):
    (tmp_path / "bad.txt").write_bytes(b"\xff\xfe")
    (tmp_path / "good.txt").write_text("زار أنور السادات القدس عام 1977.", "utf-8")
    assert run("build", tmp_path, "-o", tmp_path / "out").returncode == 2
    assert not (tmp_path / "out").exists()
    done = run("build", tmp_path, "-o", tmp_path / "out", "--keep-going")
    assert done.returncode == 0
    assert "bad.txt" in done.stderr


def test_a_closed_pipe_is_quiet(built: Path):
    with subprocess.Popen(
        [*COMMAND, "schema"], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.read(10)
        process.stdout.close()
        assert process.stderr.read() == b""


def test_ctrl_c_leaves_no_traceback_and_no_half_file(tmp_path: Path):
    sentence = "زار الرئيس المصري أنور السادات القدس عام 1977 وألقى خطابا أمام الكنيست.\n"
    (tmp_path / "long.txt").write_text(sentence * 40_000, "utf-8")
    master, slave = pty.openpty()
    # A shell starts its background jobs deaf to Ctrl-C; so that the test may run as one, mend it.
    heard = "import os, signal, sys; signal.signal(signal.SIGINT, signal.SIG_DFL); "
    heard += "os.execv(sys.argv[1], sys.argv[1:])"
    with subprocess.Popen(
        [sys.executable, "-c", heard, *COMMAND, "build", tmp_path, "-o", tmp_path / "out"],
        stdout=subprocess.PIPE,
        stderr=slave,
        env={**os.environ, "TERM": "xterm-256color"},
    ) as process:
        os.close(slave)
        errors = b""
        while b"reading" not in errors:  # the bar has begun
            errors += os.read(master, 65536)
        process.send_signal(signal.SIGINT)
        errors += drained(master)
    assert process.returncode == 130
    assert b"Traceback" not in errors
    assert not (tmp_path / "out").exists()


def test_on_a_terminal_names_keep_their_places_and_colours_show(built: Path):
    master, slave = pty.openpty()
    environment = {**os.environ, "TERM": "xterm-256color", "COLUMNS": "200"}
    environment.pop("NO_COLOR", None)
    with subprocess.Popen(
        [*COMMAND, "show", str(built), "--status", "contested", "--lang", "ar"],
        stdout=slave,
        env=environment,
    ):
        os.close(slave)
        output = drained(master)
    text = output.decode()
    assert "\x1b[" in text
    assert "خليفة حفتر\u200e" in text


def test_explain_tells_rules_on_the_terminal_and_as_a_page(tmp_path: Path):
    done = run("explain", ROOT / "seeds")
    assert done.returncode == 0, done.stderr
    for part in ("mention", "clause", "voice", "left out", "requested-base-from", "not body text"):
        assert part in done.stdout
    assert "\x1b" not in done.stdout
    page = tmp_path / "why.html"
    assert run("explain", ROOT / "seeds", "--html", page).returncode == 0
    assert page.read_text("utf-8").startswith("<!doctype html>")
    assert run("explain", tmp_path / "none.txt").returncode == 2
