"""The modules of the browser keep to the rules by which they are joined and made small."""

import re
from collections import Counter

import pytest

from generator.search.bundle import BROWSER, MORE, PAGE, read_script
from generator.search.plain import DISK
from generator.search.stemming import list_stemmers
from tools import script
from tools.script import OUTSIDE, cut_scripts, order_modules, read_modules, strip_module

MODULES = sorted(path.relative_to(BROWSER).as_posix() for path in BROWSER.rglob("*.js"))
OURS = [name for name in MODULES if "/" not in name]

# Those that put what is found into the page, and hear what is done there.
OF_THE_PAGE = frozenset(
    "boxes chart disk elements keys messages more page period results snippets view".split()
)


def read(name: str) -> str:
    return (BROWSER / name).read_text(encoding="utf-8")


def test_the_scripts_are_those_of_the_modules() -> None:
    """Where this fails, `make script` makes them anew."""
    assert script.SIGNED.read_text(encoding="utf-8").strip() == script.sign()


@pytest.mark.parametrize("name", MODULES)
def test_imports_and_exports_are_of_the_one_form(name: str) -> None:
    left = re.sub(r'\bimport\("\./[\w-]+\.js"\)', "", strip_module(read(name)))
    assert not re.findall(r"\b(?:import|export)\b", left)


def test_no_two_modules_of_a_script_declare_the_same_name() -> None:
    declared = re.compile(r"^(?:async function|function|class|const|let|var) (\w+)", re.MULTILINE)
    for made in cut_scripts(read_modules()):
        names = Counter(
            name for module in made.modules for name in declared.findall(strip_module(read(module)))
        )
        assert [name for name, times in names.items() if times > 1] == []


def test_every_module_of_ours_is_in_one_script() -> None:
    scripts = cut_scripts(read_modules())
    assert [made.name for made in scripts] == [PAGE, MORE, DISK]
    joined = [name for made in scripts for name in made.modules]
    assert sorted([*joined, *OUTSIDE]) == OURS


def test_a_module_comes_after_those_that_it_imports() -> None:
    order = order_modules([PAGE], read_modules())
    assert order[-1] == PAGE
    assert order.index("cursor.js") < order.index("shard.js") < order.index("index.js")


def test_a_circle_is_an_error() -> None:
    circle = {"a.js": 'import { b } from "./b.js";\n', "b.js": 'import { a } from "./a.js";\n'}
    with pytest.raises(ValueError, match="circle"):
        order_modules(["a.js"], circle)


def test_names_that_others_know_stay_as_they_are() -> None:
    short = script.list_properties()
    assert {"readSeries", "showFilters", "shards", "any_of"} <= {*short}
    assert not {"find", "search", "stemWord", "documents", "headline", "total"} & {*short}
    assert "readSeries" not in read_script(PAGE)
    assert ".shards" not in read_script(PAGE)


def test_the_module_of_stemmers_knows_all_of_them() -> None:
    known = re.findall(r"^  (\w+): \w+Stemmer,$", read("stemmers.js"), re.MULTILINE)
    assert known == [*list_stemmers()]
    for name in known:
        assert f'import {{ {name.title()}Stemmer }} from "./snowball/{name}.js";' in read(
            "stemmers.js"
        )


@pytest.mark.parametrize("name", MODULES)
def test_nothing_of_it_makes_code_of_text_or_markup_of_text(name: str) -> None:
    """The strict policy of the pages would stop it."""
    sinks = r"\beval\b|\bFunction\(|innerHTML|outerHTML|insertAdjacentHTML|document\.write"
    assert not re.findall(sinks + r"|DOMParser|WebAssembly|importScripts|srcdoc", read(name))


@pytest.mark.parametrize("name", [name for name in OURS if name[:-3] not in OF_THE_PAGE])
def test_only_the_page_knows_the_document(name: str) -> None:
    assert not re.search(r"\b(?:globalThis\.)?(?:document|window)\.\w", strip_module(read(name)))
