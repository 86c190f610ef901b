"""What a search costs a reader of many articles, beside the search that Material for MkDocs brings.

    python benchmarks/search.py [--articles N]

The articles are the made-up ones of tests/site/news.py, their sentences mixed until there are N
of them, with numbers of their own. Both searches index the same texts and are asked in the same
Chromium, from a server that compresses what can be. The peer is a site that MkDocs builds with
Material and its `search` plugin as they come: `language: ru`, `lang: [en, ru]` (it knows no
Kyrgyz), no web fonts, and only the start page in the navigation, which would otherwise be written
into every page. It is asked for words as the texts have them and for other forms of them, which it
does not find: it stems no Cyrillic.

The bytes are those a search adds to a page that is open, script not counted: here from opening
the box to the first result, there what loads with the page for search's sake, typed or not. The
time is from the last key; there it is taken twice, typed as soon as the page is open and when the
index is ready.

Reading 10,000 articles takes some minutes. Our pages are left out: only the index and one empty
page a language are written. `benchmarks/build.py` measures whole builds.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import random
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from functools import cache, partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from generator.model.article import SourceFile  # noqa: E402
from generator.model.ids import CountryCode, LanguageCode  # noqa: E402
from generator.model.settings import Settings  # noqa: E402
from generator.outputs.search import Search  # noqa: E402
from generator.pipeline import Pipeline  # noqa: E402
from generator.rendering.page_type import RenderContext  # noqa: E402
from tests.site import news  # noqa: E402

CHROMIUM = "/usr/bin/chromium"
WORDS = {
    "ky": ["мектептерге", "Жумабаев", "тажикстан", "буудай түшүмү", "kopuro", "мекеп", "сптуник"],
    "ru": ["пшеницей", "Шаршенова", "Узбекистану", "конверт", "вартарь", "аэропрот", "лединк"],
    "en": ["glacier", "Karimzoda", "Tajikistan", "concert stage", "earhtquake", "satelite"],
}
RUNS = 3
"""Readers who type the same; the one between the quickest and the slowest is told of."""
FIGURES = {
    "ky": ["300 миллион сомдон көп"],
    "ru": ["от 300 до 310 млн сомов"],
    "en": ["over 300 million soms"],
}
PEER_WORDS = ["мектеп", "мектептерге", "пшеницу", "пшеницей", "glacier", "Karimzoda"]
PEER = """site_name: Peer
theme: {name: material, language: ru, font: false}
plugins:
  - search: {lang: [en, ru]}
nav: [index.md]
validation: {nav: {omitted_files: ignore}}
"""


class Compressed(SimpleHTTPRequestHandler):
    """As any host of static sites: text is gzipped, what is packed already is not."""

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base's name
        """Say nothing."""

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        if path.is_dir():
            path /= "index.html"
        if not path.is_file():
            self.send_error(404)
            return
        packed = path.suffix in (".html", ".js", ".json", ".css")
        content = compressed(path) if packed else path.read_bytes()
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(path)))
        if packed:
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)


@cache
def compressed(path: Path) -> bytes:
    """Packed once, as a host does: the time of packing is nobody's search's."""
    return gzip.compress(path.read_bytes(), 6)


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--articles", type=int, default=10_000)
    # All made-up articles at least: a word that none of them has would be waited for without end.
    number = max(parser.parse_args().articles, len(news.articles()))
    with tempfile.TemporaryDirectory() as scratch:
        site = Path(scratch)
        sources = made_up(number)
        started = time.perf_counter()
        index(site, sources)
        print(f"articles   {number}, index made in {time.perf_counter() - started:.1f} s, of that:")
        report_size(site)
        started = time.perf_counter()
        material(site, sources)
        print(f"Material   built in {time.perf_counter() - started:.1f} s")
        handler = partial(Compressed, directory=str(site))
        server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        address = f"http://127.0.0.1:{server.server_port}"
        compressed(site / "material" / "search" / "search_index.json")
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(
                executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"]
            )
            for name, asked in (("words", WORDS), ("figures", FIGURES)):
                rows = []
                for language, words in asked.items():
                    for word in words:
                        runs = []
                        for _ in range(RUNS):
                            page = browser.new_page()
                            runs.append(ours(page, address, language, word))
                            page.close()
                        rows.append(sorted(runs, key=lambda run: run[2])[RUNS // 2])
                show(f"this search, {name}", rows)
            for name, wait in (("typed at once", False), ("when its index is ready", True)):
                rows = []
                for word in PEER_WORDS:
                    page = browser.new_page()
                    rows.append(theirs(page, address, word, ready=wait))
                    page.close()
                show(f"Material's, {name}", rows)
            browser.close()
        server.shutdown()


def made_up(number: int) -> list[SourceFile]:
    """That many articles of the same sentences in another order, with words of their own."""
    base = list(news.articles().items())
    chance = random.Random(1)
    filler = {code: vocabulary(code, chance) for code in news.LANGUAGES}
    found = []
    for n in range(number):
        name, text = base[n % len(base)]
        code = name.split(".")[-2]
        _, title, _, body = text.split("\n", 3)
        sentences = [*body.strip().split(". "), *(sentence(filler[code], chance) for _ in range(6))]
        chance.shuffle(sentences)
        day = f"date {2010 + n % 16}-{1 + n % 12:02d}-{1 + n % 28:02d}"
        content = f"{day}\n{title}: {n}\n\n{'. '.join(sentences)}.\n"
        found.append(SourceFile(path=f"{n}.{code}.txt", content=content.encode("utf-8")))
    return found


def vocabulary(code: str, chance: random.Random) -> list[str]:
    """Ten thousand words that look like the language's own, the first of them the most frequent."""
    pieces = sorted(
        {word[:3].lower() for one in news.table(code).values() for word in one["text"].split()}
    )
    return ["".join(chance.choices(pieces, k=chance.randint(1, 3))) for _ in range(10_000)]


def sentence(words: list[str], chance: random.Random) -> str:
    picked = [words[int(len(words) * chance.random() ** 3)] for _ in range(12)]
    return " ".join(picked).capitalize()


def index(site: Path, sources: list[SourceFile]) -> None:
    """The search index of these articles, and a page with the search box for each language."""
    settings = Settings(
        interface_languages=tuple(LanguageCode(code) for code in news.LANGUAGES),
        home_country=CountryCode("KG"),
    )
    pipeline = Pipeline(settings, templates=ROOT / "templates")
    started = time.perf_counter()
    whole = pipeline.understand_all(sources)
    print(f"reading    {time.perf_counter() - started:.1f} s")
    context = RenderContext(
        settings=settings,
        languages=pipeline._understanding.languages,
        knowledge=pipeline._understanding.knowledge,
        templates_folder=ROOT / "templates",
    )
    started = time.perf_counter()
    for file in Search(context).files(whole, settings):
        path = site / file.uri
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(file.content)
    print(f"indexing   {time.perf_counter() - started:.1f} s")
    shutil.copytree(ROOT / "site_overrides" / "assets" / "js", site / "assets" / "js")
    say = json.dumps(
        dict.fromkeys(
            ("searching", "none", "found", "failed", "recent", "nearest", "figures"), "{n}"
        )
        | {"kinds": {}}
    )
    for code in news.LANGUAGES:
        (site / code).mkdir(exist_ok=True)
        (site / code / "index.html").write_text(
            f"<!doctype html><html lang={code}><meta charset=utf-8><link rel=icon href=data:,>"
            "<main id=content></main><button id=search-open>?</button>"
            f"<dialog id=search data-language={code} data-say='{say}'><input id=query>"
            "<p id=search-status></p><ol id=search-results></ol><a id=search-all></a></dialog>"
            "<script src=../assets/js/search.js defer></script>",
            encoding="utf-8",
        )


def report_size(site: Path) -> None:
    files = [path for path in (site / "search").rglob("*") if path.is_file()]
    size = sum(path.stat().st_size for path in files) / 1e6
    print(f"size       {size:.1f} MB in {len(files)} files")


def material(site: Path, sources: list[SourceFile]) -> None:
    """The same articles as a site of Material for MkDocs, built in a project of its own."""
    with tempfile.TemporaryDirectory() as scratch:
        project = Path(scratch)
        (project / "docs").mkdir()
        (project / "mkdocs.yml").write_text(PEER, encoding="utf-8")
        (project / "docs" / "index.md").write_text("# Start\n", encoding="utf-8")
        for source in sources:
            _, title, _, body = source.content.decode("utf-8").split("\n", 3)
            page = project / "docs" / source.path.replace(".txt", ".md")
            page.write_text(f"# {title}\n\n{body}", encoding="utf-8")
        command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "-d", str(site / "material")]
        subprocess.run(
            command, cwd=project, check=True, env={**os.environ, "NO_MKDOCS_2_WARNING": "1"}
        )


def ours(page: Page, address: str, language: str, word: str) -> tuple[str, int, float, int]:
    """Word, bytes from opening the box to its results, milliseconds after the last key, results."""
    page.goto(f"{address}/{language}/", wait_until="networkidle")
    received = counter(page)
    elapsed, results = page.evaluate(
        """async word => {
          const box = document.querySelector('#query');
          const list = document.querySelector('#search-results');
          document.querySelector('#search-open').click();
          await new Promise(done => setTimeout(done, 400)); // she looks for the keys
          const started = performance.now();
          box.value = word;
          box.dispatchEvent(new Event('input', { bubbles: true }));
          while (list.dataset.query !== word || !list.children.length) {
            await new Promise(done => setTimeout(done, 2));
          }
          return [performance.now() - started, list.children.length];
        }""",
        word,
    )
    return word, received(), elapsed, results


# Its box listens to keys that are let go, so that text that was put in needs one more key.
LISTEN = """() => {
  window.key = 0;
  const input = document.querySelector('.md-search__input');
  const meta = document.querySelector('.md-search-result__meta');
  const config = JSON.parse(document.getElementById('__config').textContent);
  input.addEventListener('keyup', () => { window.key = performance.now(); }, true);
  const items = () => document.querySelectorAll('.md-search-result__item').length;
  window.answer = new Promise(done => {
    const look = () => {
      const none = meta.textContent === config.translations['search.result.none'];
      if (items() || none) done([performance.now() - window.key, items()]);
      else setTimeout(look, 2);
    };
    look();
  });
}"""


def theirs(page: Page, address: str, word: str, *, ready: bool) -> tuple[str, int, float, int]:
    """The same of Material's search on its own page."""
    received = counter(page, "/material/search/", "/workers/", "/lunr/")
    page.add_init_script("""
      const Ordinary = window.Worker;
      window.Worker = class extends Ordinary {
        constructor(...given) {
          super(...given);
          this.addEventListener('message', event => { window.indexed ||= event.data.type === 1; });
        }
      };""")
    page.goto(f"{address}/material/", wait_until="load")
    if ready:
        page.wait_for_function("window.indexed", timeout=120_000)
    page.keyboard.press("f")
    page.wait_for_timeout(400)  # she looks for the keys
    page.evaluate(LISTEN)
    page.keyboard.insert_text(word)
    page.keyboard.press("End")
    page.set_default_timeout(120_000)
    elapsed, results = page.evaluate("window.answer")
    return word, received(), elapsed, results


def counter(page: Page, *of: str) -> Callable[[], int]:
    """A function that tells the bytes received since now from addresses with one of `of`."""
    client = page.context.new_cdp_session(page)
    client.send("Network.enable")
    addresses: dict[str, str] = {}
    sizes: list[tuple[str, float]] = []
    client.on(
        "Network.requestWillBeSent",
        lambda event: addresses.update({event["requestId"]: event["request"]["url"]}),
    )
    client.on(
        "Network.loadingFinished",
        lambda event: sizes.append((event["requestId"], event["encodedDataLength"])),
    )

    def received() -> int:
        return int(
            sum(
                size
                for id_, size in sizes
                if not of or any(part in addresses.get(id_, "") for part in of)
            )
        )

    return received


def show(name: str, rows: list[tuple[str, int, float, int]]) -> None:
    print(name)
    for word, size, elapsed, results in rows:
        print(f"  {word:24} {size / 1000:8.1f} kB {elapsed:8.0f} ms  {results} results shown")
    worst = max(size for _, size, _, _ in rows), max(elapsed for _, _, elapsed, _ in rows)
    print(f"  at most                  {worst[0] / 1000:8.1f} kB {worst[1]:8.0f} ms")


if __name__ == "__main__":
    main()
