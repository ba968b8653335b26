"""Join all modules of the browser into one plain script, for pages that can load no modules.

What would be a script of its own, loaded later, is a scope of its own within it, made at once.
"""

import re
from collections.abc import Mapping, Sequence

import rjsmin

from generator.search.bundle import (
    EXPORTED,
    LATER,
    NOTICE,
    Script,
    cut_scripts,
    find_later,
    read_modules,
    shorten_modules,
    strip_module,
)

ENTRY = "disk.js"


def bundle_plain(stemmers: Sequence[str]) -> str:
    """Return the search page as one script that needs no other.

    `stemmers` are Snowball's names for the languages of the archive, its own before the others.
    """
    modules = shorten_modules(read_modules(stemmers))
    first, *rest = cut_scripts(modules)
    asked = find_later(modules, modules)
    scopes = [_make_scope(script, modules, asked) for script in rest]
    start = Script(name=ENTRY, modules=(ENTRY,))
    text = _join(first, modules) + "".join(scopes) + _join(start, modules)
    notice = NOTICE if stemmers else ""
    return f'{notice}(() => {{"use strict";\n{rjsmin.jsmin(text)}\n}})();\n'


def _make_scope(script: Script, modules: Mapping[str, str], asked: Sequence[str]) -> str:
    """Return a script within a function that gives what is asked of each of its modules."""
    given = "".join(
        f"const {_name(name)} = {_name(script.name)}_scope;\n"
        for name in asked
        if name in script.modules
    )
    exports = [
        word for name in asked if name in script.modules for word in EXPORTED.findall(modules[name])
    ]
    body = f"{_join(script, modules)}return {{ {', '.join(exports)} }};\n"
    return f"const {_name(script.name)}_scope = (() => {{\n{body}}})();\n{given}"


def _join(script: Script, modules: Mapping[str, str]) -> str:
    text = "".join(strip_module(modules[name]) for name in script.modules)
    return LATER.sub(lambda later: f"Promise.resolve({_name(later[1])})", text)


def _name(module: str) -> str:
    """Return a name for what a module gives that no module has itself."""
    return "later_" + re.sub(r"\W", "_", module)
