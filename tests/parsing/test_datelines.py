"""Datelines are told from the first words of a story, whichever agency wrote it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.parsing.agencies import find_agency
from generator.parsing.datelines import Dateline, split_dateline


@pytest.mark.parametrize(
    ("text", "dash", "place", "agency"),
    [
        ("WASHINGTON (AP)", " — ", "WASHINGTON", "Associated Press"),
        ("LITTLE HARBOR, Calif. (AP)", " — ", "LITTLE HARBOR, Calif.", "Associated Press"),
        ("Rosenberg, TX (AP)", " — ", "Rosenberg, TX", "Associated Press"),
        ("LONDON, Sept 4 (Reuters)", " - ", "LONDON", "Reuters"),
        ("SÃO PAULO, 4 set (Reuters)", " - ", "SÃO PAULO", "Reuters"),
        ("(Reuters)", " - ", None, "Reuters"),
        ("Paris (AFP)", " – ", "Paris", "Agence France-Presse"),
        ("Rio de Janeiro, 4 sept 2023 (AFP)", " - ", "Rio de Janeiro", "Agence France-Presse"),
        ("BERLIN (dpa)", " - ", "BERLIN", "dpa"),
        ("Berlin/Hamburg (dpa)", " – ", "Berlin/Hamburg", "dpa"),
        ("Potsdam (dpa/bb)", " - ", "Potsdam", "dpa"),
        ("Madrid, 4 sep (EFE)", ".- ", "Madrid", "EFE"),
        ("(ANSA) - ROMA, 04 SET", " - ", "ROMA", "ANSA"),
        ("BEIJING, Sept. 4 (Xinhua)", " -- ", "BEIJING", "Xinhua"),
        ("TOKYO (Kyodo)", " -- ", "TOKYO", "Kyodo News"),
        ("MOSCOW, September 4. /TASS/", ". ", "MOSCOW", "TASS"),
        ("New Delhi (PTI)", ": ", "New Delhi", "Press Trust of India"),
        ("SAN DIEGO (KXYZ)", " — ", "SAN DIEGO", None),
        ("NEW YORK", " — ", "NEW YORK", None),
        ("ST. LOUIS", " — ", "ST. LOUIS", None),
        ("WASHINGTON", "—", "WASHINGTON", None),
        ("ROME", " -- ", "ROME", None),
    ],
)
def test_a_dateline_is_split_from_the_story(text, dash, place, agency):
    rest = "The mayor said on Monday that the bridge would open."
    found = split_dateline(text + dash + rest)
    assert found == Dateline(text=text, place=place, agency=agency, rest=rest)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "The Associated Press — the agency, that is — said so.",
        "(AP Photo/Jane Doe) — A boat",
        "FILE - In this photo, a boat lies at anchor.",
        "BREAKING — A fire",
        "NASA — the space agency — will land",
        "COVID-19 — The virus",
        "He said it again - and again - that day.",
        "Smith (Democrat) — said",
        "The bank (AP) — said",
        "John Roe (Reuters) said that the - boat",
        "REBECCA Roe is the first of them",
        "London/Teheran - Die Regierung",
        "1234 (AP) — numbers",
    ],
)
def test_what_only_looks_like_a_dateline_is_left_alone(text):
    assert split_dateline(text) is None


@given(st.text(alphabet="ABCabc (AP)/,.—-\n1", max_size=300) | st.text())
def test_a_dateline_and_its_rest_are_the_text(text):
    found = split_dateline(text)
    if found:
        assert text.strip().startswith(found.text)
        assert text.strip().endswith(found.rest)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("AP", "Associated Press"),
        ("The Associated Press", "Associated Press"),
        ("ASSOCIATED PRESS", "Associated Press"),
        ("dpa", "dpa"),
        ("DPA", "dpa"),
        ("Deutsche Presse-Agentur", "dpa"),
        ("afp", "Agence France-Presse"),
        ("NORTHERN PRESS AGENCY", "Northern Press Agency"),
        ("aa", None),
        ("pa", None),
        ("Jane Roe", None),
        ("", None),
    ],
)
def test_an_agency_has_one_name(text, name):
    assert find_agency(text) == name
