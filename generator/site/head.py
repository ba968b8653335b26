"""Write what every page has in its head, whatever theme it is set in."""

import re
from collections.abc import Callable, Mapping
from html import escape

from generator.config import Settings

_ICON = re.compile(r"""<link[^>]*\srel\s*=\s*["']?(?:shortcut )?icon\b""", re.IGNORECASE)


def link_own_style(static: Mapping[str, tuple[str, bytes]], root: str) -> str:
    """Return what loads the style `own.css` of a theme's child, if there is one."""
    if "own.css" not in static:
        return ""
    return f'<link rel="stylesheet" href="{escape(root)}/{static["own.css"][0]}">\n'


def write_head(
    settings: Settings, address: str, root: str, *, style: str, icon: str
) -> Callable[[str], str]:
    """Return what adds to a page, whose text is given, what its head has to have.

    `address` is that of the page, `style` and `icon` are files of the site, whose root is `root`.
    """

    def write(text: str) -> str:
        lines = [
            '<meta name="referrer" content="no-referrer">',
            f'<meta name="robots" content="{escape(settings.robots)}">',
        ]
        # It is shown at any address, and has none of its own.
        if address != "404.html":
            lines.append(f'<link rel="canonical" href="{escape(settings.site_url + address)}">')
        lines.append(f'<link rel="stylesheet" href="{escape(root)}/{style}">')
        if not _ICON.search(text):
            lines.append(f'<link rel="icon" href="{escape(root)}/{icon}">')
        if "feed.xml" not in text:
            title = escape(settings.title)
            feed = f'type="application/atom+xml" title="{title}" href="{escape(root)}/feed.xml"'
            lines.append(f'<link rel="alternate" {feed}>')
        return "\n".join(lines) + "\n"

    return write
