"""Read Markdown, ours or a person's, as HTML that is safe to show and as plain text.

Raw HTML is off: a tag in the text is text. What the renderer makes goes through a second wall, a
sanitizer that knows only the tags and attributes named here. Pictures are shown from the archive's
own media and from nowhere else.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from html import escape
from itertools import islice
from typing import NamedTuple, TypeAlias
from urllib.parse import unquote

import nh3
from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token
from markdown_it.utils import EnvType as Env
from markdown_it.utils import OptionsDict

from generator.text import squeeze, strip_controls

Measure: TypeAlias = Callable[[str], tuple[int, int] | None]
"""Finds the width and height of a picture by its name in `content/media/`."""

Tokens: TypeAlias = Sequence[Token]

_MEDIA = re.compile(r"(?:\.{1,2}/)*media/([\w-][\w.-]*\.(?:jpe?g|png|gif|webp))", re.IGNORECASE)
_PLAIN = re.compile(r"[^\W\d_][^\n\\&*_`\[<!]*(?<! )")
"""A line that is sure to stand for its own characters."""

_OUTWARD = "external nofollow noopener noreferrer"
_TAGS = set(
    "a blockquote br code em figcaption figure h2 h3 h4 h5 h6 hr img li ol p pre small strong"
    " table tbody td th thead tr ul".split()
)
_ATTRIBUTES = {
    "a": {"href", "rel", "title"},
    "img": {"src", "alt", "width", "height", "loading"},
    "ol": {"start"},
}
_SCHEMES = {"http", "https", "mailto"}


_OPENING = 30
"""How many tokens of a text its opening has: some ten paragraphs."""


class Body(NamedTuple):
    """What Markdown says: as HTML that is safe to show, as text, and which pictures it lacks.

    `opening` is the start of the text itself, without what is said of pictures.
    """

    html: str
    text: str
    opening: str
    missing: tuple[str, ...]


def read_markdown(markdown: str, address: str, measure: Measure) -> Body:
    """Return what `markdown` says, for a page in the folder `address` of the site.

    `address` ends in a slash; links to pictures lead up from it to `media/`. Headings start at
    the second level, since the first is the headline's. The text of each block is apart from the
    next by a blank line, that of cells by tabs.
    """
    tokens = list(_find_figures(_demote(_MARKDOWN.parse(markdown))))
    missing: list[str] = []
    place = {"up": "../" * address.count("/"), "measure": measure, "missing": missing}
    html = _MARKDOWN.renderer.render(tokens, _MARKDOWN.options, place)
    said = (token for token in tokens if token.type != "figure")
    return Body(
        html=_reach(_sanitize(html)),
        text=_tell(tokens),
        opening=_tell(list(islice(said, _OPENING))),
        missing=tuple(missing),
    )


def read_line(markdown: str) -> str:
    """Return the text of one line of Markdown."""
    if _PLAIN.fullmatch(markdown):
        return markdown
    return squeeze(_tell(_MARKDOWN.parse(markdown)))


def _sanitize(html: str) -> str:
    return nh3.clean(html, tags=_TAGS, attributes=_ATTRIBUTES, url_schemes=_SCHEMES, link_rel=None)


def _reach(html: str) -> str:
    """Let the keyboard scroll what may be wider than its page; `html` is sanitized, so tags are."""
    return re.sub("<(table|pre)>", r'<\1 tabindex="0">', html)


def _demote(tokens: Tokens) -> Tokens:
    """Move all headings a level down where one is of the first level."""
    headings = [token for token in tokens if token.type in ("heading_open", "heading_close")]
    if any(token.tag == "h1" for token in headings):
        for token in headings:
            token.tag = f"h{min(int(token.tag[1]) + 1, 6)}"
    return tokens


# ── Figures ──────────────────────────────────────────────────────────────────────────────────


def _find_figures(tokens: Tokens) -> Iterator[Token]:
    """Yield `tokens` with each paragraph that is a picture and its words, or these, as a figure."""
    waiting = iter(tokens)
    for token in waiting:
        if token.type != "paragraph_open":
            yield token
            continue
        # Between the two that open and close a paragraph, markdown-it has one token with its words.
        inline, close = next(waiting), next(waiting)
        children = inline.children or []
        lines = list(_split_lines(children))
        if _is_picture(lines[0]) or all(_is_set(line, "_") for line in lines):
            yield Token("figure", "figure", 0, children=children, level=token.level)
        else:
            yield from (token, inline, close)


def _split_lines(children: Tokens) -> Iterator[list[Token]]:
    line: list[Token] = []
    for child in children:
        if child.type == "softbreak":
            yield line
            line = []
        else:
            line.append(child)
    yield line


def _is_picture(line: Tokens) -> bool:
    return [token.type for token in line] == ["image"]


def _is_set(line: Tokens, marks: str = "*_") -> bool:
    """Tell whether a line is set in italics from its first character to its last, by `marks`."""
    ends = [i for i, token in enumerate(line) if token.type == "em_close" and token.level == 0]
    first = bool(line) and line[0].type == "em_open" and line[0].markup in marks
    return first and ends[:1] == [len(line) - 1]


def _bare(line: Tokens) -> Tokens:
    return line[1:-1] if _is_set(line, "_") else line


class _Renderer(RendererHTML):
    """Render as CommonMark does, but for figures, pictures and links.

    A method is the rule for the kind of token that it is named after; `env` holds the way `up` to
    the root of the site, `measure`, and the sources of the pictures that are `missing` so far.
    """

    def figure(self, tokens: Tokens, index: int, options: OptionsDict, env: Env) -> str:
        """Return a figure: its picture, if we have it, its caption and its credit."""
        lines = list(_split_lines(tokens[index].children or []))
        image = self.image(lines.pop(0), 0, options, env) if _is_picture(lines[0]) else ""
        words = []
        if lines and _is_set(lines[0]):
            words.append(self.renderInline(lines.pop(0)[1:-1], options, env))
        if lines:
            said = (self.renderInline(_bare(line), options, env) for line in lines)
            words.append(f"<small>{' '.join(said)}</small>")
        caption = f"<figcaption>{' '.join(words)}</figcaption>" if words else ""
        return f"<figure>{image}{caption}</figure>\n" if image or caption else ""

    def image(self, tokens: Tokens, index: int, _options: OptionsDict, env: Env) -> str:
        """Return a picture of the archive's own media, or nothing for one that isn't there."""
        src = unquote(str(tokens[index].attrs.get("src", "")))
        own = _MEDIA.fullmatch(src)
        size = env["measure"](own[1]) if own else None
        if not own or not size:
            env["missing"] += [src] if src else []
            return ""
        alt = escape(_tell_inline(tokens[index].children or []))
        measures = f'width="{size[0]}" height="{size[1]}"'
        return f'<img src="{env["up"]}media/{own[1]}" alt="{alt}" {measures} loading="lazy">'

    def link_open(self, tokens: Tokens, index: int, options: OptionsDict, env: Env) -> str:
        """Return the start of a link, marked where it leads out of the archive."""
        if re.match("https?:", str(tokens[index].attrs.get("href", "")), re.IGNORECASE):
            tokens[index].attrs["rel"] = _OUTWARD
        return self.renderToken(tokens, index, options, env)


# ── Text ─────────────────────────────────────────────────────────────────────────────────────

_ENDS: Mapping[str, str] = {
    "td_close": "\t",
    "th_close": "\t",
    "tr_close": "\n",
    "thead_close": "",
    "list_item_close": "",
}
_HIDDEN = re.compile("[\xad\u200b\u2060\ufeff]")
_SPACES: Mapping[str, str] = {"softbreak": " ", "hardbreak": "\n"}


def _tell(tokens: Tokens) -> str:
    """Return the text of a document, its blocks apart by blank lines."""
    said: list[str] = []
    for token in tokens:
        match token.type:
            case "inline":
                said.append(_tell_inline(token.children or []))
            case "figure":
                lines = [
                    line for line in _split_lines(token.children or []) if not _is_picture(line)
                ]
                said += ["\n".join(map(_tell_inline, lines)), "\n\n"]
            case "fence" | "code_block":
                said += [token.content, "\n\n"]
            # Hidden are the paragraphs of a tight list, whose items follow line by line.
            case _ if token.nesting < 0:
                said.append("\n" if token.hidden else _ENDS.get(token.type, "\n\n"))
    text = "".join(said)
    # A break that a person allows within a word is none of the word.
    text = strip_controls(text) if _HIDDEN.search(text) else text
    return re.sub(r"\s*\n\s*\n\s*", "\n\n", re.sub(r"\t*\n", "\n", text)).strip()


def _tell_inline(children: Tokens) -> str:
    said = (_SPACES.get(token.type, token.content) for token in children if token.type != "image")
    return "".join(said)


_MARKDOWN = MarkdownIt("commonmark", {"html": False}, renderer_cls=_Renderer).enable("table")
