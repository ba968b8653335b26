"""Write what the browser shows of each story, and the addresses of originals, in blocks.

A block begins with bits: of each card its source, which is named once for all blocks of a part, and
its time, which follows the one before by some days. Then come lines of text: first all headlines,
then all pages, so that like comes next to like, and then what isn't told by bits. Most pages follow
from time and headline, and need no more than an empty line.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import chain, islice
from math import isqrt

import numpy as np

from generator.model import Story
from generator.search.bits import pack_bits
from generator.search.varint import encode

FEW = 10_000
"""Above so many stories, a part may have more files as it grows."""

_MOST_CARDS, _LEAST_CARDS = 32, 16
"""How many cards a block has in a part of few stories, and in one of very many."""

ORIGINS = 4000
"""How many addresses of originals a block has; they are asked for one at a time."""

SOURCES = 90
"""How many sources a part names at most."""

_LEAST = 3
"""A source is named that so many stories have."""

_MINUTE_BITS = 11
"""As many as the minutes of a day need."""

_TO_MINUTES = len("2019-03-02T14:11")

DICTIONARY = 2000
"""The most bytes of a part's dictionary: who reads cards loads it as well."""

_DICTIONARY_SHARE = 10
"""A dictionary has one byte for so many stories: that of a few would save less than it takes."""

SLUG, WORDS, DAY = "\0\1\2"
"""What stands in the address of an original for the slug of its headline, for all the words of it,
and for the day as it stands in the address of a page."""

_SLUG_LIMIT = 80

_WORD = re.compile(r" \S+")


def list_sources(stories: Sequence[Story]) -> list[str]:
    """Return the sources that are named once, the most frequent first."""
    counts = Counter(_clean(story.header.source or "") for story in stories)
    common = [source for source, count in counts.items() if source and count >= _LEAST]
    return sorted(common, key=lambda source: (-counts[source], source))[:SOURCES]


def count_cards(documents: int) -> int:
    """Return how many cards a block has in a part of so many stories.

    Fewer are loaded sooner, and files may be more where stories are. From some number of stories on
    they fall with its fourth root, in thousandths and whole numbers as no floats are sure to be.
    """
    root = isqrt(isqrt(documents * 10**12 // FEW))
    return max(_MOST_CARDS * 1000 // max(root, 1000), _LEAST_CARDS)


def make_dictionary(stories: Sequence[Story]) -> bytes:
    """Return what cards of `stories` are likely to repeat: common words of headlines, best last."""
    counts = Counter(chain.from_iterable(_WORD.findall(_clean(s.header.headline)) for s in stories))
    room = min(len(stories) // _DICTIONARY_SHARE, DICTIONARY)
    words: list[str] = []
    # What saves most: a word that is told by where it stood takes about two letters.
    for word in sorted(counts, key=lambda word: (-counts[word] * (len(word) - 1), word)):
        room -= len(word.encode())
        if room < 0:
            break
        words.append(word)
    return "".join(reversed(words)).encode()


def render_cards(stories: Sequence[Story], sources: Sequence[str]) -> Iterator[tuple[bytes, bytes]]:
    """Yield the cards of `stories`, in their order, block by block; numbers stand for `sources`."""
    numbers = {source: number for number, source in enumerate(sources, 1)}
    wide = len(sources).bit_length()
    for block in _cut(stories, count_cards(len(stories))):
        lines = [story.header.headline for story in block]
        lines += [shorten_page(story) for story in block]
        facts = []
        before = ""
        for story in block:
            source, time = _clean(story.header.source or ""), write_time(story)
            number, passed = numbers.get(source, 0), _shorten_time(before, time)
            lines += [source] * (not number) + [time] * (not passed)
            facts += [(number, ~wide), *(passed or [(0, 0)])]
            before = time
        bits = pack_bits(*np.array(facts, np.int64).T)
        yield encode([len(bits)]) + bits, _join_lines(lines)


def render_origins(stories: Sequence[Story]) -> Iterator[bytes]:
    """Yield the addresses of the originals of `stories`, block by block; an empty line is none."""
    for block in _cut(stories, ORIGINS):
        yield _join_lines([_shorten_origin(story) for story in block])


def shorten_page(story: Story) -> str:
    """Return what the address of a story's page has beyond what its time and headline tell.

    It begins with "/" where it is the whole address.
    """
    folder = (write_time(story) or "undated")[:10].replace("-", "/")
    told = f"{folder}/{derive_slug(story.header.headline)}"
    page = story.address.removesuffix("/")
    rest = page.removeprefix(told)
    return rest if page.startswith(told) and not rest.startswith("/") else f"/{page}"


def derive_slug(headline: str) -> str:
    """Return the name that a headline would give its page, of ASCII letters and digits."""
    slug = join_words(re.sub("['’]", "", headline))
    if len(slug) <= _SLUG_LIMIT:
        return slug
    return slug[: max(slug.rfind("-", 0, _SLUG_LIMIT + 1), 0)]


def join_words(headline: str) -> str:
    """Return all words of a headline, of ASCII letters and digits, as a name for a page."""
    return "-".join(re.findall("[a-z0-9]+", headline.lower()))


def write_time(story: Story) -> str:
    """Return when a story was published, in ISO 8601 as precisely as known; "" if it isn't."""
    published = story.header.published
    return published.isoformat() if published else ""


def _shorten_time(before: str, time: str) -> list[tuple[int, int]]:
    """Return how many days a time is after the one before, and one more, and its minute.

    They are numbers with their widths. Of one that is told in full, whose zone is another, say, or
    that is of an earlier day, there are none.
    """
    if min(len(before), len(time)) < _TO_MINUTES or before[_TO_MINUTES:] != time[_TO_MINUTES:]:
        return []
    then, now = (date.fromisoformat(moment[:10]) for moment in (before, time))
    days = (now - then).days
    minute = int(time[11:13]) * 60 + int(time[14:16])
    return [(days + 1, 0), (minute, ~_MINUTE_BITS)] if days >= 0 else []


def _shorten_origin(story: Story) -> str:
    """Return the address of a story's original with signs for what its card tells."""
    address = story.header.url or ""
    for sign in (SLUG, WORDS, DAY):
        address = address.replace(sign, f"%{ord(sign):02X}")
    headline, day = story.header.headline, write_time(story)[:10].replace("-", "/")
    for sign, told in ((SLUG, derive_slug(headline)), (WORDS, join_words(headline)), (DAY, day)):
        if told and not (sign == WORDS and SLUG in address):
            address = address.replace(told, sign, 1)
    return address


def _join_lines(lines: Sequence[str]) -> bytes:
    return "\n".join(map(_clean, lines)).encode()


def _clean(line: str) -> str:
    # No line may have a second one in it; half a surrogate pair has no bytes.
    return line.replace("\n", " ").encode(errors="replace").decode()


def _cut(stories: Sequence[Story], size: int) -> Iterator[Sequence[Story]]:
    left = iter(stories)
    while block := tuple(islice(left, size)):
        yield block
