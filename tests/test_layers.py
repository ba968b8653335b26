"""The layers: who may import whom, over every import statement, lazy ones too.

cli ─> pipeline ─> additions ─> intake ─> workers ─> the stages ─> the ground
"""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]

STAGES = frozenset(["snapshots", "parsing", "desk", "content", "site", "search", "publish"])
GROUND = frozenset(
    [
        "model",
        "addresses",
        "blocks",
        "records",
        "config",
        "errors",
        "text",
        "urls",
        "dates",
        "files",
        "forks",
    ]
)
EDGES = {
    **dict.fromkeys(STAGES, GROUND),
    "site": GROUND | {"content"},
    "search": GROUND | {"content"},
    **dict.fromkeys(GROUND, GROUND),
    "serve": GROUND,
    "workers": GROUND | {"snapshots", "parsing"},
    "ledger": GROUND,
    "accounts": GROUND | {"snapshots", "ledger"},
    "rules": GROUND | {"parsing"},
    "rereading": GROUND | {"parsing", "rules"},
    "batches": GROUND | {"content", "desk", "ledger", "parsing", "rules", "workers"},
    "intake": GROUND
    | {"snapshots", "content", "accounts", "batches", "ledger", "rereading", "rules", "workers"},
    "additions": GROUND
    | {"snapshots", "content", "accounts", "intake", "rereading", "rules", "workers"},
    "pipeline": GROUND | STAGES | {"additions", "intake", "rules", "serve", "workers"},
    "console": GROUND,
    "cli": GROUND | {"console", "pipeline", "snapshots"},
    "__main__": frozenset(["cli"]),
    "__init__": frozenset(),
}
"""A part of `generator`, and the parts that it may import, besides itself and the version."""

HOMES = {
    "PIL": "content",
    "backports": "snapshots",
    "brotli": "snapshots",
    "charset_normalizer": "snapshots",
    "click": "cli console",
    "dateutil": "dates",
    "cssselect": "parsing",
    "filelock": "publish",
    "fundus": "parsing",
    "jinja2": "site",
    "markdown_it": "content",
    "nh3": "content",
    "numpy": "search",
    "pebble": "workers",
    "pelican": "site",
    "rcssmin": "site",
    "rich": "console",
    "Stemmer": "search",
    "snowballstemmer": "search",
    "whoosh": "search",
}
"""A library, and the part or parts that know of it."""


def find_modules() -> Iterator[str]:
    for path in sorted((ROOT / "generator").rglob("*.py")):
        parts = path.relative_to(ROOT).with_suffix("").parts
        yield ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


MODULES = tuple(find_modules())


def find_path(module: str) -> Path:
    path = ROOT.joinpath(*module.split("."))
    return path / "__init__.py" if path.is_dir() else path.with_suffix(".py")


def resolve(module: str, statement: ast.ImportFrom) -> str:
    """Return the absolute name that `from … import` names, relative dots counted."""
    if not statement.level:
        return statement.module or ""
    here = module.split(".")
    keep = len(here) - statement.level + (find_path(module).name == "__init__.py")
    return ".".join([*here[:keep], *([statement.module] if statement.module else [])])


@cache
def find_imports(module: str) -> frozenset[str]:
    """Return the modules that `module` imports anywhere; `from x import y` is x.y if a module."""
    found = set()
    for statement in ast.walk(ast.parse(find_path(module).read_text(encoding="utf-8"))):
        if isinstance(statement, ast.Import):
            found |= {alias.name for alias in statement.names}
        elif isinstance(statement, ast.ImportFrom):
            source = resolve(module, statement)
            inner = [f"{source}.{alias.name}" for alias in statement.names]
            found |= {name if name in MODULES else source for name in inner}
    return frozenset(found)


def part_of(module: str) -> str:
    """Return the part of `generator` that a module belongs to: `generator.site.theme` → site."""
    return module.split(".")[1] if "." in module else "__init__"


@pytest.mark.parametrize("module", MODULES)
def test_a_part_imports_only_what_its_layer_may(module: str) -> None:
    part = part_of(module)
    ours = {part_of(name) for name in find_imports(module) if name.split(".")[0] == "generator"}
    assert part in EDGES, "a new part needs a place in the table of layers"
    assert ours - {part, "__init__"} <= EDGES[part]


@pytest.mark.parametrize("module", MODULES)
def test_a_library_is_known_to_one_part(module: str) -> None:
    libraries = {name.split(".")[0] for name in find_imports(module)}
    assert {
        name
        for name in libraries
        if part_of(module) not in HOMES.get(name, part_of(module)).split()
    } == set()


def find_cycle(module: str, trail: tuple[str, ...] = ()) -> tuple[str, ...]:
    """Return the modules of an import cycle that `module` leads to, or nothing."""
    if module in trail:
        return (*trail[trail.index(module) :], module)
    for name in sorted(find_imports(module) & set(MODULES)):
        if cycle := find_cycle(name, (*trail, module)):
            return cycle
    return ()


@pytest.mark.parametrize("module", MODULES)
def test_no_module_imports_itself_in_a_circle(module: str) -> None:
    assert find_cycle(module) == ()


@pytest.mark.parametrize("module", MODULES)
def test_no_import_hides_from_these_tests(module: str) -> None:
    """A module imported by a name made at run time would be an edge that nobody sees."""
    nodes = list(ast.walk(ast.parse(find_path(module).read_text(encoding="utf-8"))))
    called = {node.func for node in nodes if isinstance(node, ast.Call)}
    names = {getattr(func, "id", None) or getattr(func, "attr", None) for func in called}
    assert not names & {"import_module", "__import__", "exec", "eval"}
