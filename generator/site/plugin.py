"""Be Pelican's plugin: hand it our stories, our listings and our writer."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from jinja2 import Template
from pelican import signals
from pelican.generators import ArticlesGenerator, Generator
from pelican.writers import Writer

from generator.errors import BackfileError
from generator.model import Story
from generator.site.cards import Card
from generator.site.look import Look
from generator.site.pages import PageJob, file_of
from generator.site.printing import Sheet


class PagesWriter(Writer):  # type: ignore[misc]  # Pelican comes without types
    """Keeps pages to be printed, each once: a second of one name is an error, no silent loss."""

    sheets: list[Sheet]

    def write_file(
        self, name: str, template: Template, context: dict[str, Any], **values: Any
    ) -> None:
        """Keep a page for the press."""
        if name in self._written_files:
            raise BackfileError("two pages have one address", name)
        self._written_files.add(name)
        sheet = Sheet(name=name, template=template, context=context, values=values)
        self.sheets.append(sheet)


class ListingsGenerator(Generator):  # type: ignore[misc]
    """Generates every page that is not an article's; `plugin` is set by the plugin itself."""

    plugin: "Plugin"

    def generate_output(self, writer: PagesWriter) -> None:
        """Hand over all pages."""
        for page in self.plugin.pages:
            name, values = self.plugin.look.set_page(page, self.context)
            template = self.get_template(name)
            writer.write_file(file_of(page.address), template, self.context, **values)


# Signals hold their listeners weakly, which a class with slots has to allow.
@dataclass(frozen=True, slots=True, kw_only=True, eq=False, weakref_slot=True)
class Plugin:
    """What one build gives to Pelican; `stories` and `cards` are in the same order.

    `sheets` are the pages that it gives back.
    """

    stories: Sequence[Story]
    cards: Sequence[Card]
    pages: Sequence[PageJob]
    look: Look
    sheets: list[Sheet] = field(default_factory=list)

    def register(self) -> None:
        """Do nothing: Pelican logs and forgets what is raised here, so `connected` does it."""

    @contextmanager
    def connected(self) -> Iterator[None]:
        """Listen to Pelican's signals, which are the whole process's, for one run only."""
        wiring = (
            (signals.generator_init, self._prepare),
            (signals.get_generators, _get_generators),
            (signals.get_writer, self._get_writer),
            (signals.article_generator_pretaxonomy, self._give_articles),
            (signals.article_generator_finalized, self._group),
        )
        for signal, listener in wiring:
            signal.connect(listener)
        try:
            yield
        finally:
            for signal, listener in wiring:
                signal.disconnect(listener)

    def _prepare(self, generator: Generator) -> None:
        self.look.prepare(generator)
        if isinstance(generator, ListingsGenerator):
            generator.plugin = self

    def _get_writer(self, _pelican: object) -> type[Writer]:
        # Pelican wants a class, of which it makes a writer itself.
        return type("SiteWriter", (PagesWriter,), {"sheets": self.sheets})

    def _give_articles(self, generator: ArticlesGenerator) -> None:
        generator.articles = self.look.make_articles(self.stories, self.cards, generator)

    def _group(self, generator: ArticlesGenerator) -> None:
        self.look.group(generator)


def _get_generators(_pelican: object) -> type[Generator]:
    return ListingsGenerator
