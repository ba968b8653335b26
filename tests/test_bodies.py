"""How bodies are scored, and how what is wrong with them is told apart by kinds."""

import pytest

from benchmarks.bodies import average, find_interval
from benchmarks.failures import find_failures, render_failures
from benchmarks.shingles import Score, f1_of, score_body

TRUTH = "\n".join(
    (
        "The board met on Monday evening and voted to close the quay for good.",
        "What next",
        "Nobody had asked for it to be closed, and the clerk was told to find out who had.",
        "Until then boats may land at the west quay, where there is a crane and a kettle.",
    )
)
CARD = "Swans were seen on the lock again, in numbers that the keeper called a meeting."


def test_the_nearer_of_two_truths_counts() -> None:
    assert score_body([f"{CARD}\n{TRUTH}", TRUTH], TRUTH) == Score(1.0, 1.0)
    assert score_body([TRUTH], "") == Score(0.0, 0.0)


@pytest.mark.parametrize(
    ("said", "kinds"),
    [
        (TRUTH, set()),
        ("", {"nothing read"}),
        (f"{TRUTH}\n{CARD}", {"paragraphs below the text taken"}),
        (f"{CARD}\n{TRUTH}", {"paragraphs above the text taken"}),
        (f"{TRUTH}\nMore swans", {"short lines below the text taken"}),
        ("\n".join(TRUTH.splitlines()[:3]), {"paragraphs below the text lost"}),
        ("\n".join(TRUTH.splitlines()[::2]), {"short lines within it lost"} | set()),
    ],
)
def test_the_losses_of_a_page_add_up_to_what_its_score_lacks(said: str, kinds: set[str]) -> None:
    failures = list(find_failures("p", [TRUTH], said))
    assert {failure.kind for failure in failures} >= kinds
    lacking = 1 - f1_of(score_body([TRUTH], said))
    assert sum(failure.loss for failure in failures) == pytest.approx(lacking)
    assert render_failures(failures).endswith(f"{lacking:.2f} |")


def test_a_lead_on_every_page_is_one_in_every_draw() -> None:
    ours, theirs = [Score(1.0, 0.9)] * 30, [Score(0.8, 0.9)] * 30
    low, high = find_interval(ours, theirs)
    assert low == pytest.approx(high) == pytest.approx(average(ours) - average(theirs))
    low, high = find_interval(ours[:15] + theirs[:15], theirs[:15] + ours[:15])
    assert low < 0 < high
