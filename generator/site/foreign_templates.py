"""Find the templates of another theme, and frames in it for ours, and say where one is broken.

A name is looked for as Pelican does: in the theme, then in Pelican's `simple`. Ours are named
`!base/…`, and those that set ours in the theme's own frame `!frame/…`.
"""

from dataclasses import dataclass, field
from typing import Any

from jinja2 import Environment, FunctionLoader
from jinja2.loaders import split_template_path
from pelican.generators import Generator

from generator.errors import ThemeError
from generator.site.content_policy import OwnCode, read_own_code
from generator.site.foreign_pages import measure_menu
from generator.site.frame import build_frames
from generator.site.gaps import Gaps
from generator.site.lenience import make_environment
from generator.site.own_parts import make_own_page, set_own_part
from generator.site.plugin_parts import AssetFinder
from generator.site.theme import Theme, explain, list_pages, read_template, read_texts, read_theme
from generator.site.theme_places import base_path, simple_path
from generator.site.theme_words import Translator, read_translations


@dataclass(frozen=True, slots=True, kw_only=True)
class Missed:
    """What a theme asked for in vain.

    `filters` are those, and tests, that only a plugin has, `sources` the files that a program would
    have to make a style of.
    """

    filters: set[str] = field(default_factory=set)
    sources: set[str] = field(default_factory=set)
    gaps: Gaps = field(default_factory=lambda: Gaps(files=()))
    hosts: set[str] = field(default_factory=set)

    def join(self, other: "Missed") -> None:
        """Keep what was missed later, too."""
        self.filters.update(other.filters)
        self.sources.update(other.sources)
        self.hosts.update(other.hosts)
        self.gaps.join(other.gaps)


class ForeignTemplates:
    """The templates of somebody else's theme, with those that it borrows.

    Known once an environment is prepared: its inline `code`, how many parts an entry of its `menu`
    has, and the `environment` itself.
    """

    environment: Environment
    code: OwnCode
    menu = 0

    def __init__(self, theme: Theme, language: str) -> None:
        self._theme = theme
        self.base, self._simple = read_theme(base_path()), read_theme(simple_path())
        self.names = list_pages(theme.templates)
        self.assets = AssetFinder(theme.static)
        self._words = Translator(read_translations(theme.catalogues, language))
        self._frames: dict[str, str] = {}
        self._asked: list[Any] = []
        self._gaps = Gaps(files=frozenset(map(str, theme.templates.values())))

    def prepare(self, generator: Generator) -> None:
        """Give templates all that Pelican gives them, and our own filters against markup."""
        env = make_environment(generator.env, FunctionLoader(self.load), self._words, self._gaps)
        env.globals |= {"make_own_page": make_own_page, "set_own_part": set_own_part}
        env.filters["asset_urls"] = self.assets.find
        generator.env = env
        self._asked += [env.filters, env.tests]
        # Pelican has each of its generators prepared; what there is in the theme is the same for
        # all.
        if not self._frames:
            sources = [*read_texts(self._theme.templates.values()).values()]
            static = {name: body for name, (_, body) in self._theme.static.items()}
            self.environment, self.menu = env, measure_menu(sources)
            self.code = read_own_code(env, sources, static)
            ours = [*self.base.templates]
            self._frames |= build_frames(env, self.names, ours, menu=bool(self.menu))

    def load(self, name: str) -> tuple[str, str, None] | None:
        """Return a template: the theme's, or one of Pelican's `simple` beneath it, or ours."""
        # As Jinja's own loaders do it, which refuses a name with `..`.
        name = "/".join(split_template_path(name))
        if name in self._frames:
            return self._frames[name], f"<{name}>", None
        place, _, rest = name.partition("/")
        sources = {"!base": self.base, "!theme": self._theme, "!simple": self._simple}
        if place in sources:
            path = sources[place].templates.get(rest)
        else:
            name = name.removeprefix("!")
            path = self._theme.templates.get(name) or self._simple.templates.get(name)
        return (read_template(path), str(path), None) if path else None

    def explain(self, error: BaseException) -> ThemeError | None:
        """Return what went wrong in a template, or None if no template did it."""
        themes = (self._theme, self._simple, self.base)
        files = (str(path) for theme in themes for path in theme.templates.values())
        return explain(error, self._theme.folder, files)

    def has(self, name: str) -> bool:
        """Tell whether the theme has a template of its own."""
        return f"{name}.html" in self.names

    def follows(self, name: str, part: str) -> bool:
        """Tell whether the theme's page `name` is followed by a `part` of ours."""
        return part in self._frames[f"!frame/with_{name}.html"]

    def take_missed(self) -> "Missed":
        """Return what was asked for in vain since this was last done, and keep it no more."""
        filters = {name for known in self._asked for name in known.missed}
        sources = {*self.assets.missed}
        for kept in (*(known.missed for known in self._asked), self.assets.missed):
            kept.clear()
        return Missed(filters=filters, sources=sources, gaps=self._gaps.take())
