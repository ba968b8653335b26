"""A byline names people in the words of its language, and stands where readers see it."""

import pytest

from generator.parsing.names import sort_names
from tests.parsing.pages import H1, TEXT, read

LANGUAGES = [
    ("en", "By Jane Roe and John Doe, Staff Writers", ["Jane Roe", "John Doe"]),
    ("en", "Written by Jane Roe", ["Jane Roe"]),
    ("de", "Von Anna Müller und Bert Schmidt", ["Anna Müller", "Bert Schmidt"]),
    ("de", "Ein Kommentar von Anna Müller", ["Anna Müller"]),
    ("de", "Text: Anna Müller, Redakteurin", ["Anna Müller"]),
    ("fr", "Par Anne Dupont et Luc Martin", ["Anne Dupont", "Luc Martin"]),
    ("fr", "Propos recueillis par Anne Dupont", ["Anne Dupont"]),
    ("es", "Por María López y Juan Pérez", ["María López", "Juan Pérez"]),
    ("es", "Escrito por María López, corresponsal", ["María López"]),
    ("it", "di Marco Rossi", ["Marco Rossi"]),
    ("it", "A cura di Marco Rossi", ["Marco Rossi"]),
    ("pt", "Por João Silva e Ana Costa", ["João Silva", "Ana Costa"]),
    ("nl", "Door Jan van der Berg en Piet de Vries", ["Jan van der Berg", "Piet de Vries"]),
    ("da", "Af Mette Holm og Lars Dahl", ["Mette Holm", "Lars Dahl"]),
    ("nb", "Av Kari Nordby og Ola Dahl", ["Kari Nordby", "Ola Dahl"]),
    ("sv", "Av Eva Lind och Nils Ek", ["Eva Lind", "Nils Ek"]),
    ("fi", "Teksti: Aino Laine ja Eero Salo", ["Aino Laine", "Eero Salo"]),
    ("is", "Eftir Jón Jónsson", ["Jón Jónsson"]),
    ("pl", "Autor: Jan Nowak", ["Jan Nowak"]),
    ("pl", "Rozmawiała Ewa Nowak", ["Ewa Nowak"]),
    ("cs", "Autor: Jan Novák a Petr Svoboda", ["Jan Novák", "Petr Svoboda"]),
    ("hu", "Írta: Kovács Anna és Nagy Péter", ["Kovács Anna", "Nagy Péter"]),
    ("hr", "Piše: Ivan Horvat", ["Ivan Horvat"]),
    ("ro", "Autor: Ion Popescu și Ana Ionescu", ["Ion Popescu", "Ana Ionescu"]),
    ("tr", "Haber: Ayşe Yılmaz ve Mehmet Kaya", ["Ayşe Yılmaz", "Mehmet Kaya"]),
    ("id", "Oleh Budi Santoso dan Siti Rahma", ["Budi Santoso", "Siti Rahma"]),
    ("id", "Penulis: Budi Santoso", ["Budi Santoso"]),
    ("vi", "Tác giả: Nguyễn Văn An", ["Nguyễn Văn An"]),
    ("ru", "Автор: Иван Петров и Анна Смирнова", ["Иван Петров", "Анна Смирнова"]),
    ("uk", "Текст: Олена Коваль та Іван Бондар", ["Олена Коваль", "Іван Бондар"]),
    ("el", "Γράφει ο Νίκος Παππάς", ["Νίκος Παππάς"]),
    ("lt", "Autorius: Jonas Petraitis", ["Jonas Petraitis"]),
    ("he", "מאת: דנה כהן", ["דנה כהן"]),
    ("ar", "بقلم: سامي حداد", ["سامي حداد"]),
    ("th", "โดย สมชาย ใจดี", ["สมชาย ใจดี"]),
    ("ko", "구현모 기자", ["구현모"]),
    ("ko", "구현모 특파원, 김하나 기자", ["구현모", "김하나"]),
    ("ja", "川辺花子 記者", ["川辺花子"]),
    ("zh", "文／張小明", ["張小明"]),
    ("zh", "記者張小明、李大同", ["張小明", "李大同"]),
]


@pytest.mark.parametrize(("language", "byline", "people"), LANGUAGES)
def test_people_are_named_in_the_words_of_a_language(
    language: str, byline: str, people: list[str]
) -> None:
    found = sort_names([byline])
    assert (list(found.people), found.credits, found.agency) == (people, (), None)


@pytest.mark.parametrize(
    "name",
    [
        "Per Holm",
        "Theo Jansen",
        "De Wit",
        "Av Levi",
        "Con Nolan",
        "Ja Morant",
        "Pari Text",
        "Eva Y",
    ],
)
def test_names_that_begin_as_bylines_do_are_whole(name: str) -> None:
    people = sort_names([name]).people
    assert people in ((name,), (name.partition(" ")[2],)) if name == "Av Levi" else (name,)


@pytest.mark.parametrize(
    ("byline", "credit"),
    [
        ("La rédaction", "La rédaction"),
        ("Redacción", "Redacción"),
        ("Von Redaktion", "Redaktion"),
        ("Toimitus", "Toimitus"),
        ("Haber Merkezi", "Haber Merkezi"),
        ("Tim Redaksi", "Tim Redaksi"),
        ("Web Desk", "Web Desk"),
        ("Редакция", "Редакция"),
        ("編集部", "編集部"),
        ("KRB SPORT", "KRB SPORT"),
        ("von Kanal Ruhr", "Kanal Ruhr"),
        ("KanalRuhr", "KanalRuhr"),
    ],
)
def test_desks_and_parts_of_the_outlet_are_credited(byline: str, credit: str) -> None:
    found = sort_names([byline], "Kanal Ruhr", "KRB")
    assert (found.people, found.credits) == ((), (credit,))


@pytest.mark.parametrize(
    "byline",
    [
        "By Jane Roe | 4 May 2022",
        "Jane Roe, 2022-05-04T10:15:00Z",
        "Jane Roe (jro.)",
        "Jane Roe (jro/bd)",
        "@janeroe Jane Roe jane@echo.example",
        "JANE ROE",
        "Jane Roe, MS, RDN",
        "Jane Roe, jdadmin",
        "Jane Roe, Professor at the institute for harbours and locks",
    ],
)
def test_dates_initials_addresses_and_descriptions_are_nobody(byline: str) -> None:
    assert sort_names([byline]).people == ("Jane Roe",)


def test_the_outlet_behind_a_name_goes() -> None:
    assert sort_names(["Jane Roe Harbour Today"], "harbourtoday").people == ("Jane Roe",)
    assert sort_names(["Jane Roe. Harbour Today"], "Harbour Today").people == ("Jane Roe",)
    assert sort_names(["Jane Roe Today"], "harbourtoday").people == ("Jane Roe Today",)


def test_and_parts_names_and_not_what_somebody_is() -> None:
    byline = "Jonas Petraitis, Harbour and social affairs faculty professor"
    found = sort_names([byline])
    assert found.people == ("Jonas Petraitis",)
    assert found.credits == ("Harbour and social affairs faculty professor",)
    assert sort_names(["Jane Roe and agencies"]).people == ("Jane Roe",)


@pytest.mark.parametrize(
    "byline",
    [
        "Posted by Jane Roe",
        "Jean-Claude van Damme",
        "Ursula von der Leyen",
        "José Ortega y Gasset",
        "Jane Roe in London and John Doe in Paris",
        "Jane Roe, Jr.",
        "Rosa de la Cruz",
        "Sami al-Haddad",
    ],
)
def test_the_particles_of_a_name_stay_where_the_page_marks_it_as_a_byline(byline: str) -> None:
    header = read(f'{H1}<p class="byline">{byline}</p><div>{TEXT}</div>').header
    assert header.byline == sort_names([byline]).people
    assert all(name in byline for name in header.byline)


DATE = "<span>4 May 2022, 10:15</span>"


@pytest.mark.parametrize(
    ("above", "people"),
    [
        ("<p>By Jane Roe</p>", ("Jane Roe",)),
        ("<p>By</p><p>Jane Roe</p>", ("Jane Roe",)),
        (f"<div><b>Jane Roe |</b> {DATE}</div>", ("Jane Roe",)),
        (f"<div>Jane Roe</div><div>John Doe</div><div>{DATE}</div>", ("Jane Roe", "John Doe")),
        (f"<div>{DATE}</div><div>Jane Roe</div>", ("Jane Roe",)),
        (f"<div>Web Desk | New Delhi | {DATE}</div>", ()),
        ('<a rel="author" href="/l">Creative Commons License</a>', ()),
        (f"<div>Listen Now</div><div>{DATE}</div><div>Read Later</div>", ()),
        (f'<div><a href="/topic/trams">Trams Everywhere</a></div><div>{DATE}</div>', ()),
        (f"<div>World Politics</div><div>{DATE}</div>", ()),
        ("<p>Photo by Jane Roe</p>", ()),
        ("<p>By Monday it was gone again.</p>", ()),
        ("<div>Jane Roe</div><p>Trams Everywhere</p>", ()),
    ],
)
def test_a_byline_is_seen_by_its_words_or_beside_the_date(
    above: str, people: tuple[str, ...]
) -> None:
    assert read(f"{H1}{above}<div>{TEXT}</div>").header.byline == people


def test_a_byline_stands_under_the_lead_too() -> None:
    lead = "<p>The board closed the east quay, where the lock keeper has his swans and a shed.</p>"
    header = read(f"{H1}<div>{lead}<p>By KRB, in News · 4 May 2022</p>{TEXT}</div>").header
    assert (header.byline, header.credits) == ((), ("KRB",))


@pytest.mark.parametrize(
    ("below", "people"),
    [
        ("<p><em>Jane Roe</em></p>", ("Jane Roe",)),
        ('<p style="text-align:right">Jane Roe</p>', ("Jane Roe",)),
        ("<p>Jane Roe</p>", ()),
        ("<p><em>Read More</em></p>", ()),
        ("<p><b>Old Quay</b></p><p>It was older than that, said the clerk.</p>" * 2, ()),
    ],
)
def test_a_text_may_be_signed_at_its_end(below: str, people: tuple[str, ...]) -> None:
    assert read(f"{H1}<div>{TEXT}{below}</div>").header.byline == people


def test_an_agency_says_more_than_the_outlet_and_both_are_named() -> None:
    ld = (
        '<script type="application/ld+json">{"@type":"NewsArticle","author":'
        '[[{"@type":"Organization","name":"The Echo"}]],"publisher":{"name":"The Echo"}}</script>'
    )
    header = read(f"{H1}<div>AFP, Manila</div><div>{TEXT}</div>", ld).header
    assert header.byline == ()
    assert header.agency == "Agence France-Presse"
    assert "The Echo" in header.credits


def test_who_posted_it_is_told_below_the_text_by_systems_of_weblogs() -> None:
    footer = (
        "<div class='post-footer'>Posted by <span>Jane Roe</span> at <a href='/1'>21:04</a></div>"
    )
    assert read(f"<div>{H1}<div>{TEXT}</div>{footer}</div>").header.byline == ("Jane Roe",)


def test_the_photographer_beside_the_writer_is_not_the_writer() -> None:
    line = "<p class='byline'>Words: Jane Roe. Photos: John Doe</p>"
    assert read(f"{H1}{line}<div>{TEXT}</div>").header.byline == ("Jane Roe",)
