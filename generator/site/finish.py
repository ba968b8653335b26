"""Finish a page that another theme has set: its head, its links, and nothing that isn't its own."""

import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from html import escape, unescape
from typing import NamedTuple

from generator.site.content_policy import Inline, OwnCode, write_policy
from generator.site.quiet import Quieting
from generator.site.theme_links import Ways
from generator.site.words import direction_of

_XML = re.compile(r"\A\s*<\?xml\b[^>]*>\s*")  # which is none of HTML's
_TITLE = re.compile(r"<title\b[^>]*>.*?</title\s*>", re.IGNORECASE | re.DOTALL)
# With `data-…` a link is one that a script of the theme's does something with.
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


class Finished(NamedTuple):
    """A page as it is to be published, the hosts that it would load from, and whether scripts."""

    page: str
    blocked: frozenset[str]
    stalled: bool


def finish(page: str, code: OwnCode, own: Inline, demand: Demand) -> Finished:
    """Return a page as it is to be published; `own` is the theme's inline code in it."""
    ways = Ways(
        name=demand.name,
        files=demand.files,
        root=demand.root,
        base_path=demand.base_path,
        aliases=demand.aliases,
    )
    work = Quieting(
        ways=ways,
        own=own,
        site_url=demand.site_url,
        language=demand.language,
        allowed=demand.hosts,
    )
    text = _drop_dead_fragments(work.quiet(_XML.sub("", page, count=1)))
    if demand.title is not None:
        title = f"<title>{escape(demand.title)}</title>"
        # By a function, since a title with a backslash would be taken for a form.
        text, count = _TITLE.subn(lambda _: title, text, count=1)
    else:
        title, count = "", 1
    used = Inline(
        scripts=frozenset(work.scripts),
        styles=frozenset(work.styles),
        attributes=demand.beside.union(work.attributes),
    )
    policy = write_policy(used, demand.hosts, scripted=code.scripted)
    # At the very start: the charset has to be among the first 1,024 bytes, and a policy holds only
    # for what stands below it.
    head = (
        '\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        f"{demand.head(text)}{demand.facts}{'' if count else title}"
    )
    text = _name_page_language(text, demand.language)
    found = _HEAD.search(text) or _BEFORE_HEAD.match(text)
    end = found.end() if found else 0
    rest, closed = _HEAD_END.subn(lambda tag: demand.last + tag[0], text[end:], count=1)
    head += "" if closed else demand.last
    blocked = frozenset(work.hosts - demand.hosts)
    return Finished(page=text[:end] + head + rest, blocked=blocked, stalled=work.stalled)


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
    # `#top` is the top of any page, by the rules of HTML.
    there = {*_PLACE.findall(page), "top"}
    return _FRAGMENT.sub(lambda found: found[0] if unescape(found[2]) in there else found[1], page)
