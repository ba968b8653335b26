"""Say in schema.org's words what a page is: our copy of somebody else's article."""

import json
from collections.abc import Mapping
from typing import Any

from markupsafe import Markup

from generator.model import Story
from generator.urls import find_http_url

_UNSAFE = {ord(char): f"\\u{ord(char):04x}" for char in "<>&\u2028\u2029"}


def render_linked_data(record: Mapping[str, Any]) -> Markup:
    """Return JSON that can stand in a `script` element: nothing in it can end that element."""
    text = json.dumps(record, ensure_ascii=False, separators=(",", ":"))
    return Markup(text.translate(_UNSAFE))  # noqa: S704 - no markup is left in it


def describe_copy(story: Story, *, url: str, picture: str | None, alien: bool) -> dict[str, Any]:
    """Return a schema.org `WebPage`, which is ours, about a `NewsArticle`, which is not.

    `url` is the whole address of the page, said once, as that where the article is archived, and
    `picture` that of the article's first picture; `alien` says that its language is not the page's.
    """
    return {
        "@context": "https://schema.org",
        "@type": "WebPage",
        "mainEntity": _describe_article(story, url, picture, alien=alien),
    }


def _describe_article(
    story: Story, url: str, picture: str | None, *, alien: bool
) -> dict[str, Any]:
    header = story.header
    said = {
        "headline": header.headline,
        "url": find_http_url(header.url),
        "image": picture,
        "inLanguage": header.language if alien else None,
        "datePublished": header.published and header.published.isoformat(),
        "dateModified": header.changed and header.changed.isoformat(),
        "author": [{"@type": "Person", "name": name} for name in header.byline],
        "creditText": ", ".join(header.credits),
        "sourceOrganization": header.agency and {"@type": "Organization", "name": header.agency},
        "publisher": header.source and {"@type": "Organization", "name": header.source},
        "dateline": header.dateline,
        "archivedAt": url,
    }
    return {"@type": "NewsArticle", **{key: value for key, value in said.items() if value}}
