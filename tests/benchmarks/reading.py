"""Speed, start-up time and memory of the reader, beside a plain spaCy pipeline on the same text.

Run it with `python -m tests.benchmarks.reading`, after `make native` it reads with the compiled
reader, and with the Python in a process beside it; `--profile` prints where the time goes, `--long`
reads lines of 1, 2, 4 and 10 MB, and as much of a newspaper. There are two texts. *Newspaper* is
the seed article, and the articles and the sentences without claims of the development gold, again
and again, each time with other names and years; it has about as many claims as the seed article.
*Dense* is all of the development gold: hardly a sentence without a claim. CPU seconds of one
process count, and they too grow on a busy machine: compare the lines.
"""

import argparse
import cProfile
import gc
import json
import os
import pstats
import re
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import yaml
from actorgraph.graph import source_from_text
from actorgraph.graph.reading import COMPILED
from actorgraph.graph.reading.native import SWITCH
from actorgraph.graph.reading.reader import read
from actorgraph.graph.reading.words.lexicon import load_lexicon

ROOT = Path(__file__).parents[2]
SEEDS = [file.read_text("utf-8") for file in sorted((ROOT / "seeds").glob("*.txt"))]
SIZE = 300_000  # characters
_SENTENCE = re.compile(r"[.؟!\n]+")
# VmHWM is the peak of the program itself; ru_maxrss would tell its parent's.
_START = r"""
import json, re, sys, time
from pathlib import Path
began = time.perf_counter()
{work}
peak = re.search(r"VmHWM:\s+(\d+)", Path("/proc/self/status").read_text()).group(1)
print(json.dumps([time.perf_counter() - began, time.process_time(), int(peak) / 1024]))
"""
_FIRST_CLAIM = """
from actorgraph.graph import source_from_text
from actorgraph.graph.reading.reader import read
assert read(source_from_text("زارت فرنسا تونس.")).claims
"""
_READ = """
from actorgraph.graph import source_from_text
from actorgraph.graph.reading.reader import read
read(source_from_text(sys.stdin.read()))
"""
_SPACY = "import spacy; spacy.blank('ar')('زارت فرنسا تونس.')"


def gold(pattern: str) -> list[str]:
    """Return the texts of the gold files with such a name."""
    files = sorted((ROOT / "tests" / "gold").glob(pattern))
    cases = [case for file in files for case in yaml.safe_load(file.read_text("utf-8"))]
    return [case["text"] for case in cases]


def dense(size: int) -> str:
    """Return about so many characters of the development gold, repeated."""
    text = "\n\n".join([*SEEDS, *gold("dev-*.yaml")])
    return text * max(1, size // len(text))


def newspaper(size: int) -> str:
    """Return so many characters of articles, repeated with other names and years each time."""
    lexicon = load_lexicon()
    pool = sorted((lexicon.given | lexicon.family) - lexicon.forms.keys() - lexicon.names.keys())
    at = {name: n for n, name in enumerate(pool)}
    articles = [*SEEDS, *gold("dev-articles*.yaml"), *gold("dev-nothing*.yaml")]
    words = re.split(r"(\w+)", "\n\n".join(articles))
    text: list[str] = []
    length = copy = 0
    while length < size:
        for word in words:
            other = word
            if word in at:
                other = pool[(at[word] + 7919 * copy) % len(pool)]
            elif len(word) == 4 and word.isascii() and word.isdigit():
                other = str(1900 + (int(word) + copy) % 120)
            text.append(other)
            length += len(other)
        copy += 1
    return "".join(text)[:size]


def timed(work: Callable[[], object]) -> float:
    """Return the CPU seconds of the best of three runs."""
    seconds: list[float] = []
    for _ in range(3):
        gc.collect()
        began = time.process_time()
        work()
        seconds.append(time.process_time() - began)
    return min(seconds)


def seconds_as_python(text: str) -> float:
    """Return the CPU seconds of the best of three readings by the Python, though it is compiled."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.benchmarks.reading", "--seconds"], cwd=ROOT,
        env={**os.environ, SWITCH: "0"}, capture_output=True, check=True, input=text.encode(),
    )  # fmt: skip
    return float(done.stdout)


def report(name: str, text: str, seconds: float) -> None:
    """Print one line: characters and sentences per second."""
    sentences = sum(bool(part.strip()) for part in _SENTENCE.split(text))
    print(
        f"{name:<34} {len(text) / seconds:>12,.0f} characters/s {sentences / seconds:>10,.0f} "
        f"sentences/s  ({len(text):,} characters in {seconds:.2f} s)"
    )


def spacy_pipeline() -> Callable[[str], object] | None:
    """Return spaCy's blank Arabic pipeline with an EntityRuler of our names, if it is installed."""
    try:
        import spacy  # pyright: ignore[reportMissingImports]
    except ImportError:
        return None
    pipeline = spacy.blank("ar")
    pipeline.max_length = 100_000_000
    ruler = pipeline.add_pipe("entity_ruler")
    ruler.add_patterns([{"label": "ACTOR", "pattern": name} for name in load_lexicon().names])
    return pipeline


def fresh(work: str, text: str = "") -> tuple[float, float, float]:
    """Return wall seconds, CPU seconds and peak megabytes of a new process that does this."""
    # An installed package is compiled once, not in every process.
    environment = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    done = subprocess.run(
        [sys.executable, "-c", _START.format(work=work)], env=environment,
        capture_output=True, text=True, check=True, input=text, encoding="utf-8",
    )  # fmt: skip
    wall, cpu, peak = json.loads(done.stdout)
    return wall, cpu, peak


def lengths() -> None:
    """Print the cost of one line of 1, 2, 4 and 10 MB, and of a newspaper of 10 MB."""
    line = re.sub(r"\s+", " ", dense(SIZE)) + " "
    for megabytes in (1, 2, 4, 10):
        long_text(f"one line of {megabytes} MB", line, megabytes)
    long_text("newspaper of 10 MB", newspaper(6_000_000), 10)


def long_text(name: str, text: str, megabytes: int) -> None:
    """Print what a new process takes to read so much of a text, repeated if it is too short."""
    size = megabytes * 1_000_000
    text = (text * (size // len(text.encode()) + 1)).encode()[:size].decode("utf-8", "ignore")
    _, cpu, peak = fresh(_READ, text)
    print(f"{name:<20} {cpu:>8.1f} s {len(text) / cpu:>12,.0f} characters/s {peak:>6.0f} MB")
    sys.stdout.flush()


def main() -> None:
    """Run the benchmark."""
    parser = argparse.ArgumentParser(description="Measure the reader.")
    parser.add_argument("--profile", action="store_true", help="print where the time goes")
    parser.add_argument("--long", action="store_true", help="read texts of up to 10 MB")
    parser.add_argument("--seconds", action="store_true", help="print the time of a text put in")
    options = parser.parse_args()
    if options.seconds:
        source = source_from_text(sys.stdin.buffer.read().decode())
        print(timed(lambda: read(source)))
        return
    if options.long:
        lengths()
        return
    texts = {"newspaper": newspaper(SIZE), "dense": dense(SIZE)}
    if options.profile:
        source = source_from_text(texts["newspaper"])
        read(source)
        with cProfile.Profile() as profile:
            read(source)
        pstats.Stats(profile).sort_stats("tottime").print_stats(25)
        return
    pipeline = spacy_pipeline()
    if pipeline is None:
        print('spaCy is not installed: pip install "actorgraph[bench]" to compare')
    for name, text in texts.items():
        source = source_from_text(text)
        claims = len(read(source).claims)
        print(f"{name}: {1000 * claims / len(text):.1f} claims in 1,000 characters")
        compiled = ", compiled" if COMPILED else ""
        report(f"  actorgraph{compiled}: read", text, timed(lambda source=source: read(source)))
        if COMPILED:
            report("  actorgraph, as Python: read", text, seconds_as_python(text))
        report(
            "  actorgraph: entry and layout", text, timed(lambda text=text: source_from_text(text))
        )
        if pipeline is not None:
            report("  spaCy: tokens and names only", text, timed(lambda text=text: pipeline(text)))
    one_line = re.sub(r"\s+", " ", texts["dense"])
    for share in (4, 1):
        part = source_from_text(one_line[: len(one_line) // share])
        report(f"dense, one line, 1/{share}", part.text, timed(lambda part=part: read(part)))
    starts = [("actorgraph: to the first claim", _FIRST_CLAIM)]
    starts += [("spaCy: to the first tokens", _SPACY)] if pipeline is not None else []
    for name, work in starts:
        fresh(work)  # the first start may compile
        wall, cpu, peak = min(fresh(work) for _ in range(5))
        print(f"{name:<34} {cpu:.2f} s of CPU, {wall:.2f} s in all, {peak:.0f} MB")
    for name, text in texts.items():
        _, cpu, peak = min(fresh(_READ, text) for _ in range(3))
        print(f"{name}, in a new process {cpu:.2f} s of CPU, {peak:.0f} MB")


if __name__ == "__main__":
    main()
