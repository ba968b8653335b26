"""Set pages and parts of ours in another theme as it sets pages of its own.

A theme shows a page that its owner wrote in what it has for that, with its own margins and
headings. Ours are shown in the same way, where a theme shows the content of a page at all.
"""

import re
from collections.abc import Mapping
from html import unescape
from typing import Any

from jinja2 import Environment, pass_context
from jinja2.runtime import Context
from markupsafe import Markup

from generator.site.foreign_pages import ShownPage
from generator.site.theme_links import MARK

_HERE = Markup("<!--ours-->")
_MAIN = re.compile(r"<main\b", re.IGNORECASE)
_ID = re.compile(r"""\sid=(?:"[^"]*"|'[^']*'|[^\s>]+)""")
_HEADING = re.compile(r"<(h[1-6])\b[^>]*>(.*?)</\1\s*>", re.IGNORECASE | re.DOTALL)
_FIRST = re.compile(r"<h1\b[^>]*>.*?</h1>", re.DOTALL)
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_TAG = re.compile(r"<[^>]*>")


@pass_context
def make_own_page(context: Context, name: str) -> ShownPage:
    """Return the page of ours by the template `name` as a theme sees one of its owner's."""
    shown = context.get_all()
    article = shown.get("article")
    return ShownPage(
        title=title_of(shown),
        url=article.url if article else shown["address"],
        content=_render(context, name),
        lang=shown["say"].language,
        summary="" if article else shown["description"],
    )


def title_of(shown: Mapping[str, Any]) -> str:
    """Return the title of the page that sees what is `shown`."""
    article = shown.get("article")
    return str(article.title if article else shown["title"])


@pass_context
def set_own_part(context: Context, name: str, block: str = "", title: str = "") -> Markup:
    """Return a part of ours as the theme sets a page: the `block` of `page.html`, under a `title`.

    Without these, or where that would be no page or a second `main`, it has a measure of ours.
    """
    part = _render(context, name)
    text = _set_page(context, block, title) if block else ""
    if text.count(_HERE) != 1 or _MAIN.search(text):
        return Markup('<div class="backfile-frame">{}</div>').format(part)
    # The page around this has the same ids, and each may stand on a page once.
    return Markup(_ID.sub("", text).replace(_HERE, part))  # noqa: S704 - a template's, and escaped


def _set_page(context: Context, block: str, title: str) -> str:
    """Return a block of `page.html` with a mark where the content of the page would be."""
    page, shown = context.environment.get_template("page.html"), context.get_all()
    said = ShownPage(title=title, url=shown["address"], content=_HERE, lang=shown["say"].language)
    # The block alone: the rest of `page.html` is what the theme has around it already.
    return "".join(page.blocks[block](page.new_context({**shown, "page": said})))


def _render(context: Context, name: str) -> Markup:
    """Return what a template of ours makes; names of ours that a theme uses, too, are ours here."""
    shown = context.get_all()
    text = context.environment.get_template(name).render({**shown, **shown.get("ours", {})})
    return Markup(text)  # noqa: S704 - a template of ours, and escaped


def name_page(shown: Mapping[str, Any], site: str, *, article: bool) -> str | None:
    """Return the title of a page of ours in the archive `site`; those of the theme have their own.

    `article` says that the theme has a template for stories.
    """
    ours = not article if shown.get("article") else shown.get("framed")
    if not ours:
        return None
    return site if shown.get("place") == "front" else f"{title_of(shown)} – {site}"


def describe_article(environment: Environment, shown: Mapping[str, Any]) -> str:
    """Return what our own page of a story says of it to machines, in its head; "" for others."""
    article = shown.get("article")
    if not article:
        return ""
    page, clipping = environment.get_template("!base/article.html"), article.clipping
    said = {**shown, "clipping": clipping, "header": clipping.story.header}
    return "".join(page.blocks["head"](page.new_context(said)))


def add_places(
    environment: Environment, page: str, shown: Mapping[str, Any], *, always: bool
) -> str:
    """Return a page with the ways into the archive at its end, if it has none to the search.

    `always` is for a theme whose scripts are kept from it: one of them may have to open its menu.
    """
    root = shown["SITEURL"]
    seen = _COMMENT.sub("", page)
    if 'class="backfile-places"' in seen or (not always and f'{root}/search/"' in seen):
        return page
    # As if the theme had no menu, since what it has leads no reader to the search.
    said = {**shown, "THEME_HAS_MENU": 0}
    ways = environment.get_template("!base/places.html").render(said).replace(MARK, f"{root}/")
    end = page.rfind("</body>")
    return f"{page[:end]}{ways}{page[end:]}" if end >= 0 else page + ways


def drop_second_heading(page: str, title: str) -> str:
    """Return a page without our heading, where the theme has one of the same words before it."""
    start = page.find('<div class="backfile"')
    headings = _HEADING.findall(page[:start]) if start >= 0 else []
    if _fold(title) not in {_fold(_TAG.sub("", said)) for _, said in headings}:
        return page
    end = _find_end(page, page.index(">", start) + 1)
    ours = _FIRST.sub("", page[start:end], count=1)
    return f"{page[:start]}{ours}{page[end:]}"


def _fold(text: str) -> str:
    return " ".join(unescape(text).split()).casefold()


def move_search(page: str, address: str) -> str:
    """Return the search page with what its script, at `address`, needs on the page's one `main`."""
    script = f'<script type="module" src="{address}"></script>'
    found = re.search(r'<div class="backfile"(?P<said>\s+data-search-manifest=[^>]*)>', page)
    if not found:
        return page
    if _MAIN.search(page):
        page = page.replace(found["said"], "", 1)
        page = _MAIN.sub(lambda tag: tag[0] + found["said"], page, count=1)
    else:
        start, end = found.span()
        depth_end = _find_end(page, end)
        page = (
            f'{page[:start]}<main class="backfile"{found["said"]}>{page[end:depth_end]}</main>'
            f"{page[depth_end + len('</div>') :]}"
        )
    return page.replace("</body>", f"{script}</body>", 1) if "</body>" in page else page + script


def _find_end(page: str, start: int) -> int:
    """Return where the `</div>` stands that closes the one whose tag ends at `start`."""
    depth = 1
    for tag in re.compile(r"<(/?)div\b", re.IGNORECASE).finditer(page, start):
        depth += -1 if tag[1] else 1
        if not depth:
            return tag.start()
    return len(page)
