"""Serve a folder as GitHub Pages does, compressing what it compresses, over a line of any speed.

Every answer is counted. The line is one for all connections, as a reader's is: answers wait for
each other's bytes, which the throttling inside a browser does not make those of a worker do.
"""

import gzip
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote, urlsplit

from tests.serving import TYPES, find_file

COMPRESSED = frozenset({".html", ".css", ".js", ".json", ".svg", ".xml", ".txt"})
PIECE = 4096
"""Bytes that an answer sends before another may."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What was sent: when it was asked for (seconds since 1970), of which path, bytes of body."""

    at: float
    path: str
    bytes: int


@dataclass(slots=True)
class Line:
    """A line to the reader: bytes a second (0 for as fast as can be), seconds before an answer."""

    rate: float = 0.0
    delay: float = 0.0
    _free: float = 0.0
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def wait(self, size: int) -> None:
        """Return when `size` more bytes have gone through."""
        if not self.rate:
            return
        with self._lock:
            self._free = max(self._free, time.monotonic()) + size / self.rate
            until = self._free
        time.sleep(max(0.0, until - time.monotonic()))


SLOW = (1.6e6 / 8, 0.15)
"""1.6 Mbit/s and 150 ms, the slow line that browsers' tools call 3G."""


@dataclass(slots=True)
class Host:
    """A folder that is being served: at which address, and what was answered so far.

    `moving` are the answers that are under way, `moved` is when anything last happened.
    """

    folder: Path
    line: Line
    address: str = ""
    answers: list[Answer] = field(default_factory=list)
    moving: int = 0
    moved: float = 0.0
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def is_quiet(self, seconds: float) -> bool:
        """Tell whether nothing has been asked for or sent for so long."""
        return not self.moving and time.time() - self.moved > seconds

    def count(self, change: int) -> None:
        """Note that an answer has begun (1) or ended (-1)."""
        with self._lock:
            self.moving += change
            self.moved = time.time()


@contextmanager
def hosting(folder: Path, line: Line | None = None) -> Iterator[Host]:
    """Serve `folder` on a free local port until the block ends."""
    host = Host(folder, line or Line())
    with ThreadingHTTPServer(("127.0.0.1", 0), _make_handler(host)) as server:
        server.daemon_threads = True
        host.address = f"http://127.0.0.1:{server.server_port}/"
        threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}).start()
        try:
            yield host
        finally:
            server.shutdown()


def _make_handler(host: Host) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            host.count(1)
            try:
                self.answer(unquote(urlsplit(self.path).path).lstrip("/"))
            except OSError:
                # The reader has left the page.
                self.close_connection = True
            finally:
                host.count(-1)

        def answer(self, path: str) -> None:
            asked = time.time()
            file = find_file(host.folder, path)
            body = file.read_bytes() if file else b"not found"
            suffix = file.suffix if file else ".txt"
            packed = suffix in COMPRESSED
            if packed:
                body = gzip.compress(body, 6, mtime=0)
            host.answers.append(Answer(asked, path, len(body)))
            time.sleep(host.line.delay)
            self.send_response(200 if file else 404)
            self.send_header("Content-Type", TYPES.get(suffix, "application/octet-stream"))
            if packed:
                self.send_header("Content-Encoding", "gzip")
            self.send_header("Content-Length", str(len(body)))
            self.send_header("Cache-Control", "max-age=600")
            self.end_headers()
            for start in range(0, len(body), PIECE):
                piece = body[start : start + PIECE]
                host.line.wait(len(piece))
                self.wfile.write(piece)

        def log_message(self, *args: object) -> None:
            """Keep quiet."""

    return Handler
