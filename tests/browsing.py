"""Drive the system's Chromium, and keep a log of all that a page does which it should not."""

import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from playwright.sync_api import Browser, ConsoleMessage, Page, Request, Response, sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-background-networking",
    "--disable-component-update",
    # No name is looked up: a page that asks for another host is caught and gets nothing.
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
)


def find_chromium() -> str | None:
    """Return the path of a Chromium or Chrome that runs, or None.

    Ubuntu's `chromium-browser` may be a stub that only asks for a snap, so each is tried.
    """
    for name in NAMES:
        path = shutil.which(name)
        if path and _runs(path):
            return path
    return None


def _runs(path: str) -> bool:
    tried = subprocess.run([path, "--version"], check=False, capture_output=True)
    return tried.returncode == 0


@contextmanager
def browsing(path: str) -> Iterator[Browser]:
    """Run the browser at `path`, without a window, until the block ends."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list(FLAGS))
        yield browser
        browser.close()


@dataclass
class PageLog:
    """What a page did wrong, in the order in which it happened.

    `errors` are console errors and uncaught exceptions, `failed` requests without a good answer,
    `outside` requests to another host, `ran` dialogs, which only a script can open.
    """

    errors: list[str] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)
    outside: list[str] = field(default_factory=list)
    ran: list[str] = field(default_factory=list)

    def watch(self, page: Page) -> None:
        """Log what `page` does from now on."""
        page.on("console", self._hear)
        page.on("pageerror", lambda error: self.errors.append(str(error)))
        page.on("request", self._see)
        page.on("requestfailed", self._miss)
        page.on("response", self._check)
        page.on("dialog", lambda dialog: (self.ran.append(dialog.message), dialog.dismiss()))
        page.on("popup", lambda popup: self.ran.append(f"window {popup.url}"))

    def _hear(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            self.errors.append(message.text)

    def _see(self, request: Request) -> None:
        parts = urlsplit(request.url)
        if parts.scheme not in ("data", "blob") and parts.hostname != "127.0.0.1":
            self.outside.append(request.url)

    def _miss(self, request: Request) -> None:
        # What was still loading when the page was left has not failed.
        if request.failure != "net::ERR_ABORTED":
            self.failed.append(f"{request.failure} {request.url}")

    def _check(self, response: Response) -> None:
        if response.status >= 400:
            self.failed.append(f"{response.status} {response.url}")

    def forget(self) -> None:
        """Start afresh, after something that is meant to fail."""
        for said in (self.errors, self.failed, self.outside, self.ran):
            said.clear()

    def assert_quiet(self) -> None:
        """Fail where the page said, asked for or ran anything that it should not."""
        assert (self.errors, self.failed, self.outside, self.ran) == ([], [], [], [])
