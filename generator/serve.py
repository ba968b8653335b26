"""Show the finished site on this machine as GitHub Pages will: base path, types and 404 included.

The server is for looking at one's own site. It listens to this machine alone.
"""

from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import urlsplit

from generator.errors import BackfileError

HOST = "127.0.0.1"


class SiteHandler(SimpleHTTPRequestHandler):
    """Serve a folder under a base path, and its `404.html` for what isn't there."""

    extensions_map = {  # noqa: RUF012 - the base class has it so
        **SimpleHTTPRequestHandler.extensions_map,
        # Some systems' own tables call scripts plain text, and no browser runs such a module.
        ".js": "text/javascript",
        ".html": "text/html; charset=utf-8",
        ".xml": "application/xml",
        ".md": "text/markdown",
    }

    def __init__(self, *args: object, base_path: str, directory: str) -> None:
        self.base_path = base_path
        super().__init__(*args, directory=directory)  # type: ignore[arg-type]

    def do_GET(self) -> None:
        """Answer a GET; the root leads to the base path, so that the bare address works too."""
        if self.path == "/" and self.base_path != "/":
            self._redirect(self.base_path)
        else:
            super().do_GET()

    def _redirect(self, target: str) -> None:
        self.send_response(HTTPStatus.FOUND)
        self.send_header("Location", target)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def translate_path(self, path: str) -> str:
        """Return the file for a request's path; outside the base path there is none."""
        asked = urlsplit(path).path
        if not asked.startswith(self.base_path):
            return str(Path(self.directory) / "nothing-outside-the-base-path")
        # The base class drops `..`, so that no request leaves the folder.
        return super().translate_path("/" + asked.removeprefix(self.base_path))

    def list_directory(self, path: str) -> None:  # type: ignore[override]  # noqa: ARG002
        """Answer 404 for a folder without `index.html`, as Pages does."""
        self.send_error(HTTPStatus.NOT_FOUND)

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Send the site's own `404.html` where a page isn't there."""
        page = Path(self.directory) / "404.html"
        if code != HTTPStatus.NOT_FOUND or not page.is_file():
            super().send_error(code, message, explain)
            return
        body = page.read_bytes()
        self.send_response(HTTPStatus.NOT_FOUND)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base's name
        """Keep quiet: the reader looks at the site, not at its requests."""


def open_server(folder: Path, base_path: str, port: int) -> ThreadingHTTPServer:
    """Return a server of `folder` under `base_path` on `port`, not yet started.

    Port 0 takes any that is free. Raise BackfileError where the port is taken.
    """
    handler = partial(SiteHandler, base_path=base_path, directory=str(folder))
    try:
        return ThreadingHTTPServer((HOST, port), handler)
    except (OSError, OverflowError) as error:
        why = getattr(error, "strerror", None) or error
        raise BackfileError(
            f"can't serve on this port ({why}); try another with --port", port
        ) from error
