"""Tell how each capture that arrived for a story ended."""

from collections.abc import Iterable, Iterator, Sequence

from generator.desk.captures import Capture, History
from generator.model import Outcome, Story, Verdict


def tell_outcomes(
    arrived: Iterable[Capture], known: Sequence[Capture], history: History, address: str
) -> Iterator[tuple[Capture, Outcome]]:
    """Yield each capture with its outcome.

    A new story has one article, the capture that is shown; a text that wasn't known is a
    revision, in the capture that stands for it; all else is a duplicate, and so is another
    reading of a snapshot that was filed before.
    """
    filed = {capture.digest for capture in known}
    filed |= {again.digest for capture in known for again in capture.recaptures}
    # Backwards, so that the first of two that say the same is the one that is named.
    before = {capture.wording: capture for capture in reversed(known)}
    texts = {text.wording: text for text in (history.shown, *history.past)}
    for capture in arrived:
        # Only what a file that a person has edited stands for has no text of its own here.
        twin = texts.get(capture.wording, history.shown)
        new = capture.digest not in filed and capture.wording not in before
        verdict: Verdict = "duplicate"
        if new and twin.digest == capture.digest:
            verdict = "revision" if known or twin is not history.shown else "article"
        first = before.get(capture.wording, twin)
        detail = first.path if verdict == "duplicate" and first.path != capture.path else address
        yield capture, Outcome(path=capture.path, verdict=verdict, detail=detail)


def note_edits(told: Iterable[tuple[Capture, Outcome]], history: History) -> Iterator[str]:
    """Yield what a person should know whose edited file keeps its place from new revisions."""
    origin = history.shown.origin
    if isinstance(origin, Story) and origin.edited:
        for capture, outcome in told:
            if outcome.verdict == "revision":
                yield (
                    f"{origin.path}: edited by hand, so it stays as it is; the new text of"
                    f" {capture.path} joins its history"
                )
