"""No text is lost to the depth or the faults of markup without being said."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.blocks import plain_text
from generator.model import Quarantine
from generator.parsing import parse_snapshot
from generator.parsing.mending import mend
from tests.parsing.pages import H1, PROSE, read, snapshot

FIRST, SECOND, THIRD = (f"<p>{line}</p>" for line in PROSE)
HEAD = "<title>East quay closes</title>"

FAULTS = {
    "an end in the middle": f"{FIRST}</body></html>{SECOND}{THIRD}",
    "an end and a comment": f"{FIRST}</body></html>\n<!-- footer -->{SECOND}{THIRD}",
    "two pages in one": f"{FIRST}</body></html><html><body class=x>{SECOND}{THIRD}</body></html>",
    "a second head": f"{FIRST}<head><title>Another</title></head>{SECOND}{THIRD}",
    "a comment without an end": f"{FIRST}<!-- {SECOND}{THIRD}",
    "a comment of another form": f"{FIRST}<!-->{SECOND}<!-- x --!><! y ><? z ?>{THIRD}",
    "nothing closed": f"<p>{PROSE[0]}<p><b>{PROSE[1]}<p><i><u>{PROSE[2]}",
    "too much closed": f"{FIRST}</div></section></main></p></br></x-y>{SECOND}</article>{THIRD}",
    "tags that cross": f"<p><b>{PROSE[0]}</p><i>{SECOND}</b><p>{PROSE[2]}</i></p>",
    "links within links": f"{FIRST}<p><a href=/x>{PROSE[1][:20]}<a href=/y></a></a>"
    f"{PROSE[1][20:]}</p>{THIRD}",
    "a link without an end": f"{FIRST}<a href=/x>Top{SECOND}{THIRD}{FIRST}",
    "text in a table": f"<table>{FIRST}{SECOND}<tr><td>{THIRD}</table>",
    "a form round rows": f"<table><form><tr><td>{FIRST}{SECOND}{THIRD}</td></tr></form></table>",
    "a label without an end": f"{FIRST}<label>{SECOND}{THIRD}",
    "a button without an end": f"{FIRST}<button class=x>{SECOND}{THIRD}",
    "a drawing without an end": f"{FIRST}<svg><path d=M0,0>{SECOND}{THIRD}",
    "programs that close themselves": f"{FIRST}<script src=a.js />{SECOND}<iframe src=b />{THIRD}",
    "bytes that are none": f"<p>{PROSE[0][:9]}\0{PROSE[0][9:]}</p>\0{SECOND}<\0{THIRD}",
    "sections of text": f"{FIRST}<p><![CDATA[{PROSE[1]}]]></p>{THIRD}",
    "sections of programs": f"{FIRST}<script>//<![CDATA[\nx = '<p>'\n//]]></script>{SECOND}{THIRD}",
    "a large attribute": f"{FIRST}<p title='{'x' * 11_000_000}'>{PROSE[1]}</p>{THIRD}",
    "many attributes": f"{FIRST}<p {' '.join(f'a{n}=1' for n in range(900))}>{PROSE[1]}</p>{THIRD}",
    "only without scripts": f"<noscript>{FIRST}{SECOND}{THIRD}</noscript>",
    "a template": f"<x-y><template shadowrootmode=open>{FIRST}{SECOND}{THIRD}</template></x-y>",
    "text without markup": f"<plaintext>{PROSE[0]}\n\n{PROSE[1]}\n\n{PROSE[2]}",
    "an example": f"<xmp>{PROSE[0]}\n\n{PROSE[1]}\n\n{PROSE[2]}</xmp>",
    "for browsers without frames": f"<frameset><frame src=a></frameset><noframes>{FIRST}"
    f"{SECOND}{THIRD}</noframes>",
    "elements of its own": f"<x-text>{''.join(f'<x-p>{line}</x-p>' for line in PROSE)}</x-text>",
}


@pytest.mark.parametrize("fault", FAULTS)
def test_faulty_markup_keeps_its_text(fault: str) -> None:
    article = read(H1 + FAULTS[fault])
    said = " ".join(plain_text(article.body, figures=True).split())
    for line in PROSE:
        assert line in said


def test_an_old_page_in_capitals_keeps_its_text() -> None:
    body = f"{H1}{FIRST}</BODY></HTML>{SECOND}{THIRD}".upper()
    said = parse_snapshot(snapshot(f"<HTML>{HEAD.upper()}<BODY>{body}</BODY></HTML>"))
    assert not isinstance(said, Quarantine), said.reason
    assert plain_text(said[0].body, figures=True).split("\n\n") == [line.upper() for line in PROSE]


XHTML = """<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "http://www.w3.org/TR/xhtml1/DTD/x.dtd">
<{0}html xmlns{1}="http://www.w3.org/1999/xhtml"><{0}head><{0}title>East quay closes</{0}title>
<{0}script type="text/javascript" src="x"/></{0}head><{0}body><{0}a name="q"/>
<{0}h1>East quay closes</{0}h1>{2}</{0}body></{0}html>"""


@pytest.mark.parametrize(("prefix", "name"), [("", ""), ("h:", ":h")])
def test_a_page_in_xhtml_keeps_its_text(prefix: str, name: str) -> None:
    text = "".join(f"<{prefix}p>{line}</{prefix}p><{prefix}br/>" for line in PROSE)
    said = parse_snapshot(snapshot(XHTML.format(prefix, name, text)))
    assert not isinstance(said, Quarantine), said.reason
    assert plain_text(said[0].body, figures=True).split("\n\n") == list(PROSE)


def test_a_page_of_frames_says_so() -> None:
    page = f"{HEAD}<frameset cols=1,2><frame src=a><frame src=b></frameset><noframes>No frames?"
    said = parse_snapshot(snapshot(page))
    assert isinstance(said, Quarantine)
    assert "a page of frames" in said.reason


TAGS = """article aside b blockquote center dd details div dl figure font form i ins li main nav
    ol p pre q section span table tbody td tr ul x-y""".split()


@settings(max_examples=60, deadline=None)
@given(
    tags=st.lists(st.sampled_from(TAGS), min_size=1, max_size=4),
    depth=st.integers(1, 5_000),
    closed=st.booleans(),
)
def test_deep_text_is_kept_or_the_page_set_aside(
    tags: list[str],
    depth: int,
    closed: bool,
) -> None:
    starts = "".join(f"<{tag}>" for tag in tags) * depth
    ends = "".join(f"</{tag}>" for tag in reversed(tags)) * depth if closed else ""
    said = parse_snapshot(snapshot(f"{HEAD}{H1}{starts}{FIRST}{SECOND}{THIRD}{ends}"))
    if isinstance(said, Quarantine):
        assert "nested too deeply" in said.reason
        return
    text = " ".join(plain_text(said[0].body, figures=True).split())
    for line in PROSE:
        assert line in text


SOUND = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=80)


@given(SOUND.filter(lambda text: "<" not in text))
def test_sound_markup_stays_as_it_is(text: str) -> None:
    assert mend(text) == text
    assert mend(f"<p>{text}</p></body></html>\n") == f"<p>{text}</p></body></html>\n"


@pytest.mark.parametrize(
    "trap", ["<!--", "<![CDATA[", "</html", "<script", "]]>", "<!--<p", "</html>"]
)
def test_mending_takes_time_in_proportion_to_the_page(trap: str) -> None:
    assert len(mend(trap * 1_000_000)) <= len(trap) * 1_000_000
