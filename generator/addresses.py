"""Where a story has its place: its folder by day, its page in the site, its file and its name.

Of a date only what is known makes the folder: a story of 2023 stands in `2023/`, one of
September 2023 in `2023/09/`, one without a date in `undated/`.
"""

import re

from generator.model import PartialDate
from generator.text import SLUG_LIMIT, slugify

# A hyphen, and twelve digits of a digest (desk/names.py).
LONGEST_SLUG = SLUG_LIMIT + 13
"""The most characters of a slug with the suffix that tells two stories of one headline apart."""

_ADDRESS = re.compile(r"/?(undated|[0-9]{4}(?:/[0-9]{2}){0,2})/([a-z0-9-]+)/?")
_NAME = re.compile(r"(undated|[0-9]{4}-(?:xx-xx|[0-9]{2}-(?:xx|[0-9]{2})))-(.+)")


def folder_of(published: PartialDate | None) -> str:
    """Return the folder for a date: `2023/09/04`, `2023/09`, `2023` or `undated`."""
    return published.isoformat()[:10].replace("-", "/") if published else "undated"


def address_of(published: PartialDate | None, slug: str) -> str:
    """Return the folder of a story's page in the site: `2023/09/04/rail-strike/`."""
    return f"{folder_of(published)}/{slug}/"


def split_address(address: str) -> tuple[str, str]:
    """Return the folder and the slug of an address: `2023/09/04` and `rail-strike`."""
    folder, _, slug = address.rstrip("/").rpartition("/")
    return folder, slug


def path_of(published: PartialDate | None, slug: str) -> str:
    """Return the path of a story's file, from the root of the archive."""
    return f"content/articles/{folder_of(published)}/{slug}.md"


def name_of(published: PartialDate | None, slug: str) -> str:
    """Return the name that no other story has in the tree: `2023-09-04-rail-strike`.

    What isn't known of the date is `xx`, as in the Extended Date/Time Format (ISO 8601-2), so that
    the "10 best" of 2023 and the "best" of October keep apart: `2023-xx-xx-10-best`.
    """
    if published is None:
        return f"undated-{slug}"
    known = published.isoformat()[:10]
    return f"{known}{'-xx' * ((10 - len(known)) // 3)}-{slug}"


def read_address(text: str) -> str | None:
    """Return the address that a person wrote, `2023/09/04/rail-strike/`, if a story can have it."""
    found = _ADDRESS.fullmatch(text)
    if not found or slugify(found[2], LONGEST_SLUG) != found[2]:
        return None
    try:
        if found[1] != "undated":
            PartialDate.fromisoformat(found[1].replace("/", "-"))
    except ValueError:  # no such day
        return None
    return f"{found[1]}/{found[2]}/"


def find_address(name: str) -> str | None:
    """Return the address of a story that has a name of ours: what `name_of` says, read back."""
    found = _NAME.fullmatch(name)
    folder = found[1].replace("-xx", "").replace("-", "/") if found else ""
    return read_address(f"{folder}/{found[2]}") if found else None
