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
from generator.site.printing import Complaints, explaining, print_sheets


class _Engine(Pelican):  # type: ignore[misc]  # Pelican comes without types
    """Pelican, but that it puts no working folder on Python's module path."""

    def init_path(self) -> None:
        """Leave `sys.path` alone: a file in an archive must never be imported."""


def run_pelican(
    plugin: Plugin, archive: Archive, stage: Path, shown: Mapping[str, object], jobs: int
) -> tuple[str, ...]:
    """Write the pages of `plugin` into `stage` by `jobs` workers; each template sees `shown`.

    Return what Pelican warns of while they are set, as that a theme uses what is outdated. Raise
    ThemeError, with file and line, for a template that is missing or broken.
    """
    look = plugin.look
    with explaining(look), _quiet() as complaints:
        with plugin.connected():
            override = pelican_settings(archive, look.theme.folder, stage, shown)
            override |= {"PLUGINS": [plugin], "JINJA_ENVIRONMENT": dict(look.environment)}
            settings = read_settings(override=override)
            _Engine(settings).run()
        # In a build that reads no files, there is nothing to warn of but a fault.
        if said := complaints.take():
            raise BackfileError("Pelican can't write the site", "; ".join(said))
        told = print_sheets(plugin.sheets, look, stage, complaints, jobs)
    return tuple(f"{look.theme.folder}: {said}" for said in told)


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


@contextmanager
def _quiet() -> Iterator[Complaints]:
    """Keep Pelican from the terminal, and give back the locale and the logger as they were.

    It says nothing twice in one process, however many sites that makes, and of some things only the
    first few: what is kept is the same in any process if it says all.
    """
    complaints, logger = Complaints(), logging.getLogger("pelican")
    before = locale.setlocale(locale.LC_ALL)
    loud, propagated = pelican_log.console.quiet, logger.propagate
    limited = pelican_log.LimitFilter.LOGS_DEDUP_MIN_LEVEL
    pelican_log.console.quiet, logger.propagate = True, False
    pelican_log.LimitFilter.LOGS_DEDUP_MIN_LEVEL = logging.NOTSET
    logger.addHandler(complaints)
    try:
        yield complaints
    finally:
        logger.removeHandler(complaints)
        pelican_log.console.quiet, logger.propagate = loud, propagated
        pelican_log.LimitFilter.LOGS_DEDUP_MIN_LEVEL = limited
        locale.setlocale(locale.LC_ALL, before)
