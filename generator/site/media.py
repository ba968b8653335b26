"""Bring along the pictures that pages show, and no other file."""

import re
import shutil
from collections.abc import Iterable
from pathlib import Path

from generator.content.media import find_media

_NAMES = re.compile(r'<img\b[^<>]{0,4000}? src="(?:\.\./){0,9}media/([\w-][\w.-]*)"')


def copy_media(bodies: Iterable[str], content: Path, stage: Path) -> None:
    """Copy each file of `media/` in the folder `content` that a body shows into the site's."""
    names = {name for body in bodies if "media/" in body for name in _NAMES.findall(body)}
    for name in sorted(names):
        if file := find_media(content, name):
            (stage / "media").mkdir(exist_ok=True)
            shutil.copyfile(file, stage / "media" / name)
