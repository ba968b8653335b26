"""The site in `output/` is the old one or the new one, whenever a build is cut short."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.errors import BackfileError
from generator.publish import check_output, heal, new_stage, publish, stage

NAMES = st.sampled_from(
    ["index.html", "2023/index.html", "2023/09/index.html", "2023", "search/a.bfs", "feed.xml"]
)
TREES = st.dictionaries(NAMES, st.binary(max_size=4), max_size=5).filter(
    lambda tree: not any(other.startswith(f"{name}/") for name in tree for other in tree)
)


class PowerCutError(Exception):
    """Stands for the machine going off."""


def write_tree(folder: Path, tree: dict[str, bytes]) -> None:
    for name, data in tree.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)


def read_tree(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


@pytest.fixture
def place() -> Iterator[Path]:
    with tempfile.TemporaryDirectory() as folder:
        yield Path(folder)


def cut_power_after(steps: int, patch: pytest.MonkeyPatch) -> None:
    """Let `steps` changes to the site through, then cut the power at the next."""
    left = iter(range(steps))
    real = stage._bring

    def bring(*args: object) -> None:
        if next(left, None) is None:
            raise PowerCutError
        real(*args)

    patch.setattr(stage, "_bring", bring)


@given(old=TREES, new=TREES)
def test_publishing_makes_output_hold_exactly_what_was_staged(old, new):
    with tempfile.TemporaryDirectory() as folder:
        state, output = Path(folder, "state"), Path(folder, "output")
        write_tree(output, old)
        write_tree(new_stage(state), new)
        publish(state, output)
        assert read_tree(output) == new
        assert not (state / "journal.json").exists()


@given(old=TREES, new=TREES, steps=st.integers(0, 4))
def test_the_command_after_a_power_cut_finishes_the_new_site(old, new, steps):
    with tempfile.TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        state, output = Path(folder, "state"), Path(folder, "output")
        write_tree(output, old)
        write_tree(new_stage(state), new)
        cut_power_after(steps, patch)
        try:
            publish(state, output)
        except PowerCutError:
            patch.undo()
            heal(state, output)
        assert read_tree(output) == new


def test_a_power_cut_before_the_journal_leaves_the_old_site(place, monkeypatch):
    state, output = place / "state", place / "output"
    write_tree(output, {"index.html": b"old"})
    write_tree(new_stage(state), {"index.html": b"new"})

    def cut(*_: object) -> None:
        raise PowerCutError

    monkeypatch.setattr(stage, "write_text", cut)
    with pytest.raises(PowerCutError):
        publish(state, output)
    monkeypatch.undo()
    heal(state, output)
    assert read_tree(output) == {"index.html": b"old"}


@pytest.mark.parametrize(
    "there",
    [
        {},
        {".git/HEAD": b"", ".gitkeep": b"", ".DS_Store": b"of a Mac"},
        {".nojekyll": b"", "stray.txt": b"left"},
    ],
)
def test_a_folder_that_is_empty_or_holds_a_site_can_be_built_in(place, there):
    write_tree(place, there)
    check_output(place)
    check_output(place / "new")


@pytest.mark.parametrize("name", ["diary.txt", "2023/index.html"])
def test_a_folder_of_somebody_elses_is_refused_by_what_is_in_it(place, name):
    write_tree(place, {name: b"mine", ".git/HEAD": b""})
    with pytest.raises(BackfileError, match=f"something of your own in it .*{name}"):
        check_output(place)
    with pytest.raises(BackfileError, match="folder is a file"):
        check_output(place / name)


def test_a_file_with_the_same_bytes_is_not_touched(place):
    state, output = place / "state", place / "output"
    write_tree(output, {"index.html": b"same", "old.html": b"old"})
    before = (output / "index.html").stat().st_mtime_ns
    write_tree(new_stage(state), {"index.html": b"same"})
    journal = publish(state, output)
    assert (output / "index.html").stat().st_mtime_ns == before
    assert (journal.bring, journal.remove) == ((), ("old.html",))


def test_pages_come_in_after_what_they_ask_for(place):
    state = place / "state"
    write_tree(new_stage(state), {"a.html": b"", "theme/z.css": b"", "b.html": b""})
    assert stage.compare(state / "stage", place / "output").bring == (
        "theme/z.css",
        "a.html",
        "b.html",
    )


def test_nothing_is_written_through_a_link_that_leads_out_of_the_site(place):
    state, output, outside = place / "state", place / "output", place / "outside"
    outside.mkdir()
    output.mkdir()
    (output / "2023").symlink_to(outside, target_is_directory=True)
    write_tree(new_stage(state), {"2023/index.html": b"page"})
    publish(state, output)
    assert list(outside.iterdir()) == []
    assert (output / "2023/index.html").read_bytes() == b"page"


def test_the_repository_of_a_published_branch_is_left_alone(place):
    state, output = place / "state", place / "output"
    write_tree(output, {".git/HEAD": b"ref: refs/heads/gh-pages\n", "old.html": b""})
    write_tree(new_stage(state), {"index.html": b"new"})
    publish(state, output)
    assert read_tree(output) == {".git/HEAD": b"ref: refs/heads/gh-pages\n", "index.html": b"new"}


@pytest.mark.parametrize(
    "journal",
    [
        b"{",
        b"[]",
        b'{"bring": [1], "remove": []}',
        b'{"bring": [], "remove": ["../canary", "/etc/canary", ".git/HEAD", "a/../../canary"]}',
        b'{"bring": ["../canary"], "remove": []}',
    ],
)
def test_a_journal_that_is_damaged_or_leads_elsewhere_does_nothing(place, journal):
    state, output = place / "state", place / "output"
    write_tree(place, {"canary": b"here", "output/.git/HEAD": b"ref", "state/canary": b"bad"})
    (state / "journal.json").write_bytes(journal)
    heal(state, output)
    assert read_tree(output) == {".git/HEAD": b"ref"}
    assert (place / "canary").read_bytes() == b"here"
    assert not (state / "journal.json").exists()


def test_a_site_on_another_disk_is_copied_there(place, monkeypatch):
    state, output = place / "state", place / "output"
    write_tree(output, {"index.html": b"old"})
    write_tree(new_stage(state), {"index.html": b"new", "a/b.css": b"style"})
    real = Path.replace

    def replace(self: Path, target: Path) -> Path:
        if "stage" in self.parts:
            raise OSError(18, "Invalid cross-device link")
        return real(self, target)

    monkeypatch.setattr(Path, "replace", replace)
    publish(state, output)
    assert read_tree(output) == {"index.html": b"new", "a/b.css": b"style"}
