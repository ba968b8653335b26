"""Begin a new archive."""

from pathlib import Path

from generator.config import SETTINGS_FILE, Settings, render_settings
from generator.files import write_text


def make_archive(root: Path, settings: Settings) -> None:
    """Make the folders and the settings of a new archive; what is there already stays."""
    for folder in ("snapshots", "content/pages"):
        (root / folder).mkdir(parents=True, exist_ok=True)
    ignored = root / ".gitignore"
    if not ignored.exists():
        write_text(ignored, "/output/\n/.backfile/\n")
    write_text(root / SETTINGS_FILE, render_settings(settings))
