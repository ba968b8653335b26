"""Make the scripts that all archives share: the browser's modules, joined and made small.

    make script

Terser makes them small (tools/minify/), since it saves a twelfth more than names alone can, then
functions and classes are put in the order that compresses best. What is made is kept in
generator/search/script/, so that a build needs no Node. A test says when that is older than the
modules, which keep to these rules:

- imports stand at the start of a line, `import { a, b } from "./file.js";`, and rename nothing;
- `export` stands at the start of a line, before the declaration of what is exported;
- `import("./file.js")` loads what the first titles do not need;
- no two modules of a script declare the same name at their top, since joined they share one scope;
- what runs at the top of a module makes nothing of a class of ours, since these change places.

There are three scripts: what the first titles need, what comes after them, and what a copy on a
disk begins with. The later ones import from the first. Stemmers and stop words are left out: each
archive has its own before the first script (bundle.py).
"""

import hashlib
import json
import re
import subprocess
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from generator.search.bundle import BROWSER, MORE, PAGE, SCRIPT, TONGUES
from generator.search.plain import DISK

MINIFY = Path(__file__).parent / "minify"
SIGNED = SCRIPT / "made-from.txt"
"""The digest of what the scripts were made from."""

KNOWN = frozenset(["open", "startPage"])
"""What a script hands out under its whole name, since others than ours may ask for it."""

OUTSIDE = frozenset(["stemmers.js", "stopwords.js", TONGUES])
"""What is an archive's own."""

API = frozenset(
    "constructor search find facets histogram suggest mark if for while switch"
    " total whole notes hits score page url headline source published value count month kind"
    " limit sort from to filters origins signal said held shown story".split()
)
"""Names that keep as they are: what others know, what stands in addresses, and what is no name."""

RECORDS = frozenset(
    "required optional prohibited wishes wish distance slop any_of all_of phrase token"
    " average clean field firsts marked numbers paired paragraphs placed rate row scores sign"
    " starts stop terms undated wide".split()
)
"""What records have that no manifest has and nobody else knows."""

_IMPORT = re.compile(r'^import \{([^}]*)\} from "\./([\w./-]+)";\n', re.MULTILINE)
_LATER = re.compile(r'\bimport\("\./([\w./-]+)"\)')
_TAKEN = re.compile(r'\{ ([\w, ]+) \} = await import\("\./([\w./-]+)"\)')
_EXPORT = re.compile(r"^export (?=\w)", re.MULTILINE)
_EXPORTED = re.compile(r"^export (?:async )?(?:function|class|const) (\w+)", re.MULTILINE)
_CONST = re.compile(r"\bconst (?=[\w{\[])")
_COMMENT = re.compile(r"^[ ]*(?:/\*.*?\*/|//[^\n]*)\n", re.MULTILINE | re.DOTALL)
_OWN = re.compile(r"\bthis\.(\w+)")
_METHOD = re.compile(r"^  (?:async )?(\w+)\([^\n]*\{$", re.MULTILINE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Script:
    """A file to be, and its modules in the order in which they need each other."""

    name: str
    modules: tuple[str, ...]


def write_scripts() -> None:
    """Write all scripts, and what they were made from."""
    asked = json.dumps({"texts": join_scripts(), "properties": list_properties()})
    if not (MINIFY / "node_modules").exists():
        subprocess.run(
            ["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund"], cwd=MINIFY, check=True
        )
    made = subprocess.run(
        ["node", "minify.js"], cwd=MINIFY, input=asked, capture_output=True, text=True, check=True
    )
    SCRIPT.mkdir(exist_ok=True)
    for name, text in json.loads(made.stdout).items():
        (SCRIPT / name).write_text(f"{text}\n", encoding="utf-8", newline="\n")
    SIGNED.write_text(f"{sign()}\n", encoding="utf-8")


def sign() -> str:
    """Return the digest of all that the scripts are made from."""
    how = [(MINIFY / name).read_bytes() for name in ("minify.js", "package-lock.json")]
    texts = [text.encode() for text in join_scripts().values()]
    return hashlib.sha256(b"\0".join([*texts, *how])).hexdigest()


def join_scripts() -> dict[str, str]:
    """Return the scripts as they are before they are made small."""
    modules = read_modules()
    scripts = cut_scripts(modules)
    home = {module: script.name for script in scripts for module in script.modules}
    return {script.name: _join(script, modules, home) for script in scripts}


def read_modules() -> dict[str, str]:
    """Return our own modules by their names, without their comments."""
    return {
        path.name: _COMMENT.sub("", path.read_text(encoding="utf-8"))
        for path in sorted(BROWSER.glob("*.js"))
        if path.name not in OUTSIDE
    }


def list_properties() -> list[str]:
    """Return the names of methods and properties that nobody else knows, to be made short."""
    modules = read_modules()
    text = "\n".join(modules.values())
    in_manifest = re.findall(r"\w+", modules["sound.js"])
    mine = RECORDS.union(_METHOD.findall(text), _OWN.findall(text))
    return sorted(mine - API.union(in_manifest, _EXPORTED.findall(text)))


def cut_scripts(modules: Mapping[str, str]) -> tuple[Script, ...]:
    """Return the scripts to be made: the page, what it loads later, a disk's."""
    taken: set[str] = set()
    scripts = []
    first = order_modules([PAGE], modules)
    later = {name for text in map(modules.get, first) if text for name in _LATER.findall(text)}
    for name, entries in ((PAGE, [PAGE]), (MORE, sorted(later - OUTSIDE)), (DISK, [DISK])):
        mine = [module for module in order_modules(entries, modules) if module not in taken]
        scripts.append(Script(name=name, modules=tuple(mine)))
        taken.update(mine)
    return tuple(scripts)


def order_modules(entries: Iterable[str], modules: Mapping[str, str]) -> tuple[str, ...]:
    """Return `entries` and all that they import, each after what it imports itself."""
    order: dict[str, None] = {}

    def visit(name: str, trail: frozenset[str]) -> None:
        if name in trail:
            raise ValueError(f"a module imports itself in a circle: {name}")
        for needed, _ in _list_imports(modules[name]):
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


def _join(script: Script, modules: Mapping[str, str], home: Mapping[str, str]) -> str:
    """Return the text of a script before it is made small."""
    later = {
        other.name: _shorten(_list_exports(other, modules, home)) for other in cut_scripts(modules)
    }
    borrowed = [
        f"{later[PAGE][word]} as {word}" for word in _list_borrowed(script.modules, modules, home)
    ]
    head = f'import {{ {", ".join(borrowed)} }} from "./{PAGE}";\n' if borrowed else ""
    body = "".join(strip_module(modules[name]) for name in script.modules)
    # What never changes is checked by whoever reads the modules; here one word for all is shorter.
    body = _CONST.sub("let ", body)
    body = _TAKEN.sub(lambda taken: _take(taken, later[home[taken[2]]]), body)
    body = _LATER.sub(lambda later: f'import("./{home.get(later[1], later[1])}")', body)
    exports = [f"{word} as {short}" for word, short in later[script.name].items()]
    return f"{head}{body}" + (f"export {{ {', '.join(exports)} }};\n" if exports else "")


def _shorten(words: Iterable[str]) -> dict[str, str]:
    """Return the name under which each word is handed from one script to another."""
    return {word: word if word in KNOWN else f"_{at:x}" for at, word in enumerate(words)}


def _take(taken: re.Match[str], short: Mapping[str, str]) -> str:
    """Return what takes words from a script that is loaded later, by their names there."""
    names = ", ".join(f'"{short[word]}": {word}' for word in taken[1].split(", "))
    return f'{{ {names} }} = await import("./{taken[2]}")'


def _list_borrowed(
    names: Iterable[str], modules: Mapping[str, str], home: Mapping[str, str]
) -> list[str]:
    """Return what these modules import from the page's script, being of another."""
    return sorted(
        {
            word
            for name in names
            for needed, words in _list_imports(modules[name])
            for word in words
            if home[needed] != home[name]
        }
    )


def _list_exports(script: Script, modules: Mapping[str, str], home: Mapping[str, str]) -> list[str]:
    """Return what other scripts borrow from this one, and what is asked for by name."""
    if script.name == DISK:
        return []
    if script.name == PAGE:
        return sorted(
            {"open", *_list_borrowed([n for n in home if home[n] != PAGE], modules, home)}
        )
    return sorted(
        {
            word
            for text in modules.values()
            for words, name in _TAKEN.findall(text)
            if name in script.modules
            for word in words.split(", ")
        }
    )


def _list_imports(text: str) -> list[tuple[str, list[str]]]:
    """Return each module of ours that one imports, and what from it."""
    return [
        (str(PurePosixPath(needed)), [word.strip() for word in words.split(",") if word.strip()])
        for words, needed in _IMPORT.findall(text)
        if needed not in OUTSIDE
    ]


if __name__ == "__main__":
    write_scripts()
