"""A story is found by other forms of its words in its own language, here and in the browser."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Page

from generator.model import Header, Question, Story
from generator.search.hits import find_hits
from tests.conftest import ServeFolder
from tests.search.conftest import Searchable, make_searchable, search_in_browser


@dataclass(frozen=True)
class Tongue:
    """Two stories in a language, and what finds the first of them and not the other."""

    language: str
    story: str
    other: str
    queries: tuple[str, ...]


TONGUES = (
    Tongue(
        "en",
        "The fishermen repaired their nets at the U.S. consulate’s harbour.",
        "A quiet library opened on Monday.",
        ("repairing", "net", "harbours", "U.S.", "consulate", '"repair their net"'),
    ),
    Tongue(
        "de",
        "Die Bürgermeisterin eröffnete drei Straßen und neue Häuser am Hafen.",
        "Ein stiller Morgen in der Bücherei.",
        ("eröffneten", "Strasse", "strassen", "haus", "hauser", "Bürgermeisterinnen"),
    ),
    Tongue(
        "fr",
        "Les élèves manifestaient devant l’école contre les fermetures.",
        "Un matin calme au musée.",
        ("élève", "eleves", "manifester", "fermeture", "école", "l'ecole", "l’école"),
    ),
    Tongue(
        "es",
        "Los pescadores repararon las redes después de las inundaciones.",
        "Una mañana tranquila en el museo.",
        ("pescador", "reparar", "inundación", "inundacion"),
    ),
    Tongue(
        "it",
        "I pescatori riparavano le reti nell’acqua alta della città.",
        "Una mattina tranquilla al museo.",
        ("pescatore", "riparare", "rete", "acqua", "dell’acqua", "citta"),
    ),
    Tongue(
        "pt",
        "As eleições municipais terminaram com manifestações na praça.",
        "Uma noite calma no museu.",
        ("manifestação", "manifestacoes", "eleicoes", "terminar"),
    ),
    Tongue(
        "nl",
        "De burgemeesters openden twee bruggen over het kanaal.",
        "Een stille ochtend in het museum.",
        ("burgemeester", "kanalen", "opende"),
    ),
    Tongue(
        "sv",
        "Fiskarna lagade näten i hamnarna efter stormen.",
        "En lugn morgon på museet.",
        ("fiskare", "nät", "nat", "hamnen", "stormar"),
    ),
    Tongue(
        "da",
        "Fiskerne reparerede nettene ved havnen på Ærø.",
        "En stille morgen på museet.",
        ("fisker", "reparere", "havne", "ærø", "aero"),
    ),
    Tongue(
        "nb",
        "Fiskerne reparerte garnene i havnene ved Tromsø.",
        "En rolig morgen på museet.",
        ("havnen", "garn", "tromso"),
    ),
    Tongue(
        "fi",
        "Kalastajat korjasivat verkkoja satamassa myrskyn jälkeen.",
        "Hiljainen aamu kirjastossa.",
        ("kalastaja", "verkko", "satama", "jalkeen"),
    ),
    Tongue(
        "hu",
        "A halászok megjavították a hálókat a kikötőben.",
        "Csendes reggel a könyvtárban.",
        ("halász", "halasz", "háló", "kikötő"),
    ),
    Tongue(
        "ru",
        "Рыбаки починили сети в городской гавани после ёлочной ярмарки.",
        "Тихое утро в музее.",
        ("рыбак", "рыбаков", "сеть", "гавань", "елочная"),
    ),
    Tongue(
        "ro",
        "Pescarii au reparat plasele în porturile orașului.",
        "O dimineață liniștită la muzeu.",
        ("pescar", "porturi", "orașul", "orasului"),
    ),
    Tongue(
        "tr",
        "Balıkçılar İzmir limanındaki ağları onardılar.",
        "Müzede sessiz bir sabah.",
        ("balıkçı", "balikci", "izmir", "İzmir’de", "aglari"),
    ),
    Tongue(
        "el",
        "Οι ψαράδες επισκεύασαν τα δίχτυα στο λιμάνι.",
        "Ένα ήσυχο πρωί στο μουσείο.",
        ("λιμάνια", "λιμανι", "ΔΙΧΤΥΑ", "λιμανιών"),
    ),
    Tongue(
        "ca",
        "Els pescadors van reparar les xarxes després de les inundacions.",
        "Un matí tranquil al museu.",
        ("pescador", "xarxa", "inundació"),
    ),
    Tongue(
        "id",
        "Para nelayan memperbaiki jaring di pelabuhan itu.",
        "Pagi yang tenang.",
        ("nelayan", "berlabuh", "perbaiki"),
    ),
    Tongue(
        "ar",
        "أصلح الصيادون الشباك في الميناء بعد العاصفة.",
        "صباح هادئ في المتحف.",
        ("صيادون", "الشباك", "ميناء", "عاصفة", "المِيناء"),
    ),
    Tongue(
        "lt",
        "Žvejai taisė tinklus uoste po audros.",
        "Ramus rytas muziejuje.",
        ("žvejas", "zvejai", "tinklas", "audra"),
    ),
    Tongue(
        "et",
        "Kalurid parandasid võrke sadamas.",
        "Vaikne hommik muuseumis.",
        ("kalurid", "sadam", "vorke"),
    ),
    # Languages without a stemmer keep their words, and lose their accents.
    Tongue("pl", "Burmistrz Łodzi otworzył most.", "Spokojny poranek.", ("lodzi", "ŁODZI")),
    Tongue("cs", "Starosta otevřel mosty přes řeku.", "Klidné ráno.", ("reku", "otevrel")),
    Tongue("uk", "Рибалки з Києва лагодили сіті.", "Тихий ранок.", ("києва", "КИЄВА")),
    Tongue("vi", "Ngư dân Đà Nẵng sửa lưới.", "Buổi sáng yên tĩnh.", ("da nang", '"đà nẵng"')),
    Tongue("hi", "मछुआरों ने बंदरगाह पर जाल सुधारे।", "शांत सुबह।", ("बंदरगाह", '"पर जाल"')),
    Tongue("he", "הדייגים תיקנו רשתות בנמל.", "בוקר שקט.", ("רשתות", "בַּנָּמֵל")),
    # Those that set no spaces are found by any part of two signs.
    Tongue("ja", "漁師たちは港で網を修理した。", "静かな朝。", ("漁師", "修理", "港で網")),
    Tongue("zh", "渔民在港口修补渔网。", "安静的早晨。", ("渔网", "港口修补", '"渔民在港口"')),
    Tongue("ko", "어부들이 항구에서 그물을 고쳤다.", "조용한 아침.", ("어부", "항구", "그물")),
    Tongue("th", "ชาวประมงซ่อมอวนที่ท่าเรือ", "เช้าอันเงียบสงบ", ("ท่าเรือ", "ชาวประมง")),
)  # fmt: skip
IDS = [tongue.language for tongue in TONGUES]


def make_story(tongue: Tongue, name: str, text: str, language: str | None) -> Story:
    slug = f"{tongue.language}-{name}"
    return Story(
        path=f"{slug}.md",
        slug=slug,
        address=f"undated/{slug}/",
        header=Header(headline=slug, language=language),
        html="",
        text=text,
        snapshot=None,
    )


def make_stories(tongue: Tongue, language: str | None = None) -> list[Story]:
    texts = {"other": tongue.other, "story": tongue.story}
    return [make_story(tongue, name, text, language) for name, text in texts.items()]


def find_here(archive: Searchable, queries: Sequence[str]) -> list[list[str]]:
    answers = [find_hits(archive.index, Question(text=query, limit=100)) for query in queries]
    return [[hit.page for hit in answer.hits] for answer in answers]


def pages(answers: Sequence[dict[str, object]]) -> list[list[str]]:
    return [[page for page, _ in answer["hits"]] for answer in answers]


@pytest.mark.browser
@pytest.mark.parametrize("tongue", TONGUES, ids=IDS)
def test_other_forms_of_its_words_find_a_story(
    tongue: Tongue, tmp_path: Path, page: Page, serve_folder: ServeFolder
) -> None:
    """In an archive of one language, which its stories need not name."""
    archive = make_searchable(make_stories(tongue), tmp_path, tongue.language)
    found = find_here(archive, tongue.queries)
    wanted = {query: [f"undated/{tongue.language}-story/"] for query in tongue.queries}
    assert dict(zip(tongue.queries, found, strict=True)) == wanted
    root = serve_folder(archive.site)
    assert pages(search_in_browser(page, root, archive.assets, tongue.queries)) == found


@pytest.fixture(scope="module")
def babel(tmp_path_factory: pytest.TempPathFactory) -> Searchable:
    """An English archive with stories in all the languages."""
    stories = [story for tongue in TONGUES for story in make_stories(tongue, tongue.language)]
    return make_searchable(stories, tmp_path_factory.mktemp("babel"))


@pytest.mark.browser
def test_an_archive_of_many_languages_reads_each_story_in_its_own(
    babel: Searchable, page: Page, serve_folder: ServeFolder
) -> None:
    asked = [(query, tongue.language) for tongue in TONGUES for query in tongue.queries]
    queries = [query for query, _ in asked]
    found = find_here(babel, queries)
    missed = [
        (query, language)
        for (query, language), hits in zip(asked, found, strict=True)
        if f"undated/{language}-story/" not in hits
    ]
    assert missed == []
    root = serve_folder(babel.site)
    assert pages(search_in_browser(page, root, babel.assets, queries)) == found
