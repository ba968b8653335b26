"""Posts of weblogs in the themes that most of them had: their text is read, and nothing else is."""

from pathlib import Path

import pytest

from generator.blocks import plain_text
from generator.model import Quarantine
from generator.parsing import parse_snapshot
from tests.parsing.pages import snapshot
from tests.parsing.posts import THEMES, get_post, render


@pytest.mark.parametrize("length", ["long", "short"])
@pytest.mark.parametrize("path", THEMES, ids=lambda path: path.stem)
def test_a_post_is_read_without_what_its_theme_puts_round_it(path: Path, length: str) -> None:
    theme = path.read_text(encoding="utf-8")
    post = get_post(theme)
    text = post.long if length == "long" else post.short
    said = parse_snapshot(snapshot(render(theme, post, text)))
    assert not isinstance(said, Quarantine), said.reason
    (article,) = said
    assert article.header.headline == post.title
    assert [line for line in plain_text(article.body, figures=False).splitlines() if line] == list(
        text
    )
