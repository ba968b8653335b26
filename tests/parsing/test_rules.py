"""A person's own rules for the pages of a site: read, checked, chosen by time, and followed."""

from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path

import pytest

from generator.errors import SettingsError
from generator.model import Article, PartialDate, Precision, Snapshot
from generator.parsing import Guides, parse_snapshot
from generator.parsing.document import Document, read_document
from generator.parsing.hosts import Rule, RuleBook, parse_rules
from generator.parsing.hosts.rules import find_elements
from generator.rules import read_rules
from generator.snapshots import find_files, read_snapshots
from tests.parsing.describing import outline
from tests.parsing.pages import PROSE, TEXT

ROOT = Path(__file__).parents[2]
PAGE = f"""<html><head><title>Quay</title><meta name="desk" content="Harbour"></head><body>
<h1>The Quay Courant</h1><div class="top"><b class="hl">East quay closes</b>
<i class="who">Bea Quill</i> and <i class="who">Tam Rusk</i>
<time class="out" datetime="2021-05-04T08:30+01:00">this morning</time></div>
<div class="story">{TEXT}<div class="promo"><p>{PROSE[0]} So says our shop, which has tea
towels.</p></div></div>
<div class="story"><p>A second part stands further down, where an older page had its jump.</p></div>
</body></html>"""
RULE = """
[[rule]]
headline = "b.hl"
byline = "i.who"
section = "meta[name=desk]"
published = "time.out"
body = "div.story"
remove = [".promo"]
"""


def read(rules: str, html: str = PAGE, host: str = "quay.example", day: int = 1) -> Article:
    """Return the article of a page of quay.example, saved in May 2021, by `rules` for `host`."""
    moment = datetime(2021, 5, day, tzinfo=UTC)
    snapshot = Snapshot(
        path="p.html",
        digest="0" * 64,
        kind="html",
        text=html,
        url="https://www.quay.example/east",
        captured=PartialDate(moment=moment, precision=Precision.DAY),
    )
    guides = Guides(rules=RuleBook({host: parse_rules(rules, host, f"{host}.toml")}))
    (article,) = parse_snapshot(snapshot, guides)
    return article


def test_each_field_is_read_where_the_rule_says() -> None:
    header = read(RULE).header
    assert (header.headline, header.byline) == ("East quay closes", ("Bea Quill", "Tam Rusk"))
    assert header.section == "Harbour"
    assert header.published
    assert header.published.isoformat() == "2021-05-04T08:30+01:00"


def test_the_body_is_all_that_the_rule_names_without_what_it_removes() -> None:
    lines = list(outline(read(RULE).body))
    assert len(lines) == len(PROSE) + 1
    assert not any("tea" in line for line in lines)
    assert "A second part" in lines[-1]


def test_the_evidence_names_the_rule() -> None:
    said = {one.field: one.witness for one in read(RULE).evidence}
    assert said["headline"] == "rule for quay.example: b.hl"
    assert said["body"] == "rule for quay.example: div.story"


def test_an_attribute_is_asked_for_by_its_name() -> None:
    page = PAGE.replace('class="hl"', 'class="hl" title="Quay shut"')
    assert read('[[rule]]\nheadline = "b.hl@title"\n', page).header.headline == "Quay shut"


def test_where_a_rule_finds_nothing_the_page_is_read_like_any_other() -> None:
    nothing = '[[rule]]\nheadline = ["h1.gone", "h1 > span"]\nbody = "#gone"\n'
    assert read(nothing) == read(RULE, host="elsewhere.example")


def test_the_first_selector_that_finds_something_counts() -> None:
    rules = '[[rule]]\nheadline = ["h1.gone", "b.hl", "h1"]\n'
    assert read(rules).header.headline == "East quay closes"


TIMES = """
[[rule]]
headline = "h1"
[[rule]]
valid_until = 2021-05-10
headline = "b.hl"
"""


def test_a_rule_is_valid_until_its_last_day() -> None:
    headlines = [read(TIMES, day=day).header.headline for day in (10, 11)]
    assert headlines == ["East quay closes", "The Quay Courant"]


def test_a_page_of_unknown_age_is_read_by_the_newest_rule() -> None:
    book = RuleBook({"quay.example": parse_rules(TIMES, "quay.example", "")})
    rule = book.find("https://quay.example/a", None)
    assert rule
    assert rule.valid_until == date.max


def test_the_rules_of_the_nearest_host_are_followed() -> None:
    rules = {host: parse_rules(RULE, host, "") for host in ("quay.example", "news.quay.example")}
    hosts = {
        "https://m.quay.example/": "quay.example",
        "https://a.news.quay.example/": "news.quay.example",
    }
    for url, host in hosts.items():
        found = RuleBook(rules).find(url, None)
        assert found
        assert found.host == host
    assert RuleBook(rules).find("https://otherquay.example/", None) is None


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("headline = 'h1'", '"headline" stands outside a rule'),
        ("", "there is no rule"),
        ("[[rule]]\n", "it says nothing"),
        ("[[rule]]\nheadlin = 'h1'", 'unknown key "headlin" (did you mean "headline"?)'),
        ("[[rule]]\nheadline = 'h1['", "is no CSS selector"),
        ("[[rule]]\nheadline = 'a:visited::after'", "is no CSS selector"),
        ("[[rule]]\nheadline = 3", "must be a CSS selector in quotes"),
        ("[[rule]]\nheadline = ''", "must be a CSS selector in quotes"),
        ("[[rule]]\nvalid_until = '2021'\nbody = 'p'", "must be a day such as"),
        ("[[rule]]\nbody = 'p'\n[[rule]]\nbody = 'p'", "until the same day"),
        ("[[rule]\n", "not valid TOML"),
    ],
)
def test_a_fault_is_named(text: str, fault: str) -> None:
    with pytest.raises(SettingsError) as caught:
        parse_rules(text, "quay.example", "quay.example.toml")
    assert fault in str(caught.value)


def test_all_faults_of_all_files_are_told_at_once(tmp_path: Path) -> None:
    (tmp_path / "a.example.toml").write_text("[[rule]]\nbdy = 'p'\nheadline = 1\n")
    (tmp_path / "not a host.toml").write_bytes(b"[[rule]]\nbody = '\xff'\n")
    with pytest.raises(SettingsError) as caught:
        read_rules(tmp_path)
    assert len(caught.value.faults) == 3


@pytest.mark.parametrize("name", ["www.quay.example.toml", "quay.example.toml.txt", "quay.TOML"])
def test_a_file_that_would_be_for_no_page_is_told(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("[[rule]]\nbody = 'p'\n")
    with pytest.raises(SettingsError, match="name") as caught:
        read_rules(tmp_path)
    assert len(caught.value.faults) == 1


def test_what_is_no_file_of_rules_is_left_alone(tmp_path: Path) -> None:
    for name in ("README.md", "._quay.example.toml", "quay.example.toml~"):
        (tmp_path / name).write_bytes(b"\0 no rules")
    assert read_rules(tmp_path).by_host == {}


# ── The archive's own rules ──────────────────────────────────────────────────────────────────

RULES = ROOT / "rules"
OWN = [rule for rules in read_rules(RULES).by_host.values() for rule in rules]
OWN_SELECTORS = [(rule, name) for rule in OWN for name in rule.selectors]


@pytest.mark.parametrize(
    ("rule", "name"), OWN_SELECTORS, ids=[f"{r.host} {r.valid_until} {n}" for r, n in OWN_SELECTORS]
)
def test_each_selector_of_our_rules_finds_something_on_a_page_that_we_keep(
    rule: Rule, name: str
) -> None:
    """A rule that has outlived its pages is noticed."""
    roots = [page.root for page in kept_pages() if rule in read_rules(RULES).of_host(page.url)]
    for selector in rule.selectors[name]:
        assert any(find_elements(selector, root) for root in roots), selector.css


@cache
def kept_pages() -> list[Document]:
    files = find_files(ROOT / "snapshots").snapshots
    read = (snapshot for path in files for snapshot in read_snapshots(path, path.name))
    return [read_document(one) for one in read if isinstance(one, Snapshot) and one.kind != "text"]
