import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.site.reading import LONG, Length, count_minutes, measure


@pytest.mark.parametrize(
    ("text", "length"),
    [
        ("", Length(words=0)),
        ("The ferry – and nobody", Length(words=5)),
        ("The ferry left.", Length(words=3)),
        ("最後の渡し船が港を離れた。", Length(words=0, ideographs=12)),
        ("「AI」の時代、2024年。", Length(words=2, ideographs=4)),
        ("เรือข้ามฟาก ลำสุดท้าย", Length(words=0, letters=20)),
        ("마지막 나룻배", Length(words=2)),
        ("आख़िरी नाव", Length(words=2)),
    ],
)
def test_a_text_is_as_long_as_its_words_and_the_characters_of_scripts_without_spaces(
    text: str, length: Length
) -> None:
    assert measure(text) == length


@pytest.mark.parametrize(
    ("text", "minutes"),
    [("word " * 920, 4), ("港" * 2000, 4), ("ก" * 4000, 4), ("word " * 700, None)],
)
def test_a_long_read_takes_as_long_in_any_script(text: str, minutes: int | None) -> None:
    assert count_minutes(text) == minutes


@given(st.text(), st.text())
def test_more_text_is_no_shorter(text: str, more: str) -> None:
    whole = measure(f"{text} {more}")
    assert whole.total >= measure(text).total
    assert whole.minutes < LONG or count_minutes(f"{text} {more}") == whole.minutes
