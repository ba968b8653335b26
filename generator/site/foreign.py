"""Set the archive in a theme that was made for Pelican, not for us, and is left as it is.

The theme's templates are used for what they are for; what it lacks are the pages of `themes/base`,
in the frame of the theme's own. It sees what Pelican documents, with our addresses.
"""

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar

from pelican.generators import ArticlesGenerator, Generator
from pelican.urlwrappers import URLWrapper

from generator.errors import ThemeError
from generator.model import SearchAssets, Story
from generator.site.articles import Cutter
from generator.site.cards import Card
from generator.site.content_policy import quiet_styles
from generator.site.filing import OURS, FiledArticle, file_articles, group_by, group_periods
from generator.site.finish import Demand, finish
from generator.site.foreign_pages import (
    INDEXED,
    LATEST,
    PERIODS,
    SHELVED,
    UNFED,
    ShownPage,
    frame_copy,
    list_cards,
    make_archives,
    name_places,
    paginate,
    show_page,
)
from generator.site.foreign_templates import ForeignTemplates, Missed
from generator.site.head import link_own_style, write_head
from generator.site.lenience import LENIENT
from generator.site.look import Look, StoryArticle
from generator.site.own_parts import (
    add_places,
    describe_article,
    drop_second_heading,
    move_search,
    name_page,
    title_of,
)
from generator.site.pages import PageJob, file_of
from generator.site.theme import Theme
from generator.site.theme_aliases import alias_names, alias_pages, alias_styles
from generator.site.theme_notes import tell_kept

SURE = {"feed.xml", "feed.json", "opensearch.xml", "sitemap.xml"}
"""Files at the root of a site that a theme may link to."""

ICON = "backfile-icon.png"
"""The icon of a site whose theme has none."""

STYLE = "backfile.css"
"""The style of our own pages in another theme's frame."""


class ForeignLook(Look):
    """The look of somebody else's theme."""

    environment: ClassVar[Mapping[str, Any]] = LENIENT

    def __init__(self, theme: Theme, cutter: Cutter, search: SearchAssets | None) -> None:
        super().__init__(theme, cutter)
        self._templates = ForeignTemplates(theme, cutter.words.language)
        self._shown: Sequence[ShownPage] = ()
        self._search = search
        self._named: dict[str, URLWrapper] = {}
        self._counts: dict[str, int] = {}
        self._periods: dict[str, dict[str, Any]] = {}
        self._articles: dict[str, FiledArticle] = {}
        self._missed = Missed()
        self._aliases = {**alias_pages(self._templates.names), **alias_styles(theme.static)}
        ours = self._templates.base.static
        icon = ("theme/backfile-icon.png", ours["icon.png"][1])
        named = theme.static if self._open else quiet_styles(theme.static)
        self.static = {**named, STYLE: ours[STYLE], ICON: icon}
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
        self._missed.join(self._templates.take_missed())
        styled = frozenset() if self._open else self._templates.code.styled_hosts
        told = tell_kept(
            self.theme.folder,
            hosts={*self._missed.hosts, *styled},
            plugins={*self._missed.filters, *self._missed.gaps.name_plugins()},
            sources=self._missed.sources,
            shown=self._missed.gaps.name_shown(),
        )
        return (*self.theme.problems, *told)

    def take_notes(self) -> Missed:
        """Return what pages were set without since this was last asked for."""
        taken, self._missed = self._missed, Missed()
        taken.join(self._templates.take_missed())
        return taken

    def add_notes(self, notes: Missed) -> None:
        """Keep what pages were set without, which another process may have printed."""
        self._missed.join(notes)

    @property
    def _open(self) -> bool:
        return self.cutter.settings.csp == "theme"

    def prepare(self, generator: Generator) -> None:
        """Give templates all that Pelican gives them, and our own filters against markup."""
        self._templates.prepare(generator)

    def explain(self, error: BaseException) -> ThemeError | None:
        """Return what went wrong in a template, or None if no template did it."""
        return self._templates.explain(error)

    # ── Articles ─────────────────────────────────────────────────────────────────────────────

    def make_articles(
        self, stories: Sequence[Story], cards: Sequence[Card], generator: ArticlesGenerator
    ) -> list[StoryArticle]:
        """Return the stories with all that a theme may ask of an article."""
        made = file_articles(stories, cards, self.cutter, generator)
        template = "!frame/with_article" if self._templates.has("article") else OURS
        for article in made:
            article.template = template
        self._files |= {file_of(story.address) for story in stories}
        self._articles = {article.story.address: article for article in made}
        return [*made]

    def group(self, generator: ArticlesGenerator) -> None:
        """Show the archive as Pelican does, grouped once; then leave it nothing to write of it."""
        words, everything = self.cutter.words, [*self._articles.values()]
        menu = self._templates.menu
        # Themes list stories by date, and would put one that has none under some day.
        dated = [article for article in everything if article.dated]
        categories, periods = group_by(everything, "category"), group_periods(dated, words)
        self._periods = {each["url"]: each for kind in periods.values() for each in kind}
        for name in UNFED:
            generator.context.pop(name, None)
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
            "localcopy": frame_copy(generator.env, generator.context, menu=bool(menu)),
            **name_places(self.cutter, self.theme, len(categories), menu),
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
        shown |= {"page_name": page.address.rstrip("/")}
        if not name:
            return f"!frame/{page.template}", {**shown, "ours": shown, "framed": True}
        if "articles" in values:
            values |= paginate(file_of(page.address), page.address, values, context)
        return name, {**shown, "ours": shown, **values}

    def _choose(self, page: PageJob, context: Mapping[str, Any]) -> tuple[str, dict[str, Any]]:
        """Return the template that the theme has for a page, or "", and what it is to see."""
        latest = (context["articles"] or [*self._articles.values()])[:LATEST]
        if page.template == "front" and latest and self._templates.has("index"):
            values = {"articles": latest, "dates": latest, "page_name": "index"}
            return "!frame/with_index", {**values, "template_name": "index"}
        if page.template in PERIODS and self._templates.has("period_archives"):
            found = self._periods.get(page.address)
            return ("!frame/with_period_archives", found) if found else ("", {})
        if page.template == "page" and self._templates.has("page"):
            return "!frame/with_page", {"page": show_page(page, self.cutter.words.language)}
        if page.template == "archives" and self._templates.has("archives") and context["articles"]:
            return "!frame/with_archives", {
                "articles": context["articles"],
                "dates": context["dates"],
            }
        return self._choose_list(page)

    def _choose_list(self, page: PageJob) -> tuple[str, dict[str, Any]]:
        """Return the theme's template for a topic, section, source or byline, or all of a kind."""
        kind = page.place
        whole = page.template == "index" and not page.values.get("split") and self._named
        if whole and self._templates.has(INDEXED.get(kind, "")):
            return self._choose_index(kind)
        name, template = self._named.get(page.address), SHELVED.get(kind, "")
        if page.template != "listing" or not name or not self._templates.has(template):
            return "", {}
        listed = [self._articles[card.address] for card in list_cards(page)]
        # The page is a part of a list, for which a theme for all of it has no words.
        if len(listed) < self._counts[name.url]:
            return "", {}
        values = {template: name, "articles": listed, "dates": listed, "template_name": template}
        return f"!frame/with_{template}", values

    def _choose_index(self, kind: str) -> tuple[str, dict[str, Any]]:
        """Return the theme's template for all names of a kind, some of which may have no page."""
        name = INDEXED[kind]
        folded = any("#" in url for url in self._named if url.startswith(f"{kind}/"))
        if folded and not self._templates.follows(name, "after_index"):
            return "", {}
        return f"!frame/with_{name}", {"template_name": name, "folded": folded}

    def show(self, shown: Mapping[str, Any]) -> dict[str, Any]:
        """Return what of a page depends on the folder it is in."""
        return {
            "FEED_DOMAIN": shown["SITEURL"],
            # As a plugin has it that makes a site of each language.
            "main_siteurl": shown["SITEURL"],
            "pages": self._shown,
            "PAGES": self._shown,
            "THEME_HAS_MENU": self._templates.menu,
        }

    def finish(self, text: str, name: str, shown: Mapping[str, Any]) -> str:
        """Return the page with the head it must have, and without what is not the theme's own."""
        code, settings, words = self._templates.code, self.cutter.settings, self.cutter.words
        address = "" if name == "index.html" else name.removesuffix("/index.html")
        address += "/" if name.endswith("/index.html") else ""
        root = shown["SITEURL"]
        title = name_page(shown, settings.title, article=self._templates.has("article"))
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
            facts=describe_article(self._templates.environment, shown),
            last=link_own_style(self.static, root),
            beside=code.list_styles(shown) if address == "search/" else frozenset(),
            aliases=self._aliases,
            hosts=code.hosts | code.styled_hosts if self._open else frozenset(),
        )
        page, blocked, stalled = finish(text, code, code.inline(shown), demand)
        self._missed.hosts.update(blocked)
        if title is not None:
            page = drop_second_heading(page, title_of(shown))
        if address == "search/" and self._search:
            page = move_search(page, f"{root}/{self._search.script}")
        return add_places(self._templates.environment, page, shown, always=stalled)
