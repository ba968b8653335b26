"""Files whose end is known are accounted for without being read again."""

from hypothesis import given
from hypothesis import strategies as st

from generator.accounts import (
    Accounts,
    Shelved,
    find_filed,
    look_at_file,
)
from generator.ledger import Line, PageLine, read_ledger, write_ledger
from generator.model import Header, Recapture, Revision, SnapshotRef, Story


def make_file(name: str, digest: str | None) -> Shelved:
    return Shelved(name=name, digest=digest, key=digest and f"key of {digest}")


def make_ref(path: str, digest: str) -> SnapshotRef:
    return SnapshotRef(path=path, digest=digest, kind="html")


STORY = Story(
    path="content/articles/2023/09/04/crane.md",
    slug="crane",
    address="2023/09/04/crane/",
    header=Header(headline="Crane"),
    html="",
    text="",
    snapshot=make_ref("new.html", "d-new"),
    recaptures=(Recapture(seen=None, digest="d-again"),),
    revisions=(
        Revision(
            headline="Crane",
            captured=None,
            snapshot=make_ref("old.html", "d-old"),
            text="",
            recaptures=(Recapture(seen=None, digest="d-old-again"),),
        ),
    ),
)
FILED = find_filed([STORY])


def settle_verdicts(*files: Shelved, ledger: dict[str, Line] | None = None) -> dict[str, str]:
    accounts = Accounts({file.name for file in files}, FILED, ledger or {})
    settled = accounts.settle(files)
    return {each.path: each.verdict for outcomes in settled.values() for each in outcomes}


def test_what_content_holds_is_an_article_a_revision_or_a_duplicate():
    files = [
        make_file("new.html", "d-new"),
        make_file("old.html", "d-old"),
        make_file("again.html", "d-again"),
        make_file("old-again.html", "d-old-again"),
        make_file("unseen.html", "d-unseen"),
    ]
    assert settle_verdicts(*files) == {
        "new.html": "article",
        "old.html": "revision",
        "again.html": "duplicate",
        "old-again.html": "duplicate",
    }


def test_of_two_files_with_the_same_bytes_the_one_that_content_names_is_the_snapshot():
    files = [make_file("copy.html", "d-new"), make_file("new.html", "d-new")]
    assert settle_verdicts(*files) == {"copy.html": "duplicate", "new.html": "article"}


def test_a_snapshot_that_was_moved_on_the_shelf_is_still_the_article():
    assert settle_verdicts(make_file("moved/new.html", "d-new")) == {"moved/new.html": "article"}


def test_of_two_new_files_with_the_same_bytes_one_is_left_to_be_read():
    files = [make_file("a.html", "d-x"), make_file("b.html", "d-x")]
    assert settle_verdicts(*files) == {"b.html": "duplicate"}


def test_what_the_ledger_knows_is_not_read_again():
    files = [make_file("bad.html", "d-bad"), make_file("unreadable.html", None)]
    assert settle_verdicts(*files, ledger={"key of d-bad": Line(reason="empty")}) == {
        "bad.html": "quarantined"
    }


def test_a_quarantine_is_looked_at_again_when_what_it_depends_on_changes(tmp_path):
    (tmp_path / "a.html").write_text("news")
    first = look_at_file(tmp_path, "a.html", None, "1")
    assert look_at_file(tmp_path, "a.html", first.digest, "1") == first
    assert look_at_file(tmp_path, "a.html", None, "2").key != first.key
    (tmp_path / "a.html.backfile.toml").write_text('source = "The Log"')
    assert look_at_file(tmp_path, "a.html", None, "1").key != first.key
    assert look_at_file(tmp_path, "gone.html", None, "1").digest is None


LINES = st.builds(Line, reason=st.text(min_size=1)) | st.builds(
    Line,
    passed=st.integers(0, 9),
    pages=st.lists(
        st.builds(
            PageLine,
            st.none() | st.text(),
            st.none() | st.text(),
            st.none() | st.text(),
        ),
        min_size=1,
    ).map(tuple),
)


@given(st.dictionaries(st.text(), LINES))
def test_the_ledger_is_read_back(tmp_path_factory, ledger):
    file = tmp_path_factory.mktemp("state") / "ledger.json"
    write_ledger(file, ledger)
    assert read_ledger(file) == ledger


def make_line(*pages: tuple[str, str | None, str | None]) -> dict[str, Line]:
    return {"key of d-zip": Line(pages=tuple(PageLine(*page) for page in pages), passed=2)}


def test_a_file_of_many_pages_is_settled_when_each_of_them_is():
    pages = [("a.html", "d-new", None), ("b.html", None, "empty"), ("c.html", "d-new", None)]
    assert settle_verdicts(make_file("many.zip", "d-zip"), ledger=make_line(*pages)) == {
        "many.zip": "container",
        "many.zip/a.html": "article",
        "many.zip/b.html": "quarantined",
        "many.zip/c.html": "duplicate",
    }
    unknown = make_line(*pages, ("d.html", "d-unseen", None))
    assert settle_verdicts(make_file("many.zip", "d-zip"), ledger=unknown) == {}


def test_a_page_in_a_file_and_the_same_page_beside_it_are_one_snapshot():
    files = [make_file("many.zip", "d-zip"), make_file("new.html", "d-new")]
    assert settle_verdicts(*files, ledger=make_line(("a.html", "d-new", None))) == {
        "many.zip": "container",
        "many.zip/a.html": "duplicate",
        "new.html": "article",
    }


def test_a_file_of_many_that_is_to_be_read_takes_no_page_from_others():
    files = [make_file("many.zip", "d-zip"), make_file("moved.html", "d-old")]
    pages = [("a.html", "d-old", None), ("b.html", "d-unseen", None)]
    assert settle_verdicts(*files, ledger=make_line(*pages)) == {"moved.html": "revision"}


def test_a_damaged_ledger_is_an_empty_one(tmp_path):
    for damage in (b"", b"{", b"[1]", b"\xff", b"[" * 100_000, b'{"a": 1}', b'{"a": [1, [2]]}'):
        (tmp_path / "ledger.json").write_bytes(damage)
        assert read_ledger(tmp_path / "ledger.json") == {}
