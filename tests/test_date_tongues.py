"""Dates are read in tongues whose words and calendars are unlike English ones."""

from datetime import datetime

import pytest

from generator.dates import parse_date
from generator.dates.tongues import _MONTHS

DATES = [
    ("ru", "4 сентября 2023, 15:30", "2023-09-04T15:30"),
    ("ru", "04 сен 2023 в 15:30", "2023-09-04T15:30"),
    ("ru", "4 сентября 2023 года", "2023-09-04"),
    ("uk", "4 вересня 2023 р.", "2023-09-04"),
    ("bg", "4 септември 2023 г.", "2023-09-04"),
    ("sr", "4. септембар 2023.", "2023-09-04"),
    ("el", "4 Σεπτεμβρίου 2023", "2023-09-04"),
    ("he", "4 בספטמבר 2023, 15:30", "2023-09-04T15:30"),
    ("ar", "٤ سبتمبر ٢٠٢٣", "2023-09-04"),
    ("ar", "4 أيلول 2023، 15:30", "2023-09-04T15:30"),
    ("ar", "4 تشرين الثاني 2023", "2023-11-04"),
    ("fa", "۱۳ شهریور ۱۴۰۲", "2023-09-04"),
    ("fa", "13 شهریور 1402 ساعت 15:30", "2023-09-04T15:30"),
    ("fa", "1402/06/13", "2023-09-04"),
    ("fa", "۳۰ اسفند ۱۳۹۹", "2021-03-20"),
    ("th", "4 กันยายน 2566", "2023-09-04"),
    ("th", "๔ ก.ย. ๒๕๖๖ 15:30 น.", "2023-09-04T15:30"),
    ("hi", "04 सितंबर 2023", "2023-09-04"),
    ("hi", "०४ सितम्बर २०२३", "2023-09-04"),
    ("bn", "৪ সেপ্টেম্বর ২০২৩", "2023-09-04"),
    ("vi", "ngày 4 tháng 9 năm 2023", "2023-09-04"),
    ("zh", "2023年9月4日 下午3:00", "2023-09-04T15:00"),
    ("ko", "2023.09.04. 오후 3:15", "2023-09-04T15:15"),
    ("cs", "4. září 2023 v 15:30", "2023-09-04T15:30"),
    ("cs", "4. listopadu 2023", "2023-11-04"),
    ("sk", "4. septembra 2023", "2023-09-04"),
    ("hu", "2023. szeptember 4. 15:30", "2023-09-04T15:30"),
    ("fi", "4. marraskuuta 2023 klo 15.30", "2023-11-04T15:30"),
    ("ro", "4 septembrie 2023", "2023-09-04"),
    ("hr", "4. rujna 2023.", "2023-09-04"),
    ("hr", "4. listopada 2023.", "2023-10-04"),
    ("pl", "4 listopada 2023", "2023-11-04"),
    ("lt", "2023 m. rugsėjo 4 d.", "2023-09-04"),
    ("lv", "2023. gada 4. septembris", "2023-09-04"),
    ("et", "4. oktoober 2023", "2023-10-04"),
    ("is", "4. september 2023", "2023-09-04"),
    ("ca", "4 de setembre de 2023", "2023-09-04"),
    ("be", "4 верасня 2023", "2023-09-04"),
    ("sr", "4. septembar 2023.", "2023-09-04"),
    ("de-AT", "4. Jänner 2023", "2023-01-04"),
    ("ar", "الاثنين 4 سبتمبر/أيلول 2023", "2023-09-04"),
    ("ar-MA", "4 شتنبر 2023", "2023-09-04"),
    ("ur", "4 ستمبر 2023", "2023-09-04"),
    ("ta", "4 செப்டம்பர் 2023", "2023-09-04"),
    ("ka", "4 სექტემბერი 2023", "2023-09-04"),
    ("hy", "4 սեպտեմբերի 2023", "2023-09-04"),
    ("az", "4 sentyabr 2023", "2023-09-04"),
    ("sq", "4 tetor 2023", "2023-10-04"),
    ("cy", "4 Medi 2023", "2023-09-04"),
    ("ga", "4 Meán Fómhair 2023", "2023-09-04"),
    ("eu", "2023ko irailaren 4a", "2023-09-04"),
    ("ms", "4 Ogos 2023", "2023-08-04"),
    ("tl", "Setyembre 4, 2023", "2023-09-04"),
    ("sw", "4 Septemba 2023", "2023-09-04"),
    ("ja", "令和5年9月4日", "2023-09-04"),
    ("ja", "昭和64年1月7日", "1989-01-07"),
    ("zh-TW", "民國112年9月4日", "2023-09-04"),
    ("zh", "二〇二三年九月四日", "2023-09-04"),
    ("ko", "2023. 9. 4. 오후 3:15", "2023-09-04T15:15"),
    ("en", "Mon Sep 04 2023 15:30:00 GMT+0200 (CEST)", "2023-09-04T15:30+02:00"),
    ("en", "2023-09-04T15:30:00+02:00[Europe/Berlin]", "2023-09-04T15:30+02:00"),
    ("en", "1 January 1970", "1970-01-01"),
]
CLOCKS = [
    ("de", "4. September 2023, 9.15 Uhr", "2023-09-04T09:15"),
    ("fr", "4 septembre 2023 à 14h30", "2023-09-04T14:30"),
    ("nl", "ma 4 sep. 2023 om 15.30 uur", "2023-09-04T15:30"),
    ("sv", "2023-09-04 kl. 15.30", "2023-09-04T15:30"),
    ("pt", "04/set/2023 às 15h30", "2023-09-04T15:30"),
    ("en", "4 September 2023 15:30 CEST", "2023-09-04T15:30+02:00"),
    ("en", "4 Sep 2023 15:30 MSK", "2023-09-04T15:30+03:00"),
    ("en-IN", "4 Sep 2023 15:30 IST", "2023-09-04T15:30+05:30"),
    ("en", "4 Sep 2023 15:30 IST", "2023-09-04T15:30"),
    ("ko", "2023-09-04 15:30 KST", "2023-09-04T15:30+09:00"),
    ("id", "Senin, 04 September 2023 15:30 WIB", "2023-09-04T15:30+07:00"),
    ("de", "04/09/2023", "2023-09-04"),
    ("en-GB", "04/09/2023", "2023-09-04"),
    ("en-US", "04/09/2023", "2023-04-09"),
    ("tr", "05.04.2023", "2023-04-05"),
]


@pytest.mark.parametrize(("language", "text", "expected"), [*DATES, *CLOCKS])
def test_a_date_means_the_same_in_all_tongues(language: str, text: str, expected: str) -> None:
    found = parse_date(text, language=language, captured=datetime.fromisoformat("2024-06-01T12:00"))
    assert found is not None
    assert found.isoformat() == expected


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ru", "3 часа назад"),
        ("ko", "3시간 전"),
        ("zh", "3小时前"),
        ("ja", "3時間前"),
        ("vi", "3 giờ trước"),
        ("hr", "prije 3 sata"),
        ("cs", "před 3 hodinami"),
    ],
)
def test_times_are_told_from_the_capture_in_all_tongues(language: str, text: str) -> None:
    found = parse_date(text, language=language, captured=datetime.fromisoformat("2024-06-01T12:00"))
    assert found is not None
    assert found.isoformat() == "2024-06-01"


def test_a_year_of_another_calendar_is_ours_where_its_tongue_is_not_spoken() -> None:
    assert parse_date("4 September 2566", captured=datetime.fromisoformat("2024-06-01")) is None
    assert parse_date("1402/06/13", language="de") is None
    assert parse_date("۴۵ شهریور ۱۴۰۲", language="fa") is None


@pytest.mark.parametrize("tongue", sorted(_MONTHS))
def test_a_tongue_has_twelve_months(tongue: str) -> None:
    assert len(_MONTHS[tongue].split()) == 12


def test_a_name_is_one_month_in_all_tongues() -> None:
    said: dict[str, int] = {}
    for names in _MONTHS.values():
        for number, name in enumerate(names.split(), 1):
            assert name == "·" or said.setdefault(name, number) == number


@pytest.mark.parametrize("text", ["1970-01-01T00:00:00Z", "1970-01-01T01:00+01:00", "0000-00-00"])
def test_a_time_that_a_program_does_not_know_is_none(text: str) -> None:
    assert parse_date(text) is None


@pytest.mark.parametrize("month", ["十十", "二五", "二三四", "四十十"])
def test_what_only_looks_like_a_number_in_chinese_is_no_month(month: str) -> None:
    assert parse_date(f"二〇二三年{month}月四日", language="zh") is None
