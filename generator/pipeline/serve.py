"""Show the site of an archive on this machine."""

from collections.abc import Iterator
from contextlib import contextmanager
from http.server import ThreadingHTTPServer

from generator import serve
from generator.config import Archive
from generator.errors import BackfileError
from generator.pipeline.state import finish


@contextmanager
def serve_site(archive: Archive, port: int) -> Iterator[tuple[ThreadingHTTPServer, str]]:
    """Yield a server of the archive's site, and the address to open."""
    finish(archive)
    if not (archive.output / "index.html").is_file():
        raise BackfileError("there is no site yet (run `backfile build`)", archive.output)
    base_path = archive.settings.base_path
    with serve.open_server(archive.output, base_path, port) as server:
        yield server, f"http://{serve.HOST}:{server.server_port}{base_path}"
