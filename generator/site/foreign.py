"""Set the archive in a theme that was made for Pelican, not for us, and is left as it is.

The theme's templates are used for what they are for; what it lacks are the pages of `themes/base`,
in the frame of the theme's own. It sees what Pelican documents, with our addresses.
"""

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar

from jinja2 import FunctionLoader
from jinja2.loaders import split_template_path
from pelican.generators import ArticlesGenerator, Generator
from pelican.urlwrappers import URLWrapper

from generator.errors import ThemeError
from generator.model import SearchAssets, Story
from generator.site.articles import Cutter
from generator.site.cards import Card
from generator.site.content_policy import OwnCode, quiet_styles, read_own_code
from generator.site.filing import OURS, FiledArticle, file_articles, group_by, group_periods
from generator.site.finish import Demand, finish
from generator.site.foreign_pages import (
    INDEXED,
    LATEST,
    PERIODS,
    SHELVED,
    ShownPage,
    alias_names,
    alias_pages,
    alias_styles,
    frame_copy,
    list_cards,
    make_archives,
    measure_menu,
    name_places,
    paginate,
    show_page,
)
from generator.site.frame import build_frames
from generator.site.head import link_own_style, write_head
from generator.site.lenience import LENIENT, make_environment
from generator.site.look import Look, StoryArticle
from generator.site.own_parts import (
    add_places,
    describe_article,
    drop_second_heading,
    make_own_page,
    move_search,
    name_page,
    set_own_part,
    title_of,
)
from generator.site.pages import PageJob, file_of
from generator.site.plugin_parts import AssetFinder
from generator.site.theme import Theme, drop_empty, explain, read_template, read_theme
from generator.site.theme_notes import tell_kept
from generator.site.theme_places import base_path, simple_path

SURE = {"feed.xml", "feed.json", "opensearch.xml", "sitemap.xml"}
"""Files at the root of a site that a theme may link to."""

ICON = "backfile-icon.png"
"""The icon of a site whose theme has none."""

STYLE = "backfile.css"
"""The style of our own pages in another theme's frame."""


class ForeignLook(Look):
    """The look of somebody else's theme."""

    environment: ClassVar[Mapping[str, Any]] = LENIENT
    forgets: ClassVar[bool] = False  # what pages would load from elsewhere is told at the end

    def __init__(self, theme: Theme, cutter: Cutter, search: SearchAssets | None) -> None:
        super().__init__(theme, cutter)
        self._shown: Sequence[ShownPage] = ()
        self._search = search
        self._named: dict[str, URLWrapper] = {}
        self._counts: dict[str, int] = {}
        self._periods: dict[str, dict[str, Any]] = {}
        self._base, self._simple = read_theme(base_path()), read_theme(simple_path())
        self._frames: dict[str, str] = {}
        self._code: OwnCode | None = None
        self._articles: dict[str, FiledArticle] = {}
        self._blocked: set[str] = set()
        self._environments: list[Any] = []
        self._menu = 0
        self._assets = AssetFinder(theme.static)
        self._theirs = drop_empty(theme.templates)
        self._aliases = {**alias_pages(self._theirs), **alias_styles(theme.static)}
        icon = ("theme/backfile-icon.png", self._base.static["icon.png"][1])
        named = theme.static if self._open else quiet_styles(theme.static)
        self.static = {**named, STYLE: self._base.static[STYLE], ICON: icon}
        self._files = {name for name, _ in self.static.values()} | SURE

    def set_pages(self, pages: Sequence[PageJob]) -> Sequence[PageJob]:
        """Return the pages to write, and the one of all stories that Pelican's themes link to."""
        self._shown = [
            show_page(page, self.cutter.words.language)
            for page in pages
            if page.template in ("about", "page")
        ]
        every = [*pages, make_archives(pages, self.cutter)]
        self._files |= {file_of(page.address) for page in every}
        return every

    @property
    def problems(self) -> tuple[str, ...]:
        """What to tell of the theme once the site is written."""
        styled = self._code.styled_hosts if self._code and not self._open else frozenset()
        asked = [each for env in self._environments for each in (env.filters, env.tests)]
        told = tell_kept(
            self.theme.folder,
            hosts={*self._blocked, *styled},
            plugins={name for each in asked for name in each.missed},
            sources=self._assets.missed,
        )
        return (*self.theme.problems, *told)

    @property
    def _open(self) -> bool:
        return self.cutter.settings.csp == "theme"

    # ── Templates ────────────────────────────────────────────────────────────────────────────

    def prepare(self, generator: Generator) -> None:
        """Give templates all that Pelican gives them, and our own filters against markup."""
        env = make_environment(generator.env, FunctionLoader(self.load))
        env.globals |= {"make_own_page": make_own_page, "set_own_part": set_own_part}
        env.filters["asset_urls"] = self._assets.find
        generator.env = env
        self._environments.append(env)
        if self._code is None:
            sources = [read_template(path) for path in self.theme.templates.values()]
            static = {name: body for name, (_, body) in self.theme.static.items()}
            self._menu = measure_menu(sources)
            self._code = read_own_code(env, sources, static)
            self._frames |= build_frames(
                env, self._theirs, [*self._base.templates], menu=bool(self._menu)
            )

    def load(self, name: str) -> tuple[str, str, None] | None:
        """Return a template: the theme's, or one of Pelican's `simple` beneath it, or ours."""
        name = "/".join(split_template_path(name))
        if name in self._frames:
            return self._frames[name], f"<{name}>", None
        place, _, rest = name.partition("/")
        sources = {"!base": self._base, "!theme": self.theme, "!simple": self._simple}
        if place in sources:
            path = sources[place].templates.get(rest)
        else:
            name = name.removeprefix("!")
            path = self.theme.templates.get(name) or self._simple.templates.get(name)
        return (read_template(path), str(path), None) if path else None

    def explain(self, error: BaseException) -> ThemeError | None:
        """Return what went wrong in a template, or None if no template did it."""
        themes = (self.theme, self._simple, self._base)
        files = (str(path) for theme in themes for path in theme.templates.values())
        return explain(error, self.theme.folder, files)

    def _has(self, name: str) -> bool:
        return f"{name}.html" in self._theirs

    # ── Articles ─────────────────────────────────────────────────────────────────────────────

    def make_articles(
        self, stories: Sequence[Story], cards: Sequence[Card], generator: ArticlesGenerator
    ) -> list[StoryArticle]:
        """Return the stories with all that a theme may ask of an article."""
        made = file_articles(stories, cards, self.cutter, generator)
        template = "!frame/with_article" if self._has("article") else OURS
        for article in made:
            article.template = template
        self._files |= {file_of(story.address) for story in stories}
        self._articles = {article.story.address: article for article in made}
        return [*made]

    def group(self, generator: ArticlesGenerator) -> None:
        """Show the archive as Pelican does, grouped once; then leave it nothing to write of it."""
        words, everything = self.cutter.words, [*self._articles.values()]
        dated = [article for article in everything if article.dated]
        categories, periods = group_by(everything, "category"), group_periods(dated, words)
        self._periods = {each["url"]: each for kind in periods.values() for each in kind}
        generator.context |= {
            "articles": dated,
            "all_articles": dated,
            "dates": dated,
            "hidden_articles": [],
            "drafts": [],
            "related_posts": [],
            "categories": categories,
            "tags": group_by(everything, "tags"),
            "authors": group_by(everything, "authors"),
            "period_archives": periods,
            "localcopy": frame_copy(generator.env, generator.context, menu=bool(self._menu)),
            **name_places(self.cutter, self.theme, len(categories), self._menu),
        }
        lists = ("categories", "tags", "authors")
        named = [pair for key in lists for pair in generator.context[key]]
        self._named = {name.url: name for name, _ in named}
        self._counts = {name.url: len(filed) for name, filed in named}
        self._aliases |= alias_names(self._named.values())
        generator.tags, generator.categories, generator.authors = {}, [], []
        generator.period_archives = {}

    # ── Pages ────────────────────────────────────────────────────────────────────────────────

    def set_page(self, page: PageJob, context: Mapping[str, Any]) -> tuple[str, dict[str, Any]]:
        """Return the theme's template for a page, or ours in its frame, and what it sees."""
        (name, values), shown = self._choose(page, context), page.shown()
        if not name:
            return f"!frame/{page.template}", {**shown, "ours": shown, "framed": True}
        if "articles" in values:
            values |= paginate(file_of(page.address), page.address, values, context)
        return name, {**shown, "ours": shown, "page_name": page.address.rstrip("/"), **values}

    def _choose(self, page: PageJob, context: Mapping[str, Any]) -> tuple[str, dict[str, Any]]:
        """Return the template that the theme has for a page, or "", and what it is to see."""
        latest = (context["articles"] or [*self._articles.values()])[:LATEST]
        if page.template == "front" and latest and self._has("index"):
            values = {"articles": latest, "dates": latest, "page_name": "index"}
            return "!frame/with_index", {**values, "template_name": "index"}
        if page.template in PERIODS and self._has("period_archives"):
            found = self._periods.get(page.address)
            return ("!frame/with_period_archives", found) if found else ("", {})
        if page.template == "page" and self._has("page"):
            return "!frame/with_page", {"page": show_page(page, self.cutter.words.language)}
        if page.template == "archives" and self._has("archives") and context["articles"]:
            return "!frame/with_archives", {
                "articles": context["articles"],
                "dates": context["dates"],
            }
        return self._choose_list(page)

    def _choose_list(self, page: PageJob) -> tuple[str, dict[str, Any]]:
        """Return the theme's template for a topic, section, source or byline, or all of a kind."""
        kind = page.place
        whole = page.template == "index" and not page.values.get("split") and self._named
        if whole and self._has(INDEXED.get(kind, "")):
            return self._choose_index(kind)
        name, template = self._named.get(page.address), SHELVED.get(kind, "")
        if page.template != "listing" or not name or not self._has(template):
            return "", {}
        listed = [self._articles[card.address] for card in list_cards(page)]
        if len(listed) < self._counts[name.url]:
            return "", {}
        values = {template: name, "articles": listed, "dates": listed, "template_name": template}
        return f"!frame/with_{template}", values

    def _choose_index(self, kind: str) -> tuple[str, dict[str, Any]]:
        """Return the theme's template for all names of a kind, some of which may have no page."""
        name = f"!frame/with_{INDEXED[kind]}"
        folded = any("#" in url for url in self._named if url.startswith(f"{kind}/"))
        if folded and "after_index" not in self._frames[f"{name}.html"]:
            return "", {}
        return name, {"template_name": INDEXED[kind], "folded": folded}

    def show(self, shown: Mapping[str, Any]) -> dict[str, Any]:
        """Return what of a page depends on the folder it is in."""
        return {
            "FEED_DOMAIN": shown["SITEURL"],
            "pages": self._shown,
            "PAGES": self._shown,
            "THEME_HAS_MENU": self._menu,
        }

    def finish(self, text: str, name: str, shown: Mapping[str, Any]) -> str:
        """Return the page with the head it must have, and without what is not the theme's own."""
        code, settings, words = self._code, self.cutter.settings, self.cutter.words
        if not code:
            return text
        address = "" if name == "index.html" else name.removesuffix("/index.html")
        address += "/" if name.endswith("/index.html") else ""
        root = shown["SITEURL"]
        title = name_page(shown, settings.title, article=self._has("article"))
        files = {"style": self.static[STYLE][0], "icon": self.static[ICON][0]}
        demand = Demand(
            name=name,
            files=self._files,
            root=root,
            base_path=settings.base_path,
            site_url=settings.site_url,
            title=title,
            language=words.language,
            head=write_head(settings, address, root, **files),
            facts=describe_article(self._environments[0], shown),
            last=link_own_style(self.static, root),
            beside=code.list_styles(shown) if address == "search/" else frozenset(),
            aliases=self._aliases,
            hosts=code.hosts | code.styled_hosts if self._open else frozenset(),
        )
        page, blocked = finish(text, code, code.inline(shown), demand)
        self._blocked |= blocked
        if title is not None:
            page = drop_second_heading(page, title_of(shown))
        if address == "search/" and self._search:
            page = move_search(page, f"{root}/{self._search.script}")
        return add_places(self._environments[0], page, shown)
