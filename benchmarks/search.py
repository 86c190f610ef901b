"""What a search costs a reader of many articles, beside the search that Material for MkDocs brings.

    python benchmarks/search.py [--articles N]

The articles are the made-up ones of tests/site/news.py, their sentences mixed until there are N
of them, with numbers of their own. Both searches index the same texts and are asked the same
words in the same Chromium, from a server that compresses what can be. Material's worker gave no
result in this set-up, for a reason not yet found: only its cost is compared, not what it finds.
The bytes are those a search adds to a page that is open, its script (11 kB) not counted: from
opening the box to the first result. The time is from the last key.

Reading 10,000 articles takes some minutes. Pages are left out: only the index and one empty page a
language are written. `benchmarks/build.py` measures whole builds.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
import sys
import tempfile
import threading
import time
from functools import partial
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
    "ky": ["мектептерге", "Жумабаев", "тажикстан", "буудай түшүмү", "kopuro"],
    "ru": ["пшеницей", "Шаршенова", "Узбекистану", "конверт", "вартарь"],
    "en": ["glacier", "Karimzoda", "Tajikistan", "concert stage", "earhtquake"],
}


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
        content = path.read_bytes()
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(path)))
        if path.suffix in (".html", ".js", ".json", ".css"):
            content = gzip.compress(content, 6)
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--articles", type=int, default=10_000)
    number = parser.parse_args().articles
    with tempfile.TemporaryDirectory() as scratch:
        site = Path(scratch)
        sources = made_up(number)
        started = time.perf_counter()
        index(site, sources)
        print(f"articles   {number}, index made in {time.perf_counter() - started:.1f} s, of that:")
        report_size(site)
        material(site, sources)
        handler = partial(Compressed, directory=str(site))
        server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        address = f"http://127.0.0.1:{server.server_port}"
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(
                executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"]
            )
            rows = []
            for language, words in WORDS.items():
                for word in words:
                    page = browser.new_page()
                    rows.append(ours(page, address, language, word))
                    page.close()
            show("this search", rows)
            page = browser.new_page()
            show(
                "Material's", [theirs(page, address, word) for word in ("пшеницей", "мектептерге")]
            )
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
    script = site / "assets" / "js" / "search.js"
    script.parent.mkdir(parents=True)
    script.write_bytes((ROOT / "site_overrides" / "assets" / "js" / "search.js").read_bytes())
    say = json.dumps(
        dict.fromkeys(("searching", "none", "found", "failed", "recent", "nearest"), "{n}")
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
    """The index that MkDocs' search plugin writes, and Material's own worker to ask it."""
    import material as package

    docs = []
    for source in sources:
        title, _, body = source.content.decode("utf-8").split("\n", 1)[1].partition("\n")
        docs.append(
            {"location": source.path + "/", "title": title, "text": f"<p>{body.strip()}</p>"}
        )
    folder = site / "material"
    folder.mkdir()
    whole = {
        "config": {
            "lang": ["en", "ru"],
            "separator": r"[\s\-,.:;!?()«»„“”]+",
            "pipeline": ["stemmer", "stopWordFilter"],
            "fields": {
                "title": {"boost": 1000.0},
                "text": {"boost": 1.0},
                "tags": {"boost": 1000000.0},
            },
        },
        "docs": docs,
    }
    (folder / "index.json").write_text(json.dumps(whole, ensure_ascii=False), encoding="utf-8")
    scripts = Path(package.__file__).parent / "templates" / "assets" / "javascripts"
    worker = next((scripts / "workers").glob("search.*.min.js"))
    (folder / "workers").mkdir()
    (folder / "workers" / "search.js").write_bytes(worker.read_bytes())
    for lunr in scripts.glob("lunr/min/*.js"):
        target = folder / "lunr" / "min" / lunr.name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(lunr.read_bytes())
    (folder / "index.html").write_text(
        "<!doctype html><meta charset=utf-8><link rel=icon href=data:,>"
        '<script id=__config type=application/json>{"base":"."}</script>',
        encoding="utf-8",
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


def theirs(page: Page, address: str, word: str) -> tuple[str, int, float, int]:
    """The same of Material's worker, which is set up as its page sets it up."""
    page.goto(f"{address}/material/", wait_until="networkidle")
    received = counter(page)
    elapsed, results = page.evaluate(
        """async word => {
          const started = performance.now();
          const index = await (await fetch('index.json')).json();
          const worker = new Worker('workers/search.js');
          const answer = type => new Promise(done => {
            worker.addEventListener('message', event => {
              if (event.data.type === type) done(event.data);
            });
          });
          const ready = answer(1);
          worker.postMessage({ type: 0, data: { ...index, options: { suggest: false } } });
          const late = new Promise((_, fail) => setTimeout(() => fail('no answer'), 120000));
          await Promise.race([ready, late]);
          const found = answer(3);
          worker.postMessage({ type: 2, data: word });
          const result = await found;
          return [performance.now() - started, result.data.items.length];
        }""",
        word,
    )
    return word, received(), elapsed, results


def counter(page: Page):  # type: ignore[no-untyped-def]
    """A function that tells the bytes of answers received since now."""
    client = page.context.new_cdp_session(page)
    client.send("Network.enable")
    sizes: list[float] = []
    client.on("Network.loadingFinished", lambda event: sizes.append(event["encodedDataLength"]))
    return lambda: int(sum(sizes))


def show(name: str, rows: list[tuple[str, int, float, int]]) -> None:
    print(name)
    for word, size, elapsed, results in rows:
        print(f"  {word:16} {size / 1000:8.1f} kB {elapsed:8.0f} ms  {results} results shown")
    worst = max(size for _, size, _, _ in rows), max(elapsed for _, _, elapsed, _ in rows)
    print(f"  at most          {worst[0] / 1000:8.1f} kB {worst[1]:8.0f} ms")


if __name__ == "__main__":
    main()
