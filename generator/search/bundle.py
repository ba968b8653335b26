"""Make the scripts of the search page: what all archives share, and an archive's own languages.

What all share is in `script/`, where `make script` has put the modules of `browser/`, joined and
made small (tools/script.py). There are up to three files: what the first titles need, what comes
after them, and the languages that an archive has besides its own. All names of files carry one
digest of all of them, so that no two versions are ever mixed.
"""

import re
from collections.abc import Sequence
from pathlib import Path, PurePosixPath

from generator.search.packing import name_content

BROWSER = Path(__file__).parent / "browser"
SCRIPT = Path(__file__).parent / "script"
PAGE = "page.js"
MORE = "more.js"
TONGUES = "tongues.js"
LICENCE = "snowball-license.txt"

_NOTICE = f"/*! Stemmers: Snowball, https://snowballstem.org/, BSD-3-Clause, see {LICENCE} */\n"
_BASE = "base"

_NAMED = re.compile(rf'(?<="\./)(?:{PAGE}|{MORE}|{TONGUES})(?=")')
_STEMMER = re.compile(r"^(?:import .*\n)?export (?=\w)", re.MULTILINE)
_STOP_WORDS = re.compile(r'^\s+(\w+):\s+("[^"]*"),\n', re.MULTILINE)


def bundle(stemmers: Sequence[str]) -> dict[str, str]:
    """Return the scripts of the search page by the names of their files, the page's own first.

    The licence of what is not ours among them stands beside them, since it is as long as a module.
    `stemmers` are Snowball's names for the languages of the archive, its own before the others.
    """
    own, others = stemmers[:1], stemmers[1:]
    texts = {PAGE: render_tongues(own, own) + read_script(PAGE), MORE: read_script(MORE)}
    if others:
        texts[PAGE] += "export{BaseStemmer};\n"
        borrowed = f'import{{BaseStemmer}}from"./{PAGE}";\n'
        stems = "".join(map(_read_stemmer, others))
        texts[TONGUES] = (
            f"{_NOTICE}{borrowed}{stems}export const TONGUES={_list_stemmers(others)};\n"
        )
    digest = name_content("".join(texts.values()).encode())

    def name(script: str) -> str:
        return f"{PurePosixPath(script).stem}.{digest}.js"

    named = {
        name(script): _NAMED.sub(lambda asked: name(asked[0]), text)
        for script, text in texts.items()
    }
    return {**named, LICENCE: _read_licence()} if stemmers else named


def render_tongues(stemmers: Sequence[str], main: Sequence[str]) -> str:
    """Return what a script begins with: these stemmers, and the stop words of the `main` one."""
    stems = "".join(map(_read_stemmer, [_BASE, *stemmers])) if stemmers else ""
    known = dict(_STOP_WORDS.findall((BROWSER / "stopwords.js").read_text(encoding="utf-8")))
    words = ",".join(f"{name}:{known[name]}" for name in main if name in known)
    tables = f"const STEMMERS={_list_stemmers(stemmers)},STOP_WORDS={{{words}}};\n"
    return f"{_NOTICE if stemmers else ''}{stems}{tables}"


def read_script(name: str) -> str:
    """Return a script that all archives share."""
    return (SCRIPT / name).read_text(encoding="utf-8")


def _list_stemmers(names: Sequence[str]) -> str:
    return f"{{{','.join(f'{name}:{name.title()}Stemmer' for name in names)}}}"


def _read_stemmer(name: str) -> str:
    """Return one of Snowball's modules without what it imports and the word `export`."""
    text = (BROWSER / "snowball" / f"{name}.js").read_text(encoding="utf-8")
    return f"{_STEMMER.sub('', text).strip()}\n"


def _read_licence() -> str:
    return (BROWSER / "snowball" / "LICENSE").read_text(encoding="utf-8")
