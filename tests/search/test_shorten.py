"""Variables get short names, and nothing else of a script changes."""

import shutil
import subprocess
from dataclasses import replace

import pytest
from playwright.sync_api import Page, expect

from generator.config import Archive, Settings
from generator.search.bundle import BROWSER, bundle, read_modules, shorten_modules
from generator.search.language import list_stemmers
from generator.search.shorten import name_shortly, shorten
from generator.site import render_site
from tests.browsing import PageLog
from tests.conftest import ServeFolder
from tests.search.conftest import Searchable
from tests.search.node import NODE, needs_node
from tests.search.pages import ask, expect_count

CASES = [
    ("const total = count(3);", "const A = count(3);"),
    ("function add(left, right) { return left + right; }", "function A(e, t) { return e + t; }"),
    ("const f = (word) => word.word;", "const A = (e) => e.e;".replace(".e", ".word")),
    ("const f = ({ word, other: mine = 2 }) => ({ word, mine: [mine] });",
     "const A = ({ word: e, other: t = 2 }) => ({ word: e, mine: [t] });"),
    ("const f = (word) => `${word} word ${`${word}`}`;", "const A = (e) => `${e} word ${`${e}`}`;"),
    ('const f = (word) => "word" + /word/u.test(word) / word;',
     'const A = (e) => "word" + /word/u.test(e) / e;'),
    ("const f = (found = document.title) => found;", "const A = (e = document.title) => e;"),
    ("class Box { constructor(size) { this.size = size; } get(size) { return size ?? Box; } }",
     "class A { constructor(e) { this.size = e; } get(e) { return e ?? A; } }"),
    ("function go() { for (const [at, { one }] of list()) { let(at, one); } }",
     "function A() { for (const [e, { one: t }] of list()) { let(e, t); } }"),
    ("function go() { try { stop(); } catch (error) { if (error) { fail(error); } } }",
     "function A() { try { stop(); } catch (e) { if (e) { fail(e); } } }"),
    ("function go(kind) { switch (kind) { case 1: return { kind, class: kind }; } }",
     "function A(e) { switch (e) { case 1: return { kind: e, class: e }; } }"),
    ('import { far } from "./far.js";\nconst near = (far_) => far(far_);',
     'import { far } from "./far.js";\nconst A = (e) => far(e);'),
]  # fmt: skip


@pytest.mark.parametrize(("text", "short"), CASES)
def test_variables_are_named_shortly_and_properties_are_not(text: str, short: str) -> None:
    assert shorten(text, name_shortly([text], "", set())) == short


def test_a_short_name_is_no_word_that_is_there() -> None:
    names = name_shortly(["const total = A;"], "var B, C;", set())
    assert names == {"total": "D"}


def test_what_is_asked_for_keeps_its_name() -> None:
    assert name_shortly(["const total = 1;\nconst sum = 2;"], "", {"total"}) == {"sum": "A"}


def test_what_cannot_be_read_is_an_error() -> None:
    with pytest.raises(ValueError, match="not the JavaScript"):
        shorten("const a = `b", {})


def test_names_at_the_top_of_a_module_are_declared_one_by_one() -> None:
    for path in BROWSER.glob("*.js"):
        text = path.read_text(encoding="utf-8")
        assert "\nconst {" not in text
        assert "\nconst [" not in text


def test_other_modules_stay_as_they_are() -> None:
    modules = read_modules(list_stemmers())
    short = shorten_modules(modules)
    assert [name for name in modules if short[name] == modules[name] and "/" in name] == [
        name for name in modules if "/" in name
    ]
    ours = sum(len(text) for name, text in short.items() if "/" not in name)
    assert ours < 0.9 * sum(len(text) for name, text in modules.items() if "/" not in name)


@needs_node
def test_scripts_are_valid(tmp_path) -> None:
    for name, text in bundle(["english", "german"]).items():
        if name.endswith(".js"):
            path = tmp_path / f"{name}.mjs"
            path.write_text(text, encoding="utf-8")
            subprocess.run([NODE, "--check", path], check=True)


@pytest.mark.browser
def test_the_whole_page_works_by_its_scripts(
    coast: Searchable, tmp_path, page: Page, page_log: PageLog, serve_folder: ServeFolder
) -> None:
    """Filters, the chart, passages and spelling come from the scripts as a site has them."""
    site = shutil.copytree(coast.site, tmp_path / "site")
    archive = Archive(root=tmp_path, settings=Settings(title="Coast", description="News."))
    archive.content.mkdir()
    stories = [replace(story, html=f"<p>{story.text}</p>") for story in coast.stories]
    render_site(stories, archive, site, search=coast.assets)
    page.goto(f"{serve_folder(site)}search/?q=ferry")
    expect_count(page, 10)
    expect(page.locator(".passage mark").first).to_be_visible()
    expect(page.get_by_role("slider")).to_have_count(2)
    ask(page, "ferrx")
    page.locator("#search-hint a").click()
    expect_count(page, 10)
    ask(page, '"the harbour" OR stor* date:[2000 TO *]')
    expect_count(page, 10)
    page_log.assert_quiet()
