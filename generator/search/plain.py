"""Join all modules of the browser into one plain script, for pages that can load no modules."""

import re

import rjsmin

from generator.search.bundle import (
    EXPORTED,
    LATER,
    NOTICE,
    find_later,
    order_modules,
    read_modules,
    strip_module,
)

ENTRY = "disk.js"


def bundle_plain(stemmers: list[str]) -> str:
    """Return the search page as one script that needs no other.

    `stemmers` are Snowball's names for the languages of the archive, its own before the others.
    What a module would load later is there already.
    """
    modules = read_modules(stemmers)

    def resolve(later: re.Match[str]) -> str:
        return f"Promise.resolve({{ {', '.join(EXPORTED.findall(modules[later[1]]))} }})"

    names = order_modules([*find_later(modules, modules), ENTRY], modules)
    text = "".join(strip_module(LATER.sub(resolve, modules[name])) for name in names)
    notice = NOTICE if stemmers else ""
    return f'{notice}(() => {{"use strict";\n{rjsmin.jsmin(text)}\n}})();\n'
