"""Be Pelican's plugin: hand it our stories, our listings and our writer."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from jinja2 import Template
from pelican import signals
from pelican.generators import ArticlesGenerator, Generator
from pelican.utils import sanitised_join
from pelican.writers import Writer

from generator.errors import BackfileError
from generator.model import Story
from generator.site.cards import Card
from generator.site.look import Look
from generator.site.pages import PageJob, file_of


class PagesWriter(Writer):  # type: ignore[misc]  # Pelican comes without types
    """Writes pages, each once: a second page of one name is an error and never a silent loss."""

    look: Look

    def write_file(
        self, name: str, template: Template, context: dict[str, Any], **values: Any
    ) -> None:
        """Render a page and write it, with links that go up from its own folder.

        The stage is a folder of this build alone, so nothing is synced to the disk here.
        """
        if name in self._written_files:
            raise BackfileError("two pages have one address", name)
        self._written_files.add(name)
        root = values.get("SITEURL", "/".join([".."] * name.count("/")) or ".")
        context["localsiteurl"], context["localarticle"] = root, values.get("article")
        shown = {**context, "output_file": name, **values, "SITEURL": root}
        shown |= self.look.show(shown)
        file = Path(sanitised_join(self.output_path, name))
        file.parent.mkdir(parents=True, exist_ok=True)
        page = self.look.finish(template.render(shown), name, shown)
        file.write_text(page, encoding="utf-8", newline="\n")


class ListingsGenerator(Generator):  # type: ignore[misc]
    """Generates every page that is not an article's; `plugin` is set by the plugin itself."""

    plugin: "Plugin"

    def generate_output(self, writer: PagesWriter) -> None:
        """Write all pages."""
        for page in self.plugin.pages:
            name, values = self.plugin.look.set_page(page, self.context)
            template = self.get_template(name)
            writer.write_file(file_of(page.address), template, self.context, **values)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, weakref_slot=True)
class Plugin:
    """What one build gives to Pelican; `stories` and `cards` are in the same order."""

    stories: Sequence[Story]
    cards: Sequence[Card]
    pages: Sequence[PageJob]
    look: Look

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
        return type("SiteWriter", (PagesWriter,), {"look": self.look})

    def _give_articles(self, generator: ArticlesGenerator) -> None:
        generator.articles = self.look.make_articles(self.stories, self.cards, generator)

    def _group(self, generator: ArticlesGenerator) -> None:
        self.look.group(generator)


def _get_generators(_pelican: object) -> type[Generator]:
    return ListingsGenerator
