import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model import Evidence, Snapshot
from generator.parsing import parse_snapshot
from generator.snapshots import read_snapshots
from generator.snapshots.notes import find_note
from generator.snapshots.replays import find_replay, find_replayed, undo_replay
from tests.parsing.pages import H1, PROSE, TEXT

URL = "https://echo.example/2023/quay"
MEMENTO = f"https://web.archive.org/web/20230904121105/{URL}"
MARK = f"<!-- saved from url=({len(MEMENTO):04}){MEMENTO} -->"
HEAD = (
    "<title>East quay closes</title>"
    f'<link rel="canonical" href="{MEMENTO}">'
    f'<meta property="og:url" content="{MEMENTO}">'
)
BODY = (
    f"{H1}{TEXT}<p>As <a href='{MEMENTO.replace('quay', 'swans')}'>was told</a>, and "
    '<a href="/web/20230904121105/http://old.example/">before</a>, and '
    f'<a href="https://web.archive.org/web/20230904121105/https://web.archive.org/web/'
    '20190101000000/http://gone.example/">kept</a> in the end.</p>'
    '<img src="/web/20230904121105im_/https://echo.example/quay.jpg">'
)
SCRIPT = (
    '<script>__wm.init("https://web.archive.org/web");</script><script>'
    f'__wm.wombat("{URL}","20230904121105","https://web.archive.org/","web",'
    '"https://web-static.archive.org/_static/","1693829465");</script>'
)
BAR = (
    "<!-- BEGIN WAYBACK TOOLBAR INSERT --><div id='wm-ipp-base'><form><input value=x></form>"
    f"<p>{PROSE[0]}</p></div><div id='wm-ipp-print'>The Wayback Machine - {MEMENTO}</div>"
    "<!-- END WAYBACK TOOLBAR INSERT -->"
)
END = (
    "<!--\n     FILE ARCHIVED ON 12:11:05 Sep 04, 2023 AND RETRIEVED FROM THE\n"
    "     INTERNET ARCHIVE ON 05:55:35 Jul 12, 2026.\n-->"
)
PAGES = {
    "saved by a browser": f"<!DOCTYPE html>\n{MARK}\n<html><head>{SCRIPT}{HEAD}</head><body>{BAR}"
    f"{BODY}</body></html>{END}",
    "without a mark": f"<html><head>{SCRIPT}{HEAD}</head><body>{BAR}{BODY}</body></html>{END}",
    "without scripts": f"<html><head>{HEAD}</head><body>{BAR}{BODY}</body></html>{END}",
    "without a head": f"<title>East quay closes</title>{BAR}{BODY}{END}",
    "by its mark alone": f"{MARK}<html><head>{HEAD}</head><body>{BODY}</body></html>",
    "by SingleFile": f"<html><!--\n Page saved with SingleFile \n url: {MEMENTO} \n saved date: "
    f"Sun Jul 12 2026 05:55:35 GMT+0000 (GMT)\n--><head>{HEAD}</head><body>{BODY}</body></html>",
}


def read(folder: Path, page: str) -> Snapshot:
    file = folder / "page.html"
    file.write_text(page, encoding="utf-8")
    os.utime(file, (1_800_000_000, 1_800_000_000))
    (snapshot,) = read_snapshots(file, file.name)
    assert isinstance(snapshot, Snapshot)
    return snapshot


@pytest.mark.parametrize("how", PAGES)
def test_a_page_from_the_wayback_machine_is_that_of_its_outlet(tmp_path: Path, how: str) -> None:
    snapshot = read(tmp_path, PAGES[how])
    assert (snapshot.url, snapshot.captured and snapshot.captured.isoformat()) == (
        URL,
        "2023-09-04T12:11:05+00:00",
    )
    assert Evidence(field="captured", witness="web.archive.org address") in snapshot.evidence
    (article,) = parse_snapshot(snapshot)
    assert (article.header.url, article.header.source) == (URL, "echo.example")
    assert "Wayback" not in snapshot.text.replace("WAYBACK MACHINE", "")
    links = ("https://echo.example/2023/swans", '"http://old.example/"', "quay.jpg")
    assert all(link in snapshot.text for link in links)
    assert '"https://web.archive.org/web/20190101000000/http://gone.example/"' in snapshot.text


TODAY = (
    "<html><head><title>East quay closes</title>"
    '<meta property="og:site_name" content="archive.ph"/>'
    '<meta property="og:url" content="https://archive.ph/AbCdE" itemprop="url"/>'
    '<link rel="canonical" href="https://archive.ph/AbCdE"/>'
    f'<link rel="bookmark" href="http://archive.today/20230904121105/{URL}"/></head><body>'
    f'<div id="HEADER"><form><input type="text" name="q" value="{URL}"></form></div>'
    '<div id="CONTENT">'
    f'{H1}{TEXT}<p>As <a href="https://archive.ph/o/AbCdE/https://echo.example/swans">told</a>.</p>'
)


@pytest.mark.parametrize(
    "page", [TODAY, TODAY.replace("today/20230904121105", "ph/2023.09.04-121105")]
)
def test_a_page_from_archive_today_is_that_of_its_outlet(tmp_path: Path, page: str) -> None:
    snapshot = read(tmp_path, page)
    assert snapshot.url == URL
    assert snapshot.captured is not None
    assert snapshot.captured.isoformat() == "2023-09-04T12:11:05+00:00"
    assert '"https://echo.example/swans"' in snapshot.text
    (article,) = parse_snapshot(snapshot)
    assert (article.header.url, article.header.source) == (URL, "echo.example")


@pytest.mark.parametrize(
    "address",
    [
        f"https://arquivo.pt/wayback/20230904121105/{URL}",
        f"https://wayback.archive-it.org/1234/20230904121105id_/{URL}",
        f"https://www.webarchive.org.uk/wayback/archive/20230904121105mp_/{URL}",
        f"https://archive.ph/20230904121105/{URL}",
    ],
)
def test_the_addresses_of_all_web_archives_are_of_one_form(address: str) -> None:
    replay = find_replay(address)
    assert replay is not None
    assert replay.url == URL
    assert undo_replay(f'<a href="{address}">', replay) == f'<a href="{URL}">'


@pytest.mark.parametrize(
    "page",
    [
        f'<link rel="canonical" href="{URL}"><a href="{MEMENTO}">kept</a> archive.ph/x</html>',
        f'<link rel="stylesheet" href="{MEMENTO}"><p>wm-ipp</p>',
        "<p>FILE ARCHIVED ON</p>",
        '<link rel="canonical" href="https://echo.example/20230904121105/x"> __wm.',
        '<link rel="canonical" href="https://echo.example/99999999999999/http://x"> __wm.',
    ],
)
def test_a_page_that_only_leads_to_an_archive_is_its_own(page: str) -> None:
    assert find_replayed(page) is None
    assert find_note(page).replay is None


@given(st.text(max_size=200))
def test_what_is_no_address_stays_as_it_is(text: str) -> None:
    replay = find_replay(MEMENTO)
    assert replay is not None
    assert undo_replay(f'<a href="{MEMENTO}">{text}', replay) == f'<a href="{URL}">{text}'
