"""Read the files of `content/` one by one, and collect what a person should mend."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from generator.content.document import Document, parse_document, read_text
from generator.content.folders import read_folder
from generator.content.html import Body, Measure, read_markdown
from generator.content.media import make_measure

CONTENT = "content"

_LONGEST_SRC = 100
"""How much is told of a picture's source, which may be a whole picture in a `data:` URI."""


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads the files of the archive at `root`, whose pictures it measures."""

    root: Path
    measure: Measure
    problems: list[str] = field(default_factory=list)

    def tell(self, path: Path, problem: str) -> None:
        """Remember what should be mended in a file, or why it was left out."""
        self.problems.append(f"{path.relative_to(self.root).as_posix()}: {problem}")

    def find_files(self, part: str, suffix: str) -> Iterator[Path]:
        """Yield the files of a part of `content/`, sorted by path, and tell which are left out."""
        folder = read_folder(self.root / part, self.root / CONTENT)
        for path, why in folder.left_out:
            self.tell(path, why)
        for path in folder.files:
            if path.suffix == suffix:
                yield path
            else:
                self.tell(path, f"left out, since its name doesn't end in {suffix}: rename it")

    def read_document(self, path: Path) -> Document | None:
        """Return a file taken apart, or None where it can't be read as text."""
        try:
            return parse_document(read_text(path))
        except UnicodeDecodeError:
            self.tell(path, "left out, since it is no UTF-8 text: save it as UTF-8")
        except OSError as error:
            self.tell(path, f"left out, since it can't be read ({error.strerror})")
        return None

    def read_body(self, path: Path, markdown: str, address: str) -> Body:
        """Return what the Markdown of a file says, and tell which pictures of it aren't there."""
        body = read_markdown(markdown, address, self.measure)
        for src in body.missing:
            where = f"content/media/ has no picture {src[:_LONGEST_SRC]}"
            self.tell(path, f"shown without a picture, since {where}")
        return body


def make_reader(root: Path) -> Reader:
    """Return a reader of the archive at `root`, which has no problems yet."""
    return Reader(root, make_measure(root / CONTENT))
