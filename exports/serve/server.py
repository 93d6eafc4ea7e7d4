"""The HTTP side: routes, statuses, headers, and a start that says clearly why it cannot be."""

import contextlib
import socket
from collections.abc import AsyncGenerator, Callable
from importlib.resources import files
from pathlib import Path
from typing import Any

from ...graph.knowledge import RDF_SUFFIXES
from ...schema import MissingExtraError, OutputError
from ..ontology import ontology_ttl
from ..queries import competency_queries
from ..store import rdf_file
from ..terms import prefixes
from .pool import Limits, Pool
from .protocol import MAX_QUERY, ProtocolError, negotiate, offered, read_request

__all__ = ["Limits", "serve"]

_TYPES = {
    ".html": "text/html",
    ".js": "text/javascript",
    ".css": "text/css",
    ".ttl": "text/turtle",
    ".json": "application/json",
    ".csv": "text/csv",
    ".graphml": "application/graphml+xml",
    ".gexf": "application/gexf+xml",
}
_EDITOR = ("editor.html", "editor.js", "editor.css")
_HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Resource-Policy": "same-origin",
}
_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
_LOOPBACK = ("localhost", "127.0.0.1", "[::1]")


def serve(
    out_dir: str | Path,
    host: str = "127.0.0.1",
    port: int = 8080,
    *,
    workers: int = 2,
    limits: Limits | None = None,
    ready: Callable[[str, int], None] | None = None,
) -> None:
    """Answer queries over a folder that `build` wrote, or an RDF file, until interrupted.

    `/sparql` is the endpoint, `/` an editor, `/explore.html` the page. `ready` is called with the
    address and the number of triples once queries are answered. Raises OutputError when the port
    is taken, GraphFileError when there is no graph, MissingExtraError without the extra `serve`.
    """
    try:
        import uvicorn
    except ImportError as error:
        raise MissingExtraError(
            'the endpoint needs starlette and uvicorn: pip install "actorgraph[serve]"'
        ) from error
    file = rdf_file(out_dir)
    listener = _listen(host, port)
    address = f"http://{host if ':' not in host else f'[{host}]'}:{listener.getsockname()[1]}/"
    pool = Pool(str(file), max(1, workers), limits or Limits())
    with listener:

        def started(triples: int) -> None:
            if ready is not None:
                ready(address, triples)

        failures: list[Exception] = []
        app = application(pool, Path(out_dir), host, started, failures.append)
        config = uvicorn.Config(
            app,
            log_level="critical",
            access_log=False,
            server_header=False,
            timeout_graceful_shutdown=5,
            limit_concurrency=200,
        )
        try:
            uvicorn.Server(config).run(sockets=[listener])
        except SystemExit:  # uvicorn's word for a failed start
            raise (failures or [OutputError(f"{address} could not be served")])[0] from None


def application(
    pool: Pool,
    out_dir: Path,
    host: str,
    started: Callable[[int], None],
    failed: Callable[[Exception], None],
) -> Any:
    """Return the ASGI application over a pool, which it starts and closes."""
    from starlette.applications import Starlette
    from starlette.middleware import Middleware
    from starlette.middleware.trustedhost import TrustedHostMiddleware
    from starlette.requests import Request
    from starlette.responses import JSONResponse, RedirectResponse, Response
    from starlette.routing import Route

    async def sparql(request: Request) -> Response:
        method = "GET" if request.method == "HEAD" else request.method
        if method == "GET" and not request.url.query:
            if "text/html" in request.headers.get("accept", ""):
                return RedirectResponse("/")
            return Response(_description(str(request.url)), media_type="text/turtle")
        try:
            body = await _body(request)
            asked = read_request(
                method, request.url.query, request.headers.get("content-type", ""), body
            )
            types = offered(asked.text)
            media = negotiate(request.headers.get("accept", ""), list(types))
            answer = await pool.answer(asked, types[media])
        except ProtocolError as error:
            headers = _HEADERS | ({"Retry-After": "5"} if error.status == 503 else {})
            return Response(f"{error}\n", error.status, headers, "text/plain")
        return Response(answer, 200, _HEADERS | {"Vary": "Accept"}, media)

    async def asset(request: Request) -> Response:
        name = request.path_params.get("name") or "editor.html"
        if name in _EDITOR:
            data = files(__package__ or "").joinpath(name).read_bytes()
            headers = _HEADERS | {"Content-Security-Policy": _POLICY}
            return Response(data, 200, headers, _TYPES[Path(name).suffix])
        file = out_dir / name
        known = Path(name).suffix in (*_TYPES, *RDF_SUFFIXES) and not name.startswith(".")
        if not known or not out_dir.is_dir() or not file.is_file() or file.is_symlink():
            return Response("there is no such page here\n", 404, _HEADERS, "text/plain")
        media = _TYPES.get(file.suffix, "application/octet-stream")
        return Response(file.read_bytes(), 200, _HEADERS, media)

    async def editor(_: Request) -> Response:
        known = {
            "queries": [query._asdict() for query in competency_queries().values()],
            "prefixes": prefixes(pool.base),
            "explore": (out_dir / "explore.html").is_file(),
        }
        return JSONResponse(known, 200, _HEADERS)

    async def ontology(_: Request) -> Response:
        return Response(ontology_ttl(), 200, _HEADERS, "text/turtle")

    @contextlib.asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncGenerator[None, None]:
        try:
            try:
                started(await pool.start())
            except Exception as error:
                failed(error)
                raise
            yield
        finally:
            await pool.close()

    # A page elsewhere must not reach this endpoint under a name of its own (DNS rebinding).
    hosts = [*_LOOPBACK, host] if host in ("127.0.0.1", "::1", "localhost") else ["*"]
    return Starlette(
        routes=[
            Route("/sparql", sparql, methods=["GET", "POST"]),
            Route("/sparql/", sparql, methods=["GET", "POST"]),
            Route("/editor.json", editor),
            Route("/ontology.ttl", ontology),
            Route("/", asset),
            Route("/{name}", asset),
        ],
        middleware=[Middleware(TrustedHostMiddleware, allowed_hosts=hosts)],
        lifespan=lifespan,
    )


async def _body(request: Any) -> bytes:
    parts: list[bytes] = []
    size = 0
    async for part in request.stream():
        size += len(part)
        if size > MAX_QUERY * 2:
            raise ProtocolError(413, f"the request is longer than {MAX_QUERY * 2} bytes")
        parts.append(part)
    return b"".join(parts)


def _listen(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        return socket.create_server((host, port), family=family)
    except (OSError, OverflowError) as error:
        reason = getattr(error, "strerror", None) or error
        raise OutputError(
            f"cannot listen on {host} port {port} ({reason}); choose another with --port"
        ) from error


def _description(address: str) -> str:
    """Return a SPARQL 1.1 Service Description."""
    return (
        "@prefix sd: <http://www.w3.org/ns/sparql-service-description#> .\n"
        f"<{address}> a sd:Service ;\n"
        f"  sd:endpoint <{address}> ;\n"
        "  sd:supportedLanguage sd:SPARQL11Query ;\n"
        "  sd:resultFormat <http://www.w3.org/ns/formats/SPARQL_Results_JSON> ,\n"
        "    <http://www.w3.org/ns/formats/SPARQL_Results_XML> ,\n"
        "    <http://www.w3.org/ns/formats/SPARQL_Results_CSV> ,\n"
        "    <http://www.w3.org/ns/formats/Turtle> .\n"
    )
