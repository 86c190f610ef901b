"""A reader at her browser, who notices everything that goes wrong."""

from __future__ import annotations

from urllib.parse import urlsplit

from playwright.sync_api import Browser, Page

TIMEOUT = 8_000
"""Milliseconds to wait for anything; a page is there in a fraction of a second."""


class Reader:
    """A tab of the browser that remembers everything that went wrong in it."""

    def __init__(
        self,
        browser: Browser,
        address: str,
        *,
        width: int = 1280,
        scheme: str = "light",
        scripts: bool = True,
    ) -> None:
        self.address = address
        self.scheme = scheme
        self.problems: list[str] = []
        self._context = browser.new_context(
            viewport={"width": width, "height": 800},
            color_scheme="dark" if scheme == "dark" else "light",
            java_script_enabled=scripts,
            # The site scrolls smoothly for whoever allows motion; a scroll under way when the test
            # asks for the next one would make the outcome a matter of the machine's speed.
            reduced_motion="reduce",
            locale="fr-FR",  # none of the site's languages, so that nothing depends on the reader's
        )
        self._context.set_default_timeout(TIMEOUT)
        self.page: Page = self._context.new_page()
        self.page.on("console", lambda said: self._note(said.type == "error", said.text))
        self.page.on("pageerror", lambda error: self._note(True, str(error)))
        self.page.on("dialog", lambda dialog: self._note(True, f"dialog: {dialog.message}"))
        self.page.on("request", lambda request: self._note(self.foreign(request.url), request.url))
        self.page.on(
            "response", lambda got: self._note(got.status >= 400, f"{got.status} {got.url}")
        )

    def _note(self, wrong: bool, what: str) -> None:
        if wrong:
            self.problems.append(what)

    def foreign(self, url: str) -> bool:
        """Whether a request leaves this site."""
        parts = urlsplit(url)
        return parts.scheme not in ("data", "blob") and not url.startswith(self.address)

    def open(self, path: str) -> Page:
        self.page.goto(self.address + path, wait_until="load")
        return self.page

    def path(self) -> str:
        return urlsplit(self.page.url).path

    def fits(self) -> bool:
        """Whether the page is no wider than the screen."""
        return bool(
            self.page.evaluate(
                "document.documentElement.scrollWidth <= document.documentElement.clientWidth"
            )
        )

    def close(self) -> None:
        self._context.close()
        assert self.problems == []
