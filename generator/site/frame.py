"""Find in another theme's templates the frame that pages of ours can be set in.

Most themes have a `base.html` with a block called `content`, but neither name is sure: what the
theme's own pages extend, and the block that they fill, is.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from jinja2 import Environment, TemplateNotFound, TemplateSyntaxError, nodes

from generator.errors import ThemeError

_TRIED = "page article index archives category tag base".split()
_USUAL = "content main main_content page_content content_body body_content container body".split()
_LISTS = "archives authors author categories category index period_archives tags tag".split()
_SHOWN = (*_LISTS, "article", "page")
# What of ours is set below a page of the theme's, which has no place for it; "" for nothing.
_AFTER = {
    "index": "after_front",
    "period_archives": "after_period",
    "article": "",
    **dict.fromkeys(("authors", "categories", "tags"), "after_index"),
}
_TITLED = {"after_front": "words.archive", "after_period": "words.calendar"}
_DEEPEST = 10  # of templates that extend each other


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """A template to extend, and the block in it to fill."""

    parent: str
    block: str

    def enclose(self, included: str) -> str:
        """Return the source of a template with the page `included` in this frame."""
        return (
            f'{{% extends "{self.parent}" %}}{{% block {self.block} %}}'
            f'{{{{ set_own_part("{included}") }}}}{{% endblock %}}'
        )

    def append(self, template: str, included: str, title: str) -> str:
        """Return the source of a template that is another, with something `included` after it.

        With a `title`, an expression, it is set as a page of the theme's, under that.
        """
        within = f', "{self.block}", {title}' if title else ""
        return (
            f'{{% extends "{template}" %}}{{% block {self.block} %}}{{{{ super() }}}}'
            f'{{{{ set_own_part("{included}"{within}) }}}}{{% endblock %}}'
        )


_PAGE = '{{% set page = make_own_page("!base/{}") %}}{{% extends "page.html" %}}'


PLAIN = Frame(parent="!base/plain.html", block="content")
"""For a theme that has none."""


def find_frame(environment: Environment, templates: Mapping[str, object]) -> Frame:
    """Return the frame of a theme that has these `templates`."""
    for name in _TRIED:
        if f"{name}.html" not in templates:
            continue
        chain = [*_climb(environment, f"{name}.html")]
        if above := chain[1:]:
            # A block that only the page itself has is a part of its content.
            there = {key for page in above for key in page.blocks}
            filled = {key: size for key, size in chain[0].blocks.items() if key in there}
            if block := _choose(filled) or _largest(filled):
                return Frame(parent=above[0].name, block=block)
        # What extends nothing fills no block, so that one of its own is taken for it by its name
        # alone.
        every = {key: size for page in chain for key, size in page.blocks.items()}
        if name == "base" and (block := _choose(every)):
            return Frame(parent="base.html", block=block)
    return PLAIN


def has_block(environment: Environment, template: str, block: str) -> bool:
    """Tell whether a template, or one that it extends, has a block."""
    return any(block in page.blocks for page in _climb(environment, template))


def build_frames(
    environment: Environment, theirs: Mapping[str, object], ours: Iterable[str], *, menu: bool
) -> dict[str, str]:
    """Return, by name, templates that set our pages as the theme's own, and its own with more.

    Our pages are shown as the theme shows one of its owner's; where it shows none, in its frame.
    `theirs` and `ours` are the names of templates; `menu` says that the theme shows one.
    """
    frame, paged = find_frame(environment, theirs), shows_pages(environment, theirs)
    part = paged and stands_alone(environment, frame.block)
    built = {
        f"!frame/{name}": _PAGE.format(name) if paged else frame.enclose(f"!base/{name}")
        for name in ours
        if "/" not in name
    }
    for name in _SHOWN:
        file, after = f"{name}.html", _AFTER.get(name, "" if menu else "places")
        if file in theirs:
            fits = after and has_block(environment, file, frame.block)
            title = _TITLED.get(after, "") if part else ""
            source = f'{{% extends "{file}" %}}'
            built[f"!frame/with_{file}"] = (
                frame.append(file, f"!base/{after}.html", title) if fits else source
            )
    return built


def shows_pages(environment: Environment, templates: Mapping[str, object]) -> bool:
    """Tell whether a theme has a template for pages, which shows what they contain."""
    if "page.html" not in templates:
        return False
    return any(
        node.attr == "content"
        for tree in _read_parts(environment, "page.html")
        for node in tree.find_all(nodes.Getattr)
    )


def stands_alone(environment: Environment, block: str) -> bool:
    """Tell whether a block of `page.html` can be shown by itself: nothing is set beside it."""
    tree = next(_read_parts(environment, "page.html"))
    beside = (nodes.Output, nodes.Extends, nodes.Block)
    named = {node.name: node for node in tree.body if isinstance(node, nodes.Block)}
    if block not in named or not all(isinstance(node, beside) for node in tree.body):
        return False
    return any(node.attr == "content" for node in named[block].find_all(nodes.Getattr))


def _read_parts(environment: Environment, name: str) -> Iterator[nodes.Template]:
    """Yield a template, and those that it extends, includes or imports, where they are plain."""
    waiting, seen = [name], set[str]()
    while waiting and environment.loader:
        name = waiting.pop(0)
        if name in seen:
            continue
        seen.add(name)
        try:
            source, file, _ = environment.loader.get_source(environment, name)
            tree = environment.parse(source, name, file)
        except (TemplateNotFound, TemplateSyntaxError):
            continue  # which is told where it is asked for
        yield tree
        waiting += _name_parts(tree)


def _name_parts(tree: nodes.Template) -> Iterator[str]:
    """Yield the names of the templates that one extends, includes or imports, if they are plain."""
    for node in tree.find_all((nodes.Extends, nodes.Include, nodes.Import, nodes.FromImport)):
        name = getattr(node, "template", None)
        # Another, as of `{% extends base %}`, is known only while a page is made.
        if isinstance(name, nodes.Const) and isinstance(name.value, str):
            yield name.value


@dataclass(frozen=True, slots=True, kw_only=True)
class _Page:
    """A template, and the size of each of its blocks."""

    name: str
    blocks: Mapping[str, int]


def _choose(blocks: Mapping[str, int]) -> str | None:
    return next((name for name in _USUAL if name in blocks), None)


def _largest(blocks: Mapping[str, int]) -> str | None:
    named = {name: size for name, size in blocks.items() if "head" not in name and name != "title"}
    # By name, too, so that of two that are as large every build takes the same.
    return max(named, key=lambda name: (named[name], name), default=None)


def _climb(environment: Environment, name: str) -> Iterator[_Page]:
    """Yield a template, the one that it extends, and so on, as far as the names are plain.

    Raise ThemeError for one that isn't there.
    """
    loader = environment.loader
    for _ in range(_DEEPEST):
        if not loader:
            return
        source, file, _ = loader.get_source(environment, name)
        tree = environment.parse(source, name, file)
        blocks = {block.name: _measure(block) for block in tree.find_all(nodes.Block)}
        yield _Page(name=name, blocks=blocks)
        extended = tree.find(nodes.Extends)
        if not extended or not isinstance(extended.template, nodes.Const):
            return
        name = environment.join_path(extended.template.value, name)
        try:
            loader.get_source(environment, name)
        except TemplateNotFound as error:
            raise ThemeError(f'no template "{name}"', f"{file}, line {extended.lineno}") from error


def _measure(block: nodes.Block) -> int:
    return sum(1 for _ in block.find_all(nodes.Node))
