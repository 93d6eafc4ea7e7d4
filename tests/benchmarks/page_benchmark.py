"""How fast the page is at scale, side by side with pyvis, vis-network and sigma in one run.

    npm ci --prefix tests/page             # vis-network 10, sigma 3: for the comparison alone
    python tests/benchmarks/page_benchmark.py

Every page draws the same graph in the same headless Chromium, from a file, with the network cut
off, each in a process of its own that is stopped when it hangs. "first view" is from navigation to
the first drawing; "frames/s" counts animation frames during two seconds of dragging with the mouse
and "longest" is the longest wait between two of them; "CPU/frame" is what all processes of the
browser together spend on one of them, which depends less than the rest on what else the machine
does; the heap is what is in use after a collection. "filter" and "search" are the slowest of
several, from the event to the answer on the page; "redrawn" is until the picture has followed.
sigma alone is given WebGL, since it draws nothing without; what draws it is printed.
"""

import argparse
import hashlib
import itertools
import json
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import numpy as np
from actorgraph.exports.layout import place
from actorgraph.exports.page import json_for_html, write_page
from actorgraph.exports.places import places
from actorgraph.graph import KnowledgeGraph
from actorgraph.schema import Actor, Claim, GraphDocument, Name, PartialDate, Source, Stance, State
from playwright.sync_api import Error, sync_playwright

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))
from tests.exports.browser import FLAGS, chromium_path  # noqa: E402

MODULES = ROOT / "tests" / "page" / "node_modules"
RELATIONS = ("supports", "met-with", "accused", "attacked", "visited", "leads", "rejects", "aids")
# WebGL in software, where there is no GPU; it slows 2D canvases down a lot.
SOFTWARE_GL = ("--use-angle=swiftshader", "--enable-unsafe-swiftshader", "--ignore-gpu-blocklist")
DRAWN = ".stage[data-drawn], [data-bench-drawn]"
RECORDER = """
window.frames_ = [];
const watch = (now) => {
    frames_.push(now);
    if (!window.first_ && document.querySelector(".stage[data-drawn], [data-bench-drawn]"))
        window.first_ = performance.now();
    requestAnimationFrame(watch);
};
requestAnimationFrame(watch);
"""


def made_up_graph(nodes, edges, seed=7, alone=0):
    """A graph with a few well connected actors, one quote a claim, one denial in twenty.

    `alone` more actors have no relations.
    """
    chance = random.Random(seed)
    actors = []
    for i in range(nodes):
        names = (Name(text=f"Actor {i}", lang="en"), Name(text=f"فاعل {i}", lang="ar"))
        if i % 100 == 0:
            actors.append(State(id=f"actor:a{i}", names=names))
        else:
            kind = ("person", "organization", "armed-group", "ministry")[i % 4]
            actors.append(Actor(id=f"actor:a{i}", names=names, kind=kind))
    for i in range(alone):
        names = (Name(text=f"Alone {i}", lang="en"), Name(text=f"وحيد {i}", lang="ar"))
        actors.append(Actor(id=f"actor:alone{i}", names=names, kind="person"))
    claims, rows = {}, []
    while len(claims) < edges:
        a = int(nodes * chance.random() ** 2.2)
        b = int(nodes * chance.random())
        if a != b:
            claim = Claim.of(f"actor:a{a}", chance.choice(RELATIONS), f"actor:a{b}")
            if claim.id not in claims:
                claims[claim.id] = claim
                rows.append((claim, b))
    sources, stances = [], []
    for number, batch in enumerate(
        itertools.batched(rows, 100)
        if sys.version_info >= (3, 12)
        else (rows[i : i + 100] for i in range(0, len(rows), 100))
    ):
        words = [f"قال فاعل {b} إن {c.subject} {c.predicate} {c.object}." for c, b in batch]
        text = "\n".join(words)
        source = Source(
            id=f"source:{number}",
            title=f"مقال {number}",
            date=PartialDate(edtf=f"{1990 + number % 30}-{1 + number % 12:02}"),
            sha256=hashlib.sha256(text.encode()).hexdigest(),
            text=text,
        )
        sources.append(source)
        at = 0
        for i, ((claim, b), sentence) in enumerate(zip(batch, words, strict=True)):
            quote = source.quote(at, at + len(sentence))
            at += len(sentence) + 1
            for kind in ("asserts", "denies") if i % 20 == 0 else ("asserts",):
                stances.append(
                    Stance(
                        id=f"stance:{number}-{i}-{kind}",
                        claim=claim.id,
                        speaker=f"actor:a{b}",
                        kind=kind,
                        evidence=(quote,),
                        rule="made-up",
                    )
                )
    return KnowledgeGraph(
        GraphDocument(
            sources=tuple(sources),
            actors=tuple(actors),
            claims=tuple(claims.values()),
            stances=tuple(stances),
        )
    )


def vis_page(library, data):
    """vis-network with the positions given and physics off, as its maintainers advise at scale."""
    return f"""<!doctype html><meta charset=utf-8><style>#n{{height:95vh}}</style><div id=n></div>
<script>{library}</script><script>const d = {json_for_html(data)};
const net = new vis.Network(document.getElementById("n"), {{
  nodes: new vis.DataSet(d.nodes.map(
    ([id, label, x, y]) => ({{ id, label, x, y, shape: "dot", size: 8 }}))),
  edges: new vis.DataSet(d.edges.map(([from, to], id) => ({{ id, from, to, arrows: "to" }}))) }},
  {{ physics: false, edges: {{ smooth: false }}, interaction: {{ hideEdgesOnDrag: false }} }});
net.once("afterDrawing", () => document.body.dataset.benchDrawn = 1);</script>"""


def sigma_page(sigma, graphology, data):
    """sigma 3 on graphology, with its defaults; it has drawn by the time that its constructor ends.

    Reading a pixel waits for what WebGL still has to do.
    """
    return f"""<!doctype html><meta charset=utf-8><style>#n{{height:95vh}}</style><div id=n></div>
<script>{graphology}</script><script>{sigma}</script><script>const d = {json_for_html(data)};
const g = new graphology.MultiDirectedGraph();
for (const [id, label, x, y] of d.nodes) g.addNode(id, {{ label, x, y, size: 4, color: "#456" }});
for (const [a, b] of d.edges) g.addEdge(a, b, {{ size: 1, color: "#bbb" }});
const s = new Sigma(g, document.getElementById("n"));
for (const gl of Object.values(s.webGLContexts ?? {{}}))
  gl.readPixels(0, 0, 1, 1, gl.RGBA, gl.UNSIGNED_BYTE, new Uint8Array(4));
requestAnimationFrame(() => document.body.dataset.benchDrawn = 1);</script>"""


def pyvis_page(kg, *, physics):
    """Stock pyvis, with its defaults or with positions given."""
    from pyvis.network import Network

    network = Network(cdn_resources="in_line", directed=True, height="900px")
    spots = dict(zip(kg.actors, places(kg).points, strict=False))
    for i, actor in kg.actors.items():
        place = {} if physics else {"x": spots[i][0], "y": spots[i][1]}
        network.nodes.append({"id": i, "label": actor.name(), "shape": "dot", **place})
        network.node_ids.append(i)
    for view in kg.views.values():
        network.edges.append({"from": view.claim.subject, "to": view.claim.object, "arrows": "to"})
    network.toggle_physics(physics)
    hook = "network.once('afterDrawing', () => document.body.dataset.benchDrawn = 1);"
    return network.generate_html().replace("return network;", f"{hook} return network;")


def measure(url, *, limit, gl=False, ours=False):
    """Open a page and drag it about; return its numbers, or what it did not do."""
    flags = [*(f for f in FLAGS if not gl or f != "--disable-gpu"), *(SOFTWARE_GL if gl else ())]
    row = {"load": f"{os.getloadavg()[0]:.1f}"}
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=chromium_path(), args=flags)
        context = browser.new_context(viewport={"width": 1440, "height": 900})
        context.route("http*://**", lambda route: route.abort())
        page = context.new_page()
        page.add_init_script(RECORDER)
        errors = []
        page.on("pageerror", lambda error: errors.append(str(error)))
        try:
            page.goto(url, wait_until="commit", timeout=limit * 1000)
            page.wait_for_selector(DRAWN, state="attached", timeout=limit * 1000)
        except Error:
            return row | {"first view": f"nothing in {limit} s", **_said(errors)}
        page.wait_for_timeout(1500)
        row["first view"] = f"{page.evaluate('window.first_ ?? performance.now()') / 1000:.2f} s"
        session = context.new_cdp_session(page)
        session.send("HeapProfiler.collectGarbage")
        session.send("Performance.enable")
        metrics = session.send("Performance.getMetrics")["metrics"]
        heap = next(m["value"] for m in metrics if m["name"] == "JSHeapUsedSize")
        row["heap"] = f"{heap / 1e6:.0f} MB"
        row |= drag(page) | (asked(page) if ours else {}) | _said(errors)
        if gl:
            row["drawn by"] = page.evaluate(GL_RENDERER)
        browser.close()
    return row


def _said(errors):
    return {"error": errors[0][:60]} if errors else {}


GL_RENDERER = """() => {
    const gl = document.createElement("canvas").getContext("webgl2");
    const info = gl?.getExtension("WEBGL_debug_renderer_info");
    return gl ? gl.getParameter(info ? info.UNMASKED_RENDERER_WEBGL : gl.RENDERER) : "no WebGL";
}"""


def cpu_seconds():
    """Return what this process and all that it started have spent so far."""
    stats = {}
    for folder in Path("/proc").iterdir():
        if folder.name.isdigit():
            try:
                fields = (folder / "stat").read_text().rpartition(")")[2].split()
            except OSError:
                continue  # it has just ended
            stats[int(folder.name)] = (int(fields[1]), int(fields[11]) + int(fields[12]))
    family, grown = {os.getpid()}, True
    while grown:
        more = {pid for pid, (parent, _) in stats.items() if parent in family} - family
        family, grown = family | more, bool(more)
    return sum(stats[pid][1] for pid in family if pid in stats) / os.sysconf("SC_CLK_TCK")


def drag(page, seconds=2.0):
    """Drag the picture to and fro; return frames a second, the longest wait, CPU a frame."""
    x, y = 700, 400
    page.mouse.move(x, y)
    page.mouse.down()
    page.evaluate("frames_.length = 0")
    began, cpu = time.perf_counter(), cpu_seconds()
    step = 0
    while time.perf_counter() - began < seconds:
        step += 1
        page.mouse.move(x + 6 * (step % 60), y + 3 * (step % 40))
    cpu = cpu_seconds() - cpu
    page.mouse.up()
    times = page.evaluate("frames_")
    waits = np.diff(times) if len(times) > 1 else np.array([seconds * 1000])
    return {
        "frames/s": f"{1000 * len(waits) / waits.sum():.0f}",
        "longest": f"{waits.max():.0f} ms",
        "CPU/frame": f"{1000 * cpu / len(waits):.0f} ms",
    }


def asked(page):
    """Return how long filters and searches take; each is left in peace before the next."""
    filtered = page.evaluate("""async () => {
        const times = [], redrawn = [];
        const stage = document.querySelector(".stage");
        for (const name of ["hostile", "hostile", "friendly", "friendly", "hostile", "hostile"]) {
            const box = document.querySelector(`[data-key="tone ${name}"]`);
            const drawn = stage.dataset.drawn;
            const began = performance.now();
            box.click();
            times.push(performance.now() - began);
            while (stage.dataset.drawn === drawn) await new Promise(requestAnimationFrame);
            redrawn.push(performance.now() - began);
            await new Promise((done) => setTimeout(done, 400));
        }
        return [Math.max(...times), Math.max(...redrawn)];
    }""")
    searched = page.evaluate("""async () => {
        const field = document.querySelector(".search");
        const times = [];
        for (const text of ["a", "actor 19", "فاعل 77", "zzz"]) {
            field.value = text;
            const began = performance.now();
            field.dispatchEvent(new Event("input"));
            times.push(performance.now() - began);
            await new Promise((done) => setTimeout(done, 100));
        }
        return Math.max(...times);
    }""")
    return {
        "filter": f"{filtered[0]:.0f} ms",
        "redrawn": f"{filtered[1]:.0f} ms",
        "search": f"{searched:.0f} ms",
    }


def table(rows):
    """Print rows of named numbers under one head."""
    head = list(dict.fromkeys(key for _, row in rows for key in row))
    lines = [["", *head], *([name, *(str(row.get(key, "")) for key in head)] for name, row in rows)]
    widths = [max(len(line[i]) for line in lines) for i in range(len(head) + 1)]
    for line in lines:
        print("  ".join(text.ljust(width) for text, width in zip(line, widths, strict=True)))
    print(flush=True)


def layouts(sizes):
    """Time the layout alone on graphs of these sizes, twice as many edges as nodes."""
    rows = []
    for n in sizes:
        rng = np.random.default_rng(1)
        ends = (rng.integers(0, n, 2 * n), (rng.random(2 * n) ** 3 * n).astype(np.int64))
        wall, cpu = time.perf_counter(), time.process_time()
        place(n, np.column_stack(ends))
        took = {
            "wall": f"{time.perf_counter() - wall:.1f} s",
            "cpu": f"{time.process_time() - cpu:.1f} s",
        }
        rows.append((f"layout of {n:,} nodes", took))
    table(rows)


def pages_of(kg, folder, only_ours):
    """Write each renderer's page of a graph; return name, address, and what `measure` needs."""
    began = time.perf_counter()
    ours = write_page(kg, folder / "explore.html")
    took, size = time.perf_counter() - began, ours.stat().st_size / 1e6
    print(f"explore.html written in {took:.1f} s, {size:.1f} MB", flush=True)
    yield "explore.html", ours.as_uri(), {"ours": True}
    yield (
        "explore.html, every actor drawn",
        f"{ours.as_uri()}#detail={len(kg.actors)}",
        {"ours": True},
    )
    if only_ours:
        return
    spots = places(kg).points
    data = {
        "nodes": [[i, a.name(), *xy] for (i, a), xy in zip(kg.actors.items(), spots, strict=False)],
        "edges": [[v.claim.subject, v.claim.object] for v in kg.views.values()],
    }
    vis = (MODULES / "vis-network/standalone/umd/vis-network.min.js").read_text("utf-8")
    sigma = (MODULES / "sigma/dist/sigma.min.js").read_text("utf-8")
    graphology = (MODULES / "graphology/dist/graphology.umd.min.js").read_text("utf-8")
    for name, text in (
        ("vis-network 10, positions given", vis_page(vis, data)),
        ("sigma 3, positions given", sigma_page(sigma, graphology, data)),
        ("pyvis, positions given", pyvis_page(kg, physics=False)),
        ("pyvis, as it comes", pyvis_page(kg, physics=True)),
    ):
        path = folder / f"{name.split(',')[0]}-{len(text)}.html"
        path.write_text(text, "utf-8")
        yield name, path.as_uri(), {"gl": name.startswith("sigma")}


def in_a_process(url, limit, options):
    """Measure in a process of its own, and end it with its browser when it hangs."""
    job = [sys.executable, __file__, "--measure", json.dumps([url, {"limit": limit, **options}])]
    with subprocess.Popen(job, stdout=subprocess.PIPE, text=True, start_new_session=True) as child:
        try:
            out, _ = child.communicate(timeout=2 * limit + 60)
            return json.loads(out.splitlines()[-1])
        except (subprocess.TimeoutExpired, IndexError):
            os.killpg(child.pid, signal.SIGKILL)
            return {"first view": f"hung for {2 * limit + 60} s, or fell over"}


def main():
    """Run everything and print a table for each size, then one of layouts."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--sizes", type=int, nargs="*", default=[500, 2_000, 20_000])
    parser.add_argument("--limit", type=int, default=60, help="seconds in which to draw something")
    parser.add_argument("--layout", type=int, nargs="*", default=[1_000, 10_000, 100_000])
    parser.add_argument("--only-ours", action="store_true")
    parser.add_argument("--measure", help=argparse.SUPPRESS)
    args = parser.parse_args()
    if args.measure:
        url, options = json.loads(args.measure)
        print(json.dumps(measure(url, **options)))
        return
    if not args.only_ours and not (MODULES / "sigma").exists():
        parser.error("the others are not there: npm ci --prefix tests/page, or --only-ours")
    print(f"{os.cpu_count()} cores, load {os.getloadavg()[0]:.1f} at the start\n")
    for nodes in args.sizes:
        kg = made_up_graph(nodes, 2 * nodes)
        with tempfile.TemporaryDirectory() as folder:
            rows = [
                (name, in_a_process(url, args.limit, options))
                for name, url, options in pages_of(kg, Path(folder), args.only_ours)
            ]
        drawn_by = {row.pop("drawn by") for _, row in rows if "drawn by" in row}
        print(f"{nodes:,} actors, {2 * nodes:,} claims")
        table(rows)
        for name in drawn_by:
            print(f"WebGL for sigma: {name}")
            if "swiftshader" in name.lower():
                print("That is software: nothing here says how fast sigma is with a GPU.")
        print()
    layouts(args.layout)


if __name__ == "__main__":
    main()
