"""Labels of articles to try, with any text in any field."""

import json
from datetime import timedelta, timezone
from pathlib import Path

from hypothesis import strategies as st

from generator.addresses import address_of
from generator.content.header import Label
from generator.model import (
    Evidence,
    Header,
    PartialDate,
    Precision,
    Recapture,
    SnapshotRef,
)
from generator.text import slugify
from tests.content.bodies import NASTY


def _perhaps(of: st.SearchStrategy) -> st.SearchStrategy:
    return st.none() | of


TEXTS = st.one_of(
    NASTY,
    st.text(max_size=40),
    st.sampled_from(
        [
            "a\nTitle: b",
            "a\r\n\r\nUrl: ../x",
            "a\u2028Slug: x",
            "Roe; Doe",
            "a, b;",
            "&lt;b&gt;",
            "§ 230",
            "all",
            "Misc",
            "1. a",
            "---",
            "a" * 300,
            "漢字" * 100,
            "ﷺ" * 30,
        ]
    ),
)
_ZONES = st.none() | st.timedeltas(
    min_value=timedelta(hours=-23, minutes=-59), max_value=timedelta(hours=23, minutes=59)
).map(timezone)
DATES = st.builds(
    PartialDate, moment=st.datetimes(timezones=_ZONES), precision=st.sampled_from(list(Precision))
)
ADDRESSES = st.builds(
    address_of, _perhaps(DATES), st.text(max_size=90).map(slugify)
) | st.sampled_from(["../x/", "2023/09/04/", "topics/rail/", "2023/13/x/", "a\nTitle: b"])
DIGESTS = st.text("0123456789abcdef", min_size=64, max_size=64)


def headers(texts: st.SearchStrategy) -> st.SearchStrategy[Header]:
    names = st.lists(texts, max_size=3).map(tuple)
    return st.builds(
        Header,
        headline=texts,
        dek=_perhaps(texts),
        kicker=_perhaps(texts),
        byline=names,
        credits=names,
        agency=_perhaps(texts),
        dateline=_perhaps(texts),
        section=_perhaps(texts),
        topics=names,
        published=_perhaps(DATES),
        modified=_perhaps(DATES),
        captured=_perhaps(DATES),
        language=_perhaps(texts | st.sampled_from(["en", "pt-BR", "zh-Hans"])),
        source=_perhaps(texts),
        url=_perhaps(texts | texts.map("https://example.org/".__add__)),
    )


LABELS = st.builds(
    Label,
    header=headers(TEXTS),
    name=st.from_regex(r"[a-z0-9-]{1,20}", fullmatch=True),
    aliases=st.lists(ADDRESSES, max_size=3).map(tuple),
    snapshot=_perhaps(
        st.builds(
            SnapshotRef,
            path=TEXTS,
            digest=DIGESTS,
            kind=st.sampled_from(["html", "singlefile", "text", "warc"]),
            member=_perhaps(TEXTS),
        )
    ),
    recaptures=st.lists(st.builds(Recapture, seen=_perhaps(DATES), digest=DIGESTS), max_size=2).map(
        tuple
    ),
    evidence=st.lists(
        st.builds(Evidence, field=st.sampled_from(["published", "headline"]), witness=TEXTS),
        max_size=2,
    ).map(tuple),
    parser=_perhaps(TEXTS),
)


def read_naughty_strings(shared: Path) -> list[str]:
    strings: list[str] = json.loads((shared / "hostile" / "blns.json").read_text(encoding="utf-8"))
    return strings
