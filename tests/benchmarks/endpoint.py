"""Requests per second and tail latency of the endpoint, alone and beside a heavy query.

    python -m tests.benchmarks.endpoint --triples 100000 --seconds 5

Needs wrk (Debian). The heavy query is asked anew whenever it has been stopped.
"""

import argparse
import re
import subprocess
import sys
import tempfile
import threading
import urllib.error
import urllib.request
from pathlib import Path
from urllib.parse import quote

from actorgraph.exports.rdf import to_turtle

from tests.benchmarks.synthetic import synthetic

SMALL = """SELECT ?o ?quote {
  ?claim rdf:subject actor:khalifa-haftar ; rdf:object ?o ; ag:denial/ag:quote ?quote
} LIMIT 10"""
HEAVY = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"
START = """
import sys
from actorgraph.exports.serve import Limits, serve
serve(sys.argv[1], port=0, workers=int(sys.argv[2]), limits=Limits(seconds=3),
      ready=lambda address, triples: print(address, triples, flush=True))
"""


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--triples", type=int, default=100_000)
    parser.add_argument("--seconds", type=int, default=5)
    parser.add_argument("--connections", type=int, default=4)
    parser.add_argument("--workers", type=int, default=3)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "graph.ttl").write_bytes(to_turtle(synthetic(given.triples // 70)))
        command = [sys.executable, "-c", START, folder, str(given.workers)]
        server = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
        try:
            address, triples = server.stdout.readline().split()
            held = f"{given.workers} workers, {given.connections} connections"
            print(f"{int(triples):,} triples, {held}")
            measure("alone", address, given)
            done = threading.Event()
            beside = threading.Thread(target=keep_busy, args=(address, done))
            beside.start()
            measure("beside a heavy query", address, given)
            done.set()
            beside.join()
        finally:
            server.terminate()
            server.wait(30)


def measure(name, address, given):
    url = f"{address}sparql?query={quote(SMALL)}"
    command = ["wrk", "-t1", f"-c{given.connections}", f"-d{given.seconds}s", "--latency", url]
    text = subprocess.run(command, check=True, capture_output=True, text=True, timeout=60).stdout
    rate = re.search(r"Requests/sec:\s*(\S+)", text)[1]
    tail = ", ".join(" ".join(pair) for pair in re.findall(r"(50%|90%|99%)\s+(\S+)", text))
    wrong = re.search(r"Non-2xx.*", text)
    print(f"{name}: {rate} requests/s; {tail}", wrong[0] if wrong else "")


def keep_busy(address, done):
    while not done.is_set():
        try:
            urllib.request.urlopen(f"{address}sparql?query={quote(HEAVY)}", timeout=30).read()
        except urllib.error.HTTPError as error:
            error.close()


if __name__ == "__main__":
    main()
