import locale
import logging
import sys

import pelican
import pytest
from jinja2 import StrictUndefined
from pelican import signals
from pelican.settings import DEFAULT_CONFIG

from generator.config import Archive, Settings
from generator.errors import BackfileError, ThemeError
from generator.site.engine import pelican_settings
from tests.site.stories import make_story, render

OURS = {"TIMEZONE"}
"""Pelican knows this setting and has no default for it."""

HEARD = (
    signals.get_generators,
    signals.get_writer,
    signals.generator_init,
    signals.article_generator_pretaxonomy,
)


def test_every_setting_is_one_that_pelican_knows(tmp_path) -> None:
    settings = pelican_settings(Archive(tmp_path, Settings()), tmp_path, tmp_path, {})
    assert settings.keys() - OURS <= DEFAULT_CONFIG.keys()


def test_templates_escape_and_know_no_undefined_name(tmp_path) -> None:
    settings = pelican_settings(Archive(tmp_path, Settings()), tmp_path, tmp_path, {})
    assert settings["JINJA_ENVIRONMENT"]["autoescape"] is True
    assert settings["JINJA_ENVIRONMENT"]["undefined"] is StrictUndefined


def test_a_run_leaves_the_process_as_it_was(tmp_path, capfd) -> None:
    before = (locale.setlocale(locale.LC_ALL), list(sys.path), pelican.log.console.quiet)
    handlers = list(logging.getLogger("pelican").handlers)
    render([make_story("A")], tmp_path)
    assert (locale.setlocale(locale.LC_ALL), sys.path, pelican.log.console.quiet) == before
    assert logging.getLogger("pelican").handlers == handlers
    assert [signal for signal in HEARD if signal.receivers] == []
    assert capfd.readouterr() == ("", "")


def test_a_run_that_fails_leaves_no_listener_behind(tmp_path) -> None:
    with pytest.raises(ThemeError):
        render([make_story("A")], tmp_path, theme="nowhere")
    with pytest.raises(BackfileError):
        render([make_story("A"), make_story("A")], tmp_path)
    assert [signal for signal in HEARD if signal.receivers] == []


def test_what_pelican_complains_of_is_an_error_and_not_a_line_in_a_log(tmp_path, capfd) -> None:
    def complain(_pelican: object) -> None:
        logging.getLogger("pelican.writers").error("the disk is odd")

    error = pytest.raises(BackfileError, match="can't write the site: the disk is odd")
    with signals.finalized.connected_to(complain), error:
        render([make_story("A")], tmp_path)
    assert capfd.readouterr() == ("", "")


def test_a_fault_that_is_not_a_templates_stays_what_it_is(tmp_path) -> None:
    def fail(_pelican: object) -> None:
        raise ValueError("not a template's")

    with signals.finalized.connected_to(fail), pytest.raises(ValueError, match="not a template's"):
        render([make_story("A")], tmp_path)


def test_two_pages_of_one_address_are_an_error_and_not_a_loss(tmp_path) -> None:
    story = make_story("Fourth", slug="04", folder="2023/09")
    with pytest.raises(BackfileError, match="two pages have one address"):
        render([story, make_story("A")], tmp_path)


def test_content_and_themes_of_the_archive_are_not_read_by_pelican(tmp_path) -> None:
    content = tmp_path / "archive/content"
    for name in ("articles/2023/a.md", "pages/b.md", "c.rst", "d.html", "images/e.png"):
        (content / name).parent.mkdir(parents=True, exist_ok=True)
        (content / name).write_text("Title: Canary\n\nCanary")
    (tmp_path / "archive/pelicanconf.py").write_text("raise SystemExit")
    site = render([make_story("A")], tmp_path)
    assert [
        path for path in site.rglob("*") if path.is_file() and b"Canary" in path.read_bytes()
    ] == []
