"""Speed, start-up time and memory of the reader, beside a plain spaCy pipeline on the same text.

Run it with `python -m tests.benchmarks.reading`; `--profile` prints where the time goes, `--long`
reads lines of 1, 2, 4 and 10 MB. The text is the seed article and the development gold, repeated;
CPU seconds of one process count, and they too grow on a busy machine: compare the lines.
"""

import argparse
import cProfile
import gc
import json
import pstats
import re
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import yaml
from actorgraph.graph import source_from_text
from actorgraph.graph.reading.lexicon import load_lexicon
from actorgraph.graph.reading.reader import read

ROOT = Path(__file__).parents[2]
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
_ONE_LINE = """
from actorgraph.graph import source_from_text
from actorgraph.graph.reading.reader import read
read(source_from_text(sys.stdin.read()))
"""
_SPACY = "import spacy; spacy.blank('ar')('زارت فرنسا تونس.')"


def corpus() -> str:
    """Return the texts, one after another."""
    texts = [file.read_text("utf-8") for file in sorted((ROOT / "seeds").glob("*.txt"))]
    for file in sorted((ROOT / "tests" / "gold").glob("dev-*.yaml")):
        texts += [case["text"] for case in yaml.safe_load(file.read_text("utf-8"))]
    return "\n\n".join(texts)


def timed(work: Callable[[], object]) -> float:
    """Return the CPU seconds of the best of three runs."""
    seconds: list[float] = []
    for _ in range(3):
        gc.collect()
        began = time.process_time()
        work()
        seconds.append(time.process_time() - began)
    return min(seconds)


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
    done = subprocess.run(
        [sys.executable, "-c", _START.format(work=work)],
        capture_output=True, text=True, check=True, input=text, encoding="utf-8",
    )  # fmt: skip
    wall, cpu, peak = json.loads(done.stdout)
    return wall, cpu, peak


def lengths(line: str) -> None:
    """Print the cost of one line of 1, 2, 4 and 10 MB, each in a new process."""
    for megabytes in (1, 2, 4, 10):
        size = megabytes * 1_000_000 // len(line.encode()) + 1
        text = (line * size).encode()[: megabytes * 1_000_000].decode("utf-8", "ignore")
        _, cpu, peak = fresh(_ONE_LINE, text)
        print(
            f"one line of {megabytes:>2} MB {cpu:>8.1f} s {len(text) / cpu:>12,.0f} characters/s "
            f"{peak:>6.0f} MB",
            flush=True,
        )


def main() -> None:
    """Run the benchmark."""
    parser = argparse.ArgumentParser(description="Measure the reader.")
    parser.add_argument("--profile", action="store_true", help="print where the time goes")
    parser.add_argument("--long", action="store_true", help="read lines of up to 10 MB")
    options = parser.parse_args()
    article = corpus()
    if options.long:
        lengths(re.sub(r"\s+", " ", article) + " ")
        return
    long = article * max(1, 300_000 // len(article))
    source = source_from_text(long)
    read(source_from_text(article[:2000]))
    if options.profile:
        with cProfile.Profile() as profile:
            read(source)
        pstats.Stats(profile).sort_stats("tottime").print_stats(25)
        return
    report("actorgraph: read", long, timed(lambda: read(source)))
    one_line = re.sub(r"\s+", " ", long)
    for share in (4, 1):
        part = source_from_text(one_line[: len(one_line) // share])
        report(f"actorgraph: one line, 1/{share}", part.text, timed(lambda part=part: read(part)))
    report("actorgraph: entry and layout", long, timed(lambda: source_from_text(long)))
    pipeline = spacy_pipeline()
    if pipeline is None:
        print('spaCy is not installed: pip install "actorgraph[bench]" to compare')
    else:
        report("spaCy: tokens and names only", long, timed(lambda: pipeline(long)))
    starts = [("actorgraph: to the first claim", _FIRST_CLAIM)]
    starts += [("spaCy: to the first tokens", _SPACY)] if pipeline is not None else []
    for name, work in starts:
        fresh(work)  # the first start may compile
        wall, cpu, peak = min(fresh(work) for _ in range(3))
        print(f"{name:<34} {cpu:.2f} s of CPU, {wall:.2f} s in all, {peak:.0f} MB")
    *_, peak = fresh(_ONE_LINE, long)
    print(f"actorgraph: peak over {len(long):,} characters {peak:.0f} MB")


if __name__ == "__main__":
    main()
