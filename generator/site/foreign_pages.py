"""Tell a theme made for Pelican where our pages are, and what each of them is in its terms."""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from jinja2 import Environment
from markupsafe import Markup
from pelican.paginator import Paginator
from pelican.urlwrappers import URLWrapper

from generator.site.articles import Cutter
from generator.site.cards import Card
from generator.site.filing import FiledArticle
from generator.site.pages import PageJob, file_of
from generator.site.shelves import INDEX_WHOLE
from generator.site.theme import Theme
from generator.site.theme_links import MARK

_MENU_LOOP = re.compile(r"{%-?\s*for\s+\(?([\w\s,]+?)\)?\s+in\s+MENUITEMS")

LATEST = 24
"""How many of the latest stories a theme's front page is given."""

MENU = 12
"""With more categories than this, they are kept out of a theme's menu, which is on every page."""

ALIASES = {
    "archives.html": "archives.html",
    "tags.html": "topics/",
    "categories.html": "sections/",
    "authors.html": "bylines/",
    "search.html": "search/",
    "pages/about.html": "about/",
    "feeds/all.atom.xml": "feed.xml",
    "feeds/atom.xml": "feed.xml",
    "atom.xml": "feed.xml",
    "feeds/rss.xml": "feed.xml",
    "feeds/all.rss.xml": "feed.xml",
    "rss.xml": "feed.xml",
    "archive.html": "archives.html",
    "about.html": "about/",
}
"""Where Pelican would have a page that we have elsewhere: many themes link to it as it is.

One without its `.html`, `tags/`, is an address that many of them give it.
"""


SHELVED = {"topics": "tag", "sections": "category", "sources": "category", "bylines": "author"}
"""The template in which Pelican's themes list what we have on a shelf of a kind."""

INDEXED = {"topics": "tags", "sections": "categories", "bylines": "authors"}
"""The template in which they list all shelves of a kind."""

SHOWN_PLACES = "topics sections sources bylines search".split()
"""What a theme's menu leads to, besides its pages."""

_TASTE = frozenset(
    "SITETITLE SITESUBTITLE SITEDESCRIPTION MENUITEMS MAIN_MENU LINKS SOCIAL CSS_FILE"
    " DISPLAY_CATEGORIES_ON_MENU DISPLAY_PAGES_ON_MENU".split()
)
"""The settings that say nothing of where things are."""

_OF = {"tag": "topics/", "author": "bylines/"}

_INDEXES = [
    (path, place.rstrip("/")) for path, place in ALIASES.items() if place.rstrip("/") in INDEXED
]

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


def alias_pages(theirs: Collection[str]) -> dict[str, str]:
    """Return where a theme of these templates may look for a page, and where it is.

    With a `#` at its end it is a page of ours, which has no places that the theme knows of.
    """
    ours = {path: f"{INDEXED[place]}.html" not in theirs for path, place in _INDEXES}
    return {path: f"{place}#" if ours.get(path) else place for path, place in ALIASES.items()}


def alias_names(named: Collection[URLWrapper]) -> dict[str, str]:
    """Return where Pelican would have the pages of names, and where they are.

    Many themes write such an address themselves, of the name as it is or as they take it to be.
    """
    found: dict[str, str] = {}
    for each in named:
        kind = next(
            (word for word in ("tag", "author") if each.url.startswith(_OF[word])), "category"
        )
        hyphened = str(each.name).replace(" ", "-")
        for name in (str(each.name), hyphened, hyphened.lower(), each.slug):
            found[f"{kind}/{name}.html"] = each.url
    return found | _alias_places(named)


def _alias_places(named: Collection[URLWrapper]) -> dict[str, str]:
    """Return where the names of each long list are, which a theme takes to be on one page."""
    found: dict[str, str] = {}
    for kind in (f"{kind}/" for kind in INDEXED):
        listed = [each for each in named if each.url.startswith(kind)]
        if len(listed) > INDEX_WHOLE:
            found |= {f"{kind}#{each.slug}": each.url for each in listed}
    return found


def alias_styles(static: Collection[str]) -> dict[str, str]:
    """Return where a theme may look for a style, and which of its own stands in for that.

    A setting that nobody has made may choose one, `css/look.blue.css`, in place of `css/look.css`.
    """
    found: dict[str, str] = {}
    for name in sorted((each for each in static if each.endswith(".css")), reverse=True):
        folder, slash, file = name.rpartition("/")
        first, *parts = file.split(".")
        if len(parts) > 1:
            found[f"theme/{folder}{slash}{'.'.join([first, *parts[1:]])}"] = f"theme/{name}"
    return {
        short: name for short, name in found.items() if short.removeprefix("theme/") not in static
    }


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
        "LINKS": (),
        "SOCIAL": (),
        "DISPLAY_CATEGORIES_ON_MENU": categories <= MENU,
        "DISPLAY_PAGES_ON_MENU": True,
        "CSS_FILE": "main.css" if "css/main.css" in static else "",
        "THEME_STATIC_DIR": "theme",
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
