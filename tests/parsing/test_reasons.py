"""What can't be parsed is set aside with a reason for its owner, whatever went wrong."""

import pytest

from generator import parsing
from generator.model import Quarantine, Snapshot


def reason_of(text: str, kind: str) -> str:
    said = parsing.parse_snapshot(
        Snapshot(path="a: b/c.txt", digest="0" * 64, kind=kind, text=text)
    )
    assert isinstance(said, Quarantine)
    assert (said.path, said.digest) == ("a: b/c.txt", "0" * 64)
    return said.reason


@pytest.mark.parametrize("kind", ["text", "html"])
def test_a_reason_does_not_repeat_the_path(kind: str) -> None:
    reason = reason_of("<title>A headline and no more</title>", kind)
    assert reason.startswith("no article text")
    assert "c.txt" not in reason


def test_a_fault_of_our_own_is_told_as_one(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_snapshot: Snapshot, _guides: object) -> None:
        raise KeyError("x" * 1000)

    monkeypatch.setattr(parsing, "parse_page", fail)
    reason = reason_of("<p>x</p>", "html")
    assert reason.startswith("a fault in Backfile keeps it from being read: please report it (Key")
    assert len(reason) < 300
