"""Tell a theme's own code from what came with a saved page, and write the policy that lets it run.

A theme's own is what stands in its templates and depends on nothing but settings, which are named
in capitals. Whatever else a page has inline, be it a theme's or not, is not let run.
"""

import re
from base64 import b64encode
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from html import unescape
from itertools import chain
from typing import Any

from jinja2 import Environment, Template, TemplateError, meta
from markupsafe import Markup

_CODE = re.compile(r"<(script|style)\b[^>]*>(.*?)</\1\s*>", re.IGNORECASE | re.DOTALL)
_STYLE = re.compile(r"""\sstyle\s*=\s*(?:"([^"<]*)"|'([^'<]*)')""", re.IGNORECASE)
_HOST = r"(?:https?:)?//([\w-]+(?:\.[\w-]+)+)"
_LOADED = re.compile(rf"""\b(?:src|href|srcset|data)\s*=\s*["']?\s*{_HOST}""", re.IGNORECASE)
_STYLED = re.compile(rf"""(?:@import|url\()\s*(?:url\()?\s*["']?\s*{_HOST}""", re.IGNORECASE)
_IMPORT = re.compile(
    rb"""@import\s+(?:url\(\s*)?(?:"(?:https?:)?//[^"]*"|'(?:https?:)?//[^']*'"""
    rb"""|(?:https?:)?//[^\s)"';]*)\s*\)?[^;{}]*;?""",
    re.IGNORECASE,
)
# Its styles load their fonts from there, which no theme says itself.
_COMPANIONS = {"fonts.googleapis.com": "fonts.gstatic.com"}
_DEEPEST = 4  # folders that a story stands in
_SAID = frozenset(["_", "gettext", "ngettext"])
# JSON-LD is data, and needs no leave.
_RUNNING = re.compile(r"<script(?![^>]*\bapplication/ld\+json)", re.IGNORECASE)
_FONTS = (".woff2", ".woff", ".ttf", ".otf")


@dataclass(frozen=True, slots=True, kw_only=True)
class Inline:
    """Scripts and styles that stand in a page, and the values of attributes `style`."""

    scripts: frozenset[str] = frozenset()
    styles: frozenset[str] = frozenset()
    attributes: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnCode:
    """What a theme brings along: inline code, hosts it loads from, and whether it has scripts."""

    fragments: tuple[tuple[str, Template], ...]
    hosts: frozenset[str]
    styled_hosts: frozenset[str]
    scripted: bool
    _known: dict[str, Inline] = field(default_factory=dict)

    def inline(self, settings: Mapping[str, Any]) -> Inline:
        """Return the theme's inline code as it stands in a page that sees these settings."""
        root = str(settings["SITEURL"])
        # Pages of one theme differ in no setting but where the root is, of which there are few.
        if root not in self._known:
            said: dict[str, set[str]] = {"script": set(), "style": set(), "attribute": set()}
            for kind, template in self.fragments:
                said[kind] |= set(_render(kind, template, settings))
            self._known[root] = Inline(
                scripts=frozenset(said["script"]),
                styles=frozenset(said["style"]),
                attributes=frozenset(said["attribute"]),
            )
        return self._known[root]

    def list_styles(self, settings: Mapping[str, Any]) -> frozenset[str]:
        """Return the values of attributes `style` that pages of the theme have in any folder."""
        roots = ("/".join([".."] * depth) for depth in range(1, _DEEPEST + 1))
        found = [self.inline({**settings, "SITEURL": root}).attributes for root in roots]
        return frozenset(chain.from_iterable(found))


def read_own_code(
    environment: Environment, templates: Iterable[str], static: Mapping[str, bytes]
) -> OwnCode:
    """Return what is a theme's own in the sources of its templates and in its static files."""
    sources = [*templates]
    fragments = [found for source in sources for found in _find_fragments(environment, source)]
    styles = [body.decode("utf-8", "replace") for name, body in static.items() if _is_style(name)]
    return OwnCode(
        fragments=tuple(fragments),
        hosts=frozenset(_find_hosts(_LOADED, sources)),
        styled_hosts=frozenset(_find_hosts(_STYLED, [*styles, *sources])),
        scripted=any("<script" in source.lower() for source in sources),
    )


def quiet_styles(static: Mapping[str, tuple[str, bytes]]) -> dict[str, tuple[str, bytes]]:
    """Return a theme's files, its styles without those of other hosts, which are kept from it."""
    return {
        name: (target, _IMPORT.sub(b"", body) if _is_style(name) else body)
        for name, (target, body) in static.items()
    }


def _is_style(name: str) -> bool:
    return name.lower().endswith(".css")


def _find_hosts(pattern: re.Pattern[str], texts: Iterable[str]) -> Iterator[str]:
    for text in texts:
        yield from map(str.lower, pattern.findall(text))


def _find_fragments(environment: Environment, source: str) -> Iterator[tuple[str, Template]]:
    """Yield the inline code of a template that nothing but settings goes into."""
    pieces = [(found[1].lower(), found[0]) for found in _CODE.finditer(source)]
    pieces += [("attribute", found[0]) for found in _STYLE.finditer(source)]
    for kind, text in pieces:
        try:
            named = meta.find_undeclared_variables(environment.parse(text))
            if all(name.isupper() or name in _SAID for name in named):
                yield kind, environment.from_string(text)
        except TemplateError:
            continue  # it begins or ends what the rest of the template ends or begins


def _render(kind: str, template: Template, settings: Mapping[str, Any]) -> Iterator[str]:
    try:
        rendered = template.render({name: settings[name] for name in settings if name.isupper()})
    except (TemplateError, TypeError, ValueError, LookupError, AttributeError):
        return
    if kind == "attribute":
        yield from (unescape(double or single) for double, single in _STYLE.findall(rendered))
    else:
        yield from (body for _, body in _CODE.findall(rendered))


def write_own_policy(templates: Iterable[str], static: Mapping[str, bytes]) -> Markup:
    """Return the policy of pages that these `templates` of ours make, with a theme's static files.

    It allows what they make use of and no more: only what has a script may load one. Fetching from
    the site is left to all, since tools that look for robots.txt do so in the name of the page.
    """
    sources = [*templates]
    styles = b"".join(body for name, body in static.items() if _is_style(name))
    scripted = any(map(_RUNNING.search, sources))
    fonts = any(name.lower().endswith(_FONTS) for name in static)
    parts = (
        "default-src 'none'",
        *(["script-src 'self'"] if scripted else []),
        "style-src 'self'",
        f"img-src 'self'{' data:' if b'data:' in styles or 'data:' in ''.join(sources) else ''}",
        *(["font-src 'self'"] if fonts else []),
        "connect-src 'self'",
        "base-uri 'none'",
        "form-action 'self'",
        *(["require-trusted-types-for 'script'"] if scripted else []),
    )
    return Markup("; ".join(parts))  # noqa: S704 - ours, and quotes are to stay quotes


def write_policy(used: Inline, hosts: Collection[str], *, scripted: bool) -> Markup:
    """Return the policy of a page with the inline code `used`, which may load from `hosts`.

    A page that has scripts of the theme goes without Trusted Types, which few of them know.
    """
    beside = {*hosts, *(_COMPANIONS[host] for host in hosts if host in _COMPANIONS)}
    allowed = "".join(f" https://{host}" for host in sorted(beside))
    scripts = _hash(used.scripts)
    styles = _hash(used.styles)
    if used.attributes:
        # With these words alone a hash holds for an attribute (Content Security Policy Level 3).
        styles += f" 'unsafe-hashes'{_hash(used.attributes)}"
    parts = (
        "default-src 'none'",
        f"script-src 'self'{scripts}{allowed}",
        f"style-src 'self'{styles}{allowed}",
        f"img-src 'self' data:{allowed}",
        f"font-src 'self' data:{allowed}",
        "connect-src 'self'",
        "base-uri 'none'",
        "form-action 'self'",
        *([] if scripted else ["require-trusted-types-for 'script'"]),
    )
    return Markup("; ".join(parts))  # noqa: S704 - ours, and quotes are to stay quotes


def _hash(texts: Iterable[str]) -> str:
    digests = sorted(b64encode(sha256(text.encode()).digest()).decode() for text in texts)
    return "".join(f" 'sha256-{digest}'" for digest in digests)
