"""File what was parsed in batches, so that memory holds no more than one of them.

The tree is the same however the captures come in portions; only memory knows of the batches.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from functools import partial

from generator import content, desk
from generator.config import Archive
from generator.ledger import ledger_file
from generator.model import Decision, Figure, Story
from generator.parsing import Guides
from generator.rules import name_reading
from generator.workers import Parsed

ARTICLE_WEIGHT = 20_000
BATCH_WEIGHT = 200_000_000
"""Characters held in memory before they are filed: 10,000 articles, or a few hundred pictures."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Filing:
    """Where to file, by whom pages were read, and what is known of the stories there.

    `given_out` are the addresses under which readers may know them; `homes` leads from the digests
    of the snapshots whose new reading takes the place of the old to their stories.
    """

    archive: Archive
    guides: Guides
    given_out: AbstractSet[str]
    homes: Mapping[str, str]


def file_in_batches(
    filing: Filing, parsed: Iterable[Parsed], stories: Sequence[Story]
) -> Iterator[Decision]:
    """File what was parsed, a batch at a time, and yield what was decided.

    New readings of one story stay together where they come together: of those that said the same,
    the story remembers no text to tell them apart by.
    """
    batch: list[Parsed] = []
    weight = 0
    last: str | None = None
    for each in parsed:
        home = filing.homes.get(each.articles[0].snapshot.digest)
        if weight > BATCH_WEIGHT and (home is None or home != last):
            yield _file(filing, batch, stories)
            stories, _ = content.read_stories(filing.archive.root)
            batch, weight = [], 0
        batch.append(each)
        weight += _weigh(each)
        last = home
    # An empty batch as well: a crash may have left a story in two files, which the desk ends.
    yield _file(filing, batch, stories)


def find_given_out(archive: Archive, stories: Sequence[Story]) -> frozenset[str]:
    """Return the addresses under which readers may know these stories: the pages of the site.

    Where no command has been at work yet, as in a clone, the site may be anywhere: they are all.
    """
    site = archive.output
    unsure = not ledger_file(archive.state).exists() and not (site / "index.html").exists()
    found = (story.address for story in stories)
    return frozenset(each for each in found if unsure or (site / each / "index.html").is_file())


def _weigh(parsed: Parsed) -> int:
    """Return about how many characters are held: pictures within a page are most of it."""
    blocks = (block for article in parsed.articles for block in article.body)
    pictures = [len(block.src or "") for block in blocks if isinstance(block, Figure)]
    pictures += [len(each.data or b"") for each in parsed.resources]
    return ARTICLE_WEIGHT * len(parsed.articles) + sum(pictures)


def _file(filing: Filing, parsed: Sequence[Parsed], stories: Sequence[Story]) -> Decision:
    read = [(article, each.resources) for each in parsed for article in each.articles]
    # Of several readings of the same bytes, that which the desk takes comes last.
    read.sort(key=lambda pair: pair[0].standing)
    resources = {article.snapshot.digest: came for article, came in read}
    articles = [article for each in parsed for article in each.articles]
    decision = desk.decide(articles, stories, filing.given_out, filing.homes.keys())
    filed = content.carry_out(
        decision.intents,
        filing.archive.root,
        resources,
        parser=partial(name_reading, filing.guides),
    )
    return replace(decision, notes=(*decision.notes, *filed.notes))
