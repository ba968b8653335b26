"""Where a story has its place: its folder by day, its page in the site, its file and its name.

Of a date only what is known makes the folder: a story of 2023 stands in `2023/`, one of
September 2023 in `2023/09/`, one without a date in `undated/`.
"""

from generator.model import PartialDate


def folder_of(published: PartialDate | None) -> str:
    """Return the folder for a date: `2023/09/04`, `2023/09`, `2023` or `undated`."""
    return published.isoformat()[:10].replace("-", "/") if published else "undated"


def address_of(published: PartialDate | None, slug: str) -> str:
    """Return the folder of a story's page in the site: `2023/09/04/rail-strike/`."""
    return f"{folder_of(published)}/{slug}/"


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
