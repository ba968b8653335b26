"""Dates are read as precisely as they are said, whatever the language, and nothing raises."""

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.dates import INPUT_LIMIT, parse_date
from generator.model import PartialDate, Precision

CAPTURED = datetime.fromisoformat("2023-09-05T09:30")


def read(text, language=None, captured=None):
    found = parse_date(text, language=language, captured=captured)
    return found and found.isoformat()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2023", "2023"),
        ("2023-09", "2023-09"),
        ("2023-09-04", "2023-09-04"),
        ("2023-9-4", "2023-09-04"),
        ("2023/09/04", "2023-09-04"),
        ("20230904", "2023-09-04"),
        ("2023-09-04T14:11", "2023-09-04T14:11"),
        ("2023-09-04 14:11:33", "2023-09-04T14:11:33"),
        ("2023-09-04T14:11:33.123Z", "2023-09-04T14:11:33+00:00"),
        ("2023-09-04T14:11:33.123+02:00", "2023-09-04T14:11:33+02:00"),
        ("2023-09-04T14:11:00+0200", "2023-09-04T14:11+02:00"),
        ("2023-09-04 14:11:33 -04", "2023-09-04T14:11:33-04:00"),
        ("20230904T141133Z", "2023-09-04T14:11:33+00:00"),
        ("202309041411", "2023-09-04T14:11"),
        ("Mon, 04 Sep 2023 14:11:00 +0200", "2023-09-04T14:11+02:00"),
        ("Mon Sep 04 2023 14:11 GMT+0200 (Central European Summer Time)", "2023-09-04T14:11+02:00"),
        ("1693836660", "2023-09-04T14:11+00:00"),
        ("1693836660123", "2023-09-04T14:11+00:00"),
    ],
)
def test_machine_readable_forms_are_read(text, expected):
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sep 4, 2023, 2:11 PM", "2023-09-04T14:11"),
        ("Published: Sept. 4, 2023 at 2:11 p.m. EDT", "2023-09-04T14:11-04:00"),
        ("Mon 4 Sep 2023 14.11 BST", "2023-09-04T14:11+01:00"),
        ("8/30/19 at 5:00 PM PDT", "2019-08-30T17:00-07:00"),
        ("September 2023", "2023-09"),
        ("4. September 2023, 14:11 Uhr", "2023-09-04T14:11"),
        ("Veröffentlicht am Montag, 4. März 2024 um 14.11 Uhr", "2024-03-04T14:11"),
        ("Zuletzt aktualisiert: 04.09.23, 14:11", "2023-09-04T14:11"),
        ("Publié le lundi 4 septembre 2023 à 14h11", "2023-09-04T14:11"),
        ("mar. 4 avr. 2023", "2023-04-04"),
        ("1er août 2023", "2023-08-01"),
        ("Publicado el 4 de septiembre de 2023 a las 14:11 h", "2023-09-04T14:11"),
        ("lunedì 4 settembre 2023, ore 14.11", "2023-09-04T14:11"),
        ("4 de março de 2023 às 14h11", "2023-03-04T14:11"),
        ("Gepubliceerd op 4 mei 2023 om 14.11 uur", "2023-05-04T14:11"),
        ("9. mai 2024 kl. 10.23", "2024-05-09T10:23"),
        ("4 września 2023, godz. 14:11", "2023-09-04T14:11"),
        ("4 Eylül 2023 - 14:11", "2023-09-04T14:11"),
        ("Thứ hai, 4/9/2023, 05:00 (GMT+7)", "2023-04-09T05:00+07:00"),
        ("2025年1月13日 午後2時12分", "2025-01-13T14:12"),
        ("2025년 1월 13일 오후 6:16", "2025-01-13T18:16"),
        ("14:43 - 04.05.2025", "2025-05-04T14:43"),
        ("4 Sep 2023 · 14:11", "2023-09-04T14:11"),
    ],
)
def test_printed_forms_are_read_in_many_languages(text, expected):
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("September 4", None),
        ("2:11 PM", None),
        ("Monday September 2023", "2023-09"),
        ("2 PM, Sep 4, 2023", "2023-09-04"),
        ("4. September 2023, 14 Uhr", "2023-09-04"),
        ("2023 14:11", "2023"),
    ],
)
def test_what_is_not_said_is_not_known(text, expected):
    assert read(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "",
        "May",
        "news",
        "5 min read",
        "12345",
        "1234567",
        "0001-01-01",
        "2023-02-30",
        "9999-01-01",
        "2023-09-04 and 2023-09-05",
        "In September 2023 we met",
        "Sep 4, 2023 2:11 PM 3:15 PM",
        "2023-09-04T25:00",
        "1" * 200,
        "1 " * 60,
        "jan " * 5000,
        "٪٪٪",
    ],
)
def test_what_is_no_date_is_refused(text):
    assert read(text) is None


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en-US", "2023-03-04"),
        ("en", "2023-03-04"),
        (None, "2023-03-04"),
        ("en-GB", "2023-04-03"),
        ("de-AT", "2023-04-03"),
        ("fr", "2023-04-03"),
    ],
)
def test_the_language_tells_day_from_month(language, expected):
    assert read("03/04/2023", language) == expected


def test_dots_put_the_day_first_in_any_language():
    assert read("03.04.2023", "en-US") == "2023-04-03"


def test_of_two_readings_the_one_after_the_capture_is_not_believed():
    assert read("10/09/2023", captured=CAPTURED) == "2023-10-09"
    assert read("04/09/2023", captured=CAPTURED) == "2023-04-09"
    assert read("04/10/2023", "en-GB", captured=CAPTURED) == "2023-04-10"


def test_a_date_years_after_the_capture_is_not_believed():
    assert read("4 September 2023", captured=CAPTURED) == "2023-09-04"
    assert read("4 September 2026", captured=CAPTURED) is None


@pytest.mark.parametrize(
    ("zone", "language", "expected"),
    [
        ("CEST", None, "+02:00"),
        ("MESZ", "de", "+02:00"),
        ("AEST", None, "+10:00"),
        ("ET", None, "-04:00"),
        ("PT", None, "-07:00"),
        ("IST", "en-IN", "+05:30"),
        ("IST", "en-IE", "+01:00"),
        ("IST", "en", ""),
        ("CST", "en-US", "-06:00"),
        ("CST", "zh", "+08:00"),
        ("CST", None, ""),
        ("QQQ", None, ""),
    ],
)
def test_zone_names_are_read_where_they_mean_one_thing(zone, language, expected):
    assert read(f"Sep 4, 2023 2:11 PM {zone}", language) == f"2023-09-04T14:11{expected}"


def test_an_impossible_offset_is_no_zone():
    assert read("2023-09-04T14:11+99:99") == "2023-09-04T14:11"


def test_american_zone_names_follow_the_season():
    assert read("Jan 4, 2023 2:11 PM ET") == "2023-01-04T14:11-05:00"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("5 minutes ago", "2023-09-05T09:25"),
        ("14 hours ago", "2023-09-04"),
        ("Updated an hour ago", "2023-09-05"),
        ("vor 2 Tagen", "2023-09-03"),
        ("il y a 3 heures", "2023-09-05"),
        ("hace 2 días", "2023-09-03"),
        ("há 2 semanas", "2023-08"),
        ("2 ore fa", "2023-09-05"),
        ("3 uur geleden", "2023-09-05"),
        ("2 months ago", "2023-07"),
        ("a year ago", "2022"),
        ("yesterday", "2023-09-04"),
        ("Gestern, 14:11 Uhr", "2023-09-04T14:11"),
        ("Aujourd'hui à 08h11", "2023-09-05T08:11"),
    ],
)
def test_relative_times_are_told_from_the_capture(text, expected):
    assert read(text, captured=CAPTURED) == expected
    assert read(text) is None


def test_relative_times_that_reach_back_too_far_are_refused():
    assert read("999 years ago", captured=CAPTURED) is None
    assert read("99999999999 hours ago", captured=CAPTURED) is None


@pytest.mark.parametrize("captured", ["9999-12-31T23:59:59-14:00", "0001-01-01T00:00:00+14:00"])
@pytest.mark.parametrize("text", ["4 May 2021", "04/05/2021", "yesterday 14:11", "14 hours ago"])
def test_a_capture_at_an_end_of_the_calendar_is_counted_from_too(text, captured):
    found = parse_date(text, captured=datetime.fromisoformat(captured))
    assert found is None or found.moment.year in (2021, 9999)


zones = st.none() | st.integers(-14 * 60, 14 * 60).map(
    lambda minutes: timezone(timedelta(minutes=minutes)) if minutes else UTC
)
moments = st.datetimes(
    min_value=datetime.fromisoformat("1600-01-01"),
    max_value=datetime.fromisoformat("2100-12-31T23:59:59"),
    timezones=zones,
).map(lambda moment: moment.replace(microsecond=0))


@given(moment=moments, precision=st.sampled_from(Precision))
def test_what_isoformat_writes_is_read_back(moment, precision):
    said = PartialDate(moment=moment, precision=precision).isoformat()
    assert read(said) == said


@given(moment=moments)
def test_precision_is_never_finer_than_the_text(moment):
    months = [f"{moment:%B %Y}", f"{moment:%A} {moment:%b %Y}", f"{moment:%m}/{moment.year}"]
    for text in months:
        found = parse_date(text)
        assert found is None or found.precision in (Precision.YEAR, Precision.MONTH)
    for text in (f"{moment:%d %B %Y}", f"{moment:%A, %B %d, %Y}", f"{moment:%Y-%m-%d}"):
        assert parse_date(text).precision is Precision.DAY


fragments = st.sampled_from(
    [
        "2023",
        "4",
        "14:11",
        "Sep",
        "März",
        "ago",
        "vor",
        "h",
        "+02:00",
        "ET",
        "年",
        "pm",
        ".",
        "/",
        "-",
    ]
)


@given(
    text=st.text() | st.lists(fragments, max_size=12).map(" ".join),
    language=st.none() | st.text(max_size=8),
    captured=st.none() | moments,
)
def test_nothing_raises(text, language, captured):
    found = parse_date(text, language=language, captured=captured)
    assert found is None or 1600 <= found.moment.year <= 2102


@given(text=st.text(), tail=st.text())
def test_only_the_first_hundred_characters_are_looked_at(text, tail):
    cut = (text + " " * INPUT_LIMIT)[:INPUT_LIMIT]
    assert parse_date(cut + tail) == parse_date(cut)


@given(
    st.datetimes(datetime.fromisoformat("1700-01-01"), datetime.fromisoformat("2090-01-01")),
    st.sampled_from(["", "Z", "+00:00", "+0530", "-03:30"]),
    st.sampled_from(["minutes", "seconds", "milliseconds"]),
)
def test_the_form_for_machines_is_read_as_the_printed_one(moment, zone, precise):
    text = moment.isoformat(timespec=precise) + zone
    assert parse_date(text) == parse_date(f"at {text.replace('T', ' ')}")
