"""The modules of the browser keep to the rules by which they are joined."""

import re
from collections import Counter

import pytest

from generator.search.bundle import (
    BROWSER,
    ENTRY,
    STEMMERS,
    bundle,
    order_modules,
    render_stemmers,
    strip_module,
)
from generator.search.language import list_stemmers

MODULES = sorted(path.relative_to(BROWSER).as_posix() for path in BROWSER.rglob("*.js"))
OURS = [name for name in MODULES if "/" not in name]


def read(name: str) -> str:
    return (BROWSER / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("name", MODULES)
def test_imports_and_exports_are_of_the_one_form(name: str) -> None:
    left = strip_module(read(name))
    assert not re.findall(r"\b(?:import|export)\b", left)


@pytest.mark.parametrize("name", OURS)
def test_comments_stand_on_lines_of_their_own(name: str) -> None:
    left = strip_module(read(name))
    assert not re.findall(r"/\*|\*/|(?<![:\\])//", left)


def test_no_two_modules_declare_the_same_name() -> None:
    declared = re.compile(r"^(?:async function|function|class|const|let|var) (\w+)", re.MULTILINE)
    names = Counter(
        name for module in MODULES for name in declared.findall(strip_module(read(module)))
    )
    assert [name for name, times in names.items() if times > 1] == []


def test_every_module_is_needed() -> None:
    assert sorted(order_modules(ENTRY, {})) == MODULES


def test_a_module_comes_after_those_that_it_imports() -> None:
    order = order_modules(ENTRY, {})
    assert order[-1] == ENTRY
    assert order.index("snowball/base.js") < order.index("snowball/english.js")
    assert order.index("snowball/english.js") < order.index(STEMMERS) < order.index("words.js")


def test_a_circle_is_an_error() -> None:
    circle = {"a.js": 'import { b } from "./b.js";\n', "b.js": 'import { a } from "./a.js";\n'}
    with pytest.raises(ValueError, match="circle"):
        order_modules("a.js", circle)


def test_the_module_of_stemmers_knows_all_of_them() -> None:
    assert read(STEMMERS) == render_stemmers(list_stemmers())


@pytest.mark.parametrize("stemmer", [None, "english", "turkish"])
def test_a_page_gets_one_stemmer_with_its_licence(stemmer: str | None) -> None:
    script = bundle(stemmer)
    found = re.findall(r"const (\w+)Stemmer=function", script.replace("var ", "const "))
    assert found == (["Base", stemmer.title()] if stemmer else [])
    assert ("Redistribution" in script) == bool(stemmer)


@pytest.mark.parametrize("name", MODULES)
def test_nothing_of_it_makes_code_of_text_or_markup_of_text(name: str) -> None:
    """The strict policy of the pages would stop it."""
    sinks = r"\beval\b|\bFunction\(|innerHTML|outerHTML|insertAdjacentHTML|document\.write"
    assert not re.findall(sinks + r"|DOMParser|WebAssembly|importScripts|srcdoc", read(name))


@pytest.mark.parametrize("name", [name for name in OURS if name != ENTRY])
def test_only_the_page_knows_the_document(name: str) -> None:
    assert not re.search(r"\b(?:globalThis\.)?(?:document|window)\.\w", strip_module(read(name)))
