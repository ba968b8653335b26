"""Join the scripts of the search page into one plain script, for pages that can load no modules.

What is a script of its own, loaded later, is a scope of its own within it, made when it is asked
for.
"""

import re
from collections.abc import Sequence

from generator.search.bundle import MORE, PAGE, TONGUES, read_script, render_tongues

DISK = "disk.js"

_IMPORT = re.compile(rf'import\{{([^}}]*)\}}from"\./{PAGE}";?')
_EXPORT = re.compile(r"export\{([^}]*)\};?\s*$")
_LATER = {f'import("./{MORE}")': "Promise.resolve(more_())", f'import("./{TONGUES}")': "{}"}


def bundle_plain(stemmers: Sequence[str]) -> str:
    """Return the search page as one script that needs no other.

    `stemmers` are Snowball's names for the languages of the archive, its own before the others.
    """
    page = _scope(PAGE, "const page_=")
    more = f"const more_=()=>{{{_scope(MORE, 'return ')}}};\n"
    text = f"{render_tongues(stemmers, stemmers[:1])}{page}{more}{{{_scope(DISK, '')}}}\n"
    for asked, given in _LATER.items():
        text = text.replace(asked, given)
    return f'(()=>{{"use strict";\n{text}}})();\n'


def _scope(name: str, gives: str) -> str:
    """Return a script that takes its imports from `page_`, and puts its exports after `gives`."""
    text = _IMPORT.sub(
        lambda names: f"const{{{names[1].replace(' as ', ':')}}}=page_;", read_script(name)
    )
    exported = _EXPORT.search(text)
    if not exported:
        return text
    pairs = (word.split(" as ") for word in exported[1].split(","))
    given = ",".join(f"{pair[-1]}:{pair[0]}" for pair in pairs)
    return f"{text[: exported.start()]}{gives}{{{given}}};\n"
