"""Bylines are sorted into people, credits and an agency, and nobody is lost or made up."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.parsing.names import sort_names
from generator.text import fold


@pytest.mark.parametrize(
    ("byline", "people"),
    [
        ("By Jane Roe", ["Jane Roe"]),
        ("By Jane Roe and John Doe", ["Jane Roe", "John Doe"]),
        ("By NAN ROE", ["Nan Roe"]),
        ("By A. B. Roe, C. D. Doe and E. Poe", ["A. B. Roe", "C. D. Doe", "E. Poe"]),
        ("Von Anna Müller und Bert Schmidt", ["Anna Müller", "Bert Schmidt"]),
        ("Par Anne Dupont et Luc Martin", ["Anne Dupont", "Luc Martin"]),
        ("Por María López Ruiz y Juan Pérez Gil", ["María López Ruiz", "Juan Pérez Gil"]),
        ("Di Marco Rossi e Anna Bianchi", ["Marco Rossi", "Anna Bianchi"]),
        ("Door Jan van der Berg en Piet de Vries", ["Jan van der Berg", "Piet de Vries"]),
        ("José Ortega y Gasset", ["José Ortega y Gasset"]),
        ("Von der Leyen", ["Von der Leyen"]),
        ("Da Silva", ["Da Silva"]),
        ("Jane Roe, Jr.", ["Jane Roe, Jr."]),
        ("Sophie in 't Veld", ["Sophie in 't Veld"]),
        ("Dr. Max Roe (mr)", ["Dr. Max Roe"]),
        ("Jane Roe jane.roe@paper.example", ["Jane Roe"]),
        ("Banksy", ["Banksy"]),
        ("구현모", ["구현모"]),
        ("By Jane Roe, Staff Writer", ["Jane Roe"]),
        ("By Jane Roe - Live Science Contributor", ["Jane Roe"]),
        ("Senior Political Correspondent Jane Roe", ["Jane Roe"]),
        ("Reporting by Jane Roe; Editing by John Doe", ["Jane Roe"]),
        ("View all posts by Jane Roe", ["Jane Roe"]),
        ("Jane Roe is a reporter at Harbour Today", ["Jane Roe"]),
        ("Jane Roe Follow", ["Jane Roe"]),
        ("Jane Roe 4 September 2023", ["Jane Roe"]),
        ("Jean Dupont, correspondant à Londres", ["Jean Dupont"]),
        ("Jane Roe (text), John Doe (photos)", ["Jane Roe", "John Doe"]),
        ("AP Singh", ["AP Singh"]),
        ("Words: Jane Roe. Photos: John Doe", ["Jane Roe"]),
        ("Words and photos: Jane Roe", ["Jane Roe"]),
        ("Text und Fotos: Anna Müller", ["Anna Müller"]),
        ("Texte : Anne Dupont - Photos : Luc Martin", ["Anne Dupont"]),
        ("Von Anna im Hof", ["Anna im Hof"]),
        ("Anna In der Au", ["Anna In der Au"]),
        ("Sarah à Campo", ["Sarah à Campo"]),
        ("Jane Roe à Paris", ["Jane Roe"]),
        ("Roe, Jane M.; Doe, John", ["Jane M. Roe", "John Doe"]),
        ("Bill Press and John Staff", ["Bill Press", "John Staff"]),
    ],
)
def test_people_are_named_without_what_stands_round_them(byline, people):
    found = sort_names([byline])
    assert list(found.people) == people
    assert found.credits == ()
    assert found.agency is None


@pytest.mark.parametrize(
    ("byline", "expected"),
    [
        ("BY ASSOCIATED PRESS", ((), (), "Associated Press")),
        ("By Northern Press Agency", ((), (), "Northern Press Agency")),
        ("Reuters Staff", ((), (), "Reuters")),
        ("AFP Deutschland", ((), ("AFP Deutschland",), "Agence France-Presse")),
        (
            "By Jane Roe, The Associated Press",
            (("Jane Roe",), ("The Associated Press",), "Associated Press"),
        ),
        (
            "By Jane Roe of The Associated Press",
            (("Jane Roe",), ("The Associated Press",), "Associated Press"),
        ),
        ("AP Diplomatic Writer Jane Roe", (("Jane Roe",), ("AP",), "Associated Press")),
        ("Jane Roe/AP", (("Jane Roe",), ("AP",), "Associated Press")),
        ("dpa/AFP", ((), ("AFP",), "dpa")),
        ("JANE ROE Associated Press", (("Jane Roe",), (), "Associated Press")),
        ("Jane Roe (Reuters)", (("Jane Roe",), (), "Reuters")),
        ("Our Correspondent", ((), ("Our Correspondent",), None)),
        ("Guest Contributor", ((), ("Guest Contributor",), None)),
        ("Tim Redaksi", ((), ("Tim Redaksi",), None)),
        ("undefined", ((), (), None)),
        ("Staff", ((), ("Staff",), None)),
        ("Redaktion", ((), ("Redaktion",), None)),
        ("MM-Redaktion", ((), ("MM-Redaktion",), None)),
        ("Special to the Times", ((), ("Special to the Times",), None)),
        ("paper.example", ((), ("paper.example",), None)),
        ("kicker", ((), ("kicker",), None)),
        ("TPN", ((), ("TPN",), None)),
        ("朝日新聞デジタル", ((), ("朝日新聞デジタル",), None)),
        ("Jane Roe, Lille", (("Jane Roe",), ("Lille",), None)),
        ("By Jane Roe for The Conversation", (("Jane Roe",), ("The Conversation",), None)),
        ("https://paper.example/authors/jane-roe", ((), (), None)),
        ("jane-roe", ((), (), None)),
        ("", ((), (), None)),
    ],
)
def test_desks_outlets_and_agencies_are_no_people(byline, expected):
    found = sort_names([byline])
    assert (found.people, found.credits, found.agency) == expected


def test_the_outlet_itself_is_a_credit():
    found = sort_names(["Mail and Courier", "Jane Roe"], "Mail and Courier")
    assert found.people == ("Jane Roe",)
    assert found.credits == ("Mail and Courier",)


@pytest.mark.parametrize(
    ("shouted", "name"),
    [
        ("JANE O'NEIL-MCDONALD", "Jane O'Neil-McDonald"),
        ("MICHAEL D’ANGELO", "Michael D’Angelo"),
        ("ROSA DE LA CRUZ", "Rosa de la Cruz"),
        ("JAN VAN DER BERG", "Jan van der Berg"),
        ("J.K. ROE", "J.K. Roe"),
        ("JD ROE", "JD Roe"),
        ("JOHN ROE III", "John Roe III"),
        ("ROBERT ROE JR.", "Robert Roe Jr."),
        ("ÉMILE ZOLA", "Émile Zola"),
        ("jane roe", "Jane Roe"),
        ("Bill MCCARTHY", "Bill MCCARTHY"),
        ("JOHN McDONALD", "John McDonald"),
        ("İBRAHİM KAYA", "İbrahim Kaya"),
    ],
)
def test_names_in_one_case_get_the_case_of_a_name(shouted, name):
    assert sort_names([shouted]).people == (name,)


# Syllables that no word for "by", "and" or a role is made of.
words = st.from_regex(r"[BKM][aou][lnr][aou](?:[lnr][aou]){0,2}", fullmatch=True)
full_names = st.tuples(words, words).map(" ".join)


@given(st.lists(st.text(max_size=80) | full_names, max_size=8), st.none() | st.text(max_size=20))
def test_every_name_stands_in_the_input_and_none_twice(names, source):
    found = sort_names(names, source)
    letters = "\n".join(fold(name) for name in names)
    said = [*found.people, *found.credits]
    for name in said:
        assert all(fold(word) in letters for word in name.replace(", ", " ").split())
        assert "http" not in name
        assert "@" not in name.strip("@") or "@" in letters
    assert len({fold(name) for name in found.people}) == len(found.people)
    assert len({fold(name) for name in found.credits}) == len(found.credits)


@given(st.lists(full_names, min_size=1, max_size=6, unique=True))
def test_the_order_of_names_is_kept_however_they_are_joined(names):
    apart = sort_names(names)
    joined = sort_names(
        ["By " + ", ".join(names[:-1]) + (" and " if names[1:] else "") + names[-1]]
    )
    assert apart.people == joined.people
    places = [names.index(name) for name in apart.people if name in names]
    assert places == sorted(places)


def test_who_writes_for_the_outlet_is_named_without_it() -> None:
    found = sort_names(["By Jane Roe for the Harbour Courier"], "Harbour Courier")
    assert found.people == ("Jane Roe",)
