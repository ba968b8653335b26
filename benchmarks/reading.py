"""Search in Chromium as a reader does, and say what each answer took."""

import re
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from playwright.sync_api import Browser, Page

from benchmarks.hosting import Answer, Host

TITLES = "#search-results h2"
ROUND = 150
"""Milliseconds that each answer takes longer, so that what waits for it is told apart."""

MANIFEST = re.compile(r"\bmanifest\.|pagefind-entry")
"""What is in the name of a manifest, which the first round is for where the page has it not."""

QUIET = 0.6
"""Seconds without a request after which a page has all that it wants."""

WATCH = """([titles, round]) => {
    const now = () => performance.timeOrigin + performance.now();
    globalThis.seen = { titles: [], asked: [] };
    new MutationObserver(() => {
        const count = document.querySelectorAll(titles).length;
        while (seen.titles.length < count) seen.titles.push(now());
    }).observe(document, { childList: true, subtree: true });
    if (!round) return;
    // Without a worker every request passes here.
    delete globalThis.Worker;
    const fetched = globalThis.fetch.bind(globalThis);
    globalThis.fetch = async (...wanted) => {
        seen.asked.push(now());
        const pause = new Promise((done) => setTimeout(done, round));
        const [answer] = await Promise.all([fetched(...wanted), pause]);
        return answer;
    };
}"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """What one query took: `answers` until ten titles stood there, and `later` ones.

    `first` is how many requests it took to the first title; `rounds` how often one waited for
    another, the page and its manifest left out; `seconds` are those to the first title; `script`
    the milliseconds of script until all was quiet.
    """

    answers: tuple[Answer, ...]
    first: int
    rounds: int
    seconds: float
    later: tuple[Answer, ...]
    titles: int
    script: float = 0.0

    @property
    def bytes(self) -> int:
        """The bytes of all answers until ten titles stood there."""
        return sum(answer.bytes for answer in self.answers)

    @property
    def requests(self) -> int:
        """How many answers there were until then."""
        return len(self.answers)


@contextmanager
def reader(browser: Browser, *, rounds: bool) -> Iterator[Page]:
    """Yield a page with nothing in its cache; with `rounds`, one whose requests are spread out."""
    context = browser.new_context()
    page = context.new_page()
    page.add_init_script(f"({WATCH})({[TITLES, ROUND if rounds else 0]!r})")
    yield page
    context.close()


def ask_first(page: Page, host: Host, query: str) -> Answered:
    """Open the search page with `query` in its address, and return what that took."""
    started, before = time.time(), len(host.answers)
    page.goto(f"{host.address}search/?q={quote(query)}", wait_until="commit")
    _rest(host, started)
    return _count(page, host.answers[before:], started)


def ask_next(page: Page, host: Host, query: str) -> Answered:
    """Type `query` into the page that has answered another, and return what that took."""
    session = page.context.new_cdp_session(page)
    page.evaluate("seen.titles = []; seen.asked = [];")
    page.evaluate("document.querySelector('#search-results').replaceChildren()")
    session.send("Profiler.enable")
    session.send("Profiler.setSamplingInterval", {"interval": 200})
    session.send("Profiler.start")
    started, before = time.time(), len(host.answers)
    page.fill("input[type=search]", query)
    _rest(host, started)
    script = _sum_script(session.send("Profiler.stop")["profile"])
    return _count(page, host.answers[before:], started, script)


def _rest(host: Host, started: float) -> None:
    """Wait until the page asks for nothing more."""
    while time.time() - started < QUIET or not host.is_quiet(QUIET):
        time.sleep(0.05)


def _sum_script(profile: Mapping[str, Any]) -> float:
    """Return how many milliseconds of a profile were spent in script, WebAssembly included."""
    outside = {
        node["id"]
        for node in profile["nodes"]
        if node["callFrame"]["functionName"] in ("(root)", "(program)", "(idle)")
    }
    spent = zip(profile["samples"], profile["timeDeltas"], strict=True)
    micros: float = sum(delta for node, delta in spent if node not in outside)
    return micros / 1000


def _count(page: Page, answers: Sequence[Answer], started: float, script: float = 0.0) -> Answered:
    seen = page.evaluate("seen")
    titles = [at / 1000 for at in seen["titles"][:10]] or [time.time()]
    needed = [answer for answer in answers if answer.at <= titles[-1] and _counts(answer)]
    asked = sorted(at / 1000 for at in seen["asked"] if at / 1000 <= titles[-1])
    starts = [at for at, last in zip(asked, [0.0, *asked], strict=False) if at - last > ROUND / 2e3]
    return Answered(
        answers=tuple(needed),
        first=sum(answer.at <= titles[0] for answer in needed),
        rounds=len(starts) - any(MANIFEST.search(answer.path) for answer in needed),
        seconds=titles[0] - started,
        later=tuple(one for one in answers if one.at > titles[-1] and _counts(one)),
        titles=len(seen["titles"]),
        script=script,
    )


def _counts(answer: Answer) -> bool:
    """Say whether an answer is for the search; the style and the icon are the theme's."""
    return not answer.path.endswith((".css", ".ico", ".png", ".svg", ".woff2"))
