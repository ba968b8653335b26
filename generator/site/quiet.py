"""Take out of a page what is not its theme's own, tag by tag, and settle its links.

The policy in the head would stop it; it is taken out as well, so that a page is quiet in the
browser, and harmless where a policy means nothing.
"""

import re
from collections.abc import Collection
from dataclasses import dataclass, field
from html import escape, unescape
from urllib.parse import urlsplit

from generator.site.content_policy import Inline
from generator.site.theme_links import Ways
from generator.site.words import direction_of

# Atomic and possessive, so that a quote that is never closed costs one look and not one at each way
# to split what follows.
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
# Most tags have none of these, and stay as they are to the byte.
_TOUCHED = re.compile(
    r"""(?:^|[\s"'/])(?:on\w+|style|href|src|srcset|action|data|poster)\s*=""", re.IGNORECASE
)
# To browsers a backslash is as good as a slash (WHATWG URL).
_OUTWARD = re.compile(r"\s*(?:https?:)?[/\\]{2}", re.IGNORECASE)
_LOADING = frozenset("audio embed iframe img input link object script source track video".split())
_LINKING = frozenset("alternate author help license me next prev search bookmark".split())
_DATA = re.compile(
    r"application/(?:ld\+)?json|text/(?:template|html|x-[\w-]+|plain)", re.IGNORECASE
)
_DROPPED_META = re.compile(
    r"""[\s"'/](?:charset\s*=|http-equiv\s*=|name\s*=\s*["']?robots\b)""", re.IGNORECASE
)
_LIBRARY = re.compile(r"jquery|zepto|cash", re.IGNORECASE)
_JQUERY = re.compile(r"\bjQuery\b|(?<![\w$.])\$\s*[(.]")
_ASKS_FIRST = re.compile(r"(?:window\.|typeof\s+)(?:jQuery\b|\$)")
_ADDRESSES = frozenset("href src action data poster formaction".split())


@dataclass(slots=True, kw_only=True)
class Quieting:
    """A page on its way: what it may have, and what of the theme's own was found in it.

    It may load from `allowed` hosts; `hosts` are all those that it would load from.
    It is `stalled` where a script is kept from it, `equipped` where it has its own jQuery.
    """

    ways: Ways
    own: Inline
    site_url: str
    language: str
    allowed: Collection[str]
    scripts: set[str] = field(default_factory=set)
    styles: set[str] = field(default_factory=set)
    attributes: set[str] = field(default_factory=set)
    hosts: set[str] = field(default_factory=set)
    stalled: bool = False
    equipped: bool = False

    def quiet(self, page: str) -> str:
        """Return the page without what is not its theme's own."""
        return _PIECE.sub(self._settle, page)

    def _settle(self, piece: re.Match[str]) -> str:
        """Return a tag, a comment, a script or a style as it is to stand in the page.

        In place of a picture that isn't there stand its words.
        """
        if piece["comment"]:
            # Conditional comments hold scripts and styles for Internet Explorer.
            return "" if piece["comment"].startswith("<!--[") else piece[0]
        if piece["code"]:
            return self._settle_code(piece)
        name, rest = piece["name"].lower(), piece["rest"]
        if self._is_left_out(name, rest):
            return escape(_read(rest).get("alt", "")) if name == "img" else ""
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
            self.equipped |= bool(_LIBRARY.search(said["src"]))
            # What stands within a script that has an address never runs.
            return f"<script{self._settle_all(kind, piece['with'])}></script>"
        if kind == "script" and _DATA.fullmatch(said.get("type", "").strip()):
            return piece[0]
        own, used = (
            (self.own.scripts, self.scripts) if kind == "script" else (self.own.styles, self.styles)
        )
        if body not in own or (kind == "script" and self._is_stranded(body)):
            return ""
        used.add(body)
        return f"<{piece['code']}{self._settle_all(kind, piece['with'])}>{body}</{piece['code']}>"

    def _is_stranded(self, code: str) -> bool:
        """Tell whether a script asks for jQuery in a page from which a script was kept: it fails.

        One that looks first whether there is jQuery may fetch the theme's own copy.
        """
        if self.equipped or not self.stalled or _ASKS_FIRST.search(code):
            return False
        return bool(_JQUERY.search(code))

    def _settle_all(self, name: str, rest: str) -> str:
        return _ATTRIBUTE.sub(lambda found: self._settle_attribute(name, found), rest)

    def _is_left_out(self, name: str, rest: str) -> bool:
        """Tell whether an element is not to be: loads from elsewhere, or is ours to say."""
        if name in ("meta", "base"):
            return name == "base" or bool(_DROPPED_META.search(rest))
        if name not in _LOADING:
            return False
        said = _read(rest)
        # An empty address is that of the page itself.
        if name in ("link", "script") and not (said.get("href") or said.get("src") or "").strip():
            return True
        if name == "link":
            kinds = {*said.get("rel", "").lower().split()}
            if "canonical" in kinds:
                return True
            # Such a link leads somewhere and loads nothing.
            if kinds and kinds <= _LINKING:
                return "xml" in said.get("type", "") and not self.ways.lists(said.get("href", ""))
        addresses = [said[key] for key in ("src", "href", "data", "srcset") if said.get(key)]
        hosts = {_host_of(address) for address in addresses if _OUTWARD.match(address)}
        self.hosts |= hosts
        kept = not hosts.issubset(self.allowed)
        self.stalled |= kept and name == "script"
        return kept or not all(map(self.ways.loads, addresses))

    def _name_language(self, rest: str) -> str:
        said = _read(rest)
        if not said.get("lang"):
            # An empty one says that the language is unknown, as a theme's does without a setting
            # for it.
            rest = _ATTRIBUTE.sub(lambda found: "" if found["name"] == "lang" else found[0], rest)
            rest += f' lang="{escape(self.language)}"'
        direction = direction_of(said.get("lang") or self.language)
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
        root = self.ways.root
        if name.startswith("on"):
            return None
        if name == "style":
            own = value in self.own.attributes
            self.attributes |= {value} if own else set()
            return value if own else None
        # og:url and og:image want whole addresses.
        if name == "content" and element == "meta" and f"{value}/".startswith(f"{root}/"):
            return self.site_url + value.removeprefix(root).lstrip("/")
        if name in _ADDRESSES:
            dead = name == "href" and element == "a" and self.ways.is_dead(value)
            return None if dead else self.ways.settle(value)
        return value


def _read(rest: str) -> dict[str, str]:
    return {found["name"].lower(): _value(found) for found in _ATTRIBUTE.finditer(rest)}


def _value(found: re.Match[str]) -> str:
    return unescape(found["double"] or found["single"] or found["plain"] or "")


def _host_of(address: str) -> str:
    try:
        return (urlsplit(address.strip().replace("\\", "/"), scheme="https").hostname or "").lower()
    except ValueError:
        return ""
