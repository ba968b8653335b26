import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.errors import SnapshotError
from generator.snapshots.encodings import decode

TEXTS = {
    "German": "Die Bürgermeisterin kündigte am Montag an, dass die Brücke über die Oder drei "
    "Wochen gesperrt wird. Größere Umleitungen sind nötig.",
    "French": "L’été dernier, la mairie a décidé de fermer l’école malgré les protestations. "
    "« C’est inadmissible », a déclaré une mère.",
    "English": "The mayor said on Monday – “at last” – that the bridge will close. It’s over.",
    "Polish": "Burmistrz zapowiedział w poniedziałek, że most zostanie zamknięty na trzy tygodnie. "
    "Mieszkańcy są oburzeni, źródło podaje.",
    "Russian": "Мэр города заявил в понедельник, что мост будет закрыт на три недели. Жители"
    " спорят.",
    "Greek": "Ο δήμαρχος ανακοίνωσε τη Δευτέρα ότι η γέφυρα θα κλείσει για τρεις εβδομάδες.",
    "Turkish": "Belediye başkanı pazartesi günü köprünün üç hafta kapatılacağını açıkladı. "
    "Vatandaşlar öfkeli, şikâyetçi.",
    "Hebrew": "ראש העיר הודיע ביום שני כי הגשר ייסגר לשלושה שבועות.",
    "Arabic": "أعلن رئيس البلدية يوم الاثنين أن الجسر سيغلق لمدة ثلاثة أسابيع.",
    "Japanese": "市長は月曜日、橋を三週間閉鎖すると発表した。"
    "住民は怒っている。道路は迂回が必要だ。",
    "Korean": "시장은 월요일 다리가 삼 주 동안 폐쇄된다고 발표했다. 주민들은 분노하고 있다.",
    "Chinese": "市长星期一宣布，大桥将关闭三周。居民们感到愤怒。道路需要绕行。",
}


@pytest.mark.parametrize(
    ("language", "encoding"),
    [
        ("German", "cp1252"),
        ("German", "cp850"),
        ("German", "mac_roman"),
        ("French", "cp1252"),
        ("English", "cp1252"),
        ("English", "utf-16-le"),
        ("English", "utf-16-be"),
        ("Polish", "cp1250"),
        ("Polish", "iso8859-2"),
        ("Russian", "cp1251"),
        ("Russian", "koi8-r"),
        ("Russian", "iso8859-5"),
        ("Russian", "cp866"),
        ("Russian", "utf-32-le"),
        ("Polish", "utf-32-be"),
        ("Chinese", "utf-32"),
        ("Arabic", "iso8859-6"),
        ("Greek", "cp1253"),
        ("Turkish", "cp1254"),
        ("Hebrew", "cp1255"),
        ("Arabic", "cp1256"),
        ("Japanese", "shift-jis"),
        ("Japanese", "euc-jp"),
        ("Japanese", "iso-2022-jp"),
        ("Korean", "euc-kr"),
        ("Chinese", "gb18030"),
    ],
)
def test_a_text_is_read_whatever_it_was_saved_in(language: str, encoding: str) -> None:
    assert decode(TEXTS[language].encode(encoding)) == TEXTS[language]


@pytest.mark.parametrize(
    ("declared", "meant"),
    [("iso-8859-1", "cp1252"), ("latin1", "cp1252"), ("us-ascii", "cp1252"), ("gb2312", "gb18030")],
)
def test_names_are_read_as_browsers_read_them(declared: str, meant: str) -> None:
    text = f'<meta charset="{declared}"><p>“Größe” …</p>'
    assert decode(text.encode(meant)) == text


def test_a_mark_says_more_than_a_declaration() -> None:
    text = '<meta charset="koi8-r"><p>Grüße</p>'
    for mark, encoding in ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le")):
        assert decode(mark + text.encode(encoding)) == text


def test_utf_8_is_utf_8_whatever_the_page_declares() -> None:
    text = '<meta http-equiv="Content-Type" content="text/html; charset=windows-1252">Grüße, žlutý'
    assert decode(text.encode()) == text


@pytest.mark.parametrize("name", ["utf-7", "rot13", "unicode_escape", "no-such", "idna"])
def test_a_page_can_not_declare_what_no_browser_reads(name: str) -> None:
    text = f'<meta charset="{name}"><p>Les élèves étaient déjà arrivés à l’école +ADw-b+AD4-.</p>'
    assert decode(text.encode("cp1252")) == text


def test_no_word_is_of_two_alphabets() -> None:
    page = f"<html lang=pl><title>Most</title><p>{TEXTS['Polish']}</p></html>"
    assert decode(page.encode("cp1250")) == page


def test_one_wrong_byte_does_not_turn_a_page_into_another() -> None:
    text = TEXTS["Polish"] * 20
    data = text.encode()
    assert decode(data[:700] + b"\xff" + data[700:]).count("\ufffd") == 1


def test_line_ends_become_one() -> None:
    assert decode(b"a\r\nb\rc\n") == "a\nb\nc\n"


@pytest.mark.parametrize("data", [bytes(range(256)) * 8, b"\x00\x01\x02\x03" * 300])
def test_bytes_that_are_no_text_are_told(data: bytes) -> None:
    with pytest.raises(SnapshotError, match="save it as UTF-8"):
        decode(data)


@given(st.text().filter(lambda text: "\x00" not in text and "\x1b" not in text))
def test_whatever_is_utf_8_comes_back(text: str) -> None:
    read = decode(text.encode("utf-8", "replace"))
    assert read == text.encode("utf-8", "replace").decode().removeprefix("\ufeff").replace(
        "\r\n", "\n"
    ).replace("\r", "\n")


PASTED = (
    "Eleven years on, the river ferry is back\n\n"
    "By Jo Roe\n\n“It’s a good day”, said the mayor – and the café sold out of éclairs by noon."
)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-16-le", "utf-16-be", "mac_roman"])
@pytest.mark.parametrize("mark", [b"", b"mark"])
def test_a_pasted_text_is_read_as_editors_save_it(encoding: str, mark: bytes) -> None:
    marks = {"utf-8": codecs.BOM_UTF8, "utf-16-le": codecs.BOM_UTF16_LE}
    marks["utf-16-be"] = codecs.BOM_UTF16_BE
    data = (marks.get(encoding, b"") if mark else b"") + PASTED.encode(encoding)
    assert decode(data) == PASTED


@pytest.mark.parametrize(
    ("language", "encoding", "others"),
    [
        ("Russian", "koi8-r", "windows-1251"),
        ("Japanese", "shift-jis", "euc-jp"),
        ("German", "cp1252", "iso-8859-5"),
    ],
)
def test_what_was_said_when_it_was_sent_comes_before_what_it_says(
    language: str, encoding: str, others: str
) -> None:
    text = f'<meta charset="{others}"><p>{TEXTS[language]}</p>'
    assert decode(text.encode(encoding), encoding.upper()) == text
    assert decode(text.encode("utf-8"), encoding) == text
    assert decode(codecs.BOM_UTF16_BE + text.encode("utf-16-be"), encoding) == text


@pytest.mark.parametrize("charset", ["utf-8", "none", "utf-7", "x-user-defined", "", "a\0b", None])
def test_a_charset_that_is_wrong_or_unknown_leaves_it_to_the_page(charset: str | None) -> None:
    text = f'<meta charset="windows-1251"><p>{TEXTS["Russian"]}</p>'
    assert decode(text.encode("cp1251"), charset) == text


@pytest.mark.parametrize(
    ("charset", "encoding"), [("x-sjis", "shift-jis"), ("x-euc-jp", "euc-jp"), ("X-GBK", "gbk")]
)
def test_old_names_of_encodings_are_known(charset: str, encoding: str) -> None:
    text = f"<p>{TEXTS['Chinese' if encoding == 'gbk' else 'Japanese']}</p>"
    assert decode(text.encode(encoding), charset) == text
