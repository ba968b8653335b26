import re
import tomllib
from typing import get_args

import pytest

from generator.model import Kind
from generator.site.data_files import TYPES
from generator.site.shelves import KINDS
from generator.site.words import direction_of, read_words
from tests.site.stories import ROOT, when

WORDS = read_words("en")
CATALOGUES = sorted((ROOT / "generator/site/words").glob("*.toml"))


@pytest.mark.parametrize(
    ("known", "said"),
    [
        ("2023", "2023"),
        ("2023-09", "September 2023"),
        ("2023-09-04", "4 September 2023"),
        ("2023-09-04T14:11", "4 September 2023, 14:11"),
        ("2023-09-04T14:11+00:00", "4 September 2023, 14:11 UTC"),
        ("2023-09-04T14:11+02:00", "4 September 2023, 14:11 UTC+2"),
        ("2023-09-04T14:11-03:30", "4 September 2023, 14:11 UTC−3:30"),
        ("0007-01-02T03:04", "2 January 7, 03:04"),
    ],
)
def test_a_moment_is_said_as_precisely_as_it_is_known(known: str, said: str) -> None:
    assert WORDS.moment(when(known)) == said


def test_the_page_of_a_day_says_its_weekday() -> None:
    assert WORDS.title("2023-09-04") == "Monday, 4 September 2023"
    assert WORDS.title("2023-09") == "September 2023"


def test_one_is_counted_otherwise_than_many() -> None:
    counted = [WORDS.count("stories", number) for number in (0, 1, 2, 1024)]
    assert counted == ["0 stories", "1 story", "2 stories", "1,024 stories"]


def test_a_language_without_a_catalogue_gets_the_english_words() -> None:
    unknown, british = read_words("tlh-Latn"), read_words("en-GB")
    assert unknown == WORDS
    assert (british.language, british.text) == ("en-GB", WORDS.text)


@pytest.mark.parametrize("kind", get_args(Kind))
def test_every_kind_of_snapshot_has_a_name(kind: str) -> None:
    assert getattr(WORDS.text, f"kind_{kind}")


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("de", ["0 Artikel", "1 Artikel", "1.024 Artikel"]),
        ("fr", ["0 article", "1 article", "1\u202f024 articles"]),
        ("es", ["0 artículos", "1 artículo", "1.024 artículos"]),
    ],
)
def test_a_language_counts_and_writes_numbers_in_its_own_way(language, said) -> None:
    words = read_words(language)
    assert [words.count("stories", number) for number in (0, 1, 1024)] == said


@pytest.mark.parametrize(
    ("language", "title", "said"),
    [
        ("de", "Montag, 4. September 2023", "4. September 2023"),
        ("fr", "Lundi 4 septembre 2023", "4 septembre 2023"),
        ("es", "Lunes, 4 de septiembre de 2023", "4 de septiembre de 2023"),
    ],
)
def test_a_language_says_dates_in_its_own_way(language: str, title: str, said: str) -> None:
    words = read_words(language)
    assert (words.title("2023-09-04"), words.period("2023-09-04")) == (title, said)


@pytest.mark.parametrize("catalogue", CATALOGUES, ids=lambda path: path.stem)
def test_a_catalogue_puts_the_same_values_in(catalogue) -> None:
    english = tomllib.loads((catalogue.parent / "en.toml").read_text(encoding="utf-8"))
    said = tomllib.loads(catalogue.read_text(encoding="utf-8"))
    for part in ("text", "counts", "search"):
        for key, text in english[part].items():
            assert find_values(said[part][key]) == find_values(text), key


def find_values(text: str | list[str]) -> set[str]:
    return set(re.findall(r"\{\w+\}", "".join(text)))


@pytest.mark.parametrize("catalogue", CATALOGUES, ids=lambda path: path.stem)
def test_every_catalogue_has_the_keys_of_the_english_one(catalogue) -> None:
    english = tomllib.loads((catalogue.parent / "en.toml").read_text(encoding="utf-8"))
    said = tomllib.loads(catalogue.read_text(encoding="utf-8"))
    for part in ("numbers", "text", "counts", "dates", "search"):
        assert said[part].keys() == english[part].keys()
    assert (len(said["months"]), len(said["weekdays"]), len(said["weekdays_short"])) == (12, 7, 7)


def test_no_word_waits_for_a_page_that_says_it() -> None:
    code = [*(ROOT / "generator/site").glob("*.py")]
    templates = [*(ROOT / "themes/gazette/templates").glob("*.html")]
    said = "\n".join(path.read_text(encoding="utf-8") for path in (*code, *templates))
    built = {f"{start}_{kind}" for start in ("index", "none", "kind") for kind in KINDS}
    built |= {f"kind_{kind}" for kind in get_args(Kind)} | {"published", "modified", "captured"}
    built |= {f"column_{name}" for name in TYPES}
    unsaid = {key for key in vars(WORDS.text) if f".{key}" not in said} - built - {*KINDS}
    assert unsaid == set()


@pytest.mark.parametrize(
    ("language", "direction"),
    [("en", "ltr"), ("ar", "rtl"), ("he-IL", "rtl"), ("az-Arab", "rtl"), ("ur-Latn", "ltr")],
)
def test_a_language_has_a_direction(language: str, direction: str) -> None:
    assert direction_of(language) == direction
