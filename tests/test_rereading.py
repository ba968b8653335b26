"""What was read by another parser or other rules is read again, and people's work stays."""

import shutil

import pytest

from generator import batches, intake, rules
from generator.config import read_archive
from generator.content import filing
from tests.archives import run, write_files
from tests.test_cli import make_page
from tests.test_intake import CRANE, FRONT, read_content, read_site, write_rule

OWN = make_page().replace("<h1>", '<b class="own">Our own headline</b><h1>')
LATER = OWN.replace("<p>The vote", '<p class="late">Later.</p><p>The vote')
FERRY = make_page("Ferry late", 5).replace("ellery-post", "other-paper")
RULE = '[[rule]]\nheadline = "b.own"\nremove = ".late"\n'
FILE = "content/articles/2023/09/04/board-keeps-the-crane.md"
OFFER = "content/offers/2023/09/04/board-keeps-the-crane.txt"


@pytest.fixture
def fill(make_archive):
    """Make an archive of three captures of two sites, read by what rule there is."""

    def make(name, rule=None, pages=None):
        root = make_archive({}, name=name)
        write_files(root / "snapshots", pages or {"a.html": OWN, "b.html": LATER, "f.html": FERRY})
        for number, file in enumerate(sorted((root / "snapshots").iterdir())):
            sidecar = file.with_name(f"{file.name}.backfile.toml")
            sidecar.write_text(f"captured = 2023-10-0{1 + number}T08:00:00Z\n")
        if rule:
            set_rule(root, rule)
        return root

    return make


def set_rule(root, rule):
    write_files(root / "rules", {"ellery-post.example.toml": rule})


def edit(root):
    text = (root / FILE).read_text("utf-8")
    (root / FILE).write_text(text.replace("Title: ", "Title: As we know, "), "utf-8")
    return (root / FILE).read_bytes()


def notes_of(root):
    return list(take_in(root).notes)


def read_shelf(root):
    """Return what a command says of the shelf, and how many files it read."""
    seen = [(0, 0)]
    archive = read_archive(root)
    stories, _ = intake.content.read_stories(root)
    taken = intake.take_in(archive, stories, jobs=1, on_file=lambda *now: seen.append(now))
    return taken.report, seen[-1][0]


def take_in(root):
    return read_shelf(root)[0]


def test_a_rule_reads_the_pages_of_its_site_again_as_if_it_had_always_been_there(fill, monkeypatch):
    root, clean = fill("old"), fill("clean", RULE)
    first, before = take_in(root).outcomes, read_content(root)
    assert [one.verdict for one in first] == ["revision", "article", "article"]
    set_rule(root, RULE)
    report, read = read_shelf(root)
    assert read == 2
    assert report.notes == (
        "1 article was read again, by another version or other rules than before:"
        " 1 says something new",
    )
    assert [one.verdict for one in report.outcomes] == ["duplicate", "article", "article"]
    take_in(clean)
    assert read_content(root) == read_content(clean)
    shutil.rmtree(root / "rules")
    monkeypatch.setattr(batches, "BATCH_WEIGHT", 1)
    assert take_in(root).outcomes == first
    assert read_content(root) == before


def test_another_parser_reads_everything_again_and_offers_nothing_that_is_as_before(
    fill, monkeypatch
):
    root = fill("old")
    take_in(root)
    theirs, before = edit(root), read_content(root)
    monkeypatch.setattr(rules, "PARSER_VERSION", "new")
    report, read = read_shelf(root)
    assert read == 3
    assert "1 article was read again" in report.notes[0]
    after = read_content(root)
    assert after.keys() == before.keys()
    assert sum(b"Parser: new\n" in text for text in after.values()) == 1
    assert (root / FILE).read_bytes() == theirs
    assert read_shelf(root)[1] == 0


def test_an_edited_article_stays_and_the_new_reading_is_taken_by_copying_and_refused_by_deleting(
    fill,
):
    root = fill("old")
    take_in(root)
    theirs = edit(root)
    set_rule(root, RULE)
    (note,) = notes_of(root)
    assert note.startswith(f"{FILE}: edited by hand")
    assert OFFER in note
    assert (root / FILE).read_bytes() == theirs
    assert (root / OFFER).read_text("utf-8").startswith("Title: Our own headline\n")
    assert "a new reading waits in content/offers/" in "".join(notes_of(root))
    taken = shutil.copytree(root, root.with_name("taken"))
    (root / OFFER).unlink()
    assert notes_of(root) == []
    assert not (root / OFFER).exists()
    shutil.copy(taken / OFFER, taken / FILE)
    assert notes_of(taken) == []
    assert not (taken / "content/offers").exists()
    assert b"Title: Our own headline" in (taken / FILE).read_bytes()


def test_what_would_now_be_set_aside_stays_and_is_told_once(fill):
    root = fill("front", pages={"front.html": FRONT})
    (root / "snapshots/front.html.backfile.toml").write_text(
        'keep = true\nurl = "https://ellery-post.example/"\n'
    )
    take_in(root)
    before = read_content(root)
    sidecar = root / "snapshots/front.html.backfile.toml"
    sidecar.write_text('url = "https://ellery-post.example/"\n')
    set_rule(root, '[[rule]]\nsection = "b.none"\n')
    (note,) = notes_of(root)
    assert "kept as it is, though front.html would now be set aside: a section front" in note
    assert read_content(root) == before
    assert notes_of(root) == []
    assert [one.verdict for one in take_in(root).outcomes] == ["article"]


def test_what_was_cut_short_is_done_again(fill, monkeypatch):
    root, clean = fill("old"), fill("clean", RULE)
    take_in(root)
    set_rule(root, RULE)
    with monkeypatch.context() as patch:
        patch.setattr(filing._Cabinet, "remove_file", lambda *_: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            take_in(root)
    assert (root / FILE).exists()
    take_in(root)
    take_in(clean)
    assert read_content(root) == read_content(clean)


def test_a_page_that_moves_leaves_one_that_leads_on_even_where_add_reads_it_again(fill):
    root = fill("site")
    run("build", "--no-search", cwd=root)
    assert f"{CRANE}index.html" in read_site(root)
    set_rule(root, RULE)
    page = write_files(root.with_name("more"), {"g.html": make_page("Gate shut", 6)}) / "g.html"
    assert "1 article was read again" in run("add", page, cwd=root).stderr
    run("build", "--no-search", cwd=root)
    site = read_site(root)
    moved = "2023/09/04/our-own-headline/"
    assert f"url=../../../../{moved}" in site[f"{CRANE}index.html"].decode()
    assert f"{moved}index.html" in site
    run("build", "--no-search", "--clean", cwd=root)
    assert read_site(root) == site


def test_a_snapshot_that_is_gone_leaves_its_article_as_it_was(fill):
    root = fill("old")
    take_in(root)
    before = read_content(root)
    shutil.rmtree(root / "snapshots")
    write_rule(root, "b.own")
    assert notes_of(root) == []
    assert read_content(root) == before
