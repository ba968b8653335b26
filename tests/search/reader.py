"""A second reader of the search files, written from docs/search-format.md alone."""

import gzip
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, TypeAlias

Places: TypeAlias = dict[int, list[int]]
"""The places of a word in a field, by document."""


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

    def rising(self, count: int) -> list[int]:
        numbers: list[int] = []
        for _ in range(count):
            numbers.append((numbers[-1] + 1 if numbers else 0) + self.varint())
        return numbers


class Reader:
    """The files that a manifest names."""

    def __init__(self, manifest: Path) -> None:
        self.folder = manifest.parent
        self.manifest: dict[str, Any] = json.loads(manifest.read_text(encoding="utf-8"))
        self.names = [field["name"] for field in self.manifest["fields"]]

    def open(self, name: str) -> Bytes:
        return Bytes(gzip.decompress((self.folder / f"{name}.bfs").read_bytes()))

    def read_words(self) -> Iterator[tuple[str, dict[str, Places]]]:
        """Yield all words, and for each of its fields where it stands."""
        for words, places in zip(self.manifest["words"], self.manifest["places"], strict=True):
            yield from self._read_shard(self.open(words), self.open(places))

    def _read_shard(self, words: Bytes, places: Bytes) -> Iterator[tuple[str, dict[str, Places]]]:
        word = b""
        while words.left:
            word = word[: words.varint()] + words.take(words.varint())
            postings = Bytes(words.take(words.varint()))
            yield word.decode(), self._read_entry(postings, Bytes(places.take(places.varint())))
        assert not places.left

    def _read_entry(self, postings: Bytes, places: Bytes) -> dict[str, Places]:
        entry = {}
        present = postings.varint()
        for number, name in enumerate(self.names):
            if present >> number & 1:
                having = postings.varint()
                documents = postings.rising(having)
                counts = [postings.varint() + 1 for _ in documents]
                found = [places.rising(count) for count in counts]
                entry[name] = dict(zip(documents, found, strict=True))
        assert not postings.left
        assert not places.left
        return entry

    def read_lengths(self, name: str) -> list[int]:
        content = self.open(self.manifest["fields"][self.names.index(name)]["lengths"])
        table = [content.varint() for _ in range(content.varint())]
        return [table[byte] for byte in content.left]

    def read_cards(self) -> list[list[str | None]]:
        cards = self.manifest["cards"]
        blocks = [json.loads(self.open(name).left) for name in cards["files"]]
        assert all(len(block) == cards["size"] for block in blocks[:-1])
        return [card for block in blocks for card in block]
