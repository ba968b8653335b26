"""The settings file is checked whole, and its faults are said together."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.config import Settings, find_archive, parse_settings, read_archive, render_settings
from generator.errors import SettingsError, UsageError


def test_all_faults_are_said_at_once_with_the_nearest_key():
    text = 'titel = "x"\nurl = "ftp://x"\ntimezone = "Mars/Base"\nlanguage = 3\n'
    with pytest.raises(SettingsError) as caught:
        parse_settings(text, "backfile.toml")
    said = str(caught.value)
    assert 'unknown setting "titel" (did you mean "title"?)' in said
    assert all(f'"{key}"' in said for key in ("url", "timezone", "language"))
    assert said.endswith("backfile.toml")
    assert caught.value.exit_code == 2


@pytest.mark.parametrize("text", ["title = ", "title = 'a'\ntitle = 'b'", "\x00", "[[[[["])
def test_a_file_that_is_no_toml_is_said_to_be_none(text):
    with pytest.raises(SettingsError, match="not valid TOML"):
        parse_settings(text)


@pytest.mark.parametrize(
    "url",
    [
        "",
        "example.org",
        "javascript:alert(1)",
        "https://",
        "https://a b",
        'https://a/"x',
        "http://[",
    ],
)
def test_an_address_that_no_browser_could_open_is_refused(url):
    with pytest.raises(SettingsError, match="web address"):
        parse_settings(render_settings(Settings(url=url)))


@pytest.mark.parametrize(
    ("said", "fault"),
    [
        ('"3"', "must be a whole number, without quotes"),
        ("3.0", "must be a whole number, without quotes"),
        ("true", "must be a whole number, without quotes"),
        ("0", "must be 1 or more"),
        ("-3", "must be 1 or more"),
    ],
)
def test_a_number_has_to_be_one(said, fault):
    with pytest.raises(SettingsError, match=f'"listing_from" {fault}'):
        parse_settings(f"listing_from = {said}")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('topics = "x"', 'unknown setting "topics" (there are: title, description, url,'),
        ('robots = "noindx"', '"robots" must be "noindex" or "index"'),
        ("title = “The Log”", "straight quotes"),
    ],
)
def test_a_fault_says_what_there_is_instead(text, said):
    with pytest.raises(SettingsError) as caught:
        parse_settings(text)
    assert said in str(caught.value)


@pytest.mark.parametrize("robots", ["index", "noindex, nofollow", "NOARCHIVE"])
def test_a_word_that_search_engines_know_is_taken(robots):
    assert parse_settings(f'robots = "{robots}"').robots == robots


@given(
    st.text(min_size=1).filter(lambda text: text.isprintable() and text.strip()),
    st.integers(min_value=1),
)
def test_settings_that_are_written_are_read_back(title, number):
    settings = Settings(title=title, description=title, listing_from=number)
    assert parse_settings(render_settings(settings)) == settings


@pytest.mark.parametrize(
    ("url", "base_path"),
    [
        ("https://name.github.io", "/"),
        ("https://name.github.io/", "/"),
        ("https://name.github.io/archive", "/archive/"),
        ("https://name.github.io/a/b/", "/a/b/"),
    ],
)
def test_the_base_path_is_the_path_of_the_address(url, base_path):
    assert Settings(url=url).base_path == base_path
    assert Settings(url=url).site_url.endswith(base_path)


def test_an_archive_is_found_from_any_folder_in_it(tmp_path):
    (tmp_path / "backfile.toml").write_text('title = "Here"')
    deep = tmp_path / "snapshots" / "herald"
    deep.mkdir(parents=True)
    archive = find_archive(deep)
    assert (archive.root, archive.settings.title) == (tmp_path.resolve(), "Here")


def test_outside_an_archive_the_error_says_how_to_make_one(tmp_path):
    with pytest.raises(UsageError, match="backfile init"):
        find_archive(tmp_path)


def test_settings_in_another_encoding_are_refused_by_name(tmp_path):
    (tmp_path / "backfile.toml").write_bytes('title = "Zürich"'.encode("latin-1"))
    with pytest.raises(SettingsError, match="UTF-8"):
        read_archive(tmp_path)
