"""What is inverted is what stands in the stories, however the work is cut and shared."""

import os
import signal
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.errors import BackfileError
from generator.forks import run_tasks
from generator.model import Story
from generator.search import parts
from generator.search.characters import find_tokens, is_continua
from generator.search.inversion import read_runs, write_runs
from generator.search.language import get_words_of
from generator.search.lengths import settle_lengths
from generator.search.parts import cut_runs
from generator.search.postings import FieldPostings, Inverted
from generator.search.schema import EVERYDAY_FIELDS, FIELD_NAMES, SEARCH_FIELDS
from generator.search.tokens import read_text
from tests.search.corpus import make_corpus
from tests.search.test_hits import make_story

TEXTS = st.one_of(
    st.text(max_size=40),
    st.lists(
        st.sampled_from(
            "the ferry Ferries résumé resume RÉSUMÉ wind-up wind up U.S. O'Hara’s AT&T 3.5 1,250 "
            "漁港の船 é 🚢 Straße naïve x-x-x".split()
        )
    ).map(" ".join),
)
LANGUAGES = st.sampled_from([None, "en", "de", "fr", "ja", "en-GB", "tlh"])


@st.composite
def stories(draw: st.DrawFn) -> list[Story]:
    made = []
    for number in range(draw(st.integers(0, 6))):
        headline, text, source, topic = (draw(TEXTS) for _ in range(4))
        story = make_story(
            str(number), headline, text, source=source, topics=(topic, headline),
            dek=draw(st.none() | TEXTS), language=draw(LANGUAGES),
        )  # fmt: skip
        made.append(story)
    return made


Postings = dict[str, dict[int, tuple[int, list[int]]]]
"""For each term, how often documents have it, and where."""


def invert(stories: Sequence[Story], language: str, jobs: int = 1) -> Inverted:
    """Return the words of `stories`, which become the documents from 0 on."""
    part = tuple(stories)
    runs = cut_runs(part, language)
    texts = [(run.key, [read_text(story) for story in part[run.stories]]) for run in runs]
    with TemporaryDirectory() as folder:
        write_runs(texts, Path(folder), language, jobs if jobs > 1 else 0)
        return read_runs([run.key for run in runs], Path(folder))


def read_plainly(stories: Sequence[Story], name: str) -> tuple[Postings, list[int]]:
    """Return the postings of a field, and how long it is in each story, in the plainest way."""
    [field] = [one for one in SEARCH_FIELDS if one.name == name]
    counts: dict[str, dict[int, int]] = defaultdict(lambda: defaultdict(int))
    places: dict[str, dict[int, list[int]]] = defaultdict(lambda: defaultdict(list))
    lengths = []
    for number, story in enumerate(stories):
        words = get_words_of(story.header.language or "en")
        place = length = 0
        for text in filter(None, field.read(story)):
            for token in find_tokens(text):
                terms, width, extra = words.analyse(token)
                for term, offset in terms:
                    counts[term][number] += 1
                    places[term][number].append(place + offset)
                for term in extra:
                    counts[term][number] += 1
                place += width
                length += width
            place += 1
        lengths.append(length)
    found = {
        term: {number: (count, places[term][number]) for number, count in having.items()}
        for term, having in counts.items()
    }
    return found, lengths


def read_postings(postings: FieldPostings) -> Postings:
    documents, counts, places = (
        getattr(postings, name).tolist() for name in ("documents", "counts", "places")
    )
    starts, place_starts = postings.starts.tolist(), postings.place_starts.tolist()
    return {
        term: {
            documents[at]: (counts[at], places[place_starts[at] : place_starts[at + 1]])
            for at in range(start, end)
        }
        for term, start, end in zip(postings.terms, starts, starts[1:], strict=False)
    }


def count_forms_plainly(stories: Sequence[Story]) -> dict[str, int]:
    having: dict[str, set[int]] = defaultdict(set)
    for number, story in enumerate(stories):
        for field in SEARCH_FIELDS:
            for text in filter(None, field.read(story) if field.everyday else ()):
                for token in find_tokens(text):
                    if not is_continua(token):
                        having[get_words_of("en").form(token)].add(number)
    return {form: len(numbers) for form, numbers in having.items() if form}


def check(inverted: Inverted, stories: Sequence[Story]) -> None:
    assert inverted.documents == len(stories)
    assert tuple(inverted.fields) == FIELD_NAMES
    for name, postings in inverted.fields.items():
        found, lengths = read_plainly(stories, name)
        assert read_postings(postings) == found
        assert list(postings.terms) == sorted(found, key=str.encode)
        assert len(postings.starts) == len(found) + 1
        assert len(postings.documents) + 1 == len(postings.place_starts)
        for term in found:
            assert list(found[term]) == sorted(found[term])
        settled = settle_lengths(np.array(lengths, np.int64))
        assert postings.lengths.tolist() == settled.tolist()
    forms = dict(zip(inverted.forms, inverted.form_counts.tolist(), strict=True))
    assert forms == count_forms_plainly(stories)
    assert list(inverted.forms) == sorted(forms, key=str.encode)


@settings(deadline=None)
@given(stories())
def test_every_word_is_found_where_it_stands(made: list[Story]) -> None:
    check(invert(made, "en"), made)


@settings(deadline=None, max_examples=25)
@given(stories(), st.integers(1, 60))
def test_however_stories_are_cut_into_runs_it_is_the_same(made: list[Story], limit: int) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(parts, "RUN_LIMIT", limit)
        check(invert(made, "en"), made)


def test_it_is_the_same_with_several_workers(monkeypatch: pytest.MonkeyPatch) -> None:
    made = make_corpus(60)
    monkeypatch.setattr(parts, "RUN_LIMIT", 4000)
    check(invert(made, "en", jobs=3), made)


def test_fields_are_those_of_the_schema() -> None:
    assert set(EVERYDAY_FIELDS) == {"headline", "body", "topic", "byline"}
    assert tuple(invert([], "en").fields) == FIELD_NAMES


def test_lengths_are_coarse_and_never_fall() -> None:
    lengths = np.arange(200_000, dtype=np.int64)
    settled = settle_lengths(lengths)
    assert settled[:7].tolist() == list(range(7))
    assert (np.diff(settled.astype(np.int64)) >= 0).all()
    for octave in range(3, 17):
        assert len(set(settled[2**octave : 2 ** (octave + 1)].tolist())) <= 4
    known = settled.astype(np.int64)
    assert (np.abs(known[7:106_000] - lengths[7:106_000]) <= lengths[7:106_000] * 0.25).all()


def test_a_task_that_fails_in_a_worker_fails_here() -> None:
    def divide(number: int) -> float:
        return 1 / (number - 2)

    with pytest.raises(ZeroDivisionError):
        list(run_tasks(divide, range(5), 2))
    for workers in range(4):
        assert list(run_tasks(divide, [3, 4, 7, 12, 22], workers)) == [1, 0.5, 0.2, 0.1, 0.05]


def test_a_worker_that_dies_is_missed() -> None:
    with pytest.raises(BackfileError, match="ended too soon"):
        list(run_tasks(lambda number: os.kill(os.getpid(), signal.SIGKILL), range(3), 2))
