"""Join the modules of the browser into few files, so that a page loads them with few requests.

A module keeps to these rules, which the tests hold:

- imports stand at the start of a line, `import { a, b } from "./file.js";`, and rename nothing;
- `export` stands at the start of a line, before the declaration of what is exported;
- `import("./file.js")` loads what the first titles do not need;
- no two modules declare the same name at their top, since joined they share one scope;
- a comment has its lines to itself, and no string goes over several lines;
- what `shorten.py` asks for.

There are up to three files: what the first titles need, what comes after them, and the languages
that an archive has besides its own. The later ones import from the first. A file has each module
once, those that it imports before it. All names of files carry one digest of all of them, so that
no two versions are ever mixed.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

import rjsmin

from generator.search.packing import name_content
from generator.search.shorten import name_shortly, shorten

BROWSER = Path(__file__).parent / "browser"
ENTRY = "page.js"
MORE = "more.js"
TONGUES = "tongues.js"
STEMMERS = "stemmers.js"
STOP_WORDS = "stopwords.js"
INDEX = "index.js"
LICENCE = "snowball-license.txt"

NOTICE = f"/*! Stemmers: Snowball, https://snowballstem.org/, BSD-3-Clause, see {LICENCE} */\n"

_IMPORT = re.compile(r'^import \{([^}]*)\} from "\./([\w./-]+)";\n', re.MULTILINE)
LATER = re.compile(r'\bimport\("\./([\w./-]+)"\)')
_NAMED = re.compile(r'(?<="\./)[\w-]+\.js(?=")')
_EXPORT = re.compile(r"^export (?=\w)", re.MULTILINE)
EXPORTED = re.compile(r"^export (?:async )?(?:function|class|const) (\w+)", re.MULTILINE)
_ENTRY = re.compile(r'^\s+(\w+):\s+"[^"]*",\n', re.MULTILINE)
_COMMENT = re.compile(r"^[ ]*(?:/\*.*?\*/|//[^\n]*)\n", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True, slots=True, kw_only=True)
class Script:
    """A file to be: its first name, and its modules in the order in which they need each other."""

    name: str
    modules: tuple[str, ...]


def bundle(stemmers: Sequence[str]) -> dict[str, str]:
    """Return the scripts of the search page by the names of their files, the page's own first.

    The licence of what is not ours among them stands beside them, since it is as long as a module.
    `stemmers` are Snowball's names for the languages of the archive, its own before the others.
    """
    modules = shorten_modules(read_modules(stemmers))
    scripts = cut_scripts(modules)[: None if stemmers[1:] else -1]
    home = {module: script.name for script in scripts for module in script.modules}
    texts = {script.name: _join(script, modules, home) for script in scripts}
    digest = name_content("".join(texts.values()).encode())

    def name(script: str) -> str:
        return f"{PurePosixPath(script).stem}.{digest}.js"

    def rename(asked: re.Match[str]) -> str:
        return name(home.get(asked[0], asked[0]))

    named = {name(script): _NAMED.sub(rename, text) for script, text in texts.items()}
    return {**named, LICENCE: _read_licence()} if stemmers else named


def read_modules(stemmers: Sequence[str]) -> dict[str, str]:
    """Return every module without its comments by its name, with `stemmers` and no others."""
    modules = {
        path.relative_to(BROWSER).as_posix(): _COMMENT.sub("", path.read_text(encoding="utf-8"))
        for path in sorted(BROWSER.rglob("*.js"))
    }
    own, others = stemmers[:1], stemmers[1:]
    return {
        **modules,
        STEMMERS: _COMMENT.sub("", render_stemmers(own)),
        TONGUES: _COMMENT.sub("", render_stemmers(others).replace("STEMMERS", "TONGUES")),
        STOP_WORDS: _keep_entries(modules[STOP_WORDS], own),
    }


def shorten_modules(modules: Mapping[str, str]) -> dict[str, str]:
    """Return modules with short names for the variables of ours, but for what is asked for."""
    ours = {name: text for name, text in modules.items() if "/" not in name}
    others = "\n".join(text for name, text in modules.items() if "/" in name)
    names = name_shortly(ours.values(), others, _list_asked(modules, modules))
    return {**modules, **{name: shorten(text, names) for name, text in ours.items()}}


def _list_asked(names: Iterable[str], modules: Mapping[str, str]) -> set[str]:
    """Return what those of `names` that are loaded by their names give."""
    asked = {INDEX, *find_later(modules, modules)}.intersection(names)
    return {word for name in asked for word in EXPORTED.findall(modules[name])}


def _keep_entries(table: str, names: Sequence[str]) -> str:
    """Return a module that is one table of strings with the entries of `names` only."""
    return _ENTRY.sub(lambda entry: entry[0] if entry[1] in names else "", table)


def cut_scripts(modules: Mapping[str, str]) -> tuple[Script, ...]:
    """Return the files to be made of `modules`: the page, what it loads later, other languages."""
    taken: set[str] = set()
    scripts = []
    first = order_modules([ENTRY], modules)
    later = [name for name in find_later(first, modules) if name != TONGUES]
    for name, entries in ((ENTRY, [ENTRY]), (MORE, later), (TONGUES, [TONGUES])):
        mine = [module for module in order_modules(entries, modules) if module not in taken]
        scripts.append(Script(name=name, modules=tuple(mine)))
        taken.update(mine)
    return tuple(scripts)


def find_later(names: Iterable[str], modules: Mapping[str, str]) -> tuple[str, ...]:
    """Return what the modules of these names load later, sorted."""
    return tuple(sorted({later for name in names for later in LATER.findall(modules[name])}))


def order_modules(entries: Iterable[str], modules: Mapping[str, str]) -> tuple[str, ...]:
    """Return `entries` and all that they import, each after what it imports itself."""
    order: dict[str, None] = {}

    def visit(name: str, trail: frozenset[str]) -> None:
        if name in trail:
            raise ValueError(f"a module imports itself in a circle: {name}")
        for needed, _ in _list_imports(name, modules[name]):
            visit(needed, trail | {name})
        order.setdefault(name)

    for entry in entries:
        visit(entry, frozenset())
    return tuple(order)


def strip_module(text: str) -> str:
    """Return a module without its comments, its imports and the word `export`."""
    for rule in (_COMMENT, _IMPORT, _EXPORT):
        text = rule.sub("", text)
    return text


def render_stemmers(names: Sequence[str]) -> str:
    """Return the module that knows these of Snowball's stemmers by name."""
    classes = {name: f"{name.title()}Stemmer" for name in names}
    imports = [
        f'import {{ {class_} }} from "./snowball/{name}.js";' for name, class_ in classes.items()
    ]
    known = [f"  {name}: {class_}," for name, class_ in classes.items()]
    about = "/** Snowball's stemmers by the names that a manifest has. */"
    return "\n".join([*imports, "", about, "export const STEMMERS = {", *known, "};", ""])


def _join(script: Script, modules: Mapping[str, str], home: Mapping[str, str]) -> str:
    """Return the text of a file; where it names another, it does so by that one's first name."""
    licence = [NOTICE] if any("snowball/" in name for name in script.modules) else []
    imports = [
        f'import {{ {", ".join(names)} }} from "./{file}";\n'
        for file, names in _list_borrowed(script.modules, modules, home).items()
    ]
    body = rjsmin.jsmin("".join(strip_module(modules[name]) for name in script.modules))
    exports = f"\nexport {{ {', '.join(_list_exports(script, modules, home))} }};\n"
    return "".join([*licence, *imports, body, exports])


def _list_borrowed(
    names: Iterable[str], modules: Mapping[str, str], home: Mapping[str, str]
) -> dict[str, list[str]]:
    """Return what these modules import from other files, by file."""
    borrowed: dict[str, set[str]] = {}
    for name in names:
        for needed, words in _list_imports(name, modules[name]):
            if home[needed] != home[name]:
                borrowed.setdefault(home[needed], set()).update(words)
    return {file: sorted(words) for file, words in sorted(borrowed.items())}


def _list_exports(script: Script, modules: Mapping[str, str], home: Mapping[str, str]) -> list[str]:
    """Return what other files borrow from this one, and what is asked for by name."""
    others = [name for name in home if home[name] != script.name]
    borrowed = _list_borrowed(others, modules, home).get(script.name, [])
    return sorted({*borrowed, *_list_asked(script.modules, modules)})


def _list_imports(name: str, text: str) -> list[tuple[str, list[str]]]:
    """Return each module that one imports, and what from it."""
    folder = PurePosixPath(name).parent
    return [
        (str(folder / needed), [word.strip() for word in words.split(",") if word.strip()])
        for words, needed in _IMPORT.findall(text)
    ]


def _read_licence() -> str:
    return (BROWSER / "snowball" / "LICENSE").read_text(encoding="utf-8")
