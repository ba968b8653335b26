"""The rules that people have written for the sites of their pages: `rules/<host>.toml`."""

from pathlib import Path

from generator.config import Archive
from generator.errors import SettingsError
from generator.files import digest_bytes
from generator.parsing import PARSER_VERSION
from generator.parsing.hosts import Guides, Rule, RuleBook, parse_rules

SUFFIX = ".toml"
_RULES_DIGITS = 12
_MEANT = (".toml", ".toml.txt")
"""How such names end in whatever letters, and where an editor has put its own ending behind."""


def read_guides(archive: Archive | None) -> Guides:
    """Return what is known of sites: the archive's rules, and what publishers' parsers say.

    Raise SettingsError that names every fault of every file of rules.
    """
    rules = read_rules(archive.rules) if archive else RuleBook()
    return Guides(rules=rules, publishers=True)


def name_reader(guides: Guides) -> str:
    """Return what tells a reading by these rules from one by others, or by another parser."""
    rules = sorted(guides.rules.by_host.items())
    return f"{PARSER_VERSION} {digest_bytes(repr(rules).encode())}" if rules else PARSER_VERSION


def name_reading(guides: Guides, url: str | None) -> str:
    """Return what tells how a page of this address is read: the parser, and its site's rules."""
    rules = guides.rules.of_host(url)
    said = digest_bytes(repr(rules).encode())[:_RULES_DIGITS] if rules else ""
    return f"{PARSER_VERSION}, rules {said}" if rules else PARSER_VERSION


def read_rules(folder: Path) -> RuleBook:
    """Return the rules in `folder`; raise SettingsError with every fault of its files."""
    found: dict[str, tuple[Rule, ...]] = {}
    # Hidden ones are a system's or an editor's, such as `._example.com.toml` from a Mac.
    files = [file for file in sorted(folder.glob("[!.]*")) if file.name.lower().endswith(_MEANT)]
    misnamed = [file.name for file in files if not file.name.endswith(SUFFIX)]
    faults = [f'{name}: its name must end in "{SUFFIX}": rename it' for name in misnamed]
    for file in files:
        if file.name in misnamed:
            continue
        host = file.name.removesuffix(SUFFIX)
        try:
            found[host] = parse_rules(file.read_text("utf-8-sig"), host, file)
        except SettingsError as error:
            faults += (f"{file.name}: {fault}" for fault in error.faults)
        except (OSError, UnicodeDecodeError) as error:
            faults.append(f"{file.name}: it can't be read as UTF-8 text ({error})")
    if faults:
        raise SettingsError(faults, folder)
    return RuleBook(found)
