"""Print how large functions and files are, beside the measure that the project keeps.

    make sizes

The numbers are for people to judge: a rule that splits a good function makes two bad ones.
"""

import ast
import io
import statistics
import tokenize
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from rich.console import Console
from rich.table import Table

ROOT = Path(__file__).parents[1]
LONGEST = 8
"""How many of the largest functions and files are named."""

BRANCHES = (ast.If, ast.IfExp, ast.For, ast.While, ast.ExceptHandler, ast.match_case)
Function = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(frozen=True, slots=True, kw_only=True)
class FunctionSize:
    """One function: its lines of code, its ways through, and its arguments."""

    name: str
    lines: int
    branches: int
    arguments: int


@dataclass(frozen=True, slots=True, kw_only=True)
class FileSize:
    """One file: its lines, those with code, those with a comment, and what is documented of it."""

    name: str
    lines: int
    code: int
    comments: int
    documented: int
    public: int
    functions: tuple[FunctionSize, ...]


def find_docstring(node: ast.AST) -> ast.Constant | None:
    """Return the docstring of a module, class or function."""
    if not isinstance(node, ast.Module | ast.ClassDef | Function):
        return None
    first = next(iter(node.body), None)
    value = getattr(first, "value", None) if isinstance(first, ast.Expr) else None
    return value if isinstance(value, ast.Constant) and isinstance(value.value, str) else None


def find_code_lines(text: str, tree: ast.Module) -> tuple[set[int], set[int]]:
    """Return the numbers of the lines with code, docstrings not counted, and with a comment."""
    code: set[int] = set()
    comments: set[int] = set()
    passed = (tokenize.NL, tokenize.NEWLINE, tokenize.INDENT, tokenize.DEDENT, tokenize.ENDMARKER)
    for token in tokenize.generate_tokens(io.StringIO(text).readline):
        if token.type == tokenize.COMMENT:
            comments.add(token.start[0])
        elif token.type not in passed:
            code |= set(range(token.start[0], token.end[0] + 1))
    for node in ast.walk(tree):
        if said := find_docstring(node):
            code -= set(range(said.lineno, (said.end_lineno or said.lineno) + 1))
    return code, comments


def measure_function(node: Function, code: set[int], where: str) -> FunctionSize:
    """Return the size of one function; the functions inside it count as its own lines."""
    inside = range(node.lineno, (node.end_lineno or node.lineno) + 1)
    given = node.args
    return FunctionSize(
        name=f"{node.name}  {where}:{node.lineno}",
        lines=len(code.intersection(inside)),
        branches=sum(isinstance(part, BRANCHES) for part in ast.walk(node)),
        arguments=len([*given.posonlyargs, *given.args, *given.kwonlyargs]),
    )


def find_public(node: ast.Module | ast.ClassDef) -> Iterator[ast.AST]:
    """Yield a module or class, and what of it anybody may use: no underscore, in no function."""
    yield node
    for inner in node.body:
        if isinstance(inner, ast.ClassDef) and not inner.name.startswith("_"):
            yield from find_public(inner)
        elif isinstance(inner, Function) and not inner.name.startswith("_"):
            yield inner


def measure_file(path: Path, root: Path = ROOT) -> FileSize:
    """Return the size of one Python file."""
    text = path.read_text(encoding="utf-8")
    tree = ast.parse(text)
    code, comments = find_code_lines(text, tree)
    name = path.relative_to(root).as_posix()
    functions = [node for node in ast.walk(tree) if isinstance(node, Function)]
    public = list(find_public(tree))
    return FileSize(
        name=name,
        lines=text.count("\n"),
        code=len(code),
        comments=len(comments),
        documented=sum(find_docstring(node) is not None for node in public),
        public=len(public),
        functions=tuple(measure_function(node, code, name) for node in functions),
    )


def percentile(values: Sequence[int], share: float) -> int:
    """Return the value that `share` of `values` do not exceed."""
    return sorted(values)[min(len(values) - 1, int(share * len(values)))]


def compare(files: Sequence[FileSize]) -> Iterator[tuple[str, str, str]]:
    """Yield what is measured, the measure, and what it is here."""
    functions = [function for file in files for function in file.functions]
    lines = [function.lines for function in functions]
    sizes = [file.lines for file in files]
    three = f"{statistics.median(lines):.0f} / {percentile(lines, 0.95)} / {max(lines)}"
    yield "code lines of a function: median / p95 / max", "≤ 8 / ≤ 35 / 60", three
    two = f"{statistics.median(sizes):.0f} / {max(sizes)}"
    yield "lines of a file: median / max", "80–150 / 300", two
    yield "branches of a function, max", "10", str(max(item.branches for item in functions))
    yield "arguments, max", "5", str(max(item.arguments for item in functions))
    public = sum(file.public for file in files)
    yield "public names documented", "100%", f"{sum(f.documented for f in files) / public:.0%}"
    commented = sum(file.comments for file in files) / sum(file.code for file in files)
    yield "comment lines, of code lines", "3–8%", f"{commented:.1%}"


def print_longest(console: Console, what: str, sizes: Sequence[tuple[int, str]]) -> None:
    """Print the largest few of `sizes`, each with its name."""
    console.print(f"\nThe largest {what}:")
    for size, name in sorted(sizes, reverse=True)[:LONGEST]:
        console.print(f"  {size:4}  {name}", highlight=False)


def main() -> None:
    """Print the table, and the largest functions and files."""
    files = [measure_file(path) for path in sorted((ROOT / "generator").rglob("*.py"))]
    table = Table("", "the measure", f"{len(files)} files here", box=None)
    for row in compare(files):
        table.add_row(*row)
    console = Console()
    console.print(table)
    functions = [(item.lines, item.name) for file in files for item in file.functions]
    print_longest(console, "functions, in lines of code", functions)
    others = [path for kind in ("js", "css", "html") for path in ROOT.glob(f"[gt]*/**/*.{kind}")]
    written = [
        (path.read_bytes().count(b"\n"), path.relative_to(ROOT).as_posix()) for path in others
    ]
    print_longest(console, "files, in lines", [(f.lines, f.name) for f in files] + written)


if __name__ == "__main__":
    main()
