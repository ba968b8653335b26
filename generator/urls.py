"""Addresses: which of them are safe to keep, and which are the same page.

Identity folds what a publisher or a tracker adds to an address and never what may tell two pages
apart: a query parameter goes only if it is known to say where a reader came from.
"""

import re
from contextlib import suppress
from functools import lru_cache
from urllib.parse import parse_qsl, quote, unquote, urlencode, urljoin, urlsplit, urlunsplit

URL_LIMIT = 4_000
"""The most characters of an address; browsers and servers take fewer than eight thousand."""

# Less known: `at_` and `xtor` are of AT Internet, `ns_` of comScore, `wt_zmc` of Webtrekk, `smid`
# and `emc` of The New York Times, `cmp` of The Guardian, `guce_` of Yahoo, `spm` of Alibaba.
_TRACKERS = re.compile(
    r"(?:utm_\w+|at_(?:medium|campaign|custom\d|link\w*|ptr\w*|bbc\w*)|mc_[ce]id|fb_\w+|fbclid|gclid"
    r"|gclsrc|gbraid|wbraid|dclid|msclkid|yclid|twclid|igshid|igsh|mkt_tok|_ga|_gl|ocid|xtor|smid"
    r"|smtyp|cmp|cmpid|cmp_id|ico|icid|ito|wt_mc|wt_zmc|ns_\w+|spm|s_cid|ftag|sref|gaa_\w+"
    r"|guccounter|guce_referrer(?:_sig)?|__twitter_impression|_hsenc|_hsmi|vero_id|oly_\w+_id"
    r"|piano_\w+|taid|ref_src|ref_url|share_id|traffic_source|campaign_id|emc|amp|amp_\w+)",
    re.IGNORECASE,
)
_TRACKING = frozenset([("outputType", "amp"), ("mode", "amp"), ("view", "amp"), ("partner", "rss")])
# A name with a dot must be left: `m.com` and `www.de` are sites of their own.
_SAME_SITE = re.compile(r"^(?:(?:www\d?|m|mobile|amp|mobil|touch)\.(?=[^.]+\.[^.]))+")
# `…/web/20230904121110id_/https://…`: a time, as short as a year, and how the page is shown.
_WAYBACK = re.compile(
    r"^https?://web\.archive\.org/web/\d{4,14}[a-z_]*/(?=https?://)", re.IGNORECASE
)
# `/amp/s/example.com/story` and `/c/s/example.com/story`: the `s/` says https.
_AMP_VIEWER = re.compile(r"^https?://www\.google\.[a-z.]{2,6}/amp/(s/)?(?=[^/]+\.)", re.IGNORECASE)
_AMP_CACHE = re.compile(
    r"^https?://[\w-]+\.cdn\.ampproject\.org/[civw]/(s/)?(?=[^/]+\.)", re.IGNORECASE
)
_PLAIN = re.compile(
    r"https?://[a-z0-9][a-z0-9.-]{0,250}/[\w/.~:@!$&*+,=%()-]*(?:\?[\w/.~:@!$&*+,=%()-]+)?",
    re.ASCII,
)
"""Nearly all addresses: those of which nothing is changed."""

_PLAIN_PATH = re.compile(r"[\w/.~:@!$&()*+,;=-]*", re.ASCII)
_UNSAFE = re.compile(r"""[\s"'<>\\^`{|}]""")


def find_http_url(text: str | None, base: str | None = None) -> str | None:
    """Return `text` as an absolute http or https address, or None where it isn't one.

    A relative reference is resolved against `base`. As in the WHATWG URL standard, white space at
    the ends and line ends within are dropped. Characters that could end an attribute, a Markdown
    link or a line are percent-encoded; an address that names a user is refused.
    """
    if text and _PLAIN.fullmatch(text) and len(text) <= URL_LIMIT:
        return text
    text = re.sub(r"[\t\r\n]", "", (text or "").strip())
    if not text or len(text) > URL_LIMIT or not text.isprintable():
        return None
    try:
        parts = urlsplit(urljoin(base or "", text))
        fine = parts.scheme in ("http", "https") and _is_host(parts.hostname or "")
        fine = fine and "@" not in parts.netloc and parts.port != 0
    except ValueError:
        return None
    return _UNSAFE.sub(lambda m: quote(m[0]), urlunsplit(parts)) if fine else None


def ascii_url(url: str) -> str:
    """Return `url`, which is a sound one, in ASCII alone (RFC 3986), as files for machines want it.

    A host is written in Punycode, and all else that no URL may hold as `%XX`; applying it twice
    changes nothing.
    """
    scheme, slashes, rest = url.partition("://")
    host, slash, path = rest.partition("/")
    if not host.isascii():
        with suppress(UnicodeError):  # A host that can't be is none as `%XX` either.
            host = host.encode("idna").decode("ascii")
    return quote(f"{scheme}{slashes}{host}{slash}{path}", safe="%/:?#[]@!$&'()*+,;=~")


def _is_host(host: str) -> bool:
    return bool(re.fullmatch(r"(?:[^\W_]|[-_.])+|[0-9a-f:.]+", host)) and not host.startswith(".")


def host_of(url: str | None) -> str:
    """Return the host of `url` in lower case without `www.`, or "" where it has none."""
    try:
        host = urlsplit(url or "").hostname or ""
    except ValueError:
        return ""
    return host.removeprefix("www.")


def hosts_of(url: str | None) -> list[str]:
    """Return the host of `url` without `www.`, and those above it: a.example.com, example.com."""
    names = host_of(url).split(".")
    return [".".join(names[start:]) for start in range(len(names) - 1)]


@lru_cache(maxsize=4096)
def canonical_url(url: str) -> str:
    """Return the form in which two addresses of one page are equal.

    Folded are: http and https; `www.`, mobile and AMP hosts; the AMP cache, its viewer and the
    Wayback Machine; AMP paths; fragments; trackers; the order of parameters; a slash at the end.
    Text that is no web address comes back as it is. Applying it twice changes nothing.
    """
    found = find_http_url(_unwrap(url))
    if found is None:
        return url.strip()
    parts = urlsplit(found)
    host = _SAME_SITE.sub("", parts.hostname or "")
    port = f":{parts.port}" if parts.port not in (None, 80, 443) else ""
    return urlunsplit(("https", host + port, _fold_path(parts.path), _fold_query(parts.query), ""))


def _unwrap(url: str) -> str:
    """Return the publisher's own address within one of an archive or a cache."""
    url = url.strip()
    wrappers = url.lower()
    if "archive" not in wrappers and "amp" not in wrappers:
        return url
    # The Wayback Machine may have saved what a cache showed.
    for _ in range(3):
        if wrapped := _WAYBACK.match(url):
            url = url[wrapped.end() :]
        elif wrapped := _AMP_VIEWER.match(url) or _AMP_CACHE.match(url):
            url = ("https://" if wrapped[1] else "http://") + url[wrapped.end() :]
        else:
            break
    return url


def _fold_path(path: str) -> str:
    """Return the path without what says AMP; each `%XX` that need not be one is its character."""
    if not _PLAIN_PATH.fullmatch(path):
        # So that the bytes of old addresses that are no UTF-8, `%E9` for é, come back as they were.
        path = unquote(path, errors="surrogateescape")
        path = quote(path, safe="/:@!$&()*+,;=~", errors="surrogateescape")
    if "amp" not in path:
        return path.rstrip("/")
    # In turn: `/story/amp/`, `/amp/story`, `/story.amp.html`.
    path = re.sub(r"(?:/(?:amp(?=/|$))?)+$", "", path)
    path = re.sub(r"^(?:/amp(?=/))+", "", path)
    return re.sub(r"(?:\.amp)+\.html$", ".html", path)


def _fold_query(query: str) -> str:
    if not query:
        return ""
    pairs = parse_qsl(query, keep_blank_values=True, errors="surrogateescape")
    kept = [pair for pair in pairs if not _is_tracker(*pair)]
    return urlencode(sorted(kept), errors="surrogateescape")


def _is_tracker(name: str, value: str) -> bool:
    return bool(_TRACKERS.fullmatch(name)) or (name, value) in _TRACKING
