import pytest

from generator.site.person_names import Name, catalogue, split_name


@pytest.mark.parametrize(
    ("printed", "family", "given"),
    [
        ("Ada Byrne", "Byrne", "Ada"),
        ("Tomás Ó Briain", "Ó Briain", "Tomás"),
        ("Käthe Müller-Großmann", "Müller-Großmann", "Käthe"),
        ("Jan van der Berg", "van der Berg", "Jan"),
        ("Vincent Van Gogh", "Van Gogh", "Vincent"),
        ("José Ortega y Gasset", "Ortega y Gasset", "José"),
        ("Juan Carlos de Borbón y Borbón", "de Borbón y Borbón", "Juan Carlos"),
        ("Mary Ann Evans", "Evans", "Mary Ann"),
        ("Byrne, Ada", "Byrne", "Ada"),
        ("Madonna", "Madonna", ""),
        ("van Dyke", "Dyke", "van"),
        ("山田太郎", "山田太郎", ""),
        ("山田 太郎", "山田", "太郎"),
        ("محمد بن سلمان", "بن سلمان", "محمد"),
    ],
)
def test_a_name_is_split_where_bibliographies_split_it(printed, family, given) -> None:
    assert split_name(printed)[:2] == (family, given)


def test_a_name_begins_with_the_family_where_its_language_has_it_so() -> None:
    assert split_name("Kovács János", "hu")[:2] == ("Kovács", "János")
    assert split_name("Kovács János", "de")[:2] == ("János", "Kovács")


@pytest.mark.parametrize("printed", ["Martin Luther King Jr.", "Martin Luther King, Jr."])
def test_a_suffix_goes_last(printed: str) -> None:
    name = split_name(printed)
    assert name == Name("King", "Martin Luther", "Jr.")
    assert name.inverted == "King, Martin Luther, Jr."
    assert (name.short, name.natural) == ("King, M. L., Jr.", "Martin Luther King Jr.")


@pytest.mark.parametrize(
    ("printed", "short"),
    [
        ("Jean-Luc Godard", "Godard, J.-L."),
        ("J.R.R. Tolkien", "Tolkien, J. R. R."),
        ("Элла Ким", "Ким, Э."),
        ("山田 太郎", "山田 太郎"),
        ("Madonna", "Madonna"),
    ],
)
def test_given_names_are_shortened_as_apa_shortens_them(printed: str, short: str) -> None:
    assert split_name(printed).short == short


def test_a_catalogue_is_told_what_it_would_split_wrongly() -> None:
    def told(*names: str) -> list[str]:
        return list(catalogue([split_name(name) for name in names]))

    assert told("Ada Byrne", "Jan van der Berg") == ["Ada Byrne", "van der Berg, Jan"]
    assert told("Jan Piet van der Berg") == ["van der Berg, Jan Piet;"]
    assert told("山田 太郎", "Madonna") == ["山田, 太郎", "Madonna"]
