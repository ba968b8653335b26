"""Bring along the pictures that pages show, and no other file."""

import re
import shutil
from collections.abc import Iterable
from pathlib import Path

_NAMES = re.compile(r'="(?:\.\./){0,9}media/([0-9A-Za-z]{8,128}\.[a-z0-9]{2,5})"')


def copy_media(bodies: Iterable[str], media: Path, stage: Path) -> None:
    """Copy each file of the folder `media` that a body refers to into the site's `media/`.

    A picture that is gone from the folder is left out: the story stands without it.
    """
    names = {name for body in bodies if "media/" in body for name in _NAMES.findall(body)}
    for name in sorted(names):
        if (media / name).is_file():
            (stage / "media").mkdir(exist_ok=True)
            shutil.copyfile(media / name, stage / "media" / name)
