"""Read the synthetic news kept outside the repository as stories."""

import gzip
import json
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from generator.model import Header, PartialDate, Precision, Story


def read_news(shared: Path) -> Iterator[Story]:
    """Yield the stories of `news-10k.jsonl.gz`, in the file's order."""
    with gzip.open(shared / "search" / "news-10k.jsonl.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            said = json.loads(line)
            day = datetime.fromisoformat(said["date"])
            header = Header(
                headline=said["title"],
                byline=(said["author"],),
                section=said["section"],
                published=PartialDate(moment=day, precision=Precision.DAY),
                source=said["source"],
            )
            yield Story(
                path=f"{said['slug']}.md",
                slug=said["slug"],
                address=f"{day:%Y/%m/%d}/{said['slug']}/",
                header=header,
                html="",
                text=said["body"],
                snapshot=None,
            )
