"""Say how the pages of a theme are set: which template, what it sees, what is done to it after."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any, ClassVar

import jinja2
from jinja2 import ChoiceLoader, DictLoader, FunctionLoader
from jinja2.loaders import split_template_path
from markupsafe import Markup
from pelican.contents import Article
from pelican.generators import ArticlesGenerator, Generator

from generator.errors import ThemeError
from generator.model import Story
from generator.site.articles import Clipping, Cutter
from generator.site.cards import Card
from generator.site.content_policy import write_own_policy
from generator.site.notes import mark_notes
from generator.site.pages import PageJob, file_of
from generator.site.spare import Spare
from generator.site.theme import Theme, explain, read_template, read_texts

_NEVER = datetime(1970, 1, 1, tzinfo=UTC)  # Pelican sorts by date, so an undated story needs one
_SEARCH = "search.html"  # the one template of ours that has a script
# Pelican asks for the templates of its own listings even where it has none to write.
_UNUSED = dict.fromkeys(("archives.html", "author.html", "category.html", "tag.html"), "")


class StoryArticle(Article):  # type: ignore[misc]  # Pelican comes without types
    """A story as Pelican knows it; its body has been rendered and is safe already."""

    def __init__(
        self, story: Story, card: Card, cutter: Cutter, pelican: ArticlesGenerator
    ) -> None:
        when = story.header.published or story.header.captured
        said = {
            "title": story.header.headline,
            "slug": story.slug,
            "date": when.moment if when else _NEVER,
            "lang": (story.header.language or cutter.settings.language).lower(),
            "url": story.address,
            "save_as": file_of(story.address),
        }
        super().__init__(story.html, said, pelican.settings, context=pelican.context)
        self.story, self._card, self._cutter = story, card, cutter

    @property
    def content(self) -> Markup:
        """The body, which is not searched for Pelican's own kinds of links."""
        return Markup(mark_notes(self._content))  # noqa: S704 - content/ lets nothing through that runs

    @property
    def clipping(self) -> Clipping:
        """All that the page shows besides, made when asked for, to be forgotten again."""
        return self._cutter.cut(self.story, self._card)


class Look:
    """The look of a theme made for our pages: each has a template of its own name."""

    environment: ClassVar[Mapping[str, Any]] = {
        "autoescape": True,
        "undefined": jinja2.StrictUndefined,
        "trim_blocks": True,
        "lstrip_blocks": True,
        "extensions": (Spare,),
    }
    """How templates are read."""

    def __init__(self, theme: Theme, cutter: Cutter) -> None:
        self.theme, self.cutter = theme, cutter
        self.static: Mapping[str, tuple[str, bytes]] = theme.static
        static = {name: body for name, (_, body) in theme.static.items()}
        sources = read_texts(theme.templates.values())
        others = (text for path, text in sources.items() if path.name != _SEARCH)
        self.policy = write_own_policy(others, static)
        self._search_policy = write_own_policy(sources.values(), static)

    def prepare(self, generator: Generator) -> None:
        """Let templates come from the theme alone, not from Pelican's own theme."""
        generator.env.loader = ChoiceLoader([FunctionLoader(self.load), DictLoader(_UNUSED)])

    def load(self, name: str) -> tuple[str, str, None] | None:
        """Return a template of the theme and the file that it is in, or None if it has none."""
        name = "/".join(split_template_path(name)).removeprefix("!")
        path = self.theme.templates.get(name)
        return (read_template(path), str(path), None) if path else None

    def explain(self, error: BaseException) -> ThemeError | None:
        """Return what went wrong in a template, or None if no template did it."""
        return explain(error, self.theme.folder, map(str, self.theme.templates.values()))

    def make_articles(
        self, stories: Sequence[Story], cards: Sequence[Card], generator: ArticlesGenerator
    ) -> list[StoryArticle]:
        """Return the stories as Pelican is to know them."""
        return [
            StoryArticle(story, card, self.cutter, generator)
            for story, card in zip(stories, cards, strict=True)
        ]

    def group(self, generator: ArticlesGenerator) -> None:
        """Set what Pelican has grouped by itself; themes of ours ask for none of it."""

    def set_pages(self, pages: Sequence[PageJob]) -> Sequence[PageJob]:
        """Return the pages to write besides those of articles, which may be more than ours."""
        return pages

    @property
    def problems(self) -> tuple[str, ...]:
        """What to tell of the theme once the site is written."""
        return self.theme.problems

    def take_notes(self) -> Any:
        """Return what pages have left to be told since this was last done; None for nothing."""
        return None

    def add_notes(self, notes: Any) -> None:
        """Keep what pages have left to be told, which another process may have printed."""

    def set_page(self, page: PageJob, context: Mapping[str, Any]) -> tuple[str, dict[str, Any]]:
        """Return the template of a page, and all that it sees besides the site itself."""
        del context
        scripted = {"policy": self._search_policy} if page.template == "search" else {}
        return page.template, page.shown() | scripted

    def show(self, shown: Mapping[str, Any]) -> dict[str, Any]:
        """Return what the template of a page sees besides what is `shown` already."""
        del shown
        return {}

    def finish(self, text: str, name: str, shown: Mapping[str, Any]) -> str:
        """Return the page as it is to be written into the file `name`."""
        del name, shown
        return text
