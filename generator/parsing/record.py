"""An article as the JSON object that `backfile parse --json` prints, but for its Markdown.

Absent fields are `None`, lists are lists. A picture that is written into the page itself is told
by its type alone (`data:image/png`), since its bytes are of no use to a reader of the record.
"""

from generator.blocks import find_figures, plain_text
from generator.model import Article, Figure, PartialDate


def render_record(article: Article) -> dict[str, object]:
    """Return what an article says, as types of JSON; times are ISO 8601, as precise as known."""
    header = article.header
    return {
        "headline": header.headline,
        "dek": header.dek,
        "kicker": header.kicker,
        "byline": list(header.byline),
        "credits": list(header.credits),
        "agency": header.agency,
        "dateline": header.dateline,
        "section": header.section,
        "topics": list(header.topics),
        "published": _render(header.published),
        "published_precision": header.published.precision.value if header.published else None,
        "modified": _render(header.modified),
        "modified_precision": header.modified.precision.value if header.modified else None,
        "captured": _render(header.captured),
        "language": header.language,
        "source": header.source,
        "url": header.url,
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


def _render(date: PartialDate | None) -> str | None:
    return date.isoformat() if date else None


def _render_figure(figure: Figure) -> dict[str, str | None]:
    src = figure.src
    if src and src.startswith("data:"):
        src = src.partition(";")[0].partition(",")[0]
    return {"src": src, "caption": figure.caption, "credit": figure.credit}
