from generator.model import (
    Article,
    Figure,
    Header,
    ItemList,
    Paragraph,
    PartialDate,
    Quotation,
    Related,
    SnapshotRef,
    Text,
)
from generator.parsing import render_record

REF = SnapshotRef(path="a/b.html", digest="ab" * 32, kind="html")
KEYS = """headline dek kicker byline credits agency dateline section topics published
published_precision modified modified_precision captured language source url body_text figures
related evidence snapshot""".split()


def test_a_record_has_every_key_whatever_is_known() -> None:
    record = render_record(Article(header=Header(headline="Ferry"), body=(), snapshot=REF))
    assert list(record) == KEYS
    lists = {name for name, value in record.items() if value == []}
    assert lists == {"byline", "credits", "topics", "figures", "related"}
    assert record["snapshot"] == {
        "path": "a/b.html",
        "digest": "ab" * 32,
        "kind": "html",
        "member": None,
    }
    assert (record["dek"], record["published"], record["body_text"]) == (None, None, "")


def test_times_are_as_long_as_what_is_known() -> None:
    header = Header(headline="Ferry", published=PartialDate.fromisoformat("2023-09"))
    record = render_record(Article(header=header, body=(), snapshot=REF))
    assert (record["published"], record["published_precision"]) == ("2023-09", "month")


def test_figures_are_told_apart_from_the_text_and_without_their_bytes() -> None:
    embedded = Figure("data:image/png;base64,AAAA", caption="A quay", credit="Jo Roe")
    body = (
        Paragraph((Text("One."),)),
        Quotation((embedded,)),
        ItemList(((Figure("a.jpg"),), (Paragraph((Text("Two."),)),))),
    )
    record = render_record(Article(header=Header(headline="Ferry"), body=body, snapshot=REF))
    assert record["body_text"] == "One.\n\nTwo."
    assert record["figures"] == [
        {"src": "data:image/png", "caption": "A quay", "credit": "Jo Roe"},
        {"src": "a.jpg", "caption": None, "credit": None},
    ]


def test_cards_are_told() -> None:
    article = Article(
        header=Header(headline="Ferry"), body=(), snapshot=REF, related=(Related(headline="Swans"),)
    )
    assert render_record(article)["related"] == [{"headline": "Swans", "url": None}]
