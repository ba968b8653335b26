"""Join the modules of the browser into few files, so that a page loads them with few requests.

A module keeps to these rules, which the tests hold:

- imports stand at the start of a line, `import { a, b } from "./file.js";`, and rename nothing;
- `export` stands at the start of a line, before the declaration of what is exported;
- `import("./file.js")` loads what the first titles do not need;
- no two modules declare the same name at their top, since joined they share one scope;
- a comment has its lines to itself, and no string goes over several lines.

There are up to three files: what the first titles need, what comes after them, and the languages
that an archive has besides its own. The later ones import from the first. A file has each module
once, those that it imports before it. All names of files carry one digest of all of them, so that
no two versions are ever mixed.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from generator.search.packing import name_content

BROWSER = Path(__file__).parent / "browser"
ENTRY = "page.js"
MORE = "more.js"
LANGUAGES = "languages.js"
STEMMERS = "stemmers.js"

_IMPORT = re.compile(r'^import \{([^}]*)\} from "\./([\w./-]+)";\n', re.MULTILINE)
_LATER = re.compile(r'(?<=\bimport\("\./)[\w./-]+(?="\))')
_EXPORT = re.compile(r"^export (?=\w)", re.MULTILINE)
_EXPORTED = re.compile(r"^export (?:async )?(?:function|class|const) (\w+)", re.MULTILINE)
_COMMENT = re.compile(r"^[ ]*(?:/\*.*?\*/|//[^\n]*)\n", re.MULTILINE | re.DOTALL)
_INDENT = re.compile(r"^\s+", re.MULTILINE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Script:
    """A file to be: its first name, its modules in order, and what others import from it."""

    name: str
    modules: tuple[str, ...]
    exports: tuple[str, ...]


def bundle(stemmers: Sequence[str]) -> dict[str, str]:
    """Return the scripts of the search page by the names of their files, the page's own first.

    `stemmers` are Snowball's names for the languages of the archive, its own before the others.
    """
    modules = _read_modules(stemmers)
    scripts = cut_scripts(modules)
    texts = {script.name: _join(script, modules, scripts) for script in scripts}
    digest = name_content("\0".join(texts.values()).encode())
    home = {module: script.name for script in scripts for module in script.modules}
    return {
        _name(name, digest): _LATER.sub(lambda to: _name(home[to[0]], digest), text)
        for name, text in texts.items()
    }


def cut_scripts(modules: Mapping[str, str]) -> tuple[Script, ...]:
    """Return the files to be made of `modules`, which are texts by name."""
    first = order_modules(ENTRY, modules)
    later = dict.fromkeys(name for module in first for name in _LATER.findall(modules[module]))

The
"""
