"""Take the pictures in README.md from the site as it is built in site/.

    scripts/pictures.py [PAGE]     PAGE is an address in the site; otherwise the newest briefing

Needs Debian's Chromium. The pictures go to docs/pictures/.
"""

from __future__ import annotations

import functools
import json
import sys
import threading
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from playwright.sync_api import sync_playwright

ROOT = Path(__file__).resolve().parent.parent
SITE = ROOT / "site"
PICTURES = ROOT / "docs" / "pictures"
CHROMIUM = "/usr/bin/chromium"


def main() -> None:
    """One picture a shape of screen."""
    page = sys.argv[1] if len(sys.argv) > 1 else newest_briefing()
    PICTURES.mkdir(parents=True, exist_ok=True)
    handler = functools.partial(SimpleHTTPRequestHandler, directory=str(SITE))
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    address = f"http://127.0.0.1:{server.server_port}/{page}"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=CHROMIUM,
            args=["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
        )
        for name, width, height, scheme in (
            ("article", 1280, 900, "light"),
            ("article-phone", 390, 844, "dark"),
        ):
            tab = browser.new_page(
                viewport={"width": width, "height": height},
                color_scheme="dark" if scheme == "dark" else "light",
            )
            tab.goto(address, wait_until="networkidle")
            tab.screenshot(path=PICTURES / f"{name}.png")
            tab.close()
        browser.close()
    server.shutdown()


def newest_briefing() -> str:
    """The English page of the newest article that is in English."""
    lines = (SITE / "data" / "articles.jsonl").read_text(encoding="utf-8").splitlines()
    articles = [json.loads(line) for line in lines]
    newest = max((a for a in articles if a["language"] == "en"), key=lambda a: a["published"])
    return str(newest["urls"]["en"])


if __name__ == "__main__":
    main()
