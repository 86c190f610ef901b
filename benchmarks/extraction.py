"""How long the facts of one article take, how long starting takes, and how much memory.

    python benchmarks/extraction.py [--peer PYTHON] [--runs N]

The texts are the project's own articles, each cut at the end of a sentence to 750 characters or a
little less. Everything is measured in fresh processes on one core, `--runs` of each kind in turn,
and medians are printed. Start-up ends when the facts of a first text are known, so whatever is
loaded late counts. The other texts are then read once, and all of them again: by then their words
are remembered, as most words are in a long run.

PYTHON is an interpreter that has benchmarks/requirements.txt installed: then natasha reads the same
Russian texts in the same run, and the last lines compare.
"""

from __future__ import annotations

import argparse
import compileall
import json
import os
import platform
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from importlib.metadata import version
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
LENGTH = 750
LANGUAGES = ("ky", "ru", "en")
ONE_CORE = {f"{name}_NUM_THREADS": "1" for name in ("OMP", "OPENBLAS", "MKL", "NUMEXPR")}


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """Medians over the runs."""

    start: float
    """Seconds to the facts of one text of each language."""
    text: float
    """Milliseconds a text, read for the first time."""
    again: float
    """Milliseconds a text, read for the second time."""
    slowest: float
    """Milliseconds: the slowest text, itself the median of the runs."""
    memory: float
    """Peak, MiB."""


def main() -> None:
    """Measure and print, or be one of the processes that are measured."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--peer", metavar="PYTHON", help="an interpreter that has natasha")
    parser.add_argument("--runs", type=int, default=5, help="processes of each kind")
    parser.add_argument("--worker", choices=WORKERS, help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.worker:
        print(json.dumps(work(arguments.worker, json.load(sys.stdin))))
        return
    # As an installed program has it; sources that were copied or edited have no bytecode that fits.
    compileall.compile_dir(ROOT / "generator", quiet=1)
    texts = {code: own_texts(code) for code in LANGUAGES}
    jobs = [(code, sys.executable, "briefing", texts[code]) for code in LANGUAGES]
    jobs.append(
        ("all three", sys.executable, "briefing", [t for code in texts.values() for t in code])
    )
    if arguments.peer:
        jobs += [(worker, arguments.peer, worker, texts["ru"]) for worker in PEERS]
    report(jobs, arguments.runs)


def report(jobs: list[tuple[str, str, str, list[list[str]]]], runs: int) -> None:
    """Run every job `runs` times, taking turns, and print the medians."""
    results: dict[str, list[dict[str, Any]]] = {name: [] for name, *_ in jobs}
    for _ in range(runs):
        for name, python, worker, texts in jobs:
            results[name].append(run(python, worker, texts))
    print(f"{platform.python_implementation()} {platform.python_version()}, {_processor()}")
    print(f"{runs} processes of each kind on one core; medians")
    for versions in dict.fromkeys(result[0]["versions"] for result in results.values()):
        print(f"  {versions}")
    heads = ("texts", "letters", "ms a text", "slowest", "again", "start, s", "MiB")
    print("\n" + " " * 16 + "".join(f"{head:>10}" for head in heads))
    measured = {}
    for name, _, _, texts in jobs:
        one = measured[name] = medians(results[name])
        letters = statistics.mean(len(text) for _, text in texts)
        print(
            f"{name:<16}{len(texts):>10}{letters:>10.0f}{one.text:>10.1f}{one.slowest:>10.1f}"
            f"{one.again:>10.1f}{one.start:>10.2f}{one.memory:>10.0f}"
        )
    for name in PEERS:
        if name in measured:
            own, peer = measured["ru"], measured[name]
            print(
                f"\n{name} / briefing, Russian: a text {peer.text / own.text:.1f} times as long "
                f"({peer.again / own.again:.1f} again), start-up {peer.start / own.start:.1f}, "
                f"memory {peer.memory / own.memory:.1f}",
                end="",
            )
    print()


def medians(runs: list[dict[str, Any]]) -> Measured:
    """What is printed of some runs of one job."""
    first, again = (
        [1000 * statistics.median(times) for times in zip(*(run[key] for run in runs), strict=True)]
        for key in ("first", "again")
    )
    return Measured(
        start=statistics.median(run["start"] for run in runs),
        text=statistics.median(first),
        slowest=max(first),
        again=statistics.median(again),
        memory=statistics.median(run["memory"] for run in runs),
    )


def own_texts(code: str) -> list[list[str]]:
    """Language and text of the project's own articles, cut to length; short ones are left out."""
    paths = [*(ROOT / "content").rglob(f"*.{code}.*"), *(ROOT / "tests/corpus" / code).iterdir()]
    texts = []
    for path in sorted(paths):
        body = path.read_text(encoding="utf-8").partition("\n\n")[2].strip()
        end = body.rfind(". ", 0, LENGTH) if len(body) > LENGTH else len(body) - 1
        if end > LENGTH * 4 // 5:
            texts.append([code, body[: end + 1]])
    return texts


def run(python: str, worker: str, texts: list[list[str]]) -> dict[str, Any]:
    """One process that reads all texts; raises `CalledProcessError` with its complaint printed."""
    printed = subprocess.run(
        [python, "-W", "ignore", __file__, "--worker", worker],
        input=json.dumps(texts),
        stdout=subprocess.PIPE,
        encoding="utf-8",
        cwd=ROOT,
        env={**os.environ, **ONE_CORE, "PYTHONPATH": str(ROOT)},
        check=True,
    ).stdout
    result: dict[str, Any] = json.loads(printed)
    return result


def work(worker: str, texts: list[list[str]]) -> dict[str, Any]:
    """Measure one program in this process."""
    load, packages = WORKERS[worker]
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    start = time.perf_counter()
    read = load()
    first = dict(reversed(texts))  # one of each language
    for code, text in first.items():
        read(code, text)
    started = time.perf_counter() - start
    rounds = []
    for _ in range(2):
        times = []
        for code, text in texts:
            if text != first[code]:
                before = time.perf_counter()
                read(code, text)
                times.append(time.perf_counter() - before)
        rounds.append(times)
    return {
        "start": started,
        "first": rounds[0],
        "again": rounds[1],
        "memory": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
        "versions": ", ".join(f"{package} {version(package)}" for package in packages.split()),
    }


def load_briefing() -> Callable[[str, str], object]:
    """From the bytes of an article to everything that `briefing extract` prints."""
    from generator.__main__ import prepare

    prepare()
    from generator.cli import DEFAULTS
    from generator.model.article import SourceFile
    from generator.rendering.interchange import extraction
    from generator.understanding import Understanding

    understanding = Understanding(DEFAULTS)

    def read(code: str, text: str) -> object:
        head = f"---\ndate: 2026-03-04 10:15\nlanguage: {code}\ntitle: –\n---\n"
        source = SourceFile(path="text.md", content=(head + text).encode())
        article, _ = understanding.reader.read(source)
        return extraction(understanding.understand(article), "text")

    return read


def load_natasha(*, facts: bool = False) -> Callable[[str, str], object]:
    """Everything natasha finds: names in base form, and with `facts` dates and money as well."""
    import natasha  # type: ignore[import-not-found, unused-ignore]

    segmenter, vocabulary = natasha.Segmenter(), natasha.MorphVocab()
    embedding = natasha.NewsEmbedding()
    morphology = natasha.NewsMorphTagger(embedding)
    tagger = natasha.NewsNERTagger(embedding)
    names = natasha.NamesExtractor(vocabulary)
    amounts = [natasha.DatesExtractor(vocabulary), natasha.MoneyExtractor(vocabulary)]

    def read(_: str, text: str) -> object:
        doc = natasha.Doc(text)
        doc.segment(segmenter)
        doc.tag_morph(morphology)
        doc.tag_ner(tagger)
        for span in doc.spans:
            span.normalize(vocabulary)
            if span.type == natasha.PER:
                span.extract_fact(names)
        found = [list(extractor(text)) for extractor in amounts] if facts else []
        return doc.spans, found

    return read


WORKERS: Mapping[str, tuple[Callable[[], Callable[[str, str], object]], str]] = {
    "briefing": (load_briefing, "briefing-generator pymorphy3 rapidfuzz Babel"),
    "natasha names": (load_natasha, "natasha slovnet pymorphy2 numpy"),
    "natasha facts": (partial(load_natasha, facts=True), "natasha slovnet pymorphy2 numpy"),
}
"""What is measured: how it is loaded, and the packages it consists of."""
PEERS = ("natasha names", "natasha facts")
"""Names of people, places and organisations only; dates and money too."""


def _processor() -> str:
    try:
        info = Path("/proc/cpuinfo").read_text(encoding="utf-8")
    except OSError:
        return platform.processor()
    names = [line.partition(":")[2].strip() for line in info.splitlines() if "model name" in line]
    return names[0] if names else platform.processor()


if __name__ == "__main__":
    main()
