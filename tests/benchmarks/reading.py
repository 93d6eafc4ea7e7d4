"""Speed, start-up time and memory of the reader, beside a plain spaCy pipeline on the same text.

Run it with `python -m tests.benchmarks.reading`; `--profile` prints where the time goes. The text
is the seed article and the development gold, repeated; CPU seconds of one process count.
"""

import argparse
import cProfile
import gc
import json
import pstats
import re
import resource
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
_START_UP = (
    "import time; began = time.perf_counter()\n"
    "from actorgraph.graph import source_from_text\n"
    "from actorgraph.graph.reading.reader import read\n"
    "read(source_from_text('زار أنور السادات القدس.'))\n"
    "import json, resource\n"
    "print(json.dumps([time.perf_counter() - began, "
    "resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024]))"
)


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


def main() -> None:
    """Run the benchmark."""
    parser = argparse.ArgumentParser(description="Measure the reader.")
    parser.add_argument("--profile", action="store_true", help="print where the time goes")
    options = parser.parse_args()
    article = corpus()
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
    done = subprocess.run(
        [sys.executable, "-c", _START_UP], capture_output=True, text=True, check=True
    )
    seconds, megabytes = json.loads(done.stdout)
    print(f"start-up to the first claim {seconds:.2f} s, {megabytes:.0f} MB")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"peak of this process {peak:.0f} MB")


if __name__ == "__main__":
    main()
