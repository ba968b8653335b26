"""Be Pelican's plugin: hand it our stories, our listings and our writer."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from jinja2 import ChoiceLoader, DictLoader, FunctionLoader, Template
from jinja2.loaders import split_template_path
from markupsafe import Markup
from pelican import signals
from pelican.contents import Article
from pelican.generators import ArticlesGenerator, Generator
from pelican.utils import sanitised_join
from pelican.writers import Writer

from generator.errors import BackfileError
from generator.model import Story
from generator.site.articles import Clipping, Cutter
from generator.site.cards import Card
from generator.site.pages import PageJob, file_of
from generator.site.theme import read_template

_NEVER = datetime(1970, 1, 1, tzinfo=UTC)  # Pelican sorts by date, so an undated story needs one
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
        self._story, self._card, self._cutter = story, card, cutter

    @property
    def content(self) -> Markup:
        """The body, which is not searched for Pelican's own kinds of links."""
        return Markup(self._content)  # noqa: S704 - content/ lets nothing through that runs

    @property
    def clipping(self) -> Clipping:
        """All that the page shows besides, made when asked for, to be forgotten again."""
        return self._cutter.cut(self._story, self._card)


class PagesWriter(Writer):  # type: ignore[misc]
    """Writes pages, each once: a second page of one name is an error and never a silent loss."""

    def write_file(
        self, name: str, template: Template, context: Mapping[str, Any], **values: Any
    ) -> None:
        """Render a page and write it, with links that go up from its own folder.

        The stage is a folder of this build alone, so nothing is synced to the disk here.
        """
        if name in self._written_files:
            raise BackfileError("two pages have one address", name)
        self._written_files.add(name)
        root = "/".join([".."] * name.count("/")) or "."
        shown = {**context, "SITEURL": root, "output_file": name, **values}
        file = Path(sanitised_join(self.output_path, name))
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(template.render(shown), encoding="utf-8", newline="\n")


class ListingsGenerator(Generator):  # type: ignore[misc]
    """Generates every page that is not an article's; `pages` is set by the plugin."""

    pages: Sequence[PageJob] = ()

    def generate_output(self, writer: PagesWriter) -> None:
        """Write all pages."""
        for page in self.pages:
            template = self.get_template(page.template)
            writer.write_file(file_of(page.address), template, self.context, **page.shown())


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, weakref_slot=True)
class Plugin:
    """What one build gives to Pelican; `stories` and `cards` are in the same order."""

    stories: Sequence[Story]
    cards: Sequence[Card]
    cutter: Cutter
    pages: Sequence[PageJob]
    templates: Mapping[str, Path]

    def register(self) -> None:
        """Do nothing: Pelican logs and forgets what is raised here, so `connected` does it."""

    @contextmanager
    def connected(self) -> Iterator[None]:
        """Listen to Pelican's signals, which are the whole process's, for one run only."""
        wiring = (
            (signals.generator_init, self._prepare),
            (signals.get_generators, _get_generators),
            (signals.get_writer, _get_writer),
            (signals.article_generator_pretaxonomy, self._give_articles),
        )
        for signal, listener in wiring:
            signal.connect(listener)
        try:
            yield
        finally:
            for signal, listener in wiring:
                signal.disconnect(listener)

    def _prepare(self, generator: Generator) -> None:
        """Let templates come from the theme alone, not from Pelican's own theme."""
        theme = FunctionLoader(self._load)
        generator.env.loader = ChoiceLoader([theme, DictLoader(_UNUSED)])
        if isinstance(generator, ListingsGenerator):
            generator.pages = self.pages

    def _load(self, name: str) -> tuple[str, str, None] | None:
        """Return a template of the theme and the file that it is in, or None if it has none."""
        path = self.templates.get("/".join(split_template_path(name)))
        return (read_template(path), str(path), None) if path else None

    def _give_articles(self, generator: ArticlesGenerator) -> None:
        generator.articles = [
            StoryArticle(story, card, self.cutter, generator)
            for story, card in zip(self.stories, self.cards, strict=True)
        ]


def _get_generators(_pelican: object) -> type[Generator]:
    return ListingsGenerator


def _get_writer(_pelican: object) -> type[Writer]:
    return PagesWriter
