"""The parsers of `fundus`, written by hand for some 180 publishers, as a witness.

`fundus` (MIT, https://github.com/flairNLP/fundus) is an extra: `pip install backfile[publishers]`.
Its parsers know a publisher's markup at a time. They may be out of date, or meet a page that is
none of theirs, so what they say is heard only where the page has the same words.
"""

import signal
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import date, datetime
from functools import cache
from typing import Any

from generator.parsing.document import Claim, Document, clean
from generator.parsing.hosts.testimony import Listed, Testimony
from generator.text import fold
from generator.urls import host_of, hosts_of

PAGE_LIMIT = 4_000_000
"""The most characters of a page that `fundus` is asked about."""

TIME_LIMIT = 5.0
"""The seconds that it may take: its expressions were not written for hostile pages."""

_SHARE = 0.9
"""How much of the text that it tells must stand on the page."""


def ask_fundus(document: Document, text: str, captured: date | None) -> Testimony:
    """Return what `fundus` says of a page and the page bears out; nothing where it fails."""
    publisher = _find_publisher(document.url)
    if publisher is None or len(text) > PAGE_LIMIT:
        return Testimony()
    try:
        with _time_limit(TIME_LIMIT):
            # Asked for by day, since it has a parser for each time that a publisher's pages looked
            # otherwise.
            said = publisher.parser(captured).parse(text, error_handling="suppress")
            return _weigh(said, document, f"fundus ({publisher.name})")
    except Exception:  # noqa: BLE001 - a witness that fails is one that says nothing
        return Testimony()


@cache
def _publishers() -> Mapping[str, Any]:
    """Return the publishers that `fundus` knows by host, none where it isn't installed."""
    try:
        from fundus import PublisherCollection  # noqa: PLC0415 - an extra, and slow to import
    except Exception:  # noqa: BLE001 - its dependencies may be of other versions than it needs
        return {}
    known: dict[str, Any] = {}
    for publisher in PublisherCollection:
        for domain in (publisher.domain, *publisher.deprecated_domains):
            known.setdefault(host_of(domain if "//" in domain else f"//{domain}"), publisher)
    return known


def _find_publisher(url: str | None) -> Any:
    known = _publishers()
    return next((known[host] for host in hosts_of(url) if host in known), None)


def _weigh(said: Mapping[str, Any], document: Document, witness: str) -> Testimony:
    """Return of what was `said` that which stands on the page."""
    # Together with the head, since names and topics may be said there only.
    page = fold(" ".join([document.root.text_content(), *_told(document)]))
    body = said.get("body")
    paragraphs = tuple(_paragraphs_of(body))
    return Testimony(
        headline=_line(said.get("title"), page, witness),
        dek=_line(" ".join(body.summary) if body else None, page, witness),
        byline=_list(said.get("authors"), page, witness),
        topics=_list(said.get("topics"), page, witness),
        published=_date(said.get("publishing_date"), witness),
        paragraphs=paragraphs if _stands_in(paragraphs, page) else (),
        told_by=witness,
    )


def _told(document: Document) -> Iterator[str]:
    for values in document.meta.values():
        yield from values
    waiting: list[Any] = [document.article]
    while waiting:
        thing = waiting.pop()
        if isinstance(thing, str):
            yield clean(thing)
        elif isinstance(thing, (list, dict)):
            waiting += thing.values() if isinstance(thing, dict) else thing


def _line(said: object, page: str, witness: str) -> Claim | None:
    line = clean(said)
    return Claim(line, witness) if line and fold(line) in page else None


def _list(said: object, page: str, witness: str) -> Listed | None:
    values = [clean(one) for one in said] if isinstance(said, list) else []
    found = tuple(value for value in values if value)
    return Listed(found, witness) if found and all(fold(v) in page for v in found) else None


def _date(said: object, witness: str) -> Claim | None:
    """Return a time with its zone; without one, the page itself may say more."""
    if not isinstance(said, datetime) or said.tzinfo is None:
        return None
    return Claim(said.isoformat(), witness)


def _paragraphs_of(body: Any) -> Iterator[str]:
    for section in body.sections if body else ():
        yield from map(clean, (*section.headline, *section.paragraphs))


def _stands_in(paragraphs: tuple[str, ...], page: str) -> bool:
    whole = sum(map(len, paragraphs))
    found = sum(len(paragraph) for paragraph in paragraphs if fold(paragraph) in page)
    return whole > 0 and found >= _SHARE * whole


@contextmanager
def _time_limit(seconds: float) -> Iterator[None]:
    """Raise TimeoutError within the block after some time, where the system can."""
    if (
        # Windows has no such timer, and a signal reaches none but the main thread.
        not hasattr(signal, "setitimer")
        or threading.current_thread() is not threading.main_thread()
    ):
        yield
        return

    def give_up(_signal: int, _frame: object) -> None:
        raise TimeoutError

    before = signal.signal(signal.SIGALRM, give_up)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
