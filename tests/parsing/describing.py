"""Articles told so that a person can read them beside their pages."""

from collections.abc import Iterable, Iterator

from generator.model import (
    Article,
    Block,
    Emphasis,
    Figure,
    Heading,
    Inline,
    ItemList,
    Link,
    Preformatted,
    Quotation,
    Strong,
    Table,
    Text,
)
from generator.parsing import render_record


def describe(article: Article) -> dict[str, object]:
    """Return what an article says, without what is empty, and its body as lines."""
    record = render_record(article)
    for name in ("body_text", "snapshot", "published_precision", "modified_precision"):
        del record[name]
    if record["evidence"].get("captured") == "file time":
        del record["captured"], record["evidence"]["captured"]
    record["body"] = list(outline(article.body))
    return {name: value for name, value in record.items() if value}


def outline(blocks: Iterable[Block]) -> Iterator[str]:
    """Yield a line for each block, marked as in Markdown."""
    for block in blocks:
        match block:
            case Heading():
                yield f"{'#' * block.level} {inline(block.inlines)}"
            case Figure():
                yield f"![{block.caption or ''}]({(block.src or '')[:40]})"
            case Quotation():
                yield from (f"> {line}" for line in outline(block.blocks))
            case ItemList():
                for number, item in enumerate(block.items, start=1):
                    mark = f"{number}." if block.ordered else "-"
                    first, *rest = outline(item)
                    yield f"{mark} {first}"
                    yield from (f"  {line}" for line in rest)
            case Table():
                yield from (" | ".join(map(inline, row)) for row in block.rows)
            case Preformatted():
                yield from (f"    {line}" for line in block.text.split("\n"))
            case _:
                yield inline(block.inlines)


def inline(inlines: Iterable[Inline]) -> str:
    """Return inlines, marked as in Markdown."""
    return "".join(map(_mark, inlines))


def _mark(piece: Inline) -> str:
    match piece:
        case Text():
            return piece.text
        case Emphasis():
            return f"_{inline(piece.inlines)}_"
        case Strong():
            return f"*{inline(piece.inlines)}*"
        case Link():
            return f"[{inline(piece.inlines)}]({piece.url})"
