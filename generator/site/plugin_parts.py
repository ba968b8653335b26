"""Stand in for the plugins of Pelican that many themes take for granted in their templates.

`{% assets %}` of webassets joins and shrinks styles and scripts: here each is loaded as it is. The
filters are those of pelican-jinja-filters, written anew.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import datetime
from typing import Any

from jinja2 import nodes
from jinja2.ext import Extension
from jinja2.parser import Parser

_SOURCES = (".scss", ".sass", ".less", ".styl")  # which only a program would make a style of


class Assets(Extension):
    """The tag `assets`: its body once for each file, whose address is ASSET_URL."""

    tags = {"assets"}  # noqa: RUF012 - Jinja reads it from the class

    def parse(self, parser: Parser) -> nodes.Node:
        """Return a loop over the files that are named."""
        line, files = next(parser.stream).lineno, []
        while parser.stream.current.type != "block_end":
            parser.stream.skip_if("comma")
            if parser.stream.current.type == "name" and parser.stream.look().type == "assign":
                parser.stream.skip(2)
                parser.parse_expression()
            else:
                files.append(parser.parse_expression())
        listed = nodes.List(files, lineno=line)
        addresses = nodes.Filter(listed, "asset_urls", [], [], None, None, lineno=line)
        body = parser.parse_statements(("name:endassets",), drop_needle=True)
        target = nodes.Name("ASSET_URL", "store", lineno=line)
        return nodes.For(target, addresses, body, [], None, False, lineno=line)


def _find_assets(files: Iterable[Any]) -> Iterator[str]:
    """Yield the addresses of files in the site, but for those that a program has to make first."""
    for file in files:
        if isinstance(file, str):
            if not file.endswith(_SOURCES):
                yield f"theme/{file}"
        elif isinstance(file, Iterable):
            yield from _find_assets(file)


def _format(date: datetime, format_: str = "%Y/%m/%d %H:%M") -> str:
    return date.strftime(format_)


def _format_long(date: datetime) -> str:
    return date.strftime("%A, %B %-d, %Y")


def _break_spaces(text: object) -> str:
    return str(text).replace("\u00a0", " ").replace("&nbsp;", " ")


def _title(text: object) -> str:
    return re.sub(r"(?<![\w'’])[^\W\d_]", lambda letter: letter[0].upper(), str(text))


def _date_of(period: Any) -> datetime:
    year, *finer = period if isinstance(period, tuple | list) else (period,)
    month, day = (*finer, 1, 1)[:2]
    return datetime(year, month if isinstance(month, int) else 1, day)  # noqa: DTZ001 - a day


def _place(date: datetime, address: str) -> str:
    return address.format(date=date)


FILTERS: Mapping[str, Callable[..., Any]] = {
    "asset_urls": _find_assets,
    "datetime": _format,
    "article_date": _format_long,
    "breaking_spaces": _break_spaces,
    "titlecase": _title,
    "datetime_from_period": _date_of,
    "merge_date_url": _place,
}
