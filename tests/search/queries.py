"""Queries of every kind, made from a corpus's own words: the same every time."""

import random
import re
from collections.abc import Callable, Sequence

from generator.model import Story

BROKEN = (
    "(harbour", "harbour)", '"night', "harbour AND", "OR harbour", "NOT", "source:nothing:x",
    "a:b", "date:2019-13", "date:soon", "()", "source:()", "a OR OR b", "AND AND", "((((",
    "& % $", "🚢 ferry", "[a TO b]", "harbour^2", "h*rb", "*", "~2", "\ud800 harbour",
    "a\u0000harbour", "- - -", "+", "", "   ", '""', "date:[2019]", "مرحبا", "headline:", "^",
    "\\", "/a b/", "{a}", "a && b", "a || b", "!a",
)  # fmt: skip
SCRIPTS = (
    "café", "cafe", "CAFE\u0301", "naïve", "façade", "Ångström", "straße", "STRASSE", "übersee",
    "İzmir", "οδος", "ΠΛΟΊΟ", "море", "РЫБАК", "漁港", "漁", "漁船", "ﬁnance", "ｈａｒｂｏｕｒ",
    "fête", "Île", "Chloé",
)  # fmt: skip
FIELDS = ("headline", "body", "source", "section", "topic", "byline")


class _Words:
    """The words of some stories, to take at random: the common ones most often."""

    def __init__(self, stories: Sequence[Story], chance: random.Random) -> None:
        self.chance = chance
        self.runs = [run for story in stories if (run := re.findall(r"[\w'’-]+", story.text))]
        self.values = {
            "source": sorted({story.header.source for story in stories if story.header.source}),
            "section": sorted({story.header.section for story in stories if story.header.section}),
            "topic": sorted({topic for story in stories for topic in story.header.topics}),
            "byline": sorted({name for story in stories for name in story.header.byline}),
        }
        days = {
            str(story.header.published.isoformat())[:10]
            for story in stories
            if story.header.published
        }
        self.days = sorted(days)

    def one(self) -> str:
        return self.chance.choice(self.chance.choice(self.runs))

    def some(self, least: int, most: int) -> list[str]:
        return [self.one() for _ in range(self.chance.randint(least, most))]

    def run(self, least: int, most: int, step: int = 1) -> str:
        run = self.chance.choice(self.runs)
        start = self.chance.randrange(len(run))
        return " ".join(run[start : start + self.chance.randint(least, most) * step : step])

    def day(self) -> str:
        return self.chance.choice(self.days)[: self.chance.choice((4, 7, 7, 10))]

    def field(self) -> str:
        name = self.chance.choice(FIELDS)
        value = self.chance.choice(self.values[name]) if self.values.get(name) else self.one()
        some = value if self.chance.random() < 0.3 else self.chance.choice(value.split())
        return f'{name}:"{some}"' if " " in some or self.chance.random() < 0.2 else f"{name}:{some}"

    def leaf(self) -> str:
        kinds = (self.one, self.one, self.field, lambda: f'"{self.run(2, 3)}"')
        return self.chance.choice(kinds)()

    def group(self, depth: int) -> str:
        if not depth or self.chance.random() < 0.3:
            return self.leaf()
        parts = [self.group(depth - 1) for _ in range(self.chance.randint(2, 3))]
        signs = ("", "", "", "-", "+", "NOT ")
        signed = [self.chance.choice(signs) + part for part in parts]
        joined = self.chance.choice((" AND ", " OR ", " ", " AND NOT ")).join(signed)
        return f"({re.sub('NOT NOT', 'NOT', joined)})"

    def wild(self) -> str:
        word = self.one()
        if self.chance.random() < 0.5:
            return f"{word[: self.chance.randint(2, 6)]}*"
        place = self.chance.randrange(len(word))
        return f"{word[:place]}x{word[place + 1 :]}~{self.chance.choice(('', '1', '2'))}"

    def dates(self) -> str:
        ends = sorted((self.day(), self.day()))
        range_ = (
            f"date:[{self.chance.choice([ends[0], '*'])} TO {self.chance.choice([ends[1], '*'])}]"
        )
        return self.chance.choice((range_, range_, f"date:{ends[0]}", f"-date:{ends[0]}"))


def make_queries(stories: Sequence[Story], count: int) -> dict[str, list[str]]:
    """Return about `count` queries on `stories`, by twelve kinds."""
    words = _Words(stories, random.Random(1963))
    chance = words.chance
    kinds: dict[str, Callable[[], str]] = {
        "one word": words.one,
        "several words": lambda: " ".join(words.some(2, 6)),
        "repeated words": lambda: " ".join(words.some(1, 3) * 2),
        "phrases": lambda: " ".join([f'"{words.run(2, 4)}"', *words.some(0, 1)]),
        "phrases with slop": lambda: f'"{words.run(2, 3, 2)}"~{chance.randint(1, 4)}',
        "fields": lambda: " ".join([words.field(), *words.some(0, 2)]),
        "groups": lambda: words.group(1),
        "nested groups": lambda: words.group(3),
        "nothing but NOT": lambda: f"{chance.choice(('-', 'NOT '))}{words.leaf()}",
        "many words in one": lambda: " ".join([words.wild(), *words.some(0, 2)]),
        "dates": lambda: " ".join([words.dates(), *words.some(0, 2)]),
        "broken or of other scripts": lambda: _spoil(words),
    }
    each = -(-count // len(kinds))
    return {kind: [make() for _ in range(each)] for kind, make in kinds.items()}


def _spoil(words: _Words) -> str:
    odd = words.chance.choice((BROKEN, SCRIPTS))
    return " ".join([words.chance.choice(odd), *words.some(0, 2)])
