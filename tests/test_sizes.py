"""What `make sizes` counts."""

from pathlib import Path

from tools.sizes import compare, measure_file

SOURCE = '''"""Say what this is.

At some length.
"""

# Why the next line is so.
LIMIT = 3


def count(words, limit, *, strict):
    """Count."""

    total = 0
    for word in words:  # one by one
        if word and total < limit:
            total += 1
    return total


def _bare():
    return """not
a docstring"""
'''


def test_lines_of_code_leave_out_docstrings_comments_and_blank_lines(tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text(SOURCE)
    size = measure_file(tmp_path / "a.py", tmp_path)
    count, bare = size.functions
    assert (count.lines, count.branches, count.arguments) == (6, 2, 3)
    assert (bare.lines, bare.branches, bare.arguments) == (3, 0, 0)
    assert (size.lines, size.code, size.comments) == (22, 10, 2)
    assert (size.documented, size.public) == (2, 2)


def test_each_line_of_the_measure_is_beside_what_is_here(tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text(SOURCE)
    rows = list(compare([measure_file(tmp_path / "a.py", tmp_path)]))
    assert [here for _, _, here in rows] == ["4 / 6 / 6", "22 / 22", "2", "3", "100%", "20.0%"]
