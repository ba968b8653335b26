"""The two renderers that show an archive's Markdown: ours, and that of a stock Pelican."""

import copy
import re

import lxml.html
from markdown import Markdown
from pelican.settings import DEFAULT_CONFIG

from generator.content.html import read_markdown
from generator.text import squeeze


def render_ours(markdown: str) -> str:
    return read_markdown(markdown, "2023/09/04/rail-strike/", lambda _name: None).html


def render_stock(markdown: str) -> str:
    """Render as `pelican` without any settings does, metadata and all."""
    options = copy.deepcopy(DEFAULT_CONFIG["MARKDOWN"])
    options["extensions"] = list(options["extension_configs"])
    return Markdown(**options).convert(f"Title: x\n\n{markdown}")


def text_of(html: str) -> str:
    """Return what a reader of `html` reads, on one line."""
    apart = re.sub(r"(</(?:p|h\d|li|td|th|pre|figure|figcaption)>|<br ?/?>)", r" \1", html)
    return squeeze(lxml.html.fromstring(f"<div>{apart}</div>").text_content())


def tags_of(html: str) -> set[str]:
    return {str(element.tag) for element in lxml.html.fromstring(f"<div>{html}</div>").iter()}
