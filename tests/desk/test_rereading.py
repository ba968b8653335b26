"""An archive that is read again is the one that the new readings would have made."""

from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.content import carry_out, read_stories
from generator.desk import decide
from generator.model import Article, OfferReading
from tests.desk.newsroom import add, capture, read_one

Saying = tuple[str, str | None, str | None, str]
SAYINGS: st.SearchStrategy[Saying] = st.tuples(
    st.sampled_from(["Trains stop", "Trains run"]),
    st.sampled_from([None, "https://example.org/a", "https://example.org/b"]),
    st.sampled_from([None, "2023-09-03", "2023-09-04"]),
    st.sampled_from(["All stop.", "Some run.", "None runs."]),
)


def read(number: int, saying: Saying) -> Article:
    headline, url, published, text = saying
    return capture(
        f"{number}.html",
        text,
        headline=headline,
        url=url,
        published=published,
        captured=f"2023-09-0{5 + number % 4}T08:00",
    )


def read_tree(root: Path) -> dict[str, bytes]:
    files = (path for path in root.rglob("*") if path.is_file())
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in files}


def reread(root: Path, articles: Sequence[Article]) -> None:
    again = {article.snapshot.digest for article in articles}
    decision = decide(articles, read_stories(root)[0], frozenset(), again)
    carry_out(decision.intents, root, {}, parser=lambda _url: "2")


def file_all(root: Path, articles: Sequence[Article]) -> None:
    decision = decide(articles, ())
    carry_out(decision.intents, root, {}, parser=lambda _url: "2")


@settings(max_examples=30)
@given(st.lists(st.tuples(SAYINGS, SAYINGS), min_size=1, max_size=5))
def test_what_is_read_again_is_as_if_it_had_never_been_read_otherwise(
    pairs: list[tuple[Saying, Saying]],
) -> None:
    with TemporaryDirectory() as folder:
        old, clean = Path(folder, "old"), Path(folder, "clean")
        add(old, *(read(number, before) for number, (before, _) in enumerate(pairs)))
        again = [read(number, after) for number, (_, after) in enumerate(pairs)]
        reread(old, again)
        file_all(clean, again)
        assert read_tree(old) == read_tree(clean)
        reread(old, again)
        assert read_tree(old) == read_tree(clean)


@settings(max_examples=15)
@given(st.lists(st.tuples(SAYINGS, SAYINGS), min_size=1, max_size=4), st.data())
def test_no_new_reading_touches_what_a_person_edited(
    pairs: list[tuple[Saying, Saying]], data: st.DataObject
) -> None:
    with TemporaryDirectory() as folder:
        root = Path(folder)
        add(root, *(read(number, before) for number, (before, _) in enumerate(pairs)))
        files = sorted((root / "content/articles").rglob("*.md"))
        theirs = data.draw(st.lists(st.sampled_from(files), unique=True))
        for file in theirs:
            file.write_text(file.read_text("utf-8").replace("Title: ", "Title: Our "), "utf-8")
        before = {file: file.read_bytes() for file in theirs}
        reread(root, [read(number, after) for number, (_, after) in enumerate(pairs)])
        assert {file: file.read_bytes() for file in theirs} == before


def test_a_new_reading_of_what_a_person_edited_is_offered(tmp_path: Path) -> None:
    first = capture("1.html", "All trains stop.")
    add(tmp_path, first)
    file = tmp_path / read_one(tmp_path).path
    file.write_text(file.read_text("utf-8").replace("Title: ", "Title: Our "), "utf-8")
    other = capture("1.html", "All trains stop.", url=None, headline="Trains run")
    decision = decide([other], read_stories(tmp_path)[0], again={first.snapshot.digest})
    assert decision.intents == (
        OfferReading(path="content/articles/2023/09/04/trains-stop.md", article=other),
    )
