"""Finish a page that another theme has set: its head, its links, and nothing that isn't its own.

The policy in the head would stop whatever is not the theme's own; it is taken out as well, so that
a page is quiet in the browser, and harmless where a policy means nothing.
"""

import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from html import escape, unescape
from posixpath import dirname, join, normpath
from urllib.parse import unquote, urlsplit

from generator.site.content_policy import Inline, OwnCode, write_policy
from generator.site.words import direction_of

MARK = "/!/"
"""Stands for the root of the site in an address that a theme may or may not put it before."""

_ATTRIBUTES = r"""(?P<{}>(?>[^>"']+|"[^"]*"|'[^']*')*+)"""
_PIECE = re.compile(
    r"(?P<comment><!--.*?(?:-->|\Z))"
    rf"|<(?P<code>script|style)(?=[\s/>]){_ATTRIBUTES.format('with')}>(?P<body>.*?)</(?P=code)\s*>"
    rf"|<(?P<name>[a-z][^\s/>]*){_ATTRIBUTES.format('rest')}>",
    re.IGNORECASE | re.DOTALL,
)
_ATTRIBUTE = re.compile(
    r"""(?P<space>\s*)(?P<name>[^\s"'>/=]+)"""
    r"""(?:\s*=\s*(?:"(?P<double>[^"]*)"|'(?P<single>[^']*)'|(?P<plain>[^\s"'=<>`]+)))?"""
)
_TOUCHED = re.compile(
    r"""(?:^|[\s"'/])(?:on\w+|style|href|src|srcset|action|data|poster)\s*=""", re.IGNORECASE
)
_OUTWARD = re.compile(r"\s*(?:https?:)?//", re.IGNORECASE)
_SCHEME = re.compile(r"\s*(?:[a-z][a-z0-9+.-]*:|//)", re.IGNORECASE)
_RUNS = re.compile(
    r"[\s\x00-\x1f]*(?:j\s*a\s*v\s*a|v\s*b)\s*script\s*:|[\s\x00-\x1f]*data:text", re.IGNORECASE
)
_LOADING = frozenset("audio embed iframe img input link object script source track video".split())
_LINKING = frozenset("alternate author help license me next prev search bookmark".split())
_DATA = re.compile(
    r"application/(?:ld\+)?json|text/(?:template|html|x-[\w-]+|plain)", re.IGNORECASE
)
_DROPPED_META = re.compile(
    r"""\s(?:charset\s*=|http-equiv\s*=|name\s*=\s*["']?robots\b)""", re.IGNORECASE
)
_ADDRESSES = frozenset("href src action data poster formaction".split())
_CHECKED = (".html", ".ico", ".png", ".svg", ".css", ".js", ".webmanifest")
_OTHERS = ("media/", "search/")  # whose files are known to others
_TITLE = re.compile(r"<title\b[^>]*>.*?</title\s*>", re.IGNORECASE | re.DOTALL)
_FRAGMENT = re.compile(r"""(<a\b[^>]*?)\shref="#([^"]+)"(?![^>]*\sdata-)""")
_PLACE = re.compile(r"""\s(?:id|name)=["']?([^\s"'>]+)""")
_HEAD = re.compile(r"<head(?:\s[^>]*)?>", re.IGNORECASE)
_HTML = re.compile(r"<html\b", re.IGNORECASE)
_HEAD_END = re.compile(r"</head\s*>", re.IGNORECASE)
_BEFORE_HEAD = re.compile(r"\s*(?:<!doctype[^>]*>)?\s*(?:<html(?:\s[^>]*)?>)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Demand:
    """What a page is to have: where its links start, its title if set, and more for its head.

    `name` is its file, `files` the names of those that it may link to, `facts` what its head says
    of a story, `last` what stands at the end of its head, and
    `beside` values of attributes `style` that pages have which it reads.
    """

    name: str
    files: Collection[str]
    root: str
    base_path: str
    site_url: str
    title: str | None
    language: str
    head: Callable[[str], str]
    facts: str
    last: str
    beside: frozenset[str]
    aliases: Mapping[str, str]
    hosts: frozenset[str]


@dataclass(slots=True, kw_only=True)
class _Finish:
    """A page on its way: what is wanted of it, and what was found and left out."""

    demand: Demand
    own: Inline
    scripts: set[str] = field(default_factory=set)
    styles: set[str] = field(default_factory=set)
    attributes: set[str] = field(default_factory=set)
    hosts: set[str] = field(default_factory=set)

    def settle(self, piece: re.Match[str]) -> str:
        """Return a tag, a comment, a script or a style as it is to stand in the page."""
        if piece["comment"]:
            return "" if piece["comment"].startswith("<!--[") else piece[0]
        if piece["code"]:
            return self._settle_code(piece)
        name, rest = piece["name"].lower(), piece["rest"]
        if self._is_left_out(name, rest):
            return ""
        if name == "html":
            rest = self._name_language(rest)
        if name == "meta" or _TOUCHED.search(rest):
            return f"<{piece['name']}{self._settle_all(name, rest)}>"
        return f"<{piece['name']}{rest}>"

    def _settle_code(self, piece: re.Match[str]) -> str:
        """Return a script or a style if it is the theme's own, or data, or else nothing."""
        kind, said, body = piece["code"].lower(), _read(piece["with"]), piece["body"]
        if kind == "script" and "src" in said:
            if self._is_left_out(kind, piece["with"]):
                return ""
            return f"<script{self._settle_all(kind, piece['with'])}></script>"
        if kind == "script" and _DATA.fullmatch(said.get("type", "").strip()):
            return piece[0]
        own, used = (
            (self.own.scripts, self.scripts) if kind == "script" else (self.own.styles, self.styles)
        )
        if body not in own:
            return ""
        used.add(body)
        return f"<{piece['code']}{self._settle_all(kind, piece['with'])}>{body}</{piece['code']}>"

    def _settle_all(self, name: str, rest: str) -> str:
        return _ATTRIBUTE.sub(lambda found: self._settle_attribute(name, found), rest)

    def _is_left_out(self, name: str, rest: str) -> bool:
        """Tell whether an element is not to be: loads from elsewhere, or is ours to say."""
        if name in ("meta", "base"):
            return name == "base" or bool(_DROPPED_META.search(rest))
        if name not in _LOADING:
            return False
        said = _read(rest)
        if name == "link":
            kinds = {*said.get("rel", "").lower().split()}
            if "canonical" in kinds:
                return True
            if kinds and kinds <= _LINKING:
                return False
        addresses = [said[key] for key in ("src", "href", "data", "srcset") if said.get(key)]
        hosts = {_host_of(address) for address in addresses if _OUTWARD.match(address)}
        self.hosts |= hosts
        return not hosts <= self.demand.hosts or any(map(self._is_dead, addresses))

    def _is_dead(self, address: str) -> bool:
        """Tell whether an address leads to a file of the site that there isn't."""
        return self._is_gone(self._settle_address(address))

    def _is_gone(self, address: str) -> bool:
        """Tell the same of an address that is settled."""
        root, files = self.demand.root, self.demand.files
        path = _path_of(address)
        if not path or _SCHEME.match(address):
            return False
        named = path.removeprefix(f"{root}/")
        file = _file_at(named if path.startswith(f"{root}/") else self._beside(path))
        others = file.startswith(_OTHERS) and not file.endswith(".html")
        checked = file.endswith(_CHECKED) and not others
        return (checked or file.startswith("theme/")) and file not in files

    def _beside(self, path: str) -> str:
        return join(dirname(self.demand.name), path)

    def _name_language(self, rest: str) -> str:
        said = _read(rest)
        if not said.get("lang"):
            rest = _ATTRIBUTE.sub(lambda found: "" if found["name"] == "lang" else found[0], rest)
            rest += f' lang="{escape(self.demand.language)}"'
        direction = direction_of(said.get("lang") or self.demand.language)
        return rest if "dir" in said else f'{rest} dir="{direction}"'

    def _settle_attribute(self, element: str, found: re.Match[str]) -> str:
        """Return an attribute as it is to stand in the page, or nothing."""
        name, value = found["name"].lower(), _value(found)
        settled = self._settle_value(element, name, value)
        if settled is None:
            return ""
        plain = settled == value and not found["single"] and not found["plain"]
        return found[0] if plain else f'{found["space"]}{name}="{escape(settled)}"'

    def _settle_value(self, element: str, name: str, value: str) -> str | None:
        """Return what an attribute is to say, or None where it is not to be."""
        root = self.demand.root
        if name.startswith("on"):
            return None
        if name == "style":
            own = value in self.own.attributes
            self.attributes |= {value} if own else set()
            return value if own else None
        if name == "content" and element == "meta" and f"{value}/".startswith(f"{root}/"):
            return self.demand.site_url + value.removeprefix(root).lstrip("/")
        if name in _ADDRESSES:
            dead = name == "href" and element == "a" and self._is_dead(value)
            return None if dead else self._settle_address(value)
        return value

    def _settle_address(self, address: str) -> str:
        """Return an address of the site as one that holds wherever the site and the page are."""
        root, base = self.demand.root, self.demand.base_path
        if _RUNS.match(address):
            return "#"
        if _SCHEME.match(address):
            return address
        if MARK in address:
            return f"{root}/{address.partition(MARK)[2]}"
        if address.startswith("/"):
            address = f"{root}/{address.removeprefix(base).lstrip('/')}"
        path, sign, rest = re.split(r"([?#]|$)", address, maxsplit=1)
        from_root = path.startswith(f"{root}/")
        alias = self.demand.aliases.get(path.removeprefix(f"{root}/"))
        if alias is not None and (from_root or self._is_astray(path)):
            ours = alias.endswith("#")
            return f"{root}/{alias.rstrip('#')}{'' if ours else sign + rest}"
        lifts = self._is_astray(path) and _file_at(unquote(path)) in self.demand.files
        return f"{root}/{address}" if lifts else address

    def _is_astray(self, path: str) -> bool:
        """Tell whether a path leads nowhere from its page: it may have been meant from the root.

        Pelican has its pages there, unless told otherwise, and many themes leave the way out.
        """
        if not path or path.startswith("."):
            return False
        return _file_at(self._beside(unquote(path))) not in self.demand.files


def _path_of(address: str) -> str:
    return unquote(re.split(r"[?#]", address, maxsplit=1)[0])


def _file_at(path: str) -> str:
    """Return the file that a path from the root of the site leads to."""
    file = normpath(path) if path else "."
    folder = path.endswith("/") or path.rpartition("/")[2] in ("", ".", "..")
    named = not folder and "." in file.rpartition("/")[2]
    return file if named else normpath(join(file, "index.html"))


def finish(page: str, code: OwnCode, own: Inline, demand: Demand) -> tuple[str, frozenset[str]]:
    """Return a page as it is to be published, and the hosts that it would load from.

    `own` is the theme's inline code as the page may have it.
    """
    work = _Finish(demand=demand, own=own)
    text = _drop_dead_fragments(_PIECE.sub(work.settle, page))
    if demand.title is not None:
        title = f"<title>{escape(demand.title)}</title>"
        text, count = _TITLE.subn(lambda _: title, text, count=1)
    else:
        title, count = "", 1
    used = Inline(
        scripts=frozenset(work.scripts),
        styles=frozenset(work.styles),
        attributes=demand.beside.union(work.attributes),
    )
    policy = write_policy(used, demand.hosts, scripted=code.scripted)
    head = (
        '\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        f"{demand.head(text)}{demand.facts}{'' if count else title}"
    )
    text = _name_page_language(text, demand.language)
    found = _HEAD.search(text) or _BEFORE_HEAD.match(text)
    end = found.end() if found else 0
    rest = _HEAD_END.sub(lambda tag: demand.last + tag[0], text[end:], count=1)
    return text[:end] + head + rest, frozenset(work.hosts - demand.hosts)


def _name_page_language(page: str, language: str) -> str:
    """Return a page that says its language, if it has a head but no element to say it."""
    head = _HEAD.search(page)
    if not head or _HTML.search(page, 0, head.start()):
        return page
    said = f'<html lang="{escape(language)}" dir="{direction_of(language)}">\n'
    return page[: head.start()] + said + page[head.start() :]


def _drop_dead_fragments(page: str) -> str:
    """Return a page without the links to places on it that there aren't."""
    if not _FRAGMENT.search(page):
        return page
    there = {*_PLACE.findall(page), "top"}
    return _FRAGMENT.sub(lambda found: found[0] if unescape(found[2]) in there else found[1], page)


def _read(rest: str) -> dict[str, str]:
    return {found["name"].lower(): _value(found) for found in _ATTRIBUTE.finditer(rest)}


def _value(found: re.Match[str]) -> str:
    return unescape(found["double"] or found["single"] or found["plain"] or "")


def _host_of(address: str) -> str:
    try:
        return (urlsplit(address.strip(), scheme="https").hostname or "").lower()
    except ValueError:
        return ""
