"""Bring along the pictures that pages show, and no other file."""

import re
import shutil
from collections.abc import Iterable
from pathlib import Path

_NAMES = re.compile(r'<img\b[^<>]{0,4000}? src="(?:\.\./){0,9}media/([\w-][\w.-]*)"')


def copy_media(bodies: Iterable[str], media: Path, stage: Path) -> None:
    """Copy each file of the folder `media` that a body refers to into the site's `media/`.

    A picture that is gone from the folder is left out: the story stands without it. So is a link
    to a file elsewhere, which nobody meant to publish.
    """
    names = {name for body in bodies if "media/" in body for name in _NAMES.findall(body)}
    for name in sorted(names):
        file = media / name
        if file.is_file() and not file.is_symlink():
            (stage / "media").mkdir(exist_ok=True)
            shutil.copyfile(file, stage / "media" / name)
