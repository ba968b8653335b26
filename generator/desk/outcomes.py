"""Tell how each capture that arrived for a story ended."""

from collections.abc import Iterable, Iterator, Sequence

from generator.desk.captures import Capture, History
from generator.model import Outcome, Story, Verdict


def tell_outcomes(
    arrived: Iterable[Capture], known: Sequence[Capture], history: History, address: str
) -> Iterator[tuple[Capture, Outcome]]:
    """Yield each capture with its outcome.

    A new story has one article, the capture that is shown; a text that wasn't known is a
    revision, in the capture that stands for it; all else is a duplicate.
    """
    before = {capture.wording: capture for capture in reversed(known)}
    texts = {text.wording: text for text in (history.shown, *history.past)}
    for capture in arrived:
        twin = before.get(capture.wording) or texts.get(capture.wording, history.shown)
        verdict: Verdict = "article" if twin is history.shown and not known else "revision"
        if twin.digest != capture.digest or capture.wording in before:
            verdict = "duplicate"
        detail = twin.path if verdict == "duplicate" and twin.path != capture.path else address
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
