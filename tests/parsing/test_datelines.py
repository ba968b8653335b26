"""Datelines are told from the first words of a story, whichever agency wrote it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.parsing.agencies import find_agency
from generator.parsing.datelines import Dateline, find_last_agency, split_dateline


@pytest.mark.parametrize(
    ("text", "dash", "place", "agency"),
    [
        ("WASHINGTON (AP)", " — ", "WASHINGTON", "Associated Press"),
        ("LITTLE HARBOR, Calif. (AP)", " — ", "LITTLE HARBOR, Calif.", "Associated Press"),
        ("Rosenberg, TX (AP)", " — ", "Rosenberg, TX", "Associated Press"),
        ("LONDON, Sept 4 (Reuters)", " - ", "LONDON", "Reuters"),
        ("SÃO PAULO, 4 set (Reuters)", " - ", "SÃO PAULO", "Reuters"),
        ("(Reuters)", " - ", None, "Reuters"),
        ("القاهرة (رويترز)", " - ", "القاهرة", "Reuters"),
        ("[東京 ４日 ロイター]", " - ", "東京", "Reuters"),
        ("Paris (France) (AFP)", " – ", "Paris", "Agence France-Presse"),
        ("Bern (sda)", " ", "Bern", "Keystone-SDA"),
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
        ("Wien (APA/dpa)", " – ", "Wien", "APA"),
        ("Bern (SDA-ATS)", " - ", "Bern", "Keystone-SDA"),
        ("(sda)", " ", None, "Keystone-SDA"),
        ("/ritzau/", " ", None, "Ritzau"),
        ("OSLO (NTB)", ": ", "OSLO", "NTB"),
        ("STOCKHOLM (TT)", " – ", "STOCKHOLM", "TT"),
        ("HELSINKI (STT)", " - ", "HELSINKI", "STT"),
        ("Lisboa, 04 set 2023 (Lusa)", " - ", "Lisboa", "Lusa"),
        ("BRUSSEL (BELGA)", " - ", "BRUSSEL", "Belga"),
        ("DEN HAAG (ANP)", " - ", "DEN HAAG", "ANP"),
        ("Budapest, 2023. szeptember 4. (MTI)", " – ", "Budapest", "MTI"),
        ("Praha (ČTK)", " - ", "Praha", "ČTK"),
        ("Warszawa (PAP)", " - ", "Warszawa", "PAP"),
        ("Zagreb, 4. rujna (Hina)", " - ", "Zagreb", "Hina"),
        ("ANKARA (AA)", " - ", "ANKARA", "Anadolu Agency"),
        ("SEOUL, Sept. 4 (Yonhap)", " -- ", "SEOUL", "Yonhap"),
        ("OTTAWA (CP)", " — ", "OTTAWA", "Canadian Press"),
        ("LONDON (PA)", " - ", "LONDON", "PA Media"),
        ("New Delhi, Sep 4 (IANS)", " ", "New Delhi", "IANS"),
        ("New Delhi [India], September 4 (ANI)", ": ", "New Delhi [India]", "ANI"),
        ("Roma, 4 set. (askanews)", " - ", "Roma", "Askanews"),
        ("МОСКВА, 4 сентября. /ТАСС/", ". ", "МОСКВА", "TASS"),
        ("МОСКВА, 4 сен - РИА Новости.", " ", "МОСКВА", "RIA Novosti"),
        ("(서울=연합뉴스) 구현모 기자 =", " ", "서울", "Yonhap"),
        ("【ロンドン共同】", "", "ロンドン", "共同通信"),
        ("新华社北京9月4日电", "", "北京", "Xinhua"),
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
        "AP-7 traffic came to a halt on Monday",
        "TT races begin on the island - again",
        "(AP) photographer Jane Roe was there",
        "Bern, der 4. Mann (Roe) — said",
        "Meeting of AA, May 4 (Roe) The quay",
        "(Foto: dpa) The quay",
        "(서울=항구위) 시장은",
    ],
)
def test_what_only_looks_like_a_dateline_is_left_alone(text):
    assert split_dateline(text) is None


@pytest.mark.parametrize(
    ("text", "agency"),
    [
        ("The quay stays closed, she said. (dpa/lby)", "dpa"),
        ("Der Kai bleibt zu. (Quelle: APA/sda/dpa)", "APA"),
        ("(AFP)", "Agence France-Presse"),
        ("El muelle sigue cerrado. (Fuente: EFE)", "EFE"),
        ("Kaien förblir stängd. (TT)", "TT"),
        ("「港は閉鎖」。（共同）".replace("（", "(").replace("）", ")"), "共同通信"),
        ("Der Kai bleibt zu. dpa", "dpa"),
        ("Le quai reste fermé. –AFP", "Agence France-Presse"),
        ("/ritzau/", "Ritzau"),
        ("(©NTB)", "NTB"),
        ("El muelle sigue cerrado. (Con información de EFE)", "EFE"),
        ("Quelle: echo.example, mau/dpa", "dpa"),
        ("© dpa-infocom, dpa:230904-99-12345/2", "dpa"),
        ("Copyright 2023 The Associated Press. All rights reserved.", "Associated Press"),
        ("AP writer Jane Roe in London contributed to this report.", "Associated Press"),
        ("The Associated Press contributed to this report.", None),
        ("(Reporting by Jane Roe in London; editing by John Doe)", "Reuters"),
        ("She said so to Reuters.", None),
        ("said a spokesman of the Associated Press (AP).", None),
        ("She never saw the quay again. (Roe)", None),
        ("The quay stays closed. (AP Photo/Jane Roe)", None),
        ("", None),
    ],
)
def test_an_agency_signs_at_the_end_too(text, agency):
    assert find_last_agency(text) == agency


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
