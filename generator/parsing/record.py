"""An article as the JSON object that `backfile parse --json` prints, but for its Markdown.

Absent fields are `None`, lists are lists. A picture that is written into the page itself is told
by its type alone (`data:image/png`), since its bytes are of no use to a reader of the record.
"""

from generator.blocks import find_figures, plain_text
from generator.model import Article, Figure
from generator.records import describe_header


def render_record(article: Article) -> dict[str, object]:
    """Return what an article says, as types of JSON; times are ISO 8601, as precise as known."""
    return {
        **describe_header(article.header),
        "body_text": plain_text(article.body, figures=False),
        "figures": [_render_figure(figure) for figure in find_figures(article.body)],
        "related": [{"headline": card.headline, "url": card.url} for card in article.related],
        "evidence": {said.field: said.witness for said in article.evidence},
        "snapshot": {
            "path": article.snapshot.path,
            "digest": article.snapshot.digest,
            "kind": article.snapshot.kind,
            "member": article.snapshot.member,
        },
    }


def _render_figure(figure: Figure) -> dict[str, str | None]:
    src = figure.src
    if src and src.startswith("data:"):
        src = src.partition(";")[0].partition(",")[0]
    return {"src": src, "caption": figure.caption, "credit": figure.credit}
