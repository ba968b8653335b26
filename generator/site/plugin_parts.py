"""Stand in for the plugins of Pelican that many themes take for granted in their templates.

`{% assets %}` of webassets joins and shrinks styles and scripts: here each is loaded as it is. The
filters are those of pelican-jinja-filters and of m.css, written anew.
"""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from datetime import UTC, datetime
from typing import Any

from jinja2 import nodes, pass_context
from jinja2.ext import Extension
from jinja2.parser import Parser
from jinja2.runtime import Context

from generator.model import PartialDate
from generator.site.known_dates import make_date
from generator.site.theme_links import MARK

_WHOLE = re.compile(r"[a-z][a-z0-9+.-]*:|//|#", re.IGNORECASE)
_SOURCES = (".scss", ".sass", ".less", ".styl")  # which only a program would make a style of


class Assets(Extension):
    """The tag `assets`: its body once for each file, whose address is ASSET_URL."""

    tags = {"assets"}  # noqa: RUF012 - Jinja reads it from the class

    def parse(self, parser: Parser) -> nodes.Node:
        """Return a loop over the files that are named."""
        line, files = next(parser.stream).lineno, []
        made: nodes.Expr = nodes.Const(None, lineno=line)
        # {% assets filters="cssmin", output="css/all.css", "css/a.css", "css/b.css" %}
        while parser.stream.current.type != "block_end":
            parser.stream.skip_if("comma")
            if parser.stream.current.type == "name" and parser.stream.look().type == "assign":
                key = next(parser.stream).value
                parser.stream.skip()
                value = parser.parse_expression()
                made = value if key == "output" else made
            else:
                files.append(parser.parse_expression())
        listed = nodes.List(files, lineno=line)
        addresses = nodes.Filter(listed, "asset_urls", [made], [], None, None, lineno=line)
        body = parser.parse_statements(("name:endassets",), drop_needle=True)
        target = nodes.Name("ASSET_URL", "store", lineno=line)
        return nodes.For(target, addresses, body, [], None, False, lineno=line)


class Wrappers(Extension):
    """Tags around a part of a page that a plugin would write anew: to us, filters that it has."""

    tags = {  # noqa: RUF012 - Jinja reads it from the class
        *("compress", "htmlcompress", "markdown", "minify", "spaceless", "strip"),
    }

    def parse(self, parser: Parser) -> nodes.Node:
        """Return the part, put through the filter of the tag's name."""
        tag = next(parser.stream)
        while parser.stream.current.type != "block_end":
            parser.stream.skip()
        body = parser.parse_statements((f"name:end{tag.value}",), drop_needle=True)
        named = nodes.Filter(None, tag.value, [], [], None, None, lineno=tag.lineno)
        return nodes.FilterBlock(body, named, lineno=tag.lineno)


class AssetFinder:
    """Finds what a theme's pages are to load in place of what a program would make of its files.

    `missed` are the files that nothing stands in for.
    """

    def __init__(self, static: Collection[str]) -> None:
        self._static = static
        self.missed: set[str] = set()

    def find(self, files: Iterable[Any], made: object = None) -> list[str]:
        """Return the addresses of `files` in the site; `made` is what they would be made into."""
        names = [*_list_names(files)]
        sources = [name for name in names if name.endswith(_SOURCES)]
        if sources and isinstance(made, str) and made in self._static:
            return [f"theme/{made}"]
        found = [self._stand_in(name) for name in names]
        return [f"theme/{name}" for name in found if name]

    def _stand_in(self, name: str) -> str | None:
        """Return a file, or the style of its name; None for what a program has to make first."""
        if not name.endswith(_SOURCES):
            return name
        style = f"{name.rpartition('.')[0]}.css"
        # Most themes keep their sources in a folder of that name, and what is made of them in
        # `css/`.
        for place in (style, style.replace("scss/", "css/"), style.replace("sass/", "css/")):
            if place in self._static:
                return place
        self.missed.add(name)
        return None


def _list_names(files: Iterable[Any]) -> Iterator[str]:
    for file in files:
        if isinstance(file, str):
            yield str(file)
        elif isinstance(file, Iterable):
            yield from _list_names(file)


def _format(date: datetime, format_: str = "%Y/%m/%d %H:%M") -> str:
    return date.strftime(format_)


def _format_long(date: datetime) -> str:
    return date.strftime("%A, %B %-d, %Y")


def _break_spaces(text: object) -> str:
    return str(text).replace("\u00a0", " ").replace("&nbsp;", " ")


def _title(text: object) -> str:
    return re.sub(r"(?<![\w'’])[^\W\d_]", lambda letter: letter[0].upper(), str(text))


@pass_context
def _date_of(context: Context, period: Any) -> datetime:
    """Return the first moment of a period as Pelican names one: `(2023, "September", 4)`."""
    year, *finer = period if isinstance(period, tuple | list) else (period,)
    month, day = (*finer, 1, 1)[:2]
    words = context.get("say")
    if isinstance(month, str):
        month = words.months.index(month) + 1 if words and month in words.months else 1
    known = "-".join(f"{part:02}" for part in (year, month, day)[: len(finer) + 1])
    when = PartialDate.fromisoformat(known)
    return make_date(when, words, UTC) if words else when.moment


def _root(address: object) -> str:
    """Return the address of a page of the site, which m.css gives without its root."""
    said = str(address)
    return said if _WHOLE.match(said) else f"{MARK}{said.lstrip('/')}"


def _place(date: datetime, address: str) -> str:
    return address.format(date=date)


FILTERS: Mapping[str, Callable[..., Any]] = {
    "datetime": _format,
    "article_date": _format_long,
    "breaking_spaces": _break_spaces,
    "titlecase": _title,
    "datetime_from_period": _date_of,
    "merge_date_url": _place,
    "format_siteurl": _root,
}
