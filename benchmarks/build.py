"""How long a build takes and how much memory, for any folder of articles.

    python benchmarks/build.py [--strict] [FOLDER]     FOLDER: articles; otherwise content/

The articles are built in a scratch project of their own. Prints wall-clock seconds, peak memory,
pages written, the largest page, and the time from a file's bytes to its facts.
"""

from __future__ import annotations

import argparse
import gzip
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def main() -> None:
    """Build, then measure extraction alone."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folder", nargs="?", type=Path, default=ROOT / "content")
    parser.add_argument("--strict", action="store_true", help="build with --strict")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        status = build(arguments.folder, Path(scratch), strict=arguments.strict)
    extract(arguments.folder)
    sys.exit(status)


def build(folder: Path, scratch: Path, *, strict: bool) -> int:
    """Build the articles of `folder` in `scratch` and print what it took."""
    shutil.copy(ROOT / "mkdocs.yml", scratch)
    for shared in ("templates", "site_overrides"):
        shutil.copytree(ROOT / shared, scratch / shared)
    shutil.copytree(folder, scratch / "content")
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", *(["--strict"] * strict)]
    start = time.perf_counter()
    status = subprocess.run(
        command, cwd=scratch, env={**os.environ, "NO_MKDOCS_2_WARNING": "1"}, check=False
    ).returncode
    seconds = time.perf_counter() - start
    memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    pages = list((scratch / "site").rglob("*.html"))
    articles = sum(path.is_file() for path in folder.rglob("*"))
    print(f"articles   {articles}")
    print(f"status     {status}")
    print(f"time       {seconds:.1f} s, {1000 * seconds / max(1, len(pages)):.2f} ms a page")
    print(f"memory     {memory:.0f} MiB at most")
    print(f"pages      {len(pages)}")
    if pages:
        largest = max(pages, key=lambda page: page.stat().st_size)
        packed = len(gzip.compress(largest.read_bytes())) / 1024
        print(f"largest    {largest.relative_to(scratch / 'site')}: {packed:.0f} KiB gzipped")
    return status


def extract(folder: Path) -> None:
    """Read every article of `folder` in one process and print the time of each."""
    from generator.errors import ReadingError
    from generator.model.article import SourceFile
    from generator.model.ids import LanguageCode
    from generator.model.settings import Settings
    from generator.pipeline import Understanding

    start = time.perf_counter()
    understanding = Understanding(Settings(interface_languages=(LanguageCode("en"),)))
    print(f"start-up   {time.perf_counter() - start:.2f} s")
    times = []
    for path in sorted(folder.rglob("*")):
        if not path.is_file():
            continue
        start = time.perf_counter()
        try:
            article, _ = understanding.reader.read(
                SourceFile(path=path.relative_to(folder).as_posix(), content=path.read_bytes())
            )
            understanding.understand(article)
        except ReadingError:
            continue
        times.append(1000 * (time.perf_counter() - start))
    if times:
        times.sort()
        print(
            f"facts      {sum(times) / len(times):.1f} ms an article on average, "
            f"{times[len(times) // 2]:.1f} in the middle, {times[-1]:.1f} at most"
        )


if __name__ == "__main__":
    main()
