"""Write what the commands and the settings say of themselves into the documents.

    make docs

The text goes between two marks in a document; a test fails where it is out of date.
"""

from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path

import click

from generator.cli import main as backfile
from generator.config import Settings, render_value

DOCS = Path(__file__).parents[1] / "docs"


def render_commands() -> str:
    """Return the help of every command, each under a heading of its own."""
    return "\n".join(_render_command(name, command) for name, command in _walk())


def _walk() -> Iterator[tuple[str, click.Command]]:
    yield "backfile", backfile
    for name in backfile.commands:
        yield f"backfile {name}", backfile.commands[name]


def _render_command(name: str, command: click.Command) -> str:
    context = click.Context(command, info_name=name, terminal_width=88)
    return f"## {name}\n\n```text\n{command.get_help(context)}\n```\n"


def render_settings() -> str:
    """Return a table of every setting, its default and what it is for."""
    plain = Settings()
    rows = [
        f"| `{key.name}` | `{render_value(getattr(plain, key.name))}` | {key.metadata['help']} |"
        for key in fields(Settings)
    ]
    return "\n".join(["| setting | default | what it is for |", "|---|---|---|", *rows, ""])


def fill(text: str, mark: str, inner: str) -> str:
    """Return `text` with `inner` between `<!-- mark -->` and `<!-- end of mark -->`."""
    before, opening, rest = text.partition(f"<!-- {mark} -->\n")
    _, closing, after = rest.partition(f"<!-- end of {mark} -->")
    if not (opening and closing):
        raise ValueError(f"no place for {mark}")
    return f"{before}{opening}\n{inner}\n{closing}{after}"


def render_documents() -> dict[Path, str]:
    """Return the documents that hold a reference, as they should be."""
    commands, settings = DOCS / "commands.md", DOCS / "settings.md"
    return {
        commands: fill(commands.read_text(encoding="utf-8"), "commands", render_commands()),
        settings: fill(settings.read_text(encoding="utf-8"), "settings", render_settings()),
    }


def main() -> None:
    """Write the documents."""
    for path, text in render_documents().items():
        path.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
