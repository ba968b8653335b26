"""The modules of the browser keep to the rules by which they are joined."""

import gzip
import re
from collections import Counter

import pytest

from generator.search.bundle import (
    BROWSER,
    ENTRY,
    LICENCE,
    MORE,
    STEMMERS,
    STOP_WORDS,
    TONGUES,
    bundle,
    cut_scripts,
    order_modules,
    read_modules,
    render_stemmers,
    strip_module,
)
from generator.search.language import list_stemmers
from generator.search.plain import ENTRY as DISK
from generator.search.plain import bundle_plain

MODULES = sorted(path.relative_to(BROWSER).as_posix() for path in BROWSER.rglob("*.js"))
OURS = [name for name in MODULES if "/" not in name]


def read(name: str) -> str:
    return (BROWSER / name).read_text(encoding="utf-8")


# Those that put what is found into the page, and hear what is done there.
OF_THE_PAGE = frozenset(
    "boxes chart disk elements hint keys messages more page period results snippets view".split()
)


@pytest.mark.parametrize("name", MODULES)
def test_imports_and_exports_are_of_the_one_form(name: str) -> None:
    left = re.sub(r'\bimport\("\./[\w-]+\.js"\)', "", strip_module(read(name)))
    assert not re.findall(r"\b(?:import|export)\b", left)


@pytest.mark.parametrize("name", OURS)
def test_comments_stand_on_lines_of_their_own(name: str) -> None:
    """A type may stand before what it is of, but not where a line begins."""
    left = re.sub(r"(?<=\S )/\*\* @type \{[^}]*\} \*/(?= \()", "", strip_module(read(name)))
    assert not re.findall(r"/\*|\*/|(?<![:\\])//", left)


def test_no_two_modules_of_a_script_declare_the_same_name() -> None:
    declared = re.compile(r"^(?:async function|function|class|const|let|var) (\w+)", re.MULTILINE)
    for script in cut_scripts(read_modules(list_stemmers())):
        names = Counter(
            name
            for module in script.modules
            for name in declared.findall(strip_module(read(module)))
        )
        assert [name for name, times in names.items() if times > 1] == []


def test_every_module_is_in_one_script() -> None:
    every = list_stemmers()
    scripts = cut_scripts(read_modules(every))
    assert [script.name for script in scripts] == [ENTRY, MORE, TONGUES]
    assert sorted([DISK, *(name for script in scripts for name in script.modules)]) == MODULES


def test_a_module_comes_after_those_that_it_imports() -> None:
    order = order_modules([ENTRY], read_modules(["english"]))
    assert order[-1] == ENTRY
    assert order.index("snowball/base.js") < order.index("snowball/english.js")
    assert order.index("snowball/english.js") < order.index(STEMMERS) < order.index("words.js")


def test_a_circle_is_an_error() -> None:
    circle = {"a.js": 'import { b } from "./b.js";\n', "b.js": 'import { a } from "./a.js";\n'}
    with pytest.raises(ValueError, match="circle"):
        order_modules(["a.js"], circle)


def test_the_module_of_stemmers_knows_all_of_them() -> None:
    assert read(STEMMERS) == render_stemmers(list_stemmers())


@pytest.mark.parametrize("stemmer", [None, "english", "turkish"])
def test_a_page_gets_the_stemmer_and_stop_words_of_its_language(stemmer: str | None) -> None:
    files = bundle([stemmer] if stemmer else [])
    script = next(iter(files.values()))
    found = re.findall(r"const (\w+)Stemmer=function", script.replace("var ", "const "))
    assert found == (["Base", stemmer.title()] if stemmer else [])
    assert re.findall(r"(\w+):\s*\"[\w ]{200}", script) == ([stemmer] if stemmer else [])
    assert ("Redistribution" in files.get(LICENCE, "")) == bool(stemmer)
    assert (LICENCE in script) == bool(stemmer)


def test_other_languages_have_a_script_of_their_own() -> None:
    files = bundle(["english", "turkish", "french"])
    page, more, tongues, licence = files
    assert (page[:5], more[:5], tongues[:8], licence) == ("page.", "more.", "tongues.", LICENCE)
    assert len({name.split(".")[1] for name in (page, more, tongues)}) == 1
    assert "TurkishStemmer" in files[tongues]
    assert "TurkishStemmer" not in files[page]
    assert f'"./{page}"' in files[tongues]
    assert f'import("./{tongues}")' in files[page]
    assert f'import("./{more}")' in files[page]


def test_names_of_scripts_change_with_any_of_them() -> None:
    assert list(bundle(["english"])) == list(bundle(["english"]))
    assert not {*bundle(["english"])} & {*bundle(["danish"])} - {LICENCE}


def test_stop_words_of_other_languages_are_left_out() -> None:
    modules = read_modules(["english"])
    assert "english" in modules[STOP_WORDS]
    assert "danish" not in modules[STOP_WORDS]


@pytest.mark.parametrize("stemmer", [None, "english"])
def test_scripts_are_small(stemmer: str | None) -> None:
    sizes = [
        len(gzip.compress(text.encode(), 9)) for text in bundle([stemmer] * bool(stemmer)).values()
    ]
    page, more, *_ = sizes
    assert page <= (16_700 if stemmer else 13_400)
    assert more <= 8_700


@pytest.mark.parametrize("name", MODULES)
def test_nothing_of_it_makes_code_of_text_or_markup_of_text(name: str) -> None:
    """The strict policy of the pages would stop it."""
    sinks = r"\beval\b|\bFunction\(|innerHTML|outerHTML|insertAdjacentHTML|document\.write"
    assert not re.findall(sinks + r"|DOMParser|WebAssembly|importScripts|srcdoc", read(name))


@pytest.mark.parametrize("name", [name for name in OURS if name[:-3] not in OF_THE_PAGE])
def test_only_the_page_knows_the_document(name: str) -> None:
    assert not re.search(r"\b(?:globalThis\.)?(?:document|window)\.\w", strip_module(read(name)))


@pytest.mark.parametrize("stemmers", [[], ["english"], ["english", "german"]])
def test_a_copy_on_a_disk_gets_one_plain_script(stemmers: list[str]) -> None:
    script = bundle_plain(stemmers)
    assert not re.findall(r"^\s*(?:import|export)\b|\bimport\(", script, re.MULTILINE)
    assert [name for name in ("English", "German") if f"{name}Stemmer=function" in script] == [
        name.title() for name in stemmers
    ]
