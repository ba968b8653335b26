"""Settle the links of a page that another theme has set: each is to lead to a page that there is.

Themes write addresses as Pelican would have them, from the root of a host, or without the way out
of a page's folder.
"""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from posixpath import dirname, join, normpath
from urllib.parse import unquote

MARK = "/!/"
"""Stands for the root of the site in an address that a theme may or may not put it before."""

_SCHEME = re.compile(r"\s*(?:[a-z][a-z0-9+.-]*:|//)", re.IGNORECASE)
# Browsers leave out tabs and line breaks in an address, and control characters before it (WHATWG
# URL).
_RUNS = re.compile(
    r"[\s\x00-\x1f]*(?:j\s*a\s*v\s*a|v\s*b)\s*script\s*:|[\s\x00-\x1f]*data:text", re.IGNORECASE
)
_UNTIDY = re.compile(r"/{2,}|\s*[\r\n]\s*")
_QUERY = re.compile(r"([?#]|$)")
_CHECKED = tuple(".html .ico .png .jpg .jpeg .gif .webp .avif .svg .css .js .webmanifest".split())
_OTHERS = ("media/", "search/")  # whose files are known to others


@dataclass(frozen=True, slots=True, kw_only=True)
class Ways:
    """Where the links of a page lead, which is the file `name` of the site.

    `files` are the names of those that it may link to, and `aliases` say where what a theme may
    ask for is; `root` and `base_path` are the way to the root of the site from the page and from
    that of its host.
    """

    name: str
    files: Collection[str]
    root: str
    base_path: str
    aliases: Mapping[str, str]

    def settle(self, address: str) -> str:
        """Return an address of the site as one that holds wherever the site and the page are."""
        root, base = self.root, self.base_path
        address = address.strip()
        if _RUNS.match(address):
            return "#"
        if _SCHEME.match(address):
            return address
        if MARK in address:
            return f"{root}/{address.partition(MARK)[2]}"
        if address.startswith("/"):
            address = f"{root}/{address.removeprefix(base).lstrip('/')}"
        if address.startswith("./") and address != "./" and root != ".":
            address = address[2:]
        path, sign, rest = _QUERY.split(address, maxsplit=1)
        if _UNTIDY.search(path):
            # Several slashes come to one, and a line break to nothing.
            path = _UNTIDY.sub(lambda found: found[0][:1].strip(), path)
            address = f"{path}{sign}{rest}"
        if self._lacks_slash(path):
            path = f"{root}/{path.removeprefix(root)}"
            address = f"{path}{sign}{rest}"
        from_root = path.startswith(f"{root}/")
        alias = self._find_alias(path.removeprefix(f"{root}/"))
        if alias is not None and (from_root or self._is_astray(path)):
            found = f"{root}/{alias.rstrip('#')}"
            whole = f"{found}{sign}{rest}"
            return self._find_listed(whole) or (found if alias.endswith("#") else whole)
        lifts = self._is_astray(path) and _file_at(unquote(path)) in self.files
        whole = f"{root}/{address}" if lifts else address
        return self._find_listed(whole) or whole

    def _lacks_slash(self, path: str) -> bool:
        """Tell whether a path follows the way to the root without the slash between them."""
        named = path.removeprefix(self.root)
        if named == path or not named[:1].isalnum():
            return False
        return _file_at(unquote(named)) in self.files or self._find_alias(named) is not None

    def _find_alias(self, path: str) -> str | None:
        """Return where a page is that a theme looks for at `path`, with its `.html` or without."""
        if path in self.aliases or "." in path.rpartition("/")[2]:
            return self.aliases.get(path)
        alias = self.aliases.get(f"{unquote(path).rstrip('/')}.html")
        return alias if alias and _file_at(unquote(path)) not in self.files else None

    def _find_listed(self, address: str) -> str | None:
        """Return where a name is that an address tells of as one of a list, if it is elsewhere.

        Many themes call the place of a name in their list by it and `-ref`.
        """
        path, sign, name = address.removeprefix(f"{self.root}/").partition("#")
        listed = self.aliases.get(f"{path}#{name.removesuffix('-ref')}") if sign else None
        return f"{self.root}/{listed}" if listed else None

    def is_dead(self, address: str) -> bool:
        """Tell whether an address leads to a file of the site that there isn't."""
        return self._is_gone(self.settle(address))

    def loads(self, address: str) -> bool:
        """Tell whether there may be a file to load at an address, which a page is not."""
        settled = self.settle(address)
        if self._is_gone(settled):
            return False
        return bool(_SCHEME.match(settled)) or not self._file_of(settled).endswith(".html")

    def lists(self, address: str) -> bool:
        """Tell whether an address is another host's, or that of a file known to be there."""
        file = self._file_of(self.settle(address))
        return bool(_SCHEME.match(address)) or (file in self.files and not file.endswith(".html"))

    def _file_of(self, settled: str) -> str:
        """Return the file of the site that an address that is settled leads to."""
        path = _path_of(settled)
        named = path.removeprefix(f"{self.root}/")
        return _file_at(named if path.startswith(f"{self.root}/") else self._beside(path))

    def _is_gone(self, address: str) -> bool:
        """Tell the same of an address that is settled."""
        if not _path_of(address) or _SCHEME.match(address):
            return False
        file = self._file_of(address)
        others = file.startswith(_OTHERS) and not file.endswith(".html")
        checked = file.endswith(_CHECKED) and not others
        return (checked or file.startswith("theme/")) and file not in self.files

    def _beside(self, path: str) -> str:
        return join(dirname(self.name), path)

    def _is_astray(self, path: str) -> bool:
        """Tell whether a path leads nowhere from its page: it may have been meant from the root.

        Pelican has its pages there, unless told otherwise, and many themes leave the way out.
        """
        if not path or path.startswith("."):
            return False
        return _file_at(self._beside(unquote(path))) not in self.files


def _path_of(address: str) -> str:
    return unquote(_QUERY.split(address, maxsplit=1)[0])


def _file_at(path: str) -> str:
    """Return the file that a path from the root of the site leads to."""
    file = normpath(path) if path else "."
    folder = path.endswith("/") or path.rpartition("/")[2] in ("", ".", "..")
    named = not folder and "." in file.rpartition("/")[2]
    return file if named else normpath(join(file, "index.html"))
