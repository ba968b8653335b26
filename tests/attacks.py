"""Saved pages that attack: known payloads wherever a page has words, and a few of our own."""

import html
import itertools
import json
from collections.abc import Iterator, Sequence
from pathlib import Path

OWN = (
    "<script>alert('own')</script>",
    "</script><script>alert(1)</script>",
    "</title><script>alert(1)</script>",
    "--><img src=x onerror=alert(1)><!--",
    "]]><script>alert(1)</script>",
    "[text](javascript:alert(1))",
    '![alt](x"onerror="alert(1))',
    "<javascript:alert(1)>",
    "[text]: javascript:alert(1)\n\n[text]",
    "{{ ''.__class__.__mro__ }}{% include '/etc/passwd' %}",
    "{static}/../../../../etc/passwd |filename|/etc/passwd {attach}../secret",
    "Headline\nStatus: hidden\nSave_as: ../../escaped.html\nTemplate: evil",
    "<meta http-equiv=refresh content='0;url=http://evil.example/'>",
    "<base href='http://evil.example/'><link rel=stylesheet href=//evil.example/x.css>",
    "<iframe srcdoc='<script>parent.alert(1)</script>'></iframe>",
    "<svg><animate onbegin=alert(1) attributeName=x dur=1s></svg>",
    "<math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>",
    "<form action='javascript:alert(1)'><button autofocus onfocus=alert(1)>x</button></form>",
    "<img srcset='http://evil.example/a 1x' src='http://evil.example/b'>",
    "<a href='data:text/html,<script>alert(1)</script>'>read on</a>",
    "<style>@import 'http://evil.example/x.css'; body{background:url(//evil.example/y)}</style>",
    "\u202e\u0000\x0b\x1b[31m<\u0000script>alert(1)</script>",
)
SOLID = (
    "The harbour board met on Tuesday evening to hear what the divers had found under the old"
    " pier, and stayed until the last tram had gone, as two of its members remarked at length.",
    "Nobody disputed the figures, which had been read out twice. The question was who would pay"
    " for the timber, since the pier belongs to the town and the water under it to the crown.",
    "A decision is expected in the spring, when the tides allow a second look. Until then the"
    " pier stays closed, and the swans, which nobody asked, have moved to the northern steps.",
)
"""Paragraphs that make each page an article, whatever else is in it."""


def read_payloads(shared: Path) -> list[str]:
    """Return known attacks: all of two short lists, and every fortieth line of a long one."""
    folder = shared / "hostile"
    short = [
        json.loads((folder / name).read_text("utf-8")) for name in ("dompurify.json", "blns.json")
    ]
    long = (folder / "xss-payload-list.txt").read_text("utf-8", errors="replace").splitlines()
    return [payload for payload in (*short[0], *short[1], *long[::40]) if payload.strip()]


def render_page(number: int, attacks: Sequence[str]) -> str:
    """Return a saved page with attacks in every field, as text and, in the body, as markup."""
    headline, byline, topic, caption, *rest = attacks
    text = [html.escape(attack) for attack in rest]
    record = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": f"Pier {number}: {headline}",
        "alternativeHeadline": caption,
        "datePublished": f"2023-0{1 + number % 9}-1{number % 10}T09:00:00Z",
        "author": [{"@type": "Person", "name": byline}],
        "publisher": {"@type": "Organization", "name": topic},
        "articleSection": headline,
        "keywords": [topic, caption],
        "url": f"javascript:alert({number})",
    }
    shown = json.dumps(record).replace("</", "<\\/")
    paragraphs = "".join(f"<p>{line}</p>\n" for line in (*SOLID, *text))
    return f"""<!doctype html>
<html lang="en"><head><meta charset="utf-8">
<title>Pier {number}: {html.escape(headline)}</title>
<meta name="author" content="{html.escape(byline)}">
<meta property="og:site_name" content="{html.escape(topic)}">
<script type="application/ld+json">{shown}</script></head>
<body><article><h1>Pier {number}: {html.escape(headline)}</h1>
<p class="byline">By {html.escape(byline)}</p>
<figure><img src="pier.png" alt="{html.escape(caption)}">
<figcaption>{html.escape(caption)} <span>{html.escape(byline)}</span></figcaption></figure>
{paragraphs}
<div>{"</div><div>".join(rest)}</div>
</article></body></html>
"""


def render_pasted(number: int, attacks: Sequence[str]) -> str:
    """Return a pasted page with attacks in every part of it."""
    headline, byline, topic, caption, *rest = (" ".join(attack.split()) for attack in attacks)
    lines = [
        "Close", "The Pier Post", "News", topic.upper(), f"Quay {number}: {headline}",
        f"Sep {1 + number % 28}, 2023 2:11 PM", caption, f"{caption} ({byline})",
        f"BY {byline.upper()}", *SOLID, *rest, "Related", headline, f"Quay {number}: {headline}",
    ]  # fmt: skip
    return "\n\n".join(lines)


def make_pages(payloads: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Yield saved pages by name until each payload has been in the body of one.

    What stands in the other fields comes from the list, too, at a stride of its own.
    """
    body = 12
    for number, start in enumerate(range(0, len(payloads), body)):
        fields = itertools.islice(itertools.cycle(payloads), number * 4, number * 4 + 4)
        attacks = [*fields, *payloads[start : start + body]]
        yield f"page-{number:03}.html", render_page(number, attacks)
        if number % 4 == 0:
            yield f"pasted-{number:03}.txt", render_pasted(number, attacks)
