"""A second reader of the search files, written from docs/search-format.md alone."""

import gzip
import json
import struct
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from math import isqrt
from pathlib import Path
from typing import Any, TypeAlias

Entry: TypeAlias = dict[str, dict[int, int]]
"""How often each document has a term, by field."""

Places: TypeAlias = dict[str, dict[int, list[int]]]
"""Where a term stands in each document, by field."""


def unpack(packed: bytes, dictionary: bytes = b"") -> bytes:
    """Return the content of a file."""
    size = len(dictionary)
    stored = struct.pack("<BHH", 0, size, size ^ 0xFFFF) + dictionary
    return gzip.decompress(bytes.fromhex("1f8b08000000000002ff") + stored + packed)[size:]


class Bytes:
    """Bytes that are read from the front."""

    def __init__(self, content: bytes) -> None:
        self.left = content

    def take(self, count: int) -> bytes:
        taken, self.left = self.left[:count], self.left[count:]
        assert len(taken) == count
        return taken

    def varint(self) -> int:
        byte = self.take(1)[0]
        return byte if byte < 128 else byte - 128 + 128 * self.varint()

    def varints(self, count: int) -> list[int]:
        return [self.varint() for _ in range(count)]


class Bits:
    """Bits that are read from the front."""

    def __init__(self, content: bytes) -> None:
        self.bits = "".join(f"{byte:08b}" for byte in content)
        self.at = 0

    def plain(self, count: int) -> int:
        self.at += count
        assert self.at <= len(self.bits)
        return int(self.bits[self.at - count : self.at] or "0", 2)

    def number(self, width: int) -> int:
        end = self.bits.find("1", self.at)
        zeros = (len(self.bits) if end < 0 else end) - self.at
        if zeros >= 20:
            self.at += 20
            return self.plain(32)
        self.at += zeros + 1
        return (zeros << width) + self.plain(width)

    def pick(self, count: int, total: int) -> list[int]:
        if 2 * count <= total:
            return self.rising(count, total)
        left = self.rising(total - count, total)
        return [number for number in range(total) if number not in left]

    def rounds(self, size: int) -> list[int]:
        counts = [1] * size
        having = list(range(size))
        while having:
            having = [having[at] for at in self.some(len(having))]
            for at in having:
                counts[at] += 1
        return counts

    def some(self, total: int) -> list[int]:
        return self.pick(self.number(max((total - 3) // 4, 1).bit_length() - 1), total)

    def sizes(self, count: int) -> list[int]:
        return [2 ** (bits - 1) + self.plain(bits - 1) for bits in self.rounds(count)]

    def rising(self, count: int, span: int) -> list[int]:
        gap = (span - count) // (count + 1)
        width = max(gap, 1).bit_length() - 1
        numbers: list[int] = []
        for _ in range(count):
            numbers.append((numbers[-1] + 1 if numbers else 0) + self.number(width))
        return numbers

    def spread(self, count: int, start: int, end: int) -> list[int]:
        if not count:
            return []
        if count == 2:
            room = end - start
            rank = self.among(room * (room - 1) // 2)
            greater = (1 + isqrt(1 + 8 * rank)) // 2
            return [start + rank - greater * (greater - 1) // 2, start + greater]
        before = (count - 1) // 2
        middle = start + before + self.among(end - start - count + 1)
        left = self.spread(before, start, middle)
        return [*left, middle, *self.spread(count - 1 - before, middle + 1, end)]

    def among(self, total: int) -> int:
        width = total.bit_length() - 1
        number = self.plain(width)
        short = 2 * 2**width - total
        return number if number < short else 2 * number + self.plain(1) - short

    @property
    def done(self) -> bool:
        rest = self.bits[self.at :]
        return len(rest) < 8 and "1" not in rest


@dataclass(frozen=True)
class Shard:
    """The terms of a shard, and for each field who has them and how often, in their order.

    Pairs have documents by their numbers among those with both words, and how many these are.
    """

    terms: list[str]
    placed: list[bool]
    postings: list[tuple[str, int, dict[int, int]]]
    wholes: list[int]


class Reader:
    """The files that a manifest names."""

    def __init__(self, manifest: Path) -> None:
        self.folder = manifest.parent
        self.manifest: dict[str, Any] = json.loads(manifest.read_text(encoding="utf-8"))
        self.names = [field["name"] for field in self.manifest["fields"]]
        self.parts: list[dict[str, Any]] = self.manifest["parts"]
        self.opened: set[str] = set()
        names = Bytes(self.open(self.manifest["names"]))
        for part in self.parts:
            for kind in ("words", "pairs"):
                part[kind] = _read_terms(names.take(names.varint()))
            stored = names.take(names.varint())
            part["dictionary"] = stored[5:]
            size = len(part["dictionary"])
            assert stored[:5] == struct.pack("<BHH", 0, size, size ^ 0xFFFF)
        assert not names.left

    def open(self, name: str, dictionary: bytes = b"") -> bytes:
        self.opened.add(name)
        return unpack((self.folder / f"{name}.bfs").read_bytes(), dictionary)

    def find_dictionary(self, file: Path) -> bytes:
        """Return what a file may repeat: its part's dictionary, if it has cards or originals."""
        found = [p["dictionary"] for p in self.parts if p["name"] == file.parent.name]
        return found[0] if found and file.name[0] in "co" else b""

    def read_shards(self, part: dict[str, Any], kind: str) -> list[Shard]:
        """Return all shards of a part: of "words" or "pairs"."""
        count = len(part[kind])
        letter = {"words": "w", "pairs": "n"}[kind]
        opened = (self.open(f"{part['name']}/{letter}{number}") for number in range(count))
        whole = part["documents"] if kind == "words" else None
        return [self._read_shard(Bytes(content), whole) for content in opened]

    def _read_shard(self, content: Bytes, documents: int | None) -> Shard:
        sizes = content.varints(2 if documents is None else 3)
        terms, head = _read_terms(content.take(sizes[0])), Bits(content.take(sizes[1]))
        present = [head.some(len(terms)) for _ in self.names]
        unplaced = head.some(len(terms))
        having = [
            (name, row, df)
            for name, rows in zip(self.names, present, strict=True)
            for row, df in zip(rows, head.sizes(len(rows)), strict=True)
        ]
        if documents is None:
            others = [size - 1 for rows in present for size in head.sizes(len(rows))]
            wholes = [df + other for (_, _, df), other in zip(having, others, strict=True)]
            numbers, counts = Bits(content.left), None
        else:
            wholes = [documents] * len(having)
            numbers = Bits(content.take(sizes[2]))
            counts = Bits(content.left)
        assert head.done
        found = [
            (name, row, numbers.pick(df, whole))
            for (name, row, df), whole in zip(having, wholes, strict=True)
        ]
        postings = [
            (
                name,
                row,
                dict(zip(of, counts.rounds(len(of)) if counts else [1] * len(of), strict=True)),
            )
            for name, row, of in found
        ]
        assert numbers.done
        assert not counts or counts.done
        placed = [row not in unplaced for row in range(len(terms))]
        return Shard(terms, placed, postings, wholes)

    def read_terms(self) -> dict[str, Entry]:
        """Return who has each term, over all parts."""
        found: dict[str, Entry] = {}
        for base, part in self._number_parts():
            for shard in self.read_shards(part, "words"):
                for name, row, counts in shard.postings:
                    having = found.setdefault(shard.terms[row], {}).setdefault(name, {})
                    having |= {base + number: count for number, count in counts.items()}
        return found

    def read_pairs(self) -> dict[str, dict[str, list[int]]]:
        """Return the documents of each pair by field, over all parts."""
        terms = self.read_terms()
        found: dict[str, dict[str, list[int]]] = {}
        for base, part in self._number_parts():
            own = range(base, base + part["documents"])
            for shard in self.read_shards(part, "pairs"):
                for (name, row, numbers), whole in zip(shard.postings, shard.wholes, strict=True):
                    pair = shard.terms[row]
                    first, second = (terms[word][name] for word in pair.split(" "))
                    both = [number for number in own if number in first and number in second]
                    assert len(both) == whole
                    having = found.setdefault(pair, {}).setdefault(name, [])
                    having += [both[number] for number in numbers]
        return found

    def read_places(self) -> dict[str, Places]:
        """Return where each term stands that has places, over all parts."""
        found: dict[str, Places] = {}
        for base, part in self._number_parts():
            shards = iter(self.read_shards(part, "words"))
            for number, count in enumerate(part["places"]):
                content = Bytes(self.open(f"{part['name']}/p{number}"))
                sizes = content.varints(count - 1)
                blocks = [*map(content.take, sizes), content.left]
                for block in blocks:
                    self._read_block(next(shards), Bits(block), (base, part), found)
            assert next(shards, None) is None
        return found

    def _read_block(
        self, shard: Shard, bits: Bits, where: tuple[int, dict[str, Any]], found: dict[str, Places]
    ) -> None:
        base, part = where
        lengths = self.read_lengths()
        steps = Bytes(self.open(f"{part['name']}/e")).varints(part["documents"])
        for name, row, counts in shard.postings:
            if not shard.placed[row]:
                continue
            number = self.names.index(name)
            about = 3 * part["lengths"][number] // (2 * part["documents"])
            own = self.manifest["fields"][number]["b"] != 0
            having = found.setdefault(shard.terms[row], {}).setdefault(name, {})
            for document, count in counts.items():
                length = lengths[base + document]
                end = length + steps[document] * (1 + length // 64)
                having[base + document] = (
                    bits.spread(count, 0, end) if own else bits.rising(count, about)
                )
        assert bits.done

    def read_lengths(self) -> list[int]:
        content = Bytes(self.open(self.manifest["lengths"]))
        table = content.varints(content.varint())
        return [table[byte] for byte in content.left]

    def read_cards(self) -> list[tuple[str, str, str | None, str | None]]:
        """Return headline, page, source and time of every story."""
        cards = []
        for part, size, block in self._read_blocks("cards"):
            content = Bytes(block)
            facts = Bits(content.take(content.varint()))
            lines = content.left.decode().split("\n")
            told = iter(lines[2 * size :])
            time = ""
            for headline, page in zip(lines[:size], lines[size : 2 * size], strict=True):
                sign = facts.plain(len(part["sources"]).bit_length())
                named = part["sources"][sign - 1] if sign else next(told)
                days = facts.number(0)
                time = _add_time(time, days - 1, facts.plain(11)) if days else next(told)
                address = _expand_page(page, headline, time)
                cards.append((headline, address, named or None, time or None))
            assert next(told, None) is None
            assert facts.done
        return cards

    def read_origins(self) -> list[str | None]:
        blocks = self._read_blocks("origins")
        lines = [line for _, _, block in blocks for line in block.decode().split("\n")]
        return [
            line.replace("\0", _make_slug(headline))
            .replace("\1", _join_words(headline))
            .replace("\2", (time or "")[:10].replace("-", "/"))
            or None
            for line, (headline, _, _, time) in zip(lines, self.read_cards(), strict=True)
        ]

    def _read_blocks(self, kind: str) -> Iterator[tuple[dict[str, Any], int, bytes]]:
        """Yield blocks, each with its part and with how many stories it is of."""
        for part in self.parts:
            size = part[kind]
            for number in range(-(-part["documents"] // size)):
                count = min(size, part["documents"] - number * size)
                yield (
                    part,
                    count,
                    self.open(f"{part['name']}/{kind[0]}{number}", part["dictionary"]),
                )

    def _number_parts(self) -> Iterator[tuple[int, dict[str, Any]]]:
        base = 0
        for part in self.parts:
            yield base, part
            base += part["documents"]


def _read_terms(content: bytes) -> list[str]:
    terms: list[str] = []
    for character in content.decode():
        if character < " ":
            terms.append(terms[-1][: ord(character)] if terms else "")
        else:
            terms[-1] += character
    return terms


def _expand_page(line: str, headline: str, time: str) -> str:
    if line.startswith("/"):
        return f"{line[1:]}/"
    return f"{time[:10].replace('-', '/') or 'undated'}/{_make_slug(headline)}{line}/"


def _add_time(time: str, days: int, minute: int) -> str:
    day = date.fromisoformat(time[:10]) + timedelta(days)
    return f"{day}T{minute // 60:02}:{minute % 60:02}{time[16:]}"


def _join_words(headline: str) -> str:
    ascii_ = "abcdefghijklmnopqrstuvwxyz0123456789"
    return "-".join("".join(c if c in ascii_ else " " for c in headline.lower()).split())


def _make_slug(headline: str) -> str:
    slug = _join_words(headline.replace("'", "").replace("’", ""))
    return slug[:81].rpartition("-")[0] if len(slug) > 80 else slug
