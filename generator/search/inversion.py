"""Turn stories inside out: for each word of each field, which documents have it, and where.

Stories are read in runs, by several workers where there is more than one job. What a run comes to
is kept in a file, so that nobody reads it again until a story of it changes.
"""

from collections.abc import Iterable
from functools import partial
from pathlib import Path

from generator.forks import run_tasks
from generator.search.joining import join_runs
from generator.search.postings import Inverted
from generator.search.run_files import is_whole, read_run, write_run
from generator.search.runs import invert_run
from generator.search.tokens import Text, Vocabulary


def find_missing(keys: Iterable[str], folder: Path) -> tuple[frozenset[str], bool]:
    """Return the keys of runs that `folder` hasn't whole, and whether all that it has are whole."""
    missing = frozenset(key for key in keys if not is_whole(folder / key))
    return missing, not any((folder / key).exists() for key in missing)


def write_runs(
    runs: Iterable[tuple[str, list[Text]]], folder: Path, language: str, workers: int
) -> None:
    """Turn runs inside out, each into the file in `folder` that has its key for a name.

    `language` is that of the archive, for stories that don't say their own. What workers learn
    goes with them.
    """
    folder.mkdir(parents=True, exist_ok=True)
    vocabulary = Vocabulary(language)

    def write(given: tuple[str, list[Text]]) -> None:
        key, texts = given
        write_run(folder / key, invert_run(texts, vocabulary))

    for _ in run_tasks(write, runs, workers):
        pass


def read_runs(keys: Iterable[str], folder: Path) -> Inverted:
    """Return what the runs of a part, whose files are in `folder`, come to together."""
    return join_runs([partial(read_run, folder / key) for key in keys])
