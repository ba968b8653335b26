"""Tell of another theme what it would have, and does not get: hosts, plugins, styles to be made."""

from collections.abc import Iterable, Iterator
from pathlib import Path


def tell_kept(
    folder: Path,
    *,
    hosts: Iterable[str],
    plugins: Iterable[str],
    sources: Iterable[str],
    shown: Iterable[str],
) -> Iterator[str]:
    """Yield a sentence for each kind of thing that the theme in `folder` was set without.

    `hosts` are those that it would load from, `plugins` what only a plugin has, `shown` what was
    to be shown and isn't there, `sources` the files that a program would have to make a style of.
    """
    if named := _name(hosts):
        yield (
            f"{folder}: it would load from {named}, which was kept from it "
            '(csp = "theme" in backfile.toml lets it)'
        )
    if named := _name(plugins):
        yield f"{folder}: it asks for what only a plugin has, and was set without: {named}"
    if named := _name(shown):
        yield f"{folder}: it shows what nothing sets, and was set without: {named}"
    if named := _name(sources):
        yield (
            f"{folder}: a program would have to make its style of {named}, and none runs here "
            "(put the finished style into its folder static, under the same name with .css)"
        )


def _name(words: Iterable[str]) -> str:
    return ", ".join(sorted({word for word in words if word}))
