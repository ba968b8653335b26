"""Score how well search orders the stories of a public test collection, beside two rankers.

nDCG@10 (Järvelin and Kekäläinen 2002) with gains of 0 and 1, as the collection judges. The peers
are installed into an environment of their own.
"""

import json
import math
import re
import statistics
import subprocess
import tempfile
import venv
from collections.abc import Mapping, Sequence, Set
from datetime import UTC, datetime, timedelta
from pathlib import Path

from benchmarks.measure import ROOT, get_shared
from generator.model import Header, PartialDate, Precision, Question, Story
from generator.search.build import write_index
from generator.search.hits import find_hits

RANKERS = ROOT / ".backfile" / "rankers"
NEEDED = ("bm25s==0.2.14", "PyStemmer==3.1.0", "lunr==0.8.0")

PEERS = """
import json, sys
import bm25s, lunr, Stemmer
texts, queries = json.load(sys.stdin)
names = list(texts)
stemmer = Stemmer.Stemmer("english")
ranker = bm25s.BM25(method="robertson")
cut = {"stopwords": "en", "stemmer": stemmer, "show_progress": False}
ranker.index(bm25s.tokenize([" ".join(texts[name]) for name in names], **cut), show_progress=False)
found = ranker.retrieve(bm25s.tokenize(queries, **cut), k=10, show_progress=False).documents
documents = [{"id": name, "title": texts[name][0], "body": texts[name][1]} for name in names]
index = lunr.lunr(ref="id", fields=("title", "body"), documents=documents)
print(json.dumps({
    "bm25s, robertson": [[names[at] for at in row] for row in found.tolist()],
    "lunr": [[hit["ref"] for hit in index.search(query)[:10]] for query in queries],
}))
"""


def score_all() -> str:
    """Return a table in Markdown of nDCG@10 on TIME, 1963."""
    path = get_shared() / "search" / "time-1963.json"
    collection = json.loads(path.read_text(encoding="utf-8"))
    texts = {name: _read_texts(name, said) for name, said in collection["docs"].items()}
    judged = {query: set(map(str, good)) for query, good in collection["qrels"].items() if good}
    queries = [_clean(collection["queries"][query]) for query in judged]
    found = {"Backfile": rank_ours(texts, queries), **rank_peers(texts, queries)}
    lines = ["| | nDCG@10 |", "|---|--:|"]
    for ranker, rankings in found.items():
        gains = [score(names, good) for names, good in zip(rankings, judged.values(), strict=True)]
        lines.append(f"| {ranker} | {statistics.fmean(gains):.3f} |")
    return "\n".join(lines) + "\n"


def score(names: Sequence[str], relevant: Set[str]) -> float:
    """Return nDCG@10 of a ranking."""
    ideal = sum(_discount(place) for place in range(min(10, len(relevant))))
    gained = (_discount(place) for place, name in enumerate(names[:10]) if name in relevant)
    return sum(gained) / ideal


def _discount(place: int) -> float:
    return 1 / math.log2(place + 2)


def rank_ours(texts: Mapping[str, tuple[str, str]], queries: Sequence[str]) -> list[list[str]]:
    """Return the ten stories that search puts first for each query."""
    with tempfile.TemporaryDirectory(prefix="backfile-benchmark-") as name:
        index = Path(name) / "index"
        stories = [_make_story(at, *told) for at, told in enumerate(texts.items())]
        write_index(stories, index, "en")
        answers = [find_hits(index, Question(text=query, limit=10)) for query in queries]
        return [[str(hit.url).rpartition("/")[2] for hit in answer.hits] for answer in answers]


def rank_peers(
    texts: Mapping[str, tuple[str, str]], queries: Sequence[str]
) -> dict[str, list[list[str]]]:
    """Return the ten that each peer puts first for each query."""
    python = RANKERS / "bin" / "python"
    if not python.exists():
        venv.create(RANKERS, with_pip=True)
        subprocess.run([python, "-m", "pip", "install", "--quiet", *NEEDED], check=True)
    asked = json.dumps([texts, queries])
    said = subprocess.run(
        [python, "-c", PEERS], input=asked, capture_output=True, check=True, text=True
    )
    found: dict[str, list[list[str]]] = json.loads(said.stdout)
    return found


def _read_texts(name: str, said: Mapping[str, str]) -> tuple[str, str]:
    return said.get("title") or f"Item {name}", " ".join(said["body"].split())


def _clean(query: str) -> str:
    """Return a query without signs and capitals: the collection's are all capitals."""
    return " ".join(re.sub(r"[^\w\s]", " ", query).lower().split())


def _make_story(number: int, name: str, texts: tuple[str, str]) -> Story:
    moment = datetime(1963, 1, 1, tzinfo=UTC) + timedelta(hours=number * 20)
    published = PartialDate(moment=moment, precision=Precision.DAY)
    slug = f"item-{name}"
    return Story(
        path=f"content/articles/{slug}.md",
        slug=slug,
        address=f"{moment:%Y/%m/%d}/{slug}/",
        header=Header(
            headline=texts[0],
            published=published,
            language="en",
            url=f"https://collection.example/{name}",
        ),
        html="",
        text=texts[1],
        snapshot=None,
        name=f"{moment:%Y-%m-%d}-{slug}",
    )
