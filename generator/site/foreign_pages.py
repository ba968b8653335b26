"""Tell a theme made for Pelican where our pages are, and what each of them is in its terms."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from jinja2 import Environment
from markupsafe import Markup
from pelican.paginator import Paginator

from generator.site.articles import Cutter
from generator.site.cards import Card
from generator.site.filing import FiledArticle
from generator.site.pages import PageJob, file_of
from generator.site.theme import Theme
from generator.site.theme_links import MARK

# {% for title, link, icon in MENUITEMS %}
_MENU_LOOP = re.compile(r"{%-?\s*for\s+\(?([\w\s,]+?)\)?\s+in\s+MENUITEMS")

LATEST = 24
"""How many of the latest stories a theme's front page is given."""

MENU = 12
"""With more categories than this, they are kept out of a theme's menu, which is on every page."""

SHELVED = {"topics": "tag", "sections": "category", "sources": "category", "bylines": "author"}
"""The template in which Pelican's themes list what we have on a shelf of a kind."""

INDEXED = {"topics": "tags", "sections": "categories", "bylines": "authors"}
"""The template in which they list all shelves of a kind."""

SHOWN_PLACES = "topics sections sources bylines search".split()
"""What a theme's menu leads to, besides its pages."""

UNFED = "AUTHOR_FEED_ATOM AUTHOR_FEED_RSS CATEGORY_FEED_ATOM TRANSLATION_FEED_ATOM".split()
"""The settings of feeds that we don't have: one that isn't made can be filled, None can't."""

_TASTE = frozenset(
    "SITETITLE SITESUBTITLE SITEDESCRIPTION MENUITEMS MAIN_MENU LINKS SOCIAL CSS_FILE"
    " DISPLAY_CATEGORIES_ON_MENU DISPLAY_PAGES_ON_MENU".split()
)
"""The settings that say nothing of where things are."""

PERIODS = ("year", "month")
"""Of these a theme's own page is shown; a day has a front page of ours, which no theme has."""


class Nameless:
    """The category and the author of a page that has neither: false, and without a name."""

    name = slug = url = save_as = ""

    def __bool__(self) -> bool:
        """Return False."""
        return False

    def __str__(self) -> str:
        """Return nothing."""
        return ""

    def __lt__(self, _: object) -> bool:
        """Return False: none goes before another when pages are put in order by it."""
        return False


NAMELESS = Nameless()


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownPage:
    """A page of the archive's owner as a theme knows one."""

    title: str
    url: str
    content: Markup
    lang: str
    summary: str = ""
    status: str = "published"
    template: str = "page"
    source_path: str = ""
    in_default_lang: bool = True
    translations: tuple[object, ...] = ()
    category: Nameless = NAMELESS
    author: Nameless = NAMELESS
    authors: tuple[object, ...] = ()
    tags: tuple[object, ...] = ()

    @property
    def slug(self) -> str:
        """The name of the page's folder."""
        return self.url.rstrip("/")

    @property
    def save_as(self) -> str:
        """The page's file in the site."""
        return file_of(self.url)

    def get_content(self, _siteurl: str = "") -> Markup:
        """Return the body, as plugins ask for it."""
        return self.content

    @property
    def metadata(self) -> dict[str, str]:
        """What the page says of itself."""
        return {"title": self.title, "slug": self.slug, "lang": self.lang}


def show_page(page: PageJob, language: str) -> ShownPage:
    """Return a page as a theme sees it."""
    body = page.values.get("body")
    content = body if isinstance(body, Markup) else Markup()
    return ShownPage(title=page.title, url=page.address, content=content, lang=language)


def make_archives(jobs: Sequence[PageJob], cutter: Cutter) -> PageJob:
    """Return the page of all stories that Pelican's themes link to, with the ways into them."""
    front = next((page for page in jobs if page.template == "front"), None)
    text = cutter.words.text
    return PageJob(
        address="archives.html",
        template="archives",
        title=text.archive,
        description=text.archive,
        place="archives",
        values={"browse": front.values.get("browse", {}) if front else {}},
    )


def frame_copy(
    environment: Environment, context: Mapping[str, Any], *, menu: bool
) -> Callable[[FiledArticle, str], tuple[str, str]]:
    """Return what puts around the text of a story, on its own page, that it is a copy.

    Where the page is all our own, the template is another and this is not asked for.
    """
    copy, facts = (environment.get_template(f"!base/{name}.html") for name in ("copy", "facts"))

    def frame(article: FiledArticle, root: str) -> tuple[str, str]:
        story = article.story
        said = {"clipping": article.clipping, "story": story, "root": root}
        said |= {"source": story.header.source, "PLACES": context["PLACES"]}
        said["THEME_HAS_MENU"] = menu
        return copy.render(said), facts.render(said)

    return frame


def list_cards(page: PageJob) -> Iterator[Card]:
    """Yield the stories of a listing, in the order of its page."""
    groups = page.values.get("groups")
    for group in groups if isinstance(groups, tuple | list) else ():
        yield from group.cards


def paginate(
    name: str, url: str, values: Mapping[str, Any], context: Mapping[str, Any]
) -> dict[str, Any]:
    """Return the lists of a page as the only page of a long list: ours are split otherwise."""
    made: dict[str, Any] = {}
    for key in ("articles", "dates"):
        paginator = Paginator(name, url, values.get(key, ()), context)
        made |= {
            f"{key}_paginator": paginator,
            f"{key}_page": paginator.page(1),
            f"{key}_previous_page": None,
            f"{key}_next_page": None,
        }
    return made


def measure_menu(templates: Iterable[str]) -> int:
    """Return how many parts an entry of the menu has in a theme's templates, or 0 for no menu.

    Pelican's own have two, a text and an address; some themes ask for an icon and more.
    """
    found = [_MENU_LOOP.search(text) for text in templates if "MENUITEMS" in text]
    # A template that goes through the menu in another way is taken to want what Pelican's own have.
    return max((match[1].count(",") + 1 if match else 2 for match in found), default=0)


def name_places(cutter: Cutter, theme: Theme, categories: int, parts: int) -> dict[str, Any]:
    """Return the settings of Pelican that tell a theme where things are.

    An entry of its menu has so many `parts`, those that are not ours to fill empty. What the owner
    has set for the theme is beside them, and goes before those that are a matter of taste.
    """
    said = _name_places(cutter, theme.static, categories, parts)
    return {**said, **{k: v for k, v in theme.settings.items() if k not in said or k in _TASTE}}


def _name_places(
    cutter: Cutter, static: Mapping[str, object], categories: int, parts: int
) -> dict[str, Any]:
    settings, text = cutter.settings, cutter.words.text
    places = [
        (str(text.archive), f"{MARK}archives.html"),
        *((getattr(text, place), f"{MARK}{place}/") for place in SHOWN_PLACES),
    ]
    return {
        "SITETITLE": settings.title,
        "SITESUBTITLE": settings.description,
        "SITEDESCRIPTION": settings.description,
        "MENUITEMS": tuple((*place, *[""] * (parts - len(place))) for place in places),
        "MAIN_MENU": True,
        "PLACES": (*places, (text.about, f"{MARK}about/")),
        "PLUGINS": (),
        "ROBOTS": settings.robots,
        "HTML_LANG": cutter.words.language,
        "main_lang": cutter.words.language,
        "DISPLAY_CATEGORIES_ON_MENU": categories <= MENU,
        "DISPLAY_PAGES_ON_MENU": True,
        # Pelican's default, which would be a dead link in a theme that has no such file.
        "CSS_FILE": "main.css" if "css/main.css" in static else "",
        "THEME_STATIC_DIR": "theme",
        # Said to templates alone: Pelican itself is told to write no feed.
        "FEED_ALL_ATOM": "feed.xml",
        "FEED_ALL_ATOM_URL": "feed.xml",
        "DIRECT_TEMPLATES": ["index", "tags", "categories", "authors", "archives", "search"],
        "DEFAULT_PAGINATION": False,
        "INDEX_URL": "",
        "ARCHIVES_URL": "archives.html",
        "ARCHIVES_SAVE_AS": "archives.html",
        "TAGS_URL": "topics/",
        "TAGS_SAVE_AS": "topics/index.html",
        "CATEGORIES_URL": "sections/",
        "CATEGORIES_SAVE_AS": "sections/index.html",
        "AUTHORS_URL": "bylines/",
        "AUTHORS_SAVE_AS": "bylines/index.html",
        "SEARCH_URL": "search/",
        "SEARCH_SAVE_AS": "search/index.html",
        "CATEGORY_URL": "sections/{slug}/",
        "TAG_URL": "topics/{slug}/",
        "AUTHOR_URL": "bylines/{slug}/",
        "YEAR_ARCHIVE_URL": "{date:%Y}/",
        "YEAR_ARCHIVE_SAVE_AS": "{date:%Y}/index.html",
        "MONTH_ARCHIVE_URL": "{date:%Y}/{date:%m}/",
        "MONTH_ARCHIVE_SAVE_AS": "{date:%Y}/{date:%m}/index.html",
        "DAY_ARCHIVE_URL": "{date:%Y}/{date:%m}/{date:%d}/",
        "DAY_ARCHIVE_SAVE_AS": "{date:%Y}/{date:%m}/{date:%d}/index.html",
    }
