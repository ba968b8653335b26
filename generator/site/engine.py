"""Drive Pelican as a library: our stories in, pages out, and nothing of the machine in between.

Pelican reads no file of the archive, looks up no plugin, writes no feed and no listing of its
own; its article generator, its templates, its context and its writer do the work.
"""

import locale
import logging
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from pelican import Pelican
from pelican import log as pelican_log
from pelican.settings import read_settings

from generator.config import Archive
from generator.errors import BackfileError
from generator.site.look import Look
from generator.site.plugin import Plugin
from generator.site.printing import explaining, print_sheets


class _Engine(Pelican):  # type: ignore[misc]  # Pelican comes without types
    """Pelican, but that it puts no working folder on Python's module path."""

    def init_path(self) -> None:
        """Leave `sys.path` alone: a file in an archive must never be imported."""


def run_pelican(
    plugin: Plugin, archive: Archive, stage: Path, shown: Mapping[str, object], jobs: int
) -> None:
    """Write the pages of `plugin` into `stage` by `jobs` workers; each template sees `shown`.

    Raise ThemeError, with file and line, for a template that is missing or broken.
    """
    look = plugin.look
    with explaining(look), _quiet() as complaints:
        with plugin.connected():
            override = pelican_settings(archive, look.theme.folder, stage, shown)
            override |= {"PLUGINS": [plugin], "JINJA_ENVIRONMENT": dict(look.environment)}
            settings = read_settings(override=override)
            _Engine(settings).run()
        print_sheets(plugin.sheets, look, stage, jobs)
    if complaints.said:
        raise BackfileError("Pelican can't write the site", "; ".join(complaints.said))


def pelican_settings(
    archive: Archive, theme: Path, stage: Path, shown: Mapping[str, object]
) -> dict[str, Any]:
    """Return our settings of Pelican, which doesn't check their names."""
    settings = archive.settings
    return {
        # Where things are, and that none of them is to be read.
        "PATH": str(archive.root),
        "OUTPUT_PATH": str(stage),
        "THEME": str(theme),
        "ARTICLE_PATHS": [],
        "PAGE_PATHS": [],
        "STATIC_PATHS": [],
        "THEME_STATIC_PATHS": [],
        "READERS": {"html": None, "htm": None, "rst": None},
        "CACHE_CONTENT": False,
        "LOAD_CONTENT_CACHE": False,
        # What the site says of itself.
        "SITENAME": settings.title,
        "SITEURL": "",
        "RELATIVE_URLS": True,
        "DEFAULT_LANG": settings.language,
        "TIMEZONE": settings.timezone,
        "LOCALE": "C",
        # Nothing in a body is a link of Pelican's, and no field is markup.
        "INTRASITE_LINK_REGEX": r"(?!)(?P<what>)",
        "FORMATTED_FIELDS": [],
        "SUMMARY_MAX_LENGTH": None,
        # Its own listings are quadratic, or depend on the hash seed: ours take their place.
        "DIRECT_TEMPLATES": [],
        "PAGINATED_TEMPLATES": {},
        "ARTICLE_TRANSLATION_ID": None,
        "PAGE_TRANSLATION_ID": None,
        "USE_FOLDER_AS_CATEGORY": False,
        "FEED_ALL_ATOM": None,
        "CATEGORY_FEED_ATOM": None,
        "AUTHOR_FEED_ATOM": None,
        "AUTHOR_FEED_RSS": None,
        "TRANSLATION_FEED_ATOM": None,
        # How templates are read.
        "JINJA_ENVIRONMENT": dict(Look.environment),
        "JINJA_GLOBALS": dict(shown),
    }


class _Complaints(logging.Handler):
    """Keeps what Pelican warns of: in a build that reads no files, there is nothing to warn of."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.said: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep one complaint."""
        self.said.append(record.getMessage())


@contextmanager
def _quiet() -> Iterator[_Complaints]:
    """Keep Pelican from the terminal, and give back the locale and the logger as they were."""
    complaints, logger = _Complaints(), logging.getLogger("pelican")
    before = locale.setlocale(locale.LC_ALL)
    loud, propagated = pelican_log.console.quiet, logger.propagate
    pelican_log.console.quiet, logger.propagate = True, False
    logger.addHandler(complaints)
    try:
        yield complaints
    finally:
        logger.removeHandler(complaints)
        pelican_log.console.quiet, logger.propagate = loud, propagated
        locale.setlocale(locale.LC_ALL, before)
