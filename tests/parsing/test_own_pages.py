"""Pages on which a site speaks of itself are set aside, and no story that is called as they are."""

import pytest

from generator.model import Article, Quarantine, Snapshot
from generator.parsing import parse_snapshot
from tests.parsing.gallery import page
from tests.parsing.pages import PROSE, TEXT

LAW = (
    "<p>We collect personal data that you give us when you write to the crane, such as your name, "
    "and we keep it for as long as the crane remembers.</p>"
)
GESETZ = (
    "<p>Verantwortlich im Sinne des Gesetzes: Irma Kai. Handelsregister: Amtsgericht Kranhafen, "
    "mit einer Nummer, die hier nichts zur Sache tut.</p>"
)
PAGE = '<meta property="og:type" content="article">'
STORY = '<meta property="article:published_time" content="2021-03-04T10:00:00Z">'


def parse(
    title: str, text: str, url: str | None = None, head: str = "", *, keep: bool = False
) -> tuple[Article, ...] | Quarantine:
    html = page(title, f"<h1>{title}</h1>{text}", head)
    snapshot = Snapshot(path="p.html", digest="0" * 64, kind="html", text=html, url=url, keep=keep)
    return parse_snapshot(snapshot)


OWN = [
    ("Privacy Policy", LAW, None),
    ("Privacy Policy", TEXT * 9, "https://echo.example/privacy-policy/"),
    ("Impressum", GESETZ, None),
    ("Terms and Conditions", TEXT, "https://echo.example/en/terms-and-conditions"),
    ("About us", TEXT, "https://echo.example/about-us"),
    ("Kontakt", TEXT, "https://echo.example/service/kontakt.html"),
    ("Subscribe to The Echo", TEXT, "https://echo.example/subscribe"),
    (
        "プライバシーポリシー",
        f"<p>個人情報の取り扱いについて。{PROSE[0]}</p>",
        "https://echo.example/privacy",
    ),
]


@pytest.mark.parametrize(("title", "text", "url"), OWN)
def test_a_page_of_the_site_on_itself_is_no_article(title: str, text: str, url: str | None) -> None:
    said = parse(title, text, url, PAGE)
    assert isinstance(said, Quarantine)
    assert said.reason.startswith("a page of the site on itself")
    assert not isinstance(parse(title, text, url, keep=True), Quarantine)


STORIES = [
    ("Privacy Policy", TEXT, None, ""),
    ("Privacy policy of the harbour torn up", LAW, "https://echo.example/privacy-policy", ""),
    ("Contact", TEXT, "https://echo.example/2021/03/contact", ""),
    ("Contact", f"<p>By Irma Kai</p>{TEXT}", "https://echo.example/contact", ""),
    ("About us", TEXT, "https://echo.example/about-us", STORY),
    ("About us", TEXT, None, ""),
]


@pytest.mark.parametrize(("title", "text", "url", "head"), STORIES)
def test_a_story_that_is_called_so_is_one(
    title: str, text: str, url: str | None, head: str
) -> None:
    assert not isinstance(parse(title, text, url, head), Quarantine)
