"""The commands."""

import json
import re
import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from ..schema import LookupFailedError, QueryError, RelationClass, Status, json_schema, vocabulary
from .terminal import Screen, raw

app = typer.Typer(
    name="actorgraph",
    help="Read political reporting, Arabic first, into a graph of who did, asked, said and denied "
    "what to whom, with the exact words behind every edge.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


_NAME = re.compile(r"[a-z][a-z-]*")


class Lang(StrEnum):
    """The language of actors' names."""

    ENGLISH = "en"
    ARABIC = "ar"


class TableFormat(StrEnum):
    """The forms of a query's answer."""

    TABLE = "table"
    CSV = "csv"
    JSON = "json"
    TSV = "tsv"
    TURTLE = "turtle"


Out = Annotated[Path, typer.Argument(help="A folder that `build` wrote, or its graph.json.")]
LangOption = Annotated[Lang, typer.Option("--lang", help="The language of actors' names.")]


@app.command()
def build(
    paths: Annotated[
        list[Path],
        typer.Argument(help="Text files (UTF-8), folders with .txt, or saved graphs to merge."),
    ],
    *,
    out: Annotated[Path, typer.Option("--out", "-o", help="The folder to write to.")],
    formats: Annotated[
        list[str] | None,
        typer.Option(
            "--format",
            "-f",
            help="An export to write; may be given again. Default: all usual ones.",
        ),
    ] = None,
    keep_going: Annotated[
        bool, typer.Option("--keep-going", help="Report files that cannot be read, and go on.")
    ] = False,
    lang: LangOption = Lang.ENGLISH,
) -> None:
    """Read texts into a graph and write graph.json and the exports.

    A file NAME.yaml beside NAME.txt gives title, author, publisher, date, language, url, rights.
    """
    from .build import build_graph

    build_graph(Screen(), paths, out, formats, keep_going=keep_going, lang=lang.value)


@app.command()
def show(
    out: Out,
    *,
    actor: Annotated[
        str | None, typer.Option(help="An actor at either end, by any name in any script.")
    ] = None,
    relation: Annotated[
        str | None,
        typer.Option(help="A relation, narrower ones included; see `schema --relations`."),
    ] = None,
    speaker: Annotated[str | None, typer.Option(help="Who says so.")] = None,
    source: Annotated[
        str | None, typer.Option(help="A source's id, or a part of its title.")
    ] = None,
    status: Annotated[Status | None, typer.Option(help="How the claim stands.")] = None,
    lang: LangOption = Lang.ENGLISH,
) -> None:
    """Show claims: who says so, who denies it, and in which words."""
    from ..graph import load
    from ..schema import relation as known_relation
    from .claims import write_claim

    kg = load(out)
    if relation is not None:
        known_relation(relation)
    views = kg.claims(
        actor=actor, predicate=relation, speaker=speaker, source=source, status=status
    )
    screen = Screen()
    for view in views:
        write_claim(screen, kg, view, lang.value, quotes=True)
        screen.line()
    screen.line((f"{len(views)} of {len(kg.views)} claims", "dim"))


@app.command()
def query(
    out: Annotated[Path, typer.Argument(help="A folder that `build` wrote, or an RDF file.")],
    sparql: Annotated[
        str | None,
        typer.Argument(help="SPARQL 1.1, or the name of a ready query; - reads it from stdin."),
    ] = None,
    *,
    format: Annotated[
        TableFormat, typer.Option("--format", "-f", help="The form of the answer.")
    ] = TableFormat.TABLE,
    disk: Annotated[
        Path | None,
        typer.Option("--disk", help="Keep the loaded graph in this folder for the next query."),
    ] = None,
) -> None:
    """Answer a SPARQL query; without one, list the ready ones.

    The prefixes of graph.ttl need no declaring. Examples: actorgraph query out contested; or
    actorgraph query out 'SELECT ?a ?b WHERE { ?a ag:requestedBaseFrom ?b }'
    """
    from ..exports import query as answer
    from ..exports.queries import competency_queries

    ready, screen = competency_queries(), Screen()
    if sparql is None:
        screen.table(["query", "question"], [[q.name, q.question] for q in ready.values()])
        return
    text = sys.stdin.read() if sparql == "-" else sparql
    if not text.strip():
        raise QueryError("the query is empty: write one, such as SELECT * WHERE { ?s ?p ?o }.")
    if _NAME.fullmatch(text.strip()):
        if text.strip() not in ready:
            raise LookupFailedError(f"no ready query {text!r}; choose {', '.join(ready)}")
        text = ready[text.strip()].text
    result = answer(out, text, disk=disk)
    if format is not TableFormat.TABLE:
        raw(result.serialize(format.value))
        return
    rows = [["" if value is None else str(value) for value in row] for row in result.rows]
    screen.table(list(result.columns), rows)
    if screen.tty:
        screen.line((f"{len(rows)} row{'s' * (len(rows) != 1)}", "dim"))


@app.command()
def explain(
    paths: Annotated[list[Path], typer.Argument(help="Text files (UTF-8), or folders with .txt.")],
    *,
    html: Annotated[
        Path | None, typer.Option("--html", help="Write a page to this file instead.")
    ] = None,
) -> None:
    """Show how texts are read: actors, clauses, voices, claims and rules, and what was left out."""
    from .explain import explain_files

    explain_files(Screen(), paths, html)


@app.command()
def schema(
    *,
    relations: Annotated[
        bool, typer.Option("--relations", help="List the relation vocabulary instead.")
    ] = False,
) -> None:
    """Print the JSON Schema of graph.json, or the relation vocabulary."""
    if not relations:
        raw(json.dumps(json_schema(), ensure_ascii=False, indent=2).encode() + b"\n")
        return
    signs = {1: "+", 0: "0", -1: "-"}
    rows = [
        [
            relation.id + ("*" if relation.symmetric else ""),
            relation.relation_class.value,
            signs[relation.sign],
            relation.parent or "",
            relation.label.en,
            relation.label.ar,
        ]
        for relation_class in RelationClass
        for relation in vocabulary().values()
        if relation.relation_class is relation_class
    ]
    Screen().table(["relation", "class", "sign", "kind of", "English", "Arabic"], rows)


@app.command()
def ontology(
    *, shapes: Annotated[bool, typer.Option("--shapes", help="The SHACL shapes instead.")] = False
) -> None:
    """Print the ontology that the RDF exports use, in Turtle."""
    from ..exports import ontology_ttl, shapes_ttl

    raw((shapes_ttl() if shapes else ontology_ttl()).encode())


@app.command()
def validate(
    out: Annotated[Path, typer.Argument(help="A folder that `build` wrote, or an RDF file.")],
) -> None:
    """Check RDF against the shapes; exit code 1 when something is wrong.

    Needs the extra `rdf`: pip install "actorgraph[rdf]".
    """
    from ..exports import validate as check

    report = check(out)
    screen = Screen()
    for line in str(report).split("\n"):
        screen.line(line)
    if not report:
        raise typer.Exit(1)


@app.command()
def serve(
    out: Annotated[Path, typer.Argument(help="A folder that `build` wrote, or an RDF file.")],
    *,
    host: Annotated[str, typer.Option(help="The address to listen on.")] = "127.0.0.1",
    port: Annotated[
        int, typer.Option(min=0, max=65535, help="The port; 0 takes a free one.")
    ] = 8080,
    workers: Annotated[int, typer.Option(min=1, help="How many queries run at a time.")] = 2,
    seconds: Annotated[float, typer.Option(min=0.1, help="How long one query may take.")] = 20.0,
) -> None:
    """Serve the page, a query editor and a read-only SPARQL endpoint until interrupted.

    Needs the extra `serve`: pip install "actorgraph[serve]".
    """
    from ..exports.serve import Limits
    from ..exports.serve import serve as run

    screen = Screen()

    def ready(address: str, triples: int) -> None:
        screen.line(f"{triples:,} triples at {address} (endpoint {address}sparql); Ctrl-C stops it")
        sys.stdout.flush()

    run(out, host, port, workers=workers, limits=Limits(seconds=seconds), ready=ready)
