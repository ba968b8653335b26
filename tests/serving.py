"""Serve a folder as GitHub Pages does: under a base path, with its types and its 404 page."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote, urlsplit

TYPES = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "application/javascript; charset=utf-8",
    ".json": "application/json; charset=utf-8",
    ".txt": "text/plain; charset=utf-8",
    ".xml": "application/xml",
    ".atom": "application/atom+xml",
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".gif": "image/gif",
    ".webp": "image/webp",
    ".ico": "image/vnd.microsoft.icon",
    ".woff2": "font/woff2",
}
"""What Pages says of a file; anything else is `application/octet-stream`."""


def find_file(folder: Path, path: str) -> Path | None:
    """Return the file that Pages shows at `path` below its base, or None for a 404."""
    target = folder / path
    if folder.resolve() not in (target.resolve(), *target.resolve().parents):
        return None
    if path in ("", "/") or path.endswith("/"):
        target /= "index.html"
    elif not target.is_file() and not target.suffix:
        target = target.with_name(target.name + ".html")
    return target if target.is_file() else None


def make_handler(folder: Path, base: str) -> type[BaseHTTPRequestHandler]:
    """Return the handler of requests for `folder` under `base`."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            path = unquote(urlsplit(self.path).path)
            inside = path.removeprefix(base) if path.startswith(base) else None
            if inside is not None and not path.endswith("/") and (folder / inside).is_dir():
                self.send_response(301)
                self.send_header("Location", self.path + "/")
                self.send_header("Content-Length", "0")
                self.end_headers()
                return
            file = None if inside is None else find_file(folder, inside)
            if file:
                self.answer(200, file)
            else:
                self.answer(404, folder / "404.html")

        do_HEAD = do_GET  # noqa: N815 - the name is http.server's

        def answer(self, status: int, file: Path) -> None:
            body = file.read_bytes() if file.is_file() else b"not found"
            self.send_response(status)
            self.send_header("Content-Type", TYPES.get(file.suffix, "application/octet-stream"))
            self.send_header("Content-Length", str(len(body)))
            self.send_header("Cache-Control", "max-age=600")
            self.send_header("Access-Control-Allow-Origin", "*")
            self.end_headers()
            if self.command == "GET":
                self.wfile.write(body)

        def log_message(self, *args: object) -> None:
            """Keep the test's output for the test."""

    return Handler


@contextmanager
def serving(folder: Path, base: str = "/") -> Iterator[str]:
    """Serve `folder` on a free local port until the block ends; give the address of its root."""
    with ThreadingHTTPServer(("127.0.0.1", 0), make_handler(folder, base)) as server:
        server.daemon_threads = True
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}{base}"
        finally:
            server.shutdown()
            thread.join()
