"""A stock Pelican, without any settings, builds what is in `content/`: the text outlives us."""

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

from generator.content import read_stories
from generator.model import (
    Article,
    Figure,
    FileRevision,
    Heading,
    ItemList,
    Paragraph,
    Quotation,
    Resource,
    Table,
    Text,
)
from tests.content.articles import carry, file_as, make_article, says
from tests.content.renderers import tags_of, text_of
from tests.content.test_filing import NAME, REVISION
from tests.content.test_media import paint

PELICAN = Path(sys.executable).with_name("pelican")

ORDINARY = [
    make_article("Index", section="Opinion", byline=("Opinion",)),
    make_article("Tags", section="News", topics=("Index", "C", "C++", "…", "")),
    make_article("Archives", byline=("All", "Misc", "Jane Roe"), section="Jane Roe"),
    make_article("Trains stop", says("One.")),
    make_article("Trains stop", says("Two.")),
    make_article("Trains stop", says("Three."), published="2023-09-05", byline=("all", "Tags")),
    make_article("A very long headline " * 40, topics=("topic " * 100, "漢字" * 200)),
    make_article("Control \x00\x08\x1b\x7f characters", says("in \x0b text\x0c"), dek="\x01 dek"),
    make_article("No date", published=None, captured=None),
    make_article("No day", published="2023-09", modified=None),
    make_article("No month", published="2023"),
    make_article("09", published="2023"),
    make_article("Far zone", published="2023-09-04T23:59:59+14:00"),
    make_article(
        "<script>alert(1)</script>", says("<script>alert(1)</script>"), dek="<b>{static}x"
    ),
    make_article("{{ SITENAME }} {static}/etc", says("{attach}/etc/passwd [x](|filename|y)")),
    make_article("Title: x\nStatus: draft\nSave_as: ../x.html\n\ntext", section="a\nUrl: /"),
    make_article("☃", byline=("☃",), section="☃", topics=("☃", "☂")),
    make_article("", says("untitled")),
    make_article("Lang", language="de-AT", source="The Example"),
    make_article("No words at all", ()),
    make_article(
        "Everything",
        (
            Heading(2, (Text("Heading #"),)),
            Quotation((ItemList(((Paragraph((Text("x"),)),),)),)),
            Table((((Text("a|b"),), (Text("c"),)),)),
            Figure("a.png", "a 'src={static}/x'", "Caption", "Credit"),
        ),
    ),
]


def test_every_article_has_a_page(tmp_path: Path) -> None:
    root = tmp_path / "archive"
    articles = [_named(article, number) for number, article in enumerate(ORDINARY)]
    picture = Resource(name="a.png", data=paint("PNG"))
    intents = [file_as(article, f"s{number}") for number, article in enumerate(articles)]
    intents[3] = replace(intents[3], aliases=("2023/09/03/s3/", "undated/s3/"))
    carry(root, *intents, FileRevision(name=NAME, revision=REVISION), resources=[picture])
    done = subprocess.run(
        [PELICAN, "content", "-o", "out"],
        cwd=root,
        check=False,
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "ERROR" not in done.stdout + done.stderr
    assert "CRITICAL" not in done.stdout + done.stderr
    stories, problems = read_stories(root)
    assert problems == ()
    assert len(stories) == len(ORDINARY)
    assert sum(bool(story.aliases) for story in stories) == 1
    for story in stories:
        page = (root / "out" / f"{story.name}.html").read_text(encoding="utf-8")
        assert " ".join(story.text.split()) in text_of(page)
        assert "script" not in tags_of(page.partition("<body")[2])
    assert not (tmp_path / "x.html").exists()


def _named(article: Article, number: int) -> Article:
    again = make_article(snapshot=str(number))
    return type(article)(header=article.header, body=article.body, snapshot=again.snapshot)
