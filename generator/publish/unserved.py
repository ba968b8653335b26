"""Turn a page of the site into one that works from a disk, with no server to complete addresses.

A browser that opens a file asks for exactly what a link says, so a link to a folder must name the
page in it; and it loads no modules and fetches nothing, so a page has plain scripts. What a page
shows stays as it is: tags are changed one at a time, and all between them is left alone.
"""

import re
from collections.abc import Mapping
from html import escape, unescape

PAGE = "index.html"

LEFT_OUT = frozenset({"404.html", ".nojekyll", "opensearch.xml"})
"""Files at the root of a site that mean something to a server or a browser's search bar alone."""

# Possessive (`++`, `(?>…)`), so that a broken tag, long as it may be, is tried once and no more.
_TAG = re.compile(
    r"""<(?P<name>a|form|link|meta|script)(?P<rest>(?>\s+[^\s=>"'/]++(?:\s*=\s*(?:"[^"]*+"|[^\s"'=<>`]++))?)*+\s*)>""",
    re.IGNORECASE,
)
_ATTRIBUTE = re.compile(r"""([^\s=>"'/]+)(?:\s*=\s*(?:"([^"]*)"|([^\s"'=<>`]+)))?""")
# `mailto:…`, `//host/…`, `#place`, and an empty link, which is to the page itself.
_OUTWARD = re.compile(r"[a-z][a-z0-9+.-]*:|//|#|$", re.IGNORECASE)
_LINKS = {"a": "href", "form": "action", "link": "href"}


def settle_page(text: str, script: str | None) -> str:
    """Return the HTML of a page of the site as it is to stand on a disk.

    `script` is the name of the plain script that stands in for the search page's module, in the
    same folder. Attributes are read as our templates write them, in double quotes or none.
    """

    def settle(found: re.Match[str]) -> str:
        pairs = _ATTRIBUTE.findall(found["rest"])
        attributes = {name.lower(): unescape(quoted or plain) for name, quoted, plain in pairs}
        changed = _settle_tag(found["name"].lower(), attributes, script)
        if changed is None:
            return ""
        return found[0] if changed == attributes else _render(found["name"], changed)

    return _TAG.sub(settle, text)


def _settle_tag(
    name: str, attributes: Mapping[str, str], script: str | None
) -> Mapping[str, str] | None:
    """Return the attributes of a tag as they are to be, or None to leave it out."""
    if name == "meta":
        return _settle_meta(attributes)
    if name == "script":
        return _settle_script(attributes, script)
    if name == "link" and _is_for_servers(attributes):
        return None
    link = _LINKS[name]
    return {**attributes, link: name_page(attributes[link])} if link in attributes else attributes


def _settle_meta(attributes: Mapping[str, str]) -> Mapping[str, str]:
    told = attributes.get("http-equiv", "").lower()
    if told == "content-security-policy":
        return {**attributes, "content": settle_policy(attributes.get("content", ""))}
    if told == "refresh":
        pause, link, address = attributes.get("content", "").partition("url=")
        return {**attributes, "content": f"{pause}{link}{name_page(address)}"}
    return attributes


def settle_policy(policy: str) -> str:
    """Return a page's content security policy as it is to be on a disk.

    Nothing is fetched there, and the archive's own files may be loaded as scripts.
    """
    parts = [part for part in policy.split("; ") if not part.startswith("connect-src ")]
    # By the policy of this name `browser/disk.js` vouches for the scripts that it loads.
    trusted = any(part.startswith("require-trusted-types-for ") for part in parts)
    return "; ".join([*parts, *(["trusted-types backfile"] if trusted else [])])


def _settle_script(attributes: Mapping[str, str], script: str | None) -> Mapping[str, str]:
    """Return a module as a plain script that waits, too, until the page is read."""
    if attributes.get("type") != "module" or not script:
        return attributes
    folder = attributes["src"].rpartition("/")[0]
    return {"defer": "", "src": f"{folder}/{script}"}


def _is_for_servers(attributes: Mapping[str, str]) -> bool:
    """Tell whether a `link` is to what is not loaded from a disk."""
    return attributes.get("rel") in ("search", "preload", "modulepreload", "timemap")


def name_page(address: str) -> str:
    """Return a link within the site with the page that a server would show for a folder.

    A link that leads out of the site, or to a place in the same page, stays as it is.
    """
    if _OUTWARD.match(address):
        return address
    ends = re.search(r"[?#]|$", address)
    cut = ends.start() if ends else len(address)
    path, rest = address[:cut], address[cut:]
    if path.rpartition("/")[2] in ("", ".", ".."):
        # `..` lacks a slash before the page, `../` has it, and `?q=…` alone needs none.
        path = f"{path}{'' if path.endswith('/') else '/' * bool(path)}{PAGE}"
    return path + rest


def _render(name: str, attributes: Mapping[str, str]) -> str:
    words = [f'{key}="{escape(value)}"' if value else key for key, value in attributes.items()]
    return f"<{' '.join([name, *words])}>"
