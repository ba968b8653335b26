"""The site is shown on this machine as GitHub Pages will serve it."""

import threading
import urllib.error
import urllib.request

import pytest

from generator.errors import BackfileError
from generator.serve import open_server


@pytest.fixture
def address(tmp_path):
    site = tmp_path / "output"
    (site / "2023").mkdir(parents=True)
    (site / "theme").mkdir()
    (site / "index.html").write_text("home")
    (site / "2023/index.html").write_text("a year")
    (site / "404.html").write_text("not in this archive")
    (tmp_path / "secret.txt").write_text("canary")
    with open_server(site, "/archive/", 0) as server:
        threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


def get(url: str) -> tuple[int, str]:
    try:
        with urllib.request.urlopen(url) as answer:
            return answer.status, answer.read().decode()
    except urllib.error.HTTPError as error:
        return error.code, error.read().decode()


def test_pages_stand_under_the_base_path(address):
    assert get(f"{address}/archive/") == (200, "home")
    assert get(f"{address}/archive/2023/") == (200, "a year")
    assert get(f"{address}/archive/2023") == (200, "a year")


def test_the_bare_address_leads_to_the_archive(address):
    assert get(f"{address}/") == (200, "home")


@pytest.mark.parametrize(
    "path",
    [
        "/archive/nothing",
        "/2023/",
        "/archive/theme/",
        "/archive/../secret.txt",
        "/archive/%2e%2e/secret.txt",
        "/archive/2023/..%2f..%2fsecret.txt",
    ],
)
def test_what_is_not_in_the_site_is_answered_by_its_own_404_page(address, path):
    assert get(f"{address}{path}") == (404, "not in this archive")


def test_a_taken_port_is_one_line_that_says_what_to_do(address, tmp_path):
    port = int(address.rsplit(":", 1)[1])
    with pytest.raises(BackfileError, match="--port"):
        open_server(tmp_path, "/", port)
